"""Which links stand between two cycles, whoever asks.

Owns where they come from: those that are held, those that lead through a cycle between, else fresh
suggestions. Reading held ones is `db.links`, suggesting is `tracker.matching`, and what becomes of
actions by them is `tracker.compare`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from db import queries
from db.links import HeldLink, joined, links_between
from tracker.kinds import LinkState
from tracker.lineage import wording_in_plan
from tracker.matching import suggest_links

if TYPE_CHECKING:
    from db.reader import Reader
    from tracker.plan import PlanView


def links_of(reader: Reader, before: PlanView, after: PlanView) -> tuple[HeldLink, ...]:
    """Return the links between two cycles, refused ones included.

    Neighbours have their own, from when the later came in. Cycles further apart have those by way
    of the cycles between, but for the pairs of which somebody has said something. Where neither is
    held, they are suggested anew.
    """
    if before.cycle.ratings_only or after.cycle.ratings_only:
        return ()
    base, repeat = before.cycle.id, after.cycle.id
    direct = links_between(reader, base=base, repeat=repeat)
    rounds = queries.cycles(reader, after.partnership.id)
    whole = [cycle.id for cycle in rounds if not cycle.ratings_only]
    chain = whole[whole.index(base) : whole.index(repeat) + 1]
    if direct and len(chain) == 2:
        return direct
    steps = [links_between(reader, base=one, repeat=then) for one, then in pairwise(chain)]
    by_way = reduce(joined, steps) if len(steps) > 1 and all(steps) else _suggested(before, after)
    said = {(one.link.base, one.link.repeat) for one in direct}
    return *direct, *(one for one in by_way if (one.link.base, one.link.repeat) not in said)


def _suggested(before: PlanView, after: PlanView) -> tuple[HeldLink, ...]:
    found = suggest_links(
        [wording_in_plan(action) for action in before.actions],
        [wording_in_plan(action) for action in after.actions],
    )
    return tuple(HeldLink(link, LinkState.SUGGESTED) for link in found)
