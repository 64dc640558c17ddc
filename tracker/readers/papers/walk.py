"""Where the walk through a paper stands: under which proposal, label and table.

Owns the state of the walk and what is held in it until it can be told. What begins and ends is for
`beginnings`, what stands under a label for `collecting`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.readers.papers.found import Found
from tracker.readers.papers.plan_table import Grid, read_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell, Line
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.labels import Label
    from tracker.readers.papers.marks import LevelColumn, RatingRow

TITLE_LONGEST = 260
"""Characters in the official wording of a proposal."""
RATINGS = frozenset(("rating", "previous_rating"))
_TOLD = 6
"""Texts that fit nowhere, told one by one before the rest is only counted."""


@dataclass(slots=True)
class Walk:
    """Where the walk stands."""

    framework: Framework
    strips: Sequence[Strip]
    found: Found = field(default_factory=Found)
    at: int = 0
    """The strip at which it is."""
    code: str | None = None
    """The proposal under whose heading the walk is; a stand-in where the heading is lost."""
    stray: str = ""
    """The heading of a proposal that the framework does not have."""
    section: str = ""
    wants_title: bool = False
    levels: tuple[LevelColumn, ...] = ()
    scale: RatingRow | None = None
    scale_label: int = 0
    """The column in which the label of the scale stands."""
    scale_again: bool = False
    """The scale is printed again with no heading before it."""
    label: Label | None = None
    in_paragraphs: bool = False
    """The open label stands in a paragraph, so paragraphs are its content."""
    lines: tuple[Line, ...] = ()
    """Lines under the open label, not yet read."""
    lines_place: str = ""
    seen: set[str] = field(default_factory=set)
    """Labels read since the heading."""
    rating_first: bool = False
    """In this paper, ratings stand above evidence."""
    latest: list[int] = field(default_factory=list)
    """The actions read last under a label, for a lead or a date printed below them."""
    grid: Grid | None = None
    table: str = ""
    above: Strip | None = None
    """The row above, in the same table."""
    parted: str = ""
    """What stood between the last row and this one: `text`, a `title`, or nothing."""
    running: Counter[str] = field(default_factory=Counter)
    """Headers and footers met among proposals, passed over."""
    loose: list[tuple[str, str]] = field(default_factory=list)
    """Places and texts that fit nowhere, told if they turn out to stand among proposals."""
    columns_lost: bool = False
    """The levels came through as one line, so no table of the paper can be read."""
    loose_row: bool = False
    """One of them is a row in a proposal's own table, so they are told in any case."""

    @property
    def inside(self) -> bool:
        """Tell whether the walk is under the heading of a proposal."""
        return self.code is not None or bool(self.stray)


def end_titles(walk: Walk) -> None:
    """Note that the first proposal or table of actions begins here."""
    if walk.found.begins is None:
        walk.found.begins = walk.at


def take_title(walk: Walk, text: str) -> None:
    """Take a text as the official wording of the proposal."""
    walk.wants_title = False
    if walk.code and len(text) <= TITLE_LONGEST:
        notes = walk.found.about(walk.code)
        notes.title = notes.title or text


def end_grid(walk: Walk) -> None:
    """Read the rows of the open table."""
    if walk.grid is not None:
        read_grid(walk.grid, walk.found, walk.framework)
    walk.grid = None


def leave_over(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    """Hold a row that fits nowhere."""
    text = " / ".join(cell.text for cell in filled)
    if walk.inside and sum(map(str.isalpha, text)) > 1:
        walk.loose.append((strip.place, text))
        walk.loose_row = walk.loose_row or walk.label is not None


def tell_loose(walk: Walk) -> None:
    """Tell what fitted nowhere, now that more of the proposals follows."""
    told = walk.loose if walk.inside else []
    singly = 0 if walk.columns_lost else _TOLD
    for place, text in told[:singly]:
        message = f'"{text}" fits nowhere and is not read; check whether it belongs to an action.'
        walk.found.tell(place, message)
    if len(told) > singly:
        message = f"{len(told) - singly} texts from here on fit nowhere and are not read."
        walk.found.tell(told[singly][0], message)
    walk.loose, walk.loose_row = [], False
