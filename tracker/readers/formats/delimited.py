"""CSV files into a document: text whose lines are cells kept apart by a comma or the like.

Owns recognising it and cutting it into cells. Cells kept apart by TABs in a text are `text`,
unless the file's name says that it is a sheet.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.readers.document import Cell, Document, Row, Table
from tracker.readers.formats.archive import is_archive
from tracker.readers.formats.decoding import decode
from tracker.readers.formats.typed import typed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAMPLE = 64 * 1024
_ROWS = 40
_SUFFIXES = (".csv", ".tsv")
_ANYWHERE = ",;|"
"""What parts cells whatever the file's name is."""
_SHARE = 0.6
_WIDE = 3
_MANY = 5


class Cut(NamedTuple):
    """The rows of a delimited text."""

    rows: list[list[str]]
    note: str = ""
    """What was wrong with its quotation marks; empty where nothing was."""


def accepts(data: bytes, name: str) -> bool:
    """Tell whether a file is text whose lines are rows of cells."""
    return not is_archive(data) and bool(delimiter_of(decode(data[:_SAMPLE]).text, name))


def read(data: bytes, *, name: str) -> Document:
    """Read a CSV file; its rows have the numbers that a spreadsheet shows."""
    decoded = decode(data)
    found = cut(decoded.text, delimiter_of(decoded.text, name))
    rows = tuple(
        Row(
            tuple(Cell(typed_lines(cell), column=column) for column, cell in enumerate(cells)),
            place=f"row {number}",
        )
        for number, cells in enumerate(found.rows, start=1)
        if any(cell.strip() for cell in cells)
    )
    notes = (note for note in (decoded.note, found.note) if note)
    problems = tuple(Problem("file", Severity.NOTE, note) for note in notes)
    tables = (Table(rows, place="sheet"),) if rows else ()
    return Document(name, "csv", tables, problems=problems)


def delimiter_of(text: str, name: str) -> str:
    """Return what keeps the cells of a text apart; empty where it is no sheet.

    Without a telling name every line must have the same number of cells, so that prose with
    commas is not taken for a sheet.
    """
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    first = sample.lstrip().split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == len("sep=,"):
        return first[-1]
    named = name.lower().endswith(_SUFFIXES)
    marks = _ANYWHERE + "\t" if named else _ANYWHERE
    for read in (_lenient, _unquoted):
        widths = {mark: _widths(read(sample, mark)) for mark in marks}
        fits = [mark for mark in marks if _is_regular(widths[mark], named=named)]
        if fits:
            return max(fits, key=lambda mark: min(widths[mark]))
    return ""


def cut(text: str, delimiter: str) -> Cut:
    """Return the rows of a text."""
    if text.lstrip().lower().startswith(f"sep={delimiter}"):
        text = text.lstrip().split("\n", 1)[-1]
    try:
        return Cut(list(_quoted(text, delimiter, strict=True)))
    except csv.Error as error:
        if not _swallows(error):
            return Cut(list(_quoted(text, delimiter, strict=False)))
    return Cut(
        [[cell.strip('"') for cell in row] for row in _unquoted(text, delimiter)],
        "A quotation mark is never closed; quotation marks were not minded.",
    )


def _quoted(text: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def _lenient(text: str, delimiter: str) -> Iterator[list[str]]:
    return _quoted(text, delimiter, strict=False)


def _unquoted(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(text.splitlines(), delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _swallows(error: csv.Error) -> bool:
    """Tell whether a quotation mark that is never closed made one cell of all that follows."""
    return "end of data" in str(error) or "field larger" in str(error)


def _widths(rows: Iterator[list[str]]) -> list[int]:
    """Return how many cells each of the first rows has."""
    found: list[int] = []
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                found.append(len(row))
            if len(found) == _ROWS:
                break
    except csv.Error:
        return []
    return found


def _is_regular(widths: list[int], *, named: bool) -> bool:
    if not widths:
        return False
    usual = max(set(widths), key=widths.count)
    if named:
        return usual > 1 and widths.count(usual) >= _SHARE * len(widths)
    same = len(set(widths)) == 1
    return same and len(widths) > 1 and (usual >= _WIDE or (usual > 1 and len(widths) >= _MANY))
