"""Where the walk through a paper stands: under which proposal, label and table.

Owns the state of the walk, how proposals, labels and tables begin and end in it, and what happens
to the lines collected under a label. Which strip does what is for `rows_walk` and
`paragraphs_walk`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.kinds import CycleRole, Severity
from tracker.readers.document import Cell, Line
from tracker.readers.papers.blocks import extend, flat
from tracker.readers.papers.found import LOST, Found, Printed
from tracker.readers.papers.labels import INDICATOR
from tracker.readers.papers.levels import rated_title
from tracker.readers.papers.lists import read_items
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.owners import split_posts
from tracker.readers.papers.plan_table import Grid, read_grid, tell_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.codes import Heading
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.labels import Label
    from tracker.readers.papers.marks import LevelColumn

TITLE_LONGEST = 260
"""Characters in the official wording of a proposal."""
RATINGS = frozenset(("rating", "previous_rating"))
_TOLD = 6
"""Texts that fit nowhere, told one by one before the rest is only counted."""


@dataclass(slots=True)
class Walk:
    """Where the walk stands."""

    framework: Framework
    strips: Sequence[Strip]
    found: Found = field(default_factory=Found)
    at: int = 0
    """The strip at which it is."""
    code: str | None = None
    """The proposal under whose heading the walk is; a stand-in where the heading is lost."""
    stray: str = ""
    """The heading of a proposal that the framework does not have."""
    section: str = ""
    wants_title: bool = False
    levels: tuple[LevelColumn, ...] = ()
    scale: RatingRow | None = None
    scale_label: int = 0
    """The column in which the label of the scale stands."""
    scale_again: bool = False
    """The scale is printed again with no heading before it."""
    label: Label | None = None
    in_paragraphs: bool = False
    """The open label stands in a paragraph, so paragraphs are its content."""
    lines: tuple[Line, ...] = ()
    """Lines under the open label, not yet read."""
    lines_place: str = ""
    seen: set[str] = field(default_factory=set)
    """Labels read since the heading."""
    rating_first: bool = False
    """In this paper, ratings stand above evidence."""
    latest: list[int] = field(default_factory=list)
    """The actions read last under a label, for a lead or a date printed below them."""
    grid: Grid | None = None
    table: str = ""
    above: Strip | None = None
    """The row above, in the same table."""
    parted: str = ""
    """What stood between the last row and this one: `text`, a `title`, or nothing."""
    loose: list[tuple[str, str]] = field(default_factory=list)
    """Places and texts that fit nowhere, told if they turn out to stand among proposals."""
    columns_lost: bool = False
    """The levels came through as one line, so no table of the paper can be read."""
    loose_row: bool = False
    """One of them is a row in a proposal's own table, so they are told in any case."""

    @property
    def inside(self) -> bool:
        """Tell whether the walk is under the heading of a proposal."""
        return self.code is not None or bool(self.stray)


def begin_proposal(walk: Walk, heading: Heading, strip: Strip) -> None:
    """Begin the proposal that a heading names; an open table goes on under it."""
    kept = walk.grid.head if walk.grid is not None and strip.width else None
    _end_titles(walk)
    flush(walk)
    tell_loose(walk)
    end_grid(walk)
    walk.label, walk.seen, walk.scale_again = None, set(), False
    walk.code = heading.code if heading.known else None
    walk.stray = "" if heading.known else f"Proposal {heading.code} {heading.title}".strip()
    walk.wants_title = heading.known and not heading.title
    if walk.code:
        notes = walk.found.about(walk.code, strip.table)
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


def _end_titles(walk: Walk) -> None:
    if walk.found.begins is None:
        walk.found.begins = walk.at


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
    _end_titles(walk)
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


def add(walk: Walk, lines: tuple[Line, ...], place: str) -> None:
    """Put lines under the open label."""
    if not walk.lines:
        walk.lines_place = place
    walk.lines = extend(walk.lines, lines)


def flush(walk: Walk) -> None:
    """Read the lines that stand under the open label."""
    lines, label, place = walk.lines, walk.label, walk.lines_place
    walk.lines = ()
    if not lines or label is None:
        return
    if label.key in RATINGS:
        take_rating(walk, (Cell(lines),), place)
    elif label.key == "evidence" or (label.key == "progress" and not walk.latest):
        _take_evidence(walk, lines, place)
    elif label.key == "action":
        _take_actions(walk, lines, place)
    else:
        _answer_all(walk, label, lines, place)


def take_rating(walk: Walk, cells: tuple[Cell, ...], place: str) -> None:
    """Note a row of marks as the proposal's."""
    label = walk.label
    if label is None or not any(cell.lines or cell.fill for cell in cells):
        return
    role = CycleRole.PREVIOUS if label.key == "previous_rating" else None
    if label.dated:
        walk.found.dated.setdefault(role or CycleRole.CURRENT, label.dated)
    if walk.code is None:
        told = " ".join(cell.text for cell in cells if cell.lines)
        if walk.stray:
            walk.found.tell(place, f'The rating of "{walk.stray}" is not kept: "{told}".')
        return
    notes = walk.found.about(walk.code, walk.table or place)
    notes.levels = notes.levels or walk.levels
    notes.rating_rows.append(RatingRow(cells, place, role))


def _take_evidence(walk: Walk, lines: tuple[Line, ...], place: str) -> None:
    if walk.code:
        notes = walk.found.about(walk.code, place)
        notes.evidence = extend(notes.evidence, lines)
    else:
        message = f'The evidence of "{walk.stray}" is not kept: "{flat(lines)}".'
        walk.found.tell(place, message)


def _take_actions(walk: Walk, lines: tuple[Line, ...], place: str) -> None:
    read = read_items(lines, walk.framework, code=walk.code)
    tell_items(read, place, walk.found)
    for item in read.items:
        walk.latest.append(len(walk.found.actions))
        walk.found.actions.append(
            Printed(
                item.text,
                place,
                (walk.code,) if walk.code else (),
                walk.stray or walk.section,
                item.sub_items,
                item.cross_reference,
            )
        )


def _answer_all(walk: Walk, label: Label, lines: tuple[Line, ...], place: str) -> None:
    """Give a lead, a date or a status printed below actions to each of them."""
    if not walk.latest:
        walk.found.tell(place, f'"{flat(lines)}" stands beside no action and is not read.')
    for index in walk.latest:
        printed = walk.found.actions[index]
        if label.key == "owners":
            printed = replace(printed, owners=(*printed.owners, *split_posts(lines)))
        elif label.key == "contributors":
            printed = replace(printed, contributors=(*printed.contributors, *split_posts(lines)))
        else:
            printed = replace(printed, values=(*printed.values, (label.key, flat(lines))))
        walk.found.actions[index] = printed


def open_grid(walk: Walk, head: Head) -> None:
    """Begin a table of actions under its head."""
    _end_titles(walk)
    flush(walk)
    held = walk.grid
    end_grid(walk)
    walk.label, walk.wants_title = None, False
    walk.grid = Grid(head, walk.code, walk.stray or walk.section)
    if held is not None and held.head.headings == head.headings:
        walk.grid.section, walk.grid.inherited = held.section, held.inherited


def end_grid(walk: Walk) -> None:
    """Read the rows of the open table."""
    if walk.grid is not None:
        read_grid(walk.grid, walk.found, walk.framework)
    walk.grid = None


def leave(walk: Walk) -> None:
    """Leave the proposal: what follows is not part of it."""
    flush(walk)
    end_grid(walk)
    walk.code, walk.stray, walk.section = None, "", ""
    walk.label, walk.wants_title = None, False
    walk.scale, walk.seen = None, set()


def take_title(walk: Walk, text: str) -> None:
    """Take a text as the official wording of the proposal."""
    walk.wants_title = False
    if walk.code and len(text) <= TITLE_LONGEST:
        notes = walk.found.about(walk.code)
        notes.title = notes.title or text


def leave_over(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    """Hold a row that fits nowhere."""
    text = " / ".join(cell.text for cell in filled)
    if walk.inside and sum(map(str.isalpha, text)) > 1:
        walk.loose.append((strip.place, text))
        walk.loose_row = walk.loose_row or walk.label is not None


def tell_loose(walk: Walk) -> None:
    """Tell what fitted nowhere, now that more of the proposals follows."""
    told = walk.loose if walk.inside else []
    singly = 0 if walk.columns_lost else _TOLD
    for place, text in told[:singly]:
        message = f'"{text}" fits nowhere and is not read; check whether it belongs to an action.'
        walk.found.tell(place, message)
    if len(told) > singly:
        message = f"{len(told) - singly} texts from here on fit nowhere and are not read."
        walk.found.tell(told[singly][0], message)
    walk.loose, walk.loose_row = [], False
