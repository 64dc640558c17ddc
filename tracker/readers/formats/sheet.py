"""Excel workbooks into a document: each sheet one table.

Owns the text of values: dates as a person writes them, and no more exact than they are shown.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.drafts import Problem
from tracker.errors import Unreadable
from tracker.kinds import Severity
from tracker.readers.document import Cell, Document, Row, Table
from tracker.readers.formats.archive import damaged, open_archive, part_names
from tracker.readers.formats.sheet_looks import Looks, Style, read_looks, reference_of
from tracker.readers.formats.typed import typed_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.readers.formats.sheet_looks import Place

_MAX_AREA = 5_000_000
"""Cells in the rectangle around a sheet's values, which is held whole while it is read."""
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')

Value = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta


class _Merged(NamedTuple):
    """A cell of a merged area."""

    first: Place
    span: int


def accepts(data: bytes, name: str) -> bool:
    """Tell whether a file is an Excel workbook, by its parts."""
    del name
    return any(part.startswith("xl/") for part in part_names(data))


def read(data: bytes, *, name: str) -> Document:
    """Read a workbook."""
    import python_calamine as calamine

    archive = open_archive(data, name)
    looks = read_looks(archive)
    for title, look in looks.items():
        _refuse_sprawl(name, title, look)
    kind = calamine.SheetTypeEnum.WorkSheet
    tables: list[Table] = []
    problems: list[Problem] = []
    try:
        workbook = calamine.load_workbook(io.BytesIO(data))
        sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == kind]
        values = [
            workbook.get_sheet_by_name(s.name).to_python(skip_empty_area=False) for s in sheets
        ]
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise damaged(name) from error
    for sheet, rows in zip(sheets, values, strict=True):
        look = looks.get(sheet.name, Looks())
        place = f"sheet {sheet.name}"
        table = Table(tuple(_rows(rows, look, place)), place)
        if table.rows:
            tables.append(table)
            hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
            problems += _told(look, place, hidden=hidden)
    return Document(name, "xlsx", tuple(tables), problems=tuple(problems))


def _refuse_sprawl(name: str, title: str, look: Looks) -> None:
    rows, columns = look.last[0] + 1, look.last[1] + 1
    merged = sum(
        (min(last[0], rows) - first[0] + 1) * (min(last[1], columns) - first[1] + 1)
        for first, last in look.merged.items()
        if first <= look.last
    )
    if max(rows * columns, merged) > _MAX_AREA:
        raise Unreadable(
            f"{name}: sheet {title} goes as far as {reference_of(look.last)}, which no plan does.",
            "Delete the rows and columns beyond the plan, save, and try again.",
        )


def _rows(values: Sequence[Sequence[Value]], look: Looks, place: str) -> Iterator[Row]:
    """Yield the rows that hold text, under the numbers that Excel shows."""
    merged = _merged_cells(look)
    width = max((len(row) for row in values), default=0)
    for at, row in enumerate(values):
        cells = tuple(_cells(at, [*row, *[""] * (width - len(row))], look, merged))
        if any(cell.lines for cell in cells):
            yield Row(cells, place=f"{place}, row {at + 1}")


def _cells(
    at: int, row: Iterable[Value], look: Looks, merged: dict[Place, _Merged]
) -> Iterator[Cell]:
    for column, value in enumerate(row):
        place = (at, column)
        area = merged.get(place)
        if area and area.first[1] != column:
            continue
        style = look.styles.get(area.first if area else place, Style())
        text = look.errors.get(place) or text_of(value, style.format)
        yield Cell(
            typed_lines(text),
            column=column,
            span=area.span if area else 1,
            fill=style.fill,
            continues=area is not None and area.first[0] < at,
        )


def _merged_cells(look: Looks) -> dict[Place, _Merged]:
    """Return the area of each cell that is merged; those beyond the text do not matter."""
    return {
        (row, column): _Merged(first, last[1] - first[1] + 1)
        for first, last in look.merged.items()
        for row in range(first[0], min(last[0], look.last[0]) + 1)
        for column in range(first[1], min(last[1], look.last[1]) + 1)
    }


def text_of(value: Value, form: str) -> str:
    """Return a value as the cell shows it, dates in words."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return f"{value * 100:.15g}%" if "%" in _NOT_FORMAT.sub("", form) else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        time = f" {value:%H:%M}" if value.time() != dt.time() else ""
        return f"{_day(value, form)}{time}"
    if isinstance(value, dt.date):
        return _day(value, form)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return str(value)


def _day(value: dt.date, form: str) -> str:
    """Return a date, without the day or month that its cell does not show."""
    parts = _NOT_FORMAT.sub("", form.split(";", 1)[0]).lower()
    month = f"{value:%B %Y}"
    if "y" in parts and "d" not in parts:
        return month if "m" in parts else str(value.year)
    return f"{value.day} {month}"


def _told(look: Looks, place: str, *, hidden: bool) -> Iterator[Problem]:
    """Tell what the sheet keeps from the eye, and values that are none."""
    if hidden:
        yield Problem(place, Severity.NOTE, "The sheet is hidden; it was read too.")
    if look.hidden:
        message = f"Hidden rows or columns ({look.hidden}) were read too."
        yield Problem(place, Severity.NOTE, message)
    for at, error in look.errors.items():
        message = f"Cell {reference_of(at)} holds the error {error} instead of a value."
        yield Problem(f"{place}, row {at[0] + 1}", Severity.WARNING, message)
    for at in look.unsaved:
        message = f"Cell {reference_of(at)} holds a formula without a saved result."
        yield Problem(f"{place}, row {at[0] + 1}", Severity.WARNING, message)
