"""A choice that opens below its field, with a sign at the line under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from tui.widgets.marked_list import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.strip import Strip


class ChoiceList(SelectOverlay):
    """The lines of a choice that is open."""

    DEFAULT_CSS = """
    ChoiceList.-textual-compact > .option-list--option { padding: 0 0 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Take it", key_display="Enter"),
        Binding("escape", "dismiss", "Close", key_display="Esc"),
    ]

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the sign where the cursor is."""
        return signed(self, super().render_line(y), y)


class Choice(Select[str]):
    """One of several words.

    Args:
        values: The words.
        held: The one that is held.
    """

    def __init__(self, values: Sequence[str], held: str) -> None:
        choices = [(value, value) for value in values]
        super().__init__(choices, value=held, allow_blank=False, compact=True)

    def compose(self) -> ComposeResult:
        """Set the lines below what is held, as Textual does, but with the sign."""
        yield SelectCurrent(self.prompt)
        yield ChoiceList(type_to_search=self._type_to_search).data_bind(compact=Select.compact)
