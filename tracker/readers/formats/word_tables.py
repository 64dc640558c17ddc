"""Word's tables as rows of cells in their grid.

Owns spans, merges, shading and tables inside cells. The lines in a cell are `word_lines`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.readers.document import Cell, Line, Row, Table
from tracker.readers.formats.levels import Nest
from tracker.readers.formats.typed import numbered
from tracker.readers.formats.word_lines import TOLERANCE, parts_of, read_paragraph
from tracker.readers.formats.word_names import (
    VAL,
    Parts,
    W,
    number,
    properties,
    said,
)
from tracker.readers.formats.word_text import shading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from tracker.readers.formats.word_lines import Context

_MAX_SPAN = 1000
_TABLE = f"{W}tbl"
_PROPERTIES, _SPAN, _SHADE = f"{W}tcPr", f"{W}gridSpan", f"{W}shd"
_BESIDE, _BELOW, _DELETED = f"{W}hMerge", f"{W}vMerge", f"{W}cellDel"
_WANTED = frozenset({_SPAN, _SHADE, _BESIDE, _BELOW, _DELETED})
_ROW_PROPERTIES, _BEFORE = f"{W}trPr", f"{W}gridBefore"
_ADDED, _REMOVED = f"{W}ins", f"{W}del"
_ROW_WANTED = frozenset({_BEFORE, _ADDED, _REMOVED})
_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def read_table(
    table: etree._Element, context: Context, place: str, problems: list[Problem]
) -> Table:
    """Return a table with its rows in order; rows deleted by a tracked change are left out."""
    rows: list[Row] = []
    for at, row in enumerate(_inside(table, "tr"), start=1):
        children = list(row)
        held = properties(children, _ROW_PROPERTIES, _ROW_WANTED)
        context.tally.changes += _ADDED in held or _REMOVED in held
        if _REMOVED in held:
            continue
        page = context.tally.page
        where = f"{place}, row {at}"
        above = rows[-1] if rows else None
        first = _count(said(held.get(_BEFORE)), 0)
        cells = _cells(children, first, above, context, where, problems)
        rows.append(Row(cells, place=where, page=page))
    return Table(tuple(rows), place)


def inner_parts(table: etree._Element) -> list[etree._Element] | None:
    """Return the cells of a table that only lays other tables out, else None.

    Such a table has one cell in each row and tables inside; its content stands on its own.
    """
    cells: list[etree._Element] = []
    for row in _inside(table, "tr"):
        cell, *more = _inside(row, "tc") or (None,)
        if cell is None or more:
            return None
        cells.append(cell)
    return cells if any(_inside(cell, "tbl") for cell in cells) else None


def _inside(element: Iterable[etree._Element], name: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row, looking through what is around them."""
    wanted = f"{W}{name}"
    found: list[etree._Element] = []
    for part in element:
        tag = part.tag
        if tag == wanted:
            found.append(part)
        elif tag in _AROUND:
            found += _inside(part, name)
    return found


def _cells(
    row: list[etree._Element],
    column: int,
    above: Row | None,
    context: Context,
    place: str,
    problems: list[Problem],
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for element in _inside(row, "tc"):
        children = list(element)
        held = properties(children, _PROPERTIES, _WANTED)
        if _DELETED in held:
            context.tally.changes += 1
            continue
        span = _count(said(held[_SPAN]), 1) if _SPAN in held else 1
        lines, fill = _read_cell(children, held, context, place, problems)
        if _BESIDE in held and cells and _goes_on(held[_BESIDE]):
            last = cells[-1]
            cells[-1] = replace(last, span=last.span + span, lines=last.lines + lines)
        else:
            below = _BELOW in held and above is not None and _goes_on(held[_BELOW])
            continues = below and above is not None and above.at(column) is not None
            cells.append(Cell(lines, column, span, fill, continues))
        column += span
    return tuple(cells)


def _count(text: str | None, least: int) -> int:
    return least if text is None else min(max(number(text) or 0, least), _MAX_SPAN)


def _goes_on(merged: etree._Element) -> bool:
    return merged.get(VAL, "continue") == "continue"


def _read_cell(
    children: list[etree._Element],
    held: Parts,
    context: Context,
    place: str,
    problems: list[Problem],
) -> tuple[tuple[Line, ...], str | None]:
    """Return the lines of a cell and its colour."""
    pictures = context.tally.pictures
    fills: set[str | None] = set()
    lines = _read_lines(children, context, place, problems, fills)
    if context.tally.pictures > pictures and not lines:
        message = "A cell holds only a picture; what it shows is not read."
        problems.append(Problem(place, Severity.WARNING, message))
    fill = shading(held[_SHADE]) if _SHADE in held else None
    if fill is None and len(fills) == 1:
        fill = fills.pop()
    return numbered(lines), fill


def _read_lines(
    container: Iterable[etree._Element],
    context: Context,
    place: str,
    problems: list[Problem],
    fills: set[str | None],
) -> list[Line]:
    """Return the lines of a cell or box, those of tables and boxes inside included."""
    nest = Nest(TOLERANCE)
    lines: list[Line] = []
    for part in parts_of(container, context.tally):
        if part.tag == _TABLE:
            lines += _nested_lines(part, context, place, problems)
            continue
        lines += read_paragraph(part, context, nest, fills)
        for box in context.tally.take_boxes() if context.tally.boxes else ():
            lines += _read_lines(box, context, place, problems, fills)
    return lines


def _nested_lines(
    table: etree._Element, context: Context, place: str, problems: list[Problem]
) -> Iterator[Line]:
    """Return a table inside a cell as lines: one for each row, or all lines of its only cell."""
    inner = read_table(table, context, place, [])
    if any(len(row.cells) > 1 for row in inner.rows):
        message = "A table inside a cell was read as one line for each of its rows."
        problems.append(Problem(place, Severity.NOTE, message))
    for row in inner.rows:
        filled = [cell for cell in row.cells if cell.lines]
        if len(filled) == 1:
            yield from filled[0].lines
        elif filled:
            yield Line(" | ".join(cell.text for cell in filled))
