"""Asks what a repeat is called and of which day it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, Label, Static

from tracker.cleaning import clean_line
from tracker.dates import read_day, say_day
from tracker.errors import TrackerError
from tui.screens.dialogs.base import Dialog
from tui.widgets.day_input import DayInput
from tui.widgets.line import Line

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class RoundName:
    """A repeat as it is to be called, and its day."""

    label: str
    as_at: date | None


class NameRound(Dialog[RoundName]):
    """Asks for a label and a day; returns both, understood.

    Args:
        about: What opening a repeat does.
        named: What stands there already.
        refusal: Why what was typed before was refused.
    """

    CSS = """
    NameRound DayInput { layout: vertical; }
    NameRound #day { width: 100%; margin-right: 0; }
    NameRound #day-read { width: 100%; margin-bottom: 1; }
    """
    KEYS: ClassVar[str] = "Tab: next field   Enter: go on   Esc: leave"
    DONE: ClassVar[str] = "Go on"

    def __init__(self, about: str, named: RoundName, *, refusal: str = "") -> None:
        super().__init__("Open a repeat")
        self._about, self._named, self._refusal = about, named, refusal

    def body(self) -> ComposeResult:
        """Yield the two fields."""
        yield Static(self._about, markup=False)
        yield Label("What to call it, such as 2022", markup=False)
        yield Line(self._named.label, id="label")
        yield Label("The day of which it speaks, such as 30 April 2022", markup=False)
        day = say_day(self._named.as_at) if self._named.as_at else ""
        yield DayInput(day)
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def _typed(self, field: str) -> str:
        return clean_line(self.query_one(f"#{field}", Input).value)

    @on(Input.Submitted, "#label")
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(Input.Submitted, "#day")
    def finish(self) -> None:
        """Return label and day, if both can be."""
        fault = self.query_one("#fault", Static)
        label = self._typed("label")
        if not label:
            fault.update("It has no name yet; call it by its year, such as 2022.")
            return
        if not self._typed("day"):
            fault.update("It has no day yet; write it like 30 April 2022.")
            return
        try:
            day = read_day(self._typed("day"))
        except TrackerError as error:
            fault.update(f"The day: {error.message}")
            return
        self.dismiss(RoundName(label, day))

    def is_touched(self) -> bool:
        """Tell whether something was typed."""
        day = say_day(self._named.as_at) if self._named.as_at else ""
        typed = self._typed("label"), self._typed("day")
        return bool(self._refusal) or typed != (self._named.label, day)
