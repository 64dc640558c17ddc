"""How a cell's value is put into words, the same in every text format.

Owns the words. Which cells there are is each report's, how they are set out each writer's.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.report import Cell, Value


def said(cell: Cell) -> str:
    """Return a cell for people: dates as 31 Dec 2021, lists joined, nothing as empty text."""
    value = cell.value
    if cell.bar:
        return "".join(piece.signs for piece in cell.bar)
    if cell.shown is not None:
        return cell.shown
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


def coded(value: Value) -> str:
    """Return a value for other programs: dates in ISO form, lists joined by semicolons."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
