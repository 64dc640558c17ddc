"""The posts that lead actions, with how much is late and open under each.

Owns the counts of each post. What is late is `tracker.rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.kinds import OwnerRole
from tracker.ordering import folded
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.cells import heading_data
from tracker.rules import Bucket, stand

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.rules import Standing


@dataclass(frozen=True, slots=True)
class Load:
    """What one post answers for."""

    post: str
    """Empty for the actions that no post leads."""
    leads: int
    contributes: int
    live: int
    """Of those that it leads."""
    overdue: int
    due_soon: int
    closed: int


def loads_of(plan: PlanView) -> tuple[Load, ...]:
    """Return what each post answers for, the most overdue first; actions without a lead last."""
    standings = [stand(action, as_at=plan.as_at) for action in plan.actions]
    led: dict[str, list[Standing]] = {}
    helped: dict[str, int] = {}
    for standing in standings:
        owners = standing.action.owners
        leads = [owner.name for owner in owners if owner.role is OwnerRole.LEAD]
        for name in leads or ([] if owners else [""]):
            led.setdefault(name, []).append(standing)
        for owner in owners:
            if owner.role is not OwnerRole.LEAD:
                helped[owner.name] = helped.get(owner.name, 0) + 1
    names = sorted({*led, *helped}, key=folded)
    loads = [_load(name, led.get(name, []), helped.get(name, 0)) for name in names]
    return tuple(sorted(loads, key=lambda load: (not load.post, -load.overdue, -load.live)))


def _load(name: str, led: list[Standing], helped: int) -> Load:
    def count(*buckets: Bucket) -> int:
        return sum(standing.bucket in buckets for standing in led)

    live = sum(standing.action.status.is_live for standing in led)
    return Load(
        post=name,
        leads=len(led),
        contributes=helped,
        live=live,
        overdue=count(Bucket.OVERDUE),
        due_soon=count(Bucket.DUE_SOON),
        closed=len(led) - live,
    )


def owners_report(plan: PlanView) -> Report:
    """Build the list of posts with what each answers for.

    An action that several posts lead counts under each of them.
    """
    loads = loads_of(plan)
    columns = (
        Column("post", "Post", weight=3),
        Column("leads", "Leads", "right", weight=0),
        Column("overdue", "Overdue", "right", weight=0),
        Column("due_soon", "Due soon", "right", weight=0),
        Column("live", "Live", "right", weight=0),
        Column("closed", "Closed", "right", weight=0),
        Column("contributes", "Contributes to", "right", weight=0, spare=1),
    )
    rows = tuple(
        (
            Cell(load.post, shown=None if load.post else "No owner"),
            Cell(load.leads),
            Cell(load.overdue, "bad" if load.overdue else ""),
            Cell(load.due_soon, "warn" if load.due_soon else ""),
            Cell(load.live),
            Cell(load.closed),
            Cell(load.contributes),
        )
        for load in loads
    )
    return Report(
        title=f"Owners: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}, as at {say_day(plan.as_at)}",
        sections=(
            Section(
                paragraphs=("An action that several posts lead counts under each of them.",),
                table=Table(columns, rows),
            ),
        ),
        data=heading_data(plan)
        | {
            "owners": [
                {
                    "post": load.post or None,
                    "leads": load.leads,
                    "contributes": load.contributes,
                    "live": load.live,
                    "overdue": load.overdue,
                    "due_soon": load.due_soon,
                    "closed": load.closed,
                }
                for load in loads
            ]
        },
    )
