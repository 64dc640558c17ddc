"""The columns that answer for an action, and what is told of answers that have no action.

Owns which columns say something of an action and the words for a row that says it of none. Leaves
what the cells mean to `plan_actions` and `drafting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.papers.heads import HeadCell

ANSWERS = frozenset(
    ("timescale", "revised", "status", "rag", "outlook", "delivery", "progress", "owners_timescale")
)
"""Columns that answer for one action: where a table has one, a row is an action."""
FURTHER = frozenset(("outcome", "measure", "updated", "completed", "start", "review"))
"""Columns that are known but have no field of their own."""
NO_ACTION = "but no action"
"""In every message about a row that has answers alone."""
_IN_WORDS = {
    "owners": "a lead",
    "contributors": "contributors",
    "timescale": "a timescale",
    "revised": "a revised date",
    "owners_timescale": "a lead or a timescale",
    "status": "a status",
    "rag": "a traffic light",
    "outlook": "an outlook",
    "progress": "progress",
    "delivery": "a comment",
    "outcome": "an outcome",
    "measure": "a measure",
    "start": "a start date",
    "completed": "a date of completion",
    "review": "a review date",
    "updated": "a date of update",
}


def no_action(answers: Sequence[HeadCell], words: str) -> str:
    """Return what is told of a row that has answers and no action.

    Args:
        answers: The columns that it fills.
        words: All that it says.
    """
    named = [_named(cell) for cell in answers if cell.key != "reference"]
    named = list(dict.fromkeys(named)) or ["a reference" if answers else "some text"]
    listed = " and ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
    return (
        f'The row has {listed} {NO_ACTION}: "{words}". It is not read; if an action is missing,'
        " add it by hand."
    )


def _named(cell: HeadCell) -> str:
    return _IN_WORDS.get(cell.key or "", f'"{cell.heading}"')
