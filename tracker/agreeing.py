"""Agreeing a round: what must be settled before, and what it does.

Owns the refusals: a rating that nobody has decided keeps a round open, unless it is left as it was
by name and with a reason; nothing is agreed by nobody, or on a day that cannot be. Writing it down
is `db.writing.agreeing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.errors import NotFound, Refused
from tracker.kinds import Decision
from tracker.opening import goes_on
from tracker.plan import DecisionView, first_day
from tracker.round import is_decided, progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.plan import ActionView, PlanView
    from tracker.round import RoundProgress


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a body agrees, and when."""

    by: str | None
    on: date
    leave: tuple[tuple[str, str], ...] = ()
    """Ratings that are left as they were: the proposal, and why."""


@dataclass(frozen=True, slots=True)
class Agreeing:
    """What agreeing a round does: a preview, checked."""

    plan: PlanView
    """The round, as it stands."""
    live: PlanView | None
    """The plan that it takes the place of."""
    agreement: Agreement
    left: tuple[tuple[str, DecisionView], ...]
    arriving: tuple[ActionView, ...]
    """Live actions that were added or taken up again since the round was opened: they go on too."""

    @property
    def left_before(self) -> tuple[tuple[str, str], ...]:
        """Ratings that were left as they were by an earlier agreement and still are, with why."""
        anew = dict(self.left)
        held = ((code, self.plan.by_code[code].decision) for code in self.progress.left)
        return tuple((c, d.reason or "") for c, d in held if d is not None and c not in anew)

    @property
    def progress(self) -> RoundProgress:
        """How far the round had come before."""
        return progress_of(self.plan)


def arriving(plan: PlanView, live: PlanView | None) -> tuple[ActionView, ...]:
    """Return the live actions that a draft does not hold yet, and that go on."""
    if live is None or plan.cycle.opened_from != live.cycle.id:
        return ()
    return tuple(a for a in live.actions if goes_on(a) and a.ref not in plan.by_ref)


def check_agreeing(
    plan: PlanView, live: PlanView | None, agreement: Agreement, *, today: date
) -> Agreeing:
    """Check that a round can be agreed, and return what that does.

    Raises:
        NotFound: A rating is left of which there is no proposal.
        Refused: It is no draft, somebody or something is missing, or the day cannot be.
    """
    label = plan.cycle.label
    if not plan.cycle.state.is_draft:
        raise Refused(f"Cycle {label} is {plan.cycle.state} already.", "Nothing is to be agreed.")
    if not agreement.by:
        raise Refused(
            f"Who agrees cycle {label}? A round is agreed by a body or a meeting.",
            'Say it with --by, such as --by "Integration Joint Board".',
        )
    _check_day(plan, agreement.on, today=today)
    _check_endings(plan, live, agreement.on)
    left = tuple(_left(plan, agreement))
    undecided = [c for c in progress_of(plan).undecided if c not in dict(left)]
    if undecided:
        count = len(undecided)
        raise Refused(
            f"{count} {'rating is' if count == 1 else 'ratings are'} not decided: "
            f"{', '.join(undecided)}.",
            "Confirm or rate each: tracker confirm CODE --by WHO. Or leave it as it was, by name "
            f"and with a reason: --leave {undecided[0]}=REASON.",
        )
    return Agreeing(plan, live, agreement, left, arriving(plan, live))


def check_step(plan: PlanView, on: date, *, today: date) -> None:
    """Refuse a step of a round on a day that has not come, or before the round could begin.

    Raises:
        Refused: Naming the day.
    """
    if on > today:
        raise Refused(f"{say_day(on)} has not come yet.", "Give the day with --on.")
    begun = first_day(plan)
    if begun and on < begun:
        raise Refused(
            f"{say_day(on)} lies before the round, which goes back to {say_day(begun)}.",
            "Give the day with --on.",
        )


def _check_day(plan: PlanView, on: date, *, today: date) -> None:
    check_step(plan, on, today=today)
    as_at = plan.cycle.as_at
    if as_at and on < as_at:
        raise Refused(
            f"Cycle {plan.cycle.label} is as at {say_day(as_at)}; it cannot be agreed on "
            f"{say_day(on)}.",
            "Give the day of the meeting with --on, or wait for that day.",
        )
    days = [d.decided_on for a in plan.assessments for d in a.decisions if d.decided_on]
    if days and on < max(days):
        raise Refused(
            f"A rating was decided on {say_day(max(days))}, after {say_day(on)}.",
            "Give the day of the meeting with --on.",
        )


def _check_endings(plan: PlanView, live: PlanView | None, on: date) -> None:
    """Refuse a day on which actions that end with the round before were still live.

    The comparison takes the round before as it stood on that day; it would not tell their outcome.
    """
    if live is None or plan.cycle.opened_from != live.cycle.id:
        return
    late = [a for a in live.actions if a.ref not in plan.by_ref and _ended_after(a, on)]
    if late:
        raise Refused(
            f"On {say_day(on)} these were not closed yet, and the repeat does not hold them: "
            f"{', '.join(action.ref for action in late)}.",
            f"Say when each ended: tracker update {late[0].ref} --status {late[0].status} "
            "--on DATE. Or give a later day of the meeting with --on.",
        )


def _ended_after(action: ActionView, on: date) -> bool:
    """Tell whether an action was closed, and first after a day."""
    if action.status.is_live:
        return False
    said = [update for update in action.updates if update.status is not None]
    before = [update for update in said if update.happened_on <= on]
    return bool(before) and before[-1].status is not None and before[-1].status.is_live


def _left(plan: PlanView, agreement: Agreement) -> Iterator[tuple[str, DecisionView]]:
    """Yield the decisions that leave ratings as they were."""
    for code, reason in agreement.leave:
        proposal = plan.framework.by_code.get(code)
        if proposal is None or proposal not in plan.framework.local or code not in plan.by_code:
            raise NotFound(
                f"There is no proposal {code} that is rated locally.",
                f"Not decided are: {', '.join(progress_of(plan).undecided) or 'none'}.",
            )
        held = plan.by_code[code]
        if is_decided(held):
            raise Refused(f"{code} is decided already.", "Leave it out of --leave.")
        if not reason.strip():
            raise Refused(
                f"{code} is to be left as it was without a reason.", f"Say why: --leave {code}=WHY."
            )
        kind = Decision.CARRIED if held.level else Decision.NOT_RATED
        yield code, DecisionView(0, kind, held.level, agreement.on, agreement.by, reason)
