"""Opening the repeat of a round: what it holds, what ends, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.rounds import (
    HELD,
    REPEAT,
    TODAY,
    complete,
    held_round,
    merged,
    on_day,
    opening,
    withdrawn,
)
from tests.stores import paper, proposal, stored
from tracker.changing import Change
from tracker.errors import NotFound, Refused, TrackerError, UsageFault
from tracker.kinds import CycleState, Decision, Fate, Outcome, Status
from tracker.round import progress_of
from tui import comparing, cycling, deciding, recalling, recording
from tui.finding import find_action

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.opening import Opening
    from tui.workspace import Workspace


@pytest.fixture
def place(engine: Engine, address: Address) -> Workspace:
    """A round that is held."""
    return held_round(engine, address)


def said(workspace: Workspace, ref: str, *, cycle: str | None = None, **what: object) -> None:
    """Record something of an action."""
    plan = workspace.plan(cycle=cycle)
    change = Change(on=workspace.settings.today, **what)  # type: ignore[arg-type]  # named by tests
    recording.update(workspace, plan, [find_action(plan, ref)], change)


def test_every_rating_is_carried_and_none_is_decided(place: Workspace) -> None:
    """Wording and indicators come with it; a proposal without a rating waits as well."""
    cycling.open_cycle(place, REPEAT)
    plan = place.plan(cycle="2022")
    assert CycleState.DRAFTING is plan.cycle.state
    assert ("partly", "fully", None) == tuple(plan.by_code[c].level for c in ("1.1", "1.2", "2.1"))
    decision = plan.by_code["1.1"].decision
    assert decision is not None
    assert (Decision.CARRIED, None, None) == (
        decision.kind,
        decision.decided_by,
        decision.decided_on,
    )
    assert "Leaders share rooms" == plan.by_code["1.1"].title
    assert (("partly", "Some rooms"), ("fully", "All rooms")) == plan.by_code["1.1"].indicators
    assert "partly" == plan.by_code["1.1"].previous
    assert ("0 of 3 decided", ("1.1", "1.2", "2.1")) == (
        str(progress_of(plan)),
        progress_of(plan).undecided,
    )


def test_every_live_action_goes_on_under_its_reference(place: Workspace) -> None:
    """With its owners, proposals and printed positions; closed ones are not carried."""
    done = cycling.open_cycle(place, REPEAT)
    before, plan = place.plan(), place.plan(cycle="2022")
    refs = ["1.1/1", "1.1/2", "1.2/2", "1.2/3"]
    assert refs == [a.ref for a in plan.actions] == [a.ref for a in done.carried]
    assert ["1.1/3"] == [a.ref for a in done.closed]
    for ref in refs:
        one, other = before.by_ref[ref], plan.by_ref[ref]
        assert (one.text, one.proposals, one.owner_names, one.record.aliases, one.updates) == (
            other.text,
            other.proposals,
            other.owner_names,
            other.record.aliases,
            other.updates,
        )
        assert one.id != other.id
    assert before.cross_references == plan.cross_references


def test_what_ends_is_said_in_the_live_cycle(place: Workspace) -> None:
    """Complete with what shows it, withdrawn with the reason; neither is in the repeat."""
    cycling.open_cycle(place, opening(complete("1.1/1", "All done"), withdrawn("1.2/3")))
    live = place.plan()
    assert "2021" == live.cycle.label
    ended = {ref: live.by_ref[ref] for ref in ("1.1/1", "1.2/3")}
    assert [Status.COMPLETE, Status.WITHDRAWN] == [a.status for a in ended.values()]
    assert ("All done", TODAY) == (
        ended["1.1/1"].updates[-1].note,
        ended["1.1/1"].updates[-1].happened_on,
    )
    assert "No money" == ended["1.2/3"].updates[-1].reason
    assert ["1.1/2", "1.2/2"] == [a.ref for a in place.plan(cycle="2022").actions]


def test_a_merged_action_is_found_in_the_one_that_goes_on(place: Workspace) -> None:
    """By its old reference; the one that goes on stands under the proposals of both."""
    cycling.open_cycle(place, opening(merged("1.2/3", "1.1/1")))
    into = find_action(place.plan(cycle="2022"), "1.2/3")
    assert ("1.1/1", "1.1", "1.2") == (into.ref, *into.proposals[:2])
    fates = {fate.base[0].ref: fate for fate in comparing.compare(place).fates}
    assert (Fate.MERGED, "One task") == (fates["1.1/1"].fate, fates["1.1/1"].reason.split(". ")[1])


def test_the_comparison_with_a_draft_shows_every_fate(place: Workspace) -> None:
    """Each link is confirmed, and what ended is told once with its outcome."""
    cycling.open_cycle(place, opening(complete("1.1/1", "Done"), withdrawn("1.2/3")))
    compared = comparing.compare(place)
    fates = {fate.base[0].ref: (fate.fate, fate.outcome) for fate in compared.fates}
    assert {
        "1.1/1": (Fate.NOT_CARRIED, Outcome.COMPLETE),
        "1.1/2": (Fate.CARRIED, Outcome.OPEN),
        "1.1/3": (Fate.NOT_CARRIED, Outcome.COMPLETE),
        "1.2/2": (Fate.CARRIED, Outcome.OPEN),
        "1.2/3": (Fate.NOT_CARRIED, Outcome.WITHDRAWN),
    } == fates
    assert all(f.confirmed for f in compared.fates if f.fate is Fate.CARRIED)
    assert ["2021", "2022"] == [plan.cycle.label for plan in comparing.trend(place)]


def test_the_draft_shows_what_is_said_in_the_live_cycle(place: Workspace) -> None:
    """Status, date and owner flow over at once; updates of a carried action go nowhere else."""
    cycling.open_cycle(place, REPEAT)
    said(place, "1.1/1", status=Status.IN_PROGRESS, owners=("Chief Finance Officer",))
    held = place.plan(cycle="2022").by_ref["1.1/1"]
    assert (Status.IN_PROGRESS, ("Chief Finance Officer",)) == (held.status, held.owner_names)
    with pytest.raises(Refused, match="carried into cycle 2022") as refused:
        said(place, "1.1/1", cycle="2022", status=Status.COMPLETE)
    assert "--cycle 2021" in refused.value.hint
    assert Status.IN_PROGRESS is place.plan().by_ref["1.1/1"].status


def test_new_actions_of_the_draft_take_numbers_never_used(place: Workspace) -> None:
    """Also where the newest of the live cycle was not carried; they are updated in the draft."""
    cycling.open_cycle(place, opening(complete("1.2/3")))
    change = Change(on=TODAY, status=Status.NOT_STARTED)
    plan = place.plan(cycle="2022")
    ref = recording.add(place, plan, codes=["1.2"], text="Open it", delivery=None, change=change)
    assert "1.2/4" == ref
    said(place, ref, cycle="2022", status=Status.IN_PROGRESS)
    assert Status.IN_PROGRESS is place.plan(cycle="2022").by_ref[ref].status
    with pytest.raises(NotFound):
        find_action(place.plan(), ref)


def test_opening_is_one_act_that_undo_takes_back_whole(place: Workspace) -> None:
    """Whatever ended with it is live again, and the label is free."""
    before = place.plan()
    cycling.open_cycle(place, opening(complete("1.1/1"), merged("1.2/3", "1.2/2")))
    recalling.undo(place, recalling.undoable(place))
    after = place.plan()
    assert replace(before, act=0) == replace(after, act=0)
    assert 1 == len(place.cycles()[1])
    cycling.open_cycle(place, REPEAT)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (opening(label="2021"), "cycle 2021 already"),
        (opening(label=" "), "no label"),
        (opening(label="2022/1"), "cannot be called"),
        (replace(REPEAT, as_at=date(2021, 4, 30)), "which it repeats"),
        (replace(REPEAT, as_at=date(2020, 4, 30)), "which it repeats"),
        (opening(complete("9.9/9")), "no action 9.9/9"),
        (opening(complete("1.1/3")), "complete already"),
        (opening(withdrawn("1.1/1", None)), "without a reason"),
        (opening(merged("1.1/1", "1.1/2", None)), "without a reason"),
        (opening(merged("1.1/1", None)), "into which action"),
        (opening(merged("1.1/1", "1.1/1")), "into itself"),
        (opening(merged("1.1/1", "1.1/3")), "complete already"),
        (opening(merged("1.1/1", "1.1/2"), withdrawn("1.2/1")), "which is to be withdrawn"),
        (opening(complete("1.1/2"), withdrawn("1.2/1")), "Two things are said of 1.1/2"),
    ],
)
def test_what_cannot_be_opened_is_refused(place: Workspace, wanted: Opening, words: str) -> None:
    """With the reason, beforehand as well as when it is done; nothing is changed."""
    act = place.plan().act
    for verb in (cycling.foresee_opening, cycling.open_cycle):
        with pytest.raises(TrackerError, match=words) as refused:
            verb(place, wanted)
        assert isinstance(refused.value, Refused | NotFound | UsageFault)
        assert refused.value.hint
    assert act == place.plan().act


def test_one_repeat_is_drafted_at_a_time(place: Workspace, engine: Engine) -> None:
    """Another opening is refused, and so is a paper that would take its place."""
    cycling.open_cycle(place, REPEAT)
    with pytest.raises(Refused, match="2022 is being drafted"):
        cycling.open_cycle(place, opening(label="2023"))
    with pytest.raises(Refused, match="2022 is being drafted"):
        stored(engine, paper(proposal("1.1", rating="fully")), label="2023", as_at=TODAY)
    stored(engine, paper(proposal("1.2", rating="partly")), label="2019", as_at=date(2019, 5, 15))
    assert ["2019", "2021", "2022"] == [c.label for c in place.cycles()[1]]


def test_without_an_agreed_cycle_there_is_nothing_to_repeat(
    place: Workspace, engine: Engine
) -> None:
    """A partnership of which nothing is held says so."""
    stored(engine, HELD, partnership="Glen", again=True)
    empty = on_day(place, TODAY)
    recalling.undo(empty, recalling.undoable(empty, 2))
    with pytest.raises(NotFound):
        cycling.foresee_opening(
            type(empty)(replace(empty.settings, partnership="Glen"), clock=empty._clock), REPEAT
        )


def test_a_round_can_be_prepared_before_its_day(place: Workspace) -> None:
    """It is read, added to and decided on before; but not before the round that it repeats."""
    early = on_day(place, date(2022, 1, 10))
    cycling.open_cycle(early, REPEAT)
    plan = early.plan_for_decision(cycle=None, on=date(2022, 1, 9))
    assert "2022" == plan.cycle.label
    deciding.rate(
        early, plan, code="1.2", level="fully", by="Board", reason=None, on=date(2022, 1, 9)
    )
    assert 1 == len(cycling.progress(early)[1].decided)
    before = early.plan_for_decision(cycle=None, on=date(2021, 1, 9))
    with pytest.raises(Refused, match="lies before the ratings"):
        deciding.rate(
            early, before, code="1.2", level="fully", by="B", reason=None, on=date(2021, 1, 9)
        )


def test_words_that_the_draft_has_not_changed_change_with_the_live_cycle(place: Workspace) -> None:
    """What was reworded in the draft stays as it was reworded there; undo takes back both."""
    cycling.open_cycle(place, REPEAT)
    drawn = place.plan(cycle="2022")
    recording.edit(place, drawn, drawn.by_ref["1.1/1"], text="Open the rooms", codes=["1.2"])
    for ref in ("1.1/1", "1.1/2"):
        live = place.plan()
        recording.edit(place, live, live.by_ref[ref], text=f"Said anew of {ref}", delivery="Soon")
    held = place.plan(cycle="2022").by_ref
    assert ("Open the rooms", ("1.2",)) == (held["1.1/1"].text, held["1.1/1"].proposals)
    assert ("Said anew of 1.1/2", "Soon") == (held["1.1/2"].text, held["1.1/2"].record.delivery)
    fates = {fate.base[0].ref: fate.fate for fate in comparing.compare(place).fates}
    assert (Fate.MOVED, Fate.CARRIED) == (fates["1.1/1"], fates["1.1/2"])
    recalling.undo(place, recalling.undoable(place))
    assert drawn.by_ref["1.1/2"].text == place.plan(cycle="2022").by_ref["1.1/2"].text
