"""Ratings before and now as tables: the Y/G table, the levels, and movement by key feature.

Owns these tables and the sentence that says what Y and G mean. The numbers are `summary`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_as_at, say_day
from tracker.report import Cell, Column, Table
from tracker.reports.bars import bar, signs
from tracker.summary import count_movements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import DecisionView, PlanView
    from tracker.summary import RatingLine, Summary

NOT_RATED = "not rated"
RATINGS = "Ratings by proposal"
"""The heading of the table that people know from paper."""


def direction(move: int | None) -> str:
    """Return a movement in words that need no colour."""
    if move is None:
        return "not comparable"
    if move == 0:
        return "unchanged"
    arrow, word = ("▲", "up") if move > 0 else ("▼", "down")
    return f"{arrow} {word} {abs(move)}"


def tone_of(move: int | None) -> str:
    """Return the tone of a movement."""
    return "" if not move else ("good" if move > 0 else "bad")


def legend(plan: PlanView) -> tuple[str, ...]:
    """Return what Y and G mean here, and of which days they are."""
    now = plan.cycle.as_at
    today = f"now (as at {say_day(now)})" if now else f"now (cycle {plan.cycle.label})"
    previous = plan.previous
    if previous is None:
        lines = [f"G = rating {today}. No previous rating is held."]
    else:
        then = say_as_at(previous.as_at)
        lines = [f"Y = previous rating ({then}); G = rating {today}. They are not red-amber-green."]
    decided = [
        f"{held.code} on {say_day(held.decision.decided_on)}"
        for held in plan.assessments
        if held.decision and held.decision.decided_on and held.decision.decided_on != now
    ]
    if now and decided:
        lines.append(f"Decided since then: {', '.join(decided)}.")
    lines += [
        f"{held.code}: the paper itself prints another previous rating, {held.previous_printed}; "
        f"{held.previous or 'none'} is held."
        for held in plan.assessments
        if held.previous_printed not in {None, held.previous}
    ]
    return tuple(lines)


def ratings_table(plan: PlanView, summary: Summary) -> Table:
    """Return every locally rated proposal with Y and G under their levels."""
    levels = plan.framework.scale
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=3, spare=1),
        *(Column(f"level_{level.rank}", level.name.capitalize(), weight=1) for level in levels),
        Column("direction", "Direction", weight=0),
        Column("overdue", "Overdue", "right", weight=0, spare=2),
        Column("live", "Live", "right", weight=0, spare=3),
        Column("closed", "Closed", "right", weight=0, spare=4),
    )
    return Table(columns, tuple(_rating_row(plan, line) for line in summary.lines))


def _rating_row(plan: PlanView, line: RatingLine) -> tuple[Cell, ...]:
    tone = tone_of(line.movement)
    marks = tuple(
        Cell(_marks(level.name, line), tone if level.name == line.after else "")
        for level in plan.framework.scale
    )
    words = direction(line.movement) if line.after else NOT_RATED
    return (
        Cell(line.code),
        Cell(line.name),
        *marks,
        Cell(line.movement, tone, shown=words),
        Cell(line.tally.overdue, "bad" if line.tally.overdue else ""),
        Cell(line.tally.live),
        Cell(line.tally.closed),
    )


def _marks(level: str, line: RatingLine) -> str | None:
    marks = [letter for letter, held in (("Y", line.before), ("G", line.after)) if held == level]
    return " ".join(marks) or None


def levels_table(plan: PlanView, summary: Summary) -> Table:
    """Return how many proposals stand on each level, before and now."""
    before, after = dict(summary.before), dict(summary.after)
    names: list[str | None] = [level.name for level in plan.framework.scale]
    if after.get(None) or (plan.previous and before.get(None)):
        names.append(None)
    columns: tuple[Column, ...] = (
        Column("level", "Level", weight=1),
        Column("before", "Before (Y)", "right", weight=0),
        Column("now", "Now (G)", "right", weight=0),
        Column("change", "Change", "right", weight=0),
        Column("bar", "Now", weight=0, spare=1, is_drawn=True),
    )
    total = len(summary.lines)
    rows = tuple(
        _level_row(name or NOT_RATED, before.get(name, 0), after.get(name, 0), total)
        for name in names
    )
    rows = (*rows, _level_row("total", total, total, 0))
    if plan.previous is None:
        kept = (0, 2, 4)
        columns = tuple(columns[place] for place in kept)
        rows = tuple(tuple(row[place] for place in kept) for row in rows)
    return Table(columns, rows)


def _level_row(name: str, then: int, now: int, total: int) -> tuple[Cell, ...]:
    change = Cell(now - then, shown=f"{now - then:+d}" if now != then else "0")
    return Cell(name), Cell(then), Cell(now), change, bar(now, total)


def features_table(plan: PlanView, summary: Summary) -> Table:
    """Return how the ratings moved under each key feature; adds up to all of them."""
    columns = (
        Column("feature", "Key feature", weight=3),
        Column("up", "Up", "right", weight=0),
        Column("unchanged", "Stayed", "right", weight=0),
        Column("down", "Down", "right", weight=0),
        Column("not_comparable", "Not comparable", "right", weight=0, spare=2),
        Column("total", "Rated", "right", weight=0),
        Column("bar", "One sign each", weight=0, spare=1, is_drawn=True),
    )
    rows = [
        _feature_row(f"{feature.code} {feature.name}", lines, drawn=True)
        for feature in plan.framework.features
        if (lines := [line for line in summary.lines if line.feature == feature.code])
    ]
    rows.append(_feature_row("total", summary.lines, drawn=False))
    return Table(columns, tuple(rows))


def _feature_row(name: str, lines: Sequence[RatingLine], *, drawn: bool) -> tuple[Cell, ...]:
    moves = count_movements(line.movement for line in lines)
    parts = (
        ("▲", moves.up, "good"),
        ("=", moves.unchanged, ""),
        ("▼", moves.down, "bad"),
        ("?", moves.not_comparable, "quiet"),
    )
    return (
        Cell(name),
        Cell(moves.up, "good" if moves.up else ""),
        Cell(moves.unchanged),
        Cell(moves.down, "bad" if moves.down else ""),
        Cell(moves.not_comparable),
        Cell(len(lines)),
        signs(parts) if drawn else Cell(None),
    )


def moved_table(plan: PlanView, lines: Sequence[RatingLine]) -> Table:
    """Return ratings that moved, with who decided and why."""
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=2, spare=2),
        Column("before", "Before", weight=1),
        Column("after", "Now", weight=1),
        Column("direction", "Direction", weight=0),
        Column("by", "Decided by", weight=1, spare=1),
        Column("why", "Why", weight=2, spare=1),
    )
    return Table(columns, tuple(_moved_row(plan, line) for line in lines))


def _moved_row(plan: PlanView, line: RatingLine) -> tuple[Cell, ...]:
    decision = plan.by_code[line.code].decision
    return (
        Cell(line.code),
        Cell(line.name),
        Cell(line.before),
        Cell(line.after),
        Cell(line.movement, tone_of(line.movement), shown=direction(line.movement)),
        decider(decision),
        Cell(decision.reason if decision else None),
    )


def decider(decision: DecisionView | None) -> Cell:
    """Return who decided on a rating; where nobody is named, the paper that prints it did."""
    if decision is None:
        return Cell(None)
    return Cell(decision.decided_by, shown=None if decision.decided_by else "the paper")
