"""Storing a partnership.

Owns its name: two spellings that differ in case or spaces are one partnership.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from db.bulk import record_inserts, record_updates
from db.session import reader_of
from db.writing.texts import words
from tracker.cleaning import clean_line
from tracker.errors import Refused
from tracker.kinds import PartnershipKind
from tracker.models import PartnershipRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from db.session import ActSession


HELD = "SELECT id, name, kind FROM partnership WHERE key = :key"


def store_partnership(
    *,
    session: ActSession,
    name: str,
    kind: PartnershipKind = PartnershipKind.LOCAL,
    contact: str | None = None,
) -> int:
    """Return the id of a partnership, storing it where it is not held yet.

    A contact that is told replaces the one held.

    Raises:
        Refused: The name is empty, or held for the other kind.
    """
    name = clean_line(name)
    if not name:
        raise Refused("The paper names no partnership.", "Name it with --partnership.")
    held = reader_of(session).rows(HELD, {"key": folded(name)})
    told = words(contact)
    if not held:
        row = {"uid": uuid4().hex, "key": folded(name), "name": name, "kind": kind, "contact": told}
        return record_inserts(session, PartnershipRow, [row])[0]
    number: int = held[0][0]
    if held[0][2] != kind:
        raise Refused(
            f"{held[0][1]} is held as a {held[0][2]} partnership; this would be a {kind} one.",
            "Give another name with --partnership.",
        )
    if told:
        record_updates(session, PartnershipRow, [{"id": number, "contact": told}])
    return number
