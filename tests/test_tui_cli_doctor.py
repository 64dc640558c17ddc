"""The doctor says what state things are in, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands import Commands

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Commands:
    """Return a way to run commands on a database that does not exist yet."""
    return Commands(capsys, tmp_path / "plan.db")


def test_a_sound_database_is_said_to_be_sound(run: Commands) -> None:
    """Contents are counted, nothing is amiss."""
    run.done("demo", "--json")
    told = run.done("doctor", "--json").json
    assert told["sound"]
    found = {f["what"]: f["state"] for f in told["findings"]}
    assert "4 partnerships" in found["contents"]
    assert "sound" == found["integrity"]
    assert "Moray" in found["partnerships"]


def test_no_database_yet_is_told_with_the_next_step(run: Commands) -> None:
    """A first run is not a fault: what to do next is said, and the rest is examined."""
    told = run.done("doctor", "--json").json
    assert told["sound"]
    assert "nothing imported yet" in told["findings"][0]["state"]
    assert "import" in told["findings"][0]["advice"]
    assert any(f["what"] == "terminal" for f in told["findings"])


def test_a_damaged_database_is_found(run: Commands, tmp_path: Path) -> None:
    """What is broken is said before anybody writes to it."""
    run.done("demo", "--json")
    path = tmp_path / "plan.db"
    held = bytearray(path.read_bytes())
    held[len(held) // 2 : len(held) // 2 + 20_000] = b"\xff" * 20_000
    path.write_bytes(bytes(held))
    ran = run("doctor")
    assert 3 == ran.code
    assert "Something is amiss" in ran.out
    assert "Traceback" not in ran.out + ran.err


def test_a_file_that_is_no_database_is_told(run: Commands, tmp_path: Path) -> None:
    """Lists and the doctor say so alike."""
    (tmp_path / "plan.db").write_text("this is not a database at all" * 50)
    assert 3 == run("doctor").code
    ran = run("overdue")
    assert (3, "") == (ran.code, ran.out)
    assert ran.err
