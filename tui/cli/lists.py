"""The commands that tell: overdue, actions, show, summary."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import NotFound, Refused
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
    show_report,
    span_of,
    words_of,
    workspace_of,
)
from tui.console import narrate

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.reports.actions import ActionFilter


class By(StrEnum):
    """What the overdue list is grouped by."""

    DUE = "due"
    OWNER = "owner"
    KEY_FEATURE = "key-feature"


Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="A status, an outlook, live, closed, overdue, undated ...; may be repeated.",
    ),
]
Owner = Annotated[
    str | None,
    typer.Option("--owner", metavar="NAME", help="Words of a post's name; “none” for no owner."),
]
Proposals = Annotated[
    list[str] | None,
    typer.Option("--proposal", metavar="CODE", help="Under this proposal; may be repeated."),
]
Features = Annotated[
    list[str] | None,
    typer.Option("--key-feature", metavar="CODE", help="Under this key feature; may be repeated."),
]
Words = Annotated[
    str | None,
    typer.Option("--words", metavar="TEXT", help="All of these words, in any order."),
]
DueFrom = Annotated[
    str | None, typer.Option("--due-from", metavar="DATE", help="Due on this day or later.")
]
DueTo = Annotated[
    str | None, typer.Option("--due-to", metavar="DATE", help="Due on this day or earlier.")
]
Undated = Annotated[bool, typer.Option("--undated", help="Only those without a date.")]
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


def label_of(ref: str, cycle: str | None) -> tuple[str | None, str]:
    """Split `LABEL:CODE/N`; a label in the reference must not contradict `--cycle`."""
    label, _, short = ref.rpartition(":")
    label = label.strip()
    if label and cycle and label != cycle:
        raise Refused(f"{ref} is of cycle {label}, but --cycle says {cycle}.", "Say one of them.")
    return label or cycle, short.strip()


def owner_words(owner: str | None) -> str | None:
    """Return the words to look for in owners; empty text stands for no owner."""
    return "" if owner is not None and owner.strip().casefold() in {"", "none"} else words_of(owner)


def filter_of(
    plan: PlanView,
    *,
    status: list[str] | None,
    owner: str | None,
    proposal: list[str] | None,
    feature: list[str] | None,
    words: str | None,
    due_from: str | None,
    due_to: str | None,
    undated: bool,
) -> ActionFilter:
    """Put together a filter from options, refusing names that nothing could ever have.

    Raises:
        NotFound: A status, proposal or key feature that does not exist.
        UsageFault: The days end before they begin.
    """
    from tracker.reports.actions import STATES, ActionFilter

    first, last = span_of(due_from, due_to, options=("--due-from", "--due-to"))
    states = _known("status", status, STATES)
    codes = _known("proposal", proposal, [*plan.framework.by_code, "R"])
    features = _known("key feature", feature, [f.code for f in plan.framework.features])
    return ActionFilter(
        statuses=states,
        owner=owner_words(owner),
        proposals=codes,
        features=features,
        words=words_of(words),
        due_from=first,
        due_to=last,
        undated=undated,
    )


def _tell_unknown(plan: PlanView, owner: str | None) -> None:
    """Say so where no action at all has such an owner, and which posts there are."""
    from tracker.reports.overdue import owned_by

    if not owner or any(owned_by(action.owner_names, owner) for action in plan.actions):
        return
    narrate(f"No action of cycle {plan.cycle.label} has an owner named “{owner}”.")
    posts = sorted({name for action in plan.actions for name in action.owner_names})
    narrate(f"Posts are: {', '.join(posts)}." if posts else "No action has an owner yet.")


def _known(what: str, said: list[str] | None, known: list[str]) -> frozenset[str]:
    """Return the words that were said, as they are known."""
    held = {word.casefold(): word for word in known}
    chosen = [word.strip().replace("-", " ").casefold() for word in said or ()]
    for word in chosen:
        if word not in held:
            raise NotFound(f"There is no {what} “{word}”.", f"It is one of: {', '.join(known)}.")
    return frozenset(held[word] for word in chosen)
