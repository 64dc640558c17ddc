"""Home: numbers that add up, and the lists behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens import opened, press
from tracker.reports.actions import ActionFilter, choose
from tui.figures import attention, standing
from tui.messages import Go
from tui.screens.filters import filter_words
from tui.widgets.figure_list import FigureList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.message import Message

    from tui.app import TrackerApp


def figures(app: TrackerApp) -> list[str]:
    """Return the lines of numbers, with the spaces taken together."""
    options = app.screen.query_one(FigureList).options
    return [" ".join(str(option.prompt).split()) for option in options]


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_home_counts_what_the_lists_show(plan_file: Path, size: tuple[int, int]) -> None:
    """Every number is that of the list behind it."""
    async with opened(plan_file, size=size) as (app, _):
        assert "! 32 overdue" in figures(app)
        assert "0 due in the next 30 days" in figures(app)
        assert "54 live actions" in figures(app)
        assert "69 actions in all" in figures(app)
        assert app.plan is not None
        for figure in (*attention(app.plan), *standing(app.plan)):
            assert isinstance(figure.wanted, ActionFilter)
            assert figure.count == len(choose(app.plan, figure.wanted))


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (ActionFilter(silent=60), "nothing said for 60 days"),
        (ActionFilter(reviews=True), "review gone by"),
    ],
)
async def test_home_and_the_filters_say_the_same(
    plan_file: Path, wanted: ActionFilter, words: str
) -> None:
    """What Home counts is called what the list behind it is filtered by."""
    assert words == filter_words(wanted)
    async with opened(plan_file) as (app, _):
        assert any(line.endswith(words) for line in figures(app))


async def test_a_number_opens_its_list(plan_file: Path) -> None:
    """Enter on a number hands the screen the filter that was counted."""
    sent: list[Message] = []
    async with opened(plan_file, hook=sent.append) as (_, pilot):
        await press(pilot, "down", "enter")
        assert {("actions", frozenset({"due soon"}))} == {
            (one.screen, one.wanted.statuses)
            for one in sent
            if isinstance(one, Go) and isinstance(one.wanted, ActionFilter)
        }
