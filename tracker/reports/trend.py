"""Ratings over several cycles: rows are proposals, columns are cycles.

Owns the table. Which cycles there are is the caller's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.counting import counted
from tracker.reports.ratings import direction
from tracker.summary import movement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import PlanView


def trend_report(plans: Sequence[PlanView]) -> Report:
    """Build the trend of a partnership's ratings.

    Args:
        plans: One for each cycle, oldest first; at least one.
    """
    newest = plans[-1]
    codes = {p.code: p.name for plan in plans for p in plan.framework.local}
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=2, spare=1),
        *(Column(f"cycle_{plan.cycle.label}", _heading(plan), weight=1) for plan in plans),
        Column("direction", "First to last", weight=0),
    )
    rows, told = [], []
    for code, name in codes.items():
        levels = [plan.by_code[code].level if code in plan.by_code else None for plan in plans]
        rated = [level for level in levels if level is not None]
        same_scale = len({plan.framework.scale for plan in plans}) == 1
        comparable = len(rated) > 1 and same_scale
        move = movement(newest.framework, rated[0], rated[-1]) if comparable else None
        rows.append(
            (Cell(code), Cell(name), *(Cell(level) for level in levels), Cell(direction(move)))
        )
        cycles = {plan.cycle.label: level for plan, level in zip(plans, levels, strict=True)}
        told.append({"code": code, "levels": cycles, "movement": move})
    return Report(
        title=f"Trend: {newest.partnership.name}",
        subtitle=counted(len(plans), "cycle"),
        sections=(Section(table=Table(columns, tuple(rows))),),
        data={
            "partnership": newest.partnership.name,
            "cycles": [
                {
                    "label": plan.cycle.label,
                    "as_at": plan.cycle.as_at.isoformat() if plan.cycle.as_at else None,
                    "draft": plan.cycle.state.is_draft,
                }
                for plan in plans
            ],
            "ratings": told,
        },
    )


def _heading(plan: PlanView) -> str:
    """Return what stands over a cycle's column."""
    return f"{plan.cycle.label} (draft)" if plan.cycle.state.is_draft else plan.cycle.label
