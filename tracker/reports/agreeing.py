"""What agreeing a round has done: which cycle is live, what was left, what went on.

Owns the words. What agreeing asks for is `tracker.agreeing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.report import Report, Section
from tracker.reports.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.agreeing import Agreeing


def agreed_report(agreeing: Agreeing, closed: Sequence[str]) -> Report:
    """Build what came of agreeing a round.

    Args:
        agreeing: What was agreed, and by whom.
        closed: The labels of the cycles that are closed now.
    """
    plan, agreement = agreeing.plan, agreeing.agreement
    progress = agreeing.progress
    lines = [
        f"Agreed by {agreement.by} on {say_day(agreement.on)}; it is the live cycle now.",
        f"{counted(len(progress.decided), 'rating')} decided.",
    ]
    lines += [f"{code} is left as it was: {d.reason}" for code, d in agreeing.left]
    lines += [f"{code} stays as it was left before: {why}" for code, why in agreeing.left_before]
    if agreeing.arriving:
        refs = ", ".join(action.ref for action in agreeing.arriving)
        lines.append(f"Added to the live cycle meanwhile, and carried too: {refs}.")
    if closed:
        lines.append(f"Closed, and never changed again: cycle {', '.join(closed)}.")
    return Report(
        title=f"Cycle {plan.cycle.label}: {plan.partnership.name}",
        sections=(Section(paragraphs=tuple(lines)),),
        data={
            "partnership": plan.partnership.name,
            "cycle": plan.cycle.label,
            "state": "agreed",
            "by": agreement.by,
            "on": agreement.on.isoformat(),
            "decided": list(progress.decided),
            "left_carried": [{"code": c, "reason": d.reason} for c, d in agreeing.left],
            "left_before": [{"code": c, "reason": why} for c, why in agreeing.left_before],
            "arrived": [action.ref for action in agreeing.arriving],
            "closed_cycles": list(closed),
        },
    )
