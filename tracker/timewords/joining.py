"""Joining the parts of dates: `Q4` and `2021/22`, `June and September 2021`, `mid` and `June 2021`.

Owns what two dates or parts beside each other mean together, and the refusal of those that do not
fit. After it, whatever part of a date is left has no year. Leaves what the dates are for to
`timescale_grammar`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker import periods
from tracker.kinds import Precision
from tracker.timewords.shapes import Token
from tracker.timewords.lexicon import NUMBERED, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.periods import Period

DATED = frozenset({Word.DATE, Word.RANGE, Word.FINANCIAL_YEAR, Word.YEAR})
_YEARS = frozenset({Word.FINANCIAL_YEAR, Word.YEAR})
_PARTS = frozenset({Word.QUARTER, Word.HALF, Word.SEASON})
_LOOSE = frozenset({Word.LINK, Word.COMMA, Word.DASH})
_BORROWERS = {
    Word.MONTH: (Precision.MONTH, 1),
    Word.DAY: (Precision.DAY, 2),
    Word.NUMBER: (Precision.DAY, 2),
    Word.QUARTER: (Precision.QUARTER, 1),
    Word.SEASON: (Precision.SEASON, 1),
}
"""What may borrow its year, from which sort of date, which lends how many figures."""
_LISTING = frozenset({Word.AND, Word.COMMA})
_RANGING = frozenset({Word.DASH, Word.TO, Word.SLASH, Word.UNTIL})
_MARKS = _LISTING | _RANGING
_EDGES = frozenset({Word.END, Word.LATE, Word.MID, Word.EARLY, Word.OUTSET, Word.WEEK, Word.BEFORE})
_LONE_FIGURE = re.compile(r"\d(?: of)?[ -]?[a-z]{3}(?<!st|nd|rd|th)")
_ENOUGH_DAYS = 31
"""Days in a month, to put two lengths of time in order."""


def join_dates(tokens: list[Token], low: str) -> list[Token]:
    """Join the parts of dates until none that fits another is left.

    Args:
        tokens: The words of the timescale.
        low: The text in lower case that they were found in.
    """
    tokens = _numbered(tokens, low)
    if len(tokens) > 1:
        for join in (_repeated, _with_years, _borrowed, _edged, _stretched, _counted):
            tokens = join(tokens)
    return tokens


def _at(tokens: Sequence[Token], index: int) -> Word | None:
    return tokens[index].word if -len(tokens) <= index < len(tokens) else None


def _fault(reason: str, first: Token, last: Token) -> Token:
    return Token(Word.FAULT, first.start, last.end, reason)


def _joined(first: Token, last: Token, period: Period, *numbers: int) -> Token:
    return Token(Word.DATE, min(first.start, last.start), last.end, "", period, numbers)


def _numbered(tokens: list[Token], low: str) -> list[Token]:
    """Tell numbers that belong to the word before them, as in `Phase 2`, from days."""
    made: list[Token] = []
    for token in tokens:
        counted = bool(made) and token.numbers and _counts(made[-1])
        if counted and token.word is Word.NUMBER:
            made.append(token._replace(word=Word.UNKNOWN, numbers=()))
        elif counted and _LONE_FIGURE.match(low, token.start, token.end):
            made.append(_fault("its first figure may belong to the word before", made[-1], token))
        else:
            made.append(token)
    return made


def _counts(token: Token) -> bool:
    last = token.text.rsplit(" ", 1)[-1]
    return last in NUMBERED or last.removesuffix("s") in NUMBERED


def _repeated(tokens: list[Token]) -> list[Token]:
    """Join `every` to the length of time or the month after it."""
    made: list[Token] = []
    for token in tokens:
        if _at(made, -1) is not Word.EVERY:
            made.append(token)
        elif token.word is Word.SPAN:
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


def _with_years(tokens: list[Token]) -> list[Token]:
    """Join quarters, halves and seasons to the year after or before them."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.word not in _PARTS:
            made.append(token)
        elif size := _year_after(tokens, at):
            year = next(other for other in tokens[at:] if other.word in _YEARS)
            made.append(_whole(token, year, last=tokens[at + size - 1]))
            at += size
        elif size := _year_before(made, following=_at(tokens, at)):
            at += made[-1].word is Word.OPEN
            year = made[-size]
            del made[-size:]
            made.append(_whole(token, year, last=token))
        else:
            made.append(token)
    return made


def _year_after(tokens: list[Token], at: int) -> int:
    """Return how many of the next tokens are a year and its joints."""
    if _at(tokens, at) is Word.OPEN and _at(tokens, at + 1) in _YEARS:
        return 3 if _at(tokens, at + 2) is Word.CLOSE else 0
    size = 0
    while size < 2 and _at(tokens, at + size) in _LOOSE:
        size += 1
    return size + 1 if _at(tokens, at + size) in _YEARS else 0


def _year_before(made: list[Token], *, following: Word | None) -> int:
    """Return how many of the last tokens are a year and its joint."""
    if _at(made, -1) in _YEARS:
        return 1
    fits = _at(made, -1) in _LOOSE or (_at(made, -1) is Word.OPEN and following is Word.CLOSE)
    return 2 if fits and _at(made, -2) in _YEARS else 0


def _whole(part: Token, year: Token, *, last: Token) -> Token:
    begins = year.numbers[0]
    first = part if part.start < year.start else year
    is_financial = year.word is Word.FINANCIAL_YEAR
    if part.word is Word.SEASON:
        if is_financial == (part.text == "winter"):
            return _joined(first, last, periods.season_of(begins, part.text), begins)
        return _fault(f"it is not certain in which year {part.text} is meant", first, last)
    number = part.numbers[0]
    if part.word is Word.QUARTER and is_financial:
        return _joined(first, last, periods.financial_quarter(begins, number), begins)
    if part.word is Word.QUARTER and year.text:
        return _joined(first, last, periods.calendar_quarter(begins, number))
    if part.word is Word.HALF and is_financial:
        return _joined(first, last, periods.financial_half(begins, number))
    if part.word is Word.HALF and (part.text or year.text):
        return _joined(first, last, periods.calendar_half(begins, number))
    reason = f"{begins} may be the calendar year or a financial year, which begins in April"
    return _fault(reason, first, last)


def _borrowed(tokens: list[Token]) -> list[Token]:
    """Give parts the year of the date that ends their list: `June and September 2021`."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _list_size(tokens, at) if tokens[at].word in _BORROWERS else 0
        if size:
            made.extend(_lent(tokens[at : at + size], between=_at(made, -1) is Word.BETWEEN))
        else:
            made.append(tokens[at])
        at += size or 1
    return made


def _list_size(tokens: list[Token], at: int) -> int:
    """Return how long the list is that begins here and ends with a date that can lend."""
    kind = tokens[at].word
    precision, figures = _BORROWERS[kind]
    index = at + 1
    while _at(tokens, index) in _MARKS:
        index += 1
        if _at(tokens, index) is Word.AND:
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
    is_range = between or marks <= _RANGING
    dates = [_lend(token, lender.numbers) for token in parts if token.word in _BORROWERS]
    if is_range and dates[0] and lender.period and dates[0].first > lender.period.first:
        year, *others = lender.numbers
        dates = [_lend(tokens[0], (year - 1, *others)), *dates[1:]]
    whole = [period for period in (*dates, lender.period) if period]
    rising = all(one.last < two.first for one, two in zip(whole, whole[1:], strict=False))
    if len(whole) <= len(dates) or not rising or not (is_range or marks <= _LISTING):
        return [_fault("the dates that are named together do not fit", tokens[0], lender)]
    if is_range:
        exact = Word.SLASH not in marks
        return [_range_of(tokens[0], lender, whole[0], whole[-1], exact=exact)]
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


def _range_of(first: Token, last: Token, begin: Period, end: Period, *, exact: bool) -> Token:
    """Return one stretch of time; where it is not exact, its first day is no stated beginning."""
    period = periods.span_of(begin, end)
    if period is None:
        return _fault("the second date lies before the first", first, last)
    return _joined(first, last, period)._replace(word=Word.RANGE if exact else Word.DATE)


def _edged(tokens: list[Token]) -> list[Token]:
    """Apply `before`, `end of`, `mid` and their like to the date right after them."""
    made: list[Token] = []
    for token in tokens:
        edged = token
        while edged.word in DATED and _is_edge(made):
            if made[-1].word is Word.DASH:
                made.pop()
            edge = made.pop()
            edged = _bounded(edge, edged, before=_at(made, -1))
        made.append(edged)
    return made


def _is_edge(made: list[Token]) -> bool:
    """Tell whether the last token, or the one before its hyphen, bears on the date after it."""
    return _at(made, -2 if _at(made, -1) is Word.DASH else -1) in _EDGES


def _bounded(edge: Token, token: Token, *, before: Word | None) -> Token:
    """Return a date as the word before it bounds it; its text remembers that word."""
    period = token.period and _bound(edge, token, token.period, before=before)
    if period is None:
        return _fault(f"“{edge.text}” names no certain day", edge, token)
    kind = Word.RANGE if token.word is Word.RANGE else Word.DATE
    return _joined(edge, token, period)._replace(word=kind, text=str(edge.word))


def _bound(edge: Token, token: Token, period: Period, *, before: Word | None) -> Period | None:
    is_single = token.word is not Word.RANGE
    match edge.word:
        case Word.END if token.word is not Word.YEAR or "year" not in edge.text:
            return period
        case Word.LATE if is_single:
            return periods.late_in(period)
        case Word.MID if is_single:
            return periods.middle_of(period)
        case Word.OUTSET if edge.text.startswith("by") or before in {Word.BEFORE, Word.FROM}:
            return periods.start_of(period)
        case Word.WEEK if is_single and period.first == period.last:
            return periods.week_of(period)
        case Word.BEFORE if token.text == Word.END:
            return period
        case Word.BEFORE if token.text in {"", Word.OUTSET}:
            return periods.before(period)
        case _:
            return None


def _stretched(tokens: list[Token]) -> list[Token]:
    """Make one range of two dates between which a dash or `to` stands."""
    made: list[Token] = []
    for token in tokens:
        if token.word in DATED and _at(made, -2) in DATED and _stretches(made):
            joint, first = made.pop(), made.pop()
            made.append(_stretch(first, token, exact=joint.word is not Word.SLASH))
        else:
            made.append(token)
        if made[-1].word is Word.RANGE and _at(made, -2) is Word.BETWEEN:
            del made[-2]
    return made


def _stretches(made: list[Token]) -> bool:
    """Tell whether the last two tokens are the first date of a range and its joint."""
    opening = _at(made, -3)
    if made[-1].word is Word.AND:
        return opening is Word.BETWEEN
    return made[-1].word in _RANGING and opening is not Word.WAS


def _stretch(first: Token, last: Token, *, exact: bool) -> Token:
    mixed = Word.YEAR in {first.word, last.word} or Word.RANGE in {first.word, last.word}
    if mixed or first.period is None or last.period is None:
        return _fault("the two dates make no certain range", first, last)
    return _range_of(first, last, first.period, last.period, exact=exact)


def _counted(tokens: list[Token]) -> list[Token]:
    """Join lengths of time: to a longer one, or to the day from which they count."""
    made: list[Token] = []
    for token in tokens:
        span = made[-2] if _at(made, -2) is Word.SPAN else None
        if span and token.word is Word.SPAN and made[-1].word in {Word.DASH, Word.TO}:
            longer = _length(token) > _length(span)
            reason = "the second length of time is the shorter one"
            made[-2:] = [token if longer else _fault(reason, span, token)]
        elif span and token.word is Word.DATE and token.period and _counts_from(made[-1]):
            made[-2:] = [_from_day(span, token, token.period)]
        else:
            made.append(token)
    return made


def _length(span: Token) -> int:
    days, months = span.numbers
    return days + months * _ENOUGH_DAYS


def _counts_from(token: Token) -> bool:
    return token.word is Word.FROM or token.text in {"of", "after", "following"}


def _from_day(span: Token, token: Token, day: Period) -> Token:
    days, months = span.numbers
    if day.first != day.last or day.phrase:
        return _fault("it counts from no single day", span, token)
    try:
        period = periods.after(day, days=days, months=months, length=span.text)
    except (OverflowError, ValueError):
        return _fault("it ends beyond the calendar", span, token)
    return _joined(span, token, period)
