"""Texts laid out in columns with spaces, as pdftotext gives them, into a document."""

from __future__ import annotations

import sys
from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers import FRAMEWORK, real_paper
from tests.reading import grid, marks, paragraphs
from tracker.columns import fold
from tracker.errors import Unreadable
from tracker.kinds import Severity
from tracker.readers.formats import aligned
from tracker.readers.formats.text import read
from tracker.readers.paper import read_paper
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from tracker.drafts import ActionDraft, PaperDraft
    from tracker.readers.document import Document

HEAD = ["Improvement action", "How we will deliver it", "Timescale", "Lead", "Status"]
ROWS = [
    [
        "Agree a joint training offer for board members and senior managers of every partner.",
        "A working group meets each month and reports to the board in the autumn.",
        "March 2024",
        "Chief Officer",
        "In progress",
    ],
    [
        "Publish the reserves policy and review it with both finance teams every year.",
        "Draft went to the committee. Comments are being gathered.",
        "Ongoing",
        "Chief Finance Officer",
        "Complete",
    ],
    [
        "Bring local groups into the planning of services from the very start.",
        "Four meetings are arranged.",
        "June 2024",
        "Locality Manager",
        "Not started",
    ],
]
STARTS = [1, 36, 70, 84, 104]


def laid(cells: list[str], starts: list[int], *, centred: bool = False) -> list[str]:
    """Lay one row out, each cell wrapped to the room before the next column."""
    ends = [*starts[1:], starts[-1] + 30]
    columns = [
        wrap(cell, end - start - 3) for cell, start, end in zip(cells, starts, ends, strict=True)
    ]
    lines = []
    for at in range(max(map(len, columns))):
        line = ""
        for column, start, end in zip(columns, starts, ends, strict=True):
            if at < len(column):
                text = column[at]
                indent = (end - start - len(text)) // 2 if centred else 0
                line = line.ljust(start + indent) + text
        lines.append(line)
    return lines


def page(*lines: str, number: int = 1, of: int = 3) -> str:
    """Put lines on a page with a running foot."""
    return "\n".join([*lines, "", f"Strathmore plan{' ' * 60}Page {number} of {of}"]) + "\n\f"


def read_text(text: str) -> Document:
    """Read a text as a UTF-8 file."""
    return read(text.encode(), name="paper.txt")


def read_last(*lines: str) -> list[list[list[str]]]:
    """Read lines below a page with an action table, and return the tables they hold."""
    return [grid(table) for table in read_below(*lines).tables[1:]]


def read_below(*lines: str) -> Document:
    """Read lines as the last page of a paper that is surely laid out with spaces."""
    first = [line for row in (HEAD, *ROWS) for line in laid(row, STARTS)]
    return read_text("\n".join([*first, "\fThe next part of this paper.", "", *lines]))


def test_cells_are_rebuilt_from_their_positions() -> None:
    """Every cell of an action table reads whole, whatever its neighbours hold beside it."""
    lines = [line for row in (HEAD, *ROWS) for line in laid(row, STARTS)]
    document = read_text("\n".join(lines))
    assert [[HEAD, *ROWS]] == [grid(table) for table in document.tables]
    assert () == document.problems


def test_rows_carry_the_line_they_begin_at() -> None:
    """A row is found again by its line in the file and its page."""
    table = read_below(*laid(HEAD, STARTS), *laid(ROWS[0], STARTS)).tables[-1]
    assert [("line 13, page 2", 2), ("line 14, page 2", 2)] == [
        (row.place, row.page) for row in table.rows
    ]


def test_a_row_broken_by_a_page_is_joined_where_its_sentence_goes_on() -> None:
    """A row cut in the middle of a sentence is one row; its repeated head and foot are no text."""
    first, second = laid(ROWS[0], STARTS)[:2], laid(ROWS[0], STARTS)[2:]
    text = page(*laid(HEAD, STARTS), *laid(ROWS[1], STARTS), *first, number=1)
    text += page(*second, *laid(ROWS[2], STARTS), number=2)
    text += page("The end.", number=3)
    document = read_text(text)
    (table,) = document.tables
    assert [HEAD, ROWS[1], ROWS[0], ROWS[2]] == grid(table)
    assert ["The end.", "Strathmore plan"] == paragraphs(document)


def test_a_head_printed_on_each_page_stands_once() -> None:
    """The head of a table that goes on is not read as a row of it again."""
    text = page(*laid(HEAD, STARTS), *laid(ROWS[0], STARTS), number=1)
    text += page(*laid(HEAD, STARTS), *laid(ROWS[1], STARTS), number=2)
    (table,) = read_text(text).tables
    assert [HEAD, ROWS[0], ROWS[1]] == grid(table)


def test_columns_may_be_narrower_on_the_next_page() -> None:
    """Rows on a further page keep their columns though these moved, and one holds nothing."""
    narrow = [1, 36, 66, 76]
    fewer = [ROWS[2][0], ROWS[2][1], ROWS[2][2], ROWS[2][3]]
    rows = [HEAD[:4], ROWS[0][:4], ROWS[1][:4]]
    text = page(*(line for row in rows for line in laid(row, STARTS[:4])), number=1)
    text += page(*laid(fewer, narrow), number=2)
    (table,) = read_text(text).tables
    assert [*rows, fewer] == grid(table)


SCALE = ["Rating", "Not yet established", "Partly established", "Established", "Exemplary"]
SCALE_STARTS = [0, 14, 40, 66, 90]


@pytest.mark.parametrize("level", range(1, 5))
@pytest.mark.parametrize("offset", [0, 4, 9])
@pytest.mark.parametrize("mark", ["x", "✓", "Y"])
def test_a_mark_stands_in_the_column_whose_span_it_falls_in(
    level: int, offset: int, mark: str
) -> None:
    """A tick or letter is put under its level wherever in the column it is set."""
    indicator = [
        "Indicator",
        *(f"What level {at} looks like in local practice." for at in range(4)),
    ]
    rating = "Our rating".ljust(SCALE_STARTS[level] + offset) + mark
    lines = [*laid(SCALE, SCALE_STARTS), *laid(indicator, SCALE_STARTS), rating]
    table = read_below(*lines).tables[-1]
    (cell,) = [cell for cell in table.rows[-1].cells[1:] if cell.lines]
    assert (level, 1, mark) == (cell.column, cell.span, cell.text)


def test_a_mark_right_below_the_scale_is_a_row_of_its_own() -> None:
    """A scale without indicators is not run together with the rating below it."""
    rating = "Our rating".ljust(69) + "x"
    (table,) = read_last(*laid(SCALE, SCALE_STARTS), rating)
    assert [SCALE, ["Our rating", "", "", "x", ""]] == table


def test_tables_that_follow_each_other_keep_their_own_columns() -> None:
    """The head of a second table goes with its own rows, not with those above it."""
    wide = [0, 40, 66]
    head, row = ["Action", "Detail", "When"], [ROWS[1][0], "Work goes on here.", "May 2024"]
    rating = "Our rating".ljust(69) + "x"
    lines = [*laid(SCALE, SCALE_STARTS), rating, *laid(head, wide), *laid(row, wide)]
    lines += laid(["Second thing to be done by the partners.", "Soon.", "June 2024"], wide)
    assert [head, row] == read_last(*lines)[1][:2]


def test_a_text_across_the_columns_is_one_cell() -> None:
    """The name of a section inside a table covers its columns and parts no cells."""
    section = "Collaborative working between all of the partners and their staff"
    lines = [*laid(HEAD, STARTS), section, *laid(ROWS[0], STARTS), *laid(ROWS[1], STARTS)]
    (table,) = read_text("\n".join(lines)).tables
    assert [HEAD, [section, "", "", ""], ROWS[0], ROWS[1]] == [
        row if row[0] != section else row[:4] for row in grid(table)
    ]


def test_wrapped_lines_outside_tables_are_one_paragraph() -> None:
    """Prose is joined from its lines; short lines and list items stay apart."""
    prose = (
        "The board met twice and agreed that the plan should be printed again in full next year."
    )
    lines = [
        "Our plan",
        *wrap(prose, 60),
        "",
        "• first thing",
        "• second thing that we",
        "  will do",
        "",
    ]
    document = read_below(*lines)
    assert [
        "The next part of this paper.",
        "Our plan",
        prose,
        "first thing",
        "second thing that we will do",
    ] == paragraphs(document)


def test_bullets_in_a_cell_are_its_items() -> None:
    """Bullets that hang before their text are list items of the cell beside the label."""
    lines = [
        "Evidence /     \uf0b7    The board meets every month and writes down what it decides so",
        "Notes               that all partners know",
        "               \uf0b7    Staff are asked each year",
        "Proposed       \uf0b7    Train managers",
        "improvement    \uf0b7    Ask partners what they need and answer them before the summer",
        "actions             begins",
    ]
    (table,) = read_text("\n".join([*laid(SCALE, SCALE_STARTS) * 3, "", *lines])).tables[-1:]
    assert ["Evidence / Notes", "Proposed improvement actions"] == [row[0] for row in grid(table)]
    assert [
        (0, "", "Train managers"),
        (0, "", "Ask partners what they need and answer them before the summer begins"),
    ] == marks(table.rows[1].cells[1].lines)


def test_a_raised_ending_goes_back_to_its_number() -> None:
    """The `st` that an extraction prints a line higher is no mark in the rating row."""
    cell = "Budgets were agreed by 31 March."
    raised = " " * (14 + cell.index("31") + 2) + "st"
    lines = [
        *laid(SCALE, SCALE_STARTS),
        "Our rating".ljust(69) + "x",
        raised,
        "Evidence".ljust(14) + cell,
    ]
    document = read_below(*lines)
    texts = [text for table in document.tables for row in grid(table) for text in row if text]
    assert "Budgets were agreed by 31st March." in texts
    assert "x" in texts


def test_a_doubtful_row_is_told() -> None:
    """A sentence right below another, in the first cell alone, may begin a row: that is told."""
    lines = [*laid(HEAD, STARTS), *laid(ROWS[0], STARTS), " Another thing to be done."]
    document = read_below(*lines)
    told = [(problem.place, problem.severity) for problem in document.problems]
    assert [("line 17, page 2", Severity.WARNING)] == told
    assert "Another thing" in document.problems[0].message


def test_touching_cells_are_told() -> None:
    """Where a cell is written up to the next one, where that begins is told to be uncertain."""
    starts = [0, 20, 40, 60]
    head = laid(["One two three", "Four five six", "Seven eight", "Nine"], starts)
    clean = laid(["Alpha beta gamma", "Delta epsilon z", "Eta theta iota", "Kappa"], starts)
    touching = f"{'Alpha beta gamma':20}{'Delta epsilon zet Eta theta iota':40}Kappa"
    document = read_below(*head, *clean, touching, *clean, *clean)
    assert ["line 15, page 2"] == [p.place for p in document.problems if "touch" in p.message]


def test_text_without_common_columns_is_refused() -> None:
    """A text whose cells cannot be told apart is refused, with what to import instead."""
    words = "alpha    beta    gamma    delta    epsilon"
    lines = []
    for at in range(12):
        lines += [" " * at * 9 + words, " " * (at % 3 * 5) + "x" * (40 + at * 9), ""]
    text = "\n".join(
        [*lines, *laid(SCALE, SCALE_STARTS), *laid(SCALE, SCALE_STARTS)]
        + laid(SCALE, SCALE_STARTS) * 3
    )
    with pytest.raises(Unreadable) as refused:
        read_text(text)
    assert "cells cannot be told apart" in refused.value.message
    assert "Word or PDF" in refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "Rating\tlow\thigh\nOurs\t\tx\nTheirs\tx\t\nAll\tx\tx\n",
        "| Ref | Action | When |\n|-----|--------|------|\n| 1   | a      | May  |\n" * 3,
        "Plain prose.  It has two spaces after stops.  Nothing else.\n" * 9,
        "1.  first thing\n2.  second thing\n3.  third thing\n" * 4,
        "- a\n    - b\n    - c\n- d\n" * 5,
        "",
        "\f\f\f",
    ],
    ids=["tabs", "pipes", "prose", "numbers", "bullets", "empty", "pages"],
)
def test_other_texts_are_left_alone(text: str) -> None:
    """Texts with TABs, pipes, lists or prose are not taken for columns laid out with spaces."""
    assert not aligned.is_aligned(text)


@given(st.text(alphabet="aabZ      .\n\n•", max_size=400))
def test_no_word_is_lost(text: str) -> None:
    """Whatever the arrangement of words and spaces, each letter is in the document once."""
    try:
        document = aligned.read(text, name="paper.txt")
    except Unreadable:
        return
    shown = [*paragraphs(document), *(c for t in document.tables for row in grid(t) for c in row)]
    assert letters(text) == letters("".join(shown))


def letters(text: str) -> list[str]:
    """Return the letters of a text, sorted."""
    return sorted(filter(str.isalpha, text))


@given(
    st.lists(
        st.tuples(
            st.integers(2, 14), st.integers(1, 10), st.sampled_from(["May 2024", "Ongoing", ""])
        ),
        min_size=1,
        max_size=6,
    )
)
def test_rows_of_any_length_are_told_apart(shapes: list[tuple[int, int, str]]) -> None:
    """Rows whose cells are sentences read as they were laid out, or a doubt is told."""
    rows = [
        [sentence("Action", first), sentence("Delivery", second), when, "Chief Officer"]
        for first, second, when in shapes
    ]
    starts = [0, 34, 66, 80]
    lines = [line for row in ([*HEAD[:4]], *rows) for line in laid(row, starts)]
    document = read_text("\n".join(lines * 1))
    if not aligned.is_aligned("\n".join(lines)):
        return
    read_rows = [row for table in document.tables for row in grid(table)]
    assert [HEAD[:4], *rows] == read_rows or document.problems


def sentence(word: str, length: int) -> str:
    """Return a sentence of so many words, the first with a capital."""
    return " ".join([word, *(f"word{'s' * (at % 4)}" for at in range(length - 1))]) + "."


def test_long_tables_take_time_in_line_with_their_length() -> None:
    """A table of many thousand lines without pages is read, each row once."""
    lines = laid(HEAD, STARTS) + [line for row in ROWS * 700 for line in laid(row, STARTS)]
    (table,) = read_text("\n".join(lines)).tables
    assert 2101 == len(table.rows)


def actions_of(paper: PaperDraft) -> set[tuple[str, ...]]:
    """Return what is compared of each action."""
    return {
        (proposal.code, *values(action))
        for proposal in paper.proposals
        for action in proposal.actions
    }


def values(action: ActionDraft) -> tuple[str, ...]:
    """Return the wording, delivery, timescale, owners and status of an action, folded."""
    timescale = action.timescale.text if action.timescale else ""
    owners = "; ".join(sorted(map(fold, action.owners)))
    told = (action.text, action.delivery or "", timescale, action.printed_status or "")
    return (*map(fold, told), owners, str(action.status))


def read_real(name: str) -> PaperDraft:
    """Read a real paper, or skip the test by its name."""
    return read_paper(read_document(real_paper(name), name=name), framework=FRAMEWORK)


def test_the_laid_out_sample_reads_as_its_word_file() -> None:
    """The repeat sample has the same ratings and actions as text and as a Word file."""
    text, word = read_real("moray-2022-repeat.txt"), read_real("moray-2022-repeat.docx")
    ratings = [
        [(p.code, p.rating, p.previous_rating) for p in one.proposals] for one in (word, text)
    ]
    assert ratings[0] == ratings[1]
    found, true = actions_of(text), actions_of(word)
    right = len(found & true)
    told = f"precision {right}/{len(found)}, recall {right}/{len(true)}"
    sys.stdout.write(f"measured: laid out with spaces, against Word: {told}\n")
    assert true == found
    assert 69 == len(found)


def test_pages_of_the_sample_are_in_order() -> None:
    """Its rows come in the order of the file, page after page."""
    document = read_document(real_paper("moray-2022-repeat.txt"), name="moray-2022-repeat.txt")
    pages = [row.page or 0 for table in document.tables for row in table.rows]
    assert all(before <= after for before, after in pairwise(pages))
