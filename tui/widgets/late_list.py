"""The actions that are longest overdue, each of which can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracker.rules import Bucket, stand
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.rules import Standing

SHOWN = 12
"""How many are shown at most; the Overdue screen has them all."""


class LateList(MarkedList):
    """One line each: how many days, which action, its wording."""

    DEFAULT_CSS = """
    LateList { height: auto; max-height: 13; border: none; padding: 0 1; margin-top: 1;
        background: transparent; text-wrap: nowrap; text-overflow: ellipsis; }
    LateList.-empty { display: none; }
    LateList:focus { border: none; }
    LateList.-textual-compact > .option-list--option { padding: 0; }
    LateList > .option-list--option-disabled { color: $foreground; }
    """

    @dataclass
    class Chosen(Message):
        """An action is to be opened."""

        ref: str

    def __init__(self) -> None:
        super().__init__(markup=False, compact=True)
        self._late: tuple[Standing, ...] = ()

    def update_from(self, plan: PlanView) -> None:
        """Show the latest of a plan."""
        standings = (stand(action, as_at=plan.as_at) for action in plan.actions)
        late = [one for one in standings if one.bucket is Bucket.OVERDUE]
        late.sort(key=lambda one: -one.days_overdue)
        self._late = tuple(late[:SHOWN])
        self.set_class(not late, "-empty")
        self.clear_options()
        heading = Text("Longest overdue, in days", style="bold")
        self.add_options([Option(heading, disabled=True), *map(_line, self._late)])

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Say which action is meant."""
        event.stop()
        self.post_message(self.Chosen(self._late[event.option_index - 1].action.ref))


def _line(standing: Standing) -> Text:
    words = f"{standing.days_overdue:>6,}  {standing.action.ref:<7}{standing.action.text}"
    return Text(" ".join(words.splitlines()), no_wrap=True, overflow="ellipsis")
