"""When an action is overdue, and what a plan's counts are: one definition for every list and paper.

Owns lateness, reviews and the buckets that every action falls into, once. An action is late from
the day after the end of the stated period. Leaves the words of timescales to `timescale` and the
folding of updates to `plan`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.kinds import CLOSED, PointKind, Status, TimescaleKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.plan import ActionView

WITHIN = 30
"""Days ahead that count as soon, where nobody says otherwise."""


class Bucket(StrEnum):
    """Where an action stands on a day; every action is in exactly one."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    DUE_LATER = "due later"
    ONGOING = "ongoing"
    UNDATED = "undated"
    COMPLETE = "complete"
    IN_PLACE = "in place"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


CLOSED_BUCKETS = {
    Status.COMPLETE: Bucket.COMPLETE,
    Status.IN_PLACE: Bucket.IN_PLACE,
    Status.WITHDRAWN: Bucket.WITHDRAWN,
    Status.SUPERSEDED: Bucket.SUPERSEDED,
}


@dataclass(frozen=True, slots=True)
class Point:
    """A date on which something of an action falls due."""

    what: PointKind
    due: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one action stands on a day."""

    action: ActionView
    bucket: Bucket
    point: Point | None
    """The earliest unfinished dated point of a live action."""
    review: date | None
    """A review whose date has passed, over live and closed actions alike."""
    days_overdue: int
    """Days after the end of the stated period; negative before it, 0 without a date."""


def next_point(action: ActionView) -> Point | None:
    """Return the earliest unfinished dated point: a milestone, else the due date.

    The due date is itself the last milestone where there are several; once all of them are
    done, it stands for the action as a whole.
    """
    open_points = [point for point in action.milestones if point.done_on is None]
    if open_points:
        first = min(open_points, key=lambda point: point.due)
        reviewed = action.timescale is not None and action.timescale.review == first.due
        what = PointKind.REVIEW if reviewed else PointKind.MILESTONE
        return Point(what, first.due, first.label)
    if action.due is None:
        return None
    is_review = action.timescale is not None and action.timescale.kind is TimescaleKind.REVIEW
    return Point(PointKind.REVIEW if is_review else PointKind.ACTION, action.due)


def passed_review(action: ActionView, *, as_at: date) -> date | None:
    """Return the date of a review that has gone by, unless the action was withdrawn."""
    if action.status in {Status.WITHDRAWN, Status.SUPERSEDED} or action.timescale is None:
        return None
    review = action.timescale.review
    return review if review and review < as_at else None


def days_silent(action: ActionView, *, as_at: date) -> int:
    """Return for how many days nothing was said of a live action; 0 for a closed one."""
    if not action.status.is_live or action.last_update is None:
        return 0
    return (as_at - action.last_update).days


def stand(action: ActionView, *, as_at: date, within: int = WITHIN) -> Standing:
    """Judge one action on a day.

    Args:
        action: The action, folded up to that day.
        as_at: The day.
        within: How many days ahead count as soon.
    """
    review = passed_review(action, as_at=as_at)
    if action.status in CLOSED:
        return Standing(action, CLOSED_BUCKETS[action.status], None, review, 0)
    point = next_point(action)
    if point is None:
        bucket = Bucket.ONGOING if action.status is Status.ONGOING else Bucket.UNDATED
        return Standing(action, bucket, None, review, 0)
    if point.due < as_at:
        bucket = Bucket.OVERDUE
    elif point.due <= as_at + timedelta(days=within):
        bucket = Bucket.DUE_SOON
    else:
        bucket = Bucket.DUE_LATER
    return Standing(action, bucket, point, review, (as_at - point.due).days)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of actions that add up; a plan's tally is the sum of its parts."""

    overdue: int = 0
    due_soon: int = 0
    due_later: int = 0
    ongoing: int = 0
    undated: int = 0
    complete: int = 0
    in_place: int = 0
    withdrawn: int = 0
    superseded: int = 0
    reviews_due: int = 0
    """Counted apart, over live and closed actions."""

    def __add__(self, other: Tally) -> Tally:
        """Add the counts one by one."""
        return Tally(
            *(getattr(self, field.name) + getattr(other, field.name) for field in fields(self))
        )

    @property
    def live(self) -> int:
        """Actions with something still to do."""
        return self.overdue + self.due_soon + self.due_later + self.ongoing + self.undated

    @property
    def closed(self) -> int:
        """Actions with nothing more to do."""
        return self.complete + self.in_place + self.withdrawn + self.superseded

    @property
    def total(self) -> int:
        """All actions, each once."""
        return self.live + self.closed

    def as_json(self) -> dict[str, int]:
        """Return the counts under the keys that scripts read."""
        return {
            "total": self.total,
            "live": self.live,
            "overdue": self.overdue,
            "due_soon": self.due_soon,
            "due_later": self.due_later,
            "ongoing": self.ongoing,
            "undated": self.undated,
            "closed": self.closed,
            "complete": self.complete,
            "in_place": self.in_place,
            "withdrawn": self.withdrawn,
            "superseded": self.superseded,
            "reviews_due": self.reviews_due,
        }


def tally(standings: Iterable[Standing]) -> Tally:
    """Count actions by where they stand."""
    counts = dict.fromkeys((field.name for field in fields(Tally)), 0)
    for standing in standings:
        counts[standing.bucket.value.replace(" ", "_")] += 1
        counts["reviews_due"] += standing.review is not None
    return Tally(**counts)


def percent(part: int, whole: int) -> int:
    """Return a percentage that is 0 or 100 only when it is truly so."""
    if not whole:
        return 0
    if part == whole:
        return 100
    return min(99, max(1 if part else 0, round(100 * part / whole)))
