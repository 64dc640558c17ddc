"""A report on a screen: the same value that commands and files show, drawn for the width there is.

Owns its colours on each theme. How a report is laid out is `console.drawn`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from tui.console import drawn

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.theme import Theme

    from tracker.report import Report

COLOURS = {"good": "success", "warn": "warning", "bad": "error"}
"""The theme's colour of each tone; what is quiet is dim on every theme."""


class Page(Static):
    """The page that a report is drawn on, as wide as there is room for."""

    DEFAULT_CSS = "Page { height: auto; }"

    report: reactive[Report | None] = reactive(None, always_update=True)

    def on_mount(self) -> None:
        """Draw it in the colours of the theme, whichever it is."""
        # The theme itself changes before its colours are known.
        self.app.theme_changed_signal.subscribe(self, self._repaint)

    def _repaint(self, theme: Theme) -> None:
        del theme
        self.draw()

    def watch_report(self) -> None:
        """Draw another report."""
        self.draw()

    def on_resize(self, event: events.Resize) -> None:
        """Share the width out anew."""
        if event.size.width != self._width:
            self.draw()

    _width = 0

    def draw(self) -> None:
        """Draw the report for the width there is."""
        self._width = self.size.width
        if self._width < 1 or self.report is None:
            return
        known = self.app.theme_variables
        tones = {tone: known[name] for tone, name in COLOURS.items()} | {"quiet": "dim"}
        self.update(Group(*drawn(self.report, self._width, tones)))


class ReportView(VerticalScroll, can_focus=True):
    """Shows a report; arrows and page keys scroll it."""

    DEFAULT_CSS = "ReportView { padding: 0 1; }"

    report: reactive[Report | None] = reactive(None, always_update=True)

    def compose(self) -> ComposeResult:
        """Yield the page."""
        yield Page(markup=False).data_bind(ReportView.report)
