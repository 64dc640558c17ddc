"""Agreeing a round, what it closes for good, and taking the last closing back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from db import queries
from db.lookback import Asked
from tests.rounds import REPEAT, TODAY, complete, held_round, on_day, opening
from tests.stores import drafted, paper, proposal, stored
from tracker.agreeing import Agreement
from tracker.changing import Change
from tracker.errors import NotFound, Refused
from tracker.kinds import CycleState, Decision, Status
from tracker.reports.actions import ActionFilter, actions_report
from tracker.reports.check import check_report
from tracker.reports.compare import compare_report
from tracker.reports.overdue import overdue_report
from tracker.round import progress_of
from tracker.timescale import read_timescale
from tui import agreeing, comparing, cycling, deciding, recalling, recording
from tui.finding import find_action

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.plan import PlanView
    from tracker.report import Report
    from tui.workspace import Workspace

MEETING = date(2022, 3, 10)
LEAVE = (("1.1", "No evidence yet"), ("1.2", "Asked later"), ("2.1", "Never rated"))
BOARD = Agreement("Board", MEETING, LEAVE)


@pytest.fixture
def place(engine: Engine, address: Address) -> Workspace:
    """A round that is held, and its repeat, opened."""
    workspace = held_round(engine, address)
    cycling.open_cycle(workspace, REPEAT)
    return workspace


@pytest.fixture
def later(place: Workspace) -> Workspace:
    """The same on the day of the meeting."""
    return on_day(place, MEETING)


def say(workspace: Workspace, ref: str, *, on: date | None = None, **what: object) -> None:
    """Record something of an action in the live cycle."""
    plan = workspace.plan()
    change = Change(on=on or workspace.settings.today, **what)  # type: ignore[arg-type]  # named by tests
    recording.update(workspace, plan, [find_action(plan, ref)], change)


def facts(plan: PlanView) -> list[object]:
    """Return what is known of each action, whatever cycle holds it."""
    return [
        (
            a.ref,
            a.status,
            a.timescale,
            a.outlook,
            a.owner_names,
            a.due_dates,
            a.last_update,
            [(m.label, m.due, m.done_on) for m in a.milestones],
            [(u.happened_on, u.status, u.note, u.act, u.superseded_by) for u in a.updates],
        )
        for a in plan.actions
    ]


def test_agreeing_makes_the_repeat_live_and_closes_the_other(later: Workspace) -> None:
    """From the day of the meeting on; before it the earlier plan is the one in force."""
    done, closed = agreeing.agree(later, BOARD)
    assert ("2021",) == closed
    assert [c for c, _ in done.left] == ["1.1", "1.2", "2.1"]
    states = {c.label: (c.state, c.agreed_on) for c in later.cycles()[1]}
    assert {
        "2021": (CycleState.CLOSED, None),
        "2022": (CycleState.AGREED, MEETING),
    } == states
    assert "2022" == later.plan().cycle.label
    assert "2021" == later.plan(as_at=date(2022, 3, 9)).cycle.label
    assert "2022" == later.plan(as_at=MEETING).cycle.label


def test_what_was_said_meanwhile_goes_over_with_its_days(
    later: Workspace, place: Workspace
) -> None:
    """Every update, milestone, date and owner is as it was; first agreed dates can be read."""
    two = read_timescale("Draft 30 June 2022 Final 30 November 2022", as_at=TODAY)
    say(place, "1.1/1", timescale=two, owners=("Chief Finance Officer",), reason="Late")
    say(later, "1.1/1", milestone="Draft", status=Status.IN_PROGRESS)
    say(later, "1.2/2", status=Status.COMPLETE, note="All done", on=date(2022, 2, 20))
    drawn = later.plan(cycle="2022")
    agreeing.agree(later, BOARD)
    agreed = later.plan()
    assert facts(drawn) == facts(agreed)
    held = agreed.by_ref["1.1/1"]
    assert (date(2021, 6, 30), date(2022, 11, 30)) == held.due_dates
    assert MEETING == held.milestones[0].done_on
    before = later.plan(as_at=date(2022, 2, 15), cycle="2022")
    assert Status.COMPLETE is not before.by_ref["1.2/2"].status


def test_actions_added_to_the_live_cycle_meanwhile_go_on_too(later: Workspace) -> None:
    """Each once, linked, under the reference that it has."""
    change = Change(on=MEETING, status=Status.NOT_STARTED)
    ref = recording.add(
        later, later.plan(), codes=["1.2"], text="Meet", delivery=None, change=change
    )
    done, _ = agreeing.agree(later, BOARD)
    assert [ref] == [a.ref for a in done.arriving]
    assert "Meet" == later.plan().by_ref[ref].text
    fates = {f.base[0].ref: f for f in comparing.compare(later).fates}
    assert fates[ref].confirmed


def test_ratings_left_as_they_were_are_told_with_the_reason(later: Workspace) -> None:
    """They stay carried; nobody is said to have decided them otherwise."""
    agreeing.agree(later, BOARD)
    plan = later.plan()
    held = plan.by_code["1.1"].decision
    assert held is not None
    assert (Decision.CARRIED, "partly", "Board", "No evidence yet") == (
        held.kind,
        held.level,
        held.decided_by,
        held.reason,
    )
    assert ("1.1", "1.2", "2.1") == progress_of(plan).left
    assert {"carried", "not rated"} == {str(r.decision) for r in comparing.compare(later).ratings}


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        (Agreement(None, MEETING, LEAVE), "Who agrees"),
        (Agreement("Board", MEETING), "3 ratings are not decided: 1.1, 1.2, 2.1"),
        (Agreement("Board", MEETING, LEAVE[1:]), "1 rating is not decided: 1.1"),
        (Agreement("Board", MEETING, (*LEAVE[1:], ("1.1", " "))), "without a reason"),
        (Agreement("Board", MEETING, (*LEAVE, ("2.2", "National"))), "no proposal 2.2"),
        (Agreement("Board", MEETING, (*LEAVE, ("9.9", "What"))), "no proposal 9.9"),
        (Agreement("Board", date(2022, 3, 11), LEAVE), "has not come yet"),
        (Agreement("Board", date(2022, 1, 30), LEAVE), "cannot be agreed on"),
        (Agreement("Board", date(2020, 1, 30), LEAVE), "before the round"),
    ],
)
def test_what_cannot_be_agreed_is_refused(
    later: Workspace, agreement: Agreement, words: str
) -> None:
    """With the reason and the next step; nothing is changed."""
    act = later.plan().act
    with pytest.raises((Refused, NotFound), match=words) as refused:
        agreeing.agree(later, agreement)
    assert refused.value.hint
    assert act == later.plan().act


def test_a_decided_rating_cannot_be_left_and_keeps_its_day(later: Workspace) -> None:
    """Nor can a round be agreed before the day of its last decision."""
    plan = later.plan_for_decision(cycle=None, on=MEETING)
    deciding.confirm(later, plan, {"1.1": None, "1.2": "Better"}, by="Board", on=MEETING)
    with pytest.raises(Refused, match="decided already"):
        agreeing.agree(later, BOARD)
    with pytest.raises(Refused, match="was decided on"):
        agreeing.agree(later, Agreement("Board", date(2022, 3, 9), LEAVE[2:]))
    agreeing.agree(later, Agreement("Board", MEETING, LEAVE[2:]))
    held = later.plan().by_code["1.2"].decision
    assert held is not None
    assert (Decision.CONFIRMED, "Better") == (held.kind, held.within)


def test_a_draft_may_be_sent_in_and_amended(later: Workspace) -> None:
    """As often as need be; there must be one, and the day must have come."""
    assert CycleState.SUBMITTED is agreeing.submit(later, by="Chief Officer", on=MEETING).state
    plan = later.plan_for_decision(cycle=None, on=MEETING)
    deciding.rate(later, plan, code="2.1", level="fully", by="Board", reason=None, on=MEETING)
    agreeing.submit(later, by=None, on=MEETING)
    with pytest.raises(Refused, match="has not come"):
        agreeing.submit(later, by=None, on=date(2022, 3, 11))
    agreeing.agree(later, Agreement("Board", MEETING, LEAVE[:2]))
    with pytest.raises(NotFound, match="No round of Strathmore is being drafted") as missing:
        agreeing.submit(later, by=None, on=MEETING)
    assert "cycle open" in missing.value.hint
    with pytest.raises(NotFound):
        agreeing.agree(later, BOARD)


def printed(workspace: Workspace, day: date) -> list[Report]:
    """Return reports of the first round as at a day."""
    plan = workspace.plan(cycle="2021", as_at=day)
    compared = comparing.compare(workspace, "2019", "2021", as_at=day)
    return [
        overdue_report(plan),
        actions_report(plan, ActionFilter()),
        check_report(plan, silent=60),
        compare_report(compared),
    ]


def test_a_closed_cycle_prints_again_as_it_was(later: Workspace, engine: Engine) -> None:
    """Every report of its last day in force is equal, also after the next one has gone on."""
    stored(engine, paper(proposal("1.2", rating="partly")), label="2019", as_at=date(2019, 5, 15))
    last = date(2022, 3, 9)
    say(later, "1.1/2", status=Status.ON_HOLD, on=last)
    before = printed(later, last)
    agreeing.agree(later, BOARD)
    say(later, "1.1/2", status=Status.COMPLETE, note="Done")
    assert before == printed(later, last)


def test_a_closed_cycle_never_changes(later: Workspace) -> None:
    """Every verb says so, and what to do instead."""
    agreeing.agree(later, BOARD)
    closed = later.plan(cycle="2021")
    action = closed.by_ref["1.1/1"]
    change = Change(on=MEETING, status=Status.COMPLETE)
    new = Change(on=MEETING)
    act = closed.act
    for verb in (
        lambda: recording.update(later, closed, [action], change),
        lambda: recording.add(later, closed, codes=["1.1"], text="A", delivery=None, change=new),
        lambda: recording.edit(later, closed, action, text="Other words"),
        lambda: deciding.rate(
            later, closed, code="1.1", level="fully", by="B", reason="R", on=MEETING
        ),
        lambda: deciding.confirm(later, closed, {"1.1": None}, by="B", on=MEETING),
    ):
        with pytest.raises(Refused, match="closed") as refused:
            verb()
        assert refused.value.hint
    assert act == later.plan().act


def test_agreeing_can_be_undone_until_something_is_said_in_the_new_cycle(later: Workspace) -> None:
    """Then it is refused, with the act that stands in the way."""
    draft, live = later.plan(cycle="2022"), later.plan()
    agreeing.agree(later, BOARD)
    recalling.undo(later, recalling.undoable(later))
    assert replace(live, act=0) == replace(later.plan(), act=0)
    assert replace(draft, act=0) == replace(later.plan(cycle="2022"), act=0)
    agreeing.agree(later, BOARD)
    agreed = recalling.undoable(later)
    say(later, "1.1/1", status=Status.COMPLETE)
    with pytest.raises(Refused, match="was changed since") as refused:
        recalling.undo(later, agreed)
    assert "tracker cycle reopen" in refused.value.hint
    recalling.undo(later, recalling.undoable(later))
    recalling.undo(later, agreed)
    assert "2021" == later.plan().cycle.label


def test_the_last_closing_can_be_taken_back(later: Workspace) -> None:
    """What was said since goes back into the earlier cycle; agreeing again brings it on again."""
    two = read_timescale("Draft 30 June 2022 Final 30 November 2022", as_at=TODAY)
    say(later, "1.1/1", timescale=two)
    agreeing.agree(later, BOARD)
    say(later, "1.1/1", milestone="Draft")
    say(later, "1.1/2", status=Status.ON_HOLD, owners=("Chief Officer", "Head of Finance"))
    agreed = facts(later.plan())
    assert ("2021", "2022") == agreeing.reopen(later, reason="The board had no quorum")
    live = later.plan()
    assert ("2021", CycleState.AGREED) == (live.cycle.label, live.cycle.state)
    assert CycleState.DRAFTING is later.plan(cycle="2022").cycle.state
    assert Status.ON_HOLD is live.by_ref["1.1/2"].status
    assert ("Chief Officer", "Head of Finance") == live.by_ref["1.1/2"].owner_names
    assert MEETING == live.by_ref["1.1/1"].milestones[0].done_on
    assert agreed == facts(later.plan(cycle="2022"))
    plan, change = later.plan(cycle="2022"), Change(on=MEETING, note="x")
    with pytest.raises(Refused, match="carried into cycle 2022"):
        recording.update(later, plan, [plan.by_ref["1.1/2"]], change)
    done, _ = agreeing.agree(later, Agreement("Board", MEETING, (("1.1", "Still none"),)))
    assert ("Still none", 1) == (done.left[0][1].reason, len(done.left))
    assert agreed == facts(later.plan())
    recalling.undo(later, recalling.undoable(later))
    recalling.undo(later, recalling.undoable(later))
    assert agreed == facts(later.plan())


def test_only_the_latest_closing_with_a_reason(later: Workspace, engine: Engine) -> None:
    """Others are refused, and so is opening again while a draft is open."""
    with pytest.raises(Refused, match="is being drafted"):
        agreeing.reopen(later, reason="Why")
    agreeing.agree(later, BOARD)
    with pytest.raises(Refused, match="without a reason"):
        agreeing.reopen(later, reason=None)
    with pytest.raises(Refused, match="has not come"):
        agreeing.reopen(later, reason="Why", on=date(2022, 3, 11))
    stored(engine, paper(proposal("1.2", rating="partly")), label="2019", as_at=date(2019, 5, 15))
    with pytest.raises(Refused, match="Only the latest closing"):
        agreeing.reopen(later, "2019", reason="Why")
    assert ("2021", "2022") == agreeing.reopen(later, "2021", by="Board", reason="Why")


def test_a_closing_by_a_paper_can_be_taken_back_as_well(later: Workspace, engine: Engine) -> None:
    """The paper's cycle is a draft that was sent in; agreeing it makes it live again."""
    agreeing.agree(later, BOARD)
    stored(
        engine,
        paper(proposal("1.2", drafted("1.2/9"), rating="partly")),
        label="2023",
        as_at=date(2022, 3, 5),
    )
    assert ("2022", "2023") == agreeing.reopen(later, reason="Came too early")
    assert CycleState.SUBMITTED is later.plan(cycle="2023").cycle.state
    agreeing.agree(later, Agreement("Board", MEETING, (LEAVE[0], LEAVE[2])))
    assert "2023" == later.plan().cycle.label


def test_a_third_round_goes_on_from_the_second(later: Workspace) -> None:
    """First agreed dates survive every round, and no number is used twice."""
    say(later, "1.1/1", timescale=read_timescale("May 2022", as_at=MEETING))
    agreeing.agree(later, BOARD)
    year = on_day(later, date(2023, 3, 1))
    cycling.open_cycle(
        year, replace(opening(complete("1.1/2")), label="2023", as_at=date(2023, 1, 31))
    )
    leave = (*LEAVE[:2], ("2.1", "Still not"))
    agreeing.agree(year, Agreement("Board", date(2023, 3, 1), leave))
    plan = year.plan()
    assert ["1.1/1", "1.2/2", "1.2/3"] == [a.ref for a in plan.actions]
    assert (date(2021, 6, 30), date(2022, 5, 31)) == plan.by_ref["1.1/1"].due_dates
    assert ["2021", "2022", "2023"] == [p.cycle.label for p in comparing.trend(year)]
    assert 4 == len(comparing.compare(year, "2021", "2023").fates) - 1


def test_the_draft_is_seen_as_it_was_recorded_then(later: Workspace) -> None:
    """Also after it was agreed: what it showed of the live cycle is read as it was."""
    say(later, "1.1/1", note="Now")
    with later.reading() as reader:
        act = queries.newest_act(reader)
    drawn = later.plan(cycle="2022")
    agreeing.agree(later, BOARD)
    from db.known import known_at

    with later.reading() as reader, known_at(reader, act) as known:
        assert drawn == queries.load_plan(known, drawn.cycle.id, as_at=MEETING)


def test_a_rating_of_the_live_cycle_that_moves_moves_in_the_draft(later: Workspace) -> None:
    """As long as nobody has decided it there."""
    live = later.plan()
    deciding.rate(later, live, code="1.1", level="fully", by="B", reason="R", on=MEETING)
    drawn = later.plan(cycle="2022").by_code["1.1"]
    assert ("fully", "carried") == (drawn.level, str(drawn.decision and drawn.decision.kind))
    plan = later.plan_for_decision(cycle=None, on=MEETING)
    deciding.rate(later, plan, code="1.1", level="partly", by="B", reason="R", on=MEETING)
    deciding.rate(later, later.plan(), code="1.1", level="not yet", by="B", reason="R", on=MEETING)
    drawn = later.plan(cycle="2022").by_code["1.1"]
    assert ("partly", "lowered") == (drawn.level, str(drawn.decision and drawn.decision.kind))


def test_a_draft_that_took_its_paper_in_is_agreed_with_what_it_says(later: Workspace) -> None:
    """The paper's word of a carried action stands in the live cycle, and comes over from there."""
    from db.writing.reconciling import apply_difference, look

    cycle, on = later.plan(cycle="2022").cycle.id, date(2022, 1, 31)
    own = later.plan(cycle="2022").by_ref["1.1/1"]
    printed = drafted("1.1/1", own.text, status=Status.ON_HOLD, owners=("Keeper",))
    second = paper(proposal("1.1", printed))
    with later.reading() as reader:
        seen = look(reader, second, cycle=cycle, on=on, today=MEETING)
    with later.act("import second.docx into 2022") as session:
        apply_difference(session=session, paper=second, cycle=cycle, seen=seen, today=MEETING)
    for label in (None, "2022"):
        shown = later.plan(cycle=label).by_ref["1.1/1"]
        assert (Status.ON_HOLD, ("Keeper",)) == (shown.status, shown.owner_names)
    agreeing.agree(later, BOARD)
    assert Status.ON_HOLD is later.plan().by_ref["1.1/1"].status
    with later.reading() as reader:
        assert look(reader, second, cycle=cycle, on=on, today=MEETING).is_empty
        other = replace(second, proposals=(proposal("1.1", replace(printed, owners=("Porter",))),))
        (action, *_) = look(reader, other, cycle=cycle, on=on, today=MEETING).actions
    assert frozenset({"owner"}) == action.taken


def test_the_history_of_an_action_goes_on_through_its_rounds(later: Workspace) -> None:
    """Each act once, with what it said; taking over what was said is not told again."""
    say(later, "1.1/1", status=Status.IN_PROGRESS)
    said = recalling.undoable(later).number
    agreeing.agree(later, BOARD)
    agreed = recalling.undoable(later).number
    say(later, "1.1/1", status=Status.COMPLETE, note="Done")
    for cycle in (None, "2021"):
        _, found = recalling.history(later, Asked(), ref="1.1/1", cycle=cycle)
        numbers = [entry.act.number for entry in found]
        assert numbers == sorted(set(numbers), reverse=True)
        assert {said, said - 1, agreed + 1} <= set(numbers)
        assert agreed not in numbers
    assert ("in progress", "complete") == next(
        (told.before, told.after) for told in found[0].told if told.field == "status"
    )
