"""What a paper would change in a cycle that is held, shown before anything is recorded.

Owns the wording of that preview. Finding the difference is `tracker.reconcile`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.kinds import Match, Taken
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.counting import counted
from tracker.reports.paper import problems_section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.drafts import PaperDraft
    from tracker.reconciling.difference import (
        ActionDifference,
        Difference,
        FieldDifference,
        RatingDifference,
    )

TONES = {Taken.YES: "", Taken.OVERTAKEN: "warn", Taken.NO: "warn"}
STAYS = (
    "What was said here of a later day stays in force; the paper's word is recorded for its own "
    "day. What was written here by hand is kept."
)
ROUND = 180
"""Days after a cycle from which a paper may be of the next round."""
BELONGING = 2
"""A paper in which less than one in so many of the held actions is found may be of another."""


def difference_report(difference: Difference, paper: PaperDraft) -> Report:
    """Build the preview of what a paper would change."""
    sections = [
        Section(paragraphs=_opening(difference)),
        *_staying(difference),
        *_ratings(difference),
        *_changed(difference),
        *_new(difference),
        *_gone(difference),
        *_texts(difference),
        problems_section(paper.problems),
    ]
    return Report(
        title=f"What {paper.document} changes in cycle {difference.label}",
        subtitle=f"It speaks of {say_day(difference.on)}",
        sections=tuple(sections),
        data=dict(paper.as_json()) | {"difference": difference.as_json()},
    )


def count_changes(difference: Difference) -> str:
    """Return in words how much would be recorded."""
    changed = sum(1 for action in difference.actions if action.ref and action.taken)
    counts = {
        "rating": len(difference.rated),
        "changed action": changed,
        "new action": len(difference.of(Match.NEW)),
        "text": len(difference.texts),
    }
    return ", ".join(counted(count, what) for what, count in counts.items() if count) or "nothing"


def _opening(difference: Difference) -> tuple[str, ...]:
    same = len(difference.of(Match.SAME))
    gone = difference.of(Match.GONE)
    lines = [f"Different: {count_changes(difference)}."]
    if difference.is_empty:
        lines = ["Nothing to change: what it says of its day is held already."]
    if difference.actions:
        lines.append(
            f"Of the actions held, {same} are as they are held and {len(gone)} are not in it. "
            "References stay; new actions get numbers never used before."
        )
    later = (difference.on - difference.begun).days if difference.begun else 0
    if later > ROUND:
        lines.append(
            f"It speaks of a day {later} days after cycle {difference.label}: if it is the paper "
            "of the next round, import it as a cycle of its own instead."
        )
    if difference.found * BELONGING < difference.found + len(gone):
        lines.append(
            f"Only {difference.found} of {difference.found + len(gone)} actions held are found in "
            "it: look whether it is a paper of this cycle."
        )
    return tuple(lines)


def _staying(difference: Difference) -> tuple[Section, ...]:
    """Return what was said or written here and stays in force, before everything else."""
    rows = [
        _row(one.code, "rating", one.held, one.read, one)
        for one in difference.ratings
        if one.taken is not Taken.YES
    ]
    rows += [
        _row(action.ref or "", field.name, field.held, field.read, field)
        for action in difference.actions
        for field in action.fields
        if field.taken is not Taken.YES
    ]
    if not rows:
        return ()
    columns = (
        Column("ref", "Ref", weight=0),
        Column("field", "What", weight=0),
        Column("held", "Held for that day", weight=2, spare=1),
        Column("read", "In the paper", weight=2),
        Column("because", "Stays in force", weight=2),
    )
    return (Section(f"Stays as it is ({len(rows)})", (STAYS,), Table(columns, tuple(rows))),)


def _row(
    ref: str, name: str, held: str | None, read: str, one: FieldDifference | RatingDifference
) -> tuple[Cell, ...]:
    return Cell(ref), Cell(name), Cell(held), Cell(read), Cell(one.because, TONES[one.taken])


def _ratings(difference: Difference) -> tuple[Section, ...]:
    if not difference.rated:
        return ()
    columns = (
        Column("code", "Proposal", weight=0),
        Column("held", "Held", weight=1),
        Column("read", "In the paper", weight=1),
        Column("place", "Where", weight=0, spare=1),
    )
    rows = tuple(
        (Cell(one.code), Cell(one.held or "not rated"), Cell(one.read), Cell(one.place))
        for one in difference.rated
    )
    return (Section(f"Ratings ({len(rows)})", table=Table(columns, rows)),)


def _changed(difference: Difference) -> tuple[Section, ...]:
    """Return the fields of actions that would change, a row for each."""
    met = difference.of(Match.REWORDED, Match.CHANGED)
    rows = tuple(
        (
            Cell(action.ref),
            Cell(field.name),
            Cell(field.held),
            Cell(field.read),
            Cell(_certainty(action)),
            Cell(action.place),
        )
        for action in met
        for field in action.fields
        if field.taken is Taken.YES
    )
    if not rows:
        return ()
    columns = (
        Column("ref", "Ref", weight=0),
        Column("field", "What", weight=0),
        Column("held", "Held", weight=3),
        Column("read", "In the paper", weight=3),
        Column("certainty", "The same action", weight=0, spare=2),
        Column("place", "Where", weight=1, spare=1),
    )
    count = len({action.ref for action in met if action.taken})
    return (Section(f"Actions that change ({count})", table=Table(columns, rows)),)


def _certainty(action: ActionDifference) -> str:
    if action.certainty is None:
        return action.reason
    return f"{round(action.certainty * 100)} % sure"


def _new(difference: Difference) -> tuple[Section, ...]:
    rows = tuple(
        (
            Cell(", ".join(action.under)),
            Cell(action.text),
            Cell(f"perhaps a part of {action.part_of}" if action.part_of else ""),
            Cell(action.place),
        )
        for action in difference.of(Match.NEW)
    )
    if not rows:
        return ()
    columns = (
        Column("proposals", "Proposals", weight=0),
        Column("text", "Improvement action", weight=3),
        Column("part_of", "Was", weight=1),
        Column("place", "Where", weight=1, spare=1),
    )
    return (Section(f"New actions ({len(rows)})", table=Table(columns, rows)),)


def _gone(difference: Difference) -> tuple[Section, ...]:
    rows = tuple(
        (
            Cell(action.ref),
            Cell(action.text),
            Cell(f"perhaps now in {action.part_of}" if action.part_of else ""),
        )
        for action in difference.of(Match.GONE)
    )
    if not rows:
        return ()
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Improvement action", weight=3),
        Column("joined", "Went into", weight=1),
    )
    said = ("They are kept. To withdraw them with the paper's day, say why: --withdraw REASON.",)
    return (Section(f"Held and not in the paper ({len(rows)})", said, Table(columns, rows)),)


def _texts(difference: Difference) -> tuple[Section, ...]:
    rows = tuple(
        (
            Cell(one.code),
            Cell(f"{one.name}, {one.level}" if one.level else one.name),
            Cell(_parts(one.held)),
            Cell(_parts(one.read)),
            Cell(one.place),
        )
        for one in difference.texts
    )
    if not rows:
        return ()
    columns = (
        Column("code", "Proposal", weight=0),
        Column("text", "What", weight=1),
        Column("held", "Held, not in the paper", weight=3),
        Column("read", "In the paper, not held", weight=3),
        Column("place", "Where", weight=1, spare=1),
    )
    return (Section(f"Texts ({len(rows)})", table=Table(columns, rows)),)


def _parts(texts: Iterable[str]) -> str:
    return "\n".join(texts)
