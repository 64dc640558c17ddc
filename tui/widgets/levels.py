"""How a proposal stands to its scale: previous rating and rating now, in letters and words.

Owns the words that the Plan screen puts beside Y and G. Movements are `tracker.summary`'s, their
words `tracker.reports.ratings`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.dates import say_as_at, say_day
from tracker.kinds import Scope
from tracker.reports.ratings import direction
from tracker.round import is_decided, is_left
from tracker.summary import movement

if TYPE_CHECKING:
    from tracker.framework import Framework, Level
    from tracker.plan import AssessmentView, PlanView

NATIONAL = "not rated locally"
NOT_HELD = "wording not held"


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the scale, and what a proposal has to do with it."""

    level: Level
    wording: str
    """The indicator; empty where no paper printed it."""
    was: bool
    """The previous rating stands here: Y."""
    now: bool
    """The rating now stands here: G."""

    @property
    def letters(self) -> str:
        """The letters that stand in this column, as on paper."""
        return " ".join(letter for letter, held in (("Y", self.was), ("G", self.now)) if held)

    @property
    def heading(self) -> str:
        """The level's number and name."""
        return f"{self.level.rank} {self.level.name}"


def rungs(framework: Framework, assessment: AssessmentView) -> tuple[Rung, ...]:
    """Return the scale, worst first, with the wording and the letters of a proposal."""
    wording = dict(assessment.indicators)
    return tuple(
        Rung(
            level,
            wording.get(level.name, ""),
            was=assessment.previous == level.name,
            now=assessment.level == level.name,
        )
        for level in framework.scale
    )


def letters_words(rung: Rung, *, undecided: bool) -> str:
    """Return what the letters in a column say."""
    if undecided and rung.now:
        return f"{rung.letters} carried"
    if rung.was and rung.now:
        return "Y G unchanged"
    return "Y previous" if rung.was else ("G now" if rung.now else "")


def is_undecided(plan: PlanView, assessment: AssessmentView) -> bool:
    """Tell whether a person has still to decide the rating in this round."""
    is_local = assessment.scope is Scope.LOCAL and plan.cycle.state.is_draft
    return is_local and not is_decided(assessment) and not is_left(assessment)


def move_words(framework: Framework, assessment: AssessmentView) -> str:
    """Return how the rating moved, or why nothing can be said of it."""
    if assessment.scope is Scope.NATIONAL:
        return f"national: {NATIONAL}"
    if assessment.level is None:
        return "not rated"
    if assessment.previous is None:
        return "no previous rating held"
    return direction(movement(framework, assessment.previous, assessment.level))


def legend(plan: PlanView, assessment: AssessmentView) -> str:
    """Return what Y and G mean for a proposal, with both dates."""
    if assessment.scope is Scope.NATIONAL:
        return "Nobody rates a national proposal locally. Actions may stand under it."
    parts = [_was(plan, assessment), _now(plan, assessment)]
    known = "; ".join(part for part in parts if part)
    return f"{known}. Letters, not red-amber-green." if assessment.previous else f"{known}."


def _was(plan: PlanView, assessment: AssessmentView) -> str:
    if assessment.previous is None:
        return ""
    previous = plan.previous
    if previous is None:
        return "Y = previous rating (as printed)"
    then = say_as_at(previous.as_at)
    return f"Y = previous rating ({then})"


def _now(plan: PlanView, assessment: AssessmentView) -> str:
    if assessment.level is None:
        return f"{'not' if assessment.previous else 'Not'} rated in cycle {plan.cycle.label}"
    if is_undecided(plan, assessment):
        return "G = carried from the cycle before, nobody has decided it yet"
    decision, begun = assessment.decision, plan.cycle.as_at
    day = decision.decided_on if decision else None
    if day and day != begun:
        return f"G = rating now (decided {say_day(day)})"
    return f"G = rating now ({f'as at {say_day(begun)}' if begun else f'cycle {plan.cycle.label}'})"
