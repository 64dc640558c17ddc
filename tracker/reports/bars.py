"""Bars: numbers drawn with signs, so that they read on every console and without colour.

Owns how long a bar is. The number always stands beside it in a column of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 24
"""Signs of the longest bar of a table."""
FULL = "█"


def length(count: int, most: int, *, widest: int = WIDEST) -> int:
    """Return how many signs a count is drawn with: one each, or in proportion to the most.

    Nothing is drawn for nothing, and at least one sign for anything.
    """
    if count <= 0 or most <= 0:
        return 0
    if most <= widest:
        return count
    return max(1, round(widest * count / most))


def bar(count: int, most: int, tone: str = "") -> Cell:
    """Return a count as a bar, in the scale of the table's greatest."""
    signs = FULL * length(count, most)
    return Cell(count, tone, shown="", bar=(Piece(signs, tone),) if signs else ())


def signs(parts: Sequence[tuple[str, int, str]]) -> Cell:
    """Return counts as one sign for each thing, part after part.

    Args:
        parts: The sign, how many, and the tone.
    """
    pieces = tuple(Piece(sign * count, tone) for sign, count, tone in parts if count)
    return Cell(sum(count for _, count, _ in parts), shown="", bar=pieces)
