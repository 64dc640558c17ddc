"""What an import leaves open: actions without an owner, a date or a status.

Owns the lists, the posts suggested from an action's own words, and the counts of what is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import Status
from tracker.posts import posts_named
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.cells import action_table, heading_data
from tracker.rules import Bucket, stand

if TYPE_CHECKING:
    from tracker.plan import ActionView, PlanView


@dataclass(frozen=True, slots=True)
class Open:
    """What is still to be completed in a plan."""

    ownerless: tuple[ActionView, ...]
    """Live actions and standing arrangements that no post leads."""
    undated: tuple[ActionView, ...]
    """Live actions, not ongoing by design, for which no date is held."""
    silent: tuple[ActionView, ...]
    """Actions of which no status is known."""
    suggested: tuple[tuple[str, tuple[str, ...]], ...]
    """A post and the ownerless actions whose words name it first, the most named post first."""

    @property
    def count(self) -> int:
        """How many answers are missing in all."""
        return len(self.ownerless) + len(self.undated) + len(self.silent)


LEADERLESS = {Status.COMPLETE, Status.WITHDRAWN, Status.SUPERSEDED}
"""Statuses after which nobody needs to lead an action any more."""


def still_open(plan: PlanView) -> Open:
    """Return what is still to be completed in a plan."""
    ownerless = tuple(a for a in plan.actions if not a.owners and a.status not in LEADERLESS)
    return Open(
        ownerless=ownerless,
        undated=tuple(
            a for a in plan.actions if stand(a, as_at=plan.as_at).bucket is Bucket.UNDATED
        ),
        silent=tuple(a for a in plan.actions if a.status is Status.NOT_REPORTED),
        suggested=_suggested(ownerless),
    )


def missing(action: ActionView, left: Open) -> tuple[str, ...]:
    """Return what an action still lacks: `owner`, `date`, `status`."""
    lists = (("owner", left.ownerless), ("date", left.undated), ("status", left.silent))
    return tuple(name for name, actions in lists if any(one.id == action.id for one in actions))


def suggestions(action: ActionView) -> tuple[str, ...]:
    """Return the posts that an action's own words name."""
    return posts_named([action.text, *action.record.sub_items, action.record.delivery])


def naming(action: ActionView, post: str) -> str:
    """Return the text of an action that names a post, so that a person sees where it stands."""
    texts = (action.text, *action.record.sub_items, action.record.delivery)
    return next((text for text in texts if text and post in posts_named([text])), action.text)


def _suggested(ownerless: tuple[ActionView, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for action in ownerless:
        for post in suggestions(action)[:1]:
            found.setdefault(post, []).append(action.ref)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple((post, tuple(refs)) for post, refs in ordered)


def open_report(plan: PlanView) -> Report:
    """Build the list of what is still to be completed."""
    left = still_open(plan)
    sections = [Section(paragraphs=(say_left(left),))]
    if left.suggested:
        sections.append(Section("Posts named in the actions' own words", table=_posts(left)))
    for heading, actions in (
        ("No owner", left.ownerless),
        ("No date", left.undated),
        ("No status", left.silent),
    ):
        if actions:
            rows = [stand(action, as_at=plan.as_at) for action in actions]
            table = action_table(rows, ("ref", "text", "timescale", "status"))
            sections.append(Section(f"{heading} ({len(actions)})", table=table))
    return Report(
        title=f"Still to complete: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}",
        sections=tuple(sections),
        data=heading_data(plan)
        | {
            "ownerless": [action.ref for action in left.ownerless],
            "undated": [action.ref for action in left.undated],
            "silent": [action.ref for action in left.silent],
            "suggested": [{"post": post, "actions": list(refs)} for post, refs in left.suggested],
        },
    )


def say_left(left: Open) -> str:
    """Return in a sentence how much is left."""
    if not left.count:
        return "Every action has an owner, a date or a standing answer, and a status."
    return (
        f"Left to complete: {len(left.ownerless)} without an owner, {len(left.undated)} without "
        f"a date, {len(left.silent)} without a status."
    )


def _posts(left: Open) -> Table:
    columns = (
        Column("post", "Post", weight=1),
        Column("actions", "Actions that name it", weight=2),
    )
    return Table(columns, tuple((Cell(post), Cell(refs)) for post, refs in left.suggested))
