"""The command that looks after the database and the machine it runs on."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.errors import TrackerError
from tui.cli.common import AsJson, show_report, workspace_of
from tui.console import narrate


def doctor(
    context: typer.Context,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="Bring a PostgreSQL database to this program's form.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check the database and the terminal, and say what to do where something is amiss."""
    from tui.exits import exit_for
    from tui.health import examine, health_report

    workspace = workspace_of(context)
    if upgrade:
        narrate(workspace.upgrade())
    findings = examine(workspace)
    show_report(health_report(workspace, findings), as_json=as_json)
    failed: TrackerError | None = next((f.error for f in findings if f.error), None)
    if failed is not None:
        raise typer.Exit(exit_for(failed))
