"""How far dates have moved: the first agreed one, every later one, who said so, when and why.

Owns slippage as values, of one action and by owner or proposal. It is read from the updates alone:
nothing is computed and stored. A review set again and a recurring action renewed are no slip.
Leaves which action goes on with which to `compare`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.kinds import OwnerRole, TimescaleKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.plan import ActionView, UpdateView

ROLLING = frozenset({TimescaleKind.REVIEW, TimescaleKind.RECURRING, TimescaleKind.IN_PLACE})
"""Timescales whose later date is the next occasion, not a slip; what is in place has its review."""


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a date."""

    before: date
    after: date
    on: date
    """The day on which it was said."""
    who: str | None
    """Who said so; None where a paper did."""
    why: str | None

    @property
    def days(self) -> int:
        """Days later; negative where the date was brought forward."""
        return (self.after - self.before).days


@dataclass(frozen=True, slots=True)
class Slip:
    """How the date of one action has moved, in one cycle or over several."""

    first: date
    """The first agreed date."""
    due: date
    """The date given last."""
    moves: tuple[Move, ...]
    """Oldest first; each begins where the one before it ended."""

    @property
    def days(self) -> int:
        """Days later than first agreed."""
        return (self.due - self.first).days

    @property
    def times(self) -> int:
        """How often it moved to a later date."""
        return sum(1 for move in self.moves if move.days > 0)


@dataclass(frozen=True, slots=True)
class SlipTotal:
    """The slippage of several actions."""

    name: str
    """The owner or the proposal; empty for actions that have none."""
    actions: int
    """Those with a later date than first agreed."""
    times: int
    days: int
    """Of all of them together."""
    longest: int


def slip_of(*stages: ActionView) -> Slip | None:
    """Return how a date moved, or None where none was ever given.

    Args:
        stages: The same action in one cycle after another.
    """
    moves: list[Move] = []
    first: date | None = None
    held: date | None = None
    for update in said_once(stages):
        due = _due(update)
        if due is None:
            continue
        if first is None or held is None:
            first = held = _agreed_before(update) or due
        if due != held:
            moves.append(Move(held, due, update.happened_on, update.said_by, update.reason))
            held = due
    return Slip(first, held, tuple(moves)) if first and held else None


def said_once(stages: Iterable[ActionView]) -> tuple[UpdateView, ...]:
    """Return all that was said of an action from one cycle to the next, each thing once.

    A repeat that was opened here shows again what was said in the cycle before it.
    """
    updates = (update for stage in stages for update in stage.updates)
    found = {replace(update, id=0, act=0, milestones=()): update for update in updates}
    return tuple(found.values())


def since(slip: Slip, day: date) -> Slip | None:
    """Return what a date has moved after a day, or None where it has not."""
    moves = tuple(move for move in slip.moves if move.on > day)
    return Slip(moves[0].before, slip.due, moves) if moves else None


def _due(update: UpdateView) -> date | None:
    timescale = update.timescale
    return None if timescale is None or timescale.kind in ROLLING else timescale.due


def _agreed_before(update: UpdateView) -> date | None:
    """Return the date that a paper itself says was replaced, as in `was June, now October`."""
    timescale = update.timescale
    return timescale.former if timescale else None


def by_owner(slips: Iterable[tuple[ActionView, Slip]]) -> tuple[SlipTotal, ...]:
    """Add slippage up by who leads; an action of two leads counts under both."""
    return add_up((_leads(action), slip) for action, slip in slips)


def by_proposal(slips: Iterable[tuple[ActionView, Slip]]) -> tuple[SlipTotal, ...]:
    """Add slippage up by proposal; an action under two counts under both."""
    return add_up((action.proposals, slip) for action, slip in slips)


def _leads(action: ActionView) -> tuple[str, ...]:
    return tuple(owner.name for owner in action.owners if owner.role is OwnerRole.LEAD)


def add_up(slips: Iterable[tuple[tuple[str, ...], Slip]]) -> tuple[SlipTotal, ...]:
    """Add slippage up by name, the most days first.

    An action with several names counts under each of them.

    Args:
        slips: The names that a slip counts under, and the slip; only later dates count.
    """
    found: dict[str, list[Slip]] = {}
    for names, slip in slips:
        if slip.days > 0:
            for name in dict.fromkeys(names or ("",)):
                found.setdefault(name, []).append(slip)
    totals = (
        SlipTotal(
            name,
            actions=len(held),
            times=sum(slip.times for slip in held),
            days=sum(slip.days for slip in held),
            longest=max(slip.days for slip in held),
        )
        for name, held in found.items()
    )
    return tuple(sorted(totals, key=lambda total: (-total.days, total.name)))
