"""Home: where the plan stands; every number opens its list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tui.figures import Pending
    from tui.widgets.figure_list import FigureList
    from tui.widgets.late_list import LateList
    from tui.workspace import Workspace


class HomeScreen(TrackerScreen):
    """Where the plan stands.

    What it shows is loaded with the plan, so that the first frame does not wait for it.
    """

    NAME = "home"
    TITLE = "Home"
    ABOUT = (
        "Where the plan stands today: ratings before and now, what is late, and what is still to "
        "be said. Every number opens the list behind it."
    )
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("home")]

    def body(self) -> ComposeResult:
        """Yield the page."""
        yield Static("Opening the plan ...", id="whereabouts", markup=False)

    async def watch_plan(self, plan: PlanView | None) -> None:
        """Show the plan in numbers."""
        if plan is None:
            return
        from tui.figures import whereabouts
        from tui.widgets.standpoint import Standpoint

        self.query_one("#whereabouts", Static).update(whereabouts(plan))
        if not self.query(Standpoint):
            await self.mount(Standpoint(), after="#whereabouts")
            self.query_one(Standpoint).focus_figures()
        self.query_one(Standpoint).plan = plan
        self.ask(partial(_pending, plan), self._fill_pending, group="pending")

    def _fill_pending(self, pending: Pending) -> None:
        from tui.widgets.standpoint import Standpoint

        self.query_one(Standpoint).pending = pending

    def on_figure_list_chosen(self, event: FigureList.Chosen) -> None:
        """Open the list behind a number."""
        event.stop()
        self.go(event.figure.screen, event.figure.wanted)

    def on_late_list_chosen(self, event: LateList.Chosen) -> None:
        """Open an action."""
        event.stop()
        self.open_action(event.ref)

    def action_open(self) -> None:
        """Open the list behind the number under the cursor."""
        from tui.widgets.figure_list import FigureList

        self.query_one(FigureList).choose_highlighted()


def _pending(plan: PlanView, workspace: Workspace) -> Pending:
    from tui.pending import pending

    return pending(workspace, plan)
