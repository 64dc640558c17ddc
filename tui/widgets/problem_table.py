"""The problems of a paper, gravest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.widgets import DataTable

from tracker.kinds import Severity

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tracker.drafts import Problem

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
SIGNS = {Severity.ERROR: "✗ error", Severity.WARNING: "! warning", Severity.NOTE: "· note"}
WITH_OPTION = "Give the day that it speaks of with --as-at."
WITH_KEY = "Press t and say it."
_SIGN, _PLACE, _SPARE = 9, 26, 8
"""Widths of the sign and at most of the place, and what padding and the bar beside them take."""


def say_problem(problem: Problem) -> str:
    """Return what is wrong, with the keys of the screen for the command's options."""
    return problem.message.replace(WITH_OPTION, WITH_KEY)


class ProblemTable(DataTable[Text]):
    """The problems that are left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Go to the row", key_display="Enter")
    ]

    def __init__(self) -> None:
        super().__init__(id="problems", cursor_type="row", show_header=False)
        self._problems: list[Problem] = []

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show problems, gravest first, else in the order of the paper."""
        at = self.cursor_row
        self._problems = sorted(problems, key=lambda problem: ORDER.index(problem.severity))
        self.clear(columns=True)
        place = min(_PLACE, max((len(one.place) for one in problems), default=0))
        widths = _SIGN, place, max(self.size.width - _SIGN - place - _SPARE, 20)
        for width in widths:
            self.add_column("", width=width)
        for problem in self._problems:
            cells = Text(SIGNS[problem.severity]), Text(problem.place), Text(say_problem(problem))
            for cell, width in zip(cells, widths, strict=True):
                cell.truncate(width, overflow="ellipsis")
            self.add_row(*cells)
        self.move_cursor(row=max(0, min(at, len(self._problems) - 1)))

    @property
    def chosen(self) -> Problem | None:
        """The problem under the cursor."""
        held = 0 <= self.cursor_row < len(self._problems)
        return self._problems[self.cursor_row] if held else None
