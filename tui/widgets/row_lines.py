"""How a row, a heading and a group of a list become lines of cells.

Owns the drawing: texts in their widths, signs beside them, styles by tone. Which row stands where
and what keys do is the list's (`rows`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.segment import Segment
from textual.strip import Strip

from exports.texts import said
from tui.widgets.fitting import GAP, fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.style import Style

    from tracker.report import Cell
    from tui.widgets.fitting import Width

Row = TypeVar("Row")

GUTTER = 2
"""Cells on the left: one for the cursor's sign, one for the mark's; a tick would read as done."""
POINTER, MARK = ">", "*"
RISING, FALLING = "▲", "▼"
BETWEEN = " " * GAP


@dataclass(frozen=True)
class RowColumn(Generic[Row]):
    """A column of a list: how it is headed, how wide it is and what fills it."""

    key: str
    heading: str
    cell: Callable[[Row], Cell]
    width: Width
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Group:
    """A line between rows that says what the following ones have in common."""

    title: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of one state of a row."""

    plain: Style
    tones: Mapping[str, Style]

    def of(self, tone: str) -> Style:
        """Return the style of a tone."""
        return self.tones.get(tone, self.plain)


Placed = tuple[tuple[int, int], ...]
"""The place and the cells of each column that is shown."""


def row_line(
    row: Row, columns: Sequence[RowColumn[Row]], placed: Placed, width: int, signs: str, look: Look
) -> Strip:
    """Draw a row.

    Args:
        row: What is drawn.
        columns: All columns of the list.
        placed: Those shown, with their widths.
        width: The cells of the line.
        signs: What stands in the gutter.
        look: The styles of the row's state.
    """
    pieces = [(signs, look.plain)]
    for place, cells in placed:
        cell = columns[place].cell(row)
        text = fit(said(cell), cells, align=columns[place].align) + BETWEEN
        pieces.append((text, look.of(cell.tone)))
    return _filled(pieces, _taken(placed), width, look.plain)


def heading_line(
    columns: Sequence[RowColumn[Row]],
    placed: Placed,
    width: int,
    sort: tuple[str, bool] | None,
    style: Style,
) -> Strip:
    """Draw the headings, with a sign on the one that the list is sorted by."""
    text = " " * GUTTER
    for place, cells in placed:
        column = columns[place]
        title = column.heading
        if sort and sort[0] == column.key:
            sign = FALLING if sort[1] else RISING
            title = f"{fit(title, min(len(title), cells - 2))} {sign}"
        text += fit(title, cells, align=column.align) + BETWEEN
    return _filled([(text, style)], _taken(placed), width, style)


def text_line(text: str, width: int, style: Style) -> Strip:
    """Draw one text over the whole line, such as a group's title."""
    return _filled([(" " * GUTTER + fit(text, width - GUTTER), style)], width, width, style)


def _taken(placed: Placed) -> int:
    return GUTTER + sum(cells + GAP for _, cells in placed)


def _filled(pieces: list[tuple[str, Style]], taken: int, width: int, style: Style) -> Strip:
    """Return a strip of a line's width, of as few segments as the styles need.

    Each segment costs on every repaint, and so would measuring again what is known.
    """
    if taken < width:
        pieces.append((" " * (width - taken), style))
    else:
        text, its_style = pieces[-1]
        # A line ends with the gap of its last column, as far as it has to be cut.
        pieces[-1] = (text[: len(text) - min(taken - width, GAP)], its_style)
    segments: list[Segment] = []
    text, style = pieces[0]
    for more, its_style in pieces[1:]:
        if its_style is style:
            text += more
            continue
        segments.append(Segment(text, style))
        text, style = more, its_style
    segments.append(Segment(text, style))
    strip = Strip(segments, max(width, taken - GAP))
    return strip if strip.cell_length == width else strip.adjust_cell_length(width, style)


def column_at(x: int, placed: Placed) -> int | None:
    """Return the place of the column at a cell of a line."""
    left = GUTTER
    for place, width in placed:
        if left <= x < left + width + GAP:
            return place
        left += width + GAP
    return None
