"""Counts and movements that add up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import FRAMEWORK, action, assessment, plan, words
from tracker.kinds import Decision, Status
from tracker.reports.actions import ActionFilter, choose
from tracker.reports.ratings import direction
from tracker.reports.summary import summary_report
from tracker.story import tell
from tracker.summary import movement, summarise

LEVELS = st.sampled_from([None, *(level.name for level in FRAMEWORK.scale)])


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=3, max_size=3))
def test_movements_cover_every_local_proposal(pairs: list[tuple[str | None, str | None]]) -> None:
    """Up, down, unchanged and not comparable add up; both distributions hold each proposal."""
    assessments = tuple(
        assessment(p.code, after, before)
        for p, (before, after) in zip(FRAMEWORK.local, pairs, strict=True)
    )
    summary = summarise(plan(assessments=assessments))
    moves = summary.movements
    assert 3 == moves.up + moves.down + moves.unchanged + moves.not_comparable
    assert 3 == sum(dict(summary.before).values()) == sum(dict(summary.after).values())


@given(LEVELS, LEVELS)
def test_movement_mirrors(before: str | None, after: str | None) -> None:
    """Swapping the rounds turns up into down."""
    there, back = movement(FRAMEWORK, before, after), movement(FRAMEWORK, after, before)
    assert there is None is back or (there is not None and back is not None and there == -back)


def test_a_national_proposal_has_no_rating_line() -> None:
    """Only locally rated proposals are compared."""
    assert ["1.1", "1.2", "2.1"] == [line.code for line in summarise(plan()).lines]


def test_a_paper_that_disagrees_with_the_held_cycle_is_flagged() -> None:
    """The previous rating held counts; the printed one is told as different."""
    held = (assessment("1.1", "fully", "partly", printed="not yet"),)
    line = summarise(plan(assessments=held)).lines[0]
    assert (1, True, Decision.RATED) == (line.movement, line.mismatch, line.decision)
    assert "another previous rating" in str(summary_report(tell(plan(assessments=held))).sections)


def test_an_action_under_two_proposals_counts_once_in_all() -> None:
    """The whole plan counts it once, each proposal shows it."""
    both = action("1.1/1", proposals=("1.1", "2.1"))
    held = plan(both, assessments=tuple(assessment(p.code, "fully") for p in FRAMEWORK.proposals))
    summary = summarise(held)
    assert 1 == summary.tally.total
    assert [1, 0, 1] == [line.tally.total for line in summary.lines]
    assert [("1", 1), ("2", 0)] == [(code, t.total) for code, t in summary.by_feature]


@pytest.mark.parametrize(
    ("move", "expected"),
    [(None, "not comparable"), (0, "unchanged"), (2, "▲ up 2"), (-1, "▼ down 1")],
)
def test_direction_reads_without_colour(move: int | None, expected: str) -> None:
    """A sign and a word say it."""
    assert expected == direction(move)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ActionFilter(), ["1.1/1", "1.2/1", "2.1/1"]),
        (ActionFilter(statuses=frozenset({"live"})), ["1.1/1", "1.2/1"]),
        (ActionFilter(statuses=frozenset({"overdue"})), ["1.1/1"]),
        (ActionFilter(owner=""), ["1.2/1", "2.1/1"]),
        (ActionFilter(owner="chief"), ["1.1/1"]),
        (ActionFilter(features=frozenset({"2"})), ["2.1/1"]),
        (ActionFilter(proposals=frozenset({"1.2"})), ["1.2/1"]),
        (ActionFilter(words="ROOM  open"), ["1.1/1"]),
        (ActionFilter(due_from=date(2022, 1, 1)), ["1.2/1"]),
        (ActionFilter(due_to=date(2021, 12, 31)), ["1.1/1"]),
        (ActionFilter(undated=True), ["2.1/1"]),
        (ActionFilter(owner="chief", undated=True), []),
        (ActionFilter(reviews=True), ["1.2/1"]),
        (ActionFilter(silent=276), ["1.1/1", "1.2/1"]),
        (ActionFilter(silent=277), []),
        (ActionFilter(statuses=frozenset({"due soon"})), []),
        (ActionFilter(statuses=frozenset({"due soon"}), within=59), ["1.2/1"]),
    ],
)
def test_a_filter_takes_what_passes_all_of_it(wanted: ActionFilter, expected: list[str]) -> None:
    """Each part narrows the list."""
    held = plan(
        action("1.1/1", "Open a room", due=date(2021, 12, 31), owners=("Chief Officer",)),
        action(
            "1.2/1",
            "Share plans",
            timescale=words("March", due=date(2022, 3, 31), review=date(2022, 1, 1)),
        ),
        action("2.1/1", "Share budgets", status=Status.IN_PLACE),
    )
    assert expected == [standing.action.ref for standing in choose(held, wanted)]
