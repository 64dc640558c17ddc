"""Rows of tables: headings, scales, heads of columns, labels, and what stands under each.

Owns what a row does to the walk.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.kinds import Severity
from tracker.readers.papers.blocks import extend, flat
from tracker.readers.papers.codes import read_feature, read_heading
from tracker.readers.papers.heads import read_head, widen
from tracker.readers.papers.labels import INDICATOR, SCALE, Label, read_label
from tracker.readers.papers.levels import is_tick, level_beside_tick, may_rate
from tracker.readers.papers.lookahead import read_scale
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.paragraphs_walk import TITLE_LONGEST, take_title
from tracker.readers.papers.walk import (
    RATINGS,
    add,
    begin_proposal,
    begin_section,
    end_grid,
    flush,
    open_grid,
    open_label,
    take_rating,
    take_scale,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell, Line
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.walk import Walk

_PARTS = frozenset(("action", "evidence"))
"""Labels that may part the text of one cell."""
_SHEET = re.compile(r"sheet (.+)")
_MARK = 3
"""Characters up to which a text below the levels is a mark."""
_CALLED = frozenset(("proposal", "proposals", "msg proposal", "proposal no", "proposal number"))
"""Labels beside which a proposal's code and wording stand."""
_LONGEST_LEVEL = 40


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
        _is_heading(walk, strip, filled)
        or _is_scale(walk, strip, above)
        or _is_bare_rating(walk, strip, filled)
        or _is_head(walk, strip, above)
        or _is_label(walk, strip, filled)
    ):
        return
    if walk.grid is not None:
        _into_grid(walk, strip, filled)
    elif walk.label is not None:
        _go_on(walk, strip, filled)
    elif not _is_summary(walk, strip, filled) and not _is_level(walk, strip, filled):
        _leftover(walk, strip, filled)


def _enter_table(walk: Walk, strip: Strip) -> None:
    """Begin a table: the open one goes on in it unless the text between parts the two."""
    walk.table, walk.above = strip.table, None
    named = _SHEET.match(strip.table)
    heading = read_heading(named[1], walk.framework) if named else None
    if heading and heading.known:
        begin_proposal(walk, heading, strip)
        walk.wants_title = False
        return
    if walk.grid is not None and walk.parted:
        alike = strip.width == walk.grid.head.width and strip.width > 2
        if walk.parted == "title" or not alike:
            end_grid(walk)


# Headings


def _is_heading(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row that begins a key feature or a proposal, or that gives a title."""
    lines = _heading_lines(walk, strip, filled)
    if lines and read_feature(lines[0].text, walk.framework):
        begin_section(walk, lines[0].text, keep_table=True)
        lines = _after_feature(lines, walk.framework)
        if not lines:
            return True
    if not lines:
        return False
    text = flat(lines)
    heading = read_heading(text, walk.framework)
    if heading and len(heading.title) <= TITLE_LONGEST and (heading.named or heading.known):
        begin_proposal(walk, heading, strip)
        return True
    if walk.wants_title and len(filled) == 1 and read_label(text, alone=True) is None:
        take_title(walk, text)
        return True
    return False


def _after_feature(lines: tuple[Line, ...], framework: Framework) -> tuple[Line, ...]:
    """Return the heading of a proposal that stands in one cell with its key feature."""
    starts = [i for i in range(1, len(lines)) if read_heading(lines[i].text, framework)]
    return lines[starts[0] :] if starts else ()


def _heading_lines(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> tuple[Line, ...]:
    """Return the lines of a row that can be a heading: one cell, or a code and its title."""
    if len(filled) == 1:
        return filled[0].lines if _stands_alone(walk, strip, filled) else ()
    if walk.grid is not None or len(filled) > 3:
        return ()
    first = filled[0]
    heading = read_heading(first.text, walk.framework)
    if heading is None:
        rest = " ".join(cell.text for cell in filled[1:])
        called = fold(first.text) in _CALLED and read_heading(rest, walk.framework)
        return (replace(first.lines[0], text=rest),) if called else ()
    if len(filled) == 2 and filled[1].text.startswith(first.text[:20]):
        return filled[1].lines
    beside = heading.named and not heading.title and not is_tick(filled[1].text)
    whole = replace(first.lines[0], text=f"{first.text} {filled[1].text}")
    return (whole,) if beside and len(filled) == 2 else ()


def _stands_alone(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Tell whether the only text of a row can be a heading.

    In a table of actions, a bare code in the column of proposals stands for the rows below it.
    """
    grid, first = walk.grid, filled[0]
    wide = first.span >= max(2, strip.width)
    if grid is None or wide or walk.wants_title:
        return True
    heading = read_heading(first.text, walk.framework)
    if heading is None:
        return read_feature(first.text, walk.framework) is not None
    in_column = grid.head.index("proposal") is not None and not heading.title
    return heading.named and not in_column


# Scales and heads


def _is_scale(walk: Walk, strip: Strip, above: Strip | None) -> bool:
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


def _is_bare_rating(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row of ticks below a scale, where neither has a label."""
    above = walk.scale is not None and walk.label is None and not walk.seen and walk.inside
    if not above or not walk.levels or not all(len(cell.text) <= _MARK for cell in filled):
        return False
    if any(cell.column < walk.levels[0].start for cell in filled):
        return False
    open_label(walk, Label("rating"), strip, in_paragraphs=False)
    take_rating(walk, strip.cells, strip.place)
    return True


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
    placed = head.cells[0].key in {"action", "section", "proposal"}
    if placed or cell.column > 0 or cell.span > 1 or read_heading(cell.text, framework):
        return False
    return sum(map(str.isalpha, cell.text)) > 3


# Labels


def _is_label(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row whose first cell is a label, with its content beside it."""
    first = filled[0]
    alone = len(filled) == 1 and (first.span >= strip.width or strip.width == 1)
    if first.column > 0 and not alone:
        return False
    label = read_label(first.text, alone=alone or walk.grid is not None)
    if label is None:
        return False
    if not walk.inside and walk.scale is None:
        return False
    if label.key == SCALE:
        return len(filled) == 1
    end_grid(walk)
    open_label(walk, label, strip, in_paragraphs=False)
    if label.rest:
        rest = replace(first.lines[0], text=_behind(first.lines[0].text, label), bold=False)
        cells: tuple[Cell, ...] = (replace(first, lines=(rest, *first.lines[1:]), column=-1),)
    else:
        cells = tuple(cell for cell in strip.cells if cell is not first)
    _content(walk, strip, cells, labelled=True)
    return True


def _behind(text: str, label: Label) -> str:
    """Return what stands behind a label in its own line."""
    return label.rest if text.endswith(label.rest) else re.split(r":\s*", text, maxsplit=1)[-1]


def _go_on(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    """Take a row without a label as the rest of the one above, its first cell being empty."""
    if _is_summary(walk, strip, filled) or walk.label is None:
        return
    first, rating = strip.cells[0], walk.label.key in RATINGS
    beside = first.lines and strip.width > 1 and first.span < strip.width
    if (beside or len(filled) > 1) and walk.label.key in {"action", "evidence"}:
        if not _is_level(walk, strip, filled):
            _leftover(walk, strip, filled)
        return
    cells = strip.cells if first.lines else strip.cells[1:]
    if rating and not first.continues and not all(may_rate(c.text, walk.framework) for c in cells):
        _leftover(walk, strip, filled)
    else:
        _content(walk, strip, cells, labelled=False)


def _content(walk: Walk, strip: Strip, cells: tuple[Cell, ...], *, labelled: bool) -> None:
    """Take the cells beside a label, each kind in its own way."""
    if walk.label is None:
        return
    if walk.label.key in RATINGS:
        if not (labelled and _is_shifted(walk, strip, cells)):
            take_rating(walk, cells, strip.place)
    elif walk.label.key == INDICATOR:
        _take_indicators(walk, cells)
    else:
        filled = [cell for cell in cells if cell.lines]
        if len(filled) > 1:
            what = "improvement actions" if walk.label.key == "action" else walk.label.key
            walk.found.tell(
                strip.place,
                f"The text beside {what} stands in {len(filled)} cells instead of one, as when a"
                " page was cut up. The parts are kept in their order; check them.",
            )
        lines: tuple[Line, ...] = ()
        for cell in filled:
            lines = extend(lines, cell.lines)
        _take_lines(walk, lines, strip)


def _take_lines(walk: Walk, lines: Sequence[Line], strip: Strip) -> None:
    """Take the lines of a cell, in which labels of their own may part evidence from actions."""
    labels = [read_label(x.text, alone=True) if x.level is None else None for x in lines]
    parts = [i for i, x in enumerate(labels) if x and not x.rest and x.key in _PARTS]
    for start, end in pairwise((-1, *parts, len(lines))):
        label = labels[start] if start >= 0 else None
        if label is not None:
            open_label(walk, label, strip, in_paragraphs=False)
        if lines[start + 1 : end]:
            add(walk, tuple(lines[start + 1 : end]), strip.place)


def _is_shifted(walk: Walk, strip: Strip, cells: Sequence[Cell]) -> bool:
    """Tell whether a rating row stands askew under its scale: then its marks say nothing."""
    label = strip.filled[0].column
    if not walk.code or not walk.levels or label == walk.scale_label or cells[0].column < 0:
        return False
    told = " ".join(cell.text for cell in cells if cell.lines)
    message = f'The rating row ("{told}") is shifted against its levels, so it is not read.'
    walk.found.tell(strip.place, message, Severity.ERROR)
    walk.found.about(walk.code).shifted = True
    return True


def _take_indicators(walk: Walk, cells: Sequence[Cell]) -> None:
    if walk.code is None:
        return
    notes = walk.found.about(walk.code)
    for level in walk.levels:
        for cell in cells:
            if cell.lines and cell.column <= level.start < cell.column + cell.span:
                held = notes.indicators.get(level.level, ())
                notes.indicators[level.level] = extend(held, cell.lines)


# Rows that speak for themselves


def _is_summary(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
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


def _is_level(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
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


def _leftover(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    text = " / ".join(cell.text for cell in filled)
    if walk.inside and sum(map(str.isalpha, text)) > 1:
        walk.loose.append((strip.place, text))
        walk.loose_row = walk.loose_row or walk.label is not None
