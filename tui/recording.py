"""The verbs that record what people say of actions: update, add and edit, and a form saved whole.

Owns that each is one act, checked before anything is written. What bodies decide of ratings is
`deciding`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db import queries
from tracker.action_form import Rewording
from tracker.changing import alterations, check_change, check_new, with_implied
from tracker.errors import NotFound, Refused
from tui.finding import find_action

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.session import ActSession
    from tracker.changing import Altered, Change
    from tracker.plan import ActionView, PlanView
    from tui.workspace import Workspace


def update(
    workspace: Workspace,
    plan: PlanView,
    actions: Sequence[ActionView],
    change: Change,
    *,
    as_now: bool = False,
) -> tuple[tuple[str, tuple[Altered, ...]], ...]:
    """Record one change on one or more actions, as one act.

    What this workspace itself has written since the plan was read is no change by others: who
    answers one question after the other need not wait until the plan is read anew.

    Args:
        workspace: Where, and who acts.
        plan: The plan as it was read.
        actions: Those that are meant.
        change: What is said of each.
        as_now: Take the actions as they are when the turn to write comes, for a command that
            has shown nobody anything; else what others changed meanwhile is not written over.

    Returns:
        For each action its reference and what was altered, in words.

    Raises:
        Refused: A rule forbids it for one of the actions; then nothing is recorded.
    """
    from db.session import reader_of
    from db.writing.updates import record_change

    change = with_implied(change)
    if change.milestone is not None and change.note is None:
        change = replace(change, note=f"Milestone reached: {change.milestone}")
    _check_all(workspace, plan, actions, change)
    refs = ", ".join(action.ref for action in actions[:5]) + (" …" if len(actions) > 5 else "")
    with workspace.act(f"update {refs}", reason=change.reason) as session:
        if as_now or workspace.has_done_all(session, since=plan.act):
            plan = queries.load_plan(reader_of(session), plan.cycle.id, as_at=plan.as_at)
            actions = [find_action(plan, action.ref) for action in actions]
            _check_all(workspace, plan, actions, change)
        record_change(
            session=session,
            plan=plan,
            actions=actions,
            change=change,
            superseded_by=_replacing(plan, actions, change),
        )
    return tuple((action.ref, alterations(action, change)) for action in actions)


def _check_all(
    workspace: Workspace, plan: PlanView, actions: Sequence[ActionView], change: Change
) -> None:
    for action in actions:
        check_change(plan, action, change, today=workspace.settings.today)
    _replacing(plan, actions, change)


def add(
    workspace: Workspace,
    plan: PlanView,
    *,
    codes: Sequence[str],
    text: str,
    delivery: str | None,
    change: Change,
) -> str:
    """Add an action under one or more proposals, and return its reference.

    Raises:
        Refused: Its wording is empty, or what is said of it breaks a rule.
        NotFound: A proposal that the framework does not have.
    """
    from db.writing.actions import add_action

    if not text:
        raise Refused("The action has no wording.", "Say in a sentence what will be done.")
    for code in codes:
        if code not in plan.framework.by_code:
            known = ", ".join(plan.framework.by_code)
            raise NotFound(f"There is no proposal {code}.", f"It is one of: {known}.")
    check_new(plan, change, today=workspace.settings.today)
    with workspace.act(f"add an action under {codes[0]}") as session:
        return add_action(
            session=session, plan=plan, codes=codes, text=text, delivery=delivery, change=change
        )


def edit(
    workspace: Workspace,
    plan: PlanView,
    action: ActionView,
    *,
    text: str | None = None,
    delivery: str | None = None,
    codes: Sequence[str] | None = None,
    reason: str | None = None,
) -> None:
    """Reword an action, or put it under other proposals; it keeps its reference.

    While a repeat is drafted, an action that it carries in the same words is reworded there too.

    Raises:
        Refused: It would have no wording, or somebody changed it since it was read.
        NotFound: A proposal that the framework does not have.
    """
    reworded = Rewording(text, delivery, tuple(codes) if codes is not None else None)
    with workspace.act(f"edit {action.ref}", reason=reason) as session:
        _reword(session, plan, action, reworded)


def save_form(
    workspace: Workspace,
    plan: PlanView,
    action: ActionView,
    *,
    reworded: Rewording | None,
    changes: Sequence[Change],
) -> None:
    """Record as one act what the form of an action says: its wording, and what happened.

    Args:
        workspace: Where, and who acts.
        plan: The plan as it was read.
        action: The action.
        reworded: What changes in the action itself.
        changes: What is said of it.

    Raises:
        Refused: A rule forbids it, or somebody changed it since it was read; nothing is recorded.
        NotFound: A proposal that the framework does not have.
    """
    from db.writing.updates import record_change

    said = [with_implied(change) for change in changes]
    for change in said:
        _check_all(workspace, plan, [action], change)
    reason = next((change.reason for change in said if change.reason), None)
    verb = "update" if said else "edit"
    with workspace.act(f"{verb} {action.ref}", reason=reason) as session:
        if reworded is not None:
            _reword(session, plan, action, reworded)
        for change in said:
            record_change(
                session=session,
                plan=plan,
                actions=[action],
                change=change,
                superseded_by=_replacing(plan, [action], change),
            )


def _reword(session: ActSession, plan: PlanView, action: ActionView, reworded: Rewording) -> None:
    """Reword an action, and the one that a drafted repeat carries in the same words."""
    from db.session import reader_of
    from db.writing.actions import edit_action
    from db.writing.carrying import drafted_from

    def edit_one(of: PlanView, one: ActionView) -> None:
        edit_action(
            session=session,
            plan=of,
            action=one,
            text=reworded.text,
            delivery=reworded.delivery,
            codes=reworded.codes,
        )

    edit_one(plan, action)
    reader = reader_of(session)
    for draft in drafted_from(reader, plan.cycle.id):
        drawn = queries.load_plan(reader, draft, as_at=plan.as_at)
        twin = drawn.by_ref.get(action.ref)
        if twin is not None and is_worded_alike(twin, action):
            edit_one(drawn, twin)


def is_worded_alike(one: ActionView, other: ActionView) -> bool:
    """Tell whether two actions say the same under the same proposals."""
    return (one.text, one.record.delivery, one.proposals) == (
        other.text,
        other.record.delivery,
        other.proposals,
    )


def _replacing(plan: PlanView, actions: Sequence[ActionView], change: Change) -> ActionView | None:
    if change.superseded_by is None:
        return None
    replacing = find_action(plan, change.superseded_by)
    if any(action.id == replacing.id for action in actions):
        raise Refused(f"{replacing.ref} cannot supersede itself.", "Name the other action.")
    return replacing
