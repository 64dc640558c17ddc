"""The pieces of a band's lines in its columns, marks and touching cells among them.

Owns where each piece stands at last. What is uncertain stands in two columns, or is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.aligned_columns import SLACK, cut, cut_at, under_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.formats.aligned_bands import Band
    from tracker.readers.formats.aligned_columns import Span
    from tracker.readers.formats.aligned_lines import Laid, Piece

_FAR = 12
"""In a band that was put together again, a cell may begin so far from its column."""


class Placed(NamedTuple):
    """A piece and the columns that it stands in."""

    piece: Piece
    first: int
    last: int


def place(line: Laid, band: Band) -> list[Placed]:
    """Return the pieces of a line with their columns; a doubtful mark stands in two."""
    pieces = _parted(line, band.columns) if band.mended else cut(line, band.columns)
    return [Placed(piece, *_where(piece, band.columns)) for piece in pieces]


def _parted(line: Laid, columns: Sequence[Span]) -> list[Piece]:
    """Return the pieces of a line, parted at the word nearest to each column that they reach."""
    found: list[Piece] = []
    for piece in cut(line, columns):
        parts = [piece]
        for at in under_columns(piece, columns)[1:]:
            parts = [*parts[:-1], *cut_at(parts[-1], columns[at].start, _FAR)]
        found += parts
    return found


def touching(band: Band) -> list[Laid]:
    """Return the lines in which cells touch, so that it is uncertain where the second begins.

    A word that stands exactly where a column begins is certain enough in a single line.
    """
    starts = {column.start for column in band.columns}
    cuts = []
    for line in band.lines:
        gaps = {piece.start for piece in line.pieces}
        cuts.append({placed.piece.start for placed in place(line, band)} - gaps)
    return [
        line
        for at, line in enumerate(band.lines)
        if cuts[at] - starts
        or (cuts[at] and any(cuts[max(at - 1, 0) : at] + cuts[at + 1 : at + 2]))
    ]


def _where(piece: Piece, columns: Sequence[Span]) -> tuple[int, int]:
    own = [at for at, column in enumerate(columns) if _is_within(piece, column)]
    under = own or under_columns(piece, columns)
    if under:
        return under[0], under[-1]
    starts = [at for at, column in enumerate(columns) if column.start <= piece.start]
    left = starts[-1] if starts else 0
    near = min(range(len(columns)), key=lambda at: _distance(piece, columns[at]))
    return min(left, near), max(left, near)


def _is_within(piece: Piece, column: Span) -> bool:
    """Tell whether a piece begins where a column does and ends inside it."""
    return abs(piece.start - column.start) <= SLACK and piece.end <= column.end + SLACK


def _distance(piece: Piece, column: Span) -> int:
    return max(column.start - piece.end, piece.start - column.end, 0)
