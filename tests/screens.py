"""Driving the terminal application on a real file, with a fixed day and person.

Nothing here waits for a time: what is waited for is that there is nothing left to do, however slow
the machine is and in whichever order it does things.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.events import Callback
from textual.worker import WorkerCancelled

import tui.app
from tui.app import TrackerApp
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump
    from textual.pilot import Pilot

TODAY = date(2022, 1, 31)
MOMENT = datetime(2022, 1, 31, 9, 30, tzinfo=UTC)
PATIENCE = 60.0
"""Seconds after which an application that does not come to rest is a failure."""


class Driven(TrackerApp):
    """The application without what a clock starts by itself: a test says when it looks."""

    CSS_PATH = str(Path(tui.app.__file__).with_name("app.tcss"))
    LOOK_EVERY: ClassVar[float] = 3600.0
    NOTIFICATION_TIMEOUT: ClassVar[float] = 3600.0

    sent = 0
    """How many messages there have been."""

    def count(self, message: Message) -> None:
        """Count a message, unless it is only a question whether there are others."""
        if not (isinstance(message, Callback) and getattr(message.callback, "func", None) is _note):
            self.sent += 1


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
    app = Driven(settings_for(database, me=me, partnership=partnership), clock=lambda: MOMENT)

    def heard(message: Message) -> None:
        app.count(message)
        if hook is not None:
            hook(message)

    async with app.run_test(size=size, message_hook=heard) as pilot:
        await settled(pilot)
        yield app, pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all that was asked is answered and drawn."""
    app = pilot.app
    async with asyncio.timeout(PATIENCE):
        while await _is_moving(app):
            pass
    app.screen._on_timer_update()


async def _is_moving(app: App[None]) -> bool:
    """Tell whether anything was done, or is still to be done."""
    while running := [worker for worker in app.workers if not worker.is_finished]:
        # A later reading takes the place of one before: that is no fault.
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete(running)
    return await _is_stirring(app) or any(not worker.is_finished for worker in app.workers)


async def _is_stirring(app: App[None]) -> bool:
    """Tell whether messages were sent or anything drawn, whatever is read or written meanwhile."""
    await app._animator.wait_until_complete()
    before = app.sent if isinstance(app, Driven) else 0
    await _all_heard(app)
    screen = app.screen
    if screen._layout_required or screen._dirty_widgets or screen._callbacks:
        screen._on_timer_update()
        return True
    after = app.sent if isinstance(app, Driven) else 0
    return before != after or any(not pump._message_queue.empty() for pump in _pumps(app))


async def _all_heard(app: App[None]) -> None:
    """Wait until every widget and screen has done all that it was asked so far."""
    heard: set[MessagePump] = set()
    asked = [pump for pump in _pumps(app) if pump.call_later(_note, heard, pump)]
    turns = 0
    while any(pump not in heard and _is_alive(pump) for pump in asked):
        # Again and again at first; then let the threads have the machine.
        await asyncio.sleep(0 if turns < 100 else 0.005)
        turns += 1


def _pumps(app: App[None]) -> list[MessagePump]:
    return [pump for pump in (app, *app._registry) if _is_alive(pump)]


def _is_alive(pump: MessagePump) -> bool:
    return pump.is_running and not (pump._closing or pump._closed)


def _note(heard: set[MessagePump], pump: MessagePump) -> None:
    heard.add(pump)


async def hurry(pilot: Pilot[None], *keys: str) -> None:
    """Press keys without waiting for what is being read or written."""
    for key in keys:
        await pilot.press(key)
        async with asyncio.timeout(PATIENCE):
            while await _is_stirring(pilot.app):
                pass


async def looked(pilot: Pilot[None]) -> None:
    """Have the application look at what others have written, as it does every few seconds."""
    app = pilot.app
    assert isinstance(app, TrackerApp)
    app.call_later(app.look)
    await settled(pilot)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so that no message tells of, such as the passing of half a second."""
    async with asyncio.timeout(PATIENCE):
        # What is waited for may be said in another thread, which has no event of this loop.
        while not is_so():  # noqa: ASYNC110  # see above
            await asyncio.sleep(0.01)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when what the one before does is done."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    if not keys:
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
