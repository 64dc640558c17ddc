"""A field for one day, which shows as one types which day is read.

A timescale, which may be less than a day or more, is `timescale_input`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.widgets import Input, Static

from tracker.cleaning import clean_line
from tracker.dates import read_day, say_day
from tracker.errors import TrackerError
from tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult


class DayInput(Container):
    """A day in people's words, with its reading beside it.

    Args:
        text: What stands there already.
    """

    DEFAULT_CSS = """
    DayInput { layout: horizontal; height: auto; }
    DayInput Input { width: 24; margin-right: 2; }
    DayInput Static { width: 1fr; height: auto; color: $text-muted; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Set the reading beside the field."""
        yield Line(self._text, id="day")
        yield Static(_read(self._text), id="day-read", markup=False)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return clean_line(self.query_one(Input).value)

    @on(Input.Changed)
    def read(self, event: Input.Changed) -> None:
        """Show how it is read."""
        event.stop()
        self.query_one(Static).update(_read(self.text))


def _read(text: str) -> str:
    if not text:
        return ""
    try:
        return f"→ {say_day(read_day(text))}"
    except TrackerError as error:
        return f"? {error.message}"
