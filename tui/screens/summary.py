"""Summary: the story of the year, the same report that commands and files show.

Owns since which day it is told. What is told is `tracker.story`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tracker.dates import say_day
from tracker.timescale import read_timescale
from tui.hints import told
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_date import AskDate
from tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.errors import TrackerError
    from tracker.plan import PlanView
    from tracker.report import Report
    from tui.workspace import Workspace


class SummaryScreen(TrackerScreen):
    """The year in words and numbers."""

    NAME = "summary"
    TITLE = "Summary"
    ABOUT = (
        "The year as a board reads it: what moved, what is late, what was done. "
        "x writes it to a file."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("summary")]

    def __init__(self) -> None:
        super().__init__()
        self._since: date | None = None

    def body(self) -> ComposeResult:
        """Yield the page."""
        yield ReportView()

    def watch_plan(self, plan: PlanView | None) -> None:
        """Tell the story of the plan in view."""
        if plan is not None:
            self._tell(plan, self._since)

    def _tell(self, plan: PlanView, since: date | None) -> None:
        def show(report: Report) -> None:
            self._since = since
            self.query_one(ReportView).report = report

        def failed(error: TrackerError) -> None:
            self.tell(told(error))

        verb = partial(_told, cycle=plan.cycle.label, as_at=plan.as_at, since=since)
        self.ask(verb, show, failed=failed, title="Telling the year")

    def report(self) -> Report | None:
        """Return the summary."""
        return self.query_one(ReportView).report

    def action_since(self) -> None:
        """Ask since when; where a day holds already, go back to the whole year."""
        plan = self.plan
        if plan is None:
            return
        if self._since is not None:
            self._tell(plan, None)
            self.tell("The whole year is told again.")
            return

        def answered(words: str | None) -> None:
            day = read_timescale(words, as_at=plan.as_at).due if words else None
            if day is not None:
                self._tell(plan, day)

        begun = say_day(plan.cycle.as_at) if plan.cycle.as_at else ""
        asked = AskDate("Tell what changed since", begun, as_at=plan.as_at, day=True)
        self.app.push_screen(asked, answered)


def _told(workspace: Workspace, *, cycle: str, as_at: date, since: date | None) -> Report:
    from tracker.reports.summary import summary_report
    from tui.telling import story

    return summary_report(story(workspace, repeat=cycle, as_at=as_at, since=since))
