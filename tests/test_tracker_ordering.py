"""Sorting a list by any of its columns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import action
from tracker.kinds import Status
from tracker.ordering import SORTS, by_column
from tracker.rules import Standing, stand

TODAY = date(2022, 1, 31)


def standing(number: int, days: int | None, status: Status, owner: str) -> Standing:
    """Return an action that is due so many days from today, or has no date."""
    due = None if days is None else TODAY + timedelta(days=days)
    owners = (owner,) if owner else ()
    return stand(action(f"1.1/{number}", due=due, status=status, owners=owners), as_at=TODAY)


STANDINGS = st.lists(
    st.builds(
        standing,
        number=st.integers(1, 30),
        days=st.none() | st.integers(-60, 60),
        status=st.sampled_from(Status),
        owner=st.sampled_from(["", "Chief Officer", "chief nurse"]),
    ),
    max_size=12,
)


@given(STANDINGS, st.sampled_from(sorted(SORTS)), st.booleans())
def test_sorting_loses_nothing_and_puts_what_is_empty_last(
    standings: list[Standing], column: str, backwards: bool
) -> None:
    """Whichever way round, by any column."""
    ordered = by_column(standings, column, backwards=backwards)
    assert sorted(map(id, standings)) == sorted(map(id, ordered))
    values = [SORTS[column](one) for one in ordered]
    held = [value for value in values if value is not None]
    assert values == [*held, *[None] * (len(values) - len(held))]
    assert held == sorted(held, reverse=backwards)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("ref", ["1.1/2", "1.1/10", "1.1/20"]),
        ("due", ["1.1/20", "1.1/2", "1.1/10"]),
        ("owners", ["1.1/10", "1.1/2", "1.1/20"]),
        ("status", ["1.1/2", "1.1/20", "1.1/10"]),
    ],
)
def test_columns_sort_as_people_expect(column: str, expected: list[str]) -> None:
    """Numbers as numbers, names without regard to case, statuses in the order of a life."""
    held = [
        standing(10, None, Status.COMPLETE, "chief nurse"),
        standing(2, 5, Status.NOT_STARTED, "Chief Officer"),
        standing(20, -5, Status.IN_PROGRESS, ""),
    ]
    assert expected == [one.action.ref for one in by_column(held, column)]
