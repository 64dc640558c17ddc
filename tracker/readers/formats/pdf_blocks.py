"""The flow of a PDF as blocks, and what is to be told about it.

Owns headings by their size, the margins of the text, and the places of paragraphs and rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.readers.document import Block, Cell, Document, Line, Paragraph, Row, Table
from tracker.readers.formats.pdf_flow import Flow, Text, flow_of
from tracker.readers.formats.pdf_geometry import Box, Page
from tracker.readers.formats.pdf_grid import TOUCH
from tracker.readers.formats.pdf_pages import WHOLE_PAGE
from tracker.readers.formats.pdf_paragraphs import paragraphs
from tracker.readers.formats.pdf_wraps import Margins
from tracker.readers.formats.typed import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.readers.formats.pdf_lines import Printed
    from tracker.readers.formats.pdf_tables import PrintedCell, PrintedTable

_HEADING_SIZE = 1.12
_HEADING_LENGTH = 200
_MAX_HEADING = 6
_FULL_PAGE = 8
_COLUMN_GAP = 0.95
_COLUMN_LINES = 8


def document_of(pages: list[Page], name: str) -> Document:
    """Return what the pages of a PDF hold."""
    flow = flow_of(pages)
    return Document(name, "pdf", tuple(_blocks(flow, pages)), problems=tuple(_told(flow, pages)))


def _blocks(flow: Flow, pages: list[Page]) -> Iterator[Block]:
    yield from (Paragraph(Line(text), "header") for text in flow.running.headers)
    texts = [item for item in flow.items if isinstance(item, Text)]
    margins = _text_margins(texts, pages)
    sizes = _heading_sizes(flow)
    for item in flow.items:
        if isinstance(item, Text):
            yield from _paragraphs(item, margins, sizes, flow)
        else:
            yield _table(item, flow)
    yield from (Paragraph(Line(text), "footer") for text in flow.running.footers)


def _text_margins(texts: list[Text], pages: list[Page]) -> dict[int, Margins]:
    """Return for each page between which distances its text is set.

    A page with few lines is judged by the others too, because none of its own may be full.
    """
    lines: dict[int, list[Printed]] = {}
    for text in texts:
        for line, page in zip(text.lines, text.pages, strict=True):
            lines.setdefault(page, []).append(line)
    ends: dict[float, list[float]] = {}
    for page, found in lines.items():
        if len(found) >= _FULL_PAGE:
            ends.setdefault(pages[page - 1].width, []).append(max(line.x1 for line in found))
    return {
        page: _margins(found, pages[page - 1].width, ends.get(pages[page - 1].width, []))
        for page, found in lines.items()
    }


def _margins(lines: list[Printed], width: float, usual: list[float]) -> Margins:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    if len(lines) < _FULL_PAGE:
        right = max(right, sorted(usual)[len(usual) // 2] if usual else width - left)
    return Margins(left, right)


def _heading_sizes(flow: Flow) -> list[float]:
    """Return the sizes of letters larger than those of the text, the largest first."""
    letters: Counter[float] = Counter()
    for item in flow.items:
        rows = () if isinstance(item, Text) else item.rows
        lines = list(item.lines) if isinstance(item, Text) else []
        lines += [line for row in rows for cell in row.cells for line in cell.lines]
        for line in lines:
            letters[round(line.size, 1)] += sum(len(word.text) for word in line.words)
    usual = letters.most_common(1)[0][0] if letters else 0.0
    return sorted((size for size in letters if size > usual * _HEADING_SIZE), reverse=True)


def _paragraphs(
    text: Text, margins: dict[int, Margins], sizes: list[float], flow: Flow
) -> Iterator[Paragraph]:
    for line, at in paragraphs(text.lines, margins[text.pages[0]], flow.in_text):
        page = text.pages[at]
        place = f"page {page}, line {at - text.pages.index(page) + 1}"
        size = round(text.lines[at].size, 1)
        if size in sizes and line.level is None and len(line.text) <= _HEADING_LENGTH:
            level = min(sizes.index(size) + 1, _MAX_HEADING)
            line = Line(line.text, heading=level, bold=line.bold)  # noqa: PLW2901
        yield Paragraph(line, place)


def _table(table: PrintedTable, flow: Flow) -> Table:
    xs = _columns(table.xs)
    rows = tuple(
        Row(
            tuple(_cell(table, cell, xs, flow) for cell in row.cells),
            place=row.place,
            page=row.page,
        )
        for row in table.rows
    )
    return Table(rows, place=f"page {table.page}, table {table.number}")


def _columns(xs: tuple[float, ...]) -> list[float]:
    """Return where the columns begin, those that nearly agree on several pages as one."""
    columns: list[float] = []
    for x in xs:
        if not columns or x - columns[-1] > TOUCH:
            columns.append(x)
    return columns


def _cell(table: PrintedTable, cell: PrintedCell, xs: list[float], flow: Flow) -> Cell:
    first, last = bisect_left(xs, cell.x0 - TOUCH), bisect_left(xs, cell.x1 - TOUCH)
    lines = paragraphs(cell.lines, table.margins(cell), flow.in_cells)
    return Cell(
        numbered([line for line, _ in lines]),
        column=first,
        span=max(last - first, 1),
        fill=cell.fill,
        continues=cell.continues,
    )


def _told(flow: Flow, pages: list[Page]) -> Iterator[Problem]:
    """Tell what could not be read, or not with certainty."""
    scanned = [page.number for page in pages if page.pictures and not page.words]
    if scanned:
        where = ", ".join(str(number) for number in scanned)
        message = f"Only a picture stands on page {where}: what it shows is not read."
        yield Problem(f"page {scanned[0]}", Severity.WARNING, message)
    for page in pages:
        if page.damaged:
            message = "The page is damaged; nothing on it could be read."
            yield Problem(f"page {page.number}", Severity.ERROR, message)
        if page.unmapped:
            message = f"The file does not say which letters {page.unmapped} characters are."
            yield Problem(f"page {page.number}", Severity.WARNING, message)
    if any(page.words and _is_covered(page) for page in pages):
        message = (
            "Pages are pictures with recognised text (OCR) beneath: their tables have no lines"
            " that can be read, and letters may be wrong."
        )
        yield Problem("file", Severity.WARNING, message)
    for number in _columned(flow):
        message = "Text stands in columns without lines between them; they cannot be told apart."
        yield Problem(f"page {number}", Severity.WARNING, message)
    slanting = sum(page.slanting for page in pages)
    if slanting:
        yield Problem("file", Severity.NOTE, "Text set at a slant was left out, as a watermark.")
    for item in flow.items:
        for row in () if isinstance(item, Text) else item.pictured:
            message = "A cell holds only a picture; what it shows is not read."
            yield Problem(row.place, Severity.WARNING, message)


def _columned(flow: Flow) -> list[int]:
    """Return the pages on which many lines in a row have wide gaps, as in a table without rules."""
    found: dict[int, None] = {}
    for text in (item for item in flow.items if isinstance(item, Text)):
        run = several = 0
        for line, page in zip(text.lines, text.pages, strict=True):
            gaps = sum(b.x0 - a.x1 > _COLUMN_GAP * line.size for a, b in pairwise(line.words))
            run = run + 1 if gaps else 0
            several = several + (gaps > 1) if run else 0
            if run >= _COLUMN_LINES and several > 1:
                found[page] = None
    return list(found)


def _is_covered(page: Page) -> bool:
    whole = Box(0, 0, page.width, page.height)
    return any(picture.shared(whole) >= WHOLE_PAGE for picture in page.pictures)
