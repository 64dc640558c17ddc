"""What Home counts, and which list stands behind each number.

Owns the choice of numbers and their words, as values. Leaves how they are drawn to the screen, and
what counts as overdue, soon or silent to the rules that the lists themselves use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.check import SILENT
from tracker.dates import say_day
from tracker.kinds import Decision
from tracker.reports.actions import ActionFilter, choose
from tracker.reports.completing import still_open
from tracker.rules import WITHIN
from tracker.summary import summarise

if TYPE_CHECKING:
    from tracker.plan import PlanView


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the list behind it."""

    count: int
    words: str
    """What is counted, to be read after the number."""
    screen: str
    """Which screen shows the list."""
    wanted: ActionFilter | str | None = None
    """What of it."""
    urgent: bool = False
    """Something to be done where it is not nought."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What the plan in view alone does not tell."""

    unconfirmed: int = 0
    """Links to the round before that nobody has confirmed or refused."""
    draft: str | None = None
    """The label of the round that is being drafted."""
    undecided: int = 0
    """Ratings of that round, else of this one, on which nobody has decided."""


def _named(count: int, one: str, rest: str) -> str:
    """Return what is counted, as it is read after the number."""
    return f"{one if count == 1 else f'{one}s'} {rest}"


NOT_DECIDED = {Decision.CARRIED, Decision.NOT_RATED}


def undecided(plan: PlanView) -> int:
    """Return how many local ratings of a plan nobody has decided on."""
    return sum(1 for line in summarise(plan).lines if line.decision in NOT_DECIDED)


def attention(plan: PlanView) -> tuple[Figure, ...]:
    """Return what asks for something to be done, the most pressing first."""
    wanted = (
        ("overdue", "overdue", ActionFilter(statuses=frozenset({"overdue"}))),
        (
            f"due in the next {WITHIN} days",
            "actions",
            ActionFilter(statuses=frozenset({"due soon"})),
        ),
        ("live without a date", "actions", ActionFilter(statuses=frozenset({"undated"}))),
        (f"nothing said for {SILENT} days", "actions", ActionFilter(silent=SILENT)),
        ("review gone by", "actions", ActionFilter(reviews=True)),
    )
    return tuple(
        Figure(len(choose(plan, filter_)), words, screen, filter_, urgent=True)
        for words, screen, filter_ in wanted
    )


def unfinished(plan: PlanView, pending: Pending) -> tuple[Figure, ...]:
    """Return what people have still to say: ratings, links, owners, dates and statuses."""
    words = _named(pending.undecided, "rating", "undecided")
    ratings = Figure(pending.undecided, words, "plan", urgent=True)
    if pending.draft:
        words += f" in the draft {pending.draft}"
        ratings = Figure(pending.undecided, words, "cycles", "decide", urgent=True)
    left = still_open(plan)
    return (
        ratings,
        Figure(
            pending.unconfirmed,
            _named(pending.unconfirmed, "link", "to confirm"),
            "compare",
            "links",
            urgent=True,
        ),
        Figure(left.count, _named(left.count, "answer", "open in Set up"), "setup", urgent=True),
    )


def standing(plan: PlanView) -> tuple[Figure, ...]:
    """Return how much there is, and how far it is."""
    tally = summarise(plan).tally
    wanted = (
        (tally.live, "live", ActionFilter(statuses=frozenset({"live"}))),
        (tally.closed, "closed", ActionFilter(statuses=frozenset({"closed"}))),
    )
    return (
        *(
            Figure(count, f"{state} {'action' if count == 1 else 'actions'}", "actions", filter_)
            for count, state, filter_ in wanted
        ),
        Figure(
            len(plan.actions),
            _named(len(plan.actions), "action", "in all"),
            "actions",
            ActionFilter(),
        ),
    )


def whereabouts(plan: PlanView) -> str:
    """Return of which day the ratings are, and which round stands before."""
    cycle = plan.cycle
    of = f"Ratings of {say_day(cycle.as_at)}" if cycle.as_at else "Ratings without a day"
    if plan.previous is None:
        return f"{of}."
    return f"{of}, beside those of the round “{plan.previous.label}”."
