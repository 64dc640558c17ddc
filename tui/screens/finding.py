"""Finding actions in a list: by words as they are typed, and by filters.

Owns what is looked for, which filters are on, and how Esc takes them away again. What passes, and
how it is listed, is `listing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tracker.reports.actions import ActionFilter
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.filters import filter_choices, is_on
from tui.screens.quick import QuickScreen
from tui.widgets.filter_bar import FilterBar, FindField
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual import events

    from tracker.rules import Standing


class FindingScreen(QuickScreen):
    """A screen whose list can be searched and filtered."""

    wanted: ActionFilter = ActionFilter()
    """The filters that are on."""

    @property
    def rows(self) -> Rows[Standing]:
        """The list."""
        return self.query_one(Rows)

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.query_one(FilterBar).typed

    def refill(self) -> None:
        """List what passes now: filters, order or plan have changed."""
        raise NotImplementedError

    def relist(self) -> None:
        """List what holds the words typed so far: nothing else has changed."""
        raise NotImplementedError

    @on(FilterBar.Typed)
    def find_typed(self, event: FilterBar.Typed) -> None:
        """List what holds the words typed so far, the best find under the cursor."""
        event.stop()
        self.relist()
        if event.text:
            self.rows.action_first()

    @on(FindField.Left)
    def leave_field(self, event: FindField.Left) -> None:
        """Go to the list."""
        event.stop()
        self.rows.focus()

    @on(FindField.Moved)
    def move_from_field(self, event: FindField.Moved) -> None:
        """Move the list's cursor while typing."""
        event.stop()
        steps = {"up": -1, "down": 1}
        if event.key in steps:
            self.rows.action_move(steps[event.key])
        else:
            self.rows.action_page(1 if event.key == "pagedown" else -1)

    @on(FilterBar.FilterAsked)
    def choose_filter(self, event: FilterBar.FilterAsked) -> None:
        """Ask for a filter."""
        event.stop()
        self.action_filter()

    def on_key(self, event: events.Key) -> None:
        """Let Esc take marks, search and filters away, one after the other, before it leaves."""
        if event.key == "escape" and self._take_away():
            event.stop()
            event.prevent_default()

    def _take_away(self) -> bool:
        if self.rows.clear_marks():
            return True
        if self.typed:
            self.query_one(FilterBar).clear()
            return True
        if is_on(self.wanted):
            self.wanted = ActionFilter(within=self.wanted.within)
            self.refill()
            return True
        return False

    def action_find(self) -> None:
        """Put the cursor into the field to find with."""
        self.query_one(FilterBar).find()

    def action_filter(self) -> None:
        """Ask which actions are to be listed."""
        if self.plan is None:
            return

        def chosen(wanted: ActionFilter | None) -> None:
            if wanted is not None:
                self.wanted = wanted
                self.refill()

        choices = filter_choices(self.plan, self.wanted)
        self.app.push_screen(PickOne("Which actions?", choices), chosen)
