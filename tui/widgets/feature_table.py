"""The key features with how many actions are live, late and done under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text
from textual.widgets import Static

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.summary import Summary


class FeatureTable(Static):
    """One line for each key feature."""

    DEFAULT_CSS = """
    FeatureTable { height: auto; padding: 0 1; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def update_from(self, plan: PlanView, summary: Summary) -> None:
        """Show the counts of a plan."""
        made = Table(box=None, pad_edge=False, expand=True, padding=(0, 2, 0, 0))
        made.add_column("Key feature", ratio=1, no_wrap=True, overflow="ellipsis")
        for heading in ("Live", "Overdue", "Complete", "In place"):
            made.add_column(heading, justify="right")
        for code, tally in summary.by_feature:
            name = plan.feature_names.get(code, "Outside the key features")
            counts = (tally.live, tally.overdue, tally.complete, tally.in_place)
            made.add_row(Text(f"{code} {name}".strip()), *(Text(f"{count:,}") for count in counts))
        self.update(made)
