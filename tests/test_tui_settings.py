"""Where the database is, whose plan is meant, who acts, what day it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.errors import UsageFault
from tui.settings import demo_file, find_settings


def test_the_command_line_wins_over_the_environment() -> None:
    """What is said now counts more than what was said once."""
    environ = {"TRACKER_DB": "a.db", "TRACKER_PARTNERSHIP": "A", "TRACKER_ME": "A"}
    said = find_settings(database="b.db", partnership="B", me="B", environ=environ)
    assert ("b.db", "B", "B", True) == (
        said.database,
        said.partnership,
        said.me,
        said.partnership_is_said,
    )
    found = find_settings(environ=environ)
    assert ("a.db", "A", "A", False) == (
        found.database,
        found.partnership,
        found.me,
        found.partnership_is_said,
    )


def test_without_anything_said_there_are_defaults() -> None:
    """A file in the user's data folder, the login name, and today."""
    found = find_settings(environ={})
    assert found.database.endswith("tracker.db")
    assert found.me
    assert found.partnership is None


def test_the_folder_of_the_first_database_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to make a folder before the first paper can be stored."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    assert Path(find_settings(environ={}).database).parent.is_dir()


def test_the_clock_can_be_set() -> None:
    """For trials and tests; a wrong date is told."""
    assert date(2022, 1, 31) == find_settings(environ={"TRACKER_TODAY": "31/1/2022"}).today
    with pytest.raises(UsageFault):
        find_settings(environ={"TRACKER_TODAY": "soon"})


def test_demo_names_the_sample_plan() -> None:
    """A short word stands for its file and its partnership."""
    found = find_settings(database="demo", environ={})
    assert (str(demo_file()), "Moray") == (found.database, found.partnership)
    assert (
        "Edinburgh"
        == find_settings(database="demo", partnership="Edinburgh", environ={}).partnership
    )
