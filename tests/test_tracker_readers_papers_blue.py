"""Blue in a traffic light: what the paper's own key says, and nothing where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.papers import as_sheet, as_word, cell, document, paragraph, read, table
from tracker.kinds import Severity, Status
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from tracker.readers.document import Block, Cell

HEAD = ["Proposal", "Action", "Due", "BRAG"]
ROWS: list[list[str | Cell]] = [
    ["1.1", "Run a course", "May 2022", "Blue"],
    ["1.2", "Ask the staff", "May 2022", "Green"],
    ["1.3", "Tell the board", "May 2022", "B"],
]
SHADED: list[list[str | Cell]] = [
    ["1.1", "Run a course", "May 2022", cell(fill="0070C0")],
    ["1.2", "Ask the staff", "May 2022", cell(fill="00B050")],
    ["1.3", "Tell the board", "May 2022", cell(fill="0070C0")],
]
KEYS: list[Block] = [
    paragraph("BRAG key: Blue = complete; Green = on track; Amber = at risk; Red = off track"),
    paragraph("Key: B - complete, G - on track, A - some delay, R - delayed"),
    paragraph("Blue: action complete"),
    table(["Blue", "Complete"], ["Green", "On track"]),
    table(["Blue - complete", "Green - on track", "Amber - at risk", "Red - off track"]),
]


@pytest.mark.parametrize("rows", [ROWS, SHADED], ids=["words", "shades"])
def test_blue_without_a_key_is_not_complete(rows: list[list[str | Cell]]) -> None:
    """It is kept as printed, not reported, and told once with all its rows and what to do."""
    draft = read(document(table(HEAD, *rows)))
    first, second, third = draft.actions
    assert [Status.NOT_REPORTED] * 2 == [first.status, third.status]
    assert Status.IN_PROGRESS == second.status
    assert first.printed_status in {"Blue", "blue shade"}
    (problem,) = [p for p in draft.problems if "no key" in p.message]
    assert Severity.WARNING == problem.severity
    assert "table 1, rows 2 and 4" in problem.message
    assert '"Blue = complete"' in problem.message
    assert not [p for p in draft.problems if "is not one that is known" in p.message]


@pytest.mark.parametrize("rows", [ROWS, SHADED], ids=["words", "shades"])
@pytest.mark.parametrize("key", KEYS, ids=range(len(KEYS)))
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_blue_is_what_the_key_says(rows: list[list[str | Cell]], key: Block, suffix: str) -> None:
    """However the key is laid out, it counts for words, letters and shades."""
    write = as_word if suffix == "docx" else as_sheet
    paper = document(key, paragraph("Our actions"), table(HEAD, *rows))
    draft = read(read_document(write(paper), name=f"strathmore.{suffix}"))
    assert [Status.COMPLETE, Status.IN_PROGRESS, Status.COMPLETE] == [
        action.status for action in draft.actions
    ]
    assert not [p for p in draft.problems if "no key" in p.message]


def test_key_in_the_heading_counts() -> None:
    """A heading may say in brackets what its letters mean."""
    head = [*HEAD[:3], "BRAG (B = complete; G = on track)"]
    draft = read(document(table(head, *ROWS)))
    assert [Status.COMPLETE, Status.COMPLETE] == [
        action.status for action in draft.actions if action.ref != "1.2/1"
    ]


def test_blue_that_means_something_else_is_that() -> None:
    """Where the paper's blue is not started, it is not started."""
    key = paragraph("Key: Blue = not started; Green = complete; Red = delayed")
    draft = read(document(key, table(HEAD, *ROWS)))
    assert [Status.NOT_STARTED, Status.COMPLETE, Status.NOT_STARTED] == [
        action.status for action in draft.actions
    ]


def test_blue_beside_a_status_that_is_printed_is_not_needed() -> None:
    """An action whose status says complete needs no key for its colour."""
    head = ["Proposal", "Action", "Status", "BRAG"]
    draft = read(document(table(head, ["1.1", "Run a course", "Complete", "Blue"])))
    assert [Status.COMPLETE] == [action.status for action in draft.actions]
    assert not [p for p in draft.problems if "no key" in p.message]


def test_lettered_item_is_no_key() -> None:
    """An item that begins with a letter and a dash explains nothing."""
    draft = read(document(paragraph("B - Complete the yearly review"), table(HEAD, *ROWS)))
    assert [Status.NOT_REPORTED, Status.IN_PROGRESS, Status.NOT_REPORTED] == [
        action.status for action in draft.actions
    ]
