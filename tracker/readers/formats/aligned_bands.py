"""Bands: lines of a laid-out page that share their columns.

Owns finding where a band begins and ends and where its columns stand, from positions alone. What
its lines say, and which of them form a row, is for `aligned_rows`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.aligned_lines import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.readers.formats.aligned_lines import Laid

_SLACK = 1
"""Positions that differ by no more are the same."""
_BETWEEN = 2
"""Lines that run across a band, such as the name of a section, come in no longer runs."""
_HEAD = 8
"""Lines that the head of a table may have."""


class Span(NamedTuple):
    """From where to where a column is written."""

    start: int
    end: int


class Placed(NamedTuple):
    """A piece and the columns that it stands in."""

    piece: Piece
    first: int
    last: int


@dataclass(slots=True)
class Band:
    """Lines that share their columns."""

    lines: list[Laid]
    columns: list[Span] = field(default_factory=list)

    def takes(self, line: Laid) -> bool:
        """Take a line if the columns allow it; tell whether it was taken."""
        columns = widened(self.columns, self.lines, line)
        if columns is None:
            return False
        self.lines.append(line)
        self.columns = columns
        return True

    def crosses(self, line: Laid) -> bool:
        """Tell whether a line of one piece runs across columns."""
        if len(line.pieces) > 1:
            return False
        return len(_under(line.pieces[0], self.columns)) > 1


def find_bands(lines: Sequence[Laid]) -> list[Band | Laid]:
    """Return the bands of a page and the lines between them, in order."""
    items: list[Band | Laid] = []
    band: Band | None = None
    pending: list[Laid] = []
    for line in lines:
        if band is not None:
            if _crosses(band, line, pending):
                pending.append(line)
                continue
            if _follows(band, line, pending):
                continue
        items += [*_closed(band), *pending]
        band, pending = (Band([]), [])
        if len(line.pieces) < 2 or not band.takes(line):
            items.append(line)
            band = None
    items += [*_closed(band), *pending]
    return _with_heads(_with_leading(items))


def _crosses(band: Band, line: Laid, pending: list[Laid]) -> bool:
    """Tell whether a line may run across the band, to be known by what follows."""
    return len(line.pieces) == 1 and (bool(pending) or band.crosses(line))


def _follows(band: Band, line: Laid, pending: list[Laid]) -> bool:
    """Take a line into the band, with those that run across above it."""
    if len(pending) > _BETWEEN:
        return False
    if len(line.pieces) == 1 and not _under(line.pieces[0], band.columns):
        return False
    columns = widened(band.columns, [one for one in band.lines if not band.crosses(one)], line)
    if columns is None or (pending and len(columns) != len(band.columns)):
        return False
    band.lines += [*pending, line]
    band.columns = columns
    pending.clear()
    return True


def _closed(band: Band | None) -> list[Band | Laid]:
    """Return a band, and the lines at its end that stand below it as a text of their own."""
    if band is None:
        return []
    last = max(at for at, line in enumerate(band.lines) if len(line.pieces) > 1)
    for at in range(last + 1, len(band.lines)):
        below = band.lines[at:]
        if below[0].gap and all(_under(one.pieces[0], band.columns)[:1] == [0] for one in below):
            return [Band(band.lines[:at], band.columns), *below]
    return [band]


def widened(columns: list[Span], lines: Sequence[Laid], line: Laid) -> list[Span] | None:
    """Return the columns with a further line in them; None where it does not fit."""
    found = list(columns)
    taken: list[Piece] = []
    for piece in cut(line, found):
        if piece.is_mark and found:
            continue
        under = _under(piece, found)
        if len(under) > 1:
            found = _merged(found, under, [*lines, line])
            under = _under(piece, found)
        if len(under) > 1:
            return None
        if under and any(_under(other, found)[:1] == under for other in taken):
            split = _split(found, under[0], piece, lines, taken)
            if split is None:
                return None
            found = split
        elif under:
            old = found[under[0]]
            found[under[0]] = Span(min(old.start, piece.start), max(old.end, piece.end))
        else:
            found = sorted([*found, Span(piece.start, piece.end)])
        taken.append(piece)
    return found


def _under(piece: Piece, columns: Sequence[Span]) -> list[int]:
    return [
        at
        for at, column in enumerate(columns)
        if column.start < piece.end and piece.start < column.end
    ]


def _merged(columns: list[Span], under: list[int], lines: Sequence[Laid]) -> list[Span]:
    """Make one column of several that no line fills side by side."""
    for line in lines:
        filled = [at for at in under for piece in cut(line, columns) if _under(piece, columns) == [at]]
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
    held = [one for line in lines for one in cut(line, columns) if _under(one, columns) == [at]]
    held += [one for one in taken if _under(one, columns) == [at]]
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
        elif one.start >= piece.start - _SLACK:
            right.append(one)
        else:
            return None
    if not left:
        return None
    spans = [Span(min(p.start for p in part), max(p.end for p in part)) for part in (left, right)]
    return sorted([*columns[:at], *spans, *columns[at + 1 :]])


def cut(line: Laid, columns: Sequence[Span]) -> list[Piece]:
    """Return the pieces of a line, parted too where only one space stands before a column.

    A line of one piece is a text across the columns unless its words begin at several of them.
    """
    found: list[Piece] = []
    for piece in line.pieces:
        parts = [piece]
        crossed = [c.start for c in columns if piece.start < c.start - _SLACK and c.start < piece.end]
        for start in crossed:
            parts = [*parts[:-1], *cut_at(parts[-1], start)]
        whole = len(parts) == len(crossed) + 1
        enough = len(line.pieces) > 1 or len(parts) > 2
        found += parts if whole and enough else [piece]
    return found


def cut_at(piece: Piece, start: int) -> list[Piece]:
    """Part a piece where a word begins at a position, or beside it."""
    for position in (start, start + _SLACK, start - _SLACK):
        at = position - piece.start
        if 0 < at < len(piece.text) and piece.text[at - 1] == " " and piece.text[at] != " ":
            return [Piece(piece.start, piece.text[:at].rstrip()), Piece(position, piece.text[at:])]
    return [piece]


def place(line: Laid, columns: Sequence[Span]) -> list[Placed]:
    """Return the pieces of a line with their columns; a doubtful mark stands in two."""
    return [Placed(piece, *_where(piece, columns)) for piece in cut(line, columns)]


def _where(piece: Piece, columns: Sequence[Span]) -> tuple[int, int]:
    under = _under(piece, columns)
    if under:
        return under[0], under[-1]
    starts = [at for at, column in enumerate(columns) if column.start <= piece.start]
    left = starts[-1] if starts else 0
    near = min(range(len(columns)), key=lambda at: _distance(piece, columns[at]))
    return min(left, near), max(left, near)


def _distance(piece: Piece, column: Span) -> int:
    return max(column.start - piece.end, piece.start - column.end, 0)


def _with_leading(items: list[Band | Laid]) -> list[Band | Laid]:
    """Give a band the lines right above it that stand in one of its further columns."""
    found: list[Band | Laid] = []
    for item in items:
        while isinstance(item, Band) and found and not isinstance(found[-1], Band):
            above, gap = found[-1], item.lines[0].gap
            inside = len(above.pieces) == 1 and len(under := _under(above.pieces[0], item.columns)) == 1
            if gap or not inside or under == [0] or above.start < item.columns[under[0]].start - _SLACK:
                break
            found.pop()
            item.lines.insert(0, above)
        found.append(item)
    return found


def _with_heads(items: list[Band | Laid]) -> list[Band | Laid]:
    """Give a band the lines at the end of the one above that are its own head."""
    for above, below in zip(items, items[1:], strict=False):
        if isinstance(above, Band) and isinstance(below, Band):
            _take_head(above, below)
    return [item for item in items if not isinstance(item, Band) or item.lines]


def _take_head(above: Band, below: Band) -> None:
    for at in range(max(len(above.lines) - _HEAD, 0), len(above.lines)):
        head = above.lines[at:]
        if not _fills(head[0], below.columns):
            continue
        grown = Band([], below.columns)
        if all(grown.takes(line) for line in head) and len(grown.columns) == len(below.columns):
            below.lines = [*head, *below.lines]
            below.columns = grown.columns
            above.lines = above.lines[:at]
            above.columns = columns_of(above.lines)
            return


def _fills(line: Laid, columns: Sequence[Span]) -> bool:
    """Tell whether the words of a line begin at every column."""
    pieces = cut(line, columns)
    return len(pieces) == len(columns) and all(
        abs(piece.start - column.start) <= _SLACK and not piece.is_mark
        for piece, column in zip(pieces, columns, strict=True)
    )


def columns_of(lines: Iterable[Laid]) -> list[Span]:
    """Return the columns of lines that form a band."""
    band = Band([])
    for line in lines:
        if not band.crosses(line):
            band.takes(line)
    return band.columns
