"""Which action of one cycle is which of the next, as values: wordings, links, groups and fates.

Owns what a link is and the one fate of every group of linked actions. Leaves suggesting links to
`matching`, and what became of an action to `outcomes`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.drafts import RecommendationDraft
from tracker.kinds import Fate
from tracker.ordering import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tracker.drafts import ActionDraft
    from tracker.kinds import Status
    from tracker.plan import ActionView


_Node = tuple[int, str]
"""An action: 0 for the base or 1 for the repeat, and its reference there."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One action of a cycle as matching sees it."""

    ref: str
    proposals: tuple[str, ...]
    """Codes of the proposals that it stands under; empty for a recommendation."""
    text: str
    sub_items: tuple[str, ...] = ()
    delivery: str | None = None
    timescale: str | None = None
    """As written."""
    due: date | None = None
    former: date | None = None
    """The date that its own due date replaces, where the paper prints it."""
    status: Status | None = None
    owners: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The wording with its sub-items."""
        return "\n".join((self.text, *self.sub_items))

    @property
    def letters(self) -> str:
        """The letters and figures alone: equal for wordings that agree word for word."""
        plain = unicodedata.normalize("NFKC", self.whole).casefold().replace("&", "and")
        return "".join(letter for letter in plain if letter.isalnum()) or self.whole


@dataclass(frozen=True, slots=True)
class Link:
    """An action of the base cycle and the action of the repeat that goes on with it."""

    base: str
    repeat: str
    certainty: float
    """0 to 1."""
    reason: str
    """One sentence that a person can check."""


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that links hold together, or one that nothing is linked to."""

    base: tuple[str, ...]
    repeat: tuple[str, ...]
    fate: Fate
    links: tuple[Link, ...] = ()


def wording_in_paper(draft: ActionDraft | RecommendationDraft) -> Wording:
    """Return an action of a paper that is not stored yet as matching sees it.

    Args:
        draft: An action, or a recommendation, which stands under no proposal.
    """
    timescale = draft.timescale
    wording = Wording(
        ref=draft.ref,
        proposals=(),
        text=draft.text,
        timescale=timescale.text if timescale else None,
        due=timescale.due if timescale else None,
        former=timescale.former if timescale else None,
        status=draft.status,
        owners=draft.owners,
    )
    if isinstance(draft, RecommendationDraft):
        return wording
    proposals = (draft.ref.split("/", maxsplit=1)[0], *draft.also_under)
    return replace(wording, proposals=proposals, sub_items=draft.sub_items, delivery=draft.delivery)


def wording_in_plan(view: ActionView) -> Wording:
    """Return an action of a held plan as matching sees it."""
    timescale = view.timescale
    return Wording(
        ref=view.ref,
        proposals=view.proposals,
        text=view.text,
        sub_items=view.record.sub_items,
        delivery=view.record.delivery,
        timescale=timescale.text if timescale else None,
        due=view.due,
        former=timescale.former if timescale else None,
        status=view.status,
        owners=view.owner_names,
    )


def groups(
    base: Sequence[Wording], repeat: Sequence[Wording], links: Iterable[Link]
) -> tuple[Group, ...]:
    """Return every action of both cycles in exactly one group, in the order of references.

    Args:
        base: The earlier cycle's actions.
        repeat: The later cycle's.
        links: Links between them; one that names an action which is not there is left out.
    """
    sides = {w.ref: w for w in base}, {w.ref: w for w in repeat}
    kept = [link for link in links if link.base in sides[0] and link.repeat in sides[1]]
    found = [_group(nodes, kept, sides) for nodes in _joined([*_nodes(sides)], kept)]
    return tuple(sorted(found, key=_place))


def _nodes(sides: Sequence[Mapping[str, Wording]]) -> Iterable[_Node]:
    return ((side, ref) for side, wordings in enumerate(sides) for ref in wordings)


def _joined(nodes: Iterable[_Node], links: Iterable[Link]) -> Iterable[set[_Node]]:
    """Return the sets of actions that links hold together."""
    sets = {node: {node} for node in nodes}
    for link in links:
        one, other = sets[0, link.base], sets[1, link.repeat]
        if one is not other:
            one |= other
            sets |= dict.fromkeys(other, one)
    return {id(found): found for found in sets.values()}.values()


def _group(
    nodes: set[_Node], links: Iterable[Link], sides: Sequence[Mapping[str, Wording]]
) -> Group:
    base, repeat = (
        tuple(sorted((ref for at, ref in nodes if at == side), key=natural)) for side in (0, 1)
    )
    fate = fate_of([sides[0][ref] for ref in base], [sides[1][ref] for ref in repeat])
    own = (link for link in links if (0, link.base) in nodes)
    in_order = sorted(own, key=lambda link: (natural(link.base), natural(link.repeat)))
    return Group(base, repeat, fate, tuple(in_order))


def _place(group: Group) -> tuple[object, ...]:
    """Return a key that lists groups by base reference, new actions among them by their own."""
    first = group.base[0] if group.base else group.repeat[0]
    return natural(first), not group.base, natural(group.repeat[0]) if group.repeat else ()


def fate_of(base: Sequence[Wording], repeat: Sequence[Wording]) -> Fate:
    """Return what became of linked actions: the first that holds of merged, split, moved, reworded.

    Args:
        base: Linked actions of the earlier cycle, or one that is linked to none.
        repeat: Those of the later cycle.
    """
    if not repeat:
        return Fate.NOT_CARRIED
    if not base:
        return Fate.NEW
    if len(base) > 1:
        return Fate.MERGED
    if len(repeat) > 1:
        return Fate.SPLIT
    if has_moved(base[0], repeat[0]):
        return Fate.MOVED
    return Fate.CARRIED if is_word_for_word(base[0], repeat[0]) else Fate.REWORDED


def has_moved(base: Wording, repeat: Wording) -> bool:
    """Tell whether two actions share no proposal; being given a first one is no move."""
    if not base.proposals or not repeat.proposals:
        return False
    return set(base.proposals).isdisjoint(repeat.proposals)


def is_word_for_word(base: Wording, repeat: Wording) -> bool:
    """Tell whether two wordings agree but for case, spacing and punctuation."""
    return base.letters == repeat.letters
