"""The action form: saving whole, checks as one types, leaving, and two people at once."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Select, SelectionList, Static, TextArea

from tests.pictures import picture
from tests.screens import MOMENT, TODAY, opened, press, settings_for, settled
from tracker.changing import Change
from tracker.kinds import CycleState, Status
from tui.messages import OpenAction
from tui.recording import update
from tui.screens.action import ActionScreen
from tui.screens.dialogs.pick_one import PickOne
from tui.widgets.action_fields import ActionFields
from tui.widgets.timescale_input import PAST
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import TrackerApp

WORDS = "[/] [red]bold \x1b[31m \u202e \u05e9\u05dc\u05d5\u05dd \u4f53\u5236"


@asynccontextmanager
async def form_of(
    plan_file: Path, ref: str = "1.1/1", *, size: tuple[int, int] = (160, 60)
) -> AsyncIterator[tuple[TrackerApp, Pilot[None], ActionScreen]]:
    """Open the form of an action."""
    async with opened(plan_file, size=size) as (app, pilot):
        app.post_message(OpenAction(ref))
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ActionScreen)
        yield app, pilot, screen


async def put(pilot: Pilot[None], **typed: str) -> None:
    """Let texts stand in fields, as if they had been typed."""
    fields = pilot.app.screen.query_one(ActionFields)
    for name, text in typed.items():
        fields.field(name).put(text)
    await settled(pilot)


def said(screen: ActionScreen, widget: str) -> str:
    """Return what a part of the form shows."""
    return str(screen.query_one(widget, Static).content)


def fault(screen: ActionScreen, name: str) -> str:
    """Return what is said to be wrong with a field."""
    return str(screen.query_one(ActionFields).field(name).query_one(".fault", Static).content)


def asks(screen: ActionScreen, name: str) -> bool:
    """Tell whether a field is shown."""
    return bool(screen.query_one(ActionFields).field(name).display)


def somebody(plan_file: Path, ref: str, change: Change) -> None:
    """Record a change as another person with the same file."""
    other = Workspace(settings_for(plan_file, me="B. Other"), clock=lambda: MOMENT)
    plan = other.plan()
    update(other, plan, [plan.by_ref[ref]], change)


async def test_everything_typed_is_saved_as_one_act(plan_file: Path) -> None:
    """Wording, status, note and owner are one change, and one key takes it back."""
    async with form_of(plan_file) as (app, pilot, screen):
        assert app.plan is not None
        before = app.plan.by_ref["1.1/1"]
        await put(
            pilot, text="Share support with the board", status="in progress", note="Begun",
            owners="Chief Officer; Head of Service",
        )  # fmt: skip
        assert "Ctrl+S saves" in said(screen, "#verdict")
        act = app.plan.act
        await press(pilot, "n", "ctrl+s")
        told = [note.message for note in app._notifications]
        assert ["1.1/1 is saved; Esc and then u takes it back."] == told
        now = app.plan.by_ref["1.1/1"]
        assert act + 1 == app.plan.act
        assert ("Share support with the board", Status.IN_PROGRESS) == (now.text, now.status)
        assert ("Chief Officer", "Head of Service") == now.owner_names
        assert ("Begun", "A. Tester") == (now.updates[-1].note, now.updates[-1].said_by)
        assert not screen.is_touched()
        await press(pilot, "escape", "u")
        assert replace(before) == replace(app.plan.by_ref["1.1/1"])


async def test_what_is_wrong_stands_at_its_field_and_is_not_saved(plan_file: Path) -> None:
    """The sentence comes as one types; saving goes to the field instead."""
    async with form_of(plan_file) as (app, pilot, screen):
        assert app.plan is not None
        act = app.plan.act
        await put(pilot, timescale="when pigs fly", note="x")
        assert not fault(screen, "timescale")
        assert "?" in said(screen, "#reading")
        assert "Not to be saved yet" in said(screen, "#verdict")
        await press(pilot, "ctrl+s")
        assert act == app.plan.act
        assert isinstance(app.focused, Input)
        await put(pilot, timescale="June 2022")
        assert not fault(screen, "timescale")


async def test_a_day_that_is_past_is_remarked_and_not_refused(plan_file: Path) -> None:
    """What was to be done by a day gone by may be late; it can be saved all the same."""
    async with form_of(plan_file) as (app, pilot, screen):
        assert PAST not in said(screen, "#reading")
        await put(pilot, timescale="31 May 2021")
        assert PAST in said(screen, "#reading")
        await put(pilot, timescale="31 May 2022")
        assert PAST not in said(screen, "#reading")
        await put(pilot, timescale="31 May 2021", reason="As the board was told")
        await press(pilot, "ctrl+s")
        assert app.plan is not None
        held = app.plan.by_ref["1.1/1"].timescale
        assert held is not None
        assert date(2021, 5, 31) == held.due


async def test_a_status_asks_for_what_it_needs(plan_file: Path) -> None:
    """Superseded shows the field for the other action; withdrawn wants a reason."""
    async with form_of(plan_file) as (app, pilot, screen):
        assert not asks(screen, "superseded_by")
        await put(pilot, status="superseded")
        assert asks(screen, "superseded_by")
        assert "which action" in fault(screen, "superseded_by")
        await put(pilot, superseded_by="1.1/3")
        await press(pilot, "ctrl+s")
        assert app.plan is not None
        assert Status.SUPERSEDED is app.plan.by_ref["1.1/1"].status


async def test_leaving_loses_nothing_without_a_word(plan_file: Path) -> None:
    """Stay, drop and save are offered; nothing typed leaves at once."""
    async with form_of(plan_file) as (app, pilot, screen):
        await put(pilot, note="Half a thought")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PickOne)
        await press(pilot, *"stay", "enter")
        assert screen.is_current
        assert screen.is_touched()
        await press(pilot, "escape", "enter")
        assert not screen.is_attached
        assert app.plan is not None
        assert "Half a thought" == app.plan.by_ref["1.1/1"].updates[-1].note


async def test_dropping_what_was_typed_leaves_the_plan_as_it_was(plan_file: Path) -> None:
    """Said plainly, it is dropped."""
    async with form_of(plan_file) as (app, pilot, screen):
        assert app.plan is not None
        act = app.plan.act
        await put(pilot, note="Never mind")
        await press(pilot, "escape", *"without", "enter")
        assert not screen.is_attached
        assert act == app.plan.act


async def test_what_somebody_else_changed_is_taken_over(plan_file: Path) -> None:
    """A field that was left alone shows theirs; what was typed stands."""
    async with form_of(plan_file) as (app, pilot, screen):
        await put(pilot, note="Mine")
        somebody(plan_file, "1.1/1", Change(TODAY, status=Status.IN_PROGRESS))
        app.read_plan()
        await settled(pilot)
        form = screen.query_one(ActionFields).form
        assert ("in progress", "Mine") == (form.status, form.note)
        await press(pilot, "ctrl+s")
        assert app.plan is not None
        assert "Mine" == app.plan.by_ref["1.1/1"].updates[-1].note


async def test_what_somebody_else_added_is_told_beside_what_is_typed(plan_file: Path) -> None:
    """A note takes no field's place: that it came is said, with who wrote it."""
    async with form_of(plan_file, size=(80, 24)) as (app, pilot, screen):
        await put(pilot, note="Mine")
        somebody(plan_file, "1.1/1", Change(TODAY, note="Theirs"))
        app.read_plan()
        await settled(pilot)
        told = [note.message for note in app._notifications]
        assert ["B. Other wrote meanwhile: note: Theirs. What you typed stands."] == told
        assert "Theirs" in said(screen, "#updates")
        assert "Mine" == screen.query_one(ActionFields).form.note


async def test_where_both_changed_a_field_both_are_shown(plan_file: Path) -> None:
    """Theirs stands below mine with their name; either can be taken."""
    async with form_of(plan_file) as (app, pilot, screen):
        await put(pilot, status="complete", note="Done")
        somebody(plan_file, "1.1/1", Change(TODAY, status=Status.IN_PROGRESS))
        app.read_plan()
        await settled(pilot)
        field = screen.query_one(ActionFields).field("status")
        assert "B. Other wrote meanwhile: in progress" in str(
            field.query_one(".theirs", Static).content
        )
        assert "complete" == field.value
        await pilot.click(field.query_one("Button"))
        await settled(pilot)
        assert "in progress" == field.value
        assert not field.has_class("-both")


async def test_a_save_that_came_too_late_keeps_what_was_typed(plan_file: Path) -> None:
    """Before the form has noticed, the store refuses; then both are shown and it can be saved."""
    async with form_of(plan_file) as (app, pilot, screen):
        await put(pilot, status="complete", note="Done")
        somebody(plan_file, "1.1/1", Change(TODAY, status=Status.IN_PROGRESS))
        await press(pilot, "ctrl+s")
        assert "Not saved" in said(screen, "#notice")
        form = screen.query_one(ActionFields).form
        assert ("complete", "Done") == (form.status, form.note)
        await press(pilot, "ctrl+s")
        assert app.plan is not None
        assert Status.COMPLETE is app.plan.by_ref["1.1/1"].status


async def test_a_milestone_is_ticked(plan_file: Path) -> None:
    """A dated point is reached on the day, and the form shows it so."""
    async with form_of(plan_file, "2.4/2") as (app, pilot, screen):
        points = screen.query_one(SelectionList)
        points.select(points.get_option_at_index(0))
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert app.plan is not None
        assert app.plan.by_ref["2.4/2"].milestones[0].done_on == TODAY
        assert 1 == points.option_count
        assert "reached on" in said(screen, "#reached")
        assert "Nothing is typed yet" in said(screen, "#verdict")


async def test_a_heading_too_long_for_the_terminal_ends_with_a_sign(plan_file: Path) -> None:
    """Wording and facts take two lines each; a wider terminal shows all of them."""
    async with form_of(plan_file, size=(60, 24)) as (_, pilot, screen):
        assert (
            len(said(screen, "#heading").splitlines()) == screen.query_one("#heading").size.height
        )
        await put(pilot, text="word " * 30)
        await press(pilot, "ctrl+s")
        lines = said(screen, "#heading").splitlines()
        assert 3 <= len(lines) <= 4
        assert lines[1].endswith("…")
        assert all(len(line) <= 58 for line in lines)
        assert len(lines) == screen.query_one("#heading").size.height
        await pilot.resize_terminal(200, 40)
        await settled(pilot)
        assert "…" not in said(screen, "#heading")


async def test_the_next_and_the_action_before_are_two_keys_away(plan_file: Path) -> None:
    """Without going back to the list; at the end it says so."""
    async with form_of(plan_file) as (app, pilot, _):
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, ActionScreen)
        assert "1.1/2" in said(app.screen, "#heading")
        await press(pilot, "ctrl+b")
        await press(pilot, "ctrl+b")
        assert isinstance(app.screen, ActionScreen)
        assert "1.1/1" in said(app.screen, "#heading")
        assert app._notifications


async def test_keys_go_to_their_fields(plan_file: Path) -> None:
    """The same letters as in the lists; in a field they are letters."""
    async with form_of(plan_file) as (app, pilot, _):
        await press(pilot, "t")
        assert isinstance(app.focused, Select)
        for key, kind in (("n", TextArea), ("d", Input), ("b", Input), ("l", Select)):
            app.screen.set_focus(app.screen.query_one("#fields"))
            await press(pilot, key)
            assert isinstance(app.focused, kind)


async def test_updates_history_and_place_stand_beside_the_fields(plan_file: Path) -> None:
    """What was said, who recorded it and where it was printed."""
    somebody(plan_file, "1.1/1", Change(TODAY, note="The first talk was held"))
    async with form_of(plan_file) as (_, _, screen):
        assert "The first talk was held" in said(screen, "#updates")
        assert "B. Other" in said(screen, "#history")
        assert "paper" in said(screen, "#printed")


async def test_a_closed_cycle_is_to_be_read_only(plan_file: Path) -> None:
    """The form says so before anything is typed."""
    async with opened(plan_file) as (app, pilot):
        plan = app.plan
        assert plan is not None
        app.plan = replace(plan, cycle=replace(plan.cycle, state=CycleState.CLOSED))
        app.post_message(OpenAction("1.1/1"))
        await settled(pilot)
        assert isinstance(app.screen, ActionScreen)
        assert "closed" in said(app.screen, "#notice")
        assert app.screen.query_one(ActionFields).disabled
        assert "To be read only." == said(app.screen, "#verdict")
        assert "Save" not in picture(app).splitlines()[-1]
        assert "Next" in picture(app).splitlines()[-1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_no_text_does_harm(plan_file: Path, size: tuple[int, int]) -> None:
    """Markup, escape codes, right-to-left and wide characters are only shown, and saved whole."""
    somebody(plan_file, "1.1/1", Change(TODAY, note=WORDS, owners=(WORDS,)))
    async with form_of(plan_file, size=size) as (app, pilot, screen):
        await put(pilot, board_text=WORDS, text=f"Open {WORDS}")
        await press(pilot, "ctrl+s")
        assert app.plan is not None
        assert app.plan.by_ref["1.1/1"].text.startswith("Open [/] [red]bold")
        assert not screen.is_touched()
