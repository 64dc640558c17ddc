"""The terminal application's shell, driven as a person would, on real files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import Button, Input, TextArea

from tests.pictures import picture
from tests.screens import MOMENT, TODAY, add_note, looked, opened, press, settings_for, settled
from tracker.timescale import read_timescale
from tui.app import TrackerApp
from tui.commands import SCREENS
from tui.messages import LookAt
from tui.screens.dialogs.ask_date import AskDate
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.say import Say
from tui.screens.home import HomeScreen
from tui.screens.importing import ImportScreen
from tui.screens.overdue import OverdueScreen
from tui.screens.start import StartScreen
from tui.screens.too_small import TooSmall
from tui.widgets.palette import CommandFinder
from tui.widgets.timescale_input import TimescaleInput

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_the_plan_is_read_after_the_first_frame(plan_file: Path) -> None:
    """The app opens on Home with the plan in view."""
    async with opened(plan_file) as (app, _):
        assert isinstance(app.screen, HomeScreen)
        assert app.plan is not None
        assert "Moray" == app.plan.partnership.name
        assert app.screen.plan is app.plan


async def test_it_says_once_that_the_first_plan_has_come(plan_file: Path) -> None:
    """Who opened the app is told when the first plan is there, and not of later ones."""
    told: list[int] = []
    app = TrackerApp(
        settings_for(plan_file), clock=lambda: MOMENT, opened=lambda: told.append(len(told))
    )
    async with app.run_test() as pilot:
        await settled(pilot)
        app.read_plan()
        await settled(pilot)
        assert [0] == told


async def test_without_a_plan_it_says_what_to_do(tmp_path: Path) -> None:
    """A first start offers an import and the sample plan, one key each."""
    async with opened(tmp_path / "none.db") as (app, _):
        assert isinstance(app.screen, StartScreen)
        assert app.plan is None


async def test_without_a_plan_every_key_leads_somewhere(tmp_path: Path) -> None:
    """Esc and Home lead back to what can be done, and what is said does not pile up."""
    async with opened(tmp_path / "none.db", size=(80, 24)) as (app, pilot):
        for key in ("escape", "h"):
            await press(pilot, "i")
            assert isinstance(app.screen, ImportScreen)
            await press(pilot, key)
            assert isinstance(app.screen, StartScreen)
        await press(pilot, "a", "o", "p")
        assert 1 == len(app._notifications)


async def test_undo_of_an_import_asks_first(plan_file: Path) -> None:
    """One key cannot take a whole paper away unasked."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "u")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "u", "y")
        assert isinstance(app.screen, HomeScreen | StartScreen)
        await press(pilot, "U")
        assert app.plan is not None
        assert 69 == len(app.plan.actions)


async def test_what_somebody_else_writes_is_shown(plan_file: Path) -> None:
    """The plan in view follows the newest act without a key pressed."""
    async with opened(plan_file) as (app, pilot):
        assert app.plan is not None
        before = app.plan.act
        ref = app.plan.actions[0].ref
        add_note(plan_file, ref, "Agreed in the meeting")
        await looked(pilot)
        assert before + 1 == app.plan.act


async def test_a_lost_database_is_told_and_comes_back(plan_file: Path) -> None:
    """A file that is gone for a while, as on a drive that is not connected, ends nothing."""
    async with opened(plan_file) as (app, pilot):
        away = plan_file.with_suffix(".away")
        plan_file.replace(away)
        await looked(pilot)
        assert isinstance(app.screen, StartScreen)
        away.replace(plan_file)
        await looked(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_window_too_small_is_told_and_nothing_is_lost(plan_file: Path) -> None:
    """What is typed in a dialog is still there when the window has grown again."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "at", "x", "y")
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert isinstance(app.screen, AskDate)
        assert app.screen.query_one(TimescaleInput).text.endswith("xy")


async def test_leaving_asks_where_something_is_typed(plan_file: Path) -> None:
    """Escape and Ctrl+Q lose nothing without a word, nor does Enter at once after them."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "at", "x", "escape")
        assert isinstance(app.screen, Confirm)
        labels = [str(one.label) for one in app.screen.query(Button)]
        assert ["Leave without saving", "Go back to it"] == labels
        assert "y: leave without saving   n or Esc: go back to it" in picture(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AskDate)
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "n", "escape", "y")
        assert isinstance(app.screen, HomeScreen)


async def test_a_day_is_asked_for_by_days_that_are_understood(plan_file: Path) -> None:
    """Every example that stands in the field will do."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "at")
        examples = app.screen.query_one(Input).placeholder.removeprefix("such as ")
        for example in examples.split(", "):
            assert date(2022, 6, 30) == read_timescale(example, as_at=TODAY).due


async def test_in_every_field_one_key_takes_all_that_is_typed(plan_file: Path) -> None:
    """As in the programs that people know: what is typed next takes its place."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "at", *"wrong", "ctrl+a", *"2021")
        assert "2021" == app.screen.query_one(Input).value
        await press(pilot, "escape", "y", "a", "slash", *"abc", "ctrl+a", *"board")
        assert "board" == app.screen.query_one(Input).value
        await press(pilot, "escape", "enter", "n", *"wrong", "ctrl+a", *"right")
        assert "right" == app.screen.query_one("#field-note TextArea", TextArea).text


async def test_only_the_newest_message_is_shown(plan_file: Path) -> None:
    """Messages do not pile up over what is worked on."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        for words in ("First.", "Second.", "Third."):
            screen.tell(words)
            await settled(pilot)
        assert ["Third."] == [one.message for one in app._notifications]


async def test_another_day_is_shown_everywhere(plan_file: Path) -> None:
    """A day typed in words is the day of the plan; a day before all plans is refused."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "at")
        app.screen.query_one(Input).value = "1 June 2021"
        await press(pilot, "enter")
        assert app.plan is not None
        assert date(2021, 6, 1) == app.plan.as_at
        await press(pilot, "at")
        app.screen.query_one(Input).value = "1 June 1999"
        await press(pilot, "enter")
        assert isinstance(app.screen, Say)
        assert date(2021, 6, 1) == app.plan.as_at


async def test_the_palette_holds_every_command_of_every_screen(plan_file: Path) -> None:
    """What is not on this screen is found too, and carried out where it belongs."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "ctrl+p", *"sett")
        await press(pilot, "enter")
        assert app.current_mode == "settings"
        await press(pilot, "ctrl+p")
        app.screen.query_one(Input).value = "actions: find"
        await press(pilot, "enter")
        assert app.current_mode == "actions"


async def test_the_palette_offers_only_what_can_be_reached(plan_file: Path) -> None:
    """A command of a screen that only another screen opens is left to be found there."""
    async with opened(plan_file) as (app, _):
        said = [str(hit.text) async for hit in CommandFinder(app.screen).discover()]
    elsewhere = {words.partition(":")[0] for words in said if ": " in words}
    assert elsewhere <= {command.title for command in SCREENS}
    assert "Actions: Find" in said


async def test_where_several_partnerships_are_held_it_asks_whose(plan_file: Path) -> None:
    """No plan is opened by a guess."""
    async with opened(plan_file, partnership=None) as (app, pilot):
        assert isinstance(app.screen, PickOne)
        await press(pilot, *"moray")
        await press(pilot, "enter")
        assert app.plan is not None
        assert "Moray" == app.plan.partnership.name


async def test_a_first_start_opens_the_sample_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One key away from nothing there is a plan to look at."""
    monkeypatch.setattr("tui.settings.data_folder", lambda: tmp_path / "data")
    async with opened(tmp_path / "none.db") as (app, pilot):
        await press(pilot, "down", "down", "enter")
        assert app.plan is not None
        assert isinstance(app.screen, HomeScreen)


async def test_a_plan_that_was_asked_for_is_shown_whatever_is_read_meanwhile(
    plan_file: Path,
) -> None:
    """A look at what others wrote, at the same moment, does not take it away."""
    async with opened(plan_file) as (app, pilot):
        app.post_message(LookAt(as_at=date(2021, 6, 1), screen="overdue"))
        app.call_later(app.read_plan)
        await settled(pilot)
        assert app.plan is not None
        assert date(2021, 6, 1) == app.plan.as_at
        assert isinstance(app.screen, OverdueScreen)
