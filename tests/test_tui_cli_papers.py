"""Importing papers, as a user does it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands import Commands
from tests.terminal import typed
from tests.word_papers import write_paper


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Commands:
    """Return a way to run commands on a database that does not exist yet."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-01-31")
    monkeypatch.delenv("TRACKER_PARTNERSHIP", raising=False)
    monkeypatch.delenv("TRACKER_DB", raising=False)
    return Commands(capsys, tmp_path / "plan.db")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a Word improvement plan."""
    return write_paper(tmp_path / "plan.docx")


def test_a_dry_run_reads_and_stores_nothing(run: Commands, paper: Path) -> None:
    """No database is made; the JSON is the paper."""
    told = run.done("import", "--dry-run", "--json", paper).json
    assert ("Strathmore", "improvement-plan", "plan.docx") == (
        told["partnership"],
        told["kind"],
        told["document"],
    )
    assert {
        "2.4": ("established", "partly established"),
        "3.4": ("established", "established"),
    } == {p["code"]: (p["rating"], p["previous_rating"]) for p in told["proposals"] if p["rating"]}
    assert ["2.4/1", "2.4/2", "3.4/1"] == [
        a["ref"] for p in told["proposals"] for a in p["actions"]
    ]
    assert not Path(run.database).exists()


def test_a_paper_becomes_a_plan_that_says_what_is_overdue(run: Commands, paper: Path) -> None:
    """The main job: from a Word file to an overdue list in two commands."""
    run.done("import", "--yes", paper)
    told = run.done("overdue", "--json").json
    assert ["2.4/1"] == [a["ref"] for a in told["actions"]]
    assert (3, 1, 1) == (
        told["counts"]["total"],
        told["counts"]["overdue"],
        told["counts"]["in_place"],
    )
    summary = run.done("summary", "--json").json
    assert {"2.4": 1, "3.4": 0} == {
        line["code"]: line["movement"] for line in summary["ratings"] if line["after"]
    }


def test_the_preview_shows_ratings_counts_and_actions(run: Commands, paper: Path) -> None:
    """What would be stored is seen before it is stored."""
    shown = run.done("import", "--dry-run", paper).out
    for words in ("Strathmore", "30 April 2021", "Established", "December 2021", "2.4/1"):
        assert words.casefold() in shown.casefold()


def test_without_a_yes_nothing_is_stored(run: Commands, paper: Path) -> None:
    """A script has to say --yes; no database is made."""
    ran = run("import", paper)
    assert 1 == ran.code
    assert "--yes" in ran.err
    assert not Path(run.database).exists()


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1)])
def test_at_a_terminal_it_asks(run: Commands, paper: Path, answer: str, code: int) -> None:
    """A yes stores, anything else does not."""
    environ = {"TRACKER_DB": run.database}
    ran = typed(["import", str(paper)], [answer], environ=environ)
    assert code == ran.returncode, ran.stderr
    assert (code == 0) == Path(run.database).exists()
    assert "2.4/1" in ran.stdout


def test_the_same_paper_twice_is_noticed(run: Commands, paper: Path) -> None:
    """It is refused, naming what is held; nothing doubles."""
    run.done("import", "--yes", paper)
    ran = run("import", "--yes", paper)
    assert 1 == ran.code
    assert "held already" in ran.err
    assert 3 == run.done("overdue", "--json").json["counts"]["total"]


def test_the_same_paper_is_stored_again_when_asked(run: Commands, paper: Path) -> None:
    """As another cycle, with a label of its own."""
    run.done("import", "--yes", paper)
    assert 1 == run("import", "--yes", "--again", paper).code
    run.done("import", "--yes", "--again", "--cycle", "2021-copy", paper)
    labels = [c["label"] for c in run.done("cycle", "list", "--json").json["cycles"]]
    assert {"2021", "2021-copy"} <= set(labels)


def test_another_paper_for_a_held_cycle_is_refused(
    run: Commands, paper: Path, tmp_path: Path
) -> None:
    """A label in use is not written over."""
    run.done("import", "--yes", paper)
    other = write_paper(tmp_path / "other.docx", as_at="May 2021")
    ran = run("import", "--yes", other)
    assert 1 == ran.code
    assert "--cycle" in ran.err


def test_several_papers_are_one_act_or_none(run: Commands, paper: Path, tmp_path: Path) -> None:
    """One that cannot be read stops the others."""
    broken = tmp_path / "broken.docx"
    broken.write_bytes(paper.read_bytes()[:2000])
    assert 4 == run("import", "--yes", paper, broken).code
    assert not Path(run.database).exists()
    second = write_paper(tmp_path / "second.docx", partnership="Glenorchy")
    told = run.done("import", "--yes", "--json", paper, second).json
    assert {1} == {one["stored"]["act"] for one in told}


def test_a_paper_without_a_partnership_asks_for_it(run: Commands, tmp_path: Path) -> None:
    """The message says how to name it."""
    sheet = tmp_path / "plan.csv"
    sheet.write_text("Proposal,Action,Timescale\n2.4,Write the policy,March 2022\n")
    ran = run("import", "--yes", "--as-at", "2021-04-30", sheet)
    assert 1 == ran.code
    assert "--partnership" in ran.err
    run.done("--partnership", "Glenorchy", "import", "--yes", "--as-at", "2021-04-30", sheet)
    assert "Glenorchy" == run.done("overdue", "--json").json["partnership"]


def test_a_paper_without_a_day_asks_for_it(run: Commands, tmp_path: Path) -> None:
    """No date is guessed."""
    sheet = tmp_path / "plan.csv"
    sheet.write_text("Proposal,Action,Timescale\n2.4,Write the policy,March 2022\n")
    ran = run("--partnership", "Glenorchy", "import", "--yes", sheet)
    assert 1 == ran.code
    assert "--as-at" in ran.err


def test_a_name_in_the_environment_does_not_rename_a_paper(
    run: Commands, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper's own name wins over a standing one, and that is said."""
    monkeypatch.setenv("TRACKER_PARTNERSHIP", "Glenorchy")
    told = run.done("import", "--yes", "--json", paper).json
    assert "Strathmore" == told["stored"]["partnership"]
    assert any("Glenorchy" in p["message"] for p in told["problems"])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.docx", b""),
        ("letter.txt", b"Dear all,\nThank you for your letter.\nYours\n"),
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        ("picture.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
    ],
)
def test_what_cannot_be_read_is_told_and_changes_nothing(
    run: Commands, tmp_path: Path, name: str, data: bytes
) -> None:
    """One clear message with advice, exit code 4, no database."""
    path = tmp_path / name
    path.write_bytes(data)
    ran = run("import", "--yes", path)
    assert (4, "") == (ran.code, ran.out)
    assert name in ran.err
    assert "Traceback" not in ran.err
    assert not Path(run.database).exists()


@pytest.mark.parametrize("name", ["missing.docx", "."])
def test_a_file_that_is_not_there_is_told(run: Commands, tmp_path: Path, name: str) -> None:
    """A wrong name is not a stack trace."""
    ran = run("import", "--yes", tmp_path / name)
    assert 4 == ran.code
    assert len(ran.err.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_folder_that_cannot_be_written_is_told(
    run: Commands, paper: Path, tmp_path: Path
) -> None:
    """Exit code 3 and advice."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    run.database = str(blocked / "plan.db")
    ran = run("import", "--yes", paper)
    assert 3 == ran.code
    assert "Traceback" not in ran.err


def test_setup_walks_through_what_is_open(run: Commands, paper: Path) -> None:
    """Suggested post, owner by proposal, date and status; counted at the end."""
    run.done("import", "--yes", paper)
    before = run.done("setup", "--json").json
    assert ["3.4/1"] == before["suggested"][0]["actions"]
    answers = ["y", "Chief Finance Officer", "", "", "", "", "q"]
    environ = {"TRACKER_DB": run.database, "TRACKER_TODAY": "2022-01-31"}
    ran = typed(["setup"], answers, environ=environ)
    assert 0 == ran.returncode, ran.stderr
    after = run.done("setup", "--json").json
    assert len(after["ownerless"]) < len(before["ownerless"])
    owner = run.done("show", "3.4/1", "--json").json["action"]["owners"]
    assert ["Chief Officer"] == [post["post"] for post in owner]
