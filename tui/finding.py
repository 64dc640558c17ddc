"""What a label, a reference or a day means: which cycle, which action, which moment.

Owns the default cycle of a day, the spelling of references and the ends of days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.errors import NotFound
from tracker.kinds import CycleState
from tracker.names import typed
from tracker.reports.counting import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import ActionView, CycleView, PartnershipView, PlanView


def live_on(cycles: Sequence[CycleView], partnership: PartnershipView, day: date) -> CycleView:
    """Return the cycle whose plan was in force on a day: the newest agreed one by then.

    A repeat that is drafted is never it, and one that was agreed here counts from that day.

    Args:
        cycles: Those held, oldest first.
        partnership: Whose they are.
        day: The day.

    Raises:
        NotFound: None is held, or none had been agreed by that day.
    """
    agreed = [c for c in cycles if c.state in {CycleState.AGREED, CycleState.CLOSED}]
    undated = all(c.as_at is None for c in agreed)
    begun = [c for c in agreed if (undated if c.in_force_from is None else c.in_force_from <= day)]
    whole = [c for c in begun if not c.ratings_only]
    if whole or begun:
        return (whole or begun)[-1]
    if not cycles:
        raise NotFound(f"No cycle of {partnership.name} is held.", "Import a paper first.")
    if not agreed:
        raise NotFound(
            f"No cycle of {partnership.name} has been agreed yet.",
            f"Name the one that is being drafted: --cycle {typed(cycles[-1].label)}.",
        )
    first = min(cycle.as_at for cycle in agreed if cycle.as_at)
    raise NotFound(
        f"The first plan held of {partnership.name} is that of {say_day(first)}; "
        f"nothing is held as at {say_day(day)}.",
        "Give a later day with --as-at.",
    )


def newest_day(cycle: CycleView, *, today: date) -> date:
    """Return the day for which a cycle is shown when none is said: today, or its own to come.

    A draft is shown as it stands today, before its own day too.
    """
    return max(cycle.as_at, today) if cycle.as_at and not cycle.state.is_draft else today


def plain_ref(text: str) -> str:
    """Return a reference without the spaces and noughts that people put into it."""
    code, _, number = text.strip().partition("/")
    digits = number.strip().lstrip("0")
    return f"{code.strip().upper()}/{digits}" if digits.isdecimal() else text.strip()


def find_action(plan: PlanView, ref: str) -> ActionView:
    """Return the action that a reference names; an alias is as good as its own.

    Raises:
        NotFound: Saying what is held under that proposal.
    """
    label, _, short = ref.rpartition(":")
    short = plain_ref(short)
    if label and label.strip() != plan.cycle.label:
        raise NotFound(
            f"{ref} is of another cycle; this is {plan.cycle.label}.",
            f"Add --cycle {typed(label.strip())}, or leave the label out.",
        )
    found = plan.by_ref.get(short)
    if found is not None:
        return found
    meant = dict(plan.cross_references).get(short)
    if meant:
        refs = ", ".join(action.ref for action in plan.under(meant)) or "none"
        raise NotFound(
            f"{short} is printed as “as per {meant}”: it means the actions of {meant}.",
            f"Name one of them: {refs}.",
        )
    code = short.partition("/")[0]
    held = [action.ref for action in plan.actions if action.record.code == code]
    if len(held) == 1:
        hint = f"Under {code} there is {held[0]}."
    elif held:
        hint = f"Under {code} there are {listed(held)}."
    else:
        hint = "A reference is a code and a number, such as 2.4/2. See all with: tracker actions."
    raise NotFound(f"There is no action {ref} in cycle {plan.cycle.label}.", hint)


def start_of(day: date) -> datetime:
    """Return the moment at which a day begins where the program runs."""
    return datetime.combine(day, time.min).astimezone()


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over where the program runs."""
    return start_of(day + timedelta(days=1)) if day < date.max else datetime.max.replace(tzinfo=UTC)
