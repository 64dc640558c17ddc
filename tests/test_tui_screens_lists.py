"""The lists of actions, driven as a person would, on real files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widgets import Static

from tests.screens import MOMENT, TODAY, opened, press, settings_for, settled
from tracker.agreeing import Agreement
from tracker.changing import Change
from tracker.kinds import Outlook, Status
from tracker.opening import Opening
from tracker.reports.actions import ActionFilter
from tracker.round import progress_of
from tracker.rules import Bucket
from tui.agreeing import agree
from tui.cycling import drafted_plan, open_cycle
from tui.recording import update
from tui.screens.actions import ActionsScreen
from tui.screens.dialogs.ask_date import AskDate
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.filters import filter_choices, filter_words, is_on
from tui.screens.home import HomeScreen
from tui.screens.listing import ListScreen
from tui.screens.overdue import OverdueScreen
from tui.screens.telling import say_done
from tui.widgets.filter_bar import count_words
from tui.widgets.row_lines import Group
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from tracker.plan import ActionView
    from tui.app import TrackerApp


def here(app: TrackerApp) -> ListScreen:
    """Return the list that is shown."""
    assert isinstance(app.screen, ListScreen)
    return app.screen


def listed(app: TrackerApp) -> list[str]:
    """Return the references in the list, in order."""
    return [standing.action.ref for standing in here(app).rows.shown]


def under(app: TrackerApp) -> str:
    """Return the reference under the cursor."""
    row = here(app).rows.row
    assert row is not None
    return row.action.ref


def held(app: TrackerApp, ref: str) -> ActionView:
    """Return an action as the plan in view holds it."""
    assert app.plan is not None
    return app.plan.by_ref[ref]


def shown_in(screen: Screen[Any], widget: str) -> str:
    """Return the words that a widget of a screen shows."""
    return str(screen.query_one(widget, Static).render())


def told(app: TrackerApp) -> list[str]:
    """Return what was said for a few seconds, the newest last."""
    return [notice.message for notice in app._notifications]


async def typed(pilot: Pilot[None], text: str) -> None:
    """Put a text into the field as one does from the clipboard, and wait for what it does."""
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(events.Paste(text))
    await settled(pilot)


async def test_the_list_shows_every_action_of_the_plan(plan_file: Path) -> None:
    """In the plan's order, with the count."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        assert isinstance(app.screen, ActionsScreen)
        assert 69 == len(listed(app))
        assert "1.1/1" == under(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_a_narrow_screen_keeps_what_matters(plan_file: Path, size: tuple[int, int]) -> None:
    """Reference, wording, date and status stand at any width; the rest where there is room."""
    async with opened(plan_file, size=size) as (app, pilot):
        await press(pilot, "a")
        heading = here(app).rows.render_line(0).text
        assert {"Ref", "Improvement", "Due", "Status"} <= set(heading.split())
        assert ("Timescale" in heading) == (size[0] > 80)


async def test_typing_finds_as_one_types(plan_file: Path) -> None:
    """The best find is under the cursor; Enter goes to the list, Esc shows all again."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "slash", *"reserves")
        assert ["2.4/1", "2.4/2"] == listed(app)
        await press(pilot, "down", "enter")
        assert "2.4/2" == under(app)
        await press(pilot, "escape")
        assert 69 == len(listed(app))
        assert "2.4/2" == under(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_filter_is_picked_by_typing_a_part_of_it(plan_file: Path) -> None:
    """It is shown while it is on, and stays while another screen is open."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "f")
        await typed(pilot, "review gone")
        await press(pilot, "enter")
        assert 1 == len(listed(app))
        await press(pilot, "h", "a")
        assert 1 == len(listed(app))
        await press(pilot, "escape")
        assert 69 == len(listed(app))


async def test_filters_add_to_each_other(plan_file: Path) -> None:
    """One of each kind: a date, a status, an owner, a key feature."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "f")
        await typed(pilot, "date overdue")
        await press(pilot, "enter", "f")
        await typed(pilot, "feature 1")
        await press(pilot, "enter")
        assert {"1"} == {ref[0] for ref in listed(app)}
        assert 9 == len(listed(app))


async def test_another_screen_asks_for_a_filter_or_an_action(plan_file: Path) -> None:
    """A number on Home opens its list; a reference puts the cursor there."""
    async with opened(plan_file) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        home.go("actions", ActionFilter(statuses=frozenset({"overdue"})))
        await settled(pilot)
        assert 32 == len(listed(app))
        here(app).go("actions", "1.1/2")
        await settled(pilot)
        assert 69 == len(listed(app))
        assert "1.1/2" == under(app)


async def test_a_column_sorts_and_sorts_back(plan_file: Path) -> None:
    """Once from the first, again from the last; what holds nothing stays last."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "e")
        await typed(pilot, "due")
        await press(pilot, "enter")
        first = listed(app)
        assert {"2.6/6", "4.1/3"} == set(first[:2])
        await press(pilot, "e")
        await typed(pilot, "due")
        await press(pilot, "enter")
        backwards = listed(app)
        assert first[0] not in backwards[:2]
        assert first[-1] == backwards[-1]
        await press(pilot, "e")
        await typed(pilot, "as in")
        await press(pilot, "enter")
        assert "1.1/1" == listed(app)[0]


async def test_a_click_on_a_heading_sorts(plan_file: Path) -> None:
    """The mouse does what the key does."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        await pilot.click("Rows", offset=(14, 0))
        await settled(pilot)
        assert ("text", False) == here(app).sort


async def test_overdue_says_where_a_list_can_be_sorted(plan_file: Path) -> None:
    """A click never does nothing at all."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o")
        await pilot.click("Rows", offset=(14, 0))
        await settled(pilot)
        assert "The list of Actions can be sorted." in told(app)[-1]


async def test_the_filters_can_be_clicked_and_the_list_moved_while_typing(
    plan_file: Path,
) -> None:
    """The line above the list answers to the mouse; the list to its keys from the field."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a")
        here(app).go("actions", ActionFilter(statuses=frozenset({"overdue"})))
        await settled(pilot)
        await press(pilot, "slash", "pagedown", "up")
        assert "1.1/1" != under(app)
        await pilot.click("#filters")
        await settled(pilot)
        assert isinstance(app.screen, PickOne)
        await press(pilot, "escape")
        assert 32 == len(listed(app))
        await press(pilot, "escape", "escape")
        assert 69 == len(listed(app))


async def test_a_status_is_two_keys_away(plan_file: Path) -> None:
    """The cursor stays, and what was done is said with the key that takes it back."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "down", "down", "t")
        assert isinstance(app.screen, PickOne)
        await typed(pilot, "complete")
        await press(pilot, "enter")
        assert Status.COMPLETE is held(app, "1.1/3").status
        assert "1.1/3" == under(app)
        assert "1.1/3 is complete; u takes it back." == told(app)[-1]
        await press(pilot, "u")
        assert Status.NOT_REPORTED is held(app, "1.1/3").status
        assert "1.1/3" == under(app)


async def test_a_row_that_leaves_the_list_says_so(plan_file: Path) -> None:
    """Nothing vanishes without a word."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o")
        ref = under(app)
        await press(pilot, "t")
        await typed(pilot, "complete")
        await press(pilot, "enter")
        assert ref not in listed(app)
        assert f"{ref} is complete and left this list; u takes it back." == told(app)[-1]


async def test_several_are_changed_as_one_act_after_the_count(plan_file: Path) -> None:
    """The count is asked first; one undo takes all back."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "shift+down", "shift+down", "t")
        assert "How far are 3 actions?" == shown_in(app.screen, "#title")
        await typed(pilot, "on hold")
        await press(pilot, "enter")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "n")
        assert 3 == len(here(app).meant())
        await press(pilot, "t")
        await typed(pilot, "on hold")
        await press(pilot, "enter", "y")
        refs = ("1.1/1", "1.1/2", "1.1/3")
        assert {Status.ON_HOLD} == {held(app, ref).status for ref in refs}
        assert () == here(app).rows.marked
        await press(pilot, "u")
        assert Status.ON_HOLD not in {held(app, ref).status for ref in refs}


async def test_every_listed_action_can_be_marked(plan_file: Path) -> None:
    """Only those that pass, not the whole plan; Esc takes the marks away first."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "slash")
        await typed(pilot, "reserves")
        await press(pilot, "enter", "ctrl+a")
        assert 2 == len(here(app).meant())
        await press(pilot, "escape")
        assert 2 == len(listed(app))
        assert 1 == len(here(app).meant())
        await press(pilot, "space")
        assert 1 == len(here(app).rows.marked)
        await press(pilot, "shift+up")
        assert 2 == len(here(app).rows.marked)


async def test_a_note_is_kept(plan_file: Path) -> None:
    """With the day in view."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "n")
        assert isinstance(app.screen, AskText)
        await typed(pilot, "Met on Friday")
        await press(pilot, "enter")
        newest = held(app, "1.1/1").updates[-1]
        assert ("Met on Friday", TODAY) == (newest.note, newest.happened_on)


async def test_a_date_asks_why_it_moves(plan_file: Path) -> None:
    """In the timescale language; the reason stands in the update."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "d")
        assert isinstance(app.screen, AskDate)
        await typed(pilot, "June 2022")
        await press(pilot, "enter")
        assert isinstance(app.screen, AskText)
        await typed(pilot, "No room")
        await press(pilot, "enter")
        changed = held(app, "1.1/1")
        assert "2022-06-30" == str(changed.due)
        assert "No room" == changed.updates[-1].reason
        assert "1.1/1 is due 30 June 2022; u takes it back." == told(app)[-1]


async def test_a_first_date_asks_no_reason(plan_file: Path) -> None:
    """Only what moves needs one."""
    async with opened(plan_file) as (app, pilot):
        here_first = "2.2/2"
        await press(pilot, "a", "slash")
        await typed(pilot, here_first)
        await press(pilot, "enter", "d", *["backspace"] * 60)
        await typed(pilot, "March 2023")
        await press(pilot, "enter")
        assert isinstance(app.screen, ActionsScreen)
        assert "2023-03-31" == str(held(app, here_first).due)


async def test_an_owner_is_picked_or_typed(plan_file: Path) -> None:
    """A new post is offered as what it is; nobody is a choice too."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "b")
        await typed(pilot, "Head of Rooms")
        await press(pilot, "enter")
        assert ("Head of Rooms",) == held(app, "1.1/1").owner_names
        await press(pilot, "down", "b")
        await typed(pilot, "rooms")
        await press(pilot, "up", "down", "enter")
        assert ("Head of Rooms",) == held(app, "1.1/2").owner_names
        await press(pilot, "b")
        await typed(pilot, "no owner")
        await press(pilot, "enter")
        assert () == held(app, "1.1/2").owner_names


async def test_an_outlook_asks_for_its_reason(plan_file: Path) -> None:
    """One line why; it may be left out."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "l")
        await typed(pilot, "off")
        await press(pilot, "enter")
        await typed(pilot, "No staff")
        await press(pilot, "enter")
        changed = held(app, "1.1/1")
        assert (Outlook.OFF_TRACK, "No staff") == (changed.outlook, changed.outlook_reason)
        await press(pilot, "l")
        await typed(pilot, "not stated")
        await press(pilot, "enter")
        assert Outlook.NOT_STATED is held(app, "1.1/1").outlook


async def test_withdrawn_asks_why_and_superseded_by_which(plan_file: Path) -> None:
    """What such a status cannot do without is asked at once."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "t")
        await typed(pilot, "withdrawn")
        await press(pilot, "enter")
        await typed(pilot, "Not ours")
        await press(pilot, "enter")
        assert Status.WITHDRAWN is held(app, "1.1/1").status
        assert "Not ours" == held(app, "1.1/1").updates[-1].reason
        await press(pilot, "down", "t")
        await typed(pilot, "superseded")
        await press(pilot, "enter")
        await typed(pilot, "1.1/3")
        await press(pilot, "enter")
        assert "1.1/3" == held(app, "1.1/2").updates[-1].superseded_by
        assert "1.1/2 is superseded by 1.1/3; u takes it back." == told(app)[-1]


async def test_a_refusal_brings_the_question_back_with_the_answer(plan_file: Path) -> None:
    """An outlook of what is closed is refused; nothing is lost."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "down", "l")
        await typed(pilot, "at risk")
        await press(pilot, "enter")
        await typed(pilot, "Few staff")
        await press(pilot, "enter")
        question = app.screen
        assert isinstance(question, PickOne)
        assert "an outlook is for live actions" in shown_in(question, ".fault")
        await press(pilot, "enter")
        assert isinstance(app.screen, AskText)
        assert "Few staff" == app.screen.typed


async def test_what_somebody_else_changed_is_not_written_over(plan_file: Path) -> None:
    """The question comes back with what the other person changed."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "n")
        await typed(pilot, "Met")
        other = Workspace(settings_for(plan_file, me="B. Other"), clock=lambda: MOMENT)
        plan = other.plan()
        update(other, plan, [plan.by_ref["1.1/1"]], Change(on=TODAY, status=Status.ON_HOLD))
        await press(pilot, "enter")
        question = app.screen
        assert isinstance(question, AskText)
        assert "Met" == question.typed
        assert "changed after you read it" in shown_in(question, "#fault")


async def test_what_is_recorded_while_a_question_is_open_is_not_written_over(
    plan_file: Path,
) -> None:
    """Also where the list behind the question has been read again meanwhile."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "t")
        other = Workspace(settings_for(plan_file, me="B. Other"), clock=lambda: MOMENT)
        plan = other.plan()
        update(other, plan, [plan.by_ref["1.1/1"]], Change(on=TODAY, status=Status.ON_HOLD))
        app.read_plan()
        await settled(pilot)
        assert Status.ON_HOLD is held(app, "1.1/1").status
        await typed(pilot, "complete")
        await press(pilot, "enter")
        assert isinstance(app.screen, PickOne)
        assert "B. Other" in shown_in(app.screen, ".fault")
        assert Status.ON_HOLD is held(app, "1.1/1").status
        await press(pilot, "enter")
        assert Status.COMPLETE is held(app, "1.1/1").status


async def test_what_is_said_while_looking_at_a_past_day_happened_by_then(plan_file: Path) -> None:
    """And it is said of which day it is."""
    async with opened(plan_file) as (app, pilot):
        app.look_at(as_at=date(2021, 12, 31))
        await settled(pilot)
        await press(pilot, "a", "n")
        await typed(pilot, "Met")
        await press(pilot, "enter")
        assert date(2021, 12, 31) == held(app, "1.1/1").updates[-1].happened_on
        said = "1.1/1 has a new note, as at 31 December 2021; u takes it back."
        assert said == told(app)[-1]


async def test_a_closed_cycle_is_not_changed(plan_file: Path) -> None:
    """It is read like any other; a change is refused, and what was typed is kept."""
    workspace = Workspace(settings_for(plan_file), clock=lambda: MOMENT)
    open_cycle(workspace, Opening("2022", TODAY))
    undecided = progress_of(drafted_plan(workspace)).undecided
    leave = tuple((code, "Not looked at yet") for code in undecided)
    agree(workspace, Agreement("Integration Joint Board", TODAY, leave=leave))
    before = workspace.plan(cycle="2021")
    async with opened(plan_file) as (app, pilot):
        app.look_at(cycle="2021")
        await settled(pilot)
        await press(pilot, "a", "n")
        await typed(pilot, "Too late")
        await press(pilot, "enter")
        question = app.screen
        assert isinstance(question, AskText)
        assert "Too late" == question.typed
        assert "closed" in shown_in(question, "#fault")
    assert before == workspace.plan(cycle="2021")


async def test_other_peoples_changes_keep_the_cursor(plan_file: Path) -> None:
    """The list is read again; the cursor stays where a person looks."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "end")
        before = under(app)
        other = Workspace(settings_for(plan_file, me="B. Other"), clock=lambda: MOMENT)
        plan = other.plan()
        update(other, plan, [plan.by_ref["1.1/1"]], Change(on=TODAY, status=Status.COMPLETE))
        app.read_plan()
        await settled(pilot)
        assert Status.COMPLETE is held(app, "1.1/1").status
        assert before == under(app)


async def test_overdue_puts_exceptions_first(plan_file: Path) -> None:
    """The parts of the printed list, the worst first."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o")
        assert isinstance(app.screen, OverdueScreen)
        screen = app.screen
        assert screen.plan is not None
        titles = [r.title for r in screen.rows_of(screen.plan, "") if isinstance(r, Group)]
        assert "Overdue (32)" == titles[0]
        assert "2.6/6" == listed(app)[0]


async def test_overdue_is_grouped_by_one_key(plan_file: Path) -> None:
    """By date, by owner, by key feature, and round again; the cursor stays on its action."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o", "down", "down")
        ref = under(app)
        await press(pilot, "g", "g")
        screen = here(app)
        assert screen.plan is not None
        titles = [r.title for r in screen.rows_of(screen.plan, "") if isinstance(r, Group)]
        assert titles[0].startswith("Overdue: 1 ")
        assert ref == under(app)
        await press(pilot, "g")
        assert 38 == len(listed(app))


async def test_overdue_looks_as_many_days_ahead_as_one_says(plan_file: Path) -> None:
    """A number that is none is told at once."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o")
        before = len(listed(app))
        await press(pilot, "j", "backspace", "backspace")
        await typed(pilot, "x")
        await press(pilot, "enter")
        assert isinstance(app.screen, AskText)
        await press(pilot, "backspace")
        await typed(pilot, "90")
        await press(pilot, "enter")
        assert before + 8 == len(listed(app))


async def test_overdue_is_told_for_another_day(plan_file: Path) -> None:
    """The same definition as everywhere, on any day."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "o", "at")
        await typed(pilot, "30 June 2021")
        await press(pilot, "enter")
        assert {"2.6/6", "4.1/3"} <= set(listed(app)[:2])
        screen = here(app)
        assert screen.plan is not None
        titles = [r.title for r in screen.rows_of(screen.plan, "") if isinstance(r, Group)]
        assert "Overdue (2)" == titles[0]


async def test_enter_and_two_clicks_open_the_action(plan_file: Path) -> None:
    """Its form opens over the list, or it is said that there is none; back is where one was."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "down", "enter")
        await back_to_the_list(app, pilot)
        assert "1.1/2" == under(app)
        await pilot.click("Rows", offset=(12, 5), times=2)
        await settled(pilot)
        await back_to_the_list(app, pilot)
        assert "1.2/1" == under(app)


async def back_to_the_list(app: TrackerApp, pilot: Pilot[None]) -> None:
    """Leave the form, where it is part of this version."""
    if isinstance(app.screen, ListScreen):
        assert "The form is not part of this version." == told(app)[-1]
    else:
        await press(pilot, "escape")


async def test_an_empty_list_has_nothing_to_change(plan_file: Path) -> None:
    """Every key says so, and none fails."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "slash")
        await typed(pilot, "zzz")
        await press(pilot, "enter")
        assert [] == listed(app)
        for key in ("t", "n", "d", "b", "l", "enter", "space", "ctrl+a"):
            await press(pilot, key)
            assert isinstance(app.screen, ActionsScreen)
        assert told(app)[-1].startswith("There is no action under the cursor; Esc ")


@pytest.mark.parametrize("screen", ["a", "o"])
async def test_an_empty_list_says_what_holds_and_how_to_take_it_away(
    plan_file: Path, screen: str
) -> None:
    """The search and the filters by name; Esc takes the search away, then the filters."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, screen, "slash")
        await typed(pilot, "zzz")
        assert "Nothing fits. Esc takes away the search “zzz”." == here(app).rows.empty
        await press(pilot, "enter", "f")
        await typed(pilot, "status withdrawn")
        await press(pilot, "enter")
        both = "the search “zzz”, then the filter withdrawn"
        assert f"Nothing fits. Esc takes away {both}." == here(app).rows.empty
        await press(pilot, "escape")
        assert not here(app).typed


async def test_the_detail_says_what_the_list_has_no_room_for(plan_file: Path) -> None:
    """The whole wording, and a sign where there is still more."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, "a", "n")
        await typed(pilot, "A long note about it" * 9)
        await press(pilot, "enter")
        shown = shown_in(app.screen, "ActionDetail")
        assert held(app, "1.1/1").text in " ".join(shown.split())
        assert "… Enter shows the rest" in shown


async def test_text_that_looks_like_markup_is_only_text(plan_file: Path) -> None:
    """In the list, in the detail, in questions and in what is said."""
    async with opened(plan_file) as (app, pilot):
        await press(pilot, "a", "n")
        await typed(pilot, "[/] [bold]x")
        await press(pilot, "enter", "b")
        await typed(pilot, "[/red] Head")
        await press(pilot, "enter")
        assert ("[/red] Head",) == held(app, "1.1/1").owner_names
        await press(pilot, "f")
        await typed(pilot, "[/red]")
        await press(pilot, "enter")
        assert ["1.1/1"] == listed(app)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ActionFilter(), ""),
        (ActionFilter(within=60), ""),
        (ActionFilter(buckets=frozenset({Bucket.DUE_SOON}), within=60), "due within 60 days"),
        (ActionFilter(owner="", statuses=frozenset({"live"})), "live + nobody leads"),
        (ActionFilter(owner="Chief", undated=True), "Chief + no date"),
        (
            ActionFilter(features=frozenset({"2"}), proposals=frozenset({"1.1"})),
            "key feature 2 + proposal 1.1",
        ),
        (ActionFilter(words="room", silent=60), "“room” + nothing said for 60 days"),
        (
            ActionFilter(reviews=True, due_from=TODAY, due_to=TODAY),
            "due from 31 January 2022 + due to 31 January 2022 + review gone by",
        ),
    ],
)
def test_filters_are_said_in_words(wanted: ActionFilter, expected: str) -> None:
    """What is on is never hidden."""
    assert expected == filter_words(wanted)
    assert bool(expected) == is_on(wanted)


async def test_every_filter_can_be_taken_back(plan_file: Path) -> None:
    """Each kind has a choice that takes only that kind away."""
    async with opened(plan_file) as (app, _):
        assert app.plan is not None
        everything = replace(ActionFilter(), owner="x", statuses=frozenset({"live"}), silent=3)
        bare = {words: found for found, words in filter_choices(app.plan, everything)}
        assert ActionFilter() == bare["Everything: no filter"]
        assert bare["Owner: anybody"].owner is None
        assert bare["Date: any"].silent is None
        assert not bare["Status: any"].statuses


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(on=TODAY, owners=()), "1.1/1 has no owner"),
        (Change(on=TODAY, outlook=Outlook.NOT_STATED), "1.1/1 has no stated outlook"),
        (Change(on=TODAY, outlook=Outlook.AT_RISK), "1.1/1 is at risk"),
        (Change(on=TODAY, note="x", owners=("Nurse",)), "1.1/1 is led by Nurse and has a new note"),
    ],
)
def test_what_was_recorded_is_said(change: Change, expected: str) -> None:
    """In a sentence, with the reference."""
    assert expected == say_done("1.1/1", change)


def test_counts_are_said() -> None:
    """With commas, and what is marked."""
    assert "1,234 of 155,000 actions" == count_words(1234, 155_000, 0)
    assert "1 action, 1 marked" == count_words(1, 1, 1)
