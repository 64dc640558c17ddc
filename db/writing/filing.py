"""A paper on its way into the store: what every part of storing it needs to know.

Owns the value that the parts share, and the ids of levels and proposals by their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.session import reader_of

if TYPE_CHECKING:
    from datetime import date

    from db.session import ActSession
    from db.writing.cycles import Round
    from tracker.drafts import PaperDraft
    from tracker.framework import Framework

LEVELS = "SELECT name, id FROM level WHERE framework_id = :framework"
PROPOSALS = "SELECT code, id FROM proposal WHERE framework_id = :framework ORDER BY position"


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a paper stands, while its parts are stored."""

    session: ActSession
    paper: PaperDraft
    framework: Framework
    framework_id: int
    partnership: int
    cycle: int
    label: str
    """The cycle's."""
    source: int
    as_at: date
    held: tuple[Round, ...]
    """The cycles of the partnership before this one came."""
    levels: dict[str, int]
    """Level names to ids."""
    proposals: dict[str, int]
    """Proposal codes to ids."""


def levels_of(session: ActSession, framework_id: int) -> dict[str, int]:
    """Return the ids of a framework's levels by their names."""
    return dict(reader_of(session).rows(LEVELS, {"framework": framework_id}))


def proposals_of(session: ActSession, framework_id: int) -> dict[str, int]:
    """Return the ids of a framework's proposals by their codes, in its order."""
    return dict(reader_of(session).rows(PROPOSALS, {"framework": framework_id}))
