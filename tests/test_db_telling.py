"""What acts changed, told in the words of the people who use the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from db.lookback import Asked, find_record, history, history_of
from db.reader import open_reader
from db.writing.actions import edit_action
from db.writing.owners import find_or_add_post
from db.writing.updates import record_change
from tests.plans import words
from tests.stores import AS_AT, drafted, loaded, paper, proposal, stored, writing
from tests.test_db_history import STEPS
from tests.test_db_undoing import undo
from tracker.changing import Change
from tracker.kinds import Status
from tracker.timescale import Milestone

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address


def told(address: Address) -> list[tuple[str, str, str | None, str | None]]:
    """Return what the newest act changed."""
    with open_reader(address) as reader:
        (entry,) = history(reader, Asked(limit=1))
    return [(one.subject, one.field, one.before, one.after) for one in entry.told]


def begin(engine: Engine) -> None:
    """Store a paper with one action that has a milestone."""
    due = date(2022, 6, 30)
    when = replace(words("June 2022", due=due), milestones=(Milestone("Draft", due),))
    stored(engine, paper(proposal("1.1", drafted("1.1/1", timescale=when))))


def test_rewording_and_moving_are_told(engine: Engine, address: Address) -> None:
    """The wording with both texts, the proposals by their codes."""
    begin(engine)
    plan = loaded(address)
    with writing(engine) as session:
        edit_action(
            session=session, plan=plan, action=plan.actions[0], text="New", codes=["1.2", "2.1"]
        )
    assert [
        ("1.1/1", "proposals", "1.1", "1.2, 2.1"),
        ("1.1/1", "wording", "Agree who leads 1.1/1", "New"),
    ] == told(address)


def test_a_milestone_that_was_reached_is_told(engine: Engine, address: Address) -> None:
    """With the day on which it was."""
    begin(engine)
    plan = loaded(address)
    change = Change(on=AS_AT, milestone="Draft")
    with writing(engine) as session:
        record_change(session=session, plan=plan, actions=plan.actions[:1], change=change)
    assert [("1.1/1", "reached", "none", "30 April 2021")] == told(address)


def test_a_post_is_told_by_its_name(engine: Engine, address: Address) -> None:
    """Who holds it, before and after."""
    begin(engine)
    for holder in ("Ailsa Craig", "Bob Doyle"):
        with writing(engine) as session:
            find_or_add_post(session=session, partnership=1, name="Chief Nurse", holder=holder)
    assert [("post Chief Nurse", "holder", "Ailsa Craig", "Bob Doyle")] == told(address)


def test_what_is_typed_in_late_is_told_of_its_day(engine: Engine, address: Address) -> None:
    """An update of a day before a later one changes what was said of that day, not what stands."""
    begin(engine)
    for status, on in ((Status.COMPLETE, date(2021, 12, 1)), (Status.ON_HOLD, date(2021, 11, 1))):
        plan = loaded(address)
        with writing(engine) as session:
            change = Change(on=on, status=status)
            record_change(session=session, plan=plan, actions=plan.actions, change=change)
    assert [("1.1/1", "status on 1 November 2021", None, "on hold")] == told(address)
    undo(engine, address)
    assert [("1.1/1", "status on 1 November 2021", "on hold", None)] == told(address)


def test_what_is_gone_keeps_its_name(engine: Engine, address: Address) -> None:
    """An action, a rating and a cycle that were taken back are told by what they were called."""
    begin(engine)
    STEPS["add"](engine, address)
    undo(engine, address)
    assert [("1.2/1", "action", "New", None)] == told(address)
    undo(engine, address)
    assert ("cycle Strathmore 2021", "cycle", "with 1 action", None) == told(address)[0]
    with open_reader(address) as reader:
        assert ["Strathmore 2021"] == list(history(reader, Asked())[-1].cycles)


def test_a_long_act_is_cut_and_the_rest_counted(engine: Engine, address: Address) -> None:
    """A bulk act of hundreds of rows is told in part."""
    actions = [drafted(f"1.1/{number}", f"Do thing {number}") for number in range(1, 251)]
    stored(engine, paper(proposal("1.1", *actions)))
    plan = loaded(address)
    with writing(engine) as session:
        change = Change(on=AS_AT, status=Status.ON_HOLD)
        record_change(session=session, plan=plan, actions=plan.actions, change=change)
    with open_reader(address) as reader:
        (entry,) = history(reader, Asked(limit=1))
    assert (200, 50) == (len(entry.told), entry.more)


def test_a_record_is_found_by_its_reference(engine: Engine, address: Address) -> None:
    """An action by code and number, a rating by its code; nothing else is taken for one."""
    begin(engine)
    cycle = loaded(address).cycle.id
    with open_reader(address) as reader:
        assert ("action", 1) == find_record(reader, cycle, " 1.1/1 ")
        found = find_record(reader, cycle, "1.1")
        assert found is not None
        assert "assessment" == found[0]
        for ref in ("1.1/2", "9.9", "1.1/x", "1.1/²", f"1.1/{10**30}", ""):
            assert find_record(reader, cycle, ref) is None
        assert () == history_of(reader, "action", 99, Asked())
