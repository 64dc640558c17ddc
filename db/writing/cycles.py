"""The place of a cycle among those of its partnership.

Owns the order of cycles, the label that is used once, and what a new agreed cycle closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlmodel import col, select

from db.writing.texts import line
from tracker.cleaning import clean_line
from tracker.errors import Refused
from tracker.kinds import CycleState
from tracker.models import CycleRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from db.session import ActSession


def cycles_held(session: ActSession, partnership: int) -> list[CycleRow]:
    """Return the cycles of a partnership, oldest first."""
    held = session.exec(select(CycleRow).where(col(CycleRow.partnership_id) == partnership)).all()
    return sorted(held, key=order)


def order(cycle: CycleRow) -> tuple[date, bool, int]:
    """Return what cycles are ordered by; `db.queries.CYCLES` says the same in SQL."""
    return cycle.ordered_on, cycle.as_at is not None, cycle.id or 0


def free_label(taken: Iterable[str], label: str) -> str:
    """Return a label that may be used.

    Args:
        taken: The labels of the partnership's cycles.
        label: The one that is wanted.

    Raises:
        Refused: It is empty, cannot stand in a reference, or is in use in this or another spelling.
    """
    label = clean_line(label)
    if not label:
        raise Refused("The cycle has no label.", "Give one with --cycle, such as 2021.")
    if ":" in label or "/" in label:
        raise Refused(
            f"A cycle cannot be called {label}: references use “:” and “/”.",
            "Choose a label such as 2021 or 2021-repeat.",
        )
    if any(folded(used) == folded(label) for used in taken):
        raise Refused(
            f"There is a cycle {label} already.", "Give the new one another label with --cycle."
        )
    return label


def add_agreed(session: ActSession, held: Sequence[CycleRow], cycle: CycleRow) -> tuple[str, ...]:
    """Add a cycle that was agreed elsewhere, and return the labels of those that it closes.

    One cycle is live at a time, the newest agreed one: earlier ones close, and a cycle that comes
    in after a later one is closed from the first.
    """
    agreed = [row for row in held if row.state is CycleState.AGREED]
    earlier = [row for row in agreed if row.ordered_on <= cycle.ordered_on]
    cycle.state = CycleState.AGREED if len(earlier) == len(agreed) else CycleState.CLOSED
    if cycle.state is CycleState.CLOSED:
        earlier = []
    session.add(cycle)
    for row in earlier:
        row.state = CycleState.CLOSED
    session.flush()
    return tuple(row.label for row in earlier)


def before(held: Sequence[CycleRow], cycle: CycleRow) -> CycleRow | None:
    """Return the cycle that stands before a new one, in the same framework."""
    earlier = [
        row
        for row in held
        if row.ordered_on <= cycle.ordered_on and row.framework_id == cycle.framework_id
    ]
    return earlier[-1] if earlier else None


def add_ratings_only(
    session: ActSession,
    held: Sequence[CycleRow],
    after: CycleRow,
    *,
    label: str | None,
    as_at: date | None,
) -> CycleRow:
    """Add the round before a cycle, of which only the ratings are known."""
    wanted = line(label) or f"before {after.label}"
    taken = {folded(row.label) for row in [*held, after]}
    while folded(wanted) in taken:
        wanted = f"before {after.label}" if wanted == label else f"{wanted} (ratings only)"
    known = as_at if as_at and as_at < after.ordered_on else None
    made = CycleRow(
        uid=uuid4().hex,
        partnership_id=after.partnership_id,
        framework_id=after.framework_id,
        label=wanted,
        as_at=known,
        ordered_on=known or after.ordered_on,
        state=CycleState.CLOSED,
        ratings_only=True,
    )
    session.add(made)
    session.flush()
    return made
