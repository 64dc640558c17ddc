"""A field for a timescale, which shows as one types how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from tracker.kinds import TimescaleKind
from tracker.timescale import read_timescale
from tui.widgets.line import Line

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from tracker.timescale import Timescale

EXAMPLE = "such as 30 June 2022, end of Q2 2022/23, ongoing"
DAYS = "such as 30 June 2022, 30/6/2022, 2022-06-30"
PAST = "That is already past."


class TimescaleInput(Vertical):
    """A timescale in people's words, with its reading below.

    Args:
        text: What stands there already.
        as_at: The day from which relative timescales count.
        day: A day on which something happened or from which to look is asked for.
    """

    DEFAULT_CSS = """
    TimescaleInput { height: auto; }
    TimescaleInput #reading { color: $text-muted; height: auto; min-height: 2; }
    TimescaleInput #reading.-unclear { color: $error; }
    """

    @dataclass
    class Read(Message):
        """What was typed is read."""

        timescale: Timescale

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        timescale: Timescale

    def __init__(self, text: str = "", *, as_at: date, day: bool = False) -> None:
        super().__init__()
        self._text, self._as_at, self._day = text, as_at, day

    def compose(self) -> ComposeResult:
        """Set the reading below the field."""
        yield Line(self._text, placeholder=DAYS if self._day else EXAMPLE)
        yield Static(id="reading", markup=False)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.query_one(Input).value.strip()

    @property
    def timescale(self) -> Timescale:
        """How it is read."""
        return read_timescale(self.text, as_at=self._as_at)

    @property
    def is_clear(self) -> bool:
        """Tell whether something is typed and understood."""
        return bool(self.text) and self.timescale.kind is not TimescaleKind.UNCLEAR

    @on(Input.Changed)
    def read(self, event: Input.Changed) -> None:
        """Show how it is read."""
        event.stop()
        reading = self.query_one("#reading", Static)
        read = self.timescale
        unclear = bool(self.text) and not self.is_clear
        reading.set_class(unclear, "-unclear")
        mark = "? " if unclear else "→ "
        reading.update(f"{mark}{read.reading}{self._remark(read)}" if self.text else "")
        self.post_message(self.Read(read))

    def _remark(self, read: Timescale) -> str:
        typed = self.text != self._text.strip()
        past = read.due is not None and read.due < self._as_at
        return f" {PAST}" if typed and past and not self._day else ""

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Pass on that Enter was pressed."""
        event.stop()
        self.post_message(self.Submitted(self.timescale))
