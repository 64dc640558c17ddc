"""Text laid out in columns with spaces, as `pdftotext -layout` gives it, into blocks.

Owns recognising such a text, the order of its pages, and tables that go on over a page. What it
cannot tell apart is told, never guessed in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.errors import Unreadable
from tracker.kinds import Severity
from tracker.readers.document import Document, Line, Paragraph, Table
from tracker.readers.formats.aligned_bands import Band, find_bands
from tracker.readers.formats.aligned_cells import Placed, touching
from tracker.readers.formats.aligned_columns import SLACK
from tracker.readers.formats.aligned_lines import laid_pages
from tracker.readers.formats.aligned_mending import mended
from tracker.readers.formats.aligned_rows import (
    Group,
    groups,
    placement_of,
    placements_of,
    widths_of,
)
from tracker.readers.formats.aligned_running import repeated_heads, without_running
from tracker.readers.formats.aligned_tables import (
    OpenTable,
    add_group,
    column_of,
    mapping,
    moved,
    run_together,
)
from tracker.readers.formats.aligned_text import Written, paragraphs, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.readers.document import Block
    from tracker.readers.formats.aligned_lines import Laid

_MANY = 3
"""Lines that share three columns, from which a text is laid out."""
_MANY_NARROW = 6
_AROUND = 10
"""Lines above one in which its columns are looked for."""
_NARROWEST = 60
_LOST = 0.5
_TABBED = 0.02


@dataclass(slots=True)
class _Reading:
    """What is read so far."""

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    table: OpenTable | None = None
    heads: set[int] = field(default_factory=set)
    """The numbers of lines that begin a table anew."""


def is_aligned(text: str) -> bool:
    """Tell whether the columns of a text are kept apart by spaces."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    if sum("\t" in line.strip() for line in filled) > _TABBED * len(filled):
        return False
    if any(line.strip().startswith("|") and line.strip().endswith("|") for line in filled):
        return False
    shared = [count for page in laid_pages(text) for count in _shared_starts(page)]
    wide = sum(count > 1 for count in shared)
    narrow = sum(count > 0 for count in shared)
    return wide >= _MANY or narrow >= _MANY_NARROW


def _shared_starts(page: Sequence[Laid]) -> Iterator[int]:
    """Yield for each line how many of its pieces begin where others of the lines above do."""
    for at, line in enumerate(page):
        above = {
            piece.start + slack
            for other in page[max(at - _AROUND, 0) : at]
            for piece in other.pieces[1:]
            for slack in (-SLACK, 0, SLACK)
        }
        yield sum(piece.start in above for piece in line.pieces[1:] if not piece.is_mark)


def read(text: str, *, name: str, problems: Sequence[Problem] = ()) -> Document:
    """Read a text whose columns are kept apart by spaces.

    Raises:
        Unreadable: If hardly any of its columns can be told.
    """
    pages, running = without_running(laid_pages(text))
    heads = repeated_heads(pages)
    found = [mended(find_bands(page)) for page in pages]
    _refuse_lost([item for page in found for item in page], name)
    reading = _Reading(problems=list(problems), heads=heads)
    reading.blocks += [Paragraph(Line(one), "header") for one in running.headers]
    for items in found:
        _read_page(reading, items)
    _close(reading)
    reading.blocks += [Paragraph(Line(one), "footer") for one in running.footers]
    return Document(name, "txt", tuple(reading.blocks), problems=tuple(reading.problems))


def _refuse_lost(items: Sequence[Band | Laid], name: str) -> None:
    """Refuse a text in which most lines of several columns share them with no other line."""
    bands = [item for item in items if isinstance(item, Band) and len(item.columns) > 2]
    single = sum(1 for band in bands if len(band.lines) == 1)
    lines = sum(len(band.lines) for band in bands)
    if single >= _MANY and single > _LOST * lines:
        raise Unreadable(
            f"{name} is text laid out with spaces, and its cells cannot be told apart.",
            "Import the Word or PDF file of the paper, or export it again with"
            " `pdftotext -layout`.",
        )


def _read_page(reading: _Reading, items: Sequence[Band | Laid]) -> None:
    """Read the items of one page; the table of the page before may go on at its top."""
    ends_at = max((item.end for item in items if not isinstance(item, Band)), default=0)
    width = max(ends_at, _NARROWEST)
    run = _top_run(items)
    top = bool(run) and _goes_on(reading, run)
    items = items[len(run) :] if top else items
    run = []
    for at, item in enumerate(items):
        if isinstance(item, Band):
            _read_text(reading, run, width)
            run = []
            _read_band(reading, item, top=at == 0)
        else:
            run.append(item)
    _read_text(reading, run, width)


def _top_run(items: Sequence[Band | Laid]) -> list[Laid]:
    """Return the lines at the top of a page down to the first empty one or table."""
    run: list[Laid] = []
    for item in items:
        if isinstance(item, Band) or len(item.pieces) > 1 or (run and item.gap):
            break
        run.append(item)
    return run


def _close(reading: _Reading) -> None:
    if reading.table is not None and reading.table.rows:
        reading.blocks.append(Table(tuple(reading.table.rows), place=reading.table.place))
    reading.table = None


def _read_text(reading: _Reading, lines: Sequence[Laid], width: int) -> None:
    """Read the lines between tables."""
    if not lines:
        return
    _close(reading)
    written = [Written(line.text, line.start, bool(line.gap), at) for at, line in enumerate(lines)]
    for joined in paragraphs(written, width):
        reading.blocks.append(Paragraph(joined.line, lines[joined.at].place))


def _goes_on(reading: _Reading, lines: Sequence[Laid]) -> bool:
    """Read the lines at the top of a page as the rest of a cell, if they are one."""
    table = reading.table
    column = column_of(table, lines) if table is not None else None
    if table is None or column is None:
        return False
    add_group(
        table,
        Group([placement_of(line, (Placed(line.pieces[0], column, column),)) for line in lines]),
        mends=True,
    )
    return True


def _read_band(reading: _Reading, band: Band, *, top: bool) -> None:
    """Read a band into the open table, or into a new one."""
    placements = placements_of(band)
    table = reading.table
    mapped = mapping(table, band) if top and table is not None else None
    if table is None or mapped is None:
        _close(reading)
        widths = widths_of(placements, band.columns)
        table = reading.table = OpenTable(band.columns, widths, placements[0].line.place)
    else:
        if not mapped.sure:
            reading.problems.append(_unsure_columns(placements[0].line))
        placements = [moved(placement, mapped.columns) for placement in placements]
        own = widths_of(placements, table.columns)
        table.widths = [max(pair) for pair in zip(table.widths, own, strict=True)]
        if len(mapped.columns) == len(table.columns):
            table.columns = band.columns
    if mapped is not None:
        placements = [one for one in placements if one.line.number not in reading.heads]
    found = groups(placements, table.widths, table.columns, headed=mapped is None)
    for at, group in enumerate(found):
        reading.problems += run_together(group, table)
        reading.problems += [_doubt(line) for line in group.doubts]
        add_group(table, group, mends=at == 0 and mapped is not None)
    reading.problems += _touching(band)


def _touching(band: Band) -> Iterator[Problem]:
    """Tell where two cells have no gap between them."""
    lines = touching(band)
    if lines:
        message = (
            f'Cells touch here, so their words may be parted wrongly: "{_shown(lines[0])}"'
            + (f", and in {len(lines) - 1} lines below it." if len(lines) > 1 else ".")
        )
        yield Problem(lines[0].place, Severity.WARNING, message)


def _shown(line: Laid) -> str:
    return shortened(re.sub(r"\s+", " ", line.text))


def _unsure_columns(line: Laid) -> Problem:
    message = (
        "The table goes on here with fewer columns, and it cannot be told for certain which of them"
        " these are; check the rows of this page."
    )
    return Problem(line.place, Severity.WARNING, message)


def _doubt(line: Laid) -> Problem:
    message = (
        f'It cannot be told whether a new row begins with "{_shown(line)}": spaces keep the cells'
        " of this text apart. It is read as part of the row above; check that, or import the Word"
        " or PDF file."
    )
    return Problem(line.place, Severity.WARNING, message)
