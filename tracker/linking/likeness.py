"""How much of one action's wording is in another's.

Owns the weight of words over both cycles, where rare ones count more, and the shares and sequences
that two wordings have in common. Leaves to `evidence` how sure that makes us.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from tracker.linking.wording import learn_abbreviations, plain_words, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.lineage import Wording
    from tracker.linking.wording import Term

ONE_WORD = 1.0
"""The weight of a rare subject: added to a total where a share of very little must not count."""
_LONG_ENOUGH, _LONG = 6, 10
"""Letters of a root from which one slip of the pen, or two, leave no doubt about the word."""


@dataclass(frozen=True, slots=True)
class Words:
    """One wording, weighed."""

    weights: Mapping[str, float]
    """Root to weight: by kind, and by how rare it is in both cycles."""
    total: float
    plain: tuple[str, ...] = ()
    """Every word, in order."""
    runs: frozenset[tuple[str, ...]] = frozenset()
    """Every three words that stand together."""
    delivery: Mapping[str, float] = field(default_factory=dict)
    """Root to weight in how it is to be delivered."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """Root to the word as written."""


def read_words(
    base: Sequence[Wording], repeat: Sequence[Wording]
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Return the wordings of both cycles, weighed over both.

    Args:
        base: The earlier cycle's actions.
        repeat: The later cycle's.
    """
    both = [*base, *repeat]
    learnt = learn_abbreviations([part for w in both for part in (w.whole, w.delivery or "")])
    spoken = [terms(wording.whole, learnt) for wording in both]
    slips = _slips(_roots(spoken[: len(base)]), _roots(spoken[len(base) :]))
    said = [_mended(found, slips) for found in spoken]
    delivered = [_mended(terms(w.delivery or "", learnt), slips) for w in both]
    rarity, repeated = _rarity(said), _rarity(delivered)
    words = tuple(
        _words(wording.whole, found, delivery, (rarity, repeated))
        for wording, found, delivery in zip(both, said, delivered, strict=True)
    )
    return words[: len(base)], words[len(base) :]


def _roots(said: Iterable[Iterable[Term]]) -> set[str]:
    return {term.root for found in said for term in found}


def _mended(found: Sequence[Term], slips: Mapping[str, str]) -> Sequence[Term]:
    if slips.keys().isdisjoint(term.root for term in found):
        return found
    return tuple(term._replace(root=slips.get(term.root, term.root)) for term in found)


def _slips(one: set[str], other: set[str]) -> dict[str, str]:
    """Return the roots of one cycle that are those of the other but for a slip of the pen.

    A root that could be two others is left alone.
    """
    near: list[tuple[str, str]] = []
    by_letter: dict[str, list[str]] = {}
    for root in other - one:
        if len(root) >= _LONG_ENOUGH:
            by_letter.setdefault(root[0], []).append(root)
    for root in one - other:
        for like in by_letter.get(root[0], ()) if len(root) >= _LONG_ENOUGH else ():
            most = 2 if min(len(root), len(like)) >= _LONG else 1
            if OSA.distance(root, like, score_cutoff=most) <= most:
                near.append((root, like))
    seen = Counter(root for pair in near for root in pair)
    return {max(pair): min(pair) for pair in near if seen[pair[0]] == seen[pair[1]] == 1}


def _rarity(said: Sequence[Sequence[Term]]) -> dict[str, float]:
    """Return how rare each root is over both cycles: 1 where it stands once in each, or less."""
    counts = Counter(root for found in said for root in {term.root for term in found})
    rarest = log(1 + len(said) / 2)
    return {root: min(1.0, log(1 + len(said) / count) / rarest) for root, count in counts.items()}


def _words(
    text: str,
    said: Sequence[Term],
    delivered: Sequence[Term],
    rarities: tuple[Mapping[str, float], Mapping[str, float]],
) -> Words:
    rarity, repeated = rarities
    weights = _weights(said, rarity)
    delivery = _weights(delivered, repeated)
    plain = tuple(plain_words(text))
    shown: dict[str, str] = {}
    for term in (*said, *delivered):
        shown.setdefault(term.root, term.word)
    return Words(
        weights=weights,
        total=sum(weights.values()),
        plain=plain,
        runs=frozenset(zip(plain, plain[1:], plain[2:], strict=False)),
        delivery={root: weight * rarity.get(root, 1.0) for root, weight in delivery.items()},
        shown=shown,
    )


def _weights(found: Iterable[Term], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return each root with its weight; the heaviest where it stands several times."""
    weights: dict[str, float] = {}
    for term in found:
        weight = term.weight * rarity.get(term.root, 1.0)
        weights[term.root] = max(weight, weights.get(term.root, 0.0))
    return weights


def joined(parts: Sequence[Words]) -> Words:
    """Return several wordings as one."""
    weights: dict[str, float] = {}
    for part in parts:
        for root, weight in part.weights.items():
            weights[root] = max(weight, weights.get(root, 0.0))
    return Words(weights, sum(weights.values()))


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the weight of what two wordings have in common."""
    if len(other) < len(one):
        one, other = other, one
    return sum(min(weight, other[root]) for root, weight in one.items() if root in other)


def likeness(common: float, one: float, other: float) -> float:
    """Return the share of two totals that is common to both.

    Rounded, so that pairs that are equally alike are so whichever way they were added up.
    """
    return round(2 * common / (one + other), 9) if common else 0.0


def cover(common: float, total: float) -> float:
    """Return the share of a wording that is common, told with caution where it says little."""
    return round(common / (total + ONE_WORD), 9)


def frame(one: Words, other: Words, common: float) -> float:
    """Return how far two wordings are one sequence of words around different subjects.

    Args:
        one: A wording.
        other: Another.
        common: The weight of what they have in common.
    """
    runs = one.runs & other.runs
    if not runs:
        return 0.0
    different = 2 * (min(one.total, other.total) - common) / (common + ONE_WORD)
    return max(_covered(words.plain, runs) for words in (one, other)) * min(1.0, different)


def _covered(plain: Sequence[str], runs: frozenset[tuple[str, ...]]) -> float:
    """Return the share of words that stand in one of the runs."""
    places = {
        place + step
        for place in range(len(plain) - 2)
        if tuple(plain[place : place + 3]) in runs
        for step in range(3)
    }
    return len(places) / len(plain)
