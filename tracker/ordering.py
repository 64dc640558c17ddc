"""The order in which actions are listed and found, the same on every engine.

Owns sorting by reference and by date, and case-blind comparison. The store leaves both to Python.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.rules import Standing


def natural(code: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that puts 2.10 after 2.9 and numbers before letters."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in code.replace("/", ".").split(".")
    )


def folded(text: str) -> str:
    """Return text for comparison without regard to case and spacing."""
    return " ".join(text.casefold().split())


def by_due(standing: Standing) -> tuple[date, tuple[tuple[int, int, str], ...]]:
    """Return a key that puts the longest overdue first and undated ones last."""
    due = standing.point.due if standing.point else date.max
    return due, natural(standing.action.ref)


def feature_order(plan: PlanView) -> dict[str, int]:
    """Return key feature codes with their places in the framework."""
    return {feature.code: place for place, feature in enumerate(plan.framework.features)}
