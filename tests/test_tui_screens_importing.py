"""The Import screen: choose a paper, correct what was misread, store it as one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList, Static, TextArea

from db import queries
from db.address import read_address
from db.log import acts
from db.reader import open_reader
from tests.papers import as_word, document, marked, paragraph, template
from tests.screens import opened, press, settled
from tests.word_papers import write_paper
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.say import Say
from tui.screens.dialogs.whose_and_when import WhoseAndWhen
from tui.screens.home import HomeScreen
from tui.screens.importing import ImportScreen
from tui.screens.paper_difference import PaperDifference
from tui.screens.paper_preview import PaperPreview
from tui.screens.settings import SettingsScreen
from tui.screens.storing_paper import store_paper
from tui.widgets.paper_table import PaperTable
from tui.widgets.problem_table import ProblemTable

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tracker.plan import PlanView
    from tracker.recorded import Act
    from tui.app import TrackerApp

CUT = """Proposal,Improvement action,Timescale,Status
1.1,Agree who leads,December 2021,
1.1,The shared forum,,
1.1,Open a room Count the chairs,some blue moon,
1.1,Priority areas are these,,
2.4,Write a reserves policy,June 2021,On the moon
"""
"""A table in which a page has cut a row, and other things went wrong; of nobody, on no day."""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, in which the last folder is kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def read(pilot: Pilot[None], path: Path) -> PaperPreview:
    """Type a path on the Import screen, and return the preview that opens."""
    await press(pilot, "i", "slash")
    pilot.app.screen.query_one("#path", Input).value = str(path)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, PaperPreview), pilot.app.screen
    return pilot.app.screen


async def go(pilot: Pilot[None], screen: PaperPreview, ref: str) -> None:
    """Put the cursor on a row."""
    table = screen.query_one(PaperTable)
    table.focus()
    table.go_to(ref)
    await settled(pilot)


async def store(pilot: Pilot[None]) -> None:
    """Say yes to storing, and wait for Home; a busy machine takes several rounds."""
    await press(pilot, "y")
    for _ in range(20):
        if isinstance(pilot.app.screen, HomeScreen):
            return
        await settled(pilot)
    pytest.fail(f"Home does not come: {pilot.app.screen}")


def top(app: TrackerApp) -> object:
    """Return the screen that is shown now."""
    return app.screen


def said(screen: PaperPreview | ImportScreen | object, at: str) -> str:
    """Return what a part of the screen says."""
    assert isinstance(screen, PaperPreview | ImportScreen)
    return str(screen.query_one(at, Static).content)


def notified(app: TrackerApp) -> str:
    """Return what is said in passing."""
    return " ".join(one.message for one in app._notifications)


def wordings(screen: PaperPreview) -> dict[str, str]:
    """Return the wordings as they are corrected so far."""
    return {action.ref: action.text for action in screen.held.paper.actions}


def stored(database: Path) -> tuple[PlanView, Act]:
    """Return the plan that is held, and the act that made it."""
    with open_reader(read_address(str(database))) as reader:
        held = queries.only_partnership(reader)
        cycle = queries.cycles(reader, held.id)[-1]
        assert cycle.as_at is not None
        return queries.load_plan(reader, cycle.id, as_at=cycle.as_at), next(iter(acts(reader)))


async def test_a_paper_becomes_a_plan_with_one_yes(tmp_path: Path) -> None:
    """From the file to Home; one key takes it back."""
    database = tmp_path / "new.db"
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(database, partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        assert "Strathmore · cycle 2021 · as at 30 April 2021" in said(screen, "#summary")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, Confirm)
        await store(pilot)
        assert app.plan is not None
        assert ("Strathmore", 3) == (app.plan.partnership.name, len(app.plan.actions))
    plan, act = stored(database)
    assert ("import plan.docx", None) == (act.verb, act.reason)
    assert ["2.4/1", "2.4/2", "3.4/1"] == [action.ref for action in plan.actions]


async def test_a_question_waits_for_who_has_gone_elsewhere(tmp_path: Path) -> None:
    """It never stands over another screen; `i` goes back to it, and the path is not kept."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await press(pilot, "comma")
        store_paper(screen)
        await settled(pilot)
        assert isinstance(top(app), SettingsScreen)
        assert "i goes back to it" in notified(app)
        await press(pilot, "i")
        assert isinstance(top(app), Confirm)
        await store(pilot)
        await press(pilot, "i")
        assert not app.screen.query_one("#path", Input).value


async def test_a_paper_without_problems_says_so(tmp_path: Path) -> None:
    """The key that leads to the problems is never without an answer."""
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, write_paper(tmp_path / "plan.docx"))
        screen.held = replace(screen.held, paper=replace(screen.held.paper, problems=()))
        await press(pilot, "f")
        assert "No problem" in notified(app)


async def test_a_damaged_table_is_put_right_and_remembered(desk: Path) -> None:
    """Joined, split, dropped, read anew; asked whose and when; the plan says what was said."""
    paper = desk / "damaged.csv"
    paper.write_text(CUT)
    database = desk / "new.db"
    async with opened(database, partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await go(pilot, screen, "1.1/2")
        await press(pilot, "j")
        assert "Agree who leads The shared forum" == wordings(screen)["1.1/1"]
        await go(pilot, screen, "1.1/3")
        await press(pilot, "d")
        await go(pilot, screen, "1.1/2")
        await press(pilot, "b")
        app.screen.query_one(TextArea).move_cursor((0, len("Open a room Co")))
        await press(pilot, "enter")
        assert ["Open a room", "Count the chairs"] == list(wordings(screen).values())[1:3]
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, WhoseAndWhen)
        for field, words in (
            ("partnership", "Strathmore"),
            ("day", "30/4/2021"),
            ("label", "2021"),
        ):
            app.screen.query_one(f"#{field}", Input).value = words
        await press(pilot, "enter")
        assert "Strathmore · cycle 2021 · as at 30 April 2021" in said(screen, "#summary")
        assert 3 == len(screen.held.steps)
        await press(pilot, "ctrl+s")
        await store(pilot)
    plan, act = stored(database)
    assert ["1.1/1", "1.1/2", "1.1/3", "2.4/1"] == [action.ref for action in plan.actions]
    note = plan.actions[0].record.updates[0].note
    assert "Corrected by hand before it was stored: joined with what was read as 1.1/2." == note
    assert act.reason is not None
    assert "Dropped 1.1/3 “Priority areas are these”: it is no action." in act.reason


async def test_a_problem_leads_to_its_row_and_goes_when_it_is_mended(desk: Path) -> None:
    """Enter on a problem, a new timescale in the row, and one problem less."""
    paper = desk / "damaged.csv"
    paper.write_text(CUT)
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await press(pilot, "t")
        for field, words in (
            ("partnership", "Strathmore"),
            ("day", "30/4/2021"),
            ("label", "2021"),
        ):
            app.screen.query_one(f"#{field}", Input).value = words
        await press(pilot, "enter")
        told = screen.held.paper.problems
        wanted = next(problem for problem in told if "blue moon" in problem.message)
        await press(pilot, "f", "f")
        problems = screen.query_one(ProblemTable)
        assert problems.has_focus
        while problems.chosen != wanted:
            await press(pilot, "down")
        await press(pilot, "enter")
        assert "1.1/3" == screen.chosen
        assert said(screen, "#one").startswith("To be mended: ")
        await press(pilot, "enter")
        await press(pilot, *"time", "enter")
        app.screen.query_one(Input).value = "June 2022"
        await press(pilot, "enter")
        assert wanted not in screen.held.paper.problems
        assert len(told) - 1 == len(screen.held.paper.problems)


async def test_a_missed_action_stands_at_the_place_of_its_problem(desk: Path) -> None:
    """It is added from the problem, which counts as mended; z brings both back."""
    paper = desk / "damaged.csv"
    paper.write_text(CUT)
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        problems = screen.query_one(ProblemTable)
        while problems.chosen is None or not problems.chosen.place.startswith("row"):
            await press(pilot, "down")
        await press(pilot, "enter")
        came_from = screen.page.came_from
        assert came_from is not None
        await press(pilot, "n")
        if not app.screen.query(TextArea):
            await press(pilot, *"1.1", "enter")
        app.screen.query_one(TextArea).text = "Count [bold]them[/] all"
        await press(pilot, "ctrl+s")
        added = screen.held.paper.actions[-1]
        assert ("Count [bold]them[/] all", came_from.place) in {
            (action.text, action.place) for action in screen.held.paper.actions
        }, added
        assert came_from not in screen.held.paper.problems
        await press(pilot, "z")
        assert screen.taken.paper == screen.held.paper


async def test_a_problem_that_was_looked_at_is_a_note(desk: Path) -> None:
    """Nothing to mend: it stays told, and no longer as a warning."""
    paper = desk / "damaged.csv"
    paper.write_text(CUT)
    async with opened(desk / "new.db", partnership=None) as (_, pilot):
        screen = await read(pilot, paper)
        await press(pilot, "l")
        assert 1 == sum("nothing to mend" in one.message for one in screen.held.paper.problems)


async def test_every_part_of_a_row_can_be_said_anew(tmp_path: Path) -> None:
    """Wording, status, owners, proposal and rating, each through its dialog."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await go(pilot, screen, "2.4/1")
        await press(pilot, "enter", "enter")
        app.screen.query_one(TextArea).text = "Write it down"
        await press(pilot, "ctrl+s")
        await press(pilot, "enter", *"status", "enter", *"complete", "enter")
        await press(pilot, "enter", *"owners", "enter")
        app.screen.query_one(Input).value = "Chief Officer; Treasurer"
        await press(pilot, "enter")
        action = screen.held.paper.actions[0]
        assert ("Write it down", "complete", ("Chief Officer", "Treasurer")) == (
            action.text,
            action.status,
            action.owners,
        )
        await press(pilot, "v", *"3.5", "enter")
        assert "Write it down" == wordings(screen)["3.5/1"]
        await go(pilot, screen, "2.4")
        await press(pilot, "enter", "enter", *"exemplary", "enter")
        assert "exemplary" == next(p.rating for p in screen.held.paper.proposals if p.code == "2.4")
        assert 5 == len(screen.held.steps)


async def test_what_cannot_be_is_said_and_changes_nothing(tmp_path: Path) -> None:
    """Joining the first action, or a key on a row of a proposal."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await go(pilot, screen, "2.4/1")
        await press(pilot, "j")
        assert isinstance(app.screen, Say)
        await press(pilot, "enter")
        await go(pilot, screen, "2.4")
        await press(pilot, "j", "b", "d", "v", "z")
        assert screen == top(app)
        assert () == screen.held.steps


async def test_leaving_says_what_would_be_lost(tmp_path: Path) -> None:
    """Without corrections Esc leaves at once; with them it asks."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        await read(pilot, paper)
        await press(pilot, "escape")
        assert isinstance(app.screen, ImportScreen)
        screen = await read(pilot, paper)
        await go(pilot, screen, "2.4/2")
        await press(pilot, "d", "escape")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "n")
        assert screen == top(app)
        await press(pilot, "escape", "y")
        assert isinstance(top(app), ImportScreen)


async def test_a_paper_that_is_held_is_not_stored_twice(tmp_path: Path) -> None:
    """Its cycle holds all of it; under another name it is refused, with what can be done here."""
    database, paper = tmp_path / "new.db", write_paper(tmp_path / "plan.docx")
    async with opened(database, partnership=None) as (app, pilot):
        await read(pilot, paper)
        await press(pilot, "ctrl+s")
        await store(pilot)
        screen = await read(pilot, paper)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, PaperDifference)
        await press(pilot, "ctrl+s", "d")
        # On a busy machine the first one may stop the plan from being read again.
        for _ in range(5):
            if top(app) != screen:
                await press(pilot, "escape")
        assert screen == top(app)
        await press(pilot, "t")
        app.screen.query_one("#label", Input).value = "2021 again"
        await press(pilot, "enter", "ctrl+s")
        assert isinstance(app.screen, Say)
        assert "is held already" in str(app.screen.query_one("#message", Static).content)
        assert "press t" in str(app.screen.query_one(".hint", Static).content)
    _, act = stored(database)
    assert 1 == act.number


async def test_a_paper_of_a_held_cycle_is_taken_into_it(tmp_path: Path) -> None:
    """What differs is shown, also by a correction, and recorded as one change with its reason."""
    database, paper = tmp_path / "new.db", write_paper(tmp_path / "plan.docx")
    async with opened(database, partnership=None) as (app, pilot):
        await read(pilot, paper)
        await press(pilot, "ctrl+s")
        await store(pilot)
        screen = await read(pilot, paper)
        await go(pilot, screen, "2.4/2")
        await press(pilot, "d")
        await go(pilot, screen, "2.4/1")
        await press(pilot, "enter", *"time", "enter")
        app.screen.query_one(Input).value = "June 2022"
        await press(pilot, "enter", "ctrl+s")
        assert isinstance(app.screen, PaperDifference)
        await press(pilot, "d", *"No longer needed", "enter")
        await press(pilot, "ctrl+s")
        await store(pilot)
    plan, act = stored(database)
    assert (2, "import plan.docx into 2021") == (act.number, act.verb)
    assert act.reason is not None
    assert act.reason.startswith("No longer needed · Corrected by hand before it was stored. ")
    assert [date(2022, 6, 30), None] == [action.due for action in plan.actions[:2]]
    assert "withdrawn" == plan.actions[1].status


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx"),
        ("picture.pdf", b"%PDF-1.4 broken", "print it to a new PDF"),
        ("letter.txt", b"Dear all, thank you for the cake.", "holds no proposals"),
        ("empty.csv", b"", ""),
    ],
)
async def test_what_cannot_be_read_is_said_in_place(
    desk: Path, name: str, content: bytes, words: str
) -> None:
    """The screen stays, with the reason and what to do."""
    (desk / name).write_bytes(content)
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        await press(pilot, "i", "slash")
        app.screen.query_one("#path", Input).value = str(desk / name)
        await press(pilot, "enter")
        assert isinstance(app.screen, ImportScreen)
        assert words in said(app.screen, "#fault")
        assert name in said(app.screen, "#fault")


async def test_folders_are_walked_and_the_last_one_is_remembered(desk: Path) -> None:
    """Only papers are offered; names with markup are shown as they are."""
    (desk / "Papers [b] 2021").mkdir()
    (desk / "picture.png").write_bytes(b"")
    (desk / "~$plan.docx").write_bytes(b"")
    write_paper(desk / "Papers [b] 2021" / "plan.docx")
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        await press(pilot, "i")
        names = app.screen.query_one(OptionList)
        shown = [str(names.get_option_at_index(n).prompt) for n in range(names.option_count)]
        assert "▸ Papers [b] 2021" in shown
        assert not [name for name in shown if "picture" in name or "~$" in name]
        names.highlighted = shown.index("▸ Papers [b] 2021")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, PaperPreview)
    async with opened(desk / "other.db", partnership=None) as (app, pilot):
        await press(pilot, "i")
        assert said(app.screen, "#where").endswith("Papers [b] 2021")


async def test_a_typed_path_is_completed(desk: Path) -> None:
    """The right arrow takes what is offered, below the folder that is shown."""
    write_paper(desk / "Plan of 2021.docx")
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        await press(pilot, "i", "slash", *"pla")
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, PaperPreview), said(app.screen, "#fault")


async def test_a_problem_of_the_titles_asks_whose_and_when(desk: Path) -> None:
    """Enter on it asks; what no plan can be is told in the field's own words."""
    paper = desk / "damaged.csv"
    paper.write_text(CUT)
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        problems = screen.query_one(ProblemTable)
        while problems.chosen is None or problems.chosen.place != "titles":
            await press(pilot, "down")
        assert "Press t and say it." in said(screen, "#one")
        await press(pilot, "enter")
        dialog = app.screen
        assert isinstance(dialog, WhoseAndWhen)
        for field, words, told in (
            ("partnership", "Strathmore", "cannot be read as a day"),
            ("day", "1 June 2022", "is after today"),
            ("day", "1 June 2021", "cannot be called"),
            ("label", "2021/22", "cannot be called"),
        ):
            dialog.query_one(f"#{field}", Input).value = words
            await press(pilot, "enter")
            assert told in str(dialog.query_one("#fault", Static).content)
        dialog.query_one("#label", Input).value = "2021"
        await press(pilot, "enter")
        assert "cycle 2021 · as at 1 June 2021" in said(screen, "#summary")


async def test_actions_under_no_proposal_are_given_one(desk: Path) -> None:
    """They stand last, under a heading of their own; what is missed there asks for its proposal."""
    paper = desk / "damaged.csv"
    paper.write_text(f"{CUT}9.9,Count the doors,,\n")
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        assert screen.report().title == "damaged.csv"
        await go(pilot, screen, "R")
        assert "v gives one its proposal" in said(screen, "#one")
        await press(pilot, "n")
        assert isinstance(app.screen, PickOne)
        await press(pilot, *"3.5", "enter")
        app.screen.query_one(TextArea).text = "Count the windows"
        await press(pilot, "ctrl+s")
        assert "3.5/1" == screen.chosen
        await go(pilot, screen, "R/1")
        await press(pilot, "v", *"3.5", "enter")
        assert {"3.5/1": "Count the windows", "3.5/2": "Count the doors"} == {
            ref: text for ref, text in wordings(screen).items() if ref.startswith("3.5")
        }
        assert () == screen.held.paper.recommendations
        await press(pilot, "g", "enter", *"exemplary", "enter")
        rated = next(one for one in screen.held.paper.proposals if one.code == "3.5")
        assert "exemplary" == rated.rating


async def test_a_date_is_not_asked_before_the_paper_has_its_day(desk: Path) -> None:
    """Months would count from nowhere."""
    paper = desk / "damaged.csv"
    paper.write_text(CUT)
    async with opened(desk / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await go(pilot, screen, "1.1/1")
        await press(pilot, "enter", *"time", "enter")
        assert screen == top(app)


async def test_of_several_actions_at_one_place_the_named_one_is_meant(desk: Path) -> None:
    """Joining from the problem joins the rows that it speaks of."""
    actions = "* Agree who leads the forum of\n* Officers and members.\n* Count the rooms."
    name = paragraph("Strathmore and Lorne Health and Social Care Partnership")
    made = document(name, template("Proposal 1.1 Leaders learn", marked(2), actions=actions))
    paper = desk / "bullets.docx"
    paper.write_bytes(as_word(made))
    async with opened(desk / "new.db", partnership=None) as (_, pilot):
        screen = await read(pilot, paper)
        problems = screen.query_one(ProblemTable)
        while problems.chosen is None or "may be the rest" not in problems.chosen.message:
            await press(pilot, "down")
        await press(pilot, "enter")
        assert "1.1/2" == screen.chosen
        await press(pilot, "j")
        assert ["Agree who leads the forum of Officers and members.", "Count the rooms."] == list(
            wordings(screen).values()
        )
        assert ["Ref", "Improvement action", "Status"] == [
            str(column.label) for column in screen.query_one(PaperTable).columns.values()
        ]


async def test_one_click_looks_at_a_row_and_two_change_it(tmp_path: Path) -> None:
    """A person with a mouse can read on without being asked anything."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None) as (app, pilot):
        screen = await read(pilot, paper)
        await pilot.click(PaperTable, offset=(12, 3))
        await settled(pilot)
        assert screen == top(app)
        assert "2.4/2" == screen.chosen
        await pilot.click(PaperTable, offset=(12, 3))
        await settled(pilot)
        assert isinstance(app.screen, PickOne)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_every_row_is_seen_at_any_width(tmp_path: Path, size: tuple[int, int]) -> None:
    """References and wordings are always shown, and the row in full."""
    paper = write_paper(tmp_path / "plan.docx")
    async with opened(tmp_path / "new.db", partnership=None, size=size) as (_, pilot):
        screen = await read(pilot, paper)
        await go(pilot, screen, "2.4/1")
        table = screen.query_one(PaperTable)
        assert len(table.columns) >= 3
        assert not table.show_horizontal_scrollbar
        assert said(screen, "#one").startswith("2.4/1")
