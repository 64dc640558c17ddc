"""How far a round has come: which ratings somebody has decided, and which only stand as before.

Owns that count. A rating that was carried is not decided, however often it is looked at; one that
was left as it is, by name and with a reason, is settled without being decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import Decision

if TYPE_CHECKING:
    from tracker.plan import AssessmentView, PlanView

UNDECIDED = frozenset({Decision.CARRIED, Decision.NOT_RATED})


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """The locally rated proposals of a cycle, by whether their ratings are decided."""

    decided: tuple[str, ...]
    left: tuple[str, ...]
    """Left as they were when the round was agreed, each with a reason."""
    undecided: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many proposals are rated locally."""
        return len(self.decided) + len(self.left) + len(self.undecided)

    def __str__(self) -> str:
        """Return the progress in words."""
        left = f", {len(self.left)} left as before" if self.left else ""
        return f"{len(self.decided)} of {self.total} decided{left}"

    def as_json(self) -> dict[str, object]:
        """Return the progress under keys that scripts can read."""
        return {
            "total": self.total,
            "decided": len(self.decided),
            "left_carried": list(self.left),
            "undecided": list(self.undecided),
        }


def progress_of(plan: PlanView) -> RoundProgress:
    """Return how far a plan's round has come, in the framework's order."""
    held = [plan.by_code.get(proposal.code) for proposal in plan.framework.local]
    local = [assessment for assessment in held if assessment is not None]
    return RoundProgress(
        decided=tuple(a.code for a in local if is_decided(a)),
        left=tuple(a.code for a in local if is_left(a)),
        undecided=tuple(a.code for a in local if not is_decided(a) and not is_left(a)),
    )


def is_decided(assessment: AssessmentView) -> bool:
    """Tell whether somebody has decided on a rating in this round."""
    return assessment.decision is not None and assessment.decision.kind not in UNDECIDED


def is_left(assessment: AssessmentView) -> bool:
    """Tell whether a rating was left as it was, by name and with a reason."""
    decision = assessment.decision
    return decision is not None and decision.kind in UNDECIDED and bool(decision.reason)


def carried_level(assessment: AssessmentView) -> str | None:
    """Return the level that a round began with, against which its decisions are measured."""
    carried = [d for d in assessment.decisions if d.kind is Decision.CARRIED]
    return carried[-1].level if carried else None
