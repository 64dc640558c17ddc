"""The comparison of two cycles as a report: every rating, every action, and the exceptions.

Owns the wording and the tables. What moved and what became of what is `compare`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.compare import count_earlier
from tracker.dates import say_as_at
from tracker.kinds import Fate
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.cells import sample_note
from tracker.reports.counting import counted
from tracker.reports.headline import draft_note, unconfirmed
from tracker.reports.ratings import direction
from tracker.reports.slippage import moves_data, totals_data, totals_sections

if TYPE_CHECKING:
    from tracker.compare import ActionFate, Comparison, RatingFate
    from tracker.plan import ActionView, CycleView
    from tracker.slippage import Slip


def compare_report(compared: Comparison) -> Report:
    """Build the comparison of two cycles."""
    base, repeat = compared.base, compared.repeat
    told, note = told_in_words(compared), sample_note(repeat)
    return Report(
        title=f"Comparison: {repeat.partnership.name}",
        subtitle=f"{_named(base.cycle)} and {_named(repeat.cycle)}",
        sections=(
            Section(paragraphs=told + ((note,) if note else ())),
            *_exceptions(compared),
            Section("Every proposal", table=_ratings(compared)),
            *_actions(compared),
            *totals_sections(_slips(compared), compared.repeat.framework.by_code),
        ),
        data=_data(compared),
    )


def _named(cycle: CycleView) -> str:
    day = say_as_at(cycle.as_at)
    draft = ", a draft" if cycle.state.is_draft else ""
    return f"cycle {cycle.label} ({day}{draft})"


def told_in_words(compared: Comparison) -> tuple[str, ...]:
    """Return what moved and what became of the actions, in a few sentences."""
    moves = compared.movements
    missing = f", {moves.not_comparable} not comparable" if moves.not_comparable else ""
    moved = f"{moves.up} moved up, {moves.unchanged} stayed, {moves.down} moved down{missing}"
    lines = [f"Of {len(compared.ratings)} proposals rated locally, {moved}."]
    draft = draft_note(compared.repeat)
    if draft:
        lines.append(draft)
    if not compared.actions_held:
        only = compared.base if compared.base.cycle.ratings_only else compared.repeat
        lines.append(f"The actions of cycle {only.cycle.label} are not held; ratings only.")
        return tuple(lines)
    told = count_earlier(compared.fates)
    before, now = len(compared.base.actions), len(compared.repeat.actions)
    lines.append(
        f"{counted(before, 'action')} before, {now} now: "
        f"{told.completed} completed, {told.carried} carried on, {told.not_carried} not carried, "
        f"{told.new} new; {told.slipped} with a later date than first agreed."
    )
    waiting = unconfirmed(compared)
    return (*lines, waiting) if waiting else tuple(lines)


def to_explain(compared: Comparison) -> tuple[str, ...]:
    """Return what a reader would ask about: a sentence each."""
    lines = []
    if compared.stuck:
        codes = ", ".join(compared.stuck)
        lines.append(f"Stood still with no open dated action left: {codes}.")
    if compared.unexplained:
        lines.append(f"Moved though nothing was closed: {', '.join(compared.unexplained)}.")
    lines += [mismatch_words(rating) for rating in compared.ratings if rating.mismatch]
    return tuple(lines)


def mismatch_words(rating: RatingFate) -> str:
    """Return that a paper prints another previous rating than the one held."""
    return (
        f"{rating.code}: the paper prints the previous rating {rating.recorded_previous}; "
        f"{rating.before or 'none'} is held."
    )


def _exceptions(compared: Comparison) -> tuple[Section, ...]:
    lines = to_explain(compared)
    return (Section("To be explained", lines),) if lines else ()


def _ratings(compared: Comparison) -> Table:
    counted = (
        ("completed", "Done"),
        ("carried", "Carried"),
        ("new", "New"),
        ("not_carried", "Not carried"),
        ("slipped", "Slipped"),
    )
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=3, spare=2),
        Column("before", "Before", weight=1),
        Column("after", "Now", weight=1),
        Column("direction", "Direction", weight=0),
        Column("decision", "Decision", weight=0, spare=1),
        *(
            Column(key, heading, "right", 0, spare=3)
            for key, heading in (counted if compared.actions_held else ())
        ),
    )
    return Table(columns, tuple(_rating_row(r, compared.actions_held) for r in compared.ratings))


def _rating_row(rating: RatingFate, held: bool) -> tuple[Cell, ...]:
    tone = "" if not rating.movement else ("good" if rating.movement > 0 else "bad")
    counts = rating.counts.as_json().values() if held else ()
    return (
        Cell(rating.code),
        Cell(rating.name),
        Cell(rating.before),
        Cell(rating.after),
        Cell(direction(rating.movement), tone),
        Cell(str(rating.decision)),
        *(Cell(count) for count in counts),
    )


def _actions(compared: Comparison) -> tuple[Section, ...]:
    """Return a table for each fate; actions carried word for word come last."""
    order = [Fate.NOT_CARRIED, Fate.NEW, Fate.MERGED, Fate.SPLIT, Fate.MOVED]
    order += [Fate.REWORDED, Fate.CARRIED]
    groups = ((fate, [f for f in compared.fates if f.fate is fate]) for fate in order)
    return tuple(
        Section(f"{str(fate).capitalize()} ({len(held)})", table=_fates(held))
        for fate, held in groups
        if held
    )


def _fates(held: list[ActionFate]) -> Table:
    columns = (
        Column("base", "Before", weight=0),
        Column("repeat", "Now", weight=0),
        Column("text", "Improvement action", weight=4),
        Column("outcome", "Outcome", weight=0),
        Column("due_before", "First agreed", weight=0, spare=2),
        Column("due_after", "Due", weight=0, spare=1),
        Column("slipped_days", "Days later", "right", weight=0, spare=1),
        Column("certainty", "Certainty", "right", weight=0, spare=3),
        Column("reason", "Why", weight=2, spare=4),
    )
    return Table(columns, tuple(_fate_row(fate) for fate in held))


def _fate_row(fate: ActionFate) -> tuple[Cell, ...]:
    sure = None if fate.certainty is None else f"{fate.certainty:.2f}"
    return (
        Cell(tuple(a.ref for a in fate.base)),
        Cell(tuple(a.ref for a in fate.repeat)),
        Cell((fate.repeat or fate.base)[0].text),
        Cell(str(fate.outcome)),
        Cell(fate.due_before),
        Cell(fate.due_after),
        Cell(fate.slipped_days, "warn" if (fate.slipped_days or 0) > 0 else ""),
        Cell("confirmed" if fate.confirmed else sure),
        Cell(fate.reason or None),
    )


def _slips(compared: Comparison) -> list[tuple[ActionView, Slip]]:
    return [((fate.repeat or fate.base)[0], fate.slip) for fate in compared.fates if fate.slip]


def _data(compared: Comparison) -> dict[str, object]:
    return {
        "partnership": compared.repeat.partnership.name,
        "base": _cycle(compared.base.cycle),
        "repeat": _cycle(compared.repeat.cycle),
        "ratings": [
            {
                "code": r.code,
                "before": r.before,
                "after": r.after,
                "movement": r.movement,
                "recorded_previous": r.recorded_previous,
                "mismatch": r.mismatch,
                "decision": str(r.decision),
                "reason": r.reason,
                "actions": r.counts.as_json(),
                "actions_held": compared.actions_held,
            }
            for r in compared.ratings
        ],
        "counts": compared.movements.as_json(),
        "actions": [_fate(fate) for fate in compared.fates],
        "slippage": totals_data(_slips(compared)),
        "stuck": list(compared.stuck),
        "unexplained": list(compared.unexplained),
    }


def _cycle(cycle: CycleView) -> dict[str, object]:
    return {
        "label": cycle.label,
        "as_at": cycle.as_at.isoformat() if cycle.as_at else None,
        "draft": cycle.state.is_draft,
    }


def _fate(fate: ActionFate) -> dict[str, object]:
    return {
        "fate": str(fate.fate),
        "outcome": str(fate.outcome),
        "base": [a.ref for a in fate.base],
        "repeat": [a.ref for a in fate.repeat],
        "certainty": fate.certainty,
        "reason": fate.reason,
        "confirmed": fate.confirmed,
        "due_before": fate.due_before.isoformat() if fate.due_before else None,
        "due_after": fate.due_after.isoformat() if fate.due_after else None,
        "slipped_days": fate.slipped_days,
        "moves": moves_data(fate.slip.moves) if fate.slip else [],
    }
