"""The command that shows what the program does, on sample plans in a file of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import Refused
from tui.cli.common import AsJson, Format, settings_of, show_report
from tui.console import narrate
from tui.settings import DEMO, DEMO_PARTNERSHIP, demo_file, now

if TYPE_CHECKING:
    from tui.workspace import Workspace

DAY = date(2022, 1, 31)
"""A day on which some of the plan's dates have gone by and some have not."""


def demo(
    context: typer.Context,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Make the demonstration plan anew.")
    ] = False,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Show a published plan: its ratings before and now, and what its dates say."""
    from tracker.demo import INVENTED
    from tracker.reports.demo import demo_report
    from tui.workspace import Workspace

    said = context.find_root().params.get("db")
    settings = settings_of(context)
    address = settings.database if said else str(demo_file())
    own = address == str(demo_file())
    workspace = Workspace(
        replace(settings, database=address, partnership=DEMO_PARTNERSHIP), clock=now
    )
    _fill(workspace, fresh=fresh, own=own)
    show_report(demo_report(workspace.plan(as_at=DAY)), form=form, as_json=as_json)
    name = DEMO if own else f'"{workspace.address.shown}" --partnership {DEMO_PARTNERSHIP}'
    narrate("")
    narrate(f"The plan is in {workspace.address.shown}")
    narrate("Open it in the application:")
    narrate(f"  tracker --db {name}")
    narrate("Or ask it something, for example:")
    narrate(f"  tracker --db {name} overdue --as-at {DAY.isoformat()}")
    narrate(f"  tracker --db {name} show 2.4/2")
    other = DEMO if own else f'"{workspace.address.shown}"'
    narrate(f"  tracker --db {other} --partnership Edinburgh summary")
    narrate(f"A whole year with its repeat, invented, is that of {INVENTED}:")
    narrate(f"  tracker --db {other} --partnership {INVENTED} compare")


def _fill(workspace: Workspace, *, fresh: bool, own: bool) -> None:
    """See that the demonstration plan is there; what people added to it is kept."""
    from tui.sampling import store_demo

    if own:
        demo_file().parent.mkdir(parents=True, exist_ok=True)
    if fresh:
        if not own:
            raise Refused(
                "--fresh makes only the demonstration's own file anew.",
                "Leave --db out, or remove the file yourself.",
            )
        for suffix in ("", "-wal", "-shm", "-journal"):
            demo_file().with_name(demo_file().name + suffix).unlink(missing_ok=True)
    store_demo(workspace)
