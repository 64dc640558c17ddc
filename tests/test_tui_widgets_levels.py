"""What the Plan screen says of a rating: letters, words, and rows of the tree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.plans import AGREED, FRAMEWORK, action, assessment, plan
from tracker.kinds import CycleState, Decision, EvidenceKind, Status
from tracker.plan import AssessmentView, DecisionView, EvidenceView, PlanView
from tracker.rules import stand
from tui.screens.planning import next_open
from tui.widgets.evidence import NONE_HELD, decisions_text, evidence_text
from tui.widgets.indicators import first_shown
from tui.widgets.levels import is_undecided, legend, letters_words, move_words, rungs
from tui.widgets.outside import outside, place_of, shown_under
from tui.widgets.proposal_actions import action_lines, cross_references
from tui.widgets.proposal_page import count_text, rating_text
from tui.widgets.proposal_rows import (
    key_text,
    outside_text,
    rating_words,
    row_text,
    shape_of,
)

CARRIED = DecisionView(4, Decision.CARRIED, "partly", None, None)


def carried(code: str = "1.1") -> AssessmentView:
    """Return an assessment as a repeat begins with it."""
    held = assessment(code, "partly", "partly")
    return replace(held, decisions=(CARRIED,))


def drafted(*assessments: AssessmentView) -> PlanView:
    """Return a plan that is being drafted."""
    return plan(assessments=assessments, state=CycleState.DRAFTING)


@pytest.mark.parametrize(
    ("previous", "level", "letters"),
    [
        ("not yet", "fully", ["Y", "", "G"]),
        ("partly", "partly", ["", "Y G", ""]),
        (None, "partly", ["", "G", ""]),
        ("partly", None, ["", "Y", ""]),
        (None, None, ["", "", ""]),
    ],
)
def test_y_and_g_stand_in_their_columns(
    previous: str | None, level: str | None, letters: list[str]
) -> None:
    """Y is the previous rating, G the rating now; both in one column when it stood still."""
    found = rungs(FRAMEWORK, assessment("1.1", level, previous))
    assert letters == [rung.letters for rung in found]


@pytest.mark.parametrize(
    ("previous", "level", "words"),
    [
        ("not yet", "fully", "▲ up 2"),
        ("fully", "partly", "▼ down 1"),
        ("partly", "partly", "unchanged"),
        (None, "partly", "no previous rating held"),
        ("partly", None, "not rated"),
    ],
)
def test_a_movement_is_told_in_words(previous: str | None, level: str | None, words: str) -> None:
    """No colour is needed to see which way a rating went."""
    assert words == move_words(FRAMEWORK, assessment("1.1", level, previous))


def test_the_letters_are_explained_with_both_dates() -> None:
    """Nobody takes Y and G for red-amber-green."""
    held = assessment("1.1", "fully", "partly")
    assert (
        "Y = previous rating (its date is not printed); G = rating now (as at 30 April 2021). "
        "Letters, not red-amber-green." == legend(plan(assessments=(held,)), held)
    )
    later = replace(held.decisions[0], decided_on=date(2021, 12, 1))
    decided = replace(held, decisions=(*held.decisions, later))
    assert "decided 1 December 2021" in legend(plan(assessments=(decided,)), decided)


def test_a_legend_says_what_is_missing() -> None:
    """No rating before, none now, and nobody's to rate."""
    alone = assessment("1.1", "fully")
    assert "G = rating now (as at 30 April 2021)." == legend(plan(assessments=(alone,)), alone)
    printed = assessment("1.1", None, "partly")
    told = legend(plan(assessments=(printed,), previous=False), printed)
    assert "Y = previous rating (as printed); not rated in cycle 2021." in told
    national = assessment("2.2", None)
    assert "Nobody rates a national proposal" in legend(plan(), national)


def test_a_carried_rating_is_not_a_decision() -> None:
    """A repeat shows what a person has still to decide."""
    held = carried()
    repeat = drafted(held)
    assert is_undecided(repeat, held)
    assert "carried" in legend(repeat, held)
    assert "partly: carried, to be decided in this round" == rating_text(repeat, held).plain
    assert "2→2 ?" == rating_words(repeat, held, roomy=False)
    now = rungs(FRAMEWORK, held)[1]
    assert "Y G carried" == letters_words(now, undecided=True)
    assert "? to decide; 0 of 1 decided" in key_text(repeat).plain


@pytest.mark.parametrize("state", [CycleState.AGREED, CycleState.CLOSED])
def test_nothing_is_left_to_decide_once_a_round_is_agreed(state: CycleState) -> None:
    """A rating that was left as it was, by name, is not asked for again."""
    held = carried()
    assert not is_undecided(plan(assessments=(held,), state=state), held)


def test_a_rating_left_with_a_reason_is_settled() -> None:
    """What a board has left as it was is not asked for again, also when the round reopens."""
    held = replace(carried(), decisions=(replace(CARRIED, reason="Not looked at this year"),))
    assert not is_undecided(drafted(held), held)


def test_the_next_to_decide_goes_round_the_plan() -> None:
    """After the last comes the first; where nothing is open one stays."""
    done = assessment("1.2", "fully")
    repeat = drafted(carried("1.1"), done, carried("2.1"), assessment("2.2", None))
    assert "2.1" == next_open(repeat, "1.1", by=1)
    assert "1.1" == next_open(repeat, "2.1", by=1)
    assert "2.1" == next_open(repeat, "1.1", by=-1)
    assert "1.2" == next_open(drafted(done), "1.2", by=1)


def test_a_row_keeps_to_its_width() -> None:
    """The name is cut with an ellipsis, the rating never."""
    held = assessment("1.1", "fully", "partly")
    row = row_text(plan(assessments=(held,)), held, width=18).plain
    assert "1.1 sharing… 2→3 ▲" == row
    national = assessment("2.2", None)
    assert row_text(plan(), national, width=50).plain.endswith("not rated locally")


def test_a_roomy_row_says_what_is_late() -> None:
    """Late actions are counted beside the rating by the one definition of overdue."""
    held = assessment("1.1", "fully", "partly")
    late = action(due=date(2021, 6, 30))
    assert "1 late  2→3 ▲" == rating_words(plan(late, assessments=(held,)), held, roomy=True)


def test_the_level_in_front_is_the_rating_now() -> None:
    """Else the previous one, else the lowest."""
    assert 2 == first_shown(rungs(FRAMEWORK, assessment("1.1", "fully", "not yet")))
    assert 1 == first_shown(rungs(FRAMEWORK, assessment("1.1", None, "partly")))
    assert 0 == first_shown(rungs(FRAMEWORK, assessment("1.1", None)))


def test_evidence_stands_under_its_headings() -> None:
    """What a paper printed is shown as text, whatever it holds."""
    held = assessment("1.1", "fully")
    assert NONE_HELD == evidence_text(held).plain
    texts = (
        EvidenceView(EvidenceKind.MEASURE, "Count the keys"),
        EvidenceView(EvidenceKind.EVIDENCE, "[/b] The rooms are open"),
    )
    assert (
        "Evidence and notes\n• [/b] The rooms are open\n\nProgress measures\n• Count the keys"
        == evidence_text(replace(held, evidence=texts)).plain
    )


def test_decisions_say_who_when_and_why() -> None:
    """Newest first, with what the cycle's own paper printed where it differs."""
    first = DecisionView(1, Decision.RATED, "partly", AGREED, None, source="plan.docx", act=1)
    newer = DecisionView(
        2, Decision.RAISED, "fully", date(2021, 12, 1), "Joint Board", "Doors opened", act=7
    )
    still = DecisionView(3, Decision.CONFIRMED, "fully", None, "Joint Board", within="More keys")
    held = replace(assessment("1.1", "fully", "not yet", "partly"), decisions=(first, newer, still))
    told = decisions_text(plan(assessments=(held,)), held).plain
    assert told.index("Joint Board") < told.index("plan.docx")
    assert "1 December 2021: raised to fully by Joint Board" in told
    assert "Why: Doors opened" in told
    assert "Within the level: More keys" in told
    assert "Previous rating (cycle 2019): not yet" in told
    assert "prints another previous rating: partly" in told
    assert "Nobody has rated it" in decisions_text(plan(), assessment("1.2", None)).plain


def test_an_action_says_where_it_stands() -> None:
    """Reference, wording, status, date with how late it is, owner; a long wording is cut."""
    late = action("1.1/2", "Open [b]rooms[/b] " + "x" * 300, due=date(2021, 12, 31))
    told = action_lines(stand(late, as_at=date(2022, 1, 31)), "1.1").plain
    assert told.startswith("1.1/2  Open [b]rooms[/b] xxx")
    assert "…\nnot started · due 31 December 2021 (31 days late) · no owner" in told
    shared = action(
        "1.1/3", status=Status.IN_PLACE, owners=("Chief Officer",), proposals=("1.1", "2.1")
    )
    told = action_lines(stand(shared, as_at=date(2022, 1, 31)), "1.1").plain
    assert told.endswith("in place · no date · Chief Officer · also under 2.1")


def test_actions_under_no_proposal_stand_by_key_feature() -> None:
    """Nothing of a plan is left out of its tree."""
    loose = action("R/1", "Talk to neighbours", proposals=())
    money = action("R/2", "Count the money", proposals=())
    money = replace(money, record=replace(money.record, feature="2", section="Money"))
    whole = plan(action("1.1/1"), loose, money)
    assert [("2/", "2", ["R/2"]), ("/", "", ["R/1"])] == [
        (group.key, group.feature, [one.ref for one in group.actions]) for group in outside(whole)
    ]
    assert [
        ("1", "Working together", ["1.1", "1.2"]),
        ("2", "Money", ["2.1", "2.2", "2/"]),
        ("", "Under no key feature", ["/"]),
    ] == shape_of(whole)
    assert "Under no proposal  1" == outside_text(whole, "2/", width=20).plain
    assert ["R/1"] == [one.ref for one in shown_under(whole, "/")]
    assert () == shown_under(whole, "9/")


@pytest.mark.parametrize(
    ("wanted", "place"),
    [("1.1", "1.1"), ("1.1/1", "1.1"), ("R/1", "/"), ("2.1/4", "1.2"), ("9.9", None)],
)
def test_what_is_wanted_is_found(wanted: str, place: str | None) -> None:
    """A code or a reference leads to its row, an alias to where it is printed."""
    moved = action("2.1/4", "Moved here", proposals=("1.2",))
    whole = plan(action("1.1/1"), moved, action("R/1", proposals=()))
    assert place == place_of(whole, wanted)


def test_a_cross_reference_points_to_the_other_proposal() -> None:
    """A paper that says `as per 3.4` has no actions of its own there."""
    pointed = replace(plan(), cross_references=(("1.2/1", "2.1"), ("2.1/1", "1.1")))
    assert ["1.2/1  The paper points to the actions of 2.1."] == [
        words.plain for words in cross_references(pointed, "1.2")
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "No improvement actions stand here."),
        (1, "1 improvement action"),
        (2, "2 improvement actions"),
    ],
)
def test_the_count_of_actions_reads_well(count: int, words: str) -> None:
    """One is singular, none is said."""
    assert words == count_text(count).plain
