"""A document as one run of strips, and the joining of what was broken.

Owns the flattening of paragraphs and rows into strips in their order, which paragraphs are headers
and footers, and how lines are put together again over a break. What a strip means is for the
recognisers.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.breaks import carries_on, dangles, ends, join
from tracker.readers.document import Cell, Line, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.readers.document import Document, Row, Table

_PAGE = re.compile(
    r"(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|.*\bpage\s+\d+(?:\s+of\s+\d+)?", re.IGNORECASE
)
_HEADER = re.compile(
    r"\b(?:draft|appendix|annex|item|version|official|confidential|hscp|ijb|partnership|board"
    r"|council|improvement plan|self[- ]evaluation)\b",
    re.IGNORECASE,
)
_SHORT = 60
_FEW = 2
"""Words up to which a text that is printed again can be a header."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of a table, or one paragraph outside tables."""

    cells: tuple[Cell, ...]
    place: str
    table: str = ""
    """The table's place; empty for a paragraph."""
    width: int = 0
    """The table's width in grid columns; 0 for a paragraph."""
    starts: bool = False
    """The first row of its table or of a page: it may continue what a break cut off."""
    line: Line | None = None
    """The paragraph's line."""
    running: bool = False
    """A header or footer that stands among the text."""

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold text."""
        return tuple(cell for cell in self.cells if cell.lines)

    @property
    def text(self) -> str:
        """The whole text."""
        return " ".join(cell.text for cell in self.filled)


def strips(document: Document, *, means: Callable[[str], bool]) -> tuple[Strip, ...]:
    """Return a document's paragraphs and rows in order, page numbers left out.

    Args:
        document: The document.
        means: Whether a text is a label or a level: never a header, however often it is printed.
    """
    running = _running(document, means)
    run: list[Strip] = []
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            run += _rows(block)
        elif not _PAGE.fullmatch(block.text):
            again = block.text in running
            run.append(Strip((Cell((block.line,)),), block.place, line=block.line, running=again))
    return tuple(run)


def _rows(table: Table) -> Iterator[Strip]:
    width, page = table.width, None
    for index, row in enumerate(table.rows):
        starts = index == 0 or row.page != page or _after_gap(table.rows[index - 1], row)
        page = row.page
        yield Strip(row.cells, row.place, table.place, width, starts)


def _after_gap(above: Row, row: Row) -> bool:
    """Tell whether lines were left out between two rows that are placed by line."""
    numbers = [re.fullmatch(r"line (\d+)", place) for place in (above.place, row.place)]
    first, second = numbers
    return bool(first and second and int(second[1]) - int(first[1]) > 1)


def _running(document: Document, means: Callable[[str], bool]) -> frozenset[str]:
    """Return the paragraphs that are headers or footers: printed again and again, such as `DRAFT`.

    A sentence printed twice may be an action of two proposals, so only texts that are worded like
    a header count.
    """
    counted = Counter(
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.line.level is None and len(block.text) <= _SHORT
    )
    return frozenset(
        text
        for text, count in counted.items()
        if count > 1 and _like_header(text) and not re.search(r"\d\.\d", text) and not means(text)
    )


def _like_header(text: str) -> bool:
    worded = text.isupper() or len(text.split()) <= _FEW or _HEADER.search(text)
    return bool(worded) and not ends(text)


def extend(lines: Sequence[Line], more: Sequence[Line]) -> tuple[Line, ...]:
    """Put the lines after a break behind those before it, joining a sentence cut by it."""
    if not lines or not more:
        return (*lines, *more)
    last, first = lines[-1], more[0]
    sure = first.level is None or dangles(last.text)
    if sure and carries_on(last.text, first.text):
        return (*lines[:-1], replace(last, text=join(last.text, first.text)), *more[1:])
    return (*lines, *more)


def flat(lines: Sequence[Line]) -> str:
    """Return lines as one text, broken words at line ends joined."""
    text = ""
    for line in lines:
        text = join(text, line.text)
    return text
