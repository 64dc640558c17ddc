"""One action of any cycle: its heading and its story, and the way to the actions beside it.

Owns of which cycle the action is, what is told of it besides its fields, and going to the next, to
the one before and to the same one in another cycle. What is typed is `action`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Static

from tracker.kinds import CycleState
from tracker.rules import stand
from tui.messages import OpenAction
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.telling import short
from tui.widgets.action_heading import ActionHeading
from tui.widgets.action_story import history_of, lineage_of, printed_of, updates_of
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.errors import TrackerError
    from tracker.plan import ActionView, PlanView
    from tracker.recorded import Entry
    from tui.widgets.action_story import Lineage
    from tui.workspace import Workspace


class OneActionScreen(TrackerScreen):
    """An action and its story.

    Args:
        ref: Its reference in its cycle.
        cycle: The label of its cycle; the one in view where nothing is said.
    """

    def __init__(self, ref: str, cycle: str | None = None) -> None:
        super().__init__()
        self._ref, self._cycle = ref, cycle
        self._lineage: Lineage = ()
        self._who = "Somebody"
        self._newest: int | None = None
        """The newest act on the action that was told of; None until its history is read."""

    def leave_for(self, go: Callable[[], object]) -> None:
        """Leave in some way; where something was typed, ask first whether to save it."""
        raise NotImplementedError

    def _take_plan(self, plan: PlanView | None) -> None:
        """Take the plan of the action's own cycle, also where another one is in view."""
        if plan is None or self._cycle in {None, plan.cycle.label}:
            super()._take_plan(plan)
            return
        self.ask(
            partial(_plan_of, label=self._cycle or "", day=plan.as_at),
            super()._take_plan,
            failed=self._is_gone,
            group="plan of the form",
        )

    def _is_gone(self, error: TrackerError) -> None:
        self.tell(f"{error.message} {error.hint}".strip())
        if not self.is_touched():
            self.close()

    def show_story(self, plan: PlanView, action: ActionView) -> None:
        """Show the heading, what was said, and have the rest of the story read."""
        self.query_one(TopBar).plan = plan
        self.query_one(ActionHeading).show(stand(action, as_at=plan.as_at))
        self.query_one("#updates", Static).update(updates_of(action))
        self.query_one("#printed", Static).update(printed_of(action))
        label, ref = plan.cycle.label, action.ref
        self.ask(partial(_acts, ref=ref, label=label), self._show_history, group="history")
        self.ask(
            partial(_lineage, ref=ref, label=label),
            self._show_lineage,
            failed=lambda _: None,
            group="lineage",
        )

    def _show_history(self, entries: tuple[Entry, ...]) -> None:
        self.query_one("#history", Static).update(history_of(entries))
        if not entries:
            return
        act, before = entries[0].act, self._newest
        self._who, self._newest = act.who, act.number
        if before is not None and act.number > before and act.who != self.me:
            what = short("; ".join(one.said for one in entries[0].told) or act.verb, 90)
            self.tell(f"{act.who} wrote meanwhile: {what}. What you typed stands.")
        self.history_is_known()

    def history_is_known(self) -> None:
        """Do what waits for who wrote last."""

    def _show_lineage(self, found: Lineage) -> None:
        self._lineage = found
        self.query_one("#lineage", Static).update(lineage_of(found))

    def action_other_cycle(self) -> None:
        """Open the same action in the cycle before or after."""
        beside = [
            (label, action)
            for base, repeat, fate in self._lineage
            for label, actions in ((base, fate.base), (repeat, fate.repeat))
            for action in actions
            if self.plan is not None and label != self.plan.cycle.label
        ]
        choices = [
            ((label, action.ref), f"{label}:{action.ref}  {action.text}")
            for label, action in beside
        ]
        if not choices:
            self.tell("It stands in no other cycle that is held.")
        elif len(choices) == 1:
            self._open_beside(choices[0][0])
        else:
            self.app.push_screen(PickOne("Open it in which cycle?", choices), self._open_beside)

    def _open_beside(self, place: tuple[str, str] | None) -> None:
        if place is not None:
            label, ref = place
            self.leave_for(partial(self._reopen, ref, label))

    def _reopen(self, ref: str, label: str | None) -> None:
        """Open the form of an action in place of this one."""
        self.app.call_later(self.app.post_message, OpenAction(ref, label))
        self.dismiss()

    def action_after(self) -> None:
        """Open the next action of the plan."""
        self._step(1)

    def action_before(self) -> None:
        """Open the action before it."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.plan is None:
            return
        refs = [action.ref for action in self.plan.actions]
        place = refs.index(self._ref) + by if self._ref in refs else -1
        if 0 <= place < len(refs):
            self.leave_for(partial(self._reopen, refs[place], self._cycle))
        else:
            self.tell("There is no further action.")


def why_shut(plan: PlanView, action: ActionView) -> str:
    """Return why nothing can be said of an action here, or nothing where it can."""
    if plan.cycle.state is CycleState.CLOSED:
        return f"Cycle {plan.cycle.label} is closed and never changes; this is to be read only."
    carried = action.record.carried_from
    if carried:
        return (
            f"It is carried from cycle {carried}, where it is updated until this round is agreed."
        )
    return ""


def _plan_of(workspace: Workspace, *, label: str, day: date) -> PlanView:
    """Return the plan of a cycle on the day in view, or on its own where it began later."""
    held = next((one for one in workspace.cycles()[1] if one.label == label), None)
    begun = held.as_at if held is not None else None
    return workspace.plan(cycle=label, as_at=max(day, begun) if begun else day)


def _acts(workspace: Workspace, *, ref: str, label: str) -> tuple[Entry, ...]:
    from db.lookback import Asked
    from tui.recalling import history

    return history(workspace, Asked(limit=30), ref=ref, cycle=label)[1]


def _lineage(workspace: Workspace, *, ref: str, label: str) -> Lineage:
    from tui.comparing import lineage

    return lineage(workspace, label, ref)
