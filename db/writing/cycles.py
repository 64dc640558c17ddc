"""The place of a cycle among those of its partnership.

Owns the order of cycles, the label that is used once, what a new agreed cycle closes, and which
round, known only by the ratings that a later paper remembers, a paper fills.
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

    from db.reader import Reader
    from db.session import ActSession
    from tracker.framework import Framework

HELD = """
SELECT c.id, c.label, c.ordered_on, c.state, c.framework_id, f.key, f.version, c.as_at,
 c.ratings_only
FROM cycle c JOIN framework f ON f.id = c.framework_id WHERE c.partnership_id = :partnership
ORDER BY c.ordered_on, CASE WHEN c.as_at IS NULL THEN 0 ELSE 1 END, c.id
"""

OWNERS = "SELECT partnership_id, framework_id FROM cycle WHERE id = :cycle"
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
    framework_version: str
    as_at: date | None
    ratings_only: bool


def rounds_held(reader: Reader, partnership: int) -> list[Round]:
    """Return the cycles of a partnership, oldest first."""
    return [
        Round(
            number, label, day(on), CycleState(state), framework, key, version, day(at), bool(only)
        )
        for number, label, on, state, framework, key, version, at, only in reader.rows(
            HELD, {"partnership": partnership}
        )
    ]


def room_for(
    held: Sequence[Round], *, framework: Framework, label: str, as_at: date
) -> Round | None:
    """Return the round that a paper fills: one known only by the ratings a later paper remembers.

    It is of the same day; or of the same label, if it keeps its place among the cycles; or its day
    is not known, and no other cycle stands between the two papers.
    """
    known = framework.key, framework.version
    rounds = [one for one in held if (one.framework_key, one.framework_version) == known]
    bare = [one for one in rounds if one.ratings_only]
    same_day = [one for one in bare if one.as_at == as_at]
    in_place = [one for one in bare if _keeps_place(one, rounds, as_at)]
    called = [one for one in in_place if folded(one.label) == folded(clean_line(label))]
    undated = [one for one in in_place if one.as_at is None]
    return next(iter(same_day + called + undated), None)


def _keeps_place(one: Round, rounds: Sequence[Round], as_at: date) -> bool:
    """Tell whether the cycles before and after a round stay so on another day."""
    place = rounds.index(one)
    before_it, after_it = rounds[:place], rounds[place + 1 :]
    return all(r.ordered_on < as_at for r in before_it) and all(
        as_at < r.ordered_on for r in after_it
    )


OPENING = "tracker cycle open LABEL --as-at DATE"
"""How a person gives the label of a repeat; that of a paper's cycle is an option."""


def free_label(taken: Iterable[str], label: str, *, by: str = "--cycle LABEL") -> str:
    """Return a label that may be used.

    Args:
        taken: The labels of the partnership's cycles.
        label: The one that is wanted.
        by: What a person types to give another.

    Raises:
        Refused: It is empty, cannot stand in a reference, or is in use in this or another spelling.
    """
    label = clean_line(label)
    if not label:
        raise Refused("The cycle has no label.", f"Give one, such as 2021: {by}.")
    if ":" in label or "/" in label:
        raise Refused(
            f"A cycle cannot be called {label}: references use “:” and “/”.",
            "Choose a label such as 2021 or 2021-repeat.",
        )
    if any(folded(used) == folded(label) for used in taken):
        raise Refused(
            f"There is a cycle {label} already.", f"Give the new one another label: {by}."
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
    filling: Round | None = None,
) -> tuple[int, tuple[str, ...]]:
    """Add a cycle that was agreed elsewhere; return its id, and the labels of those it closes.

    Of a framework one cycle is live at a time, the newest agreed one: earlier ones close, and a
    cycle that comes in after a later one is closed from the first. A round that is filled keeps
    its id.
    """
    key = reader_of(session).rows(KEY, {"framework": framework})[0][0]
    agreed = [o for o in held if o.state is CycleState.AGREED and o.framework_key == key]
    is_newest = all(one.ordered_on <= as_at for one in agreed)
    state = CycleState.AGREED if is_newest else CycleState.CLOSED
    closing = agreed if is_newest else []
    if filling is None:
        row = _row(partnership, framework, label, as_at, state)
        (number,) = record_inserts(session, CycleRow, [row | {"as_at": as_at}])
    else:
        number = _fill(session, filling, label, as_at, state)
    closed = [{"id": one.id, "state": CycleState.CLOSED} for one in closing]
    record_updates(session, CycleRow, closed)
    return number, tuple(one.label for one in closing)


def _fill(session: ActSession, filling: Round, label: str, as_at: date, state: CycleState) -> int:
    """Open a round of which only the ratings were known, for the paper that fills it."""
    told = {"label": label, "as_at": as_at, "ordered_on": as_at, "ratings_only": False}
    # A closed cycle takes nothing in until it is opened, also where it is to be closed again.
    opened = {"id": filling.id, "state": CycleState.AGREED} | told
    record_updates(session, CycleRow, [opened])
    record_updates(session, CycleRow, [{"id": filling.id, "state": state}])
    return filling.id


def add_drafted(*, session: ActSession, like: int, label: str, as_at: date) -> int:
    """Add a cycle that is being drafted, of the partnership and framework of another."""
    ((partnership, framework),) = reader_of(session).rows(OWNERS, {"cycle": like})
    row = _row(partnership, framework, label, as_at, CycleState.DRAFTING)
    return record_inserts(session, CycleRow, [row | {"as_at": as_at}])[0]


def before(held: Sequence[Round], *, as_at: date, framework: int) -> Round | None:
    """Return the cycle that stands before a new one, in the same framework.

    One of the same day is no earlier one; a round without a day stands before its own.
    """
    earlier = [
        one
        for one in held
        if one.framework_id == framework
        and (one.ordered_on < as_at or (one.as_at is None and one.ordered_on == as_at))
    ]
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
