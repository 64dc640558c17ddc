"""Sample data says what it is, also once people have written in their copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands import Commands

if TYPE_CHECKING:
    from pathlib import Path

UNTOUCHED = "a published plan without any later update"
WRITTEN = "a published plan with what was recorded here since"
INVENTED = "an invented plan without any later update; there is no such partnership"


def test_the_note_on_sample_data_tells_whether_something_was_recorded(own_plan: Commands) -> None:
    """Once an update is held it no longer says that there is none; taken back, it does again."""
    assert UNTOUCHED in own_plan.done("overdue").out
    own_plan.done("update", "1.1/1", "--status", "in progress")
    for command in ("overdue", "summary"):
        shown = " ".join(own_plan.done(command).out.split())
        assert WRITTEN in shown
        assert UNTOUCHED not in shown
    own_plan.done("undo")
    assert UNTOUCHED in own_plan.done("overdue").out


@pytest.mark.parametrize("command", ["overdue", "summary", "compare"])
def test_the_invented_plan_says_that_it_is(own_plan: Commands, command: str) -> None:
    """Nobody takes it for that of a partnership that there is."""
    shown = " ".join(own_plan.done("--partnership", "Example", command).out.split())
    assert INVENTED in shown
    assert UNTOUCHED not in shown


def test_the_invented_year_is_linked_and_told(own_plan: Commands) -> None:
    """Every fate is in it, one rating went down, one is stuck, one unexplained."""
    told = own_plan.done("--partnership", "Example", "compare", "--json").json
    links = {
        (base, now): row for row in told["actions"] for base in row["base"] for now in row["repeat"]
    }
    assert {("2.1/2", "4.3/2")} == {pair for pair, row in links.items() if row["fate"] == "moved"}
    assert {("5.1/1", "5.1/1"), ("5.1/2", "5.1/1")} == {
        pair for pair, row in links.items() if row["fate"] == "merged"
    }
    assert {("1.2/2", "1.2/1"), ("1.2/2", "1.2/2")} == {
        pair for pair, row in links.items() if row["fate"] == "split"
    }
    assert {("1.1/2", "1.1/2"), ("3.4/2", "3.4/2"), ("3.5/1", "3.5/1"), ("6.1/1", "6.1/1")} == {
        pair for pair, row in links.items() if row["fate"] == "reworded"
    }
    assert 27 == sum(row["fate"] == "carried" and row["confirmed"] for row in links.values())
    assert 9 == sum(not row["confirmed"] for row in links.values())
    gone = {row["base"][0]: row["outcome"] for row in told["actions"] if not row["repeat"]}
    assert {
        "1.2/1": "complete",
        "2.2/2": "not known",
        "2.4/1": "complete",
        "3.4/3": "not known",
        "4.2/2": "complete",
    } == gone
    new = [row["repeat"][0] for row in told["actions"] if not row["base"]]
    assert ["2.1/2", "2.4/1", "3.4/3", "4.5/3", "5.2/3", "6.3/3"] == new
    assert (["4.2"], ["4.4"]) == (told["stuck"], told["unexplained"])
    assert {"up": 7, "unchanged": 14, "down": 1, "not_comparable": 0} == told["counts"]


def test_the_invented_plan_has_something_for_every_list(own_plan: Commands) -> None:
    """On the day of the sample: overdue, due soon, a review gone by, and live without a date."""
    told = own_plan.done("--partnership", "Example", "overdue", "--json").json
    assert (9, 4, 1, 2) == tuple(
        len(told[name]) for name in ("actions", "due_soon", "reviews_due", "undated")
    )


def test_an_older_sample_plan_gets_what_it_lacks(own_plan: Commands) -> None:
    """Papers that are held stay as they are; those taken back or new with a release are added."""
    example = ("--partnership", "Example")
    for _ in range(3):
        own_plan.done(*example, "undo", "--yes")
    assert own_plan(*example, "compare").code
    own_plan.done("update", "1.1/1", "--status", "in progress")
    own_plan.done("demo", "--json")
    again = own_plan.done(*example, "history", "--json").json
    assert 9 == len(again["acts"])
    assert "in progress" in own_plan.done("show", "1.1/1").out
    own_plan.done("demo", "--json")
    assert again == own_plan.done(*example, "history", "--json").json


def test_a_plan_of_the_same_name_is_not_mixed_with_the_sample(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a cycle of a sample partnership is held from elsewhere, nothing is added at all."""
    run = Commands(capsys, tmp_path / "own.db")
    paper = tmp_path / "own.txt"
    paper.write_text("Code\tAction\tTimescale\n1.1\tHold a joint day\tMarch 2022\n")
    said = ("--cycle", "2021", "--as-at", "2021-06-30", "--yes")
    run.done("--partnership", "Example", "import", str(paper), *said)
    before = run.done("history", "--json").json
    refused = run("demo")
    assert refused.code == 1
    assert "There is a cycle 2021 already." in refused.err
    assert "has a file of its own" in refused.err
    assert before == run.done("history", "--json").json


@pytest.mark.parametrize("command", ["overdue", "history", "undo"])
def test_the_sample_plan_is_asked_for_before_it_is_made(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The message says that there is none yet and how to make it; no empty one is left behind."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    run = Commands(capsys, "demo")
    asked = run(command)
    assert asked.code == 3
    assert "The sample plan has not been made here yet." in asked.err
    assert "Make it with: tracker demo." in asked.err
    assert not list(tmp_path.rglob("demo.db"))
    made = run.done("demo")
    assert "  tracker --db demo\n" in made.err
    assert "  tracker --db demo --partnership Example compare\n" in made.err
    run.done(command, *(["--yes"] if command == "undo" else []))
