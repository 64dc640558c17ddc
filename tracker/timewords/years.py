"""Reading what the patterns of years, their parts and lengths of time have caught.

Owns which year is meant, and the refusal of years that are far away or may be two things. The
patterns stand in `shapes`.
"""

from __future__ import annotations

from tracker import periods
from tracker.timewords.lexicon import Word
from tracker.timewords.tokens import Token, fault

USUAL_YEAR = 2022
"""The middle of the years of which these papers speak, where no as-at date says better."""
COUNTS = {
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
Groups = tuple[str, ...]
"""What a pattern caught; groups that took no part are None, and are only tested."""

_BACK, _AHEAD = 25, 40
"""How far from the as-at date a year may lie before it is taken for a slip of the pen."""
_NEAR_BACK, _NEAR_AHEAD = 7, 6
"""The same for two figures that might also be a day: `June 30`."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_UNITS = {"d": (1, 0, "day"), "w": (7, 0, "week"), "m": (0, 1, "month"), "y": (0, 12, "year")}
"""Days and months of each unit, by its first letter."""


def likely_year(figures: str, centre: int) -> int | None:
    """Return the year that two or four figures mean, or None where it is too far away.

    Args:
        figures: As printed.
        centre: The year of the as-at date.
    """
    year = int(figures) + (2000 if len(figures) == 2 else 0)
    likely = centre - _BACK <= year <= centre + _AHEAD
    return year if likely and _FIRST_YEAR <= year <= _LAST_YEAR else None


def is_near(figures: str, centre: int) -> bool:
    """Tell whether two figures that might be a day are near enough to be the year."""
    return centre - _NEAR_BACK <= 2000 + int(figures) <= centre + _NEAR_AHEAD


def too_far(figures: str) -> Token:
    """Return the refusal of a year."""
    return fault(f"the year {figures} is too far away to be meant")


def read_year(groups: Groups, centre: int) -> Token:
    """Read `2021`, and whether the calendar year is said to be meant."""
    before, figures, after = groups
    year = likely_year(figures, centre)
    if year is None:
        return too_far(figures)
    said = "calendar" if before or after else ""
    return Token(Word.YEAR, text=said, period=periods.calendar_year(year), numbers=(year,))


def read_split_year(groups: Groups, centre: int) -> Token:
    """Read `2021/22`, in which the second year must follow, and the month `2021-06`."""
    before, first, mark, second, after = groups
    year = likely_year(first, centre)
    if year is None:
        return too_far(first)
    following = {str(year + 1), str(year + 1)[2:]}
    month = int(second) if mark == "-" and (len(first), len(second)) == (4, 2) else 0
    if second not in following and 1 <= month <= 12:
        return Token(Word.DATE, period=periods.month_of(year, month), numbers=(year,))
    if second not in following:
        return fault(f"{first}{mark}{second} is no financial year")
    if not (before or after):
        if mark == "-" and len(second) == 4:
            return fault(f"{first}-{second} may be a financial year or two calendar years")
        if len(first) == 2 and int(second) <= 12:
            return fault(f"{first}/{second} may be a financial year or a day and month")
    return Token(Word.FINANCIAL_YEAR, period=periods.financial_year(year), numbers=(year,))


def read_single_financial_year(groups: Groups, _: int) -> Token:
    """Refuse `financial year 2021`."""
    year = groups[0] or groups[1]
    return fault(f"it is not certain whether the financial year {year} begins or ends in that year")


def read_quarter(groups: Groups, _: int) -> Token:
    """Read `Q4`, a part."""
    figure, nth, name = groups
    return Token(Word.QUARTER, numbers=(int(figure or nth or _ORDINALS[name]),))


def read_half(groups: Groups, _: int) -> Token:
    """Read `H1` or `first half`, a part; in words it may be that of a calendar year."""
    figure, name = groups
    half = int(figure) if figure else 1 if name in {"first", "1st"} else 2
    return Token(Word.HALF, numbers=(half,), text=name or "")


def read_season(groups: Groups, centre: int) -> Token:
    """Read `summer 2021`, and `summer` as a part."""
    name, _, long_year, _, short_year = groups
    figures = long_year or short_year
    if not figures:
        return Token(Word.SEASON, text=name)
    year = likely_year(figures, centre)
    if year is None:
        return too_far(figures)
    if name == "winter":
        return fault(f"it is not certain whether winter {year} begins or ends in that year")
    return Token(Word.DATE, period=periods.season_of(year, name), numbers=(year,))


def read_length(groups: Groups, _: int) -> Token:
    """Read `6 months` as (days, months); of `3-6 months` the longer holds."""
    first, second, unit = groups
    counts = [COUNTS.get(count) or int(count) for count in (first, second) if count]
    if sorted(counts) != counts:
        return fault("the second length of time is the shorter one")
    count = counts[-1]
    days, months, name = _UNITS[unit[0]]
    said = f"{count} {name}" if count == 1 else f"{count} {name}s"
    length = (count * days, count * months)
    return Token(Word.SPAN, text=said, numbers=length, is_loose=len(counts) > 1)


def read_repetition(groups: Groups, _: int) -> Token:
    """Read `6-monthly` as a repetition."""
    figures, unit = groups
    count = COUNTS.get(figures) or int(figures)
    rule = f"FREQ={unit.upper()}"
    return Token(Word.REPEAT, text=rule if count == 1 else f"{rule};INTERVAL={count}")


def read_number(groups: Groups, _: int) -> Token:
    """Read `12`, which may be part of a date."""
    return Token(Word.NUMBER, numbers=(int(groups[0]),))
