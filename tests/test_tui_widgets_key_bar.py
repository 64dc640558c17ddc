"""The bar of keys: it fits, says that there is more, and its keys can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.binding import Binding

from tests.screens import opened, press, settled
from tui.screens.help import Help
from tui.screens.overdue import OverdueScreen
from tui.widgets.key_bar import KeyBar, fitting
from tui.widgets.paper_table import PaperTable
from tui.widgets.problem_table import ProblemTable

if TYPE_CHECKING:
    from pathlib import Path

KEYS = st.lists(st.tuples(st.just("x"), st.text("ab体", min_size=1), st.text("cd", min_size=1)))


@given(keys=KEYS, width=st.integers(min_value=12, max_value=200))
def test_the_keys_fit_and_what_is_left_out_is_told(
    keys: list[tuple[str, str, str]], width: int
) -> None:
    """Either all keys are there, or the last one leads to the others."""
    shown = fitting(keys, width)
    line = "  ".join(f"{key} {title}" for _, key, title in shown)
    assert cell_len(line) <= max(width, 0)
    assert tuple(keys) == shown or "question_mark" == shown[-1][0]


async def test_the_line_is_whole_at_80_columns(plan_file: Path) -> None:
    """Nothing is cut off without a sign."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, "a")
        line = str(app.screen.query_one(KeyBar).content).rstrip()
        assert len(line) <= 78
        assert line.endswith("? more keys")


async def test_a_key_can_be_clicked(plan_file: Path) -> None:
    """The mouse does what the key does."""
    async with opened(plan_file, size=(80, 24)) as (app, pilot):
        await press(pilot, "o")
        assert isinstance(app.screen, OverdueScreen)
        line = str(app.screen.query_one(KeyBar).content)
        await pilot.click(KeyBar, offset=(line.index("more") + 1, 0))
        await settled(pilot)
        assert isinstance(app.screen, Help)


def test_enter_is_called_by_its_name_in_the_tables_of_a_paper() -> None:
    """As everywhere else, not by a sign."""
    for table in (PaperTable, ProblemTable):
        shown = [b.key_display for b in table.BINDINGS if isinstance(b, Binding)]
        assert ["Enter"] == shown
