"""A report as a value: title, sections, tables of typed cells, and the same as plain data.

Owns the shape that every screen and export renders, so that they cannot disagree. Leaves layout,
colour and files to `exports` and `tui.console`; the builders for each report stand in modules of
their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | date | tuple[str, ...] | None
"""What a cell holds; a tuple is a list of short texts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a report's table."""

    key: str
    """A stable name, as in CSV headings that scripts read."""
    heading: str
    align: str = "left"
    """`left` or `right`."""
    weight: int = 1
    """Share of the width that is left over; 0 for a column that never wraps."""
    spare: int = 0
    """How soon a narrow screen leaves it out: the highest first, 0 never."""
    is_drawn: bool = False
    """A picture of numbers that other columns hold, so that lists of values do without it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: signs that read without colour, and a tone."""

    signs: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a tone that a colourful medium may show; the words always say it too."""

    value: Value
    tone: str = ""
    """`good`, `warn`, `bad`, `quiet` or nothing."""
    shown: str | None = None
    """The value in words for people, where it is a number or code for programs."""
    bar: tuple[Piece, ...] = ()
    """The value drawn as a bar, of pieces that each have a tone; it stands instead of words."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; every row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int | None = None
    """How many there are in all, where not all rows are here."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, some sentences and at most one table."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    sections: tuple[Section, ...]
    data: Mapping[str, object]
    """The same facts under the keys that scripts read."""
    subtitle: str = ""
