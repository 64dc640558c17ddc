"""Refusing an edit of something that somebody else has changed since it was read.

Owns the comparison of the act that a reader saw with the acts since, and the message that shows
what the other person changed, in the words of history (`db.telling`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.decode import listed
from db.log import COLUMNS, act_numbered, change_of
from db.session import reader_of
from db.telling import tell_record
from tracker.dates import say_day
from tracker.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.session import ActSession
    from tracker.recorded import Entry

SINCE = f"""
SELECT {COLUMNS} FROM change
WHERE record_table = :record AND record_id IN (%s) AND act_id > :read AND act_id < :present
ORDER BY act_id, number
"""  # noqa: S608  # our own names
TOLD = 5
"""How many changes a message shows."""


def refuse_stale(session: ActSession, record: str, numbers: Iterable[int], *, read: int) -> None:
    """Refuse to write over changes that were made after an act.

    Args:
        session: The act.
        record: What kind of record is edited: `action`, `assessment` or `link`.
        numbers: The records' ids.
        read: The newest act when the records were read.

    Raises:
        Refused: Showing what was changed, when and by whom.
    """
    if read + 1 >= session.act:
        return
    reader = reader_of(session)
    params = {"read": read, "present": session.act, "record": record}
    newer = [change_of(row) for row in reader.rows(SINCE % listed(numbers), params)]
    if not newer:
        return
    found = [act_numbered(reader, act) for act in dict.fromkeys(change.act for change in newer)]
    told = [line for entry in tell_record(reader, found, newer) for line in _told(entry)]
    more = f"; and {len(told) - TOLD} more" if len(told) > TOLD else ""
    raise Refused(
        f"This was changed after you read it. {'; '.join(told[:TOLD])}{more}.",
        "Look at it as it is now, then say again what is still to be changed.",
    )


def _told(entry: Entry) -> Iterator[str]:
    """Yield for each thing that an act changed who changed what of it."""
    act = entry.act
    who = f"{act.who} on {say_day(act.at.astimezone().date())}, {act.verb}"
    if not entry.told:
        yield who
    for subject in dict.fromkeys(line.subject for line in entry.told):
        changed = ", ".join(line.said for line in entry.told if line.subject == subject)
        yield f"{subject}: {who} ({changed})"
