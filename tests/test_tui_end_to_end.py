"""The installed program in real terminals, from a paper to the rows in the database."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from db.log import acts
from tests.real_terminal import RealTerminal
from tests.screens import MOMENT, settings_for
from tests.word_papers import write_paper
from tracker.rules import Bucket, stand
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DONE = ["undo: update 2.4/1", "update 2.4/1", "import plan.docx"]
"""What the database has recorded in the end, the newest first."""


@pytest.fixture
def environ(tmp_path: Path) -> Mapping[str, str]:
    """A day, and a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "TRACKER_ME": "A. Tester",
        "TRACKER_TODAY": "2022-01-31",
    }


def test_from_a_paper_to_the_plan(tmp_path: Path, environ: Mapping[str, str]) -> None:
    """A paper is imported, an action updated and put back, and what is late is shown."""
    database = tmp_path / "new.db"
    paper = write_paper(tmp_path / "plan.docx")
    with RealTerminal(["--db", str(database)], environ=environ) as terminal:
        terminal.sees("There is no plan yet at")
        terminal.press("i")
        terminal.sees("Choose a published paper")
        terminal.press("/")
        terminal.sees("/ Type a path  Esc Back")
        terminal.press(str(paper))
        # A long path is scrolled: its end is in view.
        terminal.sees(str(paper)[-40:])
        terminal.press("enter")
        terminal.sees("Read as", "2.4/1")
        terminal.press("ctrl+s")
        terminal.sees("Store this paper?", "Strathmore, cycle 2021, as at 30 April 2021")
        terminal.press("y")
        terminal.sees("Stored plan.docx", "overdue")
        terminal.press("a")
        terminal.sees("3 actions")
        terminal.press("n")
        terminal.sees("What happened with 2.4/1?")
        terminal.press("Drafted")
        terminal.press("enter")
        terminal.sees("2.4/1 has a new note")
        terminal.press("u")
        terminal.sees("Taken back")
        terminal.press("o")
        terminal.sees("31 days late")
        terminal.press("q")
        assert 0 == terminal.left()
    workspace = Workspace(settings_for(database, partnership=None), clock=lambda: MOMENT)
    plan = workspace.plan()
    action = plan.by_ref["2.4/1"]
    standing = stand(action, as_at=plan.as_at)
    assert (Bucket.OVERDUE, [None]) == (standing.bucket, [one.note for one in action.updates])
    with workspace.reading() as reader:
        assert DONE == [act.verb for act in acts(reader)]


def test_two_people_see_what_the_other_does(
    sample: Path, tmp_path: Path, environ: Mapping[str, str]
) -> None:
    """Both have the plan open; what one records stands on the other's screen soon after."""
    database = tmp_path / "plan.db"
    shutil.copy(sample, database)
    words = ["--db", str(database), "--partnership", "Moray", "--me"]
    with (
        RealTerminal([*words, "Ailsa"], environ=environ) as hers,
        RealTerminal([*words, "Robin"], environ=environ) as his,
    ):
        for terminal in (hers, his):
            terminal.sees("To look at", "Moray")
            terminal.press("y" if terminal is his else "a")
        his.sees("import")
        hers.sees("69 actions")
        hers.press("n")
        hers.sees("What happened with 1.1/1?")
        hers.press("Agreed in the meeting")
        hers.press("enter")
        his.sees("Ailsa", "update 1.1/1")


def test_the_program_ends_when_its_terminal_is_gone(
    tmp_path: Path, environ: Mapping[str, str]
) -> None:
    """A window that was closed leaves nothing running behind."""
    with RealTerminal(["--db", str(tmp_path / "new.db")], environ=environ) as terminal:
        terminal.sees("There is no plan yet at")
        terminal.hang_up()
