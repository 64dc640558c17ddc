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


def fates_between(run: Commands, base: str, repeat: str) -> dict[str, str]:
    """Return the fate of each action of the earlier cycle."""
    told = run.done("compare", base, repeat, "--json").json["actions"]
    return {ref: action["fate"] for action in told for ref in action["base"]}


def test_one_word_on_cycles_far_apart_leaves_their_other_links(
    run: Commands, tmp_path: Path
) -> None:
    """Links by way of the cycle between go on beside those that a person made or refused."""
    third = write_paper(tmp_path / "third.docx", as_at="May 2022")
    run.done("import", "--yes", "--cycle", "2023", third)
    carried = fates_between(run, "2021", "2023")
    assert {"carried"} == set(carried.values())
    run.done("unlink", "2021:2.4/1", "2023:2.4/1", "--reason", "Another task")
    assert carried | {"2.4/1": "not carried"} == fates_between(run, "2021", "2023")
    assert 1 == run("unlink", "2021:2.4/1", "2023:2.4/1").code
    run.done("link", "2021:2.4/1", "2023:2.4/1")
    assert carried == fates_between(run, "2021", "2023")
    run.done("link", "2021:2.4/2", "2023:3.4/1", "--reason", "The same people")
    joined = fates_between(run, "2021", "2023")
    assert "carried" == joined["2.4/1"]
    assert "not carried" not in joined.values()
    for _ in range(3):
        run.done("undo")
    assert carried == fates_between(run, "2021", "2023")


@pytest.mark.parametrize(
    "words",
    [("2022", "2021"), ("2021", "2021"), ("1999",), ("2021", "1999")],
)
def test_two_cycles_in_order_are_needed(run: Commands, words: tuple[str, ...]) -> None:
    """What cannot be compared is refused with what to write."""
    ran = run("compare", *words)
    assert (1, "") == (ran.code, ran.out)
    assert len(ran.err.splitlines()) == 2


def test_what_is_to_be_typed_can_be_typed(run: Commands) -> None:
    """A label with a space, and a body, stand in the quotation marks that a shell takes."""
    assert 'tracker compare "before 2021" 2022' in run("compare", "2022", "before 2021").err
    assert '--by "Integration Joint Board"' in run("rate", "1.1", "exemplary").err


def test_all_partnerships_are_counted_by_proposal(run: Commands) -> None:
    """Up, still, down and not comparable add up to the partnerships."""
    told = run.done("compare", "--all", "--json").json
    assert ["Strathmore"] == told["partnerships"]
    assert all(
        1 == p["up"] + p["still"] + p["down"] + p["not_comparable"] for p in told["proposals"]
    )
    assert [] == told["drafts"]
    assert 2 == run("compare", "--all", "2021").code


def test_drafts_among_all_partnerships_are_marked(run: Commands) -> None:
    """In a sentence, in the table and for scripts: their ratings are nobody's decision yet."""
    run.done("cycle", "open", "2023", "--as-at", "2023-04-30", "--yes")
    told = run.done("compare", "--all", "--json").json
    pair = {"partnership": "Strathmore", "base": "2022", "repeat": "2023", "draft": True}
    assert (["Strathmore"], [pair]) == (told["drafts"], told["cycles"])
    shown = run.done("compare", "--all").out
    assert "Counted from a draft" in shown
    assert "drafting" in shown


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


def test_a_link_refused_twice_says_how_to_link_after_all(run: Commands) -> None:
    """A refusal names the next step."""
    run.done("unlink", "2.4/1", "2.4/1", "--reason", "Another task")
    again = run("unlink", "2.4/1", "2.4/1")
    assert (1, True) == (again.code, "tracker link" in again.err)


def test_a_partnership_with_one_cycle_is_told_in_the_comparison_of_all(
    run: Commands, tmp_path: Path
) -> None:
    """It is named as having nothing to compare, not left out; one is told as one."""
    plan = tmp_path / "plan.csv"
    plan.write_text("Proposal,Action,Timescale\n2.4,Publish the policy,June 2022\n", "utf-8")
    run.done("--partnership", "Elsewhere", "import", "--yes", "--as-at", "2021-04-30", plan)
    told = run.done("compare", "--all", "--format", "plain").out
    assert "1 partnership, each" in told
    assert "One cycle only, so nothing to compare: Elsewhere." in told
    assert ["Elsewhere"] == run.done("compare", "--all", "--json").json["one_cycle_only"]
    assert "\n1 cycle\n" in run.done("--partnership", "Elsewhere", "trend").out


def test_an_unknown_reference_names_those_that_there_are(run: Commands) -> None:
    """A number that is no longer used is not promised by a range."""
    run.done("add", "2.4", "Publish the policy")
    run.done("add", "2.4", "Publish it again")
    run.done("undo", "3", "--yes")
    assert "2.4/1 to" not in run("show", "2.4/99").err


def test_a_command_that_mends_a_finding_stands_on_one_line(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be copied from a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    commands = [one["command"] for one in run.done("check", "--json").json["findings"]]
    shown = run.done("check", "--format", "table").out
    assert max(map(len, shown.splitlines())) <= 80
    assert all(command in shown for command in commands if len(command) < 60)
