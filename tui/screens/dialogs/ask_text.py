"""A text to be typed, of one line or several, checked as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, Static, TextArea

from tui.screens.dialogs.base import Dialog
from tui.widgets.line import Line, Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


def _any_text(text: str) -> str:
    """Find nothing wrong with a text."""
    del text
    return ""


class AskText(Dialog[str]):
    """Asks for a text; returns it without the spaces around it.

    Args:
        title: What is asked.
        text: What stands there already.
        about: A sentence of help.
        lines: Several lines can be typed.
        check: Says what is wrong with a text, or nothing; what is wrong cannot be returned.
        optional: Nothing at all may be returned, as an empty text.
        refusal: Why what was typed before was refused; the text then counts as typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "finish", "Done")]

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        about: str = "",
        lines: bool = False,
        check: Callable[[str], str] = _any_text,
        optional: bool = False,
        refusal: str = "",
    ) -> None:
        super().__init__(title)
        self._first = "" if refusal else text
        self._text, self._about, self._lines = text, about, lines
        self._check, self._optional, self._refusal = check, optional, refusal

    def body(self) -> ComposeResult:
        """Yield the field and what is said about it."""
        if self._about:
            yield Static(self._about, markup=False)
        if self._lines:
            yield Lines(self._text, id="field")
        else:
            yield Line(self._text, id="field")
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def on_mount(self) -> None:
        """Say how a text of several lines is finished."""
        if self._lines:
            self.query_one("#keys", Static).update("Ctrl+S: done   Esc: leave")

    @property
    def typed(self) -> str:
        """What stands in the field."""
        field = self.query_one("#field")
        if isinstance(field, TextArea):
            return field.text.strip()
        return field.value.strip() if isinstance(field, Input) else ""

    @on(Input.Changed)
    @on(TextArea.Changed)
    def look(self) -> None:
        """Say what is wrong with what stands there."""
        if self.typed != self._text.strip() or not self._refusal:
            self.query_one("#fault", Static).update(self._check(self.typed) if self.typed else "")

    @on(Input.Submitted)
    def finish(self) -> None:
        """Return the text, unless something is wrong with it."""
        fault = self._check(self.typed) if self.typed or not self._optional else ""
        if not self.typed and not self._optional:
            fault = fault or "Nothing is typed yet; type a few words, or leave with Esc."
        if fault:
            self.query_one("#fault", Static).update(fault)
        else:
            self.dismiss(self.typed)

    def action_finish(self) -> None:
        """Return the text."""
        self.finish()

    def is_touched(self) -> bool:
        """Tell whether the text was changed."""
        return self.typed != self._first.strip()
