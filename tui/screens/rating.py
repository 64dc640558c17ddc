"""Rating the proposal in view: what a screen asks, and what it records.

Owns the keys 1 to 4, and who decided and when as said last: one meeting decides many ratings. What
a decision must say is `dialogs.rating_question`'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.dates import read_day, say_day
from tracker.errors import TrackerError
from tracker.kinds import Scope
from tracker.round import is_decided
from tui.commands import RANKS
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.rate import RateDialog
from tui.screens.dialogs.rating_question import Rating, question
from tui.screens.dialogs.say import Say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.plan import DecisionView, PlanView
    from tui.workspace import Workspace

CHOOSE = "Choose a proposal first: one of the rows with a number such as 2.4."


class RatingScreen(TrackerScreen):
    """A screen on which the proposal in view can be rated."""

    def __init__(self) -> None:
        super().__init__()
        self._by = ""
        self._day = ""

    @property
    def code(self) -> str | None:
        """The proposal in view, where it is one."""
        raise NotImplementedError

    def action_rate(self) -> None:
        """Choose a level by its words, and rate the proposal on it."""
        if self.plan is None or self.code is None:
            self.tell(CHOOSE)
            return
        held = self.plan.by_code[self.code]
        levels = [(level.rank, f"{level.rank} {level.name}") for level in self.plan.framework.scale]
        rank = self.plan.framework.ranks.get(held.level or "")

        def picked(chosen: int | None) -> None:
            if chosen is not None:
                self.rate(chosen)

        title = f"{held.code}  {held.name}: which level?"
        self.app.push_screen(PickOne(title, levels, current=rank), picked)

    def rate(self, rank: int) -> None:
        """Ask for a decision on the proposal in view, and record it."""
        plan, code = self.plan, self.code
        if plan is None or code is None:
            self.tell(CHOOSE)
            return
        today, levels = plan.as_at, len(plan.framework.scale)
        if rank > levels:
            self.tell(f"The scale has {levels} levels: the keys 1 to {levels} rate on them.")
            return
        level = plan.framework.scale[rank - 1].name
        try:
            question(plan, code=code, level=level, today=today)
        except TrackerError as error:
            self.app.push_screen(
                Say("It cannot be rated", error.message, instead_of_rating(plan, code))
            )
            return
        begun = begin_rating(plan, code, level, by=self._by, day=self._day or say_day(today))
        seen = plan

        def make(typed: Rating | None, refusal: str) -> RateDialog:
            # Asked again, it is about the plan as it is now: what others did has been told.
            nonlocal seen
            seen = self.plan or plan
            bodies = bodies_of(seen)
            return RateDialog(seen, begun, typed, bodies=bodies, today=today, refusal=refusal)

        def decided(done: tuple[Rating, DecisionView]) -> None:
            self._decided(*done)

        self.fill_in(
            make, lambda workspace, rating: record_rating(workspace, seen, rating), decided
        )

    def _decided(self, rating: Rating, decision: DecisionView) -> None:
        self._by, self._day = rating.by, rating.day
        plan, on = self.plan, ""
        if plan is not None and plan.cycle.state.is_draft:
            on = " n goes to the next to decide."
        self.tell(f"{rating.code} is {decision.level} ({decision.kind}); u takes it back.{on}")


def _rater(rank: int) -> Callable[[RatingScreen], None]:
    def action(self: RatingScreen) -> None:
        self.rate(rank)

    action.__doc__ = f"Rate the proposal in view on level {rank}."
    return action


for _rank in RANKS:
    setattr(RatingScreen, f"action_rate_{_rank}", _rater(_rank))


def record_rating(
    workspace: Workspace, seen: PlanView, rating: Rating
) -> tuple[Rating, DecisionView]:
    """Record a decision as it was typed.

    Args:
        workspace: Where, and who acts.
        seen: The plan as it stood on the screen.
        rating: What was typed.
    """
    from tui.deciding import rate

    day = read_day(rating.day)
    held = workspace.plan_for_decision(cycle=seen.cycle.label, on=day)
    decision = rate(
        workspace,
        # What somebody else decided since the plan came on the screen is not written over.
        replace(held, act=seen.act),
        code=rating.code,
        level=rating.level,
        by=rating.by,
        reason=rating.reason or None,
        within=rating.within or None,
        on=day,
    )
    return rating, decision


def begin_rating(plan: PlanView, code: str, level: str, *, by: str, day: str) -> Rating:
    """Return what is known of a rating before anything is typed.

    A level that was decided already keeps the reason that was given for it.
    """
    from tui.screens.dialogs.rating_question import Rating

    held = plan.by_code[code].decision
    said = held if held and held.level == level and is_decided(plan.by_code[code]) else None
    reason = (said.reason if said else None) or ""
    return Rating(code, level, by, day, reason)


def bodies_of(plan: PlanView) -> list[str]:
    """Return who has decided ratings of the plan, by name."""
    decisions = [decision for held in plan.assessments for decision in held.decisions]
    return sorted({decision.decided_by for decision in decisions if decision.decided_by})


def instead_of_rating(plan: PlanView, code: str) -> str:
    """Return what can be done where a proposal cannot be rated."""
    held = plan.by_code.get(code)
    if held is not None and held.scope is Scope.NATIONAL:
        return "Actions may stand under it: + adds one."
    return "Open the round that is being drafted, or the live one, from Cycles (key r)."
