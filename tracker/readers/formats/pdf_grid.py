"""Rules on a page into tables: which cells there are, and what they cover.

Owns the geometry of tables. Outer rules may be missing, rules may be drawn in pieces, twice or
not quite where the next one begins; a rule that is missing inside merges the cells beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tracker.readers.formats.pdf_geometry import Box, Rule

TOUCH = 3.0
"""Rules this near to one another touch."""
_COVERED = 0.6
"""The part of a cell's side that must be ruled for it to be closed there."""
_SHORT = 4.0
_MAX_RULES = 3000
_SIDES = 2
_INSIDE = 0.95


class Spot(NamedTuple):
    """One cell: the grid rows and columns that it covers, the last ones not included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells on one page."""

    xs: tuple[float, ...]
    """Where its columns begin and end, from the left."""
    ys: tuple[float, ...]
    """Where its rows begin and end, from the top."""
    spots: tuple[Spot, ...]
    """Row by row, from the left."""

    @property
    def box(self) -> Box:
        """The whole table."""
        return Box(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])

    @property
    def area(self) -> float:
        """The size of the whole table."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[0] - self.ys[-1])

    def box_of(self, spot: Spot) -> Box:
        """The area of a cell."""
        return Box(self.xs[spot.left], self.ys[spot.bottom], self.xs[spot.right], self.ys[spot.top])


def find_grids(across: list[Rule], down: list[Rule]) -> list[Grid]:
    """Return the tables that rules draw, from the top, without those inside a cell of another."""
    across, down = _joined(across), _joined(down)
    if len(across) + len(down) > _MAX_RULES:
        return []
    found = [grid for lines in _groups(across, down) if (grid := _grid(*lines))]
    found = [grid for grid in found if len(grid.spots) > 1 or not _holds_any(grid, found)]
    found = [grid for grid in found if not any(_stands_in(grid, other) for other in found)]
    return sorted(found, key=lambda grid: (-grid.ys[0], grid.xs[0]))


def _holds_any(frame: Grid, others: list[Grid]) -> bool:
    return any(_stands_in(other, frame) for other in others)


def _stands_in(grid: Grid, other: Grid) -> bool:
    return grid is not other and other.box.shared(grid.box) > _INSIDE and other.area > grid.area


def _joined(rules: list[Rule]) -> list[Rule]:
    """Join rules that go on from one another, and leave out specks."""
    level: list[list[Rule]] = []
    for rule in sorted(rules):
        if level and rule.at - level[-1][0].at <= 1:
            level[-1].append(rule)
        else:
            level.append([rule])
    joined = (rule for beside in level for rule in _end_to_end(beside))
    return [rule for rule in joined if rule.end - rule.start >= _SHORT]


def _end_to_end(rules: list[Rule]) -> list[Rule]:
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        last = joined[-1] if joined else None
        if last and rule.start <= last.end + TOUCH:
            joined[-1] = last._replace(end=max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _groups(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Part the rules into groups that touch one another."""
    leaders = list(range(len(across) + len(down)))
    for i, level in enumerate(across):
        for j, upright in enumerate(down, start=len(across)):
            if _touch(level, upright):
                leaders[_leader(leaders, i)] = _leader(leaders, j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*across, *down]):
        group = groups.setdefault(_leader(leaders, i), ([], []))
        group[i >= len(across)].append(rule)
    return list(groups.values())


def _leader(leaders: list[int], at: int) -> int:
    while leaders[at] != at:
        leaders[at] = leaders[leaders[at]]
        at = leaders[at]
    return at


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        upright.start - TOUCH <= level.at <= upright.end + TOUCH
        and level.start - TOUCH <= upright.at <= level.end + TOUCH
    )


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """Return the table that touching rules draw, if they draw one."""
    if len(across) < _SIDES or not down or len(across) + len(down) < 2 * _SIDES:
        return None
    ends = [end for rule in across for end in (rule.start, rule.end)]
    xs = _clustered([min(ends), *(rule.at for rule in down), max(ends)])
    ends = [end for rule in down for end in (rule.start, rule.end)]
    ys = _clustered([min(ends), *(rule.at for rule in across), max(ends)])[::-1]
    if len(xs) < _SIDES or len(ys) < _SIDES:
        return None
    spots = _spots(xs, ys, across, down)
    return _packed(xs, ys, spots)


def _clustered(values: list[float]) -> list[float]:
    """Return the values in order, those that nearly agree as one."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= TOUCH:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(cluster) / len(cluster) for cluster in clusters]


def _spots(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[Spot]:
    """Join the fields of the grid that no rule parts."""
    columns, rows = len(xs) - 1, len(ys) - 1
    leaders = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column and not _is_ruled(down, xs[column], ys[row + 1], ys[row]):
                leaders[_leader(leaders, here)] = _leader(leaders, here - 1)
            if row and not _is_ruled(across, ys[row], xs[column], xs[column + 1]):
                leaders[_leader(leaders, here)] = _leader(leaders, here - columns)
    fields: dict[int, list[tuple[int, int]]] = {}
    for here in range(rows * columns):
        fields.setdefault(_leader(leaders, here), []).append(divmod(here, columns))
    return sorted(spot for group in fields.values() for spot in _rectangles(group))


def _is_ruled(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """Tell whether rules at a height or distance cover most of a side."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start))
        for rule in rules
        if abs(rule.at - at) <= TOUCH
    )
    return covered >= _COVERED * (end - start)


def _rectangles(fields: list[tuple[int, int]]) -> list[Spot]:
    """Return the joined fields as one cell, or as one for each row where they are no rectangle."""
    rows, columns = {row for row, _ in fields}, {column for _, column in fields}
    if len(fields) == len(rows) * len(columns):
        return [Spot(min(rows), min(columns), max(rows) + 1, max(columns) + 1)]
    runs: list[Spot] = []
    for row, column in sorted(fields):
        if runs and runs[-1].top == row and runs[-1].right == column:
            runs[-1] = runs[-1]._replace(right=column + 1)
        else:
            runs.append(Spot(row, column, row + 1, column + 1))
    return runs


def _packed(xs: list[float], ys: list[float], spots: list[Spot]) -> Grid:
    """Leave out grid lines at which no cell ends, such as those of underlined words."""
    rows = sorted({line for spot in spots for line in (spot.top, spot.bottom)})
    columns = sorted({line for spot in spots for line in (spot.left, spot.right)})
    return Grid(
        tuple(xs[column] for column in columns),
        tuple(ys[row] for row in rows),
        tuple(
            Spot(
                rows.index(spot.top), columns.index(spot.left),
                rows.index(spot.bottom), columns.index(spot.right),
            )
            for spot in spots
        ),
    )  # fmt: skip
