"""Which action held is which action read, one to one.

Owns the choice: first what agrees word for word, then the likeliest links of `matching`. An action
that was cut in two or joined with another goes on as its likeliest part; the other part is told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.lineage import wording_in_paper, wording_in_plan
from tracker.matching import suggest_links
from tracker.ordering import folded, natural
from tracker.reconciling.hand import as_printed
from tracker.reconciling.words import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from tracker.entries import Entry
    from tracker.lineage import Link, Wording
    from tracker.plan import ActionView
    from tracker.reconciling.hand import ByHand

WORD_FOR_WORD = "Word for word."


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of two sides, by the references of each, and what is left over."""

    read_of: dict[str, str]
    """Held to read."""
    links: dict[str, Link]
    """Held to the link that tells why."""
    parts: dict[str, str]
    """What was read and is left over, to the held action that it may be a part of."""
    joined: dict[str, str]
    """What is held and left over, to the held action whose reading it may have gone into."""


def wording_read(entry: Entry, under: tuple[str, ...]) -> Wording:
    """Return an action that was read as matching sees it, at its own position."""
    code, number = entry.at
    return replace(wording_in_paper(entry.draft), ref=f"{code}/{number}", proposals=under)


def pair_actions(held: Sequence[ActionView], read: Sequence[Wording], by_hand: ByHand) -> Pairs:
    """Return which action held is which action read.

    An action that a person worded anew is found by its own wording or by the one once printed.
    """
    now = [wording_in_plan(action) for action in held]
    once = [as_printed(w, by_hand.get(a.id, {})) for a, w in zip(held, now, strict=True)]
    read_of = _word_for_word(now, read, {})
    read_of = _word_for_word(once, read, read_of)
    if len(read_of) == len(now) == len(read):
        return Pairs(read_of, {}, {}, {})
    found = [*suggest_links(now, read), *(suggest_links(once, read) if once != now else ())]
    links: dict[str, Link] = {}
    taken = set(read_of.values())
    ordered = sorted(found, key=_strength)
    for link in ordered:
        if link.base not in read_of and link.repeat not in taken:
            read_of[link.base], links[link.base] = link.repeat, link
            taken.add(link.repeat)
    held_of = {repeat: base for base, repeat in read_of.items()}
    parts = {link.repeat: link.base for link in reversed(ordered) if link.repeat not in taken}
    joined = {
        link.base: held_of[link.repeat]
        for link in reversed(ordered)
        if link.base not in read_of and link.repeat in held_of
    }
    return Pairs(read_of, links, parts, joined)


def _strength(link: Link) -> tuple[object, ...]:
    return -link.certainty, natural(link.base), natural(link.repeat)


def _wholly(wording: Wording) -> Hashable:
    owners = frozenset(folded(post) for post in wording.owners)
    return _exactly(wording), owners, wording.status


def _exactly(wording: Wording) -> Hashable:
    cells = bare(wording.delivery), bare(wording.timescale)
    return wording.letters, frozenset(wording.proposals), cells


def _in_place(wording: Wording) -> Hashable:
    return wording.letters, frozenset(wording.proposals)


def _anywhere(wording: Wording) -> Hashable:
    return wording.letters


KEYS: tuple[Callable[[Wording], Hashable], ...] = (_wholly, _exactly, _in_place, _anywhere)
"""What must agree, the strictest first, so that a wording that stands twice finds its own."""


def _word_for_word(
    held: Sequence[Wording], read: Sequence[Wording], paired: Mapping[str, str]
) -> dict[str, str]:
    """Return pairs, and with them those of all that is left that agree word for word."""
    found = dict(paired)
    for key in KEYS:
        taken = set(found.values())
        left = _by(key, (wording for wording in held if wording.ref not in found))
        right = _by(key, (wording for wording in read if wording.ref not in taken))
        for words, refs in left.items():
            found |= dict(zip(refs, right.get(words, ()), strict=False))
    return found


def _by(
    key: Callable[[Wording], Hashable], wordings: Iterable[Wording]
) -> dict[Hashable, list[str]]:
    """Return the references of wordings by what they agree in, in their order."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for wording in sorted(wordings, key=lambda one: natural(one.ref)):
        found[key(wording)].append(wording.ref)
    return found
