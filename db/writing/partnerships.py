"""Storing a partnership.

Owns its name: two spellings that differ in case or spaces are one partnership.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlmodel import select

from db.writing.filing import row_id
from db.writing.texts import words
from tracker.cleaning import clean_line
from tracker.errors import Refused
from tracker.kinds import PartnershipKind
from tracker.models import PartnershipRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from db.session import ActSession


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
    wanted = select(PartnershipRow).where(PartnershipRow.key == folded(name))
    held = session.exec(wanted).first()
    if held is None:
        held = PartnershipRow(uid=uuid4().hex, key=folded(name), name=name, kind=kind)
        session.add(held)
    elif held.kind is not kind:
        raise Refused(
            f"{held.name} is held as a {held.kind} partnership; this would be a {kind} one.",
            "Give another name with --partnership.",
        )
    if words(contact):
        held.contact = words(contact)
    session.flush()
    return row_id(held)
