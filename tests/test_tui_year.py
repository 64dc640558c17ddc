"""The README's year in the application, step by step, on the sample plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.pictures import picture
from tests.screens import opened, press
from tracker.kinds import CycleState, Status
from tui.screens.cycles import CyclesScreen
from tui.screens.deciding import DecidingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import TrackerApp

RATINGS = 22
"""Of the sample plan, each to be decided in the repeat."""


def front(app: TrackerApp) -> object:
    """Return the screen or dialog that is in front."""
    return app.screen


async def test_a_year_in_the_application(plan_file: Path) -> None:
    """What is late is worked through, the repeat opened, decided and agreed, and its story told."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o")
        await press(pilot, "t", *"complete", "enter")
        await press(pilot, "down", "d", *"June 2022", "enter", *"The group met later", "enter")
        assert app.plan is not None
        late = {one.ref: one.status for one in app.plan.actions if len(one.updates) > 1}
        assert {"2.6/6": Status.COMPLETE}.items() <= late.items()
        assert 2 == len(late)
        await press(pilot, "r", "plus", *"2022", "enter")
        app.screen.query_one("#day", Input).value = "31 January 2022"
        await press(pilot, "enter")
        await press(pilot, "d", *"Agreed by the board", "enter")
        await press(pilot, "ctrl+s")
        await press(pilot, "y")
        assert isinstance(front(app), CyclesScreen), picture(app)
        await press(pilot, "g")
        await press(pilot, "enter", *"The board", "tab", "tab", *"More is shared", "ctrl+s")
        for _ in range(RATINGS - 1):
            await press(pilot, "enter")
            await press(pilot, "ctrl+s")
        assert isinstance(front(app), DecidingScreen)
        await press(pilot, "escape", "v")
        await press(pilot, *"The board", "ctrl+s")
        assert ("2022", CycleState.AGREED) == (app.plan.cycle.label, app.plan.cycle.state)
        await press(pilot, "c")
        assert "2021 (30 April 2021) → 2022 (31 January 2022)" in picture(app)
        await press(pilot, "m")
        assert f"Of {RATINGS} proposals rated locally" in picture(app)
