"""The verbs on two or more cycles: compare them, see what became of an action, see the trend.

Owns which two cycles are meant. Which links stand between them is `linking`, and the verbs on links
are `pairing`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from db import queries
from db.links import KEPT
from tracker.compare import compare_plans
from tracker.errors import NotFound, Refused
from tracker.kinds import LinkState, PartnershipKind
from tracker.names import typed
from tui.finding import newest_day
from tui.linking import links_of

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader
    from tracker.compare import ActionFate, Comparison
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
        return _compared(reader, pair, as_at or workspace.settings.today)


def compare_all(workspace: Workspace) -> tuple[Comparison, ...]:
    """Compare the last two cycles of every local partnership that has two."""
    found = []
    with workspace.reading() as reader:
        for partnership in queries.partnerships(reader):
            held = queries.cycles(reader, partnership.id)
            if partnership.kind is PartnershipKind.LOCAL and len(held) > 1:
                pair = held[-2], held[-1]
                found.append(_compared(reader, pair, workspace.settings.today))
    if not found:
        raise Refused(
            "No partnership has two cycles to compare.", "Import the paper of a repeat first."
        )
    return tuple(found)


def uncompared(workspace: Workspace) -> tuple[str, ...]:
    """Return the local partnerships of which one cycle is held, in the order of their names."""
    with workspace.reading() as reader:
        return tuple(
            partnership.name
            for partnership in queries.partnerships(reader)
            if partnership.kind is PartnershipKind.LOCAL
            and len(queries.cycles(reader, partnership.id)) == 1
        )


def lineage(workspace: Workspace, label: str, ref: str) -> tuple[tuple[str, str, ActionFate], ...]:
    """Return what became of an action in the cycles beside its own.

    Args:
        workspace: Whose plan.
        label: The action's cycle.
        ref: The action's reference in it.

    Returns:
        The labels of an earlier and a later cycle, with the fate that the action has a part in.
    """
    found = []
    with workspace.reading() as reader:
        held = queries.cycles(reader, workspace.partnership(reader).id)
        for base, repeat in pairwise(held):
            if label in {base.label, repeat.label}:
                compared = _compared(reader, (base, repeat), workspace.settings.today)
                own = "base" if label == base.label else "repeat"
                found += [
                    (base.label, repeat.label, fate)
                    for fate in compared.fates
                    if ref in {action.ref for action in getattr(fate, own)}
                ]
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
            first, second = typed(later.label), typed(earlier.label)
            raise Refused(
                f"{earlier.label} comes after {later.label}.",
                f"Write the earlier first: tracker compare {first} {second}.",
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
    return queries.load_plan(reader, cycle.id, as_at=newest_day(cycle, today=today))


def _compared(reader: Reader, pair: tuple[CycleView, CycleView], today: date) -> Comparison:
    base, repeat = pair
    return compare_held(reader, base, _loaded(reader, repeat, today))


def compare_held(reader: Reader, base: CycleView, after: PlanView) -> Comparison:
    """Compare a plan with an earlier cycle, as that stood when the later one began."""
    before = queries.load_plan(reader, base.id, as_at=_end_of(base, after.cycle, after.as_at))
    links = links_of(reader, before, after)
    kept = [one.link for one in links if one.state in KEPT]
    sure = [one.link for one in links if one.state is LinkState.CONFIRMED]
    confirmed = frozenset((link.base, link.repeat) for link in sure)
    return compare_plans(before, after, kept, confirmed=confirmed)


def _end_of(base: CycleView, repeat: CycleView, today: date) -> date:
    """Return the day for which the earlier plan is taken: the last on which it counted.

    The plan that a repeat was opened from went on until the repeat was agreed; before a paper it
    ends with the paper's own day.
    """
    if repeat.opened_from != base.id:
        return repeat.as_at or today
    return today if repeat.state.is_draft else repeat.in_force_from or today
