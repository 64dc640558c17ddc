"""What a person has said of links while it is on its way to the store.

Owns how links look until they are read again, so that who judges quickly goes on to the next.
Writing them, and what is held, is `tui.pairing`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.kinds import LinkState
    from tui.pairing import Pair, Pairing


class Judgements:
    """Judgements that the links in view do not show yet, each by its two references."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str], LinkState] = {}
        self._tried: set[tuple[str, str]] = set()

    def __contains__(self, pair: Pair) -> bool:
        """Tell whether a judgement of a link is on its way."""
        return key_of(pair) in self._said

    def say(self, pair: Pair, state: LinkState) -> None:
        """Note what was said of a link that is now to be written."""
        self._said[key_of(pair)] = state

    def take_back(self, pair: Pair) -> None:
        """Forget what was said of a link: it was refused."""
        self._said.pop(key_of(pair), None)
        self._tried.discard(key_of(pair))

    def tried(self, pair: Pair) -> None:
        """Note that a write has ended, well or not; called by the verb, in its thread."""
        self._tried.add(key_of(pair))

    def ended(self) -> frozenset[tuple[str, str]]:
        """Return whose writes have ended: a reading that begins now shows what came of them."""
        return frozenset(self._tried.copy())

    def settle(self, ended: frozenset[tuple[str, str]]) -> None:
        """Forget what a reading shows: the store tells it from now on."""
        for key in ended:
            self._said.pop(key, None)
            self._tried.discard(key)

    def over(self, held: Pairing) -> Pairing:
        """Return the links as they were read, with what was said of them since."""
        pairs = (
            replace(pair, state=self._said.get(key_of(pair), pair.state)) for pair in held.pairs
        )
        return replace(held, pairs=tuple(pairs))


def key_of(pair: Pair) -> tuple[str, str]:
    """Return what tells a link from the others: its two references."""
    return pair.link.base, pair.link.repeat
