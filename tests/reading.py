"""Looking at what a reader read, in the shape that a test can state in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.readers.document import Paragraph

if TYPE_CHECKING:
    from tracker.readers.document import Cell, Document, Line, Table


def grid(table: Table) -> list[list[str]]:
    """Return the text of each cell, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def paragraphs(document: Document) -> list[str]:
    """Return the text of each paragraph outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def marks(lines: tuple[Line, ...] | list[Line]) -> list[tuple[int | None, str, str]]:
    """Return level, typed mark and text of each line."""
    return [(line.level, line.mark, line.text) for line in lines]


def spans(cells: tuple[Cell, ...]) -> list[tuple[int, int, bool]]:
    """Return column, span and whether it goes on from above, of each cell."""
    return [(cell.column, cell.span, cell.continues) for cell in cells]
