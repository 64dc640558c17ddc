"""A plan at a glance: what asks for attention, ratings before and now, the key features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, VerticalScroll
from textual.reactive import reactive

from tracker.summary import summarise
from tui.figures import Pending, attention, standing, unfinished
from tui.widgets.feature_table import FeatureTable
from tui.widgets.figure_list import FigureList
from tui.widgets.late_list import LateList
from tui.widgets.rating_bars import RatingBars

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.plan import PlanView


class Standpoint(Container):
    """Numbers beside bars, or above them where there is little room."""

    plan: reactive[PlanView | None] = reactive(None, always_update=True, init=False)
    pending: reactive[Pending] = reactive(Pending(), init=False)

    def compose(self) -> ComposeResult:
        """Set out the parts."""
        yield FigureList()
        with VerticalScroll(id="pictures", can_focus=False):
            yield RatingBars()
            yield FeatureTable()
            yield LateList()

    def watch_plan(self, plan: PlanView | None) -> None:
        """Show a plan."""
        if plan is None:
            return
        summary = summarise(plan)
        bars = self.query_one(RatingBars)
        bars.before = plan.previous.label if plan.previous else None
        bars.now = plan.cycle.label
        bars.summary = summary
        self.query_one(FeatureTable).update_from(plan, summary)
        self.query_one(LateList).update_from(plan)
        self._fill(plan)

    def watch_pending(self) -> None:
        """Show what is still to be said."""
        if self.plan is not None:
            self._fill(self.plan)

    def _fill(self, plan: PlanView) -> None:
        self.query_one(FigureList).fill(
            (
                ("To look at", attention(plan)),
                ("Still to be said", unfinished(plan, self.pending)),
                ("The whole plan", standing(plan)),
            )
        )

    def focus_figures(self) -> None:
        """Put the cursor on the numbers."""
        self.query_one(FigureList).focus()
