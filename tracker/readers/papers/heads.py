"""The head of a table: which column means what, in one row or in two.

Owns the finding of head rows by the column vocabulary, and the fitting of rows to a head where an
extraction has dropped or added empty cells. Leaves the rows' meaning to `rows`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.columns import find_column, fold
from tracker.readers.papers.dates import Dated, find_dates
from tracker.readers.papers.levels import level_of, levels_in_order
from tracker.readers.papers.marks import LevelColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell
    from tracker.readers.papers.blocks import Strip

_SEVERAL = frozenset(("owners", "contributors", "delivery", "evidence", "progress", "measure"))
"""Columns of which a table may have two; both are read."""
_PLACING = frozenset(("proposal", "reference", "feature", "section"))
_ALONE = frozenset(
    ("owners", "contributors", "status", "rag", "start", "timescale", "revised", "review")
)
"""Second headings that say it all, whatever stands above them."""
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One column as the head gives it."""

    key: str | None
    """None for a column that the vocabulary does not know."""
    heading: str
    start: int
    end: int
    level: str | None = None
    """The rating level that it stands for."""
    dated: Dated | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table, from left to right."""

    cells: tuple[HeadCell, ...]
    width: int
    place: str

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the columns that are known."""
        return frozenset(cell.key for cell in self.cells if cell.key)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings as printed."""
        return tuple(cell.heading for cell in self.cells)

    @property
    def levels(self) -> tuple[LevelColumn, ...]:
        """The columns that stand for rating levels."""
        return tuple(LevelColumn(c.level, c.start, c.end) for c in self.cells if c.level)

    def index(self, key: str) -> int | None:
        """Return the place of the first column with a key."""
        return next((i for i, cell in enumerate(self.cells) if cell.key == key), None)


def read_head(strip: Strip, above: Strip | None, framework: Framework) -> Head | None:
    """Read a row as a head, or return None.

    Args:
        strip: The row.
        above: The row above it in the same table, whose groups may complete its headings.
        framework: For the names of the levels.
    """
    filled = strip.filled
    if len(filled) < 2 or any(len(cell.text) > _LONGEST for cell in filled):
        return None
    cells = [_head_cell(cell, cell.text, framework) for cell in filled]
    for index, level in levels_in_order([cell.text for cell in filled], framework).items():
        cells[index] = replace(cells[index], key=None, level=level)
    head = _head(cells, strip)
    if head is None or above is None:
        return head
    completed = [
        known if known.key or known.level else _completed(cell, known, above, framework)
        for cell, known in zip(filled, cells, strict=True)
    ]
    return _head(completed, strip)


def widen(head: Head, strip: Strip, framework: Framework) -> Head | None:
    """Read the row below a head as its second row, or return None.

    It parts at least one heading into columns, every cell of it is worded like part of a heading,
    and the cells under the proposals and the actions are empty.
    """
    parts = [cell for cell in strip.filled if cell.column not in {c.start for c in head.cells}]
    if not parts or not all(_sub_heading(cell.text, framework) for cell in strip.filled):
        return None
    found: dict[int, list[HeadCell]] = {}
    for cell in strip.filled:
        index = _over(head.cells, cell.column)
        if index is None or head.cells[index].key in {"action", "proposal"}:
            return None
        both = _head_cell(cell, f"{head.cells[index].heading} {cell.text}", framework)
        alone = _head_cell(cell, cell.text, framework)
        own = alone if alone.level or alone.key in _ALONE else both
        found.setdefault(index, []).append(own)
    cells: list[HeadCell] = []
    for index, upper in enumerate(head.cells):
        below = found.get(index, [])
        if below and below[0].start > upper.start:
            cells.append(replace(upper, end=below[0].start))
        cells += below or [upper]
    return _head(cells, strip, bounds=head.width)


def _sub_heading(text: str, framework: Framework) -> bool:
    """Tell whether a text is worded like part of a heading, not like an answer."""
    if not 0 < len(fold(text).split()) <= 4:
        return False
    dates = find_dates(text)
    alone = bool(dates) and dates[0].words == text.strip()
    return alone or bool(find_column(text) or level_of(text, framework))


def _head_cell(cell: Cell, heading: str, framework: Framework) -> HeadCell:
    level = level_of(cell.text, framework)
    dates = find_dates(heading)
    key = None if level else find_column(heading)
    return HeadCell(
        key, heading, cell.column, cell.column + cell.span, level, dates[0] if dates else None
    )


def _completed(cell: Cell, known: HeadCell, above: Strip, framework: Framework) -> HeadCell:
    """Return a heading completed by the group that stands above it."""
    group = [c for c in above.filled if c.column <= cell.column < c.column + c.span]
    if not group or group[-1].span in {1, above.width} or len(group[-1].text) > _LONGEST // 2:
        return known
    both = _head_cell(cell, f"{group[-1].text} {cell.text}", framework)
    return both if both.key else known


def _head(cells: Sequence[HeadCell], strip: Strip, bounds: int | None = None) -> Head | None:
    """Return the head that cells make, or None where they are not enough of one."""
    settled = _settled(cells)
    keys = {cell.key for cell in settled if cell.key}
    levels = {cell.level for cell in settled if cell.level}
    known = sum(1 for cell in settled if cell.key or cell.level)
    enough = (
        ("action" in keys and known > 1)
        or (len(levels) > 1 and bool(keys & _PLACING))
        or (bool(keys & {"rating", "previous_rating"}) and bool(keys & _PLACING))
    )
    if not enough or known * 2 < len(cells):
        return None
    return Head(tuple(settled), max(_size(strip), bounds or 0), strip.place)


def _settled(cells: Sequence[HeadCell]) -> list[HeadCell]:
    """Return the cells with one column for each meaning."""
    settled = list(cells)
    counted = Counter(cell.key for cell in cells if cell.key)
    if counted["action"] > 1:
        settled = _one_action(settled)
    settled = _years_as_ratings(settled)
    counted = Counter(cell.key for cell in settled if cell.key)
    if counted["rating"] + counted["previous_rating"] > 1:
        settled = _two_rounds(settled)
    seen: set[str] = set()
    for index, cell in enumerate(settled):
        if cell.key in seen and cell.key not in _SEVERAL:
            settled[index] = replace(cell, key="title" if cell.key == "proposal" else None)
        elif cell.key:
            seen.add(cell.key)
    return settled


def _one_action(cells: list[HeadCell]) -> list[HeadCell]:
    """Choose the column that is called action; one before it groups, one after it explains."""

    def called(cell: HeadCell) -> int:
        words = fold(cell.heading)
        return 2 if "action" in words else 1 if "task" in words or "what" in words else 0

    chosen = max((c for c in cells if c.key == "action"), key=called)
    return [
        cell
        if cell.key != "action" or cell is chosen
        else replace(cell, key="section" if cell.start < chosen.start else "delivery")
        for cell in cells
    ]


def _years_as_ratings(cells: list[HeadCell]) -> list[HeadCell]:
    """Read two headings that are nothing but years as the ratings of two rounds."""
    years = [cell for cell in cells if not cell.key and re.fullmatch(r"20\d\d", cell.heading)]
    keys = {cell.key for cell in cells}
    if len(years) != 2 or "proposal" not in keys or keys & {"rating", "previous_rating"}:
        return cells
    return [replace(cell, key="rating") if cell in years else cell for cell in cells]


def _two_rounds(cells: list[HeadCell]) -> list[HeadCell]:
    """Tell columns of ratings apart by their dates: the latest is now, the one before previous."""
    ratings = [c for c in cells if c.key in {"rating", "previous_rating"} and c.dated]
    if len(ratings) < 2:
        return cells
    ordered = sorted(ratings, key=lambda c: _when(c.dated))
    keys = {id(ordered[-1]): "rating", id(ordered[-2]): "previous_rating"}
    return [replace(c, key=keys.get(id(c))) if c in ratings else c for c in cells]


def _when(dated: Dated | None) -> tuple[int, int, int]:
    if dated is None:
        return (0, 0, 0)
    return (dated.day.year, dated.day.month, dated.day.day) if dated.day else (dated.year, 12, 31)


def _over(cells: Sequence[HeadCell], column: int) -> int | None:
    """Return the head cell over a grid column: the last one that starts at or before it."""
    before = [index for index, cell in enumerate(cells) if cell.start <= column]
    return before[-1] if before else (0 if cells else None)


def fit(rows: Sequence[Strip], head: Head) -> list[dict[int, Cell]]:
    """Fit rows to a head: head index to cell, for each row.

    Rows as wide as the head are read by position. Others were shifted by an extraction: full rows
    by order, the rest like full rows of the same width.
    """
    learned = _learned(rows, head)
    return [_fitted(row, head, learned) for row in rows]


def _learned(rows: Iterable[Strip], head: Head) -> dict[int, dict[int, int]]:
    """Learn from full rows which position in rows of another width belongs to which column."""
    learned: dict[int, dict[int, int]] = {}
    for row in rows:
        filled = row.filled
        size = _size(row)
        if size != head.width and len(filled) == len(head.cells):
            learned.setdefault(size, {cell.column: i for i, cell in enumerate(filled)})
    return learned


def _size(row: Strip) -> int:
    return max((cell.column + cell.span for cell in row.cells), default=0)


def _fitted(row: Strip, head: Head, learned: Mapping[int, Mapping[int, int]]) -> dict[int, Cell]:
    size, count = _size(row), len(head.cells)
    filled = row.filled
    if size != head.width and len(filled) == count:
        return dict(enumerate(filled))
    dropped = size != head.width and size not in learned and size in (count, count + 1)
    if dropped and (size == count or not row.cells[0].lines):
        # The empty cells between the columns were dropped, perhaps all but the first.
        shift = size - count
        return {c.column - shift: c for c in row.cells if c.column - shift in range(count)}
    fitted: dict[int, Cell] = {}
    for cell in row.cells:
        index = learned.get(size, {}).get(cell.column, _over(head.cells, cell.column))
        if index is None:
            continue
        held = fitted.get(index)
        if held is None or (not held.lines and not held.continues):
            fitted[index] = cell
        elif cell.lines:
            fitted[index] = replace(held, lines=(*held.lines, *cell.lines))
    return fitted
