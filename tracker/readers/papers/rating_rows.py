"""Rows that rate without a label: a scale and what stands under it, a summary, a vertical scale.

Owns the rows that are known by the names of the levels or by the marks under them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.readers.papers.beginnings import open_grid, open_label, take_scale
from tracker.readers.papers.codes import read_heading
from tracker.readers.papers.collecting import flush, take_rating
from tracker.readers.papers.heads import read_head
from tracker.readers.papers.labels import Label, read_label
from tracker.readers.papers.levels import is_tick, level_beside_tick
from tracker.readers.papers.lookahead import read_scale
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.walk import RATINGS, end_grid

if TYPE_CHECKING:
    from tracker.readers.document import Cell
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.walk import Walk

_MARK = 3
"""Characters up to which a text below the levels is a mark."""
_LONGEST_LEVEL = 40


def is_scale(walk: Walk, strip: Strip, above: Strip | None) -> bool:
    """Read a row of level names, the one thing that all returns have in common."""
    columns = read_scale(strip, walk.framework)
    if not columns:
        return False
    head = read_head(strip, above, walk.framework)
    if head is not None:
        open_grid(walk, head)
        return True
    label = read_label(strip.filled[0].text, alone=False)
    row = RatingRow(tuple(c for c in strip.cells if c.column >= columns[0].start), strip.place)
    answered = not walk.seen or "rating" in walk.seen
    if label and label.key in RATINGS and walk.code and walk.scale is not None and not answered:
        # The names are printed again as the answer: one of them is shaded, bold or ticked.
        walk.found.about(walk.code, strip.table).rating_rows.append(row)
        return True
    flush(walk)
    end_grid(walk)
    walk.levels, walk.scale = tuple(columns), row
    named = [c.column for c in strip.filled if read_label(c.text, alone=False)]
    walk.scale_label = named[0] if named else 0
    walk.label, walk.wants_title = None, False
    walk.scale_again = bool(walk.seen)
    if not walk.seen:
        take_scale(walk, strip)
    return True


def is_summary(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row of a summary table: a code, and marks under levels printed further up."""
    if not filled or not walk.levels or filled[0].column >= walk.levels[0].start:
        return False
    heading = read_heading(filled[0].text, walk.framework)
    marks = tuple(cell for cell in strip.cells if cell.column >= walk.levels[0].start)
    if heading is None or not heading.known or not any(c.lines or c.fill for c in marks):
        return False
    if any(len(cell.text) > _LONGEST_LEVEL for cell in marks):
        return False
    notes = walk.found.about(heading.code, strip.place)
    notes.title = notes.title or heading.title
    notes.summary.append((RatingRow(marks, strip.place), walk.levels))
    return True


def is_level(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row of a scale that runs downwards: a level, its wording, perhaps a mark."""
    level = level_beside_tick(filled[0].text, walk.framework) if filled else None
    if walk.code is None or level is None:
        return False
    notes = walk.found.about(walk.code, strip.table)
    for cell in filled[1:]:
        if len(cell.text) <= 3:
            named = replace(cell, lines=filled[0].lines) if is_tick(cell.text) else cell
            notes.rating_rows.append(RatingRow((named,), strip.place))
        else:
            notes.indicators[level] = cell.lines
    return True


def is_bare_rating(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row of ticks below a scale, where neither has a label."""
    above = walk.scale is not None and walk.label is None and not walk.seen and walk.inside
    if not above or not walk.levels or not all(len(cell.text) <= _MARK for cell in filled):
        return False
    if any(cell.column < walk.levels[0].start for cell in filled):
        return False
    open_label(walk, Label("rating"), strip, in_paragraphs=False)
    take_rating(walk, strip.cells, strip.place)
    return True
