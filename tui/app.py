"""The terminal application: which screens there are, and the plan in view.

Owns the one shared state (whose plan, of which round and day, is shown), when it is read anew, and
the commands that work everywhere. How verbs are done is `desk`; the screens are `screens`, each
loaded when it is first opened.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.reactive import reactive

from tracker.errors import Ambiguous
from tui.commands import EVERYWHERE, SCREENS
from tui.desk import Desk
from tui.keys import bindings_of
from tui.messages import (
    Again,
    ChoosePartnership,
    Go,
    LookAt,
    OpenAction,
    OpenDemo,
    Settle,
    TakeBack,
)
from tui.screens.base import TrackerScreen
from tui.themes import FIRST, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from types import ModuleType

    from textual import events
    from textual.binding import BindingType
    from textual.screen import ModalScreen

    from tracker.errors import TrackerError
    from tracker.plan import PlanView
    from tui.settings import Settings
    from tui.workspace import Workspace

BUILT = {
    "home": "tui.screens.home:HomeScreen",
    "plan": "tui.screens.plan:PlanScreen",
    "summary": "tui.screens.summary:SummaryScreen",
    "actions": "tui.screens.actions:ActionsScreen",
    "overdue": "tui.screens.overdue:OverdueScreen",
    "setup": "tui.screens.completing:CompletingScreen",
    "compare": "tui.screens.compare:CompareScreen",
    "cycles": "tui.screens.cycles:CyclesScreen",
    "history": "tui.screens.history:HistoryScreen",
    "check": "tui.screens.check:CheckScreen",
    "owners": "tui.screens.owners:OwnersScreen",
    "settings": "tui.screens.settings:SettingsScreen",
    "start": "tui.screens.start:StartScreen",
    "import": "tui.screens.importing:ImportScreen",
}
"""Where each screen is, by its name in the table of commands; loaded when it is first opened."""
ACTION_FORM = "tui.screens.action:ActionScreen"
"""The form of one action, made from a reference."""
WITHOUT_PLAN = frozenset({"start", "import", "settings"})
"""Screens that are of use where there is no plan."""
POLL = 2.0
"""Seconds between two looks at whether somebody else has written."""
WIDTH, HEIGHT = 60, 18
"""The least that the screens need."""
BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (120, "-wide"), (160, "-broad")]
"""From how many columns on a screen has which class for its style sheet."""


def load_screen(place: str) -> Callable[..., TrackerScreen]:
    """Load the class of a screen."""
    module, _, name = place.partition(":")
    found: Callable[..., TrackerScreen] = getattr(import_module(module), name)
    return found


def made(place: str) -> TrackerScreen:
    """Load and make a screen."""
    return load_screen(place)()


class TrackerApp(Desk, inherit_bindings=False):
    """The whole program in a terminal.

    Args:
        settings: Where, whose, who and when.
        clock: Gives the moment that an act records, and the day.
        is_seen: Tells whether the terminal is still there; without one the program ends.
        opened: Called when the first plan has come.
    """

    TITLE = "tracker"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(EVERYWHERE),
        *bindings_of(SCREENS),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    MODES: ClassVar[dict[str, Any]] = {  # Any: as Textual has it
        name: partial(made, place) for name, place in BUILT.items()
    }
    DEFAULT_MODE = "home"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    plan: reactive[PlanView | None] = reactive(None, always_update=True)
    """The plan in view."""
    trouble: reactive[TrackerError | None] = reactive(None, always_update=True)
    """Why there is no plan in view."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime],
        is_seen: Callable[[], bool] = lambda: True,
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(settings, clock=clock)
        self._is_seen, self._opened = is_seen, opened
        self.as_at: date | None = None
        """The day for which the plan is shown; today where nothing is said."""
        self.cycle: str | None = None
        """The round that is shown; the live one where nothing is said."""
        self._small: ModalScreen[None] | None = None
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
        for theme in THEMES.values():
            self.register_theme(theme)
        self.set_reactive(TrackerApp.theme, THEMES[settings.colours].name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what a theme of Textual's own does not name."""
        return FIRST

    def on_mount(self) -> None:
        """Read the plan once the first frame is out."""
        self.set_keymap(dict(self.settings.keys))
        self.call_after_refresh(self.read_plan)
        self.set_interval(POLL, self._look)

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

    def written(self) -> None:
        """Read the plan anew after a write."""
        self.read_plan()

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
            everywhere().choose_partnership(self)

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

    def _look(self) -> None:
        """Look whether something was written since the plan was read, or a new day has begun."""
        if not self._is_seen():
            self.exit()
            return
        today = self._clock().astimezone().date() + self._ahead
        if today != self.settings.today:
            self.settle(replace(self.settings, today=today))
            self.read_plan()
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

    @on(Go)
    def go(self, message: Go) -> None:
        """Open a screen, and hand it what it is to show."""
        message.stop()
        if message.screen not in BUILT:
            self.tell("This screen is not part of this version.")
            return
        if self.plan is None and message.screen == "home":
            self.switch_mode(self._first)
            return
        if self.plan is None and message.screen not in WITHOUT_PLAN:
            self.tell("There is no plan to show yet. i reads a published paper into one.")
            return
        self.switch_mode(message.screen)
        screen = self.screen
        if message.wanted is not None and isinstance(screen, TrackerScreen):
            screen.call_after_refresh(screen.show, message.wanted)

    @on(TakeBack)
    def take_back(self, message: TakeBack) -> None:
        """Take an act back."""
        message.stop()
        everywhere().take_back(self, message.act)

    @on(LookAt)
    def take_look(self, message: LookAt) -> None:
        """Show the plan of another day, round or partnership."""
        message.stop()
        if message.partnership is not None:
            self.settle(replace(self.settings, partnership=message.partnership), read=False)
        self.look_at(as_at=message.as_at, cycle=message.cycle, screen=message.screen)

    @on(OpenAction)
    def open_action(self, message: OpenAction) -> None:
        """Open the form of an action over the screen that is shown."""
        message.stop()
        try:
            form = load_screen(ACTION_FORM)
        except ModuleNotFoundError:
            self.tell("The form is not part of this version.")
            return
        self.push_screen(form(message.ref))

    @on(Settle)
    def keep_settings(self, message: Settle) -> None:
        """Go on with other settings, and keep them."""
        message.stop()
        settings = message.settings
        self.theme = THEMES[settings.colours].name
        self.set_keymap(dict(settings.keys))
        self.settle(settings)
        everywhere().keep_settings(self)

    @on(Again)
    def look_again(self) -> None:
        """Look again for a plan."""
        self.read_plan()

    @on(OpenDemo)
    def open_demo(self) -> None:
        """Open the sample plan."""
        everywhere().open_demo(self)

    @on(ChoosePartnership)
    def choose_partnership(self) -> None:
        """Ask whose plan to open."""
        everywhere().choose_partnership(self)

    def action_go(self, screen: str) -> None:
        """Open a screen."""
        self.go(Go(screen))

    def action_help(self) -> None:
        """Explain the screen."""
        everywhere().explain(self)

    def action_palette(self) -> None:
        """Open the command palette."""
        everywhere().find_command(self)

    def action_as_at(self) -> None:
        """Ask for the day for which the plan is shown."""
        everywhere().choose_day(self, as_at=self.as_at, cycle=self.cycle)

    def action_undo(self) -> None:
        """Take back the newest act."""
        everywhere().undo(self)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        everywhere().redo(self)

    async def action_quit(self) -> None:
        """Leave."""
        everywhere().leave(self)

    def action_export(self) -> None:
        """Write what the screen shows to a file."""
        from tui.screens.writing_out import write_out

        if isinstance(self.screen, TrackerScreen):
            write_out(self.screen)

    async def action_back(self) -> None:
        """Stop what is being done, else close what is open, else go home."""
        if self.busy:
            self.stop_doing()
        elif len(self.screen_stack) > 1:
            self.pop_screen()
        elif self.current_mode not in {"home", "start"}:
            self.switch_mode(self._first)

    @property
    def _first(self) -> str:
        """The screen to begin with: home, or where it is said why there is no plan."""
        return "start" if self.plan is None and self.trouble is not None else "home"

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything while the window is too small."""
        small = event.size.width < WIDTH or event.size.height < HEIGHT
        if small and self._small is None:
            from tui.screens.too_small import TooSmall

            self._small = TooSmall(WIDTH, HEIGHT)
            self.push_screen(self._small)
        elif not small and self._small is not None:
            self._small.dismiss()
            self._small = None


def everywhere() -> ModuleType:
    """Load what works on every screen, when it is first used."""
    return import_module("tui.everywhere")


def _newest(workspace: Workspace) -> int:
    from tui.recalling import newest_act

    return newest_act(workspace)
