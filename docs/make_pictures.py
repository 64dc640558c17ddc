"""Make the README's pictures from the sample plan: `python docs/make_pictures.py`."""

from __future__ import annotations

import asyncio
import io
import re
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tracker.demo import INVENTED
from tracker.reports.overdue import overdue_report
from tracker.reports.ratings import RATINGS
from tracker.reports.summary import summary_report
from tui.app import TrackerApp
from tui.console import show
from tui.sampling import store_demo
from tui.settings import DEMO_PARTNERSHIP, Settings
from tui.telling import story
from tui.workspace import Workspace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracker.report import Report, Section

FOLDER = Path(__file__).parent
WIDTH = 118
SCREENS = {
    DEMO_PARTNERSHIP: {"home": ("h",), "actions": ("a",)},
    INVENTED: {
        "plan": ("p", *["down"] * 6),
        "compare": ("c",),
        "fates": ("v", *["down"] * 13),
    },
}
"""The screens that are drawn, with the keys that lead there: of the plan that shows them best."""
ROWS = 10
"""Of a table; a picture is a taste, not the whole list."""


def draw(report: Report, name: str) -> None:
    """Store a picture of a report as a terminal shows it."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), highlight=False, markup=False, emoji=False
    )
    show(report, console)
    drawn = console.export_svg(title=f"tracker --db demo {name} --as-at 2022-01-31", unique_id=name)
    store(drawn, name)


def store(drawn: str, name: str) -> None:
    """Store a picture without its fonts, so that a page that shows it fetches nothing."""
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    (FOLDER / f"{name}.svg").write_text(drawn, "utf-8")


async def seen(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is drawn."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.1)


async def draw_screens(settings: Settings) -> None:
    """Store pictures of the application's screens, of one partnership's plan."""
    app = TrackerApp(settings, clock=lambda: datetime(2022, 1, 31, 9, 30, tzinfo=UTC))
    async with app.run_test(size=(124, 36)) as pilot:
        for name, keys in SCREENS[str(settings.partnership)].items():
            for key in keys:
                await seen(pilot)
                await pilot.press(key)
            await seen(pilot)
            store(app.export_screenshot(title="tracker --db demo"), f"app-{name}")


def main() -> None:
    """Draw the lists of the sample plan as at a day on which some dates have gone by."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            database=str(Path(folder) / "demo.db"),
            partnership=DEMO_PARTNERSHIP,
            partnership_is_said=True,
            me="A. Example",
            today=date(2022, 1, 31),
        )
        workspace = Workspace(settings, clock=lambda: datetime(2022, 1, 31, tzinfo=UTC))
        store_demo(workspace)
        plan = workspace.plan()
        overdue = overdue_report(plan)
        draw(shortened(overdue, *overdue.sections[:2]), "overdue")
        summary = summary_report(story(workspace))
        ratings = [part for part in summary.sections if part.heading == RATINGS]
        draw(shortened(summary, *summary.sections[:2], *ratings, rows=22), "summary")
        for partnership in SCREENS:
            asyncio.run(draw_screens(replace(settings, partnership=partnership)))


def shortened(report: Report, *sections: Section, rows: int = ROWS) -> Report:
    """Return a report of some of its sections, each table with so many rows."""
    kept = tuple(
        replace(s, table=replace(s.table, rows=s.table.rows[:rows], total=len(s.table.rows)))
        if s.table
        else s
        for s in sections
    )
    return replace(report, sections=kept)


if __name__ == "__main__":
    main()
