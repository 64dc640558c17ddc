"""One proposal on a page, in the order of the printed one: rating, indicators, evidence, actions.

Owns the page and how it is put together; its parts have widgets of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Collapsible, Static

from tracker.kinds import Scope
from tui.widgets.evidence import decisions_text, evidence_text
from tui.widgets.indicators import Indicators
from tui.widgets.levels import is_undecided, legend, move_words, rungs
from tui.widgets.outside import TITLE, shown_under
from tui.widgets.proposal_actions import ProposalActions

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import AssessmentView, PlanView

NO_WORDING = (
    "The wording of the levels is not held. It comes in with a paper that prints the indicators."
)


class ProposalPage(VerticalScroll):
    """The proposal in view."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Left(Message):
        """Somebody goes back to the list of proposals."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: str | None = None

    def compose(self) -> ComposeResult:
        """Set the parts in their printed order."""
        yield Static(classes="title")
        yield Static(classes="rating")
        yield Indicators()
        yield Static(classes="legend")
        with Horizontal(classes="below"):
            yield Static(classes="evidence")
            with Vertical(classes="acts"):
                yield Static(classes="count")
                yield ProposalActions()
        with Collapsible(title="Who decided what, when and why"):
            yield Static(classes="decisions")

    async def show(self, plan: PlanView, code: str) -> None:
        """Show a proposal of a plan, from its top if it was not the one in view."""
        # Nobody sees half of one proposal and half of another.
        with self.app.batch_update():
            await self._show_all(plan, code)
            if code != self._shown:
                self.scroll_home(animate=False)
        self._shown = code

    async def _show_all(self, plan: PlanView, code: str) -> None:
        held = plan.by_code.get(code)
        self.set_class(held is None, "-outside")
        if held is None:
            self._put("title", Text(TITLE, "bold"))
        else:
            await self._show_proposal(plan, held)
        self._put("count", count_text(len(shown_under(plan, code))))
        await self.query_one(ProposalActions).show(plan, code)

    async def _show_proposal(self, plan: PlanView, held: AssessmentView) -> None:
        """Show what an assessment holds."""
        steps, undecided = rungs(plan.framework, held), is_undecided(plan, held)
        unworded = held.scope is Scope.LOCAL and not any(rung.wording for rung in steps)
        self._put("title", title_text(held))
        self._put("rating", rating_text(plan, held))
        indicators = self.query_one(Indicators)
        await indicators.show(steps, undecided=undecided, again=held.code == self._shown)
        self._put("legend", Text(f"{legend(plan, held)} {NO_WORDING if unworded else ''}"))
        self._put("evidence", evidence_text(held))
        self.set_class(not held.evidence, "-bare")
        self._put("decisions", decisions_text(plan, held))

    def action_leave(self) -> None:
        """Go back to the list of proposals."""
        self.post_message(self.Left())

    def _put(self, name: str, text: Text) -> None:
        self.query_one(f".{name}", Static).update(text)


def title_text(assessment: AssessmentView) -> Text:
    """Return the proposal's code and its official wording, or our short name where none is held."""
    return Text(f"{assessment.code}  {assessment.title}", "bold")


def rating_text(plan: PlanView, assessment: AssessmentView) -> Text:
    """Return the rating in words: before, now, and how it moved."""
    before, now = assessment.previous, assessment.level
    if now and is_undecided(plan, assessment):
        return Text.assemble((now, "bold"), ": carried, to be decided in this round")
    move = move_words(plan.framework, assessment)
    levels = list(dict.fromkeys(level for level in (before, now) if level))
    return Text.assemble((" → ".join(levels), "bold"), f"  {move}" if levels else move)


def count_text(count: int) -> Text:
    """Return the heading of the list of actions."""
    if not count:
        return Text("No improvement actions stand here.", "italic")
    return Text(f"{count} improvement action{'' if count == 1 else 's'}", "bold")
