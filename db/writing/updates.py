"""Updates of actions: what was said of an action on a day.

Owns the rows of an update and of the milestones that its timescale sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.writing.texts import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from db.session import ActSession
    from tracker.kinds import Outlook, Status
    from tracker.timescale import Timescale


def update_row(
    session: ActSession,
    *,
    cycle: int,
    action: int,
    happened_on: date,
    source: int | None = None,
    status: Status | None = None,
    timescale: Timescale | None = None,
    outlook: Outlook | None = None,
    **texts: str | None,
) -> dict[str, object]:
    """Return the row of an update; what is None says nothing of it."""
    said = timescale
    return {
        "cycle_id": cycle,
        "action_id": action,
        "act_id": session.act,
        "source_id": source,
        "happened_on": happened_on,
        "status": status,
        "timescale_text": clean_text(said.text) if said else None,
        "timescale_kind": said.kind if said else None,
        "timescale_reading": said.reading if said else None,
        "due": said.due if said else None,
        "start": said.start if said else None,
        "precision": said.precision if said else None,
        "review": said.review if said else None,
        "former": said.former if said else None,
        "recurrence": said.recurrence if said else None,
        "implied_status": said.status if said else None,
        "outlook": outlook,
        **{name: clean_text(text) if text else None for name, text in texts.items()},
    }


def milestone_rows(
    cycle: int, action: int, update: int, timescale: Timescale | None
) -> Iterator[dict[str, object]]:
    """Yield the rows of the milestones that a timescale sets."""
    for position, point in enumerate(timescale.milestones if timescale else ()):
        yield {
            "cycle_id": cycle,
            "action_id": action,
            "update_id": update,
            "position": position,
            "label": clean_text(point.label),
            "due": point.due,
        }
