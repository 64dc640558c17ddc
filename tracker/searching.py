"""Finding actions by what is typed, best first, while it is being typed.

Owns what is looked at and what counts as a better find: the beginning of a reference before the
beginning of a word, the wording before the owners, the inside of a word last. Leaves the fields
that can be filtered by to the filter of `reports.actions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.plan import ActionView

Item = TypeVar("Item")

_BETWEEN = re.compile(r"[^\w/.]+")


@dataclass(frozen=True, slots=True)
class Sought(Generic[Item]):
    """A thing that can be found, and its words, ready to be compared."""

    item: Item
    names: str
    """What it is called by, such as an action's reference; a space before each word."""
    words: str
    further: str
    """Words that count for less, such as its owners."""


def sought(items: Iterable[Item], action_of: Callable[[Item], ActionView]) -> list[Sought[Item]]:
    """Return things that stand for actions, ready to be searched."""
    found = []
    for item in items:
        action = action_of(item)
        record = action.record
        names = (action.ref, *record.aliases)
        words = (action.text, *record.sub_items, record.delivery or "")
        owners = (owner.body or "" for owner in action.owners)
        found.append(
            Sought(item, _ready(*names), _ready(*words), _ready(*action.owner_names, *owners))
        )
    return found


def search(held: Iterable[Sought[Item]], typed: str) -> list[Item]:
    """Return the things in which every word that was typed is found, the best first.

    Equally good ones keep their order; nothing typed finds all of them.
    """
    asked = folded(typed).split()
    if not asked:
        return [one.item for one in held]
    ranked = []
    for one in held:
        rank = _rank(one, asked)
        if rank is not None:
            ranked.append((rank, one.item))
    ranked.sort(key=lambda pair: pair[0])
    return [item for _, item in ranked]


def _rank(one: Sought[Item], asked: list[str]) -> int | None:
    """Return how far from the best find it is, or None where a word is not found."""
    total = 0
    for word in asked:
        start = f" {word}"
        if start in one.names:
            continue
        if start in one.words:
            total += 1
        elif start in one.further:
            total += 2
        elif word in one.words or word in one.further or word in one.names:
            total += 4
        else:
            return None
    return total


def _ready(*texts: str) -> str:
    return " " + _BETWEEN.sub(" ", folded(" ".join(texts)))
