"""The columns of lists of actions on the screen: what reports print, with widths for lines.

Owns widths alone; what fills a cell is `reports.cells`, the same as on paper.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.texts import said
from tracker.reports.cells import COLUMNS
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.rules import Standing

WIDTHS = {
    "ref": Width(6, share=1, most=8),
    "text": Width(38, share=8),
    "owners": Width(14, share=3, most=40, spare=5),
    "timescale": Width(12, share=2, most=30, spare=7),
    "due": Width(11),
    "review": Width(11, spare=6),
    "days": Width(13, share=1, most=24, spare=3),
    "status": Width(12, share=1, most=26),
    "outlook": Width(9, spare=8),
    "last_update": Width(11, spare=9),
}


def action_columns(
    keys: Iterable[str], spare: Mapping[str, int]
) -> tuple[RowColumn[Standing], ...]:
    """Return the columns named.

    Args:
        keys: By their names in `reports.cells`.
        spare: How soon a narrow screen leaves some of them out, where it is not the common way.
    """
    made = []
    for key in keys:
        column, cell = COLUMNS[key]
        width = WIDTHS[key]
        width = replace(width, spare=spare.get(key, width.spare))
        made.append(RowColumn(key, column.heading, cell, width, column.align))
    return tuple(made)


def with_content(
    columns: Iterable[RowColumn[Standing]], standings: Sequence[Standing]
) -> tuple[RowColumn[Standing], ...]:
    """Return the columns without those that are empty in every row, as on paper."""
    return tuple(
        column
        for column in columns
        if not column.width.spare or any(said(column.cell(standing)) for standing in standings)
    )
