"""The command that walks through what an import left open.

Owns the questions and their order. What is left open is `tracker.reports.completing`'s to say, and
answers are recorded by `tui.recording`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import Refused, TrackerError, UsageFault
from tui.cli.common import AsJson, Cycle, Format, show_report, words_of, workspace_of
from tui.console import narrate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.kinds import Status
    from tracker.plan import ActionView, PlanView
    from tracker.timescale import Timescale
    from tui.workspace import Workspace

LEAVE = {"q", "quit"}
HELP = "Enter leaves it open; q stops (what was answered is kept)."


class _Stopped(Exception):
    """The person has had enough for now."""


def setup(
    context: typer.Context,
    cycle: Cycle = None,
    listed: Annotated[bool, typer.Option("--list", help="Only list what is open.")] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take every post that an action's own words name.")
    ] = False,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Complete what an import left open: owners, dates and statuses."""
    from tracker.reports.completing import open_report, say_left, still_open

    workspace = workspace_of(context)
    plan = workspace.plan(cycle=cycle)
    if accept and (listed or as_json):
        raise UsageFault("--accept stores, --list and --json only tell.", "Say one of them.")
    if listed or as_json:
        show_report(open_report(plan), form=form, as_json=as_json)
        return
    _refuse_elsewhere(plan)
    if accept:
        _accept(workspace, plan)
    elif not still_open(plan).count:
        pass
    elif not sys.stdin.isatty():
        raise Refused(
            "setup asks questions, and nobody is there to answer.",
            "See what is open with --list; take the posts named in the actions with --accept.",
        )
    else:
        narrate(HELP)
        try:
            _owners_by_post(workspace, cycle)
            _owners_by_proposal(workspace, cycle)
            _dates(workspace, cycle)
            _statuses(workspace, cycle)
        except (_Stopped, typer.Abort):
            narrate("Stopped; what was answered is kept.")
    typer.echo(say_left(still_open(workspace.plan(cycle=cycle))))


def _refuse_elsewhere(plan: PlanView) -> None:
    """Refuse a plan whose actions are completed elsewhere, before anything is asked."""
    from tracker.changing import check_open, check_own

    check_open(plan)
    for action in plan.actions:
        check_own(plan, action)


def _accept(workspace: Workspace, plan: PlanView) -> None:
    from tracker.reports.completing import still_open
    from tui.leading import name_leads

    suggested = still_open(plan).suggested
    posts = [(post, [plan.by_ref[ref] for ref in refs]) for post, refs in suggested]
    if posts:
        name_leads(workspace, plan, posts, on=workspace.settings.today)
    for post, refs in suggested:
        typer.echo(f"{post}: {', '.join(refs)}")


def _owners_by_post(workspace: Workspace, cycle: str | None) -> None:
    """Offer each post that actions name, for all of them at once or one by one."""
    from tracker.reports.completing import naming, still_open

    plan = workspace.plan(cycle=cycle)
    for post, refs in still_open(plan).suggested:
        actions = [plan.by_ref[ref] for ref in refs]
        for action in actions:
            _show(action.ref, naming(action, post))
        several = f"all {len(refs)}" if len(refs) > 1 else refs[0]
        answer = _choose(f"{post} is named here. Make this post the lead of {several}?")
        for action in actions if answer == "each" else ():
            if _choose(f"{post} as the lead of {action.ref}?") in {"yes", "each"}:
                _record(workspace, plan, [action], owners=(post,))
        if answer == "yes":
            _record(workspace, plan, actions, owners=(post,))


ANSWERS = {"y": "yes", "yes": "yes", "n": "no", "no": "no", "": "no", "e": "each", "each": "each"}


def _choose(question: str) -> str:
    """Ask until the answer is yes, no or each."""
    while True:
        answer = ANSWERS.get(_ask(f"{question} (y, n, each)").casefold())
        if answer is not None:
            return answer
        narrate("Answer y for yes, n for no, each to go one by one, or q to stop.")


def _show(ref: str, text: str) -> None:
    """Show an action under its reference, broken between words."""
    from shutil import get_terminal_size
    from textwrap import fill

    narrate(
        fill(
            f"{ref}  {text}",
            width=max(40, get_terminal_size().columns - 2),
            initial_indent="  ",
            subsequent_indent=" " * (len(ref) + 4),
        )
    )


def _owners_by_proposal(workspace: Workspace, cycle: str | None) -> None:
    """Ask for one lead of all actions under a proposal that have none."""
    from tracker.reports.completing import still_open, suggestions

    plan = workspace.plan(cycle=cycle)
    groups: dict[str, list[ActionView]] = {}
    for action in still_open(plan).ownerless:
        groups.setdefault(action.record.code, []).append(action)
    for code, actions in groups.items():
        proposal = plan.framework.by_code.get(code)
        narrate(f"{code} {proposal.name if proposal else 'recommendations'}")
        for action in actions:
            _show(action.ref, action.text)
        said = _ask(f"Lead of all {len(actions)} (or “each” to go one by one)")
        if said.casefold() != "each":
            _lead(workspace, plan, actions, said)
            continue
        for action in actions:
            named = ", ".join(suggestions(action))
            hint = f" (its words name: {named})" if named else ""
            _lead(workspace, plan, [action], _ask(f"Lead of {action.ref}{hint}"))


def _lead(workspace: Workspace, plan: PlanView, actions: Sequence[ActionView], said: str) -> None:
    names = tuple(name for name in map(words_of, said.split(";")) if name)
    if names:
        _record(workspace, plan, actions, owners=names)


def _dates(workspace: Workspace, cycle: str | None) -> None:
    """Ask for the timescale of each live action without a date, and show how it is read."""
    from tracker.reports.completing import still_open
    from tracker.timescale import read_timescale

    plan = workspace.plan(cycle=cycle)
    for action in still_open(plan).undated:
        printed = action.timescale.text if action.timescale else ""
        _show(action.ref, f"{action.text} [{printed or 'no timescale printed'}]")
        while said := _ask(f"Timescale of {action.ref}, such as March 2027"):
            reading = read_timescale(said, as_at=workspace.settings.today)
            narrate(reading.reading)
            if _record(workspace, plan, [action], timescale=reading):
                break


def _statuses(workspace: Workspace, cycle: str | None) -> None:
    """Ask for the status of each action of which none is known."""
    from tracker.kinds import Status
    from tracker.reports.completing import still_open
    from tui.cli.saying import status_of

    plan = workspace.plan(cycle=cycle)
    narrate(f"A status is one of: {', '.join(Status)}.")
    for action in still_open(plan).silent:
        _show(action.ref, action.text)
        while said := _ask(f"Status of {action.ref}"):
            try:
                status = status_of(said)
            except TrackerError as error:
                narrate(f"{error.message} {error.hint}")
                continue
            if _record(workspace, plan, [action], status=status):
                break


def _ask(question: str) -> str:
    answer = typer.prompt(question, default="", show_default=False, err=True)
    if answer.strip().casefold() in LEAVE:
        raise _Stopped
    return words_of(answer) or ""


def _record(
    workspace: Workspace,
    plan: PlanView,
    actions: Sequence[ActionView],
    *,
    status: Status | None = None,
    timescale: Timescale | None = None,
    owners: tuple[str, ...] | None = None,
) -> bool:
    """Record an answer; what is refused is told, and asked again."""
    from tracker.changing import Change
    from tui import recording

    change = Change(
        on=workspace.settings.today,
        said_by=workspace.settings.me,
        status=status,
        timescale=timescale,
        owners=owners,
    )
    try:
        recording.update(workspace, plan, actions, change)
    except Refused as error:
        narrate(f"{error.message} {error.hint}")
        return False
    return True
