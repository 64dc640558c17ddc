"""Writing what a screen shows to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from tests.screens import opened, press, settled
from tui.exporting import reports_of
from tui.screens.dialogs.export import Export
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.summary import SummaryScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def _to(pilot: Pilot[None], path: Path) -> None:
    pilot.app.screen.query_one("#path", Input).value = str(path)
    await press(pilot, "enter")


async def test_the_summary_is_written_as_it_is_shown(plan_file: Path, tmp_path: Path) -> None:
    """The file holds the report that is on the screen."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "m")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "x")
        assert isinstance(app.screen, Export)
        await press(pilot, "down")
        assert app.screen.query_one("#path", Input).value.endswith(".md")
        await _to(pilot, tmp_path / "year.md")
        assert isinstance(app.screen, SummaryScreen)
    assert "Moray" in (tmp_path / "year.md").read_text()


async def test_a_screen_without_a_list_offers_those_there_are(
    plan_file: Path, tmp_path: Path
) -> None:
    """Every list can be had from Home."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "x")
        assert isinstance(app.screen, PickOne)
        await press(pilot, *"every", "enter")
        assert isinstance(app.screen, Export)
        await _to(pilot, tmp_path / "actions.txt")
    assert "1.1/1" in (tmp_path / "actions.txt").read_text()


async def test_every_list_and_summary_is_offered(plan_file: Path, tmp_path: Path) -> None:
    """Each can be written from a screen that shows none; a name needs no ending."""
    async with opened(plan_file) as (app, pilot):
        plan = app.plan
        assert plan is not None
        choices = reports_of(plan)
        assert len(choices) == 10
        for place, (words, _) in enumerate(choices):
            await press(pilot, "x", *["down"] * place)
            await press(pilot, "enter")
            assert isinstance(app.screen, Export), words
            await _to(pilot, tmp_path / f"list-{place}")
            assert (tmp_path / f"list-{place}.txt").read_text().strip(), words


async def test_a_file_that_is_there_is_replaced_only_when_said_twice(
    plan_file: Path, tmp_path: Path
) -> None:
    """Nobody loses last year's paper by one key."""
    held = tmp_path / "year.txt"
    held.write_text("last year")
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "m", "x")
        await _to(pilot, held)
        assert isinstance(app.screen, Export)
        assert "is there already" in str(app.screen.query_one("#fault", Static).content)
        assert "last year" == held.read_text()
        await press(pilot, "enter")
        await settled(pilot)
    assert "Moray" in held.read_text()


async def test_a_refusal_keeps_what_was_typed(plan_file: Path, tmp_path: Path) -> None:
    """A folder that is not there is told, and the path stands as it was typed."""
    lost = tmp_path / "nowhere" / "year.txt"
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "m", "x")
        await _to(pilot, lost)
        assert isinstance(app.screen, Export)
        assert str(lost) == app.screen.query_one("#path", Input).value
        assert "is not there" in str(app.screen.query_one("#fault", Static).content)


async def test_the_summary_can_tell_only_what_changed_since_a_day(plan_file: Path) -> None:
    """Two keys for the changes since the last paper, one back to the year."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "m")
        assert isinstance(app.screen, SummaryScreen)
        whole = app.screen.report()
        await press(pilot, "d")
        app.screen.query_one(Input).value = "1 October 2021"
        await press(pilot, "enter")
        assert isinstance(app.screen, SummaryScreen)
        since = app.screen.report()
        assert since is not None
        assert "Since 1 October 2021" in " ".join(since.sections[0].paragraphs)
        await press(pilot, "d")
        assert whole == app.screen.report()


async def test_a_list_is_written_as_it_is_filtered(plan_file: Path, tmp_path: Path) -> None:
    """What was found is what is written; the overdue list keeps its parts."""
    async with opened(plan_file) as (_, pilot):
        await press(pilot, "a", "slash", *"reserves", "enter")
        await press(pilot, "x")
        await _to(pilot, tmp_path / "found.txt")
        await press(pilot, "o", "x")
        await _to(pilot, tmp_path / "late.txt")
    found = (tmp_path / "found.txt").read_text()
    assert "of 69 actions" in found
    assert "1.1/1 " not in found
    assert "Overdue (" in (tmp_path / "late.txt").read_text()


async def test_the_ending_of_a_file_is_that_of_its_format(plan_file: Path, tmp_path: Path) -> None:
    """A slip of the finger is mended before anything is written."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "m", "x")
        await _to(pilot, tmp_path / "year.txtx")
        assert isinstance(app.screen, Export)
        await press(pilot, "enter")
    assert (tmp_path / "year.txtx.txt").exists()
