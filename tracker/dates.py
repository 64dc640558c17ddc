"""Days as people type and read them: `30/06/2021` in, `30 June 2021` out.

Owns the strict reading of a single day from a command line or a form. Leaves the words of a
timescale, which may also name months, years or no date at all, to `timescale`.
"""

from __future__ import annotations

import re
from datetime import date

from tracker.errors import UsageFault

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -]([0-9]{4})", re.IGNORECASE)
_ALLOWED = "Give a day such as 2021-06-30, 30/06/2021 or 30 June 2021."


def read_day(text: str) -> date:
    """Read one day: ISO, or UK day-first with a four-figure year.

    Args:
        text: The words as typed.

    Raises:
        UsageFault: The words are no such day, or no day of the calendar.
    """
    words = text.strip()
    parts = _parts(words)
    if parts is None:
        raise UsageFault(f"“{words}” cannot be read as a day.", _ALLOWED)
    try:
        return date(*parts)
    except ValueError:
        raise UsageFault(f"There is no such day as “{words}”.", _ALLOWED) from None


def say_day(day: date) -> str:
    """Return a day in words, such as `31 December 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_as_at(day: date | None) -> str:
    """Return of which day something is, such as `as at 31 December 2021`."""
    return f"as at {say_day(day)}" if day else "its date is not printed"


def _parts(words: str) -> tuple[int, int, int] | None:
    if match := _ISO.fullmatch(words):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(words):
        return int(match[4]), int(match[3]), int(match[1])
    match = _NAMED.fullmatch(words)
    month = _month(match[2]) if match else None
    return (int(match[3]), month, int(match[1])) if match and month else None


def _month(word: str) -> int | None:
    folded = word.casefold()
    short = "sep" if folded == "sept" else folded
    for number, name in enumerate(MONTHS, start=1):
        if short in {name.casefold(), name[:3].casefold()}:
            return number
    return None
