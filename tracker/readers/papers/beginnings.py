"""How proposals, sections, labels and tables begin in the walk, and how a proposal is left.

Owns the changes of state. A proposal whose heading is lost begins here too, under a stand-in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.kinds import Severity
from tracker.readers.document import Cell, Line
from tracker.readers.papers.collecting import flush
from tracker.readers.papers.found import LOST
from tracker.readers.papers.labels import INDICATOR
from tracker.readers.papers.levels import rated_title
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.plan_table import Grid
from tracker.readers.papers.walk import RATINGS, Walk, end_grid, end_titles, tell_loose

if TYPE_CHECKING:
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.codes import Heading
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.labels import Label


def begin_proposal(walk: Walk, heading: Heading, strip: Strip) -> None:
    """Begin the proposal that a heading names; an open table goes on under it."""
    kept = walk.grid.head if walk.grid is not None and strip.width else None
    end_titles(walk)
    flush(walk)
    tell_loose(walk)
    end_grid(walk)
    walk.label, walk.seen, walk.scale_again = None, set(), False
    walk.code = heading.code if heading.known else None
    walk.stray = "" if heading.known else f"Proposal {heading.code} {heading.title}".strip()
    walk.wants_title = heading.known and not heading.title
    if walk.code:
        notes = walk.found.about(walk.code, strip.table)
        notes.heading = notes.heading or strip.place
        title, rating = rated_title(heading.title, walk.framework)
        notes.title = notes.title or title
        if rating:
            notes.rating_rows.append(RatingRow((Cell((Line(rating),)),), strip.place))
    else:
        message = (
            f"{heading.code} is no proposal of the framework. Its actions are kept as"
            " recommendations; give them their proposals by hand."
        )
        walk.found.tell(strip.place, message, Severity.ERROR)
    if kept is not None:
        walk.grid = Grid(kept, walk.code, walk.stray or walk.section)


def begin_section(walk: Walk, name: str, *, keep_table: bool) -> None:
    """Begin a key feature or a section of a table, under which no proposal is named yet."""
    head = walk.grid.head if walk.grid is not None and keep_table else None
    flush(walk)
    tell_loose(walk)
    leave(walk)
    walk.section = name
    if head is not None:
        walk.grid = Grid(head, None, name)


def begin_lost(walk: Walk, strip: Strip) -> None:
    """Begin a proposal whose heading the paper has lost; its place names it for now."""
    flush(walk)
    walk.code, walk.stray, walk.seen, walk.scale_again = f"{LOST}{strip.place}", "", set(), False
    take_scale(walk, strip)


def take_scale(walk: Walk, strip: Strip) -> None:
    """Note the scale as that of the proposal; a second one means a second table."""
    end_titles(walk)
    if not walk.code:
        return
    notes = walk.found.about(walk.code, strip.table or strip.place)
    if notes.scale is not None or notes.rating_rows:
        message = f"Proposal {walk.code} has a second table. Both are read; check its rating."
        walk.found.tell(strip.place, message)
    notes.levels, notes.scale = walk.levels, walk.scale
    if walk.code not in walk.found.order:
        walk.found.order.append(walk.code)


def open_label(walk: Walk, label: Label, strip: Strip, *, in_paragraphs: bool) -> None:
    """Begin what stands under a label."""
    headless = not walk.inside and walk.scale is not None
    if headless or (walk.code is not None and _begins_again(walk, label)):
        begin_lost(walk, strip)
    elif walk.label and walk.label.key == label.key and label.key in {"action", "evidence"}:
        # The label is printed again on the next page, or was itself cut in two.
        walk.in_paragraphs = in_paragraphs
        return
    flush(walk)
    if "rating" in walk.seen and label.key == "evidence":
        walk.rating_first = True
    walk.seen.add("rating" if label.key in RATINGS else label.key)
    walk.label, walk.in_paragraphs, walk.wants_title = label, in_paragraphs, False
    if label.key == "action":
        walk.latest = []
    walk.lines, walk.lines_place = (), strip.place


def _begins_again(walk: Walk, label: Label) -> bool:
    """Tell whether a label begins another proposal though no heading stands before it."""
    if label.key == "evidence":
        return walk.scale_again and walk.seen >= {"evidence", "action"}
    if label.key not in {*RATINGS, INDICATOR}:
        return False
    if walk.scale_again and walk.seen & {"rating", "evidence", "action"}:
        return True
    below = walk.seen & {"evidence", "action"}
    return label.key in RATINGS and walk.rating_first and bool(below)


def open_grid(walk: Walk, head: Head) -> None:
    """Begin a table of actions under its head."""
    end_titles(walk)
    flush(walk)
    held = walk.grid
    end_grid(walk)
    walk.label, walk.wants_title = None, False
    walk.grid = Grid(head, walk.code, walk.stray or walk.section)
    if held is not None and held.head.headings == head.headings:
        walk.grid.section, walk.grid.inherited = held.section, held.inherited


def leave(walk: Walk) -> None:
    """Leave the proposal: what follows is not part of it."""
    flush(walk)
    end_grid(walk)
    walk.code, walk.stray, walk.section = None, "", ""
    walk.label, walk.wants_title = None, False
    walk.scale, walk.seen = None, set()
