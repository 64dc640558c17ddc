"""What the shell's screens look like, at the sizes that people have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pictures import check_picture
from tests.screens import add_note, opened, press

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"80": (80, 24), "160": (160, 45), "200": (200, 50)}


@pytest.mark.parametrize("width", SIZES)
async def test_home_is_complete_at_every_size(plan_file: Path, width: str) -> None:
    """Nothing is cut off without a sign; more room shows more."""
    async with opened(plan_file, size=SIZES[width]) as (app, _):
        check_picture(app, f"home-{width}")


@pytest.mark.parametrize(
    ("name", "keys"),
    [("help", ["question_mark"]), ("another-day", ["at"]), ("undo", ["u"]), ("settings", [","])],
)
async def test_what_opens_over_home_looks_so(plan_file: Path, name: str, keys: list[str]) -> None:
    """Dialogs fit into 80 by 24."""
    add_note(plan_file, "1.1/1", "Agreed")
    async with opened(plan_file, size=SIZES["80"]) as (app, pilot):
        await press(pilot, *("comma" if key == "," else key for key in keys))
        check_picture(app, name)


async def test_a_first_start_looks_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is the matter, and what can be done."""
    monkeypatch.chdir(tmp_path)
    from pathlib import Path

    async with opened(Path("none.db"), size=SIZES["80"]) as (app, _):
        check_picture(app, "start")


async def test_a_window_too_small_looks_so(plan_file: Path) -> None:
    """It says how large it must be."""
    async with opened(plan_file, size=(40, 12)) as (app, _):
        check_picture(app, "too-small")
