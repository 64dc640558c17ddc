"""What the Plan screen asks of the store, done by a worker, and where it goes next.

Owns turning what was typed into the verbs of `recording`; touches no widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.changing import Change
from tracker.dates import say_as_at
from tracker.kinds import Status
from tracker.timescale import read_timescale
from tui.widgets.levels import is_undecided

if TYPE_CHECKING:
    from tracker.plan import CycleView, PlanView
    from tui.screens.dialogs.new_action import NewAction
    from tui.workspace import Workspace


def add_new(workspace: Workspace, plan: PlanView, code: str, new: NewAction) -> str:
    """Add an action under a proposal on the day in view, and return its reference."""
    from tui.recording import add

    words = new.timescale
    change = Change(
        on=plan.as_at,
        status=Status.NOT_STARTED,
        timescale=read_timescale(words, as_at=plan.as_at) if words else None,
        owners=new.owners or None,
        said_by=workspace.settings.me,
    )
    return add(
        workspace,
        plan,
        codes=(code,),
        text=new.text,
        delivery=new.delivery or None,
        change=change,
    )


def next_open(plan: PlanView, code: str | None, *, by: int) -> str | None:
    """Return the next proposal, round the plan, whose rating is to be decided.

    Args:
        plan: The plan in view.
        code: Where one is.
        by: 1 to go on, -1 to go back.
    """
    codes = [held.code for held in plan.assessments]
    start = codes.index(code) if code in codes else 0
    turned = [codes[(start + by * step) % len(codes)] for step in range(1, len(codes) + 1)]
    return next((one for one in turned if is_undecided(plan, plan.by_code[one])), code)


def rounds_held(workspace: Workspace) -> tuple[tuple[CycleView, ...], CycleView | None]:
    """Return the cycles that are held, oldest first, and the live one."""
    _, held, live = workspace.cycles()
    return held, live


def round_words(cycle: CycleView) -> str:
    """Return a cycle's label, day and state."""
    day = say_as_at(cycle.as_at)
    only = ", ratings only" if cycle.ratings_only else ""
    return f"{cycle.label}: {day}, {cycle.state}{only}"
