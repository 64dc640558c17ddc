"""The commands on two or more cycles: compare, link, unlink, trend; and the plan check.

Owns their options. The verbs are `tui.comparing` and `tui.pairing`; one round is `cycles`.
"""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.errors import UsageFault
from tui.cli.common import (
    AsAt,
    AsJson,
    Cycle,
    Force,
    Format,
    Output,
    Reason,
    day_of,
    label_of,
    show_data,
    show_report,
    words_of,
    workspace_of,
)

Base = Annotated[
    str | None,
    typer.Argument(metavar="BASE", help="The earlier cycle (default the last but one)."),
]
Repeat = Annotated[
    str | None, typer.Argument(metavar="REPEAT", help="The later cycle (default the last).")
]
Earlier = Annotated[
    str, typer.Argument(metavar="REF", help="The earlier action, such as 2021:1.1/2 or 1.1/2.")
]
Later = Annotated[
    str, typer.Argument(metavar="REF", help="The later action, such as 2022:1.1/1 or 1.1/1.")
]


def compare(
    context: typer.Context,
    base: Base = None,
    repeat: Repeat = None,
    as_at: AsAt = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every partnership held, proposal by proposal.")
    ] = False,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Compare two cycles: how ratings moved, and what became of every action."""
    from tracker.reports.compare import compare_report
    from tracker.reports.movements import movements_report
    from tui import comparing

    workspace = workspace_of(context)
    if every:
        if base or repeat:
            raise UsageFault("--all takes the last two cycles of each.", "Leave the labels out.")
        found = comparing.compare_all(workspace)
        report = movements_report(found, alone=comparing.uncompared(workspace))
    else:
        report = compare_report(comparing.compare(workspace, base, repeat, as_at=day_of(as_at)))
    show_report(report, form=form, as_json=as_json, output=output, force=force)


def trend(
    context: typer.Context,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show the ratings of every cycle side by side."""
    from tracker.reports.trend import trend_report
    from tui import comparing

    report = trend_report(comparing.trend(workspace_of(context)))
    show_report(report, form=form, as_json=as_json, output=output, force=force)


def link(
    context: typer.Context,
    base: Earlier,
    repeat: Later,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Say that a later action goes on with an earlier one."""
    _link(context, base, repeat, reason=reason, as_json=as_json, refuse=False)


def unlink(
    context: typer.Context,
    base: Earlier,
    repeat: Later,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Say that a later action is not the earlier one; it is not suggested again."""
    _link(context, base, repeat, reason=reason, as_json=as_json, refuse=True)


def _link(
    context: typer.Context,
    base: str,
    repeat: str,
    *,
    reason: str | None,
    as_json: bool,
    refuse: bool,
) -> None:
    from tui import pairing

    before, after = label_of(base, None), label_of(repeat, None)
    named = pairing.link(
        workspace_of(context),
        before[1],
        after[1],
        cycles=(before[0], after[0]),
        reason=words_of(reason),
        refuse=refuse,
    )
    if as_json:
        show_data({"base": named[0], "repeat": named[1], "linked": not refuse})
        return
    typer.echo(f"{named[0]} and {named[1]} are {'not the same' if refuse else 'linked'}.")


def check(
    context: typer.Context,
    as_at: AsAt = None,
    cycle: Cycle = None,
    silent: Annotated[
        int,
        typer.Option("--silent", metavar="DAYS", min=1, help="How long a silence is too long."),
    ] = 60,
    form: Format = None,
    as_json: AsJson = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Check a plan: what is missing, past, silent or contradictory, and what mends it."""
    from tracker.reports.check import check_report

    plan = workspace_of(context).plan(as_at=day_of(as_at), cycle=cycle)
    report = check_report(plan, silent=silent)
    show_report(report, form=form, as_json=as_json, output=output, force=force)
