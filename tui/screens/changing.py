"""How a list records what is said of its actions: ask, count, save, and ask again if refused.

Owns that several actions are asked for with their count, that a refusal brings the question back
with what was answered, and what is said afterwards. Which questions there are is `quick`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from tracker.dates import say_day
from tui.hints import told
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.confirm import Confirm
from tui.screens.telling import NO_ACTION, named, say_done, short

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from tracker.changing import Change
    from tracker.errors import TrackerError
    from tracker.plan import ActionView, PlanView
    from tui.workspace import Workspace

T = TypeVar("T")
SHOWN = 6
"""Actions that are named before several are changed at once."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was recorded, until the list is read again."""

    actions: tuple[ActionView, ...]
    change: Change
    act: int
    """The newest act when it was asked for."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A change that a person wants, of a plan as it was read."""

    plan: PlanView
    actions: tuple[ActionView, ...]
    change: Change

    @property
    def present(self) -> tuple[ActionView, ...]:
        """The actions as that plan holds them."""
        held = {action.id: action for action in self.plan.actions}
        return tuple(held[action.id] for action in self.actions if action.id in held)

    def record(self, workspace: Workspace) -> Change:
        """Record it as one act, and return it with its day."""
        from tui.recording import update

        # What is said while looking at a past day happened by then; no day to come has happened.
        change = replace(self.change, on=min(self.plan.as_at, workspace.settings.today))
        update(workspace, self.plan, self.present, change)
        return change


class ChangingScreen(TrackerScreen):
    """A screen that shows actions and records changes of those that are meant."""

    _done: Done | None = None

    def meant(self) -> tuple[ActionView, ...]:
        """Return the actions that a command is for."""
        raise NotImplementedError

    def listed(self) -> frozenset[int]:
        """Return the ids of the actions that are shown."""
        raise NotImplementedError

    def saved(self) -> None:
        """Do what follows a change that was recorded, such as taking marks away."""

    def change_meant(
        self,
        make: Callable[[tuple[ActionView, ...], T | None, str], ModalScreen[T | None]],
        said: Callable[[T], Change],
        further: Callable[[tuple[ActionView, ...], Change, Callable[[Change], None]], None]
        | None = None,
    ) -> None:
        """Ask something of the actions that are meant, and record it as one act.

        Args:
            make: Makes the question, from what was answered before and why that was refused.
            said: Turns the answer into a change.
            further: Asks what the change still lacks, and goes on with it; after a refusal the
                change holds the reasons that were given before.
        """
        actions = self.meant()
        if not actions:
            self.tell(NO_ACTION)
            return

        refused: list[Change] = []
        # What others record while the question is open is not what was read when it was asked;
        # asked again after a refusal, it is.
        read = self.plan

        def ask(given: T | None, why: str) -> None:
            nonlocal read
            read = self.plan
            self.app.push_screen(make(actions, given, why), answered)

        def answered(value: T | None) -> None:
            if value is None:
                return

            def again(error: TrackerError) -> None:
                ask(value, told(error))

            def go_on(change: Change) -> None:
                refused[:] = [change]
                if read is not None:
                    self._confirm(_Asked(read, actions, change), again)

            if further is None:
                go_on(said(value))
            else:
                further(actions, _as_before(said(value), refused), go_on)

        ask(None, "")

    def _confirm(self, asked: _Asked, again: Callable[[TrackerError], None]) -> None:
        actions = asked.actions
        if len(actions) == 1:
            self._save(asked, again)
            return
        names = "\n".join(short(f"{one.ref}  {one.text}", 62) for one in actions[:SHOWN])
        more = f"\nand {len(actions) - SHOWN} more" if len(actions) > SHOWN else ""
        question = Confirm(
            f"Change {len(actions)} actions?",
            f"{say_done('Each', asked.change)}.\n{names}{more}",
            yes=f"Change {len(actions)}",
        )
        self.app.push_screen(question, lambda yes: self._save(asked, again) if yes else None)

    def _save(self, asked: _Asked, again: Callable[[TrackerError], None]) -> None:
        before = self.plan.act if self.plan else 0

        def done(change: Change) -> None:
            self._done = Done(asked.present, change, before)
            self.saved()
            self.tell_done()

        self.record(asked.record, done, failed=again)

    def tell_done(self) -> None:
        """Say what was recorded, once the list shows it; also which actions left the list."""
        done, plan = self._done, self.plan
        if done is None or plan is None or plan.act == done.act:
            return
        self._done = None
        left = [action for action in done.actions if action.id not in self.listed()]
        words = say_done(named(done.actions), done.change)
        if left:
            who = "" if len(left) == len(done.actions) else f"{len(left)} "
            words += f" and {who}left this list"
        if self.settings is not None and done.change.on < self.settings.today:
            words += f", as at {say_day(done.change.on)}"
        self.tell(f"{words}; u takes it back.")


def _as_before(change: Change, refused: list[Change]) -> Change:
    """Return a change with the reasons that were typed for the one that was refused."""
    return replace(
        change,
        **{
            name: getattr(before, name)
            for before in refused
            for name in ("reason", "outlook_reason", "superseded_by")
        },
    )
