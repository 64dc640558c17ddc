"""A key to be pressed, for a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.keys import say_key
from tui.screens.dialogs.base import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult


class AskKey(Dialog[str]):
    """Asks for a key by having it pressed; returns it as Textual names it.

    Args:
        title: Which command is meant.
        now: The keys that it has.
        check: Says why a key will not do, or nothing.
    """

    KEYS = "Esc: leave it as it is"
    DONE = ""

    def __init__(self, title: str, now: str, *, check: Callable[[str], str]) -> None:
        super().__init__(title)
        self._now, self._check = now, check

    def body(self) -> ComposeResult:
        """Say what to do."""
        yield Static(f"Now it is {self._now}. Press the new key.", markup=False)
        yield Static(id="fault", classes="fault", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take the key that is pressed."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        fault = self._check(event.key)
        if fault:
            self.query_one("#fault", Static).update(f"{say_key(event.key)}: {fault}")
        else:
            self.dismiss(event.key)

    def finish(self) -> None:
        """Nothing is returned but by pressing a key."""
