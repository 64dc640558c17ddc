"""What makes a timescale uncertain when all that it says is taken together.

Owns the contradictions between facts; what single words leave open is found in `scan`. The first
doubt is told, and any doubt is enough: a wrong date is the worst outcome.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.timewords.facts import CLOSING, Role
from tracker.timewords.lexicon import WEEKDAYS, Word
from tracker.timewords.recurrence import YEARLY, fit_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.timewords.case import Case

_WHOLE = frozenset({Word.IN_PLACE, Word.NOTHING})


def find_doubts(case: Case) -> Iterator[str]:
    """Return why nothing is certain, if anything makes it so."""
    facts = case.facts
    yield from facts.doubts
    if facts.points or facts.spans or facts.anchors:
        yield from facts.doubts_of_dates
    if case.answers & (CLOSING | {Word.IN_PLACE}):
        yield from facts.doubts_of_ends
    yield from _of_answers(case)
    yield from _of_times(case)
    yield from _of_weekdays(case)
    yield from _of_replaced(case)
    yield from _of_repeats(case)


def _of_answers(case: Case) -> Iterator[str]:
    for answer in case.facts.answers:
        if answer.partial and answer.word in _WHOLE:
            yield "other words say of what the answer holds"
    ended = case.answers & (CLOSING | {Word.IN_PLACE})
    if len(ended) > 1 or (ended & CLOSING and len(case.answers) > 1):
        yield "the words give answers that do not agree"


def _of_times(case: Case) -> Iterator[str]:
    facts, as_at = case.facts, case.as_at
    for point in facts.points:
        is_past = point.role in {Role.PAST, Role.DONE} or (
            point.role is Role.START and facts.has_begun
        )
        if is_past and as_at and point.period.first > as_at:
            yield f"{point.period.name} is told as past and lies ahead"
        if point.must_lie_ahead and not (as_at and point.period.last > as_at):
            yield f"{point.period.name} may be when it was done or when it must be done"
    if len({point.period.first for point in facts.points if point.role is Role.START}) > 1:
        yield "two dates are given as the start"
    if facts.spans and (len(facts.spans) > 1 or facts.points or facts.repeats):
        yield "a length of time stands beside another time"


def _of_weekdays(case: Case) -> Iterator[str]:
    points = case.facts.points
    actual = {WEEKDAYS[p.period.first.weekday()] for p in points if p.is_single_day}
    if points and not actual.issuperset(case.facts.weekdays):
        yield "the day of the week that is printed is not that of the date"


def _of_replaced(case: Case) -> Iterator[str]:
    if case.facts.has_slipped and not any(p.role is Role.NOW for p in case.facts.points):
        yield "it is late, and no new date is given"
    if sum(point.before is not None for point in case.formers if point.role is not Role.FORMER) > 1:
        yield "it is not certain which of the dates are replaced"
    if any(point.role is Role.NOW for point in case.facts.points):
        return
    for one, two in pairwise(case.facts.points):
        beside = one.clause == two.clause and not one.bracketed
        if one.role is Role.FORMER and two.role is Role.DUE and beside:
            yield "it is not certain which of the dates are replaced"


def _of_repeats(case: Case) -> Iterator[str]:
    facts = case.facts
    rules = {rule for rule in facts.repeats if rule}
    if len(rules) > 1:
        yield "two repetitions are given"
    if facts.anchors and (rules != {YEARLY} or fit_days(facts.anchors) is None):
        yield "a day or month has no year"
