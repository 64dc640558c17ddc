"""The line above the keys that says what is being done."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Static


class StatusLine(Static):
    """What takes longer than half a second, and how to stop it."""

    DEFAULT_CSS = """
    StatusLine { dock: bottom; height: 1; margin-bottom: 1; display: none;
        background: $panel; color: $text; padding: 0 1; }
    StatusLine.-shown { display: block; }
    """

    words: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__(markup=False)

    def watch_words(self, words: str) -> None:
        """Show the words, or nothing."""
        self.set_class(bool(words), "-shown")
        self.update(f"{words} ...  Esc stops it" if words else "")
