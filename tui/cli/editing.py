"""The commands that record what happens to actions: add, update, edit.

How the words of their options are read is `saying`; which actions a filter means is `filters`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import NotFound, Refused, UsageFault
from tracker.kinds import Outlook, Status
from tui.cli.common import (
    AsJson,
    Cycle,
    On,
    Reason,
    Yes,
    agree,
    day_of,
    label_of,
    show_data,
    words_of,
    workspace_of,
)
from tui.cli.filters import DueFrom, DueTo, Features, Proposals, Undated, Words, filter_of
from tui.cli.saying import codes_of, outlook_of, owners_of, status_of, text_of, timescale_of
from tui.console import narrate

if TYPE_CHECKING:
    from datetime import date

    from tracker.changing import Altered
    from tracker.plan import ActionView, PlanView
    from tracker.reports.actions import ActionFilter

Due = Annotated[
    str | None,
    typer.Option("--due", metavar="TIMESCALE", help="Such as “March 2022” or “ongoing”."),
]
Posts = Annotated[
    list[str] | None,
    typer.Option("--owner", metavar="POST", help="The lead; may be repeated; “none” for none."),
]
StatusOption = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help=", ".join(Status))
]


def add(
    context: typer.Context,
    codes: Annotated[
        str, typer.Argument(metavar="CODE", help="The proposal, or several: 2.4,2.6.")
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The improvement action.")],
    cycle: Cycle = None,
    on: On = None,
    due: Due = None,
    owner: Posts = None,
    status: StatusOption = None,
    delivery: Annotated[
        str | None, typer.Option("--delivery", metavar="TEXT", help="How it will be delivered.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add an improvement action under a proposal."""
    from tracker.changing import Change
    from tracker.cleaning import clean
    from tui import recording

    workspace = workspace_of(context)
    day = day_of(on) or workspace.settings.today
    plan = workspace.plan(cycle=cycle)
    change = Change(
        on=day,
        status=status_of(status) or Status.NOT_STARTED,
        timescale=timescale_of(due, day),
        owners=owners_of(owner),
        said_by=workspace.settings.me,
    )
    ref = recording.add(
        workspace,
        plan,
        codes=codes_of(codes),
        text=clean(text),
        delivery=words_of(delivery),
        change=change,
    )
    if as_json:
        show_data({"ref": ref, "partnership": plan.partnership.name, "cycle": plan.cycle.label})
        return
    typer.echo(f"Added {ref}.")
    if change.timescale:
        typer.echo(change.timescale.reading)


def update(
    context: typer.Context,
    refs: Annotated[
        list[str] | None, typer.Argument(metavar="REF...", help="Such as 1.1/3, or several.")
    ] = None,
    cycle: Cycle = None,
    on: On = None,
    status: StatusOption = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="Internal note.")
    ] = None,
    board: Annotated[
        str | None, typer.Option("--board", metavar="TEXT", help="Text for papers.")
    ] = None,
    due: Due = None,
    owner: Posts = None,
    outlook: Annotated[
        str | None, typer.Option("--outlook", metavar="OUTLOOK", help=", ".join(Outlook))
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="One line on the outlook.")
    ] = None,
    reason: Reason = None,
    superseded_by: Annotated[
        str | None, typer.Option("--superseded-by", metavar="REF", help="Which takes its place.")
    ] = None,
    milestone: Annotated[
        str | None, typer.Option("--milestone-done", metavar="LABEL", help="A milestone reached.")
    ] = None,
    where_status: Annotated[
        list[str] | None,
        typer.Option("--where-status", metavar="STATUS", help="Those that stand so now."),
    ] = None,
    where_owner: Annotated[
        str | None, typer.Option("--where-owner", metavar="NAME", help="Those of this owner now.")
    ] = None,
    proposal: Proposals = None,
    feature: Features = None,
    words: Words = None,
    due_from: DueFrom = None,
    due_to: DueTo = None,
    undated: Undated = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Record what happened to an action, or to several at once."""
    from tracker.changing import Change, overtaken_on, refuse_empty
    from tracker.dates import say_day
    from tui import recording

    workspace = workspace_of(context)
    day = day_of(on) or workspace.settings.today
    labels = {label_of(ref, cycle)[0] for ref in refs or ()} or {cycle}
    if len(labels) > 1:
        raise Refused("The references are of different cycles.", "Update one cycle at a time.")
    plan = workspace.plan(cycle=labels.pop())
    filtered = any((where_status, where_owner, proposal, feature, words, due_from, due_to, undated))
    if not refs and not filtered:
        raise UsageFault(
            "Which actions? Name them, or say a filter.",
            "Such as: tracker update 1.1/3 --status complete",
        )
    chosen = _named(plan, refs or [])
    if filtered:
        wanted = filter_of(
            plan,
            status=where_status,
            owner=where_owner,
            proposal=proposal,
            feature=feature,
            words=words,
            due_from=due_from,
            due_to=due_to,
            undated=undated,
        )
        chosen = _filtered(plan, wanted, chosen if refs else None)
    change = Change(
        on=day,
        status=status_of(status),
        timescale=timescale_of(due, day),
        outlook=outlook_of(outlook),
        outlook_reason=words_of(why),
        board_text=None if board is None else text_of("--board", board),
        note=None if note is None else text_of("--note", note),
        owners=owners_of(owner),
        said_by=workspace.settings.me,
        reason=words_of(reason),
        superseded_by=superseded_by,
        milestone=words_of(milestone),
    )
    refuse_empty(change)
    if len(chosen) > 1 and not agree(f"Update {len(chosen)} actions?", yes=yes):
        raise Refused("Nothing was changed.")
    told = recording.update(workspace, plan, chosen, change, as_now=True)
    _tell(told, change_day=day, as_json=as_json)
    for action in chosen:
        later = overtaken_on(action, change)
        if later is not None:
            narrate(
                f"{action.ref}: something else was said of {say_day(later)}, and that stands now. "
                f"See it: tracker show {action.ref}."
            )
    if change.timescale is not None:
        narrate(change.timescale.reading)
        if not change.reason and any(
            altered.field == "timescale" and altered.before != "no timescale"
            for _, alterations in told
            for altered in alterations
        ):
            narrate("A date moved and no reason was given; add one with --reason.")


def edit(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as 1.1/3 or R/2.")],
    cycle: Cycle = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Its new wording.")
    ] = None,
    delivery: Annotated[
        str | None,
        typer.Option("--delivery", metavar="TEXT", help="How it will be delivered; or none."),
    ] = None,
    under: Annotated[
        str | None,
        typer.Option("--under", metavar="CODE", help="The proposal it stands under, or several."),
    ] = None,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Reword an action, or put it under other proposals; its reference stays."""
    from tracker.cleaning import clean
    from tui import recording
    from tui.finding import find_action

    label, short = label_of(ref, cycle)
    workspace = workspace_of(context)
    plan = workspace.plan(cycle=label)
    action = find_action(plan, short)
    if text is None and delivery is None and under is None:
        raise UsageFault("Nothing to change was said.", "Say --text, --delivery or --under.")
    how = None if delivery is None else text_of("--delivery", delivery)
    recording.edit(
        workspace,
        plan,
        action,
        text=None if text is None else clean(text_of("--text", text)),
        delivery="" if how == "none" else how,
        codes=None if under is None else codes_of(text_of("--under", under)),
        reason=words_of(reason),
    )
    after = find_action(workspace.plan(cycle=plan.cycle.label), action.ref)
    if as_json:
        show_data({"ref": after.ref, "text": after.text, "proposals": list(after.proposals)})
        return
    typer.echo(f"{after.ref} under {', '.join(after.proposals) or 'no proposal'}: {after.text}")


def _named(plan: PlanView, refs: list[str]) -> tuple[ActionView, ...]:
    from tui.finding import find_action

    found = (find_action(plan, label_of(ref, None)[1]) for ref in refs)
    return tuple({action.id: action for action in found}.values())


def _filtered(
    plan: PlanView, wanted: ActionFilter, named: tuple[ActionView, ...] | None
) -> tuple[ActionView, ...]:
    from tracker.reports.actions import choose

    passing = tuple(standing.action for standing in choose(plan, wanted))
    if named is not None:
        held = {action.id for action in passing}
        passing = tuple(action for action in named if action.id in held)
    if not passing:
        raise NotFound("No action passes the filter.", "Nothing was changed.")
    return passing


def _tell(
    told: tuple[tuple[str, tuple[Altered, ...]], ...], *, change_day: date, as_json: bool
) -> None:
    if as_json:
        changed = [
            {
                "ref": ref,
                "changes": [
                    {"field": a.field, "from": a.before, "to": a.after} for a in alterations
                ],
            }
            for ref, alterations in told
        ]
        show_data({"on": change_day.isoformat(), "changed": changed})
        return
    for ref, alterations in told:
        words = "; ".join(str(altered) for altered in alterations)
        typer.echo(f"{ref}: {words or 'nothing altered; the update is kept'}.")
