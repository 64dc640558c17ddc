"""The columns of action lists, and how an action fills each: one definition for every list.

Owns headings, order of words in a cell and the plain data of an action. Which columns a list
shows is the list's own choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.kinds import Outlook, PointKind, Status
from tracker.report import Cell, Column, Table
from tracker.reports.counting import counted
from tracker.rules import Bucket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.plan import ActionView, PlanView
    from tracker.rules import Standing

TONES = {
    Bucket.OVERDUE: "bad",
    Bucket.DUE_SOON: "warn",
    Bucket.COMPLETE: "good",
    Bucket.IN_PLACE: "good",
    Bucket.WITHDRAWN: "quiet",
    Bucket.SUPERSEDED: "quiet",
}


def status_words(action: ActionView) -> str:
    """Return the status, and what the paper called it where that differs."""
    if action.printed_status and action.printed_status.casefold() != action.status.value:
        return f"{action.status} (“{action.printed_status}”)"
    return str(action.status)


def days_words(standing: Standing) -> str:
    """Return how late or how near the next point is."""
    if standing.point is None:
        return ""
    days = counted(abs(standing.days_overdue), "day")
    if standing.days_overdue > 0:
        when = f"{days} late"
    else:
        when = f"in {days}" if standing.days_overdue else "today"
    what = point_words(standing)
    return f"{when}: {what}" if what else when


def point_words(standing: Standing) -> str:
    """Return what falls due, where it is not the action as a whole."""
    point = standing.point
    if point is None or point.what is PointKind.ACTION:
        return ""
    return point.label or str(point.what)


def _proposals(standing: Standing) -> Cell:
    """Return the proposals; people see them only where the reference does not say it all."""
    held = tuple(standing.action.proposals)
    return Cell(held, shown="" if held == (standing.action.record.code,) else None)


def _timescale(standing: Standing) -> Cell:
    timescale = standing.action.timescale
    return Cell(timescale.text if timescale and timescale.text else None)


def _due(standing: Standing) -> Cell:
    point = standing.point
    if point is not None:
        return Cell(point.due, TONES.get(standing.bucket, ""))
    return Cell(standing.action.due, "quiet")


COLUMNS: dict[str, tuple[Column, Callable[[Standing], Cell]]] = {
    "ref": (Column("ref", "Ref", weight=0), lambda s: Cell(s.action.ref)),
    "proposals": (
        Column("proposals", "Proposals", weight=0, spare=6),
        _proposals,
    ),
    "text": (Column("text", "Improvement action", weight=4), lambda s: Cell(s.action.text)),
    "delivery": (
        Column("delivery", "How we will deliver", weight=3, spare=5),
        lambda s: Cell(s.action.record.delivery),
    ),
    "owners": (
        Column("owners", "Owner", weight=1, spare=1),
        lambda s: Cell(s.action.owner_names),
    ),
    "timescale": (Column("timescale", "Timescale", weight=2, spare=2), _timescale),
    "due": (Column("due", "Due", weight=0), _due),
    "days": (
        Column("days_overdue", "When", weight=1),
        lambda s: Cell(s.days_overdue if s.point else None, shown=days_words(s)),
    ),
    "review": (Column("review", "Review", weight=0), lambda s: Cell(s.review, "warn")),
    "status": (
        Column("status", "Status", weight=1, spare=2),
        lambda s: Cell(status_words(s.action), "" if s.point else TONES.get(s.bucket, "")),
    ),
    "outlook": (
        Column("outlook", "Outlook", weight=0, spare=4),
        lambda s: Cell(
            None if s.action.outlook is Outlook.NOT_STATED else str(s.action.outlook),
            {Outlook.OFF_TRACK: "bad", Outlook.AT_RISK: "warn"}.get(s.action.outlook, ""),
        ),
    ),
    "last_update": (
        Column("last_update", "Last update", weight=0, spare=5),
        lambda s: Cell(s.action.last_update),
    ),
}


def action_table(standings: Iterable[Standing], keys: tuple[str, ...]) -> Table:
    """Return a table of actions with the columns named."""
    columns = tuple(COLUMNS[key][0] for key in keys)
    fill = [COLUMNS[key][1] for key in keys]
    return Table(columns, tuple(tuple(cell(s) for cell in fill) for s in standings))


def action_data(standing: Standing) -> dict[str, object]:
    """Return an action under the keys that scripts read."""
    action, point = standing.action, standing.point
    due = point.due if point else action.due
    return {
        "ref": action.ref,
        "aliases": list(action.record.aliases),
        "proposals": list(action.proposals),
        "text": action.text,
        "owners": list(action.owner_names),
        "timescale": action.timescale.text if action.timescale else None,
        "due": due.isoformat() if due else None,
        "days_overdue": standing.days_overdue if point else None,
        "what": str(point.what) if point else None,
        "milestone": point.label if point and point.what is PointKind.MILESTONE else None,
        "review": _iso(action.timescale.review if action.timescale else None),
        "bucket": str(standing.bucket),
        "status": str(action.status),
        "printed_status": action.printed_status,
        "outlook": str(action.outlook),
        "last_update": _iso(action.last_update),
    }


def _iso(day: object) -> str | None:
    return str(day) if day else None


def heading_data(plan: PlanView) -> dict[str, object]:
    """Return what every list says first: the day, whose plan, which cycle, and if it is whole."""
    return {
        "as_at": plan.as_at.isoformat(),
        "partnership": plan.partnership.name,
        "cycle": plan.cycle.label,
        "actions_held": not plan.cycle.ratings_only,
    }


def not_held_note(plan: PlanView) -> str | None:
    """Return a sentence where only ratings are held, so that no list looks like good news."""
    if not plan.cycle.ratings_only:
        return None
    return f"Only the ratings of cycle {plan.cycle.label} are held; its actions are not."


def sample_note(plan: PlanView) -> str | None:
    """Return a sentence where the plan is the demonstration's, so that nobody takes it for news."""
    sources = [action.record.source or "" for action in plan.actions]
    if not any(source.startswith("demo:") for source in sources):
        return None
    since = "with what was recorded here since" if _went_on(plan) else "without any later update"
    if any(source.startswith("demo: invented") for source in sources):
        return f"Sample data: an invented plan {since}; there is no such partnership."
    return f"Sample data: a published plan {since}; no statement about the partnership."


def _went_on(plan: PlanView) -> bool:
    """Tell whether more is said of the actions than by the act that brought them."""
    acts = {update.act for action in plan.actions for update in action.updates}
    return len(acts) > 1 or plan.cycle.opened_from is not None


def no_owner_note(plan: PlanView) -> str | None:
    """Return a sentence where no action has an owner, as in every paper published so far."""
    if not plan.actions or any(action.owners for action in plan.actions):
        return None
    return "No action has an owner yet: tracker setup suggests posts from the actions' own words."


def no_status_note(plan: PlanView) -> str | None:
    """Return a sentence where the paper printed no status, so that silence is not read as delay."""
    silent = sum(1 for action in plan.actions if action.status is Status.NOT_REPORTED)
    if not silent:
        return None
    return (
        f"{silent} of {len(plan.actions)} actions {'has' if silent == 1 else 'have'} "
        "no reported status: "
        "the paper printed none and no update is held."
    )
