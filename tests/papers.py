"""Papers built by hand, and the scoring of what was read from them.

Documents are made as neutral blocks, in layouts that no file has, and can be written out as Word,
text and sheets to go the whole way through a format reader.
"""

from __future__ import annotations

import csv
import io
import os
import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tracker.framework import built_in
from tracker.readers.document import Cell, Document, Line, Paragraph, Row, Table
from tracker.readers.paper import read_paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tracker.drafts import ActionDraft, PaperDraft
    from tracker.readers.document import Block

SHARED = Path(__file__).parents[2] / "shared"
DOCUMENTS = Path(os.environ.get("TRACKER_PAPERS", SHARED / "documents"))
EXPECTED = DOCUMENTS.parent / "expected"
FRAMEWORK = built_in()
LEVELS = ("Not yet established", "Partly established", "Established", "Exemplary")


def real_paper(name: str) -> bytes:
    """Return a published paper's bytes, or skip the test by its name."""
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    return path.read_bytes()


# Building


def line(
    text: str, level: int | None = None, *, heading: int | None = None, bold: bool = False
) -> Line:
    """Make a line; a text that begins with `* ` or `** ` is a list item."""
    stars = re.match(r"(\*+) ", text)
    if stars:
        return Line(text[stars.end() :], len(stars[1]) - 1)
    return Line(text, level, heading, bold)


def paragraph(text: str, *, heading: int | None = None, bold: bool = False) -> Paragraph:
    """Make a paragraph outside tables."""
    return Paragraph(line(text, heading=heading, bold=bold), "")


def cell(text: str = "", *, span: int = 1, fill: str | None = None, merged: bool = False) -> Cell:
    """Make a cell; each line of the text is a paragraph."""
    lines = tuple(line(part) for part in text.split("\n") if part)
    return Cell(lines, 0, span, fill, merged)


UP = cell(merged=True)
"""A cell merged with the one above."""


def table(*rows: Sequence[str | Cell]) -> Table:
    """Make a table; a row of one text goes across the whole width."""
    made = [tuple(c if isinstance(c, Cell) else cell(c) for c in row) for row in rows]
    width = max(sum(c.span for c in row) for row in made)
    placed = []
    for row in made:
        cells = (replace(row[0], span=width),) if len(row) == 1 else row
        column, laid = 0, []
        for one in cells:
            laid.append(replace(one, column=column))
            column += one.span
        placed.append(Row(tuple(laid), ""))
    return Table(tuple(placed), "")


def document(*blocks: Block, name: str = "strathmore.docx") -> Document:
    """Make a document, its places numbered as a Word reader numbers them."""
    placed: list[Block] = []
    tables = paragraphs = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            placed.append(replace(block, place=f"paragraph {paragraphs}"))
            continue
        tables += 1
        rows = tuple(
            replace(row, place=f"table {tables}, row {number}")
            for number, row in enumerate(block.rows, start=1)
        )
        placed.append(Table(rows, f"table {tables}"))
    return Document(name, "docx", tuple(placed))


def marked(level: int, mark: str = "\u2713", label: str = "Our rating") -> list[str]:
    """Make a rating row with a mark under one of the four levels."""
    return [label, *(mark if number == level else "" for number in range(4))]


def scale(label: str = "Rating") -> list[str]:
    """Make a row of level names."""
    return [label, *LEVELS]


def wide(label: str, text: str) -> list[str | Cell]:
    """Make a row with a label and one text beside it, merged over the levels."""
    return [label, cell(text, span=4)]


def template(
    heading: str,
    rating: Sequence[str | Cell],
    *,
    evidence: str = "* Joint meetings are held",
    actions: str = "* Hold a workshop",
) -> Table:
    """Make a proposal's own table as the self-evaluation template has it."""
    return table(
        [heading],
        scale(),
        ["Indicator", "None of it", "Some of it", "Most of it", "All of it"],
        rating,
        wide("Evidence / Notes", evidence),
        wide("Proposed improvement actions", actions),
    )


# Writing out


def as_word(paper: Document) -> bytes:
    """Write a document as a Word file, spans, merges and shades included."""
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = docx.Document()
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            _write_line(made.add_paragraph(), block.line)
            continue
        grid = made.add_table(len(block.rows), block.width)
        for number, row in enumerate(block.rows):
            for one in row.cells:
                target = grid.cell(number, one.column)
                if one.span > 1:
                    target = target.merge(grid.cell(number, one.column + one.span - 1))
                if one.continues:
                    grid.cell(number - 1, one.column).merge(target)
                for index, text in enumerate(one.lines):
                    first = target.paragraphs[0]
                    _write_line(first if index == 0 else target.add_paragraph(), text)
                if one.fill:
                    shade = OxmlElement("w:shd")
                    shade.set(qn("w:val"), "clear")
                    shade.set(qn("w:fill"), one.fill)
                    target._tc.get_or_add_tcPr().append(shade)
        made.add_paragraph()
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _write_line(paragraph: object, text: Line) -> None:
    """Write one line with its list level, its heading and its weight."""
    from docx.text.paragraph import Paragraph as WordParagraph

    assert isinstance(paragraph, WordParagraph)
    if text.level is not None:
        paragraph.style = "List Bullet" if text.level == 0 else f"List Bullet {text.level + 1}"
    elif text.heading:
        paragraph.style = f"Heading {text.heading}"
    paragraph.add_run(text.text).bold = text.bold or None


def as_text(paper: Document) -> bytes:
    """Write a document as text, cells kept apart by TABs and list items by bullets."""
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            lines += [block.text, ""]
            continue
        for row in block.rows:
            cells = [_typed(one.lines) for one in row.cells for _ in range(one.span)]
            spare = {c.column + n for c in row.cells for n in range(1, c.span)}
            lines.append("\t".join("" if n in spare else t for n, t in enumerate(cells)))
        lines.append("")
    return "\n".join(lines).encode()


def _typed(lines: Iterable[Line]) -> str:
    return " ".join(
        f"\u2022 {text.text}" if text.level is not None else text.text for text in lines
    )


def as_delimited(paper: Document) -> bytes:
    """Write the tables of a document as a CSV file, all rows of one width as Excel writes them."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    width = max(table.width for table in paper.tables)
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            writer.writerow([block.text, *[""] * (width - 1)])
            continue
        for row in block.rows:
            texts = [""] * width
            for one in row.cells:
                texts[one.column] = "\n".join(text.text for text in one.lines)
            writer.writerow(texts)
    return stream.getvalue().encode()


def as_sheet(paper: Document, *, days: Mapping[str, date] | None = None) -> bytes:
    """Write the tables of a document as an Excel file, some texts as real dates."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet, number = book.add_worksheet("Actions"), 0
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    for block in paper.blocks:
        rows = block.rows if isinstance(block, Table) else ()
        if isinstance(block, Paragraph):
            sheet.write_string(number, 0, block.text)
            number += 1
        for row in rows:
            for one in row.cells:
                text = "\n".join(part.text for part in one.lines)
                shade = book.add_format({"bg_color": f"#{one.fill}"}) if one.fill else None
                if days and text in days:
                    sheet.write_datetime(number, one.column, days[text], dated)
                elif text:
                    sheet.write_string(number, one.column, text, shade)
                elif shade:
                    sheet.write_blank(number, one.column, None, shade)
            number += 1
    book.close()
    return stream.getvalue()


# Scoring


@dataclass(frozen=True)
class Expect:
    """What a paper holds of one proposal."""

    rating: str | None = None
    previous: str | None = None
    actions: tuple[str, ...] = ()


@dataclass
class Score:
    """How many ratings and actions were read right, and what was not."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    ratings: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        read = self.right + len(self.extra)
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is printed that was read."""
        printed = self.right + len(self.missed)
        return self.right / printed if printed else 1.0

    def __str__(self) -> str:
        told = f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        return f"{told}, {self.right} actions, {len(self.ratings)} ratings wrong"


def folded(text: str | None) -> str:
    """Return the words of a text: case, dashes, quotes and spacing do not count."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def score(draft: PaperDraft, expected: Mapping[str, Expect]) -> Score:
    """Compare a draft with what a paper holds; actions of every position count."""
    result = Score()
    positions = positions_of(draft)
    rated = {proposal.code: proposal for proposal in draft.proposals}
    for code in sorted({*expected, *rated}):
        wanted = expected.get(code, Expect())
        held = rated.get(code)
        read = (held.rating, held.previous_rating) if held else (None, None)
        if read != (wanted.rating, wanted.previous):
            result.ratings.append(f"{code}: {read} instead of {(wanted.rating, wanted.previous)}")
        texts = [folded(action.text) for action in positions.get(code, ())]
        for text in wanted.actions:
            if folded(text) in texts:
                texts.remove(folded(text))
                result.right += 1
            else:
                result.missed.append(f"{code}: {text}")
        result.extra += [f"{code}: {text}" for text in texts]
    return result


def positions_of(draft: PaperDraft) -> dict[str, list[ActionDraft]]:
    """Return the actions at every printed position, those that were merged at each of theirs."""
    placed: dict[str, dict[int, ActionDraft]] = {}
    for action in draft.actions:
        for ref in (action.ref, *action.aliases):
            code, number = ref.rsplit("/", 1)
            placed.setdefault(code, {})[int(number)] = action
    return {code: [at[n] for n in sorted(at)] for code, at in placed.items()}


def read(paper: Document, *, as_at: date | None = None) -> PaperDraft:
    """Read a document with the built-in framework."""
    return read_paper(paper, framework=FRAMEWORK, as_at=as_at)
