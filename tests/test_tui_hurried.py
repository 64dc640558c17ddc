"""Quick hands: what is pressed while something else is still being read or written."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input

from tests.screens import (
    MOMENT,
    PATIENCE,
    TODAY,
    hurry,
    opened,
    press,
    settings_for,
    settled,
    until,
)
from tracker.changing import Change
from tracker.errors import Refused
from tracker.kinds import Status
from tui.messages import Go, OpenAction
from tui.recording import update
from tui.screens.action import ActionScreen
from tui.screens.actions import ActionsScreen
from tui.screens.base import TrackerScreen
from tui.screens.cycles import CyclesScreen
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.say import Say
from tui.screens.opening import OpeningScreen
from tui.widgets.action_fields import ActionFields
from tui.widgets.form_field import FormField
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.message import Message

    from tracker.plan import PlanView
    from tui.app import TrackerApp

REF = "1.1/1"


@contextmanager
def slow_store(app: TrackerApp) -> Iterator[None]:
    """Let everything that is written wait until the block ends."""
    gate = Event()
    app.have(lambda _: gate.wait(PATIENCE), writes=True)
    try:
        yield
    finally:
        gate.set()


def plan_in(file: Path) -> PlanView:
    """Return what is in the file."""
    return Workspace(settings_for(file), clock=lambda: MOMENT).plan()


def notes(file: Path) -> list[str]:
    """Return the notes of the action in the file."""
    return [one.note for one in plan_in(file).by_ref[REF].updates if one.note]


def front(app: TrackerApp) -> object:
    """Return the screen in front."""
    return app.screen


async def test_a_question_whose_place_is_taken_is_not_being_done(plan_file: Path) -> None:
    """One that was never begun leaves no word below that it is being done."""
    async with opened(plan_file) as (app, pilot):
        app.read_plan()
        app.read_plan()
        await settled(pilot)
        assert {} == app._doing


async def test_what_was_said_is_written_before_the_program_ends(plan_file: Path) -> None:
    """Leaving waits for what is being written, and for what waits its turn."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        with slow_store(app):
            await hurry(pilot, "n", *"Last", "enter", "q")
            assert app.is_running
            assert app.is_writing
        await until(lambda: not app.is_running)
    assert ["Last"] == notes(plan_file)


async def test_who_leaves_is_told_of_what_was_refused(plan_file: Path) -> None:
    """The program does not end over something that could not be written."""

    def refuse(_: Workspace) -> None:
        raise Refused("It is withdrawn.")

    async with opened(plan_file) as (app, pilot):
        assert isinstance(app.screen, TrackerScreen)
        with slow_store(app):
            app.screen.record(refuse)
            await hurry(pilot, "q")
        await settled(pilot)
        assert isinstance(app.screen, Say)
        await press(pilot, "enter")
        assert app.is_running


async def test_one_question_after_the_other_is_answered_in_a_hurry(plan_file: Path) -> None:
    """What a person has just said is no change by somebody else."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        with slow_store(app):
            await hurry(pilot, "t", *"hold", "enter", "n", *"Paused", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ActionsScreen)
    assert ["Paused"] == notes(plan_file)
    assert Status.ON_HOLD == plan_in(plan_file).by_ref[REF].status


async def test_a_form_saved_twice_is_saved_once(plan_file: Path) -> None:
    """A key that is pressed again while saving does not say everything again, nor complain."""
    async with opened(plan_file) as (app, pilot):
        app.post_message(OpenAction(REF))
        await settled(pilot)
        fields = app.screen.query_one(ActionFields)
        fields.field("note").put("Once")
        await settled(pilot)
        with slow_store(app):
            await hurry(pilot, "ctrl+s", "ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, ActionScreen)
        assert "" == app.screen._refusal
    assert ["Once"] == notes(plan_file)


async def test_what_is_typed_while_a_form_is_saved_stays(plan_file: Path) -> None:
    """It is not saved with what came before it, but next."""
    async with opened(plan_file) as (app, pilot):
        app.post_message(OpenAction(REF))
        await settled(pilot)
        note = app.screen.query_one(ActionFields).field("note")
        note.put("First")
        await settled(pilot)
        with slow_store(app):
            await hurry(pilot, "ctrl+s")
            note.put("Second")
        await settled(pilot)
        assert "Second" == note.value
        await press(pilot, "ctrl+s")
        assert "" == note.value
    assert {"First", "Second"} == set(notes(plan_file))


async def test_a_form_can_be_saved_again_after_a_refusal(plan_file: Path) -> None:
    """Only what is on its way keeps the key from working."""
    async with opened(plan_file) as (app, pilot):
        app.post_message(OpenAction(REF))
        await settled(pilot)
        app.screen.query_one(ActionFields).field("status").put(str(Status.ON_HOLD))
        await settled(pilot)
        other = Workspace(settings_for(plan_file, me="B. Other"), clock=lambda: MOMENT)
        plan = other.plan()
        update(other, plan, [plan.by_ref[REF]], Change(on=TODAY, status=Status.IN_PROGRESS))
        await press(pilot, "ctrl+s")
        assert Status.IN_PROGRESS == plan_in(plan_file).by_ref[REF].status
        await press(pilot, "ctrl+s")
        assert Status.ON_HOLD == plan_in(plan_file).by_ref[REF].status


async def test_a_plan_read_again_while_a_form_opens_is_shown(plan_file: Path) -> None:
    """What comes before the fields stand is put into them all the same."""
    newer: list[PlanView] = []

    def hear(message: Message) -> None:
        if not newer or not isinstance(message, events.Compose):
            return
        screen = app.screen
        if screen.query(ActionFields) and not screen.query(FormField):
            app.plan = newer.pop()

    async with opened(plan_file, hook=hear) as (app, pilot):
        other = Workspace(settings_for(plan_file, me="B. Other"), clock=lambda: MOMENT)
        plan = other.plan()
        update(other, plan, [plan.by_ref[REF]], Change(on=TODAY, status=Status.ON_HOLD))
        newer.append(other.plan())
        app.post_message(OpenAction(REF))
        await settled(pilot)
        assert [] == newer
        field = app.screen.query_one(ActionFields).field("status")
        assert str(Status.ON_HOLD) == field.value


async def test_a_screen_that_is_done_is_left_wherever_one_is_by_then(plan_file: Path) -> None:
    """Opening a repeat ends neither another screen nor the program, and is gone on return."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "r", "plus", *"2022", "enter")
        app.screen.query_one("#day", Input).value = "31 January 2022"
        await press(pilot, "enter")
        assert isinstance(front(app), OpeningScreen)
        await press(pilot, "ctrl+s")
        assert isinstance(front(app), Confirm)
        with slow_store(app):
            await hurry(pilot, "y")
            assert app.is_writing
            app.post_message(Go("actions"))
            await hurry(pilot)
        await settled(pilot)
        assert isinstance(front(app), ActionsScreen)
        await press(pilot, "r")
        assert isinstance(front(app), CyclesScreen)
