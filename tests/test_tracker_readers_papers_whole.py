"""Papers as wholes: whose they are, of which day, what kind, and what is missing from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.papers import FRAMEWORK, cell, document, marked, paragraph, read, scale, table, template
from tracker.errors import Unreadable
from tracker.kinds import CycleRole, PaperKind, Scope, Severity, Status
from tracker.readers.document import Document, Table
from tracker.readers.paper import read_paper
from tracker.readers.papers.blocks import strips
from tracker.readers.papers.legend import read_legend

if TYPE_CHECKING:
    from tracker.drafts import PaperDraft
    from tracker.readers.document import Block

RETURN = template("Proposal 1.1 Leaders learn", marked(2))


def whole(*before: Block, as_at: date | None = None) -> PaperDraft:
    """Read a paper with something before its first proposal."""
    return read(document(*before, RETURN), as_at=as_at)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Strathmore and Lorne Integration Joint Board", "Strathmore and Lorne"),
        ("Strathmore and Lorne IJB", "Strathmore and Lorne"),
        ("Strathmore Health and Social Care Partnership", "Strathmore"),
        ("Strathmore HSCP \u2013 MSG action plan", "Strathmore"),
        ("Health and Social Care Strathmore", "Strathmore"),
        ("City of Lorne Health & Social Care Partnership", "Lorne"),
        ("STRATHMORE AND LORNE INTEGRATION JOINT BOARD", "Strathmore and Lorne"),
        ("Self-evaluation of the Strathmore and Lorne IJB", "Strathmore and Lorne"),
        ("Improvement Plan Strathmore IJB", "Strathmore"),
        ("Chief Officer, Strathmore Health and Social Care Partnership", "Strathmore"),
    ],
)
def test_partnership_is_named_by_a_title(title: str, name: str) -> None:
    """A partnership is known by its place, whatever body the title names."""
    assert name == whole(paragraph(title)).partnership


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Name of Partnership", "Strathmore"),
        ("Name of IJB/HSCP", "Strathmore Health and Social Care Partnership"),
        ("Partnership:", "Health and Social Care Strathmore"),
    ],
)
def test_partnership_is_named_by_a_row(label: str, value: str) -> None:
    """A labelled row names the partnership before any title does."""
    draft = whole(paragraph("Lorne IJB"), table([label, value]))
    assert "Strathmore" == draft.partnership


def test_nameless_paper_has_no_partnership() -> None:
    """A paper that names nobody is nobody's, rather than a guess."""
    assert (
        whole(
            paragraph("Review of progress with integration of health and social care")
        ).partnership
        is None
    )


def test_contact_and_date_of_completion_are_kept_as_printed() -> None:
    """The rows at the beginning of a return are kept in their own words."""
    rows = table(
        ["Name of Partnership", "Strathmore"],
        ["Contact name and email address", "Chief Officer\nchief@example.org"],
        ["Date of completion", "15.05.2019"],
    )
    draft = whole(rows)
    assert ("Chief Officer chief@example.org", "15.05.2019") == (
        draft.contact,
        draft.date_of_completion,
    )
    assert [("2019", date(2019, 5, 15))] == [(c.label, c.as_at) for c in draft.cycles]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Improvement plan as at April 2021", date(2021, 4, 30)),
        ("Position at 30 September 2021", date(2021, 9, 30)),
        ("Updated March 2022", date(2022, 3, 31)),
        ("24 May 2019", date(2019, 5, 24)),
    ],
)
def test_day_of_a_paper_is_read_from_its_titles(words: str, day: date) -> None:
    """A title that says `as at`, or a date that stands alone, dates the paper."""
    (cycle,) = whole(paragraph("Strathmore IJB"), paragraph(words)).cycles
    assert (str(day.year), day, CycleRole.CURRENT) == (cycle.label, cycle.as_at, cycle.role)


def test_month_in_which_the_template_was_issued_is_not_the_day() -> None:
    """The template's own month says nothing of the return."""
    draft = whole(
        paragraph("Integration Review Leadership Group"),
        paragraph("Self-evaluation"),
        paragraph("For the Review of Progress with Integration of Health and Social Care"),
        paragraph("March 2019"),
    )
    assert [None] == [cycle.as_at for cycle in draft.cycles]
    assert any("--as-at" in problem.message for problem in draft.problems)


def test_given_day_counts_and_a_difference_is_told() -> None:
    """A day that a person gives replaces the paper's own, which is told."""
    given = date(2022, 5, 1)
    draft = whole(paragraph("Improvement plan as at April 2021"), as_at=given)
    assert [given] == [cycle.as_at for cycle in draft.cycles]
    assert any("2022-05-01" in problem.message for problem in draft.problems)


def test_legend_dates_both_rounds() -> None:
    """Two dated ratings make two rounds, the earlier one previous."""
    rating = ["Our rating", "", "Y", "G", ""]
    draft = read(
        document(
            paragraph("Y= Rating agreed as at April 2021"),
            paragraph("G- Rating agreed as at April 2022"),
            template("Proposal 1.1 Leaders learn", rating),
        )
    )
    assert [
        ("2021", date(2021, 4, 30), CycleRole.PREVIOUS),
        ("2022", date(2022, 4, 30), CycleRole.CURRENT),
    ] == [(c.label, c.as_at, c.role) for c in draft.cycles]
    assert PaperKind.IMPROVEMENT_PLAN == draft.kind


def test_previous_round_without_a_date_is_before_the_present_one() -> None:
    """A legend that only says `previous` gives a round whose day is not known."""
    draft = read(
        document(
            paragraph("Y= Previous Rating"),
            paragraph("G- Rating agreed as at April 2021"),
            template("Proposal 1.1 Leaders learn", ["Our rating", "", "Y", "G", ""]),
        )
    )
    assert [("before 2021", None), ("2021", date(2021, 4, 30))] == [
        (c.label, c.as_at) for c in draft.cycles
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Y = previous rating; G = rating now",
        "Key: Y - Previous Rating, G - Rating Now",
        "Y= Previous Rating G= Current Rating",
        "(Y) denotes previous rating and (G) denotes current rating",
    ],
)
def test_legend_in_one_line_is_read(text: str) -> None:
    """A legend is read however its signs are set beside each other."""
    run = strips(document(paragraph(text)), means=lambda _: False)
    legend = read_legend(run, FRAMEWORK)
    assert {"Y": CycleRole.PREVIOUS, "G": CycleRole.CURRENT} == legend.roles


def test_absent_proposals_are_told_together() -> None:
    """Locally rated proposals that a paper leaves out are named once; national ones are not."""
    (problem,) = [p for p in whole().problems if p.place == "whole paper"]
    absent = [p.code for p in FRAMEWORK.proposals if f"{p.code} (" in problem.message]
    assert [p.code for p in FRAMEWORK.local if p.code != "1.1"] == absent
    assert Severity.WARNING == problem.severity


def test_proposals_come_in_the_order_of_the_framework() -> None:
    """However a paper orders them, proposals are in the framework's order."""
    draft = read(
        document(template("Proposal 2.1 F", marked(1)), template("Proposal 1.2 P", marked(2)))
    )
    assert ["1.2", "2.1"] == [proposal.code for proposal in draft.proposals]


def test_text_that_fits_nowhere_is_told_with_its_place() -> None:
    """A row in a proposal's table that is neither label nor content is not dropped silently."""
    odd = table(
        ["Proposal 1.1 Leaders learn"],
        scale(),
        marked(2),
        ["Weather", cell("Sunny with a breeze from the west", span=4)],
        ["Actions", cell("* Go", span=4)],
    )
    draft = read(document(odd, template("Proposal 1.2 Partners", marked(2))))
    assert any(p.place == "table 1, row 4" and "Sunny" in p.message for p in draft.problems)


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("Dear colleague"), paragraph("Thank you for your letter about Proposal 1.1.")],
        [table(["Name", "Telephone"], ["Front desk", "01000 000000"])],
        [],
    ],
)
def test_letter_is_refused_with_what_was_looked_for(blocks: list[Block]) -> None:
    """A paper without proposals and actions is unreadable, and the hint says what would help."""
    with pytest.raises(Unreadable) as refused:
        read(document(*blocks, name="letter.docx"))
    assert "letter.docx holds no proposals" in refused.value.message
    assert "Proposal 1.1" in refused.value.hint


def test_self_evaluation_and_plan_are_told_apart() -> None:
    """Actions with dates make a plan; a template without them is a self-evaluation."""
    dated = table(
        ["Proposal 1.1 Leaders learn"],
        scale(),
        marked(2),
        ["Improvement Action", cell("How", span=2), cell("Timescale", span=2)],
        ["Learn together", cell("Fast", span=2), cell("June 2022", span=2)],
    )
    assert [PaperKind.SELF_EVALUATION, PaperKind.IMPROVEMENT_PLAN] == [
        whole().kind,
        read(document(dated)).kind,
    ]


def test_problems_of_the_format_come_first() -> None:
    """What reading the file already told is kept."""
    from tracker.drafts import Problem

    told = Problem("table 1", Severity.NOTE, "Tracked changes are read as accepted.")
    paper = replace(document(RETURN), problems=(told,), sha256="ab")
    draft = read_paper(paper, framework=FRAMEWORK)
    assert (told, "ab") == (draft.problems[0], draft.sha256)


def test_page_furniture_is_no_text() -> None:
    """Headers, footers and page numbers between the parts of a table are passed over."""
    draft = read(
        document(
            paragraph("DRAFT"),
            template("Proposal 1.1 Leaders learn", marked(2)),
            paragraph("DRAFT"),
            paragraph("Page 2 of 9"),
            template("Proposal 1.2 Partners trust", marked(2)),
        )
    )
    assert [] == [p.message for p in draft.problems if "fits nowhere" in p.message]


def test_header_among_the_proposals_is_told() -> None:
    """What is passed over as a header is said, with how often it stands there."""
    draft = read(
        document(
            template("Proposal 1.1 Leaders learn", marked(2)),
            paragraph("DRAFT"),
            template("Proposal 1.2 Partners trust", marked(2)),
            paragraph("DRAFT"),
        )
    )
    (told,) = [p for p in draft.problems if "DRAFT" in p.message]
    assert (Severity.NOTE, True) == (told.severity, "2 times" in told.message)


def test_sentence_of_two_proposals_is_no_header() -> None:
    """The same sentence under two proposals is an action of both, not a header."""
    blocks = [
        block
        for code in ("2.5", "2.6")
        for block in (
            paragraph(f"Proposal {code} Something", heading=2),
            paragraph("Our rating: Established"),
            paragraph("Improvement actions"),
            paragraph("Bring the teams together"),
        )
    ]
    (action,) = read(document(*blocks)).actions
    assert ("2.5/1", ("2.6/1",)) == (action.ref, action.aliases)


def test_everything_under_an_unknown_proposal_is_told() -> None:
    """Rating and evidence of a proposal that the framework lacks are told in full."""
    draft = read(
        document(
            template("Proposal 1.1 Leaders learn", marked(2)),
            template("Proposal 1.9 Our own", marked(1), evidence="* Seen", actions="* Do it well"),
        )
    )
    told = " ".join(problem.message for problem in draft.problems)
    assert "1.9 is no proposal of the framework" in told
    assert 'rating of "Proposal 1.9 Our own" is not kept: "\u2713"' in told
    assert 'evidence of "Proposal 1.9 Our own" is not kept: "Seen"' in told
    assert [("Proposal 1.9 Our own", "Do it well")] == [
        (item.section, item.text) for item in draft.recommendations
    ]


def test_sheet_named_after_a_proposal_is_its_own() -> None:
    """A sheet whose name is a code holds that proposal's actions."""
    rows = table(["Action", "Lead", "Due"], ["Run a course", "CO", "June 2022"]).rows
    sheets = [
        Table(
            tuple(replace(row, place=f"sheet {name}, row {n}") for n, row in enumerate(rows)),
            f"sheet {name}",
        )
        for name in ("1.1", "Proposal 2.4")
    ]
    draft = read(Document("plan.xlsx", "xlsx", tuple(sheets)), as_at=date(2021, 9, 30))
    (action,) = draft.actions
    assert ("1.1/1", ("2.4/1",)) == (action.ref, action.aliases)


def test_date_beside_no_action_is_told() -> None:
    """A lead or a date that stands below no action is not read, and told."""
    draft = read(
        document(
            table(
                ["Proposal 1.1 Leaders learn"],
                scale(),
                marked(2),
                ["Timescale", cell("June 2022", span=4)],
            )
        )
    )
    assert any("stands beside no action" in p.message for p in draft.problems)


def test_text_after_the_proposals_is_not_theirs() -> None:
    """A heading after the last proposal ends it: what follows is no action."""
    draft = read(
        document(
            paragraph("Proposal 1.1 Leaders learn", heading=2),
            paragraph("Our rating: Established"),
            paragraph("Improvement actions"),
            paragraph("* Run a course"),
            paragraph("How this was written", heading=1),
            paragraph("* By a group that met in May"),
        )
    )
    assert ["Run a course"] == [action.text for action in draft.actions]


def test_contributors_below_actions_belong_to_all() -> None:
    """Partners named below the actions contribute to each of them."""
    draft = read(
        document(
            table(
                ["Proposal 1.1 Leaders learn"],
                ["Actions", "* Run a course\n* Coach people"],
                ["Partners", "Council; NHS Lorne"],
            )
        )
    )
    assert [("Council", "NHS Lorne")] * 2 == [action.contributors for action in draft.actions]


# The national delivery plan

HEAD = [
    "",
    "Proposal Outcome",
    "Timescale",
    "Lead/s",
    "Key contributors",
    "Proposal detail",
    "Actions",
    "Progress measures",
]


def delivery_plan() -> PaperDraft:
    """Read an invented delivery plan of three proposals, one of them cut by a page."""
    return read(
        document(
            paragraph("Meeting date: 29 May 2019"),
            table(
                HEAD,
                ["1 - Collaborative leadership and building relationships"],
                [
                    "1(i)",
                    "Leaders learn together",
                    "6 months",
                    "Government and councils\nSG official: A Person",
                    "A college\nAll partners",
                    "* List the courses\n* Fill the gaps",
                    "A first meeting was held",
                    "List made\nCourses open",
                ],
                [
                    "1(ii)",
                    "Partners trust",
                    "12 months",
                    "Statutory partners",
                    "",
                    "Note \u2013 begin now",
                    "",
                    "",
                ],
            ),
            table(HEAD, ["", "each other", "", "", "", "", "", "A survey"]),
            table(
                ["", "Outcome", *HEAD[2:]],
                [
                    "2(iv)",
                    "Reserves are planned",
                    "By end of March 2019",
                    "Finance officers",
                    "",
                    "",
                    "",
                    "",
                ],
            ),
        )
    )


def test_delivery_plan_is_recognised() -> None:
    """Its tables make the paper the plan of the national group."""
    draft = delivery_plan()
    assert (PaperKind.DELIVERY_PLAN, "Ministerial Strategic Group") == (
        draft.kind,
        draft.partnership,
    )
    assert ["1.1", "1.2", "2.4"] == [p.code for p in draft.proposals]
    assert [date(2019, 5, 29)] == [cycle.as_at for cycle in draft.cycles]


def test_outcome_becomes_the_action_of_its_proposal() -> None:
    """The outcome is the action, the leads own it, what was done so far is its progress."""
    (action,) = delivery_plan().proposals[0].actions
    assert ("1.1/1", "Leaders learn together") == (action.ref, action.text)
    assert (("Government and councils",), ("A college", "All partners")) == (
        action.owners,
        action.contributors,
    )
    assert "A first meeting was held" == action.progress
    assert Status.NOT_REPORTED == action.status


def test_national_timescales_count_from_the_publication() -> None:
    """Six months count from the day on which the framework was published."""
    (action,) = delivery_plan().proposals[0].actions
    assert date(2019, 8, 4) == (action.timescale and action.timescale.due)


def test_national_detail_is_kept_in_lists() -> None:
    """Leads, officials, detail, notes and measures stay apart."""
    first, second, _ = (p.national for p in delivery_plan().proposals)
    assert first is not None
    assert second is not None
    assert (("Government and councils",), ("A Person",)) == (first.leads, first.officials)
    assert (("List the courses", "Fill the gaps"), ()) == (first.detail, first.notes)
    assert ("List made", "Courses open") == first.progress_measures
    assert ((), ("Note \u2013 begin now",)) == (second.detail, second.notes)


def test_row_cut_by_a_page_goes_on_in_the_delivery_plan() -> None:
    """A row without a code continues the one above."""
    second = delivery_plan().proposals[1]
    assert ("Partners trust each other", ("A survey",)) == (
        second.title,
        second.national and second.national.progress_measures,
    )


def test_missing_rows_of_the_delivery_plan_are_told() -> None:
    """Each proposal without a row is named."""
    told = [p.message for p in delivery_plan().problems]
    assert len(FRAMEWORK.proposals) - 3 == sum("has no row for" in message for message in told)


def test_scopes_are_those_of_the_framework() -> None:
    """National proposals are national also in the delivery plan."""
    assert {Scope.LOCAL} == {proposal.scope for proposal in delivery_plan().proposals}


def test_doubtful_rows_of_the_delivery_plan_are_told() -> None:
    """A proposal printed twice and a code that is not known are told, and not read."""
    row = ["Leaders learn", "6 months", "Councils", "", "Act", "", ""]
    draft = read(document(table(HEAD, ["1(i)", *row], ["1(i)", *row], ["7(i)", *row])))
    told = [p.message for p in draft.problems if "has no row for" not in p.message]
    assert 1 == len(draft.actions)
    assert ["printed a second time" in told[1], "belongs to no proposal" in told[0]] == [True, True]


def test_date_of_completion_that_cannot_be_read_is_told() -> None:
    """Words instead of a date leave the day open and are kept."""
    rows = table(["Name of Partnership", "Strathmore"], ["Date of completion", "To follow"])
    draft = whole(rows)
    assert ("To follow", [None]) == (draft.date_of_completion, [c.as_at for c in draft.cycles])
    assert any('"To follow", cannot be read' in p.message for p in draft.problems)


def test_two_rounds_of_one_year_have_labels_of_their_own() -> None:
    """Rounds of the same year are told apart by their months."""
    draft = read(
        document(
            paragraph("Y = Rating as at January 2021"),
            paragraph("G = Rating as at November 2021"),
            template("Proposal 1.1 Leaders learn", ["Our rating", "", "Y", "G", ""]),
        )
    )
    assert ["2021-01", "2021"] == [cycle.label for cycle in draft.cycles]
