"""What opening a repeat does to every action of the live cycle: the preview, and the record.

Owns the words. What becomes of each action is `tracker.opening`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.opening import Becomes
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.opening import Choice, Prepared
    from tracker.plan import ActionView


def opening_report(prepared: Prepared, *, is_done: bool) -> Report:
    """Build what becomes of the ratings and of every live action."""
    plan, opening = prepared.plan, prepared.opening
    return Report(
        title=f"Cycle {opening.label}: {plan.partnership.name}",
        subtitle=f"As at {say_day(opening.as_at)}, repeating cycle {plan.cycle.label}",
        sections=(Section(paragraphs=_opening(prepared)), *_ending(prepared)),
        data=_data(prepared, is_done=is_done),
    )


def going_on(actions: Sequence[ActionView]) -> str:
    """Return how many actions go on, in the words in which other lists count them."""
    live = sum(1 for action in actions if action.status.is_live)
    watched = len(actions) - live
    said = counted(live, "live action")
    if not watched:
        return said
    standing = counted(watched, "standing arrangement")
    return f"{said} and {standing} with a review"


def _opening(prepared: Prepared) -> tuple[str, ...]:
    ratings = sum(1 for held in prepared.ratings if held.level)
    missing = len(prepared.ratings) - ratings
    lines = [
        f"{counted(ratings, 'rating')} carried, none decided"
        + (f"; {missing} without a rating." if missing else "."),
        f"{going_on(prepared.carried)} carried, "
        + ", ".join(f"{len(prepared.of(one))} {one}" for one in Becomes if one != Becomes.CARRIED)
        + f"; {counted(len(prepared.closed), 'other')} closed before and not carried.",
    ]
    told = "Until the repeat is agreed, actions are updated in the live cycle; the draft shows it."
    return (*lines, told, *_left_out(prepared))


def _ending(prepared: Prepared) -> tuple[Section, ...]:
    if not prepared.chosen:
        return ()
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Improvement action", weight=4),
        Column("becomes", "Becomes", weight=0),
        Column("into", "Into", weight=0),
        Column("reason", "Why", weight=2),
    )
    rows = tuple(
        (
            Cell(action.ref),
            Cell(action.text),
            Cell(str(choice.becomes)),
            Cell(choice.into),
            Cell(choice.reason),
        )
        for action, choice in prepared.chosen
    )
    return (Section("Not simply carried", table=Table(columns, rows)),)


def _left_out(prepared: Prepared) -> tuple[str, ...]:
    """Return a sentence for each merged action whose owners do not go on with it."""
    return tuple(
        f"The owners of {action.ref} do not pass on to {choice.into} by merging: "
        f"{', '.join(names)}. To name all that are to lead it: tracker update {choice.into} "
        "--owner POST."
        for action, choice in prepared.of(Becomes.MERGED)
        if (names := prepared.left_out(choice))
    )


def _data(prepared: Prepared, *, is_done: bool) -> dict[str, object]:
    plan, opening = prepared.plan, prepared.opening
    chosen = {
        str(one): [
            {"ref": action.ref, "reason": choice.reason}
            | (_merged_data(prepared, choice) if one is Becomes.MERGED else {})
            for action, choice in prepared.of(one)
        ]
        for one in Becomes
        if one is not Becomes.CARRIED
    }
    return {
        "partnership": plan.partnership.name,
        "cycle": opening.label,
        "as_at": opening.as_at.isoformat(),
        "repeats": plan.cycle.label,
        "opened": is_done,
        "ratings_carried": [held.code for held in prepared.ratings if held.level],
        "not_rated": [held.code for held in prepared.ratings if not held.level],
        "actions": {"carried": [action.ref for action in prepared.carried], **chosen},
        "standing_arrangements": [a.ref for a in prepared.carried if not a.status.is_live],
        "closed_before": [action.ref for action in prepared.closed],
    }


def _merged_data(prepared: Prepared, choice: Choice) -> dict[str, object]:
    """Return where a merged action goes on, and which of its owners do not."""
    return {"into": choice.into, "owners_left_out": list(prepared.left_out(choice))}
