"""Settings: whose plan, who you are, colours and keys; kept for the next time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracker.cleaning import clean_line
from tui.commands import remappable, screen_title
from tui.keys import key_fault, say_key, say_keys, screen_bindings
from tui.messages import ChoosePartnership, Settle
from tui.preferences import COLOURS
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_key import AskKey
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.pick_one import PickOne
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Command
    from tui.settings import Settings


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that can be settled."""

    words: str
    value: str
    change: Callable[[], None]
    reset: str = ""
    """The command whose keys can be made those that it came with."""


class SettingsScreen(TrackerScreen):
    """What a person settles once and for all."""

    NAME = "settings"
    TITLE = "Settings"
    ABOUT = (
        "Whose plan is opened, under which name your changes are recorded, the colours, and the "
        "key of every command. It is kept for the next time, on this machine only."
    )
    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("settings")]
    AUTO_FOCUS = "OptionList"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line | None] = []

    def body(self) -> ComposeResult:
        """Yield the list."""
        yield Static("Enter changes the line under the cursor.", id="said", markup=False)
        yield MarkedList(markup=False, compact=True)

    def watch_settings(self, settings: Settings | None) -> None:
        """Show what is settled."""
        if settings is None:
            return
        self._lines = [
            None,
            Line("Partnership", settings.partnership or "the only one held", self._partnership),
            Line("Your name", settings.me, self._rename),
            Line("Colours", settings.colours, self._colours),
            None,
        ]
        own = dict(settings.keys)
        for name, command in remappable().items():
            keys = own.get(name)
            shown = say_key(keys) if keys else say_keys(command)
            change = partial(self._key, name, command, shown)
            scope = name.rpartition(".")[0]
            words = f"{screen_title(scope)}: {command.title}" if scope else command.title
            self._lines.append(Line(words, f"{shown}  {command.help}", change, name))
        self._fill()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        place = options.highlighted
        options.clear_options()
        headings = iter(("You and the plan", "Keys (Delete: as it came)"))
        for line in self._lines:
            if line is None:
                options.add_option(Option(Text(next(headings), style="bold"), disabled=True))
            else:
                options.add_option(Option(Text(f"  {line.words:<22} {line.value}")))
        options.highlighted = place or 1

    @on(OptionList.OptionSelected)
    def change(self, event: OptionList.OptionSelected) -> None:
        """Change the line that was chosen."""
        event.stop()
        line = self._lines[event.option_index]
        if line is not None:
            line.change()

    def action_open(self) -> None:
        """Change the line under the cursor."""
        self.query_one(OptionList).action_select()

    def action_reset(self) -> None:
        """Give a command the keys that it came with."""
        place = self.query_one(OptionList).highlighted
        line = self._lines[place] if place is not None else None
        if line is not None and line.reset and self.settings is not None:
            keys = tuple(pair for pair in self.settings.keys if pair[0] != line.reset)
            self._settle(replace(self.settings, keys=keys))

    def _settle(self, settings: Settings) -> None:
        self.post_message(Settle(settings))

    def _partnership(self) -> None:
        self.post_message(ChoosePartnership())

    def _rename(self) -> None:
        def named(name: str | None) -> None:
            if name and self.settings is not None:
                self._settle(replace(self.settings, me=clean_line(name)))

        about = "Recorded with every change, and shown in the history."
        self.app.push_screen(AskText("Your name", self.me, about=about), named)

    def _colours(self) -> None:
        def picked(colours: str | None) -> None:
            if colours and self.settings is not None:
                self._settle(replace(self.settings, colours=colours))

        now = self.settings.colours if self.settings else None
        choices = [(name, name) for name in COLOURS]
        self.app.push_screen(PickOne("Colours", choices, current=now), picked)

    def _key(self, name: str, command: Command, shown: str) -> None:
        own = dict(self.settings.keys) if self.settings else {}

        def pressed(key: str | None) -> None:
            if key and self.settings is not None:
                self._settle(replace(self.settings, keys=tuple({**own, name: key}.items())))

        check = partial(key_fault, name, own=own)
        self.app.push_screen(AskKey(f"A key for: {command.title}", shown, check=check), pressed)
