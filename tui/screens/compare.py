"""Compare: how every rating moved between two cycles, and what became of its actions.

Owns which two cycles are compared. What moved is `tracker.compare`'s; the actions one by one are
`fates`, and which action is which `links`.
"""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from tracker.dates import say_day
from tracker.reports.compare import compare_report, told_in_words
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.planning import round_words, rounds_held
from tui.widgets.fate_rows import rating_columns, rating_in_full
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.compare import Comparison, RatingFate
    from tracker.errors import TrackerError
    from tracker.plan import CycleView, PlanView
    from tracker.report import Report
    from tracker.reports.actions import ActionFilter
    from tui.workspace import Workspace

Labels = tuple[str | None, str | None]
"""The earlier and the later cycle; the last two where nothing is said."""


class CompareScreen(TrackerScreen):
    """Every locally rated proposal with its movement."""

    NAME = "compare"
    TITLE = "Compare"
    ABOUT = (
        "Two cycles side by side: how each rating moved, who decided so, and what became of the "
        "actions; “Later” counts those with a later date than first agreed. “stuck” stood still "
        "with nothing left to do, “unexplained” moved though nothing was closed, “mismatch”: the "
        "paper prints another previous rating than the one held."
    )
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("compare")]

    def __init__(self) -> None:
        super().__init__()
        self.labels: Labels = (None, None)
        self.compared: Comparison | None = None

    def body(self) -> ComposeResult:
        """Yield the movements in words, the list, and one proposal in full."""
        yield Static(id="told", markup=False)
        with Vertical(id="beside"):
            columns: tuple[()] = ()
            yield Rows[object](columns, identity=_code, empty="", id="rows")
            with VerticalScroll(id="full"):
                yield Static(id="one", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Compare anew after every change."""
        if plan is not None:
            self.read()

    def show(self, wanted: ActionFilter | str | None) -> None:
        """Go to the links that are to be judged, or to a proposal."""
        if wanted == "links":
            from tui.screens.links import LinksScreen

            self.app.push_screen(LinksScreen(self.labels))
        elif isinstance(wanted, str):
            self.query_one(Rows).go_to(wanted)

    def read(self) -> None:
        """Compare the two cycles for the day in view."""
        if self.plan is not None:
            verb = partial(_compared, labels=self.labels, plan=self.plan)
            self.ask(verb, self._take, failed=self._refused, title="Comparing")

    def _take(self, compared: Comparison) -> None:
        self.compared = compared
        words = (_pair_words(compared), *told_in_words(compared), _doubts(compared))
        self.query_one("#told", Static).update(" ".join(word for word in words if word))
        rows = self.query_one(Rows)
        rows.show_columns(rating_columns(compared))
        rows.show(compared.ratings, empty="No proposal is rated locally.")

    def _refused(self, error: TrackerError) -> None:
        """Say why nothing can be compared."""
        self.compared = None
        told = f"{error.message}\nOpen the repeat from Cycles (r), or import a paper (i)."
        self.query_one("#told", Static).update(told)
        self.query_one("#one", Static).update("")
        self.query_one(Rows).show((), empty="There is nothing to compare yet.")

    @on(Rows.Highlighted)
    def show_proposal(self, event: Rows.Highlighted) -> None:
        """Show in full the proposal under the cursor."""
        event.stop()
        if event.row is not None and self.compared is not None:
            self.query_one("#one", Static).update(rating_in_full(self.compared, event.row))
            self.query_one("#full").scroll_home(animate=False)

    @on(Rows.Selected)
    def action_open(self) -> None:
        """List what became of the actions of the proposal under the cursor."""
        rating: RatingFate | None = self.query_one(Rows).row
        if rating is not None:
            self._list(rating.code)

    def action_all(self) -> None:
        """List what became of every action of both cycles."""
        self._list(None)

    def _list(self, code: str | None) -> None:
        from tui.screens.fates import FatesScreen

        if self.compared is None:
            return
        if not self.compared.actions_held:
            self.tell("One of the two cycles holds ratings only; b compares two others.")
            return
        self.app.push_screen(FatesScreen(self.labels, code=code))

    def action_links(self) -> None:
        """Go through which earlier action is which later one."""
        from tui.screens.links import LinksScreen

        if self.compared is None:
            return
        if not self.compared.actions_held:
            self.tell("One of the two cycles holds ratings only, so that nothing is linked.")
            return
        self.app.push_screen(LinksScreen(self.labels))

    def action_pair(self) -> None:
        """Choose the two cycles that are compared."""
        self.ask(rounds_held, self._choose, title="Reading the rounds", group="rounds")

    def _choose(self, found: tuple[tuple[CycleView, ...], CycleView | None]) -> None:
        held, _ = found
        if len(held) < 3:
            self.tell("No other two cycles are held; r opens a repeat, i imports a paper.")
            return
        pairs = [
            ((one.label, other.label), f"{round_words(one)}  and  {round_words(other)}")
            for one, other in reversed(list(combinations(held, 2)))
        ]

        def picked(labels: tuple[str, str] | None) -> None:
            if labels is not None:
                self.labels = labels
                self.read()

        current = None
        if self.compared is not None:
            base, repeat = self.compared.base.cycle, self.compared.repeat.cycle
            current = base.label, repeat.label
        self.app.push_screen(PickOne("Compare which two cycles?", pairs, current=current), picked)

    def action_trend(self) -> None:
        """Show the ratings of every cycle side by side."""
        from tui.screens.trend import TrendScreen

        self.app.push_screen(TrendScreen())

    def report(self) -> Report | None:
        """Return the comparison."""
        return compare_report(self.compared) if self.compared is not None else None


def _code(rating: object) -> str:
    return str(getattr(rating, "code", ""))


def _pair_words(compared: Comparison) -> str:
    base, repeat = compared.base.cycle, compared.repeat.cycle
    return f"{_cycle_words(base)} → {_cycle_words(repeat)}."


def _cycle_words(cycle: CycleView) -> str:
    day = say_day(cycle.as_at) if cycle.as_at else "date not printed"
    return (
        f"{cycle.label} ({day}, {cycle.state})"
        if cycle.state.is_draft
        else f"{cycle.label} ({day})"
    )


def _doubts(compared: Comparison) -> str:
    """Return how many ratings are to be explained, by the words that stand beside them."""
    counts = {
        "stuck": len(compared.stuck),
        "unexplained": len(compared.unexplained),
        "mismatch": sum(rating.mismatch for rating in compared.ratings),
    }
    found = [f"{count} {word}" for word, count in counts.items() if count]
    return f"To explain: {', '.join(found)}." if found else ""


def _compared(workspace: Workspace, *, labels: Labels, plan: PlanView) -> Comparison:
    from tui.comparing import compare

    return compare(workspace, *labels, as_at=plan.as_at)
