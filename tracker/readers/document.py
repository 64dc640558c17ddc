"""The neutral document: what every file format becomes before a paper is recognised.

Owns the blocks, their text and their places. Format readers make these values; recognisers see
nothing else, so tests can build layouts that no file has.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.drafts import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of text, in a cell or between tables."""

    text: str
    """Cleaned text without its bullet mark; runs of white space folded to one space."""
    level: int | None = None
    """Nesting in a list, 0 for the outermost; None where the line is not a list item."""
    heading: int | None = None
    """Heading level from 1; None for ordinary text."""
    bold: bool = False
    """All of its text is bold."""
    mark: str = ""
    """The number or letter typed before an item of a list, such as `2.` or `a)`; not bullets."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it stands in its row's grid."""

    lines: tuple[Line, ...] = ()
    """Paragraphs in order; empty ones are left out."""
    column: int = 0
    """The first grid column it covers, from 0."""
    span: int = 1
    """How many grid columns it covers."""
    fill: str | None = None
    """Shading as six upper-case hex digits; None for none, white and automatic."""
    continues: bool = False
    """Merged with the cell above: its text stands there."""

    @property
    def text(self) -> str:
        """The whole text, paragraphs joined by one space."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    place: str
    """Where a person finds it, such as `table 3, row 7` or `sheet Actions, row 12`."""
    page: int | None = None

    def at(self, column: int) -> Cell | None:
        """Return the cell that covers a grid column, or None."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.span:
                return cell
        return None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables."""

    line: Line
    place: str
    """Such as `paragraph 12` or `page 3, line 4`."""

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows in order."""

    rows: tuple[Row, ...]
    place: str
    """Such as `table 3` or `sheet Actions`."""

    @property
    def width(self) -> int:
        """The number of grid columns."""
        return max((cell.column + cell.span for row in self.rows for cell in row.cells), default=0)


Block = Paragraph | Table


@dataclass(frozen=True)
class Document:
    """A paper as neutral blocks."""

    name: str
    """The file's name, without its folder."""
    format: str
    """`docx`, `pdf`, `txt`, `xlsx` or `csv`: what the content is, whatever the name ends in."""
    blocks: tuple[Block, ...]
    sha256: str = ""
    """Of the file's bytes, as hex digits."""
    problems: tuple[Problem, ...] = ()
    """What reading the format already told, such as tracked changes read as accepted."""

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
