"""CSV files into a document."""

from __future__ import annotations

import pytest

from tests.reading import grid
from tracker.readers.formats.delimited import accepts, read


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('Ref,Action,Due\n1,"a, b",soon\n', [["Ref", "Action", "Due"], ["1", "a, b", "soon"]]),
        ("Ref;Action\n1;a, b\n", [["Ref", "Action"], ["1", "a, b"]]),
        ("Ref\tAction\n1\ta\n", [["Ref", "Action"], ["1", "a"]]),
        ("Ref|Action\n1|a\n", [["Ref", "Action"], ["1", "a"]]),
        ("sep=;\nRef;Action\n", [["Ref", "Action"]]),
        (
            'Ref,Action\n1,"two\nlines"\n\n2,b\n',
            [["Ref", "Action"], ["1", "two lines"], ["2", "b"]],
        ),
        ('Ref,Action\n1,"a"b\n', [["Ref", "Action"], ["1", "ab"]]),
        ("Plan,\nRef,Action\n1,a\n", [["Plan", ""], ["Ref", "Action"], ["1", "a"]]),
    ],
)
def test_csv_with_any_delimiter(text: str, rows: list[list[str]]) -> None:
    """Commas, semicolons, TABs and pipes are told from the text itself."""
    assert accepts(text.encode(), "plan.csv")
    (table,) = read(text.encode(), name="plan.csv").tables
    assert rows == grid(table)


def test_csv_rows_are_numbered_as_a_sheet_shows_them() -> None:
    """Rows keep their numbers over empty ones, also in a file of another encoding."""
    document = read("Ref,Action\n\n1,caf\u00e9\n".encode("cp1252"), name="plan.csv")
    assert ["row 1", "row 3"] == [row.place for row in document.tables[0].rows]
    assert "café" == document.tables[0].rows[1].cells[1].text
    assert 1 == len(document.problems)


def test_an_open_quotation_mark_does_not_swallow_the_rest() -> None:
    """A mark that is never closed is told, and the rows are still rows."""
    text = "Ref,Action,Due\n" + '1,"open,soon\n' + "2,b,c\n" * 400
    document = read(text.encode(), name="plan.csv")
    assert 402 == len(document.tables[0].rows)
    assert ["A quotation mark is never closed; quotation marks were not minded."] == [
        problem.message for problem in document.problems
    ]


@pytest.mark.parametrize(
    ("text", "name", "is_sheet"),
    [
        ("a,b,c\n1,2,3\n", "plan.txt", True),
        ("One, two and three.\nFour, five, six and seven.\n", "plan.txt", False),
        ("a\tb\n1\t2\n", "plan.txt", False),
        ("Dear all,\nplease\n", "letter.csv", False),
        ("only,one,line\n", "plan.txt", False),
        ("", "plan.csv", False),
    ],
)
def test_prose_is_no_sheet(text: str, name: str, is_sheet: bool) -> None:
    """Text is taken for a sheet only where its lines agree."""
    assert is_sheet == accepts(text.encode(), name)
