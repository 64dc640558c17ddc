"""The tables on one page of a PDF: which words and colours stand in which cell.

Owns filling a grid. Tables that go on over pages are `pdf_flow`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.readers.formats.pdf_lines import Printed, printed_lines
from tracker.readers.formats.pdf_wraps import Margins

if TYPE_CHECKING:
    from tracker.readers.formats.pdf_geometry import Box, Page, Word
    from tracker.readers.formats.pdf_grid import Grid, Spot

_FILLED = 0.6
"""The part of a cell that a colour must cover to be the cell's."""
_BEHIND = 0.9
_RAISED = 0.3
"""Where the middle of a word is, above its line, as part of its size."""
_PADDING = 8.0
_USUAL_PADDING = 5.4


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell with its printed lines."""

    x0: float
    x1: float
    floor: float
    """The height of its lower side."""
    lines: tuple[Printed, ...] = ()
    fill: str | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as it stands on one page, or joined over two."""

    cells: tuple[PrintedCell, ...]
    page: int
    place: str
    top: float
    floor: float

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell, to compare rows."""
        return tuple(" ".join(line.text for line in cell.lines) for cell in self.cells)


@dataclass(slots=True)
class PrintedTable:
    """A table as it stands on one page, or joined over several."""

    page: int
    number: int
    """Counted on its page from 1."""
    xs: tuple[float, ...]
    rows: list[PrintedRow]
    padding: float
    last_page: int
    """The page on which it ends."""
    pictured: list[PrintedRow] = field(default_factory=list)
    """Rows in which a cell holds only a picture."""

    @property
    def top(self) -> float:
        """The height of its upper side."""
        return self.rows[0].top

    @property
    def floor(self) -> float:
        """The height of its lower side, on its last page."""
        return self.rows[-1].floor

    def margins(self, cell: PrintedCell) -> Margins:
        """Between which distances the text of a cell is set."""
        return Margins(cell.x0 + self.padding, cell.x1 - self.padding)


def fill_grids(page: Page, grids: list[Grid]) -> tuple[list[PrintedTable], list[Word]]:
    """Return the tables of a page that hold words, and the words outside them."""
    held: list[dict[Spot, list[Word]]] = [{} for _ in grids]
    spots = [_by_field(grid) for grid in grids]
    free: list[Word] = []
    for word in page.words:
        x, y = (word.x0 + word.x1) / 2, word.base + _RAISED * word.size
        at = next((at for at, grid in enumerate(grids) if grid.box.holds(x, y)), None)
        if at is None:
            free.append(word)
        else:
            held[at].setdefault(_spot_at(grids[at], spots[at], x, y), []).append(word)
    tables: list[PrintedTable] = []
    for grid, words in zip(grids, held, strict=True):
        if words:
            tables.append(_table(page, grid, words, len(tables) + 1))
    return tables, free


def _by_field(grid: Grid) -> dict[tuple[int, int], Spot]:
    return {
        (row, column): spot
        for spot in grid.spots
        for row in range(spot.top, spot.bottom)
        for column in range(spot.left, spot.right)
    }


def _spot_at(grid: Grid, spots: dict[tuple[int, int], Spot], x: float, y: float) -> Spot:
    column = min(max(bisect_right(grid.xs, x) - 1, 0), len(grid.xs) - 2)
    row = min(max(bisect_right([-height for height in grid.ys], -y) - 1, 0), len(grid.ys) - 2)
    return spots[row, column]


def _table(page: Page, grid: Grid, words: dict[Spot, list[Word]], number: int) -> PrintedTable:
    cells = {spot: _cell(page, grid.box_of(spot), words.get(spot, [])) for spot in grid.spots}
    rows: list[PrintedRow] = []
    for at in range(len(grid.ys) - 1):
        in_row = sorted(
            (spot for spot in grid.spots if spot.top <= at < spot.bottom), key=lambda s: s.left
        )
        if any(spot.top == at for spot in in_row):
            row = tuple(_shown(cells[spot], begun=spot.top < at) for spot in in_row)
            place = f"page {page.number}, table {number}, row {len(rows) + 1}"
            rows.append(PrintedRow(row, page.number, place, grid.ys[at], grid.ys[at + 1]))
    padding = _padding(list(cells.values()))
    table = PrintedTable(page.number, number, grid.xs, rows, padding, page.number)
    table.pictured = [row for row in rows if any(_is_picture(page, row, c) for c in row.cells)]
    return table


def _shown(cell: PrintedCell, *, begun: bool) -> PrintedCell:
    """Return a cell as it shows in one of its rows: its text stands in the first."""
    return replace(cell, lines=(), continues=True) if begun else cell


def _cell(page: Page, box: Box, words: list[Word]) -> PrintedCell:
    lines = tuple(printed_lines(words))
    return PrintedCell(box.x0, box.x1, box.y0, lines, _fill(page, box, lines))


def _fill(page: Page, box: Box, lines: tuple[Printed, ...]) -> str | None:
    """Return the colour painted last over a cell, else over all of its text."""
    over = [fill for fill in page.fills if fill.shared(box) >= _FILLED]
    if over or not lines:
        return over[-1].colour if over else None
    text = box._replace(
        x0=min(line.x0 for line in lines), x1=max(line.x1 for line in lines),
        y0=min(line.base for line in lines), y1=max(line.base + line.size / 2 for line in lines),
    )  # fmt: skip
    behind = [fill for fill in page.fills if fill.shared(text) >= _BEHIND]
    return behind[-1].colour if behind else None


def _padding(cells: list[PrintedCell]) -> float:
    """Return how far the text stands from the sides of its cells."""
    starts = [min(line.x0 for line in cell.lines) - cell.x0 for cell in cells if cell.lines]
    near = [start for start in starts if 0 <= start <= _PADDING]
    return min(near, default=_USUAL_PADDING)


def _is_picture(page: Page, row: PrintedRow, cell: PrintedCell) -> bool:
    if cell.lines or cell.continues:
        return False
    return any(
        cell.x0 <= (picture.x0 + picture.x1) / 2 <= cell.x1
        and row.floor <= (picture.y0 + picture.y1) / 2 <= row.top
        for picture in page.pictures
    )
