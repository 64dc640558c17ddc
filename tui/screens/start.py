"""What is shown where there is no plan to show: none yet, none in reach, or none chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.commands import EVERYWHERE, HERE, SCREENS
from tui.hints import on_screens
from tui.keys import say_key, screen_bindings
from tui.messages import Again, ChoosePartnership, OpenDemo
from tui.screens.base import TrackerScreen
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.errors import TrackerError
    from tui.commands import Command


def _offer(command: Command, action: str) -> tuple[str, str]:
    return f"{say_key(command.keys[0])}  {command.title}: {command.help}", action


OFFERS = (
    *(_offer(one, f"app.{one.action}") for one in SCREENS if one.screen == "import"),
    *(_offer(one, f"screen.{one.action}") for one in HERE["start"]),
    *(_offer(one, f"app.{one.action}") for one in EVERYWHERE if one.name in {"help", "quit"}),
)
"""What can be done without a plan, and how it is run."""


class StartScreen(TrackerScreen):
    """Says why no plan is shown, and what can be done about it with one key each."""

    NAME = "start"
    TITLE = "Welcome"
    ABOUT = "There is no plan to show. Read a published paper into it, or open the sample plan."
    CSS_PATH = "start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("start")]

    def body(self) -> ComposeResult:
        """Yield what is the matter and what can be done."""
        with Vertical(id="start"):
            yield Static("Improvement action plans, kept up to date", id="heading", markup=False)
            yield Static(id="message", markup=False)
            yield Static(id="hint", markup=False)
            yield MarkedList(*(Option(words) for words, _ in OFFERS), markup=False, compact=True)

    def on_mount(self) -> None:
        """Follow what is the matter."""
        super().on_mount()
        self.watch(self.app, "trouble", self._tell_why)
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    async def take(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        event.stop()
        await self.run_action(OFFERS[event.option_index][1])

    def _tell_why(self, error: TrackerError | None) -> None:
        self.query_one("#message", Static).update(error.message if error else "")
        self.query_one("#hint", Static).update(on_screens(error.hint) if error else "")

    def action_retry(self) -> None:
        """Look again."""
        self.post_message(Again())

    def action_demo(self) -> None:
        """Open the sample plan."""
        self.post_message(OpenDemo())

    def action_partnership(self) -> None:
        """Choose whose plan to open."""
        self.post_message(ChoosePartnership())
