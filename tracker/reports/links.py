"""Which action of a cycle is which of the next, as a report: to be judged by people.

Owns the words for how certain a link is. What speaks for it is said by `tracker.matching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.report import Cell, Column, Report, Section, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.compare import Comparison
    from tracker.kinds import LinkState
    from tracker.lineage import Link

WORDS = ((0.995, "certain"), (0.9, "very likely"), (0.75, "likely"), (0.0, "perhaps"))
"""From which certainty on a link is called what."""


def certainty_words(certainty: float) -> str:
    """Return how certain a link is, in words and as a share of one hundred."""
    word = next(word for least, word in WORDS if certainty >= least)
    return f"{word}, {round(certainty * 100)} of 100"


def links_report(compared: Comparison, links: Sequence[tuple[Link, LinkState]]) -> Report:
    """Build the list of links between two cycles, with both wordings."""
    before, after = compared.base, compared.repeat
    columns = (
        Column("base", "Before", weight=0),
        Column("repeat", "Now", weight=0),
        Column("before", "Earlier wording", weight=3),
        Column("now", "Later wording", weight=3),
        Column("certainty", "Certainty", weight=1, spare=1),
        Column("state", "State", weight=0),
        Column("reason", "Why", weight=2, spare=2),
    )
    rows = tuple(
        (
            Cell(link.base),
            Cell(link.repeat),
            Cell(before.by_ref[link.base].text),
            Cell(after.by_ref[link.repeat].text),
            Cell(certainty_words(link.certainty)),
            Cell(str(state)),
            Cell(link.reason),
        )
        for link, state in links
    )
    return Report(
        title=f"Which action is which: {after.partnership.name}",
        subtitle=f"cycle {before.cycle.label} and cycle {after.cycle.label}",
        sections=(Section(table=Table(columns, rows)),),
        data={
            "partnership": after.partnership.name,
            "base": before.cycle.label,
            "repeat": after.cycle.label,
            "links": [
                {
                    "base": link.base,
                    "repeat": link.repeat,
                    "certainty": link.certainty,
                    "reason": link.reason,
                    "state": str(state),
                }
                for link, state in links
            ],
        },
    )
