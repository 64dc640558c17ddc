"""A paper for a cycle that is held: shown as a difference, recorded as one act."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import word_papers
from tests.commands import Commands
from tests.terminal import typed
from tests.word_papers import write_paper


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Commands:
    """Return a way to run commands on a database that holds a Word plan as cycle 2021."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-01-31")
    monkeypatch.delenv("TRACKER_PARTNERSHIP", raising=False)
    commands = Commands(capsys, tmp_path / "plan.db")
    commands.done("import", "--yes", write_paper(tmp_path / "plan.docx"))
    return commands


@pytest.fixture
def amended(run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the plan as it was amended: a date, a new action, one gone, a rating."""
    del run
    actions = [
        ("Write down how reserves are kept", "The finance group drafts it.", "March 2022"),
        ("Publish a page on who decides what", "On the website.", "May 2022"),
    ]
    monkeypatch.setitem(word_papers.ACTIONS, "2.4", actions)
    monkeypatch.setitem(word_papers.RATINGS, "3.4", (2, 3))
    return write_paper(tmp_path / "amended.docx", as_at="June 2021")


def test_a_dry_run_shows_the_difference(run: Commands, amended: Path) -> None:
    """With either option, and nothing is recorded."""
    for option in ("--into", "--cycle"):
        told = run.done("import", "--dry-run", "--json", option, "2021", amended).json
        assert {"ratings": 1, "changed": 1, "new": 1, "gone": 1, "same": 1} == {
            name: count
            for name, count in told["difference"]["counts"].items()
            if name in {"ratings", "changed", "new", "gone", "same"}
        }
        assert "amended.docx" == told["document"]
    shown = run.done("import", "--dry-run", "--into", "2021", amended)
    for part in ("Ratings (1)", "exemplary", "March 2022", "New actions (1)", "not in the paper"):
        assert part in shown.out
    assert "Nothing was stored" in shown.err
    assert 1 == len(run.done("history", "--json").json["acts"])


def test_it_is_one_act_that_undo_takes_back(run: Commands, amended: Path) -> None:
    """References stay, the new action gets a new number; the same again changes nothing."""
    before = run.done("actions", "--json").json
    told = run.done("import", "--yes", "--json", "--into", "2021", amended).json
    assert (1, ["2.4/3"], []) == (
        told["stored"]["ratings"],
        told["stored"]["added"],
        told["stored"]["withdrawn"],
    )
    after = run.done("actions", "--json").json
    assert ["2.4/1", "2.4/2", "2.4/3", "3.4/1"] == [a["ref"] for a in after["actions"]]
    assert "2022-03-31" == after["actions"][0]["due"]
    again = run.done("import", "--yes", "--into", "2021", amended)
    assert "Nothing to change" in again.out
    run.done("undo", "--yes")
    assert before["actions"] == run.done("actions", "--json").json["actions"]


def test_actions_that_are_gone_are_withdrawn_when_somebody_says_why(
    run: Commands, amended: Path
) -> None:
    """The reason is kept with the action."""
    reason = "Taken out by the board"
    done = run.done("import", "--yes", "--into", "2021", "--withdraw", reason, amended)
    assert "Withdrawn: 2.4/2." in done.err
    assert "New actions: 2.4/3." in done.err
    assert "withdrawn" in run.done("show", "2.4/2").out
    assert reason in run.done("history", "2.4/2").out


def test_somebody_at_the_terminal_is_asked(run: Commands, amended: Path) -> None:
    """Naming a held cycle with `--cycle` shows the difference; a no changes nothing."""
    for answer, code in (("n", 1), ("y", 0)):
        words = ["--db", run.database, "import", "--cycle", "2021", str(amended)]
        ran = typed(words, [answer], environ={})
        assert code == ran.returncode
        assert "Record it in cycle 2021?" in ran.stderr
    assert 2 == len(run.done("history", "--json").json["acts"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--yes", "--cycle", "2021"], "There is a cycle 2021 already"),
        (["--yes"], "There is a cycle 2021 already"),
        (["--yes", "--into", "1999"], "There is no cycle “1999”"),
        (["--yes", "--into", "2021", "--cycle", "2021"], "both name a cycle"),
        (["--yes", "--withdraw", "why"], "--withdraw goes with --into"),
        (["--yes", "--into", "2021", "--withdraw", " "], "needs a reason"),
        (["--into", "2021"], "this needs a yes"),
        (["--yes", "--into", "2021", "--as-at", "1/1/2021"], "which is newer"),
        (["--yes", "--into", "before 2021"], "only ratings are held"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run: Commands, amended: Path, words: list[str], said: str
) -> None:
    """Scripts that rely on a refusal keep it: only `--into` takes a yes for a held cycle."""
    ran = run("import", *words, amended)
    assert (1, True) == (ran.code, said in ran.err), ran.err
    assert 1 == len(run.done("history", "--json").json["acts"])


def test_a_dry_run_for_a_label_that_takes_nothing_in_still_shows_the_paper(
    run: Commands, amended: Path
) -> None:
    """A closed cycle, or a paper of before: what it holds is shown as for a new cycle."""
    words = ("import", "--dry-run", "--json", "--cycle", "2021")
    assert "difference" in run.done(*words, amended).json
    for more in (["--as-at", "1/1/2021"], ["--again"]):
        assert "difference" not in run.done(*words, *more, amended).json


def test_the_refusal_of_a_held_cycle_says_how_to_go_on(run: Commands, amended: Path) -> None:
    """The next step is in the message."""
    assert "--into 2021" in run("import", "--yes", amended).err
    assert "--into 2021" in run("import", "--yes", amended.with_name("plan.docx")).err


def test_a_paper_for_nothing_held_yet_is_refused(
    capsys: pytest.CaptureFixture[str], amended: Path, tmp_path: Path
) -> None:
    """Without a database there is no cycle to take it into."""
    empty = Commands(capsys, tmp_path / "none.db")
    assert (
        "No cycle 2021 of Strathmore is held yet" in empty("import", "--into", "2021", amended).err
    )
    assert empty.done("import", "--dry-run", "--cycle", "2021", amended).code == 0


def test_a_paper_of_a_year_later_is_doubted(run: Commands, amended: Path) -> None:
    """The next round is a cycle of its own, and that is said."""
    del amended
    later = write_paper(Path(run.database).with_name("later.docx"), as_at="January 2022")
    shown = run.done("import", "--dry-run", "--into", "2021", later).out
    assert "if it is the paper of the next round" in shown


def test_what_was_said_here_later_is_shown_first(run: Commands, amended: Path) -> None:
    """An update of after the paper's day, a decision, and wording set by hand, each with who."""
    run.done("update", "2.4/1", "--due", "May 2022", "--reason", "Late", "--on", "1/9/2021")
    run.done("edit", "2.4/1", "--delivery", "A new group drafts it.")
    words = ("--by", "The board", "--reason", "Not kept", "--on", "1/10/2021")
    run.done("rate", "3.4", "partly established", *words)
    told = run.done("import", "--dry-run", "--json", "--into", "2021", amended).json
    assert 2 == told["difference"]["counts"]["staying"]
    shown = run.done("import", "--yes", "--into", "2021", amended).out
    assert "partly established, decided on 1 October 2021, stays in force" in shown
    assert "May 2022 (31 May 2022), said on 1 September 2021, stays in force" in shown
    assert "2022-05-31" == run.done("actions", "--json").json["actions"][0]["due"]
    assert "A new group drafts it." in run.done("show", "2.4/1").out


def test_evidence_and_problems_are_shown_with_their_places(
    run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A title worded anew, a previous rating that was another, and what is doubtful in reading."""
    monkeypatch.setitem(word_papers.TITLES, "2.4", "Reserves are kept by a written policy")
    monkeypatch.setitem(word_papers.RATINGS, "2.4", (0, 2))
    second = write_paper(tmp_path / "second.docx")
    shown = run.done("import", "--dry-run", "--into", "2021", second).out
    assert "Texts (2)" in shown
    assert "Reserves are kept by a written policy" in shown
    assert "prints the previous rating not yet established; the cycle before 2021 holds" in shown
    done = run.done("import", "--yes", "--json", "--into", "2021", second).json["stored"]
    assert (2, 1) == (done["texts"], len(done["problems"]))


def test_a_paper_of_another_framework_or_plan_is_not_taken_in(
    run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another framework is refused; a paper in which hardly an action is found is doubted."""
    pattern = Path(word_papers.__file__).parents[1] / "tracker/frameworks/msg-2019.toml"
    other = tmp_path / "other.toml"
    other.write_text(pattern.read_text("utf-8").replace('"msg-2019"', '"other"', 1), "utf-8")
    paper = write_paper(tmp_path / "again.docx")
    ran = run("import", "--yes", "--into", "2021", "--framework", other, paper)
    assert (1, True) == (ran.code, "of another framework" in ran.err), ran.err
    for code in ("2.4", "3.4"):
        monkeypatch.setitem(word_papers.ACTIONS, code, [("Feed the geese daily", "", "May 2021")])
    paper = write_paper(tmp_path / "geese.docx")
    shown = run.done("import", "--dry-run", "--into", "2021", paper).out
    assert "Only 0 of 3 actions held are found in it" in shown


def test_a_drafted_repeat_receives_its_paper(run: Commands, amended: Path) -> None:
    """What is said of a carried action is said in the live cycle; ratings that agree are rated."""
    run.done("update", "2.4/1", "--owner", "Treasurer", "--on", "1/6/2021")
    run.done("cycle", "open", "repeat", "--as-at", "30/6/2021", "--yes")
    before = run.done("show", "2.4/1", "--json").json
    assert "--into repeat" in run("import", "--yes", "--cycle", "other", amended).err
    told = run.done("import", "--yes", "--json", "--into", "repeat", amended).json
    assert ["2.4/3"] == told["stored"]["added"]
    ratings = {one["code"]: one["held"] for one in told["difference"]["ratings"]}
    assert {"2.4": "established, carried", "3.4": "established, carried"} == ratings
    for words in ([], ["--cycle", "repeat"]):
        shown = run.done("actions", "--json", *words).json["actions"][0]
        assert ("2022-03-31", ["Treasurer"]) == (shown["due"], shown["owners"])
    again = run.done("import", "--yes", "--into", "repeat", amended)
    assert "Nothing to change" in again.out
    assert {"rated"} == {
        one["decision"]
        for one in run.done("compare", "--json").json["ratings"]
        if one["code"] in ratings
    }
    run.done("undo", "--yes")
    assert before == run.done("show", "2.4/1", "--json").json


def test_an_action_that_a_draft_left_behind_is_linked_when_its_paper_prints_it(
    run: Commands, tmp_path: Path
) -> None:
    """It is new in the draft under a new number, and suggested as what the earlier one became."""
    run.done("update", "3.4/1", "--status", "complete", "--on", "1/6/2021", "--note", "Agreed")
    run.done("cycle", "open", "repeat", "--as-at", "30/6/2021", "--yes")
    repeat = write_paper(tmp_path / "repeat.docx", as_at="June 2021")
    told = run.done("import", "--yes", "--json", "--into", "repeat", repeat).json
    assert ["2.4/3", "3.4/2"] == sorted(told["stored"]["added"])
    pairs = [(a["base"], a["repeat"]) for a in run.done("compare", "--json").json["actions"]]
    assert (["3.4/1"], ["3.4/2"]) in pairs
