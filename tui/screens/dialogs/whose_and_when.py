"""Whose paper it is, what its cycle is called and on which day it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, Label, Static

from tracker.cleaning import clean_line
from tracker.dates import read_day, say_day
from tracker.errors import UsageFault
from tui.hints import told
from tui.screens.dialogs.base import Dialog
from tui.widgets.line import Line

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from tracker.drafts import PaperDraft


@dataclass(frozen=True, slots=True)
class Said:
    """What a paper or a person says of whose and when it is."""

    partnership: str
    label: str
    as_at: date | None


def said_by(paper: PaperDraft) -> Said:
    """Return what a paper says of itself."""
    current = paper.current
    day = current.as_at if current else None
    return Said(paper.partnership or "", current.label if current and day else "", day)


class WhoseAndWhen(Dialog[Said]):
    """Asks what a paper should say of itself; returns it whole.

    Args:
        said: What is known.
        today: The last day that it can speak of.
        refusal: Why what was typed before was refused; then it counts as typed.
    """

    DEFAULT_CSS = "WhoseAndWhen Input { margin-bottom: 1; }"
    KEYS: ClassVar[str] = "Tab: next field   Enter: done   Esc: leave"

    def __init__(self, said: Said, *, today: date, refusal: str = "") -> None:
        super().__init__("Whose paper is it, and when does it hold?")
        self._said, self._today, self._refusal = said, today, refusal

    def body(self) -> ComposeResult:
        """Yield the three fields."""
        day = say_day(self._said.as_at) if self._said.as_at else ""
        yield Label("Partnership", markup=False)
        yield Line(self._said.partnership, id="partnership")
        yield Label("The day on which its ratings hold, such as 30 April 2021", markup=False)
        yield Line(day, id="day")
        yield Label("What to call the cycle, such as 2021", markup=False)
        yield Line(self._said.label, id="label")
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def _typed(self, field: str) -> str:
        return clean_line(self.query_one(f"#{field}", Input).value)

    @on(Input.Submitted)
    def finish(self) -> None:
        """Return what was typed, if all of it can be."""
        try:
            said = self._read()
        except UsageFault as fault:
            self.query_one("#fault", Static).update(told(fault))
        else:
            self.dismiss(said)

    def _read(self) -> Said:
        name, label = self._typed("partnership"), self._typed("label")
        if not name:
            raise UsageFault("The paper's partnership is not said.", "Type its name.")
        day = read_day(self._typed("day"))
        if day > self._today:
            raise UsageFault(f"{say_day(day)} is after today.", "Type the day of the paper.")
        if not label or ":" in label or "/" in label:
            raise UsageFault(
                f"A cycle cannot be called “{label}”.", "Choose a name such as 2021 or 2021-repeat."
            )
        return Said(name, label, day)

    def is_touched(self) -> bool:
        """Tell whether something was typed."""
        day = say_day(self._said.as_at) if self._said.as_at else ""
        first = {"partnership": self._said.partnership, "label": self._said.label, "day": day}
        return bool(self._refusal) or any(self._typed(field) != was for field, was in first.items())
