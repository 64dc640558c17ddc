"""What is found in a paper while it is read: notes of each proposal, and actions as printed.

Owns the values that the recognisers of tables fill and that `drafting` turns into a draft.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import CycleRole, Severity

if TYPE_CHECKING:
    from tracker.drafts import NationalDetail
    from tracker.readers.document import Line
    from tracker.readers.papers.dates import Dated
    from tracker.readers.papers.marks import LevelColumn, RatingRow

LOST = "?"
"""Begins the stand-in for the code of a proposal whose heading is lost."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An action at one printed position, its cells not yet read."""

    text: str
    place: str
    codes: tuple[str, ...] = ()
    """The proposals under which it stands; none for a recommendation."""
    section: str = ""
    sub_items: tuple[str, ...] = ()
    cross_reference: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    """Column keys and texts, for columns that the table has, also where the cell is empty."""
    owners: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    fills: tuple[tuple[str, str], ...] = ()
    """Column keys and shades."""
    further: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Notes:
    """What the paper says of one proposal."""

    code: str
    place: str = ""
    """Where its table is, or its first text."""
    heading: str = ""
    """Where its heading stands."""
    title: str = ""
    rating_rows: list[RatingRow] = field(default_factory=list)
    scale: RatingRow | None = None
    levels: tuple[LevelColumn, ...] = ()
    indicators: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    evidence: tuple[Line, ...] = ()
    summary: list[tuple[RatingRow, tuple[LevelColumn, ...]]] = field(default_factory=list)
    """Rows of a summary table, with the levels that stand over them."""
    national: NationalDetail | None = None
    shifted: bool = False
    """Its rating row stands askew and was not read, which has been told."""


@dataclass(slots=True)
class Found:
    """Everything that is found in a paper."""

    notes: dict[str, Notes] = field(default_factory=dict)
    actions: list[Printed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    told: set[Problem] = field(default_factory=set)
    """The same problems, to be asked for."""
    order: list[str] = field(default_factory=list)
    """Proposals with tables of their own, as printed; the lost ones by their places."""
    begins: int | None = None
    """The strip at which the first proposal or table of actions begins; titles end there."""
    dated: dict[CycleRole, Dated] = field(default_factory=dict)
    """Dates that labels and headings of ratings give."""
    inherited: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    """Places of rows that leave their proposal empty, with the proposals and the section above."""
    unexplained: list[tuple[str, str]] = field(default_factory=list)
    """Places and words of statuses in a colour that only a key could explain."""

    def about(self, code: str, place: str = "") -> Notes:
        """Return the notes of a proposal, new ones where there are none."""
        notes = self.notes.setdefault(code, Notes(code))
        notes.place = notes.place or place
        return notes

    def tell(
        self,
        place: str,
        message: str,
        severity: Severity = Severity.WARNING,
        *,
        about: str = "",
    ) -> None:
        """Note a problem, once."""
        problem = Problem(place, severity, message, about)
        if problem not in self.told:
            self.told.add(problem)
            self.problems.append(problem)
