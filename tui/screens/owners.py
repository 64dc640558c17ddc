"""Owners: the posts that lead actions, and how much is late and open under each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from tracker.report import Cell
from tracker.reports.actions import ActionFilter
from tracker.reports.owners import loads_of, owners_report
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tracker.report import Report
    from tracker.reports.owners import Load

NOBODY = "No owner"


def _columns() -> tuple[RowColumn[Load], ...]:
    return (
        RowColumn("post", "Post", lambda load: Cell(load.post or NOBODY), Width(20, share=1)),
        RowColumn("leads", "Leads", lambda load: Cell(load.leads), Width(6), "right"),
        RowColumn(
            "overdue",
            "Overdue",
            lambda load: Cell(load.overdue, "bad" if load.overdue else ""),
            Width(8),
            "right",
        ),
        RowColumn(
            "due_soon",
            "Due soon",
            lambda load: Cell(load.due_soon, "warn" if load.due_soon else ""),
            Width(9),
            "right",
        ),
        RowColumn("live", "Live", lambda load: Cell(load.live), Width(5), "right"),
        RowColumn("closed", "Closed", lambda load: Cell(load.closed), Width(7), "right"),
        RowColumn(
            "contributes",
            "Contributes to",
            lambda load: Cell(load.contributes),
            Width(15, spare=1),
            "right",
        ),
    )


class OwnersScreen(TrackerScreen):
    """The posts, the most overdue first."""

    NAME = "owners"
    TITLE = "Owners"
    ABOUT = (
        "Who leads what: the posts with their actions that are late, soon due, live and closed. "
        "An action that several posts lead counts under each of them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("owners")]

    def body(self) -> ComposeResult:
        """Yield the list."""
        yield Rows(_columns(), identity=lambda load: load.post, id="rows")

    def watch_plan(self, plan: PlanView | None) -> None:
        """Count anew after every change."""
        if plan is not None:
            self.query_one(Rows).show(loads_of(plan), empty="There is no action yet.")

    @on(Rows.Selected)
    def action_open(self) -> None:
        """List the actions of the post under the cursor."""
        load: Load | None = self.query_one(Rows).row
        if load is not None:
            self.go("actions", ActionFilter(owner=load.post))

    def action_overdue(self) -> None:
        """List what is overdue under the post."""
        load: Load | None = self.query_one(Rows).row
        if load is not None:
            self.go("actions", ActionFilter(owner=load.post, statuses=frozenset({"overdue"})))

    def report(self) -> Report | None:
        """Return the posts with their counts."""
        return owners_report(self.plan) if self.plan is not None else None
