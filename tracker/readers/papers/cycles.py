"""The rounds of self-evaluation that a paper speaks of: which is now, which before, and when.

Owns the choice of the day as at which a paper stands, from what it says itself, and the labels of
its rounds. A day that cannot be told is left open and said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.drafts import CycleDraft
from tracker.kinds import CycleRole, Severity
from tracker.readers.papers.dates import find_dates

if TYPE_CHECKING:
    from datetime import date

    from tracker.readers.papers.dates import Dated
    from tracker.readers.papers.found import Found
    from tracker.readers.papers.identity import Identity
    from tracker.readers.papers.legend import Legend

UNDATED = "undated"
"""The label of a round whose year is not known."""
_HINT = "Give the day that it speaks of with --as-at."


def settle_day(found: Found, identity: Identity, legend: Legend) -> date | None:
    """Return the day as at which the paper stands, telling where it comes from when in doubt."""
    completed = find_dates(identity.completed or "")
    for dated in (
        legend.dated.get(CycleRole.CURRENT),
        identity.as_at,
        found.dated.get(CycleRole.CURRENT),
        completed[0] if completed else None,
    ):
        if dated and dated.day:
            return dated.day
    if identity.completed:
        message = f'The date of completion, "{identity.completed}", cannot be read.'
        found.tell("titles", message)
    if identity.printed and identity.printed.day:
        message = (
            "The paper does not say which day it speaks of. Its own date,"
            f" {identity.printed.words}, is taken. {_HINT}"
        )
        found.tell("titles", message)
        return identity.printed.day
    found.tell("titles", f"The paper does not say which day it speaks of. {_HINT}")
    return None


def draft_cycles(
    as_at: date | None, found: Found, legend: Legend, *, two_rounds: bool
) -> tuple[CycleDraft, ...]:
    """Draft the rounds: the previous one first, where the paper prints its ratings."""
    named = legend.dated.get(CycleRole.CURRENT) or found.dated.get(CycleRole.CURRENT)
    label = str(as_at.year) if as_at else str(named.year) if named else UNDATED
    current = CycleDraft(label, as_at, CycleRole.CURRENT)
    if not two_rounds:
        return (current,)
    before = legend.dated.get(CycleRole.PREVIOUS) or found.dated.get(CycleRole.PREVIOUS)
    return (_previous(before, current), current)


def _previous(before: Dated | None, current: CycleDraft) -> CycleDraft:
    unnamed = f"before {current.label}" if current.label != UNDATED else "previous"
    if before is None:
        return CycleDraft(unnamed, None, CycleRole.PREVIOUS)
    label = str(before.year)
    if label == current.label:
        label = before.day.isoformat()[:7] if before.day else unnamed
    return CycleDraft(label, before.day, CycleRole.PREVIOUS)


def tell_override(as_at: date, found: Found, identity: Identity, legend: Legend) -> None:
    """Tell when the day that was given is not the one that the paper gives itself."""
    own = legend.dated.get(CycleRole.CURRENT) or identity.as_at
    if own and own.day and own.day != as_at:
        message = f"The paper says {own.words}; {as_at.isoformat()} was given and is taken."
        found.tell("titles", message, Severity.NOTE)
