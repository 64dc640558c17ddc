"""What people say of actions: recorded as said, folded as a naive replay would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import queries
from db.reader import open_reader
from db.writing.updates import record_change
from tests.plans import words
from tests.stores import AS_AT, drafted, loaded, paper, proposal, stored, writing
from tracker.changing import Change
from tracker.errors import Ambiguous, NotFound, Refused
from tracker.kinds import Outlook, OwnerRole, Status
from tracker.timescale import Milestone

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.plan import ActionView

JUNE = date(2021, 6, 1)
DRAFT, FINAL = date(2021, 6, 30), date(2021, 12, 31)
STEPS = replace(
    words("Draft June, final December 2021", due=FINAL),
    milestones=(Milestone("Draft plan", DRAFT), Milestone("Final plan", FINAL)),
)


@pytest.fixture
def held(engine: Engine) -> Engine:
    """A plan of three actions."""
    drafts = (
        drafted("1.1/1", owners=("Chief Officer",), contributors=("Chief Nurse",)),
        drafted("1.1/2", timescale=STEPS),
        drafted("1.1/3", status=Status.IN_PROGRESS),
    )
    stored(engine, paper(proposal("1.1", *drafts)))
    return engine


def say(engine: Engine, address: Address, change: Change, *refs: str, who: str = "Sandy") -> None:
    """Record a change on actions of the plan as it stands."""
    plan = loaded(address)
    with writing(engine, f"update {', '.join(refs)}", who=who) as session:
        actions = [plan.by_ref[ref] for ref in refs]
        record_change(session=session, plan=plan, actions=actions, change=change)


def action(address: Address, ref: str = "1.1/1", as_at: date = date(2022, 1, 31)) -> ActionView:
    """Return an action as it stood on a day."""
    return loaded(address, as_at=as_at).by_ref[ref]


def test_everything_said_is_kept(held: Engine, address: Address) -> None:
    """Status, timescale, outlook and texts, with the day, who said so and why."""
    due = words("March 2022", due=date(2022, 3, 31))
    change = Change(
        on=JUNE,
        status=Status.IN_PROGRESS,
        timescale=due,
        outlook=Outlook.AT_RISK,
        outlook_reason="Two posts are vacant",
        board_text="Work has begun.",
        note="Ask again in July",
        said_by="Head of Estates",
        reason="The first tender failed",
    )
    say(held, address, change, "1.1/1")
    update = action(address).updates[-1]
    assert (JUNE, change.status, due, change.outlook, 2) == (
        update.happened_on,
        update.status,
        update.timescale,
        update.outlook,
        update.act,
    )
    texts = ("outlook_reason", "board_text", "note", "said_by", "reason")
    assert [getattr(change, name) for name in texts] == [getattr(update, name) for name in texts]


def test_an_update_counts_from_the_day_it_happened(held: Engine, address: Address) -> None:
    """What was typed in later, of an earlier day, is folded where it belongs."""
    say(held, address, Change(on=date(2021, 10, 1), status=Status.COMPLETE), "1.1/1")
    say(held, address, Change(on=date(2021, 8, 1), status=Status.ON_HOLD), "1.1/1")
    days = [date(2021, 7, 31), date(2021, 8, 1), date(2021, 9, 30), date(2021, 10, 1)]
    assert [Status.NOT_REPORTED, Status.ON_HOLD, Status.ON_HOLD, Status.COMPLETE] == [
        action(address, as_at=day).status for day in days
    ]


def test_one_change_on_several_actions_is_one_act(held: Engine, address: Address) -> None:
    """A bulk update has one number."""
    say(held, address, Change(on=JUNE, status=Status.ON_HOLD), "1.1/1", "1.1/2", "1.1/3")
    plan = loaded(address)
    assert [Status.ON_HOLD] * 3 == [a.status for a in plan.actions]
    assert {2} == {a.updates[-1].act for a in plan.actions}


def test_leads_are_replaced_and_contributors_stay(held: Engine, address: Address) -> None:
    """New leads in their order; a contributor who leads now is no longer a contributor."""
    names = ("Head of Estates", "chief nurse", "Head of  estates")
    say(held, address, Change(on=JUNE, owners=names), "1.1/1", "1.1/2")
    lead = OwnerRole.LEAD
    expected = [("Head of Estates", lead), ("Chief Nurse", lead)]
    for ref in ("1.1/1", "1.1/2"):
        assert expected == [(owner.name, owner.role) for owner in action(address, ref).owners]
    assert 1 == len(action(address).updates)
    say(held, address, Change(on=JUNE, owners=()), "1.1/1")
    assert () == action(address).owners


def test_a_milestone_is_reached_on_a_day(held: Engine, address: Address) -> None:
    """By the beginning of its label; before that day it is still open."""
    say(held, address, Change(on=DRAFT, milestone="draft"), "1.1/2")
    assert [None, None] == [p.done_on for p in action(address, "1.1/2", JUNE).milestones]
    assert [DRAFT, None] == [p.done_on for p in action(address, "1.1/2").milestones]
    say(held, address, Change(on=FINAL, milestone="Final plan"), "1.1/2")
    assert [DRAFT, FINAL] == [p.done_on for p in action(address, "1.1/2").milestones]
    with pytest.raises(NotFound, match="no open milestone") as missing:
        say(held, address, Change(on=FINAL, milestone="draft"), "1.1/2")
    assert "no open milestone" in missing.value.hint


def test_a_milestone_is_reached_once(held: Engine, address: Address) -> None:
    """Two that say so in one act are one too many."""
    plan = loaded(address)
    there = [plan.by_ref["1.1/2"]]
    first, second = (Change(on=day, milestone="draft") for day in (DRAFT, FINAL))
    with writing(held) as session:
        record_change(session=session, plan=plan, actions=there, change=first)
        with pytest.raises(Refused, match="reached on 2021-06-30 already"):
            record_change(session=session, plan=plan, actions=there, change=second)


def test_a_milestone_must_be_meant_alone(held: Engine, address: Address) -> None:
    """Several that begin so are named."""
    alike = replace(STEPS, milestones=(Milestone("Plan A", DRAFT), Milestone("Plan B", FINAL)))
    say(held, address, Change(on=JUNE, timescale=alike), "1.1/1")
    with pytest.raises(Ambiguous, match=r"Plan A .*; Plan B"):
        say(held, address, Change(on=JUNE, milestone="plan"), "1.1/1")
    with pytest.raises(NotFound, match="no open milestone “z”"):
        say(held, address, Change(on=JUNE, milestone="z"), "1.1/1")


def test_a_new_timescale_brings_its_own_milestones(held: Engine, address: Address) -> None:
    """Those of the timescale before stay with the update that set them."""
    later = replace(STEPS, milestones=(Milestone("Only point", FINAL), Milestone("End", FINAL)))
    say(held, address, Change(on=JUNE, timescale=later), "1.1/2")
    found = action(address, "1.1/2")
    assert ["Only point", "End"] == [point.label for point in found.milestones]
    assert ["Draft plan", "Final plan"] == [p.label for p in found.updates[0].milestones]
    assert later == found.timescale


def test_what_takes_an_actions_place_is_remembered(held: Engine, address: Address) -> None:
    """A superseded action names the other one."""
    plan = loaded(address)
    with writing(held) as session:
        record_change(
            session=session,
            plan=plan,
            actions=[plan.by_ref["1.1/1"]],
            change=Change(on=JUNE, status=Status.SUPERSEDED),
            superseded_by=plan.by_ref["1.1/3"],
        )
    assert "1.1/3" == action(address).updates[-1].superseded_by


def test_a_stale_edit_is_refused_and_shows_what_changed(held: Engine, address: Address) -> None:
    """Two read the same action; the second to write is told what the first wrote."""
    plan = loaded(address)
    change = Change(on=JUNE, status=Status.COMPLETE)
    say(held, address, Change(on=JUNE, status=Status.ON_HOLD, note="Waiting"), "1.1/1", who="Ann")

    def write(ref: str) -> None:
        with writing(held) as session:
            there = plan.by_ref[ref]
            record_change(session=session, plan=plan, actions=[there], change=change)

    with pytest.raises(
        Refused, match=r"changed after you read it\. 1\.1/1: Ann on 3 January"
    ) as no:
        write("1.1/1")
    assert "→ on hold" in no.value.message
    assert "note: Waiting" in no.value.message
    assert Status.ON_HOLD is action(address).status
    write("1.1/3")
    assert Status.COMPLETE is action(address, "1.1/3").status


def test_owners_and_milestones_make_an_edit_stale_as_well(held: Engine, address: Address) -> None:
    """The record of an action is all that belongs to it."""
    plan = loaded(address)
    say(held, address, Change(on=JUNE, owners=("Chief Nurse",)), "1.1/1")
    say(held, address, Change(on=JUNE, milestone="Draft"), "1.1/2")

    def write(ref: str) -> None:
        with writing(held) as session:
            change = Change(on=JUNE, note="Mine")
            actions = [plan.by_ref[ref]]
            record_change(session=session, plan=plan, actions=actions, change=change)

    for ref in ("1.1/1", "1.1/2"):
        with pytest.raises(Refused, match=ref):
            write(ref)


def test_several_edits_in_one_act_are_not_stale(held: Engine, address: Address) -> None:
    """What an act wrote itself does not stand in its way."""
    plan = loaded(address)
    with writing(held) as session:
        for note in ("One", "Two"):
            actions = [plan.by_ref["1.1/1"]]
            change = Change(on=JUNE, note=note)
            record_change(session=session, plan=plan, actions=actions, change=change)
    assert ["One", "Two"] == [update.note for update in action(address).updates[1:]]


def test_a_closed_cycle_takes_no_update(held: Engine, address: Address) -> None:
    """After the next paper has come in, the earlier cycle stands as it is."""
    plan = loaded(address)
    stored(held, paper(proposal("1.1")), label="2022", as_at=date(2022, 4, 30))
    late = Change(on=JUNE, note="Late")
    with pytest.raises(Refused, match="Cycle 2021 is closed"), writing(held) as session:
        record_change(session=session, plan=plan, actions=plan.actions, change=late)


def test_notes_are_cleaned(held: Engine, address: Address) -> None:
    """What no engine or screen should meet is taken out, on the way in."""
    say(held, address, Change(on=JUNE, note="A\0\ud800B\x1b[31m\n", owners=("C\0O",)), "1.1/1")
    found = action(address)
    assert ("AB", ("CO", "Chief Nurse")) == (found.updates[-1].note, found.owner_names)


CHANGES = st.builds(
    Change,
    on=st.integers(0, 300).map(lambda days: AS_AT + timedelta(days=days)),
    status=st.none() | st.sampled_from(Status),
    timescale=st.none()
    | st.dates(date(2021, 1, 1), date(2023, 1, 1)).map(lambda day: words(str(day), due=day)),
    outlook=st.none() | st.sampled_from(Outlook),
    board_text=st.none() | st.sampled_from(["Begun.", "Nearly done."]),
    note=st.just("said"),
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(CHANGES, max_size=6), days=st.lists(st.integers(0, 310), min_size=1))
def test_a_plan_on_a_day_is_a_replay_of_what_had_happened(
    engine: Engine, address: Address, said: list[Change], days: list[int]
) -> None:
    """Whatever is said of whichever days in whichever order, the store folds as a replay does."""
    with open_reader(address) as reader:
        name = f"Example {len(queries.partnerships(reader))}"
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))), partnership=name)
    for change in said:
        plan = loaded(address, partnership=name)
        with writing(engine) as session:
            record_change(session=session, plan=plan, actions=plan.actions, change=change)
    for offset in days:
        day = AS_AT + timedelta(days=offset)
        (found,) = loaded(address, partnership=name, as_at=day).actions
        told = [change for change in sorted(said, key=lambda c: c.on) if change.on <= day]
        statuses = [c.status for c in told if c.status is not None]
        dues = [c.timescale.due for c in told if c.timescale is not None]
        texts = [c.board_text for c in told if c.board_text is not None]
        assert (statuses[-1] if statuses else Status.NOT_REPORTED) is found.status
        assert (dues[-1] if dues else None) == found.due
        assert (texts[-1] if texts else None) == found.board_text
        assert len(told) + 1 == len(found.updates)
