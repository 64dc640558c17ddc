"""Asks what a decision on a rating must say: who decided, on which day, and why.

Owns the fields; what is asked is `rating_question`'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static, TextArea

from tracker.cleaning import clean, clean_line
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.rating_question import Rating, fault_of, question
from tui.widgets.day_input import DayInput
from tui.widgets.line import Line, Lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from tracker.plan import PlanView


class RateDialog(Form[Rating]):
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
    RateDialog #words { height: 4; }
    """
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
        super().__init__(self._asked.title, rating)
        self._plan, self._bodies = plan, bodies
        self._held = typed or rating
        self._today, self._refusal = today, refusal

    def body(self) -> ComposeResult:
        """Yield the questions."""
        yield Static(self._asked.move, markup=False, classes="move")
        yield Label("Who decided: the body or meeting", markup=False)
        yield Line(
            self._held.by,
            placeholder="such as Integration Joint Board",
            suggester=SuggestFromList(self._bodies, case_sensitive=False),
            id="by",
        )
        yield Label("On which day", markup=False)
        yield DayInput(self._held.day)
        yield Label(self._asked.about_words, markup=False)
        yield Lines(self._held.reason or self._held.within, compact=True, id="words")
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def on_mount(self) -> None:
        """Begin with the first question that has no answer yet."""
        self.query_one("#words" if self._held.by else "#by").focus()

    @property
    def typed(self) -> Rating:
        """What stands in the fields."""
        words = clean(self.query_one("#words", TextArea).text)
        stays = self._asked.is_confirmation
        return replace(
            self._held,
            by=clean_line(self.query_one("#by", Input).value),
            day=self.query_one(DayInput).text,
            reason="" if stays else words,
            within=words if stays else "",
        )

    def fault_of(self, typed: Rating) -> str:
        """Return what is wrong with a decision."""
        return fault_of(self._plan, typed, today=self._today)
