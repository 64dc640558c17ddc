"""The verbs on two or more cycles: compare them, link their actions, see the trend.

Owns which two cycles are meant and where their links come from: those that are held, those that
lead through a cycle between, else fresh suggestions. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from db import queries
from db.links import KEPT, HeldLink, joined, links_between
from tracker.compare import compare_plans
from tracker.errors import NotFound, Refused
from tracker.kinds import LinkState, PartnershipKind
from tracker.lineage import wording_in_plan
from tracker.matching import suggest_links

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.reader import Reader
    from tracker.compare import Comparison
    from tracker.lineage import Link
    from tracker.plan import CycleView, PartnershipView, PlanView
    from tui.workspace import Workspace


def compare(
    workspace: Workspace,
    base: str | None = None,
    repeat: str | None = None,
    *,
    as_at: date | None = None,
) -> Comparison:
    """Compare two cycles of a partnership.

    Args:
        workspace: Whose plan.
        base: The earlier cycle's label; the one before the repeat where nothing is said.
        repeat: The later cycle's label; the newest where nothing is said.
        as_at: The day for which the later plan is taken; today where nothing is said.

    Raises:
        NotFound: No such cycle.
        Refused: There are not two cycles to compare.
    """
    with workspace.reading() as reader:
        partnership = workspace.partnership(reader)
        pair = _pair(reader, partnership, base, repeat)
        return _compared(reader, partnership, pair, as_at or workspace.settings.today)


def compare_all(workspace: Workspace) -> tuple[Comparison, ...]:
    """Compare the last two cycles of every local partnership that has two."""
    found = []
    with workspace.reading() as reader:
        for partnership in queries.partnerships(reader):
            held = queries.cycles(reader, partnership.id)
            if partnership.kind is PartnershipKind.LOCAL and len(held) > 1:
                pair = held[-2], held[-1]
                found.append(_compared(reader, partnership, pair, workspace.settings.today))
    if not found:
        raise Refused(
            "No partnership has two cycles to compare.", "Import the paper of a repeat first."
        )
    return tuple(found)


def trend(workspace: Workspace) -> tuple[PlanView, ...]:
    """Return every cycle of a partnership, oldest first."""
    with workspace.reading() as reader:
        partnership = workspace.partnership(reader)
        held = queries.cycles(reader, partnership.id)
        if not held:
            raise NotFound(f"No cycle of {partnership.name} is held.", "Import a paper first.")
        return tuple(_loaded(reader, cycle, workspace.settings.today) for cycle in held)


def _pair(
    reader: Reader, partnership: PartnershipView, base: str | None, repeat: str | None
) -> tuple[CycleView, CycleView]:
    held = list(queries.cycles(reader, partnership.id))
    later = queries.find_cycle(reader, partnership.id, repeat) if repeat else None
    if base is not None:
        earlier = queries.find_cycle(reader, partnership.id, base)
        places = [cycle.id for cycle in held]
        later = later or held[-1]
        if places.index(earlier.id) == places.index(later.id):
            raise Refused(
                f"{earlier.label} cannot be compared with itself.", "Name two cycles, or none."
            )
        if places.index(earlier.id) > places.index(later.id):
            raise Refused(
                f"{earlier.label} comes after {later.label}.",
                f"Write the earlier first: tracker compare {later.label} {earlier.label}.",
            )
        return earlier, later
    last = held.index(later) if later else len(held) - 1
    if last < 1:
        raise Refused(
            f"{partnership.name} has no two cycles to compare.",
            "Import the paper of the repeat, or of the round before.",
        )
    return held[last - 1], held[last]


def _loaded(reader: Reader, cycle: CycleView, today: date) -> PlanView:
    day = max(cycle.as_at, today) if cycle.as_at else today
    return queries.load_plan(reader, cycle.id, as_at=day)


def _compared(
    reader: Reader, partnership: PartnershipView, pair: tuple[CycleView, CycleView], today: date
) -> Comparison:
    base, repeat = pair
    after = _loaded(reader, repeat, today)
    before = queries.load_plan(reader, base.id, as_at=repeat.as_at or after.as_at)
    links, confirmed = _links(reader, partnership, before, after)
    return compare_plans(before, after, links, confirmed=confirmed)


def _links(
    reader: Reader, partnership: PartnershipView, before: PlanView, after: PlanView
) -> tuple[Sequence[Link], frozenset[tuple[str, str]]]:
    if before.cycle.ratings_only or after.cycle.ratings_only:
        return (), frozenset()
    held = _held(reader, partnership, before.cycle, after.cycle)
    if not held:
        return _suggested(before, after), frozenset()
    kept = [one.link for one in held if one.state in KEPT]
    sure = [one.link for one in held if one.state is LinkState.CONFIRMED]
    return kept, frozenset((link.base, link.repeat) for link in sure)


def _held(
    reader: Reader, partnership: PartnershipView, base: CycleView, repeat: CycleView
) -> tuple[HeldLink, ...]:
    """Return the links held between two cycles, through those between them where need be."""
    direct = links_between(reader, base=base.id, repeat=repeat.id)
    if direct:
        return direct
    held = [c for c in queries.cycles(reader, partnership.id) if not c.ratings_only]
    places = [cycle.id for cycle in held]
    chain = held[places.index(base.id) : places.index(repeat.id) + 1]
    steps = [links_between(reader, base=one.id, repeat=then.id) for one, then in pairwise(chain)]
    if len(steps) < 2 or not all(steps):
        return ()
    found = steps[0]
    for step in steps[1:]:
        found = joined(found, step)
    return found


def _suggested(before: PlanView, after: PlanView) -> tuple[Link, ...]:
    return suggest_links(
        [wording_in_plan(action) for action in before.actions],
        [wording_in_plan(action) for action in after.actions],
    )


def link(
    workspace: Workspace,
    base: str,
    repeat: str,
    *,
    cycles: tuple[str | None, str | None] = (None, None),
    reason: str | None = None,
    refuse: bool = False,
) -> tuple[str, str]:
    """Confirm a link between two actions, or refuse it, and return both references.

    Args:
        workspace: Whose plan.
        base: The earlier action's reference.
        repeat: The later one's.
        cycles: Their cycles' labels; the last two where nothing is said.
        reason: Why, in the person's words.
        refuse: Say that they are not the same.
    """
    from db.writing.links import confirm_link, refuse_link
    from tui.workspace import find_action

    compared = compare(workspace, *cycles)
    one, other = find_action(compared.base, base), find_action(compared.repeat, repeat)
    verb = "unlink" if refuse else "link"
    named = f"{compared.base.cycle.label}:{one.ref}", f"{compared.repeat.cycle.label}:{other.ref}"
    with workspace.act(f"{verb} {' and '.join(named)}", reason=reason) as session:
        if refuse:
            refuse_link(session=session, base_action=one, repeat_action=other)
        else:
            confirm_link(
                session=session,
                repeat=compared.repeat,
                base_action=one,
                repeat_action=other,
                reason=reason,
            )
    return named
