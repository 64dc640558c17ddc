"""What becomes of live actions in a repeat: the columns of the list, and one action in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from tracker.opening import Becomes
from tracker.report import Cell
from tui.widgets.fate_rows import whole_wording
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from tracker.opening import Choice
    from tracker.plan import ActionView

WORDS = {
    Becomes.CARRIED: "→ goes on",
    Becomes.COMPLETE: "• complete",
    Becomes.WITHDRAWN: "× withdrawn",
    Becomes.MERGED: "+ merged",
}


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A live action, and what was said of it."""

    action: ActionView
    choice: Choice | None
    """None while it simply goes on."""

    @property
    def words(self) -> str:
        """What becomes of it, with a sign."""
        if self.choice is None:
            return WORDS[Becomes.CARRIED]
        into = f" {self.choice.into}" if self.choice.into else ""
        return f"{WORDS[self.choice.becomes]}{into}"


def choice_columns() -> tuple[RowColumn[ChoiceRow], ...]:
    """Return the columns of the list."""
    return (
        RowColumn("ref", "Ref", lambda r: Cell(r.action.ref), Width(6, share=1, most=8)),
        RowColumn("becomes", "In the repeat", _becomes, Width(15)),
        RowColumn("text", "Improvement action", lambda r: Cell(r.action.text), Width(24, share=8)),
        RowColumn("status", "Status", lambda r: Cell(str(r.action.status)), Width(12)),
        RowColumn("due", "Due", lambda r: Cell(r.action.due), Width(11)),
        RowColumn("why", "Why", _why, Width(14, share=3, spare=1)),
    )


def _becomes(row: ChoiceRow) -> Cell:
    return Cell(row.words)


def _why(row: ChoiceRow) -> Cell:
    return Cell(row.choice.reason if row.choice else None)


def choice_in_full(row: ChoiceRow) -> Text:
    """Return an action with what was said of it last, and what becomes of it."""
    action = row.action
    text = Text().append(f"{action.ref}  {row.words}\n", "bold")
    text.append(f"{whole_wording(action)}\n")
    if row.choice is not None and row.choice.reason:
        text.append(f"Why: {row.choice.reason}\n")
    if action.owners:
        text.append(f"Led by: {', '.join(action.owner_names)}\n")
    notes = [update.note or update.board_text for update in action.updates]
    said = [note for note in notes if note]
    if said:
        text.append(f"Last said: {said[-1]}")
    return text
