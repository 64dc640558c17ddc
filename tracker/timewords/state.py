"""How far the words of a timescale have been read, and what hangs over from those before.

Owns the state that every handler in `points`, `cues` and `marks` reads and changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.timewords.facts import Answer, Facts, Point, Role
from tracker.timewords.lexicon import Word

if TYPE_CHECKING:
    from tracker.timewords.tokens import Token

NAMES = frozenset({Word.UNKNOWN, Word.NOUN})
"""Words of which nothing is known but that they are no part of a date."""


@dataclass(slots=True)
class Scan:
    """How far the words have been read, and what hangs over from those before."""

    tokens: list[Token]
    facts: Facts = field(default_factory=Facts)
    index: int = 0
    clause: int = 0
    role: Role | None = None
    """Of the next date."""
    cue: Word | None = None
    """The word that gave the role."""
    is_led: bool = False
    """A preposition stands before what comes next, so that it is no name."""
    is_future: bool = False
    """`To be` turns the participle after it into something that is still to come."""
    is_review: bool = False
    is_last: bool = False
    must_lie_ahead: bool = False
    hinge: str = ""
    words: int = 0
    """Unknown words since the last date or full stop."""
    near: int = 0
    """The same since the last mark of any kind."""
    label: tuple[int, int] | None = None
    trailing: str = ""
    """An unknown word right after a date, which no later date has claimed."""
    has_tag: bool = False
    """A year that belongs to the word beside it, until a date comes that is the date of both."""
    answer: Answer | None = None
    """The answer of which the next words may say more."""
    outer: Point | None = None
    """The date right before the bracket that is open."""
    in_bracket: bool = False
    in_remark: bool = False

    def beside(self, step: int) -> Token | None:
        """Return the word so many places on."""
        index = self.index + step
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_beside(self, step: int, words: frozenset[Word]) -> bool:
        """Tell whether the word so many places on is one of these."""
        token = self.beside(step)
        return token is not None and token.word in words


def forget(scan: Scan) -> None:
    """Begin anew after a date or a full stop."""
    scan.role = scan.cue = scan.label = None
    scan.is_led = scan.is_future = scan.is_review = scan.is_last = scan.must_lie_ahead = False
    scan.has_tag = False
    scan.hinge = scan.trailing = ""
    scan.words = scan.near = 0


def extend_label(scan: Scan, token: Token) -> None:
    """Add a word to the name of the next date."""
    first = scan.label[0] if scan.label else token.start
    scan.label = first, token.end


def claim_label(scan: Scan) -> None:
    """Give the words since the last date to it, too: they may name it from behind."""
    points = scan.facts.points
    if points and points[-1].clause == scan.clause and points[-1].after is None:
        points[-1].after = scan.label
