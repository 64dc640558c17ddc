"""The indicators of a proposal, as people know them from paper: a column for each level.

Owns the columns, and showing one of them at a time where the terminal is narrow. What the letters
mean is `levels`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Horizontal, ItemGrid, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from tui.widgets.levels import NOT_HELD, letters_words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.widgets.levels import Rung


class Step(Static):
    """A level in the row that says which one is shown."""


class LevelColumn(Static):
    """One level: its number and name, the indicator, and the letters that stand in it."""


class Indicators(Vertical):
    """The columns of one proposal; narrow terminals see the chosen one."""

    DEFAULT_CSS = """
    Indicators { height: auto; }
    Indicators .steps { height: 1; display: none; }
    Indicators Step { width: 1fr; text-align: center; background: $panel; }
    Indicators .arrow { width: 3; text-align: center; color: $text-muted; }
    Indicators Step.-chosen { text-style: bold reverse; }
    Indicators .columns { grid-gutter: 0 1; height: auto; }
    Indicators LevelColumn {
        height: auto; padding: 0 1; border: round $foreground 40%;
        border-subtitle-color: $foreground; border-subtitle-style: bold;
    }
    Indicators LevelColumn.-was { border: round $warning; }
    Indicators LevelColumn.-now { border: heavy $success; }
    Indicators LevelColumn.-unworded { color: $text-muted; }
    Indicators.-single .steps { display: block; }
    Indicators.-single LevelColumn { display: none; }
    Indicators.-single LevelColumn.-chosen { display: block; }
    """

    single = reactive(default=False)
    """Show one level at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rungs: tuple[Rung, ...] = ()
        self._undecided = False
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """Set the row of steps above the columns."""
        with Horizontal(classes="steps"):
            yield Static("←", classes="arrow")
            yield from (Step(step_text(rung)) for rung in self._rungs)
            yield Static("→", classes="arrow")
        with ItemGrid(classes="columns") as columns:
            columns.styles.grid_size_columns = self._abreast
            yield from (LevelColumn(column_text(rung)) for rung in self._rungs)

    async def show(self, rungs: tuple[Rung, ...], *, undecided: bool, again: bool = False) -> None:
        """Show a proposal's scale, the rating now in front.

        Args:
            rungs: The scale, worst first.
            undecided: The rating now is only carried.
            again: It is the proposal that was in view; the level in front stays if its rating does.
        """
        same_scale = [r.level for r in rungs] == [r.level for r in self._rungs]
        same_rating = [r.letters for r in rungs] == [r.letters for r in self._rungs]
        self._rungs, self._undecided = rungs, undecided
        if not (again and same_scale and same_rating):
            self._chosen = first_shown(rungs)
        if not same_scale:
            await self.recompose()
        self._paint()

    @property
    def _abreast(self) -> int:
        return 1 if self.single else max(1, len(self._rungs))

    def watch_single(self, single: bool) -> None:
        """Set one column, or all of them, side by side."""
        self.set_class(single, "-single")
        for columns in self.query(ItemGrid):
            columns.styles.grid_size_columns = self._abreast

    def step(self, by: int) -> None:
        """Show the level beside the one that is shown."""
        self._chosen = min(max(self._chosen + by, 0), max(len(self._rungs) - 1, 0))
        self._paint()

    def on_click(self, event: events.Click) -> None:
        """Show the level that was clicked."""
        if isinstance(event.widget, Step):
            self._chosen = list(self.query(Step)).index(event.widget)
            self._paint()

    def _paint(self) -> None:
        for place, (step, column, rung) in enumerate(
            zip(self.query(Step), self.query(LevelColumn), self._rungs, strict=True)
        ):
            step.update(step_text(rung))
            step.set_class(place == self._chosen, "-chosen")
            column.update(column_text(rung))
            column.border_subtitle = Text(letters_words(rung, undecided=self._undecided))
            column.set_class(place == self._chosen, "-chosen")
            column.set_class(rung.was, "-was")
            column.set_class(rung.now, "-now")
            column.set_class(not rung.wording, "-unworded")


def step_text(rung: Rung) -> Text:
    """Return a level's number and its letters."""
    return Text(f"{rung.level.rank} {rung.letters}".strip())


def column_text(rung: Rung) -> Text:
    """Return a level's number and name, and below them its indicator."""
    return Text.assemble((f"{rung.heading}\n", "bold"), rung.wording or NOT_HELD)


def first_shown(rungs: tuple[Rung, ...]) -> int:
    """Return which level is in front: the rating now, else the previous one, else the lowest."""
    for asked in ("now", "was"):
        for place, rung in enumerate(rungs):
            if getattr(rung, asked):
                return place
    return 0
