"""The overdue list: what is late, what comes soon, what has no date, which reviews have gone by.

Owns the grouping and the wording of that report. Lateness itself is `rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tracker.dates import say_day
from tracker.ordering import by_due, folded
from tracker.report import Report, Section
from tracker.reports.cells import (
    action_data,
    action_table,
    heading_data,
    no_owner_note,
    no_status_note,
    not_held_note,
    sample_note,
)
from tracker.rules import WITHIN, Bucket, stand, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import PlanView
    from tracker.rules import Standing, Tally

Grouping = Literal["due", "owner", "key-feature"]

LATE = ("ref", "proposals", "text", "owners", "timescale", "due", "days", "status", "last_update")
SOON = ("ref", "proposals", "text", "owners", "timescale", "due", "days", "status")
DATELESS = ("ref", "proposals", "text", "owners", "timescale", "status")
REVIEWS = ("ref", "proposals", "text", "owners", "timescale", "review", "status")
SHOWN = {"late": LATE, "soon": SOON, "reviews": REVIEWS, "undated": DATELESS}
"""The columns of each part, by its kind."""


@dataclass(frozen=True, slots=True)
class Part:
    """Actions of the list that belong together."""

    kind: str
    """`late`, `soon`, `reviews` or `undated`."""
    heading: str
    standings: tuple[Standing, ...]


def overdue_parts(
    plan: PlanView, standings: Sequence[Standing], *, within: int = WITHIN, by: Grouping = "due"
) -> tuple[Part, ...]:
    """Return the parts of the list: what is late first, then what comes, reviews, the dateless.

    Args:
        plan: The plan as at its day.
        standings: Those that are wanted, judged with the same days ahead.
        within: Days ahead that count as soon.
        by: What the overdue actions are grouped by.
    """
    ordered = sorted(standings, key=by_due)
    late = [s for s in ordered if s.bucket is Bucket.OVERDUE]
    soon = tuple(s for s in ordered if s.bucket is Bucket.DUE_SOON)
    undated = tuple(s for s in ordered if s.bucket is Bucket.UNDATED)
    reviews = tuple(sorted((s for s in ordered if s.review), key=lambda s: (s.review, by_due(s))))
    further = (
        Part("soon", f"Due within {within} days ({len(soon)})", soon),
        Part("reviews", f"Reviews whose date has passed ({len(reviews)})", reviews),
        Part("undated", f"Live without a date ({len(undated)})", undated),
    )
    return (*_late_parts(plan, late, by), *(part for part in further if part.standings))


def overdue_report(
    plan: PlanView, *, within: int = WITHIN, owner: str | None = None, by: Grouping = "due"
) -> Report:
    """Build the overdue list of a plan.

    Args:
        plan: The plan as at its day.
        within: Days ahead that count as soon.
        owner: Only actions of posts whose name holds these words, whatever their case.
        by: What the overdue actions are grouped by.
    """
    standings = [
        stand(action, as_at=plan.as_at, within=within)
        for action in plan.actions
        if owner is None or owned_by(action.owner_names, owner)
    ]
    counts = tally(standings)
    sections = [
        Section(paragraphs=_opening(plan, counts, within, owner)),
        *map(_section, overdue_parts(plan, standings, within=within, by=by)),
    ]
    # Grouped by owner an action may stand in several parts; as data it is listed once.
    parts = {
        part.kind: [action_data(s) for s in part.standings]
        for part in overdue_parts(plan, standings, within=within)
    }
    data = heading_data(plan) | {
        "within": within,
        "owner": owner,
        "counts": counts.as_json(),
        "actions": parts.get("late", []),
        "due_soon": parts.get("soon", []),
        "undated": parts.get("undated", []),
        "reviews_due": parts.get("reviews", []),
    }
    return Report(
        title=f"Overdue actions: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}, as at {say_day(plan.as_at)}",
        sections=tuple(sections),
        data=data,
    )


def owned_by(names: Sequence[str], wanted: str) -> bool:
    """Tell whether one of the posts holds the words, whatever their case.

    Empty words ask for no owner at all.
    """
    if not wanted:
        return not names
    return any(folded(wanted) in folded(name) for name in names)


def _opening(plan: PlanView, counts: Tally, within: int, owner: str | None) -> tuple[str, ...]:
    missing = not_held_note(plan)
    if missing:
        return (missing,)
    whose = ""
    if owner is not None:
        whose = f" with an owner named “{owner}”" if owner else " without an owner"
    soon = f"{counts.due_soon} due within {within} days"
    dateless = f"{counts.undated} without a date, {counts.ongoing} ongoing"
    dropped = f"{counts.withdrawn} withdrawn, {counts.superseded} superseded"
    lines = [
        f"{counts.total} actions{whose}: {counts.live} live, {counts.closed} closed.",
        f"Live: {counts.overdue} overdue, {soon}, {counts.due_later} due later, {dateless}.",
        f"Closed: {counts.complete} complete, {counts.in_place} in place, {dropped}.",
    ]
    if counts.reviews_due:
        lines.append(f"Reviews whose date has passed: {counts.reviews_due} (live and closed).")
    unreported = no_status_note(plan) if counts.total else None
    notes = (unreported, no_owner_note(plan), sample_note(plan))
    return (*lines, *(note for note in notes if note))


def _section(part: Part) -> Section:
    if not part.standings:
        return Section(part.heading, ("Nothing is overdue.",))
    return Section(part.heading, table=action_table(part.standings, SHOWN[part.kind]))


def _late_parts(plan: PlanView, late: list[Standing], by: Grouping) -> list[Part]:
    if plan.cycle.ratings_only:
        return []
    if by == "due" or not late:
        return [Part("late", f"Overdue ({len(late)})", tuple(late))]
    groups: dict[str, list[Standing]] = {}
    for standing in late:
        for name in _groups_of(plan, standing, by):
            groups.setdefault(name, []).append(standing)
    return [
        Part("late", f"Overdue: {name} ({len(group)})", tuple(group))
        for name, group in sorted(groups.items(), key=lambda item: _group_order(plan, item[0], by))
    ]


def _groups_of(plan: PlanView, standing: Standing, by: Grouping) -> tuple[str, ...]:
    if by == "owner":
        return standing.action.owner_names or ("no owner",)
    feature = plan.feature_of(standing.action)
    return (f"{feature.code} {feature.name}" if feature else "no key feature",)


def _group_order(plan: PlanView, name: str, by: Grouping) -> tuple[int, str]:
    if by == "owner":
        return (1 if name == "no owner" else 0, folded(name))
    order = {f"{f.code} {f.name}": place for place, f in enumerate(plan.framework.features)}
    return (order.get(name, len(order)), name)
