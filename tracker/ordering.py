"""The order in which actions are listed and found, the same on every engine.

Owns sorting by reference, by date and by any column of a list, and case-blind comparison. The
store leaves both to Python.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.kinds import Outlook, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.rules import Standing


def natural(code: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that puts 2.10 after 2.9 and numbers before letters."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in code.replace("/", ".").split(".")
    )


def folded(text: str) -> str:
    """Return text for comparison without regard to case and spacing."""
    return " ".join(text.casefold().split())


def by_due(standing: Standing) -> tuple[date, tuple[tuple[int, int, str], ...]]:
    """Return a key that puts the longest overdue first and undated ones last."""
    due = standing.point.due if standing.point else date.max
    return due, natural(standing.action.ref)


def _due(standing: Standing) -> date | None:
    return standing.point.due if standing.point else standing.action.due


def _outlook(standing: Standing) -> int | None:
    outlook = standing.action.outlook
    return None if outlook is Outlook.NOT_STATED else list(Outlook).index(outlook)


# Any: each column has a kind of value of its own, compared only with others of its column.
SORTS: dict[str, Callable[[Standing], Any]] = {
    "ref": lambda s: natural(s.action.ref),
    "text": lambda s: folded(s.action.text),
    "owners": lambda s: folded(", ".join(s.action.owner_names)) or None,
    "timescale": _due,
    "due": _due,
    "days": _due,
    "review": lambda s: s.review,
    "status": lambda s: list(Status).index(s.action.status),
    "outlook": _outlook,
    "last_update": lambda s: s.action.last_update,
}
"""What each column of a list is sorted by; None where it holds nothing."""


def by_column(
    standings: Iterable[Standing], column: str, *, backwards: bool = False
) -> list[Standing]:
    """Sort by a column; what holds nothing there comes last, whichever way round.

    Equal ones keep their order.
    """
    value = SORTS[column]
    keyed = [(value(standing), standing) for standing in standings]
    held = [pair for pair in keyed if pair[0] is not None]
    held.sort(key=lambda pair: pair[0], reverse=backwards)
    return [*(s for _, s in held), *(s for found, s in keyed if found is None)]
