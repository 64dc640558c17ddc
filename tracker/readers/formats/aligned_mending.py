"""Bands put right by their neighbours: heads, parts of one table, lines right above.

Owns what can only be seen once all bands of a page are found.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.readers.formats.aligned_bands import HEAD, Band
from tracker.readers.formats.aligned_columns import SEVERAL, SLACK, cut, under_columns
from tracker.readers.formats.aligned_lines import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.readers.formats.aligned_columns import Span
    from tracker.readers.formats.aligned_lines import Laid

_ALIKE = 2
"""Columns of two bands that begin so near to one another may be the same."""


def mended(items: list[Band | Laid]) -> list[Band | Laid]:
    """Return the bands of a page with what belongs to each."""
    return _with_heads(_with_leading(_reunited(items)))


def _reunited(items: list[Band | Laid]) -> list[Band | Laid]:
    """Put bands together that single lines parted in which cells touch.

    A table of its own that happens to begin at the same places runs across the columns in most of
    its lines.
    """
    found: list[Band | Laid] = []
    at = 0
    while at < len(items):
        first = items[at]
        found.append(first)
        at += 1
        if not isinstance(first, Band):
            continue
        parts: list[Band] = []
        best = 0
        for item in items[at:]:
            if not isinstance(item, Band) or item.lines[0].gap or not _begin_alike(item, first):
                break
            across = sum(_is_across(line, first) for line in item.lines)
            labelled = len(item.columns) == 2 and under_columns(
                item.lines[0].pieces[0], first.columns
            ) == [0]
            if across and labelled:
                break
            if len(item.lines) >= SEVERAL and SEVERAL * across > len(item.lines):
                break
            parts.append(item)
            if not across or len(item.lines) >= SEVERAL:
                best = len(parts)
        for part in parts[:best]:
            first.lines += part.lines
            first.mended = True
        at += best
    return found


def _begin_alike(band: Band, other: Band) -> bool:
    """Tell whether the columns of a band begin where some of another's do, but for marks."""
    return len(other.columns) >= SEVERAL and all(
        any(abs(span.start - column.start) <= _ALIKE for column in other.columns)
        for span in band.columns
        if span.end - span.start > MARK
    )


def _is_across(line: Laid, band: Band) -> bool:
    return any(len(under_columns(piece, band.columns)) > 1 for piece in line.pieces)


def _with_leading(items: list[Band | Laid]) -> list[Band | Laid]:
    """Give a band the lines right above it that stand in one of its further columns."""
    found: list[Band | Laid] = []
    for item in items:
        while isinstance(item, Band) and found and not isinstance(found[-1], Band):
            above, gap = found[-1], item.lines[0].gap
            inside = (
                len(above.pieces) == 1
                and len(under := under_columns(above.pieces[0], item.columns)) == 1
            )
            if (
                gap
                or not inside
                or under == [0]
                or above.start < item.columns[under[0]].start - SLACK
            ):
                break
            found.pop()
            item.lines.insert(0, above)
        found.append(item)
    return found


def _with_heads(items: list[Band | Laid]) -> list[Band | Laid]:
    """Give a band the lines at the end of the one above that are its own head."""
    for above, below in pairwise(items):
        if isinstance(above, Band) and isinstance(below, Band):
            _take_head(above, below)
    return [item for item in items if not isinstance(item, Band) or item.lines]


def _take_head(above: Band, below: Band) -> None:
    for at in range(max(len(above.lines) - HEAD, 0), len(above.lines)):
        head = above.lines[at:]
        if not _fills(head[0], below.columns):
            continue
        grown = Band(list(below.lines), below.columns)
        if all(grown.takes(line) for line in head):
            below.lines = [*head, *below.lines]
            below.columns = grown.columns
            above.lines = above.lines[:at]
            above.columns = _columns_of(above.lines)
            return


def _fills(line: Laid, columns: Sequence[Span]) -> bool:
    """Tell whether words of a line begin at every column."""
    pieces = cut(line, columns)
    if any(piece.is_mark for piece in pieces):
        return False
    return all(
        any(abs(piece.start - column.start) <= SLACK for piece in pieces) for column in columns
    )


def _columns_of(lines: Iterable[Laid]) -> list[Span]:
    """Return the columns of lines that form a band."""
    band = Band([])
    for line in lines:
        if not band.crosses(line):
            band.takes(line)
    return band.columns
