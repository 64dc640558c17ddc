"""What the screens with a list of actions share: listing, marking, opening.

Owns the list, the line above it, the detail beside it, and what stays as it is when the plan is
read again. Which rows there are, in which order and groups, each screen says itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container

from tracker.reports.actions import ActionFilter, choose, listed_report
from tracker.searching import search, sought
from tui.commands import HERE
from tui.keys import say_key
from tui.screens.filters import filter_words, hindrance, is_on
from tui.screens.finding import FindingScreen
from tui.screens.telling import NO_ACTION
from tui.widgets.action_columns import action_columns, with_content
from tui.widgets.action_detail import ActionDetail
from tui.widgets.filter_bar import FilterBar, count_words
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from tracker.plan import ActionView, PlanView
    from tracker.report import Report
    from tracker.rules import Standing
    from tracker.searching import Sought
    from tui.widgets.row_lines import Group, RowColumn


class ListScreen(FindingScreen):
    """A screen with a list of actions."""

    CSS_PATH = "listing.tcss"
    AUTO_FOCUS = "Rows"
    COLUMNS: ClassVar[tuple[str, ...]]
    """The columns, by their keys in `reports.cells`."""
    SPARE: ClassVar[Mapping[str, int]] = {}
    """Which columns a narrow screen leaves out sooner or later than other lists do."""

    sort: tuple[str, bool] | None = None
    _held: tuple[PlanView, list[Standing], list[Sought[Standing]]] | None = None

    def body(self) -> ComposeResult:
        """Yield the line of filters, the list and the detail."""
        yield FilterBar()
        with Container(id="main"):
            yield Rows(
                self.columns(),
                identity=lambda standing: standing.action.id,
                empty="Opening the plan ...",
            )
            yield ActionDetail(self._key_of("open"))

    def _key_of(self, name: str) -> str:
        return next(say_key(one.keys[0]) for one in HERE[self.NAME] if one.name == name)

    def columns(self) -> tuple[RowColumn[Standing], ...]:
        """Return the columns of the list."""
        return action_columns(self.COLUMNS, self.SPARE)

    def passing(self, plan: PlanView) -> list[Standing]:
        """Return the actions that pass the filters, in the order in which they are listed."""
        return list(choose(plan, self.wanted))

    def grouped(self, plan: PlanView, found: list[Standing]) -> Sequence[Standing | Group]:
        """Return the actions that were found, with titles where the list has groups."""
        del plan
        return found

    def rows_of(self, plan: PlanView, typed: str) -> Sequence[Standing | Group]:
        """Return what is listed.

        Args:
            plan: The plan in view.
            typed: What is looked for.
        """
        # Held between two letters that are typed: only what is looked for has changed then.
        if self._held is None or self._held[0] is not plan:
            passing = self.passing(plan)
            self._held = plan, passing, sought(passing, lambda standing: standing.action)
        _, passing, ready = self._held
        return self.grouped(plan, search(ready, typed) if typed.strip() else passing)

    def nothing_words(self, plan: PlanView) -> str:
        """Return what stands in the list where it is empty."""
        if plan.cycle.ratings_only:
            return f"Only the ratings of {plan.cycle.label} are held; its actions are not."
        if self.typed or is_on(self.wanted):
            return f"Nothing fits. Esc takes away {hindrance(self.typed, self.wanted)}."
        return "No actions yet."

    def watch_plan(self, plan: PlanView | None) -> None:
        """List the plan as it now is; cursor, filters and marks stay."""
        if plan is not None:
            self.rows.show_columns(with_content(self.columns(), choose(plan, ActionFilter())))
            self.refill()
            self.tell_done()

    def refill(self) -> None:
        """List what passes now: filters, order or plan have changed."""
        self._held = None
        self.relist()

    def relist(self) -> None:
        """List what holds the words typed so far, of what passed before."""
        plan = self.plan
        if plan is None:
            return
        shown = self.rows_of(plan, self.typed)
        self.rows.show(shown, sort=self.sort, empty=self.nothing_words(plan))
        self._tell_count()

    def _tell_count(self) -> None:
        plan = self.plan
        if plan is not None:
            count = count_words(len(self.listed()), len(plan.actions), len(self.rows.marked))
            filters = filter_words(self.wanted)
            self.query_one(FilterBar).tell(f"Only: {filters}" if filters else "", count)

    def show(self, wanted: ActionFilter | str | None) -> None:
        """Show the actions that pass a filter, or go to one action."""
        self.query_one(FilterBar).clear()
        if isinstance(wanted, ActionFilter):
            self.wanted = wanted
            self.refill()
        elif wanted is not None and self.plan is not None:
            action = self.plan.by_ref.get(wanted)
            if action is not None and not self.rows.go_to(action.id):
                self.wanted = ActionFilter()
                self.refill()
                self.rows.go_to(action.id)
        self.rows.focus()

    def report(self) -> Report | None:
        """Return the actions that are listed, in their order, each once."""
        if self.plan is None:
            return None
        once = {row.action.id: row for row in self.rows.shown}
        return listed_report(self.plan, tuple(once.values()))

    def meant(self) -> tuple[ActionView, ...]:
        """Return the marked actions, else the one under the cursor."""
        return tuple(standing.action for standing in self.rows.meant)

    def listed(self) -> frozenset[int]:
        """Return the ids of the actions in the list."""
        return frozenset(row.action.id for row in self.rows.shown)

    def saved(self) -> None:
        """Take the marks away: what was marked is done."""
        self.rows.clear_marks()

    @on(Rows.Highlighted)
    def show_detail(self, event: Rows.Highlighted) -> None:
        """Show the action under the cursor."""
        event.stop()
        # The row itself is seen first: whoever holds the arrow down waits for nothing else.
        self.call_after_refresh(self._show_row)

    def _show_row(self) -> None:
        self.query_one(ActionDetail).show(self.rows.row)

    @on(Rows.Selected)
    def open_clicked(self, event: Rows.Selected) -> None:
        """Open what was clicked twice."""
        event.stop()
        self.take_row()

    def take_row(self) -> None:
        """Do with the row under the cursor what Enter does."""
        self.action_open()

    @on(Rows.Marked)
    def count_marked(self, event: Rows.Marked) -> None:
        """Say how many are marked."""
        event.stop()
        self._tell_count()

    def action_open(self) -> None:
        """Open the form of the action under the cursor."""
        row = self.rows.row
        if row is None:
            self.tell(NO_ACTION)
        else:
            self.open_action(row.action.ref)

    def action_mark(self) -> None:
        """Mark the action under the cursor."""
        self.rows.toggle_mark()

    def action_mark_down(self) -> None:
        """Mark the action under the cursor and the next one."""
        self.rows.extend(1)

    def action_mark_up(self) -> None:
        """Mark the action under the cursor and the one before."""
        self.rows.extend(-1)

    def action_mark_all(self) -> None:
        """Mark every action that is listed."""
        self.rows.mark_all()
