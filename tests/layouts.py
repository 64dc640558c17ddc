"""Layouts in which partnerships may lay out their returns and plans, all invented.

Each layout holds the document and what a person reads in it. Partnerships and wordings are made
up; only the codes and the names of the levels are those of the framework.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.papers import (
    LEVELS,
    UP,
    Expect,
    cell,
    document,
    marked,
    paragraph,
    scale,
    table,
    template,
    wide,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.readers.document import Cell, Document

PARTLY, ESTABLISHED, EXEMPLARY = "partly established", "established", "exemplary"
YELLOW, GREEN, GREY, BLUE = "FFFF00", "92D050", "BFBFBF", "0070C0"


@dataclass(frozen=True)
class Layout:
    """A document and what it holds."""

    document: Document
    expected: Mapping[str, Expect]
    recommendations: tuple[str, ...] = ()
    formats: frozenset[str] = field(default_factory=lambda: frozenset({"docx", "txt"}))
    """Formats in which the layout keeps its meaning."""


WORD = frozenset({"docx"})
TABLES = frozenset({"docx", "txt", "xlsx", "csv"})
NAME = paragraph("Strathmore and Lorne Health and Social Care Partnership")


def ticks() -> Layout:
    """The national template: a table for each proposal, a tick under the level."""
    return Layout(
        document(
            NAME,
            template("Proposal 1.1 Leaders learn together", marked(2), actions="* Train\n* Coach"),
            template("Proposal 2.4 Reserves are planned", marked(1), actions="* Write a policy"),
        ),
        {
            "1.1": Expect(ESTABLISHED, actions=("Train", "Coach")),
            "2.4": Expect(PARTLY, actions=("Write a policy",)),
        },
    )


def heading_above_the_table() -> Layout:
    """The proposal is named in a paragraph above its table."""
    rows: list[list[str] | list[str | Cell]] = [
        scale(),
        marked(3, "x"),
        wide("Evidence", "* Shared plans"),
        wide("Actions", "* Share"),
    ]
    return Layout(
        document(
            paragraph("Proposal 3.4: Plans are made together", heading=2),
            table(*rows),
            paragraph("Indicator 4.2", heading=2),
            paragraph("Reporting is made simple"),
            table(*rows[:2], wide("Evidence", "* One report"), wide("Actions", "* Merge reports")),
        ),
        {
            "3.4": Expect(EXEMPLARY, actions=("Share",)),
            "4.2": Expect(EXEMPLARY, actions=("Merge reports",)),
        },
    )


def title_in_the_next_row() -> Layout:
    """The code has a row of its own, the official wording the next one."""
    return Layout(
        document(
            table(
                ["Key Feature 2"],
                ["Integrated finances and financial planning"],
                ["Proposal 2.2:"],
                ["Budgets are agreed before the year begins"],
                scale("Rating Descriptor"),
                marked(1, "\u0445"),
                wide("Evidence / Notes", "* Agreed in April"),
                wide("Proposed improvement actions", "* Agree by March"),
            )
        ),
        {"2.2": Expect(PARTLY, actions=("Agree by March",))},
    )


def all_in_one_table() -> Layout:
    """All proposals of a key feature stand in one table, one below the other."""
    return Layout(
        document(
            table(
                ["Key Feature 5 Ability and willingness to share information"],
                ["5.1 Reports are compared"],
                scale(),
                marked(2, "X"),
                wide("Evidence / Notes", "* A yearly report"),
                wide("Proposed improvement actions", "* Compare with two others"),
                ["5.2 Good practice is used"],
                scale(),
                marked(1, "\u2714"),
                wide("Evidence / Notes", "* A newsletter"),
                wide("Proposed improvement actions", "* Visit a neighbour\n* Write it down"),
            )
        ),
        {
            "5.1": Expect(ESTABLISHED, actions=("Compare with two others",)),
            "5.2": Expect(PARTLY, actions=("Visit a neighbour", "Write it down")),
        },
    )


def level_in_words() -> Layout:
    """The level's name is written out, in a cell merged over the levels or in the first one."""
    return Layout(
        document(
            template("Proposal 1.2 Partners trust each other", wide("Our rating", "Established")),
            template(
                "Proposal 1.3 The third sector leads too",
                ["Our rating", "Partly Established", "", "", ""],
            ),
        ),
        {
            "1.2": Expect(ESTABLISHED, actions=("Hold a workshop",)),
            "1.3": Expect(PARTLY, actions=("Hold a workshop",)),
        },
    )


def shaded_cell() -> Layout:
    """The level is marked by a shade and no text."""
    row: list[str | Cell] = ["Our rating", "", cell(fill=BLUE), "", ""]
    return Layout(
        document(template("Proposal 4.1 Who answers for what is clear", row)),
        {"4.1": Expect(PARTLY, actions=("Hold a workshop",))},
        formats=WORD,
    )


def shaded_level_name() -> Layout:
    """The level names are printed again as the answer, one of them shaded."""
    row: list[str | Cell] = [
        "Our rating",
        LEVELS[0],
        LEVELS[1],
        cell(LEVELS[2], fill=GREEN),
        LEVELS[3],
    ]
    return Layout(
        document(template("Proposal 4.3 Chairs are supported", row)),
        {"4.3": Expect(ESTABLISHED, actions=("Hold a workshop",))},
        formats=WORD,
    )


def ticked_scale() -> Layout:
    """There is no rating row: the tick stands beside the level's name in the scale."""
    return Layout(
        document(
            table(
                ["Proposal 4.4 Directions are clear"],
                ["Rating", LEVELS[0], f"{LEVELS[1]} \u2713", LEVELS[2], LEVELS[3]],
                ["Indicator", "None", "Some", "Most", "All"],
                wide("Evidence / Notes", "* Directions are issued"),
                wide("Proposed improvement actions", "* Track them"),
            )
        ),
        {"4.4": Expect(PARTLY, actions=("Track them",))},
    )


def lost_font() -> Layout:
    """A Wingdings tick that came through as another letter, and one in the private use area."""
    return Layout(
        document(
            template("Proposal 2.1 Finances are understood", marked(2, "\u00fc")),
            template("Proposal 2.3 Set-aside is used", marked(0, "\uf0fc")),
        ),
        {
            "2.1": Expect(ESTABLISHED, actions=("Hold a workshop",)),
            "2.3": Expect("not yet established", actions=("Hold a workshop",)),
        },
        formats=frozenset(),
    )


def tick_boxes() -> Layout:
    """Boxes before the level names, one of them ticked."""
    boxes = (
        "\u2610 Not yet established \u2610 Partly established \u2612 Established \u2610 Exemplary"
    )
    return Layout(
        document(
            paragraph("Proposal 3.1 Chief Officers can act", heading=2),
            paragraph(f"Our rating: {boxes}"),
            paragraph("Evidence", bold=True),
            paragraph("* A seat in both teams"),
            paragraph("Improvement actions", bold=True),
            paragraph("* Review the support"),
        ),
        {"3.1": Expect(ESTABLISHED, actions=("Review the support",))},
        formats=WORD,
    )


def no_tables() -> Layout:
    """Proposals in running text, with a label before each part."""
    return Layout(
        document(
            paragraph("Self-evaluation of the Strathmore and Lorne IJB", heading=1),
            paragraph("Proposal 2.5 Finance officers are supported", heading=2),
            paragraph("Our rating: Partly established"),
            paragraph("Evidence / Notes"),
            paragraph("Two finance teams report each month."),
            paragraph("A third joins in June."),
            paragraph("Proposed improvement actions"),
            paragraph("Bring the teams into one office."),
            paragraph("Write down who advises whom."),
            paragraph("Proposal 2.6 All resources are used", heading=2),
            paragraph("Our rating: Exemplary"),
            paragraph("Proposed improvement actions"),
            paragraph("* Keep it so"),
        ),
        {
            "2.5": Expect(
                PARTLY,
                actions=("Bring the teams into one office.", "Write down who advises whom."),
            ),
            "2.6": Expect(EXEMPLARY, actions=("Keep it so",)),
        },
    )


def board_paper_numbers() -> Layout:
    """A covering report whose own sections are numbered like proposals."""
    return Layout(
        document(
            paragraph("1.1 The purpose of this report is to share our self-evaluation."),
            paragraph("2.1 Background", heading=2),
            paragraph("2.2 Every partnership was asked to rate itself."),
            paragraph("3.1 Actions identified", heading=2),
            paragraph("* Note the report"),
            template("Proposal 6.1 Communities take part", marked(2)),
        ),
        {"6.1": Expect(ESTABLISHED, actions=("Hold a workshop",))},
    )


def bare_numbers_as_headings() -> Layout:
    """Headings are bare numbers, and a rating follows each."""
    return Layout(
        document(
            paragraph("6.2 Carers are heard", heading=3),
            paragraph("Our rating: Established"),
            paragraph("Improvement actions"),
            paragraph("* Meet carers each month"),
            paragraph("6.3 Carers are supported", heading=3),
            paragraph("Our rating: Partly established"),
            paragraph("Improvement actions"),
            paragraph("* Pay for travel"),
        ),
        {
            "6.2": Expect(ESTABLISHED, actions=("Meet carers each month",)),
            "6.3": Expect(PARTLY, actions=("Pay for travel",)),
        },
    )


def plain_paragraphs() -> Layout:
    """Actions are paragraphs of their own without bullets."""
    actions = "Publish the plan in June.\nInvite the public to a meeting.\nReport back in autumn."
    return Layout(
        document(template("Proposal 6.1 Communities take part", marked(1), actions=actions)),
        {"6.1": Expect(PARTLY, actions=tuple(actions.split("\n")))},
        formats=WORD,
    )


def lead_in() -> Layout:
    """A sentence leads into the bullets and is no action."""
    actions = (
        "Priority areas for improvement have been identified as:\n"
        "* Agree one set of figures\n* Meet before budgets are set"
    )
    return Layout(
        document(template("Proposal 2.1 Finances are understood", marked(2), actions=actions)),
        {
            "2.1": Expect(
                ESTABLISHED, actions=("Agree one set of figures", "Meet before budgets are set")
            )
        },
    )


def beside_each_other() -> Layout:
    """Evidence and actions stand beside each other under headings of their own."""
    return Layout(
        document(
            table(
                ["Proposal 4.5 Clinical governance is joined up"],
                scale(),
                marked(2),
                [cell("Evidence / Notes", span=3), cell("Proposed improvement actions", span=2)],
                [cell("* A joint group meets", span=3), cell("* Map the lines\n* Train", span=2)],
            ),
        ),
        {"4.5": Expect(ESTABLISHED, actions=("Map the lines", "Train"))},
        formats=WORD,
    )


def one_row_for_each() -> Layout:
    """One table for each key feature, a row for each proposal."""
    return Layout(
        document(
            paragraph("Key Feature 1 Collaborative leadership and building relationships"),
            table(
                ["Proposal", "Rating", "Evidence", "Improvement actions"],
                ["1.1 Leaders learn together", "Established", "A course", "* Repeat it"],
                ["1.2 Partners trust each other", "Partly established", "", "* Meet\n* Talk"],
            ),
            paragraph("Key Feature 3 Effective strategic planning for improvement"),
            table(
                ["Proposal", "Rating", "Evidence", "Improvement actions"],
                ["3.5 Hospital services are planned", "Not yet established", "None yet", "* Begin"],
            ),
        ),
        {
            "1.1": Expect(ESTABLISHED, actions=("Repeat it",)),
            "1.2": Expect(PARTLY, actions=("Meet", "Talk")),
            "3.5": Expect("not yet established", actions=("Begin",)),
        },
    )


def scale_downwards() -> Layout:
    """The levels stand below each other, each with its wording and a place for the mark."""
    return Layout(
        document(
            table(
                ["Proposal 5.2 Good practice is used"],
                ["Not yet established", "Nothing is shared with other areas", ""],
                ["Partly established", "A little is shared with other areas", ""],
                ["Established", "Most of it is shared with other areas", "\u2713"],
                ["Exemplary", "All of it is shared with other areas", ""],
                ["Improvement actions", cell("* Share more", span=2)],
            )
        ),
        {"5.2": Expect(ESTABLISHED, actions=("Share more",))},
    )


def letters_in_one_row() -> Layout:
    """Letters of the paper's own legend, in one row, in two, and in one cell."""
    plan = [
        ["Improvement Action", "How", "When", "", ""],
        ["Set up a forum", "By invitation", "June 2022", "", ""],
    ]
    return Layout(
        document(
            NAME,
            paragraph("P = Previous rating"),
            paragraph("N = Rating now, agreed as at 31 March 2022"),
            table(["Proposal 1.1 Leaders learn"], scale(), ["Our rating", "", "P", "N", ""], *plan),
            table(
                ["Proposal 1.2 Partners trust"],
                scale(),
                ["Our rating", "", "", "P", ""],
                ["", "", "", "", "N"],
                *plan,
            ),
            table(["Proposal 1.3 Sectors"], scale(), ["Our rating", "", "", "P / N", ""], *plan),
        ),
        {
            "1.1": Expect(ESTABLISHED, PARTLY, ("Set up a forum",)),
            "1.2": Expect(EXEMPLARY, ESTABLISHED, ("Set up a forum",)),
            "1.3": Expect(ESTABLISHED, ESTABLISHED, ("Set up a forum",)),
        },
    )


def shades_of_a_key() -> Layout:
    """Two shades without letters, explained by a key table."""
    row: list[str | Cell] = ["Our rating", "", cell(fill=YELLOW), cell(fill=GREEN), ""]
    return Layout(
        document(
            table(
                [cell(fill=YELLOW), "Rating in May 2019"],
                [cell(fill=GREEN), "Rating in March 2021"],
            ),
            template("Proposal 3.1 Chief Officers can act", row),
        ),
        {"3.1": Expect(ESTABLISHED, PARTLY, ("Hold a workshop",))},
        formats=WORD,
    )


def labelled_rounds() -> Layout:
    """Two rating rows whose labels say which round each is."""
    return Layout(
        document(
            table(
                ["Proposal 2.2 Budgets are agreed"],
                scale(),
                marked(1, label="Previous rating (May 2019)"),
                marked(2, label="Current rating (March 2020)"),
                wide("Improvement actions", "* Agree earlier"),
            )
        ),
        {"2.2": Expect(ESTABLISHED, PARTLY, ("Agree earlier",))},
    )


def lead_below_the_actions() -> Layout:
    """A lead and a date stand below the actions, for all of them."""
    return Layout(
        document(
            table(
                ["Proposal 4.2 Reporting is simple"],
                scale(),
                marked(2),
                wide("Improvement actions", "* Merge reports\n* Drop one"),
                wide("Lead officer", "Chief Officer"),
                wide("Timescale", "March 2020"),
            )
        ),
        {"4.2": Expect(ESTABLISHED, actions=("Merge reports", "Drop one"))},
    )


def action_table() -> Layout:
    """A plan with its own headings: lead, due date, status."""
    return Layout(
        document(
            NAME,
            paragraph("Action plan as at 30 September 2021"),
            table(
                ["Ref", "MSG proposal", "What we will do", "By whom", "By when", "Status"],
                [
                    "1",
                    "1.1 Leaders learn",
                    "Run a course",
                    "Head of People",
                    "May 2022",
                    "On track",
                ],
                ["2", "", "Buy the books", "Head of People", "June 2022", "Not started"],
                ["3", "2.4", "Write a policy", "CFO", "March 2021", "Complete"],
            ),
        ),
        {
            "1.1": Expect(actions=("Run a course", "Buy the books")),
            "2.4": Expect(actions=("Write a policy",)),
        },
        formats=TABLES,
    )


def merged_proposals() -> Layout:
    """Proposal cells merged over their actions, a title row above the head, key feature rows."""
    return Layout(
        document(
            table(
                ["Strathmore and Lorne improvement plan, as at June 2021"],
                ["Proposal", "Action", "Lead", "Due date", "RAG"],
                ["Key Feature 1: Collaborative leadership and building relationships"],
                ["1.1 Leaders learn together", "Run a course", "CO", "May 2022", "G"],
                [UP, "Buy the books", "CO", "June 2022", "A"],
                ["Key Feature 2: Integrated finances and financial planning"],
                ["2.4 Reserves are planned", "Write a policy", "CFO", "March 2021", "B"],
                [UP, "Publish it", "CFO", "April 2021", "R"],
            )
        ),
        {
            "1.1": Expect(actions=("Run a course", "Buy the books")),
            "2.4": Expect(actions=("Write a policy", "Publish it")),
        },
        formats=TABLES,
    )


def proposals_as_section_rows() -> Layout:
    """Each proposal is a row across the whole table, its actions below it."""
    return Layout(
        document(
            table(
                ["Action", "Owner", "Target date", "Progress"],
                ["Proposal 3.4 Plans are made together"],
                ["Draft the plan", "Planning lead", "May 2021", "Drafted"],
                ["Consult on it", "Planning lead", "July 2021", ""],
                ["Proposal 3.5 Hospital services are planned"],
                ["Count the beds", "Acute lead", "2021/22", "Under way"],
            )
        ),
        {
            "3.4": Expect(actions=("Draft the plan", "Consult on it")),
            "3.5": Expect(actions=("Count the beds",)),
        },
        formats=WORD,
    )


def code_inside_the_action() -> Layout:
    """The code begins the action's own text, also as 1(i)."""
    return Layout(
        document(
            table(
                ["Improvement action", "Responsible officer", "Deadline"],
                ["1.1 Run a course for leaders", "Chief Officer", "May 2022"],
                ["2(iv) Write a policy on reserves", "CFO", "June 2022"],
                ["6.3 - Pay carers for travel", "Carers lead", "July 2022"],
            )
        ),
        {
            "1.1": Expect(actions=("Run a course for leaders",)),
            "2.4": Expect(actions=("Write a policy on reserves",)),
            "6.3": Expect(actions=("Pay carers for travel",)),
        },
        formats=TABLES,
    )


def two_row_head() -> Layout:
    """Headings in two rows, the upper one over two columns."""
    return Layout(
        document(
            table(
                ["Proposal", "Improvement action", "Responsible", cell("Timescale", span=2)],
                [UP, UP, UP, "Original", "Revised"],
                ["5.1", "Compare the reports", "Performance lead", "June 2021", "May 2022"],
                ["5.2", "Visit a neighbour", "Performance lead", "March 2022", ""],
            )
        ),
        {
            "5.1": Expect(actions=("Compare the reports",)),
            "5.2": Expect(actions=("Visit a neighbour",)),
        },
        formats=TABLES,
    )


def head_on_every_page() -> Layout:
    """A table broken over two pages: the head again, and a row cut in two."""
    head = ["Proposal", "Action", "How we will do it", "Timescale"]
    return Layout(
        document(
            table(
                head,
                ["1.2", "Meet each month", "With both boards", "In place"],
                ["1.3", "Bring the interface into", "A seat at the table and a", "June 2021"],
            ),
            table(
                head,
                ["", "all planning groups", "say in the budget", ""],
                ["", "Pay for its time", "From the reserve", "August 2021"],
            ),
        ),
        {
            "1.2": Expect(actions=("Meet each month",)),
            "1.3": Expect(
                actions=("Bring the interface into all planning groups", "Pay for its time")
            ),
        },
    )


def rounds_as_columns() -> Layout:
    """Ratings of two rounds in columns named by their dates."""
    return Layout(
        document(
            table(
                ["Proposal", "Rating May 2019", "Rating March 2021", "Improvement action", "Lead"],
                ["4.1 Who answers", "Partly established", "Established", "Write it down", "CO"],
                ["4.4 Directions", "Established", "Established", "Track them", "CFO"],
            )
        ),
        {
            "4.1": Expect(ESTABLISHED, PARTLY, ("Write it down",)),
            "4.4": Expect(ESTABLISHED, ESTABLISHED, ("Track them",)),
        },
    )


def summary_only() -> Layout:
    """Nothing but the summary table of ratings."""
    return Layout(
        document(
            paragraph("Strathmore and Lorne Integration Joint Board"),
            paragraph("Summary of ratings"),
            table(
                scale("Feature supporting integration"),
                ["Collaborative leadership and building relationships"],
                marked(2, label="1.1: Leaders learn together"),
                marked(1, label="1.2: Partners trust each other"),
                ["Meaningful and sustained engagement"],
                marked(3, label="6.1: Communities take part"),
            ),
        ),
        {"1.1": Expect(ESTABLISHED), "1.2": Expect(PARTLY), "6.1": Expect(EXEMPLARY)},
    )


def by_report_section() -> Layout:
    """Recommendations by section of a report, none of them under a proposal."""
    return Layout(
        document(
            table(
                ["Report Section", "Improvement Actions Identified"],
                ["Agreed governance & accountability arrangements", "Redraw the map of groups"],
                [UP, "Drop the group that no longer meets"],
                ["Conclusions", "Tell staff what was found"],
            )
        ),
        {},
        (
            "Redraw the map of groups",
            "Drop the group that no longer meets",
            "Tell staff what was found",
        ),
        formats=WORD,
    )


def labelled_heading_row() -> Layout:
    """The word `Proposal` stands in a cell of its own, code and wording beside it."""
    return Layout(
        document(
            table(
                ["Proposal", cell("1.1 Leaders learn together", span=4)],
                scale(),
                marked(2),
                wide("Evidence", "* A course"),
                wide("Improvement actions", "* Repeat the course"),
            ),
            table(
                ["Proposal", "1.2", cell("Partners trust each other", span=3)],
                scale(),
                marked(1),
                wide("Improvement actions", "* Meet each month"),
            ),
        ),
        {
            "1.1": Expect(ESTABLISHED, actions=("Repeat the course",)),
            "1.2": Expect(PARTLY, actions=("Meet each month",)),
        },
        formats=WORD,
    )


def scale_without_labels() -> Layout:
    """Levels and ticks without a column of labels."""
    return Layout(
        document(
            paragraph("Proposal 2.4 Reserves are planned", heading=2),
            table(list(LEVELS), ["", "", "\u2713", ""]),
            paragraph("Evidence"),
            paragraph("* A policy is agreed"),
            paragraph("Proposed improvement actions"),
            paragraph("* Publish the policy"),
        ),
        {"2.4": Expect(ESTABLISHED, actions=("Publish the policy",))},
        formats=WORD,
    )


def rating_in_the_heading() -> Layout:
    """The rating stands in brackets behind the wording of the proposal."""
    return Layout(
        document(
            paragraph(
                "Proposal 3.4 Plans are made together (Rating: Partly established)", heading=2
            ),
            table(
                ["Action", "Lead", "By when"],
                ["Draft the plan", "Planning lead", "June 2020"],
            ),
        ),
        {"3.4": Expect(PARTLY, actions=("Draft the plan",))},
    )


def labels_inside_one_cell() -> Layout:
    """Evidence and actions share one cell, each under a label of its own."""
    text = "Evidence:\n* A joint group meets\nProposed improvement actions:\n* Map it\n* Train"
    return Layout(
        document(
            table(["Proposal 4.5 Governance is joined up"], scale(), marked(2), wide("Notes", text))
        ),
        {"4.5": Expect(ESTABLISHED, actions=("Map it", "Train"))},
        formats=WORD,
    )


def ratings_and_plan_apart() -> Layout:
    """Ratings in words in one table, actions in another, joined by their codes."""
    return Layout(
        document(
            table(
                ["Proposal no.", "Proposal", "Previous rating", "Current rating"],
                ["5.1", "Reports are compared", "Partly established", "Established"],
                ["5.2", "Good practice is used", "Partly established", "Partly established"],
            ),
            paragraph("Improvement actions", heading=2),
            table(
                ["Ref", "Proposal", "Improvement action", "Owner", "Due"],
                ["A1", "5.1", "Compare with two others", "Performance lead", "May 2022"],
                ["A2", "5.2", "Visit a neighbour", "Performance lead", "June 2022"],
                ["A3", "5.2", "Write it down", "Performance lead", "July 2022"],
            ),
        ),
        {
            "5.1": Expect(ESTABLISHED, PARTLY, ("Compare with two others",)),
            "5.2": Expect(PARTLY, PARTLY, ("Visit a neighbour", "Write it down")),
        },
        formats=TABLES,
    )


def one_table_for_each_feature() -> Layout:
    """A table for each key feature: marks under short level names, the actions beside them."""
    head = ["Proposal", "Not yet", "Partly", "Established", "Exemplary", "Improvement actions"]
    return Layout(
        document(
            paragraph(
                "Key Feature 1 Collaborative leadership and building relationships", heading=2
            ),
            table(
                head,
                ["1.1 Leaders learn together", "", "x", "", "", "* Run a course\n* Coach"],
                ["1.2 Partners trust each other", "", "", "x", "", "* Meet each month"],
            ),
            paragraph("Key Feature 6 Meaningful and sustained engagement", heading=2),
            table(head, ["6.1 Communities take part", "", "", "", "x", "* Keep it so"]),
        ),
        {
            "1.1": Expect(PARTLY, actions=("Run a course", "Coach")),
            "1.2": Expect(ESTABLISHED, actions=("Meet each month",)),
            "6.1": Expect(EXEMPLARY, actions=("Keep it so",)),
        },
        formats=WORD,
    )


def small_letters() -> Layout:
    """Bullets that all begin with a small letter stay apart, over a page break too."""
    return Layout(
        document(
            table(
                ["Proposal 6.3 Carers are supported"],
                scale(),
                marked(1),
                wide("Evidence", "* pay for travel"),
                wide("Improvement actions", "* meet carers each month\n* write to them"),
                ["", cell("* pay for their time", span=4)],
            )
        ),
        {
            "6.3": Expect(
                PARTLY,
                actions=("meet carers each month", "write to them", "pay for their time"),
            )
        },
    )


def comment_beside_the_tick() -> Layout:
    """A tick with a comment counts under its column, whatever level the comment names."""
    row = ["Our rating", "", "\u2713 (moving to established)", "", ""]
    return Layout(
        document(template("Proposal 2.3 Set-aside is used", row)),
        {"2.3": Expect(PARTLY, actions=("Hold a workshop",))},
    )


def levels_of_a_key() -> Layout:
    """Letters of the paper's own key stand for the levels."""
    return Layout(
        document(
            paragraph("N = Not yet established; P = Partly established; E = Established"),
            table(
                ["Proposal", "Rating", "Improvement actions"],
                ["1.1 Leaders learn together", "P", "* Run a course"],
                ["1.2 Partners trust each other", "E", "* Meet each month"],
            ),
        ),
        {
            "1.1": Expect(PARTLY, actions=("Run a course",)),
            "1.2": Expect(ESTABLISHED, actions=("Meet each month",)),
        },
        formats=TABLES,
    )


def colours_of_a_key() -> Layout:
    """Shades of the paper's own key stand for the levels."""
    return Layout(
        document(
            table(
                [cell(fill="FF0000"), "Not yet established"],
                [cell(fill="FFC000"), "Partly established"],
                [cell(fill="00B050"), "Established"],
            ),
            paragraph("Ratings", heading=2),
            table(
                ["Proposal", "Rating", "Improvement actions"],
                ["1.1 Leaders learn together", cell(fill="FFC000"), "* Run a course"],
                ["1.2 Partners trust each other", cell(fill="00B050"), "* Meet each month"],
            ),
        ),
        {
            "1.1": Expect(PARTLY, actions=("Run a course",)),
            "1.2": Expect(ESTABLISHED, actions=("Meet each month",)),
        },
        formats=WORD,
    )


def letters_without_a_label() -> Layout:
    """The row of letters below the levels has no label."""
    return Layout(
        document(
            paragraph("Y = previous rating; G = current rating"),
            table(
                ["Proposal 5.1 Reports are compared"],
                scale(""),
                ["", "", "Y", "G", ""],
                wide("Improvement actions", "* Compare with two others"),
            ),
        ),
        {"5.1": Expect(ESTABLISHED, PARTLY, ("Compare with two others",))},
        formats=WORD,
    )


def rows_of_labels() -> Layout:
    """No scale at all: a table of labels, with a lead and a date for all actions."""
    return Layout(
        document(
            table(
                ["Proposal 4.4 Directions are clear"],
                ["Self-assessment", "Partly established"],
                ["Rationale", "Some directions name no budget"],
                ["Areas for improvement", "* Name the budget\n* Track the directions"],
                ["Responsible", "Chief Finance Officer"],
                ["By when", "March 2020"],
            )
        ),
        {"4.4": Expect(PARTLY, actions=("Name the budget", "Track the directions"))},
    )


def action_by_action() -> Layout:
    """Each action is a small block of labels."""
    return Layout(
        document(
            paragraph("Proposal 2.4 Reserves are planned", heading=2),
            table(
                ["Action", "Write a policy"],
                ["Lead", "CFO"],
                ["Timescale", "March 2022"],
                ["Action", "Publish the policy"],
                ["Lead", "CO"],
                ["Timescale", "May 2022"],
            ),
        ),
        {"2.4": Expect(actions=("Write a policy", "Publish the policy"))},
    )


def wording_instead_of_the_code() -> Layout:
    """The plan names proposals by their wording, which the ratings above give a code."""
    return Layout(
        document(
            table(
                scale("Feature supporting integration"),
                marked(2, label="1.1: Leaders learn together"),
                marked(1, label="1.2: Partners trust each other"),
            ),
            paragraph("Action plan", heading=1),
            table(
                ["Proposal", "Action", "Lead", "Due"],
                ["Leaders learn together", "Run a course", "CO", "May 2022"],
                ["Partners trust each other", "Meet each month", "CO", "June 2022"],
            ),
        ),
        {
            "1.1": Expect(ESTABLISHED, actions=("Run a course",)),
            "1.2": Expect(PARTLY, actions=("Meet each month",)),
        },
    )


def numbered_actions() -> Layout:
    """Actions carry numbers of their own below the code of the proposal."""
    return Layout(
        document(
            table(
                ["Improvement action", "Lead", "Due"],
                ["Action 1.1.1: Run a course", "CO", "May 2022"],
                ["1.1.2 Buy the books", "CO", "May 2022"],
                ["2.4.1 Write a policy", "CFO", "June 2022"],
            )
        ),
        {
            "1.1": Expect(actions=("Run a course", "Buy the books")),
            "2.4": Expect(actions=("Write a policy",)),
        },
        formats=TABLES,
    )


def numbers_of_its_own() -> Layout:
    """Under one proposal's heading, references that look like codes count its actions."""
    return Layout(
        document(
            paragraph("Proposal 1.1 Leaders learn together", heading=2),
            table(
                ["Ref", "Action", "Lead", "Due"],
                ["1.1", "Run a course", "CO", "May 2022"],
                ["1.2", "Buy the books", "CO", "May 2022"],
            ),
        ),
        {"1.1": Expect(actions=("Run a course", "Buy the books"))},
    )


def two_years_in_one_cell() -> Layout:
    """Both rounds stand in one cell, each after its year."""
    row = wide("Our rating", "2019: Partly established; 2021: Established")
    return Layout(
        document(template("Proposal 3.1 Chief Officers can act", row)),
        {"3.1": Expect(ESTABLISHED, PARTLY, ("Hold a workshop",))},
    )


def key_below_the_table() -> Layout:
    """A traffic-light key stands in rows below the plan."""
    return Layout(
        document(
            table(
                ["No", "MSG Proposal", "Action", "Lead Officer", "Target Date", "RAG"],
                ["1", "1.1", "Run a course", "CO", "31/03/2022", "G"],
                ["2", "1.2", "Meet each month", "CFO", "01/04/2022", "A"],
                ["", "", "", "", "", ""],
                ["R", "Behind schedule", "", "", "", ""],
                ["A", "At risk", "", "", "", ""],
                ["G", "On track", "", "", "", ""],
            )
        ),
        {"1.1": Expect(actions=("Run a course",)), "1.2": Expect(actions=("Meet each month",))},
        formats=TABLES,
    )


def one_column() -> Layout:
    """Everything in one column: labels, with their content behind a colon or in the next row."""
    return Layout(
        document(
            table(
                ["Proposal 2.5 Finance officers are supported"],
                ["Our rating: Established"],
                ["Evidence"],
                ["* Two teams report"],
                ["Proposed improvement actions"],
                ["* Bring them together\n* Write it down"],
            )
        ),
        {"2.5": Expect(ESTABLISHED, actions=("Bring them together", "Write it down"))},
        formats=WORD,
    )


def label_again_on_the_next_page() -> Layout:
    """The label is printed again where its text goes on after a page break."""
    return Layout(
        document(
            table(
                ["Proposal 6.1 Communities take part"],
                scale(),
                marked(2),
                wide("Evidence / Notes", "* A forum meets"),
                wide("Evidence / Notes (continued)", "* A survey is held"),
                wide("Proposed improvement actions", "* Publish the results of the"),
                wide("Proposed improvement actions", "survey in full"),
            )
        ),
        {"6.1": Expect(ESTABLISHED, actions=("Publish the results of the survey in full",))},
    )


def recommendation_and_action() -> Layout:
    """A column of recommendations beside the one of actions groups them."""
    return Layout(
        document(
            table(
                ["Proposal", "Recommendation", "Action", "Lead", "Due"],
                ["3.4", "Plan together", "Draft the plan", "Planning lead", "May 2022"],
                ["3.4", "Plan together", "Consult on it", "Planning lead", "June 2022"],
            )
        ),
        {"3.4": Expect(actions=("Draft the plan", "Consult on it"))},
        formats=TABLES,
    )


def groups_over_the_head() -> Layout:
    """Groups of columns are named in a row above the head."""
    return Layout(
        document(
            table(
                ["", "", cell("Responsibility", span=2), cell("Delivery dates", span=2)],
                ["Proposal", "Action", "Officer", "Partners", "First", "Last"],
                ["4.4", "Track directions", "CFO", "Council", "May 2021", "June 2022"],
            )
        ),
        {"4.4": Expect(actions=("Track directions",))},
        formats=WORD,
    )


def section_names_in_the_first_column() -> Layout:
    """In a sheet, a key feature stands alone in the first column above its rows."""
    return Layout(
        document(
            table(
                ["Ref", "Proposal", "Action", "Lead", "Due"],
                ["Leadership and culture", "", "", "", ""],
                ["1", "1.1", "Run a course", "CO", "May 2022"],
                ["Money", "", "", "", ""],
                ["2", "2.4", "Write a policy", "CFO", "June 2022"],
            )
        ),
        {
            "1.1": Expect(actions=("Run a course",)),
            "2.4": Expect(actions=("Write a policy",)),
        },
        formats=TABLES,
    )


def both_headings_in_one_cell() -> Layout:
    """Key feature and proposal share the first cell of the table."""
    return Layout(
        document(
            table(
                [
                    (
                        "Key Feature 4\nGovernance and accountability arrangements\n"
                        "Proposal 4.1\nWho answers for what is clear"
                    )
                ],
                scale(),
                marked(1, "\u25cf"),
                wide("Improvement actions", "* Write it down"),
            )
        ),
        {"4.1": Expect(PARTLY, actions=("Write it down",))},
        formats=WORD,
    )


def summary_without_a_head() -> Layout:
    """The summary's first column has no heading; the codes are enough."""
    return Layout(
        document(
            table(
                ["", *LEVELS],
                marked(1, label="1.1 Leaders learn together"),
                marked(3, label="1.2 Partners trust each other"),
            )
        ),
        {"1.1": Expect(PARTLY), "1.2": Expect(EXEMPLARY)},
        formats=WORD,
    )


LAYOUTS: tuple[Callable[[], Layout], ...] = (
    ticks,
    heading_above_the_table,
    title_in_the_next_row,
    all_in_one_table,
    level_in_words,
    shaded_cell,
    shaded_level_name,
    ticked_scale,
    lost_font,
    tick_boxes,
    no_tables,
    board_paper_numbers,
    bare_numbers_as_headings,
    plain_paragraphs,
    lead_in,
    beside_each_other,
    one_row_for_each,
    scale_downwards,
    letters_in_one_row,
    shades_of_a_key,
    labelled_rounds,
    lead_below_the_actions,
    action_table,
    merged_proposals,
    proposals_as_section_rows,
    code_inside_the_action,
    two_row_head,
    head_on_every_page,
    rounds_as_columns,
    summary_only,
    by_report_section,
    labelled_heading_row,
    scale_without_labels,
    rating_in_the_heading,
    labels_inside_one_cell,
    ratings_and_plan_apart,
    one_table_for_each_feature,
    small_letters,
    comment_beside_the_tick,
    levels_of_a_key,
    colours_of_a_key,
    letters_without_a_label,
    rows_of_labels,
    action_by_action,
    wording_instead_of_the_code,
    numbered_actions,
    numbers_of_its_own,
    two_years_in_one_cell,
    key_below_the_table,
    one_column,
    label_again_on_the_next_page,
    recommendation_and_action,
    groups_over_the_head,
    section_names_in_the_first_column,
    both_headings_in_one_cell,
    summary_without_a_head,
)
