"""The bar of screens: it shows where one is, however narrow the terminal."""

from __future__ import annotations

import pytest

from tui.commands import SCREENS
from tui.widgets.top_bar import MORE, screens_line


@pytest.mark.parametrize("width", [60, 78, 100, 158])
@pytest.mark.parametrize("screen", [command.screen for command in SCREENS])
def test_the_screen_that_is_shown_is_always_named(screen: str, width: int) -> None:
    """The line fits, says that there is more, and marks where one is."""
    line = screens_line(screen, width)
    title = next(command.title for command in SCREENS if command.screen == screen)
    assert len(line.plain) <= width
    assert title in line.plain
    assert line.plain.endswith(MORE)
