"""The shapes in which a text gives dates and lengths of time.

Owns the patterns of dates (`30/06/2021`, `Sept '21`, `2021/22`) and of their parts (`Q4`, `June`).
Leaves what they have caught to `days` and `years`, and joining the parts to `joining`.

Every pattern is bounded in length and begins at a figure or letter before which no other stands,
so that reading takes a time in proportion to the text, however hostile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.timewords import days, years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.timewords.tokens import Token
    from tracker.timewords.years import Groups

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY = (
    r"(?:(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nes(?:day)?)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
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
_NAMED_COUNT = "|".join(years.COUNTS)
_COUNT = rf"(\d{{1,3}}|{_NAMED_COUNT})"
_UNIT = r"(days?|weeks?|wks?|months?|mths?|mnths?|years?|yrs?)(?![a-z])"
_FINANCIAL = r"(?:f/?y|(?:financial|fiscal|reporting|accounting) years?)"
_FINANCIAL_BEFORE = rf"{_FINANCIAL}[ :]{{0,2}}(?:of )?"
_SPLIT_END = rf"(?!\d)(?![/.-]\d)(?!{_THEN_MONTH})(?!{_THEN_UNIT})( {_FINANCIAL})?"
_NOT_A_VERB = r"(?! (?:be|also|need|have|change|require|not|take|vary|well|include)\b)"
_HEAD = (
    r"(?=\d|'\d|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|[mfs][oura][nit]|tue|wed|thu|f/?y"
    rf"|fi[nrs]|rep|acc|q|h[12]|last|se[cp]|thi|fou|spr|sum|aut|win|cal|year|the|{_NAMED_COUNT})"
)
"""How a shape can begin: most words are passed over by this alone."""


class Shape(NamedTuple):
    """A way of printing a date."""

    name: str
    pattern: str
    read: Callable[[Groups, int], Token]


_SHAPES = (
    Shape("iso", rf"(\d{{4}})([-/.])(\d{{1,2}})<2>(\d{{1,2}})(?!\d){_CLOCK}", days.read_iso),
    Shape(
        "figures",
        rf"(\d\d?) ?([-/.]) ?(\d\d?) ?<2> ?'?(\d{{4}}|\d\d)(?!\d){_NOT_SPLIT}{_CLOCK}",
        days.read_figures,
    ),
    Shape("day_month", rf"{_WEEKDAY}{_DAY_MONTH}{_THEN_YEAR}?", days.read_day_month),
    Shape(
        "month_day_year",
        rf"{_WEEKDAY}({_MONTH}) ?(\d\d?){_NTH}?(?:, ?| ){_LONG_YEAR}",
        days.read_month_day_year,
    ),
    Shape("month_nth", rf"({_MONTH}) (?:the )?(\d\d?){_NTH}(?![a-z])", days.read_month_nth),
    Shape("month_year", rf"({_MONTH}){_NOT_A_VERB}{_THEN_YEAR}?", days.read_month_year),
    Shape("length", rf"{_COUNT}(?: ?(?:-|to|/) ?{_COUNT})?[ -]?{_UNIT}", years.read_length),
    Shape("repetition", rf"{_COUNT}[ -](monthly|weekly|yearly)(?![a-z])", years.read_repetition),
    Shape(
        "split_year",
        rf"({_FINANCIAL_BEFORE})?'?(\d{{4}}) ?([/-]) ?'?(\d{{4}}|\d\d){_SPLIT_END}",
        years.read_split_year,
    ),
    Shape(
        "short_split_year",
        rf"({_FINANCIAL_BEFORE})?'?(\d\d) ?(/) ?'?(\d\d){_SPLIT_END}",
        years.read_split_year,
    ),
    Shape(
        "dashed_short_split_year",
        rf"({_FINANCIAL_BEFORE}|(?<=q[1-4] ))'?(\d\d) ?(-) ?'?(\d\d){_SPLIT_END}",
        years.read_split_year,
    ),
    Shape("figure_month", rf"(\d\d?)[/.-](\d{{4}})(?!\d){_NOT_SPLIT}", days.read_figure_month),
    Shape(
        "single_financial_year",
        rf"{_FINANCIAL_BEFORE}'?(\d{{4}}|\d\d)(?!\d)|(\d{{4}}) {_FINANCIAL}(?![a-z])",
        years.read_single_financial_year,
    ),
    Shape(
        "quarter",
        r"(?:q(?:tr|uarter)?s?\.? ?([1-4])|([1-4])(?:st|nd|rd|th) (?:quarter|qtr)"
        r"|(first|second|third|fourth|final|last) (?:quarter|qtr))(?![a-z0-9])(?![/.]\d)",
        years.read_quarter,
    ),
    Shape(
        "half",
        r"(?:h([12])|(first|second|1st|2nd) half(?: of)?(?: the)?)(?![a-z0-9])(?![/.]\d)",
        years.read_half,
    ),
    Shape("season", rf"(spring|summer|autumn|winter)(?![a-z]){_THEN_YEAR}?", years.read_season),
    Shape(
        "year",
        r"(?:(?:the )?(calendar )?year |(?<![a-z]))(\d{4})(?![a-z0-9%]|[.:]\d|-[a-z])"
        r"( calendar year)?",
        years.read_year,
    ),
    Shape("number", rf"(\d{{1,3}}){_NTH}?(?![a-z0-9%]|[.:]\d)", years.read_number),
)
"""In the order in which they are tried; `<2>` is the second group again."""


_GROUP = re.compile(r"(?<!\\)\((?!\?)")


def find_dates(text: str, *, centre: int) -> Iterator[Token]:
    """Find the dates, parts of dates and lengths of time in a text.

    Args:
        text: The cleaned text in lower case.
        centre: The year of the as-at date.
    """
    for match in _PATTERN.finditer(text):
        first, last, read = _CAUGHT[match.lastgroup or ""]
        token = read(match.groups()[first:last], centre)
        yield token._replace(start=match.start(), end=match.end())


def _arrange() -> tuple[re.Pattern[str], dict[str, tuple[int, int, Callable[..., Token]]]]:
    """Join the shapes into one pattern, and tell where each finds what it has caught."""
    parts: list[str] = []
    caught = {}
    first = 1
    for shape in _SHAPES:
        pattern = shape.pattern.replace("<2>", rf"\{first + 2}")
        size = len(_GROUP.findall(shape.pattern))
        parts.append(f"(?P<{shape.name}>{pattern})")
        caught[shape.name] = (first, first + size, shape.read)
        first += size + 1
    return re.compile(rf"(?<![a-z0-9'])(?<!\d\.){_HEAD}(?:{'|'.join(parts)})"), caught


_PATTERN, _CAUGHT = _arrange()
