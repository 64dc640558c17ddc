"""What is wrong with a plan, as findings that name the action and the command that mends it.

Owns the tests that a plan is put to before a paper goes out. It judges what is recorded, never
what was achieved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.kinds import Scope, Status
from tracker.ordering import folded
from tracker.rules import Bucket, days_silent, stand
from tracker.wording import is_past, names_no_task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.plan import ActionView, PlanView
    from tracker.rules import Standing

SILENT = 60
"""Days after which a live action of which nothing was said is remarked on."""
OWNED = frozenset(Status) - {Status.COMPLETE, Status.WITHDRAWN, Status.SUPERSEDED}


class Fault(StrEnum):
    """What can be wrong with an action or a proposal."""

    NO_OWNER = "no owner"
    NO_DATE = "no date"
    PAST_WHEN_AGREED = "date past when agreed"
    REVIEW_DUE = "review due"
    SILENT = "nothing said"
    LOW_WITHOUT_ACTION = "low rating without an open action"
    TWICE = "same text, different dates"
    NO_NOTE = "complete without a note"
    NO_TASK = "says what was, not what will be done"
    NO_VERB = "no verb says what will be done"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong."""

    fault: Fault
    where: str
    """An action's reference or a proposal's code."""
    message: str
    command: str
    """What mends it."""


def check_plan(plan: PlanView, *, silent: int = SILENT) -> tuple[Finding, ...]:
    """Put a plan to every test, as it stood on its day.

    Args:
        plan: The plan.
        silent: Days after which silence about a live action is remarked on.

    Returns:
        The findings, by kind in the order of `Fault`, then in the framework's order.
    """
    standings = [stand(action, as_at=plan.as_at) for action in plan.actions]
    found = [finding for standing in standings for finding in _of_action(plan, standing, silent)]
    found += [*_low_ratings(plan), *_twice(plan)]
    order = list(Fault)
    return tuple(sorted(found, key=lambda finding: order.index(finding.fault)))


def _of_action(plan: PlanView, standing: Standing, silent: int) -> Iterator[Finding]:
    action, ref = standing.action, standing.action.ref
    update = f"tracker update {ref}"
    if action.status in OWNED and not action.owners:
        yield Finding(Fault.NO_OWNER, ref, "Nobody leads it.", f'{update} --owner "POST"')
    if standing.bucket is Bucket.UNDATED:
        message = "It is live and has neither a date nor a standing answer."
        yield Finding(Fault.NO_DATE, ref, message, f'{update} --due "TIMESCALE"')
    first = _due_when_agreed(plan, action)
    if first and action.status.is_live and plan.cycle.as_at and first < plan.cycle.as_at:
        message = f"Its date, {say_day(first)}, had gone by when the plan was agreed."
        command = f'{update} --due "TIMESCALE" --reason "WHY"'
        yield Finding(Fault.PAST_WHEN_AGREED, ref, message, command)
    if standing.review:
        message = f"Its review was due by {say_day(standing.review)}."
        yield Finding(Fault.REVIEW_DUE, ref, message, f'{update} --due "NEXT REVIEW"')
    yield from _silence(plan, action, silent)
    yield from _wording(action)


def _due_when_agreed(plan: PlanView, action: ActionView) -> date | None:
    """Return the date that stood on the plan's own day; of a later action the first."""
    day = plan.cycle.as_at or date.min
    said = [u.timescale.due for u in action.updates if u.happened_on <= day and u.timescale]
    return said[-1] if said else next(iter(action.due_dates), None)


def _silence(plan: PlanView, action: ActionView, silent: int) -> Iterator[Finding]:
    days = days_silent(action, as_at=plan.as_at)
    if days and days >= silent:
        message = f"Nothing was said of it for {days} days."
        command = f'tracker update {action.ref} --note "WHAT HAPPENED"'
        yield Finding(Fault.SILENT, action.ref, message, command)


def _wording(action: ActionView) -> Iterator[Finding]:
    said = any(update.note or update.board_text for update in action.updates)
    if action.status is Status.COMPLETE and not said:
        command = f'tracker update {action.ref} --note "WHAT SHOWS IT"'
        yield Finding(Fault.NO_NOTE, action.ref, "It is complete; nothing says how.", command)
    if not action.status.is_live:
        return
    reword = f'tracker edit {action.ref} --text "WHAT WILL BE DONE"'
    if is_past(action.text):
        message = "Its words tell what was done, not what will be done."
        yield Finding(Fault.NO_TASK, action.ref, message, reword)
    elif names_no_task(action.text):
        message = "Its words name a thing; no verb says what will be done."
        yield Finding(Fault.NO_VERB, action.ref, message, reword)


def _low_ratings(plan: PlanView) -> Iterator[Finding]:
    """Yield the low ratings under which nothing is left to do, unless a reason is given."""
    low = {level.name for level in plan.framework.scale if level.is_low}
    for held in plan.assessments:
        if held.scope is Scope.NATIONAL or held.level not in low or plan.cycle.ratings_only:
            continue
        explained = held.decision is not None and held.decision.reason
        if explained or any(action.status.is_live for action in plan.under(held.code)):
            continue
        message = f"It is {held.level} and has no open action."
        command = f'tracker add {held.code} "WHAT WILL BE DONE"'
        yield Finding(Fault.LOW_WITHOUT_ACTION, held.code, message, command)


def _twice(plan: PlanView) -> Iterator[Finding]:
    """Yield the actions whose words stand elsewhere with another date."""
    alike: dict[str, list[ActionView]] = {}
    for action in plan.actions:
        if action.status.is_live:
            alike.setdefault(folded(action.text), []).append(action)
    for actions in alike.values():
        if len({action.due for action in actions}) > 1:
            first, *others = actions
            for other in others:
                message = f"{first.ref} says the same with another date."
                command = (
                    f"tracker update {other.ref} --status superseded --superseded-by {first.ref}"
                )
                yield Finding(Fault.TWICE, other.ref, message, command)
