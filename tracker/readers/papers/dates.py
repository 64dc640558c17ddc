"""Plain dates in titles, legends and labels: the day that a paper, a column or a rating is of.

Owns full dates, months and years in running text. Leaves the wording of timescales, which has
many more kinds of answer, to `tracker.timescale`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tracker.dates import MONTHS

_MONTHS = {
    spelling: number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name.casefold(), name[:3].casefold())
} | {"sept": 9}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_NAMES})\b\.?,?\s+"
    r"(?P<year>\d{4})\b"
    r"|\b(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4}|\d{2})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
    r"|\b(?P<only>20\d\d)\b(?![/-]\d)",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """A date in a text."""

    day: date | None
    """The last day of a month; None where only a year is given."""
    year: int
    words: str
    """The words that gave it."""


def find_dates(text: str) -> tuple[Dated, ...]:
    """Return the dates in a text, in order; impossible ones are passed over."""
    found = (_dated(match) for match in _DATE.finditer(text))
    return tuple(dated for dated in found if dated)


def _dated(match: re.Match[str]) -> Dated | None:
    if match["only"]:
        return Dated(None, int(match["only"]), match[0])
    try:
        day = _day(match)
    except ValueError:
        return None
    return Dated(day, day.year, match[0])


def _day(match: re.Match[str]) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["d"]:
        year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
        return date(year, int(match["m"]), int(match["d"]))
    year, month = int(match["year"]), _MONTHS[match["month"].casefold()]
    return date(year, month, int(match["day"] or monthrange(year, month)[1]))
