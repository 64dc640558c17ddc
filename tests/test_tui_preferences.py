"""What a person has settled once and for all, in a file and on its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input, OptionList

from tests.screens import opened, press
from tracker.cleaning import clean_line
from tracker.errors import UsageFault
from tui.commands import remappable
from tui.keys import key_fault
from tui.preferences import COLOURS, Preferences, as_toml, read_preferences, write_preferences
from tui.screens.dialogs.ask_key import AskKey
from tui.screens.home import HomeScreen
from tui.settings import find_settings

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.text().map(clean_line).filter(bool)


@given(
    st.builds(
        Preferences,
        partnership=st.none() | LINES,
        me=st.none() | LINES,
        colours=st.sampled_from(COLOURS),
        keys=st.dictionaries(LINES, LINES).map(lambda keys: tuple(keys.items())),
    )
)
def test_what_is_written_is_read(preferences: Preferences) -> None:
    """Whatever a name holds, the file gives it back."""
    import tomllib

    from tui.preferences import _preferences

    assert preferences == _preferences(tomllib.loads(as_toml(preferences)))


def test_the_file_comes_after_the_environment(own_settings: Path) -> None:
    """A name in the environment counts more; without one, that of the file is taken."""
    write_preferences(own_settings, Preferences(partnership="Fife", me="Sandy"))
    environ = {"TRACKER_SETTINGS": str(own_settings)}
    assert ("Fife", "Sandy") == (
        (found := find_settings(environ=environ)).partnership,
        found.me,
    )
    assert "Kim" == find_settings(environ={**environ, "TRACKER_ME": "Kim"}).me


def test_a_partnership_is_not_looked_for_in_another_database(own_settings: Path) -> None:
    """The file settles whose plan is meant in the usual database only."""
    write_preferences(own_settings, Preferences(partnership="Fife"))
    environ = {"TRACKER_SETTINGS": str(own_settings)}
    assert find_settings(database="other.db", environ=environ).partnership is None


@pytest.mark.parametrize(
    "text", ["me = ", "colours = 'pink'", "me = 3", "keys = 3", "font = 'large'", "me = '\udc80'"]
)
def test_a_file_that_is_not_understood_is_told(own_settings: Path, text: str) -> None:
    """Settings are not guessed; the message names the file and what to do."""
    own_settings.parent.mkdir()
    own_settings.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageFault, match="cannot be read") as caught:
        read_preferences(own_settings)
    assert str(own_settings) in caught.value.message


def test_a_key_that_is_taken_is_refused() -> None:
    """Two commands that work on one screen never share a key."""
    assert "taken" in key_fault("undo", "h", own={})
    assert "taken" in key_fault("actions.note", "h", own={})
    assert "" == key_fault("undo", "f5", own={})
    assert "" == key_fault("undo", "h", own={"go_home": "f2"})
    assert "always" in key_fault("undo", "escape", own={})


def cursor_to(lines: OptionList, words: str) -> None:
    """Put the cursor on the line that begins with some words."""
    shown = [str(option.prompt).strip() for option in lines.options]
    lines.highlighted = next(place for place, line in enumerate(shown) if line.startswith(words))


async def test_a_name_and_colours_are_kept_for_the_next_time(
    plan_file: Path, own_settings: Path
) -> None:
    """What is settled holds at once, and after a restart."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "comma")
        cursor_to(app.screen.query_one(OptionList), "Your name")
        await press(pilot, "enter")
        app.screen.query_one(Input).value = "Kim Example"
        await press(pilot, "enter")
        assert "Kim Example" == app.settings.me
        cursor_to(app.screen.query_one(OptionList), "Colours")
        await press(pilot, "enter", "h", "i", "g", "h", "enter")
        assert "tracker-contrast" == app.theme
    held = read_preferences(own_settings)
    assert ("Kim Example", "high contrast") == (held.me, held.colours)


async def test_a_command_can_have_another_key(plan_file: Path, own_settings: Path) -> None:
    """The new key works at once, on every screen; Delete gives the old one back."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "comma")
        cursor_to(app.screen.query_one(OptionList), "Home")
        await press(pilot, "enter", "p")
        assert isinstance(app.screen, AskKey)
        await press(pilot, "f8")
        assert (("go_home", "f8"),) == read_preferences(own_settings).keys
        await press(pilot, "f8")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "comma", "delete")
        assert () == read_preferences(own_settings).keys
        await press(pilot, "h")
        assert isinstance(app.screen, HomeScreen)


def test_every_command_can_be_named_in_the_file() -> None:
    """Names are unique, so that a key means one command."""
    assert "undo" in remappable()
    assert "actions.note" in remappable()
