"""What dialogs of several fields share: Enter goes on to the next, Ctrl+S returns what was typed.

Owns when it is returned. The fields, and what must be said in them, are each dialog's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, Static

from tui.screens.dialogs.base import Dialog, R

if TYPE_CHECKING:
    from textual.binding import BindingType


class Form(Dialog[R]):
    """Asks for several things; returns what was typed, which is whole.

    Args:
        title: What is asked, in a few words.
        begun: What stands in the fields before anything is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "finish", "Done")]

    def __init__(self, title: str, begun: R) -> None:
        super().__init__(title)
        self._begun = begun

    @property
    def typed(self) -> R:
        """What stands in the fields."""
        raise NotImplementedError

    def fault_of(self, typed: R) -> str:
        """Return what is wrong with what was typed; nothing where it is whole."""
        raise NotImplementedError

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_finish(self) -> None:
        """Return what was typed."""
        self.finish()

    def finish(self) -> None:
        """Return what was typed, if it is whole."""
        typed = self.typed
        fault = self.fault_of(typed)
        if fault:
            self.show_fault(fault)
        else:
            self.dismiss(typed)

    def show_fault(self, fault: str) -> None:
        """Say what is wrong."""
        self.query_one("#fault", Static).update(fault)

    def is_touched(self) -> bool:
        """Tell whether anything was typed that leaving would lose."""
        return self.typed != self._begun
