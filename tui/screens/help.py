"""What a screen is for, and every key that works on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.widgets import Static

from tui.commands import EVERYWHERE, HERE, SCREENS
from tui.keys import say_keys
from tui.screens.dialogs.base import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Command


class Help(Dialog[bool]):
    """Explains one screen.

    Args:
        name: The screen's name in the table of commands.
        title: Its title.
        about: What it is for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("question_mark,f1,q,enter", "leave", "Close"),
        ("up", "turn(-1)", "Up"),
        ("down", "turn(1)", "Down"),
        ("pageup", "turn(-10)", "Page up"),
        ("pagedown,space", "turn(10)", "Page down"),
    ]
    KEYS = "↑ ↓: scroll   Esc: close"
    DONE = ""

    def __init__(self, name: str, title: str, about: str) -> None:
        super().__init__(f"Help: {title}")
        self._screen_name, self._about = name, about

    def body(self) -> ComposeResult:
        """Yield the sentence and the tables of keys."""
        yield Static(self._about, markup=False)
        for heading, commands in (
            ("On this screen", HERE.get(self._screen_name, ())),
            ("Everywhere", EVERYWHERE),
            ("Screens", SCREENS),
        ):
            if commands:
                yield Static(heading, classes="hint heading", markup=False)
                yield Static(_table(commands))

    def action_turn(self, lines: int) -> None:
        """Show what is further down or up."""
        self.query_one("#box").scroll_relative(y=lines, animate=False)

    def finish(self) -> None:
        """Close it."""
        self.dismiss(None)


def _table(commands: tuple[Command, ...]) -> Table:
    made = Table.grid(padding=(0, 2))
    made.add_column(no_wrap=True, style="bold")
    made.add_column(no_wrap=True)
    made.add_column(ratio=1)
    for command in commands:
        made.add_row(*map(Text, (say_keys(command), command.title, command.help)))
    return made
