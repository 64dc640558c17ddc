"""Sample data says what it is, also once people have written in their copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands import Commands

if TYPE_CHECKING:
    from pathlib import Path

UNTOUCHED = "a published plan without any later update"
WRITTEN = "a published plan with what was recorded here since"


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
    run.done(command, *(["--yes"] if command == "undo" else []))
