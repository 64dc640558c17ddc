"""What all dialogs share: a box in the middle, a title, a line of keys, and leaving with care."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

R = TypeVar("R")


class Dialog(ModalScreen[R | None], Generic[R]):
    """A dialog that returns a value, or None where it is left.

    Args:
        title: What is asked, in a few words.
    """

    # Absolute: else it is looked for beside each class that derives from this one.
    CSS_PATH = str(Path(__file__).with_name("dialog.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]
    KEYS: ClassVar[str] = "Enter: done   Esc: leave"
    """What the keys do, shown below."""
    DONE: ClassVar[str] = "Done"
    """The word on the button that answers; empty for no buttons."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Set the dialog's body into its box."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(self._title, id="title", markup=False)
            yield from self.body()
            if self.DONE:
                with Horizontal(id="buttons"):
                    yield Button(self.DONE, id="done", variant="primary", compact=True)
                    yield Button("Leave", id="leave", compact=True)
            yield Static(self.keys_line, id="keys", markup=False)

    @property
    def keys_line(self) -> str:
        """What the keys do, as it is shown."""
        return self.KEYS

    def body(self) -> ComposeResult:
        """Yield what the dialog shows and asks."""
        raise NotImplementedError

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take a click on a button like its key."""
        event.stop()
        if event.button.id == "leave":
            self.action_leave()
        elif event.button.id == "done":
            self.finish()

    def finish(self) -> None:
        """Return the answer, if there is one."""
        raise NotImplementedError

    def is_touched(self) -> bool:
        """Tell whether something was typed that leaving would lose."""
        return False

    def action_leave(self) -> None:
        """Leave without an answer; where something was typed, ask first."""
        if not self.is_touched():
            self.dismiss(None)
            return
        from tui.screens.dialogs.confirm import leave_unsaved

        def answered(leave: bool | None) -> None:
            if leave:
                self.dismiss(None)

        self.app.push_screen(leave_unsaved(), answered)
