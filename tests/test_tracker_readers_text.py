"""Plain text and Markdown into a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import grid, marks, paragraphs
from tracker.readers.document import Document, Paragraph
from tracker.readers.formats.text import read


def read_text(text: str) -> Document:
    """Read a text as a UTF-8 file."""
    return read(text.encode(), name="paper.txt")


def test_rows_of_tabs_are_one_table() -> None:
    """Lines with TABs follow one another in one table; empty cells keep their columns."""
    (table,) = read_text("Rating\tlow\thigh\nOurs\t\tx\n").tables
    assert [["Rating", "low", "high"], ["Ours", "", "x"]] == grid(table)
    assert ["line 1", "line 2"] == [row.place for row in table.rows]


def test_blank_line_ends_a_table_unless_the_next_row_lacks_its_first_cell() -> None:
    """An extraction's page break does not cut a row's rest off from its table."""
    tables = read_text("Act\tsoon\n\n\tand more\n\nNext\ttable\n").tables
    assert [[["Act", "soon"], ["", "and more"]], [["Next", "table"]]] == [grid(t) for t in tables]


def test_rulers_are_no_rows() -> None:
    """Lines that only draw, of tables and between paragraphs, hold no text."""
    document = read_text("A\tB\n---\t:--:\n1\t2\n\n-----\n\ntext\n")
    assert [["A", "B"], ["1", "2"]] == grid(document.tables[0])
    assert ["text"] == paragraphs(document)


def test_pipes_make_a_table() -> None:
    """A Markdown table reads as one, with escaped pipes as text."""
    (table,) = read_text("| Ref | Action |\n|---|---|\n| 1 | a \\| b<br>c |\n").tables
    assert [["Ref", "Action"], ["1", "a | b c"]] == grid(table)
    assert 2 == len(table.rows[1].cells[1].lines)


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("<ul><li>one</li><li>two</li></ul>", [(0, "", "one"), (0, "", "two")]),
        ("<ul><li>one<ul><li>in</li></ul></li></ul>", [(0, "", "one"), (1, "", "in")]),
        ('<ul style="list-style-type: none"> • one • two', [(0, "", "one"), (0, "", "two")]),
        ('<ul style="x">• one• two', [(0, "", "one"), (0, "", "two")]),
        ('<ul style="x">a. Onlyb. Also this', [(0, "a.", "Only"), (0, "b.", "Also this")]),
        ("<ul> lost marks lost marks", [(0, "", "lost marks lost marks")]),
        (
            "<ul> Lead: <ol> first <ol> inner",
            [(0, "", "Lead:"), (1, "", "first"), (2, "", "inner")],
        ),
        (
            "<p>2. End</p> <p>3. Next</p> <ul> a. in b. on <ul> • out",
            [(1, "2.", "End"), (1, "3.", "Next"), (2, "a.", "in"), (2, "b.", "on"), (0, "", "out")],
        ),
        ("<p>1. Alone stays</p>", [(None, "", "1. Alone stays")]),
        ("25<sup>th</sup> of A &amp; B", [(None, "", "25th of A & B")]),
        ("> Audit of work > Cross-sector", [(0, "", "Audit of work"), (0, "", "Cross-sector")]),
        ("• outer ◦ inner", [(0, "", "outer"), (1, "", "inner")]),
        ("\uf0b7 symbol \uf0b7 font", [(0, "", "symbol"), (0, "", "font")]),
        ("\uf0fc", [(None, "", "✓")]),
        ("<3 months & AT&T", [(None, "", "<3 months & AT&T")]),
    ],
)
def test_a_cell_keeps_its_lists(cell: str, lines: list[tuple[int | None, str, str]]) -> None:
    """Tags, bullets, numbers and letters inside a cell become lines with levels."""
    (table,) = read_text(f"Actions\t{cell}\t\n").tables
    assert lines == marks(table.rows[0].cells[1].lines)


def test_indents_make_levels() -> None:
    """Items deeper in, or under another kind of mark, are nested; one space is no indent."""
    document = read_text(" • one\n• two\n  • deeper\n• out\no below\n* star\n")
    lines = [block.line for block in document.blocks if isinstance(block, Paragraph)]
    assert [0, 0, 1, 0, 1, 0] == [line.level for line in lines]


def test_indented_lines_go_on_their_item() -> None:
    """A wrapped list item is one item."""
    assert ["one goes on", "two"] == paragraphs(read_text("- one\n  goes on\n- two\n"))


def test_headings_and_bold() -> None:
    """Markdown headings have a level, and a line printed bold is told."""
    document = read_text("## **Actions:**\n\n**all** of it\n\n**whole**\n")
    found = [
        (block.line.heading, block.line.bold, block.text)
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]
    assert [(2, True, "Actions:"), (None, False, "all of it"), (None, True, "whole")] == found


def test_form_feeds_count_pages() -> None:
    """Rows know their page where the text has page breaks."""
    (first, second) = read_text("a\tb\n\ftext\nc\td\n").tables
    assert (1, 2) == (first.rows[0].page, second.rows[0].page)


@pytest.mark.parametrize(
    ("data", "text", "told"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", False),
        ("café".encode("utf-16"), "café", False),
        ("a café".encode("utf-16-be"), "a café", False),
        (b"caf\xe9 \x96 caf\xe9", "café – café", True),
        ("é".encode() * 9 + b"\xff", "é" * 9 + "\ufffd", True),
    ],
)
def test_encodings(data: bytes, text: str, told: bool) -> None:
    """Every usual encoding is read; one that had to be supposed is told."""
    document = read(data, name="paper.txt")
    assert [text] == paragraphs(document)
    assert told == bool(document.problems)


@given(st.text(alphabet="ac \t\n•-|<>*#1.", max_size=80))
def test_no_word_is_lost(text: str) -> None:
    """Whatever is typed, its letters are all read, in their order."""
    document = read_text(text)
    found = "".join(
        block.text
        if isinstance(block, Paragraph)
        else "".join(cell.text for row in block.rows for cell in row.cells)
        for block in document.blocks
    )
    letters = [character for character in text if character == "c"]
    assert letters == [character for character in found if character == "c"]
