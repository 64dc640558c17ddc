"""What comparing two rounds and going through one looks like, at the sizes that people have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db.address import read_address
from db.engine import open_engine
from db.writing.links import link_to_neighbours
from tests.pictures import check_picture
from tests.screens import MOMENT, opened, press, settings_for
from tests.stores import AS_AT, drafted, paper, proposal, stored, writing
from tracker.opening import Opening
from tracker.timescale import read_timescale
from tui import cycling
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"80": (80, 24), "160": (160, 45)}
INDICATORS = {"not yet": "Rooms are locked.", "partly": "Some are open.", "fully": "All are open."}
FIRST = paper(
    proposal(
        "1.1",
        drafted(
            "1.1/1",
            "Open a shared room in every town hall",
            timescale=read_timescale("June 2020", as_at=date(2019, 5, 15)),
        ),
        drafted("1.1/2", "Let visitors book [bold]a room[/bold] without a form"),
        rating="partly",
        indicators=INDICATORS,
    ),
    proposal("1.2", drafted("1.2/1", "Count the hours between islands"), rating="partly"),
)
SECOND = paper(
    proposal(
        "1.1",
        drafted(
            "1.1/1",
            "Open a shared room in every town hall and library",
            timescale=read_timescale("December 2021", as_at=AS_AT),
        ),
        drafted("1.1/2", "Let visitors book [bold]a room[/bold] without a form"),
        rating="fully",
        previous_rating="not yet",
        indicators=INDICATORS,
        evidence=("Twelve rooms were opened in spring.",),
    ),
    proposal("1.2", drafted("1.2/1", "Publish what wards cost"), rating="partly"),
)


@pytest.fixture
def rounds(tmp_path: Path) -> Path:
    """Two rounds of an invented partnership, with suggested links between them."""
    file = tmp_path / "rounds.db"
    engine = open_engine(read_address(str(file)))
    stored(engine, FIRST, label="2019", as_at=date(2019, 5, 15))
    done = stored(engine, SECOND, label="2021", as_at=AS_AT)
    with writing(engine) as session:
        link_to_neighbours(session=session, cycle=done.cycle_id, as_at=AS_AT)
    engine.dispose()
    return file


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("compare-80", ("c",)),
        ("compare-160", ("c",)),
        ("compare-actions-80", ("c", "v")),
        ("compare-links-80", ("c", "l")),
        ("compare-links-160", ("c", "l", "enter")),
        ("compare-trend-80", ("c", "t")),
        ("cycles-80", ("r",)),
        ("cycles-opening-160", ("r", "plus", *"2022", "enter", *"31 January 2022", "enter", "d")),
    ],
)
async def test_two_rounds_look_so(rounds: Path, name: str, keys: tuple[str, ...]) -> None:
    """Movements, marks and choices are told without colour."""
    size = SIZES[name.rpartition("-")[2]]
    async with opened(rounds, size=size, partnership="Strathmore") as (app, pilot):
        await press(pilot, *keys)
        check_picture(app, name)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("cycles-deciding-80", ("r", "g")),
        ("cycles-deciding-160", ("r", "g", "minus")),
        ("cycles-agree-80", ("r", "v")),
    ],
)
async def test_a_draft_looks_so(rounds: Path, name: str, keys: tuple[str, ...]) -> None:
    """What waits for a decision has a sign, and what is left is asked for by name."""
    workspace = Workspace(settings_for(rounds, partnership="Strathmore"), clock=lambda: MOMENT)
    cycling.open_cycle(workspace, Opening("2022", date(2022, 1, 31)))
    size = SIZES[name.rpartition("-")[2]]
    async with opened(rounds, size=size, partnership="Strathmore") as (app, pilot):
        await press(pilot, *keys)
        check_picture(app, name)
