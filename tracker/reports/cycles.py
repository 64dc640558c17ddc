"""The rounds of self-evaluation that are held of a partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Report, Section, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import CycleView, PartnershipView


def cycles_report(
    partnership: PartnershipView, cycles: Sequence[CycleView], live: CycleView | None
) -> Report:
    """Build the list of a partnership's cycles, oldest first."""
    columns = (
        Column("label", "Cycle", weight=0),
        Column("as_at", "As at", weight=0),
        Column("state", "State", weight=0),
        Column("holds", "Holds", weight=1),
    )
    rows = tuple(
        (
            Cell(cycle.label),
            Cell(cycle.as_at, shown=None if cycle.as_at else "not printed"),
            Cell(f"{cycle.state} (live)" if live and cycle.id == live.id else str(cycle.state)),
            Cell("ratings only" if cycle.ratings_only else "ratings and actions"),
        )
        for cycle in cycles
    )
    return Report(
        title=f"Cycles: {partnership.name}",
        sections=(Section(table=Table(columns, rows)),),
        data={
            "partnership": partnership.name,
            "cycles": [
                {
                    "label": cycle.label,
                    "as_at": cycle.as_at.isoformat() if cycle.as_at else None,
                    "state": str(cycle.state),
                    "live": bool(live and cycle.id == live.id),
                    "ratings_only": cycle.ratings_only,
                }
                for cycle in cycles
            ],
        },
    )
