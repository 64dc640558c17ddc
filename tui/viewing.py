"""The plan in view: whose it is, of which round and day, and when it is read anew.

Owns the one shared state of the application, the look every two seconds at whether somebody else
has written, and what is said while the plan is out of reach. How verbs are done is `desk`; which
screens there are is `app`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from tracker.errors import Ambiguous
from tui.desk import Desk
from tui.messages import Go
from tui.screens.base import TrackerScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from tracker.errors import TrackerError
    from tracker.plan import PlanView
    from tui.settings import Settings
    from tui.workspace import Workspace

WITHOUT_PLAN = frozenset({"start", "import", "settings"})
"""Screens that are of use where there is no plan."""


class Viewing(Desk):
    """An application that has a plan in view.

    Args:
        settings: Where, whose, who and when.
        clock: Gives the moment that an act records, and the day.
        is_seen: Tells whether the terminal is still there; without one the program ends.
        opened: Called when a plan has come where there was none.
    """

    LOOK_EVERY: ClassVar[float] = 2.0
    """Seconds between two looks at whether somebody else has written."""

    plan: reactive[PlanView | None] = reactive(None, always_update=True)
    """The plan in view."""
    trouble: reactive[TrackerError | None] = reactive(None, always_update=True)
    """Why there is no plan in view."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime],
        is_seen: Callable[[], bool],
        opened: Callable[[], None],
    ) -> None:
        super().__init__(settings, clock=clock)
        self._is_seen, self._opened = is_seen, opened
        self.as_at: date | None = None
        """The day for which the plan is shown; today where nothing is said."""
        self.cycle: str | None = None
        """The round that is shown; the live one where nothing is said."""
        self._looking = False
        self._seen = -1
        self._sought: Callable[[], None] | None = None
        """Reads what a person has asked to see, until it is in view or refused."""
        self._left = "home"
        """The screen to go back to once there is a plan to show again."""
        self._is_told = False
        """It was said that the plan is out of reach."""
        # Not nought where the day was set for a trial: then it goes on from there at midnight.
        self._ahead = settings.today - clock().astimezone().date()

    def go(self, message: Go) -> None:
        """Open a screen."""
        raise NotImplementedError

    def choose_partnership(self) -> None:
        """Ask whose plan to open."""
        raise NotImplementedError

    @property
    def first(self) -> str:
        """The screen to begin with: home, or where it is said why there is no plan."""
        return "start" if self.plan is None and self.trouble is not None else "home"

    def read_plan(self) -> None:
        """Read the plan in view anew; or the one that was asked for and is not in view yet."""
        if self._sought is not None:
            self._sought()
        else:
            self._read(self.as_at, self.cycle, failed=self._show_trouble)

    def look_at(
        self, *, as_at: date | None = None, cycle: str | None = None, screen: str | None = None
    ) -> None:
        """Show the plan of another day or round; where there is none, stay where we are.

        Args:
            as_at: The day; today where nothing is said.
            cycle: The round's label; the live one where nothing is said.
            screen: The screen to open once the plan is in view; else we stay on this one.
        """
        # Today goes on at midnight; a day that was chosen stays.
        chosen = None if as_at == self.settings.today else as_at

        def refused(error: TrackerError) -> None:
            self._sought = None
            self.refused(error)

        self._sought = partial(self._read, chosen, cycle, failed=refused, screen=screen)
        self._sought()

    def _read(
        self,
        as_at: date | None,
        cycle: str | None,
        *,
        failed: Callable[[TrackerError], None],
        screen: str | None = None,
    ) -> None:
        def show(plan: PlanView) -> None:
            self.as_at, self.cycle, self._sought = as_at, cycle, None
            self._show_plan(plan)
            if screen is not None:
                self.go(Go(screen))

        self.have(
            lambda workspace: workspace.plan(as_at=as_at, cycle=cycle),
            show,
            failed=failed,
            title="Opening the plan",
            group="plan",
        )

    def _show_plan(self, plan: PlanView) -> None:
        if self._seen < 0:
            self._opened()
        self.plan, self._seen, self._is_told = plan, plan.act, False
        if self.current_mode == "start":
            self.switch_mode(self._left)

    def _show_trouble(self, error: TrackerError) -> None:
        """Say why there is no plan to show; what a person has in hand stays in view."""
        if self.plan is not None and self._is_in_hand():
            self._tell_out_of_reach(error)
            return
        self.plan = None
        if self.current_mode not in WITHOUT_PLAN:
            self._left = self.current_mode
            self.switch_mode("start")
        self.trouble = error
        if isinstance(error, Ambiguous) and self.current_mode == "start":
            self.choose_partnership()

    def _is_in_hand(self) -> bool:
        """Tell whether something is being asked, typed or saved."""
        screen = self.screen
        typed = isinstance(screen, TrackerScreen) and screen.is_touched()
        return typed or self.is_writing or len(self.screen_stack) > 1

    def _tell_out_of_reach(self, error: TrackerError) -> None:
        """Say once that the plan is out of reach, and that what is open stays."""
        self._seen = -1
        if not self._is_told:
            self._is_told = True
            words = f"{error.message} What you are at stays open; save it once the plan is back."
            self.notify(words, title="The plan is out of reach", severity="warning", markup=False)

    def stop_doing(self) -> None:
        """Give up what is being done, also what was to be shown next."""
        self._sought, self._looking = None, False
        super().stop_doing()

    def keep_looking(self) -> None:
        """Look again and again whether the plan has changed."""
        self.set_interval(self.LOOK_EVERY, self.look)

    def look(self) -> None:
        """Look whether something was written since the plan was read, or a new day has begun."""
        if not self._is_seen():
            self.leave()
            return
        today = self._clock().astimezone().date() + self._ahead
        if today != self.settings.today:
            self.settle(replace(self.settings, today=today))
        elif not self._looking:
            self._looking = True
            self.have(_newest, self._compare_act, failed=self._miss, group="look")

    def _compare_act(self, newest: int) -> None:
        self._looking = False
        if newest != self._seen:
            self._seen = newest
            self.read_plan()

    def _miss(self, error: TrackerError) -> None:
        """Say that the plan is out of reach; it is shown again once it is back."""
        self._looking, self._seen = False, -1
        if self.plan is not None:
            self._show_trouble(error)


def _newest(workspace: Workspace) -> int:
    from tui.recalling import newest_act

    return newest_act(workspace)
