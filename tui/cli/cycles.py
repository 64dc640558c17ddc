"""The commands on cycles."""

from __future__ import annotations

import typer

from tui.cli.common import AsJson, Format, show_report, workspace_of


def list_cycles(context: typer.Context, form: Format = None, as_json: AsJson = False) -> None:
    """List the cycles that are held of a partnership."""
    from tracker.reports.cycles import cycles_report

    partnership, held, live = workspace_of(context).cycles()
    show_report(cycles_report(partnership, held, live), form=form, as_json=as_json)
