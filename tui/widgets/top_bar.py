"""The bar at the top: whose plan this is, and the screens, to be clicked or opened by their key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import Static

from tracker.dates import say_day
from tui.commands import SCREENS
from tui.keys import say_keys

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tracker.plan import PlanView

MORE = "Ctrl+P More"


class TopBar(Vertical):
    """Two lines: the plan in view, and the screens.

    Args:
        here: The name of the screen that it stands on.
    """

    DEFAULT_CSS = """
    TopBar { dock: top; height: 2; background: $panel; color: $text; }
    TopBar Static { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    TopBar #whose { text-style: bold; }
    """

    plan: reactive[PlanView | None] = reactive(None, always_update=True)

    me: reactive[str] = reactive("")

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """Set out the two lines."""
        yield Static(id="whose", markup=False)
        yield Static(id="screens", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Show whose plan it is, of which round and day."""
        if self.is_mounted:
            self.query_one("#whose", Static).update(Content(_whose(plan, self.me)))

    def watch_me(self) -> None:
        """Show who acts."""
        self.watch_plan(self.plan)

    def on_mount(self) -> None:
        """Show what is known so far."""
        self.watch_plan(self.plan)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many screens as the width holds."""
        self.query_one("#screens", Static).update(screens_line(self._here, event.size.width - 2))


def _whose(plan: PlanView | None, me: str) -> str:
    if plan is None:
        return "Improvement action plan"
    cycle = f"cycle {plan.cycle.label} ({plan.cycle.state})"
    return f"{plan.partnership.name} · {cycle} · as at {say_day(plan.as_at)} · {me}"


def screens_line(here: str, width: int) -> Content:
    """Return the names of the screens with their keys, as many as fit, among them this one."""
    parts = [(command, f"{say_keys(command)} {command.title}") for command in SCREENS]
    while len(parts) > 1 and sum(len(words) + 1 for _, words in parts) + len(MORE) > width:
        # The last one gives way, unless it is where one is.
        parts.pop(-2 if parts[-1][0].screen == here else -1)
    made = Content("")
    for command, words in parts:
        link = Style.from_meta({"@click": f"app.{command.action}"})
        look = Style(reverse=True, bold=True) if command.screen == here else Style()
        made += Content.assemble((words, link + look), " ")
    return made + Content.assemble((MORE, Style.from_meta({"@click": "app.palette"})))
