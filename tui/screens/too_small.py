"""What is shown while the terminal is too small for any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class TooSmall(ModalScreen[None]):
    """Asks for a larger window; the application takes it away.

    Args:
        width: The columns that are needed.
        height: The lines that are needed.
    """

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; text-align: center; }
    """

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._words = (
            f"This window is too small.\nMake it {width} columns\nby {height} lines or larger.\n"
            "Nothing is lost."
        )

    def compose(self) -> ComposeResult:
        """Say what is needed."""
        yield Static(self._words, markup=False)
