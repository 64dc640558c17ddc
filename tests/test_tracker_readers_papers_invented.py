"""Papers that nobody has sent us yet, as real files: cards, abbreviations and ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.papers import as_delimited, as_sheet, as_word, document, paragraph, read, table
from tracker.kinds import Status
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from tracker.drafts import PaperDraft
    from tracker.readers.document import Block

WRITERS = {"docx": as_word, "xlsx": as_sheet, "csv": as_delimited}
PARTLY, ESTABLISHED = "partly established", "established"
NOT_YET, EXEMPLARY = "not yet established", "exemplary"


def through(suffix: str, *blocks: Block) -> PaperDraft:
    """Read blocks that were written as a file."""
    data = WRITERS[suffix](document(*blocks))
    return read(read_document(data, name=f"strathmore.{suffix}"))


def refs(draft: PaperDraft) -> list[tuple[str, str]]:
    """Return the references and texts of all actions."""
    return [(action.ref, action.text) for action in draft.actions]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@pytest.mark.parametrize("order", [0, 1], ids=["action first", "proposal first"])
def test_cards_are_read_as_rows(suffix: str, order: int) -> None:
    """A table of labels and answers for each action is one action, whatever stands first."""

    def card(code: str, text: str) -> list[list[str]]:
        first = [["Action", text], ["Proposal", code]]
        rest = [["Lead", "CFO"], ["Timescale", "May 2023"], ["Status", "Complete"]]
        return [*(first[::-1] if order else first), *rest, ["Progress", "Agreed"]]

    cards = [table(*card("1.1", "Run a course")), table(*card("1.2", "Ask the staff"))]
    draft = through(suffix, *cards)
    assert [("1.1/1", "Run a course"), ("1.2/1", "Ask the staff")] == refs(draft)
    assert [("CFO",), ("CFO",)] == [action.owners for action in draft.actions]
    assert {(Status.COMPLETE, "Agreed")} == {(a.status, a.progress) for a in draft.actions}


@pytest.mark.parametrize("key", [True, False], ids=["with a key", "without"])
def test_abbreviated_levels_are_read(key: bool) -> None:
    """NYE, PE and Ex can be nothing else; E fits two levels and needs the paper's key."""
    words = (
        "Key: NYE = Not yet established, PE = Partly established, E = Established, Ex = Exemplary"
    )
    draft = through(
        "docx",
        paragraph(words if key else "Our plan"),
        table(
            ["Proposal", "Rating", "Improvement action"],
            ["1.1", "PE", "Run"],
            ["1.2", "E", "Ask"],
            ["1.3", "NYE", "Tell"],
            ["2.1", "Ex", "Share"],
        ),
    )
    assert [PARTLY, ESTABLISHED if key else None, NOT_YET, EXEMPLARY] == [
        proposal.rating for proposal in draft.proposals
    ]
    assert (not key) == any('"E" is no mark' in p.message for p in draft.problems)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_abbreviated_levels_as_columns_are_a_scale(suffix: str) -> None:
    """Four headings in the order of the scale are the scale, also the one that fits two levels."""
    draft = through(
        suffix,
        table(
            ["Proposal", "NYE", "PE", "E", "Ex", "Action", "By when"],
            ["1.1", "", "x", "", "", "Run a course", "May 2022"],
            ["1.2", "", "", "x", "", "Ask the staff", "May 2022"],
        ),
    )
    assert [PARTLY, ESTABLISHED] == [proposal.rating for proposal in draft.proposals]
    assert [(), ()] == [action.further for action in draft.actions]


def test_evidence_and_actions_of_different_length_stay_together() -> None:
    """A row with evidence alone begins no section, and the actions below it keep their proposal."""
    draft = through(
        "docx",
        paragraph("Proposal 1.1 Leaders learn together"),
        table(
            ["Evidence", "Improvement actions"],
            ["We meet", "Run a course"],
            ["We plan together", ""],
            ["", "Write to the staff"],
        ),
    )
    assert [("1.1/1", "Run a course"), ("1.1/2", "Write to the staff")] == refs(draft)
    assert ("We meet", "We plan together") == draft.proposals[0].evidence


@pytest.mark.parametrize(
    "printed", ["1.1-1.3", "1.1 to 1.3", "1.1 \u2013 1.3", "Proposals 1.1 to 1.3"]
)
def test_range_of_proposals_names_each_of_them(printed: str) -> None:
    """An action for a range stands under the first and also under the others."""
    draft = through("csv", table(["MSG ref", "Action", "Due"], [printed, "Run", "May 2022"]))
    (action,) = draft.actions
    assert ("1.1/1", ("1.2", "1.3")) == (action.ref, action.also_under)
    assert "" == draft.proposals[0].title


@pytest.mark.parametrize("said", ["Y", "Yes", "TRUE", "\u2713"])
def test_yes_under_complete_is_complete(said: str) -> None:
    """The heading asks and the cell answers; a no leaves open how far it is."""
    head = ["Proposal", "Action", "Due", "Complete?"]
    rows = [["1.1", "Run", "May 2022", said], ["1.2", "Ask", "May 2022", "N"]]
    draft = through("xlsx", table(head, *rows))
    assert [Status.COMPLETE, Status.NOT_REPORTED] == [action.status for action in draft.actions]
