"""Periods of the calendar: the day, month, quarter, season or year that printed words name.

Owns where each begins and ends, by the conventions of UK public bodies: the financial year runs
from April to March and its quarters are counted from April; seasons are the weather office's, so
that summer ends on 31 August and winter 2021/22 on the last day of February 2022. Leaves finding
the words to `timewords`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from tracker.dates import MONTHS, say_day
from tracker.kinds import Precision

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month in which each begins."""
_ORDINALS = ("first", "second", "third", "fourth")


class Period(NamedTuple):
    """A stretch of days."""

    first: date
    last: date
    precision: Precision
    name: str
    """How a sentence names it."""
    detail: str = ""
    """Which months it is, where its name leaves that to convention."""
    phrase: str = ""
    """How a sentence says by when, where the end of the period is not what is meant."""

    def by_when(self) -> str:
        """Return the words for what must be done by its last day."""
        if self.phrase:
            return self.phrase
        if self.precision is Precision.DAY and self.first == self.last:
            return f"by {self.name}"
        detail = f", which is {self.detail}" if self.detail else ""
        return f"by the end of {self.name}{detail} ({say_day(self.last)})"


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return a single day, or None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return single(date(year, month, day))


def single(day: date) -> Period:
    """Return a day as a period."""
    return Period(day, day, Precision.DAY, say_day(day))


def months_from(year: int, month: int, count: int, precision: Precision, name: str) -> Period:
    """Return so many whole months from one on."""
    first = date(year, month, 1)
    last = add_months(first, count) - timedelta(days=1)
    return Period(first, last, precision, name)


def month_of(year: int, month: int) -> Period | None:
    """Return a month, or None where no month has that number."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    name = f"{MONTHS[month - 1]} {year}"
    return Period(date(year, month, 1), date(year, month, last), Precision.MONTH, name)


def calendar_year(year: int) -> Period:
    """Return the year from January to December."""
    return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, f"the year {year}")


def financial_year(year: int) -> Period:
    """Return the financial year that begins in April of a year."""
    return Period(
        date(year, 4, 1),
        date(year + 1, 3, 31),
        Precision.FINANCIAL_YEAR,
        f"the financial year {_pair(year)}",
    )


def financial_quarter(year: int, quarter: int) -> Period:
    """Return a quarter of the financial year that begins in April of a year."""
    months = 3 + 3 * (quarter - 1)
    return _quarter(
        year + months // 12, months % 12 + 1, quarter, f"the financial year {_pair(year)}"
    )


def calendar_quarter(year: int, quarter: int) -> Period:
    """Return a quarter counted from January."""
    return _quarter(year, 3 * quarter - 2, quarter, f"the calendar year {year}")


def financial_half(year: int, half: int) -> Period:
    """Return one half of a financial year."""
    name = f"the {_ORDINALS[half - 1]} half of the financial year {_pair(year)}"
    month = 4 if half == 1 else 10
    return months_from(year, month, 6, Precision.FINANCIAL_YEAR, name)


def calendar_half(year: int, half: int) -> Period:
    """Return one half of a calendar year."""
    name = f"the {_ORDINALS[half - 1]} half of the year {year}"
    return months_from(year, 6 * half - 5, 6, Precision.YEAR, name)


def season_of(year: int, season: str) -> Period:
    """Return a season by the year in which it begins."""
    name = f"winter {_pair(year)}" if season == "winter" else f"{season} {year}"
    month = SEASONS[season]
    found = months_from(year, month, 3, Precision.SEASON, name)
    return found._replace(detail=_months(month, 3))


def week_of(day: Period) -> Period:
    """Return the seven days from a day on."""
    last = day.first + timedelta(days=6)
    return Period(day.first, last, Precision.DAY, f"the week that begins on {day.name}")


def middle_of(period: Period) -> Period | None:
    """Return the time up to the middle of a month or year, or None for any other period."""
    if period.precision is Precision.MONTH and period.first.day == 1:
        last = period.first.replace(day=15)
    elif period.precision in {Precision.YEAR, Precision.FINANCIAL_YEAR}:
        last = add_months(period.first, 6) - timedelta(days=1)
    else:
        return None
    name = f"the middle of {period.name}"
    phrase = f"by {name}, for which {say_day(last)} is taken"
    return Period(period.first, last, period.precision, name, phrase=phrase)


def late_in(period: Period) -> Period:
    """Return a period of which only the last part is meant; its end stays."""
    phrase = f"late in {period.name}, for which its end is taken ({say_day(period.last)})"
    return period._replace(phrase=phrase)


def start_of(period: Period) -> Period:
    """Return the first day of a period."""
    name = f"the start of {period.name}"
    phrase = f"by {name} ({say_day(period.first)})"
    return Period(period.first, period.first, Precision.DAY, name, phrase=phrase)


def before(period: Period) -> Period:
    """Return the day before a period."""
    last = period.first - timedelta(days=1)
    name = f"before {period.name}"
    return Period(last, last, period.precision, name, phrase=f"{name}, so by {say_day(last)}")


def after(day: Period, *, days: int, months: int, length: str) -> Period:
    """Return the day that lies a length of time after another.

    Raises:
        ValueError: The calendar ends before.
        OverflowError: The calendar ends before.
    """
    last = add_months(day.first, months) + timedelta(days=days)
    name = f"{length} from {day.name}"
    return Period(last, last, Precision.DAY, name, phrase=f"{name}, so by {say_day(last)}")


def span_of(first: Period, last: Period) -> Period | None:
    """Return the stretch from one period to another, or None where it would run backwards."""
    if last.first < first.first or last.last < first.last:
        return None
    name = f"{first.name} to {last.name}"
    phrase = f"from {name}, so by {say_day(last.last)}"
    return Period(first.first, last.last, last.precision, name, phrase=phrase)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of a shorter month.

    Raises:
        ValueError: The calendar ends before.
    """
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def _quarter(year: int, month: int, quarter: int, whole: str) -> Period:
    name = f"the {_ORDINALS[quarter - 1]} quarter of {whole}"
    found = months_from(year, month, 3, Precision.QUARTER, name)
    return found._replace(detail=f"{_months(month, 3)} {year}")


def _months(first: int, count: int) -> str:
    return f"{MONTHS[first - 1]} to {MONTHS[(first + count - 2) % 12]}"


def _pair(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"
