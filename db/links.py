"""Reading the links between two cycles, direct or through the cycles between them.

Owns which links stand, and what a person said of each. Saying it is `writing.links`, and what is
made of them is `tracker.compare`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import LinkState
from tracker.lineage import Link

if TYPE_CHECKING:
    from db.reader import Reader

LINKS = """
SELECT b.code, b.number, r.code, r.number, k.certainty, k.reason, k.state
FROM link k JOIN action b ON b.id = k.base_action_id JOIN action r ON r.id = k.repeat_action_id
WHERE k.cycle_id = :repeat AND b.cycle_id = :base ORDER BY k.id
"""
KEPT = frozenset({LinkState.SUGGESTED, LinkState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class HeldLink:
    """A link with what a person said of it."""

    link: Link
    state: LinkState


def links_between(reader: Reader, *, base: int, repeat: int) -> tuple[HeldLink, ...]:
    """Return the links held between two cycles, refused ones included.

    Args:
        reader: The store.
        base: The earlier cycle's id.
        repeat: The later one's.
    """
    return tuple(
        HeldLink(
            Link(f"{code}/{number}", f"{later}/{place}", certainty / 1000, reason),
            LinkState(state),
        )
        for code, number, later, place, certainty, reason, state in reader.rows(
            LINKS, {"base": base, "repeat": repeat}
        )
    )


def joined(first: tuple[HeldLink, ...], then: tuple[HeldLink, ...]) -> tuple[HeldLink, ...]:
    """Return the links that lead from one cycle through a second to a third.

    What leads somewhere is as certain as both parts together, and confirmed where both are.
    """
    onward: dict[str, list[HeldLink]] = {}
    for held in then:
        if held.state in KEPT:
            onward.setdefault(held.link.base, []).append(held)
    return tuple(
        HeldLink(
            Link(
                held.link.base,
                further.link.repeat,
                held.link.certainty * further.link.certainty,
                f"By way of {held.link.repeat}: {further.link.reason}",
            ),
            LinkState.CONFIRMED
            if held.state == further.state == LinkState.CONFIRMED
            else LinkState.SUGGESTED,
        )
        for held in first
        if held.state in KEPT
        for further in onward.get(held.link.repeat, ())
    )
