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
from tracker.readers.formats.word_lines import TOLERANCE, Read, parts_of, read_paragraph
from tracker.readers.formats.word_names import W, child, number, value
from tracker.readers.formats.word_text import shading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tracker.readers.formats.word_lines import Context

_MAX_SPAN = 1000
_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def read_table(
    table: etree._Element, context: Context, place: str, problems: list[Problem]
) -> Table:
    """Return a table with its rows in order; rows deleted by a tracked change are left out."""
    rows: list[Row] = []
    for at, row in enumerate(_inside(table, "tr"), start=1):
        if child(row, "trPr/del") is not None:
            context.tally.changes += 1
            continue
        context.tally.changes += child(row, "trPr/ins") is not None
        page = context.tally.page
        where = f"{place}, row {at}"
        above = rows[-1] if rows else None
        cells = tuple(_cells(row, above, context, where, problems))
        rows.append(Row(cells, place=where, page=page))
    return Table(tuple(rows), place)


def inner_parts(table: etree._Element) -> list[etree._Element] | None:
    """Return the cells of a table that only lays other tables out, else None.

    Such a table has one cell in each row and tables inside; its content stands on its own.
    """
    rows = [list(_inside(row, "tc")) for row in _inside(table, "tr")]
    if any(len(cells) != 1 for cells in rows):
        return None
    cells = [cells[0] for cells in rows]
    return cells if any(next(_inside(cell, "tbl"), None) is not None for cell in cells) else None


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, looking through what stands around them."""
    for part in element:
        if part.tag == f"{W}{name}":
            yield part
        elif part.tag in _AROUND:
            yield from _inside(part, name)


def _cells(
    row: etree._Element, above: Row | None, context: Context, place: str, problems: list[Problem]
) -> Iterator[Cell]:
    column = _count(value(row, "trPr/gridBefore"), 0)
    held: Cell | None = None
    for element in _inside(row, "tc"):
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            context.tally.changes += 1
            continue
        span = _count(value(properties, "gridSpan"), 1)
        cell = _read_cell(element, properties, context, place, problems)
        merged = child(properties, "hMerge")
        if held and merged is not None and merged.get(f"{W}val", "continue") == "continue":
            held = replace(held, span=held.span + span, lines=held.lines + cell.lines)
        else:
            if held:
                yield held
            over = above.at(column) if above else None
            goes_on = _continues(properties) and over is not None
            held = replace(cell, column=column, span=span, continues=goes_on)
        column += span
    if held:
        yield held


def _count(text: str | None, least: int) -> int:
    return min(max(number(text) or 0, least), _MAX_SPAN)


def _continues(properties: etree._Element | None) -> bool:
    merged = child(properties, "vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _read_cell(
    element: etree._Element,
    properties: etree._Element | None,
    context: Context,
    place: str,
    problems: list[Problem],
) -> Cell:
    pictures = context.tally.pictures
    read = _read_lines(element, context, place, problems)
    if context.tally.pictures > pictures and not read.lines:
        message = "A cell holds only a picture; what it shows is not read."
        problems.append(Problem(place, Severity.WARNING, message))
    fill = shading(child(properties, "shd"))
    if fill is None and len(read.fills) == 1:
        fill = next(iter(read.fills))
    return Cell(tuple(read.lines), fill=fill)


def _read_lines(
    container: etree._Element, context: Context, place: str, problems: list[Problem]
) -> Read:
    """Return the lines of a cell or box, those of tables and boxes inside included."""
    nest = Nest(TOLERANCE)
    lines: list[Line] = []
    fills: frozenset[str | None] = frozenset()
    for part in parts_of(container, context.tally):
        if part.tag == f"{W}tbl":
            lines += _nested_lines(part, context, place, problems)
            continue
        read = read_paragraph(part, context, nest, in_cell=True)
        lines += read.lines
        fills |= read.fills
        for box in context.tally.take_boxes():
            lines += _read_lines(box, context, place, problems).lines
    return Read(list(numbered(lines)), fills)


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
