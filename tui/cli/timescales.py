"""The command that shows how a timescale is read."""

from __future__ import annotations

from typing import Annotated

import typer

from tui.cli.common import AsAt, AsJson, day_of, settings_of, show_data


def timescale(
    context: typer.Context,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="The words of a timescale.")],
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Show how a timescale is read; relative ones count from --as-at."""
    from tracker.cleaning import clean
    from tracker.timescale import read_timescale

    day = day_of(as_at) or settings_of(context).today
    reading = read_timescale(clean(" ".join(text)), as_at=day)
    if as_json:
        show_data(reading.as_json())
        return
    typer.echo(reading.reading)
    for name, value in reading.as_json().items():
        if name in {"text", "reading", "milestones"} or value is None:
            continue
        typer.echo(f"{name}: {value}")
    for milestone in reading.milestones:
        typer.echo(f"milestone: {milestone.label}: {milestone.due.isoformat()}")
