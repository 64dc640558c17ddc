"""What follows a strip: whether a bare number stands over a proposal's own rows.

Owns the one look ahead that the walk takes. Covering reports number their sections like proposals,
so `2.1 Background` is a heading of a proposal only if ratings, evidence or actions come next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.readers.papers.codes import read_heading
from tracker.readers.papers.heads import read_head
from tracker.readers.papers.labels import INDICATOR, SCALE, read_label
from tracker.readers.papers.levels import level_beside_tick
from tracker.readers.papers.marks import LevelColumn

if TYPE_CHECKING:
    from tracker.framework import Framework
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.walk import Walk

_NEAR = 3
_OWN = frozenset(("rating", "previous_rating", SCALE, INDICATOR))
"""Labels that only a proposal has."""


def heads_proposal(walk: Walk, *, is_title: bool) -> bool:
    """Tell whether the strip at which the walk is stands over a proposal's own rows.

    Args:
        walk: Where the walk stands.
        is_title: The strip is set like a heading, so that a table of actions is enough.
    """
    below = walk.strips[walk.at + 1 : walk.at + 1 + _NEAR * 2]
    for strip in [strip for strip in below if not strip.running][:_NEAR]:
        first = strip.filled[0].text if strip.filled else ""
        if read_scale(strip, walk.framework):
            return True
        label = read_label(first, alone=strip.width == 0)
        if label:
            return label.key in _OWN or (is_title and strip.width > 0)
        if strip.width:
            return is_title and read_head(strip, None, walk.framework) is not None
        if read_heading(first, walk.framework):
            return False
    return False


def read_scale(strip: Strip, framework: Framework) -> tuple[LevelColumn, ...]:
    """Read a row of level names, of which a damaged one may have lost one; else nothing."""
    columns = tuple(
        LevelColumn(level, cell.column, cell.column + cell.span)
        for cell in strip.filled
        if (level := level_beside_tick(cell.text, framework))
    )
    names = {column.level for column in columns}
    needed = max(2, len(framework.scale) - 1)
    if not len(columns) == len(names) >= needed:
        return ()
    # Two levels in a full row are a rating before and now, not the head of a damaged scale.
    others = len(strip.filled) - len(columns)
    whole = len(columns) >= max(3, len(framework.scale))
    return columns if whole or others <= 2 else ()
