"""What outside data would change in a cycle that is held, as a frozen value.

Owns its parts and its JSON. Finding it is `tracker.reconcile`, applying it
`db.writing.reconciling`, showing it `tracker.reports.reconcile`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import Match, Taken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.entries import Entry


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field of an action: what is held, and what was read."""

    name: str
    held: str
    read: str
    taken: Taken = Taken.YES
    because: str = ""
    """Why the held one stays in force, where it does."""

    def as_json(self) -> dict[str, object]:
        """Return the field under the keys that scripts read."""
        return {
            "field": self.name,
            "held": self.held,
            "read": self.read,
            "taken": str(self.taken),
            "because": self.because or None,
        }


@dataclass(frozen=True, slots=True)
class ActionDifference:
    """An action that is held, that was read, or both."""

    match: Match
    ref: str | None
    """Its reference in the cycle; None where it is new, and gets a number never used."""
    text: str
    """The wording held; the wording read where it is new."""
    fields: tuple[FieldDifference, ...] = ()
    entry: Entry | None = None
    """As read; None where it was not."""
    under: tuple[str, ...] = ()
    """The proposals under which it was read."""
    certainty: float | None = None
    """How sure it is that the one read is the one held."""
    reason: str = ""
    """One sentence that a person can check."""
    part_of: str | None = None
    """The held action that a new one may be a part of, or with which one not read was joined."""

    @property
    def place(self) -> str:
        """Where it stands in what was read."""
        return self.entry.draft.place if self.entry else ""

    @property
    def taken(self) -> frozenset[str]:
        """The names of the fields that are recorded."""
        return frozenset(field.name for field in self.fields if field.taken is not Taken.NO)

    def as_json(self) -> dict[str, object]:
        """Return the action under the keys that scripts read."""
        return {
            "match": str(self.match),
            "ref": self.ref,
            "text": self.text,
            "read": self.entry.draft.text if self.entry else None,
            "proposals": list(self.under),
            "fields": [field.as_json() for field in self.fields],
            "certainty": self.certainty,
            "reason": self.reason or None,
            "part_of": self.part_of,
            "place": self.place or None,
        }


@dataclass(frozen=True, slots=True)
class RatingDifference:
    """A rating that was read and is not the one held."""

    code: str
    held: str | None
    read: str
    place: str
    taken: Taken = Taken.YES
    because: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the rating under the keys that scripts read."""
        return {
            "code": self.code,
            "held": self.held,
            "read": self.read,
            "taken": str(self.taken),
            "because": self.because or None,
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A text beside an assessment that was read and is not the one held."""

    code: str
    name: str
    """Such as `evidence`, `title` or `indicator`."""
    held: tuple[str, ...]
    """The parts of it that were not read."""
    read: tuple[str, ...]
    """The parts that are not held."""
    place: str
    level: str | None = None
    """Of an indicator."""

    def as_json(self) -> dict[str, object]:
        """Return the text under the keys that scripts read."""
        return {
            "code": self.code,
            "text": self.name,
            "level": self.level,
            "held": list(self.held),
            "read": list(self.read),
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything in which outside data differs from a cycle that is held."""

    label: str
    """The cycle's."""
    on: date
    """The day of which the data speaks."""
    begun: date | None = None
    """The day as at which the cycle is held."""
    ratings: tuple[RatingDifference, ...] = ()
    texts: tuple[TextDifference, ...] = ()
    actions: tuple[ActionDifference, ...] = ()
    """Every action held or read, once; those held first, then the new ones."""

    def of(self, *matches: Match) -> tuple[ActionDifference, ...]:
        """Return the actions that were met so."""
        return tuple(action for action in self.actions if action.match in matches)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to record."""
        changed = any(a.taken or a.match is Match.NEW for a in self.actions)
        return not (self.rated or self.texts or changed)

    @property
    def rated(self) -> tuple[RatingDifference, ...]:
        """The ratings that are recorded."""
        return tuple(rating for rating in self.ratings if rating.taken is not Taken.NO)

    @property
    def found(self) -> int:
        """How many of the actions held were read."""
        return len(self.of(Match.SAME, Match.REWORDED, Match.CHANGED))

    @property
    def staying(self) -> int:
        """How many held values stay in force although another was read."""
        fields = (field for action in self.actions for field in action.fields)
        return _staying(fields) + _staying(self.ratings)

    def as_json(self) -> dict[str, object]:
        """Return the difference under the keys that scripts read."""
        return {
            "cycle": self.label,
            "as_at": self.on.isoformat(),
            "nothing_to_change": self.is_empty,
            "counts": {
                "ratings": len(self.ratings),
                "texts": len(self.texts),
                "staying": self.staying,
            }
            | {str(match): len(self.of(match)) for match in Match},
            "ratings": [rating.as_json() for rating in self.ratings],
            "texts": [text.as_json() for text in self.texts],
            "actions": [a.as_json() for a in self.actions if a.match is not Match.SAME],
        }


def _staying(parts: Iterable[FieldDifference | RatingDifference]) -> int:
    return sum(1 for part in parts if part.taken is not Taken.YES)
