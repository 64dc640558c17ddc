"""An action as the fields of a form: what stands in them, and what that changes.

Owns the words of the fields and the joining of two people's edits. What is wrong with them is
`form_faults`'; what may be said of an action is `changing`; recording it, and asking, are left to
others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.changing import Change, alterations
from tracker.cleaning import clean, clean_line
from tracker.dates import read_day, say_day
from tracker.kinds import Outlook, OwnerRole, Status
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from datetime import date

    from tracker.plan import ActionView


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the fields, as text."""

    text: str = ""
    delivery: str = ""
    proposals: str = ""
    """Codes, apart by commas."""
    owners: str = ""
    """The posts that lead it, apart by semicolons."""
    status: str = ""
    superseded_by: str = ""
    timescale: str = ""
    outlook: str = ""
    outlook_reason: str = ""
    board_text: str = ""
    note: str = ""
    """A new one; those held stand among the updates."""
    done: tuple[str, ...] = ()
    """Labels of the open milestones that are ticked as reached."""
    reason: str = ""
    said_by: str = ""
    on: str = ""


HELD = (
    "text", "delivery", "proposals", "owners", "status", "timescale", "outlook", "outlook_reason",
    "board_text",
)  # fmt: skip
"""The fields that show what is held; the others say something new."""
WORDED = ("text", "delivery", "proposals")
"""The fields of the action itself, as against what is said of it on a day."""
ABOUT = ("reason", "said_by", "on", "superseded_by")
"""The fields that go with others and change nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """What changes in the action itself; None leaves it."""

    text: str | None = None
    delivery: str | None = None
    codes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A form after somebody else changed the action meanwhile."""

    form: Form
    """Theirs where only they changed a field, else mine."""
    taken: tuple[str, ...]
    """The fields that were taken over."""
    theirs: tuple[tuple[str, str], ...]
    """Where both changed a field: the field, and what they wrote."""


def form_of(action: ActionView, *, on: date, said_by: str) -> Form:
    """Return an action as the fields of a form in which nothing was typed yet.

    Args:
        action: The action as it stands.
        on: The day of which something will be said.
        said_by: Who says it.
    """
    leads = [owner.name for owner in action.owners if owner.role is OwnerRole.LEAD]
    return Form(
        text=action.text,
        delivery=action.record.delivery or "",
        proposals=", ".join(action.proposals),
        owners="; ".join(leads),
        status=str(action.status),
        timescale=(action.timescale.text or "") if action.timescale else "",
        outlook=str(action.outlook),
        outlook_reason=action.outlook_reason or "",
        board_text=action.board_text or "",
        said_by=said_by,
        on=say_day(on),
    )


def differing(first: Form, mine: Form) -> tuple[str, ...]:
    """Return the names of the fields that something was typed in, in their order."""
    return tuple(
        name
        for name in Form.__dataclass_fields__
        if _plain(getattr(first, name)) != _plain(getattr(mine, name))
    )


def changed_fields(first: Form, mine: Form) -> tuple[str, ...]:
    """Return the fields that change something by themselves."""
    return tuple(name for name in differing(first, mine) if name not in ABOUT)


def _plain(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return clean(value).strip() if isinstance(value, str) else value


def merge(first: Form, mine: Form, theirs: Form) -> Merged:
    """Join what was typed with what somebody else changed since.

    Args:
        first: The fields as they were read.
        mine: As they stand now.
        theirs: As they would be read now.
    """
    moved = [name for name in HELD if getattr(first, name) != getattr(theirs, name)]
    both = [
        name
        for name in moved
        if _plain(getattr(mine, name)) not in {getattr(first, name), getattr(theirs, name)}
    ]
    taken = [name for name in moved if getattr(mine, name) == getattr(first, name)]
    over = {name: getattr(theirs, name) for name in taken}
    return Merged(
        replace(mine, **over),
        tuple(taken),
        tuple((name, getattr(theirs, name)) for name in both),
    )


def rewording(first: Form, mine: Form) -> Rewording | None:
    """Return what changes in the action itself, or None where nothing does."""
    typed = set(differing(first, mine)) & set(WORDED)
    if not typed:
        return None
    return Rewording(
        text=clean(mine.text).strip() if "text" in typed else None,
        delivery=clean(mine.delivery).strip() if "delivery" in typed else None,
        codes=codes_in(mine.proposals) if "proposals" in typed else None,
    )


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes of proposals in a text, each once."""
    return tuple(dict.fromkeys(part for part in re.split(r"[\s,;]+", text.upper()) if part))


def posts_in(text: str) -> tuple[str, ...]:
    """Return the posts in a text, each once."""
    return tuple(dict.fromkeys(name for part in text.split(";") if (name := clean_line(part))))


def change_in(first: Form, mine: Form, *, today: date) -> Change | None:
    """Return what is said of the action, or None where nothing is.

    Args:
        first: The fields as they were read.
        mine: As they stand now; what `faults` finds wrong with them is mended.
        today: The present day, from which relative days count.
    """
    typed = set(changed_fields(first, mine)) - {*WORDED, "done"}
    if not typed:
        return None
    on = _day(mine, today=today)
    reasons = {"outlook", "outlook_reason"} & typed
    return Change(
        on=on,
        status=Status(mine.status) if "status" in typed else None,
        timescale=read_timescale(clean_line(mine.timescale), as_at=on)
        if "timescale" in typed
        else None,
        outlook=Outlook(mine.outlook) if reasons else None,
        outlook_reason=clean_line(mine.outlook_reason) if reasons else None,
        board_text=clean(mine.board_text).strip() if "board_text" in typed else None,
        note=clean(mine.note).strip() if "note" in typed else None,
        owners=posts_in(mine.owners) if "owners" in typed else None,
        said_by=clean_line(mine.said_by) or None,
        reason=clean_line(mine.reason) or None,
        superseded_by=clean_line(mine.superseded_by).upper() or None if "status" in typed else None,
    )


def milestones_in(mine: Form, *, today: date) -> tuple[Change, ...]:
    """Return for each milestone that is ticked that it was reached."""
    return tuple(
        Change(
            on=_day(mine, today=today),
            milestone=label,
            note=f"Milestone reached: {label}",
            said_by=clean_line(mine.said_by) or None,
        )
        for label in mine.done
    )


def _day(mine: Form, *, today: date) -> date:
    return read_day(mine.on) if mine.on.strip() else today


def would_change(action: ActionView, first: Form, mine: Form, *, today: date) -> tuple[str, ...]:
    """Return in words what saving would change; the fields have nothing wrong with them."""
    told = []
    reworded = rewording(first, mine)
    if reworded is not None:
        parts = (
            ("wording", reworded.text),
            ("delivery", reworded.delivery),
            ("proposals", reworded.codes),
        )
        told += [f"{name} changed" for name, value in parts if value is not None]
    change = change_in(first, mine, today=today)
    if change is not None:
        told += [str(altered) for altered in alterations(action, change)]
    return (*told, *(f"milestone reached: {label}" for label in mine.done))
