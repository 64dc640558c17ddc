"""Naming who leads actions: many posts at once, each for its own actions, as one act.

One post for whatever is meant is an update like any other, and stands in `recording`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.changing import Change, check_change

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.plan import ActionView, PlanView
    from tui.workspace import Workspace


def name_leads(
    workspace: Workspace,
    plan: PlanView,
    posts: Sequence[tuple[str, Sequence[ActionView]]],
    *,
    on: date,
) -> int:
    """Record which post leads which actions, as one act, and return how many have their owner.

    Raises:
        Refused: A rule forbids it for one of the actions; then nothing is recorded.
    """
    from db.writing.updates import record_change

    me = workspace.settings.me
    said = [(Change(on=on, said_by=me, owners=(post,)), actions) for post, actions in posts]
    for change, actions in said:
        for action in actions:
            check_change(plan, action, change, today=workspace.settings.today)
    count = sum(len(actions) for _, actions in posts)
    what = posts[0][1][0].ref if count == 1 else f"{count} actions"
    with workspace.act(f"name who leads {what}") as session:
        for change, actions in said:
            record_change(session=session, plan=plan, actions=actions, change=change)
    return count
