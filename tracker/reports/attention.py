"""What needs attention, before anything routine: exceptions with their counts, and the worst.

Owns which exceptions there are and their order. What counts as one is `story` and `compare`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Section, Table
from tracker.reports.cells import action_table
from tracker.reports.slippage import MOST, furthest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.plan import ActionView
    from tracker.story import Story

SHOWN = 8
"""How many references a cell names before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One kind of thing that needs attention."""

    key: str
    words: str
    which: tuple[str, ...]
    """References or codes, the worst first."""
    tone: str = "warn"


def concerns_of(story: Story) -> tuple[Concern, ...]:
    """Return every kind of exception, also those of which there is none."""
    slipped = tuple(ref for thread, _ in story.slips for ref in thread.refs)
    reopened = tuple(ref for thread in story.reopened for ref in thread.refs)
    return (
        Concern("overdue", _late(story), _refs(s.action for s in story.overdue), "bad"),
        Concern("lowered", "Rating lower than before", _lowered(story), "bad"),
        Concern("slipped", _slipped(story), slipped),
        Concern("reopened", "Closed before, live again", reopened),
        Concern("undated", _undated(story), _refs(story.undated)),
        *(() if story.changes_only else _standing(story)),
    )


def _standing(story: Story) -> tuple[Concern, ...]:
    """Return what needs attention whenever it came about."""
    compared = story.compared
    stuck, unexplained = (compared.stuck, compared.unexplained) if compared else ((), ())
    reviews = _refs(standing.action for standing in story.standings if standing.review)
    mismatched = tuple(line.code for line in story.summary.lines if line.mismatch)
    return (
        Concern("off_track", "Said to be off track or at risk", _refs(story.doubtful), "bad"),
        Concern("stuck", "Rating stood still, no open dated action left", stuck),
        Concern("unexplained", "Rating moved though nothing was closed", unexplained),
        Concern("reviews_due", "Review date gone by", reviews),
        Concern("mismatched", "Paper prints another previous rating", mismatched),
    )


def _lowered(story: Story) -> tuple[str, ...]:
    if story.changes_only:
        return tuple(told.code for told in story.decided if (told.movement or 0) < 0)
    return tuple(line.code for line in story.lowered)


def _slipped(story: Story) -> str:
    what = "Date moved later" if story.changes_only else "Date later than first agreed"
    return f"{what}, by up to {furthest(story)}"


def _undated(story: Story) -> str:
    return "Date taken away" if story.changes_only else "Live without an agreed date"


def _refs(actions: Iterable[ActionView]) -> tuple[str, ...]:
    return tuple(action.ref for action in actions)


def attention_section(story: Story) -> Section:
    """Return the exceptions that there are; where there are none, say so."""
    found = [concern for concern in concerns_of(story) if concern.which]
    if not found:
        return Section("What needs attention", (_nothing(story),))
    columns = (
        Column("concern", "What", weight=2),
        Column("count", "How many", "right", weight=0),
        Column("which", "Which", weight=3),
    )
    rows = tuple(
        (
            Cell(concern.key, concern.tone, shown=concern.words),
            Cell(len(concern.which)),
            Cell(concern.which, shown=_some(concern.which)),
        )
        for concern in found
    )
    return Section("What needs attention", table=Table(columns, rows))


def _nothing(story: Story) -> str:
    if story.plan.actions:
        return "Nothing: no exception was found."
    return "Nothing that the ratings show. No actions are held that could be late."


def _some(which: tuple[str, ...]) -> str:
    more = len(which) - SHOWN
    shown = ", ".join(which[:SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown


def overdue_section(story: Story) -> Section | None:
    """Return what is late, the longest first."""
    late = story.overdue
    if not late:
        return None
    shown = late if story.changes_only else late[:MOST]
    notes = (
        (f"The {len(shown)} longest of {len(late)}; the overdue list has all.",)
        if len(shown) < len(late)
        else ()
    )
    table = action_table(shown, ("ref", "text", "owners", "due", "days"))
    return Section(f"{_late(story)} ({len(late)})", notes, table)


def _late(story: Story) -> str:
    return "Newly overdue" if story.changes_only else "Overdue"


def attention_data(story: Story) -> dict[str, object]:
    """Return the exceptions under the keys that scripts read."""
    return {found.key: list(found.which) for found in concerns_of(story)}
