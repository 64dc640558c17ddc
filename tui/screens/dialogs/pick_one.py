"""A list to pick one thing from, shortened by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.text import Text
from textual import on
from textual.widgets import Input, OptionList, Static

from tracker.ordering import folded
from tui.screens.dialogs.base import Dialog
from tui.widgets.line import Line
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

T = TypeVar("T")


class PickOne(Dialog[T], Generic[T]):
    """Picks one of some values; returns the value.

    Args:
        title: What is to be picked.
        choices: Each value with the words that show it.
        current: The value that is held now.
        refusal: Why what was picked before was refused.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]
    KEYS = "Type to find   ↑ ↓: move   Enter: take   Esc: leave"
    DONE = ""

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[T, str]],
        *,
        current: T | None = None,
        refusal: str = "",
    ) -> None:
        super().__init__(title)
        self._choices = list(choices)
        self._shown = self._choices
        self._current, self._refusal = current, refusal

    def body(self) -> ComposeResult:
        """Yield the field and the list."""
        if self._refusal:
            yield Static(self._refusal, markup=False, classes="fault")
        yield Line(placeholder="Type a part of it")
        yield MarkedList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Show everything, with the cursor on what is held."""
        self._fill()
        values = [value for value, _ in self._shown]
        if self._current in values:
            self.query_one(OptionList).highlighted = values.index(self._current)

    @on(Input.Changed)
    def shorten(self, event: Input.Changed) -> None:
        """Show what holds every word typed."""
        event.stop()
        wanted = folded(event.value).split()
        self._shown = [
            (value, words)
            for value, words in self._choices
            if all(part in folded(words) for part in wanted)
        ]
        self._fill()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Text(words) for _, words in self._shown])
        options.highlighted = 0 if self._shown else None

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while typing."""
        options = self.query_one(OptionList)
        if self._shown:
            options.highlighted = ((options.highlighted or 0) + by) % len(self._shown)

    @on(Input.Submitted)
    def finish(self) -> None:
        """Return what the cursor is on."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._shown[place][0])

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        event.stop()
        self.dismiss(self._shown[event.option_index][0])
