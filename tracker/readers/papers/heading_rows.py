"""Rows that are headings: of a key feature, of a proposal, or its official wording.

Owns which row of a table is one, alone or with its title beside it, and what it does to the walk.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.readers.papers.beginnings import begin_proposal, begin_section
from tracker.readers.papers.blocks import flat
from tracker.readers.papers.codes import read_feature, read_heading
from tracker.readers.papers.labels import read_label
from tracker.readers.papers.levels import is_tick
from tracker.readers.papers.walk import TITLE_LONGEST, take_title

if TYPE_CHECKING:
    from tracker.framework import Framework
    from tracker.readers.document import Cell, Line
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.walk import Walk

_CALLED = frozenset(("proposal", "proposals", "msg proposal", "proposal no", "proposal number"))
"""Labels beside which a proposal's code and wording stand."""


def is_heading(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
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
