"""Bands: lines of a laid-out page that share their columns.

Owns finding where a band begins and ends and where its columns stand, from positions alone. What
its lines say, and which of them form a row, is for `aligned_rows`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.aligned_lines import Piece
from tracker.readers.formats.aligned_text import is_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.readers.formats.aligned_lines import Laid

_SLACK = 1
"""Positions that differ by no more are the same."""
_SEVERAL = 3
_AHEAD = 3
_BETWEEN = 2
"""Lines that run across a band, such as the name of a section, come in no longer runs."""
_JUTS, _LONG = 4, 10
_ALIKE = 2
_DRIFT, _FAR = 6, 12
"""Where two cells touch, the second may begin so far from its column."""
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
    mended: bool = False
    """Put together again from parts, between which cells touch."""

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
    for at, line in enumerate(lines):
        if band is not None:
            if _crosses(band, line, pending):
                pending.append(line)
                continue
            ahead = lines[at : at + 1 + _AHEAD]
            if _goes_on(band.columns, ahead) and _follows(band, line, pending):
                continue
        items += [*_closed(band), *pending]
        band, pending = (Band([]), [])
        if len(line.pieces) < 2 or not band.takes(line):
            items.append(line)
            band = None
    items += [*_closed(band, at_end=not pending), *pending]
    return _with_heads(_with_leading(_reunited(items)))


def _goes_on(columns: Sequence[Span], lines: Sequence[Laid]) -> bool:
    """Tell whether a line in which cells touch is of a table: by the lines below it.

    They stand in the table's columns at least as well as in those that the line itself shows.
    """
    first, below = lines[0], [line for line in lines[1:] if not line.gap]
    if len(cut(first, columns)) == len(first.pieces):
        return True
    own = [Span(piece.start, piece.end) for piece in first.pieces]
    held = sum(_is_clean(line, columns) for line in below)
    return held > 0 and held >= sum(_is_clean(line, own) for line in below)


def _is_clean(line: Laid, columns: Sequence[Span]) -> bool:
    """Tell whether each piece of a line stands in a column of its own."""
    under = [_under(piece, columns) for piece in line.pieces]
    alone = [each[0] for each in under if len(each) == 1]
    return all(len(each) < 2 for each in under) and len(alone) == len(set(alone))


def _crosses(band: Band, line: Laid, pending: list[Laid]) -> bool:
    """Tell whether a line may run across the band, to be known by what follows."""
    return len(line.pieces) == 1 and (bool(pending) or band.crosses(line))


def _follows(band: Band, line: Laid, pending: list[Laid]) -> bool:
    """Take a line into the band, with those that run across above it."""
    if len(pending) > _BETWEEN:
        return False
    if len(line.pieces) == 1 and line.gap and not _under(line.pieces[0], band.columns):
        return False
    columns = widened(band.columns, [one for one in band.lines if not band.crosses(one)], line)
    if columns is None or (pending and len(columns) != len(band.columns)):
        return False
    band.lines += [*pending, line]
    band.columns = columns
    pending.clear()
    return True


def _closed(band: Band | None, *, at_end: bool = False) -> list[Band | Laid]:
    """Return a band, and the lines at its end that stand below it as a text of their own.

    At the end of a page those that are wrapped like the first column are cells of it.
    """
    if band is None:
        return []
    if len(band.columns) < 2:
        band.columns = _of_marks(band.lines)
    last = max(at for at, line in enumerate(band.lines) if len(line.pieces) > 1)
    for at in range(last + 1, len(band.lines)):
        below = band.lines[at:]
        in_first = all(_under(one.pieces[0], band.columns)[:1] == [0] for one in below)
        if below[0].gap and in_first and not (at_end and _is_wrapped(below)):
            return [Band(band.lines[:at], band.columns), *below]
    return [band]


def _of_marks(lines: Sequence[Laid]) -> list[Span]:
    """Return the columns of lines that hold hardly more than marks."""
    spans: list[Span] = []
    for piece in sorted(piece for line in lines for piece in line.pieces):
        if spans and piece.start < spans[-1].end + _SLACK:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, piece.end))
        else:
            spans.append(Span(piece.start, piece.end))
    return spans


def _is_wrapped(lines: Sequence[Laid]) -> bool:
    return any(not line.gap and is_small(line.text) for line in lines[1:])


def widened(columns: list[Span], lines: Sequence[Laid], line: Laid) -> list[Span] | None:
    """Return the columns with a further line in them; None where it does not fit."""
    found = list(columns)
    taken: list[Piece] = []
    own = {piece.start for piece in line.pieces}
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
            start = piece.start if piece.start in own else old.start
            found[under[0]] = Span(min(old.start, start), max(old.end, piece.end))
        else:
            found = sorted([*found, Span(piece.start, piece.end)])
        taken.append(piece)
    return found


def _under(piece: Piece, columns: Sequence[Span]) -> list[int]:
    return [
        at
        for at, column in enumerate(columns)
        if min(piece.end, column.end) - max(piece.start, column.start) > _overlap(piece, column)
    ]


def _overlap(piece: Piece, column: Span) -> int:
    """Return how far a piece may stand into a column that is not its own: long ones jut out."""
    if piece.start > column.start and piece.end > column.end:
        return min(len(piece.text) // 3, _DRIFT)
    return min(len(piece.text) // _LONG, _JUTS) if piece.start < column.start else 0


def _merged(columns: list[Span], under: list[int], lines: Sequence[Laid]) -> list[Span]:
    """Make one column of several that no line fills side by side."""
    for line in lines:
        filled = [
            at for at in under for piece in cut(line, columns) if _under(piece, columns) == [at]
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
    crossing = [(piece, _crossed(piece, columns)) for piece in line.pieces]
    several = sum(len(starts) for _, starts in crossing) > 1 or len(line.pieces) < _SEVERAL
    found: list[Piece] = []
    for piece, starts in crossing:
        parts = [piece]
        for start in starts:
            parts = [*parts[:-1], *cut_at(parts[-1], start, 0 if several else _SLACK)]
        whole = len(parts) == len(starts) + 1 and not any(part.is_mark for part in parts)
        enough = len(line.pieces) > 1 or len(parts) > 2
        found += parts if whole and enough and _reach(starts, columns) else [piece]
    touching = _touching(found, columns)
    if touching is not None:
        at, start = touching
        found[at : at + 1] = cut_at(found[at], start, _DRIFT)
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
        if piece.start < column.start - _SLACK and column.start < piece.end - _JUTS
    ]


def _touching(pieces: Sequence[Piece], columns: Sequence[Span]) -> tuple[int, int] | None:
    """Return the one piece that holds two cells, and where its second column begins.

    It is told from a text of another table by the others, which all stand in their columns.
    """
    starts = [column.start for column in columns]
    across = [at for at, piece in enumerate(pieces) if len(_under(piece, columns)) == 2]
    if len(across) != 1 or len(pieces) < _SEVERAL:
        return None
    others = [piece for at, piece in enumerate(pieces) if at != across[0]]
    if any(min(abs(piece.start - start) for start in starts) > _SLACK for piece in others):
        return None
    piece = pieces[across[0]]
    start = starts[_under(piece, columns)[1]]
    if not _reach([start], columns):
        return None
    return (across[0], start) if len(cut_at(piece, start, _DRIFT)) == 2 else None


def touches(line: Laid, band: Band) -> bool:
    """Tell whether two cells of a line touch, so that it is uncertain where the second begins."""
    starts = [column.start for column in band.columns]
    gaps = {piece.start for piece in line.pieces}
    return any(
        piece.start not in gaps and piece.start not in starts
        for piece, _, _ in place(line, band)
    )


def cut_at(piece: Piece, start: int, drift: int = _SLACK) -> list[Piece]:
    """Part a piece where a word begins at a position, or beside it, rather before than behind."""
    for position in (*range(start, start - drift - 1, -1), *range(start + 1, start + drift + 1)):
        at = position - piece.start
        if 0 < at < len(piece.text) and piece.text[at - 1] == " " and piece.text[at] != " ":
            return [Piece(piece.start, piece.text[:at].rstrip()), Piece(position, piece.text[at:])]
    return [piece]


def place(line: Laid, band: Band) -> list[Placed]:
    """Return the pieces of a line with their columns; a doubtful mark stands in two."""
    pieces = _parted(line, band.columns) if band.mended else cut(line, band.columns)
    return [Placed(piece, *_where(piece, band.columns)) for piece in pieces]


def _parted(line: Laid, columns: Sequence[Span]) -> list[Piece]:
    """Return the pieces of a line, parted at the word nearest to each column that they reach."""
    found: list[Piece] = []
    for piece in cut(line, columns):
        parts = [piece]
        for at in _under(piece, columns)[1:]:
            parts = [*parts[:-1], *cut_at(parts[-1], columns[at].start, _FAR)]
        found += parts
    return found


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
            if len(item.lines) >= _SEVERAL and _SEVERAL * across > len(item.lines):
                break
            parts.append(item)
            if not across:
                best = len(parts)
        for part in parts[:best]:
            first.lines += part.lines
            first.mended = True
        at += best
    return found


def _begin_alike(band: Band, other: Band) -> bool:
    """Tell whether the columns of a band begin where some of another's do."""
    return len(other.columns) >= _SEVERAL and all(
        any(abs(span.start - column.start) <= _ALIKE for column in other.columns)
        for span in band.columns
    )


def _is_across(line: Laid, band: Band) -> bool:
    return any(len(_under(piece, band.columns)) > 1 for piece in cut(line, band.columns))


def _with_leading(items: list[Band | Laid]) -> list[Band | Laid]:
    """Give a band the lines right above it that stand in one of its further columns."""
    found: list[Band | Laid] = []
    for item in items:
        while isinstance(item, Band) and found and not isinstance(found[-1], Band):
            above, gap = found[-1], item.lines[0].gap
            inside = (
                len(above.pieces) == 1 and len(under := _under(above.pieces[0], item.columns)) == 1
            )
            if (
                gap
                or not inside
                or under == [0]
                or above.start < item.columns[under[0]].start - _SLACK
            ):
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
        grown = Band(list(below.lines), below.columns)
        if all(grown.takes(line) for line in head):
            below.lines = [*head, *below.lines]
            below.columns = grown.columns
            above.lines = above.lines[:at]
            above.columns = columns_of(above.lines)
            return


def _fills(line: Laid, columns: Sequence[Span]) -> bool:
    """Tell whether words of a line begin at every column."""
    pieces = cut(line, columns)
    if any(piece.is_mark for piece in pieces):
        return False
    return all(
        any(abs(piece.start - column.start) <= _SLACK for piece in pieces) for column in columns
    )


def columns_of(lines: Iterable[Laid]) -> list[Span]:
    """Return the columns of lines that form a band."""
    band = Band([])
    for line in lines:
        if not band.crosses(line):
            band.takes(line)
    return band.columns
