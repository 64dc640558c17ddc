"""The numbers of actions: once used in a partnership, never used again.

Owns the highest number used under each code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from tracker.models import NumberingRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.session import ActSession


def note_numbers(session: ActSession, partnership: int, used: Iterable[tuple[str, int]]) -> None:
    """Remember the numbers that positions use, each as code and number."""
    highest: dict[str, int] = {}
    for code, number in used:
        highest[code] = max(number, highest.get(code, 0))
    wanted = select(NumberingRow).where(col(NumberingRow.partnership_id) == partnership)
    held = {row.code: row for row in session.exec(wanted)}
    for code, number in highest.items():
        row = held.get(code)
        if row is None:
            session.add(NumberingRow(partnership_id=partnership, code=code, last=number))
        else:
            row.last = max(row.last, number)
    session.flush()


def next_number(session: ActSession, partnership: int, code: str) -> int:
    """Take a number that the partnership never used under a code."""
    row = session.exec(
        select(NumberingRow).where(
            col(NumberingRow.partnership_id) == partnership, col(NumberingRow.code) == code
        )
    ).first()
    number = (row.last if row else 0) + 1
    note_numbers(session, partnership, [(code, number)])
    return number
