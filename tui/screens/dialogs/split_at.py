"""A wording with a cursor, to say where a second action begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Static, TextArea

from tui.screens.dialogs.base import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class SplitAt(Dialog[int]):
    """Asks where a text is split; returns how many characters stand before the second part.

    Args:
        title: What is split.
        text: Its wording.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "finish", "Split")]
    KEYS = "← → Ctrl+→ or a click: move   Enter: split   Esc: leave"
    DONE = "Split here"

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def body(self) -> ComposeResult:
        """Yield the wording and what would become of it."""
        yield Static("Put the cursor on the first word of the second action.", markup=False)
        yield TextArea(self._text, id="field", read_only=True, soft_wrap=True)
        yield Static(id="parts", markup=False)

    @property
    def at(self) -> int:
        """Where the word under the cursor begins."""
        row, column = self.query_one(TextArea).cursor_location
        lines = self._text.splitlines(keepends=True)
        at = min(sum(map(len, lines[:row])) + column, len(self._text))
        while at > 0 and not self._text[at - 1].isspace():
            at -= 1
        return at

    @on(TextArea.SelectionChanged)
    def look(self) -> None:
        """Show the two parts."""
        at = self.at
        first, second = self._text[:at].strip(), self._text[at:].strip()
        told = f"First: {first}\nSecond: {second}" if first and second else "Not split yet."
        self.query_one("#parts", Static).update(told)

    def finish(self) -> None:
        """Return the place, if it parts the text."""
        at = self.at
        if self._text[:at].strip() and self._text[at:].strip():
            self.dismiss(at)

    def action_finish(self) -> None:
        """Return the place."""
        self.finish()
