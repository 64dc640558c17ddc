"""The timescale language: what the words of a timescale mean, and one sentence to check it by.

Owns the values of a reading and is the way in to the grammar in `timewords`. A wrong date is the
worst outcome; `unclear` is an honest one. Leaves to `rules` what follows from a reading, such as
whether an action is overdue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.kinds import Precision, Status, TimescaleKind


@dataclass(frozen=True, slots=True)
class Milestone:
    """One of several dates in a timescale."""

    label: str
    due: date
    """The last day of the period that the words give."""

    def as_json(self) -> dict[str, str]:
        """Return the milestone under the keys that scripts read."""
        return {"label": self.label, "due": self.due.isoformat()}


@dataclass(frozen=True, slots=True)
class Timescale:
    """How a timescale is read."""

    text: str
    """The words as written."""
    kind: TimescaleKind
    reading: str
    """One sentence that a person can check."""
    due: date | None = None
    """The last date that the words give; the end of a stated period."""
    start: date | None = None
    precision: Precision | None = None
    milestones: tuple[Milestone, ...] = ()
    """Two or more dated points, earliest first; empty for a single date."""
    review: date | None = None
    former: date | None = None
    """The date that this one replaces."""
    recurrence: str | None = None
    """An RFC 5545 RRULE value."""
    status: Status | None = None
    """The status that the words imply, where they do."""
    done_on: date | None = None
    """The last day on which it can have been done, where the words tell when it was."""

    def as_json(self) -> dict[str, object]:
        """Return the reading under the keys that scripts read."""

        def day(value: date | None) -> str | None:
            return value.isoformat() if value else None

        return {
            "text": self.text,
            "kind": str(self.kind),
            "due": day(self.due),
            "start": day(self.start),
            "precision": str(self.precision) if self.precision else None,
            "milestones": [milestone.as_json() for milestone in self.milestones],
            "review": day(self.review),
            "former": day(self.former),
            "recurrence": self.recurrence,
            "status": str(self.status) if self.status else None,
            "done_on": day(self.done_on),
            "reading": self.reading,
        }


def read_timescale(text: str, *, as_at: date | None) -> Timescale:
    """Read a timescale.

    Args:
        text: The words as written; empty text is a reading of its own.
        as_at: The date from which relative ones count; None where it is not known, and then a
            relative timescale has no date.

    Returns:
        The reading; `unclear` with the words kept where they are not understood.
    """
    # The grammar is loaded where words are read, not where readings are only shown.
    from tracker.timewords.reading import read

    verdict = read(text, as_at=as_at)
    return Timescale(
        text=text,
        kind=verdict.kind,
        reading=verdict.reading,
        due=verdict.due,
        start=verdict.start,
        precision=verdict.precision,
        milestones=tuple(Milestone(label, due) for label, due in verdict.milestones),
        review=verdict.review,
        former=verdict.former,
        recurrence=verdict.recurrence,
        status=verdict.status,
        done_on=verdict.done_on,
    )
