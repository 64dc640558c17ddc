"""A partnership's own references of its actions, and the columns that are kept as printed.

Owns what is a reference of the paper's own and not ours, references that are printed again, and
the joining of columns when two rows are one action.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.columns import find_column, fold
from tracker.kinds import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.drafts import ActionDraft
    from tracker.readers.papers.found import Found

Further = tuple[tuple[str, str], ...]


def unite(first: Further, second: Further) -> Further:
    """Return the columns of both, each heading once with all that is printed under it."""
    united: dict[str, dict[str, None]] = {}
    for heading, text in (*first, *second):
        united.setdefault(heading, {})[text] = None
    return tuple((heading, "; ".join(values)) for heading, values in united.items())


def without_position(action: ActionDraft) -> ActionDraft:
    """Return an action without a reference that is nothing but our own name of its position."""
    ours = {action.ref, *action.aliases}
    further = tuple(
        (heading, text)
        for heading, text in action.further
        if not (_is_reference(heading) and set(text.split("; ")) <= ours)
    )
    return replace(action, further=further)


def tell_repeated(found: Found) -> None:
    """Note each reference that a paper gives to two different actions."""
    places: dict[str, list[str]] = defaultdict(list)
    worded: dict[str, set[str]] = defaultdict(set)
    for printed in found.actions:
        for reference in _references(printed.further):
            worded[reference].add(fold(printed.text))
            if printed.place not in places[reference]:
                places[reference].append(printed.place)
    for reference, at in places.items():
        if len(at) > 1 and len(worded[reference]) > 1:
            message = (
                f'The reference "{reference}" stands at {len(at)} different actions:'
                f" {', '.join(at)}. Each keeps it."
            )
            found.tell(at[1], message, Severity.NOTE)


def _references(further: Further) -> Iterable[str]:
    return (text for heading, text in further if _is_reference(heading))


def _is_reference(heading: str) -> bool:
    return find_column(heading) == "reference"
