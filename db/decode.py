"""Values as both engines give them, turned into ours, and numbers as both take them.

Owns the few differences: SQLite gives dates as ISO text and truth as 0 and 1.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def listed(numbers: Iterable[int]) -> str:
    """Return numbers as SQL lists them; a list of none holds nothing."""
    return ", ".join(str(int(number)) for number in numbers) or "NULL"
