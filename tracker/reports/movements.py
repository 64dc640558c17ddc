"""The movements of every partnership held, proposal by proposal.

Owns the counting over partnerships and the mark on rounds that are drafts still. Which two cycles
of each are compared is the caller's affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.compare import Comparison
    from tracker.plan import CycleView

COLUMNS = (
    Column("code", "Proposal", weight=0),
    Column("up", "Up", "right", weight=0),
    Column("still", "Still", "right", weight=0),
    Column("down", "Down", "right", weight=0),
    Column("not_comparable", "Not comparable", "right", weight=0),
)


def movements_report(compared: Sequence[Comparison], *, alone: Sequence[str] = ()) -> Report:
    """Build the movements of every partnership, proposal by proposal.

    Args:
        compared: The comparison of each partnership's two cycles.
        alone: The partnerships with one cycle, which have nothing to be compared with.
    """
    moves = [{rating.code: rating.movement for rating in one.ratings} for one in compared]
    codes = sorted({code for one in moves for code in one})
    told = [_counted(code, [one[code] for one in moves if code in one]) for code in codes]
    rows = tuple(tuple(Cell(value) for value in line.values()) for line in told)
    drafts = [one for one in compared if one.repeat.cycle.state.is_draft]
    partnerships = counted(len(compared), "partnership")
    return Report(
        title="Movements of all partnerships",
        subtitle=f"{partnerships}, each with its last two cycles",
        sections=(
            Section("Compared", _notes(drafts, alone), _pairs(compared)),
            Section("Every proposal", table=Table(COLUMNS, rows)),
        ),
        data={
            "partnerships": [one.repeat.partnership.name for one in compared],
            "one_cycle_only": list(alone),
            "drafts": [one.repeat.partnership.name for one in drafts],
            "cycles": [_pair_data(one) for one in compared],
            "proposals": told,
        },
    )


def _counted(code: str, moves: Sequence[int | None]) -> dict[str, str | int]:
    """Return how many partnerships moved which way on a proposal."""
    return {
        "code": code,
        "up": sum(1 for move in moves if move is not None and move > 0),
        "still": moves.count(0),
        "down": sum(1 for move in moves if move is not None and move < 0),
        "not_comparable": moves.count(None),
    }


def _notes(drafts: Sequence[Comparison], alone: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence for repeats that nobody has agreed yet, and one for who is not counted."""
    told = []
    if drafts:
        names = ", ".join(one.repeat.partnership.name for one in drafts)
        told.append(f"Counted from a draft, of which what is carried may still move: {names}.")
    if alone:
        told.append(f"One cycle only, so nothing to compare: {', '.join(alone)}.")
    return tuple(told)


def _pairs(compared: Iterable[Comparison]) -> Table:
    """Return which two cycles of each partnership are compared."""
    columns = (
        Column("partnership", "Partnership", weight=1),
        Column("base", "Before", weight=0),
        Column("repeat", "Now", weight=0),
        Column("draft", "Draft", weight=0),
    )
    rows = (
        (
            Cell(one.repeat.partnership.name),
            Cell(one.base.cycle.label),
            Cell(one.repeat.cycle.label),
            _draft(one.repeat.cycle),
        )
        for one in compared
    )
    return Table(columns, tuple(rows))


def _draft(cycle: CycleView) -> Cell:
    """Return the mark of a round that is not agreed yet."""
    return Cell(str(cycle.state), "warn") if cycle.state.is_draft else Cell(None)


def _pair_data(one: Comparison) -> dict[str, object]:
    """Return which two cycles are compared under keys that scripts read."""
    return {
        "partnership": one.repeat.partnership.name,
        "base": one.base.cycle.label,
        "repeat": one.repeat.cycle.label,
        "draft": one.repeat.cycle.state.is_draft,
    }
