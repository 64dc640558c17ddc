"""Tables of a laid-out text, which go on from page to page.

Owns the rows and cells of the open table, and where on the next page it goes on: in which columns,
and whether a row is the rest of the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, NamedTuple

from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.readers.document import Cell, Row
from tracker.readers.formats.aligned_cells import Placed
from tracker.readers.formats.aligned_rows import Group, Placement, placement_of
from tracker.readers.formats.aligned_text import (
    Written,
    cell_lines,
    ends,
    is_small,
    shortened,
    uncertain_items,
)
from tracker.readers.formats.marks import split_bullet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.readers.formats.aligned_bands import Band
    from tracker.readers.formats.aligned_columns import Span
    from tracker.readers.formats.aligned_lines import Laid

_NEAR = 12
"""A column moves no further than this from page to page."""
_WIDER = 8
"""So much longer than any above it the rest of a cell may be."""
_CHOICES = 5000
"""More ways to choose columns are not weighed: no plan has so many columns."""


@dataclass(slots=True)
class OpenTable:
    """The table that is being read."""

    columns: list[Span]
    widths: list[int]
    place: str
    rows: list[Row] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    """The last text of each column in the last row."""
    bullets: bool = False
    """The last row ends in a list."""
    group: Group | None = None
    """The lines of the last row."""


def column_of(table: OpenTable, lines: Sequence[Laid]) -> int | None:
    """Return the column in which lines stand that are alone at the top of a page."""
    first = lines[0]
    at_start = [
        at for at, column in enumerate(table.columns) if abs(column.start - first.start) <= _NEAR
    ]
    if len(at_start) == 1 and at_start[0] > 0:
        return at_start[0]
    if table.bullets and any(split_bullet(line.text).mark for line in lines):
        return len(table.columns) - 1
    unfinished = [
        at
        for at, (text, width) in enumerate(zip(table.last, table.widths, strict=True))
        if _continues(text, first.text) and len(first.text) <= width + _WIDER
    ]
    if 0 in unfinished and at_start == [0]:
        return 0
    return unfinished[0] if len(unfinished) == 1 else None


class Mapping(NamedTuple):
    """Which columns of an open table those of a band on the next page are."""

    columns: tuple[int, ...]
    sure: bool
    """No other choice of columns is nearly as near."""


def mapping(table: OpenTable, band: Band) -> Mapping | None:
    """Return which columns of the open table those of a band are; None for another table."""
    old, new = table.columns, band.columns
    if len(new) > len(old) or comb(len(old), len(new)) > _CHOICES:
        return None
    costs = sorted(
        (sum(abs(old[at].start - span.start) for at, span in zip(chosen, new, strict=True)), chosen)
        for chosen in combinations(range(len(old)), len(new))
    )
    best, chosen = costs[0]
    rival = costs[1][0] if len(costs) > 1 else best + _NEAR
    near = best <= _NEAR * len(new) and rival - best >= _NEAR / 2
    return Mapping(chosen, len(new) == len(old) or near)


def moved(placement: Placement, mapped: Sequence[int]) -> Placement:
    """Return a line with its pieces in the columns of an open table."""
    pieces = tuple(Placed(p.piece, mapped[p.first], mapped[p.last]) for p in placement.pieces)
    return placement_of(placement.line, pieces)


def add_group(table: OpenTable, group: Group, *, mends: bool) -> None:
    """Put a row into the table, or join it to the last one whose cells it goes on with."""
    texts = group.lines[0].texts
    if mends and table.group is not None and texts and not group.lines[0].is_across:
        going_on = {at for at, text in texts.items() if _continues(table.last[at], text)}
        if 0 in going_on or len(going_on) == len(texts):
            group = Group([*table.group.lines, *group.lines])
            table.rows.pop()
    table.rows.append(_row(group, table))
    table.group = group
    _note_last(table, group)


def _continues(above: str, text: str) -> bool:
    """Tell whether a text on the next page is surely the rest of the one above."""
    return bool(above) and not ends(above) and is_small(text)


def _note_last(table: OpenTable, group: Group) -> None:
    last = [""] * len(table.columns)
    bullets = False
    for placement in group.lines:
        for column, text in placement.texts.items():
            last[column] = text
            if column == len(table.columns) - 1:
                bullets = bullets or bool(split_bullet(text).mark)
    table.last, table.bullets = last, bullets


def run_together(group: Group, table: OpenTable) -> Iterator[Problem]:
    """Tell which lines of a list without marks may begin an item of their own."""
    for column, width in enumerate(table.widths):
        texts = [one.texts[column] for one in group.lines if column in one.texts]
        uncertain = list(uncertain_items(texts, width))
        if uncertain:
            shown = ", ".join(f'"{shortened(text)}"' for text in uncertain)
            message = (
                f"In a list without marks it cannot be told whether items of their own begin with"
                f" {shown}: the lines above are full. They are read as parts of the items above."
            )
            yield Problem(group.lines[0].line.place, Severity.WARNING, message)


def _row(group: Group, table: OpenTable) -> Row:
    """Return the row of a group; every column has a cell, wider ones where a text runs across."""
    written: dict[tuple[int, int], list[Written]] = {}
    for at, placement in enumerate(group.lines):
        for piece, first, last in placement.pieces:
            held = written.setdefault((first, last), [])
            apart = bool(held) and (at - held[-1].at > 1 or bool(placement.line.gap))
            if held and held[-1].at == at:
                held[-1] = held[-1]._replace(text=f"{held[-1].text} {piece.text}")
            else:
                held.append(Written(piece.text, piece.start, apart, at))
    line = group.lines[0].line
    return Row(tuple(_cells(written, table)), place=line.place, page=line.page)


def _cells(written: dict[tuple[int, int], list[Written]], table: OpenTable) -> Iterator[Cell]:
    """Yield the cells of a row from the left; none covers what another one does."""
    at = 0
    for first, last in sorted(written):
        for column in range(at, first):
            yield Cell(column=column)
        start = max(first, at)
        width = sum(table.widths[first : last + 1])
        yield Cell(cell_lines(written[first, last], width), start, max(last - start + 1, 1))
        at = max(at, last + 1)
    for column in range(at, len(table.columns)):
        yield Cell(column=column)
