"""What lists of movements and of fates show of each, and one of each in full.

Owns columns and words for the screen. What moved and what became of what is `tracker.compare`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from exports.texts import said
from tracker.kinds import Fate
from tracker.report import Cell
from tracker.reports.compare import mismatch_words
from tracker.reports.links import certainty_words
from tracker.reports.ratings import direction, tone_of
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn
from tui.widgets.word_diff import KEY, marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.compare import ActionFate, Comparison, RatingFate
    from tracker.plan import ActionView

LONGER = "days later"


def rating_columns(compared: Comparison) -> tuple[RowColumn[RatingFate], ...]:
    """Return the columns of the proposals with their movements."""
    counted = (
        ("completed", "Done", 4, 4),
        ("carried", "Carried", 7, 4),
        ("new", "New", 4, 4),
        ("not_carried", "Not carried", 11, 4),
        ("slipped", "Later", 5, 2),
    )
    counts: tuple[RowColumn[RatingFate], ...] = tuple(
        RowColumn(key, heading, _counter(key), Width(width, spare=spare), "right")
        for key, heading, width, spare in (counted if compared.actions_held else ())
    )
    return (
        RowColumn("code", "Code", lambda r: Cell(r.code), Width(5)),
        RowColumn("name", "Proposal", lambda r: Cell(r.name), Width(12, share=4, most=52)),
        RowColumn("before", "Before", lambda r: Cell(r.before), Width(11, share=2, most=19)),
        RowColumn("after", "Now", lambda r: Cell(r.after), Width(11, share=2, most=19)),
        RowColumn("direction", "Movement", _movement, Width(9, share=1, most=14)),
        RowColumn("decision", "Decision", lambda r: Cell(str(r.decision)), Width(9, spare=3)),
        *counts,
        RowColumn(
            "explain", "To explain", lambda r: _doubt(r, compared), Width(11, share=1, most=24)
        ),
    )


def _counter(key: str) -> Callable[[RatingFate], Cell]:
    return lambda rating: Cell(rating.counts.as_json()[key] or None)


def _movement(rating: RatingFate) -> Cell:
    return Cell(direction(rating.movement), tone_of(rating.movement))


def _doubt(rating: RatingFate, compared: Comparison) -> Cell:
    words = []
    if rating.code in compared.stuck:
        words.append("stuck")
    if rating.code in compared.unexplained:
        words.append("unexplained")
    if rating.mismatch:
        words.append("mismatch")
    return Cell(", ".join(words) or None, "warn")


def rating_in_full(compared: Comparison, rating: RatingFate) -> Text:
    """Return one proposal's movement with what became of its actions, as lines."""
    text = Text().append(f"{rating.code}  {rating.name}\n", "bold")
    before, after = rating.before or "not rated", rating.after or "not rated"
    text.append(f"{before} → {after}: {direction(rating.movement)}; {rating.decision}\n")
    if rating.reason:
        text.append(f"Why: {rating.reason}\n")
    for line in _doubts(compared, rating):
        text.append(f"! {line}\n", "bold")
    if not compared.actions_held:
        only = compared.base if compared.base.cycle.ratings_only else compared.repeat
        text.append(f"The actions of cycle {only.cycle.label} are not held.")
        return text
    fates = [fate for fate in compared.fates if rating.code in fate.codes]
    text.append("Its actions:\n" if fates else "No action stands under it in either cycle.")
    for fate in fates:
        text.append(f"• {fate_words(fate)}\n  {(fate.repeat or fate.base)[0].text}\n")
    return text


def _doubts(compared: Comparison, rating: RatingFate) -> tuple[str, ...]:
    lines = []
    if rating.code in compared.stuck:
        lines.append("Stuck: it stood still, and no open dated action is left.")
    if rating.code in compared.unexplained:
        lines.append("Unexplained: it moved though nothing was closed.")
    if rating.mismatch:
        lines.append(mismatch_words(rating))
    return tuple(lines)


def fate_words(fate: ActionFate) -> str:
    """Return what became of actions, with their references and dates, in one line."""
    refs = " → ".join(part for part in (_refs(fate.base), _refs(fate.repeat)) if part)
    words = f"{refs}: {fate.fate}, {fate.outcome}"
    later = fate.slipped_days or 0
    if later > 0:
        words += f", {later} {LONGER}"
    return words if fate.confirmed or fate.certainty is None else f"{words} (not confirmed)"


def _refs(actions: tuple[ActionView, ...]) -> str:
    return ", ".join(action.ref for action in actions)


def fate_columns() -> tuple[RowColumn[ActionFate], ...]:
    """Return the columns of the list of fates."""
    return (
        RowColumn("base", "Before", lambda f: Cell(_refs(f.base)), Width(7, share=1, most=14)),
        RowColumn("repeat", "Now", lambda f: Cell(_refs(f.repeat)), Width(7, share=1, most=14)),
        RowColumn("text", "Improvement action", _wording, Width(20, share=8)),
        RowColumn("outcome", "Outcome", lambda f: Cell(str(f.outcome)), Width(10)),
        RowColumn("first", "First agreed", lambda f: Cell(f.due_before), Width(12, spare=2)),
        RowColumn("due", "Due", lambda f: Cell(f.due_after), Width(11, spare=1)),
        RowColumn("later", "Days later", _later, Width(10), "right"),
        RowColumn("sure", "Link", _sure, Width(9, share=1, most=22, spare=3)),
    )


def _wording(fate: ActionFate) -> Cell:
    return Cell((fate.repeat or fate.base)[0].text)


def _later(fate: ActionFate) -> Cell:
    return Cell(fate.slipped_days, "warn" if (fate.slipped_days or 0) > 0 else "")


def _sure(fate: ActionFate) -> Cell:
    if fate.certainty is None:
        return Cell(None)
    return Cell("confirmed" if fate.confirmed else certainty_words(fate.certainty))


def fate_in_full(fate: ActionFate) -> Text:
    """Return one fate with both wordings, the differing words marked."""
    text = Text().append(f"{fate_words(fate)}\n", "bold")
    if fate.reason:
        text.append(f"{fate.reason}\n")
    if fate.slip is not None and fate.slip.moves:
        dates = [fate.slip.first, *(move.after for move in fate.slip.moves)]
        text.append(f"Dates in turn: {', '.join(said(Cell(day)) for day in dates)}\n")
    if fate.fate is Fate.REWORDED or (fate.fate is Fate.MOVED and _differs(fate)):
        before, after = marked(whole_wording(fate.base[0]), whole_wording(fate.repeat[0]))
        text.append("\nEarlier: ").append(before).append("\nLater: ").append(after)
        return text.append(f"\n{KEY}")
    for action in (*fate.base, *fate.repeat) if fate.fate is not Fate.CARRIED else fate.repeat:
        text.append(f"\n{action.ref}  {whole_wording(action)}")
    return text


def _differs(fate: ActionFate) -> bool:
    return whole_wording(fate.base[0]) != whole_wording(fate.repeat[0])


def whole_wording(action: ActionView) -> str:
    """Return an action's wording with its sub-items and how it is delivered."""
    delivery = f" How: {action.record.delivery}" if action.record.delivery else ""
    return "; ".join((action.text, *action.record.sub_items)) + delivery
