"""What the list of links between two cycles shows of each.

Owns columns and signs. Both wordings of the link under the cursor are `widgets.wordings`'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.kinds import LinkState
from tracker.report import Cell
from tracker.reports.links import certainty_words
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from tui.pairing import Pair

SIGNS = {LinkState.SUGGESTED: "? to judge", LinkState.CONFIRMED: "= same"}


def link_columns() -> tuple[RowColumn[Pair], ...]:
    """Return the columns of the list of links."""
    return (
        RowColumn("state", "Judged", _state, Width(11)),
        RowColumn("base", "Before", lambda p: Cell(p.before.ref), Width(7)),
        RowColumn("repeat", "Now", lambda p: Cell(p.after.ref), Width(7)),
        RowColumn("text", "Improvement action", lambda p: Cell(p.after.text), Width(20, share=1)),
        RowColumn("sure", "Certainty", _sure, Width(22, spare=1)),
    )


def _state(pair: Pair) -> Cell:
    return Cell(SIGNS.get(pair.state, "≠ different"))


def _sure(pair: Pair) -> Cell:
    return Cell(certainty_words(pair.link.certainty))
