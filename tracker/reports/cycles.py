"""The rounds of self-evaluation that are held of a partnership, and how far one has come.

Owns the list and its words. How far a round has come is `tracker.round`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Report, Section, Table
from tracker.round import is_decided, is_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import AssessmentView, CycleView, PartnershipView, PlanView
    from tracker.round import RoundProgress

Line = tuple["CycleView", bool, "RoundProgress"]
"""A cycle, whether it is the live one, and how far its round has come."""


def cycles_report(partnership: PartnershipView, lines: Sequence[Line]) -> Report:
    """Build the list of a partnership's cycles, oldest first."""
    columns = (
        Column("label", "Cycle", weight=0),
        Column("as_at", "As at", weight=0),
        Column("state", "State", weight=0),
        Column("agreed_on", "Agreed", weight=0, spare=2),
        Column("progress", "Ratings", weight=1, spare=1),
        Column("holds", "Holds", weight=1),
    )
    rows = tuple(
        (
            Cell(cycle.label),
            Cell(cycle.as_at, shown=None if cycle.as_at else "not printed"),
            Cell(f"{cycle.state} (live)" if live else str(cycle.state)),
            Cell(cycle.agreed_on),
            Cell(str(progress) if cycle.state.is_draft or progress.left else None),
            Cell("ratings only" if cycle.ratings_only else "ratings and actions"),
        )
        for cycle, live, progress in lines
    )
    return Report(
        title=f"Cycles: {partnership.name}",
        sections=(Section(table=Table(columns, rows)),),
        data={
            "partnership": partnership.name,
            "cycles": [_cycle(*line) for line in lines],
        },
    )


def _cycle(cycle: CycleView, live: bool, progress: RoundProgress) -> dict[str, object]:
    return {
        "label": cycle.label,
        "as_at": cycle.as_at.isoformat() if cycle.as_at else None,
        "state": str(cycle.state),
        "live": live,
        "agreed_on": cycle.agreed_on.isoformat() if cycle.agreed_on else None,
        "ratings_only": cycle.ratings_only,
        "progress": progress.as_json(),
    }


def progress_report(plan: PlanView, progress: RoundProgress) -> Report:
    """Build how far a round has come, with every rating that waits for a decision."""
    cycle = plan.cycle
    held = plan.by_code
    waiting = [held[code] for code in progress.undecided]
    return Report(
        title=f"Cycle {cycle.label}: {plan.partnership.name}",
        subtitle=f"{str(cycle.state).capitalize()}; {progress}",
        sections=(
            _section("Waiting for a decision", waiting),
            _section("Decided", [held[code] for code in (*progress.decided, *progress.left)]),
        ),
        data={
            "partnership": plan.partnership.name,
            "cycle": cycle.label,
            "state": str(cycle.state),
            **progress.as_json(),
            "ratings": [
                _rating(held[proposal.code])
                for proposal in plan.framework.local
                if proposal.code in held
            ],
        },
    )


def _section(heading: str, assessments: Sequence[AssessmentView]) -> Section:
    if not assessments:
        return Section(heading, ("None.",))
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=3),
        Column("previous", "Before", weight=1, spare=1),
        Column("level", "Now", weight=1),
        Column("decision", "Decision", weight=0),
        Column("by", "By", weight=1, spare=3),
        Column("on", "On", weight=0, spare=2),
        Column("why", "Why", weight=2, spare=4),
    )
    return Section(heading, table=Table(columns, tuple(map(_row, assessments))))


def _row(held: AssessmentView) -> tuple[Cell, ...]:
    decision = held.decision
    return (
        Cell(held.code),
        Cell(held.name),
        Cell(held.previous),
        Cell(held.level),
        Cell(str(decision.kind) if decision else "not rated"),
        Cell(decision.decided_by if decision else None),
        Cell(decision.decided_on if decision else None),
        Cell((decision.within or decision.reason) if decision else None),
    )


def _rating(held: AssessmentView) -> dict[str, object]:
    decision = held.decision
    decided_on = decision.decided_on if decision else None
    return {
        "code": held.code,
        "previous": held.previous,
        "level": held.level,
        "decision": str(decision.kind) if decision else "not rated",
        "decided": is_decided(held),
        "left_carried": is_left(held),
        "by": decision.decided_by if decision else None,
        "on": decided_on.isoformat() if decided_on else None,
        "reason": decision.reason if decision else None,
        "within": decision.within if decision else None,
    }
