"""Which cycle is live: the one whose plan was in force on a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plans import plan
from tracker.errors import NotFound
from tracker.kinds import CycleState
from tracker.plan import CycleView
from tui.finding import live_on

WHOSE = plan().partnership


def cycle(year: int, state: CycleState, *, ratings_only: bool = False) -> CycleView:
    """Return a cycle as at the last day of a year."""
    as_at = date(year, 12, 31)
    return CycleView(year, f"u{year}", str(year), as_at, state, ratings_only=ratings_only)


CLOSED = cycle(2019, CycleState.CLOSED)
AGREED = cycle(2021, CycleState.AGREED)
DRAFT = cycle(2022, CycleState.DRAFTING)


@pytest.mark.parametrize(
    ("held", "day", "label"),
    [
        ((CLOSED, AGREED, DRAFT), date(2023, 1, 1), "2021"),
        ((CLOSED, AGREED, DRAFT), date(2021, 12, 31), "2021"),
        ((CLOSED, AGREED, DRAFT), date(2021, 12, 30), "2019"),
        ((CLOSED, DRAFT), date(2023, 1, 1), "2019"),
        ((CLOSED, cycle(2020, CycleState.CLOSED, ratings_only=True)), date(2023, 1, 1), "2019"),
        ((cycle(2020, CycleState.CLOSED, ratings_only=True),), date(2023, 1, 1), "2020"),
    ],
)
def test_the_newest_agreed_cycle_is_live(
    held: tuple[CycleView, ...], day: date, label: str
) -> None:
    """A draft never is, and one with actions goes before one with ratings only."""
    assert label == live_on(held, WHOSE, day).label


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ((), "No cycle of"),
        ((DRAFT,), "has been agreed yet"),
        ((AGREED,), "is that of 31 December 2021"),
    ],
)
def test_where_none_is_live_it_says_why(held: tuple[CycleView, ...], words: str) -> None:
    """With the next step."""
    with pytest.raises(NotFound, match=words) as refused:
        live_on(held, WHOSE, date(2020, 1, 1))
    assert refused.value.hint
