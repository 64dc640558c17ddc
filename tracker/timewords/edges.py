"""Applying `before`, `end of` and `mid` to a date, and making a range of two.

Owns which day such words leave as the last one, and which of them leave none certain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import periods
from tracker.timewords.lexicon import Word
from tracker.timewords.lists import RANGING, range_of
from tracker.timewords.tokens import DATED, Token, fault, joined, word_at

if TYPE_CHECKING:
    from tracker.periods import Period

EDGES = frozenset({Word.END, Word.LATE, Word.MID, Word.EARLY, Word.OUTSET, Word.WEEK, Word.BEFORE})


def apply_edges(tokens: list[Token]) -> list[Token]:
    """Apply `before`, `end of`, `mid` and their like to the date right after them."""
    made: list[Token] = []
    for token in tokens:
        edged = token
        while edged.word in DATED and _is_edge(made):
            if made[-1].word is Word.DASH:
                made.pop()
            edge = made.pop()
            edged = _bounded(edge, edged, before=word_at(made, -1))
        made.append(edged)
    return made


def _is_edge(made: list[Token]) -> bool:
    """Tell whether the last token, or the one before its hyphen, bears on the date after it."""
    return word_at(made, -2 if word_at(made, -1) is Word.DASH else -1) in EDGES


def _bounded(edge: Token, token: Token, *, before: Word | None) -> Token:
    """Return a date as the word before it bounds it; its text remembers that word."""
    period = token.period and _bound(edge, token, token.period, before=before)
    if period is None:
        return fault(f"“{edge.text}” names no certain day", edge, token)
    kind = Word.RANGE if token.word is Word.RANGE else Word.DATE
    return joined(edge, token, period)._replace(word=kind, text=str(edge.word))


def _bound(edge: Token, token: Token, period: Period, *, before: Word | None) -> Period | None:
    is_single = token.word is not Word.RANGE
    bound = None
    match edge.word:
        case Word.END if token.word is not Word.YEAR or "year" not in edge.text:
            bound = period
        case Word.LATE if is_single:
            bound = periods.late_in(period)
        case Word.MID if is_single:
            bound = periods.middle_of(period)
        case Word.OUTSET if edge.text.startswith("by") or before in {Word.BEFORE, Word.FROM}:
            bound = periods.start_of(period)
        case Word.WEEK if is_single and period.first == period.last:
            bound = periods.week_of(period)
        case Word.BEFORE if token.text == Word.END:
            bound = period
        case Word.BEFORE if token.text not in {Word.LATE, Word.MID, Word.BEFORE}:
            bound = periods.before(period)
        case _:
            pass
    return bound


def make_ranges(tokens: list[Token]) -> list[Token]:
    """Make one range of two dates between which a dash or `to` stands."""
    made: list[Token] = []
    for token in tokens:
        if token.word in DATED and word_at(made, -2) in DATED and _stretches(made):
            joint, first = made.pop(), made.pop()
            made.append(_stretch(first, token, exact=joint.word is not Word.SLASH))
        else:
            made.append(token)
        if made[-1].word is Word.RANGE and word_at(made, -2) is Word.BETWEEN:
            del made[-2]
    return made


def _stretches(made: list[Token]) -> bool:
    """Tell whether the last two tokens are the first date of a range and its joint."""
    opening = word_at(made, -3)
    if made[-1].word is Word.AND:
        return opening is Word.BETWEEN
    return made[-1].word in RANGING and opening is not Word.WAS


def _stretch(first: Token, last: Token, *, exact: bool) -> Token:
    mixed = Word.YEAR in {first.word, last.word} or Word.RANGE in {first.word, last.word}
    if mixed or first.period is None or last.period is None:
        return fault("the two dates make no certain range", first, last)
    return range_of(first, last, first.period, last.period, exact=exact)
