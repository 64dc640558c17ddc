"""What a plan's rows hold that fits no action: told with its place, never dropped."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.papers import read
from tracker.kinds import Severity, Status
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.drafts import PaperDraft

HEAD = ("Reference", "Proposal", "Action", "Lead", "Timescale", "Status", "Progress")


def sheet(*rows: Sequence[str], head: Sequence[str] = HEAD) -> PaperDraft:
    """Read a CSV file of these rows."""
    stream = io.StringIO()
    csv.writer(stream).writerows((head, *rows))
    return read(read_document(stream.getvalue().encode(), name="strathmore.csv"))


def told(draft: PaperDraft, place: str) -> str:
    """Return what is told of a place, as one text."""
    return " | ".join(p.message for p in draft.problems if p.place == place)


def texts(draft: PaperDraft) -> list[str]:
    """Return the texts of actions and recommendations."""
    return [one.text for one in (*draft.actions, *draft.recommendations)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("A3", "1.3", "", "CO", "May 2022", "", ""), "a lead and a timescale but no action"),
        (("A3", "1.3", "", "", "", "", "Met"), "progress but no action"),
        (("A3", "1.3", "", "", "", "", ""), "a reference but no action"),
        (("A3", "", "", "CO", "May 2022", "", "Met"), "a lead, a timescale and progress but"),
    ],
)
def test_row_without_an_action_is_told(row: Sequence[str], message: str) -> None:
    """A row with answers and no action is no action, and none of its words is lost."""
    draft = sheet(
        ("A1", "1.1", "Run", "CFO", "May 2022", "", ""),
        ("A2", "1.2", "Ask", "CFO", "May 2022", "", ""),
        row,
        ("A4", "1.4", "Tell", "CFO", "May 2022", "", ""),
    )
    assert ["Run", "Ask", "Tell"] == texts(draft)
    assert message in told(draft, "row 4")
    assert " / ".join(filter(None, row)) in told(draft, "row 4")


def test_proposal_without_an_action_is_no_lost_row() -> None:
    """A proposal that is named and has nothing beside it is not told as lost."""
    draft = sheet(
        ("A1", "1.1", "Run", "CFO", "May 2022", "", ""), ("", "1.2 Trust grows", "", "", "", "", "")
    )
    assert "" == told(draft, "row 3")
