"""How many actions stand where, by key feature, with totals that add up.

Owns this table and its notes. The counts are `summary`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Table
from tracker.reports.bars import bar
from tracker.reports.cells import no_status_note, not_held_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.plan import PlanView
    from tracker.summary import Summary

TALLIED = (
    ("overdue", "Overdue"),
    ("due_soon", "Due soon"),
    ("due_later", "Due later"),
    ("ongoing", "Ongoing"),
    ("undated", "No date"),
    ("complete", "Complete"),
    ("in_place", "In place"),
    ("withdrawn", "Withdrawn"),
    ("superseded", "Superseded"),
    ("total", "Total"),
)


def actions_table(plan: PlanView, summary: Summary) -> Table | None:
    """Return the counts by key feature; every action is in one row and one column."""
    if not plan.actions:
        return None
    parts = [*summary.by_feature, ("total", summary.tally)]
    columns = (
        Column("actions", "Actions", weight=1),
        *(
            Column(f"feature_{code or 'none'}", code or "none", "right", 0)
            for code, _ in parts[:-1]
        ),
        Column("total", "Total", "right", weight=0),
        Column("bar", "", weight=0, spare=1, is_drawn=True),
    )
    told = [counts.as_json() for _, counts in parts]
    return Table(columns, tuple(_row(key, heading, told) for key, heading in TALLIED))


def _row(key: str, heading: str, told: Sequence[Mapping[str, int]]) -> tuple[Cell, ...]:
    tones = {"overdue": "bad", "due_soon": "warn", "complete": "good", "in_place": "good"}
    tone, total = tones.get(key, ""), told[-1]["total"]
    counts = (Cell(t[key], "bad" if key == "overdue" and t[key] else "") for t in told)
    drawn = Cell(None) if key == "total" else bar(told[-1][key], total, tone)
    return Cell(heading), *counts, drawn


def actions_notes(plan: PlanView) -> tuple[str, ...]:
    """Return what must be known to read the counts."""
    if not plan.actions:
        return (not_held_note(plan) or "No improvement actions are held.",)
    features = "; ".join(f"{f.code} {f.name}" for f in plan.framework.features)
    notes = [f"Key features: {features}."]
    silent = no_status_note(plan)
    return (*notes, silent) if silent else tuple(notes)
