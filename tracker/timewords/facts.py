"""What a timescale says, as values: its dates and what each is for, its answers, its doubts.

Owns the values that `scan` finds and `verdict` weighs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from tracker.timewords.lexicon import Word

if TYPE_CHECKING:
    from tracker.periods import Period
    from tracker.timewords.tokens import Token

STANDING = frozenset(
    {
        Word.IN_PLACE,
        Word.ONGOING,
        Word.COMPLETE,
        Word.TO_BE_AGREED,
        Word.NOTHING,
        Word.IN_PROGRESS,
        Word.NOT_STARTED,
        Word.ON_HOLD,
        Word.WITHDRAWN,
        Word.SUPERSEDED,
        Word.UNDATED,
    }
)
"""Answers that need no date."""
CLOSING = frozenset({Word.COMPLETE, Word.WITHDRAWN, Word.SUPERSEDED})
"""Answers that end an action; a date right after one is the day on which it ended."""


class Role(StrEnum):
    """What a date is for."""

    DUE = auto()
    NOW = auto()
    """Due, in place of another."""
    FORMER = auto()
    START = auto()
    PAST = auto()
    """Something that has happened, such as the last review."""
    DONE = auto()
    """The day on which the action ended."""


@dataclass(slots=True)
class Point:
    """A date and what it is for."""

    role: Role
    period: Period
    is_range: bool = False
    is_review: bool = False
    is_last: bool = False
    """Something goes on until then."""
    bracketed: bool = False
    must_lie_ahead: bool = False
    """`Completed by` it is a promise only if it has not come yet."""
    clause: int = 0
    before: tuple[int, int] | None = None
    """Where the words that name it stand, if they stand before it."""
    after: tuple[int, int] | None = None
    """Where words stand after it, up to the next date."""

    @property
    def is_single_day(self) -> bool:
        """Whether a day of the week can be printed with it."""
        return self.period.first == self.period.last


@dataclass(slots=True)
class Answer:
    """An answer that needs no date."""

    word: Word
    place: int
    """How many dates stand before it."""
    partial: bool = False
    """Other words say of what it holds."""


@dataclass(slots=True)
class Facts:
    """Everything that a timescale says, in its order."""

    points: list[Point] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    spans: list[Token] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)
    anchors: list[Token] = field(default_factory=list)
    """Months and days without a year, on which something repeats."""
    doubts: list[str] = field(default_factory=list)
    """Why nothing is certain."""
    doubts_of_dates: list[str] = field(default_factory=list)
    """Why no date is certain, if there is one."""
    doubts_of_ends: list[str] = field(default_factory=list)
    """Why being in place or complete is not certain."""
    weekdays: list[str] = field(default_factory=list)
    has_begun: bool = False
    has_slipped: bool = False
    """It is late; only a date that replaces another is certain then."""
    has_review: bool = False
    """The length of time is that until a review."""
    is_conditional: bool = False
