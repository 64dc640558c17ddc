"""History, Check and Owners in the application, on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from tests.screens import MOMENT, opened, press, settings_for, settled
from tracker.changing import Change
from tracker.check import Fault
from tracker.kinds import Status
from tui.recording import update
from tui.screens.check import CheckScreen
from tui.screens.completing import CompletingScreen
from tui.screens.dialogs.confirm import Confirm
from tui.screens.history import HistoryScreen
from tui.screens.owners import OwnersScreen
from tui.widgets.action_detail import ActionDetail
from tui.widgets.rows import Rows
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

WORDS = "[/] [red]bold \x1b[31m \u202e \u05e9\u05dc\u05d5\u05dd \u4f53\u5236"


def record(plan_file: Path, ref: str, *, who: str = "A. Tester", note: str = "Went well") -> None:
    """Record a completion as somebody."""
    workspace = Workspace(settings_for(plan_file, me=who), clock=lambda: MOMENT)
    plan = workspace.plan()
    day = settings_for(plan_file).today
    update(workspace, plan, [plan.by_ref[ref]], Change(day, status=Status.COMPLETE, note=note))


def text_of(pilot: Pilot[None], widget: str) -> str:
    """Return what a widget shows."""
    return str(pilot.app.screen.query_one(widget, Static).content)


async def test_the_newest_act_stands_first_and_in_full(plan_file: Path) -> None:
    """Who, what and from what to what are read at a glance."""
    record(plan_file, "1.1/1")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "y")
        assert isinstance(app.screen, HistoryScreen)
        row = app.screen.query_one(Rows).row
        assert row is not None
        assert "update 1.1/1" == row.act.verb
        shown = text_of(pilot, "#act")
        assert "1.1/1, status" in shown
        assert "A. Tester" in shown


async def test_an_act_of_ones_own_is_taken_back_at_once(plan_file: Path) -> None:
    """One key, and the list shows both acts."""
    record(plan_file, "1.1/1")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "y", "t")
        assert isinstance(app.screen, HistoryScreen)
        assert app.plan is not None
        assert Status.COMPLETE is not app.plan.by_ref["1.1/1"].status
        row = app.screen.query_one(Rows).row
        assert row is not None
        assert row.undone_by


async def test_an_act_of_somebody_else_asks_first(plan_file: Path) -> None:
    """Nobody takes another's work back by one key."""
    record(plan_file, "1.1/1", who="B. Other")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "y", "t")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "escape")
        assert app.plan is not None
        assert Status.COMPLETE is app.plan.by_ref["1.1/1"].status


async def test_what_cannot_be_taken_back_is_told_with_the_reason(plan_file: Path) -> None:
    """A field that was written again keeps the later word."""
    record(plan_file, "1.1/1")
    record(plan_file, "1.1/1", note="And again")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "y", "end", "t", "y")
        assert not isinstance(app.screen, HistoryScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HistoryScreen)
        assert app.plan is not None
        assert 69 == len(app.plan.actions)


async def test_acts_are_found_by_words(plan_file: Path) -> None:
    """A reference, a name or a verb finds its acts; nothing typed finds all."""
    record(plan_file, "1.1/1", who="B. Other")
    record(plan_file, "2.4/2")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "y", "slash", *"other", "enter")
        rows = app.screen.query_one(Rows)
        assert rows.row is not None
        assert "B. Other" == rows.row.act.who
        assert "1 of 3 acts, with" in text_of(pilot, "#which")
        await press(pilot, "slash")
        app.screen.query_one(Input).value = ""
        await press(pilot, "enter")
        assert "with" not in text_of(pilot, "#which")


async def test_the_list_goes_back_to_a_day(plan_file: Path) -> None:
    """Acts recorded later are left out, and one key shows them again."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "y", "d")
        app.screen.query_one(Input).value = "1 January 2020"
        await press(pilot, "enter")
        assert "0 acts" in text_of(pilot, "#which")
        await press(pilot, "d")
        assert app.screen.query_one(Rows).row is not None


async def test_a_finding_that_is_mended_goes_away(plan_file: Path) -> None:
    """The check is put anew to the plan after each change, also one of somebody else."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "k")
        screen = app.screen
        assert isinstance(screen, CheckScreen)
        before = {one.where for one in screen._found if one.fault is Fault.SILENT}
        assert "1.1/3" in before
        record(plan_file, "1.1/3")
        app.read_plan()
        await settled(pilot)
        after = {one.where for one in screen._found if one.fault is Fault.SILENT}
        assert before - {"1.1/3"} == after


async def test_one_kind_of_finding_is_shown(plan_file: Path) -> None:
    """The list can be worked through kind by kind."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "k", "f", *"owner", "enter")
        row = app.screen.query_one(Rows).row
        assert row is not None
        assert Fault.NO_OWNER is row.fault
        assert "no owner" in text_of(pilot, "#which")
        await press(pilot, "f", "enter")


async def test_owners_lead_to_their_actions(plan_file: Path) -> None:
    """The posts stand with their counts; what nobody leads is one of the lines."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "w")
        screen = app.screen
        assert isinstance(screen, OwnersScreen)
        assert screen.report() is not None
        await press(pilot, "end")
        row = screen.query_one(Rows).row
        assert row is not None
        assert not row.post


@pytest.mark.parametrize("key", ["y", "k", "w", "m"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_no_text_does_harm(plan_file: Path, key: str, size: tuple[int, int]) -> None:
    """Markup, escape codes, right-to-left and wide characters are only shown."""
    record(plan_file, "1.1/1", who=WORDS, note=WORDS)
    async with opened(plan_file, size=size) as (app, pilot):
        await press(pilot, key, "down", "end", "home")
        assert key in {"y", "k", "w", "m"}
        assert app.is_running


async def test_what_is_missing_is_completed_one_by_one(plan_file: Path) -> None:
    """Enter asks for what the action lacks; once nothing is missing it leaves the list."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, CompletingScreen)
        first = screen.rows.row
        assert first is not None
        ref = first.action.ref
        await press(pilot, "enter", *"Head of Service", "enter")
        assert app.plan is not None
        assert ("Head of Service",) == app.plan.by_ref[ref].owner_names
        again = screen.rows.row
        assert again is not None
        assert ref == again.action.ref
        await press(pilot, "enter", *"complete", "enter")
        assert Status.COMPLETE is app.plan.by_ref[ref].status
        assert ref not in {row.action.ref for row in screen.rows.shown}


async def test_posts_that_words_name_are_taken_together(plan_file: Path) -> None:
    """Several at once, asked with their count; one step takes them all back."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "s", "f", *"owner", "enter", "ctrl+a", "v")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "y")
        assert app.plan is not None
        led = [action for action in app.plan.actions if action.owners]
        assert len(led) > 1
        await press(pilot, "u")
        assert not [action for action in app.plan.actions if action.owners]


async def test_several_are_answered_for_at_once(plan_file: Path) -> None:
    """Marked actions get one owner in one step, after their count was asked."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "s", "space", "space", "b", *"Chief Officer", "enter")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "y")
        assert app.plan is not None
        assert 2 == sum(a.owner_names == ("Chief Officer",) for a in app.plan.actions)


async def test_an_action_without_a_post_in_its_words_says_so(plan_file: Path) -> None:
    """A key never does nothing at all."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "s", "b", *"Chief Officer", "enter")
        await press(pilot, "v")
        assert app._notifications
        assert isinstance(app.screen, CompletingScreen)
        assert app.screen.report() is not None


async def test_what_is_done_again_is_called_by_its_own_name(plan_file: Path) -> None:
    """Taking back and doing again speak of the change, not of the taking back."""
    record(plan_file, "1.1/1")
    async with opened(plan_file) as (app, pilot):
        for key, said in (
            ("u", "Taken back: update 1.1/1. U does it again."),
            ("U", "Done again: update 1.1/1. u takes it back."),
            ("u", "Taken back: update 1.1/1. U does it again."),
        ):
            await press(pilot, key)
            assert [said] == [one.message for one in app._notifications]


async def test_help_longer_than_the_terminal_is_read_with_the_arrows(plan_file: Path) -> None:
    """And the way out stays in view."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, "a", "question_mark")
        box, keys = app.screen.query_one("#box"), app.screen.query_one("#keys")
        assert box.region.contains_region(keys.region)
        await press(pilot, "down", "pagedown")
        assert 11 == box.scroll_y
        assert box.region.contains_region(keys.region)


async def test_the_detail_names_the_key_that_opens_the_action(plan_file: Path) -> None:
    """On Set up that is not Enter."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        for key, says in (("a", "… Enter shows the rest"), ("s", "… e shows the rest")):
            await press(pilot, key)
            assert says == app.screen.query_one(ActionDetail)._more
