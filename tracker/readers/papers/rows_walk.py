"""Rows of tables, each given to what it is: a heading, a scale, a head, a label, or content.

Owns the order in which a row is tried, tables that go on or end, and rows that fit nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.readers.papers.beginnings import begin_proposal, begin_section, open_grid
from tracker.readers.papers.codes import read_heading
from tracker.readers.papers.heading_rows import is_heading
from tracker.readers.papers.heads import read_head, widen
from tracker.readers.papers.label_rows import go_on, is_label
from tracker.readers.papers.rating_rows import is_bare_rating, is_level, is_scale, is_summary
from tracker.readers.papers.walk import end_grid, leave_over

if TYPE_CHECKING:
    from tracker.framework import Framework
    from tracker.readers.document import Cell
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.walk import Walk

_SHEET = re.compile(r"sheet (.+)")


def walk_row(walk: Walk, strip: Strip) -> None:
    """Take a row."""
    if strip.table != walk.table:
        _enter_table(walk, strip)
    walk.parted = ""
    above, walk.above = walk.above, strip
    filled = strip.filled
    if not filled and not any(cell.fill for cell in strip.cells):
        return
    if filled and (
        is_heading(walk, strip, filled)
        or is_scale(walk, strip, above)
        or is_bare_rating(walk, strip, filled)
        or _is_head(walk, strip, above)
        or is_label(walk, strip, filled)
    ):
        return
    if walk.grid is not None:
        _into_grid(walk, strip, filled)
    elif walk.label is not None:
        go_on(walk, strip, filled)
    elif not is_summary(walk, strip, filled) and not is_level(walk, strip, filled):
        leave_over(walk, strip, filled)


def _enter_table(walk: Walk, strip: Strip) -> None:
    """Begin a table: the open one goes on in it unless the text between parts the two."""
    walk.table, walk.above = strip.table, None
    named = _SHEET.match(strip.table)
    heading = read_heading(named[1], walk.framework) if named else None
    if heading and heading.known:
        begin_proposal(walk, heading, strip)
        walk.wants_title = False
        return
    if walk.grid is not None and (walk.parted or named):
        alike = strip.width == walk.grid.head.width and strip.width > 2
        if walk.parted == "title" or not alike:
            end_grid(walk)


def _is_head(walk: Walk, strip: Strip, above: Strip | None) -> bool:
    """Read a row of headings, or the second row of one."""
    grid = walk.grid
    if grid is not None and not grid.rows and above is not None:
        wider = widen(grid.head, strip, walk.framework)
        if wider is not None:
            grid.head = wider
            return True
    head = read_head(strip, above, walk.framework)
    if head is None:
        return False
    if grid is None or not _same(head, grid.head):
        open_grid(walk, head)
    return True


def _same(head: Head, other: Head) -> bool:
    """Tell whether a head is printed again, on the next page."""
    return head.headings == other.headings and head.width == other.width


def _into_grid(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    """Take a row of a table; one text across its whole width is the name of a section."""
    grid = walk.grid
    if grid is None:
        return
    if len(filled) == 1 and _names_section(filled[0], grid.head, walk.framework):
        begin_section(walk, filled[0].text, keep_table=True)
    else:
        grid.rows.append(strip)


def _names_section(cell: Cell, head: Head, framework: Framework) -> bool:
    """Tell whether the only text of a row is the name of a section."""
    if cell.span >= max(2, head.width):
        return True
    placed = head.cells[0].key in {"action", "section", "proposal", "evidence", "progress"}
    if placed or cell.column > 0 or cell.span > 1 or read_heading(cell.text, framework):
        return False
    return sum(map(str.isalpha, cell.text)) > 3
