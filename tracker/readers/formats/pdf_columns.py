"""Columns that no rule draws: where the white space between them runs down a table.

Owns tables that are ruled only between their rows, with or without a frame. Where there is no rule
at all, rows cannot be told from lines, so nothing is supposed.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.readers.formats.marks import split_bullet, split_number
from tracker.readers.formats.pdf_geometry import Rule
from tracker.readers.formats.pdf_grid import TOUCH, Grid, Spot, find_grids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.readers.formats.pdf_geometry import Box, Page, Word

_WIDE = 0.7
"""White space of this part of the letters' size may part columns."""
_CROSSED = 0.1
"""The part of the rows that may cross it, such as titles over the whole width."""
_UNRULED = 0.6
_ROWS = 3
_FRAME = 2
_CELL = 8.0
_FLUSH = 1.5


def ladders(across: Sequence[Rule], grids: Sequence[Grid]) -> list[Grid]:
    """Return the tables of one column that rules of the same length draw, one below another."""
    free = [rule for rule in across if not any(_touches(rule, grid) for grid in grids)]
    groups: dict[tuple[int, int], list[Rule]] = {}
    for rule in free:
        key = (round(rule.start / TOUCH), round(rule.end / TOUCH))
        groups.setdefault(key, []).append(rule)
    found: list[Grid] = []
    for rules in groups.values():
        ys = sorted({rule.at for rule in rules}, reverse=True)
        if len(ys) > _ROWS:
            spots = tuple(Spot(row, 0, row + 1, 1) for row in range(len(ys) - 1))
            found.append(Grid((rules[0].start, rules[0].end), tuple(ys), spots))
    return found


def _touches(rule: Rule, grid: Grid) -> bool:
    box = grid.box
    inside = box.y0 - TOUCH <= rule.at <= box.y1 + TOUCH
    return inside and rule.end >= box.x0 - TOUCH and rule.start <= box.x1 + TOUCH


def find_tables(page: Page) -> list[Grid]:
    """Return the tables of a page, from the top, their columns ruled or not."""
    across, down = shaded_rules(page)
    ruled = find_grids([*page.across, *across], [*page.down, *down])
    grids = [with_columns(grid, page.words) for grid in ruled]
    open_sided = (with_columns(grid, page.words) for grid in ladders(page.across, ruled))
    grids += [grid for grid in open_sided if len(grid.xs) > _FRAME]
    return sorted(grids, key=lambda grid: (-grid.ys[0], grid.xs[0]))


def with_columns(grid: Grid, words: Sequence[Word]) -> Grid:
    """Part the rows of a table that no rule parts, where white space shows its columns.

    Where most rows are unruled, white space that runs down them is a column's side. Where only
    some are, as in tables with every other row shaded, the sides of the others count.
    """
    whole = [spot for spot in grid.spots if (spot.left, spot.right) == (0, len(grid.xs) - 1)]
    rows = [[word for word in words if _stands(word, grid, spot)] for spot in whole]
    unruled = len(whole) >= max(_ROWS, _UNRULED * (len(grid.ys) - 1))
    rivers = _rivers([row for row in rows if row], grid.xs) if unruled else []
    xs = sorted({*grid.xs, *rivers})
    spots = [_moved(spot, grid.xs, xs) for spot in grid.spots if spot not in whole]
    for spot, row in zip(whole, rows, strict=True):
        spots += _parted(spot, row, xs, always=bool(rivers))
    return Grid(tuple(xs), grid.ys, tuple(sorted(spots)))


def _stands(word: Word, grid: Grid, spot: Spot) -> bool:
    inside = grid.xs[0] <= word.x0 and word.x1 <= grid.xs[-1]
    return inside and grid.ys[spot.bottom] <= word.base <= grid.ys[spot.top]


def _rivers(rows: list[list[Word]], xs: Sequence[float]) -> list[float]:
    """Return where white space runs down nearly all rows, with words on both sides."""
    if len(rows) < _ROWS:
        return []
    sizes = sorted(word.size for row in rows for word in row)
    wide = _WIDE * sizes[len(sizes) // 2]
    rivers: list[float] = []
    for start, end in _open(rows):
        known = any(start - TOUCH <= x <= end + TOUCH for x in xs)
        if end - start >= wide and not known and not _only_marks(rows, rivers, start):
            rivers.append((start + end) / 2)
    return rivers


def _open(rows: list[list[Word]]) -> list[tuple[float, float]]:
    """Return the stretches that the words of hardly any row cover, from the left."""
    ends = sorted(
        (x, change)
        for row in rows
        for start, end in _covered(row)
        for x, change in ((start, 1), (end, -1))
    )
    found: list[tuple[float, float]] = []
    depth = 0
    for (x, change), (following, _) in pairwise(ends):
        depth += change
        if depth > _CROSSED * len(rows):
            continue
        if found and found[-1][1] == x:
            found[-1] = (found[-1][0], following)
        else:
            found.append((x, following))
    return found


def _covered(row: Iterable[Word]) -> list[tuple[float, float]]:
    """Return the stretches of a row that its words cover, from the left."""
    stretches: list[tuple[float, float]] = []
    for start, end in sorted((word.x0, word.x1) for word in row):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _only_marks(rows: list[list[Word]], rivers: list[float], x: float) -> bool:
    """Tell whether nothing but bullets and numbers stands between the last river and here."""
    left = rivers[-1] if rivers else float("-inf")
    words = [word.text for row in rows for word in row if left < word.x0 and word.x1 <= x]
    return all(split_bullet(f"{text} x").mark or split_number(f"{text} x").mark for text in words)


def _moved(spot: Spot, old: Sequence[float], new: Sequence[float]) -> Spot:
    return spot._replace(left=new.index(old[spot.left]), right=new.index(old[spot.right]))


def _parted(spot: Spot, row: Sequence[Word], xs: Sequence[float], *, always: bool) -> list[Spot]:
    """Part a row at each place that none of its words crosses.

    Unless that is known to be right, words must cross none, and stand in three columns or in
    several lines that do not begin at the table's side: a title over all columns does otherwise.
    """
    crossed = {
        at
        for at, x in enumerate(xs)
        for word in row
        if word.x0 - TOUCH < x < word.x1 + TOUCH and 0 < at < len(xs) - 1
    }
    columns = {bisect_right(xs, word.x0) for word in row}
    several = len({round(word.base) for word in row}) > 1
    apart = len(columns) >= _ROWS or (several and (len(columns) > 1 or min(columns) > 1))
    sure = always or (bool(row) and not crossed and apart)
    cuts = [at for at in range(1, len(xs) - 1) if row and sure and at not in crossed]
    edges = [0, *cuts, len(xs) - 1]
    return [spot._replace(left=left, right=right) for left, right in pairwise(edges)]


def shaded_rules(page: Page) -> tuple[list[Rule], list[Rule]]:
    """Return the sides of shaded cells, which stand beside one another in one row.

    The colour behind marked words is no cell: it begins where the words begin.
    """
    rows: dict[tuple[int, int], list[Box]] = {}
    for fill in page.fills:
        if fill.y1 - fill.y0 >= _CELL and not _is_behind_words(fill, page.words):
            rows.setdefault((round(fill.y0), round(fill.y1)), []).append(fill)
    across: list[Rule] = []
    down: list[Rule] = []
    for fills in rows.values():
        beside = sorted(set(fills))
        if len(beside) < _FRAME or any(b.x0 - a.x1 > TOUCH for a, b in pairwise(beside)):
            continue
        for fill in beside:
            across += [Rule(y, fill.x0, fill.x1) for y in (fill.y0, fill.y1)]
            down += [Rule(x, fill.y0, fill.y1) for x in (fill.x0, fill.x1)]
    return across, down


def _is_behind_words(fill: Box, words: Sequence[Word]) -> bool:
    starts = [word.x0 for word in words if fill.holds((word.x0 + word.x1) / 2, word.base)]
    return min(starts, default=fill.x1) - fill.x0 < _FLUSH
