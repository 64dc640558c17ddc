"""Dates and lengths of time as printed: the shapes in which a text gives them.

Owns the patterns of dates (`30/06/2021`, `Sept '21`, `2021/22`) and of their parts (`Q4`, `June`),
and the refusal of those that cannot be. Leaves joining the parts, and all other words, to
`timescale_words` and `timescale_grammar`.

Every pattern is bounded in length and begins at a figure or letter before which no other stands,
so that reading takes a time in proportion to the text, however hostile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker import periods
from tracker.dates import MONTHS
from tracker.kinds import Precision
from tracker.timewords.lexicon import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.periods import Period

USUAL_YEAR = 2022
"""The middle of the years of which these papers speak, where no as-at date says better."""
_BACK, _AHEAD = 25, 40
"""How far from the as-at date a year may lie before it is taken for a slip of the pen."""
_NEAR_BACK, _NEAR_AHEAD = 5, 6
"""The same for two figures that might also be a day: `June 30`."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "eighteen": 18,
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY = (
    r"(?:(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nes(?:day)?)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:ur(?:day)?)?|sun(?:day)?)[.,]{0,2} (?:the )?)?"
)
_NTH = r"(?:st|nd|rd|th)"
_THEN_MONTH = rf" ?{_NTH}?(?: of)? ?{_MONTH}"
_THEN_UNIT = r" ?(?:day|week|wk|month|mth|year|yr)"
_NOT_SPLIT = rf"(?! ?[/-] ?'?\d\d(?:\d\d)?(?!\d)(?![/.-]\d)(?!{_THEN_MONTH})(?!{_THEN_UNIT}))"
"""No second year after it, as in `June 2021/22`."""
_LONG_YEAR = rf"'?(\d{{4}})(?!\d){_NOT_SPLIT}"
_SHORT_YEAR = rf"(\d\d)(?!\d|{_NTH}|%|[/.:]\d)(?!{_THEN_MONTH})(?!{_THEN_UNIT}){_NOT_SPLIT}"
_THEN_YEAR = rf"(?:(, ?|\. | of |[ /-]|)(?:{_LONG_YEAR}|('?){_SHORT_YEAR}))"
_DAY_MONTH = rf"(\d{{1,2}}) ?{_NTH}?(?: day)?(?: of |[ /-]|\.(?! ))?({_MONTH})"
_CLOCK = r"(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?z?)?"
_COUNT = rf"(\d{{1,3}}|{'|'.join(_COUNTS)})"
_FINANCIAL = r"(?:f/?y|(?:financial|fiscal|reporting|accounting) years?)"
_SPLIT_END = rf"(?!\d)(?![/.-]\d)(?!{_THEN_MONTH})(?!{_THEN_UNIT})( {_FINANCIAL})?"

_HEAD = (
    r"(?=\d|'\d|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|[mfs][oura][nit]|tue|wed|thu"
    rf"|f/?y|fi[nrs]|rep|acc|q|h[12]|last|se[cp]|thi|fou|spr|sum|aut|win|cal|year|the|{'|'.join(_COUNTS)})"
)
"""How a shape can begin: most words are passed over by this alone."""


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
    phrase: str = ""
    """The words of a repetition."""


def find_dates(text: str, *, centre: int) -> Iterator[Token]:
    """Find the dates, parts of dates and lengths of time in a text.

    Args:
        text: The cleaned text in lower case.
        centre: The year of the as-at date.
    """
    for match in _PATTERN.finditer(text):
        name = match.lastgroup or ""
        offset, read = _READERS[name]
        groups = match.groups()[offset : offset + _SIZES[name]]
        yield read(groups, centre)._replace(start=match.start(), end=match.end())


def _fault(reason: str) -> Token:
    return Token(Word.FAULT, text=reason)


def _year(figures: str, centre: int) -> int | None:
    year = int(figures) + (2000 if len(figures) == 2 else 0)
    plausible = centre - _BACK <= year <= centre + _AHEAD
    return year if plausible and _FIRST_YEAR <= year <= _LAST_YEAR else None


def _far(figures: str) -> Token:
    return _fault(f"the year {figures} is too far away to be meant")


def _day(year: str, month: int, day: str, centre: int) -> Token:
    known = _year(year, centre)
    if known is None:
        return _far(year)
    period = periods.day_of(known, month, int(day))
    if period is None:
        named = f" {MONTHS[month - 1]}" if 1 <= month <= 12 else f"/{month:02d}/"
        return _fault(f"there is no {int(day)}{named} {known}".replace("/ ", "/"))
    return Token(Word.DATE, period=period, numbers=(known, month))


def _month(year: str, month: int, centre: int) -> Token:
    known = _year(year, centre)
    if known is None:
        return _far(year)
    period = periods.month_of(known, month)
    if period is None:
        return _fault(f"there is no month {month}")
    return Token(Word.DATE, period=period, numbers=(known,))


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


Groups = tuple[str, ...]
"""What a pattern caught; groups that took no part are None, and are only tested."""


def _read_iso(groups: Groups, centre: int) -> Token:
    year, _, month, day = groups
    return _day(year, int(month), day, centre)


def _read_figures(groups: Groups, centre: int) -> Token:
    day, _, month, year = groups
    return _day(year, int(month), day, centre)


def _read_day_month(groups: Groups, centre: int) -> Token:
    weekday, day, name, between, long_year, mark, short_year = groups
    month = _month_number(name)
    if not (long_year or short_year):
        return Token(Word.DAY, numbers=(int(day), month))
    if short_year and not mark and between == " " and not _is_near(short_year, centre):
        return _fault(f"'{short_year}' may or may not be a year")
    return _check_weekday(_day(long_year or short_year, month, day, centre), weekday)


def _read_month_day_year(groups: Groups, centre: int) -> Token:
    weekday, name, day, year = groups
    return _check_weekday(_day(year, _month_number(name), day, centre), weekday)


def _check_weekday(token: Token, weekday: str | None) -> Token:
    if token.period is None or not weekday:
        return token
    actual = _WEEKDAYS[token.period.first.weekday()]
    if actual.lower().startswith(weekday[:3]):
        return token
    return _fault(f"{token.period.name} is a {actual}, not the day of the week that is printed")


def _read_month_nth(groups: Groups, centre: int) -> Token:
    del centre
    name, day = groups
    return Token(Word.DAY, numbers=(int(day), _month_number(name)))


def _read_month_year(groups: Groups, centre: int) -> Token:
    name, between, long_year, mark, short_year = groups
    month = _month_number(name)
    if not (long_year or short_year):
        return Token(Word.MONTH, numbers=(month,))
    loose = short_year and not mark and between not in {"-", "/"}
    if loose and not _is_near(short_year, centre):
        return _fault(f"'{short_year}' may be the day or the year")
    return _month(long_year or short_year, month, centre)


def _is_near(figures: str, centre: int) -> bool:
    return centre - _NEAR_BACK <= 2000 + int(figures) <= centre + _NEAR_AHEAD


def _read_figure_month(groups: Groups, centre: int) -> Token:
    month, year = groups
    return _month(year, int(month), centre)


def _read_split_year(groups: Groups, centre: int) -> Token:
    """Read `2021/22` and its like, in which the second year must follow the first."""
    before, first, mark, second, after = groups
    named = bool(before or after)
    year = _year(first, centre)
    if year is None:
        return _far(first)
    if int(second) % 100 == (year + 1) % 100 and (len(second) == 2 or int(second) == year + 1):
        return _split_year(year, first, mark, second, named=named)
    if mark == "-" and len(first) == 4 and len(second) == 2 and 1 <= int(second) <= 12:
        return _month(first, int(second), centre)
    return _fault(f"{first}{mark}{second} is no financial year")


def _split_year(year: int, first: str, mark: str, second: str, *, named: bool) -> Token:
    if not named and mark == "-" and len(second) == 4:
        return _fault(f"{first}-{second} may be a financial year or two calendar years")
    if not named and len(first) == 2 and int(second) <= 12:
        return _fault(f"{first}/{second} may be a financial year or a day and month")
    return Token(Word.FINANCIAL_YEAR, period=periods.financial_year(year), numbers=(year,))


def _read_single_financial_year(groups: Groups, centre: int) -> Token:
    del centre
    return _fault(
        f"the financial year {groups[0] or groups[1]} may begin or end in the year that is printed"
    )


def _read_quarter(groups: Groups, centre: int) -> Token:
    del centre
    figure, nth, name = groups
    return Token(Word.QUARTER, numbers=(int(figure or nth or _ORDINALS[name]),))


def _read_half(groups: Groups, centre: int) -> Token:
    del centre
    figure, name = groups
    half = int(figure) if figure else 1 if name in {"first", "1st"} else 2
    return Token(Word.HALF, numbers=(half,), text=name or "")


def _read_season(groups: Groups, centre: int) -> Token:
    name, _, long_year, _, short_year = groups
    figures = long_year or short_year
    if not figures:
        return Token(Word.SEASON, text=name)
    year = _year(figures, centre)
    if year is None:
        return _far(figures)
    if name == "winter":
        return _fault(f"winter {year} may begin or end in that year")
    return Token(Word.DATE, period=periods.season_of(year, name), numbers=(year,))


def _read_span(groups: Groups, centre: int) -> Token:
    """Read a length of time as (days, months); of two lengths the longer holds."""
    del centre
    first, second, unit = groups
    counts = [_COUNTS.get(count) or int(count) for count in (first, second) if count]
    if sorted(counts) != counts:
        return _fault("the second length of time is the shorter one")
    days, months, kind = _UNITS[unit[0]]
    return Token(
        Word.SPAN, numbers=(counts[-1] * days, counts[-1] * months), text=f"{counts[-1]} {kind}"
    )


_UNITS = {"d": (1, 0, "days"), "w": (7, 0, "weeks"), "m": (0, 1, "months"), "y": (0, 12, "years")}


def _read_year(groups: Groups, centre: int) -> Token:
    before, figures, after = groups
    year = _year(figures, centre)
    if year is None:
        return _far(figures)
    said = "calendar" if before or after else ""
    return Token(Word.YEAR, text=said, period=periods.calendar_year(year), numbers=(year,))


def _read_number(groups: Groups, centre: int) -> Token:
    del centre
    return Token(Word.NUMBER, numbers=(int(groups[0]),))


_SHAPES: tuple[tuple[str, str, Callable[[Groups, int], Token]], ...] = (
    ("iso", rf"(\d{{4}})([-/.])(\d{{1,2}})\{{same}}(\d{{1,2}})(?!\d){_CLOCK}", _read_iso),
    (
        "figures",
        rf"(\d{{1,2}}) ?([-/.]) ?(\d{{1,2}}) ?\{{same}} ?'?(\d{{4}}|\d\d)(?!\d){_NOT_SPLIT}{_CLOCK}",
        _read_figures,
    ),
    ("day_month", rf"{_WEEKDAY}{_DAY_MONTH}{_THEN_YEAR}?", _read_day_month),
    (
        "month_day_year",
        rf"{_WEEKDAY}({_MONTH}) ?(\d{{1,2}}){_NTH}?(?:, ?| ){_LONG_YEAR}",
        _read_month_day_year,
    ),
    ("month_nth", rf"({_MONTH}) (?:the )?(\d{{1,2}}){_NTH}(?![a-z])", _read_month_nth),
    (
        "month_year",
        rf"({_MONTH})(?! (?:be|also|need|have|change|require|not|take|vary|well|include)\b)"
        rf"{_THEN_YEAR}?",
        _read_month_year,
    ),
    (
        "span",
        rf"{_COUNT}(?: ?(?:-|to|/) ?{_COUNT})?[ -]?(days?|weeks?|wks?|months?|mths?|mnths?|years?|yrs?)(?![a-z])",
        _read_span,
    ),
    (
        "split_year",
        rf"(?:({_FINANCIAL})[ :]{{0,2}}(?:of )?)?'?(\d{{4}}) ?([/-]) ?'?(\d{{4}}|\d\d){_SPLIT_END}",
        _read_split_year,
    ),
    (
        "short_split_year",
        rf"(?:({_FINANCIAL})[ :]{{0,2}}(?:of )?)?'?(\d\d) ?(/) ?'?(\d\d){_SPLIT_END}",
        _read_split_year,
    ),
    (
        "named_split_year",
        rf"({_FINANCIAL}[ :]{{0,2}}(?:of )?|(?<=q[1-4] ))'?(\d\d) ?(-) ?'?(\d\d){_SPLIT_END}",
        _read_split_year,
    ),
    ("figure_month", rf"(\d{{1,2}})[/.-](\d{{4}})(?!\d){_NOT_SPLIT}", _read_figure_month),
    (
        "single_financial_year",
        rf"{_FINANCIAL}[ :]{{0,2}}(?:of )?'?(\d{{4}}|\d\d)(?!\d)|(\d{{4}}) {_FINANCIAL}(?![a-z])",
        _read_single_financial_year,
    ),
    (
        "quarter",
        r"(?:q(?:tr|uarter)?s?\.? ?([1-4])|([1-4])(?:st|nd|rd|th) (?:quarter|qtr)"
        r"|(first|second|third|fourth|final|last) (?:quarter|qtr))(?![a-z0-9])(?![/.]\d)",
        _read_quarter,
    ),
    (
        "half",
        r"(?:h([12])|(first|second|1st|2nd) half(?: of)?(?: the)?)(?![a-z0-9])(?![/.]\d)",
        _read_half,
    ),
    ("season", rf"(spring|summer|autumn|winter)(?![a-z]){_THEN_YEAR}?", _read_season),
    (
        "year",
        r"(?:(?:the )?(calendar )?year |(?<![a-z]))(\d{4})(?![a-z0-9%]|[.:]\d)( calendar year)?",
        _read_year,
    ),
    ("number", rf"(\d{{1,3}}){_NTH}?(?![a-z0-9%]|[.:]\d)", _read_number),
)


def _compile() -> tuple[re.Pattern[str], dict[str, int]]:
    """Join the shapes into one pattern; the groups of each follow the one that bears its name."""
    parts, offsets, count = [], {}, 0
    for name, shape, _ in _SHAPES:
        offsets[name] = count + 1
        # A group that must repeat itself is the second of its shape.
        part = f"(?P<{name}>{shape.replace('{same}', str(count + 3))})"
        parts.append(part)
        count += re.compile(shape.replace(r"\{same}", "")).groups + 1
    return re.compile(rf"(?<![a-z0-9'])(?<!\d\.){_HEAD}(?:{'|'.join(parts)})"), offsets


_PATTERN, _OFFSETS = _compile()
_SIZES = {name: re.compile(shape.replace(r"\{same}", "")).groups for name, shape, _ in _SHAPES}
_READERS = {name: (_OFFSETS[name], read) for name, _, read in _SHAPES}
