"""The Plan screen: proposals as a tree, and beside it the one in view as it is on paper.

Owns moving between proposals and rounds, and asking for new actions. What the page shows is
`widgets.proposal_page`'s; rating is `rating`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Collapsible, Static

from tui.keys import screen_bindings
from tui.messages import LookAt
from tui.screens.dialogs.new_action import NewAction, NewActionDialog
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.planning import add_new, next_open, round_words, rounds_held
from tui.screens.rating import CHOOSE, RatingScreen
from tui.widgets.indicators import Indicators
from tui.widgets.levels import is_undecided
from tui.widgets.outside import place_of
from tui.widgets.proposal_actions import ProposalActions
from tui.widgets.proposal_page import ProposalPage
from tui.widgets.proposal_rows import key_text, scale_text
from tui.widgets.proposal_tree import ProposalTree

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import CycleView, PlanView
    from tracker.reports.actions import ActionFilter

ROOM_FOR_ALL = 120
"""Columns from which all levels stand side by side."""


class PlanScreen(RatingScreen):
    """Every proposal, with its indicators, rating, evidence and actions."""

    NAME = "plan"
    TITLE = "Plan"
    ABOUT = (
        "Every proposal as it stands on paper: the levels with Y (previous rating) and G (rating "
        "now) in theirs, the evidence and the actions. The keys 1 to 4 rate the proposal in view."
    )
    CSS_PATH = "plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("plan")]
    AUTO_FOCUS = "ProposalTree"

    def body(self) -> ComposeResult:
        """Yield the tree, and the page beside it."""
        with Horizontal(classes="plan"):
            with Vertical(classes="side"):
                yield ProposalTree()
                yield Static(classes="key", markup=False)
                yield Static(classes="scale", markup=False)
            yield ProposalPage()

    def on_resize(self) -> None:
        """Show one level at a time where there is no room for all."""
        self.query_one(Indicators).single = self.app.size.width < ROOM_FOR_ALL

    async def watch_plan(self, plan: PlanView | None) -> None:
        """Show the plan; whoever looks at a proposal goes on looking at it."""
        if plan is None:
            return
        tree = self.query_one(ProposalTree)
        tree.show(plan)
        self.query_one(".key", Static).update(key_text(plan))
        self.query_one(".scale", Static).update(scale_text(plan))
        self.refresh_bindings()
        if tree.code:
            await self.query_one(ProposalPage).show(plan, tree.code)

    def show(self, wanted: ActionFilter | str | None) -> None:
        """Go to a proposal, or to an action under one."""
        plan, tree = self.plan, self.query_one(ProposalTree)
        if not isinstance(wanted, str) or plan is None:
            return
        place, action = place_of(plan, wanted), plan.by_ref.get(wanted)
        self.query_one(ProposalActions).wanted = action.ref if action else None
        if place is not None and place == tree.code:
            self.call_next(self.query_one(ProposalPage).show, plan, place)
        tree.go_to(place)

    @on(ProposalTree.Chosen)
    async def turn_page(self, event: ProposalTree.Chosen) -> None:
        """Show the proposal that the cursor has come to, unless it has gone on already."""
        if self.plan is not None and event.code == self.query_one(ProposalTree).code:
            await self.query_one(ProposalPage).show(self.plan, event.code)

    @on(ProposalTree.Entered)
    def enter_page(self) -> None:
        """Go on to the proposal's actions, or to its page where it has none."""
        if not self.query_one(ProposalActions).enter():
            self.query_one(ProposalPage).focus()

    @on(ProposalPage.Left)
    def leave_page(self) -> None:
        """Go back to the tree."""
        self.query_one(ProposalTree).focus()

    @on(ProposalActions.Opened)
    def open_form(self, event: ProposalActions.Opened) -> None:
        """Open the form of an action."""
        self.open_action(event.ref)

    @property
    def code(self) -> str | None:
        """The proposal in view, where it is one."""
        code = self.query_one(ProposalTree).code
        return code if self.plan is not None and code in self.plan.by_code else None

    def action_open(self) -> None:
        """Open the action under the cursor, else go on to the proposal's actions."""
        ref = self.query_one(ProposalActions).ref
        if ref is None:
            self.enter_page()
        else:
            self.open_action(ref)

    def action_lower(self) -> None:
        """Show the indicator of the level below."""
        self.query_one(Indicators).step(-1)

    def action_higher(self) -> None:
        """Show the indicator of the level above."""
        self.query_one(Indicators).step(1)

    def action_decisions(self) -> None:
        """Unfold who decided what, when and why, or fold it up."""
        fold = self.query_one(Collapsible)
        fold.collapsed = not fold.collapsed

    def action_next_open(self) -> None:
        """Go to the next proposal whose rating is to be decided."""
        self._go_on(1)

    def action_previous_open(self) -> None:
        """Go back to the one before whose rating is to be decided."""
        self._go_on(-1)

    def _go_on(self, by: int) -> None:
        if self.plan is None:
            return
        if any(is_undecided(self.plan, one) for one in self.plan.assessments):
            self.query_one(ProposalTree).go_to(next_open(self.plan, self.code, by=by))
        else:
            self.tell("Every rating is decided; g rates the proposal in view anew.")

    def action_round(self) -> None:
        """Choose the round whose plan is shown."""
        self.ask(rounds_held, self._pick_round, title="Reading the rounds")

    def _pick_round(self, found: tuple[tuple[CycleView, ...], CycleView | None]) -> None:
        plan, (held, live) = self.plan, found
        if plan is None:
            return

        def picked(cycle: CycleView | None) -> None:
            if cycle is not None:
                # The live one by no name, so that it is followed when the repeat is agreed.
                label = None if cycle == live else cycle.label
                self.post_message(LookAt(as_at=plan.as_at, cycle=label))

        rounds = [(cycle, round_words(cycle)) for cycle in reversed(held)]
        current = next((cycle for cycle in held if cycle.id == plan.cycle.id), None)
        self.app.push_screen(PickOne("Which round?", rounds, current=current), picked)

    def action_add_action(self) -> None:
        """Ask for a new action under the proposal in view, and add it."""
        plan, code = self.plan, self.code
        if plan is None or code is None:
            self.tell(CHOOSE)
            return
        today = plan.as_at
        title = f"A new action under {code} {plan.by_code[code].name}"
        posts = sorted({name for action in plan.actions for name in action.owner_names})

        def make(typed: NewAction | None, refusal: str) -> NewActionDialog:
            return NewActionDialog(title, typed, posts=posts, today=today, refusal=refusal)

        def added(ref: str) -> None:
            self.query_one(ProposalActions).wanted = ref
            self.tell(f"{ref} is added; u takes it back.")

        self.fill_in(make, lambda workspace, new: add_new(workspace, plan, code, new), added)
