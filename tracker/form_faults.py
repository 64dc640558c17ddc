"""What is wrong with the fields of an action's form, said at the field where it is mended.

What a field holds, and what saving would change, is `action_form`; what may be said of an action
is `changing`, whose refusals are told as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.action_form import change_in, codes_in, differing, milestones_in
from tracker.changing import check_change
from tracker.cleaning import clean, clean_line
from tracker.dates import read_day
from tracker.errors import TrackerError
from tracker.kinds import Outlook, Status, TimescaleKind
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.action_form import Form
    from tracker.plan import ActionView, PlanView

WHOLE = ""
"""The name under which a fault of no single field is found."""


def faults(
    plan: PlanView, action: ActionView, first: Form, mine: Form, *, today: date
) -> dict[str, str]:
    """Return what is wrong with what stands in the fields, by field, or under `WHOLE`.

    Args:
        plan: The plan as it was read.
        action: The action.
        first: The fields as they were read.
        mine: As they stand now.
        today: The present day.
    """
    found = dict(_faults(plan, action, first, mine))
    if not found:
        try:
            for change in (change_in(first, mine, today=today), *milestones_in(mine, today=today)):
                if change is not None:
                    check_change(plan, action, change, today=today)
        except TrackerError as error:
            found[WHOLE] = error.message
    return found


def _faults(
    plan: PlanView, action: ActionView, first: Form, mine: Form
) -> Iterator[tuple[str, str]]:
    if not clean(mine.text).strip():
        yield "text", "An action needs a wording: a sentence that says what will be done."
    codes = codes_in(mine.proposals)
    unknown = [code for code in codes if code not in plan.framework.by_code]
    if unknown:
        yield "proposals", f"There is no proposal {', '.join(unknown)}."
    elif not codes and first.proposals:
        yield "proposals", "Name at least one proposal, such as 2.4."
    yield from _faults_of_status(plan, action, first, mine)
    if mine.timescale != first.timescale:
        read = read_timescale(clean_line(mine.timescale), as_at=plan.as_at)
        if not mine.timescale.strip():
            yield "timescale", "Write “to be agreed” where there is no date any more."
        elif read.kind is TimescaleKind.UNCLEAR:
            yield "timescale", f"This is not understood: {read.reading}"
    live = Status(mine.status).is_live
    if not live and "outlook" in differing(first, mine) and mine.outlook != Outlook.NOT_STATED:
        yield "outlook", f"It is {mine.status}; an outlook is for live actions."
    if mine.on.strip():
        try:
            read_day(mine.on)
        except TrackerError as error:
            yield "on", error.message


def _faults_of_status(
    plan: PlanView, action: ActionView, first: Form, mine: Form
) -> Iterator[tuple[str, str]]:
    if mine.status == first.status:
        return
    if mine.status == Status.WITHDRAWN and not mine.reason.strip():
        yield "reason", "Say why it is withdrawn."
    if mine.status == Status.SUPERSEDED:
        other = plan.by_ref.get(clean_line(mine.superseded_by).upper())
        if not mine.superseded_by.strip():
            yield "superseded_by", "Say which action takes its place, such as 2.4/2."
        elif other is None:
            yield "superseded_by", f"There is no action {mine.superseded_by.strip()} in this cycle."
        elif other.id == action.id:
            yield "superseded_by", "It cannot take its own place."
