"""Asks what a decision on a rating must say: who decided, on which day, and why.

Owns the fields; what is asked is `rating_question`'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static, TextArea

from tracker.cleaning import clean, clean_line
from tracker.dates import read_day, say_day
from tracker.errors import TrackerError
from tui.screens.dialogs.base import Dialog
from tui.screens.dialogs.rating_question import Rating, fault_of, question

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import PlanView


class RateDialog(Dialog[Rating]):
    """Asks for a decision on a rating; returns what was typed, which is whole.

    Args:
        plan: The plan in view.
        rating: The proposal and level that are meant, with who decided and when, where known.
        typed: What was typed before, where that was refused.
        bodies: Who decided earlier ratings, to be completed while typing.
        today: The day in view.
        refusal: Why what was typed before was refused.
    """

    CSS = """
    RateDialog VerticalScroll#box { padding: 0 2; max-height: 100%; }
    RateDialog .move { text-style: bold; margin-bottom: 1; }
    RateDialog .beside { height: auto; }
    RateDialog #day { width: 24; margin-right: 2; }
    RateDialog #day-read { width: 1fr; color: $text-muted; }
    RateDialog #words { height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "finish", "Record")]
    KEYS: ClassVar[str] = "Ctrl+S: record   Tab: next field   Esc: leave"
    DONE: ClassVar[str] = "Record"

    def __init__(
        self,
        plan: PlanView,
        rating: Rating,
        typed: Rating | None = None,
        *,
        bodies: Sequence[str] = (),
        today: date,
        refusal: str = "",
    ) -> None:
        self._asked = question(plan, code=rating.code, level=rating.level, today=today)
        super().__init__(self._asked.title)
        self._plan, self._begun, self._bodies = plan, rating, bodies
        self._held = typed or rating
        self._today, self._refusal = today, refusal

    def body(self) -> ComposeResult:
        """Yield the questions."""
        yield Static(self._asked.move, markup=False, classes="move")
        yield Label("Who decided: the body or meeting", markup=False)
        yield Input(
            self._held.by,
            placeholder="such as Integration Joint Board",
            suggester=SuggestFromList(self._bodies, case_sensitive=False),
            compact=True,
            select_on_focus=False,
            id="by",
        )
        yield Label("On which day", markup=False)
        with Horizontal(classes="beside"):
            yield Input(self._held.day, compact=True, select_on_focus=False, id="day")
            yield Static(id="day-read", markup=False)
        yield Label(self._asked.about_words, markup=False)
        yield TextArea(
            self._held.reason or self._held.within,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            id="words",
        )
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def on_mount(self) -> None:
        """Begin with the first question that has no answer yet."""
        self.query_one("#words" if self._held.by else "#by").focus()
        self._read_day()

    @property
    def typed(self) -> Rating:
        """What stands in the fields."""
        words = clean(self.query_one("#words", TextArea).text)
        stays = self._asked.is_confirmation
        return replace(
            self._held,
            by=clean_line(self.query_one("#by", Input).value),
            day=self.query_one("#day", Input).value.strip(),
            reason="" if stays else words,
            within=words if stays else "",
        )

    @on(Input.Changed, "#day")
    def _read_day(self) -> None:
        try:
            said = f"→ {say_day(read_day(self.typed.day))}"
        except TrackerError as error:
            said = f"? {error.message}"
        self.query_one("#day-read", Static).update(said)

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_finish(self) -> None:
        """Return what was typed."""
        self.finish()

    def finish(self) -> None:
        """Return what was typed, if it is whole."""
        fault = fault_of(self._plan, self.typed, today=self._today)
        if fault:
            self.query_one("#fault", Static).update(fault)
        else:
            self.dismiss(self.typed)

    def is_touched(self) -> bool:
        """Tell whether anything was typed that leaving would lose."""
        return self.typed != self._begun
