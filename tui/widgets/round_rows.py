"""What the list of rounds shows of each, and what can be done next.

Owns columns and words for the screen. How far a round has come is `tracker.round`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from tracker.dates import say_day
from tracker.kinds import CycleState
from tracker.report import Cell
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from tracker.plan import CycleView
    from tracker.round import RoundProgress


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as it is listed."""

    cycle: CycleView
    is_live: bool
    progress: RoundProgress


def round_columns() -> tuple[RowColumn[RoundRow], ...]:
    """Return the columns of the list of rounds."""
    return (
        RowColumn("label", "Cycle", lambda r: Cell(r.cycle.label), Width(11, share=1, most=24)),
        RowColumn("as_at", "As at", _day, Width(12)),
        RowColumn("state", "State", _state, Width(13, share=1, most=20)),
        RowColumn("progress", "Ratings", _progress, Width(16, share=2, most=40)),
        RowColumn("agreed", "Agreed", lambda r: Cell(r.cycle.agreed_on), Width(11, spare=2)),
        RowColumn("holds", "Holds", _holds, Width(16, spare=1)),
    )


def _day(row: RoundRow) -> Cell:
    return Cell(row.cycle.as_at, shown=None if row.cycle.as_at else "not printed")


def _state(row: RoundRow) -> Cell:
    state = str(row.cycle.state)
    return Cell(f"{state} (live)" if row.is_live else state)


def _progress(row: RoundRow) -> Cell:
    told = row.cycle.state.is_draft or row.progress.left
    return Cell(str(row.progress) if told else None)


def _holds(row: RoundRow) -> Cell:
    return Cell("ratings only" if row.cycle.ratings_only else "ratings, actions")


def round_in_full(row: RoundRow, *, draft: str | None) -> Text:
    """Return one round with what can be done next.

    Args:
        row: The round.
        draft: The label of the round that is being drafted, where there is one.
    """
    cycle = row.cycle
    text = Text().append(f"Cycle {cycle.label}\n", "bold")
    text.append(f"{_day_words(cycle)}; {_state_words(row)}.\n")
    if row.progress.undecided and cycle.state.is_draft:
        waiting = ", ".join(row.progress.undecided)
        text.append(f"To be decided: {waiting}\n")
    if row.progress.left:
        text.append(f"Left as they were, with a reason: {', '.join(row.progress.left)}\n")
    return text.append(f"\n{_next_words(row, draft)}")


DRAFT_WORDS = {
    CycleState.DRAFTING: "a draft that is being worked on",
    CycleState.SUBMITTED: "a draft that was sent in and may still be amended",
}


def _day_words(cycle: CycleView) -> str:
    return f"As at {say_day(cycle.as_at)}" if cycle.as_at else "Its date is not printed"


def _state_words(row: RoundRow) -> str:
    if row.is_live:
        return "agreed, and the live round: updates go here"
    if row.cycle.state.is_draft:
        return f"{DRAFT_WORDS[row.cycle.state]}; {row.progress}"
    return f"{row.cycle.state}: it is read, and never changes"


def _next_words(row: RoundRow, draft: str | None) -> str:
    if row.cycle.state.is_draft:
        waiting = len(row.progress.undecided)
        if waiting:
            what = "the last rating" if waiting == 1 else f"{waiting} ratings one by one"
            again = " again" if row.cycle.state is CycleState.SUBMITTED else ""
            return f"Next: g decides {what}; t sends the draft in{again}."
        return "Next: v agrees it, with the meeting and its day; t sends it in first."
    if row.is_live:
        if draft is None:
            return "Next: + opens its repeat as a draft. Enter shows its plan."
        return f"Its repeat {draft} is being drafted. Enter shows its plan."
    return "Enter shows its plan. z opens the round that was closed last again, with a reason."
