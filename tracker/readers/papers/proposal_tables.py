"""The walk through a paper: which proposal, which label and which table a strip belongs to.

Owns headings, labels and heads in their order, in tables and in paragraphs, and hands what stands
under them to the readers of ratings, lists and plan tables. What fits nowhere is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.kinds import CycleRole, Severity
from tracker.readers.papers.blocks import extend, flat
from tracker.readers.papers.codes import Heading, read_feature, read_heading
from tracker.readers.papers.found import LOST, Found, Printed
from tracker.readers.papers.heads import Head, read_head, widen
from tracker.readers.papers.labels import INDICATOR, SCALE, Label, read_label
from tracker.readers.papers.lists import read_items
from tracker.readers.papers.marks import (
    LevelColumn,
    RatingRow,
    is_tick,
    level_of,
    levels_named,
)
from tracker.readers.papers.owners import split_posts
from tracker.readers.papers.plan_table import Grid, read_grid, tell_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell, Line
    from tracker.readers.papers.blocks import Strip

_TITLE_LONGEST = 260
_RATINGS = frozenset(("rating", "previous_rating"))


@dataclass(slots=True)
class _Walk:
    """Where the walk stands."""

    framework: Framework
    found: Found
    code: str | None = None
    """The proposal whose heading was last read."""
    stray: str = ""
    """The heading of a proposal that the framework does not have."""
    section: str = ""
    wants_title: bool = False
    candidate: tuple[Heading, Strip] | None = None
    """A bare number that becomes a heading if a proposal's own rows follow."""
    levels: tuple[LevelColumn, ...] = ()
    scale: RatingRow | None = None
    label: Label | None = None
    in_paragraphs: bool = False
    """The open label stands in a paragraph, so paragraphs are its content."""
    lines: tuple[Line, ...] = ()
    """Lines under the open label, not yet read."""
    lines_place: str = ""
    grid: Grid | None = None
    latest: list[int] = field(default_factory=list)
    """Places of the actions read last under a label, for a lead or a date printed below them."""
    loose: list[tuple[str, str]] = field(default_factory=list)
    """Texts that fit nowhere, told if more of the proposals follows."""
    above: Strip | None = None
    table: str = ""
    seen: set[str] = field(default_factory=set)
    """Labels read since the heading."""
    scale_again: bool = False
    """The scale is printed again with no heading before it."""
    rating_first: bool = False
    """In this paper, ratings stand above evidence."""
    label_column: int = 0
    """Where the label of the scale stands."""


def read_proposals(strips: Sequence[Strip], framework: Framework) -> Found:
    """Read proposals, their ratings, evidence and actions from the strips of a paper."""
    walk = _Walk(framework, Found())
    for strip in strips:
        if strip.width == 0:
            _read_paragraph(walk, strip)
        else:
            _read_row(walk, strip)
    _close(walk)
    return walk.found


# Paragraphs


def _read_paragraph(walk: _Walk, strip: Strip) -> None:
    line = strip.line
    if line is None:
        return
    walk.above = None
    if _begins(walk, line.text, strip, sure=False):
        return
    label = read_label(line.text, alone=True) if line.level is None else None
    if (
        label
        and label.key not in {SCALE, INDICATOR}
        and (walk.code or walk.candidate or walk.stray)
    ):
        _adopt(walk)
        _open_label(walk, label, strip, in_paragraphs=True)
        if label.rest:
            _add(walk, (replace(line, text=label.rest, bold=False),), strip)
        return
    if walk.wants_title and walk.label is None:
        _take_title(walk, line.text)
    elif walk.label and walk.in_paragraphs:
        _under_label(walk, line, strip)
    elif walk.code and (line.heading or _looks_like_title(line)):
        _leave(walk)
    else:
        walk.loose.append((strip.place, line.text))


def _under_label(walk: _Walk, line: Line, strip: Strip) -> None:
    """Take a paragraph under a label; a heading or what cannot belong to it ends the label."""
    rating = walk.label is not None and walk.label.key in _RATINGS
    listed = any(held.level is not None for held in walk.lines)
    if line.heading:
        _leave(walk)
    elif rating and walk.lines:
        _flush(walk)
        walk.loose.append((strip.place, line.text))
    elif listed and line.level is None and not line.text.endswith(":"):
        if line.text[:1].islower():
            walk.lines = extend(walk.lines, (line,))
        else:
            _flush(walk)
            walk.loose.append((strip.place, line.text))
    else:
        _add(walk, (line,), strip)


def _looks_like_title(line: Line) -> bool:
    text = line.text
    return (line.bold or text.isupper()) and len(text) < 100 and not text.endswith((".", ";", ","))


# Rows


def _read_row(walk: _Walk, strip: Strip) -> None:
    if strip.table != walk.table:
        walk.table, walk.above = strip.table, None
    filled = strip.filled
    above, walk.above = walk.above, strip
    if not filled and not any(cell.fill for cell in strip.cells):
        return
    if filled and _reads_as_heading(walk, strip, filled):
        return
    if filled and _reads_as_scale(walk, strip, above):
        return
    if filled and _reads_as_head(walk, strip, above):
        return
    if _reads_as_label(walk, strip, filled):
        return
    if walk.grid is not None:
        _into_grid(walk, strip)
    elif walk.label is not None:
        _continue_label(walk, strip, filled)
    elif not _reads_as_summary(walk, strip, filled) and not _reads_as_level(walk, strip, filled):
        _leftover(walk, strip, filled)


def _reads_as_heading(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row that begins a key feature or a proposal, or that gives a title."""
    lines = _heading_lines(walk, strip, filled)
    if lines and read_feature(lines[0].text, walk.framework):
        _begins(walk, lines[0].text, strip, sure=True)
        after = [i for i in range(1, len(lines)) if read_heading(lines[i].text, walk.framework)]
        if not after:
            return True
        lines = lines[after[0] :]
    if not lines:
        return False
    if _begins(walk, flat(lines), strip, sure=True):
        return True
    if walk.wants_title and len(filled) == 1 and read_label(flat(lines), alone=True) is None:
        _take_title(walk, flat(lines))
        return True
    return False


def _heading_lines(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> tuple[Line, ...]:
    """Return the lines of a row that can be a heading: one cell, or a code and its title."""
    first = filled[0]
    heading = read_heading(first.text, walk.framework)
    if len(filled) == 1:
        wide = first.span >= max(2, strip.width)
        if walk.grid is None or wide or heading is None or heading.named:
            answer = _proposal_column(walk) and heading and not heading.title and not wide
            return () if answer else first.lines
        return ()
    if len(filled) > 2 or walk.grid is not None:
        return ()
    if filled[1].text.startswith(first.text[:20]) and heading:
        return filled[1].lines
    if heading and heading.named and not heading.title and not is_tick(filled[1].text):
        return (replace(first.lines[0], text=f"{first.text} {filled[1].text}"),)
    return ()


def _proposal_column(walk: _Walk) -> bool:
    return walk.grid is not None and walk.grid.head.index("proposal") is not None


def _reads_as_scale(walk: _Walk, strip: Strip, above: Strip | None) -> bool:
    """Read a row of level names, the one thing that all returns have in common."""
    columns = [
        LevelColumn(level, cell.column, cell.column + cell.span)
        for cell in strip.filled
        if (level := _level_name(cell.text, walk.framework))
    ]
    names = {column.level for column in columns}
    if len(names) < 2 or len(names) < len(columns):
        return False
    head = read_head(strip, above, walk.framework)
    if head is not None:
        _open_grid(walk, head)
        return True
    label = read_label(strip.filled[0].text, alone=False)
    row = RatingRow(tuple(c for c in strip.cells if c.column >= columns[0].start), strip.place)
    if label and label.key in _RATINGS and walk.code and walk.scale is not None:
        # The names are printed again as the answer: one of them is shaded, bold or ticked.
        walk.found.about(walk.code, strip.table).rating_rows.append(row)
        return True
    _adopt(walk)
    _flush(walk)
    _end_grid(walk)
    walk.levels, walk.scale = tuple(columns), row
    walk.label_column = next((c.column for c in strip.filled if c.column < columns[0].start), 0)
    walk.label, walk.wants_title = None, False
    if walk.seen:
        walk.scale_again = True
    else:
        _take_scale(walk, strip)
    return True


def _take_scale(walk: _Walk, strip: Strip) -> None:
    """Note the scale as that of the proposal; a second one means a second table."""
    if not walk.code:
        return
    notes = walk.found.about(walk.code, strip.table)
    if notes.scale is not None or notes.rating_rows:
        message = f"Proposal {walk.code} has a second table. Both are read; check its rating."
        walk.found.tell(strip.place, message)
    notes.levels, notes.scale = walk.levels, walk.scale
    if walk.code not in walk.found.order:
        walk.found.order.append(walk.code)


def _begin_lost(walk: _Walk, strip: Strip) -> None:
    """Begin a proposal whose heading the paper has lost; it is named by its place for now."""
    code = f"{LOST}{strip.place}"
    _flush(walk)
    walk.code, walk.stray, walk.seen, walk.scale_again = code, "", set(), False
    walk.found.about(code, strip.table or strip.place)
    _take_scale(walk, strip)
    if code not in walk.found.order:
        walk.found.order.append(code)


def _is_lost(walk: _Walk, label: Label) -> bool:
    """Tell whether a label begins a proposal again though no heading stands before it."""
    if label.key not in {*_RATINGS, INDICATOR}:
        return False
    if walk.scale_again and walk.seen & {"rating", "evidence", "action"}:
        return True
    above = walk.seen & {"evidence", "action"}
    return label.key in _RATINGS and walk.rating_first and bool(above)


def _level_name(text: str, framework: Framework) -> str | None:
    """Return the level that a cell of a scale names, also with a tick beside it."""
    named = levels_named(text, framework)
    if len(named) != 1 or len(text) > 40:
        return level_of(text, framework)
    rest = re.sub(re.escape(named[0][0]), " ", text, flags=re.IGNORECASE)
    return named[0][0] if level_of(text, framework) or is_tick(rest) else None


def _reads_as_head(walk: _Walk, strip: Strip, above: Strip | None) -> bool:
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
    if grid is not None and _same(head, grid.head):
        return True
    _open_grid(walk, head)
    return True


def _same(head: Head, other: Head) -> bool:
    """Tell whether a head is printed again, on the next page."""
    return [c.heading for c in head.cells] == [c.heading for c in other.cells] and (
        head.width == other.width
    )


def _open_grid(walk: _Walk, head: Head) -> None:
    _adopt(walk)
    _flush(walk)
    inherited = walk.grid.inherited if walk.grid is not None else ()
    _end_grid(walk)
    walk.label, walk.wants_title = None, False
    walk.grid = Grid(head, walk.code, walk.section or walk.stray, inherited=inherited)


def _into_grid(walk: _Walk, strip: Strip) -> None:
    """Take a row of a table; one text across its whole width is the name of a section."""
    grid = walk.grid
    if grid is None:
        return
    filled = strip.filled
    if len(filled) == 1 and filled[0].span >= max(2, grid.head.width):
        _begin_section(walk, filled[0].text)
        return
    single = len(filled) == 1 and filled[0].span == 1 and filled[0].column == 0
    if single and grid.head.cells[0].key not in {"action", "section", "proposal"}:
        heading = read_heading(filled[0].text, walk.framework)
        if heading is None and sum(map(str.isalpha, filled[0].text)) > 3:
            _begin_section(walk, filled[0].text)
            return
    grid.rows.append(strip)


def _begin_section(walk: _Walk, text: str) -> None:
    head = walk.grid.head if walk.grid is not None else None
    _end_grid(walk)
    walk.code, walk.stray, walk.section = None, "", text
    if head is not None:
        walk.grid = Grid(head, None, text)


def _reads_as_label(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row whose first cell is a label, with its content beside it."""
    if not filled or not (walk.code or walk.candidate or walk.stray or walk.scale):
        return False
    first = filled[0]
    alone = len(filled) == 1 and (first.span >= strip.width or strip.width == 1)
    strict = alone or walk.grid is not None or first.column > 0
    label = read_label(first.text, alone=strict)
    if label is None or (first.column > 0 and not alone):
        return False
    if label.key in {SCALE, INDICATOR} and label.rest:
        return False
    if label.key == SCALE and len(filled) == 1:
        return True
    _adopt(walk)
    _end_grid(walk)
    _open_label(walk, label, strip, in_paragraphs=False)
    content = tuple(cell for cell in strip.cells if cell is not first)
    if label.rest:
        lines = first.lines
        rest = replace(lines[0], text=read_rest(lines[0].text, label), bold=False)
        _content(walk, strip, (replace(first, lines=(rest, *lines[1:]), span=1, column=-1),))
    else:
        _content(walk, strip, content)
    return True


def read_rest(text: str, label: Label) -> str:
    """Return what stands behind a label in its first line; the whole rest if it is all there."""
    return label.rest if text.endswith(label.rest) else re.split(r":\s*", text, maxsplit=1)[-1]


def _continue_label(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    """Take a row without a label as the rest of the one above, its first cell being empty."""
    if _reads_as_summary(walk, strip, filled):
        return
    first = strip.cells[0]
    rating = walk.label is not None and walk.label.key in _RATINGS
    if first.lines and strip.width > 1 and first.span < strip.width and not rating:
        if not _reads_as_level(walk, strip, filled):
            _leftover(walk, strip, filled)
        return
    cells = strip.cells if first.lines else strip.cells[1:]
    if rating and not first.lines and not first.continues and _long(cells, walk.framework):
        _leftover(walk, strip, filled)
        return
    _content(walk, strip, cells)


def _long(cells: Sequence[Cell], framework: Framework) -> bool:
    return any(len(c.text) > 40 and not levels_named(c.text, framework) for c in cells)


def _content(walk: _Walk, strip: Strip, cells: tuple[Cell, ...]) -> None:
    """Take the cells beside a label, each kind in its own way."""
    if walk.label is None:
        return
    key = walk.label.key
    if key in _RATINGS:
        _take_rating(walk, strip, cells)
    elif key == INDICATOR:
        _take_indicators(walk, cells)
    else:
        filled = [cell for cell in cells if cell.lines]
        if len(filled) > 1:
            walk.found.tell(
                strip.place,
                f'The text beside "{_name(walk.label)}" stands in {len(filled)} cells instead of'
                " one, as when a page was cut up. The parts are kept in their order; check them.",
            )
        lines = _pieced(filled)
        if lines:
            _add(walk, lines, strip)


def _name(label: Label) -> str:
    return {"action": "improvement actions"}.get(label.key, label.key.replace("_", " "))


def _pieced(cells: Sequence[Cell]) -> tuple[Line, ...]:
    """Return the lines of several cells as those of one text."""
    lines: tuple[Line, ...] = ()
    for cell in cells:
        lines = extend(lines, cell.lines)
    return lines


def _take_rating(walk: _Walk, strip: Strip, cells: tuple[Cell, ...]) -> None:
    label = walk.label
    if label is None or not any(cell.lines or cell.fill for cell in cells):
        return
    role = CycleRole.PREVIOUS if label.key == "previous_rating" else None
    if label.dated:
        walk.found.dated.setdefault(role or CycleRole.CURRENT, label.dated)
    if walk.code is None:
        if walk.stray:
            told = " ".join(cell.text for cell in cells if cell.lines)
            walk.found.tell(strip.place, f'The rating of "{walk.stray}" is not kept: "{told}".')
        return
    notes = walk.found.about(walk.code, strip.table or strip.place)
    notes.levels = notes.levels or walk.levels
    first = strip.filled[0] if strip.filled else None
    labelled = first is not None and read_label(first.text, alone=False) is not None
    if labelled and first is not None and walk.levels and first.column != walk.label_column:
        told = " ".join(cell.text for cell in cells if cell.lines)
        message = f'The rating row ("{told}") is shifted against its levels, so it is not read.'
        walk.found.tell(strip.place, message, Severity.ERROR)
        notes.shifted = True
        return
    notes.rating_rows.append(RatingRow(cells, strip.place, role))


def _take_indicators(walk: _Walk, cells: tuple[Cell, ...]) -> None:
    if walk.code is None:
        return
    notes = walk.found.about(walk.code)
    for level in walk.levels:
        for cell in cells:
            if cell.lines and cell.column <= level.start < cell.column + cell.span:
                held = notes.indicators.get(level.level, ())
                notes.indicators[level.level] = extend(held, cell.lines)


def _reads_as_summary(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row of a summary table: a code, and marks under levels printed further up."""
    if not filled or not walk.levels or filled[0].column >= walk.levels[0].start:
        return False
    heading = read_heading(filled[0].text, walk.framework)
    marks = tuple(cell for cell in strip.cells if cell.column >= walk.levels[0].start)
    if heading is None or not heading.known or not any(c.lines or c.fill for c in marks):
        return False
    if any(len(cell.text) > 40 for cell in marks):
        return False
    notes = walk.found.about(heading.code, strip.place)
    notes.title = notes.title or heading.title
    notes.summary.append((RatingRow(marks, strip.place), walk.levels))
    return True


def _reads_as_level(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row of a scale that runs downwards: a level, its wording, perhaps a mark."""
    if not filled or walk.code is None:
        return False
    level = _level_name(filled[0].text, walk.framework)
    if level is None:
        return False
    notes = walk.found.about(walk.code, strip.table)
    for cell in filled[1:]:
        if is_tick(cell.text) or len(cell.text) <= 3:
            moved = replace(cell, column=0, span=1)
            notes.rating_rows.append(RatingRow((moved,), strip.place))
            notes.levels = (LevelColumn(level, 0, 1),)
        else:
            notes.indicators[level] = cell.lines
    return True


def _leftover(walk: _Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    text = " / ".join(cell.text for cell in filled)
    if (walk.code or walk.stray) and sum(map(str.isalpha, text)) > 1:
        walk.loose.append((strip.place, text))


# Where things begin and end


def _begins(walk: _Walk, text: str, strip: Strip, *, sure: bool) -> bool:
    """Begin a key feature or a proposal where a text is the heading of one.

    Args:
        walk: Where the walk stands.
        text: The text.
        strip: Its strip.
        sure: It stands alone in a row of a table, where a bare number is a heading too.
    """
    feature = read_feature(text, walk.framework)
    if feature:
        kept = walk.grid.head if walk.grid is not None and sure else None
        _flush(walk)
        _tell_loose(walk)
        _leave(walk)
        walk.section = text
        if kept is not None:
            walk.grid = Grid(kept, None, text)
        return True
    heading = read_heading(text, walk.framework)
    if heading is None or len(heading.title) > _TITLE_LONGEST:
        return False
    if heading.named or (sure and heading.known):
        _begin_proposal(walk, heading, strip)
        return True
    if not sure and (heading.known or heading.title):
        held = walk.label is not None and walk.in_paragraphs and strip.line is not None
        if held and strip.line is not None and strip.line.level is not None:
            return False
        if heading.known:
            walk.candidate = (heading, strip)
            return walk.label is None or not walk.in_paragraphs
    return False


def _begin_proposal(walk: _Walk, heading: Heading, strip: Strip) -> None:
    kept = walk.grid.head if walk.grid is not None and strip.width else None
    section = walk.section
    again = heading.known and walk.code == heading.code
    _flush(walk)
    _tell_loose(walk)
    _end_grid(walk)
    walk.candidate, walk.label = None, None
    if not again:
        walk.seen, walk.scale_again = set(), False
    walk.code = heading.code if heading.known else None
    walk.stray = "" if heading.known else f"Proposal {heading.code} {heading.title}".strip()
    walk.section = section
    walk.wants_title = not heading.title and heading.known
    if kept is not None:
        walk.grid = Grid(kept, walk.code, walk.section or walk.stray)
    if walk.stray:
        message = (
            f"{heading.code} is no proposal of the framework. Its actions are kept as"
            " recommendations; give them their proposals by hand."
        )
        walk.found.tell(strip.place, message, Severity.ERROR)
    if walk.code:
        notes = walk.found.about(walk.code)
        notes.title = notes.title or heading.title
        if strip.table:
            notes.place = notes.place or strip.table


def _adopt(walk: _Walk) -> None:
    """Take a bare number for a heading, now that a proposal's own rows follow it."""
    if walk.candidate is not None:
        heading, strip = walk.candidate
        _begin_proposal(walk, heading, strip)
        walk.wants_title = False


def _take_title(walk: _Walk, text: str) -> None:
    walk.wants_title = False
    if walk.code and len(text) <= _TITLE_LONGEST:
        notes = walk.found.about(walk.code)
        notes.title = notes.title or text


def _open_label(walk: _Walk, label: Label, strip: Strip, *, in_paragraphs: bool) -> None:
    _flush(walk)
    headless = walk.code is None and not walk.stray and walk.scale is not None
    if headless or (walk.code is not None and _is_lost(walk, label)):
        _begin_lost(walk, strip)
    if "rating" in walk.seen and label.key == "evidence":
        walk.rating_first = True
    walk.seen.add("rating" if label.key in _RATINGS else label.key)
    walk.label, walk.in_paragraphs, walk.wants_title = label, in_paragraphs, False
    if label.key == "action":
        walk.latest = []
    walk.lines, walk.lines_place = (), strip.place


def _add(walk: _Walk, lines: tuple[Line, ...], strip: Strip) -> None:
    """Put lines under the open label; ratings are read at once."""
    if not walk.lines:
        walk.lines_place = strip.place
    walk.lines = extend(walk.lines, lines)


def _flush(walk: _Walk) -> None:
    """Read the lines that stand under the open label."""
    lines, label, walk.lines = walk.lines, walk.label, ()
    if not lines or label is None:
        return
    place = walk.lines_place
    if label.key in _RATINGS:
        from tracker.readers.document import Cell as PlainCell

        strip = _paragraph_strip(lines, place)
        _take_rating(walk, strip, (PlainCell(lines),))
    elif label.key == "evidence" or (label.key == "progress" and not walk.latest):
        if walk.code:
            notes = walk.found.about(walk.code, place)
            notes.evidence = extend(notes.evidence, lines)
    elif label.key == "action":
        _take_actions(walk, lines, place)
    else:
        _answer_all(walk, label, lines, place)


def _paragraph_strip(lines: tuple[Line, ...], place: str) -> Strip:
    from tracker.readers.document import Cell as PlainCell
    from tracker.readers.papers.blocks import Strip as PlainStrip

    return PlainStrip((PlainCell(lines),), place)


def _take_actions(walk: _Walk, lines: tuple[Line, ...], place: str) -> None:
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


def _answer_all(walk: _Walk, label: Label, lines: tuple[Line, ...], place: str) -> None:
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


def _end_grid(walk: _Walk) -> None:
    if walk.grid is not None:
        read_grid(walk.grid, walk.found, walk.framework)
    walk.grid = None


def _leave(walk: _Walk) -> None:
    """Leave the proposal: what follows is not part of it."""
    _flush(walk)
    _end_grid(walk)
    walk.code, walk.stray, walk.label, walk.candidate = None, "", None, None
    walk.wants_title, walk.section, walk.seen, walk.scale = False, "", set(), None


def _tell_loose(walk: _Walk) -> None:
    """Tell what fitted nowhere inside the part of the paper that holds proposals."""
    if walk.code or walk.stray:
        for place, text in walk.loose:
            message = (
                f'"{text}" fits nowhere and is not read; check whether it belongs to an action.'
            )
            walk.found.tell(place, message)
    walk.loose = []


def _close(walk: _Walk) -> None:
    _flush(walk)
    _end_grid(walk)
