"""PDFs into a document, from pages drawn as different programs draw them."""

from __future__ import annotations

import concurrent.futures
from itertools import pairwise

import pytest

from tests.pdf_files import Sheet, pdf_file
from tests.reading import grid, marks, paragraphs, spans
from tracker.errors import Unreadable
from tracker.readers.document import Document, Line, Paragraph
from tracker.readers.formats.pdf import read

XS = [50.0, 150.0, 350.0, 550.0]


def read_sheets(*sheets: Sheet) -> Document:
    """Read a PDF of these pages."""
    return read(pdf_file(*sheets), name="paper.pdf")


@pytest.mark.parametrize("filled", [False, True])
def test_rules_make_a_table(filled: bool) -> None:
    """Strokes and thin areas rule the same table, and empty cells keep their columns."""
    sheet = Sheet()
    sheet.text(50, 760, "Strathmore")
    sheet.grid(XS, [740, 720, 700], filled=filled)
    sheet.row(XS, 740, "Rating", "low", "high")
    sheet.row(XS, 720, "Ours", "", "x")
    document = read_sheets(sheet)
    (table,) = document.tables
    assert ["Strathmore"] == paragraphs(document)
    assert [["Rating", "low", "high"], ["Ours", "", "x"]] == grid(table)
    assert ["page 1, table 1, row 1", "page 1, table 1, row 2"] == [r.place for r in table.rows]


def test_missing_rules_merge_cells() -> None:
    """Cells between which no rule stands are one, sideways and downwards."""
    sheet = Sheet()
    for y, start in ((740, 50), (720, 50), (700, 150), (680, 50)):
        sheet.stroke(start, y, 550, y)
    for x, top in ((50, 740), (150, 720), (350, 720), (550, 740)):
        sheet.stroke(x, 680, x, top)
    sheet.row(XS, 740, "Proposal 9.1")
    sheet.row(XS, 720, "Ours", "Y")
    sheet.row(XS, 700, "", "", "G")
    (table,) = read_sheets(sheet).tables
    assert [["Proposal 9.1"], ["Ours", "Y", ""], ["", "", "G"]] == grid(table)
    assert [
        [(0, 3, False)],
        [(0, 1, False), (1, 1, False), (2, 1, False)],
        [(0, 1, True), (1, 1, False), (2, 1, False)],
    ] == [spans(row.cells) for row in table.rows]


def test_outer_rules_may_be_missing() -> None:
    """A table open at its sides still has its outer columns; an underlined word rules nothing."""
    sheet = Sheet()
    for y in (740, 720, 700):
        sheet.stroke(50, y, 550, y)
    for x in XS[1:-1]:
        sheet.stroke(x, 700, x, 740)
    sheet.stroke(155, 707, 180, 707)
    sheet.row(XS, 740, "a", "b", "c")
    sheet.row(XS, 720, "d", "e", "f")
    (table,) = read_sheets(sheet).tables
    assert [["a", "b", "c"], ["d", "e", "f"]] == grid(table)


def test_the_colour_painted_last_is_the_cells() -> None:
    """Filled cells, painted over or only behind the text, tell what a person sees."""
    sheet = Sheet()
    sheet.area(0, 0, 600, 800, "0.9 0.9 1")
    sheet.area(50, 720, 550, 740, "1 0 0")
    sheet.area(350, 720, 550, 740, "1 1 1")
    sheet.area(154, 700, 164, 714, "1 1 0")
    sheet.grid(XS, [740, 720, 700])
    sheet.row(XS, 740, "a", "b", "c")
    sheet.row(XS, 720, "d", "e", "f")
    (table,) = read_sheets(sheet).tables
    assert [["FF0000", "FF0000", None], [None, "FFFF00", None]] == [
        [cell.fill for cell in row.cells] for row in table.rows
    ]


def test_lines_make_paragraphs() -> None:
    """A full line goes on; a short line, a mark or a wider gap ends the paragraph."""
    sheet = Sheet()
    sheet.grid(XS, [740, 500])
    sheet.row(
        XS,
        740,
        "",
        "",
        "The first paragraph is wrapped where it is\nfull, and ends here.\nA second one follows\n"
        "•  a bullet that is long enough to be set on\n    two lines\n•  another",
    )
    (table,) = read_sheets(sheet).tables
    assert [
        (None, "", "The first paragraph is wrapped where it is full, and ends here."),
        (None, "", "A second one follows"),
        (0, "", "a bullet that is long enough to be set on two lines"),
        (0, "", "another"),
    ] == marks(table.rows[0].cells[2].lines)


def test_words_cut_at_the_end_of_a_line_are_mended() -> None:
    """A hyphen stays where the paper writes it elsewhere, and goes where it never does."""
    sheet = Sheet()
    sheet.grid(XS, [740, 700, 660])
    sheet.row(XS, 740, "", "", "All governance is led by a co-chair, co-\nchair or others")
    sheet.row(XS, 700, "", "", "What a paper names again is its gover-\nnance review")
    (table,) = read_sheets(sheet).tables
    assert [
        "All governance is led by a co-chair, co-chair or others",
        "What a paper names again is its governance review",
    ] == [row.cells[2].text for row in table.rows]


def test_what_was_filled_into_a_form_is_read() -> None:
    """The fields of a PDF form hold the answers; they are read with the page."""
    sheet = Sheet()
    sheet.text(50, 700, "Name of Partnership")
    document = read(pdf_file(sheet, field="Strathmore"), name="form.pdf")
    assert ["Name of Partnership", "Strathmore"] == paragraphs(document)


def test_nested_marks_and_numbers() -> None:
    """Indents and kinds of mark give levels; a number before a gap is a list's."""
    sheet = Sheet()
    sheet.grid(XS, [740, 600])
    for x, y, mark, text in (
        (355, 728, "•", "out"),
        (375, 716, "1.", "in"),
        (395, 704, "a)", "deep"),
        (375, 692, "2.", "in again"),
        (355, 680, "•", "out again"),
    ):
        sheet.text(x, y, mark)
        sheet.text(x + 18, y, text)
    sheet.text(55, 728, "x")
    (table,) = read_sheets(sheet).tables
    assert [
        (0, "", "out"), (1, "1.", "in"), (2, "a)", "deep"), (1, "2.", "in again"),
        (0, "", "out again"),
    ] == marks(table.rows[0].cells[2].lines)  # fmt: skip


def broken(rest: tuple[str, ...], *, top: float = 770) -> tuple[Sheet, Sheet]:
    """Return two pages with a table over both, whose second part begins with a row."""
    first, second = Sheet(), Sheet()
    first.grid(XS, [740, 720, 60])
    first.row(XS, 740, "Act", "How", "When")
    first.row(XS, 720, "Plan", "\n".join(["as far as the page goes, and then"] * 54), "soon")
    second.grid(XS, [top, top - 20, top - 40])
    second.row(XS, top, "Act", "How", "When")
    second.row(XS, top - 20, *rest)
    return first, second


def test_a_table_over_two_pages_is_one() -> None:
    """Its rows follow one another, the heading repeated on the second page is left out."""
    (table,) = read_sheets(*broken(("Next", "thing", "later"))).tables
    assert ["Act", "Plan", "Next"] == [row.cells[0].text for row in table.rows]
    assert (1, 1, 2) == tuple(row.page or 0 for row in table.rows)
    assert "page 2, table 1, row 2" == table.rows[2].place


def test_a_row_cut_by_the_page_is_mended() -> None:
    """What goes on in the same cells is the rest of the row above."""
    (table,) = read_sheets(*broken(("", "on the next one it ends.", ""))).tables
    assert 2 == len(table.rows)
    assert table.rows[1].cells[1].text.endswith("and then on the next one it ends.")


def test_other_columns_are_another_table() -> None:
    """A table of other columns on the next page stands by itself."""
    first, _ = broken(("a", "b", "c"))
    other = Sheet()
    other.grid([50, 300, 550], [770, 750])
    other.row([50, 300], 770, "other", "table")
    assert 2 == len(read_sheets(first, other).tables)


def test_a_table_that_ends_high_up_is_ended() -> None:
    """The next page's table is a new one where its first row would have had room on the page."""
    first, second, third = Sheet(), Sheet(), Sheet()
    for sheet in (first, second):
        sheet.grid(XS, [740, 720])
        sheet.row(XS, 740, "Proposal", "and", "rest")
    third.text(50, 60, "the end of a full page")
    assert 2 == len(read_sheets(first, second, third).tables)


def test_what_repeats_at_the_edge_is_no_text() -> None:
    """Headers and footers are told once, page numbers not at all."""
    sheets = []
    for number in range(1, 4):
        sheet = Sheet()
        sheet.text(50, 770, "Strathmore HSCP")
        sheet.text(50, 700, f"Proposal 9.{number}")
        sheet.text(50, 30, f"Draft plan Page {number} of 3")
        sheet.text(550, 20, str(number))
        sheets.append(sheet)
    document = read_sheets(*sheets)
    assert [
        ("header", "Strathmore HSCP"), ("page 1, line 1", "Proposal 9.1"),
        ("page 2, line 1", "Proposal 9.2"), ("page 3, line 1", "Proposal 9.3"),
        ("footer", "Draft plan"),
    ] == [
        (block.place, block.text) for block in document.blocks if isinstance(block, Paragraph)
    ]  # fmt: skip


def test_headings_and_bold() -> None:
    """Letters larger than the text's make headings, and weight is told."""
    sheet = Sheet()
    sheet.text(50, 760, "Self-evaluation", bold=True, size=20)
    sheet.text(50, 720, "Key Feature 1", size=14)
    sheet.text(50, 700, "Actions:", bold=True)
    sheet.lines(50, 670, *["a full line of text that is set in the usual size of the paper"] * 9)
    lines = [block.line for block in read_sheets(sheet).blocks if isinstance(block, Paragraph)]
    assert [
        Line("Self-evaluation", heading=1, bold=True),
        Line("Key Feature 1", heading=2),
        Line("Actions:", bold=True),
    ] == lines[:3]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_turned_pages_read_as_they_are_shown(turned: int) -> None:
    """A page stored sideways or upside down is read in the way that it is shown."""
    sheet = Sheet(extra=f"/Rotate {turned}")
    place = {90: "0 1 -1 0 600 0", 180: "-1 0 0 -1 600 800", 270: "0 -1 1 0 0 800"}[turned]
    sheet.drawn.append(f"q {place} cm")
    sheet.grid(XS, [500, 480, 460])
    sheet.row(XS, 500, "Rating", "low", "high")
    sheet.row(XS, 480, "Ours", "", "x")
    sheet.drawn.append("Q")
    (table,) = read_sheets(sheet).tables
    assert [["Rating", "low", "high"], ["Ours", "", "x"]] == grid(table)


def test_upright_headings_are_read_and_watermarks_left_out() -> None:
    """Text set upwards stands in its cell; text at a slant is told and left out."""
    sheet = Sheet()
    sheet.slanting(100, 500, "DRAFT")
    sheet.grid(XS, [740, 600, 580])
    sheet.upright(70, 620, "Not yet established")
    sheet.row(XS, 600, "x")
    document = read_sheets(sheet)
    assert [["Not yet established", "", ""], ["x", "", ""]] == grid(document.tables[0])
    assert ["Text set at a slant was left out, as a watermark."] == [
        problem.message for problem in document.problems
    ]


def test_scans_are_refused_with_advice() -> None:
    """Pages that are only pictures cannot be read, and the message says what to do."""
    with pytest.raises(Unreadable, match="scan") as refused:
        read(pdf_file(Sheet(), images=True), name="paper.pdf")
    assert "Word" in refused.value.hint


def test_a_page_that_is_a_picture_is_told() -> None:
    """Where only some pages are scans, the others are read and the scans are named."""
    typed = Sheet()
    typed.text(50, 700, "typed")
    document = read(pdf_file(typed, Sheet(), images=True), name="paper.pdf")
    assert ["typed"] == paragraphs(document)
    assert ["page 2", "file"] == [problem.place for problem in document.problems]


def test_a_locked_pdf_is_refused() -> None:
    """A file that asks for a password says so."""
    sheet = Sheet()
    sheet.text(50, 700, "text")
    locked = pdf_file(sheet).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"00" * 32 + b"> /U <" + b"00" * 32 + b"> >>",
    )  # fmt: skip
    with pytest.raises(Unreadable, match="password"):
        read(locked, name="paper.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n1 0 obj\n<<"])
def test_a_cut_pdf_is_refused(data: bytes) -> None:
    """A file that was not copied whole says so."""
    with pytest.raises(Unreadable, match="copied whole"):
        read(data, name="paper.pdf")


def test_a_drawing_without_words_is_no_table() -> None:
    """Charts and boxes in which nothing is written are left out."""
    sheet = Sheet()
    sheet.text(50, 760, "text")
    sheet.grid(XS, [740, 720, 700])
    assert () == read_sheets(sheet).tables


def test_papers_may_be_read_at_the_same_time() -> None:
    """PDFium serves one thread at a time; readers wait for one another."""
    sheet = Sheet()
    sheet.grid(XS, [740, 720])
    sheet.row(XS, 740, "a", "b", "c")
    data = pdf_file(*[sheet] * 5)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: read(data, name="paper.pdf"), range(12)))
    assert all(found[0] == paper for paper in found)


def plan(sheet: Sheet, *, ruled: bool) -> None:
    """Set a plan of three columns, with rules between its rows alone."""
    top = 740.0
    for number in range(5):
        sheet.row(
            XS,
            top,
            f"9.{number}\n(new)",
            "an action that is wrapped\nover two lines",
            "at the\nend",
        )
        if ruled:
            sheet.stroke(50, top, 550, top)
        top -= 30
    sheet.stroke(50, top, 550, top)


def test_white_space_parts_the_columns_of_ruled_rows() -> None:
    """Where rules stand only between the rows, the columns are still told apart."""
    sheet = Sheet()
    plan(sheet, ruled=True)
    (table,) = read_sheets(sheet).tables
    assert [
        [f"9.{number} (new)", "an action that is wrapped over two lines", "at the end"]
        for number in range(5)
    ] == grid(table)


def test_every_other_row_may_be_shaded() -> None:
    """Rows without rules of their own have the columns of the shaded rows between them."""
    sheet = Sheet()
    for x0, x1 in pairwise(XS):
        sheet.area(x0, 720, x1, 740, "0.8 0.8 1")
        sheet.area(x0, 680, x1, 700, "0.8 0.8 1")
    for y in (740, 720, 700, 680):
        sheet.stroke(50, y, 550, y)
    for x in (50, 550):
        sheet.stroke(x, 680, x, 740)
    sheet.row(XS, 740, "Rating", "low", "high")
    sheet.row(XS, 720, "Ours", "still", "x")
    sheet.row(XS, 700, "Theirs", "x", "")
    (table,) = read_sheets(sheet).tables
    assert [["Rating", "low", "high"], ["Ours", "still", "x"], ["Theirs", "x", ""]] == grid(table)


def test_columns_without_any_rule_are_told() -> None:
    """Where nothing shows the rows, nothing is supposed, and the page is named."""
    sheet = Sheet()
    plan(sheet, ruled=False)
    document = read_sheets(sheet)
    assert () == document.tables
    assert ["page 1"] == [problem.place for problem in document.problems]


def test_a_word_too_wide_for_its_column_is_mended() -> None:
    """A word that its column cuts is one word, if the paper prints it whole elsewhere."""
    sheet = Sheet()
    sheet.text(50, 760, "the governance of the partnership ")
    sheet.grid([50, 110, 550], [740, 700])
    sheet.row([50, 110], 740, "governanc\ne of all", "text")
    (table,) = read_sheets(sheet).tables
    assert [["governance of all", "text"]] == grid(table)


def test_centred_lines_go_on() -> None:
    """A heading set around the middle of its cell is one, though its lines are short."""
    sheet = Sheet()
    sheet.grid([50, 110, 550], [740, 700])
    sheet.text(64, 728, "Not yet")
    sheet.text(55, 716, "established")
    (table,) = read_sheets(sheet).tables
    assert [(None, "", "Not yet established")] == marks(table.rows[0].cells[0].lines)


def test_cells_around_a_corner_are_kept_row_by_row() -> None:
    """Where rules leave an area that is no rectangle, each of its rows has its own cell."""
    sheet = Sheet()
    sheet.grid([50, 550], [740, 700])
    sheet.stroke(300, 720, 550, 720)
    sheet.stroke(300, 700, 300, 720)
    sheet.row([50, 300], 740, "above", "beside")
    sheet.row([50, 300], 720, "below", "inside")
    (table,) = read_sheets(sheet).tables
    assert [["above beside"], ["below", "inside"]] == grid(table)


def test_a_picture_in_a_cell_is_told() -> None:
    """A rating drawn as a picture cannot be read, and its row is named."""
    sheet = Sheet()
    sheet.grid(XS, [740, 720, 700])
    sheet.row(XS, 740, "Rating", "low", "high")
    sheet.row(XS, 720, "Ours")
    sheet.drawn.append("q 10 0 0 10 400 705 cm /Im Do Q")
    assert [
        ("page 1, table 1, row 2", "A cell holds only a picture; what it shows is not read.")
    ] == [(problem.place, problem.message) for problem in read_sheets(sheet).problems]
