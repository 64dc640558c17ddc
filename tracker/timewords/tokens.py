"""A word of a timescale with what it means and where it stands.

Owns the value that every step from `shapes` to `scan` passes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.timewords.lexicon import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.periods import Period

DATED = frozenset({Word.DATE, Word.RANGE, Word.FINANCIAL_YEAR, Word.YEAR})
"""Whole dates."""


class Token(NamedTuple):
    """A word, phrase or date of a timescale, and where it stands."""

    word: Word
    start: int = 0
    end: int = 0
    text: str = ""
    """The phrase; for a fault the reason; for a repetition its rule."""
    period: Period | None = None
    numbers: tuple[int, ...] = ()
    """The parts of a date: of a whole one those that another may borrow from it."""
    is_adjective: bool = False
    """A repetition that describes the noun after it, if one follows: an annual report."""
    is_loose: bool = False
    """The longer of two lengths of time."""


def fault(reason: str, first: Token | None = None, last: Token | None = None) -> Token:
    """Return a date that cannot be, with the reason; it takes the place of the words it is of."""
    return Token(Word.FAULT, first.start if first else 0, last.end if last else 0, reason)


def joined(first: Token, last: Token, period: Period, *numbers: int) -> Token:
    """Return two tokens as one date."""
    return Token(Word.DATE, min(first.start, last.start), last.end, "", period, numbers)


def word_at(tokens: Sequence[Token], index: int) -> Word | None:
    """Return what the word at a place does; None beyond either end."""
    return tokens[index].word if -len(tokens) <= index < len(tokens) else None
