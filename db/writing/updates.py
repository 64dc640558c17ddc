"""Updates of actions: what was said of an action on a day.

Owns the rows of an update, of the milestones that its timescale sets, and the finishing of a
milestone. What may be said is checked by `tracker.changing` before anything is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.bulk import record_inserts
from db.writing.owners import set_leads
from db.writing.stale import refuse_stale
from db.writing.texts import words
from tracker.cleaning import clean
from tracker.errors import Ambiguous, NotFound, Refused
from tracker.models import MilestoneRow, UpdateRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from db.session import ActSession
    from tracker.changing import Change
    from tracker.kinds import Outlook, Status
    from tracker.plan import ActionView, MilestoneView, PlanView
    from tracker.timescale import Timescale


def record_change(
    *,
    session: ActSession,
    plan: PlanView,
    actions: Sequence[ActionView],
    change: Change,
    superseded_by: ActionView | None = None,
) -> None:
    """Record one change on one or more actions of a plan.

    Args:
        session: The act.
        plan: The plan as it was read; what others changed since is not written over.
        actions: Those of the plan's actions that are meant.
        change: What is said of each.
        superseded_by: The action that takes their place.

    Raises:
        Refused: The cycle is closed, or somebody changed an action since the plan was read.
        NotFound: An action has no open milestone of that label.
        Ambiguous: It has several.
    """
    refuse_stale(session, "action", [action.id for action in actions], read=plan.act)
    if change.milestone is not None:
        points = [_milestone(action, change.milestone) for action in actions]
        _finish(session, points, on=change.on)
    rows = [
        update_row(
            session,
            cycle=plan.cycle.id,
            action=action.id,
            happened_on=change.on,
            status=change.status,
            timescale=change.timescale,
            outlook=change.outlook,
            superseded_by=superseded_by.id if superseded_by else None,
            outlook_reason=change.outlook_reason,
            board_text=change.board_text,
            note=change.note,
            said_by=change.said_by,
            reason=change.reason,
        )
        for action in actions
    ]
    if _says_something(change):
        add_updates(session, rows, [change.timescale] * len(rows))
    if change.owners is not None:
        set_leads(
            session=session,
            partnership=plan.partnership.id,
            cycle=plan.cycle.id,
            actions=[action.id for action in actions],
            leads=change.owners,
        )


def add_updates(
    session: ActSession,
    rows: Sequence[dict[str, object]],
    timescales: Sequence[Timescale | None],
) -> None:
    """Insert updates, each with the milestones that its timescale sets."""
    ids = record_inserts(session, UpdateRow, rows)
    points = [
        point
        for number, row, timescale in zip(ids, rows, timescales, strict=True)
        for point in _milestone_rows(number, row, timescale)
    ]
    record_inserts(session, MilestoneRow, points)


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
    superseded_by: int | None = None,
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
        "timescale_text": clean(said.text) if said else None,
        "timescale_kind": said.kind if said else None,
        "timescale_reading": clean(said.reading) if said else None,
        "due": said.due if said else None,
        "start": said.start if said else None,
        "precision": said.precision if said else None,
        "review": said.review if said else None,
        "former": said.former if said else None,
        "recurrence": said.recurrence if said else None,
        "implied_status": said.status if said else None,
        "outlook": outlook,
        "superseded_by_id": superseded_by,
        **{name: words(text) for name, text in texts.items()},
    }


def _milestone_rows(
    update: int, row: dict[str, object], timescale: Timescale | None
) -> Iterator[dict[str, object]]:
    """Yield the rows of the milestones that an update's timescale sets."""
    for position, point in enumerate(timescale.milestones if timescale else ()):
        yield {
            "cycle_id": row["cycle_id"],
            "action_id": row["action_id"],
            "update_id": update,
            "position": position,
            "label": clean(point.label),
            "due": point.due,
        }


def _says_something(change: Change) -> bool:
    """Tell whether a change says more than who owns the action and what point was reached."""
    said = (
        change.status,
        change.timescale,
        change.outlook,
        change.outlook_reason,
        change.board_text,
        change.note,
    )
    return any(part is not None for part in said)


def _milestone(action: ActionView, label: str) -> MilestoneView:
    """Return the open milestone of a label, or of the beginning of one."""
    points = [point for point in action.milestones if point.done_on is None]
    wanted = folded(label)
    exact = [point for point in points if folded(point.label) == wanted]
    found = exact or [point for point in points if folded(point.label).startswith(wanted)]
    held = "; ".join(f"{point.label} ({point.due.isoformat()})" for point in points)
    if not found:
        said = f"Open are: {held}." if held else "It has no open milestone."
        raise NotFound(f"{action.ref} has no open milestone “{label}”.", said)
    if len(found) > 1:
        raise Ambiguous(
            f"{action.ref} has several milestones that begin with “{label}”: {held}.",
            "Write more of the label.",
        )
    return found[0]


def _finish(session: ActSession, points: Sequence[MilestoneView], *, on: date) -> None:
    """Write the day on which milestones were reached."""
    wanted = select(MilestoneRow).where(col(MilestoneRow.id).in_([p.id for p in points]))
    for row in session.exec(wanted):
        if row.done_on is not None:
            raise Refused(
                f"The milestone “{row.label}” was reached on {row.done_on.isoformat()} already.",
                "Look at the action as it is now.",
            )
        row.done_on = on
    session.flush()
