"""Reading what the patterns of days and months have caught.

Owns which day or month the figures and names give, day before month as in the United Kingdom, and
the refusal of those that cannot be. The patterns stand in `shapes`.
"""

from __future__ import annotations

from tracker import periods
from tracker.dates import MONTHS
from tracker.timewords.lexicon import WEEKDAYS, Word
from tracker.timewords.tokens import Token, fault
from tracker.timewords.years import Groups, is_near, likely_year, too_far

_MONTH_ENDS = 28
"""From here on two figures after a month are more likely the day on which a deadline falls."""
_MONTHS = tuple(name[:3].lower() for name in MONTHS)


def read_iso(groups: Groups, centre: int) -> Token:
    """Read `2021-06-30`."""
    year, _, month, day = groups
    return _day(year, int(month), day, centre)


def read_figures(groups: Groups, centre: int) -> Token:
    """Read `30/06/2021`."""
    day, _, month, year = groups
    return _day(year, int(month), day, centre)


def read_day_month(groups: Groups, centre: int) -> Token:
    """Read `Wed 30 June 2021`, and `30 June` as a part."""
    weekday, day, name, between, long_year, mark, short_year = groups
    month = _number_of(name)
    if not (long_year or short_year):
        return Token(Word.DAY, numbers=(int(day), month))
    if short_year and not mark and between == " " and not is_near(short_year, centre):
        return fault(f"“{short_year}” may or may not be the year")
    return _check_weekday(_day(long_year or short_year, month, day, centre), weekday)


def read_month_day_year(groups: Groups, centre: int) -> Token:
    """Read `June 30, 2021`."""
    weekday, name, day, year = groups
    return _check_weekday(_day(year, _number_of(name), day, centre), weekday)


def read_month_nth(groups: Groups, _: int) -> Token:
    """Read `June 30th`, a part."""
    name, day = groups
    return Token(Word.DAY, numbers=(int(day), _number_of(name)))


def read_month_year(groups: Groups, centre: int) -> Token:
    """Read `June 2021` and `June 21`, and `June` as a part."""
    name, between, long_year, mark, short_year = groups
    month = _number_of(name)
    if not (long_year or short_year):
        return Token(Word.MONTH, numbers=(month,))
    is_bare = short_year and not mark and between not in {"-", "/"}
    if is_bare and (int(short_year) >= _MONTH_ENDS or not is_near(short_year, centre)):
        return fault(f"“{short_year}” may be the day or the year")
    return _month(long_year or short_year, month, centre)


def read_figure_month(groups: Groups, centre: int) -> Token:
    """Read `06/2021`."""
    month, year = groups
    return _month(year, int(month), centre)


def _month(figures: str, month: int, centre: int) -> Token:
    """Return a month of a year that is printed."""
    year = likely_year(figures, centre)
    if year is None:
        return too_far(figures)
    period = periods.month_of(year, month)
    if period is None:
        return fault(f"there is no month {month}")
    return Token(Word.DATE, period=period, numbers=(year,))


def _day(figures: str, month: int, day: str, centre: int) -> Token:
    year = likely_year(figures, centre)
    if year is None:
        return too_far(figures)
    period = periods.day_of(year, month, int(day))
    if period is None:
        name = MONTHS[month - 1] if 1 <= month <= 12 else f"of month {month}"
        return fault(f"there is no {int(day)} {name} {year}")
    return Token(Word.DATE, period=period, numbers=(year, month))


def _number_of(month: str) -> int:
    return _MONTHS.index(month[:3]) + 1


def _check_weekday(token: Token, weekday: str | None) -> Token:
    if token.period is None or not weekday:
        return token
    actual = WEEKDAYS[token.period.first.weekday()]
    if actual.startswith(weekday[:3]):
        return token
    return fault(
        f"{token.period.name} is a {actual.title()}, not the day of the week that is printed"
    )
