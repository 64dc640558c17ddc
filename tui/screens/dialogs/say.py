"""A message that waits to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from tui.screens.dialogs.base import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Say(Dialog[bool]):
    """Says something, with what to do next.

    Args:
        title: In a few words.
        message: What is the matter.
        hint: What to do next.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "leave", "Go on")]
    KEYS = "Enter: go on"
    DONE = ""

    def __init__(self, title: str, message: str, hint: str = "") -> None:
        super().__init__(title)
        self._message, self._hint = message, hint

    def body(self) -> ComposeResult:
        """Yield the message."""
        yield Static(self._message, markup=False, id="message")
        if self._hint:
            yield Static(self._hint, markup=False, classes="hint")

    def finish(self) -> None:
        """Go on."""
        self.dismiss(None)
