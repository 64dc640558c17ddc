"""The verbs that record what bodies decide of ratings: rate and confirm.

Owns that each is one act, checked before anything is written. What a decision must say is
`tracker.deciding`; which ratings wait for one is `cycling`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deciding import MOVES, confirmed_level, decide

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.plan import DecisionView, PlanView
    from tui.workspace import Workspace


def rate(
    workspace: Workspace,
    plan: PlanView,
    *,
    code: str,
    level: str,
    by: str | None,
    reason: str | None,
    on: date,
    within: str | None = None,
) -> DecisionView:
    """Record a decision on a rating, and return it.

    A rating of the live cycle that moves while its repeat is drafted moves there too, as long as
    nobody has decided it for the repeat.

    Args:
        workspace: Where, and who acts.
        plan: The plan as it was read, of the round that is meant.
        code: The proposal.
        level: A level of the scale, in words or by its rank.
        by: The body or meeting that decided.
        reason: Why the rating moved.
        on: The day of the decision.
        within: What has changed within the level, where it stays.

    Raises:
        Refused: A national proposal, no body named, or a movement without a reason.
        NotFound: No such proposal or level.
    """
    from db.writing.ratings import carry_on, record_decision

    today = workspace.settings.today
    decision = decide(
        plan, code=code, level=level, by=by, reason=reason, on=on, today=today, within=within
    )
    with workspace.act(f"rate {code} {decision.level}", reason=reason) as session:
        record_decision(session=session, plan=plan, code=code, decision=decision)
        carry_on(session=session, plan=plan, code=code)
    return decision


def confirm(
    workspace: Workspace,
    plan: PlanView,
    said: Mapping[str, str | None],
    *,
    by: str | None,
    on: date,
) -> tuple[tuple[str, DecisionView], ...]:
    """Record as one act that ratings stay as they stand, and return the decisions.

    One that was raised or lowered earlier in the round is confirmed as raised or lowered, for the
    reason that was given then.

    Args:
        workspace: Where, and who acts.
        plan: The plan as it was read, of the round that is meant.
        said: The proposals, each with what has changed within its level.
        by: The body or meeting that decided.
        on: The day of the decision.

    Raises:
        Refused: A national proposal, one without a rating, or no body named.
        NotFound: No such proposal.
    """
    from db.writing.ratings import carry_on, record_decision

    made = []
    for code, within in said.items():
        level = confirmed_level(plan, code)
        held = plan.by_code[code].decision
        reason = held.reason if held and held.kind in MOVES else None
        decision = decide(
            plan,
            code=code,
            level=level,
            by=by,
            reason=reason,
            on=on,
            today=workspace.settings.today,
            within=within,
        )
        made.append((code, decision))
    with workspace.act(f"confirm {', '.join(said)}") as session:
        for code, decision in made:
            record_decision(session=session, plan=plan, code=code, decision=decision)
            carry_on(session=session, plan=plan, code=code)
    return tuple(made)
