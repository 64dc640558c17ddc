"""What is late, what comes soon, reviews gone by, and what has no date: exceptions first.

Owns how the list is grouped on the screen. What is overdue is `rules`; the parts and their order
are those of the report (`reports.overdue`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, get_args

from textual import on

from tracker.reports.overdue import Grouping, overdue_parts, overdue_report
from tui.keys import screen_bindings
from tui.screens.dialogs.ask_text import AskText
from tui.screens.filters import is_on
from tui.screens.listing import ListScreen
from tui.widgets.row_lines import Group
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tracker.report import Report
    from tracker.rules import Standing

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
GROUPED = {
    "due": "Grouped by date.",
    "owner": "Grouped by owner; an action with several owners stands under each.",
    "key-feature": "Grouped by key feature.",
}
FARTHEST = 3660
"""Days ahead that still mean something: ten years."""


class OverdueScreen(ListScreen):
    """What is late, and what will be soon."""

    NAME = "overdue"
    TITLE = "Overdue"
    ABOUT = (
        "What is late, worst first, then what is due soon, reviews gone by and actions without a "
        "date. @ shows it as at another day."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("overdue")]
    COLUMNS = ("ref", "text", "owners", "timescale", "due", "days", "review", "status", "outlook")

    SPARE: ClassVar[Mapping[str, int]] = {"days": 0, "status": 4}

    by: Grouping = "due"

    def grouped(self, plan: PlanView, found: list[Standing]) -> Sequence[Standing | Group]:
        """Return the parts of the overdue list, each below its heading."""
        listed: list[Standing | Group] = []
        for part in overdue_parts(plan, found, within=self.wanted.within, by=self.by):
            listed += [Group(part.heading), *part.standings]
        return listed

    def nothing_words(self, plan: PlanView) -> str:
        """Return what stands in the list where nothing is late or soon."""
        if not plan.actions or self.typed or is_on(self.wanted):
            return super().nothing_words(plan)
        return "Nothing is late, due soon, due for a review or without a date."

    @on(Rows.SortAsked)
    def tell_order(self, event: Rows.SortAsked) -> None:
        """Say where a list can be sorted; this one has an order of its own."""
        event.stop()
        self.tell("The latest come first here, g groups them. The list of Actions can be sorted.")

    def report(self) -> Report | None:
        """Return the overdue list as it is grouped; where it is filtered, what is listed."""
        if self.plan is None or self.typed or is_on(self.wanted):
            return super().report()
        return overdue_report(self.plan, within=self.wanted.within, by=self.by)

    def action_group(self) -> None:
        """Group by the next of date, owner and key feature."""
        self.by = GROUPINGS[(GROUPINGS.index(self.by) + 1) % len(GROUPINGS)]
        self.refill()
        self.tell(GROUPED[self.by])

    def action_within(self) -> None:
        """Ask how many days ahead count as soon."""

        def check(text: str) -> str:
            if text.isdecimal() and text.isascii() and int(text) <= FARTHEST:
                return ""
            return f"Type a number of days from 0 to {FARTHEST}, such as 30."

        def answered(text: str | None) -> None:
            if text is not None:
                self.wanted = replace(self.wanted, within=int(text))
                self.refill()

        days = str(self.wanted.within)
        self.app.push_screen(AskText("How many days ahead are soon?", days, check=check), answered)
