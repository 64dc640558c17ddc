"""What a decision on a rating must say, and what kind of decision it is.

Owns the checks: who decided, a reason for every movement, no local rating of a national proposal.
In a round that is drafted a decision is measured against the rating that was carried into it, so
that a proposal which was raised and is put back counts as confirmed; else against the rating that
stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.errors import NotFound, Refused
from tracker.kinds import CycleState, Decision, Scope
from tracker.plan import DecisionView, first_day
from tracker.round import carried_level, is_decided
from tracker.summary import movement

if TYPE_CHECKING:
    from datetime import date

    from tracker.framework import Framework
    from tracker.plan import AssessmentView, PlanView


MOVES = frozenset({Decision.RAISED, Decision.LOWERED})


def decide(
    plan: PlanView,
    *,
    code: str,
    level: str,
    by: str | None,
    reason: str | None,
    on: date,
    today: date,
    within: str | None = None,
) -> DecisionView:
    """Return the decision that a person records, not yet stored.

    Args:
        plan: The plan as it stood on the day of the decision.
        code: The proposal.
        level: A level of the scale, in words or by its rank.
        by: The body or meeting that decided, as against the person who types.
        reason: Why the rating moved.
        on: The day of the decision.
        today: The present day.
        within: What has changed within the level, where it stays.

    Raises:
        NotFound: No such proposal or level.
        Refused: What is missing, or forbids it.
    """
    assessment = _local(plan, code)
    chosen = level_of(plan.framework, level)
    _check_decider(plan, code, chosen, by, on=on, today=today)
    begun = carried_level(assessment) if plan.cycle.state.is_draft else assessment.level
    kind = _kind(movement(plan.framework, begun, chosen))
    changed = is_decided(assessment) and chosen != assessment.level
    if (kind in MOVES or changed) and not reason:
        raise Refused(
            f"{code} moves from {assessment.level if changed else begun} to {chosen} without a "
            "reason.",
            "Say why with --reason.",
        )
    if within and kind is not Decision.CONFIRMED:
        raise Refused(
            f"{code} is {kind}; what has changed within a level is said where the level stays.",
            "Say it with --reason.",
        )
    return DecisionView(0, kind, chosen, on, by, reason, within)


def confirmed_level(plan: PlanView, code: str) -> str:
    """Return the level that confirming a proposal means: the one that stands.

    Raises:
        NotFound: No such proposal.
        Refused: It is national, or has no rating yet.
    """
    assessment = _local(plan, code)
    if assessment.level is None:
        scale = ", ".join(level.name for level in plan.framework.scale)
        raise Refused(
            f"{code} has no rating that could be confirmed.",
            f"Rate it: tracker rate {code} LEVEL --by WHO. From worst to best: {scale}.",
        )
    return assessment.level


def _check_decider(
    plan: PlanView, code: str, chosen: str, by: str | None, *, on: date, today: date
) -> None:
    """Refuse a decision in a closed cycle, of nobody, or on a day that cannot be."""
    if plan.cycle.state is CycleState.CLOSED:
        raise Refused(
            f"Cycle {plan.cycle.label} is closed; its ratings stand.", "Rate in the live cycle."
        )
    if not by:
        raise Refused(
            f"Who decided that {code} is {chosen}? A rating is agreed by a body or a meeting.",
            'Say it with --by, such as --by "Integration Joint Board".',
        )
    if on > today:
        raise Refused(f"{say_day(on)} has not come yet.", "Give the day of the decision: --on.")
    begun = first_day(plan)
    if begun and on < begun:
        raise Refused(
            f"{say_day(on)} lies before the ratings of cycle {plan.cycle.label}, which are of "
            f"{say_day(begun)}.",
            "Give the day of the decision with --on.",
        )


def _local(plan: PlanView, code: str) -> AssessmentView:
    proposal = plan.framework.by_code.get(code)
    if proposal is None:
        known = ", ".join(p.code for p in plan.framework.local)
        raise NotFound(f"There is no proposal {code}.", f"Rated locally are: {known}.")
    if proposal.scope is Scope.NATIONAL:
        raise Refused(
            f"{code} is a national proposal; it is not rated locally.",
            "Actions may stand under it: tracker add.",
        )
    assessment = plan.by_code.get(code)
    if assessment is None:
        raise NotFound(f"Cycle {plan.cycle.label} holds no assessment of {code}.")
    return assessment


def level_of(framework: Framework, text: str) -> str:
    """Return the level that a word or a rank names.

    Raises:
        NotFound: Naming the levels of the scale.
    """
    word = " ".join(text.replace("-", " ").casefold().split())
    for level in framework.scale:
        if word in {level.name.casefold(), str(level.rank)}:
            return level.name
    scale = ", ".join(level.name for level in framework.scale)
    raise NotFound(f"There is no level “{text}”.", f"From worst to best: {scale}.")


def _kind(move: int | None) -> Decision:
    if move is None:
        return Decision.RATED
    if move == 0:
        return Decision.CONFIRMED
    return Decision.RAISED if move > 0 else Decision.LOWERED
