"""The proposals and actions that a paper holds, one row each, as they would be stored.

Owns the rows and where in the list a place in the document is. What can be done with a row is for
the screen that shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from tracker.correcting.rows import OUTSIDE, Row, rows_of
from tracker.dates import say_day
from tracker.kinds import PaperKind, Scope, TimescaleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from tracker.drafts import PaperDraft, Problem, ProposalDraft
    from tracker.framework import Framework
    from tracker.timescale import Timescale

_COLUMNS = (
    ("Ref", 8, 0),
    ("Improvement action", 0, 1),
    ("Timescale", 22, 3),
    ("Read as", 18, 2),
    ("Status", 14, 4),
)
"""Headings, widths (nought takes what is left), and the order in which they find room."""
_OF_TIME = ("Timescale", "Read as")
_LEAST = 38
"""The least width of the wording while there are other columns."""
_SPARE = 2
"""What the bar beside the rows takes."""


class PaperTable(DataTable[Text]):
    """What a paper holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Change", key_display="Enter")
    ]

    def __init__(self) -> None:
        super().__init__(id="paper", cursor_type="row", zebra_stripes=True)
        self._keys: list[str] = []
        self._places: list[tuple[str, str]] = []
        """Places in the document with the keys of their rows."""
        self._columns_shown: list[tuple[int, int]] = []
        self._timed = False

    def show_paper(self, paper: PaperDraft, framework: Framework) -> None:
        """Show a paper, with the cursor on the row where it was."""
        at, top = self.cursor_row, self.scroll_offset.y
        self.clear(columns=True)
        self._timed = any(row.draft.timescale for row in rows_of(paper))
        self._columns_shown = _columns(self.size.width, timed=self._timed)
        for at_column, width in self._columns_shown:
            self.add_column(_COLUMNS[at_column][0], width=width)
        self._keys, self._places = [], []
        for key, place, cells in _lines(paper, framework):
            self._keys.append(key)
            self._places += [(one, key) for one in place.split(" and ")]
            self.add_row(*(_fitted(cells[n], width) for n, width in self._columns_shown), key=key)
        self.go_to_row(min(at, len(self._keys) - 1))
        self.scroll_to(y=top, animate=False)

    def is_fitting(self, width: int) -> bool:
        """Tell whether the columns are those for a width."""
        return self._columns_shown == _columns(width, timed=self._timed)

    @property
    def chosen(self) -> str | None:
        """The reference of the action, or the code of the proposal, under the cursor."""
        return self._keys[self.cursor_row] if 0 <= self.cursor_row < len(self._keys) else None

    def go_to_row(self, row: int) -> None:
        """Put the cursor on a row."""
        if row >= 0:
            self.cursor_coordinate = Coordinate(row, 0)

    def go_to(self, key: str) -> None:
        """Put the cursor on the row of a reference or a code."""
        if key in self._keys:
            self.go_to_row(self._keys.index(key))

    def go_to_problem(self, problem: Problem) -> bool:
        """Put the cursor on the row of a problem; where none is there, on the last before it.

        Several actions may stand at one place: the one that the problem names is meant.

        Returns:
            Whether there is a row at the very place.
        """
        named = problem.message.split(" ", 1)[0].rstrip(":")
        rated = problem.about.removeprefix("rating ")
        at_place = [key for held, key in self._places if held == problem.place]
        actions = [key for key in at_place if "/" in key]
        for key in (named, rated, *actions, *at_place):
            if key in self._keys:
                self.go_to(key)
                return True
        wanted = _order(problem.place)
        before = [(_order(held), key) for held, key in self._places]
        fitting = [pair for pair in before if pair[0][0] == wanted[0] and pair[0] <= wanted]
        if fitting and wanted[1]:
            self.go_to(max(fitting)[1])
        return False


def _order(place: str) -> tuple[str, tuple[int, ...]]:
    """Return what kind of place it is, and its numbers, so that places can be put in order."""
    return place.split(" ", 1)[0], tuple(map(int, re.findall(r"\d+", place)))


def _columns(width: int, *, timed: bool) -> list[tuple[int, int]]:
    """Return the columns that there is room for, each with its width.

    Args:
        width: What there is.
        timed: Whether the paper has timescales at all.
    """
    columns = [
        (at, one, order)
        for at, (heading, one, order) in enumerate(_COLUMNS)
        if timed or heading not in _OF_TIME
    ]
    for last in range(len(_COLUMNS) - 1, 0, -1):
        taken = [(at, one) for at, one, order in columns if order <= last]
        left = width - sum(one + 2 for _, one in taken) - _SPARE
        if left >= _LEAST or last == 1:
            return [(at, one or max(left, 10)) for at, one in taken]
    return []


def _lines(paper: PaperDraft, framework: Framework) -> Iterator[tuple[str, str, list[Text]]]:
    """Yield the rows: each proposal with its actions below it, those outside last."""
    under: dict[str, list[Row]] = {}
    for row in rows_of(paper):
        under.setdefault(row.code, []).append(row)
    for proposal in paper.proposals:
        rates = paper.kind is not PaperKind.DELIVERY_PLAN
        yield proposal.code, proposal.place, _heading(proposal, framework, rates=rates)
        for row in under.get(proposal.code, ()):
            yield row.draft.ref, row.draft.place, _action(row)
    if OUTSIDE in under:
        yield OUTSIDE, "", _outside()
        for row in under[OUTSIDE]:
            yield row.draft.ref, row.draft.place, _action(row)


def _heading(proposal: ProposalDraft, framework: Framework, *, rates: bool) -> list[Text]:
    known = framework.by_code.get(proposal.code)
    name = known.name if known else proposal.title
    national = proposal.scope is Scope.NATIONAL
    now = proposal.rating or ("national, not rated locally" if national else "not rated")
    before = f", before {proposal.previous_rating}" if proposal.previous_rating else ""
    told = Text(f"{now}{before} · {name}" if rates else name, "bold")
    return [Text(proposal.code, "bold"), told, Text(), Text(), Text()]


def _outside() -> list[Text]:
    told = Text("Under no proposal", "bold")
    return [Text(OUTSIDE, "bold"), told, Text(), Text(), Text()]


def _action(row: Row) -> list[Text]:
    draft = row.draft
    mark = "✎ " if draft.corrected else ""
    words = f"{mark}{' '.join(draft.text.split())}"
    timescale = draft.timescale.text if draft.timescale else ""
    return [
        Text(f" {draft.ref}"),
        Text(words),
        Text(" ".join(timescale.split())),
        Text(say_due(draft.timescale)),
        Text("points to " + draft.cross_reference if draft.cross_reference else draft.status),
    ]


def say_due(timescale: Timescale | None) -> str:
    """Return in a word or two how a timescale is read."""
    if timescale is None or timescale.kind is TimescaleKind.NONE:
        return "no date"
    if timescale.kind is TimescaleKind.UNCLEAR:
        return "? not understood"
    return say_day(timescale.due) if timescale.due else str(timescale.kind).replace("-", " ")


def _fitted(text: Text, width: int) -> Text:
    """Return a cell that says by a sign where it goes on."""
    text.truncate(width, overflow="ellipsis")
    return text
