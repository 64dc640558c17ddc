"""Comparing cycles, linking actions and checking a plan, as a user does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands import Commands
from tests.word_papers import write_paper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Commands:
    """Return a way to run commands on two papers of one partnership, a year apart."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-06-01")
    monkeypatch.delenv("TRACKER_PARTNERSHIP", raising=False)
    monkeypatch.delenv("TRACKER_DB", raising=False)
    commands = Commands(capsys, tmp_path / "plan.db")
    for name, as_at in (("first.docx", "April 2021"), ("second.docx", "April 2022")):
        commands.done("import", "--yes", write_paper(tmp_path / name, as_at=as_at))
    return commands


def test_the_last_two_cycles_are_compared(run: Commands) -> None:
    """Every proposal and every action, with suggested links."""
    told = run.done("compare", "--json").json
    assert ("2021", "2022") == (told["base"]["label"], told["repeat"]["label"])
    assert 22 == len(told["ratings"]) == sum(told["counts"].values())
    assert ["carried"] * 3 == [a["fate"] for a in told["actions"]]
    assert not any(a["confirmed"] for a in told["actions"])


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv"])
def test_a_comparison_goes_out_in_every_format(run: Commands, form: str) -> None:
    """Each names both references of a carried action."""
    assert "2.4/1" in run.done("compare", "--format", form).out


def test_links_are_confirmed_refused_and_remembered(run: Commands) -> None:
    """A person has the last word, and it is kept."""
    run.done("link", "2.4/1", "2.4/1")
    links = {tuple(a["base"]): a for a in run.done("compare", "--json").json["actions"]}
    assert links[("2.4/1",)]["confirmed"]
    assert 1 == run("link", "2.4/1", "2.4/1").code
    run.done("unlink", "2021:2.4/1", "2022:2.4/1", "--reason", "Another task")
    fates = {
        (tuple(a["base"]), tuple(a["repeat"])): a["fate"]
        for a in run.done("compare", "--json").json["actions"]
    }
    assert ("not carried", "new") == (fates[(("2.4/1",), ())], fates[((), ("2.4/1",))])
    assert 1 == run("unlink", "2.4/1", "2.4/1").code


def test_a_link_by_hand_is_certain(run: Commands) -> None:
    """What nobody suggested can be linked too."""
    run.done("link", "2.4/2", "3.4/1", "--reason", "The same people")
    told = run.done("compare", "--json").json["actions"]
    assert any("2.4/2" in a["base"] and "3.4/1" in a["repeat"] for a in told)


@pytest.mark.parametrize(
    "words",
    [("2022", "2021"), ("2021", "2021"), ("1999",), ("2021", "1999")],
)
def test_two_cycles_in_order_are_needed(run: Commands, words: tuple[str, ...]) -> None:
    """What cannot be compared is refused with what to write."""
    ran = run("compare", *words)
    assert (1, "") == (ran.code, ran.out)
    assert len(ran.err.splitlines()) == 2


def test_all_partnerships_are_counted_by_proposal(run: Commands) -> None:
    """Up, still, down and not comparable add up to the partnerships."""
    told = run.done("compare", "--all", "--json").json
    assert ["Strathmore"] == told["partnerships"]
    assert all(
        1 == p["up"] + p["still"] + p["down"] + p["not_comparable"] for p in told["proposals"]
    )
    assert 2 == run("compare", "--all", "2021").code


def test_the_trend_has_a_column_for_each_cycle(run: Commands) -> None:
    """Oldest first, the ratings-only one included."""
    told = run.done("trend", "--json").json
    assert ["before 2021", "2021", "2022"] == [c["label"] for c in told["cycles"]]
    line = next(r for r in told["ratings"] if r["code"] == "2.4")
    assert ["partly established", "established", "established"] == list(line["levels"].values())
    assert 1 == line["movement"]


def test_the_check_names_what_mends_each_finding(run: Commands) -> None:
    """Every finding has a command."""
    told = run.done("check", "--json").json
    assert sum(told["counts"].values()) == len(told["findings"])
    assert all(f["command"].startswith("tracker ") for f in told["findings"])
    assert "no owner" in told["counts"]
