"""Three lines over a paper: whose and when it is, what was found, what is left to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.dates import say_day
from tracker.reports.paper import KINDS, count_ratings, say_actions, say_problems

if TYPE_CHECKING:
    from datetime import date

    from tracker.correcting.steps import Correcting


def summary_of(held: Correcting, *, whose: str, label: str, as_at: date | None) -> Text:
    """Return what a paper holds in three lines.

    Args:
        held: The paper, with what is corrected so far.
        whose: Its partnership; empty where nobody has said it.
        label: Its cycle's; empty where nobody has said it.
        as_at: The day on which it holds.
    """
    paper = held.paper
    partnership = whose or "no partnership named (t says it)"
    cycle = f"cycle {label}" if label else "cycle not named"
    day = f"as at {say_day(as_at)}" if as_at else "day not known (t says it)"
    before = sum(1 for proposal in paper.proposals if proposal.previous_rating)
    steps = len(held.steps)
    mended = f" · {steps} said by hand, z takes the last back" if steps else ""
    return Text.assemble(
        (f"{partnership} · {cycle} · {day}", "bold"),
        f" · {paper.document}\n",
        f"{count_ratings(paper, held.framework)} ratings now, {before} before; ",
        f"{say_actions(paper)}\n",
        f"{say_problems(paper.problems)}{mended} · read as {KINDS[paper.kind]}",
    )
