"""The story of a year, or of the time since the last paper, as one frozen value.

Owns what a board is told: what closed, what is late, what moved, what was decided and what is new.
Numbers come from `summary`, fates from `compare`, dates from `slippage`; wording and tables are
`reports`' own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.decided import decided_since
from tracker.kinds import Outcome, Outlook, Status
from tracker.rules import Bucket, next_point, stand
from tracker.slippage import since as moved_since
from tracker.summary import summarise
from tracker.threads import CLOSING, outcomes_of, threads_of

if TYPE_CHECKING:
    from datetime import date

    from tracker.compare import Comparison
    from tracker.decided import Decided
    from tracker.plan import ActionView, PlanView
    from tracker.rules import Standing
    from tracker.slippage import Slip
    from tracker.summary import RatingLine, Summary
    from tracker.threads import Thread

DONE = frozenset({Outcome.COMPLETE, Outcome.IN_PLACE})


@dataclass(frozen=True)
class Story:
    """What happened from an earlier day to the plan's day."""

    plan: PlanView
    """The plan now; what it is compared with stands as its previous cycle."""
    summary: Summary
    compared: Comparison | None
    """With the earlier cycle, where there is one."""
    start: date | None
    """The earlier day; None where it is not known."""
    changes_only: bool
    """A person named the day: what was there before it is not told again."""
    threads: tuple[Thread, ...]
    """Every action of both cycles, each in exactly one."""

    @property
    def same_scale(self) -> bool:
        """Tell whether the earlier cycle rates on the scale of this one."""
        compared = self.compared
        return compared is None or compared.base.framework.scale == self.plan.framework.scale

    @property
    def base_held(self) -> bool:
        """Tell whether the actions of an earlier cycle are held to be compared with."""
        return self.compared is not None and self.compared.actions_held

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Where every action stands now, the longest overdue first."""
        held = (stand(action, as_at=self.plan.as_at) for action in self.plan.actions)
        return tuple(sorted(held, key=lambda s: -s.days_overdue))

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        """What is late now, the longest first; only what has become so, where changes are told."""
        late = (s for s in self.standings if s.bucket is Bucket.OVERDUE)
        return tuple(s for s in late if not (self.changes_only and s.action.ref in self._was_late))

    @cached_property
    def _was_late(self) -> frozenset[str]:
        """The references now of actions that were late on the earlier day."""
        return frozenset(
            action.ref
            for thread in self.threads
            for action in thread.now
            if self.start
            and any(stand(a, as_at=self.start).bucket is Bucket.OVERDUE for a in thread.then)
        )

    @cached_property
    def done(self) -> tuple[Thread, ...]:
        """What was completed or put in place since the earlier day."""
        return tuple(t for t in self._newly_closed if t.outcome in DONE)

    @cached_property
    def dropped(self) -> tuple[Thread, ...]:
        """What was withdrawn or superseded since the earlier day."""
        return tuple(t for t in self._newly_closed if t.outcome not in DONE)

    @cached_property
    def _newly_closed(self) -> tuple[Thread, ...]:
        return tuple(t for t in self.threads if t.outcome in CLOSING and not t.closed_before)

    @cached_property
    def reopened(self) -> tuple[Thread, ...]:
        """What was ended on the earlier day and is live again; what was in place never ended."""
        return tuple(
            t
            for t in self.threads
            if t.closed_before
            and all(a.status is not Status.IN_PLACE for a in t.then)
            and any(a.status.is_live for a in t.now)
        )

    @cached_property
    def added(self) -> tuple[Thread, ...]:
        """What is new; nothing is called so where it is not known what was held before."""
        if self.base_held and not self.changes_only:
            return tuple(t for t in self.threads if not t.base)
        return tuple(t for t in self.threads if self.start and t.now and not t.then)

    @cached_property
    def slips(self) -> tuple[tuple[Thread, Slip], ...]:
        """Dates later than first agreed, or than on the earlier day where changes are told.

        The furthest comes first.
        """
        later = [(thread, slip) for thread, slip in self._dated if slip.days > 0]
        return tuple(sorted(later, key=lambda pair: -pair[1].days))

    @cached_property
    def brought_forward(self) -> tuple[tuple[Thread, Slip], ...]:
        """Dates earlier than first agreed, or than on the earlier day, the furthest first."""
        earlier = [(thread, slip) for thread, slip in self._dated if slip.days < 0]
        return tuple(sorted(earlier, key=lambda pair: pair[1].days))

    @cached_property
    def _dated(self) -> tuple[tuple[Thread, Slip], ...]:
        held = ((thread, self._told(thread.slip)) for thread in self.threads)
        return tuple((thread, slip) for thread, slip in held if slip)

    def _told(self, slip: Slip | None) -> Slip | None:
        if slip is None or not self.changes_only or self.start is None:
            return slip
        return moved_since(slip, self.start)

    @cached_property
    def slipped(self) -> tuple[tuple[ActionView, Slip], ...]:
        """The same by the action that is shown, to be added up."""
        return tuple((thread.shown, slip) for thread, slip in self.slips)

    @cached_property
    def moved(self) -> int:
        """How many dates have moved later since the earlier day."""
        start = self.start
        held = (thread.slip for thread in self.threads if thread.slip)
        later = (moved_since(slip, start) if start else slip for slip in held)
        return sum(1 for slip in later if slip and slip.days > 0)

    @cached_property
    def outcomes(self) -> tuple[tuple[Outcome, int], ...]:
        """What became of the earlier cycle's actions; adds up to all of them."""
        return outcomes_of(self.threads)

    @cached_property
    def lowered(self) -> tuple[RatingLine, ...]:
        """Ratings lower than before."""
        return tuple(line for line in self.summary.lines if (line.movement or 0) < 0)

    @cached_property
    def raised(self) -> tuple[RatingLine, ...]:
        """Ratings higher than before."""
        return tuple(line for line in self.summary.lines if (line.movement or 0) > 0)

    @cached_property
    def doubtful(self) -> tuple[ActionView, ...]:
        """Live actions of which a person said that they are off track or at risk."""
        worried = {Outlook.OFF_TRACK, Outlook.AT_RISK}
        return tuple(a for a in self.plan.actions if a.status.is_live and a.outlook in worried)

    @cached_property
    def undated(self) -> tuple[ActionView, ...]:
        """Live actions without a date that are not ongoing; for changes, those that had one."""
        held = (s.action for s in self.standings if s.bucket is Bucket.UNDATED)
        return tuple(a for a in held if not self.changes_only or a.ref in self._was_dated)

    @cached_property
    def _was_dated(self) -> frozenset[str]:
        """The references now of actions that had a date on the earlier day."""
        dated = (t for t in self.threads if any(next_point(action) for action in t.then))
        return frozenset(ref for thread in dated for ref in thread.refs)

    @cached_property
    def decided(self) -> tuple[Decided, ...]:
        """Ratings decided since the earlier day: those that fell first, unchanged ones last."""
        return decided_since(self.plan, self.start)


def tell(plan: PlanView, compared: Comparison | None = None, *, since: date | None = None) -> Story:
    """Tell what happened up to a plan's day.

    Args:
        plan: The plan now.
        compared: With an earlier cycle; None for this cycle alone.
        since: The day of the last paper, to tell only what changed since; else the story begins
            with the earlier cycle, or with this one where the actions of none are held.
    """
    told = plan if compared is None else against(plan, compared.base)
    begun = plan.cycle.as_at
    if compared is not None and compared.actions_held:
        start = since or compared.base.cycle.as_at
    else:
        start = max(since, begun) if since and begun else since or begun
    return Story(
        plan=told,
        summary=summarise(told),
        compared=compared,
        start=start,
        changes_only=since is not None,
        threads=threads_of(plan, compared, start=start),
    )


def against(plan: PlanView, base: PlanView) -> PlanView:
    """Return a plan whose previous ratings are those of an earlier cycle, on the same scale."""
    same_scale = plan.framework.scale == base.framework.scale
    if same_scale and plan.previous is not None and plan.previous.id == base.cycle.id:
        return plan
    levels = {held.code: held.level for held in base.assessments if same_scale}
    return replace(
        plan,
        previous=base.cycle,
        assessments=tuple(
            replace(held, previous=levels.get(held.code), previous_printed=None)
            for held in plan.assessments
        ),
    )
