"""Asks what a step in the life of a round must say: who, on which day, and why.

Owns the questions for sending in, agreeing and opening again. Whether the step may be taken is the
verbs' to say; what was typed comes back with their refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from tracker.cleaning import clean_line
from tracker.dates import read_day
from tracker.errors import TrackerError
from tui.screens.dialogs.form import Form
from tui.widgets.day_input import DayInput
from tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class StepSaid:
    """What a person says of a step."""

    by: str
    day: str
    """As typed; a day that is understood."""
    reason: str = ""
    leave: tuple[tuple[str, str], ...] = ()
    """Ratings that are left as they were: the proposal, and why."""


@dataclass(frozen=True, slots=True)
class StepAsked:
    """What is asked of a step."""

    title: str
    about: str
    """What the step does."""
    who: str
    """How the question for the body reads."""
    needs_who: bool = False
    why: str = ""
    """How the question for a reason reads; none is asked where it is empty."""
    undecided: tuple[tuple[str, str], ...] = ()
    """Ratings that nobody has decided, by code and name."""


class RoundStep(Form[StepSaid]):
    """Asks for a step of a round; returns what was typed, which is whole.

    Args:
        asked: What is asked.
        said: What stands there already.
        typed: What was typed before, where that was refused.
        bodies: Who decided earlier, to be completed while typing.
        refusal: Why what was typed before was refused.
    """

    CSS = """
    RoundStep VerticalScroll#box { padding: 0 2; max-height: 100%; }
    RoundStep .about { margin-bottom: 1; }
    RoundStep .left { margin-top: 1; }
    """
    KEYS: ClassVar[str] = "Ctrl+S: record   Tab: next field   Esc: leave"
    DONE: ClassVar[str] = "Record"
    AUTO_FOCUS: ClassVar[str] = ""

    def __init__(
        self,
        asked: StepAsked,
        said: StepSaid,
        typed: StepSaid | None = None,
        *,
        bodies: Sequence[str] = (),
        refusal: str = "",
    ) -> None:
        super().__init__(asked.title, said)
        self._asked = asked
        self._held = typed or said
        self._bodies, self._refusal = bodies, refusal

    def body(self) -> ComposeResult:
        """Yield the questions."""
        yield Static(self._asked.about, markup=False, classes="about")
        yield Static(self._refusal, id="fault", classes="fault", markup=False)
        yield Label(self._asked.who, markup=False)
        yield Line(
            self._held.by, suggester=SuggestFromList(self._bodies, case_sensitive=False), id="by"
        )
        yield Label("On which day", markup=False)
        yield DayInput(self._held.day)
        if self._asked.why:
            yield Label(self._asked.why, markup=False)
            yield Line(self._held.reason, id="reason")
        yield from self._undecided()

    def _undecided(self) -> ComposeResult:
        held = dict(self._held.leave)
        for place, (code, name) in enumerate(self._asked.undecided):
            yield Label(f"{code} {name}: why is it left as it was?", markup=False, classes="left")
            words = held.get(code, "")
            yield Line(words, id=f"leave-{place}")

    def on_mount(self) -> None:
        """Begin with the first question, at the top of a long dialog."""
        self.query_one("#by").focus(scroll_visible=False)

    def _typed(self, field: str) -> str:
        return clean_line(self.query_one(f"#{field}", Input).value)

    @property
    def typed(self) -> StepSaid:
        """What stands in the fields."""
        left = (
            (code, self._typed(f"leave-{place}"))
            for place, (code, _) in enumerate(self._asked.undecided)
        )
        return StepSaid(
            by=self._typed("by"),
            day=self.query_one(DayInput).text,
            reason=self._typed("reason") if self._asked.why else "",
            leave=tuple(pair for pair in left if pair[1]),
        )

    def show_fault(self, fault: str) -> None:
        """Say what is wrong, where a long dialog begins."""
        super().show_fault(fault)
        self.query_one("#box").scroll_home(animate=False)

    def fault_of(self, typed: StepSaid) -> str:
        """Return what is wrong with what is said of a step."""
        if self._asked.needs_who and not typed.by:
            return "Who agrees it? A round is agreed by a body or a meeting."
        try:
            read_day(typed.day)
        except TrackerError as error:
            return f"The day: {error.message}"
        if self._asked.why and not typed.reason:
            return "Why? It needs a reason."
        without = [code for code, _ in self._asked.undecided if code not in dict(typed.leave)]
        if without:
            return (
                f"Not decided, and no reason to leave as it was: {', '.join(without)}. "
                "Say why, or decide it first (g on Cycles)."
            )
        return ""
