"""What works on every screen: help, palette, another day, undo and redo, leaving.

Owns how each is asked and told. Loaded when a person first uses one of them, so that the first
frame does not wait for dialogs.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette

from tracker.dates import say_day
from tracker.timescale import read_timescale
from tui.messages import LookAt
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_date import AskDate
from tui.screens.dialogs.base import Dialog
from tui.screens.dialogs.confirm import Confirm, leave_unsaved
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.say import Say
from tui.screens.help import Help
from tui.widgets.palette import Palette

if TYPE_CHECKING:
    from datetime import date

    from textual.screen import Screen

    from tracker.recorded import Act, Entry
    from tui.desk import Desk
    from tui.workspace import Workspace


def explain(desk: Desk) -> None:
    """Explain the screen that is shown."""
    screen = desk.screen
    if isinstance(screen, TrackerScreen):
        desk.push_screen(Help(screen.NAME, str(screen.TITLE), screen.ABOUT))


def find_command(desk: Desk) -> None:
    """Open the command palette."""
    if not isinstance(desk.screen, CommandPalette):
        desk.push_screen(Palette())


def choose_day(desk: Desk, *, as_at: date | None, cycle: str | None) -> None:
    """Ask for the day for which the plan is shown.

    Args:
        desk: The application.
        as_at: The day that is shown; None for today.
        cycle: The round that stays in view.
    """
    today = desk.settings.today

    def answered(words: str | None) -> None:
        day = read_timescale(words, as_at=today).due if words is not None else None
        if day is not None:
            desk.post_message(LookAt(None if day == today else day, cycle))

    shown = say_day(as_at or today)
    desk.push_screen(AskDate("See the plan as at", shown, as_at=today, day=True), answered)


def choose_partnership(desk: Desk) -> None:
    """Ask whose plan to open."""

    def pick(names: tuple[str, ...]) -> None:
        if names:
            choices = [(name, name) for name in names]
            desk.push_screen(PickOne("Whose plan?", choices), picked)
        else:
            desk.push_screen(Say("No partnership", "None is held yet.", "Press i to read a paper."))

    def picked(name: str | None) -> None:
        if name is not None:
            desk.settle(replace(desk.settings, partnership=name))
            keep_settings(desk)

    desk.have(_partnerships, pick)


def keep_settings(desk: Desk) -> None:
    """Write the settings in force to the person's file."""
    from tui.settings import keep

    settings = desk.settings
    desk.have(lambda _: keep(settings), title="Keeping the settings")


def open_demo(desk: Desk) -> None:
    """Open the sample plan, in a file of its own."""
    from tui.settings import DEMO_PARTNERSHIP, demo_file

    demo_file().parent.mkdir(parents=True, exist_ok=True)
    settings = replace(desk.settings, database=str(demo_file()), partnership=DEMO_PARTNERSHIP)
    desk.settle(settings, read=False)
    desk.have(_fill_demo, title="Making the sample plan", writes=True)


def leave(desk: Desk) -> None:
    """Leave; where something was typed that would be lost, ask first."""

    def answered(sure: bool | None) -> None:
        if sure:
            desk.leave()

    if any(_is_touched(screen) for screen in desk.screen_stack):
        desk.push_screen(leave_unsaved(), answered)
    else:
        desk.leave()


def _is_touched(screen: Screen[object]) -> bool:
    return isinstance(screen, Dialog | TrackerScreen) and screen.is_touched()


def undo(desk: Desk) -> None:
    """Take back the newest act."""
    # In turn with the writes: what was asked for just before is what a person wants back.
    desk.have(_undoable, partial(take_back, desk), writes=True)


def take_back(desk: Desk, act: Act) -> None:
    """Take an act back; one of somebody else, or an import, asks first."""

    def sure(yes: bool | None) -> None:
        if yes:
            _take_back(desk, act)

    if act.who == desk.settings.me and not act.verb.startswith("import"):
        _take_back(desk, act)
        return
    day = say_day(act.at.astimezone().date())
    what = f"{act.verb}, recorded by {act.who} on {day}."
    desk.push_screen(Confirm("Take it back?", what, yes="Take it back"), sure)


def redo(desk: Desk) -> None:
    """Do again what was taken back last."""
    desk.have(_redoable, partial(_take_back, desk), writes=True)


def _take_back(desk: Desk, act: Act) -> None:
    def taken_back(entries: tuple[Entry, Entry]) -> None:
        _, taken = entries
        verb = taken.act.verb
        if verb.startswith("undo: "):
            words = f"Done again: {verb.removeprefix('undo: ')}. u takes it back."
        else:
            words = f"Taken back: {verb.removeprefix('redo: ')}. U does it again."
        desk.clear_notifications()
        desk.tell(words)

    desk.have(partial(_undo, act), taken_back, title="Taking back", writes=True)


def _undoable(workspace: Workspace) -> Act:
    from tui.recalling import undoable

    return undoable(workspace)


def _redoable(workspace: Workspace) -> Act:
    from tui.recalling import redoable

    return redoable(workspace)


def _undo(act: Act, workspace: Workspace) -> tuple[Entry, Entry]:
    from tui.recalling import undo

    return undo(workspace, act)


def _fill_demo(workspace: Workspace) -> None:
    from tui.sampling import store_demo

    store_demo(workspace)


def _partnerships(workspace: Workspace) -> tuple[str, ...]:
    from db import queries

    with workspace.reading() as reader:
        return tuple(one.name for one in queries.partnerships(reader))
