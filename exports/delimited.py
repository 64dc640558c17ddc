"""Reports as CSV, for spreadsheets and other programs.

Owns which tables become one block and how text that looks like a formula is made harmless.
Sentences and headings of a report have no place in CSV, but for the section a row stands in.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from exports.texts import coded

if TYPE_CHECKING:
    from typing import TextIO

    from tracker.report import Column, Report, Section, Table, Value

FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+([.,]\d+)?$)")


def write(report: Report, stream: TextIO) -> None:
    """Write a report's tables; those whose rows are of one kind share one head row."""
    writer = csv.writer(stream, lineterminator="\r\n")
    for number, block in enumerate(_blocks(report)):
        if number:
            writer.writerow([])
        _write_block(writer.writerow, block)


def _blocks(report: Report) -> list[list[tuple[str, Table]]]:
    blocks: list[list[tuple[str, Table]]] = []
    for section in report.sections:
        if section.table is None:
            continue
        first = section.table.columns[0].key
        if not blocks or blocks[-1][0][1].columns[0].key != first:
            blocks.append([])
        blocks[-1].append((_name(section), section.table))
    return blocks


def _held(table: Table) -> list[Column]:
    """Return the columns that hold values; what is drawn of them is for people."""
    return [column for column in table.columns if not column.is_drawn]


def _name(section: Section) -> str:
    return re.sub(r" \(\d+\)$", "", section.heading)


def _write_block(writerow: _WriteRow, block: list[tuple[str, Table]]) -> None:
    keys = list(dict.fromkeys(column.key for _, table in block for column in _held(table)))
    named = any(name for name, _ in block)
    writerow([*(["section"] if named else []), *keys])
    for name, table in block:
        places = {column.key: place for place, column in enumerate(table.columns)}
        for row in table.rows:
            cells = [_safe(row[places[key]].value) if key in places else "" for key in keys]
            writerow([*([name] if named else []), *cells])


def _safe(value: Value) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = coded(value)
    return f"'{text}" if isinstance(value, str) and FORMULA.match(text) else text


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    _WriteRow = Callable[[Iterable[str]], object]
