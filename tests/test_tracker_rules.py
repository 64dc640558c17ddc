"""When an action is overdue, and counts that add up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import AGREED, action, words
from tracker.kinds import PointKind, Status, TimescaleKind
from tracker.plan import MilestoneView, UpdateView
from tracker.rules import Bucket, Tally, next_point, percent, stand, tally

DEC = date(2021, 12, 31)
DAYS = st.dates(min_value=date(2021, 5, 1), max_value=date(2024, 12, 31))


@pytest.mark.parametrize(
    ("status", "due", "as_at", "bucket"),
    [
        (Status.NOT_REPORTED, DEC, date(2021, 12, 31), Bucket.DUE_SOON),
        (Status.NOT_REPORTED, DEC, date(2022, 1, 1), Bucket.OVERDUE),
        (Status.IN_PROGRESS, DEC, date(2021, 12, 1), Bucket.DUE_SOON),
        (Status.IN_PROGRESS, DEC, date(2021, 11, 30), Bucket.DUE_LATER),
        (Status.ON_HOLD, DEC, date(2022, 1, 31), Bucket.OVERDUE),
        (Status.ONGOING, DEC, date(2022, 1, 31), Bucket.OVERDUE),
        (Status.ONGOING, None, date(2022, 1, 31), Bucket.ONGOING),
        (Status.NOT_STARTED, None, date(2022, 1, 31), Bucket.UNDATED),
        (Status.COMPLETE, DEC, date(2022, 1, 31), Bucket.COMPLETE),
        (Status.IN_PLACE, DEC, date(2022, 1, 31), Bucket.IN_PLACE),
        (Status.WITHDRAWN, DEC, date(2022, 1, 31), Bucket.WITHDRAWN),
        (Status.SUPERSEDED, None, date(2022, 1, 31), Bucket.SUPERSEDED),
    ],
)
def test_every_status_and_date_has_one_bucket(
    status: Status, due: date | None, as_at: date, bucket: Bucket
) -> None:
    """An action is late from the day after the end of the stated period."""
    assert bucket == stand(action(status=status, due=due), as_at=as_at).bucket


def test_days_overdue_count_from_the_end_of_the_period() -> None:
    """December 2021 is 31 days late on 31 January 2022."""
    assert stand(action(due=DEC), as_at=date(2022, 1, 31)).days_overdue == 31


def test_an_action_counts_once_with_its_earliest_unfinished_milestone() -> None:
    """A milestone that was done gives way to the next one."""
    points = (
        MilestoneView(1, "draft", date(2021, 6, 30), done_on=date(2021, 6, 20)),
        MilestoneView(2, "final", date(2021, 11, 30)),
    )
    held = action(timescale=words("both", due=date(2021, 11, 30)), milestones=points)
    point = next_point(held)
    assert point is not None
    assert (PointKind.MILESTONE, "final") == (point.what, point.label)


def test_a_milestone_done_after_the_day_is_still_open_on_the_day() -> None:
    """What happened later is not known on the earlier day."""
    points = (MilestoneView(1, "draft", date(2021, 6, 30), done_on=date(2021, 9, 1)),)
    held = action(
        timescale=words("draft", due=date(2021, 6, 30)), milestones=points, as_at=date(2021, 8, 1)
    )
    assert stand(held, as_at=date(2021, 8, 1)).bucket is Bucket.OVERDUE


def test_once_all_milestones_are_done_the_due_date_stands_for_the_action() -> None:
    """A live action does not lose its date with its last milestone."""
    points = (MilestoneView(1, "only", DEC, done_on=DEC),)
    point = next_point(action(timescale=words("only", due=DEC), milestones=points))
    assert point is not None
    assert (PointKind.ACTION, DEC) == (point.what, point.due)


def test_a_review_as_the_whole_timescale_is_told_as_a_review() -> None:
    """A date by which a review is required is a dated point of its own kind."""
    review = words("review by March 2022", due=DEC, kind=TimescaleKind.REVIEW, review=DEC)
    named = (MilestoneView(1, "Next review", DEC),)
    for held in (action(timescale=review), action(timescale=review, milestones=named)):
        point = next_point(held)
        assert point is not None
        assert PointKind.REVIEW == point.what


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.IN_PLACE, DEC),
        (Status.ONGOING, DEC),
        (Status.COMPLETE, DEC),
        (Status.WITHDRAWN, None),
        (Status.SUPERSEDED, None),
    ],
)
def test_reviews_gone_by_are_watched_over_live_and_closed(
    status: Status, expected: date | None
) -> None:
    """A standing arrangement is not overdue, but its review can have gone by."""
    standing_review = words("in place", kind=TimescaleKind.IN_PLACE, review=DEC)
    held = action(status=status, timescale=standing_review)
    assert expected == stand(held, as_at=date(2022, 1, 31)).review


@given(
    st.lists(st.tuples(st.sampled_from(Status), st.none() | DAYS, st.none() | DAYS), max_size=30),
    DAYS,
    st.integers(min_value=0, max_value=400),
)
def test_counts_add_up(
    rows: list[tuple[Status, date | None, date | None]], as_at: date, within: int
) -> None:
    """Every action is in exactly one bucket, and parts sum to the whole."""
    actions = [
        action(
            f"1.1/{n}",
            status=s,
            timescale=words("w", due=due, review=review) if due or review else None,
        )
        for n, (s, due, review) in enumerate(rows, 1)
    ]
    standings = [stand(a, as_at=as_at, within=within) for a in actions]
    whole = tally(standings)
    assert len(rows) == whole.total
    assert sum(s.is_live for s, _, _ in rows) == whole.live
    assert whole == tally(standings[:7]) + tally(standings[7:])
    assert Tally() + whole == whole


@given(DAYS, DAYS, st.integers(min_value=0, max_value=60))
def test_lateness_never_shrinks_as_days_pass(due: date, as_at: date, days: int) -> None:
    """An overdue action stays overdue until something is said of it."""
    held = action(due=due)
    before = stand(held, as_at=as_at)
    after = stand(held, as_at=as_at + timedelta(days=days))
    assert after.days_overdue == before.days_overdue + days
    assert before.bucket is not Bucket.OVERDUE or after.bucket is Bucket.OVERDUE


def test_a_completion_entered_late_counts_from_the_day_it_happened() -> None:
    """What was true on a day does not depend on when it was typed in."""
    done = UpdateView(2, date(2021, 9, 30), status=Status.COMPLETE, act=9)
    before = action(due=DEC, later=(done,), as_at=date(2021, 9, 29))
    after = action(due=DEC, later=(done,), as_at=date(2021, 9, 30))
    assert (Status.NOT_STARTED, Status.COMPLETE) == (before.status, after.status)
    assert AGREED == before.last_update


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 0, 0), (0, 10, 0), (10, 10, 100), (1, 1000, 1), (999, 1000, 99), (1, 3, 33)],
)
def test_percentages_do_not_flatter(part: int, whole: int, expected: int) -> None:
    """0 and 100 are said only when it is so."""
    assert expected == percent(part, whole)
