"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Button, Static

from tui.screens.dialogs.base import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Confirm(Dialog[bool]):
    """Asks for a yes; returns True, else None.

    Args:
        title: The question.
        message: What a yes will do, with the count.
        yes: What the button that does it says.
        no: What the button that leaves all as it is says.
        careful: Something would be lost: the cursor is on "no" at first, so that Enter keeps it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "yes", "Yes"),
        ("n", "leave", "No"),
        ("left", "app.focus_previous", ""),
        ("right", "app.focus_next", ""),
    ]
    DONE = ""

    def __init__(
        self,
        title: str,
        message: str = "",
        *,
        yes: str = "Yes",
        no: str = "No",
        careful: bool = False,
    ) -> None:
        super().__init__(title)
        self._message, self._yes, self._no = message, yes, no
        self._careful = careful

    def body(self) -> ComposeResult:
        """Yield the message and the two answers."""
        if self._message:
            yield Static(self._message, markup=False)
        with Horizontal(id="buttons"):
            yield Button(self._yes, id="done", variant="primary", compact=True)
            yield Button(self._no, id="leave", compact=True)

    @property
    def keys_line(self) -> str:
        """What the keys do, in the words of the buttons."""
        return f"y: {_lower(self._yes)}   n or Esc: {_lower(self._no)}"

    def on_mount(self) -> None:
        """Put the cursor on the answer that is the usual one."""
        self.query_one("#leave" if self._careful else "#done").focus()

    def action_yes(self) -> None:
        """Answer yes."""
        self.finish()

    def finish(self) -> None:
        """Answer yes."""
        self.dismiss(True)


def leave_unsaved(message: str = "What you typed is not saved yet.") -> Confirm:
    """Return the question before something that was typed is lost.

    Args:
        message: What would be lost.
    """
    return Confirm(
        "Leave without saving?",
        message,
        yes="Leave without saving",
        no="Go back to it",
        careful=True,
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
