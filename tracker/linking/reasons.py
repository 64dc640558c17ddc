"""Why two actions are thought to be one, in a sentence that a person can check.

Owns the words; what they are about was measured in `candidates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.lineage import has_moved
from tracker.linking.wording import LABOUR
from tracker.rules import percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.lineage import Wording
    from tracker.linking.candidates import Cycles, Pair
    from tracker.linking.likeness import Words
    from tracker.linking.stars import Star

_MOST_WORDS = 4
_SAME_DELIVERY = 0.5


def reason_of_same(base: Wording, repeat: Wording, *, twice: bool) -> str:
    """Return the reason for a pair that agrees word for word.

    Args:
        base: The earlier action.
        repeat: The later one.
        twice: Whether the wording stands more often in one cycle than in the other.
    """
    reason = f"Word for word the same{_move(base, repeat)}"
    return f"{reason}; the wording stands more often in one cycle." if twice else f"{reason}."


def reason_of_pair(cycles: Cycles, pair: Pair) -> str:
    """Return the reason for a pair: the words that both hold, and what else speaks for it."""
    b, r = pair.place
    common = _common(cycles.words[0][b], cycles.words[1][r])
    alike = _share(pair.measures.likeness)
    reason = f"Both speak of {common}; {alike} of the words that matter agree"
    if pair.measures.dates > 0:
        reason += ", and the date that the repeat replaces is the earlier one's"
    if pair.measures.delivery >= _SAME_DELIVERY:
        reason += ", and so does how it is delivered"
    return f"{reason}{_move(cycles.base[b], cycles.repeat[r])}."


def reason_of_star(cycles: Cycles, star: Star) -> str:
    """Return the reason for taking several actions for one."""
    bases = _listed(dict.fromkeys(cycles.base[b].ref for b, _ in sorted(star.places)))
    repeats = _listed(dict.fromkeys(cycles.repeat[r].ref for _, r in sorted(star.places)))
    parts, one = f"The earlier {bases}", f"the repeat's {repeats}"
    if star.splits:
        parts, one = f"The repeat's {repeats}", f"the earlier {bases}"
    together, alone = _share(star.measures.likeness), _share(star.alone)
    nearest = "nearer" if len(star.places) == 2 else "nearest"
    return (
        f"{parts}, taken together, agree with {one} in {together} of the words that matter; the"
        f" {nearest} of them alone agrees in {alone}."
    )


def _common(one: Words, other: Words) -> str:
    """Return the weightiest words that both hold, as the earlier has them."""
    weights = {
        root: max(one.weights.get(root, 0.0), other.weights.get(root, 0.0))
        for root in (*one.weights, *one.delivery)
        if root in other.weights or (root in other.delivery and root in one.weights)
    }
    common = sorted(weights, key=lambda root: -weights[root])
    telling = [root for root in common if weights[root] > LABOUR] or common
    shown = dict.fromkeys(one.shown[root] for root in telling)
    return _listed([f"\u2018{word}\u2019" for word in shown][:_MOST_WORDS])


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _move(base: Wording, repeat: Wording) -> str:
    if not has_moved(base, repeat):
        return ""
    return f", moved from {', '.join(base.proposals)} to {', '.join(repeat.proposals)}"


def _share(share: float) -> str:
    """Return a share in percent; 100 and 0 only where it is so."""
    return f"{percent(round(share * 10_000), 10_000)} %"
