"""Lists of actions: bullets, parts, lead-ins and cross-references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers import FRAMEWORK, document, line, marked, read, template
from tracker.breaks import carries_on, join
from tracker.readers.document import Line
from tracker.readers.papers.blocks import extend
from tracker.readers.papers.lists import cross_reference, is_reference_only, read_items
from tracker.readers.papers.owners import split_posts


def items(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """Read lines as actions with their parts."""
    read_lines = read_items([line(text) for text in texts], FRAMEWORK)
    return [(item.text, item.sub_items) for item in read_lines.items]


def test_every_bullet_is_an_action() -> None:
    """Bullets of the outermost level are actions, in their order."""
    assert [("One thing", ()), ("Another thing", ())] == items("* One thing", "* Another thing")


def test_deeper_bullets_are_parts() -> None:
    """Deeper levels belong to the bullet above them, however deep."""
    assert [("Hold sessions", ("in summer", "on money", "in autumn")), ("Report", ())] == items(
        "* Hold sessions", "** in summer", "*** on money", "** in autumn", "* Report"
    )


def test_outermost_level_may_be_any() -> None:
    """A list that begins further in has its outermost level there."""
    assert [("One thing", ("a part",)), ("Another thing", ())] == items(
        "** One thing", "*** a part", "** Another thing"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Priority areas for improvement have been identified as:",
        "Action plan to be developed to include:",
        "Our actions are as follows",
        "Areas identified include",
    ],
)
def test_sentence_that_leads_in_is_no_action(text: str) -> None:
    """A sentence that announces the bullets below it is kept apart."""
    lines = [line(text), line("* One thing"), line("* Another thing")]
    read_lines = read_items(lines, FRAMEWORK)
    assert ((text,), ["One thing", "Another thing"]) == (
        read_lines.lead_ins,
        [item.text for item in read_lines.items],
    )


def test_sentence_before_bullets_that_announces_nothing_is_an_action() -> None:
    """Only a sentence that leads in is none."""
    assert [("Hold a workshop.", ()), ("Report on it", ())] == items(
        "Hold a workshop.", "* Report on it"
    )


def test_last_line_with_a_colon_is_an_action() -> None:
    """A line with nothing below it leads into nothing."""
    assert [("One thing", ()), ("Another thing:", ())] == items("One thing", "Another thing:")


@pytest.mark.parametrize(
    "text", ["None", "N/A", "No further action required.", "Not applicable", "Nil"]
)
def test_text_that_says_there_is_no_action_is_none(text: str) -> None:
    """`None` is no action, and is told as such."""
    read_lines = read_items([line(text)], FRAMEWORK)
    assert ((), (text,)) == (read_lines.items, read_lines.nothings)


@pytest.mark.parametrize("text", ["g", "1", "--a"])
def test_scrap_is_told_and_is_no_action(text: str) -> None:
    """What is left of a damaged text is not taken for an action."""
    read_lines = read_items([line(text)], FRAMEWORK)
    assert ((), (text,)) == (read_lines.items, read_lines.scraps)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("As per 3.4", "3.4"),
        ("as per proposal 3.4", "3.4"),
        ("Processes and workshops as set out in 1.2 will go on", "1.2"),
        ("As described at 2.1 above", "2.1"),
        ("See 4.5", "4.5"),
        ("(see also 4.5)", "4.5"),
        ("Same as 1.1", "1.1"),
        ("As per 3(iv)", "3.4"),
        ("Four officers report to the forum referenced at 2.1", None),
        ("Apply what comes from the review set out at 5.1", None),
        ("Join it up (see section 4.6)", None),
        ("As per 9.9", None),
        ("As in 2019", None),
        ("Grow by 2.5%", None),
    ],
)
def test_cross_reference_is_read(text: str, code: str | None) -> None:
    """A text that means another proposal's actions names it; other numbers do not."""
    assert code == cross_reference(text, FRAMEWORK)


def test_own_code_is_no_cross_reference() -> None:
    """A proposal does not refer to itself."""
    assert cross_reference("As per 4.2", FRAMEWORK, "4.2") is None


def test_pure_reference_is_known() -> None:
    """A text that only refers is told from an action that refers as well."""
    assert (True, False) == (
        is_reference_only("As per 3.4."),
        is_reference_only("Plan as per 3.4 and act"),
    )


def test_pure_references_are_never_merged() -> None:
    """`As per 3.4` under two proposals stays two positions: it is no action of its own."""
    draft = read(
        document(
            template("Proposal 3.5 Hospitals", marked(1), actions="* As per 3.4"),
            template("Proposal 4.1 Answers", marked(1), actions="* As per 3.4"),
        )
    )
    assert [("3.5/1", "3.4", ()), ("4.1/1", "3.4", ())] == [
        (a.ref, a.cross_reference, a.aliases) for a in draft.actions
    ]


def test_equal_bullets_of_two_proposals_are_one_action() -> None:
    """The same action printed under two proposals is one, with a position in each."""
    draft = read(
        document(
            template("Proposal 6.1 Communities", marked(1), actions="* Begin\n* Hold a forum"),
            template("Proposal 6.2 Carers", marked(1), actions="* Hold a forum.\n* Meet"),
        )
    )
    assert [("6.1/1", ()), ("6.1/2", ("6.2/1",)), ("6.2/2", ())] == [
        (a.ref, a.aliases) for a in draft.actions
    ]


def test_evidence_is_one_string_for_each_bullet() -> None:
    """Evidence keeps its bullets and paragraphs apart."""
    evidence = "* One report\n* Another report\nA sentence of its own."
    (proposal,) = read(document(template("Proposal 1.1 L", marked(2), evidence=evidence))).proposals
    assert ("One report", "Another report", "A sentence of its own.") == proposal.evidence


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Chief Officer / CFO", ["Chief Officer", "CFO"]),
        ("Head of Health and Social Care", ["Head of Health and Social Care"]),
        ("Chief Officer and Chief Finance Officer", ["Chief Officer", "Chief Finance Officer"]),
        ("Chief Officer, Strathmore IJB", ["Chief Officer, Strathmore IJB"]),
        ("Chair; Vice-Chair", ["Chair", "Vice-Chair"]),
        ("Chief Nurse, Head of Service and CFO", ["Chief Nurse", "Head of Service", "CFO"]),
        ("All partners", ["All partners"]),
        ("", []),
    ],
)
def test_owners_are_told_apart(text: str, posts: list[str]) -> None:
    """Posts are parted where one ends and another begins, and nowhere else."""
    assert posts == split_posts([Line(text)])


LINES = st.lists(
    st.builds(
        Line, st.text("abc XYZ:.,-", min_size=1, max_size=30), st.sampled_from([None, 0, 1, 2])
    ),
    max_size=8,
)


@given(LINES)
def test_no_line_is_lost(lines: list[Line]) -> None:
    """Every word of a list ends up in an action, a part, a lead-in, or is told."""
    read_lines = read_items(lines, FRAMEWORK)
    texts = [i.text for i in read_lines.items] + [s for i in read_lines.items for s in i.sub_items]
    texts += [*read_lines.lead_ins, *read_lines.nothings, *read_lines.scraps]
    printed = sorted(c for text in lines for c in text.text if c.isalnum())
    assert printed == sorted(c for text in texts for c in text if c.isalnum())


@given(LINES, LINES)
def test_joining_over_a_break_loses_nothing(lines: list[Line], more: list[Line]) -> None:
    """Lines put together over a page break hold the letters of both pages."""
    joined = "".join(text.text for text in extend(lines, more))
    printed = "".join(text.text for text in (*lines, *more))
    assert printed.replace(" ", "") == joined.replace(" ", "")


def test_hyphen_at_a_break_stays() -> None:
    """A word cut at its own hyphen is put together without a space."""
    assert "the Sub-Committee" == join("the Sub-", "Committee")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("for the leaders of", "NHS boards", True),
        ("for the leaders", "of the boards", True),
        ("for the leaders.", "of the boards", False),
        ("for the leaders", "Hire a hall", False),
        ("", "of the boards", False),
    ],
)
def test_sentence_over_a_break_is_known(before: str, after: str, *, joined: bool) -> None:
    """A small letter or a dangling word tells that a sentence goes on."""
    assert joined is carries_on(before, after)
