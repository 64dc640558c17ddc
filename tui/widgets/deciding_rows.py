"""The ratings of a draft as they are decided: the columns of the list, and one with all beside it.

Owns the order on the page: the rating, what became of the actions, the indicators, the evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.report import Cell
from tracker.round import is_decided
from tui.widgets.evidence import decisions_text, evidence_text
from tui.widgets.fate_rows import fate_words
from tui.widgets.fitting import Width
from tui.widgets.levels import rungs
from tui.widgets.proposal_page import rating_text, title_text
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from tracker.compare import ActionFate, Comparison
    from tracker.plan import AssessmentView, PlanView


def deciding_columns() -> tuple[RowColumn[AssessmentView], ...]:
    """Return the columns of the list of ratings."""
    return (
        RowColumn("code", "Code", lambda a: Cell(a.code), Width(5)),
        RowColumn("decided", "Decided", _decided, Width(11)),
        RowColumn("previous", "Before", lambda a: Cell(a.previous), Width(11, share=1, most=19)),
        RowColumn("level", "Now", lambda a: Cell(a.level), Width(11, share=1, most=19)),
        RowColumn("name", "Proposal", lambda a: Cell(a.name), Width(14, share=3, spare=1)),
    )


def _decided(held: AssessmentView) -> Cell:
    if not is_decided(held):
        return Cell("? to decide", "warn")
    return Cell(str(held.decision.kind) if held.decision else None)


def rating_beside_all(plan: PlanView, compared: Comparison | None, held: AssessmentView) -> Text:
    """Return one rating with what speaks for keeping, raising or lowering it."""
    text = Text().append_text(title_text(held)).append("\n")
    before = held.previous or "none held"
    text.append("Before (Y): ").append(before, "bold").append("   Now (G): ")
    text.append_text(rating_text(plan, held)).append("\n\n")
    text.append_text(_became(compared, held.code)).append("\n")
    text.append("The levels\n", "bold")
    for rung in rungs(plan.framework, held):
        letters = f"  ← {rung.letters}" if rung.letters else ""
        text.append(f"{rung.level.rank} {rung.level.name}{letters}\n", "bold" if letters else "")
        if rung.wording:
            text.append(f"  {rung.wording}\n")
    text.append("\n").append_text(_evidence(compared, held))
    return text.append("\n\n").append_text(decisions_text(plan, held))


def _evidence(compared: Comparison | None, held: AssessmentView) -> Text:
    """Return the evidence of the draft, else that of the round before, which is to be renewed."""
    before = compared.base.by_code.get(held.code) if compared else None
    if held.evidence or compared is None or before is None or not before.evidence:
        return evidence_text(held)
    label = compared.base.cycle.label
    text = Text().append(f"As cycle {label} had it; none is held yet for this one.\n", "italic")
    return text.append_text(evidence_text(before))


def _became(compared: Comparison | None, code: str) -> Text:
    """Return what became of the actions under a proposal since the round before."""
    text = Text().append("What became of its actions\n", "bold")
    fates = [fate for fate in compared.fates if code in fate.codes] if compared else []
    if not fates:
        return text.append("None is held to look at.\n")
    for fate in fates:
        text.append(f"• {fate_words(fate)}{_said(fate)}\n  {(fate.repeat or fate.base)[0].text}\n")
    return text


def _said(fate: ActionFate) -> str:
    """Return the status in force, where the outcome does not say it."""
    action = (fate.repeat or fate.base)[-1]
    return f", {action.status}" if str(action.status) != str(fate.outcome) else ""
