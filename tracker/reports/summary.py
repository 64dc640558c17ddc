"""The summary of a plan: the Y/G table, both distributions, and the counts of its actions.

Owns the wording and the tables. The numbers are `summary`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.cells import heading_data, no_status_note, not_held_note, sample_note
from tracker.rules import WITHIN, percent
from tracker.summary import summarise

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.summary import RatingLine, Summary

NOT_RATED = "not rated"


def direction(move: int | None) -> str:
    """Return a movement in words that need no colour."""
    if move is None:
        return "not comparable"
    if move == 0:
        return "unchanged"
    arrow, word = ("▲", "up") if move > 0 else ("▼", "down")
    return f"{arrow} {word} {abs(move)}"


def summary_report(plan: PlanView, *, within: int = WITHIN) -> Report:
    """Build the summary of a plan as at its day."""
    summary = summarise(plan, within=within)
    return Report(
        title=f"Summary: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}, as at {say_day(plan.as_at)}",
        sections=(
            Section(paragraphs=_headline(plan, summary)),
            Section("Ratings by proposal", _legend(plan), _ratings_table(plan, summary)),
            Section("How many proposals on each level", table=_levels_table(plan, summary)),
            Section("Actions by key feature", _notes(plan), _actions_table(plan, summary)),
        ),
        data=_data(plan, summary),
    )


def _proposals(count: int) -> str:
    return f"{count} proposal" if count == 1 else f"{count} proposals"


def _headline(plan: PlanView, summary: Summary) -> tuple[str, ...]:
    moves, counts = summary.movements, summary.tally
    rated = sum(1 for line in summary.lines if line.after)
    lines = []
    if moves.not_comparable < len(summary.lines):
        apart = f", {moves.not_comparable} not comparable" if moves.not_comparable else ""
        lines.append(
            f"Of {_proposals(len(summary.lines))} rated locally, {moves.up} moved up, "
            f"{moves.unchanged} stayed, {moves.down} moved down{apart}."
        )
    else:
        lines.append(
            f"{rated} of {_proposals(len(summary.lines))} rated locally have a rating; "
            "no earlier rating is held to compare them with."
        )
    missing = not_held_note(plan)
    if missing:
        lines.append(missing)
    elif not plan.actions:
        lines.append("No improvement actions are held.")
    else:
        done = counts.complete + counts.in_place
        share = percent(done, counts.total)
        lines.append(
            f"{counts.total} actions: {counts.live} live, of which {counts.overdue} overdue; "
            f"{counts.closed} closed. {done} ({share} %) are complete or in place."
        )
    return tuple(lines)


def _legend(plan: PlanView) -> tuple[str, ...]:
    now = plan.cycle.as_at
    today = f"now (as at {say_day(now)})" if now else f"now (cycle {plan.cycle.label})"
    previous = plan.previous
    if previous is None:
        lines = [f"G = rating {today}. No previous rating is held."]
    else:
        then = f"as at {say_day(previous.as_at)}" if previous.as_at else "its date is not printed"
        lines = [f"Y = previous rating ({then}); G = rating {today}. They are not red-amber-green."]
    decided = [
        f"{held.code} on {say_day(held.decision.decided_on)}"
        for held in plan.assessments
        if held.decision and held.decision.decided_on and held.decision.decided_on != now
    ]
    if now and decided:
        lines.append(f"Decided since then: {', '.join(decided)}.")
    return tuple(lines)


def _ratings_table(plan: PlanView, summary: Summary) -> Table:
    levels = plan.framework.scale
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=4, spare=1),
        *(Column(f"level_{level.rank}", level.name.capitalize(), weight=1) for level in levels),
        Column("direction", "Direction", weight=0),
        Column("overdue", "Overdue", "right", weight=0, spare=2),
        Column("live", "Live", "right", weight=0, spare=3),
        Column("closed", "Closed", "right", weight=0, spare=4),
    )
    return Table(columns, tuple(_rating_row(plan, line) for line in summary.lines))


def _rating_row(plan: PlanView, line: RatingLine) -> tuple[Cell, ...]:
    tone = "" if not line.movement else ("good" if line.movement > 0 else "bad")
    marks = tuple(
        Cell(_marks(level.name, line), tone if level.name == line.after else "")
        for level in plan.framework.scale
    )
    words = direction(line.movement) if line.after else NOT_RATED
    if line.mismatch:
        words += " (the paper prints another previous rating)"
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


def _levels_table(plan: PlanView, summary: Summary) -> Table:
    before, after = dict(summary.before), dict(summary.after)
    names: list[str | None] = [level.name for level in plan.framework.scale]
    if after.get(None) or (plan.previous and before.get(None)):
        names.append(None)
    now = Column("now", "Now (G)", "right", weight=0)
    rows = [(name or NOT_RATED, before.get(name, 0), after.get(name, 0)) for name in names]
    rows.append(("total", sum(before.values()), sum(after.values())))
    if plan.previous is None:
        columns: tuple[Column, ...] = (Column("level", "Level", weight=1), now)
        return Table(columns, tuple((Cell(name), Cell(count)) for name, _, count in rows))
    columns = (
        Column("level", "Level", weight=1),
        Column("before", "Before (Y)", "right", weight=0),
        now,
        Column("change", "Change", "right", weight=0),
    )
    return Table(columns, tuple(_level_row(*row) for row in rows))


def _level_row(name: str, then: int, now: int) -> tuple[Cell, ...]:
    change = now - then
    return Cell(name), Cell(then), Cell(now), Cell(change, shown=f"{change:+d}" if change else "0")


TALLIED = (
    ("overdue", "Overdue"),
    ("due_soon", "Due soon"),
    ("due_later", "Due later"),
    ("ongoing", "Ongoing"),
    ("undated", "No date"),
    ("complete", "Complete"),
    ("in_place", "In place"),
    ("withdrawn", "Withdrawn"),
    ("superseded", "Superseded"),
    ("total", "Total"),
)


def _actions_table(plan: PlanView, summary: Summary) -> Table | None:
    if not plan.actions:
        return None
    parts = [*summary.by_feature, ("total", summary.tally)]
    columns = (
        Column("actions", "Actions", weight=1),
        *(
            Column(f"feature_{code or 'none'}", code or "none", "right", 0)
            for code, _ in parts[:-1]
        ),
        Column("total", "Total", "right", weight=0),
    )
    told = [counts.as_json() for _, counts in parts]
    rows = tuple(
        (Cell(heading), *(Cell(t[key], "bad" if key == "overdue" and t[key] else "") for t in told))
        for key, heading in TALLIED
    )
    return Table(columns, rows)


def _notes(plan: PlanView) -> tuple[str, ...]:
    if not plan.actions:
        return (not_held_note(plan) or "No improvement actions are held.",)
    features = "; ".join(f"{f.code} {f.name}" for f in plan.framework.features)
    notes = [f"Key features: {features}."]
    notes += [note for note in (no_status_note(plan), sample_note(plan)) if note]
    return tuple(notes)


def _data(plan: PlanView, summary: Summary) -> dict[str, object]:
    previous = plan.previous
    return heading_data(plan) | {
        "previous": None
        if previous is None
        else {
            "label": previous.label,
            "as_at": previous.as_at.isoformat() if previous.as_at else None,
        },
        "ratings": [
            {
                "code": line.code,
                "name": line.name,
                "before": line.before,
                "after": line.after,
                "movement": line.movement,
                "decision": str(line.decision),
                "mismatch": line.mismatch,
                "actions": line.tally.as_json(),
            }
            for line in summary.lines
        ],
        "movements": summary.movements.as_json(),
        "levels": [
            {"level": name, "before": dict(summary.before).get(name, 0), "after": count}
            for name, count in summary.after
        ],
        "counts": summary.tally.as_json(),
        "key_features": [
            {"code": code or None, "counts": counts.as_json()}
            for code, counts in summary.by_feature
        ],
    }
