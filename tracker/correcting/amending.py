"""Saying a part of an action anew: the words are those of the paper, read as any paper is.

Owns what each part accepts, and what follows from it: a status that only the timescale implied
goes with the timescale.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.cleaning import clean, clean_line
from tracker.correcting.corrections import Part
from tracker.correcting.joining import states
from tracker.drafts import status_from
from tracker.errors import Refused
from tracker.kinds import Outlook, Status
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from datetime import date

    from tracker.drafts import ActionDraft


def amended(draft: ActionDraft, part: Part, said: str, *, as_at: date | None) -> ActionDraft:
    """Return an action with one part said anew, and what was read kept in a note.

    Args:
        draft: The action.
        part: What is said anew.
        said: What it says.
        as_at: The day from which relative timescales count.

    Raises:
        Refused: The part cannot say that, or says it already.
    """
    was, now = said_of(draft, part), clean(said).strip()
    changed = _changed(draft, part, now, as_at)
    if said_of(changed, part) == was:
        raise Refused(f"The {part} of {draft.ref} says that already.", "Nothing was changed.")
    told = f"{part}: read as {f'“{was}”' if was else 'empty'}"
    return replace(changed, corrected=(*draft.corrected, told))


def said_of(draft: ActionDraft, part: Part) -> str:
    """Return what a part of an action says, empty where nothing."""
    match part:
        case Part.WORDING:
            return draft.text
        case Part.DELIVERY:
            return draft.delivery or ""
        case Part.TIMESCALE:
            return draft.timescale.text if draft.timescale else ""
        case Part.STATUS:
            return str(draft.status)
        case Part.OWNERS:
            return "; ".join(draft.owners)


def wording(said: str) -> str:
    """Return the wording of an action.

    Raises:
        Refused: It is empty.
    """
    text = clean(said).strip()
    if not text:
        raise Refused(
            "An action needs a wording.", "Write what is to be done; to take it out, drop it."
        )
    return text


def _changed(draft: ActionDraft, part: Part, said: str, as_at: date | None) -> ActionDraft:
    match part:
        case Part.WORDING:
            return replace(draft, text=wording(said))
        case Part.DELIVERY:
            return replace(draft, delivery=said or None)
        case Part.TIMESCALE:
            return _timed(draft, said, as_at)
        case Part.STATUS:
            return _in_status(draft, said)
        case Part.OWNERS:
            posts = tuple(filter(None, map(clean_line, said.split(";"))))
            return replace(draft, owners=tuple(dict.fromkeys(posts)))


def _timed(draft: ActionDraft, said: str, as_at: date | None) -> ActionDraft:
    """Return an action with another timescale, and the status that it implies."""
    timescale = read_timescale(said, as_at=as_at)
    status = draft.status if states(draft) else status_from(timescale)
    return replace(draft, timescale=timescale, status=status)


def _in_status(draft: ActionDraft, said: str) -> ActionDraft:
    """Return an action with another status; what the paper prints stays beside it."""
    if said not in set(Status):
        raise Refused(f"“{said}” is no status.", f"Choose one: {', '.join(Status)}.")
    status = Status(said)
    outlook = draft.outlook if status.is_live else Outlook.NOT_STATED
    return replace(draft, status=status, outlook=outlook)
