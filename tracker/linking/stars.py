"""Which actions of one cycle may be several of the other together: merged, or split.

Owns finding one action and its parts, and what they measure: together they must be more like the
one than any fewer of them. Leaves the choice to `matching`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tracker.linking.evidence import Joint, weigh_joint
from tracker.linking.likeness import Words, cover, joined, likeness, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.linking.candidates import Cycles, Pair, Place

_LEAST = 0.3
"""The least share of a part that the one must hold."""
_MOST_CANDIDATES, _MOST_PARTS = 5, 4
"""Bounds of the work: the nearest are tried, and no more at a time."""
_GAIN = 0.02
"""How much more like the one the others must be with each part than without it."""


class Star(NamedTuple):
    """One action, and several of the other cycle that it may be together."""

    places: frozenset[Place]
    measures: Joint
    odds: float
    splits: bool
    """Whether the one is of the base."""
    alone: float
    """Likeness of the one and the nearest of its parts."""


def find_stars(cycles: Cycles, pairs: Iterable[Pair]) -> list[Star]:
    """Return the actions that may be several of the other cycle together.

    Args:
        cycles: Both cycles.
        pairs: The pairs that come into question.
    """
    pairs = list(pairs)
    stars: list[Star] = []
    for side in (0, 1):
        best = _best_two(pairs, 1 - side)
        parts: dict[int, list[_Part]] = defaultdict(list)
        for pair in pairs:
            part = _part(cycles, pair, side, best)
            if part.held >= _LEAST:
                parts[pair.place[side]].append(part)
        for centre, found in parts.items():
            nearest = sorted(found, key=lambda part: (-part.like, part.number))[:_MOST_CANDIDATES]
            stars += _stars_around(cycles, side, centre, nearest)
    return stars


class _Part(NamedTuple):
    """What may be part of an action of the other cycle."""

    number: int
    words: Words
    like: float
    held: float
    shortfall: float


def _best_two(pairs: Iterable[Pair], side: int) -> dict[int, list[tuple[float, int]]]:
    """Return for each action of a side the two that are most like it."""
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        best[pair.place[side]].append((pair.measures.likeness, pair.place[1 - side]))
    return {number: sorted(found, reverse=True)[:2] for number, found in best.items()}


def _part(
    cycles: Cycles, pair: Pair, side: int, best: Mapping[int, list[tuple[float, int]]]
) -> _Part:
    """Return one end of a pair as a possible part of the other, which is on the side given."""
    centre, number = pair.place[side], pair.place[1 - side]
    words = cycles.words[1 - side][number]
    common = shared(cycles.words[side][centre].weights, words.weights)
    elsewhere = max((like for like, other in best[number] if other != centre), default=0.0)
    return _Part(
        number,
        words,
        like=likeness(common, words.total, cycles.words[side][centre].total),
        held=cover(common, words.total),
        shortfall=min(0.0, pair.measures.likeness - elsewhere),
    )


def _stars_around(cycles: Cycles, side: int, centre: int, parts: Sequence[_Part]) -> Iterable[Star]:
    """Yield every set of parts of which each makes the whole more like the one."""
    words = cycles.words[side][centre]
    alike = {frozenset({part.number}): part.like for part in parts}
    for size in range(2, _MOST_PARTS + 1):
        for chosen in combinations(parts, size):
            numbers = frozenset(part.number for part in chosen)
            whole = joined([part.words for part in chosen])
            like = likeness(shared(words.weights, whole.weights), words.total, whole.total)
            alike[numbers] = like
            if like < max(alike[numbers - {one}] for one in numbers) + _GAIN:
                continue
            measures = Joint(
                likeness=like,
                added=min(_added(words, part, chosen) for part in chosen),
                shortfall=sum(part.shortfall for part in chosen),
            )
            yield Star(
                places=frozenset((centre, p) if side == 0 else (p, centre) for p in numbers),
                measures=measures,
                odds=weigh_joint(measures),
                splits=side == 0,
                alone=max(part.like for part in chosen),
            )


def _added(centre: Words, part: _Part, parts: Iterable[_Part]) -> float:
    """Return the share that is the one's of all that a part has and the other parts have not."""
    others = {root for other in parts if other is not part for root in other.words.weights}
    mine, foreign = 0.0, 0.0
    for root, weight in part.words.weights.items():
        if root not in centre.weights:
            foreign += weight
        elif root not in others:
            mine += min(weight, centre.weights[root])
    return mine / (mine + foreign) if mine else 0.0
