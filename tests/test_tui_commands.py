"""The table of commands, from which bindings, palette, help and README derive."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.app import BUILT, TrackerApp, load_screen
from tui.commands import EVERYWHERE, HERE, SCREENS
from tui.keys import say_key


@pytest.mark.parametrize("name", sorted({*HERE, *BUILT}))
def test_no_two_commands_of_a_screen_share_a_key(name: str) -> None:
    """A key means one thing wherever a person is."""
    commands = (*HERE.get(name, ()), *EVERYWHERE, *SCREENS)
    keys = Counter(key for command in commands for key in command.keys)
    # A screen may say more closely what one of the keys that work everywhere does on it.
    assert [] == [key for key, times in keys.items() if times > 1]


def test_every_screen_of_the_bar_is_built() -> None:
    """A key never leads nowhere."""
    assert {command.screen for command in SCREENS} <= set(BUILT)


def test_every_command_of_the_application_has_a_handler() -> None:
    """What the table promises is done."""
    for command in EVERYWHERE:
        assert hasattr(TrackerApp, f"action_{command.name}"), command.name


@pytest.mark.parametrize("name", sorted(BUILT))
def test_every_command_of_a_screen_has_a_handler(name: str) -> None:
    """What the table promises is done, on the screen that shows it."""
    screen = load_screen(BUILT[name])
    for command in HERE.get(name, ()):
        assert hasattr(screen, f"action_{command.name}"), command.name


@pytest.mark.parametrize(
    ("key", "said"),
    [("ctrl+p", "Ctrl+P"), ("question_mark", "?"), ("U", "U"), ("f1", "F1"), ("h", "h")],
)
def test_keys_are_written_as_people_write_them(key: str, said: str) -> None:
    """No Textual names in help."""
    assert said == say_key(key)
