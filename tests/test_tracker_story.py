"""The story of a year, and of the time since the last paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.plans import AGREED, action, assessment, plan, words
from tracker.compare import compare_plans
from tracker.kinds import CycleState, Decision, EvidenceKind, Outcome, Outlook, OwnerRole, Status
from tracker.lineage import Link
from tracker.plan import CycleView, DecisionView, EvidenceView, OwnerView, UpdateView, fold
from tracker.rules import Bucket
from tracker.slippage import by_owner, by_proposal
from tracker.story import Story, against, tell

if TYPE_CHECKING:
    from tracker.plan import ActionView, PlanView
    from tracker.timescale import Timescale

MIDWAY, NOW = date(2021, 10, 31), date(2022, 5, 31)
REPEAT = CycleView(3, "c3", "2022", date(2022, 4, 30), CycleState.AGREED)


def said(
    on: date,
    *,
    status: Status | None = None,
    timescale: Timescale | None = None,
    outlook: Outlook | None = None,
    board_text: str | None = None,
) -> UpdateView:
    """Return an update of a day."""
    return UpdateView(
        9,
        on,
        status=status,
        timescale=timescale,
        outlook=outlook,
        board_text=board_text,
        said_by="Chief Officer",
    )


def year(*actions: ActionView) -> Story:
    """Return the story of one cycle so far."""
    return tell(plan(*actions, as_at=NOW))


def repeat_of(base: PlanView, *actions: ActionView) -> PlanView:
    """Return a later cycle of the same partnership."""
    return replace(base, cycle=REPEAT, previous=base.cycle, as_at=NOW, actions=actions)


@st.composite
def later_updates(draw: st.DrawFn) -> tuple[UpdateView, ...]:
    """Return some updates after the plan was agreed, oldest first."""
    days = draw(st.lists(st.integers(1, 380), max_size=3))
    return tuple(
        said(
            AGREED + timedelta(days=day),
            status=draw(st.none() | st.sampled_from(Status)),
            timescale=draw(
                st.none()
                | st.dates(date(2021, 5, 1), date(2023, 1, 1)).map(
                    lambda due: words(due.isoformat(), due=due)
                )
            ),
        )
        for day in sorted(days)
    )


@st.composite
def actions(draw: st.DrawFn) -> tuple[ActionView, ...]:
    """Return the actions of a plan."""
    count = draw(st.integers(min_value=0, max_value=6))
    return tuple(
        action(
            f"{draw(st.sampled_from(['1.1', '1.2', '2.1']))}/{n}",
            f"Do the task number {n}",
            status=draw(st.sampled_from(Status)),
            due=draw(st.none() | st.dates(date(2021, 5, 1), date(2023, 1, 1))),
            later=draw(later_updates()),
            as_at=NOW,
        )
        for n in range(1, count + 1)
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Return a story of one cycle or of two, with or without a day."""
    base = plan(*draw(actions()), as_at=NOW)
    since = draw(st.none() | st.dates(AGREED, NOW - timedelta(days=1)))
    if draw(st.booleans()):
        return tell(base, since=since)
    repeat = repeat_of(base, *draw(actions()))
    pairs = [(b.ref, r.ref) for b in base.actions for r in repeat.actions]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    links = [Link(b, r, 0.9, "alike") for b, r in chosen]
    return tell(repeat, compare_plans(base, repeat, links), since=since)


@given(stories())
def test_every_action_is_in_exactly_one_thread_and_one_bucket(story: Story) -> None:
    """The earlier cycle's outcomes add up to its actions, the present buckets to the plan's."""
    base = story.compared.base.actions if story.compared else ()
    assert sorted(a.ref for t in story.threads for a in t.base) == sorted(a.ref for a in base)
    assert sorted(a.ref for t in story.threads for a in t.now) == sorted(
        a.ref for a in story.plan.actions
    )
    assert len(base) == sum(count for _, count in story.outcomes)
    counts = story.summary.tally
    assert len(story.plan.actions) == counts.total == counts.live + counts.closed
    assert counts.total == sum(tally.total for _, tally in story.summary.by_feature)


@given(stories())
def test_nothing_is_told_twice(story: Story) -> None:
    """An action is done, dropped or live again, and never two of these."""
    told = [id(t) for part in (story.done, story.dropped, story.reopened) for t in part]
    assert len(told) == len(set(told))


@given(stories())
def test_slippage_is_later_and_the_furthest_first(story: Story) -> None:
    """Only later dates are slippage, and each move told lies after the day that was named."""
    days = [slip.days for _, slip in story.slips]
    assert days == sorted(days, reverse=True)
    assert all(day > 0 for day in days)
    if story.changes_only and story.start:
        assert all(m.on > story.start for _, slip in story.slips for m in slip.moves)


@given(actions())
def test_changes_since_a_day_are_those_between_two_looks(held: tuple[ActionView, ...]) -> None:
    """A naive look at the plan on both days finds the same newly done, late and added."""
    then = {a.ref: fold(a.record, as_at=MIDWAY) for a in held}
    story = tell(plan(*held, as_at=NOW), since=MIDWAY)
    closed = {Status.COMPLETE, Status.IN_PLACE}
    assert {a.ref for a in held if a.status in closed and then[a.ref].status.is_live} == {
        ref for thread in story.done for ref in thread.refs
    }
    late = {s.action.ref for s in story.overdue}
    assert late <= {s.action.ref for s in story.standings if s.bucket is Bucket.OVERDUE}
    assert () == story.added


def test_what_was_done_before_is_not_told_again() -> None:
    """Newly completed is shown once: in the first story after it."""
    held = action(due=NOW, later=(said(date(2021, 9, 1), status=Status.COMPLETE),), as_at=NOW)
    assert 1 == len(year(held).done)
    assert () == tell(plan(held, as_at=NOW), since=MIDWAY).done


def test_what_stood_when_the_plan_was_agreed_is_not_newly_done() -> None:
    """An arrangement that was in place from the start is no achievement of the year."""
    assert () == year(action(status=Status.IN_PLACE, as_at=NOW)).done


def test_the_day_of_completion_is_that_of_the_update_that_closed_it() -> None:
    """A later remark does not move it; reopening and closing again does."""
    first, again = date(2021, 6, 1), date(2022, 1, 10)
    updates = (
        said(first, status=Status.COMPLETE),
        said(date(2021, 7, 1), status=Status.IN_PROGRESS),
        said(again, status=Status.COMPLETE),
        said(date(2022, 2, 1), status=Status.COMPLETE, board_text="As said"),
    )
    (thread,) = year(action(later=updates, as_at=NOW)).done
    assert thread.last_word is not None
    assert again == thread.last_word.happened_on


def test_an_action_that_was_late_already_is_not_newly_overdue() -> None:
    """Since the last paper only what has become late since it is told."""
    held = plan(
        action("1.1/1", due=date(2021, 6, 30), as_at=NOW),
        action("1.1/2", due=date(2021, 12, 31), as_at=NOW),
        as_at=NOW,
    )
    assert ["1.1/1", "1.1/2"] == [s.action.ref for s in tell(held).overdue]
    assert ["1.1/2"] == [s.action.ref for s in tell(held, since=MIDWAY).overdue]


def test_an_action_added_later_is_new_within_its_cycle() -> None:
    """One of which nothing had been said by the day is new since it."""
    late = said(date(2022, 1, 5), status=Status.NOT_STARTED)
    added = action("1.1/2", "Train the chairs", as_at=NOW)
    added = fold(replace(added.record, updates=(late,)), as_at=NOW)
    story = year(action(as_at=NOW), added)
    assert [("1.1/2",)] == [thread.refs for thread in story.added]


def test_live_again_is_what_had_ended() -> None:
    """A completed action that is reopened is an exception; what was in place never ended."""
    reopened = (said(date(2021, 12, 1), status=Status.IN_PROGRESS),)
    story = year(
        action("1.1/1", status=Status.COMPLETE, later=reopened, as_at=NOW),
        action("1.1/2", status=Status.IN_PLACE, later=reopened, as_at=NOW),
    )
    assert [("1.1/1",)] == [thread.refs for thread in story.reopened]


def test_over_two_cycles_the_year_begins_with_the_earlier_one() -> None:
    """What was completed in the earlier cycle and is printed again counts once, on its day."""
    done = (said(date(2021, 11, 30), status=Status.COMPLETE),)
    base = plan(action(later=done, as_at=NOW), action("1.1/2", "Share plans", as_at=NOW))
    repeat = repeat_of(
        base,
        action(status=Status.COMPLETE, as_at=NOW),
        action("2.1/1", "Publish the budget", as_at=NOW),
    )
    story = tell(repeat, compare_plans(base, repeat, [Link("1.1/1", "1.1/1", 1, "the same")]))
    assert AGREED == story.start
    (thread,) = story.done
    assert thread.last_word is not None
    assert date(2021, 11, 30) == thread.last_word.happened_on
    assert [("2.1/1",)] == [t.refs for t in story.added]
    assert {Outcome.COMPLETE: 1, Outcome.NOT_KNOWN: 1} == {o: n for o, n in story.outcomes if n}


def test_where_the_earlier_actions_are_not_held_none_is_new() -> None:
    """A ratings-only cycle says nothing of actions, so the plan begins with itself."""
    base = plan(previous=False)
    base = replace(base, cycle=replace(base.cycle, id=7, label="2019", ratings_only=True))
    repeat = repeat_of(base, action(as_at=NOW))
    story = tell(repeat, compare_plans(base, repeat, ()))
    assert (False, (), REPEAT.as_at) == (story.base_held, (), story.start)


def test_a_standing_arrangement_that_stands_still_is_in_place() -> None:
    """The board reads that it is in place, not that it is still open."""
    base = plan(action(status=Status.IN_PLACE, as_at=NOW))
    repeat = repeat_of(base, action(status=Status.IN_PLACE, as_at=NOW))
    story = tell(repeat, compare_plans(base, repeat, [Link("1.1/1", "1.1/1", 1, "the same")]))
    assert {Outcome.IN_PLACE: 1} == {o: n for o, n in story.outcomes if n}


def test_ratings_decided_since_a_day_say_what_they_were() -> None:
    """The level before a decision is that of the decision before it."""
    held = assessment("1.1", "fully", "not yet")
    decided = tuple(
        DecisionView(n, Decision.RAISED, level, on, "The board", "Shown")
        for n, (level, on) in enumerate([("partly", AGREED), ("fully", date(2022, 1, 5))])
    )
    story = tell(plan(as_at=NOW, assessments=(replace(held, decisions=decided),)), since=MIDWAY)
    assert [("1.1", "partly", 1)] == [(d.code, d.before, d.movement) for d in story.decided]


def test_slippage_by_owner_counts_leads_and_those_without() -> None:
    """An action of two leads counts under both; one without is told as such."""
    later = (said(MIDWAY, timescale=words("June 2022", due=date(2022, 6, 30))),)
    due = date(2022, 3, 31)
    story = year(
        action(due=due, owners=("Chief Officer", "Chief Nurse"), later=later, as_at=NOW),
        action("1.2/1", due=due, later=later, as_at=NOW),
    )
    assert [("", 1, 91), ("Chief Nurse", 1, 91), ("Chief Officer", 1, 91)] == [
        (total.name, total.actions, total.days) for total in by_owner(story.slipped)
    ]
    assert [("1.1", 91), ("1.2", 91)] == [(t.name, t.days) for t in by_proposal(story.slipped)]


def test_a_contributor_has_not_slipped() -> None:
    """Only leads answer for a date."""
    later = (said(MIDWAY, timescale=words("June 2022", due=date(2022, 6, 30))),)
    held = action(due=date(2022, 3, 31), later=later, as_at=NOW)
    helper = OwnerView(1, "Chief Nurse", role=OwnerRole.CONTRIBUTOR)
    held = replace(held, record=replace(held.record, owners=(helper,)))
    assert [""] == [total.name for total in by_owner(year(held).slipped)]


def test_an_outlook_that_somebody_stated_is_told() -> None:
    """At risk and off track are a person's words, of live actions only."""
    worried = (said(MIDWAY, outlook=Outlook.AT_RISK),)
    story = year(action(later=worried, as_at=NOW), action("1.2/1", as_at=NOW))
    assert ["1.1/1"] == [a.ref for a in story.doubtful]


def test_another_earlier_cycle_brings_its_own_ratings() -> None:
    """Compared with an older cycle, the ratings of that one stand as the previous."""
    now = plan(assessments=(assessment("1.1", "fully", "partly", printed="partly"),))
    older = replace(
        now, cycle=replace(now.cycle, id=9), assessments=(assessment("1.1", "not yet"),)
    )
    told = against(now, older)
    assert ("not yet", None, 9) == (
        told.assessments[0].previous,
        told.assessments[0].previous_printed,
        told.previous.id if told.previous else None,
    )


def test_a_date_taken_away_since_the_last_paper_is_told() -> None:
    """An action that had a date and is live without one needs a word; others never had one."""
    gone = (said(date(2022, 1, 5), timescale=words("To be agreed")),)
    held = plan(
        action("1.1/1", due=date(2022, 3, 31), later=gone, as_at=NOW),
        action("1.2/1", as_at=NOW),
        as_at=NOW,
    )
    assert ["1.1/1"] == [a.ref for a in tell(held, since=MIDWAY).undated]
    assert ["1.1/1", "1.2/1"] == [a.ref for a in tell(held).undated]


def test_a_date_brought_forward_is_no_slip() -> None:
    """It is told apart, with the furthest first."""
    sooner = (said(MIDWAY, timescale=words("January 2022", due=date(2022, 1, 31))),)
    story = year(action(due=date(2022, 3, 31), later=sooner, as_at=NOW))
    assert ((), [-59]) == (story.slips, [slip.days for _, slip in story.brought_forward])


def test_without_a_day_to_begin_with_nothing_is_new() -> None:
    """An earlier cycle whose day is not known tells what is done, and not since when."""
    base = plan(action(as_at=NOW))
    base = replace(base, cycle=replace(base.cycle, as_at=None))
    repeat = repeat_of(base, action(status=Status.COMPLETE, as_at=NOW))
    story = tell(repeat, compare_plans(base, repeat, [Link("1.1/1", "1.1/1", 1, "the same")]))
    assert (None, 1, ()) == (story.start, len(story.done), story.added)


def test_what_the_evidence_says_became_of_an_action_is_told_in_its_words() -> None:
    """An action that the repeat no longer prints may be done all the same."""
    base = plan(action(text="Open a shared room for both teams", as_at=NOW))
    said_so = EvidenceView(EvidenceKind.EVIDENCE, "A shared room for both teams has been opened.")
    rated = replace(assessment("1.1", "fully"), evidence=(said_so,))
    repeat = replace(repeat_of(base), assessments=(rated,))
    (thread,) = tell(repeat, compare_plans(base, repeat, ())).done
    assert (Outcome.COMPLETE, True) == (thread.outcome, "has been opened" in (thread.told or ""))
