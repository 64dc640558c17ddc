"""Giving parts the year of the date that ends their list: `June and September 2021`.

Owns what may borrow from what, and whether such a list makes several dates or one range.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker import periods
from tracker.kinds import Precision
from tracker.timewords.lexicon import Word
from tracker.timewords.tokens import Token, fault, joined, word_at

if TYPE_CHECKING:
    from tracker.periods import Period

RANGING = frozenset({Word.DASH, Word.TO, Word.SLASH, Word.UNTIL})
"""What may stand between the two ends of a range."""
_LISTING = frozenset({Word.AND, Word.COMMA})
_MARKS = _LISTING | RANGING
_LONGEST = 40
"""Words of a list; what is longer names no dates."""
BORROWERS = {
    Word.MONTH: (Precision.MONTH, 1),
    Word.DAY: (Precision.DAY, 2),
    Word.NUMBER: (Precision.DAY, 2),
    Word.QUARTER: (Precision.QUARTER, 1),
    Word.SEASON: (Precision.SEASON, 1),
}
"""What may borrow its year, from which sort of date, which lends how many figures."""


def lend_years(tokens: list[Token]) -> list[Token]:
    """Give parts the year of the date that ends their list: `June and September 2021`."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _list_size(tokens, at) if tokens[at].word in BORROWERS else 0
        if size:
            made.extend(_lent(tokens[at : at + size], between=word_at(made, -1) is Word.BETWEEN))
        else:
            made.append(tokens[at])
        at += size or 1
    return made


def _list_size(tokens: list[Token], at: int) -> int:
    """Return how long the list is that begins here and ends with a date that can lend."""
    kind = tokens[at].word
    precision, figures = BORROWERS[kind]
    index = at + 1
    while index - at < _LONGEST and word_at(tokens, index) in _MARKS:
        index += 1
        if word_at(tokens, index) is Word.AND:
            index += 1
        if index >= len(tokens):
            return 0
        following = tokens[index]
        if following.word is Word.DATE and following.period:
            fits = following.period.precision is precision and len(following.numbers) == figures
            return index - at + 1 if fits else 0
        if following.word is not kind:
            return 0
        index += 1
    return 0


def _lent(tokens: list[Token], *, between: bool) -> list[Token]:
    """Return a list of parts and their lender as whole dates, or as the range that they make."""
    *parts, lender = tokens
    marks = {token.word for token in parts} & _MARKS
    is_range = between or marks <= RANGING
    dates = [_lend(token, lender.numbers) for token in parts if token.word in BORROWERS]
    if is_range and dates[0] and lender.period and dates[0].first > lender.period.first:
        year, *others = lender.numbers
        dates = [_lend(tokens[0], (year - 1, *others)), *dates[1:]]
    whole = [period for period in (*dates, lender.period) if period]
    rising = all(one.last < two.first for one, two in pairwise(whole))
    if len(whole) <= len(dates) or not rising or not (is_range or marks <= _LISTING):
        return [fault("the dates that are named together do not fit", tokens[0], lender)]
    if is_range:
        exact = Word.SLASH not in marks
        return [range_of(tokens[0], lender, whole[0], whole[-1], exact=exact)]
    made = iter(whole)
    return [
        token if token.word in _MARKS else token._replace(word=Word.DATE, period=next(made))
        for token in tokens
    ]


def _lend(token: Token, figures: tuple[int, ...]) -> Period | None:
    """Return the whole date of a part with the figures that it borrows."""
    year = figures[0]
    match token.word:
        case Word.MONTH:
            return periods.month_of(year, token.numbers[0])
        case Word.DAY:
            return periods.day_of(year, token.numbers[1], token.numbers[0])
        case Word.NUMBER:
            return periods.day_of(year, figures[1], token.numbers[0])
        case Word.QUARTER:
            return periods.financial_quarter(year, token.numbers[0])
        case _:
            return periods.season_of(year, token.text)


def range_of(first: Token, last: Token, begin: Period, end: Period, *, exact: bool) -> Token:
    """Return one stretch of time; where it is not exact, its first day is no stated beginning."""
    period = periods.span_of(begin, end)
    if period is None:
        return fault("the second date lies before the first", first, last)
    return joined(first, last, period)._replace(word=Word.RANGE if exact else Word.DATE)
