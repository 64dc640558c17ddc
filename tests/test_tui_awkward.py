"""Texts that people write do no harm on any screen, whatever is in them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.awkward_plan import FORBIDDEN, WORDS, awkward_plan
from tests.pictures import picture
from tests.screens import opened, press, settled
from tui.app import BUILT
from tui.commands import HERE
from tui.screens.action import ActionScreen
from tui.screens.dialogs.confirm import Confirm
from tui.screens.paper_preview import PaperPreview

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import TrackerApp

SIZES = [(80, 24), (120, 40), (200, 50)]
STEPS = (("down", "down"), ("tab", "pagedown", "end"))
ELSEWHERE = {"start"}
"""Shown only where there is no plan."""


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the awkward plan."""
    return awkward_plan(tmp_path_factory.mktemp("awkward") / "plan.db")


def looks_sound(app: TrackerApp) -> None:
    """See that nothing on the screen is a command to the terminal, and nothing has failed."""
    drawn = picture(app)
    assert not (FORBIDDEN - {"\n"}) & set(drawn), repr(drawn)
    assert "Something went wrong" not in drawn, drawn


async def leave(pilot: Pilot[None], app: TrackerApp) -> None:
    """Close what is open over a screen, keeping nothing."""
    for _ in range(8):
        if len(app.screen_stack) == 1:
            return
        await press(pilot, "y" if isinstance(app.screen, Confirm) else "escape")
    pytest.fail(f"{app.screen} does not close")


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_shows_awkward_texts(awkward: Path, size: tuple[int, int]) -> None:
    """Markup, escape codes, both directions and wide letters, from end to end; also in the form."""
    async with opened(awkward, size=size, me=WORDS[0], partnership=None) as (app, pilot):
        await press(pilot, "a", "enter")
        assert isinstance(app.screen, ActionScreen)
        looks_sound(app)
        await leave(pilot, app)
        for name in [name for name in BUILT if name not in ELSEWHERE]:
            app.action_go(name)
            await settled(pilot)
            assert name == app.current_mode
            looks_sound(app)
            for keys in STEPS:
                await press(pilot, *keys)
                looks_sound(app)


@pytest.mark.parametrize("name", [name for name in BUILT if name not in ELSEWHERE])
async def test_every_command_asks_about_awkward_texts(awkward: Path, name: str) -> None:
    """Each command of a screen opens what it opens, and can be left."""
    async with opened(awkward, size=SIZES[0], me=WORDS[0], partnership=None) as (app, pilot):
        for command in HERE.get(name, ()):
            app.action_go(name)
            await settled(pilot)
            await press(pilot, command.keys[0])
            looks_sound(app)
            await leave(pilot, app)


@pytest.mark.parametrize("size", SIZES)
async def test_an_awkward_paper_is_shown_before_it_is_stored(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Reading and the preview of a paper leave nothing in it that could do harm."""
    paper = tmp_path / "awkward.csv"
    with paper.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Proposal", "Improvement action", "Timescale", "Owner"))
        rows.writerows(("1.1", words, words[:40], words[:30]) for words in WORDS)
    async with opened(tmp_path / "new.db", size=size, partnership=None) as (app, pilot):
        await press(pilot, "i", "slash")
        app.screen.query_one("#path", Input).value = str(paper)
        await press(pilot, "enter")
        assert isinstance(app.screen, PaperPreview)
        for keys in STEPS:
            await press(pilot, *keys)
            looks_sound(app)
