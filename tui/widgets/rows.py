"""A list of any length with a cursor and marks.

Owns what keys and the mouse do in it, and says what happened by messages. Leaves sorting and
filtering to the screen, which shows another sequence, and everything drawn to `drawn_rows`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import Binding
from textual.message import Message

from tui.widgets.drawn_rows import DrawnRows
from tui.widgets.row_lines import GUTTER, Group, column_at

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from textual import events
    from textual.binding import BindingType

Row = TypeVar("Row")


class Rows(DrawnRows[Row], can_focus=True):
    """A list with a cursor and marks; see `DrawnRows` for what it is made of."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    @dataclass
    class Told(Message):
        """Something happened in a list of any kind of row; the screen knows which it asked for."""

        rows: Rows[Any]

        @property
        def control(self) -> Rows[Any]:
            """The list."""
            return self.rows

    @dataclass
    class Highlighted(Told):
        """The cursor stands on another row, or the row under it was read again."""

        row: Any

    @dataclass
    class Selected(Told):
        """A row was opened by a double click."""

        row: Any

    @dataclass
    class Marked(Told):
        """Other rows are marked than before."""

        count: int

    @dataclass
    class SortAsked(Told):
        """A heading was clicked."""

        key: str

    @property
    def marked(self) -> tuple[Row, ...]:
        """The marked rows, in the order in which they were marked."""
        return tuple(self._marks.values())

    @property
    def meant(self) -> tuple[Row, ...]:
        """The rows that a command is for: the marked ones, else the one under the cursor."""
        under = self.row
        return self.marked or (() if under is None else (under,))

    def show(
        self,
        rows: Sequence[Row | Group],
        *,
        sort: tuple[str, bool] | None = None,
        empty: str | None = None,
    ) -> None:
        """Show other rows; the cursor stays on the same one, else at the same place.

        Marks stay on the rows that are still there.
        """
        kept = None if self.row is None else self.identity(self.row)
        self._rows, self.sort = rows, sort
        self.empty = self.empty if empty is None else empty
        found = self._find(kept)
        self._place = self._nearest(self._place, 1) if found < 0 else found
        self._mouse = -1
        if self._marks:
            held = {self.identity(row): row for row in self.shown}
            self._marks = {mark: held[mark] for mark in self._marks if mark in held}
            self._say_marked()
        self._measure()
        self.post_message(self.Highlighted(self, self.row))

    def go_to(self, wanted: Hashable) -> bool:
        """Put the cursor on a row by its identity, and tell whether it is there."""
        place = self._find(wanted)
        if place >= 0:
            self._move_to(place)
        return place >= 0

    def toggle_mark(self) -> None:
        """Mark the row under the cursor or take its mark away, and go to the next."""
        if self.row is None:
            return
        mark = self.identity(self.row)
        if self._marks.pop(mark, None) is None:
            self._marks[mark] = self.row
        self._say_marked()
        self.action_move(1)

    def extend(self, step: int) -> None:
        """Mark the row under the cursor and the next one, and go there."""
        before = self.row
        self.action_move(step)
        for row in (before, self.row):
            if row is not None:
                self._marks[self.identity(row)] = row
        self._say_marked()

    def mark_all(self) -> None:
        """Mark every row shown; take every mark away where all are marked."""
        shown = {self.identity(row): row for row in self.shown}
        self._marks = {} if shown.keys() <= self._marks.keys() else shown
        self._say_marked()

    def clear_marks(self) -> bool:
        """Take every mark away, and tell whether there was one."""
        had = bool(self._marks)
        self._marks = {}
        if had:
            self._say_marked()
        return had

    def action_move(self, step: int) -> None:
        """Go to the next row."""
        self._move_to(self._nearest(self._place + step, step))

    def action_page(self, direction: int) -> None:
        """Go a screenful on."""
        step = direction * max(self.size.height - 2, 1)
        self._move_to(self._nearest(self._place + step, direction))

    def action_first(self) -> None:
        """Go to the first row."""
        self._move_to(self._nearest(0, 1))

    def action_last(self) -> None:
        """Go to the last row."""
        self._move_to(self._nearest(len(self._rows) - 1, -1))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse was, mark in the gutter, open at the second click."""
        if event.y == 0:
            place = column_at(event.x, self._placed)
            if place is not None:
                self.post_message(self.SortAsked(self, self.columns[place].key))
            return
        if self._at(self._place_of(event.y)) is None:
            return
        self._move_to(self._place_of(event.y))
        if event.x < GUTTER or event.ctrl:
            self.toggle_mark()
        elif event.chain == 2 and self.row is not None:
            self.post_message(self.Selected(self, self.row))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row the mouse is on."""
        place = self._place_of(event.y)
        self._mouse_over(place if event.y and self._at(place) is not None else -1)

    def on_leave(self) -> None:
        """Show no row under the mouse."""
        self._mouse_over(-1)

    def _mouse_over(self, place: int) -> None:
        before, self._mouse = self._mouse, place
        if before != place:
            self._refresh_places(before, place)

    def _move_to(self, place: int) -> None:
        before, self._place = self._place, place
        if before == place:
            return
        self._refresh_places(before, place)
        self._reveal()
        self.post_message(self.Highlighted(self, self.row))

    def _say_marked(self) -> None:
        self.refresh()
        self.post_message(self.Marked(self, len(self._marks)))
