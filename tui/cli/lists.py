"""The commands that tell: overdue, actions, owners, show, summary.

Owns their options. What each list holds is `tracker.reports`.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.common import (
    AsAt,
    AsJson,
    Cycle,
    Force,
    Format,
    KnownOn,
    Output,
    day_of,
    known_of,
    label_of,
    show_report,
    workspace_of,
)
from tui.cli.filters import (
    DueFrom,
    DueTo,
    Features,
    Owner,
    Proposals,
    Statuses,
    Undated,
    Words,
    filter_of,
    owner_words,
)
from tui.console import narrate

if TYPE_CHECKING:
    from tracker.plan import PlanView


class By(StrEnum):
    """What the overdue list is grouped by."""

    DUE = "due"
    OWNER = "owner"
    KEY_FEATURE = "key-feature"


Within = Annotated[
    int, typer.Option("--within", metavar="DAYS", min=0, help="How many days ahead are soon.")
]


def overdue(
    context: typer.Context,
    as_at: AsAt = None,
    known_on: KnownOn = None,
    cycle: Cycle = None,
    within: Within = 30,
    owner: Owner = None,
    by: Annotated[By, typer.Option("--by", help="What to group by.")] = By.DUE,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """List what is overdue, what is due soon, what has no date, and reviews gone by."""
    from tracker.reports.overdue import overdue_report

    plan = workspace_of(context).plan(as_at=day_of(as_at), cycle=cycle, known_on=known_of(known_on))
    wanted = owner_words(owner)
    report = overdue_report(plan, within=within, owner=wanted, by=by.value)
    show_report(report, form=form, as_json=as_json, output=output, force=force)
    _tell_unknown(plan, wanted)


def actions(
    context: typer.Context,
    as_at: AsAt = None,
    known_on: KnownOn = None,
    cycle: Cycle = None,
    status: Statuses = None,
    owner: Owner = None,
    proposal: Proposals = None,
    feature: Features = None,
    words: Words = None,
    due_from: DueFrom = None,
    due_to: DueTo = None,
    undated: Undated = False,
    reviews: Annotated[
        bool, typer.Option("--reviews", help="Only those with a review gone by.")
    ] = False,
    silent: Annotated[
        int | None,
        typer.Option(
            "--silent", metavar="DAYS", min=1, help="Only those with nothing said for so many days."
        ),
    ] = None,
    within: Within = 30,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """List the actions, all of them or those that pass a filter."""
    from tracker.reports.actions import actions_report

    plan = workspace_of(context).plan(as_at=day_of(as_at), cycle=cycle, known_on=known_of(known_on))
    wanted = filter_of(
        plan,
        status=status,
        owner=owner,
        proposal=proposal,
        feature=feature,
        words=words,
        due_from=due_from,
        due_to=due_to,
        undated=undated,
    )
    wanted = replace(wanted, reviews=reviews, silent=silent, within=within)
    report = actions_report(plan, wanted)
    show_report(report, form=form, as_json=as_json, output=output, force=force)
    _tell_unknown(plan, wanted.owner)


def owners(
    context: typer.Context,
    as_at: AsAt = None,
    known_on: KnownOn = None,
    cycle: Cycle = None,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """List the posts, with how much is late and open under each."""
    from tracker.reports.owners import owners_report

    plan = workspace_of(context).plan(as_at=day_of(as_at), cycle=cycle, known_on=known_of(known_on))
    show_report(owners_report(plan), form=form, as_json=as_json, output=output, force=force)


def show(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as 1.1/3, R/2 or 2021:1.1/3.")],
    as_at: AsAt = None,
    known_on: KnownOn = None,
    cycle: Cycle = None,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Show one action whole: wording, owners, dates and updates."""
    from tracker.reports.action import action_report
    from tui.finding import find_action

    label, short = label_of(ref, cycle)
    plan = workspace_of(context).plan(as_at=day_of(as_at), cycle=label, known_on=known_of(known_on))
    show_report(action_report(plan, find_action(plan, short)), form=form, as_json=as_json)


def summary(
    context: typer.Context,
    as_at: AsAt = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what has changed since this day."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="LABEL", help="The earlier cycle (default the last one)."),
    ] = None,
    known_on: KnownOn = None,
    cycle: Annotated[
        str | None,
        typer.Option(
            "--repeat", "--cycle", metavar="LABEL", help="The cycle (default the live one)."
        ),
    ] = None,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Tell the year in words and numbers: exceptions first, then what was done, then ratings."""
    from tracker.reports.summary import summary_report
    from tui.telling import story

    told = story(
        workspace_of(context),
        base=base,
        repeat=cycle,
        since=day_of(since),
        as_at=day_of(as_at),
        known_on=known_of(known_on),
    )
    report = summary_report(told)
    show_report(report, form=form, as_json=as_json, output=output, force=force)


def _tell_unknown(plan: PlanView, owner: str | None) -> None:
    """Say so where no action at all has such an owner, and which posts there are."""
    from tracker.reports.overdue import owned_by

    if not owner or any(owned_by(action.owner_names, owner) for action in plan.actions):
        return
    narrate(f"No action of cycle {plan.cycle.label} has an owner named “{owner}”.")
    posts = sorted({name for action in plan.actions for name in action.owner_names})
    narrate(f"Posts are: {', '.join(posts)}." if posts else "No action has an owner yet.")
