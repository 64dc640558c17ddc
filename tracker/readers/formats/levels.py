"""The nesting of list items by their indents and marks.

Owns the one rule by which an indent becomes a level; the formats bring what they know of indents,
in letters, points or Word's units.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Nest:
    """The lists that are open at one point of a cell or paper."""

    tolerance: float
    """Indents that differ by no more are the same."""
    open: list[tuple[float, int]] = field(default_factory=list)
    """Indent and kind of mark of each list, outermost first."""

    def level(self, indent: float, rank: int = 0) -> int:
        """Return the level of an item, closing the lists that it ends."""
        while self.open and not self._holds(indent, rank):
            self.open.pop()
        if not self.open or self._is_deeper(indent, rank):
            self.open.append((indent, rank))
        inner, inner_rank = self.open[-1]
        self.open[-1] = (min(inner, indent), inner_rank)
        return len(self.open) - 1

    def close(self, indent: float | None = None) -> None:
        """Close the lists that a paragraph without a mark ends; all of them by default."""
        if indent is None:
            self.open.clear()
        while self.open and indent is not None and self.open[-1][0] > indent + self.tolerance:
            self.open.pop()

    def _holds(self, indent: float, rank: int) -> bool:
        """Tell whether an item stands in the innermost list or inside it."""
        inner, inner_rank = self.open[-1]
        if abs(indent - inner) <= self.tolerance:
            return rank >= inner_rank or len(self.open) == 1
        return indent > inner

    def _is_deeper(self, indent: float, rank: int) -> bool:
        inner, inner_rank = self.open[-1]
        return indent > inner + self.tolerance or rank > inner_rank
