"""What has to be asked about one rating, and what is missing from an answer.

Owns the words of the questions. Whether a decision may stand, and what kind of decision it is, is
`tracker.deciding`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.dates import read_day
from tracker.deciding import decide
from tracker.errors import Refused, TrackerError, UsageFault
from tracker.kinds import Decision
from tui.hints import told

if TYPE_CHECKING:
    from datetime import date

    from tracker.plan import PlanView

ANY = "not said yet"
"""Stands for a text while it is found out what a decision would be."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What a person says of one rating."""

    code: str
    level: str
    by: str
    day: str
    """The day of the decision, as typed."""
    reason: str = ""
    """Why it moves, or stands where it does."""
    within: str = ""
    """What has changed within the level, where it stays."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about one proposal and one level."""

    title: str
    move: str
    """What the decision does, in words."""
    about_words: str
    """What the longer text is to say."""
    needs_reason: bool = False
    is_confirmation: bool = False
    """The longer text is what has changed within the level."""


def question(plan: PlanView, *, code: str, level: str, today: date) -> Question:
    """Return what has to be asked.

    Raises:
        Refused: The proposal cannot be rated, whatever is said.
        NotFound: No such proposal or level.
    """
    kind = decide(plan, code=code, level=level, by=ANY, reason=ANY, on=today, today=today).kind
    held = plan.by_code[code]
    title = f"{code}  {held.name}, cycle {plan.cycle.label}"
    move = f"stays {level}" if held.level == level else f"{held.level or 'not rated'} → {level}"
    if _needs_reason(plan, code=code, level=level, today=today):
        return Question(title, f"{move}: {kind}", f"Why is it {kind}?", needs_reason=True)
    if kind is Decision.CONFIRMED:
        about = "What has changed within this level? (may be left empty)"
        return Question(title, f"{move}: {kind}", about, is_confirmation=True)
    return Question(title, move, "Why this level? (may be left empty)")


def _needs_reason(plan: PlanView, *, code: str, level: str, today: date) -> bool:
    """Tell whether the decision may stand with a reason, and only with one."""
    try:
        decide(plan, code=code, level=level, by=ANY, reason=None, on=today, today=today)
    except Refused:
        return True
    return False


def fault_of(plan: PlanView, rating: Rating, *, today: date) -> str:
    """Return what is missing or forbids the decision, or nothing."""
    asked = question(plan, code=rating.code, level=rating.level, today=today)
    if not rating.by:
        return "Who decided? A rating is agreed by a body or a meeting."
    if asked.needs_reason and not rating.reason:
        return f"{asked.about_words} A rating that moves has a reason."
    try:
        day = read_day(rating.day)
        decide(
            plan,
            code=rating.code,
            level=rating.level,
            by=rating.by,
            reason=rating.reason or None,
            within=rating.within or None,
            on=day,
            # Whether the day has come is the store's to say: the plan may be seen as at another.
            today=max(day, today),
        )
    except UsageFault as error:
        return told(error)
    except TrackerError as error:
        return error.message
    return ""
