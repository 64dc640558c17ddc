"""What a list of acts shows of each, and one act in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.report import Cell
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from tracker.recorded import Entry

LINES = 200
"""Changes of one act that are shown in full; an import has thousands."""


def act_columns() -> tuple[RowColumn[Entry], ...]:
    """Return the columns of the history."""
    return (
        RowColumn("act", "Act", lambda e: Cell(e.act.number), Width(5), "right"),
        RowColumn("at", "When", lambda e: Cell(f"{e.act.at:%d %b %Y %H:%M}"), Width(17)),
        RowColumn("who", "Who", lambda e: Cell(e.act.who), Width(10, share=1, most=24)),
        RowColumn("verb", "What was done", _verb, Width(18, share=3)),
        RowColumn("told", "What it changed", _told, Width(20, share=6, spare=1)),
        RowColumn("reason", "Why", lambda e: Cell(e.act.reason), Width(12, share=2, spare=2)),
    )


def _verb(entry: Entry) -> Cell:
    if entry.undone_by:
        return Cell(f"{entry.act.verb} (taken back)", "quiet")
    return Cell(entry.act.verb)


def _told(entry: Entry) -> Cell:
    first = "; ".join(f"{told.subject}, {told.said}" for told in entry.told[:3])
    left = len(entry.told) - 3 + entry.more
    return Cell(f"{first} and {left} more" if left > 0 else first)


def act_in_full(entry: Entry) -> Text:
    """Return one act with everything that it changed, as lines."""
    act = entry.act
    lines = [f"Act {act.number}: {act.verb}", f"{act.who}, {act.at:%d %B %Y %H:%M}"]
    if act.reason:
        lines.append(f"Why: {act.reason}")
    if entry.cycles:
        lines.append(", ".join(entry.cycles))
    if entry.undone_by:
        lines.append(f"Taken back by act {entry.undone_by}.")
    lines.append("")
    lines += [f"{told.subject}, {told.said}" for told in entry.told[:LINES]]
    left = len(entry.told) - LINES
    left = max(left, 0) + entry.more
    if left:
        lines.append(f"and {left} more")
    return Text("\n".join(lines))
