"""Two cycles side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import FRAMEWORK, action, assessment, plan, words
from tracker.check import Fault, check_plan
from tracker.compare import Comparison, compare_plans, count_earlier, count_fates
from tracker.kinds import EvidenceKind, Fate, Outcome, Status, TimescaleKind
from tracker.lineage import Link
from tracker.plan import EvidenceView
from tracker.reports.compare import told_in_words

if TYPE_CHECKING:
    from tracker.plan import ActionView, PlanView

LEVELS = st.sampled_from([None, *(level.name for level in FRAMEWORK.scale)])
TEXTS = ("Open a shared room", "Share the plans", "Agree the budget", "Train the chairs")


def rated(*levels: str | None) -> PlanView:
    """Return a plan whose local proposals have these levels and no actions."""
    held = zip(FRAMEWORK.local, levels, strict=True)
    return plan(assessments=tuple(assessment(p.code, level) for p, level in held))


@st.composite
def plans_and_links(draw: st.DrawFn) -> tuple[PlanView, PlanView, list[Link]]:
    """Return two plans with any actions, and any links between them."""
    sides = []
    for _ in range(2):
        count = draw(st.integers(min_value=0, max_value=6))
        found = [
            action(
                f"{draw(st.sampled_from(['1.1', '1.2', '2.1']))}/{n}",
                draw(st.sampled_from(TEXTS)),
                status=draw(st.sampled_from(Status)),
                due=draw(st.none() | st.dates(date(2021, 5, 1), date(2023, 1, 1))),
            )
            for n in range(1, count + 1)
        ]
        sides.append(plan(*found))
    refs = [[a.ref for a in side.actions] for side in sides]
    pairs = [(b, r) for b in refs[0] for r in refs[1]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return sides[0], sides[1], [Link(b, r, 0.9, "alike") for b, r in chosen]


@given(plans_and_links())
def test_every_action_of_both_cycles_appears_once(
    given_: tuple[PlanView, PlanView, list[Link]],
) -> None:
    """Nothing is left out and nothing doubles."""
    base, repeat, links = given_
    compared = compare_plans(base, repeat, links)
    assert sorted(a.ref for a in base.actions) == sorted(
        a.ref for f in compared.fates for a in f.base
    )
    assert sorted(a.ref for a in repeat.actions) == sorted(
        a.ref for f in compared.fates for a in f.repeat
    )


MIRRORED = {Fate.MERGED: Fate.SPLIT, Fate.SPLIT: Fate.MERGED, Fate.NEW: Fate.NOT_CARRIED}
MIRRORED[Fate.NOT_CARRIED] = Fate.NEW


@given(plans_and_links())
def test_swapping_the_cycles_mirrors_the_fates(
    given_: tuple[PlanView, PlanView, list[Link]],
) -> None:
    """What was carried one way is carried the other; new becomes not carried."""
    base, repeat, links = given_
    there = compare_plans(base, repeat, links)
    back = compare_plans(repeat, base, [replace(k, base=k.repeat, repeat=k.base) for k in links])

    def told(compared: Comparison, *, swap: bool) -> set[tuple[object, ...]]:
        sides = [(f.fate, f.base, f.repeat) for f in compared.fates]
        return {
            (MIRRORED.get(fate, fate) if swap else fate, *((r, b) if swap else (b, r)))
            for fate, b, r in (
                (fate, tuple(a.ref for a in b), tuple(a.ref for a in r)) for fate, b, r in sides
            )
        }

    many = [f for f in there.fates if len(f.base) > 1 and len(f.repeat) > 1]
    if not many:
        assert told(there, swap=True) == told(back, swap=False)


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=3, max_size=3))
def test_movements_of_every_local_proposal(pairs: list[tuple[str | None, str | None]]) -> None:
    """Changed or not, rated or not, every one is there and counted."""
    compared = compare_plans(rated(*(b for b, _ in pairs)), rated(*(a for _, a in pairs)), [])
    moves = compared.movements
    assert 3 == len(compared.ratings)
    assert 3 == moves.up + moves.down + moves.unchanged + moves.not_comparable


def test_a_plan_compared_with_itself_has_no_change() -> None:
    """Every action is carried, every rating unchanged."""
    held = replace(
        rated("fully", "partly", "not yet"),
        actions=(action("1.1/1", due=date(2021, 12, 31)), action("1.2/1", "Share the plans")),
    )
    compared = compare_plans(held, held, [Link(a.ref, a.ref, 1.0, "same") for a in held.actions])
    assert {Fate.CARRIED} == {fate.fate for fate in compared.fates}
    assert (0, 0, 3) == (
        compared.movements.up,
        compared.movements.down,
        compared.movements.unchanged,
    )
    assert [0, None] == [fate.slipped_days for fate in compared.fates]


def test_slippage_runs_from_the_first_agreed_date() -> None:
    """A later date is a slip; a review's or a yearly task's next date is not."""

    def slipped(before: PlanView, after: PlanView) -> int | None:
        links = [Link("1.1/1", "1.1/1", 1.0, "same")]
        return compare_plans(before, after, links).fates[0].slipped_days

    first, later = date(2021, 12, 31), date(2022, 12, 31)
    review = TimescaleKind.REVIEW
    assert 365 == slipped(plan(action(due=first)), plan(action(due=later)))
    assert None is slipped(plan(action()), plan(action(due=later)))
    held = plan(action(timescale=words("r", due=first, kind=review)))
    assert None is slipped(held, plan(action(timescale=words("r", due=later, kind=review))))
    yearly = "Write the 2020/21 accounts", "Write the 2021/22 accounts"
    assert None is slipped(
        plan(action(text=yearly[0], due=first)), plan(action(text=yearly[1], due=later))
    )


def test_stuck_and_unexplained() -> None:
    """All closed and not moved; moved and nothing closed."""
    done = action("1.1/1", status=Status.COMPLETE, due=date(2021, 12, 31))
    live = action("1.2/1", "Share the plans", due=date(2022, 12, 31))
    base = replace(rated("partly", "partly", "fully"), actions=(done, live))
    repeat = replace(rated("partly", "fully", "fully"), actions=(done, live))
    links = [Link(a.ref, a.ref, 1.0, "same") for a in base.actions]
    compared = compare_plans(base, repeat, links)
    assert (("1.1",), ("1.2",)) == (compared.stuck, compared.unexplained)


def test_where_only_ratings_are_held_no_action_is_new() -> None:
    """The actions are said not to be held; nothing is unexplained."""
    base = rated("partly", "partly", "partly")
    base = replace(base, cycle=replace(base.cycle, ratings_only=True))
    repeat = replace(rated("fully", "partly", "partly"), actions=(action(),))
    compared = compare_plans(base, repeat, [])
    assert (False, (), (), ()) == (
        compared.actions_held,
        compared.fates,
        compared.stuck,
        compared.unexplained,
    )


def test_completed_actions_are_counted_once() -> None:
    """Completed is not also carried; not carried is its own count."""
    done = action("1.1/1", status=Status.COMPLETE)
    compared = compare_plans(
        plan(action("1.1/1"), action("1.2/1", "Share the plans")),
        plan(done, action("2.1/1", "Agree the budget")),
        [Link("1.1/1", "1.1/1", 1.0, "same")],
    )
    counts = count_fates(compared.fates)
    assert (1, 0, 1, 1) == (counts.completed, counts.carried, counts.new, counts.not_carried)
    assert Outcome.COMPLETE in {fate.outcome for fate in compared.fates}


def test_what_became_of_merged_actions_adds_up_to_the_actions_before() -> None:
    """Two actions that are merged are two of the earlier cycle's, in words as in numbers."""
    base = plan(
        action("1.1/1"),
        action("1.1/2", "Share the plans"),
        action("2.1/1", "Agree the budget"),
    )
    links = [Link("1.1/1", "1.1/1", 1.0, "same"), Link("1.1/2", "1.1/1", 1.0, "merged")]
    compared = compare_plans(base, plan(action("1.1/1")), links)
    counts = count_earlier(compared.fates)
    assert (0, 2, 1) == (counts.completed, counts.carried, counts.not_carried)
    told = " ".join(told_in_words(compared))
    assert "3 actions before, 1 now: 0 completed, 2 carried on, 1 not carried" in told


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        (action(due=date(2022, 12, 31)), Fault.NO_OWNER),
        (action(owners=("CO",)), Fault.NO_DATE),
        (action(due=date(2020, 12, 31)), Fault.PAST_WHEN_AGREED),
        (action(timescale=words("r", review=date(2021, 12, 31))), Fault.REVIEW_DUE),
        (action(), Fault.SILENT),
        (action(status=Status.COMPLETE), Fault.NO_NOTE),
        (action(text="Rooms were opened in 2020"), Fault.NO_TASK),
        (action(text="The shared rooms"), Fault.NO_VERB),
    ],
)
def test_each_fault_is_found_and_names_its_remedy(held: ActionView, fault: Fault) -> None:
    """A finding says where and which command mends it, by more than showing it."""
    found = [f for f in check_plan(plan(held)) if f.fault is fault]
    assert ["1.1/1"] == [finding.where for finding in found]
    assert "1.1/1" in found[0].command
    assert "tracker show" not in found[0].command


def test_a_sound_action_has_no_finding() -> None:
    """Owner, date ahead, words that look ahead, news of late."""
    held = action(due=date(2022, 12, 31), owners=("CO",))
    assert () == check_plan(plan(held), silent=1000)


def test_the_same_words_with_another_date_are_found() -> None:
    """The second one is named, with the first."""
    found = check_plan(
        plan(action("1.1/1", due=date(2022, 3, 31)), action("1.2/1", due=date(2022, 6, 30)))
    )
    twice = [f for f in found if f.fault is Fault.TWICE]
    assert ["1.2/1"] == [f.where for f in twice]
    assert "--superseded-by 1.1/1" in twice[0].command


def test_a_low_rating_needs_an_open_action_or_a_reason() -> None:
    """A proposal on a low level with nothing left to do is named."""
    low = rated("partly", "fully", "not yet")
    held = replace(low, actions=(action("1.1/1"),))
    found = [f.where for f in check_plan(held) if f.fault is Fault.LOW_WITHOUT_ACTION]
    assert ["2.1"] == found


def test_what_became_of_an_action_is_also_read_in_the_evidence() -> None:
    """An action that the repeat no longer prints can be told of beside the rating."""
    gone = action("1.1/1", "Open a shared room for the locality teams in the health centre")
    told = "The shared room for the locality teams in the health centre has been opened."
    held = replace(
        assessment("1.1", "fully"), evidence=(EvidenceView(EvidenceKind.EVIDENCE, told),)
    )
    others = tuple(assessment(p.code, "fully") for p in FRAMEWORK.proposals[1:])
    compared = compare_plans(plan(gone), plan(assessments=(held, *others)), [])
    assert [(Fate.NOT_CARRIED, Outcome.COMPLETE)] == [(f.fate, f.outcome) for f in compared.fates]
    assert told in compared.fates[0].reason
    assert 1 == compared.ratings[0].counts.completed
