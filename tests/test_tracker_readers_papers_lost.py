"""What a plan's rows hold that fits no action: told with its place, never dropped."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.papers import UP, document, read, table
from tracker.kinds import Severity
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.drafts import PaperDraft
    from tracker.readers.document import Cell

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
    return [a.text for a in draft.actions] + [item.text for item in draft.recommendations]


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


@pytest.mark.parametrize("heading", ["Reference", "Ref", "Ref.", "No.", "Action no", "ID"])
@pytest.mark.parametrize("value", ["A1", "1.1a", "1.1.2", "1.1/7", "FIN-03", "17", "2.4"])
def test_own_reference_is_kept_as_printed(heading: str, value: str) -> None:
    """What a partnership calls its action is kept, whatever it looks like."""
    draft = sheet((value, "1.1", "Run", "CFO", "May 2022", "", ""), head=(heading, *HEAD[1:]))
    assert [((heading, value),)] == [action.further for action in draft.actions]


def test_our_position_and_a_row_number_are_no_references() -> None:
    """A position as we write it, the proposal's code and a running number add nothing."""
    draft = sheet(
        ("1.1/1", "1.1", "Run", "CFO", "May 2022", "", ""),
        ("2", "1.1", "Ask", "CFO", "May 2022", "", ""),
        ("1.2", "1.2", "Tell", "CFO", "May 2022", "", ""),
    )
    assert [(), (), ()] == [action.further for action in draft.actions]


def test_repeated_reference_is_noted() -> None:
    """Two actions under one reference are both kept and told; one action at two places is not."""
    draft = sheet(
        ("A1", "1.1", "Run", "CFO", "May 2022", "", ""),
        ("A1", "1.2", "Ask", "CFO", "May 2022", "", ""),
        ("A2", "1.3", "Tell", "CFO", "May 2022", "", ""),
        ("A2", "2.1", "Tell", "CFO", "May 2022", "", ""),
    )
    notes = [p for p in draft.problems if "reference" in p.message]
    assert [("row 3", Severity.NOTE)] == [(p.place, p.severity) for p in notes]
    assert 'The reference "A1" stands at 2 different actions: row 2, row 3' in notes[0].message


def test_action_at_two_places_keeps_what_both_say() -> None:
    """The references and the progress of both rows stay when two rows are one action."""
    draft = sheet(
        ("A1", "1.1", "Run", "CFO", "May 2022", "", "Met"),
        ("A2", "1.2", "Run", "CFO", "May 2022", "", "Agreed"),
    )
    (action,) = draft.actions
    assert ((("Reference", "A1; A2"),), "Met Agreed") == (action.further, action.progress)


def test_blank_proposals_are_read_like_the_row_above_and_noted() -> None:
    """Reading goes on under the proposal above, and one note names the rows."""
    draft = sheet(
        ("A1", "1.2", "Run", "CFO", "May 2022", "", ""),
        ("A2", "", "Ask", "CFO", "May 2022", "", ""),
        ("A3", "", "Tell", "CFO", "May 2022", "", ""),
        ("A4", "1.3", "Meet", "CFO", "May 2022", "", ""),
    )
    assert ["1.2/1", "1.2/2", "1.2/3", "1.3/1"] == [action.ref for action in draft.actions]
    (note,) = [p for p in draft.problems if "of their own" in p.message]
    assert ("row 3", Severity.NOTE) == (note.place, note.severity)
    assert (
        "rows 3 to 4 have no proposal of their own; read as under 1.2 like the row above."
        == note.message
    )


def test_blank_proposals_under_several_are_one_note() -> None:
    """However many groups of rows there are, one note names them all."""
    draft = sheet(
        ("A1", "1.2", "Run", "CFO", "May 2022", "", ""),
        ("A2", "", "Ask", "CFO", "May 2022", "", ""),
        ("A3", "1.3", "Tell", "CFO", "May 2022", "", ""),
        ("A4", "", "Meet", "CFO", "May 2022", "", ""),
    )
    (note,) = [p for p in draft.problems if "of their own" in p.message]
    assert "row 3 as under 1.2; row 5 as under 1.3" in note.message


def test_blank_proposal_under_an_unknown_one_is_told() -> None:
    """An action is not put under a proposal that does not exist without saying so."""
    draft = sheet(
        ("A1", "9.9", "Run", "CFO", "May 2022", "", ""),
        ("A2", "", "Ask", "CFO", "May 2022", "", ""),
    )
    assert ["Run", "Ask"] == [item.text for item in draft.recommendations]
    assert "row 3 has no proposal of its own, and “9.9” in the row above" in told(draft, "row 3")


def test_merged_proposals_need_no_note() -> None:
    """A cell that is merged over its rows names the proposal for each of them."""
    head = ["Proposal", "Action", "Due"]
    rows: list[list[str | Cell]] = [["1.2", "Run", "May 2022"], [UP, "Ask", "May 2022"]]
    draft = read(document(table(head, *rows)))
    assert ["1.2/1", "1.2/2"] == [action.ref for action in draft.actions]
    assert not [p for p in draft.problems if "of its own" in p.message]
