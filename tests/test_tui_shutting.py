"""A screen that closes by itself, while a person has gone to another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.screens import MOMENT, TODAY, opened, press, settings_for, settled
from tests.word_papers import write_paper
from tracker.changing import Change
from tracker.opening import Opening
from tui import cycling, recalling, recording
from tui.messages import Again, OpenAction
from tui.screens.action import ActionScreen
from tui.screens.actions import ActionsScreen
from tui.screens.deciding import DecidingScreen
from tui.screens.history import HistoryScreen
from tui.screens.home import HomeScreen
from tui.screens.importing import ImportScreen
from tui.screens.paper_preview import PaperPreview
from tui.screens.settings import SettingsScreen
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import TrackerApp


def other(file: Path) -> Workspace:
    """Return what a colleague works with on the same file."""
    return Workspace(settings_for(file, me="B. Other"), clock=lambda: MOMENT)


def front(app: TrackerApp) -> object:
    """Return the screen that is shown."""
    return app.screen


async def test_the_form_of_an_action_that_is_gone_closes_where_it_was(plan_file: Path) -> None:
    """A colleague takes the action back: what a person looks at meanwhile stays in view."""
    workspace = other(plan_file)
    ref = recording.add(
        workspace,
        workspace.plan(),
        codes=["1.2"],
        text="Meet",
        delivery=None,
        change=Change(on=TODAY),
    )
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        app.post_message(OpenAction(ref))
        await settled(pilot)
        assert isinstance(front(app), ActionScreen)
        await press(pilot, "question_mark", "escape", "h")
        recalling.undo(workspace, recalling.undoable(workspace))
        app.post_message(Again())
        await settled(pilot)
        assert isinstance(front(app), HomeScreen)
        await press(pilot, "a")
        assert isinstance(front(app), ActionsScreen)


async def test_a_paper_that_is_stored_meanwhile_is_closed_on_import(tmp_path: Path) -> None:
    """Who has gone on to another screen stays there, and finds no paper on Import."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        await press(pilot, "i", "slash")
        app.screen.query_one("#path", Input).value = str(paper)
        await press(pilot, "enter")
        preview = front(app)
        assert isinstance(preview, PaperPreview)
        await press(pilot, "ctrl+s", "escape", "comma")
        preview.close()
        await settled(pilot)
        assert isinstance(front(app), SettingsScreen)
        await press(pilot, "i")
        assert isinstance(front(app), ImportScreen)


async def test_deciding_closes_where_the_draft_is_taken_back(plan_file: Path) -> None:
    """A colleague takes the repeat back: what is in view stays."""
    workspace = other(plan_file)
    cycling.open_cycle(workspace, Opening("2022", date(2022, 1, 31)))
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "r", "g")
        assert isinstance(front(app), DecidingScreen)
        await press(pilot, "y")
        recalling.undo(workspace, recalling.undoable(workspace))
        app.post_message(Again())
        await settled(pilot)
        assert isinstance(front(app), HistoryScreen)
        await press(pilot, "r")
        assert not isinstance(front(app), DecidingScreen)
