"""The same published paper reads alike from Word and from PDF."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest

from tests.papers import real_paper
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from tracker.readers.document import Document

PAPERS = (
    "edinburgh-2019",
    "moray-2021",
    "moray-2022-repeat",
    "msg-delivery-plan-2019",
    "north-lanarkshire-2019",
)
DIFFERENT = 0.01
"""The part of a paper's cells that its PDF may read otherwise: what a PDF does not say."""


def read_both(name: str) -> tuple[Document, Document]:
    """Read a real paper from Word and from PDF."""
    files = (f"{name}.docx", f"{name}.pdf")
    word, pdf = (read_document(real_paper(file), name=file) for file in files)
    return word, pdf


def cells_of(document: Document) -> list[tuple[object, ...]]:
    """Return text, place in the grid and colour of each cell that holds text."""
    return [
        (tuple((line.level, line.mark, line.text) for line in cell.lines), cell.column, cell.span,
         cell.fill, cell.continues)
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        if cell.lines
    ]  # fmt: skip


def texts_of(document: Document) -> list[str]:
    """Return the text of each cell that holds any."""
    return [
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        if cell.lines
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_cells_agree(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines, levels, columns, spans and colours of a paper's cells are the same in both."""
    word, pdf = read_both(name)
    same = {}
    for what, pick in (("text", texts_of), ("all of it", cells_of)):
        left, right = pick(word), pick(pdf)
        blocks = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        same[what] = sum(block.size for block in blocks) / max(len(left), len(right))
    with capsys.disabled():
        print(f"\n{name}: cells alike by text {same['text']:.1%}, by {same['all of it']:.1%}")  # noqa: T201
    assert min(same.values()) >= 1 - DIFFERENT


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_told_of_a_sound_paper(name: str) -> None:
    """The published papers hold nothing that had to be left out."""
    assert [(), ()] == [document.problems for document in read_both(name)]
