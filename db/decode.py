"""Values as both engines give them, turned into ours.

Owns the few differences: SQLite gives dates as ISO text and truth as 0 and 1.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import overload


@overload
def day(value: str | date) -> date: ...
@overload
def day(value: str | date | None) -> date | None: ...
def day(value: str | date | None) -> date | None:
    """Return a date from a column."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def moment(value: str | datetime) -> datetime:
    """Return a moment in UTC from a column."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
