"""Rows in their places: which stands on which line, and which one the cursor is on.

Owns finding a row and scrolling to it. A row is any value; between rows there may be titles, on
which the cursor never stands. Nothing is drawn here (`drawn_rows`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.scroll_view import ScrollView

from tui.widgets.row_lines import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

Row = TypeVar("Row")


class PlacedRows(ScrollView, Generic[Row]):
    """A sequence with a cursor, below a line of headings.

    Args:
        identity: What makes a row the same one after the list was read again.
        id: The widget's id.
    """

    def __init__(
        self,
        *,
        identity: Callable[[Row], Hashable],
        id: str | None = None,  # noqa: A002  # Textual's own word
    ) -> None:
        self.identity = identity
        self._rows: Sequence[Row | Group] = ()
        self._place = -1
        super().__init__(id=id)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._at(self._place)

    @property
    def shown(self) -> Iterator[Row]:
        """The rows, without the titles between them."""
        return (row for row in self._rows if not isinstance(row, Group))

    def _place_of(self, y: int) -> int:
        """Return the place of the row on a line of the widget."""
        return y - 1 + self.scroll_offset.y

    def _at(self, place: int) -> Row | None:
        """Return the row at a place, where there is one and it is no group's title."""
        if not 0 <= place < len(self._rows):
            return None
        row = self._rows[place]
        return None if isinstance(row, Group) else row

    def _nearest(self, place: int, step: int) -> int:
        """Return the place of a row at or after one, in a direction, else the other way."""
        last = len(self._rows) - 1
        start = min(max(place, 0), last)
        for way in (range(start, last + 1), range(start, -1, -1))[:: 1 if step > 0 else -1]:
            for found in way:
                if self._at(found) is not None:
                    return found
        return -1

    def _reveal(self) -> None:
        """Scroll so that the row under the cursor is in view, with its group's title above it."""
        room = self.size.height - 1
        if self._place < 0 or room < 1:
            return
        top = self._place
        if top and self._at(top - 1) is None:
            top -= 1
        first = self.scroll_offset.y
        if top < first:
            self.scroll_to(y=top, animate=False)
        elif self._place >= first + room:
            self.scroll_to(y=self._place - room + 1, animate=False)

    def _refresh_places(self, *places: int) -> None:
        """Draw the lines of some rows again, where they are in view."""
        for place in places:
            if place >= 0:
                self.refresh_line(place + 1)

    def _find(self, wanted: Hashable) -> int:
        """Return the place of a row by its identity, or -1."""
        if wanted is None:
            return -1
        near = self._at(self._place)
        if near is not None and self.identity(near) == wanted:
            return self._place
        places = enumerate(self._rows)
        same = (
            p for p, row in places if not isinstance(row, Group) and self.identity(row) == wanted
        )
        return next(same, -1)
