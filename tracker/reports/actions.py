"""The list of actions under a filter, with counts that say how many were left out.

Owns the filter and the list's wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.kinds import Outlook, Status
from tracker.ordering import folded
from tracker.report import Report, Section
from tracker.reports.cells import action_data, action_table, heading_data, not_held_note
from tracker.reports.counting import counted
from tracker.reports.overdue import owned_by
from tracker.rules import WITHIN, Bucket, days_silent, stand, tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.plan import PlanView
    from tracker.rules import Standing

STATES = [
    *dict.fromkeys(
        [*(str(s) for s in Status), "live", "closed", *(str(b) for b in Bucket), *map(str, Outlook)]
    )
]
"""What `--status` may name."""
LISTED = (
    "ref",
    "proposals",
    "text",
    "owners",
    "timescale",
    "due",
    "days",
    "status",
    "outlook",
    "last_update",
)


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions are wanted; everything that is given must hold."""

    statuses: frozenset[str] = frozenset()
    """Names of statuses or buckets, or `live` and `closed`."""
    buckets: frozenset[Bucket] = frozenset()
    """Where they stand on the day, besides their status."""
    owner: str | None = None
    """Words in a post's name; an empty text means no owner at all."""
    proposals: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    words: str | None = None
    """All of these words stand in the wording, delivery or notes."""
    due_from: date | None = None
    due_to: date | None = None
    undated: bool = False
    """Only actions for which no date is held."""
    within: int = WITHIN
    """Days ahead that count as soon."""
    reviews: bool = False
    """Only actions with a review whose date has passed."""
    silent: int | None = None
    """Only live actions of which nothing was said for so many days."""

    @property
    def is_empty(self) -> bool:
        """Tell whether every action is wanted."""
        return self == ActionFilter()


def wants(wanted: ActionFilter, standing: Standing, plan: PlanView) -> bool:
    """Tell whether an action passes a filter."""
    action = standing.action
    feature = plan.feature_of(action)
    return (
        (not wanted.statuses or bool(wanted.statuses & _states(standing)))
        and (not wanted.buckets or standing.bucket in wanted.buckets)
        and (wanted.owner is None or owned_by(action.owner_names, wanted.owner))
        and (
            not wanted.proposals or bool(wanted.proposals & {*action.proposals, action.record.code})
        )
        and (not wanted.features or (feature is not None and feature.code in wanted.features))
        and (not wanted.reviews or standing.review is not None)
        and (wanted.silent is None or _is_silent(standing, wanted.silent, plan.as_at))
        and _holds_words(wanted.words, standing)
        and _date_fits(wanted, standing)
    )


def _is_silent(standing: Standing, days: int, as_at: date) -> bool:
    return standing.action.status.is_live and days_silent(standing.action, as_at=as_at) >= days


def _states(standing: Standing) -> set[str]:
    life = "live" if standing.action.status.is_live else "closed"
    return {str(standing.action.status), str(standing.bucket), life, str(standing.action.outlook)}


def _holds_words(words: str | None, standing: Standing) -> bool:
    if not words:
        return True
    action = standing.action
    notes = (text for update in action.updates for text in (update.board_text, update.note))
    held = folded(
        " ".join(
            text
            for text in (action.text, *action.record.sub_items, action.record.delivery, *notes)
            if text
        )
    )
    return all(word in held for word in folded(words).split())


def _date_fits(wanted: ActionFilter, standing: Standing) -> bool:
    due = standing.point.due if standing.point else standing.action.due
    if wanted.undated:
        return due is None
    if wanted.due_from is None and wanted.due_to is None:
        return True
    if due is None:
        return False
    return (wanted.due_from is None or due >= wanted.due_from) and (
        wanted.due_to is None or due <= wanted.due_to
    )


def choose(plan: PlanView, wanted: ActionFilter) -> tuple[Standing, ...]:
    """Return the standings of the actions that pass a filter, in the framework's order."""
    standings = (stand(action, as_at=plan.as_at, within=wanted.within) for action in plan.actions)
    return tuple(s for s in standings if wants(wanted, s, plan))


def actions_report(plan: PlanView, wanted: ActionFilter) -> Report:
    """Build the list of actions that pass a filter."""
    return listed_report(plan, choose(plan, wanted))


def listed_report(plan: PlanView, chosen: Sequence[Standing]) -> Report:
    """Build the list of some actions of a plan, in the order given."""
    counts = tally(chosen)
    held = len(plan.actions)
    told = counted(held, "action")
    opening = f"{len(chosen)} of {told}." if len(chosen) != held else f"{told}."
    if not chosen and held:
        opening += " Nothing passes the filter; leave a part of it out."
    opening = not_held_note(plan) or opening
    table = action_table(chosen, LISTED) if chosen else None
    data = heading_data(plan) | {
        "counts": counts.as_json(),
        "actions": [action_data(s) for s in chosen],
    }
    return Report(
        title=f"Actions: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}, as at {say_day(plan.as_at)}",
        sections=(Section(paragraphs=(opening,), table=table),),
        data=data,
    )
