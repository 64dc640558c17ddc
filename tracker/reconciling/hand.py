"""What people wrote themselves in a cycle that a paper had made.

Owns the value, and whether a paper that comes again only repeats what it had printed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.reconciling.words import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.lineage import Wording


@dataclass(frozen=True, slots=True)
class Hand:
    """A field that a person wrote."""

    told: str
    """Who, and when, in words."""
    printed: tuple[str, ...] = ()
    """What a paper had printed there: a text, or the codes or posts."""

    def repeats(self, read: Sequence[str]) -> bool:
        """Tell whether a paper says only what it had said before the person wrote."""
        return {letters(text) for text in read} == {letters(text) for text in self.printed}


ByHand = dict[int, dict[str, Hand]]
"""Of actions, by their ids: the fields that a person wrote."""


def as_printed(wording: Wording, hands: dict[str, Hand]) -> Wording:
    """Return a wording as the paper had it, before a person wrote it anew."""
    if "text" in hands and hands["text"].printed:
        wording = replace(wording, text=hands["text"].printed[0])
    if "proposals" in hands:
        wording = replace(wording, proposals=hands["proposals"].printed)
    return wording
