"""Compare, fates, links and trend in the application, on a real file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from db.address import read_address
from db.engine import open_engine
from db.writing.links import link_to_neighbours
from tests.pictures import picture
from tests.screens import MOMENT, opened, press, settings_for, settled
from tests.stores import drafted, paper, proposal, stored, writing
from tracker.kinds import Fate, LinkState
from tui.pairing import link
from tui.screens.action import ActionScreen
from tui.screens.compare import CompareScreen
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.say import Say
from tui.screens.fates import FatesScreen
from tui.screens.links import LinksScreen
from tui.screens.trend import TrendScreen
from tui.widgets.rows import Rows
from tui.widgets.word_diff import marked
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

EARLIER = paper(
    proposal(
        "1.1",
        drafted("1.1/1", "Agree one budget for the shared rooms of both bodies"),
        drafted("1.1/2", "Train the drivers of the library van"),
        rating="partly",
    ),
    proposal("1.2", drafted("1.2/1", "Count the hours between islands"), rating="partly"),
)
LATER = paper(
    proposal(
        "1.1",
        drafted("1.1/1", "Agree one yearly budget for the shared rooms of both bodies"),
        drafted("1.1/2", "Train the drivers of the library van"),
        rating="fully",
    ),
    proposal("1.2", drafted("1.2/1", "Publish what wards cost"), rating="partly"),
)
WORDS = "[/] [red]bold \u202e \u05e9\u05dc\u05d5\u05dd \u4f53\u5236"


@pytest.fixture
def two_rounds(tmp_path: Path) -> Path:
    """A file with two rounds of an invented partnership, and suggested links between them."""
    path = tmp_path / "rounds.db"
    engine = open_engine(read_address(str(path)))
    stored(engine, EARLIER, label="2019", as_at=date(2019, 5, 15))
    done = stored(engine, LATER, label="2021", as_at=date(2021, 4, 30))
    with writing(engine) as session:
        link_to_neighbours(session=session, cycle=done.cycle_id, as_at=date(2021, 4, 30))
    engine.dispose()
    return path


@pytest.fixture
def merging_rounds(tmp_path: Path) -> Path:
    """A file with two rounds of an invented partnership; two actions of the first became one."""
    path = tmp_path / "merging.db"
    engine = open_engine(read_address(str(path)))
    budget = "Agree one budget for the shared rooms of both bodies"
    drivers = "train the drivers of the library van before winter"
    first = drafted("1.1/1", budget), drafted("1.1/2", drivers.capitalize())
    stored(engine, paper(proposal("1.1", *first)), label="2019", as_at=date(2019, 5, 15))
    merged = proposal("1.1", drafted("1.1/1", f"{budget}, and {drivers}"))
    done = stored(engine, paper(merged), label="2021", as_at=date(2021, 4, 30))
    with writing(engine) as session:
        link_to_neighbours(session=session, cycle=done.cycle_id, as_at=date(2021, 4, 30))
    engine.dispose()
    return path


def text_of(pilot: Pilot[None], widget: str) -> str:
    """Return what a widget shows."""
    return str(pilot.app.screen.query_one(widget, Static).content)


def links_screen(pilot: Pilot[None]) -> LinksScreen:
    """Return the screen of links that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, LinksScreen)
    return screen


def judged(pilot: Pilot[None]) -> list[LinkState]:
    """Return what is said of the links that are listed."""
    return [pair.state for pair in pilot.app.screen.query_one(Rows).shown]


async def test_every_proposal_stands_with_its_movement(two_rounds: Path) -> None:
    """Before, now, the direction in words, and the counts above."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c")
        assert isinstance(app.screen, CompareScreen)
        assert "1 moved up" in text_of(pilot, "#told")
        assert "partly → fully: ▲ up 1" in text_of(pilot, "#one")
        assert "Unexplained" in text_of(pilot, "#one")
        assert app.screen.report() is not None


async def test_a_proposal_opens_what_became_of_its_actions(two_rounds: Path) -> None:
    """Enter lists fates and outcomes of the one, another key those of all; one kind at will."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "enter")
        screen = app.screen
        assert isinstance(screen, FatesScreen)
        assert {Fate.CARRIED, Fate.REWORDED} == {row.fate for row in screen.query_one(Rows).shown}
        await press(pilot, "escape", "v", "f", *"new", "enter")
        assert [Fate.NEW] == [row.fate for row in app.screen.query_one(Rows).shown]
        assert isinstance(app.screen, FatesScreen)
        assert app.screen.report() is not None


async def test_the_form_shows_an_action_of_either_cycle(two_rounds: Path) -> None:
    """One that went on opens as the later one, and from there as the earlier; others as they are.

    The bar at the top says of which cycle each is, and a closed one is to be read only.
    """
    async with opened(two_rounds, partnership="Strathmore", size=(160, 45)) as (app, pilot):
        await press(pilot, "c", "v", "enter")
        assert isinstance(app.screen, ActionScreen)
        assert "Count the hours between islands" in picture(app)
        assert "cycle 2019 (closed)" in picture(app)
        assert "to be read only" in text_of(pilot, "#notice")
        await press(pilot, "escape", "f", *"reworded", "enter", "enter")
        assert "cycle 2021 (agreed)" in picture(app)
        assert "one yearly budget" in picture(app)
        await press(pilot, "v")
        assert isinstance(app.screen, ActionScreen)
        assert "cycle 2019 (closed)" in picture(app)
        assert "Agree one budget" in picture(app)
        await press(pilot, "right_square_bracket")
        assert "Train the drivers" in picture(app)
        assert "cycle 2019 (closed)" in picture(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, FatesScreen)


async def test_what_nobody_suggested_is_linked_by_hand(two_rounds: Path) -> None:
    """One key and the other action's name; undo takes the link back."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "v")
        screen = app.screen
        assert isinstance(screen, FatesScreen)
        row = screen.query_one(Rows).row
        assert row is not None
        assert Fate.NOT_CARRIED is row.fate
        await press(pilot, "l", *"wards", "enter")
        assert Fate.NOT_CARRIED not in {one.fate for one in screen.query_one(Rows).shown}
        await press(pilot, "u")
        assert Fate.NOT_CARRIED in {one.fate for one in screen.query_one(Rows).shown}


async def test_links_are_judged_one_by_one(two_rounds: Path) -> None:
    """Enter accepts and goes on, d refuses, u takes the last decision back."""
    async with opened(two_rounds, partnership="Strathmore") as (_app, pilot):
        await press(pilot, "c", "l")
        assert "2 to be judged" in text_of(pilot, "#told")
        assert "[+yearly+]" in text_of(pilot, "#after")
        await press(pilot, "enter")
        assert [LinkState.CONFIRMED, LinkState.SUGGESTED] == judged(pilot)
        pair = links_screen(pilot).query_one(Rows).row
        assert pair is not None
        assert "1.1/2" == pair.link.base
        await press(pilot, "d")
        assert [LinkState.CONFIRMED, LinkState.REFUSED] == judged(pilot)
        assert "none to be judged" in text_of(pilot, "#told")
        await press(pilot, "u")
        assert [LinkState.CONFIRMED, LinkState.SUGGESTED] == judged(pilot)
        assert links_screen(pilot).report() is not None


async def test_keys_that_come_before_the_write_is_done_judge_the_next(two_rounds: Path) -> None:
    """Who types quickly judges one link after the other, and nothing is refused."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l")
        screen = links_screen(pilot)
        screen.action_accept()
        screen.action_refuse()
        assert "none to be judged" in text_of(pilot, "#told")
        screen.action_accept()
        screen.action_correct()
        await settled(pilot)
        assert screen is app.screen
        assert [LinkState.CONFIRMED, LinkState.REFUSED] == judged(pilot)
        await press(pilot, "enter")
        assert [LinkState.CONFIRMED, LinkState.CONFIRMED] == judged(pilot)


async def test_a_judgement_that_is_refused_puts_the_cursor_back(two_rounds: Path) -> None:
    """With the reason; the link waits again, and what was judged after it stands."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l")
        screen = links_screen(pilot)
        link(
            Workspace(
                settings_for(two_rounds, me="Somebody Else", partnership="Strathmore"),
                clock=lambda: MOMENT,
            ),
            "1.1/1",
            "1.1/1",
            refuse=True,
        )
        screen.action_accept()
        screen.action_accept()
        await settled(pilot)
        assert isinstance(app.screen, Say)
        assert any(
            "changed after you read it" in str(one.content) for one in app.screen.query(Static)
        )
        await press(pilot, "escape")
        pair = links_screen(pilot).query_one(Rows).row
        assert pair is not None
        assert "1.1/1" == pair.link.base
        assert LinkState.CONFIRMED is judged(pilot)[1]


async def test_the_screens_count_the_same_links(merging_rounds: Path) -> None:
    """Two links into one action are two, in the comparison and in the list; refused ones apart."""
    async with opened(merging_rounds, partnership="Strathmore") as (_app, pilot):
        await press(pilot, "c")
        assert "2 of 2 links between actions" in text_of(pilot, "#told")
        await press(pilot, "l")
        assert text_of(pilot, "#told").startswith("2 links from")
        assert "2 to be judged" in text_of(pilot, "#told")
        await press(pilot, "d")
        assert "1 link from cycle 2019 to cycle 2021 and 1 refused; 1 to be" in text_of(
            pilot, "#told"
        )
        await press(pilot, "escape")
        assert "1 of 1 links between actions" in text_of(pilot, "#told")


async def test_a_judged_link_is_not_judged_the_same_way_again(two_rounds: Path) -> None:
    """A second key says so, and nothing is recorded."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l", "enter", "up")
        assert app.plan is not None
        act = app.plan.act
        await press(pilot, "enter")
        assert act == app.plan.act
        assert app._notifications


async def test_a_wrong_link_is_corrected_as_one_act(two_rounds: Path) -> None:
    """The suggested one is refused and the right one confirmed; one key takes both back."""
    async with opened(two_rounds, partnership="Strathmore") as (_app, pilot):
        await press(pilot, "c", "l", "e", *"wards", "enter")
        states = {
            (pair.link.base, pair.link.repeat): pair.state
            for pair in links_screen(pilot).query_one(Rows).shown
        }
        assert LinkState.REFUSED is states["1.1/1", "1.1/1"]
        assert LinkState.CONFIRMED is states["1.1/1", "1.2/1"]
        await press(pilot, "u")
        assert [LinkState.SUGGESTED] * 2 == judged(pilot)


async def test_picking_the_same_action_again_is_told_and_asked_again(two_rounds: Path) -> None:
    """The refusal stands in the dialog; nothing is recorded."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l", "e", "enter")
        assert app.screen.query_one(Input)
        assert any("linked already" in str(one.content) for one in app.screen.query(Static))
        await press(pilot, "escape")
        assert [LinkState.SUGGESTED] * 2 == judged(pilot)


async def test_links_above_a_certainty_are_accepted_together(two_rounds: Path) -> None:
    """The count is asked first; it is one act, and one step back."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l", "g", "end", *"0 of", "down", "down", "down", "enter")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "y")
        assert LinkState.CONFIRMED in judged(pilot)
        await press(pilot, "u")
        assert [LinkState.SUGGESTED] * 2 == judged(pilot)


async def test_only_what_waits_is_shown_and_gone_through(two_rounds: Path) -> None:
    """What is judged is left out at will; n and N go round what is not."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l", "enter", "f")
        assert [LinkState.SUGGESTED] == judged(pilot)
        await press(pilot, "f", "up", "n")
        pair = links_screen(pilot).query_one(Rows).row
        assert pair is not None
        assert LinkState.SUGGESTED is pair.state
        await press(pilot, "enter", "n", "N", "g")
        assert app._notifications


async def test_two_rounds_are_all_there_are_to_choose_from(two_rounds: Path) -> None:
    """A key that can do nothing says why."""
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "b")
        assert app._notifications
        await press(pilot, "t")
        assert isinstance(app.screen, TrendScreen)
        assert app.screen.report() is not None


async def test_ratings_alone_are_compared_too(plan_file: Path) -> None:
    """Where the earlier cycle holds no actions, its ratings stand, and keys say why they wait."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "c")
        assert "6 moved up" in text_of(pilot, "#told")
        assert "are not held" in text_of(pilot, "#one")
        await press(pilot, "enter", "l")
        assert isinstance(app.screen, CompareScreen)
        assert app._notifications


async def test_the_invented_year_is_counted_alike_on_both_screens(plan_file: Path) -> None:
    """Merged actions count each in the opening sentence and above all fates."""
    counts = "15 completed, 23 carried on, 2 not carried, 6 new; 10 with a later date"
    async with opened(plan_file, partnership="Example") as (app, pilot):
        await press(pilot, "c")
        assert counts in text_of(pilot, "#told")
        await press(pilot, "v")
        assert isinstance(app.screen, FatesScreen)
        assert counts in text_of(pilot, "#told")
        await press(pilot, "escape", "l")
        assert "9 to be judged" in text_of(pilot, "#told")


async def test_one_round_alone_says_what_to_do(tmp_path: Path) -> None:
    """Nothing to compare is no error: it says where a repeat comes from."""
    path = tmp_path / "rounds.db"
    engine = open_engine(read_address(str(path)))
    stored(engine, EARLIER, label="2019", as_at=date(2019, 5, 15))
    engine.dispose()
    async with opened(path, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "enter", "l", "v")
        assert isinstance(app.screen, CompareScreen)
        assert "no two cycles" in text_of(pilot, "#told")
        assert app.screen.report() is None


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_no_wording_does_harm(two_rounds: Path, size: tuple[int, int]) -> None:
    """Markup, right-to-left and wide characters are only shown."""
    engine = open_engine(read_address(str(two_rounds)))
    strange = paper(proposal("1.1", drafted("1.1/1", WORDS), rating="fully"))
    done = stored(engine, strange, label="2022", as_at=date(2022, 1, 1))
    with writing(engine) as session:
        link_to_neighbours(session=session, cycle=done.cycle_id, as_at=date(2022, 1, 1))
    engine.dispose()
    async with opened(two_rounds, partnership="Strathmore", size=size) as (app, pilot):
        await press(pilot, "c", "down", "v", "end", "home", "escape", "l", "escape", "b")
        await press(pilot, *"2019", "down", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.labels != (None, None)


def test_only_the_differing_words_are_marked() -> None:
    """Signs in brackets tell them without colour; capitals alone are no difference."""
    before, after = marked("Agree one budget now", "agree one yearly budget")
    assert "Agree one budget [-now-]" == before.plain
    assert "agree one [+yearly+] budget" == after.plain


async def test_what_somebody_else_said_of_a_link_is_not_written_over(two_rounds: Path) -> None:
    """It is told who said what meanwhile, and the link stays as they left it."""
    other = Workspace(
        settings_for(two_rounds, me="B. Other", partnership="Strathmore"), clock=lambda: MOMENT
    )
    async with opened(two_rounds, partnership="Strathmore") as (app, pilot):
        await press(pilot, "c", "l")
        link(other, "1.1/1", "1.1/1", refuse=True)
        await press(pilot, "enter")
        assert isinstance(app.screen, Say)
        await press(pilot, "escape")
        app.read_plan()
        await settled(pilot)
        assert [LinkState.REFUSED, LinkState.SUGGESTED] == judged(pilot)
