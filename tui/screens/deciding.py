"""Deciding the ratings of a draft, one by one: keep, raise or lower each.

Owns which rating stands under the cursor. What a decision must say, and who decided it and when as
said last, is `rating`'s; everything else goes on showing the live round meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from tracker.round import progress_of
from tui.keys import screen_bindings
from tui.screens.planning import next_open
from tui.screens.rating import RatingScreen
from tui.widgets.deciding_rows import deciding_columns, rating_beside_all
from tui.widgets.rows import Rows
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.compare import Comparison
    from tracker.errors import TrackerError
    from tracker.plan import AssessmentView, DecisionView, PlanView
    from tracker.report import Report
    from tui.screens.dialogs.rating_question import Rating
    from tui.workspace import Workspace

Draft = tuple["PlanView", "Comparison | None"]


@dataclass
class Sitting:
    """Who decides on which day, as said last: one meeting decides many ratings."""

    by: str = ""
    day: str = ""


class DecidingScreen(RatingScreen):
    """The draft's ratings, each with what speaks for it.

    Args:
        sitting: Who decided and when, as said before; what is said here is kept there.
    """

    NAME = "deciding"
    TITLE = "Decide ratings"
    ABOUT = (
        "Each rating of the draft beside what became of its actions, the indicators and the "
        "evidence. Enter keeps the level, + raises it, - lowers it; who decided and when is "
        "asked once and remembered. Tab goes to the page, to scroll it."
    )
    CSS_PATH = "deciding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("deciding")]
    AUTO_FOCUS = "Rows"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._by, self._day = sitting.by, sitting.day
        self._shown: str | None = None
        self._compared: Comparison | None = None
        self._go_on = True
        """Whether the next reading puts the cursor on a rating to be decided."""

    def body(self) -> ComposeResult:
        """Yield how far it has come, the list, and one rating with all beside it."""
        yield Static(id="told", markup=False)
        with Container(id="beside"):
            yield Rows(deciding_columns(), identity=lambda held: held.code, id="rows")
            with VerticalScroll(id="full"):
                yield Static(id="one", markup=False)

    def _take_plan(self, plan: PlanView | None) -> None:
        """Read the draft anew after every change, whichever round the application shows."""
        if plan is not None:
            self.ask(_draft, self._take_draft, failed=self._leave, title="Reading the draft")

    def _take_draft(self, draft: Draft) -> None:
        self._compared = draft[1]
        self.plan = self.query_one(TopBar).plan = draft[0]

    def _leave(self, error: TrackerError) -> None:
        """Leave where there is no draft any more."""
        del error
        if self.is_current:
            self.app.notify("No round is being drafted any more.", markup=False)
        self.close()

    def watch_plan(self, plan: PlanView | None) -> None:
        """Show the draft's ratings."""
        if plan is None:
            return
        local = {proposal.code for proposal in plan.framework.local}
        rows = self.query_one(Rows)
        rows.show([held for held in plan.assessments if held.code in local])
        self.query_one("#told", Static).update(_come(plan))
        if self._go_on:
            self._go_on = False
            if self.code is None or self.code not in progress_of(plan).undecided:
                self._step(1)

    @property
    def _held(self) -> AssessmentView | None:
        held: AssessmentView | None = self.query_one(Rows).row
        return held

    @property
    def code(self) -> str | None:
        """The proposal under the cursor."""
        return self._held.code if self._held is not None else None

    @on(Rows.Highlighted)
    def show_rating(self, event: Rows.Highlighted) -> None:
        """Show the rating under the cursor with all beside it."""
        event.stop()
        if event.row is not None and self.plan is not None:
            text = rating_beside_all(self.plan, self._compared, event.row)
            self.query_one("#one", Static).update(text)
            if event.row.code != self._shown:
                self.query_one("#full").scroll_home(animate=False)
            self._shown = event.row.code

    def action_next_open(self) -> None:
        """Go to the next rating to be decided."""
        self._step(1)

    def action_previous_open(self) -> None:
        """Go back to the one before that is to be decided."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.plan is not None:
            self.query_one(Rows).go_to(next_open(self.plan, self.code, by=by))

    def action_keep(self) -> None:
        """Confirm the level as it was."""
        self._move(0)

    def action_higher(self) -> None:
        """Rate it on the level above."""
        self._move(1)

    def action_lower(self) -> None:
        """Rate it on the level below."""
        self._move(-1)

    def _move(self, by: int) -> None:
        plan, held = self.plan, self._held
        if plan is None or held is None:
            return
        ranks = [level.rank for level in plan.framework.scale]
        rank = plan.framework.ranks.get(held.level or "")
        if rank is None:
            self.tell("It has no rating to keep or move yet: g chooses a level.")
            return
        place = ranks.index(rank) + by
        if not 0 <= place < len(ranks):
            self.tell(f"{held.level} is the {'highest' if by > 0 else 'lowest'} level.")
            return
        self.rate(ranks[place])

    def _decided(self, rating: Rating, decision: DecisionView) -> None:
        super()._decided(rating, decision)
        self._sitting.by, self._sitting.day = rating.by, rating.day
        self._go_on = True

    def report(self) -> Report | None:
        """Return how far the draft has come."""
        from tracker.reports.cycles import progress_report

        return progress_report(self.plan, progress_of(self.plan)) if self.plan else None


def _come(plan: PlanView) -> str:
    come = progress_of(plan)
    label = plan.cycle.label
    if come.undecided:
        return f"Cycle {label}: {come}; {len(come.undecided)} to go. n goes to the next."
    return f"Cycle {label}: {come}. Esc, then v agrees the round."


def _draft(workspace: Workspace) -> Draft:
    from tracker.errors import Refused
    from tui.comparing import compare
    from tui.cycling import drafted_plan

    plan = drafted_plan(workspace)
    try:
        return plan, compare(workspace, repeat=plan.cycle.label)
    except Refused:
        return plan, None
