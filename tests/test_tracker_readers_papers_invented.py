"""Papers that nobody has sent us yet, as real files: cards, abbreviations and ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.papers import as_delimited, as_sheet, as_word, cell, document, paragraph, read, table
from tracker.kinds import Status
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from tracker.drafts import PaperDraft
    from tracker.readers.document import Block, Cell

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


def test_end_date_is_when_it_is_due() -> None:
    """Below `Timescale`, the start is kept apart and the end is the date that is due."""
    draft = through(
        "docx",
        table(
            ["Proposal", "Action", cell("Responsibility", span=2), cell("Timescale", span=2)],
            ["", "", "Lead", "Support", "Start", "End"],
            ["1.1", "Run a course", "CO", "HR lead", "May 2022", "June 2023"],
        ),
    )
    (action,) = draft.actions
    assert "June 2023" == (action.timescale and action.timescale.text)
    assert (("CO",), ("HR lead",)) == (action.owners, action.contributors)
    assert ["May 2022"] == [text for _, text in action.further]


def test_two_years_as_headings_are_the_ratings_of_two_rounds() -> None:
    """Columns headed by nothing but a year hold the ratings of that year."""
    draft = through(
        "csv",
        table(
            ["MSG Proposal", "2019", "2022", "Improvement action", "Owner"],
            ["1.1", "Partly Established", "Established", "Run", "CO"],
        ),
    )
    (proposal,) = draft.proposals
    assert (PARTLY, ESTABLISHED) == (proposal.previous_rating, proposal.rating)


def test_scores_are_read_by_the_papers_own_scale() -> None:
    """Numbers are levels where the paper says which."""
    draft = through(
        "docx",
        paragraph(
            "Scale: 1 = Not yet established, 2 = Partly established, 3 = Established, 4 = Exemplary"
        ),
        table(["Proposal", "2019 score", "2022 score", "Action"], ["1.1", "2", "3", "Run"]),
    )
    (proposal,) = draft.proposals
    assert (PARTLY, ESTABLISHED) == (proposal.previous_rating, proposal.rating)


def test_list_of_actions_goes_on_below_their_leads() -> None:
    """An item below a lead is the next action, not another lead."""
    draft = through(
        "docx",
        paragraph("Proposal 1.1 Leaders learn together"),
        paragraph("Actions"),
        paragraph("* Run a course"),
        paragraph("Lead: CFO"),
        paragraph("* Ask the staff"),
        paragraph("Lead: Chief Officer"),
    )
    assert [("1.1/1", "Run a course"), ("1.1/2", "Ask the staff")] == refs(draft)
    assert [("CFO",), ("Chief Officer",)] == [action.owners for action in draft.actions]


def test_both_ratings_in_one_row_are_read() -> None:
    """The rating now and the previous one may stand beside each other, each with its label."""
    draft = through(
        "docx",
        table(
            ["Proposal 1.1 Leaders learn together"],
            ["Our rating: Established", "Previous rating: Partly Established"],
        ),
    )
    (proposal,) = draft.proposals
    assert (PARTLY, ESTABLISHED) == (proposal.previous_rating, proposal.rating)


def test_key_below_a_plan_is_no_action() -> None:
    """The lines of a key in the same sheet explain statuses and are no recommendations."""
    draft = through(
        "xlsx",
        table(
            ["Proposal", "Action", "Due", "BRAG"],
            ["1.1", "Run a course", "May 2022", "Blue"],
            ["", "", "", ""],
            ["Blue", "Complete", "", ""],
            ["Green", "On track", "", ""],
        ),
    )
    assert [Status.COMPLETE] == [action.status for action in draft.actions]
    assert () == draft.recommendations


def test_key_of_shaded_cells_counts() -> None:
    """A row of shaded cells that hold nothing but statuses is a key."""
    key: list[str | Cell] = [
        cell("Complete", fill="0070C0"),
        cell("On track", fill="00B050"),
        "Not started",
    ]
    row: list[str | Cell] = ["1.1", "Run a course", "May 2022", cell(fill="0070C0")]
    draft = through(
        "docx",
        table(key),
        paragraph("Our actions"),
        table(["Proposal", "Action", "Due", "RAG"], row),
    )
    assert [Status.COMPLETE] == [action.status for action in draft.actions]


def test_sheet_of_another_shape_ends_the_plan() -> None:
    """A list of words on a sheet of its own gives no actions to the proposal before it."""
    import io

    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    plan, words = book.add_worksheet("Proposal 1.2"), book.add_worksheet("Lists")
    plan.write_row(0, 0, ["Action", "Lead", "Due"])
    plan.write_row(1, 0, ["Ask the staff", "CFO", "May 2022"])
    words.write_column(0, 0, ["Complete", "In progress", "Not started"])
    book.close()
    draft = read(read_document(stream.getvalue(), name="strathmore.xlsx"))
    assert [("1.2/1", "Ask the staff")] == refs(draft)
