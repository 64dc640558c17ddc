"""How far dates have moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import AGREED, action, words
from tracker.kinds import TimescaleKind
from tracker.plan import UpdateView
from tracker.slippage import Slip, add_up, since, slip_of

JUNE, AUTUMN, SPRING = date(2021, 6, 30), date(2021, 9, 30), date(2022, 3, 31)
DAYS = st.dates(date(2021, 1, 1), date(2024, 1, 1))


def moved(*dues: date, on: date = AGREED) -> tuple[UpdateView, ...]:
    """Return one update for each date, a month after one another."""
    return tuple(
        UpdateView(
            n,
            on + timedelta(days=30 * n),
            timescale=words(due.isoformat(), due=due),
            said_by="Chief Officer",
            reason=f"reason {n}",
        )
        for n, due in enumerate(dues, 1)
    )


def slip(*dues: date) -> Slip:
    """Return how a date moved from one to the next."""
    found = slip_of(action(due=dues[0], later=moved(*dues[1:])))
    assert found is not None
    return found


def test_every_later_date_is_told_with_who_when_and_why() -> None:
    """The first agreed date stays the first, however often it moves."""
    found = slip(JUNE, AUTUMN, SPRING)
    told = [(m.before, m.after, m.on, m.who, m.why) for m in found.moves]
    assert [
        (JUNE, AUTUMN, date(2021, 5, 30), "Chief Officer", "reason 1"),
        (AUTUMN, SPRING, date(2021, 6, 29), "Chief Officer", "reason 2"),
    ] == told
    assert (JUNE, SPRING, 274, 2) == (found.first, found.due, found.days, found.times)


@given(st.lists(DAYS, min_size=1, max_size=8))
def test_moves_join_the_first_date_to_the_last(dues: list[date]) -> None:
    """Each begins where the one before ended, and their days add up."""
    found = slip(*dues)
    ends = [found.first, *(move.after for move in found.moves)]
    assert (dues[0], dues[-1]) == (found.first, found.due)
    assert ends[:-1] == [move.before for move in found.moves]
    assert found.days == sum(move.days for move in found.moves)
    assert all(move.days for move in found.moves)


def test_an_action_without_a_date_has_no_slip() -> None:
    """Nothing was agreed that could have moved."""
    assert slip_of(action()) is None


@pytest.mark.parametrize(
    "kind", [TimescaleKind.REVIEW, TimescaleKind.RECURRING, TimescaleKind.IN_PLACE]
)
def test_the_next_occasion_is_no_slip(kind: TimescaleKind) -> None:
    """A review set again, a recurring action renewed, or one now in place has not slipped."""
    renewed = UpdateView(2, AUTUMN, timescale=words("again", due=SPRING, kind=kind))
    found = slip_of(action(due=JUNE, later=(renewed,)))
    assert found is not None
    assert () == found.moves


def test_a_date_that_the_paper_says_was_replaced_is_the_first() -> None:
    """`Was June, now March` is a slip of its own, said by the paper."""
    said = words("was June 2021, now March 2022", due=SPRING)
    paper = type(said)(said.text, said.kind, said.reading, due=SPRING, former=JUNE)
    found = slip_of(action(timescale=paper))
    assert found is not None
    assert [(JUNE, SPRING, None)] == [(m.before, m.after, m.who) for m in found.moves]


def test_two_cycles_are_one_chain() -> None:
    """The repeat's paper moves the date that the earlier cycle left."""
    found = slip_of(action(due=JUNE), action("1.1/2", due=SPRING))
    assert found is not None
    assert (JUNE, SPRING, 1) == (found.first, found.due, found.times)


def test_only_what_moved_after_a_day_counts_since_it() -> None:
    """A paper tells again only what has happened since the last one."""
    found = slip(JUNE, AUTUMN, SPRING)
    later = since(found, date(2021, 6, 1))
    assert later is not None
    assert (AUTUMN, SPRING, 182) == (later.first, later.due, later.days)
    assert since(found, date(2021, 7, 1)) is None


@given(st.lists(st.tuples(st.lists(st.sampled_from("abc"), max_size=2), DAYS, DAYS), max_size=8))
def test_totals_hold_every_slip_under_each_of_its_names(
    given_: list[tuple[list[str], date, date]],
) -> None:
    """Counts and days are those of the slips; dates brought forward are no slippage."""
    slips = [(tuple(names), slip(first, due)) for names, first, due in given_]
    late = [(set(names) or {""}, held.days) for names, held in slips if held.days > 0]
    totals = add_up(slips)
    assert {name for names, _ in late for name in names} == {total.name for total in totals}
    for total in totals:
        days = [days for names, days in late if total.name in names]
        assert (len(days), sum(days), max(days)) == (total.actions, total.days, total.longest)
    assert [t.days for t in totals] == sorted((t.days for t in totals), reverse=True)
