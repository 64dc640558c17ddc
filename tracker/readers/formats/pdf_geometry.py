"""What stands on a page of a PDF, as plain values with their places.

Owns the values between PDFium and the grid. Coordinates are points from the lower left corner of
the page as it is shown, whatever way it is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """Characters without a space between them."""

    text: str
    x0: float
    x1: float
    base: float
    """The height of the line that it stands on."""
    size: float
    bold: bool
    spaced: bool
    """A space that the paper holds follows it."""


class Rule(NamedTuple):
    """A straight line: at a height or distance, from one end to the other."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """An area, with its colour where it is filled."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: str | None = None

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def shared(self, other: Box) -> float:
        """Return how much of the other's area lies inside."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        area = (other.x1 - other.x0) * (other.y1 - other.y0)
        return max(width, 0) * max(height, 0) / area if area else 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page."""

    number: int
    width: float = 0.0
    height: float = 0.0
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    """Horizontal rules."""
    down: list[Rule] = field(default_factory=list)
    """Vertical rules."""
    fills: list[Box] = field(default_factory=list)
    """In the order in which they are painted."""
    pictures: list[Box] = field(default_factory=list)
    slanting: int = 0
    """Characters set at a slant, such as a watermark; they are left out."""
    unmapped: int = 0
    """Characters of which the file does not say what letter they are."""
    damaged: bool = False
    """Nothing of it could be read."""


class Matrix(NamedTuple):
    """An affine map of the plane, with the coefficients named as in PDF."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is mapped to."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Matrix) -> Matrix:
        """Return the map that does the other first and then this one."""
        e, f = self.at(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )
