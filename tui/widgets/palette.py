"""The command palette: every command by its name, with a sign at the line under the cursor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Provider
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator, Static

from tui.commands import EVERYWHERE, HERE, SCREENS, screen_title
from tui.keys import say_keys
from tui.widgets.marked_list import signed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import ComposeResult
    from textual.command import Hits
    from textual.strip import Strip

    from tui.commands import Command


class CommandFinder(Provider):
    """Finds the commands of the screen below the palette, and those of the application."""

    async def discover(self) -> Hits:
        """Yield every command, before anything is typed."""
        for command, words, run in self._commands():
            yield DiscoveryHit(words, run, text=words, help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose name or help is like what was typed."""
        matcher = self.matcher(query)
        for command, words, run in self._commands():
            score = max(matcher.match(words), matcher.match(command.help) * 0.5)
            if score > 0:
                yield Hit(score, matcher.highlight(words), run, text=words, help=command.help)

    def _commands(self) -> Iterator[tuple[Command, str, Callable[[], Awaitable[None]]]]:
        name = getattr(self.screen, "NAME", "")
        rows = (("screen", HERE.get(name, ())), ("app", EVERYWHERE), ("app", SCREENS))
        for scope, commands in rows:
            for command in commands:
                if scope == "screen" and self.screen.check_action(command.name, ()) is False:
                    continue
                words = f"{command.title} ({say_keys(command)})"
                yield command, words, partial(self._run, f"{scope}.{command.action}")
        # A screen that is opened from another only, such as Links, is not in this row.
        for screen in (str(one.screen) for one in SCREENS):
            for command in HERE.get(screen, ()) if screen != name else ():
                words = f"{screen_title(screen)}: {command.title}"
                yield command, words, partial(self._run_there, screen, command)

    async def _run_there(self, screen: str, command: Command) -> None:
        """Open the screen that has a command, and carry it out there."""
        await self.app.run_action(f"go('{screen}')")
        shown = self.app.screen
        if getattr(shown, "NAME", "") == screen:
            shown.call_after_refresh(shown.run_action, f"screen.{command.action}")

    async def _run(self, action: str) -> None:
        await self.screen.run_action(action)


class FoundCommands(CommandList, can_focus=False):
    """The commands that were found."""

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the sign where the cursor is."""
        return signed(self, super().render_line(y), y)


class Palette(CommandPalette):
    """Finds any command by a part of its name."""

    def __init__(self) -> None:
        super().__init__([CommandFinder], placeholder="Type a part of its name")

    def compose(self) -> ComposeResult:
        """Set the field over the list as Textual does, but with a title, keys and the sign."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield Static("Commands", id="title")
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield FoundCommands()
                yield LoadingIndicator()
