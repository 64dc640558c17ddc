"""The life of a round from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal import typed

if TYPE_CHECKING:
    from tests.commands import Commands

OPEN = ("cycle", "open", "2022", "--as-at", "2022-01-31")


@pytest.fixture
def run(own_plan: Commands) -> Commands:
    """A way to run commands on a plan whose repeat is opened."""
    own_plan.done(*OPEN, "--yes")
    return own_plan


def test_opening_tells_what_becomes_of_everything(own_plan: Commands) -> None:
    """As JSON: every live action in exactly one list, each choice with its reason."""
    told = own_plan.done(
        *OPEN,
        *("--yes", "--json", "--complete", "1.1/1=Done", "--complete", "1.2/1,1.2/2"),
        *("--withdraw", "1.3/1=No money", "--merge", "1.1/4=1.1/3=One task"),
    ).json
    assert ("Moray", "2022", "2022-01-31", "2021", True) == (
        told["partnership"],
        told["cycle"],
        told["as_at"],
        told["repeats"],
        told["opened"],
    )
    actions = told["actions"]
    assert ["1.1/1", "1.2/1", "1.2/2"] == [one["ref"] for one in actions["complete"]]
    assert [{"ref": "1.3/1", "reason": "No money"}] == actions["withdrawn"]
    gone = {"ref": "1.1/4", "reason": "One task", "into": "1.1/3", "owners_left_out": []}
    assert [gone] == actions["merged"]
    ended = 5
    assert 69 == len(actions["carried"]) + ended + len(told["closed_before"])
    assert 22 == len(told["ratings_carried"])


def test_standing_arrangements_are_counted_apart_from_live_actions(own_plan: Commands) -> None:
    """The counts are those of `overdue`; what goes on for its review alone is called what it is."""
    counts = own_plan.done("overdue", "--json").json["counts"]
    told = own_plan.done(*OPEN, "--yes").out
    assert f"{counts['live']} live actions and 1 standing arrangement with a review carried" in told
    assert f"{counts['closed'] - 1} others closed before and not carried" in told


def test_a_label_in_use_says_where_the_label_stands(own_plan: Commands) -> None:
    """It is the command's argument there, not an option."""
    ran = own_plan("cycle", "open", "2021", "--as-at", "2022-01-31", "--yes")
    assert 1 == ran.code
    assert "tracker cycle open LABEL" in ran.err
    assert "--cycle" not in ran.err


def test_a_merger_tells_whose_owners_do_not_pass_on(own_plan: Commands) -> None:
    """Those who own both actions are not named; the sentence says how to add the others."""
    own_plan.done("update", "1.1/3", "--owner", "Chief Nurse")
    own_plan.done("update", "1.1/4", "--owner", "Chief Nurse", "--owner", "Head of Estates")
    merge = ("--merge", "1.1/4=1.1/3=One task")
    said = " ".join(own_plan(*OPEN, *merge).err.split())
    assert "The owners of 1.1/4 do not pass on to 1.1/3 by merging: Head of Estates." in said
    (gone,) = own_plan.done(*OPEN, *merge, "--yes", "--json").json["actions"]["merged"]
    assert ["Head of Estates"] == gone["owners_left_out"]


def test_opening_needs_a_yes_and_a_day(own_plan: Commands) -> None:
    """Without them nothing is changed; the preview says what would be done."""
    ran = own_plan(*OPEN)
    assert (1, "") == (ran.code, ran.out)
    assert "22 ratings carried, none decided" in ran.err
    assert 2 == own_plan("cycle", "open", "2022").code
    assert 1 == own_plan(*OPEN, "--ask", "--yes").code
    assert ["before 2021", "2021"] == [
        c["label"] for c in own_plan.done("cycle", "list", "--json").json["cycles"]
    ]


def test_opening_asks_of_every_action_at_a_terminal(own_plan: Commands) -> None:
    """Each answer is one key; a reason is asked for until it is given; the rest is carried."""
    answers = ["x", "c", "Done", "w", "", "No money", "m", "1.2/5", "One task", "", "q", "y"]
    words = ["--db", own_plan.database, *OPEN, "--ask", "--json"]
    ran = typed(words, answers, environ={})
    assert 0 == ran.returncode, ran.stderr
    assert "due 31 December 2021" in " ".join(ran.stderr.split())
    actions = own_plan.done("compare", "--json").json["actions"]
    fates = {ref: (a["fate"], a["outcome"]) for a in actions for ref in a["base"]}
    assert ("not carried", "complete") == fates["1.1/1"]
    assert ("not carried", "withdrawn") == fates["1.1/3"]
    assert "merged" == fates["1.1/4"][0] == fates["1.2/5"][0]


def test_ratings_are_decided_in_the_draft_and_that_is_said(run: Commands) -> None:
    """Without --cycle, rate and confirm mean the round that waits for decisions."""
    out = run.done("rate", "2.1", "exemplary", "--by", "Board", "--reason", "Together").out
    assert "established → exemplary (raised) in cycle 2022, which is being drafted" in out
    told = run.done("confirm", "1.1,1.2", "--by", "Board", "--within", "Better", "--json").json
    assert [("1.1", "2022", "confirmed", "Better")] * 2 == [
        ("1.1", d["cycle"], d["decision"], d["within"]) for d in told["confirmed"]
    ]
    come = run.done("cycle", "progress", "--json").json
    assert (22, 3, 19, "drafting") == (
        come["total"],
        come["decided"],
        len(come["undecided"]),
        come["state"],
    )
    assert "2.2" in run.done("cycle", "progress").out
    assert "3 of 22 decided" in run.done("cycle", "list").out
    live = run.done("summary", "--json").json
    assert "established" == next(r for r in live["ratings"] if r["code"] == "2.1")["after"]


def test_confirming_asks_what_has_changed_within_the_level(run: Commands) -> None:
    """At a terminal, proposal by proposal; nothing is an answer."""
    words = ["--db", run.database, "confirm", "1.1", "1.2", "--by", "Board"]
    ran = typed(words, ["Joint induction", ""], environ={})
    assert 0 == ran.returncode, ran.stderr
    assert "1.1 stays established" in ran.stderr
    held = {r["code"]: r for r in run.done("cycle", "progress", "--json").json["ratings"]}
    assert ("Joint induction", None) == (held["1.1"]["within"], held["1.2"]["within"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("confirm", "1.1"), "Who decided"),
        (("confirm", "3.2", "--by", "Board"), "national"),
        (("confirm", "9.9", "--by", "Board"), "no proposal 9.9"),
        (("rate", "3.2", "exemplary", "--by", "Board"), "national"),
        (("rate", "1.1", "exemplary", "--by", "Board"), "without a reason"),
        (
            ("rate", "1.1", "exemplary", "--by", "B", "--reason", "R", "--within", "W"),
            "where the level stays",
        ),
        (("update", "1.1/3", "--cycle", "2022", "--status", "complete"), "being drafted"),
        (("confirm", "1.1", "--by", "Board", "--on", "2023-01-01"), "not come yet"),
        (("setup", "--cycle", "2022", "--accept"), "being drafted"),
    ],
)
def test_what_may_not_be_is_refused(run: Commands, words: tuple[str, ...], told: str) -> None:
    """With what to do next; nothing is recorded."""
    newest = run.done("history", "--limit", "1", "--json").json
    ran = run(*words)
    assert (1, "") == (ran.code, ran.out)
    assert told in ran.err
    assert 2 <= len(ran.err.splitlines())
    assert newest == run.done("history", "--limit", "1", "--json").json


def test_the_comparison_says_that_the_repeat_is_a_draft(run: Commands) -> None:
    """And so does the trend, before anybody takes carried ratings for decided ones."""
    assert "Cycle 2022 is a draft (drafting): 0 of 22 decided" in run.done("compare").out
    told = run.done("compare", "--json").json
    assert (False, True) == (told["base"]["draft"], told["repeat"]["draft"])
    assert "2022 (draft)" in run.done("trend").out


def test_a_round_is_sent_in_agreed_and_reopened(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step says what stands afterwards, and JSON says the same."""
    assert "may still be amended" in run.done("cycle", "submit").out
    told = run.done("cycle", "submit", "--by", "Chief Officer", "--json").json
    assert {"cycle": "2022", "state": "submitted", "on": "2022-01-31"} == told
    codes = run.done("cycle", "progress", "--json").json["undecided"]
    run.done("confirm", *codes[1:], "--by", "Board")
    refused = run("cycle", "agree", "--by", "Board")
    assert (1, "") == (refused.code, refused.out)
    assert "1 rating is not decided: 1.1" in refused.err
    agreed = run.done("cycle", "agree", "--by", "Board", "--leave", "1.1=No evidence", "--json")
    assert ("agreed", ["2021"], [{"code": "1.1", "reason": "No evidence"}]) == (
        agreed.json["state"],
        agreed.json["closed_cycles"],
        agreed.json["left_carried"],
    )
    monkeypatch.setenv("TRACKER_TODAY", "2022-03-10")
    assert "2022" == run.done("overdue", "--json").json["cycle"]
    assert 1 == run("update", "1.1/3", "--cycle", "2021", "--status", "complete").code
    assert 1 == run("cycle", "reopen").code
    out = run.done("cycle", "reopen", "--reason", "No quorum").out
    assert "Cycle 2021 is live again; cycle 2022 is a draft." in out
    again = run.done("cycle", "agree", "--by", "Board").out
    assert "1.1 stays as it was left before: No evidence" in again
    told = run.done("cycle", "reopen", "2021", "--by", "Board", "--reason", "R", "--json").json
    assert {"live": "2021", "draft": "2022"} == told
    words = run.done("history", "--limit", "20").out
    assert "reopened" in words
    assert "agree cycle 2022" in words
    assert 1 == run("cycle", "reopen", "--reason", "Again").code


def test_agreeing_tells_what_was_done(run: Commands) -> None:
    """Who agreed, what was left, what went on besides, and what is closed."""
    run.done("add", "1.1", "Meet in the new room")
    left = [
        part
        for c in run.done("cycle", "progress", "--json").json["undecided"]
        for part in ("--leave", f"{c}=Later")
    ]
    out = run.done("cycle", "agree", "--by", "Board", *left).out
    assert "Agreed by Board on 31 January 2022" in out
    assert "1.1 is left as it was: Later" in out
    assert "carried too: 1.1/5" in out
    assert "cycle 2021" in out
    assert "22 left as before" in run.done("cycle", "list").out


def test_what_was_in_place_before_is_not_counted_as_completed(run: Commands) -> None:
    """Its outcome is told, but nobody did anything about it in this round."""
    told = run.done("compare", "--json").json
    gone = [a for a in told["actions"] if a["fate"] == "not carried"]
    assert 14 == len(gone)
    assert {"in place"} == {a["outcome"] for a in gone}
    assert 0 == sum(r["actions"]["completed"] for r in told["ratings"])


def test_a_round_is_not_agreed_before_what_ended_with_it(
    own_plan: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison would not tell its outcome; saying the day on which it ended mends that."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-03-10")
    own_plan.done(*OPEN, "--yes", "--complete", "1.1/1=Done")
    codes = own_plan.done("cycle", "progress", "--json").json["undecided"]
    own_plan.done("confirm", *codes, "--by", "Board", "--on", "2022-02-20")
    agree = ("cycle", "agree", "--by", "Board", "--on", "2022-02-28")
    ran = own_plan(*agree)
    assert (1, "") == (ran.code, ran.out)
    assert "does not hold them: 1.1/1." in ran.err
    assert "tracker update 1.1/1 --status complete --on DATE" in ran.err
    own_plan.done("update", "1.1/1", "--status", "complete", "--on", "2022-01-20")
    own_plan.done(*agree)
    actions = own_plan.done("compare", "--json").json["actions"]
    assert ["complete"] == [a["outcome"] for a in actions if a["base"] == ["1.1/1"]]


def test_nothing_is_linked_to_a_round_of_ratings(own_plan: Commands) -> None:
    """Its actions are not held; that is said instead of a reference being unknown."""
    ran = own_plan("link", "1.1/1", "1.1/1")
    assert 1 == ran.code
    assert "Only the ratings of cycle before 2021 are held" in ran.err
