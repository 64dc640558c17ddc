"""Excel workbooks into a document."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from tests.office_files import zipped
from tests.reading import grid, marks, spans
from tracker.errors import Unreadable
from tracker.readers.formats.sheet import accepts, read, text_of
from tracker.readers.formats.sheet_colours import Colours
from tracker.readers.formats.sheet_looks import place_of, reference_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.readers.document import Document

    Fill = Callable[[xlsxwriter.Workbook], None]


def read_workbook(fill: Fill) -> Document:
    """Read a workbook that a function has filled."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream)
    fill(workbook)
    workbook.close()
    return read(stream.getvalue(), name="plan.xlsx")


def test_each_sheet_is_a_table_under_its_name() -> None:
    """Rows have the numbers that Excel shows, empty ones are left out."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        actions = workbook.add_worksheet("Actions")
        actions.write_row(2, 1, ["Ref", "Action"])
        actions.write_row(4, 1, ["9.1/1", "Agree the plan"])
        workbook.add_worksheet("Empty")
        workbook.add_worksheet("Notes").write(0, 0, "note")

    first, second = read_workbook(fill).tables
    assert [["", "Ref", "Action"], ["", "9.1/1", "Agree the plan"]] == grid(first)
    assert ["sheet Actions, row 3", "sheet Actions, row 5"] == [row.place for row in first.rows]
    assert "sheet Notes" == second.place


def test_values_read_as_they_are_shown() -> None:
    """Numbers have no needless decimals, and dates are no more exact than their cells."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet()
        shown = {
            form: workbook.add_format({"num_format": form})
            for form in ("dd/mm/yyyy", "mmm-yy", "yyyy", "dd/mm/yyyy hh:mm", "hh:mm", "0%", "0.0")
        }
        day = dt.datetime(2022, 3, 31, 14, 30, tzinfo=dt.UTC).replace(tzinfo=None)
        midnight = day.replace(hour=0, minute=0)
        sheet.write_datetime(0, 0, midnight, shown["dd/mm/yyyy"])
        sheet.write_datetime(0, 1, midnight, shown["mmm-yy"])
        sheet.write_datetime(0, 2, midnight, shown["yyyy"])
        sheet.write_datetime(0, 3, day, shown["dd/mm/yyyy hh:mm"])
        sheet.write_datetime(0, 4, day.time(), shown["hh:mm"])
        sheet.write_number(0, 5, 0.5, shown["0%"])
        sheet.write_number(0, 6, 3)
        sheet.write_number(0, 7, 1.1, shown["0.0"])
        sheet.write_boolean(0, 8, True)

    (table,) = read_workbook(fill).tables
    assert [
        [
            "31 March 2022", "March 2022", "2022", "31 March 2022 14:30", "14:30", "50%", "3",
            "1.1", "TRUE",
        ]
    ] == grid(table)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("", "31 March 2022"),
        ("[$-809]d mmmm yyyy;@", "31 March 2022"),
        ('"due "mmmm yyyy', "March 2022"),
        ("mmm\\-yy", "March 2022"),
        ("d-mmm", "31 March 2022"),
    ],
)
def test_a_format_decides_what_of_a_date_is_shown(form: str, text: str) -> None:
    """Words and signs in a format are no parts of the date."""
    assert text == text_of(dt.date(2022, 3, 31), form)


def test_merged_cells_go_on_below() -> None:
    """A proposal merged over its actions stands in the first row and goes on in the others."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet()
        red = workbook.add_format({"bg_color": "#FF0000"})
        sheet.merge_range(0, 0, 1, 1, "9.1", red)
        sheet.write_column(0, 2, ["first", "second"])
        sheet.merge_range(2, 0, 5_000, 0, "9.2")
        sheet.write(2, 2, "third")

    (table,) = read_workbook(fill).tables
    assert [["9.1", "first"], ["", "second"], ["9.2", "", "third"]] == grid(table)
    assert [
        [(0, 2, False), (2, 1, False)], [(0, 2, True), (2, 1, False)],
    ] == [spans(row.cells) for row in table.rows[:2]]  # fmt: skip
    assert ["FF0000", "FF0000"] == [row.cells[0].fill for row in table.rows[:2]]


def test_a_cell_may_hold_a_list() -> None:
    """Lines, bullets and numbers typed into one cell keep their order and levels."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet().write(0, 0, "Lead:\n• one\n  • in\n1. first\n2. second")

    (table,) = read_workbook(fill).tables
    assert [
        (None, "", "Lead:"), (0, "", "one"), (1, "", "in"), (2, "1.", "first"),
        (2, "2.", "second"),
    ] == marks(table.rows[0].cells[0].lines)  # fmt: skip


def test_what_is_hidden_or_wrong_is_told() -> None:
    """Errors, formulas without a result, hidden sheets and rows are read and told."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Plan")
        sheet.write_formula(0, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 1, "=B2", None, "")
        sheet.write_formula(0, 2, '=""', None, "")
        sheet.write(1, 0, "text")
        sheet.set_row(1, None, None, {"hidden": True})
        extra = workbook.add_worksheet("Extra")
        extra.write(0, 0, "more")
        extra.hide()

    document = read_workbook(fill)
    assert [["#DIV/0!"], ["text"]] == grid(document.tables[0])
    told = [(problem.place, problem.message) for problem in document.problems]
    assert ("sheet Plan", "Hidden rows or columns (1) were read too.") in told
    assert ("sheet Plan, row 1", "Cell A1 holds the error #DIV/0! instead of a value.") in told
    assert (
        "sheet Plan, row 1",
        "Cell B1 holds a formula without a saved result.",
    ) in told
    assert ("sheet Extra", "The sheet is hidden; it was read too.") in told


def test_a_stray_cell_far_away_is_refused() -> None:
    """A value in the last cell of a sheet would fill the memory with empty ones."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Plan")
        sheet.write(0, 0, "a")
        sheet.write(9_999, 16_383, "b")

    with pytest.raises(Unreadable, match="XFD10000"):
        read_workbook(fill)


def test_a_file_of_excels_parts_without_a_workbook_is_damaged() -> None:
    """An archive that only looks like Excel's is refused."""
    data = zipped({"xl/styles.xml": "<a/>"})
    assert accepts(data, "plan.xlsx")
    with pytest.raises(Unreadable, match="damaged"):
        read(data, name="plan.xlsx")


def test_colours_by_theme_number_and_tint() -> None:
    """A fill is told however Excel names its colour."""
    from lxml import etree

    names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    fill = '<fill xmlns="{}"><patternFill patternType="solid"><fgColor {}/></patternFill></fill>'
    told = [
        Colours(None).of_fill(etree.fromstring(fill.format(names, colour)))
        for colour in (
            'rgb="FF92D050"', 'theme="4"', 'theme="0" tint="-0.5"', 'indexed="10"', 'indexed="99"',
            'rgb="FFFFFFFF"', 'rgb="zzz"',
        )
    ]  # fmt: skip
    assert ["92D050", "4472C4", "808080", "FF0000", None, None, None] == told


@pytest.mark.parametrize(
    ("reference", "place"),
    [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1", (0, 16383))],
)
def test_references(reference: str, place: tuple[int, int]) -> None:
    """A cell's name and its place are two ways to say the same."""
    assert place == place_of(reference)
    assert reference == reference_of(place)
