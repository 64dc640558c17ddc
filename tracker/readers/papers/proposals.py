"""The walk through a paper, from its first strip to its last.

Owns the order; what a strip does is for `paragraphs_walk` and `rows_walk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.kinds import Severity
from tracker.readers.papers.collecting import flush
from tracker.readers.papers.paragraphs_walk import walk_paragraph
from tracker.readers.papers.rows_walk import walk_row
from tracker.readers.papers.walk import Walk, end_grid, tell_loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.found import Found


def read_proposals(strips: Sequence[Strip], framework: Framework) -> Found:
    """Read proposals, their ratings, evidence and actions from the strips of a paper."""
    walk = Walk(framework, strips)
    for walk.at, strip in enumerate(strips):
        if strip.line is not None:
            walk_paragraph(walk, strip, strip.line)
        else:
            walk_row(walk, strip)
    flush(walk)
    end_grid(walk)
    if walk.loose_row:
        tell_loose(walk)
    for text, count in walk.running.items():
        if count:
            message = f'"{text}" stands {count} times among the proposals, like a page header.'
            walk.found.tell("whole paper", f"{message} It is passed over.", Severity.NOTE)
    return walk.found
