"""Tables of actions: what their cells say of owners, dates and statuses, row by row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.papers import UP, as_sheet, cell, document, paragraph, positions_of, read, table
from tracker.kinds import Outlook, PaperKind, Severity, Status
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.drafts import ActionDraft, PaperDraft
    from tracker.readers.document import Block, Cell

HEAD = ["Proposal", "Action", "How we will deliver", "Lead", "Timescale", "Status"]
AS_AT = date(2021, 9, 30)


def plan(
    *rows: Sequence[str | Cell], head: Sequence[str] = HEAD, before: Sequence[Block] = ()
) -> PaperDraft:
    """Read a plan with rows under a head."""
    return read(document(*before, table(head, *rows)), as_at=AS_AT)


def only(draft: PaperDraft) -> ActionDraft:
    """Return the only action of a plan."""
    (action,) = draft.actions
    return action


def messages(draft: PaperDraft, place: str) -> str:
    """Return the problems at a place, as one text."""
    return " | ".join(p.message for p in draft.problems if p.place == place)


def test_row_becomes_an_action_with_all_its_cells() -> None:
    """Wording, delivery, leads, timescale and status are read from their columns."""
    draft = plan(
        ["1.1", "Run a course", "With the college", "Chief Officer / CFO", "June 2022", "On track"]
    )
    action = only(draft)
    assert PaperKind.IMPROVEMENT_PLAN == draft.kind
    assert ("1.1/1", "Run a course", "With the college") == (
        action.ref,
        action.text,
        action.delivery,
    )
    assert ("Chief Officer", "CFO") == action.owners
    assert date(2022, 6, 30) == (action.timescale and action.timescale.due)
    assert (Status.IN_PROGRESS, Outlook.ON_TRACK) == (action.status, action.outlook)
    assert action.printed_status is None
    assert "table 1, row 2" == action.place


@pytest.mark.parametrize(
    ("printed", "status", "outlook", "kept"),
    [
        ("Complete", Status.COMPLETE, Outlook.NOT_STATED, None),
        ("Closed", Status.COMPLETE, Outlook.NOT_STATED, "Closed"),
        ("Delayed", Status.IN_PROGRESS, Outlook.OFF_TRACK, "Delayed"),
        ("Amber", Status.IN_PROGRESS, Outlook.AT_RISK, "Amber"),
        ("Not started", Status.NOT_STARTED, Outlook.NOT_STATED, None),
        ("Withdrawn", Status.WITHDRAWN, Outlook.NOT_STATED, None),
    ],
)
def test_printed_status_is_read_and_kept(
    printed: str, status: Status, outlook: Outlook, kept: str | None
) -> None:
    """A status of ours needs no copy; any other wording is kept beside it."""
    action = only(plan(["1.1", "Run a course", "", "", "June 2022", printed]))
    assert (status, outlook, kept) == (action.status, action.outlook, action.printed_status)


def test_unknown_status_is_kept_and_told() -> None:
    """A status that nobody knows is not reported, kept as printed, and told."""
    draft = plan(["1.1", "Run a course", "", "", "June 2022", "With the board"])
    action = only(draft)
    assert (Status.NOT_REPORTED, "With the board") == (action.status, action.printed_status)
    assert '"With the board" is not one that is known' in messages(draft, "table 1, row 2")


def test_timescale_implies_a_status_only_where_none_is_printed() -> None:
    """`In place` makes an action in place, unless the paper prints a status itself."""
    blank = only(plan(["1.1", "Run a course", "", "", "In place", ""]))
    printed = only(plan(["1.1", "Run a course", "", "", "In place", "Complete"]))
    without = only(
        plan(["1.1", "Run a course", "June 2022"], head=["Proposal", "Action", "Timescale"])
    )
    assert [Status.IN_PLACE, Status.COMPLETE, Status.NOT_REPORTED] == [
        blank.status,
        printed.status,
        without.status,
    ]


def test_no_timescale_column_is_not_an_empty_timescale() -> None:
    """An empty cell is a reading of its own; no column is none."""
    empty = only(plan(["1.1", "Run a course", "", "", "", ""]))
    absent = only(plan(["1.1", "Run a course", "CO"], head=["Proposal", "Action", "Lead"]))
    assert "" == (empty.timescale and empty.timescale.text)
    assert absent.timescale is None


def test_revised_date_replaces_the_first_one() -> None:
    """A column of revised dates gives the date that is due, the first one is the former."""
    head = ["Proposal", "Action", "Original timescale", "Revised timescale"]
    draft = plan(
        ["1.1", "Run a course", "June 2021", "May 2022"],
        ["1.2", "Meet", "July 2021", ""],
        head=head,
    )
    moved, kept = draft.actions
    assert (date(2022, 5, 31), date(2021, 6, 30)) == (
        moved.timescale and moved.timescale.due,
        moved.timescale and moved.timescale.former,
    )
    assert date(2021, 7, 31) == (kept.timescale and kept.timescale.due)


def test_lead_and_date_in_one_column_are_told_apart() -> None:
    """A column for lead and timescale together gives both."""
    action = only(
        plan(
            ["1.1", "Run a course", "Chief Officer\nMarch 2022"],
            head=["Proposal", "Action", "Lead / Timescale"],
        )
    )
    assert ("Chief Officer",) == action.owners
    assert date(2022, 3, 31) == (action.timescale and action.timescale.due)


def test_unknown_columns_are_kept_as_printed() -> None:
    """What has no field of its own is kept under its heading."""
    head = ["Proposal", "Action", "Priority", "Resource implications", "Outcome"]
    action = only(plan(["1.1", "Run a course", "High", "None", "Better led"], head=head))
    assert (
        ("Priority", "High"),
        ("Resource implications", "None"),
        ("Outcome", "Better led"),
    ) == action.further


def test_own_references_and_groups_are_kept() -> None:
    """A partnership's own number for an action, and its group, are not lost."""
    head = ["Ref", "Workstream", "Proposal", "Action", "Due"]
    action = only(plan(["FIN-3", "Money", "2.4", "Write a policy", "May 2022"], head=head))
    assert (("Ref", "FIN-3"), ("Workstream", "Money")) == action.further


def test_status_and_traffic_light_that_contradict_are_told() -> None:
    """An action cannot be under way and complete: its status counts, which is told."""
    head = ["Proposal", "Action", "Status", "RAG"]
    draft = plan(["1.1", "Run a course", "In progress", "Complete"], head=head)
    assert Status.IN_PROGRESS == only(draft).status
    assert "contradict each other" in messages(draft, "table 1, row 2")


def test_status_and_traffic_light_complete_each_other() -> None:
    """The status says where an action stands, the traffic light what is expected of it."""
    head = ["Proposal", "Action", "Status", "RAG"]
    action = only(plan(["1.1", "Run a course", "Not started", "Amber"], head=head))
    assert (Status.NOT_STARTED, Outlook.AT_RISK) == (action.status, action.outlook)


def test_traffic_light_of_the_paper_itself_counts() -> None:
    """A key in the paper says what its letters mean, whatever they mean elsewhere."""
    head = ["Proposal", "Action", "Due", "RAG"]
    rows = (
        ["1.1", "Run", "May 2022", "G"],
        ["1.2", "Meet", "May 2022", "A"],
        ["1.3", "Ask", "May 2022", "R"],
    )
    key = paragraph("RAG key: G = complete; A = under way; R = not started")
    assert [Status.COMPLETE, Status.IN_PROGRESS, Status.NOT_STARTED] == [
        action.status for action in plan(*rows, head=head, before=[key]).actions
    ]
    assert [Outlook.ON_TRACK, Outlook.AT_RISK, Outlook.OFF_TRACK] == [
        action.outlook for action in plan(*rows, head=head).actions
    ]


def test_shade_of_a_traffic_light_is_read() -> None:
    """Cells of a traffic light that hold a colour and no word are read, from Excel too."""
    head = ["Proposal", "Action", "Due", "BRAG"]
    rows: list[list[str | Cell]] = [
        ["1.1", "Run", "May 2022", cell(fill="00B050")],
        ["1.2", "Meet", "May 2022", cell(fill="FF0000")],
        ["1.3", "Ask", "May 2022", cell(fill="FFC000")],
    ]
    paper = document(table(head, *rows))
    for draft in (read(paper), read(read_document(as_sheet(paper), name="strathmore.xlsx"))):
        told = [(action.status, action.outlook) for action in draft.actions]
        assert [
            (Status.IN_PROGRESS, Outlook.ON_TRACK),
            (Status.IN_PROGRESS, Outlook.OFF_TRACK),
            (Status.IN_PROGRESS, Outlook.AT_RISK),
        ] == told


def test_real_dates_of_a_sheet_are_read() -> None:
    """Dates that a spreadsheet holds as dates are due on their day."""
    head = ["Ref", "Action", "Target date"]
    paper = document(table(head, ["2.4", "Write a policy", "a day"]))
    data = as_sheet(paper, days={"a day": date(2022, 4, 3)})
    action = only(read(read_document(data, name="strathmore.xlsx")))
    assert date(2022, 4, 3) == (action.timescale and action.timescale.due)


def test_merged_cells_are_read_on_each_row() -> None:
    """A lead, a timescale or a status merged over several rows holds for each of them."""
    draft = plan(
        ["1.1", "Run a course", "", "Chief Officer", "All in place", "Ongoing"],
        [UP, "Buy the books", UP, UP, UP, UP],
        ["1.2", "Meet", "", "CFO", "June 2022", ""],
    )
    first, second, third = draft.actions
    assert ("1.1/2", ("Chief Officer",), Status.ONGOING) == (
        second.ref,
        second.owners,
        second.status,
    )
    assert "All in place" == (second.timescale and second.timescale.text)
    assert (("CFO",), "June 2022") == (third.owners, third.timescale and third.timescale.text)
    assert first.timescale == second.timescale


def test_all_in_place_covers_the_empty_rows_below_it() -> None:
    """Where a text lost its merged cells, `All in place` still speaks for the rows below."""
    draft = plan(
        ["1.1", "Run a course", "", "", "All in place", "Ongoing"],
        ["", "Buy the books", "", "CFO", "", ""],
        ["", "Hire a hall", "", "CO", "", ""],
        ["1.2", "Meet", "", "", "", ""],
    )
    assert ["All in place"] * 3 + [""] == [a.timescale.text for a in draft.actions if a.timescale]
    assert [Status.ONGOING] * 3 + [Status.NOT_REPORTED] == [a.status for a in draft.actions]


def test_other_timescales_do_not_cover_the_rows_below() -> None:
    """A plain date printed once belongs to its own row only."""
    draft = plan(
        ["1.1", "Run a course", "", "", "To be agreed", ""], ["", "Buy books", "", "", "", ""]
    )
    assert ["To be agreed", ""] == [a.timescale.text for a in draft.actions if a.timescale]


def test_row_cut_by_a_page_is_one_action() -> None:
    """The rest of a row on the next page goes on with each of its cells."""
    draft = read(
        document(
            table(HEAD, ["1.1", "Run a course for", "With the", "CO", "June 2022", ""]),
            table(
                HEAD,
                ["", "all leaders", "college", "", "", ""],
                ["", "Buy books", "", "CO", "Ongoing", ""],
            ),
        )
    )
    first, second = draft.actions
    assert ("Run a course for all leaders", "With the college") == (first.text, first.delivery)
    assert ("1.1/2", "Buy books") == (second.ref, second.text)


def test_whole_rows_are_never_joined() -> None:
    """An action without a date after a whole sentence stays an action of its own."""
    draft = plan(
        ["1.1", "Run a course.", "", "", "June 2022", ""],
        ["", "Buy the books", "", "", "", ""],
        ["", "Hire a hall", "", "", "", ""],
    )
    assert ["Run a course.", "Buy the books", "Hire a hall"] == [a.text for a in draft.actions]


def test_small_letters_are_no_sign_of_a_cut_row() -> None:
    """A plan written without capitals keeps its rows apart."""
    draft = plan(
        ["1.1", "run a course", "", "", "", ""],
        ["", "buy the books", "", "", "", ""],
        ["", "hire a hall", "", "", "", ""],
    )
    assert ["run a course", "buy the books", "hire a hall"] == [a.text for a in draft.actions]


def test_action_merged_over_several_steps_is_one_action() -> None:
    """Steps beside one merged action cell belong to it, with all their dates."""
    draft = plan(
        ["1.1", "Run a course", "Find a room", "CO", "June 2021", ""],
        [UP, UP, "Invite people", UP, "September 2021", ""],
    )
    action = only(draft)
    assert "Find a room Invite people" == action.delivery
    assert date(2021, 9, 30) == (action.timescale and action.timescale.due)


def test_row_without_an_action_is_told() -> None:
    """A date that stands beside no action is told with its place and its words."""
    draft = plan(["1.1", "Run a course", "", "", "June 2022", ""], ["", "", "", "", "May 2023", ""])
    assert ["June 2022"] == [a.timescale.text for a in draft.actions if a.timescale]
    assert 'a timescale but no action: "May 2023"' in messages(draft, "table 1, row 3")


def test_bullets_of_a_row_are_actions_that_share_its_answers() -> None:
    """A cell of bullets beside one date holds several actions due on it."""
    draft = plan(["1.1", "* Run a course\n* Buy books", "", "CO", "June 2022", ""])
    assert [("Run a course", date(2022, 6, 30)), ("Buy books", date(2022, 6, 30))] == [
        (a.text, a.timescale and a.timescale.due) for a in draft.actions
    ]


def test_as_many_lines_as_bullets_answer_line_by_line() -> None:
    """Two bullets beside two dates and two leads are two actions, each with its own."""
    draft = plan(["1.1", "* Run a course\n* Buy books", "", "CO\nCFO", "June 2022\nMay 2022", ""])
    assert [(("CO",), "June 2022"), (("CFO",), "May 2022")] == [
        (a.owners, a.timescale and a.timescale.text) for a in draft.actions
    ]


def test_dates_that_are_nobodys_are_told() -> None:
    """Three bullets beside two dates cannot be told apart, which is said."""
    draft = plan(["1.1", "* Run\n* Buy\n* Hire a hall", "", "CO", "June 2022\nMay 2022", ""])
    assert "3 actions stand beside 2 timescales" in messages(draft, "table 1, row 2")


def test_lines_of_the_legend_are_no_rows() -> None:
    """A key below the plan is passed over without a word."""
    head = ["No", "Proposal", "Action", "Due", "RAG"]
    draft = plan(
        ["1", "1.1", "Run a course", "May 2022", "R"],
        ["R", "Behind schedule", "", "", ""],
        ["G", "On track", "", "", ""],
        head=head,
    )
    assert [Outlook.OFF_TRACK] == [a.outlook for a in draft.actions]
    assert "" == messages(draft, "table 1, row 3") + messages(draft, "table 1, row 4")


def test_columns_of_several_updates_say_which_is_which() -> None:
    """Two columns of progress are one text, each part under its heading."""
    head = ["Proposal", "Action", "Q1 update", "Q2 update"]
    action = only(plan(["1.1", "Run a course", "Begun", "Half done"], head=head))
    assert "Q1 update: Begun Q2 update: Half done" == action.progress


def test_bullets_below_a_sentence_are_parts_of_the_action() -> None:
    """A sentence with bullets below it is one action with sub-items."""
    action = only(plan(["1.1", "Run a course on\n* money\n* law", "", "CO", "June 2022", ""]))
    assert ("Run a course on", ("money", "law")) == (action.text, action.sub_items)


def test_several_codes_in_a_cell_put_an_action_under_each() -> None:
    """An action under two proposals is one action with a position in each."""
    draft = plan(
        ["1.1, 2.5", "Run a course", "", "CO", "June 2022", ""], ["2.5", "Hire", "", "", "", ""]
    )
    first = draft.actions[0]
    assert ("1.1/1", ("2.5",), ("2.5/1",)) == (first.ref, first.also_under, first.aliases)
    assert "2.5/2" == draft.actions[1].ref


def test_rows_without_a_proposal_become_recommendations() -> None:
    """A row that names no proposal is kept with its section and its answers, and told."""
    head = ["Workstream", "Proposal", "Action", "Lead", "Due", "Progress"]
    draft = plan(
        ["Finance", "2.4", "Write a policy", "CFO", "May 2022", ""],
        ["Culture", "", "Hold a summer day", "Head of People", "July 2022", "Date found"],
        head=head,
    )
    codes = [action.ref for action in draft.actions]
    (item,) = draft.recommendations
    assert ["2.4/1"] == codes
    assert ("R/1", "Culture", "Hold a summer day") == (item.ref, item.section, item.text)
    assert (("Head of People",), "Date found") == (item.owners, item.progress)
    assert date(2022, 7, 31) == (item.timescale and item.timescale.due)
    assert "names no proposal" in messages(draft, "table 1, row 3")


def test_code_that_the_framework_does_not_have_is_told() -> None:
    """An unknown code is an error at its place; its action is kept as a recommendation."""
    draft = plan(["9.9 Something else", "Run a course", "", "CO", "June 2022", ""])
    assert ["Run a course"] == [item.text for item in draft.recommendations]
    (problem,) = [p for p in draft.problems if p.severity is Severity.ERROR]
    assert ("table 1, row 2", True) == (problem.place, "9.9 is no proposal" in problem.message)


def test_heading_of_an_unknown_proposal_is_told() -> None:
    """What stands under a heading that the framework does not know is kept and told."""
    draft = read(
        document(
            table(
                ["Proposal 1.7 Something of our own"],
                ["Improvement Action", "Lead", "Timescale"],
                ["Run a course", "CO", "June 2022"],
            )
        )
    )
    assert [("Proposal 1.7 Something of our own", "Run a course")] == [
        (item.section, item.text) for item in draft.recommendations
    ]
    assert any("1.7 is no proposal" in p.message for p in draft.problems)


def test_table_of_something_else_is_not_read() -> None:
    """A table after the plan that has other columns is not taken for its rows."""
    draft = read(
        document(
            table(HEAD, ["1.1", "Run a course", "", "CO", "June 2022", ""]),
            paragraph("Appendix 2: whom we asked", heading=1),
            table(["Date", "Group", "Purpose"], ["May 2021", "Carers", "To listen"]),
        )
    )
    assert ["Run a course"] == [a.text for a in draft.actions]
    assert () == draft.recommendations


def test_positions_are_counted_over_every_printed_one() -> None:
    """An action printed again under another proposal takes a number there too."""
    row = ["Run a course", "", "CO", "June 2022", ""]
    draft = plan(["1.1", *row], ["2.5", *row], ["2.5", "Hire", "", "", "", ""])
    assert {"1.1": ["Run a course"], "2.5": ["Run a course", "Hire"]} == {
        code: [a.text for a in actions] for code, actions in positions_of(draft).items()
    }
    assert 2 == len(draft.actions)


@pytest.mark.parametrize(
    "other",
    [
        ["Run a course", "By post", "CO", "June 2022", ""],
        ["Run a course", "", "CFO", "June 2022", ""],
        ["Run a course", "", "CO", "July 2022", ""],
        ["Run a course", "", "CO", "June 2022", "Complete"],
        ["Run a second course", "", "CO", "June 2022", ""],
    ],
)
def test_actions_that_differ_anywhere_are_not_merged(other: list[str]) -> None:
    """Equal wording is one action only if delivery, lead, timescale and status agree."""
    draft = plan(["1.1", "Run a course", "", "CO", "June 2022", ""], ["2.5", *other])
    assert ["1.1/1", "2.5/1"] == [action.ref for action in draft.actions]
    assert [(), ()] == [action.also_under for action in draft.actions]
