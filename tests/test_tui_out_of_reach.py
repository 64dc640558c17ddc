"""A plan out of reach, lost or held by somebody who writes: what is typed stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from textual.widgets import Input

from db import files
from tests.pictures import picture
from tests.screens import looked, opened, press
from tui.screens.actions import ActionsScreen
from tui.screens.dialogs.ask_text import AskText
from tui.screens.start import StartScreen

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from tui.app import TrackerApp

TYPED = "Agreed in the meeting"


async def begin_note(pilot: Pilot[None]) -> None:
    """Open the first action's note and type into it."""
    await press(pilot, "a", "n", *TYPED)


def typed(app: TrackerApp) -> str:
    """Return what stands in the note's field."""
    assert isinstance(app.screen, AskText), app.screen
    return app.screen.query_one(Input).value


def notes(app: TrackerApp) -> list[str | None]:
    """Return the notes of the first action."""
    assert app.plan is not None
    return [update.note for update in app.plan.actions[0].updates if update.note]


async def test_a_person_is_where_they_were_when_the_plan_comes_back(plan_file: Path) -> None:
    """The screen that was left is the screen that is shown again."""
    away = plan_file.with_suffix(".away")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        plan_file.replace(away)
        await looked(pilot)
        assert isinstance(app.screen, StartScreen)
        said = picture(app)
        assert "is no longer there." in said
        assert "Look whether its drive is connected" in said
        away.replace(plan_file)
        await looked(pilot)
        assert isinstance(app.screen, ActionsScreen)


async def test_what_is_typed_stays_while_the_plan_is_lost(plan_file: Path) -> None:
    """The question stays open, says why it cannot be saved, and is saved in the end."""
    away = plan_file.with_suffix(".away")
    async with opened(plan_file) as (app, pilot):
        await begin_note(pilot)
        plan_file.replace(away)
        await looked(pilot)
        assert TYPED == typed(app)
        assert 1 == len(app._notifications)
        await press(pilot, "enter")
        assert TYPED == typed(app)
        assert not plan_file.exists()
        away.replace(plan_file)
        await looked(pilot)
        await press(pilot, "enter")
        assert [TYPED] == notes(app)


async def test_somebody_who_writes_for_long_is_waited_for_and_told(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that meets a locked plan comes back with what was typed."""
    monkeypatch.setattr(files, "WAIT", 0.3)
    async with opened(plan_file) as (app, pilot):
        await begin_note(pilot)
        with closing(sqlite3.connect(plan_file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "enter")
            assert TYPED == typed(app)
            other.execute("ROLLBACK")
        await press(pilot, "enter")
        assert [TYPED] == notes(app)
