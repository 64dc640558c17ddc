"""Importing papers, as a user does it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Commands
from tests.papers import DOCUMENTS
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


def test_the_same_plan_in_another_format_is_noticed(
    run: Commands, paper: Path, tmp_path: Path
) -> None:
    """Other bytes with the same ratings and wording are the same paper; both options are told."""
    run.done("import", "--yes", paper)
    other = write_paper(tmp_path / "other.docx", contact="Somebody else")
    for more in ((), ("--cycle", "other")):
        ran = run("import", "--yes", *more, other)
        assert 1 == ran.code
        for words in ("plan.docx", "cycle 2021", "--again --cycle"):
            assert words in ran.err
    run.done("import", "--yes", "--again", "--cycle", "other", other)


def test_papers_may_come_newest_first(run: Commands, paper: Path, tmp_path: Path) -> None:
    """The full paper becomes the round that was held as previous ratings, and that is said."""
    before = paper_of_before(tmp_path)
    told = run.done("import", "--yes", paper)
    assert "ratings only" in told.err
    labels = [c["label"] for c in run.done("cycle", "list", "--json").json["cycles"]]
    assert ["before 2021", "2021"] == labels
    told = run.done("import", "--yes", "--cycle", "before 2021", before)
    assert "now it is held whole" in told.err
    held = run.done("cycle", "list", "--json").json["cycles"]
    assert ["before 2020", "before 2021", "2021"] == [c["label"] for c in held]


def paper_of_before(folder: Path) -> Path:
    """Return the paper of the year before."""
    return write_paper(folder / "before.docx", as_at="April 2020")


def test_what_storing_would_find_is_seen_before(run: Commands, paper: Path, tmp_path: Path) -> None:
    """Ratings that are not those held stand in the preview, once, also without storing."""
    run.done("import", "--yes", paper_of_before(tmp_path))
    said = "the cycle 2020 holds established"
    for option in ("--dry-run", "--yes"):
        ran = run.done("import", option, paper)
        assert (1, 0) == (ran.out.count(said), ran.err.count(said))


def test_a_paper_of_another_partnership_is_refused_unless_asked_for(
    run: Commands, paper: Path
) -> None:
    """A slip in the option does not put one body's plan under another's name."""
    ran = run("--partnership", "Glenorchy", "import", "--yes", paper)
    assert (1, False) == (ran.code, Path(run.database).exists())
    for words in ("Strathmore", "Glenorchy", "--for-another"):
        assert words in ran.err
    said = run.done("--partnership", "Glenorchy", "import", "--dry-run", paper).err
    assert "--for-another" in said
    asked_for = ("--partnership", "Glenorchy", "import", "--yes", "--json", "--for-another", paper)
    told = run.done(*asked_for).json
    assert "Glenorchy" == told["stored"]["partnership"]
    assert any("Strathmore" in problem["message"] for problem in told["problems"])


@pytest.mark.parametrize("name", ["Strathmore HSCP", "Strathmoor", "STRATHMORE IJB"])
def test_a_name_very_like_one_that_is_held_is_refused(
    run: Commands, paper: Path, tmp_path: Path, name: str
) -> None:
    """With --yes the close one is named; both ways on work."""
    run.done("import", "--yes", paper)
    other = tmp_path / "plan.csv"
    other.write_text("Proposal,Action,Timescale\n2.4,Write the policy,March 2022\n")
    words = ("--partnership", name, "import", "--yes", "--as-at", "2021-09-30", "--cycle", "plan")
    ran = run(*words, other)
    assert 1 == ran.code
    assert f"{name} is not held yet, but Strathmore is" in ran.err
    run.done(*words, "--for-another", other)
    run.done("--partnership", "strathmore", *words[2:], "--again", other)


def test_very_like_names_are_noticed_among_papers_of_one_import(
    run: Commands, paper: Path, tmp_path: Path
) -> None:
    """Also where nothing is held yet."""
    other = write_paper(tmp_path / "other.docx", partnership="Strathmoor")
    ran = run("import", "--yes", paper, other)
    assert (1, False) == (ran.code, Path(run.database).exists())
    assert "Strathmoor is not held yet, but Strathmore is" in ran.err


@pytest.mark.parametrize(("answers", "code"), [(["n"], 1), (["y", "y"], 0), (["y", "n"], 1)])
def test_at_a_terminal_a_very_like_name_is_asked_about(
    run: Commands, paper: Path, tmp_path: Path, answers: list[str], code: int
) -> None:
    """Whether it is another partnership; then the paper as ever."""
    run.done("import", "--yes", paper)
    other = write_paper(tmp_path / "other.docx", partnership="Strathmoor")
    ran = typed(["import", str(other)], answers, environ={"TRACKER_DB": run.database})
    assert code == ran.returncode, ran.stderr
    assert "Is Strathmoor another partnership?" in ran.stderr


@pytest.mark.parametrize("said", [(), ("--as-at", "2030-05-15")])
def test_a_day_that_has_not_come_is_refused(
    run: Commands, tmp_path: Path, said: tuple[str, ...]
) -> None:
    """Neither the paper nor the person can speak of it; with the right day it is stored."""
    later = write_paper(tmp_path / "later.docx", as_at="April 2030")
    ran = run("import", "--yes", *said, later)
    assert (1, False) == (ran.code, Path(run.database).exists())
    assert "after today" in ran.err
    assert "--as-at" in ran.err
    seen = run.done("import", "--dry-run", "--json", later)
    assert "after today" in seen.err
    assert 1 == sum("after today" in problem["message"] for problem in seen.json["problems"])
    run.done("import", "--yes", "--as-at", "2021-04-30", later)


def test_a_day_is_asked_for_in_words_that_fit(run: Commands, tmp_path: Path) -> None:
    """A plan without ratings has none that hold."""
    sheet = tmp_path / "plan.csv"
    sheet.write_text("Proposal,Action,Timescale\n2.4,Write the policy,March 2022\n")
    ran = run("--partnership", "Glenorchy", "import", "--yes", sheet)
    assert "on which day it holds" in ran.err


def test_a_plain_plan_is_not_blamed_for_what_it_leaves_out(run: Commands, tmp_path: Path) -> None:
    """One short note says how many proposals it does not speak of."""
    sheet = tmp_path / "plan.csv"
    sheet.write_text(
        "Proposal,Action,Timescale\n2.4,Write the policy,March 2022\n3.4,Plan,May 2022\n"
    )
    told = run.done("import", "--dry-run", "--json", "--as-at", "2021-04-30", sheet).json
    said = [(p["severity"], p["message"]) for p in told["problems"] if "not in" in p["message"]]
    assert [("note", "20 of 22 local proposals are not in this paper.")] == said


def test_one_thing_is_told_as_one(run: Commands, tmp_path: Path) -> None:
    """Counts of one are no plurals, in the preview, after storing and in what is held."""
    sheet = tmp_path / "plan.csv"
    sheet.write_text("Action,Timescale\nWrite the policy,March 2022\n")
    words = ("--partnership", "Glenorchy", "import", "--yes", "--as-at", "2021-04-30", sheet)
    ran = run.done(*words)
    assert "\n1 action, 1 of them outside the proposals." in ran.out
    assert "0 ratings, 1 action, 1 of them outside the proposals." in ran.err
    assert "How grave" in ran.out
    found = {f["what"]: f["state"] for f in run.done("doctor", "--json").json["findings"]}
    assert found["contents"].startswith("1 partnership, 1 cycle, 1 document, 1 action,")


def test_the_question_says_what_would_be_stored(run: Commands, paper: Path) -> None:
    """In one line, for the preview is long; what is stored is counted alike."""
    ran = typed(["import", str(paper)], ["y"], environ={"TRACKER_DB": run.database})
    asked = next(line for line in ran.stderr.splitlines() if "[y/N]" in line)
    assert "2 ratings, 3 actions, 1 problem (1 " in asked
    assert "Store it as Strathmore, cycle 2021, as at 30 April 2021? [y/N]" in asked
    assert "of Strathmore: 2 ratings, 3 actions." in ran.stderr


@pytest.mark.parametrize("name", ["edinburgh-2019.docx", "north-lanarkshire-2019.docx"])
def test_a_published_paper_is_counted_alike_before_and_after(run: Commands, name: str) -> None:
    """Positions that point to other actions are no actions, and are told apart."""
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    ran = run.done("import", "--yes", path)
    counted = re.search(r"ratings, (.*)\.$", ran.err, re.MULTILINE)
    assert counted
    assert f"\n{counted[1]}." in ran.out
    stored = run.done("overdue", "--json").json["counts"]["total"]
    assert f"{stored} actions" == counted[1].partition(",")[0]


@pytest.mark.parametrize("first", ["moray-2021.docx", "moray-2022-repeat.docx"])
def test_published_papers_tell_the_same_in_either_order(
    run: Commands, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    """Moray's 2021: six up, sixteen unchanged, against the ratings that it remembers."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-05-31")
    files = [DOCUMENTS / name for name in ("moray-2021.docx", "moray-2022-repeat.docx")]
    if not all(path.exists() for path in files):
        pytest.skip("Moray's papers are not here")
    for path in files if first == files[0].name else files[::-1]:
        run.done("import", "--yes", path)
    held = run.done("cycle", "list", "--json").json["cycles"]
    assert ["before 2021", "2021", "2022"] == [cycle["label"] for cycle in held]
    moves = [
        line["movement"]
        for line in run.done("summary", "--cycle", "2021", "--json").json["ratings"]
    ]
    assert (6, 16) == (moves.count(1), moves.count(0))
    other = run("import", "--yes", "--cycle", "other", DOCUMENTS / "moray-2021.pdf")
    assert (1, True) == (other.code, "looks like" in other.err)


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


def test_a_timescale_that_is_not_understood_is_a_problem_with_its_place(
    run: Commands, tmp_path: Path
) -> None:
    """Nobody has to find it among seventy rows."""
    sheet = tmp_path / "plan.csv"
    sheet.write_text("Proposal,Action,Timescale\n2.4,Write the policy,when pigs fly\n")
    told = run.done("import", "--dry-run", "--json", sheet).json
    assert any(p["place"] == "row 2" and "when pigs fly" in p["message"] for p in told["problems"])


def test_the_national_plan_alone_is_told_as_such(run: Commands) -> None:
    """It is never meant by default, and never said not to be there."""
    from db.session import transaction
    from db.writing.partnerships import store_partnership
    from tracker.kinds import PartnershipKind
    from tui.settings import find_settings, now
    from tui.workspace import Workspace

    workspace = Workspace(find_settings(database=run.database, environ={}), clock=now)
    with transaction(workspace.engine, verb="test", who="Sandy", at=now()) as session:
        store_partnership(session=session, name="National Group", kind=PartnershipKind.NATIONAL)
    workspace.engine.dispose()
    ran = run("overdue")
    assert 1 == ran.code
    assert "National Group" in ran.err


FRAMEWORK = """
key = "care"
name = "An invented review"
version = "1"
published = 2025-01-31
levels = [{ name = "absent", low = true }, { name = "emerging", low = true }, { name = "present" }]
features = [{ code = "A", name = "People" }]
proposals = [
    { code = "A.1", name = "staff", feature = "A" },
    { code = "A.2", name = "training", feature = "A" },
]
"""


def test_another_framework_with_another_scale_can_be_brought(run: Commands, tmp_path: Path) -> None:
    """Its codes and levels are read, rated and summarised like those that come with the program."""
    framework, sheet = tmp_path / "care.toml", tmp_path / "plan.csv"
    framework.write_text(FRAMEWORK)
    sheet.write_text(
        "Proposal,Previous rating,Current rating,Action,Lead,Timescale,Status\n"
        "A.1,Absent,Emerging,Hire nurses,Chief Nurse,March 2022,On track\n"
        "A.2,Present,Emerging,Run a course,HR Manager,Q1 2022/23,Not started\n"
    )
    words = ("import", "--yes", "--framework", framework, "--as-at", "2021-12-31", sheet)
    run.done("--partnership", "Glenorchy", *words)
    told = run.done("summary", "--json").json
    assert [("A.1", 1), ("A.2", -1)] == [(r["code"], r["movement"]) for r in told["ratings"]]
    run.done("rate", "A.1", "present", "--by", "Board", "--reason", "Hired")
    assert "A.1/1" in run.done("actions", "--key-feature", "A").out


def test_a_bad_framework_file_is_refused_with_its_line(run: Commands, tmp_path: Path) -> None:
    """The message names the line and what would be right; exit code 4."""
    framework, sheet = tmp_path / "care.toml", tmp_path / "plan.csv"
    framework.write_text(FRAMEWORK.replace('name = "training", feature = "A"', 'feature = "B"'))
    sheet.write_text("Proposal,Action\nA.1,Hire nurses\n")
    ran = run("import", "--dry-run", "--framework", framework, sheet)
    assert 4 == ran.code
    assert "care.toml, line 10" in ran.err


def test_a_reader_that_goes_away_stops_the_import_and_is_told(run: Commands, paper: Path) -> None:
    """Output into `head` ends before anything is stored; that is no success."""
    words = [sys.executable, "-m", "tui.main", "--db", run.database, "import", "--yes", str(paper)]
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(words, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert 1 == ended.returncode
    assert "Nothing was stored" in ended.stderr
    assert not Path(run.database).exists()
