"""Make the README's pictures from the sample plan: `python docs/make_pictures.py`."""

from __future__ import annotations

import io
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tracker.reports.overdue import overdue_report
from tracker.reports.summary import summary_report
from tui.console import show
from tui.settings import Settings
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tracker.report import Report

FOLDER = Path(__file__).parent
WIDTH = 118
ROWS = 10
"""Of a table; a picture is a taste, not the whole list."""


def draw(report: Report, name: str) -> None:
    """Store a picture of a report as a terminal shows it."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), highlight=False, markup=False, emoji=False
    )
    show(report, console)
    drawn = console.export_svg(title=f"tracker --db demo {name} --as-at 2022-01-31", unique_id=name)
    # Fonts from elsewhere are not fetched by a page that shows the picture.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    (FOLDER / f"{name}.svg").write_text(drawn, "utf-8")


def main() -> None:
    """Draw the lists of the sample plan as at a day on which some dates have gone by."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            database=str(Path(folder) / "demo.db"),
            partnership="Moray",
            partnership_is_said=True,
            me="docs",
            today=date(2022, 1, 31),
        )
        workspace = Workspace(settings, clock=lambda: datetime(2022, 1, 31, tzinfo=UTC))
        workspace.store_demo()
        plan = workspace.plan()
        draw(shortened(overdue_report(plan)), "overdue")
        draw(shortened(summary_report(plan), rows=22), "summary")


def shortened(report: Report, *, rows: int = ROWS) -> Report:
    """Return the first two tables of a report, with so many rows."""
    from dataclasses import replace

    sections = [
        replace(s, table=replace(s.table, rows=s.table.rows[:rows], total=len(s.table.rows)))
        if s.table
        else s
        for s in report.sections
    ]
    return replace(report, sections=tuple(sections[:2]))


if __name__ == "__main__":
    main()
