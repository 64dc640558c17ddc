"""Which actions of two cycles come into question for one another, measured.

Owns finding pairs, without looking closely at all of them, and what each measures. Leaves actions
that are several of the other cycle to `stars`, and the choice to `matching`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from tracker.lineage import Wording, has_moved
from tracker.linking.evidence import Measures, weigh_pair
from tracker.linking.likeness import (
    ONE_WORD,
    Words,
    cover,
    frame,
    likeness,
    read_words,
    shared,
)
from tracker.ordering import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Place = tuple[int, int]
"""An action of the base and one of the repeat, by their numbers in their cycles, from 0."""
End = tuple[int, int]
"""One action: 0 for the base or 1 for the repeat, and its number there."""

_LEAST = 0.2
"""The least share, and the least weight, in common for two actions to come into question."""
_ELSEWHERE = 0.75
"""Share of a word's weight that counts where one action says it in its wording, and the other only
in how it is to be delivered."""
_MOST_PARTNERS = 8
"""Bounds the work where all actions look alike: the nearest are kept."""


class Cycles(NamedTuple):
    """Both cycles, their actions in an order that does not hang on the order of rows."""

    base: Sequence[Wording]
    repeat: Sequence[Wording]
    words: tuple[Sequence[Words], Sequence[Words]]


class _Alike(NamedTuple):
    """What two wordings have in common."""

    weight: float
    likeness: float
    cover: float


class Pair(NamedTuple):
    """Two actions that come into question for one another."""

    place: Place
    measures: Measures
    odds: float


def read_cycles(base: Sequence[Wording], repeat: Sequence[Wording]) -> Cycles:
    """Return both cycles in order, their words weighed."""
    base, repeat = (sorted(side, key=lambda w: natural(w.ref)) for side in (base, repeat))
    return Cycles(base, repeat, read_words(base, repeat))


def ends_of(place: Place) -> tuple[End, End]:
    """Return both actions of a pair."""
    return (0, place[0]), (1, place[1])


def word_for_word(cycles: Cycles) -> tuple[set[Place], set[Place]]:
    """Return pairs that agree word for word: under the same proposal first, then in order.

    Returns:
        Pairs of which each end is used once, and further ones for the ends that are left over
        where a wording stands more often in one cycle than in the other.
    """
    numbers: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, wordings in enumerate((cycles.base, cycles.repeat)):
        for number, wording in enumerate(wordings):
            numbers[wording.letters][side].append(number)
    once: set[Place] = set()
    more: set[Place] = set()
    for bases, repeats in numbers.values():
        used: set[End] = set()
        ranked = sorted(product(bases, repeats), key=lambda place: _distance(cycles, place))
        for found, free in ((once, 2), (more, 1)):
            for place in ranked:
                ends = ends_of(place)
                if sum(end not in used for end in ends) >= free:
                    found.add(place)
                    used.update(ends)
    return once, more


def _distance(cycles: Cycles, place: Place) -> tuple[bool, int, Place]:
    """Return a key that puts those under the same proposal first, then the nearest in order."""
    b, r = place
    return has_moved(cycles.base[b], cycles.repeat[r]), abs(b - r), place


def find_pairs(cycles: Cycles, settled: Iterable[Place]) -> list[Pair]:
    """Return the pairs that come into question.

    Args:
        cycles: Both cycles.
        settled: Pairs that are sure; neither end comes into question again.
    """
    near = _nearest(_alike(cycles, settled))
    shortfalls = _shortfalls({place: alike.likeness for place, alike in near.items()})
    measured = {
        place: _measures(cycles, place, alike, shortfalls[place]) for place, alike in near.items()
    }
    return [Pair(place, found, weigh_pair(found)) for place, found in measured.items()]


def _alike(cycles: Cycles, settled: Iterable[Place]) -> dict[Place, _Alike]:
    """Return what every pair has in common, where it is enough."""
    done = {end for place in settled for end in ends_of(place)}
    holders: dict[str, list[tuple[int, float, bool]]] = defaultdict(list)
    for r, words in enumerate(cycles.words[1]):
        for root, weight, in_text in _told(words) if (1, r) not in done else ():
            holders[root].append((r, weight, in_text))
    found: dict[Place, _Alike] = {}
    for b, words in enumerate(cycles.words[0]):
        common: dict[int, float] = defaultdict(float)
        for root, weight, in_text in _told(words) if (0, b) not in done else ():
            for r, other, in_other in holders.get(root, ()):
                if in_text or in_other:
                    share = 1.0 if in_text and in_other else _ELSEWHERE
                    common[r] += min(weight, other) * share
        for r, weight in common.items():
            total = cycles.words[1][r].total
            held = cover(weight, min(words.total, total))
            if min(held, weight) >= _LEAST:
                found[b, r] = _Alike(weight, likeness(weight, words.total, total), held)
    return found


def _told(words: Words) -> Iterable[tuple[str, float, bool]]:
    """Yield what an action speaks of: in its text, or else in how it is to be delivered."""
    for root, weight in words.weights.items():
        yield root, weight, True
    for root, weight in words.delivery.items():
        if root not in words.weights:
            yield root, weight, False


def _nearest(alike: Mapping[Place, _Alike]) -> dict[Place, _Alike]:
    """Keep the nearest partners of each action, which bounds the work where all look alike."""
    ranks: dict[End, int] = defaultdict(int)
    kept: dict[Place, _Alike] = {}
    for place in sorted(alike, key=lambda p: (-alike[p].likeness, abs(p[0] - p[1]), sum(p), p)):
        if min(ranks[end] for end in ends_of(place)) < _MOST_PARTNERS:
            kept[place] = alike[place]
        for end in ends_of(place):
            ranks[end] += 1
    return kept


def _shortfalls(alike: Mapping[Place, float]) -> dict[Place, float]:
    """Return how much less alike each pair is than what either end would rather have.

    A rival counts only if it would not rather have another itself.
    """
    best: dict[End, float] = defaultdict(float)
    for place, like in alike.items():
        for end in ends_of(place):
            best[end] = max(best[end], like)
    rivals: dict[End, list[tuple[float, End]]] = defaultdict(list)
    for place, like in alike.items():
        base, repeat = ends_of(place)
        for end, rival in ((base, repeat), (repeat, base)):
            if like >= best[rival]:
                rivals[end].append((like, rival))

    shortfalls: dict[Place, float] = {}
    for place, like in alike.items():
        base, repeat = ends_of(place)
        shortfalls[place] = sum(
            min(0.0, like - max((r for r, rival in rivals[end] if rival != partner), default=0.0))
            for end, partner in ((base, repeat), (repeat, base))
        )
    return shortfalls


def _measures(cycles: Cycles, place: Place, alike: _Alike, shortfall: float) -> Measures:
    base, repeat = cycles.base[place[0]], cycles.repeat[place[1]]
    one, other = cycles.words[0][place[0]], cycles.words[1][place[1]]
    return Measures(
        likeness=alike.likeness,
        cover=alike.cover,
        frame=frame(one, other, alike.weight),
        shortfall=shortfall,
        proposal=_same_proposal(base, repeat),
        dates=_dates_agree(base, repeat),
        delivery=_same_delivery(one.delivery, other.delivery),
    )


def _same_proposal(base: Wording, repeat: Wording) -> float:
    if not base.proposals or not repeat.proposals:
        return 0.5
    return 0.0 if has_moved(base, repeat) else 1.0


def _dates_agree(base: Wording, repeat: Wording) -> float:
    agree = (repeat.former and repeat.former == base.due) or (
        base.former and base.former == repeat.due
    )
    return 1.0 if agree else 0.0


def _same_delivery(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    # Cautiously: "subject to funding" is said of anything.
    return 2 * shared(one, other) / (sum(one.values()) + sum(other.values()) + 2 * ONE_WORD)
