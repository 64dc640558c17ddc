"""Text laid out in columns with spaces, as `pdftotext -layout` gives it, into blocks.

Owns recognising such a text, the order of its pages, and tables that go on over a page. What it
cannot tell apart is told, never guessed in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.errors import Unreadable
from tracker.kinds import Severity
from tracker.readers.document import Cell, Document, Line, Paragraph, Row, Table
from tracker.readers.formats.aligned_bands import Band, find_bands
from tracker.readers.formats.aligned_cells import Placed, touches
from tracker.readers.formats.aligned_lines import laid_pages
from tracker.readers.formats.aligned_mending import mended
from tracker.readers.formats.aligned_rows import (
    Group,
    Placement,
    groups,
    placements_of,
    widths_of,
)
from tracker.readers.formats.aligned_running import repeated_heads, without_running
from tracker.readers.formats.aligned_text import (
    Written,
    cell_lines,
    ends,
    is_small,
    paragraphs,
    uncertain_items,
)
from tracker.readers.formats.marks import split_bullet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.readers.document import Block
    from tracker.readers.formats.aligned_columns import Span
    from tracker.readers.formats.aligned_lines import Laid

_MANY = 3
"""Lines that share three columns, from which a text is laid out."""
_MANY_NARROW = 6
_NEAR = 12
"""A column moves no further than this from page to page."""
_NARROWEST = 60
_WIDER = 8
"""So much longer than any above it the rest of a cell may be."""
_LOST = 0.5
_TABBED = 0.02
_EXCERPT = 60


@dataclass(slots=True)
class _Open:
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


@dataclass(slots=True)
class _Reading:
    """What is read so far."""

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    table: _Open | None = None
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
    wide = narrow = 0
    for page in laid_pages(text):
        for above, below in pairwise(page):
            shared = _shared_starts(above, below)
            wide += shared > 1
            narrow += shared > 0
    return wide >= _MANY or narrow >= _MANY_NARROW


def _shared_starts(above: Laid, below: Laid) -> int:
    starts = {piece.start for piece in above.pieces[1:]}
    return sum(piece.start in starts for piece in below.pieces[1:] if len(piece.text) > 1)


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
    column = _column_of(table, lines) if table is not None else None
    if table is None or column is None:
        return False
    _add(
        table,
        Group([Placement(line, (Placed(line.pieces[0], column, column),)) for line in lines]),
        mends=True,
    )
    return True


def _column_of(table: _Open, lines: Sequence[Laid]) -> int | None:
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


def _read_band(reading: _Reading, band: Band, *, top: bool) -> None:
    """Read a band into the open table, or into a new one."""
    placements = placements_of(band)
    table, mapped = reading.table, None
    if top and table is not None:
        mapped = _mapping(table, band, placements[0].line, reading)
    if table is None or mapped is None:
        _close(reading)
        widths = widths_of(placements, band.columns)
        table = reading.table = _Open(band.columns, widths, placements[0].line.place)
    else:
        placements = [_moved(placement, mapped) for placement in placements]
        own = widths_of(placements, table.columns)
        table.widths = [max(pair) for pair in zip(table.widths, own, strict=True)]
        if len(mapped) == len(table.columns):
            table.columns = band.columns
    if mapped is not None:
        placements = [one for one in placements if one.line.number not in reading.heads]
    found = groups(placements, table.widths, table.columns, headed=mapped is None)
    for at, group in enumerate(found):
        reading.problems += _run_together(group, table)
        reading.problems += [_doubt(line) for line in group.doubts]
        _add(table, group, mends=at == 0 and mapped is not None)
    reading.problems += _touching(band)


def _add(table: _Open, group: Group, *, mends: bool) -> None:
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


def _touching(band: Band) -> Iterator[Problem]:
    """Tell where two cells have no gap between them."""
    lines = [line for line in band.lines if touches(line, band)]
    if lines:
        message = (
            f'Cells touch here, so their words may be parted wrongly: "{_shown(lines[0])}"'
            + (f", and in {len(lines) - 1} lines below it." if len(lines) > 1 else ".")
        )
        yield Problem(lines[0].place, Severity.WARNING, message)


def _mapping(table: _Open, band: Band, line: Laid, reading: _Reading) -> list[int] | None:
    """Return which columns of the open table those of a band are; None for another table."""
    old, new = table.columns, band.columns
    if len(new) > len(old):
        return None
    costs = sorted(
        (sum(abs(old[at].start - span.start) for at, span in zip(chosen, new, strict=True)), chosen)
        for chosen in combinations(range(len(old)), len(new))
    )
    best, chosen = costs[0]
    if len(new) < len(old):
        rival = costs[1][0] if len(costs) > 1 else best + _NEAR
        if best > _NEAR * len(new) or rival - best < _NEAR / 2:
            message = (
                "The table goes on here with fewer columns, and it cannot be told for certain which"
                " of them these are; check the rows of this page."
            )
            reading.problems.append(Problem(line.place, Severity.WARNING, message))
    return list(chosen)


def _moved(placement: Placement, mapped: Sequence[int]) -> Placement:
    pieces = tuple(Placed(p.piece, mapped[p.first], mapped[p.last]) for p in placement.pieces)
    return Placement(placement.line, pieces)


def _note_last(table: _Open, group: Group) -> None:
    last = [""] * len(table.columns)
    bullets = False
    for placement in group.lines:
        for column, text in placement.texts.items():
            last[column] = text
            if column == len(table.columns) - 1:
                bullets = bullets or bool(split_bullet(text).mark)
    table.last, table.bullets = last, bullets


def _run_together(group: Group, table: _Open) -> Iterator[Problem]:
    """Tell which lines of a list without marks may begin an item of their own."""
    for column, width in enumerate(table.widths):
        texts = [one.texts[column] for one in group.lines if column in one.texts]
        uncertain = list(uncertain_items(texts, width))
        if uncertain:
            shown = ", ".join(f'"{_shortened(text)}"' for text in uncertain)
            message = (
                f"In a list without marks it cannot be told whether items of their own begin with"
                f" {shown}: the lines above are full. They are read as parts of the items above."
            )
            yield Problem(group.lines[0].line.place, Severity.WARNING, message)


def _row(group: Group, table: _Open) -> Row:
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


def _cells(written: dict[tuple[int, int], list[Written]], table: _Open) -> Iterator[Cell]:
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


def _shown(line: Laid) -> str:
    return _shortened(re.sub(r"\s+", " ", line.text))


def _shortened(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rsplit(' ', 1)[0]} …"


def _doubt(line: Laid) -> Problem:
    message = (
        f'It cannot be told whether a new row begins with "{_shown(line)}": spaces keep the cells'
        " of this text apart. It is read as part of the row above; check that, or import the Word or PDF file."
    )
    return Problem(line.place, Severity.WARNING, message)
