"""History, undo, redo and plans as recorded, as a user asks for them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tui.finding import end_of, start_of

if TYPE_CHECKING:
    from tests.commands import Commands


@pytest.fixture
def run(own_plan: Commands) -> Commands:
    """Return a way to run commands on a copy of the sample plan."""
    return own_plan


def test_history_tells_each_field_from_what_to_what(run: Commands) -> None:
    """The newest act comes first, with what it altered of the action and why."""
    run.done("update", "1.1/1", "--status", "on hold", "--reason", "Waits for the board")
    run.done("update", "1.1/1", "--due", "March 2022", "--note", "Moved")
    newest, before, first = run.done("history", "1.1/1", "--json").json["acts"]
    assert [
        {
            "subject": "1.1/1",
            "field": "timescale",
            "from": "December 2021 (31 December 2021)",
            "to": "March 2022 (31 March 2022)",
        },
        {"subject": "1.1/1", "field": "note", "from": None, "to": "Moved"},
    ] == newest["changes"]
    assert ("A. Tester", "Waits for the board") == (before["who"], before["reason"])
    assert "on hold" == before["changes"][0]["to"]
    assert "action" == first["changes"][0]["field"]


def test_history_of_a_rating_and_of_owners(run: Commands) -> None:
    """A proposal's code shows its decisions; owners are told by name."""
    run.done("rate", "1.1", "exemplary", "--by", "The board", "--reason", "Shown")
    run.done("update", "2.1/1", "--owner", "Chief Officer")
    run.done("update", "2.1/1", "--owner", "Chief Nurse")
    rated = run.done("history", "1.1", "--json").json["acts"][0]["changes"]
    assert {"field": "rating", "from": "established", "to": "exemplary"}.items() <= rated[0].items()
    owned = run.done("history", "2.1/1", "--json").json["acts"][0]["changes"]
    assert [("owner", "Chief Officer", "Chief Nurse")] == [
        (told["field"], told["from"], told["to"]) for told in owned
    ]


def test_an_import_is_told_by_what_it_brought(run: Commands) -> None:
    """Hundreds of rows are one line."""
    (act,) = run.done("history", "--json").json["acts"]
    assert "cycle Moray 2021" == act["changes"][0]["subject"]
    assert "with 69 actions, 22 ratings" == act["changes"][0]["to"]


def test_history_by_person_by_day_and_by_count(run: Commands) -> None:
    """Filters join; a name is found by part of it, whatever its case."""
    run.done("--me", "Ailsa Craig", "update", "1.1/1", "--note", "One")
    run.done("--me", "Bob Doyle", "update", "1.1/2", "--note", "Two")

    def acts(*words: str) -> list[str]:
        return [act["who"] for act in run.done("history", *words, "--json").json["acts"]]

    assert ["Ailsa Craig"] == acts("--by", "ailsa")
    assert [] == acts("--by", "ailsa", "1.1/2")
    assert ["Bob Doyle"] == acts("1.1/2", "--by", "DOYLE")
    assert ["Bob Doyle"] == acts("--limit", "1")
    assert [] == acts("--to", "2020-01-01")
    assert [] == acts("--from", "2999-01-01")
    assert 3 == len(acts("--from", "2020-01-01", "--to", "2999-01-01"))


def test_a_span_that_ends_before_it_begins_is_a_usage_fault(run: Commands) -> None:
    """Nothing could lie in it; an empty list would look like an answer."""
    spans = (
        ("history", "--from", "2022-02-01", "--to", "2022-01-31"),
        ("actions", "--due-from", "2022-02-01", "--due-to", "2022-01-31"),
    )
    for words in spans:
        ran = run(*words)
        assert (2, "") == (ran.code, ran.out)
        assert "1 February 2022 lies after" in ran.err
    run.done("history", "--from", "2022-01-31", "--to", "2022-01-31")


def test_history_is_of_the_partnership_that_is_meant(run: Commands) -> None:
    """What was done to another partnership is left out."""
    run.done("--partnership", "Edinburgh", "add", "1.1", "Theirs")
    assert 1 == len(run.done("history", "--json").json["acts"])
    theirs = run.done("--partnership", "Edinburgh", "history", "--json").json["acts"]
    assert "add an action under 1.1" == theirs[0]["verb"]


def test_a_reference_that_is_not_held_is_refused(run: Commands) -> None:
    """The message says what is held."""
    ran = run("history", "1.1/99")
    assert 1 == ran.code
    assert "There is no action 1.1/99" in ran.err


def test_undo_says_what_it_took_back(run: Commands) -> None:
    """The words name the act and each field, and the plan is as before."""
    before = run.done("show", "1.1/1", "--json").json
    run.done("update", "1.1/1", "--status", "complete", "--note", "Signed")
    ran = run.done("undo")
    assert "Update 1.1/1 is taken back" in ran.out
    assert "1.1/1, status: complete → not reported" in ran.out
    assert before == run.done("show", "1.1/1", "--json").json
    redone = run.done("redo", "--json").json
    assert {"subject": "1.1/1", "field": "note", "from": None, "to": "Signed"} in redone["changes"]
    assert "complete" == run.done("show", "1.1/1", "--json").json["action"]["status"]
    verbs = [act["verb"] for act in run.done("history", "--json").json["acts"]]
    assert ["redo: update 1.1/1", "undo: update 1.1/1", "update 1.1/1"] == verbs[:3]


def test_why_an_act_was_taken_back_is_kept(run: Commands) -> None:
    """History shows the reasons of an undo and of a redo; white space alone is none."""
    run.done("update", "1.1/1", "--note", "Signed")
    run.done("undo", "--reason", "Meant 1.1/2")
    run.done("redo", "--reason", "It was 1.1/1 after all")
    run.done("undo", "--reason", " ")
    acts = run.done("history", "1.1/1", "--json").json["acts"]
    assert [None, "It was 1.1/1 after all", "Meant 1.1/2"] == [act["reason"] for act in acts[:3]]
    assert "Meant 1.1/2" in run.done("history", "1.1/1", "--format", "csv").out


def test_a_bulk_update_is_undone_as_a_whole(run: Commands) -> None:
    """All its actions go back together, and history marks the act."""
    run.done("update", "--proposal", "2.1", "--status", "on hold", "--owner", "Lead", "--yes")
    changes = run.done("undo", "--json").json["changes"]
    assert {"2.1/1", "2.1/2", "2.1/3"} == {told["subject"] for told in changes}
    held = run.done("actions", "--status", "on hold", "--json").json["actions"]
    assert [] == held
    undone, *_ = run.done("history", "2.1/1", "--json", "--limit", "2").json["acts"][1:]
    assert undone["undone_by"] == undone["act"] + 1


def test_anothers_act_is_undone_only_after_a_warning(run: Commands) -> None:
    """Nobody takes back what somebody else did without saying yes."""
    run.done("--me", "Ailsa Craig", "update", "1.1/1", "--note", "Mine")
    ran = run("undo")
    assert 1 == ran.code
    assert "is not yours: Ailsa Craig recorded it" in ran.err
    assert 2 == len(run.done("history", "--json").json["acts"])
    run.done("undo", "--yes")
    assert 3 == len(run.done("history", "--json").json["acts"])


def test_an_act_that_others_build_on_is_refused(run: Commands) -> None:
    """The refusal names the later act and what to do; nothing changes."""
    ref = run.done("add", "1.1", "Write it down", "--json").json["ref"]
    added = run.done("history", "--limit", "1", "--json").json["acts"][0]["act"]
    run.done("update", ref, "--note", "Begun")
    ran = run("undo", str(added))
    assert 1 == ran.code
    assert f"Act {added} (add an action under 1.1) cannot be undone: {ref} was changed" in ran.err
    assert f"tracker undo {added + 1}" in ran.err


def test_undo_means_the_partnership_that_is_named(run: Commands) -> None:
    """What was done to another partnership since is not taken back by mistake."""
    run.done("update", "1.1/1", "--note", "Ours")
    run.done("--partnership", "Edinburgh", "add", "1.1", "Theirs")
    assert "Update 1.1/1 is taken back" in run.done("undo").out
    assert "nothing to do again" in run("--partnership", "Edinburgh", "redo").err
    assert "Add an action" in run.done("--partnership", "Edinburgh", "undo").out
    assert "Update 1.1/1 stands again" in run.done("redo").out


def test_there_is_no_such_act(run: Commands) -> None:
    """A number beyond the last is told."""
    ran = run("undo", "99")
    assert 1 == ran.code
    assert "There is no act 99." in ran.err
    assert "nothing to do again: nothing is taken back." in run("redo").err


def test_known_on_leaves_out_what_was_typed_in_later(run: Commands) -> None:
    """What is true of a day and what was known on a day are two questions."""
    run.done("update", "1.1/1", "--status", "complete", "--on", "2021-09-30")
    now = run.done("show", "1.1/1", "--json").json["action"]["status"]
    today = str(datetime.now(UTC).astimezone().date())
    known = run.done("show", "1.1/1", "--known-on", today, "--json")
    assert ("complete", "complete") == (now, known.json["action"]["status"])
    assert "recorded by the end of" in known.err
    ran = run("overdue", "--known-on", "2021-12-31")
    assert 1 == ran.code
    assert "Nothing was recorded yet on 31 December 2021." in ran.err
    for command in ("overdue", "actions", "summary"):
        run.done(command, "--known-on", today, "--json")


def test_a_day_ends_where_the_next_begins() -> None:
    """No moment lies between two days, and the last day of the calendar ends too."""
    assert start_of(date(2022, 2, 1)) == end_of(date(2022, 1, 31))
    assert end_of(date(2022, 1, 31)) < end_of(date.max)
