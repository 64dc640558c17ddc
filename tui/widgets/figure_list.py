"""Numbers, one under the other, each of which can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.widgets.marked_list import MarkedList
from tui.widgets.row_lines import POINTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from tui.figures import Figure

WIDTH = 6
"""Columns for a number."""


class FigureList(MarkedList):
    """Groups of numbers under headings; Enter or a click opens the list behind one."""

    DEFAULT_CSS = """
    FigureList { height: auto; border: none; padding: 0 1; background: transparent; }
    FigureList:focus { border: none; }
    FigureList.-textual-compact > .option-list--option { padding: 0; }
    FigureList > .option-list--option-disabled { color: $foreground; }
    """

    SIGN_AT = 1  # Behind the mark of what is urgent.

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", key_display="Enter")
    ]

    def render_line(self, y: int) -> Strip:
        """Draw a line; the mark of what is urgent has the cursor's colours where the cursor is."""
        strip = super().render_line(y)
        if strip.crop(1, 2).text != POINTER:
            return strip
        sign = next(iter(strip.crop(1, 2)))
        mark = Strip([Segment(strip.crop(0, 1).text, sign.style)], 1)
        return Strip.join([mark, strip.crop(1)])

    @dataclass
    class Chosen(Message):
        """The list behind a number is wanted."""

        figure: Figure

    def __init__(self) -> None:
        super().__init__(markup=False, compact=True)
        self._figures: list[Figure | None] = []

    def fill(self, groups: Sequence[tuple[str, Sequence[Figure]]]) -> None:
        """Show numbers; the cursor stays on the line on which it is."""
        place = self.highlighted
        self._figures, options = [], []
        for heading, figures in groups:
            if heading:
                self._figures.append(None)
                options.append(Option(Content.assemble((heading, "bold")), disabled=True))
            self._figures += figures
            options += [Option(_line(figure)) for figure in figures]
        self.clear_options()
        self.add_options(options)
        self.highlighted = 1 if place is None else min(place, len(options) - 1)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Say which number is meant."""
        event.stop()
        self.choose_highlighted()

    def choose_highlighted(self) -> None:
        """Say that the number under the cursor is meant."""
        figure = self._figures[self.highlighted] if self.highlighted is not None else None
        if figure is not None:
            self.post_message(self.Chosen(figure))


def _line(figure: Figure) -> Content:
    mark = "!" if figure.urgent and figure.count else " "
    look = "bold" if figure.count else "dim"
    return Content.assemble(
        (mark, "$warning bold"),
        (f"{figure.count:>{WIDTH - 1},}", look),
        (f"  {figure.words}", "" if figure.count else "dim"),
    )
