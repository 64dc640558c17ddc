"""Preparing the repeat of a round: what becomes of every action that is live.

Owns the choices (carried, complete, withdrawn, merged), what each must say, and the preview of the
whole. Closed actions are not carried: the comparison of the two cycles shows them once. But a
standing arrangement with a date for its review is: nobody would watch the review otherwise. Writing
it down is `db.writing.opening`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.errors import NotFound, Refused, UsageFault
from tracker.kinds import Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.plan import ActionView, AssessmentView, PlanView


class Becomes(StrEnum):
    """What becomes of a live action when the repeat is opened."""

    CARRIED = "carried"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person says of one action; those of which nothing is said are carried."""

    ref: str
    becomes: Becomes
    reason: str | None = None
    into: str | None = None
    """The action that goes on with it, where it is merged."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A repeat that is to be opened."""

    label: str
    as_at: date
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What opening a repeat does: a preview, checked."""

    plan: PlanView
    """The live plan."""
    opening: Opening
    carried: tuple[ActionView, ...]
    chosen: tuple[tuple[ActionView, Choice], ...]
    """Those that go on, but are not simply carried."""
    closed: tuple[ActionView, ...]
    """Those that were closed before, and are not carried."""

    @property
    def ratings(self) -> tuple[AssessmentView, ...]:
        """The local ratings, all carried and none decided."""
        local = {proposal.code for proposal in self.plan.framework.local}
        return tuple(a for a in self.plan.assessments if a.code in local)

    def of(self, becomes: Becomes) -> tuple[tuple[ActionView, Choice], ...]:
        """Return the live actions that a choice was made for."""
        return tuple(pair for pair in self.chosen if pair[1].becomes is becomes)

    def left_out(self, choice: Choice) -> tuple[str, ...]:
        """Return the owners of a merged action that the one going on with it does not have."""
        if choice.into is None:
            return ()
        staying = self.plan.by_ref[choice.into].owner_names
        return tuple(n for n in self.plan.by_ref[choice.ref].owner_names if n not in staying)


def prepare(plan: PlanView, opening: Opening) -> Prepared:
    """Check what is to become of every live action, and return the whole.

    Raises:
        NotFound: A choice names no action.
        Refused: It is closed already, a reason is missing, or it is merged into one that ends.
        UsageFault: Two things are said of one action.
    """
    _check_day(plan, opening)
    choices: dict[str, Choice] = {}
    for choice in opening.choices:
        action = _live(plan, choice.ref)
        if action.ref in choices:
            raise UsageFault(f"Two things are said of {action.ref}.", "Say one for each action.")
        choices[action.ref] = choice
    for ref, choice in choices.items():
        _check_choice(ref, choice, choices, plan)
    live = [action for action in plan.actions if goes_on(action)]
    chosen = [(a, choices[a.ref]) for a in live if a.ref in choices]
    return Prepared(
        plan=plan,
        opening=opening,
        carried=tuple(a for a in live if choices.get(a.ref, _CARRY).becomes is Becomes.CARRIED),
        chosen=tuple(pair for pair in chosen if pair[1].becomes is not Becomes.CARRIED),
        closed=tuple(a for a in plan.actions if not goes_on(a)),
    )


def goes_on(action: ActionView) -> bool:
    """Tell whether an action goes on into the next round unless somebody says otherwise."""
    is_watched = action.timescale is not None and action.timescale.review is not None
    return action.status.is_live or (action.status is Status.IN_PLACE and is_watched)


_CARRY = Choice("", Becomes.CARRIED)


def _check_day(plan: PlanView, opening: Opening) -> None:
    before = plan.cycle.as_at
    if before is not None and opening.as_at <= before:
        raise Refused(
            f"The repeat would be as at {say_day(opening.as_at)}; cycle {plan.cycle.label}, which "
            f"it repeats, is as at {say_day(before)}.",
            "Give a later day with --as-at.",
        )


def _live(plan: PlanView, ref: str) -> ActionView:
    action = plan.by_ref.get(ref)
    if action is None:
        raise NotFound(
            f"There is no action {ref} in cycle {plan.cycle.label}.",
            "See all with: tracker actions.",
        )
    if not goes_on(action):
        raise Refused(
            f"{action.ref} is {action.status} already, and is not carried.", "Leave it out."
        )
    return action


def _check_choice(ref: str, choice: Choice, choices: Mapping[str, Choice], plan: PlanView) -> None:
    """Refuse a choice that does not say what it must."""
    if choice.becomes in {Becomes.WITHDRAWN, Becomes.MERGED} and not choice.reason:
        raise Refused(f"{ref} is to be {choice.becomes} without a reason.", "Say why.")
    if choice.becomes is not Becomes.MERGED:
        return
    if not choice.into:
        raise Refused(f"{ref} is to be merged, but into which action?", "Name it.")
    into = _live(plan, choice.into).ref
    if into == ref:
        raise Refused(f"{ref} cannot be merged into itself.", "Name the other action.")
    if choices.get(into, _CARRY).becomes is not Becomes.CARRIED:
        raise Refused(
            f"{ref} is to be merged into {into}, which is to be {choices[into].becomes}.",
            "Merge it into an action that is carried.",
        )
