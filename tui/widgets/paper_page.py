"""A paper on one page: its problems, its rows, and what is under the cursor in full.

Owns moving between a problem and its row. What is corrected there is for the screen around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on
from textual.containers import Container, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import DataTable, Static

from tui.widgets.paper_detail import detail_of, detail_of_problem
from tui.widgets.paper_table import PaperTable
from tui.widgets.problem_table import ProblemTable, say_problem

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.correcting.steps import Correcting
    from tracker.drafts import Problem

TITLES = "titles"
"""Where a paper says whose and when it is."""
NEAR = 1
"""Rows on either side of a problem's place that still count as being there."""


class PaperPage(Vertical):
    """Shows a paper under correction."""

    class Change(Message):
        """The row under the cursor was misread."""

    class About(Message):
        """The titles of the paper leave something unsaid."""

    class NotThere(Message):
        """No row is printed at the place of a problem; the cursor is on the one before it."""

    def __init__(self, held: Correcting) -> None:
        super().__init__()
        self._held = held
        self.came_from: Problem | None = None
        """The problem from which the person came to the row; what is said there mends it."""
        self._came_to = 0

    def compose(self) -> ComposeResult:
        """Yield the problems, the rows and one of them in full."""
        yield ProblemTable()
        with Container(id="rows"):
            yield PaperTable()
            with VerticalScroll(id="detail"):
                yield Static(id="one", markup=False)

    def on_mount(self) -> None:
        """Begin with what asks for attention."""
        (self._problems if self._held.paper.problems else self._rows).focus()

    @property
    def _problems(self) -> ProblemTable:
        return self.query_one(ProblemTable)

    @property
    def _rows(self) -> PaperTable:
        return self.query_one(PaperTable)

    @property
    def row(self) -> str | None:
        """The reference of the action, or the code of the proposal, under the cursor."""
        return self._rows.chosen

    @property
    def problem(self) -> Problem | None:
        """The problem that is meant: the one that led here, else the one under the cursor."""
        return self.came_from or self._problems.chosen

    def show_held(self, held: Correcting) -> None:
        """Show a paper as it is corrected so far."""
        self._held, self.came_from = held, None
        self._problems.display = bool(held.paper.problems)
        self._problems.show_problems(held.paper.problems)
        self._rows.show_paper(held.paper, held.framework)
        if not held.paper.problems and self._problems.has_focus:
            self._rows.focus()
        self.show_row()

    def go_to(self, key: str) -> None:
        """Put the cursor on the row of a reference or a code."""
        self._rows.go_to(key)

    def switch(self) -> None:
        """Go to the problems, or back to the rows."""
        away = self._problems.has_focus or not self._problems.display
        (self._rows if away else self._problems).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the width."""
        del event
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if not self._rows.is_fitting(self._rows.size.width):
            came_from = self.came_from
            self.show_held(self._held)
            self.came_from = came_from

    @on(DataTable.RowHighlighted)
    @on(events.DescendantFocus)
    def show_row(self) -> None:
        """Show what is under the cursor in full: a problem, or a row."""
        problem = self._problems.chosen
        if self._problems.has_focus and problem:
            self.query_one("#one", Static).update(detail_of_problem(problem))
            return
        if self.came_from and abs(self._rows.cursor_row - self._came_to) > NEAR:
            self.came_from = None
        text = detail_of(self._held.paper, self.row, self._held.framework)
        if self.came_from:
            told = f"{self.came_from.place}: {say_problem(self.came_from)}\n"
            text = Text.assemble(("To be mended: ", "bold"), told, text)
        self.query_one("#one", Static).update(text)

    @on(DataTable.RowSelected, "#problems")
    def go_to_problem(self, event: DataTable.RowSelected) -> None:
        """Go to the row of a problem."""
        event.stop()
        problem = self._problems.chosen
        if problem is None:
            return
        self.came_from = None
        if problem.place == TITLES:
            self.post_message(self.About())
            return
        if not self._rows.go_to_problem(problem):
            self.post_message(self.NotThere())
        self.came_from, self._came_to = problem, self._rows.cursor_row
        self._rows.focus()
        self.show_row()

    @on(DataTable.RowSelected, "#paper")
    def change_row(self, event: DataTable.RowSelected) -> None:
        """Ask what of the row was misread."""
        event.stop()
        self.post_message(self.Change())
