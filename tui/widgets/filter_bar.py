"""The line above a list: what is looked for, which filters are on, how many rows are left.

Owns the field and the chips. What a filter means is `reports.actions`; choosing one is the
screen's affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.line import Line

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

LIST_KEYS = frozenset({"up", "down", "pageup", "pagedown"})


class FindField(Line):
    """A field from which the list can be moved in."""

    @dataclass
    class Left(Message):
        """The person is done with typing."""

    @dataclass
    class Moved(Message):
        """A key that moves the cursor of the list was pressed."""

        key: str

    def on_key(self, event: events.Key) -> None:
        """Hand the keys of the list on."""
        if event.key in LIST_KEYS:
            self.post_message(self.Moved(event.key))
        elif event.key in {"escape", "enter", "tab"}:
            self.post_message(self.Left())
        else:
            return
        event.stop()
        event.prevent_default()


class FilterBar(Horizontal):
    """A field to find with, the filters that are on, and a count."""

    DEFAULT_CSS = """
    FilterBar { height: 1; background: $panel; padding: 0 1; }
    FilterBar #slash { width: auto; }
    FilterBar FindField { width: 1fr; min-width: 16; }
    FilterBar #filters {
        width: auto; max-width: 50%; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    FilterBar #count { width: auto; padding: 0 1; }
    """

    @dataclass
    class Typed(Message):
        """What is looked for has changed."""

        text: str

    @dataclass
    class FilterAsked(Message):
        """The filters were clicked."""

    def compose(self) -> ComposeResult:
        """Set field, filters and count side by side."""
        yield Static("Find (/) ", id="slash", markup=False)
        yield FindField(placeholder="words, 1.1/2, a post")
        yield Static(id="filters", markup=False)
        yield Static(id="count", markup=False)

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.query_one(FindField).value

    def find(self) -> None:
        """Put the cursor into the field."""
        self.query_one(FindField).focus()

    def clear(self) -> None:
        """Look for nothing."""
        self.query_one(FindField).value = ""

    def tell(self, filters: str, count: str) -> None:
        """Show which filters are on, and how many rows there are."""
        self.query_one("#filters", Static).update(Text(filters))
        self.query_one("#count", Static).update(Text(count))

    @on(Input.Changed)
    def pass_on(self, event: Input.Changed) -> None:
        """Say what is looked for now."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_click(self, event: events.Click) -> None:
        """Ask for filters where they are shown."""
        if event.widget is not None and event.widget.id == "filters":
            self.post_message(self.FilterAsked())


def count_words(shown: int, held: int, marked: int) -> str:
    """Return how many rows there are, such as `12 of 69 actions, 3 marked`."""
    unit = "action" if held == 1 else "actions"
    count = f"{held:,} {unit}" if shown == held else f"{shown:,} of {held:,} {unit}"
    return f"{count}, {marked:,} marked" if marked else count
