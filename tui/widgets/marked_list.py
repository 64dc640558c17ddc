"""A list whose line under the cursor bears a sign, so that it is not told by colour alone."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

from tui.widgets.row_lines import POINTER


class MarkedList(OptionList):
    """Options with room for the sign before their words, which therefore never shift."""

    DEFAULT_CSS = """
    MarkedList.-textual-compact > .option-list--option { padding: 0 0 0 2; }
    """

    SIGN_AT: ClassVar[int] = 0
    """The cell for the sign; blank in every option."""

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the sign where the cursor is."""
        strip = super().render_line(y)
        # Of two lists on a screen, only the one that the keys move bears it.
        elsewhere = not self.has_focus and isinstance(self.screen.focused, MarkedList)
        return strip if elsewhere else signed(self, strip, y, at=self.SIGN_AT)


def signed(options: OptionList, strip: Strip, y: int, *, at: int = 0) -> Strip:
    """Return a line of a list, with the sign where its cursor is.

    Args:
        options: The list.
        strip: The line as it is drawn.
        y: Which line of those in view.
        at: The cell for the sign.
    """
    place = options.highlighted
    lines = options._index_to_line  # noqa: SLF001  # Textual names no other way to a row's line
    if place is None or options.scroll_offset.y + y != lines.get(place):
        return strip
    return pointed(strip, at=at)


def pointed(strip: Strip, *, at: int = 0) -> Strip:
    """Return a line with the sign in a cell that is blank; any other cell is left alone.

    Args:
        strip: The line.
        at: Which cell.
    """
    cell = strip.crop(at, at + 1)
    if cell.text != " ":
        return strip
    sign = Strip([Segment(POINTER, next(iter(cell)).style)], 1)
    return Strip.join([strip.crop(0, at), sign, strip.crop(at + 1)])
