"""Workspaces of several people on one database, made for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from tui.settings import Settings
from tui.workspace import Workspace

if TYPE_CHECKING:
    from db.address import Address

TODAY = date(2030, 1, 31)
FIRST = datetime(2030, 1, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.moment = FIRST

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.moment

    def next_day(self) -> None:
        """Let a day pass."""
        self.moment += timedelta(days=1)


def workspace_of(
    address: Address,
    me: str = "Sandy",
    *,
    partnership: str | None = "Strathmore",
    clock: Clock | None = None,
) -> Workspace:
    """Return what one person works with."""
    settings = Settings(
        database=address.target,
        partnership=partnership,
        partnership_is_said=partnership is not None,
        me=me,
        today=TODAY,
    )
    return Workspace(settings, clock=clock or Clock())
