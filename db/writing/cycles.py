"""The place of a cycle among those of its partnership.

Owns the order of cycles, the label that is used once, and what a new agreed cycle closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from db.bulk import record_inserts, record_updates
from db.decode import day
from db.session import reader_of
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

HELD = """
SELECT c.id, c.label, c.ordered_on, c.state, c.framework_id, f.key
FROM cycle c JOIN framework f ON f.id = c.framework_id WHERE c.partnership_id = :partnership
ORDER BY c.ordered_on, CASE WHEN c.as_at IS NULL THEN 0 ELSE 1 END, c.id
"""

KEY = "SELECT key FROM framework WHERE id = :framework"


class Round(NamedTuple):
    """A cycle that is held already."""

    id: int
    label: str
    ordered_on: date
    state: CycleState
    framework_id: int
    framework_key: str
    """The same for every version of a framework."""


def rounds_held(session: ActSession, partnership: int) -> list[Round]:
    """Return the cycles of a partnership, oldest first."""
    return [
        Round(number, label, day(on), CycleState(state), framework, key)
        for number, label, on, state, framework, key in reader_of(session).rows(
            HELD, {"partnership": partnership}
        )
    ]


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


def add_agreed(
    *,
    session: ActSession,
    held: Sequence[Round],
    partnership: int,
    framework: int,
    label: str,
    as_at: date,
) -> tuple[int, tuple[str, ...]]:
    """Add a cycle that was agreed elsewhere; return its id, and the labels of those it closes.

    Of a framework one cycle is live at a time, the newest agreed one: earlier ones close, and a
    cycle that comes in after a later one is closed from the first.
    """
    key = reader_of(session).rows(KEY, {"framework": framework})[0][0]
    agreed = [o for o in held if o.state is CycleState.AGREED and o.framework_key == key]
    is_newest = all(one.ordered_on <= as_at for one in agreed)
    state = CycleState.AGREED if is_newest else CycleState.CLOSED
    closing = agreed if is_newest else []
    row = _row(partnership, framework, label, as_at, state)
    (number,) = record_inserts(session, CycleRow, [row | {"as_at": as_at}])
    closed = [{"id": one.id, "state": CycleState.CLOSED} for one in closing]
    record_updates(session, CycleRow, closed)
    return number, tuple(one.label for one in closing)


def before(held: Sequence[Round], *, as_at: date, framework: int) -> Round | None:
    """Return the cycle that stands before a new one, in the same framework."""
    earlier = [one for one in held if one.ordered_on <= as_at and one.framework_id == framework]
    return earlier[-1] if earlier else None


def add_ratings_only(
    *,
    session: ActSession,
    partnership: int,
    framework: int,
    label: str,
    as_at: date | None,
    before_day: date,
) -> int:
    """Add a round of which only the ratings are known, and return its id."""
    row = _row(partnership, framework, label, as_at or before_day, CycleState.CLOSED)
    added = record_inserts(session, CycleRow, [row | {"as_at": as_at, "ratings_only": True}])
    return added[0]


def label_before(held: Sequence[Round], after: str, wanted: str | None) -> str:
    """Return a label for the round before a cycle: the one wanted, unless it is in use."""
    taken = {folded(one.label) for one in held} | {folded(after)}
    label = line(wanted) or f"before {after}"
    if folded(label) in taken:
        label = f"before {after}"
    while folded(label) in taken:
        label = f"before {label}"
    return label


def _row(
    partnership: int, framework: int, label: str, ordered_on: date, state: CycleState
) -> dict[str, object]:
    """Return the row of a cycle."""
    return {
        "uid": uuid4().hex,
        "partnership_id": partnership,
        "framework_id": framework,
        "label": label,
        "ordered_on": ordered_on,
        "state": state,
        "ratings_only": False,
    }
