"""Repetitions: the rule by which something comes again, and when it next does.

Owns the RFC 5545 rule with the days of the year that the words name, and its next day. Leaves
finding the words to `lexicon` and `scan`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from tracker.dates import MONTHS
from tracker.timewords.lexicon import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.timewords.tokens import Token

YEARLY = "FREQ=YEARLY"
_LEAP_YEAR = 2020
_END_OF_MONTH = -1
_UNITS = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"}
_NUMBERS = ("", "", "two", "three", "four", "five", "six")


def fit_days(anchors: Sequence[Token]) -> tuple[tuple[int, int], ...] | None:
    """Return the (month, day) pairs that are named; the day of a whole month is -1.

    Returns:
        None where they are no days of a year, or are of two sorts.
    """
    if {token.word for token in anchors} == {Word.MONTH}:
        return tuple((token.numbers[0], _END_OF_MONTH) for token in anchors)
    pairs = tuple((token.numbers[1], token.numbers[0]) for token in anchors if token.numbers[1:])
    real = all(1 <= day <= monthrange(_LEAP_YEAR, month)[1] for month, day in pairs)
    same_day = len({day for _, day in pairs}) == 1
    return pairs if len(pairs) == len(anchors) and real and same_day else None


def with_days(rule: str, days: Sequence[tuple[int, int]]) -> str:
    """Return a yearly rule on certain days."""
    months = ",".join(str(month) for month, _ in days)
    return f"{rule};BYMONTH={months};BYMONTHDAY={days[0][1]}"


def next_day(days: Sequence[tuple[int, int]], *, since: date) -> date | None:
    """Return the first of the days on or after one; None where the calendar ends before."""
    for year in range(since.year, min(since.year + 9, date.max.year + 1)):
        coming = sorted(found for found in (_on(year, pair) for pair in days) if found)
        for found in coming:
            if found >= since:
                return found
    return None


def _on(year: int, pair: tuple[int, int]) -> date | None:
    month, day = pair
    last = monthrange(year, month)[1]
    if day == _END_OF_MONTH:
        day = last
    return date(year, month, day) if day <= last else None


def say_rule(rule: str) -> str:
    """Return how often a rule comes, in words such as `every three months`."""
    parts = dict(part.split("=") for part in rule.split(";"))
    unit, count = _UNITS[parts["FREQ"]], int(parts.get("INTERVAL", 1))
    if count == 1:
        return f"every {unit}"
    return f"every {_NUMBERS[count] if count < len(_NUMBERS) else count} {unit}s"


def say_days(days: Sequence[tuple[int, int]]) -> str:
    """Return days of the year in words, such as `by 31 March`."""
    said = (
        f"the end of {MONTHS[month - 1]}" if day == _END_OF_MONTH else f"{day} {MONTHS[month - 1]}"
        for month, day in days
    )
    return "by " + " and ".join(said)
