"""Word files into a document, from XML as Word and other programs write it."""

from __future__ import annotations

import io

import docx
import pytest

from tests.office_files import STRICT, cell, paragraph, table, word_file
from tests.reading import grid, marks, paragraphs, spans
from tracker.readers.document import Document, Line, Paragraph
from tracker.readers.formats.word import read
from tracker.readers.formats.word_lists import drawn

BULLETS = (
    '<w:abstractNum w:abstractNumId="0">{0}{1}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1">{2}{3}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2">{4}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def level(depth: int, form: str, text: str, indent: int) -> str:
    """Return the XML of one level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{indent}"/></w:pPr></w:lvl>'
    )


NUMBERING = BULLETS.format(
    level(0, "bullet", "\uf0b7", 360),
    level(1, "bullet", "o", 720),
    level(0, "decimal", "%1.", 720),
    level(1, "lowerLetter", "%2)", 1080),
    level(0, "decimal", "Proposal %1.", 0),
)


def item(text: str, list_id: int, depth: int = 0) -> str:
    """Return the XML of an item of one of Word's lists."""
    place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/>'
    return paragraph(text, f"<w:numPr>{place}</w:numPr>")


def read_body(body: str, **parts: str) -> Document:
    """Read a Word file with this body."""
    return read(word_file(body, **parts), name="paper.docx")


def lines_of(document: Document) -> list[Line]:
    """Return the lines of its paragraphs."""
    return [block.line for block in document.blocks if isinstance(block, Paragraph)]


def only_cell(content: str, **parts: str) -> tuple[Line, ...]:
    """Return the lines of a cell that holds some XML."""
    (found,) = read_body(table(cell("first") + cell(content)), **parts).tables
    return found.rows[0].cells[1].lines


def test_a_paper_of_python_docx_reads_back() -> None:
    """Paragraphs, headings, bold and tables come through a file of another program."""
    paper = docx.Document()
    paper.add_heading("Key Feature 1", level=2)
    paper.add_paragraph().add_run("Bold").bold = True
    paper.add_paragraph("An item", style="List Bullet")
    made = paper.add_table(rows=2, cols=2)
    made.cell(0, 0).text, made.cell(1, 1).text = "Rating", "x"
    stream = io.BytesIO()
    paper.save(stream)
    document = read(stream.getvalue(), name="paper.docx")
    assert [
        Line("Key Feature 1", heading=2, bold=True),
        Line("Bold", bold=True),
        Line("An item", level=0),
    ] == lines_of(document)
    assert [["Rating", ""], ["", "x"]] == grid(document.tables[0])
    assert "table 1, row 2" == document.tables[0].rows[1].place


def test_spans_and_merges_keep_the_grid() -> None:
    """Cells over several columns or rows, and rows that begin later, stand in their columns."""
    wide = '<w:gridSpan w:val="2"/>'
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    (found,) = read_body(
        table(
            cell("a", '<w:vMerge w:val="restart"/>') + cell("b", wide),
            cell("", "<w:vMerge/>") + cell("c") + cell("d"),
            late + cell("e") + cell("f"),
            cell("g") + cell("h") + cell("", '<w:hMerge w:val="continue"/>'),
        )
    ).tables
    assert [
        [(0, 1, False), (1, 2, False)],
        [(0, 1, True), (1, 1, False), (2, 1, False)],
        [(1, 1, False), (2, 1, False)],
        [(0, 1, False), (1, 2, False)],
    ] == [spans(row.cells) for row in found.rows]


@pytest.mark.parametrize(
    ("properties", "run", "fill"),
    [
        ('<w:shd w:val="clear" w:fill="92d050"/>', "", "92D050"),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', "", None),
        ('<w:shd w:val="clear" w:fill="auto"/>', "", None),
        ('<w:shd w:val="nil" w:fill="FF0000"/>', "", None),
        ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', "", "FF0000"),
        ("", '<w:highlight w:val="yellow"/>', "FFFF00"),
        ("", '<w:shd w:val="clear" w:fill="C00000"/>', "C00000"),
        ("", '<w:highlight w:val="none"/>', None),
    ],
)
def test_a_cell_has_the_colour_that_people_see(properties: str, run: str, fill: str | None) -> None:
    """Shading of the cell counts, else that of all its text."""
    (found,) = read_body(table(cell(paragraph("Y", run=run), properties))).tables
    assert fill == found.rows[0].cells[0].fill


def test_lists_nest_by_their_indents() -> None:
    """Two of Word's lists in one cell nest as they look, and drawn numbers are kept."""
    content = item("out", 1) + item("in", 2) + item("deep", 2, 1) + item("on", 2) + item("out", 1)
    assert [
        (0, "", "out"), (1, "1.", "in"), (2, "a)", "deep"), (1, "2.", "on"), (0, "", "out"),
    ] == marks(only_cell(content, numbering=NUMBERING))  # fmt: skip


def test_a_list_that_goes_on_in_the_next_cell_keeps_its_level() -> None:
    """A cell that begins inside a list, as after a page break, begins at that level."""
    assert [(1, "", "in"), (0, "", "out")] == marks(
        only_cell(item("in", 1, 1) + item("out", 1), numbering=NUMBERING)
    )


def test_numbers_count_on_and_restart() -> None:
    """Lists of one definition count on, one told to restart does, words in a label are text."""
    body = item("a", 2) + item("b", 2) + item("c", 4) + item("Shared work", 3)
    assert [
        (0, "1.", "a"),
        (0, "2.", "b"),
        (0, "1.", "c"),
        (None, "", "Proposal 1. Shared work"),
    ] == (marks(lines_of(read_body(body, numbering=NUMBERING))))


def test_a_number_alone_in_a_cell_is_its_text() -> None:
    """A reference that Word draws into an empty cell is read."""
    assert [(None, "", "1.")] == marks(only_cell(item("", 2), numbering=NUMBERING))


def test_typed_bullets_and_numbers() -> None:
    """Bullets typed by hand are items; numbers only where they follow on."""
    typed = "".join(paragraph(text) for text in ("• one", "o below", "1. first", "2. second"))
    assert [(0, "", "one"), (1, "", "below"), (2, "1.", "first"), (2, "2.", "second")] == marks(
        only_cell(typed)
    )
    assert [(None, "", "1. Alone")] == marks(only_cell(paragraph("1. Alone")))


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
    '<w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FORM = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
TICKED = FORM.format('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
CHOSEN = FORM.format(
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="low"/>'
    '<w:listEntry w:val="high"/></w:ddList>'
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = CONTROL.format('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "")
PLACEHOLDER = CONTROL.format("<w:showingPlcHdr/>", "<w:r><w:t>Choose an item.</w:t></w:r>")
FILLED = CONTROL.format("", "<w:r><w:t>Established</w:t></w:r>")
CHANGED = "<w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:t>gone</w:t></w:r></w:del>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', "✗"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="none"/></w:r>', ""),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>', "✓"),
        ('<w:r><w:rPr><w:rFonts w:hAnsi="Wingdings 2"/></w:rPr><w:t>P</w:t></w:r>', "✓"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:softHyphen/></w:r>", "one two"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>chair</w:t></w:r>", "co-chair"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag>", "tag"),
        ("<w:fldSimple><w:r><w:t>4</w:t></w:r></w:fldSimple>", "4"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", ""),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (FIELD, "7"),
        (TICKED, "☒"),
        (CHOSEN, "high"),
        (BOX, "☒"),
        (PLACEHOLDER, ""),
        (FILLED, "Established"),
        (CHANGED, "kept"),
    ],
)
def test_runs_read_as_they_look(content: str, text: str) -> None:
    """Symbols, fields, controls and tracked changes give the text that a person sees."""
    (found,) = read_body(table(cell("first") + cell(f"<w:p>{content}</w:p>"))).tables
    assert text == found.rows[0].cells[1].text


def test_a_text_box_is_read_once() -> None:
    """Of the two forms that Word saves of a drawing, one is read."""
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    both = (
        "<w:p><w:r><w:t>above</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert ["above", "boxed"] == paragraphs(read_body(both))


def test_line_breaks_part_paragraphs_but_not_items() -> None:
    """A break ends a line of text; in a list item the text goes on."""
    broken = "<w:p>{}<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>"
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = broken.format("") + broken.format(listed)
    assert ["one", "two", "one two"] == paragraphs(read_body(body, numbering=NUMBERING))


def test_tracked_changes_are_accepted_and_told() -> None:
    """Deleted rows, paragraphs and runs are gone, inserted ones read, and all are counted."""
    gone = "<w:trPr><w:del/></w:trPr>" + cell("deleted row")
    merged = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>begins </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>and ends</w:t></w:r></w:p>"
        "<w:moveFrom><w:p><w:r><w:t>moved away</w:t></w:r></w:p></w:moveFrom>"
    )
    document = read_body(merged + table(cell("kept"), gone))
    assert ["begins and ends"] == paragraphs(document)
    assert [["kept"]] == grid(document.tables[0])
    assert ["3 tracked changes were read as accepted."] == [p.message for p in document.problems]


def test_what_is_left_out_is_told() -> None:
    """Comments, hidden text and pictures in cells are told with their place."""
    body = table(
        cell("<w:p><w:r><w:drawing/></w:r></w:p>")
        + cell("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>h</w:t></w:r></w:p>")
    ) + paragraph("text")
    document = read_body(body, comments="<w:comment/><w:comment/>")
    assert [
        ("file", "2 comments were not read."),
        ("file", "1 piece of hidden text was not read."),
        ("table 1, row 1", "A cell holds only a picture; what it shows is not read."),
    ] == [(problem.place, problem.message) for problem in document.problems]


def test_headers_footers_and_footnotes_have_their_places() -> None:
    """What stands at the edge of the page is read once and can be told from the text."""
    document = read_body(
        paragraph("text"),
        header1=paragraph("Strathmore HSCP"),
        header2=paragraph("Strathmore HSCP"),
        footer1=paragraph("7") + paragraph("Draft"),
        footnotes=(
            f'<w:footnote w:type="separator">{paragraph("-")}</w:footnote>'
            f"<w:footnote>{paragraph('a note')}</w:footnote>"
        ),
    )
    assert [
        ("header", "Strathmore HSCP"),
        ("paragraph 1", "text"),
        ("footnote 1", "a note"),
        ("footer", "Draft"),
    ] == [(block.place, block.text) for block in document.blocks if isinstance(block, Paragraph)]


def test_tables_in_tables() -> None:
    """A table that only lays out stands aside; one inside a cell becomes lines, which is told."""
    inner = table(cell("Rating") + cell("x"))
    laid_out = table(cell(paragraph("above") + inner))
    document = read_body(laid_out + table(cell("first") + cell(inner)))
    assert ["above"] == paragraphs(document)
    assert [[["Rating", "x"]], [["first", "Rating | x"]]] == [grid(t) for t in document.tables]
    assert ["table 2, row 1"] == [problem.place for problem in document.problems]


def test_the_strict_kind_reads_alike() -> None:
    """A file in the ISO namespace holds the same as in Word's usual one."""
    body = table(cell("Rating") + cell("✓"))
    strict = read(word_file(body, word=STRICT), name="paper.docx")
    assert read_body(body).blocks == strict.blocks


def test_styles_give_lists_headings_and_weight() -> None:
    """What a paragraph inherits counts, through a chain of styles, also one that is a loop."""
    styles = (
        '<w:style w:styleId="A"><w:name w:val="heading 3"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:name w:val="Own"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="C"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(paragraph(name, f'<w:pStyle w:val="{name}"/>') for name in "BC")
    assert [Line("B", heading=3, bold=True), Line("C", level=0)] == lines_of(
        read_body(body, styles=styles, numbering=NUMBERING)
    )


def test_pages_are_counted_where_word_left_marks() -> None:
    """Rows know their page if Word saved where its pages ended."""
    turned = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>next</w:t></w:r></w:p>"
    (first, second) = read_body(table(cell("a")) + turned + table(cell("b"))).tables
    assert (1, 2) == (first.rows[0].page, second.rows[0].page)


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (49, "lowerRoman", "xlix"),
        (9, "upperRoman", "IX"),
        (0, "lowerRoman", "0"),
        (5, "chicago", "5"),
    ],
)
def test_numbers_are_drawn_in_their_form(count: int, form: str, text: str) -> None:
    """Letters double after z, and a form that we do not know counts in figures."""
    assert text == drawn(count, form)


def test_content_controls_and_alternatives_around_paragraphs() -> None:
    """What stands around whole paragraphs, rows or cells is looked through, hints are not read."""
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        control.format("", paragraph("filled"))
        + control.format("<w:showingPlcHdr/>", paragraph("Click here"))
        + f"<mc:AlternateContent><mc:Fallback>{paragraph('other')}</mc:Fallback>"
        "</mc:AlternateContent>"
        + table(control.format("", cell("a") + control.format("", cell("b"))))
    )
    document = read_body(body)
    assert ["filled", "other"] == paragraphs(document)
    assert [["a", "b"]] == grid(document.tables[0])


def test_a_cell_deleted_by_a_tracked_change_is_gone() -> None:
    """The cells beside it move up, and the change is told."""
    document = read_body(table(cell("a") + cell("b", "<w:cellDel/>") + cell("c")))
    assert [["a", "c"]] == grid(document.tables[0])
    assert ["1 tracked change was read as accepted."] == [p.message for p in document.problems]
