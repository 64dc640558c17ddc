"""Bands: lines of a laid-out page that share their columns.

Owns finding where a band begins and ends, from positions alone. What its lines say, and which of
them form a row, is for `aligned_rows`; `aligned_mending` puts bands right by their neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.readers.formats.aligned_columns import (
    SEVERAL,
    SLACK,
    Span,
    cut,
    under_columns,
    widened,
)
from tracker.readers.formats.aligned_text import is_small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.formats.aligned_lines import Laid

_AHEAD = 3
"""So many lines below one that is doubtful are asked."""
_BETWEEN = 2
"""Lines that run across a band, such as the name of a section, come in no longer runs."""
HEAD = 8
"""Lines that the head of a table may have."""


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
        return len(under_columns(line.pieces[0], self.columns)) > 1


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
    return items


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
    under = [under_columns(piece, columns) for piece in line.pieces]
    alone = [each[0] for each in under if len(each) == 1]
    return all(len(each) < 2 for each in under) and len(alone) == len(set(alone))


def _crosses(band: Band, line: Laid, pending: list[Laid]) -> bool:
    """Tell whether a line may run across the band, to be known by what follows."""
    return len(line.pieces) == 1 and (bool(pending) or band.crosses(line))


def _follows(band: Band, line: Laid, pending: list[Laid]) -> bool:
    """Take a line into the band, with those that run across above it."""
    if len(pending) > _BETWEEN:
        return False
    if len(line.pieces) == 1 and line.gap and not under_columns(line.pieces[0], band.columns):
        return False
    columns = widened(band.columns, band.lines, line)
    if columns is None:
        return False
    if pending and len(columns) != len(band.columns) and not _fills_most(line, band, pending):
        return False
    band.lines += [*pending, line]
    band.columns = columns
    pending.clear()
    return True


def _fills_most(line: Laid, band: Band, pending: Sequence[Laid]) -> bool:
    """Tell whether a line with more columns is the first below a head and a section's name."""
    filled = {at for piece in line.pieces for at in under_columns(piece, band.columns)}
    near = len(band.lines) <= HEAD and not any(one.gap for one in (line, *pending))
    return near and 3 * len(filled) > 2 * len(band.columns) > SEVERAL


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
        in_first = all(under_columns(one.pieces[0], band.columns)[:1] == [0] for one in below)
        if below[0].gap and in_first and not (at_end and _is_wrapped(below)):
            return [Band(band.lines[:at], band.columns), *below]
    return [band]


def _of_marks(lines: Sequence[Laid]) -> list[Span]:
    """Return the columns of lines that hold hardly more than marks."""
    spans: list[Span] = []
    for piece in sorted(piece for line in lines for piece in line.pieces):
        if spans and piece.start < spans[-1].end + SLACK:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, piece.end))
        else:
            spans.append(Span(piece.start, piece.end))
    return spans


def _is_wrapped(lines: Sequence[Laid]) -> bool:
    return any(not line.gap and is_small(line.text) for line in lines[1:])
