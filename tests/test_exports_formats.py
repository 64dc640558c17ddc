"""Reports in every text format, compared with stored files."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from exports.delimited import write as write_csv
from exports.formats import FORMATS
from tests.awkward import AWKWARD
from tracker.report import Cell, Column, Report, Section, Table

FOLDER = Path(__file__).parent / "documents"


def written(name: str, report: Report = AWKWARD) -> str:
    """Return a report as a format writes it."""
    stream = io.StringIO(newline="")
    FORMATS[name].write(report, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_the_awkward_report_is_written_as_stored(name: str) -> None:
    """Each format shows every cell (TRACKER_WRITE_EXPECTED=1 stores anew; read the diff)."""
    stored = FOLDER / f"awkward{FORMATS[name].suffix}.expected"
    if os.environ.get("TRACKER_WRITE_EXPECTED"):
        stored.write_bytes(written(name).encode())
    assert stored.read_bytes().decode() == written(name)


def test_csv_reads_back_with_one_head_row_for_rows_of_one_kind() -> None:
    """Lists of the same kind of row share a block; another kind starts its own."""
    rows = list(csv.reader(io.StringIO(written("csv"))))
    assert ["section", "ref", "text", "due", "days", "owners", "review"] == rows[0]
    assert ["Rows", "1.1/1", "Plain", "2021-12-31", "31", "Chief Officer; Chief Nurse", ""] == rows[
        1
    ]
    assert ["Another list", "1.1/1", "", "", "", "", "2022-03-31"] == rows[6]
    assert [[], ["section", "level"], ["Other rows", "fully"]] == rows[7:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+2", "'=1+2"),
        ("+44 131", "'+44 131"),
        ("@user", "'@user"),
        ("-x", "'-x"),
        ("-3", "-3"),
        ("-3.5", "-3.5"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_csv_text_never_becomes_a_formula(text: str, expected: str) -> None:
    """A spreadsheet shows what a paper said and runs nothing."""
    table = Table((Column("text", "Text"),), ((Cell(text),),))
    stream = io.StringIO(newline="")
    write_csv(Report("t", (Section(table=table),), {}), stream)
    assert [["text"], [expected] if expected else [""]] == list(
        csv.reader(io.StringIO(stream.getvalue()))
    )


def test_json_is_the_data_in_ascii() -> None:
    """Any console and any program can take it."""
    assert AWKWARD.data == json.loads(written("json"))
    assert written("json").isascii()


def test_every_format_has_its_own_suffix() -> None:
    """A file's name tells one format."""
    assert len(FORMATS) == len({kind.suffix for kind in FORMATS.values()})


def test_a_table_without_rows_is_still_a_table() -> None:
    """An empty list has its headings in every format."""
    empty = Report("t", (Section("h", table=Table((Column("a", "A"),), ())),), {})
    for name in ("plain", "markdown", "csv"):
        assert "a" in written(name, empty).casefold()


def test_markdown_leaves_out_columns_that_say_nothing() -> None:
    """A paper has no empty columns; programs that read the other formats find each of them."""
    columns = (Column("ref", "Ref"), Column("why", "Why", spare=1), Column("due", "Due"))
    table = Table(columns, ((Cell("1.1/1"), Cell(None), Cell(None)),))
    report = Report("t", (Section(table=table),), {})
    assert "Why" not in written("markdown", report)
    assert "Due" in written("markdown", report)
    assert "Why" in written("plain", report)
    assert "why" in written("csv", report)
