"""Ratings over several cycles: rows are proposals, columns are cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.summary import direction
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
        *(Column(f"cycle_{plan.cycle.label}", plan.cycle.label, weight=1) for plan in plans),
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
        subtitle=f"{len(plans)} cycles",
        sections=(Section(table=Table(columns, tuple(rows))),),
        data={
            "partnership": newest.partnership.name,
            "cycles": [
                {
                    "label": plan.cycle.label,
                    "as_at": plan.cycle.as_at.isoformat() if plan.cycle.as_at else None,
                }
                for plan in plans
            ],
            "ratings": told,
        },
    )


def movements_report(compared: Sequence[tuple[str, dict[str, int | None]]]) -> Report:
    """Build the movements of every partnership, proposal by proposal.

    Args:
        compared: A partnership's name, and the movement of each proposal by its code.
    """
    codes = sorted({code for _, moves in compared for code in moves})
    columns = (
        Column("code", "Proposal", weight=0),
        Column("up", "Up", "right", weight=0),
        Column("still", "Still", "right", weight=0),
        Column("down", "Down", "right", weight=0),
        Column("not_comparable", "Not comparable", "right", weight=0),
    )
    told: list[dict[str, str | int]] = []
    for code in codes:
        moves = [moves[code] for _, moves in compared if code in moves]
        told.append(
            {
                "code": code,
                "up": sum(1 for move in moves if move is not None and move > 0),
                "still": moves.count(0),
                "down": sum(1 for move in moves if move is not None and move < 0),
                "not_comparable": moves.count(None),
            }
        )
    names = [name for name, _ in compared]
    rows = tuple(tuple(Cell(value) for value in line.values()) for line in told)
    return Report(
        title="Movements of all partnerships",
        subtitle=f"{len(names)} partnerships, each with its last two cycles",
        sections=(Section(f"{', '.join(names)}.", table=Table(columns, rows)),),
        data={"partnerships": names, "proposals": told},
    )
