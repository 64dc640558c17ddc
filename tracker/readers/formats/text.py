"""Plain text and Markdown, as typed or as extracted from another paper, into a document.

Owns rows kept apart by TABs or pipes, rulers, headings, lists by indent and pages by form feed.
Rows that an extraction broke over pages stay as they are: joining them needs to know what a row
means, which is for the recognisers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.readers.document import Block, Cell, Document, Line, Paragraph, Row, Table
from tracker.readers.formats import delimited, inline, marks
from tracker.readers.formats.archive import is_archive
from tracker.readers.formats.decoding import decode
from tracker.readers.formats.levels import Nest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RULER_CELL = re.compile(r":?-{2,}:?")
_RULER_LINE = re.compile(r"\s*(?:[-_=*]\s?){3,}\s*")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(?P<text>.*?)\s*#*\s*")
_PIPES = re.compile(r"(?<!\\)\|")
_TAB_WIDTH = 4
_SAMPLE = 64 * 1024
_HEAD = 1024
_EXPECTED = frozenset("\t\n\r\f\v\a\b\x1b")
"""Control characters of texts, and of terminal output pasted into them."""
_TOLERANCE = 1


@dataclass(frozen=True, slots=True)
class _Source:
    """One line of the file."""

    number: int
    page: int
    text: str

    @property
    def place(self) -> str:
        return f"line {self.number}"


def accepts(data: bytes, name: str) -> bool:
    """Tell whether a file is text and no sheet: hardly a character controls anything."""
    if is_archive(data) or b"%PDF-" in data[:_HEAD]:
        return False
    text = decode(data[:_SAMPLE]).text
    strange = sum(1 for character in text if character < " " and character not in _EXPECTED)
    return strange * 100 <= len(text) and not delimited.accepts(data, name)


def read(data: bytes, *, name: str) -> Document:
    """Read a text file."""
    decoded = decode(data)
    problems = (Problem("file", Severity.NOTE, decoded.note),) if decoded.note else ()
    # Loaded for texts alone: its modules take longer to load than most papers to read.
    from tracker.readers.formats import aligned

    if aligned.is_aligned(decoded.text):
        return aligned.read(decoded.text, name=name, problems=problems)
    return Document(name, "txt", tuple(_blocks(list(_sources(decoded.text)))), problems=problems)


def _sources(text: str) -> Iterator[_Source]:
    page = 1
    for number, line in enumerate(re.split(r"\r\n|\r|\n|\u2028|\u2029|\x85", text), start=1):
        page += line.count("\f")
        yield _Source(number, page, line.replace("\f", "").replace("\v", " "))


def _blocks(sources: list[_Source]) -> Iterator[Block]:
    """Cut the lines into tables and paragraphs."""
    lists = Nest(_TOLERANCE)
    at = 0
    while at < len(sources):
        rows, after = _rows_from(sources, at)
        if rows:
            yield Table(tuple(rows), place=rows[0].place)
            at, lists = after, Nest(_TOLERANCE)
            continue
        text, after = _with_continuation(sources, at)
        yield from _paragraphs(text, sources[at].place, lists)
        at = after


def _rows_from(sources: list[_Source], start: int) -> tuple[list[Row], int]:
    """Return the rows of the table that begins at a line, and where the text goes on.

    A blank line ends a table, unless the next row lacks its first cell: extractions put blank
    lines where a page ends.
    """
    rows: list[Row] = []
    at = start
    while at < len(sources):
        source = sources[at]
        cells = _cells_of(source.text)
        if cells is None and not source.text.strip() and rows and _goes_on(sources, at):
            at += 1
            continue
        if cells is None:
            break
        if not _is_ruler(cells):
            rows.append(_row(cells, source))
        at += 1
    return rows, at if rows else start


def _goes_on(sources: list[_Source], at: int) -> bool:
    """Tell whether the table goes on after blank lines, with a row without its first cell."""
    for source in sources[at:]:
        if source.text.strip(" \r"):
            return source.text.startswith("\t")
    return False


def _cells_of(text: str) -> list[str] | None:
    """Return the cells of a row; None for a line that is no row."""
    if "\t" in text.strip(" \t") or ("\t" in text and text.strip() and not _is_indent(text)):
        return text.split("\t")
    stripped = text.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 2:
        return [cell.replace("\\|", "|") for cell in _PIPES.split(stripped)[1:-1]]
    return None


def _is_indent(text: str) -> bool:
    """Tell whether the TABs of a line only indent a bullet."""
    bare = text.strip()
    return not text.rstrip("\r\n ").endswith("\t") and bool(marks.split_bullet(bare).mark)


def _is_ruler(cells: list[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(_RULER_CELL.fullmatch(cell) for cell in filled)


def _row(cells: list[str], source: _Source) -> Row:
    return Row(
        tuple(Cell(inline.read_lines(cell), column=at) for at, cell in enumerate(cells)),
        place=source.place,
        page=source.page,
    )


def _with_continuation(sources: list[_Source], at: int) -> tuple[str, int]:
    """Return a line, with the indented lines below it that go on its list item."""
    text = sources[at].text
    after = at + 1
    if not marks.split_bullet(text.strip()).mark:
        return text, after
    while after < len(sources):
        below = sources[after].text
        if not below.startswith("  ") or "\t" in below or not below.strip():
            break
        if marks.split_bullet(below.strip()).mark or _indent(below) <= _indent(text):
            break
        text, after = f"{text} {below.strip()}", after + 1
    return text, after


def _paragraphs(text: str, place: str, lists: Nest) -> Iterable[Paragraph]:
    """Return the paragraphs of one line outside tables: mostly one, none for a ruler."""
    if not text.strip() or _RULER_LINE.fullmatch(text):
        return
    heading = _HEADING.fullmatch(text)
    marked = marks.split_bullet(text.strip())
    if heading:
        lists.close()
        bold = inline.is_bold(heading["text"])
        line = Line(inline.plain(heading["text"]), heading=len(heading[1]), bold=bold)
        if line.text:
            yield Paragraph(line, place)
        return
    if not marked.mark or "<" in text:
        lists.close()
        yield from (Paragraph(line, place) for line in inline.read_lines(text))
        return
    level = lists.level(_indent(text), marked.rank)
    for line in inline.read_lines(marked.text):
        bold = line.bold or inline.is_bold(marked.text)
        yield Paragraph(Line(line.text, level=level + (line.level or 0), bold=bold), place)


def _indent(text: str) -> int:
    expanded = text.expandtabs(_TAB_WIDTH)
    return len(expanded) - len(expanded.lstrip())
