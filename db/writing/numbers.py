"""The numbers of actions: once used in a partnership, never used again.

Owns the highest number used under each code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_inserts, record_updates
from db.session import reader_of
from tracker.models import NumberingRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.session import ActSession


HELD = "SELECT id, code, last FROM numbering WHERE partnership_id = :partnership"


def note_numbers(session: ActSession, partnership: int, used: Iterable[tuple[str, int]]) -> None:
    """Remember the numbers that positions use, each as code and number."""
    highest: dict[str, int] = {}
    for code, number in used:
        highest[code] = max(number, highest.get(code, 0))
    rows = reader_of(session).rows(HELD, {"partnership": partnership})
    held = {code: (number, last) for number, code, last in rows}
    higher = [
        {"id": held[code][0], "last": number}
        for code, number in highest.items()
        if code in held and number > held[code][1]
    ]
    record_updates(session, NumberingRow, higher)
    new = [
        {"partnership_id": partnership, "code": code, "last": number}
        for code, number in highest.items()
        if code not in held
    ]
    record_inserts(session, NumberingRow, new)


def next_number(session: ActSession, partnership: int, code: str) -> int:
    """Take a number that the partnership never used under a code."""
    rows = reader_of(session).rows(HELD, {"partnership": partnership})
    number = 1 + next((last for _, held, last in rows if held == code), 0)
    note_numbers(session, partnership, [(code, number)])
    return number
