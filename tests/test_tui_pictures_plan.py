"""What the Plan screen looks like, at the sizes that people have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db.address import read_address
from db.engine import open_engine
from tests.pictures import check_picture
from tests.screens import MOMENT, opened, press, settings_for
from tests.stores import drafted, paper, proposal, stored
from tracker.opening import Opening
from tui import cycling
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"80": (80, 24), "120": (120, 40), "160": (160, 45)}


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A plan of an invented partnership whose paper prints indicators and evidence."""
    file = tmp_path / "printed.db"
    engine = open_engine(read_address(str(file)))
    shared = proposal(
        "1.1",
        drafted("1.1/1", "Open a shared room in every town hall"),
        drafted("1.1/2", "Let visitors book [bold]a room[/bold] without a form"),
        title="Rooms are shared by all who work together",
        rating="fully",
        previous_rating="partly",
        indicators={
            "not yet": "Every team keeps its own rooms and locks them.",
            "partly": "Some rooms are shared where two teams have agreed on it.",
            "fully": "All rooms are open to all, and one list says who is in which.",
        },
        evidence=("Twelve rooms were opened in spring.", "Visitors say that they find them."),
    )
    plans = proposal("1.2", rating="partly", previous_rating="partly")
    stored(engine, paper(shared, plans, previous="2019"))
    engine.dispose()
    return file


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("plan-80", ("p",)),
        ("plan-120", ("p",)),
        ("plan-160", ("p", "enter", "down")),
        ("plan-raised-80", ("p", "down", "3")),
        ("plan-new-action-80", ("p", "plus")),
    ],
)
async def test_the_plan_looks_so(printed: Path, name: str, keys: tuple[str, ...]) -> None:
    """Ratings, letters and movements are told without colour."""
    size = SIZES[name.rpartition("-")[2]]
    async with opened(printed, size=size, partnership=None) as (app, pilot):
        await press(pilot, *keys)
        check_picture(app, name)


async def test_a_repeat_looks_so(printed: Path) -> None:
    """Carried ratings are shown as carried, with how far the round is."""
    workspace = Workspace(settings_for(printed, partnership=None), clock=lambda: MOMENT)
    cycling.open_cycle(workspace, Opening("2022", date(2022, 4, 30)))
    async with opened(printed, size=(80, 24), partnership=None) as (app, pilot):
        app.look_at(cycle="2022")
        await press(pilot, "p")
        check_picture(app, "plan-repeat-80")
