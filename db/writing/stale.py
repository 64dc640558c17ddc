"""Refusing an edit of something that somebody else has changed since it was read.

Owns the comparison of the act that a reader saw with the acts since, and the message that shows
what the other person changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db.decode import moment
from db.log import both
from db.session import reader_of
from tracker.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.reader import Row
    from db.session import ActSession

SINCE = """
SELECT c.record_id, a.who, a.at, a.verb, c.kind, c.fields
FROM change c JOIN act a ON a.id = c.act_id
WHERE c.act_id > :read AND c.act_id < :present AND c.record_table = :record
ORDER BY c.act_id, c.number
"""
TOLD = 5
"""How many changes a message shows."""
UNTOLD = frozenset(
    {"position", "precision", "timescale_kind", "timescale_reading", "implied_status"}
)
"""Fields that follow from others, or mean nothing to a person."""


def refuse_stale(session: ActSession, record: str, named: Mapping[int, str], *, read: int) -> None:
    """Refuse to write over changes that were made after an act.

    Args:
        session: The act.
        record: What kind of record is edited: `action` or `assessment`.
        named: The records' ids, with what to call each.
        read: The newest act when the records were read.

    Raises:
        Refused: Showing what was changed, when and by whom.
    """
    if read + 1 >= session.act:
        return
    params = {"read": read, "present": session.act, "record": record}
    newer = [row for row in reader_of(session).rows(SINCE, params) if row[0] in named]
    if not newer:
        return
    told = "; ".join(f"{named[row[0]]}: {_told(row)}" for row in newer[:TOLD])
    more = f"; and {len(newer) - TOLD} more" if len(newer) > TOLD else ""
    raise Refused(
        f"This was changed after you read it. {told}{more}.",
        "Look at it as it is now, then say again what is still to be changed.",
    )


def _told(row: Row) -> str:
    """Return one change in words."""
    _, who, at, verb, kind, fields = row
    values = ", ".join(
        f"{name.replace('_', ' ')} {new if new is not None else 'none'}"
        for name, (_, new) in both(kind, json.loads(fields)).items()
        if name not in UNTOLD and not name.endswith("_id")
    )
    said = f"{who} on {moment(at).date().isoformat()}, {verb}"
    return f"{said} ({values})" if values else said
