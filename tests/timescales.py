"""How tests tell what a timescale was read as: one line with everything in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from tracker.timescale import Timescale

AS_AT = date(2021, 4, 30)
"""The day on which the plan is agreed that these timescales stand in."""


def told(timescale: Timescale) -> str:
    """Return a reading as one line: kind, due date, what else there is, milestones."""
    parts = [str(timescale.kind)]
    if timescale.due:
        parts.append(f"{timescale.due} {timescale.precision}")
    named = {
        "start": timescale.start,
        "review": timescale.review,
        "former": timescale.former,
        "rule": timescale.recurrence,
        "status": timescale.status,
        "done": timescale.done_on,
    }
    parts += [f"{name}={value}" for name, value in named.items() if value]
    points = (f"{point.label} {point.due}" for point in timescale.milestones)
    return " | ".join((" ".join(parts), *points))


def read(text: str, as_at: date | None = AS_AT) -> str:
    """Read a timescale and tell it as one line."""
    return told(read_timescale(text, as_at=as_at))
