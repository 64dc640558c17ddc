"""The list that draws only what is in view: what stands on its lines, and what keys do."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App

from tests.screens import settled
from tracker.report import Cell
from tui.widgets.fitting import GAP, Width, fit, share_out
from tui.widgets.row_lines import Group, RowColumn
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import ComposeResult
    from textual.message import Message
    from textual.pilot import Pilot

AWKWARD = (
    "[bold red]Not markup[/] [/] \\[",
    "\x1b[31mred\x1b[0m \x07 \x1b]0;title\x07",
    "two\nlines\tand a tab\r",
    "العربية مع كلمات كثيرة جدا",
    "日本語の長い文章は幅が広い",
    "e\u0301" * 60,
    "\u202eturned round\u202c",
    "👩‍👩‍👧 family and \u200b nothing",
)
WIDTHS = st.builds(
    Width,
    least=st.integers(1, 40),
    share=st.integers(0, 5),
    most=st.just(0),
    spare=st.integers(0, 9),
)


@given(st.text(max_size=80), st.integers(0, 40))
def test_any_text_takes_exactly_its_cells(text: str, width: int) -> None:
    """Whatever is in it: one line, no control character, never half a wide character."""
    line = fit(text, width)
    assert width == cell_len(line)
    assert "\n" not in line
    assert "\x1b" not in line


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Open a room", 11, "Open a room"),
        ("Open a room", 10, "Open a ro…"),
        ("Open a room", 7, "Open a…"),
        ("Open", 6, "Open  "),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日… "),
        ("a\nb\tc", 6, "a b c "),
        ("", 2, "  "),
        ("x" * 1000, 3, "xx…"),
    ],
)
def test_what_is_cut_off_ends_with_a_sign(text: str, width: int, expected: str) -> None:
    """A reader sees that there is more."""
    assert expected == fit(text, width)


def test_numbers_stand_on_the_right() -> None:
    """Where a column says so."""
    assert "  12" == fit("12", 4, align="right")


@given(st.lists(WIDTHS, min_size=1, max_size=8), st.integers(10, 250))
def test_columns_never_take_more_than_the_line(asked: list[Width], width: int) -> None:
    """What is shared out fits, unless not even one cell for each does."""
    placed = share_out(asked, width)
    taken = sum(cells for _, cells in placed) + GAP * (len(placed) - 1)
    assert taken <= width or all(cells == 1 for _, cells in placed)
    assert [place for place, _ in placed] == sorted(place for place, _ in placed)


@given(st.lists(WIDTHS, min_size=1, max_size=8), st.integers(10, 250))
def test_only_columns_that_can_be_spared_are_left_out(asked: list[Width], width: int) -> None:
    """The most spare go first, and those that are never spared stay."""
    kept = {place for place, _ in share_out(asked, width)}
    gone = [asked[place].spare for place in range(len(asked)) if place not in kept]
    assert len(kept) == 1 or all(spare > 0 for spare in gone)
    assert all(asked[place].spare <= min(gone) for place in kept if gone)


class ListApp(App[None]):
    """Numbers in a list."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        columns = [
            RowColumn[int]("number", "Number", Cell, Width(8), "right"),
            RowColumn[int]("words", "Words", lambda n: Cell(f"row {n}", "bad"), Width(5, share=1)),
        ]
        yield Rows(columns, identity=lambda n: n, empty="Nothing here")

    @property
    def rows(self) -> Rows[int]:
        return self.query_one(Rows)

    @property
    def lines(self) -> list[str]:
        """What stands on the lines, without the spaces at their ends."""
        rows = self.rows
        return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        self.heard.append(event)

    def on_rows_selected(self, event: Rows.Selected) -> None:
        self.heard.append(event)

    def on_rows_sort_asked(self, event: Rows.SortAsked) -> None:
        self.heard.append(event)


def widths(app: ListApp) -> set[int]:
    """Return the cells that the lines take, counted in their text."""
    rows = app.rows
    return {cell_len(rows.render_line(y).text) for y in range(rows.size.height)}


def under(app: ListApp) -> int | None:
    """Return the row under the cursor."""
    return app.rows.row


def meant(app: ListApp) -> list[int]:
    """Return the rows that a command would be for."""
    return list(app.rows.meant)


@asynccontextmanager
async def listing(*rows: int | Group) -> AsyncIterator[tuple[ListApp, Pilot[None]]]:
    """Show rows in a terminal of ten lines."""
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.show(rows or range(100))
        app.rows.focus()
        await settled(pilot)
        yield app, pilot


async def test_the_headings_stay_and_the_cursor_has_a_sign() -> None:
    """The row under the cursor is told without colour."""
    async with listing() as (app, _):
        assert "    Number  Words" == app.lines[0]
        assert ">        0  row 0" == app.lines[1]
        assert "         1  row 1" == app.lines[2]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("down",), 1),
        (("up",), 0),
        (("pagedown",), 8),
        (("pagedown", "pageup"), 0),
        (("end",), 99),
        (("end", "down"), 99),
        (("end", "home"), 0),
        (("end", "up"), 98),
    ],
)
async def test_keys_move_the_cursor(keys: tuple[str, ...], expected: int) -> None:
    """It stays in view, and the ends hold."""
    async with listing() as (app, pilot):
        await pilot.press(*keys)
        await settled(pilot)
        assert expected == under(app)
        assert 1 == sum(line.startswith(">") for line in app.lines)


async def test_only_rows_in_view_are_asked_for_their_cells() -> None:
    """A list of any length opens at once."""
    asked: list[int] = []

    class Counting(ListApp):
        def compose(self) -> ComposeResult:
            def cell(number: int) -> Cell:
                asked.append(number)
                return Cell(number)

            yield Rows([RowColumn("number", "Number", cell, Width(8))], identity=lambda n: n)

    app = Counting()
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.show(range(1_000_000))
        app.rows.focus()
        await pilot.press("end")
        await settled(pilot)
        assert 999_999 == under(app)
        assert len(set(asked)) < 40


async def test_titles_between_rows_are_passed_over() -> None:
    """The cursor never stands on a title, and the first one is in view with its row."""
    async with listing(Group("One"), 1, 2, Group("Two"), *range(3, 30)) as (app, pilot):
        assert 1 == under(app)
        assert "  One" == app.lines[1]
        await pilot.press("down", "down")
        assert 3 == under(app)
        await pilot.press("end", "home")
        await settled(pilot)
        assert "  One" == app.lines[1]


async def test_the_cursor_stays_on_its_row_when_the_list_changes() -> None:
    """Also where others come before it; where it is gone, the next takes its place."""
    async with listing(1, 2, 3, 4) as (app, pilot):
        await pilot.press("down", "down")
        app.rows.show([9, 8, 1, 2, 3, 4])
        assert 3 == under(app)
        app.rows.show([9, 8, 1, 2, 4])
        assert 4 == under(app)
        app.rows.show([])
        assert under(app) is None
        await pilot.press("down", "up", "pagedown", "end")
        assert under(app) is None
        await settled(pilot)
        assert "  Nothing here" == app.lines[1]


async def test_marks_are_for_several_rows() -> None:
    """Marked ones are meant, else the one under the cursor."""
    async with listing() as (app, _):
        rows = app.rows
        assert [0] == meant(app)
        rows.toggle_mark()
        rows.toggle_mark()
        assert [0, 1] == meant(app)
        assert " *       1  row 1" == app.lines[2]
        rows.action_move(-1)
        rows.toggle_mark()
        assert [0] == meant(app)
        rows.extend(1)
        assert [0, 2, 3] == meant(app)
        rows.show([3, 4, 5])
        assert [3] == meant(app)
        rows.mark_all()
        assert [3, 4, 5] == sorted(meant(app))
        rows.mark_all()
        assert not rows.marked
        assert not rows.clear_marks()


async def test_the_mouse_moves_marks_opens_and_sorts() -> None:
    """What keys do, the mouse does."""
    async with listing() as (app, pilot):
        await pilot.click(Rows, offset=(12, 3))
        assert 2 == under(app)
        await pilot.click(Rows, offset=(0, 4))
        assert (3,) == app.rows.marked
        await pilot.click(Rows, offset=(12, 2), times=2)
        opened = [event.row for event in app.heard if isinstance(event, Rows.Selected)]
        assert [1] == opened
        await pilot.click(Rows, offset=(14, 0))
        await pilot.click(Rows, offset=(39, 9))
        await pilot.hover(Rows, offset=(12, 5))
        await settled(pilot)
        sorts = [event.key for event in app.heard if isinstance(event, Rows.SortAsked)]
        assert ["words"] == sorts


async def test_the_heading_that_is_sorted_by_has_a_sign() -> None:
    """Up or down, not by colour."""
    async with listing() as (app, pilot):
        app.rows.show(range(9), sort=("number", False))
        await settled(pilot)
        assert "  Number ▲" in app.lines[0]
        app.rows.show(range(9), sort=("number", True))
        assert "  Number ▼" in app.lines[0]


async def test_a_narrower_window_draws_the_list_anew() -> None:
    """Every line has the width of the window, whatever it is."""
    async with listing() as (app, pilot):
        await pilot.press("end")
        for width in (200, 24, 12, 8, 5):
            await pilot.resize_terminal(width, 6)
            await settled(pilot)
            rows = app.rows
            assert {rows.size.width} == widths(app)
        await pilot.resize_terminal(24, 6)
        await settled(pilot)
        assert {rows.size.width} == widths(app)
        assert 1 == sum(line.startswith(">") for line in app.lines)


@pytest.mark.parametrize("text", AWKWARD)
async def test_awkward_text_stays_in_its_line(text: str) -> None:
    """Markup, escape codes, right-to-left and wide characters do no harm."""

    class Awkward(ListApp):
        def compose(self) -> ComposeResult:
            yield Rows(
                [
                    RowColumn[int]("a", text, lambda _: Cell(text), Width(9)),
                    RowColumn[int]("b", "After", lambda _: Cell("after"), Width(9, share=1)),
                ],
                identity=lambda n: n,
            )

    app = Awkward()
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.show([1, Group(text), 2])
        await settled(pilot)
        rows = app.rows
        assert {rows.size.width} == widths(app)
        assert "after" in app.lines[1]
