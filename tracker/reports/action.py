"""One action whole: wording, owners, dates, updates.

Owns that page's order and words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.cells import (
    action_data,
    days_words,
    heading_data,
    status_words,
)
from tracker.rules import stand

if TYPE_CHECKING:
    from tracker.plan import ActionView, OwnerView, PlanView, UpdateView
    from tracker.rules import Standing


def action_report(plan: PlanView, action: ActionView) -> Report:
    """Build the page of one action as at the plan's day."""
    standing = stand(action, as_at=plan.as_at)
    sections = [Section(paragraphs=(action.text,), table=_facts(plan, standing))]
    if action.record.sub_items:
        sections.append(Section("In detail", action.record.sub_items))
    if action.milestones:
        sections.append(Section("Milestones", table=_milestones(action)))
    sections.append(Section(f"Updates ({len(action.updates)})", table=_updates(action)))
    return Report(
        title=f"Action {action.ref}: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}, as at {say_day(plan.as_at)}",
        sections=tuple(sections),
        data=heading_data(plan) | {"action": _whole(standing)},
    )


def _facts(plan: PlanView, standing: Standing) -> Table:
    action = standing.action
    record, timescale = action.record, action.timescale
    facts: list[tuple[str, str | None]] = [
        ("Proposals", "; ".join(_proposal(plan, code) for code in action.proposals) or None),
        ("Report section", record.section),
        ("How we will deliver", record.delivery),
        ("Owners", "; ".join(_owner(owner) for owner in action.owners) or "no owner"),
        ("Status", status_words(action)),
        ("Outlook", _joined(str(action.outlook), action.outlook_reason)),
        ("Timescale", timescale.text or "none printed" if timescale else "none held"),
        ("Read as", timescale.reading if timescale else None),
        ("Next due", _next(standing)),
        ("Also printed as", ", ".join(record.aliases) or None),
        ("From", _joined(record.source, record.place)),
        *record.further,
    ]
    columns = (Column("field", "What", weight=0), Column("value", "As it stands", weight=1))
    return Table(columns, tuple((Cell(name), Cell(value)) for name, value in facts if value))


def _proposal(plan: PlanView, code: str) -> str:
    proposal = plan.framework.by_code.get(code)
    return f"{code} {proposal.name}" if proposal else code


def _owner(owner: OwnerView) -> str:
    details = ", ".join(text for text in (owner.body, owner.holder, owner.email) if text)
    role = "" if owner.role == "lead" else f" ({owner.role})"
    return f"{owner.name}{role}" + (f" [{details}]" if details else "")


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None


def _next(standing: Standing) -> str | None:
    if standing.point is None:
        return None
    return f"{say_day(standing.point.due)} ({days_words(standing)})"


def _milestones(action: ActionView) -> Table:
    columns = (
        Column("label", "Milestone", weight=2),
        Column("due", "Due", weight=0),
        Column("done", "Done", weight=0),
    )
    rows = tuple((Cell(m.label), Cell(m.due), Cell(m.done_on)) for m in action.milestones)
    return Table(columns, rows)


def _updates(action: ActionView) -> Table:
    columns = (
        Column("on", "On", weight=0),
        Column("what", "What was said", weight=3),
        Column("who", "Said by", weight=1),
        Column("act", "Act", "right", weight=0),
    )
    rows = tuple(
        (Cell(u.happened_on), Cell(said(u)), Cell(u.said_by), Cell(u.act or None))
        for u in reversed(action.updates)
    )
    return Table(columns, rows)


def said(update: UpdateView) -> str:
    """Return what an update says, field by field."""
    timescale = update.timescale
    outlook = _joined(str(update.outlook) if update.outlook else None, update.outlook_reason)
    parts = (
        ("status", str(update.status) if update.status else None),
        ("printed as", update.printed_status),
        ("timescale", (timescale.text or "none") if timescale else None),
        ("outlook", outlook),
        ("for the board", update.board_text),
        ("note", update.note),
        ("reason", update.reason),
    )
    return "; ".join(f"{name}: {text}" for name, text in parts if text) or "nothing changed"


def _whole(standing: Standing) -> dict[str, object]:
    action = standing.action
    record = action.record
    return action_data(standing) | {
        "sub_items": list(record.sub_items),
        "delivery": record.delivery,
        "section": record.section,
        "further": dict(record.further),
        "source": record.source,
        "place": record.place,
        "owners": [
            {
                "post": owner.name,
                "role": str(owner.role),
                "body": owner.body,
                "holder": owner.holder,
                "email": owner.email,
            }
            for owner in action.owners
        ],
        "timescale": action.timescale.as_json() if action.timescale else None,
        "milestones": [
            {
                "label": m.label,
                "due": m.due.isoformat(),
                "done_on": m.done_on.isoformat() if m.done_on else None,
            }
            for m in action.milestones
        ],
        "due_dates": [day.isoformat() for day in action.due_dates],
        "updates": [
            {
                "on": update.happened_on.isoformat(),
                "status": str(update.status) if update.status else None,
                "timescale": update.timescale.text if update.timescale else None,
                "outlook": str(update.outlook) if update.outlook else None,
                "board_text": update.board_text,
                "note": update.note,
                "said_by": update.said_by,
                "reason": update.reason,
                "act": update.act,
            }
            for update in action.updates
        ],
    }
