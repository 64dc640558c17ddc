"""What was recorded, as values: acts, and what each changed in words that people use.

Owns the shape of history. Reading it from a store is `db.log` and `db.telling`, showing it is
`reports.history`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Act:
    """One write."""

    number: int
    at: datetime
    who: str
    verb: str
    reason: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One field of one thing, before and after an act."""

    subject: str
    """An action's reference, `proposal 2.4`, `cycle 2021` and the like."""
    field: str
    before: str | None
    after: str | None

    @property
    def said(self) -> str:
        """The change in words, without what it is of."""
        if self.before is None:
            return f"{self.field}: {self.after}"
        return f"{self.field}: {self.before} → {self.after or 'none'}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as history shows it."""

    act: Act
    told: tuple[Told, ...] = ()
    more: int = 0
    """How many more rows it changed than are told."""
    undone_by: int | None = None
    """The act that took it back, where it stands undone."""
    cycles: tuple[str, ...] = ()
    """The cycles that it wrote in, each with its partnership."""
