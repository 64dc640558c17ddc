"""A sequence of any length of which only the lines in view are drawn.

Owns the states that a row can be drawn in, and their styles. A row's cells are asked for when it
comes into view. Which row stands where is `placed_rows`, what keys and the mouse do is `rows`,
how a line is drawn is `row_lines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.strip import Strip

from tui.widgets.fitting import share_out
from tui.widgets.placed_rows import PlacedRows
from tui.widgets.row_lines import (
    GUTTER,
    MARK,
    POINTER,
    Group,
    Look,
    heading_line,
    row_line,
    text_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from textual.geometry import Region

    from tui.widgets.row_lines import Placed, RowColumn

Row = TypeVar("Row")

TONES = ("good", "warn", "bad", "quiet")
CURSOR, MOUSE, MARKED = 1, 2, 4
"""The parts of a row's state, which is their sum."""
KEPT = 256
"""Lines kept drawn: enough for two screens in two states. More would cost the collector of garbage
more time than drawing them again takes."""


class DrawnRows(PlacedRows[Row]):
    """Rows under headings, with a cursor, a mouse and marks to be drawn.

    Args:
        columns: What is shown of each row.
        identity: What makes a row the same one after the list was read again.
        empty: What stands in the list while there is no row.
        id: The widget's id.
    """

    DEFAULT_CSS = """
    DrawnRows {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        background: $surface;
        color: $foreground;
        scrollbar-size-vertical: 1;
        & > .rows--header { background: $panel; color: $foreground; text-style: bold; }
        & > .rows--group { color: $text-primary; text-style: bold; }
        & > .rows--cursor {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
        }
        & > .rows--mouse { background: $surface-lighten-1; }
        & > .rows--marked { text-style: bold; }
        & > .rows--empty { color: $foreground; }
        & > .rows--good { color: $text-success; }
        & > .rows--warn { color: $text-warning; }
        & > .rows--bad { color: $text-error; text-style: bold; }
        & > .rows--quiet { color: $foreground 80%; }
        &:focus > .rows--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{part}"
        for part in ("header", "group", "cursor", "mouse", "marked", "empty", *TONES)
    }

    def __init__(
        self,
        columns: Sequence[RowColumn[Row]],
        *,
        identity: Callable[[Row], Hashable],
        empty: str = "Nothing to show.",
        id: str | None = None,  # noqa: A002  # Textual's own word
    ) -> None:
        self.columns = tuple(columns)
        self.empty = empty
        self.sort: tuple[str, bool] | None = None
        """The column that the list is sorted by, and whether from the last to the first."""
        self._mouse = -1
        self._marks: dict[Hashable, Row] = {}
        self._placed: Placed = ()
        self._lines: LRUCache[tuple[int, int], Strip] = LRUCache(KEPT)
        self._looks: dict[int, Look] = {}
        super().__init__(identity=identity, id=id)

    def show_columns(self, columns: Sequence[RowColumn[Row]]) -> None:
        """Show other columns."""
        self.columns = tuple(columns)
        self.on_resize()

    def on_resize(self) -> None:
        """Share the width out anew."""
        asked = [column.width for column in self.columns]
        self._placed = share_out(asked, self.size.width - GUTTER - 1)
        self._measure()

    def notify_style_update(self) -> None:
        """Draw everything anew under another theme."""
        super().notify_style_update()
        self._lines.clear()
        self._looks.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region, each the same strip as before where nothing changed.

        Textual keeps what it made of a strip with the strip. Its own way here puts borders, padding
        and tints on every line anew; a list has none of them, and a key is answered in half the
        time.
        """
        background = self.background_colors[1]
        filters = self.get_line_filters()
        left, right = crop.column_span
        lines = []
        for y in crop.line_range:
            line = self.render_line(y)
            for line_filter in filters:
                line = line.apply_filter(line_filter, background)
            lines.append(line if right - left == line.cell_length else line.crop(left, right))
        return lines

    def render_line(self, y: int) -> Strip:
        """Return a line: the headings first, then the rows in view."""
        if y == 0:
            style = self.get_component_rich_style("rows--header")
            return heading_line(self.columns, self._placed, self.size.width, self.sort, style)
        place = self._place_of(y)
        if place >= len(self._rows):
            return self._beyond(y)
        state = self._state(place)
        drawn = self._lines.get((place, state))
        if drawn is None:
            drawn = self._lines[place, state] = self._draw(place, state)
        return drawn

    def _draw(self, place: int, state: int) -> Strip:
        width, row = self.size.width, self._rows[place]
        if isinstance(row, Group):
            return text_line(row.title, width, self.get_component_rich_style("rows--group"))
        look = self._look(state)
        signs = (POINTER if state & CURSOR else " ") + (MARK if state & MARKED else " ")
        return row_line(row, self.columns, self._placed, width, signs, look)

    def _beyond(self, y: int) -> Strip:
        """Return a line below the last row."""
        width = self.size.width
        if self._rows or y != 1:
            return Strip.blank(width, self.rich_style)
        return text_line(self.empty, width, self.get_component_rich_style("rows--empty"))

    def _state(self, place: int) -> int:
        state = (CURSOR if place == self._place else 0) | (MOUSE if place == self._mouse else 0)
        if self._marks:
            row = self._at(place)
            state |= MARKED if row is not None and self.identity(row) in self._marks else 0
        return state

    def _look(self, state: int) -> Look:
        look = self._looks.get(state)
        if look is None:
            style = self.rich_style
            for bit, name in ((MARKED, "marked"), (MOUSE, "mouse"), (CURSOR, "cursor")):
                if state & bit:
                    style += self.get_component_rich_style(f"rows--{name}", partial=True)
            look = self._looks[state] = Look(style, {} if state & CURSOR else self._tones(style))
        return look

    def _tones(self, style: Style) -> dict[str, Style]:
        parts = {tone: self.get_component_rich_style(f"rows--{tone}") for tone in TONES}
        return {
            tone: style + Style(color=part.color, bold=part.bold or None)
            for tone, part in parts.items()
        }

    def _measure(self) -> None:
        """Say how long the list is, and draw it anew."""
        self._lines.clear()
        self.virtual_size = Size(self.size.width, len(self._rows) + 1)
        self._reveal()
        self.refresh()
