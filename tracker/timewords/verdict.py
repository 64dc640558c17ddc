"""The verdict on a timescale: what its facts make of it, taken together.

Owns the rules by which dates and answers in one cell bear on each other: an answer before a date is
another thing than one behind it, and several answers in one cell leave the action open. Leaves
finding the facts to `scan`, contradictions to `doubts` and the wording to `sentences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import periods
from tracker.dates import say_day
from tracker.kinds import Precision, Status, TimescaleKind
from tracker.timewords import sentences
from tracker.timewords.case import Verdict
from tracker.timewords.doubts import find_doubts
from tracker.timewords.facts import CLOSING, Role
from tracker.timewords.lexicon import Word
from tracker.timewords.recurrence import next_day, say_days, say_rule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.timewords.case import Case
    from tracker.timewords.facts import Point

_STATUSES = {
    Word.IN_PROGRESS: Status.IN_PROGRESS,
    Word.NOT_STARTED: Status.NOT_STARTED,
    Word.ON_HOLD: Status.ON_HOLD,
    Word.COMPLETE: Status.COMPLETE,
    Word.WITHDRAWN: Status.WITHDRAWN,
    Word.SUPERSEDED: Status.SUPERSEDED,
}
_UNDER_WAY = frozenset({Word.IN_PROGRESS, Word.ONGOING})
_OPEN = "several answers, so it counts as in progress"


def judge(case: Case) -> Verdict:
    """Weigh everything that a timescale says."""
    doubt = next(find_doubts(case), None)
    if doubt:
        return _unclear(doubt)
    for decide in (_relative, _closed, _in_place, _to_be_agreed, _ongoing, _recurring, _dated):
        verdict = decide(case)
        if verdict:
            return verdict
    return _undated(case)


def _unclear(reason: str) -> Verdict:
    return Verdict(TimescaleKind.UNCLEAR, sentences.not_certain(reason))


def _disagree() -> Verdict:
    return _unclear("the words give answers that do not agree")


def _status(case: Case) -> Status | None:
    """Return the status that the answers of a live action give."""
    if case.answers & _UNDER_WAY:
        return Status.IN_PROGRESS
    return next((_STATUSES[word] for word in case.answers if word in _STATUSES), None)


def _split(case: Case, word: Word) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the dates that stand before an answer, and those behind it."""
    place = max(answer.place for answer in case.facts.answers if answer.word is word)
    first = tuple(point for point in case.forward if case.place_of(point) < place)
    return first, case.forward[len(first) :]


def _live(case: Case, *, remark: str = _OPEN) -> Verdict:
    """Return the dates of an action of which something is still to be done."""
    due = sentences.by_when(case.forward, case.milestones)
    return case.verdict(TimescaleKind.DATE, due, *case.tail, remark, status=Status.IN_PROGRESS)


def _relative(case: Case) -> Verdict | None:
    if not case.facts.spans:
        return None
    span = case.facts.spans[0]
    if case.answers - _UNDER_WAY - {Word.NOT_STARTED, Word.UNDATED}:
        return _disagree()
    unit = span.text.split()[1].removesuffix("s")
    exact = {"year": Precision.YEAR, "month": Precision.MONTH}.get(unit, Precision.DAY)
    due, said = _count_from(case.as_at, span.numbers, span.text)
    reading = sentences.sentence(said)
    review = due if case.facts.has_review else None
    return Verdict(
        TimescaleKind.RELATIVE,
        reading,
        due=due,
        precision=exact,
        review=review,
        status=_status(case),
    )


def _count_from(
    as_at: date | None, numbers: tuple[int, ...], length: str
) -> tuple[date | None, str]:
    if as_at is None:
        return None, f"within {length} of a day that is not known here"
    days, months = numbers
    try:
        period = periods.after(periods.single(as_at), days=days, months=months, length=length)
    except (OverflowError, ValueError):
        return None, f"{length} from {say_day(as_at)}, which is beyond the calendar"
    return period.last, period.by_when()


def _closed(case: Case) -> Verdict | None:
    word = next(iter(case.answers & CLOSING), None)
    if word is None:
        return None
    first, then = _split(case, word)
    still_to_do = [point for point in then if not point.is_review]
    partial = any(answer.partial for answer in case.facts.answers)
    if (
        word is Word.COMPLETE
        and still_to_do
        and not first
        and (partial or _lie_ahead(case, still_to_do))
    ):
        return _live(case, remark="only a part is complete, so it counts as in progress")
    if still_to_do or partial or len(first) > 1:
        return _unclear("it is not certain of what the answer holds")
    return _ended(case, _STATUSES[word], first)


def _ended(case: Case, status: Status, first: tuple[Point, ...]) -> Verdict:
    """Return that the whole action has ended, and when if the words tell."""
    done = next((point.period for point in case.facts.points if point.role is Role.DONE), None)
    done_on = min(done.last, case.as_at or done.last) if done else None
    said = f"{status} ({done.name})" if done else str(status)
    printed = f"the date printed with it is {first[-1].period.name}" if first else ""
    kind = TimescaleKind.DATE if case.forward else TimescaleKind.NONE
    if case.forward and not first:
        kind = TimescaleKind.REVIEW
    review = sentences.reviewed(case.review, case.forward)
    verdict = case.verdict(kind, said, printed, review, *case.tail, status=status)
    return verdict._replace(done_on=done_on)


def _lie_ahead(case: Case, points: Sequence[Point]) -> bool:
    as_at = case.as_at
    return as_at is not None and all(point.period.first > as_at for point in points)


def _in_place(case: Case) -> Verdict | None:
    if Word.IN_PLACE not in case.answers:
        return None
    if case.answers - {Word.IN_PLACE, Word.ONGOING}:
        return _disagree()
    if case.start and case.as_at and case.start > case.as_at:
        return _unclear("it is in place from a day that lies ahead")
    first, then = _split(case, Word.IN_PLACE)
    if first:
        return _live(case)
    if Word.ONGOING in case.answers:
        return _ongoing(case)
    review = case.review or min((point.period.last for point in then), default=None)
    said = "in place" if case.forward else "in place, with no date"
    return case.verdict(
        TimescaleKind.IN_PLACE,
        said,
        sentences.reviewed(review, case.forward),
        sentences.others(case.milestones, review),
        _again(case),
        *case.tail,
        status=Status.IN_PLACE,
        review=review,
    )


def _to_be_agreed(case: Case) -> Verdict | None:
    if Word.TO_BE_AGREED not in case.answers:
        return None
    others = case.answers - {Word.TO_BE_AGREED, Word.IN_PROGRESS, Word.NOT_STARTED}
    if case.forward or others or case.facts.repeats:
        return _disagree()
    said = "the date is still to be agreed"
    return case.verdict(TimescaleKind.TO_BE_AGREED, said, *case.tail, status=_status(case))


def _ongoing(case: Case) -> Verdict | None:
    if Word.ONGOING not in case.answers:
        return None
    if case.answers - {Word.IN_PLACE, Word.ONGOING, Word.IN_PROGRESS}:
        return _disagree()
    if any(not point.is_review for point in case.forward):
        return _live(case)
    said = "ongoing" if case.forward else "ongoing, with no end"
    review = sentences.reviewed(case.review, case.forward)
    kind, status = TimescaleKind.ONGOING, Status.ONGOING
    return case.verdict(kind, said, review, _again(case), *case.tail, status=status)


def _again(case: Case) -> str:
    """Return the words for a repetition, where there is one."""
    if not case.facts.repeats:
        return ""
    vague = "again and again; the words do not say when"
    said = say_rule(case.frequency) if case.frequency else vague
    return f"{said}, {say_days(case.days)}" if case.days else said


def _recurring(case: Case) -> Verdict | None:
    if not case.facts.repeats:
        return None
    if case.answers - _UNDER_WAY - {Word.NOT_STARTED, Word.UNDATED}:
        return _disagree()
    if case.forward:
        kind = TimescaleKind.REVIEW if case.is_only_review else TimescaleKind.RECURRING
        again = f"and then {_again(case)}"
        return case.verdict(kind, _due(case), again, *case.tail, status=_status(case))
    since = max(filter(None, (case.as_at, case.start)), default=None)
    due_on = next_day(case.days, since=since) if case.days and case.as_at and since else None
    coming = f"next on {say_day(due_on)}" if due_on else ""
    kind = TimescaleKind.RECURRING
    verdict = case.verdict(kind, _again(case), coming, *case.tail, status=_status(case))
    if due_on is None:
        return verdict
    exact = Precision.DAY if case.days[0][1] > 0 else Precision.MONTH
    return verdict._replace(due=due_on, precision=exact)


def _dated(case: Case) -> Verdict | None:
    if not case.forward:
        return None
    if case.answers & {Word.ON_HOLD, Word.NOTHING}:
        return _disagree()
    kind = TimescaleKind.REVIEW if case.is_only_review else TimescaleKind.DATE
    return case.verdict(kind, _due(case), *case.tail, status=_status(case))


def _due(case: Case) -> str:
    """Return the words for what is due."""
    if case.is_only_review and not case.milestones:
        return sentences.reviewed(case.review, case.forward)
    return sentences.by_when(case.forward, case.milestones)


def _undated(case: Case) -> Verdict:
    status = _status(case)
    if case.start:
        return case.verdict(TimescaleKind.STARTS_FROM, *case.tail, "no end is given", status=status)
    if status:
        said = f"{status}, with no date"
        return case.verdict(TimescaleKind.NONE, said, *case.tail, status=status)
    if Word.UNDATED in case.answers:
        return _unclear("the words name no day")
    if Word.NOTHING in case.answers:
        return case.verdict(TimescaleKind.NONE, "no timescale is given")
    if case.formers:
        return _unclear("the date that is replaced has no successor")
    return _unclear("no date and no answer is found in the words")
