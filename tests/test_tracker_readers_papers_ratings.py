"""Ratings: every kind of mark is read, and a doubtful one is told instead of guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.papers import LEVELS, cell, document, marked, paragraph, read, scale, table, template
from tracker.kinds import Severity
from tracker.readers.document import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.drafts import PaperDraft
    from tracker.readers.document import Cell

BLUE = "0070C0"


def rated(row: Sequence[str | Cell]) -> PaperDraft:
    """Read a paper of one proposal with a rating row."""
    return read(document(template("Proposal 1.1 Leaders learn", row)))


def told(draft: PaperDraft, code: str = "1.1") -> list[tuple[str, str]]:
    """Return the problems about a proposal's rating, with their places."""
    return [
        (p.place, p.message) for p in draft.problems if code in p.message and "paper" not in p.place
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "\u2713",
        "\u2714",
        "\u221a",
        "x",
        "X",
        "\u0445",
        "\u0425",
        "\u00d7",
        "\u25cf",
        "\u25a0",
        "\u2611",
        "\u2612",
        "\u00fc",
        "\uf0fc",
        "\uf0fe",
        "(x)",
        "[X]",
        "\u2713.",
        "XX",
    ],
)
@pytest.mark.parametrize("level", range(4))
def test_mark_under_a_level_is_its_rating(mark: str, level: int) -> None:
    """Ticks, crosses of three alphabets and filled shapes count under every level."""
    draft = rated(marked(level, mark))
    assert LEVELS[level].casefold() == draft.proposals[0].rating
    assert [] == told(draft)


@pytest.mark.parametrize(
    "text",
    [
        "Established",
        "ESTABLISHED",
        "established.",
        "Rating: Established",
        "Established (agreed in May)",
    ],
)
def test_level_in_words_is_its_rating(text: str) -> None:
    """A level's name is read wherever in the row it stands, also with words around it."""
    assert "established" == rated(["Our rating", cell(text, span=4)]).proposals[0].rating


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("Partly established", "partly established", None),
        ("Partially Established", "partly established", None),
        ("Not yet established", "not yet established", None),
        ("Established (previously Partly established)", "established", "partly established"),
        ("Partly established \u2192 Established", "established", None),
    ],
)
def test_longest_level_name_wins(text: str, now: str | None, before: str | None) -> None:
    """`Established` ends three of the names; only the whole name counts."""
    proposal = rated(["Our rating", cell(text, span=4)]).proposals[0]
    if "\u2192" in text:
        assert proposal.rating in {None, now}
    else:
        assert (now, before) == (proposal.rating, proposal.previous_rating)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["Our rating", "", "x", "x", ""], 'marks stand under "partly established"'),
        (["Our rating", "", cell("x", span=2), ""], "stands across"),
        (["Our rating", "", "Q", "", ""], '"Q" is no mark'),
        (["Our rating", "", "Y", "G", ""], '"Y" is no mark'),
        (["Our rating", "", "", "x", "?"], '"?" is no mark'),
        (["Our rating", cell("Established or exemplary", span=4)], "none of them is taken"),
    ],
)
def test_doubtful_mark_gives_no_rating(row: Sequence[str | Cell], words: str) -> None:
    """Two marks, a mark between levels or an unexplained letter is told with its place."""
    draft = rated(row)
    assert draft.proposals[0].rating is None
    assert any(place == "table 1, row 4" and words in message for place, message in told(draft))


def test_missing_mark_is_told() -> None:
    """A rating row without a mark leaves the rating open and says so."""
    draft = rated(["Our rating", "", "", "", ""])
    assert draft.proposals[0].rating is None
    assert [("table 1", "No rating is marked for 1.1.")] == told(draft)


def test_shade_counts_only_without_text() -> None:
    """A tick outweighs the shade of another cell."""
    draft = rated(["Our rating", cell(fill=BLUE), "", "\u2713", ""])
    assert "established" == draft.proposals[0].rating


def test_colours_of_all_levels_are_no_marks() -> None:
    """Columns that each have a colour of their own mark nothing."""
    colours = ("FF0000", "FFC000", "92D050", BLUE)
    draft = rated(["Our rating", *(cell(fill=colour) for colour in colours)])
    assert draft.proposals[0].rating is None


def test_marked_level_name_without_a_rating_row() -> None:
    """A bold level name in the scale is the rating where no row of marks is printed."""
    names = [cell(name) for name in LEVELS]
    names[2] = replace(names[2], lines=(paragraph(LEVELS[2], bold=True).line,))
    draft = read(
        document(
            table(["Proposal 1.1 Leaders"], ["Rating", *names], ["Actions", cell("* Go", span=4)])
        )
    )
    assert "established" == draft.proposals[0].rating


def test_summary_that_agrees_says_nothing() -> None:
    """A summary table that agrees with the proposal's own table raises no problem."""
    draft = read(
        document(
            table(scale("Feature supporting integration"), marked(2, label="1.1: Leaders learn")),
            template("Proposal 1.1 Leaders learn", marked(2)),
        )
    )
    assert "established" == draft.proposals[0].rating
    assert [] == told(draft)


def test_summary_that_disagrees_is_told_and_the_own_table_counts() -> None:
    """Where the two differ the proposal's own table counts, with a warning at the summary."""
    draft = read(
        document(
            table(scale("Feature supporting integration"), marked(1, label="1.1: Leaders learn")),
            template("Proposal 1.1 Leaders learn", marked(2)),
        )
    )
    assert "established" == draft.proposals[0].rating
    warned = [p for p in draft.problems if p.place == "table 1, row 2"]
    assert [Severity.WARNING] == [p.severity for p in warned]
    assert "summary table rates 1.1" in warned[0].message


def test_national_proposal_is_never_rated() -> None:
    """A mark under a national proposal is not kept, and one without a mark is no problem."""
    draft = read(
        document(
            template("Proposal 3.2 Inspection", marked(2)),
            template("Proposal 3.3 Improvement bodies", ["Our rating", "", "", "", ""]),
        )
    )
    assert [None, None] == [proposal.rating for proposal in draft.proposals]
    assert "never rated locally" in " ".join(message for _, message in told(draft, "3.2"))
    assert [] == told(draft, "3.3")


def test_second_table_of_a_proposal_is_told() -> None:
    """Two tables for one proposal are both read; ratings that differ are not guessed."""
    draft = read(
        document(
            template("Proposal 1.1 Leaders", marked(1), actions="* First"),
            template("Proposal 1.1 Leaders", marked(2), actions="* Second"),
        )
    )
    assert draft.proposals[0].rating is None
    assert ["First", "Second"] == [action.text for action in draft.proposals[0].actions]
    assert "second table" in " ".join(message for _, message in told(draft))


def test_indicators_are_kept_under_their_levels() -> None:
    """The wording under each level is learned from the paper."""
    draft = rated(marked(2))
    assert (
        dict(
            zip(
                (n.casefold() for n in LEVELS),
                ("None of it", "Some of it", "Most of it", "All of it"),
                strict=True,
            )
        )
        == draft.proposals[0].indicators
    )


def test_lost_headings_are_named_by_their_neighbours() -> None:
    """As many tables without a heading as proposals are missing can only be these."""
    nameless = template("x", marked(1)).rows[1:]
    draft = read(
        document(
            template("Proposal 2.1 Finances", marked(2)),
            Table(nameless, ""),
            Table(nameless, ""),
            template("Proposal 2.4 Reserves", marked(2)),
        )
    )
    assert ["2.1", "2.2", "2.3", "2.4"] == [proposal.code for proposal in draft.proposals]
    assert 2 == sum("heading of this table is lost" in p.message for p in draft.problems)


def test_lost_heading_that_could_be_several_is_not_guessed() -> None:
    """One table without a heading where two proposals are missing belongs to neither."""
    nameless = Table(template("x", marked(1), actions="* Keep me").rows[1:], "")
    draft = read(
        document(
            template("Proposal 2.1 Finances", marked(2)),
            nameless,
            template("Proposal 2.4 Reserves", marked(2)),
        )
    )
    assert ["2.1", "2.4"] == [proposal.code for proposal in draft.proposals]
    assert ["Keep me"] == [item.text for item in draft.recommendations]
    assert any(p.severity is Severity.ERROR and "no heading" in p.message for p in draft.problems)


def test_levels_in_one_line_mean_that_columns_are_lost() -> None:
    """A text that lost its columns is told once, and its letters are not taken for ratings."""
    draft = read(
        document(
            paragraph("Proposal 1.1 Leaders learn"),
            paragraph("Rating Not yet established Partly established Established Exemplary"),
            paragraph("Our Rating Y"),
            template("Proposal 1.2 Partners trust", marked(2)),
        )
    )
    assert 1 == sum("columns of the tables are lost" in p.message for p in draft.problems)
    assert {"1.2": "established"} == {p.code: p.rating for p in draft.proposals if p.rating}
