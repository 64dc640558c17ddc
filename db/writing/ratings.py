"""Decisions on ratings, as people take them.

Owns the record of a decision. What it must say is checked by `tracker.deciding`; what would make
the record worthless is refused here as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.session import reader_of
from db.writing.stale import refuse_stale
from db.writing.texts import line, words
from tracker.errors import NotFound, Refused
from tracker.kinds import Decision, Scope
from tracker.models import DecisionRow

if TYPE_CHECKING:
    from db.session import ActSession
    from tracker.plan import DecisionView, PlanView

LEVEL = """
SELECT l.id FROM level l JOIN cycle c ON c.framework_id = l.framework_id
WHERE c.id = :cycle AND l.name = :level
"""
MOVES = frozenset({Decision.RAISED, Decision.LOWERED})


def record_decision(
    *, session: ActSession, plan: PlanView, code: str, decision: DecisionView
) -> None:
    """Record who decided what on the rating of a proposal.

    Raises:
        Refused: The proposal is national, nobody is said to have decided, a move has no reason,
            the cycle is closed, or somebody decided since the plan was read.
        NotFound: No such proposal or level.
    """
    assessment = plan.by_code.get(code)
    if assessment is None:
        raise NotFound(f"The plan has no proposal {code}.")
    if assessment.scope is Scope.NATIONAL:
        raise Refused(f"{code} is a national proposal; it is not rated locally.")
    if not line(decision.decided_by):
        raise Refused(f"Who decided on {code} is not said.", "Name the body or meeting with --by.")
    if decision.kind in MOVES and not words(decision.reason):
        raise Refused(f"{code} is {decision.kind} without a reason.", "Say why with --reason.")
    refuse_stale(session, "assessment", {assessment.id: code}, read=plan.act)
    row = {
        "cycle_id": plan.cycle.id,
        "assessment_id": assessment.id,
        "act_id": session.act,
        "kind": decision.kind,
        "level_id": _level(session, plan, decision.level),
        "decided_on": decision.decided_on,
        "decided_by": line(decision.decided_by),
        "reason": words(decision.reason),
        "within": words(decision.within),
    }
    record_inserts(session, DecisionRow, [row])


def _level(session: ActSession, plan: PlanView, level: str | None) -> int | None:
    """Return the id of a level of the plan's scale."""
    if level is None:
        return None
    found = reader_of(session).rows(LEVEL, {"cycle": plan.cycle.id, "level": level})
    if not found:
        scale = ", ".join(known.name for known in plan.framework.scale)
        raise NotFound(f"There is no level “{level}”.", f"From worst to best: {scale}.")
    number: int = found[0][0]
    return number
