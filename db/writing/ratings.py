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

LEVELS = """
SELECT l.name, l.id FROM level l JOIN cycle c ON c.framework_id = l.framework_id
WHERE c.id = :cycle
"""
STANDING = """
SELECT d.kind, d.level_id FROM rating_decision d JOIN assessment a ON a.id = d.assessment_id
JOIN proposal p ON p.id = a.proposal_id WHERE d.cycle_id = :cycle AND p.code = :code
ORDER BY CASE WHEN d.decided_on IS NULL THEN 0 ELSE 1 END, d.decided_on, d.id
"""
DRAFTED = """
SELECT a.id, c.id FROM cycle_step s JOIN cycle c ON c.id = s.cycle_id
JOIN assessment a ON a.cycle_id = c.id JOIN proposal p ON p.id = a.proposal_id
WHERE s.kind = 'opened' AND s.from_cycle_id = :cycle AND p.code = :code
 AND c.state IN ('drafting', 'submitted')
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
    refuse_stale(session, "assessment", [assessment.id], read=plan.act)
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


def carry_on(*, session: ActSession, plan: PlanView, code: str) -> None:
    """Carry the rating of the live cycle into the repeat that is drafted, unless decided there."""
    reader = reader_of(session)
    params = {"cycle": plan.cycle.id, "code": code}
    stands = reader.rows(STANDING, params)
    for assessment, cycle in reader.rows(DRAFTED, params):
        held = reader.rows(STANDING, {"cycle": cycle, "code": code})
        is_undecided = all(kind == Decision.CARRIED for kind, _ in held)
        if is_undecided and stands and (not held or held[-1][1] != stands[-1][1]):
            row = {
                "cycle_id": cycle,
                "assessment_id": assessment,
                "act_id": session.act,
                "kind": Decision.CARRIED,
                "level_id": stands[-1][1],
            }
            record_inserts(session, DecisionRow, [row])


def level_ids(session: ActSession, plan: PlanView) -> dict[str, int]:
    """Return the ids of the levels of a plan's scale by their names."""
    return dict(reader_of(session).rows(LEVELS, {"cycle": plan.cycle.id}))


def _level(session: ActSession, plan: PlanView, level: str | None) -> int | None:
    """Return the id of a level of the plan's scale."""
    if level is None:
        return None
    found = level_ids(session, plan).get(level)
    if found is None:
        scale = ", ".join(known.name for known in plan.framework.scale)
        raise NotFound(f"There is no level “{level}”.", f"From worst to best: {scale}.")
    return found
