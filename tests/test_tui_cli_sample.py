"""Sample data says what it is, also once people have written in their copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.commands import Commands

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
