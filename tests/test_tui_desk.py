"""How screens have verbs done: in the background, in turn, and told whatever comes of them."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from tests.screens import PATIENCE, opened, press, settled, until
from tracker.changing import Change
from tracker.errors import Refused
from tui.recording import update
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.say import Say
from tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import TrackerApp
    from tui.workspace import Workspace


def shown(app: TrackerApp) -> TrackerScreen:
    """Return the screen that is shown."""
    assert isinstance(app.screen, TrackerScreen)
    return app.screen


def refuse(workspace: Workspace) -> None:
    """Refuse, as a rule does."""
    raise Refused("2.4/2 is withdrawn.", f"Ask {workspace.settings.me}.")


async def test_an_answer_comes_back_to_who_asked(plan_file: Path) -> None:
    """A screen gets what its verb returned."""
    async with opened(plan_file) as (app, pilot):
        got: list[str] = []
        shown(app).ask(lambda workspace: workspace.settings.me, got.append)
        await settled(pilot)
        assert ["A. Tester"] == got


async def test_a_refusal_is_said_with_what_to_do(plan_file: Path) -> None:
    """Where the screen has no words of its own, a dialog has those of the rule."""
    async with opened(plan_file) as (app, pilot):
        shown(app).record(refuse)
        await settled(pilot)
        assert isinstance(app.screen, Say)
        assert "2.4/2 is withdrawn." == str(app.screen.query_one("#message").render())
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_a_fault_ends_nothing(plan_file: Path) -> None:
    """A fault of the program is told as one, and the application goes on."""
    async with opened(plan_file) as (app, pilot):
        shown(app).record(lambda _: 1 // 0)
        await settled(pilot)
        assert isinstance(app.screen, Say)
        await press(pilot, "enter")
        got: list[int] = []
        shown(app).ask(lambda _: 1, got.append)
        await settled(pilot)
        assert [1] == got


async def test_writes_are_done_one_after_the_other(plan_file: Path) -> None:
    """What was asked first is written first, also where it is slow or refused."""
    async with opened(plan_file) as (app, pilot):
        begun, gate, order = Event(), Event(), list[str]()

        def slow(_: Workspace) -> None:
            begun.set()
            gate.wait(PATIENCE)
            order.append("first")
            raise Refused("No.")

        shown(app).record(slow, failed=lambda _: None)
        shown(app).record(lambda _: order.append("second"))
        await until(begun.is_set)
        assert [] == order
        gate.set()
        await settled(pilot)
        assert ["first", "second"] == order


async def test_what_takes_long_is_told_and_can_be_stopped(plan_file: Path) -> None:
    """After half a second a line says what is being done; Escape gives it up."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        screen, gate, got = shown(app), Event(), list[int]()

        def long(_: Workspace) -> int:
            for place in range(1000):
                screen.step(f"Reading page {place}")
                gate.wait(0.05)
            return 1

        screen.ask(long, got.append, title="Reading the paper")
        await until(lambda: app.busy.startswith("Reading page"))
        await press(pilot, "escape")
        assert "" == app.busy
        assert [] == got


async def test_what_is_refused_is_asked_again_with_what_was_typed(plan_file: Path) -> None:
    """Nothing typed is lost on a refusal."""
    async with opened(plan_file) as (app, pilot):
        shown(app).fill_in(
            lambda text, why: AskText("Note", text or "", refusal=why),
            lambda workspace, _: refuse(workspace),
        )
        await settled(pilot)
        await press(pilot, "h", "o", "enter")
        assert isinstance(app.screen, AskText)
        assert "ho" == app.screen.typed
        assert "2.4/2 is withdrawn." in str(app.screen.query_one("#fault").render())


async def test_undo_waits_for_what_is_being_written(plan_file: Path) -> None:
    """A quick hand takes back what it has just done, not what was done before."""
    async with opened(plan_file) as (app, pilot):
        begun, gate = Event(), Event()

        def slow(workspace: Workspace) -> None:
            begun.set()
            gate.wait(PATIENCE)
            plan = workspace.plan()
            change = Change(on=plan.as_at, note="Slow")
            update(workspace, plan, [plan.actions[0]], change)

        shown(app).record(slow)
        await until(begun.is_set)
        await pilot.press("u")
        gate.set()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert app.plan is not None
        assert "Slow" not in [one.note for one in app.plan.actions[0].updates]
