"""Asks for a new improvement action: its wording, delivery, timescale and owners.

Owns the fields; what may be said of a new action is `tracker.changing`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static, TextArea

from tracker.cleaning import clean, clean_line
from tui.screens.dialogs.form import Form
from tui.widgets.line import Line, Lines
from tui.widgets.timescale_input import TimescaleInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class NewAction:
    """What a person says of an action that is to be added."""

    text: str = ""
    delivery: str = ""
    timescale: str = ""
    """In the person's words."""
    owners: tuple[str, ...] = ()


class NewActionDialog(Form[NewAction]):
    """Asks for a new action; returns what was typed, with a wording and a readable timescale.

    Args:
        title: Where it is to stand.
        typed: What was typed before, where that was refused.
        posts: Known posts, to be completed while typing.
        today: The day from which relative timescales count.
        refusal: Why what was typed before was refused.
    """

    CSS = """
    NewActionDialog VerticalScroll#box { padding: 0 2; max-height: 100%; }
    NewActionDialog #text { height: 4; }
    """
    KEYS: ClassVar[str] = "Ctrl+S: add   Tab: next field   Esc: leave"
    DONE: ClassVar[str] = "Add"

    def __init__(
        self,
        title: str,
        typed: NewAction | None = None,
        *,
        posts: Sequence[str] = (),
        today: date,
        refusal: str = "",
    ) -> None:
        super().__init__(title, NewAction())
        self._held = typed or NewAction()
        self._posts, self._today, self._refusal = posts, today, refusal

    def body(self) -> ComposeResult:
        """Yield the fields."""
        yield Label("What will be done", markup=False)
        yield Lines(self._held.text, compact=True, id="text")
        yield Label("How we will deliver it (may be left empty)", markup=False)
        yield Line(self._held.delivery, id="delivery")
        yield Label("Timescale (may be left empty)", markup=False)
        yield TimescaleInput(self._held.timescale, as_at=self._today)
        yield Label("Owners: posts, apart by semicolons (may be left empty)", markup=False)
        yield Line(
            "; ".join(self._held.owners),
            placeholder="such as Chief Finance Officer",
            suggester=SuggestFromList(self._posts, case_sensitive=False),
            id="owners",
        )
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    @property
    def typed(self) -> NewAction:
        """What stands in the fields."""
        owners = self.query_one("#owners", Input).value.split(";")
        return NewAction(
            text=clean(self.query_one("#text", TextArea).text),
            delivery=clean_line(self.query_one("#delivery", Input).value),
            timescale=self.query_one(TimescaleInput).text,
            owners=tuple(name for name in map(clean_line, owners) if name),
        )

    @on(TimescaleInput.Submitted)
    def leave_timescale(self) -> None:
        """Go to the next field."""
        self.go_on()

    def fault_of(self, typed: NewAction) -> str:
        """Return why what was typed cannot be an action."""
        if not typed.text:
            return "Say in a sentence what will be done."
        field = self.query_one(TimescaleInput)
        if field.text and not field.is_clear:
            return "The timescale is not understood; write it otherwise, or leave it empty."
        return ""
