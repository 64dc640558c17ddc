"""Bars and percentages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.texts import said
from tracker.reports.bars import WIDEST, bar, length, signs
from tracker.rules import percent

COUNTS = st.integers(min_value=0, max_value=100_000)


@given(COUNTS, COUNTS)
def test_a_longer_bar_is_never_a_smaller_number(one: int, other: int) -> None:
    """Bars of one table keep the order of their numbers, and fit."""
    most = max(one, other)
    lengths = length(one, most), length(other, most)
    assert (one <= other) <= (lengths[0] <= lengths[1])
    assert max(lengths) <= WIDEST
    assert [bool(one), bool(other)] == [bool(n) for n in lengths]


@given(COUNTS, COUNTS)
def test_a_bar_is_in_proportion(count: int, more: int) -> None:
    """Its length is its share of the longest, to the next sign."""
    most = count + more
    found, widest = length(count, most), min(most, WIDEST)
    assert found == count if most <= WIDEST else abs(found - widest * count / most) <= 1


def test_signs_stand_one_for_each_thing() -> None:
    """They say which way without colour; nothing is drawn for nothing."""
    cell = signs((("▲", 2, "good"), ("=", 3, ""), ("▼", 0, "bad")))
    assert ("▲▲===", 5) == (said(cell), cell.value)
    assert "" == said(signs(())) == said(bar(0, 5))


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_percentage_is_whole_only_when_it_is_so(part: int, more: int) -> None:
    """0 means none and 100 means all."""
    share = percent(part, part + more)
    assert (share == 0) == (part == 0)
    assert (share == 100) == (part > 0 and more == 0)
