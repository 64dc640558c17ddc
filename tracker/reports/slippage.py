"""Slippage as tables: every later date with who, when and why, and totals by owner and proposal.

Owns these tables and their data. How far a date has moved is `slippage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Section, Table
from tracker.reports.bars import bar
from tracker.reports.counting import counted
from tracker.reports.headline import since_words
from tracker.slippage import by_owner, by_proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tracker.framework import Proposal
    from tracker.plan import ActionView
    from tracker.slippage import Move, Slip, SlipTotal
    from tracker.story import Story
    from tracker.threads import Thread

MOST = 10
"""How many actions a list of the worst shows; the JSON holds all of them."""


def slipped_section(story: Story) -> Section | None:
    """Return the dates that moved later, one row for each move, the furthest first."""
    if not story.slips:
        return None
    if story.changes_only:
        heading = f"Dates moved later{since_words(story)} ({len(story.slips)})"
    else:
        heading = f"Dates later than first agreed ({len(story.slips)})"
    shown = story.slips if story.changes_only else story.slips[:MOST]
    notes = ["One row for each time that a date moved; “in all” adds up the moves of an action."]
    if len(shown) < len(story.slips):
        notes.insert(0, f"The {len(shown)} furthest of {len(story.slips)}; --json holds all.")
    return Section(heading, tuple(notes), _moves(shown))


def forward_section(story: Story) -> Section | None:
    """Return the dates that were brought forward."""
    slips = story.brought_forward
    if not slips:
        return None
    return Section(f"Dates brought forward ({len(slips)})", table=_moves(slips))


def _moves(slips: Sequence[tuple[Thread, Slip]]) -> Table:
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Improvement action", weight=3),
        Column("from", "From", weight=0),
        Column("to", "To", weight=0),
        Column("days", "Days", "right", weight=0),
        Column("in_all", "In all", "right", weight=0, spare=4),
        Column("on", "Said on", weight=0, spare=3),
        Column("who", "By", weight=1, spare=2),
        Column("why", "Why", weight=2, spare=1),
    )
    rows = tuple(_move_row(thread, slip, move) for thread, slip in slips for move in slip.moves)
    return Table(columns, rows)


def _move_row(thread: Thread, slip: Slip, move: Move) -> tuple[Cell, ...]:
    return (
        Cell(", ".join(thread.refs)),
        Cell(thread.shown.text),
        Cell(move.before),
        Cell(move.after),
        Cell(move.days, "warn" if move.days > 0 else "good", shown=f"{move.days:+d}"),
        Cell(slip.days, shown=f"{slip.days:+d}"),
        Cell(move.on),
        Cell(move.who, shown=None if move.who else "the paper"),
        Cell(move.why, shown=None if move.why else "not said"),
    )


def totals_sections(
    slips: Sequence[tuple[ActionView, Slip]], proposals: Mapping[str, Proposal]
) -> tuple[Section, ...]:
    """Return slippage by owner and by proposal; only later dates count.

    Args:
        slips: Actions, each with how its date moved.
        proposals: By code, for their names.
    """
    owners, codes = by_owner(slips), by_proposal(slips)
    if not codes and not owners:
        return ()

    def proposal(code: str) -> str:
        held = proposals.get(code)
        return f"{code} {held.name}" if held else code or "no proposal"

    shared = ("An action of several counts under each, so that these do not add up.",)
    by_name = _totals("owner", "Owner", owners, lambda name: name or "no owner")
    by_code = _totals("proposal", "Proposal", codes, proposal)
    return (
        Section("Slippage by owner", shared, by_name),
        Section("Slippage by proposal", shared, by_code),
    )


def _totals(
    key: str, heading: str, totals: Sequence[SlipTotal], say: Callable[[str], str]
) -> Table:
    columns = (
        Column(key, heading, weight=1),
        Column("actions", "Actions", "right", weight=0),
        Column("times", "Times moved", "right", weight=0, spare=2),
        Column("days", "Days in all", "right", weight=0),
        Column("longest", "Longest", "right", weight=0, spare=1),
        Column("bar", "", weight=0, spare=3, is_drawn=True),
    )
    most = max((total.days for total in totals), default=0)
    rows = tuple(
        (
            Cell(total.name or None, shown=say(total.name)),
            Cell(total.actions),
            Cell(total.times),
            Cell(total.days),
            Cell(total.longest),
            bar(total.days, most, "warn"),
        )
        for total in totals
    )
    return Table(columns, rows)


def furthest(story: Story) -> str:
    """Return how far the date that moved most has moved, in words."""
    return counted(story.slips[0][1].days, "day") if story.slips else "0 days"


def moves_data(moves: Iterable[Move]) -> list[dict[str, object]]:
    """Return changes of a date under the keys that scripts read."""
    return [
        {
            "from": move.before.isoformat(),
            "to": move.after.isoformat(),
            "days": move.days,
            "on": move.on.isoformat(),
            "who": move.who,
            "why": move.why,
        }
        for move in moves
    ]


def slippage_data(story: Story) -> dict[str, object]:
    """Return slippage under the keys that scripts read."""
    return {
        "actions": [_slip_data(*pair) for pair in story.slips],
        "brought_forward": [_slip_data(*pair) for pair in story.brought_forward],
        **totals_data(story.slipped),
    }


def _slip_data(thread: Thread, slip: Slip) -> dict[str, object]:
    return {
        "refs": list(thread.refs),
        "first_agreed": thread.slip.first.isoformat() if thread.slip else None,
        "from": slip.first.isoformat(),
        "due": slip.due.isoformat(),
        "days": slip.days,
        "times": slip.times,
        "moves": moves_data(slip.moves),
    }


def totals_data(slips: Sequence[tuple[ActionView, Slip]]) -> dict[str, object]:
    """Return slippage by owner and by proposal under the keys that scripts read."""
    return {
        "by_owner": [_total_data("owner", total) for total in by_owner(slips)],
        "by_proposal": [_total_data("code", total) for total in by_proposal(slips)],
    }


def _total_data(key: str, total: SlipTotal) -> dict[str, object]:
    return {
        key: total.name or None,
        "actions": total.actions,
        "times": total.times,
        "days": total.days,
        "longest": total.longest,
    }
