"""Every action of the plan in one list, to be found, sorted, marked and updated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from tracker.ordering import by_column
from tracker.reports.cells import COLUMNS
from tui.keys import screen_bindings
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.listing import ListScreen
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tracker.rules import Standing


class ActionsScreen(ListScreen):
    """All actions in one list."""

    NAME = "actions"
    TITLE = "Actions"
    ABOUT = (
        "Every action of the plan. Type / and some words to find one, f to show only some; Space "
        "marks several, and what you then say is recorded for all of them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("actions")]
    COLUMNS = (
        "ref",
        "text",
        "owners",
        "timescale",
        "due",
        "days",
        "status",
        "outlook",
        "last_update",
    )

    def passing(self, plan: PlanView) -> list[Standing]:
        """Return what passes the filters, in the order chosen."""
        passing = super().passing(plan)
        if self.sort is None:
            return passing
        return by_column(passing, self.sort[0], backwards=self.sort[1])

    def action_order(self) -> None:
        """Ask by which column to sort."""
        choices = [
            ("", "As in the plan"),
            *((key, COLUMNS[key][0].heading) for key in self.COLUMNS),
        ]
        current = self.sort[0] if self.sort else ""
        self.app.push_screen(PickOne("Sort by", choices, current=current), self._sort_by)

    @on(Rows.SortAsked)
    def sort_clicked(self, event: Rows.SortAsked) -> None:
        """Sort by the column whose heading was clicked."""
        event.stop()
        self._sort_by(event.key)

    def _sort_by(self, key: str | None) -> None:
        """Sort by a column; by the same one again, the other way round."""
        if key is None:
            return
        backwards = bool(self.sort and self.sort[0] == key and not self.sort[1])
        self.sort = (key, backwards) if key else None
        self.refill()
