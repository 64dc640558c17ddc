"""Each action from an earlier day to now, whether one cycle lies between or none.

Owns the thread of an action: how it stood on the earlier day, how it stands now, what became of it
and when. Leaves which action goes on with which, over two cycles, to `compare`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import OUTCOMES, Outcome, Status
from tracker.plan import fold
from tracker.slippage import said_once, slip_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tracker.compare import ActionFate, Comparison
    from tracker.plan import ActionView, PlanView, UpdateView
    from tracker.slippage import Slip

CLOSING = frozenset(OUTCOMES.values())


@dataclass(frozen=True, slots=True)
class Thread:
    """One action, or several that go on with each other."""

    base: tuple[ActionView, ...]
    """In the earlier cycle, as it stood at its end; empty within one cycle."""
    then: tuple[ActionView, ...]
    """As it stood on the earlier day; empty where it was not held yet."""
    now: tuple[ActionView, ...]
    """Empty where the later cycle no longer holds it."""
    outcome: Outcome
    told: str | None
    """The sentence that tells its outcome, where it is not a status."""
    slip: Slip | None

    @property
    def shown(self) -> ActionView:
        """The action by which it is shown: the newest there is."""
        return (self.now or self.base or self.then)[0]

    @property
    def refs(self) -> tuple[str, ...]:
        """Its references in the newest cycle that holds it."""
        return tuple(action.ref for action in self.now or self.base or self.then)

    @property
    def closed_before(self) -> bool:
        """Tell whether it was closed on the earlier day already."""
        return bool(self.then) and not any(action.status.is_live for action in self.then)

    @property
    def last_word(self) -> UpdateView | None:
        """The update that closed it, where one did."""
        closing: UpdateView | None = None
        for update in said_once((*self.base[:1], *self.now[:1])):
            if update.status is None:
                continue
            if update.status.is_live:
                closing = None
            elif closing is None or closing.status != update.status:
                closing = update
        return closing


def threads_of(
    plan: PlanView, compared: Comparison | None, *, start: date | None
) -> tuple[Thread, ...]:
    """Return every action of a plan, and of the cycle it is compared with, in one thread each.

    Args:
        plan: The plan now.
        compared: With the earlier cycle; None, or without its actions, for this cycle alone.
        start: The earlier day; None where it is not known, so that nothing was held on it.
    """
    if compared is not None and compared.actions_held:
        return tuple(_of_fate(fate, start) for fate in compared.fates)
    return tuple(
        Thread(
            base=(),
            then=_on([action], start),
            now=(action,),
            outcome=OUTCOMES.get(action.status, Outcome.OPEN),
            told=None,
            slip=slip_of(action),
        )
        for action in plan.actions
    )


def _of_fate(fate: ActionFate, start: date | None) -> Thread:
    standing = bool(fate.repeat) and all(a.status is Status.IN_PLACE for a in fate.repeat)
    is_status = bool(fate.repeat) or any(a.status in OUTCOMES for a in fate.base)
    return Thread(
        base=fate.base,
        then=_on(fate.base, start),
        now=fate.repeat,
        outcome=Outcome.IN_PLACE if standing and fate.outcome is Outcome.OPEN else fate.outcome,
        told=None if is_status else fate.reason or None,
        slip=fate.slip,
    )


def _on(actions: Iterable[ActionView], day: date | None) -> tuple[ActionView, ...]:
    """Return actions as they stood on a day; those of which nothing had been said are left out."""
    if day is None:
        return ()
    folded = (fold(action.record, as_at=day) for action in actions)
    return tuple(action for action in folded if action.updates)


def outcomes_of(threads: Sequence[Thread]) -> tuple[tuple[Outcome, int], ...]:
    """Return what became of the earlier cycle's actions, each counted once, in a fixed order."""
    counts = dict.fromkeys(Outcome, 0)
    for thread in threads:
        counts[thread.outcome] += len(thread.base)
    return tuple(counts.items())
