"""What the lists of actions look like, at the sizes that people have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pictures import check_picture
from tests.screens import opened, press, settled

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"80": (80, 24), "160": (160, 45)}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("actions-80", ("a", "down", "space")),
        ("actions-160", ("a", "down", "space")),
        ("actions-found-80", ("a", "slash", *"joint")),
        ("actions-filter-80", ("a", "f")),
        ("actions-status-80", ("a", "t")),
        ("actions-several-80", ("a", "shift+down", "t", *"hold", "enter")),
        ("overdue-80", ("o", "down")),
        ("overdue-160", ("o", "g", "g", "down")),
    ],
)
async def test_a_list_looks_so(plan_file: Path, name: str, keys: tuple[str, ...]) -> None:
    """The cursor, marks, filters and counts are told without colour."""
    async with opened(plan_file, size=SIZES[name.rpartition("-")[2]]) as (app, pilot):
        await press(pilot, *keys)
        app.clear_notifications()
        await settled(pilot)
        check_picture(app, name)
