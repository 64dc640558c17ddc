"""What happened since an earlier day, as tables: done, withdrawn, reopened, new, decided.

Owns these tables and their data. What counts as what is `story`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Section, Table
from tracker.reports.headline import since_words
from tracker.reports.ratings import decider, direction, tone_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.decided import Decided
    from tracker.story import Story
    from tracker.threads import Thread


def done_section(story: Story) -> Section | None:
    """Return what was done; what was done before is not told again."""
    if not story.done:
        return None
    note = "Each is listed this once; what was done before that day is not told again."
    heading = f"Done{since_words(story)} ({_actions(story.done)})"
    return Section(heading, (note,) if story.start else (), _closed(story.done, "What was said"))


def dropped_section(story: Story) -> Section | None:
    """Return what was withdrawn or superseded, with the reason."""
    if not story.dropped:
        return None
    heading = f"Withdrawn or superseded{since_words(story)} ({_actions(story.dropped)})"
    return Section(heading, table=_closed(story.dropped, "Why"))


def reopened_section(story: Story) -> Section | None:
    """Return what was closed and is live again."""
    if not story.reopened:
        return None
    return Section(f"Live again ({_actions(story.reopened)})", table=_plain(story.reopened))


def added_section(story: Story) -> Section | None:
    """Return what is new."""
    if not story.added:
        return None
    name = "New actions" if story.base_held else f"Added{since_words(story)}"
    count = sum(len(thread.now) for thread in story.added)
    return Section(f"{name} ({count})", table=_plain(story.added))


def decided_section(story: Story) -> Section | None:
    """Return the ratings that were decided."""
    if not story.decided:
        return None
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=3, spare=2),
        Column("before", "Before", weight=1),
        Column("after", "Now", weight=1),
        Column("direction", "Direction", weight=0),
        Column("on", "Decided on", weight=0),
        Column("by", "By", weight=1, spare=1),
        Column("why", "Why", weight=2, spare=1),
    )
    heading = f"Ratings decided{since_words(story)} ({len(story.decided)})"
    return Section(heading, table=Table(columns, tuple(map(_decided_row, story.decided))))


def _decided_row(told: Decided) -> tuple[Cell, ...]:
    decision = told.decision
    return (
        Cell(told.code),
        Cell(told.name),
        Cell(told.before),
        Cell(decision.level),
        Cell(told.movement, tone_of(told.movement), shown=direction(told.movement)),
        Cell(decision.decided_on),
        decider(decision),
        Cell(decision.reason),
    )


def _actions(threads: Sequence[Thread]) -> int:
    """Return how many actions threads stand for: those of the earlier cycle where it has some."""
    return sum(len(thread.base or thread.now) for thread in threads)


def _closed(threads: Sequence[Thread], words: str) -> Table:
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Improvement action", weight=4),
        Column("owners", "Owner", weight=1, spare=2),
        Column("outcome", "Outcome", weight=0),
        Column("on", "On", weight=0, spare=1),
        Column("said", words, weight=2, spare=3),
    )
    return Table(columns, tuple(map(_closed_row, threads)))


def _closed_row(thread: Thread) -> tuple[Cell, ...]:
    update = thread.last_word
    return (
        Cell(", ".join(thread.refs)),
        Cell(thread.shown.text),
        Cell(thread.shown.owner_names),
        Cell(str(thread.outcome)),
        Cell(update.happened_on if update else None),
        Cell(words_of(thread)),
    )


def words_of(thread: Thread) -> str | None:
    """Return what was said when an action closed: the reason, else the text for the board.

    Internal notes stay inside.
    """
    update = thread.last_word
    if thread.told or update is None:
        return thread.told
    instead = f"superseded by {update.superseded_by}" if update.superseded_by else None
    return "; ".join(text for text in (instead, update.reason, update.board_text) if text) or None


def _plain(threads: Sequence[Thread]) -> Table:
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Improvement action", weight=4),
        Column("owners", "Owner", weight=1, spare=2),
        Column("timescale", "Timescale", weight=1),
        Column("status", "Status", weight=0, spare=1),
    )
    rows = tuple(
        (
            Cell(action.ref),
            Cell(action.text),
            Cell(action.owner_names),
            Cell((action.timescale.text if action.timescale else None) or None),
            Cell(str(action.status)),
        )
        for thread in threads
        for action in thread.now
    )
    return Table(columns, rows)


def happened_data(story: Story) -> dict[str, object]:
    """Return what happened under the keys that scripts read."""
    return {
        "done": [_thread_data(thread) for thread in story.done],
        "dropped": [_thread_data(thread) for thread in story.dropped],
        "reopened": [ref for thread in story.reopened for ref in thread.refs],
        "new": [ref for thread in story.added for ref in thread.refs],
        "decided": [
            {
                "code": told.code,
                "before": told.before,
                "after": told.decision.level,
                "movement": told.movement,
                "decision": str(told.decision.kind),
                "on": told.decision.decided_on.isoformat() if told.decision.decided_on else None,
                "by": told.decision.decided_by,
                "why": told.decision.reason,
            }
            for told in story.decided
        ],
    }


def _thread_data(thread: Thread) -> dict[str, object]:
    update = thread.last_word
    return {
        "refs": list(thread.refs),
        "base": [action.ref for action in thread.base],
        "text": thread.shown.text,
        "owners": list(thread.shown.owner_names),
        "outcome": str(thread.outcome),
        "on": update.happened_on.isoformat() if update else None,
        "said": words_of(thread),
    }
