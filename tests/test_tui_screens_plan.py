"""The Plan screen, driven as a person would, on real files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Collapsible, Input, Static, TextArea

from tests.screens import MOMENT, opened, press, settings_for, settled
from tracker.kinds import Decision
from tracker.opening import Opening
from tui import cycling, deciding, recording
from tui.commands import HERE
from tui.messages import Go, LookAt, OpenAction
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.new_action import NewActionDialog
from tui.screens.dialogs.rate import RateDialog
from tui.screens.dialogs.say import Say
from tui.screens.plan import PlanScreen
from tui.widgets.indicators import Indicators, LevelColumn
from tui.widgets.proposal_actions import ActionRow, ProposalActions
from tui.widgets.proposal_page import ProposalPage
from tui.widgets.proposal_tree import ProposalTree
from tui.widgets.timescale_input import TimescaleInput
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.message import Message
    from textual.pilot import Pilot

    from tracker.plan import PlanView
    from tui.app import TrackerApp

SIZES = [(80, 24), (120, 40), (200, 50)]

SAID = "Every rating is decided; g rates the proposal in view anew."


def stored(file: Path, *, me: str = "B. Other") -> tuple[Workspace, PlanView]:
    """Return what the file holds, as another person reads it."""
    workspace = Workspace(settings_for(file, me=me), clock=lambda: MOMENT)
    return workspace, workspace.plan()


def on_plan(app: TrackerApp) -> PlanScreen:
    """Return the Plan screen, which is in front."""
    assert isinstance(app.screen, PlanScreen)
    return app.screen


def rating_dialog(app: TrackerApp) -> RateDialog:
    """Return the question about a rating, which is in front."""
    assert isinstance(app.screen, RateDialog)
    return app.screen


async def answer(pilot: Pilot[None], app: TrackerApp, *, by: str = "", why: str = "") -> None:
    """Answer the question about a rating."""
    dialog = rating_dialog(app)
    if by:
        dialog.query_one("#by", Input).value = by
    if why:
        dialog.query_one("#words", TextArea).text = why
    await press(pilot, "ctrl+s")


async def come_to(pilot: Pilot[None], app: TrackerApp, code: str) -> PlanScreen:
    """Open the Plan screen on a proposal."""
    await press(pilot, "p")
    screen = on_plan(app)
    screen.show(code)
    await settled(pilot)
    assert code == screen.code
    return screen


def said(screen: PlanScreen, name: str) -> str:
    """Return what a part of the page says."""
    return str(screen.query_one(f".{name}", Static).render())


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_turns_the_page(plan_file: Path, size: tuple[int, int]) -> None:
    """Beside the tree stands the proposal that the cursor is on."""
    async with opened(plan_file, size=size) as (app, pilot):
        await press(pilot, "p")
        screen = on_plan(app)
        assert said(screen, "title").startswith("1.1")
        await press(pilot, "down")
        assert said(screen, "title").startswith("1.2")
        assert "established  unchanged" == said(screen, "rating")
        assert "5 improvement actions" == said(screen, "count")


async def test_one_level_at_a_time_where_it_is_narrow(plan_file: Path) -> None:
    """The arrow keys step through the levels, the rating now first."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        screen = await come_to(pilot, app, "1.1")
        shown = [column for column in screen.query(LevelColumn) if column.display]
        assert 1 == len(shown)
        chosen = screen.query_one("LevelColumn.-chosen", LevelColumn)
        assert "3 established" in str(chosen.render())
        await press(pilot, "left")
        chosen = screen.query_one("LevelColumn.-chosen", LevelColumn)
        assert "2 partly established" in str(chosen.render())
        assert "Y previous" == chosen.border_subtitle
        await press(pilot, "right", "right", "right")
        assert "4 exemplary" in str(screen.query_one("LevelColumn.-chosen").render())


async def test_all_levels_stand_abreast_where_there_is_room(plan_file: Path) -> None:
    """From 120 columns the page looks as on paper."""
    async with opened(plan_file, size=(120, 40)) as (app, pilot):
        screen = await come_to(pilot, app, "1.1")
        assert not screen.query_one(Indicators).single
        columns = list(screen.query(LevelColumn))
        assert 1 == len({column.region.y for column in columns})
        assert 1 == len({column.region.height for column in columns})
        assert all(column.region.width for column in columns)


async def test_missing_wording_is_said(plan_file: Path) -> None:
    """A framework without the indicators' wording leaves no empty boxes without a word."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "1.1")
        assert "The wording of the levels is not held" in said(screen, "legend")


async def test_a_number_rates_the_proposal(plan_file: Path) -> None:
    """What was said is recorded, with who decided, when and why; u takes it back."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        await press(pilot, "4")
        await answer(pilot, app, by="Integration Joint Board", why="Partners plan together")
        assert screen is app.screen
        assert "established → exemplary  ▲ up 1" == said(screen, "rating")
        assert "4 exemplary" in str(screen.query_one("LevelColumn.-chosen").render())
        _, plan = stored(plan_file)
        decision = plan.by_code["1.2"].decision
        assert decision is not None
        assert (Decision.RAISED, "exemplary") == (decision.kind, decision.level)
        assert "Integration Joint Board" == decision.decided_by
        assert "Partners plan together" == decision.reason
        await press(pilot, "u")
        assert "established  unchanged" == said(screen, "rating")


async def test_one_meeting_decides_several_ratings(plan_file: Path) -> None:
    """Who decided is asked once; confirming asks no reason."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "3")
        await answer(pilot, app, by="Joint Board")
        await press(pilot, "down", "3")
        assert "Joint Board" == rating_dialog(app).query_one("#by", Input).value
        await answer(pilot, app)
        _, plan = stored(plan_file)
        for code in ("1.2", "1.3"):
            decision = plan.by_code[code].decision
            assert decision is not None
            assert (Decision.CONFIRMED, "Joint Board") == (decision.kind, decision.decided_by)


async def test_what_is_missing_is_said_in_place(plan_file: Path) -> None:
    """A decision that is not whole stays on the screen with what is wrong with it."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "4")
        dialog = rating_dialog(app)
        for by, day, why, fault in (
            ("", "31 January 2022", "Because", "Who decided?"),
            ("Board", "31 January 2022", "", "Why is it raised?"),
            ("Board", "next week", "Because", "cannot be read as a day"),
            ("Board", "1 May 2020", "Because", "lies before the ratings"),
        ):
            dialog.query_one("#by", Input).value = by
            dialog.query_one("#day", Input).value = day
            dialog.query_one("#words", TextArea).text = why
            await press(pilot, "ctrl+s")
            assert fault in str(rating_dialog(app).query_one("#fault", Static).render())
        _, plan = stored(plan_file)
        assert 1 == len(plan.by_code["1.2"].decisions)


async def test_a_day_to_come_is_refused_and_what_was_typed_is_kept(plan_file: Path) -> None:
    """A refusal by the store brings the question back with every answer."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "4")
        rating_dialog(app).query_one("#day", Input).value = "1 March 2022"
        await answer(pilot, app, by="Board", why="Because")
        dialog = rating_dialog(app)
        assert "has not come yet" in str(dialog.query_one("#fault", Static).render())
        assert "Because" == dialog.query_one("#words", TextArea).text
        assert "1 March 2022" == dialog.query_one("#day", Input).value
        dialog.query_one("#day", Input).value = "30 January 2022"
        await answer(pilot, app)
        assert isinstance(app.screen, PlanScreen)


async def test_what_somebody_else_decided_is_not_written_over(plan_file: Path) -> None:
    """The question comes back with what the other person did, and with what was typed."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "4")
        workspace, plan = stored(plan_file)
        deciding.rate(
            workspace,
            plan,
            code="1.2",
            level="2",
            by="Board",
            reason="A step back",
            on=plan.as_at,
        )
        await answer(pilot, app, by="Board", why="Because")
        dialog = rating_dialog(app)
        assert "B. Other" in str(dialog.query_one("#fault", Static).render())
        assert "Because" == dialog.query_one("#words", TextArea).text
        _, plan = stored(plan_file)
        assert "partly established" == plan.by_code["1.2"].level


async def test_a_repeat_is_decided_one_by_one(plan_file: Path) -> None:
    """In a draft carried ratings are shown as carried; n steps through those still to decide."""
    workspace, _ = stored(plan_file)
    cycling.open_cycle(workspace, Opening("2022", date(2022, 4, 30)))
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        screen = await come_to(pilot, app, "1.1")
        await press(pilot, "v", "up", "enter")
        assert "established: carried, to be decided in this round" == said(screen, "rating")
        assert "0 of 22 decided" in said(screen, "key")
        await press(pilot, "3")
        await answer(pilot, app, by="Joint Board", why="More people take part")
        assert "1 of 22 decided" in said(screen, "key")
        await press(pilot, "n")
        assert "1.2" == screen.code
        await press(pilot, "N")
        assert "6.3" == screen.code
        drafted = cycling.drafted_plan(workspace).by_code["1.1"].decision
        assert drafted is not None
        assert (Decision.CONFIRMED, "More people take part") == (drafted.kind, drafted.within)
        await press(pilot, "v", *"agreed", "enter")
        assert "2021" == screen.plan.cycle.label if screen.plan else ""
        assert app.cycle is None


async def test_putting_a_rating_back_asks_why(plan_file: Path) -> None:
    """A decision that changes an earlier one of the round says so, and keeps its reason."""
    workspace, _ = stored(plan_file)
    cycling.open_cycle(workspace, Opening("2022", date(2022, 4, 30)))
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        app.look_at(cycle="2022")
        await settled(pilot)
        await press(pilot, "4")
        await answer(pilot, app, by="Joint Board", why="Partners plan together")
        await press(pilot, "4")
        assert "Partners plan together" == rating_dialog(app).query_one("#words", TextArea).text
        await press(pilot, "escape", "3")
        await answer(pilot, app)
        assert "Why is it confirmed?" in str(rating_dialog(app).query_one("#fault").render())


async def test_a_national_proposal_is_not_rated(plan_file: Path) -> None:
    """It is said before anything is asked, with what can be done instead."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "3.2")
        assert "national: not rated locally" == said(screen, "rating")
        await press(pilot, "3")
        assert isinstance(app.screen, Say)


async def test_a_closed_round_is_not_rated(plan_file: Path) -> None:
    """Ratings of a closed cycle stand; it is said before anything is asked."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "1.1")
        screen.post_message(LookAt(cycle="before 2021"))
        await settled(pilot)
        await press(pilot, "3")
        assert isinstance(app.screen, Say)


async def test_a_level_can_be_picked_by_its_words(plan_file: Path) -> None:
    """Who does not know the numbers chooses from the scale."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "g", *"exemp", "enter")
        assert "established → exemplary: raised" in str(
            rating_dialog(app).query_one(".move", Static).render()
        )


async def test_a_key_beyond_the_scale_says_how_many_levels_there_are(plan_file: Path) -> None:
    """A scale of four levels knows no fifth, and help says so of the key."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "5", "9")
        assert "1.2" == on_plan(app).code
        expected = "The scale has 4 levels: the keys 1 to 4 rate on them."
        assert [expected] == [one.message for one in app._notifications]
        held = {command.name: command.help for command in HERE["plan"]}
        assert held["rate_5"].endswith(", where the scale has so many")
        assert held["rate_4"].endswith("level 4 of the scale")


async def test_where_every_rating_is_decided_the_key_to_the_next_says_so(plan_file: Path) -> None:
    """It stays where one is, and not in silence."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        for key in ("n", "N"):
            app.clear_notifications()
            await press(pilot, key)
            assert "1.2" == on_plan(app).code
            assert [SAID] == [one.message for one in app._notifications]


async def test_leaving_a_question_asks_before_typing_is_lost(plan_file: Path) -> None:
    """Escape loses nothing without a word."""
    async with opened(plan_file) as (app, pilot):
        await come_to(pilot, app, "1.2")
        await press(pilot, "4", *"Board", "escape")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "n")
        assert "Board" == rating_dialog(app).query_one("#by", Input).value
        await press(pilot, "escape", "y")
        assert isinstance(app.screen, PlanScreen)


async def test_an_action_is_added_where_one_is(plan_file: Path) -> None:
    """Wording, delivery, timescale with its reading, owners: one act, under the proposal."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        screen = await come_to(pilot, app, "5.2")
        await press(pilot, "plus")
        dialog = app.screen
        assert isinstance(dialog, NewActionDialog)
        await press(pilot, "ctrl+s")
        assert "what will be done" in str(dialog.query_one("#fault", Static).render())
        dialog.query_one("#text", TextArea).text = "Show [b]rooms[/b] \u202eto visitors"
        dialog.query_one("#delivery", Input).value = "With the housing team"
        dialog.query_one("#owners", Input).value = "Chief Officer; Finance Lead"
        field = dialog.query_one(TimescaleInput).query_one(Input)
        field.value = "soon-ish perhaps"
        await press(pilot, "ctrl+s")
        assert "not understood" in str(dialog.query_one("#fault", Static).render())
        field.value = "end of June 2022"
        await press(pilot, "ctrl+s")
        assert screen is app.screen
        _, plan = stored(plan_file)
        added = max(plan.under("5.2"), key=lambda one: one.record.number)
        assert "Show [b]rooms[/b] to visitors" == added.text
        assert ("Chief Officer", "Finance Lead") == added.owner_names
        assert "2022-06-30" == str(added.due)
        assert added.ref == screen.query_one(ProposalActions).ref
        assert screen.focused is not None
        assert screen.query_one(ProposalPage).region.contains_region(screen.focused.region)


async def test_enter_goes_to_the_actions_and_opens_one(plan_file: Path) -> None:
    """Enter in the tree goes on to the actions; there it opens the one under the cursor."""
    sent: list[Message] = []
    async with opened(plan_file, hook=sent.append) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        await press(pilot, "enter", "down")
        assert "1.2/2" == screen.query_one(ProposalActions).ref
        await press(pilot, "enter")
        assert {"1.2/2"} == {one.ref for one in sent if isinstance(one, OpenAction)}
        while app.screen is not screen:
            await press(pilot, "escape")
        await press(pilot, "escape")
        assert screen.focused is screen.query_one(ProposalTree)


async def test_a_click_opens_an_action(plan_file: Path) -> None:
    """The mouse does what Enter does."""
    sent: list[Message] = []
    async with opened(plan_file, size=(160, 45), hook=sent.append) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        await pilot.click(screen.query(ActionRow).first())
        await settled(pilot)
        assert {"1.2/1"} == {one.ref for one in sent if isinstance(one, OpenAction)}


@pytest.mark.parametrize("wanted", ["3.4", "3.4/2"])
async def test_other_screens_open_it_on_a_proposal(plan_file: Path, wanted: str) -> None:
    """Whoever comes with a code or a reference finds it, also the first time."""
    async with opened(plan_file) as (app, pilot):
        app.post_message(Go("plan", wanted))
        await settled(pilot)
        assert "3.4" == on_plan(app).code
        assert said(on_plan(app), "title").startswith("3.4")
        app.post_message(Go("plan", "3.4/3"))
        await settled(pilot)
        assert "3.4/3" == on_plan(app).query_one(ProposalActions).ref


async def test_without_actions_enter_goes_to_the_page(plan_file: Path) -> None:
    """There is always something to read."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "3.2")
        await press(pilot, "enter")
        assert screen.focused is screen.query_one(ProposalPage)


async def test_actions_under_no_proposal_are_not_left_out(plan_file: Path) -> None:
    """They stand under their key feature, or after the last; there is nothing to rate."""
    workspace, plan = stored(plan_file)
    recording.edit(workspace, plan, plan.by_ref["1.2/1"], codes=())
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, "p")
        screen = on_plan(app)
        screen.show("1.2/1")
        await settled(pilot)
        assert "Under no proposal" == said(screen, "title")
        assert "1 improvement action" == said(screen, "count")
        assert not screen.query_one(Indicators).display
        await press(pilot, "3", "g", "plus")
        assert screen is app.screen
        screen.show("1.2/2")
        await settled(pilot)
        assert "1.2" == screen.code
        assert screen.query_one(Indicators).display


async def test_decisions_unfold(plan_file: Path) -> None:
    """Who decided what, when and why is one key away."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        assert screen.query_one(Collapsible).collapsed
        await press(pilot, "d")
        assert not screen.query_one(Collapsible).collapsed
        assert "30 April 2021: rated established" in said(screen, "decisions")


async def test_a_key_feature_opens_and_closes(plan_file: Path) -> None:
    """Enter on a key feature folds its proposals away."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "p", "home", "enter")
        tree = on_plan(app).query_one(ProposalTree)
        assert not tree.root.children[0].is_expanded
        await press(pilot, "enter")
        assert tree.root.children[0].is_expanded


async def test_a_clicked_level_comes_to_the_front(plan_file: Path) -> None:
    """The row of levels is for the mouse as well."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        await pilot.click(screen.query("Step").first())
        await settled(pilot)
        assert "1 not yet" in str(screen.query_one("LevelColumn.-chosen").render())


async def test_the_page_follows_what_others_write(plan_file: Path) -> None:
    """A rating by somebody else appears, and one goes on where one was."""
    async with opened(plan_file) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        workspace, plan = stored(plan_file)
        deciding.rate(
            workspace, plan, code="1.2", level="2", by="Board", reason="Why", on=plan.as_at
        )
        app.read_plan()
        await settled(pilot)
        assert "established → partly established  ▼ down 1" == said(screen, "rating")
        assert "1.2" == screen.code


@pytest.mark.parametrize("size", SIZES)
async def test_odd_text_does_no_harm(plan_file: Path, size: tuple[int, int]) -> None:
    """Markup, right-to-left letters and wide characters are shown as they are."""
    workspace, plan = stored(plan_file)
    deciding.rate(
        workspace, plan, code="1.2", level="4", by="[/] 委員会", reason="[/b] שלום", on=plan.as_at
    )
    async with opened(plan_file, size=size) as (app, pilot):
        screen = await come_to(pilot, app, "1.2")
        await press(pilot, "d")
        assert "by [/] 委員会" in said(screen, "decisions")
        assert "[/b] שלום" in said(screen, "decisions")
