"""The terminal application: which screens there are, and the commands that work everywhere.

Owns where each screen is, and what messages and keys do on all of them. The plan in view is
`viewing`'s, how verbs are done is `desk`; the screens are `screens`, each loaded when it is first
opened.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding

from tui.commands import EVERYWHERE, SCREENS
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
from tui.viewing import WITHOUT_PLAN, Viewing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import ModuleType

    from textual import events
    from textual.binding import BindingType
    from textual.screen import ModalScreen

    from tui.settings import Settings

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


class TrackerApp(Viewing, inherit_bindings=False):
    """The whole program in a terminal.

    Args:
        settings: Where, whose, who and when.
        clock: Gives the moment that an act records, and the day.
        is_seen: Tells whether the terminal is still there; without one the program ends.
        opened: Called when a plan has come where there was none.
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

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime],
        is_seen: Callable[[], bool] = lambda: True,
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(settings, clock=clock, is_seen=is_seen, opened=opened)
        self._small: ModalScreen[None] | None = None
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
        self.keep_looking()

    @on(Go)
    def go(self, message: Go) -> None:
        """Open a screen, and hand it what it is to show."""
        message.stop()
        if self.plan is None and message.screen == "home":
            self.switch_mode(self.first)
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
        self.push_screen(load_screen(ACTION_FORM)(message.ref, message.cycle))

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
            self.switch_mode(self.first)

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
