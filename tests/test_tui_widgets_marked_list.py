"""The sign at the line under the cursor: it is not told by colour alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.pictures import picture
from tests.screens import opened, press

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import TrackerApp


def pointed(app: TrackerApp) -> list[str]:
    """Return the lines that bear the sign, without frame and spaces."""
    return re.findall(r"^(?:[^│]*│)?[ !]*(>.*?) *(?:│.*)?$", picture(app), re.MULTILINE)


@pytest.mark.parametrize(
    ("keys", "first", "second"),
    [
        ([], ">  32  overdue", ">   0  due in"),
        (["comma"], "> Partnership", "> Your name"),
        (["a", "t"], "> not reported", "> not started"),
        (["x"], "> The summary", "> Overdue"),
        (["a", "enter", "enter", "enter"], "> not reported", "> not started"),
        (["ctrl+p"], "> Open (Enter)", "> Help (? or F1)"),
    ],
)
async def test_the_line_under_the_cursor_bears_a_sign(
    plan_file: Path, keys: list[str], first: str, second: str
) -> None:
    """It goes with the cursor, and nothing else moves."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, *keys)
        before = picture(app)
        assert any(line.startswith(first) for line in pointed(app)), before
        await press(pilot, "down")
        after = picture(app)
        assert any(line.startswith(second) for line in pointed(app)), after
        assert len(before.splitlines()) == len(after.splitlines())
        if not keys:
            assert before.replace(">", " ") == after.replace(">", " ")


async def test_the_row_of_the_tree_under_the_cursor_bears_a_sign(plan_file: Path) -> None:
    """The branches stay as they are."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, "p")
        assert "├>1.1" in picture(app)
        await press(pilot, "up")
        assert "▼>1" in picture(app)
        assert "├ 1.1" in picture(app)


async def test_of_two_lists_the_one_with_the_keys_bears_the_sign(plan_file: Path) -> None:
    """Home has numbers and the longest overdue: only one cursor moves."""
    async with opened(plan_file, size=(160, 45)) as (app, pilot):
        await press(pilot, "tab", "down")
        lines = pointed(app)
        assert 1 == len(lines), lines
        assert "overdue" not in lines[0]
