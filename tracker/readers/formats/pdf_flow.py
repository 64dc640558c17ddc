"""The pages of a PDF into blocks: what repeats, what goes on over a page, in which order.

Owns running headers and footers, and tables and rows that a page break cut. It mends a row only
where the page itself shows the cut; other rows stay apart, for the recognisers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.readers.formats.pdf_columns import find_tables
from tracker.readers.formats.pdf_grid import TOUCH
from tracker.readers.formats.pdf_lines import Printed, printed_lines
from tracker.readers.formats.pdf_running import Running, find_running
from tracker.readers.formats.pdf_tables import PrintedCell, PrintedRow, PrintedTable, fill_grids
from tracker.readers.formats.pdf_wraps import Habits, had_room, learn_habits, was_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.readers.formats.pdf_geometry import Page

_SLACK = 4.0
_LEFTOVER = 1.9
"""What a cut cell leaves free below its last line, at most, as part of the letters' size."""
_SHORT_ROW = 4.5
"""A row no higher than this part of its letters' size may leave a cell to the next page whole."""
_HEADERS = 3


@dataclass(slots=True)
class Text:
    """Printed lines between tables, with the page of each."""

    lines: list[Printed]
    pages: list[int]


@dataclass(frozen=True, slots=True)
class Flow:
    """A paper in reading order."""

    items: list[Text | PrintedTable]
    running: Running
    in_text: Habits
    in_cells: Habits


def flow_of(pages: list[Page]) -> Flow:
    """Put the tables and texts of all pages in order, and mend what page breaks cut."""
    tables: list[list[PrintedTable]] = []
    texts: list[list[Printed]] = []
    for page in pages:
        found, free = fill_grids(page, find_tables(page))
        tables.append(found)
        texts.append(printed_lines(free))
    running = find_running(pages, texts, tables)
    texts = [running.without(lines, page.number) for lines, page in zip(texts, pages, strict=True)]
    in_text, in_cells = learn_habits(texts, list(_cell_lines(tables)))
    floors = _floors(pages, tables, texts)
    items: list[Text | PrintedTable] = []
    for page, found, lines in zip(pages, tables, texts, strict=True):
        for item in _ordered(page, found, lines):
            if not items or not _joined(items[-1], item, floors, in_cells):
                items.append(item)
    return Flow(items, running, in_text, in_cells)


def _cell_lines(tables: list[list[PrintedTable]]) -> Iterator[tuple[Printed, ...]]:
    for on_page in tables:
        for table in on_page:
            yield from (cell.lines for row in table.rows for cell in row.cells if cell.lines)


def _floors(
    pages: list[Page], tables: list[list[PrintedTable]], texts: list[list[Printed]]
) -> list[float]:
    """Return for each page how far down pages of its size are written."""
    lowest: dict[tuple[float, float], float] = {}
    for page, found, lines in zip(pages, tables, texts, strict=True):
        heights = [table.floor for table in found] + [line.base for line in lines]
        size = (round(page.width), round(page.height))
        lowest[size] = min([*heights, lowest.get(size, page.height)])
    return [lowest[round(page.width), round(page.height)] for page in pages]


def _ordered(
    page: Page, tables: list[PrintedTable], lines: list[Printed]
) -> Iterator[Text | PrintedTable]:
    """Yield the tables and texts of a page from the top."""
    rest = lines
    for table in sorted(tables, key=lambda table: -table.top):
        above = [line for line in rest if line.base >= table.top - _SLACK]
        rest = rest[len(above) :]
        if above:
            yield Text(above, [page.number] * len(above))
        yield table
    if rest:
        yield Text(rest, [page.number] * len(rest))


def _joined(
    last: Text | PrintedTable, item: Text | PrintedTable, floors: list[float], habits: Habits
) -> bool:
    """Join an item to the one before it where a page break cut them; tell whether it did."""
    if isinstance(last, Text) and isinstance(item, Text):
        last.lines += [replace(item.lines[0], fresh=True), *item.lines[1:]]
        last.pages += item.pages
        return True
    if isinstance(last, Text) or isinstance(item, Text) or item.page == last.last_page:
        return False
    if not _agree(last.xs, item.xs):
        return False
    floor = floors[last.last_page - 1]
    rows = _without_headers(last, item)
    if not rows or last.floor - floor > rows[0].top - rows[0].floor + _SLACK:
        return False
    whole = _mended(last, rows[0], floor, habits)
    if whole:
        last.rows[-1] = whole
        rows = rows[1:]
    last.rows += rows
    last.xs = tuple(sorted({*last.xs, *item.xs}))
    last.pictured += item.pictured
    last.last_page = item.page
    return True


def _agree(xs: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Tell whether two tables have the same columns, or one has some of the other's."""
    few, many = sorted((xs, others), key=len)
    ends = abs(few[0] - many[0]) <= TOUCH and abs(few[-1] - many[-1]) <= TOUCH
    return ends and all(any(abs(x - other) <= TOUCH for other in many) for x in few)


def _without_headers(last: PrintedTable, item: PrintedTable) -> list[PrintedRow]:
    """Return the rows of a table on a further page without the header rows that it repeats."""
    repeated = 0
    for row, first in zip(item.rows[:_HEADERS], last.rows, strict=False):
        if row.texts != first.texts or not any(row.texts):
            break
        repeated += 1
    return item.rows[repeated:]


def _mended(last: PrintedTable, row: PrintedRow, floor: float, habits: Habits) -> PrintedRow | None:
    """Return the last row with its rest from the next page, or None where it was not cut.

    A cut row is written down to the end of the page in each cell that goes on; and in one of them
    the page ends in the middle of a paragraph, or the rest lacks its first cell.
    """
    above = last.rows[-1]
    pairs = list(zip(above.cells, row.cells, strict=False))
    if len(above.cells) != len(row.cells) or not all(_same_side(*pair) for pair in pairs):
        return None
    going_on = [(cell, rest) for cell, rest in pairs if rest.lines]
    short = above.top - above.floor < _SHORT_ROW * max(
        (line.size for cell in above.cells for line in cell.lines), default=0.0
    )
    if not all(_reaches_end(cell, floor) if cell.lines else short for cell, _ in going_on):
        return None
    nameless = bool(above.cells[0].lines) and not row.cells[0].lines
    long = all(len(cell.lines) > 1 for cell, _ in going_on)
    cut = any(cell.lines and _is_cut(last, cell, rest, habits) for cell, rest in going_on)
    if not going_on or not (cut or (nameless and long)):
        return None
    cells = tuple(_whole(cell, rest) for cell, rest in pairs)
    return replace(above, cells=cells, floor=row.floor)


def _same_side(cell: PrintedCell, rest: PrintedCell) -> bool:
    return abs(cell.x0 - rest.x0) <= TOUCH and abs(cell.x1 - rest.x1) <= TOUCH


def _reaches_end(cell: PrintedCell, floor: float) -> bool:
    lowest = cell.lines[-1]
    return lowest.base - min(cell.floor, floor) <= _LEFTOVER * lowest.size + _SLACK


def _is_cut(table: PrintedTable, cell: PrintedCell, rest: PrintedCell, habits: Habits) -> bool:
    """Tell whether a paragraph goes on from the end of a cell to its rest."""
    above, line = cell.lines[-1], rest.lines[0]
    margins = table.margins(cell)
    full = not had_room(above, line, margins) and was_wrapped(above, margins, habits)
    ended = above.text.endswith((".", ":", ";", "?", "!"))
    return full and (not ended or line.text[:1].islower())


def _whole(cell: PrintedCell, rest: PrintedCell) -> PrintedCell:
    if not rest.lines:
        return cell
    fresh = replace(rest.lines[0], fresh=True)
    lines = (*cell.lines, fresh, *rest.lines[1:])
    return replace(cell, lines=lines, floor=rest.floor, fill=cell.fill or rest.fill)
