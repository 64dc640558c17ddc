"""A date or timescale to be typed in words, with its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, Static

from tui.screens.dialogs.base import Dialog
from tui.widgets.timescale_input import TimescaleInput

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult


class AskDate(Dialog[str]):
    """Asks for a timescale; returns its words, which are understood.

    Args:
        title: What is asked.
        text: What stands there already.
        as_at: The day from which relative timescales count.
        day: Only words that name one day will do, as the day on which something happened.
        refusal: Why what was typed before was refused; the text then counts as typed.
    """

    KEYS: ClassVar[str] = "Enter: done   Esc: leave"

    def __init__(
        self, title: str, text: str = "", *, as_at: date, day: bool = False, refusal: str = ""
    ) -> None:
        super().__init__(title)
        self._first = "" if refusal else text
        self._text, self._as_at, self._day, self._refusal = text, as_at, day, refusal

    def body(self) -> ComposeResult:
        """Yield the field with its reading."""
        yield TimescaleInput(self._text, as_at=self._as_at, day=self._day)
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def on_mount(self) -> None:
        """Let what is typed take the place of what stands there; an arrow key keeps it."""
        if self._first:
            self.query_one(Input).select_all()

    @on(TimescaleInput.Submitted)
    def finish(self) -> None:
        """Return the words, if they are understood."""
        field = self.query_one(TimescaleInput)
        if not field.text:
            fault = "Nothing is typed yet; write a date such as 30 June 2022."
        elif not field.is_clear:
            fault = "This is not understood; write a date such as 30 June 2022."
        elif self._day and field.timescale.due is None:
            fault = "A day is needed, such as 30 June 2022."
        else:
            self.dismiss(field.text)
            return
        self.query_one("#fault", Static).update(fault)

    def is_touched(self) -> bool:
        """Tell whether the words were changed."""
        return self.query_one(TimescaleInput).text != self._first.strip()
