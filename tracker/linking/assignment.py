"""Pairing two sides so that all pairs together weigh most, instead of row by row.

Owns one sparse assignment, whatever it is that is paired. Nothing must be paired: a pair that
weighs nothing is better left out, and so is one that takes a partner from a pair worth more.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_EQUAL = 1e-12
"""Gains nearer than this are the same, so that rounding makes no circle look worth its while."""


def assign(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return the pairing of greatest weight, left to right, in which each is used at most once.

    The left ones are placed one after the other by the path that gains most: each may push those
    placed before it to another partner, or out, where all together gain by it.

    Args:
        weights: What each possible pair is worth; those of 0 or less are never taken.
    """
    worth: dict[int, dict[int, float]] = {}
    for (left, right), weight in sorted(weights.items()):
        if weight > 0:
            worth.setdefault(left, {})[right] = weight
    pairs: dict[int, int] = {}
    holders: dict[int, int] = {}
    for left in worth:
        _place(left, worth, pairs, holders)
    return pairs


def _place(
    start: int,
    worth: Mapping[int, Mapping[int, float]],
    pairs: dict[int, int],
    holders: dict[int, int],
) -> None:
    """Place one left node, moving others along the path of greatest gain."""
    gains = {start: 0.0}
    """What pushing each left node out of its pair gains so far."""
    pushed: dict[int, tuple[int, int]] = {}
    """By which left node, and from which right one, each was pushed."""
    best: tuple[float, int, int | None] = (0.0, start, None)
    waiting = deque([start])
    while waiting:
        left = waiting.popleft()
        for right, weight in worth[left].items():
            if pairs.get(left) == right:
                continue
            gain, holder = gains[left] + weight, holders.get(right)
            if holder is None:
                best = max(best, (gain, left, right), key=lambda end: end[0])
                continue
            gain -= worth[holder][right]
            if gain > gains.get(holder, 0.0 if holder == start else float("-inf")) + _EQUAL:
                gains[holder], pushed[holder] = gain, (left, right)
                waiting.append(holder)
                best = max(best, (gain, holder, None), key=lambda end: end[0])
    _turn(best[1], best[2], pushed, pairs, holders)


def _turn(
    left: int,
    right: int | None,
    pushed: Mapping[int, tuple[int, int]],
    pairs: dict[int, int],
    holders: dict[int, int],
) -> None:
    """Give the last node of a path its new partner or none, and each before it the next one's."""
    while True:
        if right is None:
            pairs.pop(left, None)
        else:
            pairs[left], holders[right] = right, left
        if left not in pushed:
            return
        left, right = pushed[left]
