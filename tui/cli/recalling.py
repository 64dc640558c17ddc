"""The commands on what was recorded: history, undo, redo.

Owns their options, and what is asked before an act is taken back. The verbs are `tui.recalling`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.dates import say_day
from tracker.errors import Refused
from tui.cli.common import (
    AsJson,
    Cycle,
    Force,
    Format,
    Output,
    Reason,
    Yes,
    agree,
    label_of,
    show_report,
    span_of,
    words_of,
    workspace_of,
)
from tui.console import narrate

if TYPE_CHECKING:
    from tracker.recorded import Act
    from tui.workspace import Workspace


def history(
    context: typer.Context,
    ref: Annotated[
        str | None,
        typer.Argument(metavar="REF", help="An action, such as 1.1/3, or a proposal, such as 2.4."),
    ] = None,
    cycle: Cycle = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Words of the name of who did it.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Recorded on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Recorded on this day or earlier.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="How many at most.")
    ] = 20,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show who recorded what, when and why, newest first."""
    from db.lookback import Asked
    from tracker.reports.history import history_report
    from tui import recalling
    from tui.finding import end_of, start_of

    first, last = span_of(since, until, options=("--from", "--to"))
    asked = Asked(
        limit=limit,
        by=words_of(by),
        since=start_of(first) if first else None,
        until=end_of(last) if last else None,
    )
    label, short = label_of(ref, cycle) if ref else (cycle, None)
    about, entries = recalling.history(workspace_of(context), asked, ref=short, cycle=label)
    report = history_report(entries, about=about, limit=limit)
    show_report(report, form=form, as_json=as_json, output=output, force=force)


def undo(
    context: typer.Context,
    act: Annotated[
        int | None,
        typer.Argument(metavar="ACT", min=1, help="The act's number (default the newest)."),
    ] = None,
    reason: Reason = None,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Take back an act, all of it: an edit, a bulk update, an import."""
    from tui import recalling

    workspace = workspace_of(context)
    meant = recalling.undoable(workspace, act)
    _take_back(workspace, meant, reason=words_of(reason), yes=yes, as_json=as_json)


def redo(
    context: typer.Context, reason: Reason = None, yes: Yes = False, as_json: AsJson = False
) -> None:
    """Do again what the latest undo took back."""
    from tui import recalling

    workspace = workspace_of(context)
    meant = recalling.redoable(workspace)
    _take_back(workspace, meant, reason=words_of(reason), yes=yes, as_json=as_json)


def _take_back(
    workspace: Workspace, act: Act, *, reason: str | None, yes: bool, as_json: bool
) -> None:
    """Take an act back and say so; another person's only after a warning."""
    from tracker.reports.history import undone_report
    from tui import recalling

    if act.who != workspace.settings.me:
        narrate(
            f"Act {act.number} ({act.verb}) is not yours: {act.who} recorded it on "
            f"{say_day(act.at.astimezone().date())}."
        )
        if not agree("Take it back all the same?", yes=yes):
            raise Refused("Nothing was changed.")
    done = recalling.undo(workspace, act, reason=reason)
    show_report(undone_report(*done), as_json=as_json)
