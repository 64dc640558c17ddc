"""The sentence by which a person checks how a timescale was read.

Owns its wording. What is read is decided in `verdict`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.periods import Period
    from tracker.timewords.facts import Point

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six")


def sentence(*parts: str) -> str:
    """Return the parts, as far as there are any, as one sentence."""
    said = "; ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}."


def not_certain(reason: str) -> str:
    """Return why no date is read."""
    return sentence("not certain, so no date is read", reason)


def by_when(points: Sequence[Point], milestones: Sequence[tuple[str, date]]) -> str:
    """Return the words for one date, or for each of several."""
    if len(milestones) > 1:
        count = _NUMBERS[len(milestones)] if len(milestones) < len(_NUMBERS) else len(milestones)
        listed = ", ".join(f"{label} by {say_day(day)}" for label, day in milestones)
        return f"{count} dates, the last of which is the due date: {listed}"
    return points[-1].period.by_when()


def reviewed(review: date | None, points: Sequence[Point]) -> str:
    """Return the words for a review, where there is one."""
    if review is None:
        return ""
    point = next(point for point in points if point.period.last == review)
    return f"to be reviewed {point.period.by_when()}"


def others(milestones: Sequence[tuple[str, date]], review: date | None) -> str:
    """Return the words for the dates besides a review."""
    return ", ".join(f"{label} by {say_day(day)}" for label, day in milestones if day != review)


def replaced(formers: Sequence[Point]) -> str:
    """Return the words for the dates that no longer hold."""
    if not formers:
        return ""
    return "this replaces " + " and ".join(point.period.name for point in formers)


def begun(start: Period | None, *, is_past: bool) -> str:
    """Return the words for a start."""
    if start is None:
        return ""
    verb = "it began" if is_past else "it begins"
    if start.first == start.last:
        return f"{verb} on {say_day(start.first)}"
    return f"{verb} in {start.name}, on {say_day(start.first)} at the earliest"


def reviewed_last(points: Sequence[Point]) -> str:
    """Return the words for reviews that are past."""
    return ", ".join(f"last reviewed in {point.period.name}" for point in points)
