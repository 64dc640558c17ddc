"""The verb that counts what waits for people beside the plan in view. Knows no Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from db.links import links_between
from tracker.kinds import CycleState, LinkState
from tui.figures import Pending, undecided

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tui.workspace import Workspace

DRAFTS = {CycleState.DRAFTING, CycleState.SUBMITTED}


def pending(workspace: Workspace, plan: PlanView) -> Pending:
    """Count the links to be confirmed, and the ratings that nobody has decided on.

    Those of the round that is being drafted, where there is one beside the plan.

    Args:
        workspace: Where.
        plan: The plan in view.
    """
    with workspace.reading() as reader:
        held = queries.cycles(reader, plan.partnership.id)
        drafts = [cycle for cycle in held if cycle.state in DRAFTS]
        round_, before = plan.cycle, plan.previous
        if drafts:
            round_, before = drafts[-1], held[held.index(drafts[-1]) - 1]
        links = links_between(reader, base=before.id, repeat=round_.id) if before else ()
        shown = plan
        if round_.id != plan.cycle.id:
            day = max(plan.as_at, round_.as_at or plan.as_at)
            shown = queries.load_plan(reader, round_.id, as_at=day)
    return Pending(
        unconfirmed=sum(1 for link in links if link.state is LinkState.SUGGESTED),
        draft=drafts[-1].label if drafts else None,
        undecided=undecided(shown),
    )
