"""Two rows as one action, and one action as two.

Owns what becomes of each cell. A cell that only one of the rows fills is its answer; what both say
alike counts once; the rest is put together in the order in which it is printed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.breaks import join
from tracker.drafts import status_from
from tracker.errors import Refused
from tracker.kinds import Outlook, Status
from tracker.status_words import read_status
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from datetime import date

    from tracker.drafts import ActionDraft
    from tracker.timescale import Timescale

Further = tuple[tuple[str, str], ...]


def joined(first: ActionDraft, rest: ActionDraft, *, as_at: date | None) -> ActionDraft:
    """Return one action out of two rows, at the positions of the first.

    Raises:
        Refused: They say different things of what can be said only once.
    """
    timescale = _timescale(first.timescale, rest.timescale, as_at)
    status, outlook, printed = _status(first, rest, timescale)
    return replace(
        first,
        text=join(first.text, rest.text),
        place=_alike_or(first.place, rest.place, " and "),
        sub_items=(*first.sub_items, *rest.sub_items),
        delivery=_cell(first.delivery, rest.delivery),
        timescale=timescale,
        status=status,
        outlook=outlook,
        printed_status=printed,
        progress=_cell(first.progress, rest.progress),
        owners=tuple(dict.fromkeys((*first.owners, *rest.owners))),
        contributors=tuple(dict.fromkeys((*first.contributors, *rest.contributors))),
        further=_further(first.further, rest.further),
        corrected=tuple(dict.fromkeys((*first.corrected, *rest.corrected))),
    )


def parted(draft: ActionDraft, at: int) -> tuple[ActionDraft, ActionDraft]:
    """Return an action as two, each with all that stands beside it; items follow the second.

    Raises:
        Refused: The place is not between two words.
    """
    before, after = draft.text[:at], draft.text[at:]
    between = bool(before[-1:].isspace() or after[:1].isspace())
    if not between or not before.strip() or not after.strip():
        raise Refused(
            f"{draft.ref} cannot be split there.",
            "Put the cursor before the word with which the second action begins.",
        )
    return (
        replace(draft, text=before.rstrip(), sub_items=()),
        replace(draft, text=after.lstrip()),
    )


def _alike_or(first: str, rest: str, glue: str) -> str:
    """Return what both say alike once, else both."""
    return first if first == rest else glue.join(part for part in (first, rest) if part)


def _cell(first: str | None, rest: str | None) -> str | None:
    """Return what a text cell says over both rows."""
    return first if first == rest else join(first or "", rest or "") or None


def _further(first: Further, rest: Further) -> Further:
    """Return the columns of both rows, each heading once."""
    cells = dict(first)
    for heading, text in rest:
        cells[heading] = _cell(cells.get(heading), text) or ""
    return tuple(cells.items())


def _timescale(
    first: Timescale | None, rest: Timescale | None, as_at: date | None
) -> Timescale | None:
    """Return the timescale of both rows, read anew where both hold words."""
    if first is None or rest is None or not rest.text or first.text == rest.text:
        return first or rest
    return read_timescale(join(first.text, rest.text), as_at=as_at) if first.text else rest


def _status(
    first: ActionDraft, rest: ActionDraft, timescale: Timescale | None
) -> tuple[Status, Outlook, str | None]:
    """Return the status, the outlook and the printed words of both rows."""
    stated = [one for one in (first, rest) if states(one)]
    if not stated:
        return status_from(timescale), Outlook.NOT_STATED, None
    if len(stated) == 1 or _answers(first) == _answers(rest):
        return _answers(stated[0])
    if first.printed_status and rest.printed_status:
        words = join(first.printed_status, rest.printed_status)
        reading = read_status(words)
        if reading is not None and reading.status is not None:
            return reading.status, reading.outlook, words
    raise Refused(
        f"{first.ref} is {_said(first)} and {rest.ref} is {_said(rest)}.",
        "Say the status of one of them first; then join them.",
    )


def states(draft: ActionDraft) -> bool:
    """Tell whether the row says a status of its own, not only what its timescale implies."""
    return draft.printed_status is not None or draft.status != status_from(draft.timescale)


def _answers(draft: ActionDraft) -> tuple[Status, Outlook, str | None]:
    return draft.status, draft.outlook, draft.printed_status


def _said(draft: ActionDraft) -> str:
    return f"“{draft.printed_status}”" if draft.printed_status else str(draft.status)
