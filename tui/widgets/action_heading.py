"""Which action a form is about, and how it stands, in at most four lines.

Owns what is cut, with a sign. The whole wording stands in the form's field, the facts in others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

from tracker.cleaning import clean_line
from tui.widgets.action_detail import facts

if TYPE_CHECKING:
    from textual import events

    from tracker.rules import Standing

LINES = 2
"""Lines for the wording, and for the facts."""


class ActionHeading(Static):
    """Wording and facts of an action."""

    DEFAULT_CSS = """
    ActionHeading { height: auto; padding: 0 1; background: $surface; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  # as Textual names it
        super().__init__(id=id, markup=False)
        self._standing: Standing | None = None

    def show(self, standing: Standing) -> None:
        """Show an action."""
        self._standing = standing
        self._draw(self.content_size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Cut anew."""
        del event
        self._draw(self.content_size.width)

    def _draw(self, width: int) -> None:
        if self._standing is None or not width:
            return
        action = self._standing.action
        wording = Text(f"{action.ref}  {clean_line(action.text)}", "bold")
        parts = (self._cut(part, width) for part in (wording, Text(facts(self._standing))))
        lines = [line for part in parts for line in part.split("\n")]
        # Said outright: drawn again while it is laid out, it would keep the height from before.
        self.styles.height = len(lines)
        self.update(Text("\n").join(lines))

    def _cut(self, words: Text, width: int) -> Text:
        lines = list(words.wrap(self.app.console, width))
        if len(lines) > LINES:
            del lines[LINES:]
            lines[-1].rstrip()
            lines[-1].truncate(width - 1)
            lines[-1].append("…")
        return Text("\n").join(lines)
