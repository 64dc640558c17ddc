"""Driving the terminal application on a real file, with a fixed day and person."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from tui.app import TrackerApp
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.message import Message
    from textual.pilot import Pilot

TODAY = date(2022, 1, 31)
MOMENT = datetime(2022, 1, 31, 9, 30, tzinfo=UTC)


def settings_for(
    database: Path, *, me: str = "A. Tester", partnership: str | None = "Moray"
) -> Settings:
    """Return settings for a file, on the day of all tests."""
    return Settings(
        database=str(database),
        partnership=partnership,
        partnership_is_said=False,
        me=me,
        today=TODAY,
    )


@asynccontextmanager
async def opened(
    database: Path,
    *,
    size: tuple[int, int] = (120, 40),
    me: str = "A. Tester",
    hook: Callable[[Message], None] | None = None,
    partnership: str | None = "Moray",
) -> AsyncIterator[tuple[TrackerApp, Pilot[None]]]:
    """Open the application on a file and wait until the plan is in view.

    Args:
        database: The file; it need not exist.
        size: Columns and lines of the terminal.
        me: Who acts.
        hook: Called with every message that is sent.
        partnership: Whose plan is named; None for the only one there is.
    """
    app = TrackerApp(settings_for(database, me=me, partnership=partnership), clock=lambda: MOMENT)
    async with app.run_test(size=size, message_hook=hook) as pilot:
        await settled(pilot)
        yield app, pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all that was asked is answered and drawn."""
    app = pilot.app
    for _ in range(3):
        await pilot.pause()
        while running := [worker for worker in app.workers if not worker.is_finished]:
            # A later reading takes the place of one before: that is no fault.
            with suppress(WorkerCancelled):
                await app.workers.wait_for_complete(running)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, and wait for what they do."""
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


def add_note(database: Path, ref: str, note: str, *, me: str = "Somebody Else") -> None:
    """Write a note on an action as another person, past the application that is open."""
    from tracker.changing import Change
    from tui.finding import find_action
    from tui.recording import update
    from tui.workspace import Workspace

    workspace = Workspace(settings_for(database, me=me), clock=lambda: MOMENT)
    plan = workspace.plan()
    change = Change(on=TODAY, note=note)
    update(workspace, plan, [find_action(plan, ref)], change)
