"""How a text takes exactly so many cells of a line, and how a line's width is shared out.

Owns cutting with a sign, padding, and which columns give way on a narrow screen. Whatever people
typed, the result is one line of the width asked for: wide characters are never halved, and what
could move the cursor or turn the direction of writing is taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tracker.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"
GAP = 2
"""Cells between two columns."""
ENOUGH = 8
"""Characters looked at for each cell; marks that sit on a letter take no cell of their own."""


def fit(text: str, width: int, *, align: str = "left") -> str:
    """Return a text as one line of exactly so many cells; what is cut off ends with a sign."""
    if width <= 0:
        return ""
    cut = len(text) > width * ENOUGH
    line = clean_line(text[: width * ENOUGH] if cut else text)
    taken = len(line) if line.isascii() else cell_len(line)
    if cut or taken > width:
        line = set_cell_size(line, width - 1).rstrip() + ELLIPSIS
        taken = cell_len(line)
    room = " " * (width - taken)
    return room + line if align == "right" else line + room


@dataclass(frozen=True, slots=True)
class Width:
    """What a column asks of a line's width."""

    least: int
    """Cells below which it cannot be read."""
    share: int = 0
    """Of the width that is left over; 0 keeps to the least."""
    most: int = 0
    """Cells beyond which it has no use for more; 0 knows no end."""
    spare: int = 0
    """How soon a narrow screen leaves it out: the highest first, 0 never."""


def share_out(asked: Sequence[Width], width: int) -> tuple[tuple[int, int], ...]:
    """Return the place and the cells of each column that a line has room for.

    Args:
        asked: What each column asks for, in order.
        width: The cells of the line.
    """
    places = list(range(len(asked)))
    while len(places) > 1 and _needed(asked, places) > width:
        first = max(places, key=lambda place: asked[place].spare)
        if not asked[first].spare:
            break
        places.remove(first)
    given = {place: asked[place].least for place in places}
    left = width - _needed(asked, places)
    while left > 0 and (
        takers := [place for place in places if _takes(asked[place], given[place])]
    ):
        left -= _hand_out(asked, takers, given, left)
    _take_back(given, -left)
    return tuple(given.items())


def _needed(asked: Sequence[Width], places: list[int]) -> int:
    return sum(asked[place].least for place in places) + GAP * (len(places) - 1)


def _takes(asked: Width, given: int) -> bool:
    return asked.share > 0 and not 0 < asked.most <= given


def _hand_out(asked: Sequence[Width], takers: list[int], given: dict[int, int], left: int) -> int:
    """Give each taker its share of what is left, and return how much was given in all."""
    shares = sum(asked[place].share for place in takers)
    handed = 0
    for place in takers:
        part = min(max(left * asked[place].share // shares, 1), left - handed)
        if asked[place].most:
            part = min(part, asked[place].most - given[place])
        given[place] += part
        handed += part
    return handed


def _take_back(given: dict[int, int], missing: int) -> None:
    """Take what even the least does not leave room for from the widest."""
    while missing > 0 and (widest := max(given, key=lambda place: given[place])) is not None:
        if given[widest] <= 1:
            break
        given[widest] -= 1
        missing -= 1
