"""Columns of lines laid out with spaces: where they stand, and which words are in which.

Owns widening columns by a further line, parting a column in two, and cutting a line where its
cells have only one space between them. Which lines belong together is `aligned_bands`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.aligned_lines import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.formats.aligned_lines import Laid

SLACK = 1
"""Positions that differ by no more are the same."""
SEVERAL = 3
"""Pieces of a line, or columns, from which chance is unlikely."""
DRIFT = 6
"""Where two cells touch, the second may begin so far from its column."""
_JUTS, _LONG = 4, 10
"""How far a text may jut into the next column: so many characters, one for so many of its own."""


class Span(NamedTuple):
    """From where to where a column is written."""

    start: int
    end: int


def widened(columns: list[Span], lines: Sequence[Laid], line: Laid) -> list[Span] | None:
    """Return the columns with a further line in them; None where it does not fit."""
    found = list(columns)
    taken: list[Piece] = []
    own = {piece.start for piece in line.pieces}
    for piece in cut(line, found):
        if piece.is_mark and found:
            continue
        under = under_columns(piece, found)
        if len(under) > 1:
            found = _merged(found, under, [*lines, line])
            under = under_columns(piece, found)
        if len(under) > 1:
            return None
        if under and any(under_columns(other, found)[:1] == under for other in taken):
            split = _split(found, under[0], piece, lines, taken)
            if split is None:
                return None
            found = split
        elif under:
            old = found[under[0]]
            start = piece.start if piece.start in own else old.start
            found[under[0]] = Span(min(old.start, start), max(old.end, piece.end))
        else:
            found = sorted([*found, Span(piece.start, piece.end)])
        taken.append(piece)
    return found


def under_columns(piece: Piece, columns: Sequence[Span]) -> list[int]:
    """Return the columns that a piece stands in, not those that it only juts into."""
    return [
        at
        for at, column in enumerate(columns)
        if min(piece.end, column.end) - max(piece.start, column.start) > _overlap(piece, column)
    ]


def _overlap(piece: Piece, column: Span) -> int:
    """Return how far a piece may stand into a column that is not its own: long ones jut out."""
    if piece.start > column.start and piece.end > column.end:
        return min(len(piece.text) // 3, DRIFT)
    return min(len(piece.text) // _LONG, _JUTS) if piece.start < column.start else 0


def _merged(columns: list[Span], under: list[int], lines: Sequence[Laid]) -> list[Span]:
    """Make one column of several that no line fills side by side."""
    for line in lines:
        filled = [
            at
            for at in under
            for piece in cut(line, columns)
            if under_columns(piece, columns) == [at]
        ]
        if len(set(filled)) > 1:
            return columns
    whole = Span(columns[under[0]].start, columns[under[-1]].end)
    return sorted([*(c for at, c in enumerate(columns) if at not in under), whole])


def _split(
    columns: list[Span], at: int, piece: Piece, lines: Sequence[Laid], taken: list[Piece]
) -> list[Span] | None:
    """Return the columns with one parted where a piece begins; None where words stand across."""
    old = columns[at]
    if piece.start <= old.start:
        return None
    held = [
        one for line in lines for one in cut(line, columns) if under_columns(one, columns) == [at]
    ]
    held += [one for one in taken if under_columns(one, columns) == [at]]
    left: list[Piece] = []
    right = [piece]
    for one in held:
        if one.is_mark:
            continue
        parts = cut_at(one, piece.start)
        if len(parts) > 1:
            left.append(parts[0])
            right.append(parts[1])
        elif one.end < piece.start:
            left.append(one)
        elif one.start >= piece.start - SLACK:
            right.append(one)
        else:
            return None
    if not left:
        return None
    spans = [Span(min(p.start for p in part), max(p.end for p in part)) for part in (left, right)]
    return sorted([*columns[:at], *spans, *columns[at + 1 :]])


def cut(line: Laid, columns: Sequence[Span]) -> list[Piece]:
    """Return the pieces of a line, parted too where only one space stands before a column.

    A line of one piece is a text across the columns.
    """
    crossing = [(piece, _crossed(piece, columns)) for piece in line.pieces]
    several = sum(len(starts) for _, starts in crossing) > 1 or len(line.pieces) < SEVERAL
    found: list[Piece] = []
    for piece, starts in crossing:
        parts = [piece]
        for start in starts:
            parts = [*parts[:-1], *cut_at(parts[-1], start, 0 if several else SLACK)]
        whole = len(parts) == len(starts) + 1 and not any(part.is_mark for part in parts)
        enough = len(line.pieces) > 1
        found += parts if whole and enough and _reach(starts, columns) else [piece]
    touching = _touching(found, columns)
    if touching is not None:
        at, start = touching
        found[at : at + 1] = cut_at(found[at], start, DRIFT)
    return found


def _reach(starts: Sequence[int], columns: Sequence[Span]) -> bool:
    """Tell whether the columns before these hold lines that fill at least half of them."""
    before = {after.start: span for span, after in pairwise(columns)}
    return all(
        2 * (before[start].end - before[start].start) >= start - before[start].start
        for start in starts
        if start in before
    )


def _crossed(piece: Piece, columns: Sequence[Span]) -> list[int]:
    return [
        column.start
        for column in columns
        if piece.start < column.start - SLACK and column.start < piece.end - _JUTS
    ]


def _touching(pieces: Sequence[Piece], columns: Sequence[Span]) -> tuple[int, int] | None:
    """Return the one piece that holds two cells, and where its second column begins.

    It is told from a text of another table by the others, which all stand in their columns.
    """
    starts = [column.start for column in columns]
    across = [at for at, piece in enumerate(pieces) if len(under_columns(piece, columns)) == 2]
    if len(across) != 1 or len(pieces) < SEVERAL:
        return None
    others = [piece for at, piece in enumerate(pieces) if at != across[0]]
    if any(min(abs(piece.start - start) for start in starts) > SLACK for piece in others):
        return None
    piece = pieces[across[0]]
    start = starts[under_columns(piece, columns)[1]]
    if not _reach([start], columns):
        return None
    return (across[0], start) if len(cut_at(piece, start, DRIFT)) == 2 else None


def cut_at(piece: Piece, start: int, drift: int = SLACK) -> list[Piece]:
    """Part a piece where a word begins at a position, or beside it, rather before than behind."""
    for position in (*range(start, start - drift - 1, -1), *range(start + 1, start + drift + 1)):
        at = position - piece.start
        if 0 < at < len(piece.text) and piece.text[at - 1] == " " and piece.text[at] != " ":
            return [Piece(piece.start, piece.text[:at].rstrip()), Piece(position, piece.text[at:])]
    return [piece]
