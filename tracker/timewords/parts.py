"""Joining quarters, halves and seasons to their year: `Q4` and `2021/22`.

Owns which of them a calendar year, a financial year or neither makes whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import periods
from tracker.timewords.lexicon import Word
from tracker.timewords.tokens import Token, fault, joined, word_at

if TYPE_CHECKING:
    from tracker.periods import Period

_YEARS = frozenset({Word.FINANCIAL_YEAR, Word.YEAR})
PARTS = frozenset({Word.QUARTER, Word.HALF, Word.SEASON})
_LOOSE = frozenset({Word.LINK, Word.COMMA, Word.DASH})


def join_years(tokens: list[Token]) -> list[Token]:
    """Join quarters, halves and seasons to the year after or before them."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.word not in PARTS:
            made.append(token)
        elif size := _year_after(tokens, at):
            year = next(other for other in tokens[at:] if other.word in _YEARS)
            made.append(_whole(token, year, last=tokens[at + size - 1]))
            at += size
        elif size := _year_before(made, following=word_at(tokens, at)):
            at += made[-1].word is Word.OPEN
            year = made[-size]
            del made[-size:]
            made.append(_whole(token, year, last=token))
        else:
            made.append(token)
    return made


def confirm_quarters(tokens: list[Token]) -> list[Token]:
    """Drop a quarter without a year beside the months that it is: `Q4 (Jan - Mar 2022)`."""
    made: list[Token] = []
    for token in tokens:
        made.append(token)
        if token.word is not Word.CLOSE or word_at(made, -3) is not Word.OPEN or len(made) < 4:
            continue
        one, _, two, _ = made[-4:]
        if one.word is Word.QUARTER and _is_quarter(one, two.period):
            made[-4:] = [two]
        elif two.word is Word.QUARTER and _is_quarter(two, one.period):
            made[-4:] = [one]
    return made


def _is_quarter(part: Token, period: Period | None) -> bool:
    if period is None:
        return False
    year, number = period.first.year, part.numbers[0]
    named = (
        periods.calendar_quarter(year, number),
        periods.financial_quarter(year, number),
        periods.financial_quarter(year - 1, number),
    )
    return any((other.first, other.last) == (period.first, period.last) for other in named)


def _year_after(tokens: list[Token], at: int) -> int:
    """Return how many of the next tokens are a year and its joints."""
    if word_at(tokens, at) is Word.OPEN and word_at(tokens, at + 1) in _YEARS:
        return 3 if word_at(tokens, at + 2) is Word.CLOSE else 0
    size = 0
    while size < 2 and word_at(tokens, at + size) in _LOOSE:
        size += 1
    return size + 1 if word_at(tokens, at + size) in _YEARS else 0


def _year_before(made: list[Token], *, following: Word | None) -> int:
    """Return how many of the last tokens are a year and its joint."""
    if word_at(made, -1) in _YEARS:
        return 1
    fits = word_at(made, -1) in _LOOSE or (
        word_at(made, -1) is Word.OPEN and following is Word.CLOSE
    )
    return 2 if fits and word_at(made, -2) in _YEARS else 0


def _whole(part: Token, year: Token, *, last: Token) -> Token:
    first = part if part.start < year.start else year
    begins = year.numbers[0]
    period = _season(part, year) if part.word is Word.SEASON else _share(part, year)
    if period is None:
        reason = f"it is not certain which part of {begins} the {part.word} is"
        return fault(reason, first, last)
    lends = part.word is Word.SEASON or year.word is Word.FINANCIAL_YEAR
    return joined(first, last, period, begins) if lends else joined(first, last, period)


def _season(part: Token, year: Token) -> Period | None:
    spans_years = part.text == "winter"
    if spans_years is (year.word is Word.FINANCIAL_YEAR):
        return periods.season_of(year.numbers[0], part.text)
    return None


def _share(part: Token, year: Token) -> Period | None:
    """Return a quarter or half of a year; a calendar year must be said to be one."""
    begins, number = year.numbers[0], part.numbers[0]
    is_quarter = part.word is Word.QUARTER
    if year.word is Word.FINANCIAL_YEAR:
        found = periods.financial_quarter if is_quarter else periods.financial_half
    elif year.text or part.text:
        found = periods.calendar_quarter if is_quarter else periods.calendar_half
    else:
        return None
    return found(begins, number)
