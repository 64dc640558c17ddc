"""Ratings decided since a day: what each was before, and how far it moved.

Owns which decisions are told. A rating that was only carried is not decided. Recording a decision
is `deciding`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import Decision
from tracker.summary import movement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.plan import AssessmentView, DecisionView, PlanView


@dataclass(frozen=True, slots=True)
class Decided:
    """A rating decided in the time that is told of."""

    code: str
    name: str
    before: str | None
    movement: int | None
    decision: DecisionView


def decided_since(plan: PlanView, day: date | None) -> tuple[Decided, ...]:
    """Return the ratings decided after a day: those that fell first, unchanged ones last."""
    if day is None:
        return ()
    found = (told for held in plan.assessments for told in _decided(plan, held, day))
    return tuple(sorted(found, key=lambda told: (not told.movement, told.movement or 0)))


def _decided(plan: PlanView, held: AssessmentView, day: date) -> Iterator[Decided]:
    before = held.previous
    for decision in held.decisions:
        later = decision.decided_on is not None and decision.decided_on > day
        if later and decision.kind is not Decision.CARRIED:
            move = movement(plan.framework, before, decision.level)
            yield Decided(held.code, held.name, before, move, decision)
        before = decision.level
