"""Joining what belongs together, until every part of a date has found its whole.

Owns the order in which that is done, and lengths of time and `every`. After it, whatever part of a
date is left has no year. Leaves what the dates are for to `scan`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import periods
from tracker.timewords.edges import EDGES, apply_edges, make_ranges
from tracker.timewords.lexicon import Word
from tracker.timewords.lists import BORROWERS, RANGING, lend_years
from tracker.timewords.numbering import tell_numbers
from tracker.timewords.parts import PARTS, confirm_quarters, join_years
from tracker.timewords.tokens import Token, fault, joined, word_at

if TYPE_CHECKING:
    from tracker.periods import Period

_DAYS_IN_MONTH = 31
"""To put two lengths of time in order."""


def join_dates(tokens: list[Token], low: str) -> list[Token]:
    """Join the parts of dates until none that fits another is left.

    Args:
        tokens: The words of the timescale.
        low: The text in lower case that they were found in.
    """
    if len(tokens) > 1:
        tokens = tell_numbers(tokens, low)
        for needs, join in _STEPS:
            if any(token.word in needs for token in tokens):
                tokens = join(tokens)
    return tokens


def _repeated(tokens: list[Token]) -> list[Token]:
    """Join `every` to the length of time or the month after it."""
    made: list[Token] = []
    for token in tokens:
        if word_at(made, -1) is not Word.EVERY:
            made.append(token)
        elif token.word is Word.SPAN and not token.is_loose:
            made[-1] = made[-1]._replace(word=Word.REPEAT, end=token.end, text=_rule(token))
        else:
            is_date = token.word in {Word.MONTH, Word.DAY, Word.END}
            kind, text = (Word.REPEAT, "FREQ=YEARLY") if is_date else (Word.UNKNOWN, "every")
            made[-1] = made[-1]._replace(word=kind, text=text)
            made.append(token)
    return made


def _rule(span: Token) -> str:
    days, months = span.numbers
    if months:
        unit, count = ("YEARLY", months // 12) if months % 12 == 0 else ("MONTHLY", months)
    else:
        unit, count = ("WEEKLY", days // 7) if days % 7 == 0 else ("DAILY", days)
    return f"FREQ={unit}" if count == 1 else f"FREQ={unit};INTERVAL={count}"


def _counted(tokens: list[Token]) -> list[Token]:
    """Join lengths of time: to a longer one, or to the day from which they count."""
    made: list[Token] = []
    for token in tokens:
        span = made[-2] if word_at(made, -2) is Word.SPAN else None
        if span and token.word is Word.SPAN and made[-1].word in {Word.DASH, Word.TO}:
            longer = _length(token) > _length(span)
            reason = "the second length of time is the shorter one"
            made[-2:] = [token if longer else fault(reason, span, token)]
        elif span and token.word is Word.DATE and token.period and _counts_from(made[-1]):
            made[-2:] = [_from_day(span, token, token.period)]
        else:
            made.append(token)
    return made


def _length(span: Token) -> int:
    days, months = span.numbers
    return days + months * _DAYS_IN_MONTH


def _counts_from(token: Token) -> bool:
    return token.word is Word.FROM or token.text in {"of", "after", "following"}


def _from_day(span: Token, token: Token, day: Period) -> Token:
    days, months = span.numbers
    if day.first != day.last or day.phrase:
        return fault("it counts from no single day", span, token)
    period = periods.after(day, days=days, months=months, length=span.text)
    return joined(span, token, period)


_STEPS = (
    (frozenset({Word.EVERY}), _repeated),
    (PARTS, join_years),
    (BORROWERS, lend_years),
    (EDGES, apply_edges),
    (RANGING | {Word.BETWEEN}, make_ranges),
    (PARTS, confirm_quarters),
    (frozenset({Word.SPAN}), _counted),
)
"""What is done in turn, and the words without which a step would change nothing."""
