"""What stands beside a proposal's rating: evidence and notes, and who decided what, when and why.

Owns the words and their order on the page; returns text, which no markup can break.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.dates import say_day
from tracker.kinds import EvidenceKind

if TYPE_CHECKING:
    from tracker.plan import AssessmentView, DecisionView, PlanView

HEADINGS = {
    EvidenceKind.EVIDENCE: "Evidence and notes",
    EvidenceKind.OUTCOME: "Outcome",
    EvidenceKind.OFFICIAL: "Officials",
    EvidenceKind.DETAIL: "Detail",
    EvidenceKind.NOTE: "Notes",
    EvidenceKind.MEASURE: "Progress measures",
}
NONE_HELD = "No evidence is held for this proposal."


def evidence_text(assessment: AssessmentView) -> Text:
    """Return the evidence under its headings, a mark before each paragraph."""
    text = Text()
    for kind, heading in HEADINGS.items():
        told = [held.text for held in assessment.evidence if held.kind is kind]
        if told:
            text.append(f"{heading}\n" if not text else f"\n{heading}\n", "bold")
            text.append("".join(f"• {words}\n" for words in told))
    if not text:
        return Text(NONE_HELD, "italic")
    text.rstrip()
    return text


def decisions_text(plan: PlanView, assessment: AssessmentView) -> Text:
    """Return every decision on the rating, newest first, and the rating of the cycle before."""
    lines = [decision_line(decision) for decision in reversed(assessment.decisions)]
    if not lines:
        lines = [Text(f"Nobody has rated it in cycle {plan.cycle.label}.")]
    return Text("\n").join([*lines, *_before(plan, assessment)])


def decision_line(decision: DecisionView) -> Text:
    """Return when a rating was decided, what, by whom and why."""
    day = say_day(decision.decided_on) if decision.decided_on else "Day not known"
    by = f" by {decision.decided_by}" if decision.decided_by else ""
    paper = f" in {decision.source}" if decision.source and not by else ""
    text = Text.assemble((day, "bold"), f": {_what(decision)}{by}{paper}")
    for name, words in (("Why", decision.reason), ("Within the level", decision.within)):
        if words:
            text.append(f"\n  {name}: {words}")
    if decision.act:
        text.append(f"\n  Recorded by act {decision.act}.", "dim")
    return text


def _what(decision: DecisionView) -> str:
    level = decision.level or "no level"
    joined = {"raised": "raised to", "lowered": "lowered to", "confirmed": "confirmed as"}
    return f"{joined.get(str(decision.kind), str(decision.kind))} {level}"


def _before(plan: PlanView, assessment: AssessmentView) -> list[Text]:
    held, printed = assessment.previous, assessment.previous_printed
    if held is None:
        return [Text("No previous rating is held.")]
    cycle = f" (cycle {plan.previous.label})" if plan.previous else ""
    lines = [Text.assemble((f"Previous rating{cycle}", "bold"), f": {held}")]
    if printed and printed != held:
        lines.append(Text(f"  This cycle's paper prints another previous rating: {printed}."))
    return lines
