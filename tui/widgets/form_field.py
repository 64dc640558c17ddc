"""One field of a form: its name, what is typed, what is wrong with it, what somebody else wrote.

Owns that every kind of editor gives and takes text. What may stand in a field is the screen's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Input, Select, Static, TextArea

from tui.widgets.timescale_input import TimescaleInput

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

Editor = Input | TextArea | Select[str] | TimescaleInput


class FormField(Vertical):
    """A named field.

    Args:
        name: Its name in the form.
        label: What people call it.
        editor: Where it is typed.
        hint: Who will read it, or how it is written.
        first: What a choice stands on before it is drawn.
    """

    DEFAULT_CSS = """
    FormField { height: auto; margin-bottom: 1; }
    FormField .label { height: auto; color: $text-muted; }
    FormField.-typed .label { color: $text-accent; text-style: bold; }
    FormField .fault { height: auto; color: $text-error; display: none; }
    FormField .theirs { height: auto; color: $text-warning; display: none; }
    FormField Button { display: none; }
    FormField.-wrong .fault { display: block; }
    FormField.-both .theirs, FormField.-both Button { display: block; }
    FormField Input, FormField Select, FormField TextArea { width: 1fr; }
    """

    @dataclass
    class Changed(Message):
        """Something was typed or chosen."""

        field: FormField

    @dataclass
    class TakeTheirs(Message):
        """What somebody else wrote is to stand here."""

        field: FormField

    def __init__(
        self, name: str, label: str, editor: Editor, *, hint: str = "", first: str = ""
    ) -> None:
        super().__init__(id=f"field-{name}")
        self.field_name = name
        self._label, self._hint, self._first = label, hint, first
        self.editor = editor

    def compose(self) -> ComposeResult:
        """Set label, editor and what may be said of it below each other."""
        yield Static(self._words(), classes="label", markup=False)
        yield self.editor
        yield Static(classes="fault", markup=False)
        yield Static(classes="theirs", markup=False)
        yield Button("Take theirs", compact=True)

    def _words(self) -> Text:
        words = Text(self._label)
        if self._hint:
            words.append(f" ({self._hint})", "dim")
        return words

    @property
    def label(self) -> str:
        """What people call it."""
        return self._label

    @property
    def value(self) -> str:
        """What stands in it."""
        editor = self.editor
        if isinstance(editor, Select):
            return str(editor.value) if editor.value is not Select.NULL else self._first
        if isinstance(editor, Input):
            return editor.value
        return editor.text

    def put(self, text: str) -> None:
        """Let a text stand in it."""
        if text == self.value:
            return
        editor = self.editor
        if isinstance(editor, TextArea):
            editor.load_text(text)
        elif isinstance(editor, TimescaleInput):
            editor.query_one(Input).value = text
        else:
            editor.value = text

    def tell(self, fault: str) -> None:
        """Say what is wrong with it, or nothing; a timescale that is unclear says so itself."""
        editor = self.editor
        if isinstance(editor, TimescaleInput) and editor.text and not editor.is_clear:
            fault = ""
        self.query_one(".fault", Static).update(f"! {fault}" if fault else "")
        self.set_class(bool(fault), "-wrong")

    def offer(self, theirs: str | None, who: str) -> None:
        """Show what somebody else wrote meanwhile; None for nothing."""
        words = "" if theirs is None else f"{who} wrote meanwhile: {theirs or 'nothing'}"
        self.query_one(".theirs", Static).update(words)
        self.set_class(theirs is not None, "-both")

    def go_in(self) -> None:
        """Put the cursor into it."""
        inner: Widget = self.editor
        if isinstance(self.editor, TimescaleInput):
            inner = self.editor.query_one(Input)
        inner.focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    @on(TimescaleInput.Read)
    def pass_on(self, event: Message) -> None:
        """Say that something was typed."""
        event.stop()
        self.post_message(self.Changed(self))

    @on(Button.Pressed)
    def take_theirs(self, event: Button.Pressed) -> None:
        """Ask for what the other person wrote."""
        event.stop()
        self.post_message(self.TakeTheirs(self))
