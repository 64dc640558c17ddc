"""What may be said of an action in an update, and the words for what it changes.

Owns the checks on updates and the sentences "from ... to ...". Recording them is `db.writing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.errors import Refused, UsageFault
from tracker.kinds import CycleState, Outlook, Status, TimescaleKind
from tracker.plan import first_day

if TYPE_CHECKING:
    from datetime import date

    from tracker.plan import ActionView, PlanView
    from tracker.timescale import Timescale


ADDED = "none"
"""What stood before, where a text is added to those held."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a person says of one or more actions; None says nothing of that field."""

    on: date
    """The day on which it happened."""
    status: Status | None = None
    timescale: Timescale | None = None
    outlook: Outlook | None = None
    outlook_reason: str | None = None
    board_text: str | None = None
    note: str | None = None
    owners: tuple[str, ...] | None = None
    """Leads, replacing those held; empty takes them all away."""
    said_by: str | None = None
    reason: str | None = None
    superseded_by: str | None = None
    """The reference of the action that takes this one's place."""
    milestone: str | None = None
    """The label, or the beginning of it, of a milestone that was done."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be recorded."""
        return self == Change(on=self.on, said_by=self.said_by, reason=self.reason)


def with_implied(change: Change) -> Change:
    """Return a change with the status that its timescale implies, where it states none.

    The same rule as for a paper: `ongoing` and `in place` are answers, not missing dates.
    """
    implied = change.timescale.status if change.timescale else None
    if change.status is not None or implied is None:
        return change
    return replace(change, status=implied)


@dataclass(frozen=True, slots=True)
class Altered:
    """One field of one action, before and after."""

    field: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return the change in words."""
        if self.before == ADDED:
            return f"{self.field} added: {self.after}"
        return f"{self.field}: {self.before} → {self.after}"


def refuse_empty(change: Change) -> None:
    """Refuse a change that says nothing.

    Raises:
        UsageFault: Naming what can be said.
    """
    if change.is_empty:
        raise UsageFault(
            "Nothing to record was said.", "Say --status, --note, --due, --owner or --outlook."
        )


def check_change(plan: PlanView, action: ActionView, change: Change, *, today: date) -> None:
    """Refuse what would make a record untrue or useless.

    Raises:
        Refused: Naming the action, the reason and what to do.
        UsageFault: Nothing is said.
    """
    ref = action.ref
    refuse_empty(change)
    check_open(plan)
    check_own(plan, action)
    _check_day(plan, change, today=today)
    _check_timescale(change)
    _check_status(ref, action, change)


def check_new(plan: PlanView, change: Change, *, today: date) -> None:
    """Refuse what cannot be said of an action that is new.

    Raises:
        Refused: Naming the reason and what to do.
    """
    check_open(plan)
    _check_day(plan, change, today=today)
    _check_timescale(change)
    if change.status is not None and not change.status.is_live:
        raise Refused(
            f"A new action cannot be {change.status}.", "Add it as live, then update its status."
        )


def check_own(plan: PlanView, action: ActionView) -> None:
    """Refuse to update in a draft what stands in the live cycle until the draft is agreed.

    Raises:
        Refused: Naming the live cycle.
    """
    live = action.record.carried_from
    if live is not None:
        raise Refused(
            f"{action.ref} is carried into cycle {plan.cycle.label}, which is being drafted; until "
            f"that is agreed, actions are updated in cycle {live}, and the draft shows it.",
            f"Name no cycle, in --cycle or before the reference; or the live one: --cycle {live}.",
        )


def check_open(plan: PlanView) -> None:
    """Refuse to change a cycle that is closed.

    Raises:
        Refused: Saying where to work.
    """
    if plan.cycle.state is CycleState.CLOSED:
        raise Refused(
            f"Cycle {plan.cycle.label} is closed, and a closed cycle never changes.",
            "Work in the live cycle: name no other, in --cycle or before the reference.",
        )


def _check_day(plan: PlanView, change: Change, *, today: date) -> None:
    if change.on > today:
        raise Refused(
            f"{say_day(change.on)} has not come yet; an update tells what has happened.",
            "For a date to come, use --due.",
        )
    begun = first_day(plan)
    if begun and change.on < begun:
        raise Refused(
            f"{say_day(change.on)} lies before the plan of cycle {plan.cycle.label} "
            f"({say_day(begun)}).",
            "Give the day on which it happened with --on.",
        )


def _check_timescale(change: Change) -> None:
    if change.timescale and change.timescale.kind is TimescaleKind.UNCLEAR:
        raise Refused(
            f"The timescale “{change.timescale.text}” is not understood: "
            f"{change.timescale.reading}",
            "Write it as in “31 March 2022”, “March 2022”, “Q4 2021/22”, “ongoing”, "
            "“to be agreed”.",
        )


def _check_status(ref: str, action: ActionView, change: Change) -> None:
    status = change.status or action.status
    if change.status is Status.WITHDRAWN and not change.reason:
        raise Refused(f"{ref} is to be withdrawn without a reason.", "Say why with --reason.")
    if change.status is Status.SUPERSEDED and not change.superseded_by:
        raise Refused(
            f"{ref} is to be superseded, but by which action?", "Name it with --superseded-by REF."
        )
    if change.superseded_by and change.status is not Status.SUPERSEDED:
        raise Refused(
            f"{ref}: --superseded-by goes with --status superseded.", "Say both, or neither."
        )
    stated = change.outlook not in {None, Outlook.NOT_STATED}
    if stated and not status.is_live:
        raise Refused(
            f"{ref} is {status}; an outlook is for live actions.",
            "Leave --outlook out, or give it a live status.",
        )


def alterations(action: ActionView, change: Change) -> tuple[Altered, ...]:
    """Return what a change alters in an action, in words; what stays the same is left out."""
    told = []
    if change.status is not None:
        told.append(Altered("status", str(action.status), str(change.status)))
    if change.timescale is not None:
        told.append(Altered("timescale", _when(action.timescale), _when(change.timescale)))
    if change.outlook is not None:
        told.append(Altered("outlook", str(action.outlook), str(change.outlook)))
    if change.owners is not None:
        told.append(
            Altered("owner", _names(action.owner_names), _names(change.owners)),
        )
    told = [altered for altered in told if altered.before != altered.after]
    if change.milestone is not None:
        told.append(Altered("milestone", f"{change.milestone} open", "done"))
    if change.board_text is not None:
        told.append(Altered("for the board", action.board_text or ADDED, change.board_text))
    if change.note is not None:
        told.append(Altered("note", ADDED, change.note))
    return tuple(told)


def overtaken_on(action: ActionView, change: Change) -> date | None:
    """Return the latest day on which something else was said of what a change says of its own.

    What was said of a later day stands, whenever it was typed in.
    """
    said = change.status, change.timescale, change.outlook
    days = (
        update.happened_on
        for update in action.updates
        if update.happened_on > change.on
        and any(
            new is not None and old is not None and old != new
            for new, old in zip(
                said, (update.status, update.timescale, update.outlook), strict=True
            )
        )
    )
    return max(days, default=None)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "no owner"


def _when(timescale: Timescale | None) -> str:
    if timescale is None or not timescale.text:
        return "no timescale"
    if timescale.due is None:
        return timescale.text
    return f"{timescale.text} ({say_day(timescale.due)})"
