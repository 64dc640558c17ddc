"""Suggesting which action of one cycle goes on as which of the next.

Owns the choice: which pairs are taken so that all together are likeliest, and where one action is
several of the other cycle. Leaves what comes into question to `candidates`, how sure likeness makes
us to `evidence`, and the words of a reason to `reasons`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.lineage import Link
from tracker.linking.assignment import assign
from tracker.linking.candidates import Pair, ends_of, find_pairs, read_cycles, word_for_word
from tracker.linking.evidence import TWICE_THE_SAME, WORD_FOR_WORD, certainty
from tracker.linking.reasons import reason_of_pair, reason_of_same, reason_of_star
from tracker.linking.stars import Star, find_stars
from tracker.ordering import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.lineage import Wording
    from tracker.linking.candidates import Cycles, End, Place

_DOUBTFUL = -1.5
"""Log odds from which a pair that is left out is worth a look."""
_EACH_PART = 0.5
"""Log odds that each further part of an action may cost."""
_ORDER = 1e-9
"""What nearness in order is worth: it decides between pairs that are otherwise equal."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What matching two cycles gives."""

    links: tuple[Link, ...]
    """More likely than not."""
    doubtful: tuple[Link, ...]
    """Pairs of actions left without a link that a person may yet want to link."""


def suggest_links(base: Sequence[Wording], repeat: Sequence[Wording]) -> tuple[Link, ...]:
    """Return the links that are more likely than not, in the order of references.

    Args:
        base: The earlier cycle's actions, in any order.
        repeat: The later cycle's.
    """
    return suggest(base, repeat).links


def suggest(base: Sequence[Wording], repeat: Sequence[Wording]) -> Suggestion:
    """Return the likely links between two cycles, and the pairs that just missed being likely.

    Args:
        base: The earlier cycle's actions, in any order.
        repeat: The later cycle's.
    """
    cycles = read_cycles(base, repeat)
    same, more = word_for_word(cycles)
    pairs = find_pairs(cycles, same)
    taken = _with_stars(pairs, find_stars(cycles, pairs))
    again = _left_over(more, [*same, *taken])
    links = [_same_link(cycles, place, WORD_FOR_WORD) for place in same]
    links += [_same_link(cycles, place, TWICE_THE_SAME) for place in again]
    links += [_link(cycles, place, found) for place, found in taken.items()]
    free = _without(pairs, [*same, *again, *taken])
    doubtful = [_link(cycles, pair.place, pair) for pair in _paired(free, least=_DOUBTFUL)]
    return Suggestion(_in_order(links), _in_order(doubtful))


def _paired(pairs: Iterable[Pair], *, least: float = 0.0) -> list[Pair]:
    """Return the pairs, each action in one at most, that are likeliest all together."""
    by_place = {pair.place: pair for pair in pairs if pair.odds > least}
    weights = {(b, r): pair.odds - least - _ORDER * abs(b - r) for (b, r), pair in by_place.items()}
    return [by_place[place] for place in assign(weights).items()]


def _without(pairs: Iterable[Pair], places: Iterable[Place]) -> list[Pair]:
    """Return the pairs of which neither end is in one of the places."""
    done = {end for place in places for end in ends_of(place)}
    return [pair for pair in pairs if done.isdisjoint(ends_of(pair.place))]


def _left_over(places: Iterable[Place], taken: Iterable[Place]) -> list[Place]:
    """Return the places of which one end is in no link."""
    used = {end for place in taken for end in ends_of(place)}
    return [place for place in places if not used.issuperset(ends_of(place))]


def _with_stars(pairs: Sequence[Pair], stars: Iterable[Star]) -> dict[Place, Pair | Star]:
    """Return the likeliest pairs, or a star wherever it is likelier than what it displaces."""
    alone = {pair.place: pair.odds for pair in _paired(pairs)}
    taken: dict[Place, Pair | Star] = {}
    used: set[End] = set()
    for star in sorted((star for star in stars if star.odds > 0), key=_strength):
        ends = {end for place in star.places for end in ends_of(place)}
        clashing = {place for place in alone if not ends.isdisjoint(ends_of(place))}
        displaced = sum(alone[place] for place in clashing - star.places)
        if star.odds > displaced and used.isdisjoint(ends):
            taken |= dict.fromkeys(star.places, star)
            used |= ends
            alone = {place: odds for place, odds in alone.items() if place not in clashing}
    return taken | {pair.place: pair for pair in _paired(_without(pairs, taken))}


def _strength(star: Star) -> tuple[float, list[Place], bool]:
    """Return a key that puts the likeliest first, the one with more parts where it is as likely."""
    return -round(star.odds, 6) - _EACH_PART * len(star.places), sorted(star.places), star.splits


def _same_link(cycles: Cycles, place: Place, odds: float) -> Link:
    base, repeat = cycles.base[place[0]], cycles.repeat[place[1]]
    reason = reason_of_same(base, repeat, twice=odds == TWICE_THE_SAME)
    return Link(base.ref, repeat.ref, certainty(odds), reason)


def _link(cycles: Cycles, place: Place, found: Pair | Star) -> Link:
    base, repeat = cycles.base[place[0]], cycles.repeat[place[1]]
    if isinstance(found, Pair):
        reason = reason_of_pair(cycles, found)
    else:
        reason = reason_of_star(cycles, found)
    return Link(base.ref, repeat.ref, certainty(found.odds), reason)


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (natural(link.base), natural(link.repeat))))
