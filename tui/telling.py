"""The verb that tells a year's story, or what has changed since the last paper.

Owns which two cycles and which days it is told of. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from tracker.dates import say_day
from tracker.errors import UsageFault
from tracker.story import tell
from tui.comparing import compare_held
from tui.finding import live_on
from tui.workspace import as_known

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader
    from tracker.plan import CycleView, PartnershipView, PlanView
    from tracker.story import Story
    from tui.workspace import Workspace


def story(
    workspace: Workspace,
    *,
    base: str | None = None,
    repeat: str | None = None,
    since: date | None = None,
    as_at: date | None = None,
    known_on: date | None = None,
) -> Story:
    """Tell what happened up to a day.

    Args:
        workspace: Whose plan.
        base: The earlier cycle's label; the one before the repeat where nothing is said.
        repeat: The later cycle's label; the live one of the day where nothing is said.
        since: The day of the last paper, to tell only what changed since.
        as_at: The day; today where nothing is said.
        known_on: As it was recorded at the end of this day.

    Raises:
        NotFound: No such cycle, or none was live.
        UsageFault: The days or cycles are the wrong way round.
    """
    day = as_at or workspace.settings.today
    _check_since(since, day, base)
    with workspace.reading() as present, as_known(present, known_on) as reader:
        partnership = workspace.partnership(reader)
        cycle = workspace.chosen_cycle(reader, partnership, repeat, day)
        plan = queries.load_plan(reader, cycle.id, as_at=day)
        earlier = _earlier(reader, partnership, plan, base=base, since=since)
        if earlier is None:
            return tell(plan, since=since)
        compared = compare_held(reader, earlier, plan)
    return tell(plan, compared, since=since)


def _earlier(
    reader: Reader,
    partnership: PartnershipView,
    plan: PlanView,
    *,
    base: str | None,
    since: date | None,
) -> CycleView | None:
    """Return the cycle that a plan is compared with; None where it is the plan's own."""
    held = queries.cycles(reader, partnership.id)
    if base is not None:
        named = queries.find_cycle(reader, partnership.id, base)
        _check_order(held, named, plan.cycle)
        return named
    if since is None:
        return plan.previous
    begun = plan.cycle.in_force_from
    if not plan.cycle.state.is_draft and (begun is None or begun <= since):
        return None
    return live_on(held, partnership, since)


def _check_since(since: date | None, day: date, base: str | None) -> None:
    if since is not None and since >= day:
        raise UsageFault(
            f"Nothing can have changed since {say_day(since)} on {say_day(day)}.",
            "Give an earlier day with --since, or a later one with --as-at.",
        )
    if since is not None and base is not None:
        raise UsageFault(
            "--since finds the earlier plan by its day; --base names it.", "Say one of them."
        )


def _check_order(held: tuple[CycleView, ...], base: CycleView, repeat: CycleView) -> None:
    places = [cycle.id for cycle in held]
    if places.index(base.id) >= places.index(repeat.id):
        raise UsageFault(
            f"{base.label} does not lie before {repeat.label}.",
            "Name an earlier cycle with --base; tracker cycle list shows those held.",
        )
