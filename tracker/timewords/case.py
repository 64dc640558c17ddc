"""A timescale's facts with what follows from them at once: which dates hold, which are replaced.

Owns the parts of a reading that every kind of timescale has in common. Which kind it is, and
whether anything is certain, is for `verdict` and `doubts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tracker.timewords.facts import Role
from tracker.timewords.lexicon import Word
from tracker.timewords.recurrence import fit_days, with_days
from tracker.timewords.sentences import begun, replaced, reviewed_last, sentence

if TYPE_CHECKING:
    from datetime import date

    from tracker.kinds import Precision, Status, TimescaleKind
    from tracker.timewords.facts import Facts, Point

_SILENT = frozenset({Word.NOTHING, Word.UNDATED})
"""Answers that yield to any other."""
_STRIP = " -:,;.()[]/&"


class Verdict(NamedTuple):
    """How a timescale is read: the fields of `Timescale` but for its words."""

    kind: TimescaleKind
    reading: str
    due: date | None = None
    start: date | None = None
    precision: Precision | None = None
    milestones: tuple[tuple[str, date], ...] = ()
    review: date | None = None
    former: date | None = None
    recurrence: str | None = None
    status: Status | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class Case:
    """The facts of a timescale with what follows from them at once."""

    facts: Facts
    shown: str
    """The text, to quote from."""
    as_at: date | None

    @cached_property
    def answers(self) -> frozenset[Word]:
        """What is answered without a date, as far as it says anything."""
        said = {answer.word for answer in self.facts.answers}
        if self.facts.has_begun and not said:
            said.add(Word.IN_PROGRESS)
        return frozenset(said - _SILENT or said)

    @cached_property
    def _cut(self) -> int:
        """Where the last date stands that replaces others."""
        points = self.facts.points
        return max((at for at, point in enumerate(points) if point.role is Role.NOW), default=0)

    @cached_property
    def forward(self) -> tuple[Point, ...]:
        """The dates that hold."""
        points = self.facts.points[self._cut :]
        return tuple(point for point in points if point.role in {Role.DUE, Role.NOW})

    @cached_property
    def formers(self) -> tuple[Point, ...]:
        """The dates that are replaced."""
        return tuple(
            point
            for at, point in enumerate(self.facts.points)
            if point.role is Role.FORMER or (at < self._cut and point.role in {Role.DUE, Role.NOW})
        )

    @cached_property
    def start(self) -> date | None:
        """The day on which it begins."""
        starts = [point.period.first for point in self.facts.points if point.role is Role.START]
        if len(self.forward) == 1 and self.forward[0].is_range:
            starts.append(self.forward[0].period.first)
        return min(starts, default=None)

    @cached_property
    def last(self) -> Point | None:
        """The date that is due."""
        return max(self.forward, key=lambda point: point.period.last, default=None)

    @cached_property
    def review(self) -> date | None:
        """The earliest date that is called a review."""
        return min((p.period.last for p in self.forward if p.is_review), default=None)

    @property
    def is_only_review(self) -> bool:
        """Whether every date that holds is that of a review."""
        return all(point.is_review for point in self.forward)

    @cached_property
    def milestones(self) -> tuple[tuple[str, date], ...]:
        """Several dates with their names, the earliest first."""
        behind = self.forward and not self.forward[0].before and self.forward[-1].after
        named = {
            (self._label(point, point.after if behind else point.before), point.period.last)
            for point in self.forward
        }
        if len({day for _, day in named}) < 2:
            return ()
        return tuple(sorted(named, key=lambda pair: (pair[1], pair[0])))

    def _label(self, point: Point, place: tuple[int, int] | None) -> str:
        first, last = place or (0, 0)
        words = " ".join(self.shown[first:last].split()).strip(_STRIP) if place else ""
        if len(words) < 2 or not set(words.lower()) - set("ivx"):
            words = "Review" if point.is_review else point.period.name
        return words[:1].upper() + words[1:]

    def place_of(self, point: Point) -> int:
        """Return how many dates stand before one."""
        return next(at for at, other in enumerate(self.facts.points) if other is point)

    @cached_property
    def tail(self) -> tuple[str, ...]:
        """What a sentence adds on any date."""
        condition = "the words add a condition" if self.facts.is_conditional else ""
        points = self.facts.points
        start = next((point.period for point in points if point.role is Role.START), None)
        return (
            begun(start, is_past=self.facts.has_begun),
            reviewed_last([point for point in points if point.role is Role.PAST]),
            replaced(self.formers),
            condition,
        )

    @cached_property
    def days(self) -> tuple[tuple[int, int], ...]:
        """The days of the year on which it comes again."""
        return fit_days(self.facts.anchors) or () if self.facts.anchors else ()

    @property
    def frequency(self) -> str:
        """How often it comes again, as a rule; empty where the words do not say."""
        return next((rule for rule in self.facts.repeats if rule), "")

    @cached_property
    def rule(self) -> str | None:
        """The whole rule by which it comes again."""
        rule = self.frequency
        if rule and self.days:
            rule = with_days(rule, self.days)
        if rule and self.last and (self.last.is_last or self.last.is_range):
            rule += f";UNTIL={self.last.period.last:%Y%m%d}"
        return rule or None

    def verdict(
        self,
        kind: TimescaleKind,
        *said: str,
        status: Status | None = None,
        review: date | None = None,
    ) -> Verdict:
        """Return a verdict with everything that the dates give."""
        return Verdict(
            kind,
            sentence(*said),
            due=self.last.period.last if self.last else None,
            start=self.start,
            precision=self.last.period.precision if self.last else None,
            milestones=self.milestones,
            review=review or self.review,
            former=max((point.period.last for point in self.formers), default=None),
            recurrence=self.rule,
            status=status,
        )
