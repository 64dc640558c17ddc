"""Cycles, opening a repeat and deciding its ratings in the application, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Label, Static, TextArea

from db.address import read_address
from db.engine import open_engine
from tests.screens import MOMENT, opened, press, settings_for, settled
from tests.stores import drafted as printed
from tests.stores import paper, proposal, stored
from tracker.changing import Change
from tracker.kinds import CycleState, Decision, Status
from tracker.opening import Opening
from tui import cycling, recording
from tui.finding import find_action
from tui.messages import Go
from tui.screens.compare import CompareScreen
from tui.screens.cycles import CyclesScreen
from tui.screens.deciding import DecidingScreen
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.name_round import NameRound
from tui.screens.dialogs.rate import RateDialog
from tui.screens.dialogs.round_step import RoundStep
from tui.screens.dialogs.say import Say
from tui.screens.links import LinksScreen
from tui.screens.opening import OpeningScreen
from tui.screens.plan import PlanScreen
from tui.widgets.rows import Rows
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import TrackerApp

DAY = date(2022, 1, 31)
WORDS = "[/] [red]bold \u202e \u05e9\u05dc\u05d5\u05dd \u4f53\u5236"


def workspace_on(file: Path, me: str = "B. Other") -> Workspace:
    """Return what another person works with on the same file."""
    return Workspace(settings_for(file, me=me), clock=lambda: MOMENT)


@pytest.fixture
def drafted(plan_file: Path) -> Path:
    """The sample plan with its repeat being drafted."""
    cycling.open_cycle(workspace_on(plan_file), Opening("2022", DAY))
    return plan_file


def states(file: Path) -> dict[str, CycleState]:
    """Return the rounds that are held, with their states."""
    return {cycle.label: cycle.state for cycle in workspace_on(file).cycles()[1]}


def text_of(pilot: Pilot[None], widget: str) -> str:
    """Return what a widget shows."""
    return str(pilot.app.screen.query_one(widget, Static).content)


def front(app: TrackerApp) -> object:
    """Return the screen or dialog that is in front."""
    return app.screen


async def begin(pilot: Pilot[None], label: str = "2022", day: str = "31 January 2022") -> None:
    """Go to Cycles and name a repeat."""
    await press(pilot, "r", "plus", *label, "enter")
    pilot.app.screen.query_one("#day", Input).value = day
    await press(pilot, "enter")


async def say_step(app: TrackerApp, pilot: Pilot[None], **fields: str) -> None:
    """Fill in what a step asks, and record it."""
    assert isinstance(front(app), RoundStep)
    for name, words in fields.items():
        app.screen.query_one(f"#{name.replace('_', '-')}", Input).value = words
    await press(pilot, "ctrl+s")


async def test_the_rounds_stand_with_what_comes_next(plan_file: Path) -> None:
    """The newest first in view: its state, its day and the key that goes on."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "r")
        screen = app.screen
        assert isinstance(screen, CyclesScreen)
        assert ["before 2021", "2021"] == [r.cycle.label for r in screen.query_one(Rows).shown]
        assert "+ opens its repeat" in text_of(pilot, "#one")
        assert screen.report() is not None
        await press(pilot, "up")
        assert "never changes" in text_of(pilot, "#one")


async def test_a_closed_round_is_shown_and_the_live_one_again(plan_file: Path) -> None:
    """Enter shows the plan of the round under the cursor."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "r", "up", "enter")
        assert isinstance(front(app), PlanScreen)
        assert app.plan is not None
        assert "before 2021" == app.plan.cycle.label
        await press(pilot, "r", "end", "enter")
        assert app.plan.cycle.state is CycleState.AGREED
        assert app.cycle is None


async def test_a_repeat_is_opened_with_a_choice_for_each_action(plan_file: Path) -> None:
    """One key per choice, reasons where they are needed, a preview, and one act."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot)
        assert isinstance(front(app), OpeningScreen)
        first = [row.action.ref for row in app.screen.query_one(Rows).shown][:4]
        await press(pilot, "d", *"All done", "enter", "g", *"No money", "enter")
        await press(pilot, "down", "j", *first[2], "enter", *"One task", "enter")
        assert "1 complete, 1 withdrawn, 1 merged" in text_of(pilot, "#told")
        await press(pilot, "ctrl+s")
        assert isinstance(front(app), Confirm)
        await press(pilot, "y")
        assert isinstance(front(app), CyclesScreen)
        assert CycleState.DRAFTING is states(plan_file)["2022"]
        live = workspace_on(plan_file).plan()
        assert [Status.COMPLETE, Status.WITHDRAWN] == [live.by_ref[r].status for r in first[:2]]
        draft = workspace_on(plan_file).plan(cycle="2022")
        assert first[2] in draft.by_ref
        assert first[2] == find_action(draft, first[3]).ref
        await press(pilot, "u")
        assert "2022" not in states(plan_file)
        assert workspace_on(plan_file).plan().by_ref[first[0]].status.is_live


async def test_several_are_chosen_for_at_once_and_choices_taken_back(plan_file: Path) -> None:
    """Marks, then one choice; v lets them go on, u takes the last choice back."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot)
        await press(pilot, "u", "space", "space", "g", *"No money", "enter")
        assert "2 withdrawn" in text_of(pilot, "#told")
        await press(pilot, "home", "v")
        assert "1 withdrawn" in text_of(pilot, "#told")
        await press(pilot, "u")
        assert "2 withdrawn" in text_of(pilot, "#told")
        await press(pilot, "u", "ctrl+a", "g", *"No money", "enter")
        assert "Of 54 live actions and 1 standing arrangement with a review, 0 go on" in text_of(
            pilot, "#told"
        )
        await press(pilot, "z", "enter")
        assert "0 withdrawn" in text_of(pilot, "#told")
        screen = app.screen
        assert isinstance(screen, OpeningScreen)
        assert screen.report() is not None


async def test_what_another_is_merged_into_has_to_go_on(plan_file: Path) -> None:
    """It is said which, and nothing is chosen."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot)
        rows = list(app.screen.query_one(Rows).shown)
        await press(pilot, "j", *rows[1].action.ref, "enter", *"One task", "enter")
        await press(pilot, "d", "enter")
        assert isinstance(front(app), Say)
        await press(pilot, "enter")
        assert "0 complete" in text_of(pilot, "#told")


async def test_choices_are_not_lost_without_a_word(plan_file: Path) -> None:
    """Esc asks; without choices it leaves at once, and nothing was stored."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot)
        await press(pilot, "g", *"No money", "enter", "escape")
        assert isinstance(front(app), Confirm)
        await press(pilot, "n")
        assert isinstance(front(app), OpeningScreen)
        await press(pilot, "escape", "y")
        assert isinstance(front(app), CyclesScreen)
        await begin(pilot)
        await press(pilot, "escape")
        assert isinstance(front(app), CyclesScreen)
        assert "2022" not in states(plan_file)


async def test_what_others_close_meanwhile_is_told(plan_file: Path) -> None:
    """A choice on an action that is closed by somebody else goes, with a word."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot)
        ref = next(iter(app.screen.query_one(Rows).shown)).action.ref
        await press(pilot, "g", *"No money", "enter")
        other = workspace_on(plan_file)
        plan = other.plan()
        change = Change(on=DAY, status=Status.COMPLETE)
        recording.update(other, plan, [plan.by_ref[ref]], change)
        app.read_plan()
        await settled(pilot)
        assert "0 withdrawn" in text_of(pilot, "#told")
        assert ref not in {row.action.ref for row in app.screen.query_one(Rows).shown}


@pytest.mark.parametrize(
    ("label", "day", "told"),
    [
        ("2021", "31 January 2022", "2021"),
        ("2022", "1 April 2020", "30 April 2021"),
    ],
)
async def test_a_repeat_that_cannot_be_is_asked_for_again(
    plan_file: Path, label: str, day: str, told: str
) -> None:
    """The reason stands in the dialog, and what was typed is still there."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot, label, day)
        dialog = app.screen
        assert isinstance(dialog, NameRound)
        assert label == dialog.query_one("#label", Input).value
        assert told in text_of(pilot, "#fault")
        await press(pilot, "escape", "y")
        assert isinstance(front(app), CyclesScreen)


@pytest.mark.parametrize(
    ("label", "day"), [("", "31 January 2022"), ("2022", "someday"), ("2022", "")]
)
async def test_a_name_and_a_day_are_needed(plan_file: Path, label: str, day: str) -> None:
    """What is not understood is never guessed."""
    async with opened(plan_file) as (app, pilot):
        await begin(pilot, label, day)
        assert isinstance(front(app), NameRound)
        assert text_of(pilot, "#fault")
        assert "“”" not in text_of(pilot, "#fault")


async def test_a_key_beyond_the_scale_is_told_while_deciding(drafted: Path) -> None:
    """It says how many levels there are, and nothing fails."""
    async with opened(drafted) as (app, pilot):
        await press(pilot, "r", "g", "6")
        assert isinstance(app.screen, DecidingScreen)
        assert any("The scale has 4 levels" in one.message for one in app._notifications)


async def test_ratings_are_decided_one_by_one(drafted: Path) -> None:
    """Keep, raise, lower: who decided and when is asked once; the cursor goes on by itself."""
    async with opened(drafted) as (app, pilot):
        await press(pilot, "r", "g")
        screen = app.screen
        assert isinstance(screen, DecidingScreen)
        assert "1.1" == screen.code
        assert "What became of its actions" in text_of(pilot, "#one")
        await press(pilot, "enter", *"Board", "tab", "tab", *"Shared rooms now", "ctrl+s")
        assert "1.2" == screen.code
        await press(pilot, "plus")
        assert isinstance(front(app), RateDialog)
        assert "Board" == app.screen.query_one("#by", Input).value
        app.screen.query_one("#words", TextArea).text = "All of it works"
        await press(pilot, "ctrl+s", "minus")
        app.screen.query_one("#words", TextArea).text = "Fewer meetings"
        await press(pilot, "ctrl+s")
        draft = cycling.drafted_plan(workspace_on(drafted))
        kinds = []
        for code in ("1.1", "1.2", "1.3"):
            decision = draft.by_code[code].decision
            assert decision is not None
            kinds.append(decision.kind)
        assert [Decision.CONFIRMED, Decision.RAISED, Decision.LOWERED] == kinds
        assert app.plan is not None
        assert "2021" == app.plan.cycle.label
        assert "3 of 22 decided" in text_of(pilot, "#told")
        await press(pilot, "u")
        assert "2 of 22 decided" in text_of(pilot, "#told")
        assert screen.report() is not None
        await press(pilot, "n", "N", "escape", "g", "enter")
        assert "Board" == app.screen.query_one("#by", Input).value


async def test_a_level_beyond_the_scale_is_told(drafted: Path) -> None:
    """The highest cannot be raised; no dialog opens."""
    async with opened(drafted) as (app, pilot):
        await press(pilot, "r", "g")
        screen = app.screen
        assert isinstance(screen, DecidingScreen)
        screen.query_one(Rows).go_to("4.3")
        await press(pilot, "plus")
        assert isinstance(front(app), DecidingScreen)
        assert app._notifications


async def test_a_draft_that_is_gone_is_left(drafted: Path) -> None:
    """Undo of the opening leads back to the rounds."""
    async with opened(drafted, me="B. Other") as (app, pilot):
        await press(pilot, "r", "g", "u")
        await settled(pilot)
        assert isinstance(front(app), CyclesScreen)
        assert "2022" not in states(drafted)


async def test_a_draft_is_sent_in_agreed_and_the_other_opened_again(drafted: Path) -> None:
    """Each step asks who, when and why; undecided ratings are left by name and with a reason."""
    async with opened(drafted) as (app, pilot):
        await press(pilot, "r", "t")
        await say_step(app, pilot, by="A. Tester")
        assert CycleState.SUBMITTED is states(drafted)["2022"]
        await press(pilot, "v")
        assert "A. Tester" == app.screen.query_one("#by", Input).value
        await say_step(app, pilot, by="Board")
        assert isinstance(front(app), RoundStep)
        assert "1.1" in text_of(pilot, "#fault")
        left = {f"leave_{place}": "Asked next year" for place in range(22)}
        await say_step(app, pilot, **left)
        assert {"2021": CycleState.CLOSED, "2022": CycleState.AGREED}.items() <= states(
            drafted
        ).items()
        await press(pilot, "z")
        await say_step(app, pilot, reason="A rating was wrong")
        assert {"2021": CycleState.AGREED, "2022": CycleState.SUBMITTED}.items() <= states(
            drafted
        ).items()
        await press(pilot, "u")
        assert CycleState.AGREED is states(drafted)["2022"]


async def test_who_decided_the_ratings_is_offered_to_agree_them(drafted: Path) -> None:
    """Not who sent the draft in; and a long question is read whole at 80 columns."""
    async with opened(drafted, size=(80, 24)) as (app, pilot):
        await press(pilot, "r", "g", "enter")
        app.screen.query_one("#by", Input).value = "Board"
        await press(pilot, "ctrl+s", "escape", "t")
        await say_step(app, pilot, by="A. Tester")
        await press(pilot, "v")
        assert "Board" == app.screen.query_one("#by", Input).value
        labels = list(app.screen.query(Label))
        assert len(labels) > 20
        for label in labels:
            assert len(str(label.content)) <= label.size.width * label.size.height


async def test_a_step_that_cannot_be_keeps_what_was_typed(drafted: Path) -> None:
    """A day to come, a day that is none, nobody, no reason: told in the dialog."""
    async with opened(drafted) as (app, pilot):
        await press(pilot, "r", "v")
        await say_step(app, pilot, by="")
        assert "Who agrees" in text_of(pilot, "#fault")
        await press(pilot, "escape", "t")
        await say_step(app, pilot, day="someday")
        assert "The day" in text_of(pilot, "#fault")
        await say_step(app, pilot, by="Board", day="31 January 2030")
        assert isinstance(front(app), RoundStep)
        assert "Board" == app.screen.query_one("#by", Input).value
        assert "not come yet" in text_of(pilot, "#fault")
        await press(pilot, "escape", "y", "z")
        await say_step(app, pilot, reason="")
        assert "Why" in text_of(pilot, "#fault")
        await say_step(app, pilot, reason="A slip")
        assert isinstance(front(app), RoundStep)
        assert CycleState.DRAFTING is states(drafted)["2022"]


async def test_steps_without_a_draft_say_what_to_do(plan_file: Path) -> None:
    """A key that can do nothing says why; a second repeat is not opened beside a draft."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "r")
        for key in ("g", "t", "v"):
            app.clear_notifications()
            await press(pilot, key)
            assert isinstance(front(app), CyclesScreen)
            assert 1 == len(app._notifications)
        cycling.open_cycle(workspace_on(plan_file), Opening("2022", DAY))
        app.read_plan()
        await settled(pilot)
        await press(pilot, "plus")
        assert isinstance(front(app), CyclesScreen)
        assert "g decides 22 ratings" in text_of(pilot, "#one")


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_no_label_does_harm(plan_file: Path, size: tuple[int, int]) -> None:
    """Markup, right-to-left and wide characters are only shown."""
    cycling.open_cycle(workspace_on(plan_file), Opening(f"x{WORDS[4:]}", DAY))
    async with opened(plan_file, size=size) as (app, pilot):
        await press(pilot, "r", "g", "tab", "escape", "v")
        assert isinstance(front(app), RoundStep)


async def test_home_leads_to_what_is_to_be_decided_and_judged(drafted: Path) -> None:
    """The ratings of the draft, and the links between the rounds, open from their numbers."""
    async with opened(drafted) as (app, pilot):
        app.go(Go("cycles", "decide"))
        await settled(pilot)
        assert isinstance(front(app), DecidingScreen)
        await press(pilot, "escape")
        app.go(Go("compare", "links"))
        await settled(pilot)
        assert isinstance(front(app), LinksScreen)
        await press(pilot, "escape")
        app.go(Go("compare", "2.4"))
        await settled(pilot)
        assert isinstance(front(app), CompareScreen)


async def test_the_evidence_of_the_round_before_stands_beside_a_rating(tmp_path: Path) -> None:
    """A draft has none of its own yet; what was said last is named as what it is."""
    path = tmp_path / "rounds.db"
    said = ("A shared room was opened",)
    engine = open_engine(read_address(str(path)))
    stored(engine, paper(proposal("1.1", printed("1.1/1"), rating="partly", evidence=said)))
    engine.dispose()
    settings = replace(settings_for(path), partnership="Strathmore")
    cycling.open_cycle(Workspace(settings, clock=lambda: MOMENT), Opening("2022", DAY))
    async with opened(path, partnership="Strathmore") as (_app, pilot):
        await press(pilot, "r", "g")
        assert "As cycle 2021 had it" in text_of(pilot, "#one")
        assert "A shared room was opened" in text_of(pilot, "#one")


async def test_what_was_completed_is_told_where_it_is_not_carried(plan_file: Path) -> None:
    """The title of the rows agrees with the count above them."""
    other = workspace_on(plan_file)
    plan = other.plan()
    done = Change(on=DAY, status=Status.COMPLETE)
    recording.update(other, plan, [find_action(plan, "1.1/3")], done)
    cycling.open_cycle(other, Opening("2022", DAY))
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "c", "enter")
        assert "1 completed" in text_of(pilot, "#told")
        app.save_screenshot(path=str(plan_file.parent), filename="seen.svg")
        seen = (plan_file.parent / "seen.svg").read_text(encoding="utf-8").replace("&#160;", " ")
        assert "1 of them completed)" in seen
