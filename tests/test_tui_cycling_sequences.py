"""Whatever is done to rounds one after another: one is live, and what is closed stays as it was."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from db.address import Engine as Kind
from tests.test_db_undoing import plans
from tests.test_tui_cycling_agree import facts
from tests.test_tui_sequences import Sequences, emptied
from tests.workspaces import TODAY
from tracker.agreeing import Agreement
from tracker.errors import NotFound
from tracker.kinds import CycleState
from tracker.round import progress_of
from tui import agreeing, cycling

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from db.address import Address
    from tracker.plan import ActionView, PlanView


class Rounds(Sequences):
    """People at one plan whose rounds are opened, sent in, agreed and taken back."""

    closed: dict[int, PlanView]
    """Every closed cycle as it was when it was seen closed first."""

    def __init__(self, address: Address) -> None:
        super().__init__(address)
        self.closed = {}

    @rule()
    def submit(self) -> None:
        """Send the draft in."""
        with self.act():
            agreeing.submit(self.people[0], by="Chief Officer", on=TODAY)

    @rule()
    def agree(self) -> None:
        """Agree the draft: what it showed is what it holds from now on."""
        with self.act():
            drawn = cycling.drafted_plan(self.people[0])
            leave = tuple((code, "Later") for code in progress_of(drawn).undecided)
            done, _ = agreeing.agree(self.people[0], Agreement("The board", TODAY, leave))
            held = self.people[0].plan()
            arrived = {action.ref for action in done.arriving}
            kept = [action for action in held.actions if action.ref not in arrived]
            assert facts(drawn) == facts(replace(held, actions=tuple(kept)))
            assert drawn.cycle.id == held.cycle.id

    @rule()
    def reopen(self) -> None:
        """Take the latest closing back: what was said since is in the draft and the live plan."""
        with self.act():
            held = facts(self.people[0].plan())
            agreeing.reopen(self.people[0], reason="No quorum")
            drawn = cycling.drafted_plan(self.people[0])
            assert held == facts(drawn)
            carried = {a.ref for a in drawn.actions if a.record.carried_from}
            live = {a.ref: fact for a, fact in _with_facts(self.people[0].plan())}
            assert all(live[a.ref] == fact for a, fact in _with_facts(drawn) if a.ref in carried)

    @invariant()
    def one_cycle_is_live(self) -> None:
        """The newest agreed one, with at most one draft after it."""
        try:
            _, held, live = self.people[0].cycles()
        except NotFound:
            return
        states = [cycle.state for cycle in held]
        assert states.count(CycleState.AGREED) <= 1
        assert sum(state.is_draft for state in states) <= 1
        after = held[held.index(live) + 1 :] if live else ()
        assert all(cycle.state.is_draft for cycle in after)

    @invariant()
    def what_is_closed_stays_as_it_was(self) -> None:
        """Whatever is done in other cycles."""
        held = {
            plan.cycle.id: replace(plan, act=0, previous=None, assessments=())
            for plan in plans(self.address)
            if plan.cycle.state is CycleState.CLOSED and not plan.cycle.ratings_only
        }
        for number, plan in held.items():
            assert self.closed.get(number, plan) == plan
        self.closed = held

    @invariant()
    def every_day_is_a_replay(self) -> None:
        """Is tested without agreeing: what is carried has rows of its own afterwards."""


def _with_facts(plan: PlanView) -> list[tuple[ActionView, object]]:
    return list(zip(plan.actions, facts(plan), strict=True))


def test_any_sequence_leaves_one_cycle_live(
    engine: Engine, address: Address, tmp_path: Path
) -> None:
    """Undo gives each state before, redo each state after, also of openings and agreements."""
    del engine
    numbers = count()

    class OnEmpty(Rounds):
        """Begins with nothing held."""

        def __init__(self) -> None:
            super().__init__(emptied(address, tmp_path / f"{next(numbers)}.db"))

    examples = 4 if address.engine is Kind.POSTGRESQL else 15
    run_state_machine_as_test(
        OnEmpty, settings=settings(max_examples=examples, stateful_step_count=12, deadline=None)
    )
