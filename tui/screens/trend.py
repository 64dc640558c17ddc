"""Trend: the ratings of every cycle side by side, the same report as the command shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.screens.base import TrackerScreen
from tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.plan import PlanView
    from tracker.report import Report
    from tui.workspace import Workspace


class TrendScreen(TrackerScreen):
    """Ratings over all cycles."""

    NAME = "trend"
    TITLE = "Trend"
    ABOUT: ClassVar[str] = "The ratings of every cycle that is held, side by side. Esc goes back."

    def body(self) -> ComposeResult:
        """Yield the page."""
        yield ReportView()

    def watch_plan(self, plan: PlanView | None) -> None:
        """Read the ratings anew after every change."""
        if plan is not None:
            self.ask(_trend, self._take, title="Reading every cycle")

    def _take(self, report: Report) -> None:
        self.query_one(ReportView).report = report
        self.query_one(ReportView).focus()

    def report(self) -> Report | None:
        """Return the trend."""
        return self.query_one(ReportView).report


def _trend(workspace: Workspace) -> Report:
    from tracker.reports.trend import trend_report
    from tui.comparing import trend

    return trend_report(trend(workspace))
