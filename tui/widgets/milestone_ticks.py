"""The milestones of one action: those that were reached, and those still to be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import SelectionList, Static

from tracker.dates import say_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from tracker.plan import MilestoneView


class MilestoneTicks(Vertical):
    """Milestones by label; nothing is shown of an action that has none.

    Args:
        milestones: As the plan holds them.
    """

    DEFAULT_CSS = """
    MilestoneTicks { height: auto; margin-bottom: 1; }
    MilestoneTicks SelectionList { height: auto; max-height: 8; border: none; padding: 0; }
    """

    class Changed(Message):
        """A milestone was ticked, or its tick taken away."""

    def __init__(self, milestones: Sequence[MilestoneView]) -> None:
        super().__init__(id="points")
        self._milestones = tuple(milestones)

    def compose(self) -> ComposeResult:
        """Yield what was reached above what may be ticked."""
        yield Static("Milestones (tick those that were reached)", markup=False)
        yield Static(id="reached", markup=False)
        yield SelectionList[str](id="milestones", compact=True)

    def on_mount(self) -> None:
        """Show the milestones that it was given."""
        self.show(self._milestones)

    def show(self, milestones: Sequence[MilestoneView]) -> None:
        """Show milestones as the plan holds them now; ticks of those still open stay."""
        self._milestones = tuple(milestones)
        self.display = bool(milestones)
        reached = [f"✓ {m.label}: reached on {say_day(m.done_on)}" for m in milestones if m.done_on]
        line = self.query_one("#reached", Static)
        line.update("\n".join(reached))
        line.display = bool(reached)
        self._offer(self.ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Labels of the milestones that are ticked and not saved."""
        return tuple(self.query_one(SelectionList).selected) if self.is_mounted else ()

    def tick(self, labels: Iterable[str]) -> None:
        """Let just these be ticked."""
        if self.is_mounted and set(labels) != set(self.ticked):
            self._offer(labels)

    def _offer(self, ticked: Iterable[str]) -> None:
        chosen = set(ticked)
        choices = self.query_one(SelectionList)
        choices.clear_options()
        choices.add_options(
            (Text(f"{m.label}: {say_day(m.due)}"), m.label, m.label in chosen)
            for m in self._milestones
            if m.done_on is None
        )
        choices.display = choices.option_count > 0

    @on(SelectionList.SelectedChanged)
    def _tell(self, event: SelectionList.SelectedChanged[str]) -> None:
        event.stop()
        self.post_message(self.Changed())
