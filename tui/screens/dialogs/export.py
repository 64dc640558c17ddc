"""Where a list is to be written, and in which format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, OptionList, Static

from exports.formats import FORMATS
from tui.screens.dialogs.base import Dialog
from tui.widgets.line import Line
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from exports.formats import Format

SAID = {
    "plain": "Text, as it stands on the screen",
    "markdown": "Markdown, for a web page or a wiki",
    "csv": "CSV, for Excel",
    "json": "JSON, for another program",
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report is to be written, and how."""

    kind: Format
    path: Path
    replaces: bool
    """A file is there, and was said to be replaced."""


class Export(Dialog[Target]):
    """Asks for a format and a path.

    Args:
        title: What is written.
        path: Where it is offered, without the ending.
        refusal: Why it could not be written there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]
    KEYS = "↑ ↓: format   Enter: write   Esc: leave"
    DONE = "Write"

    def __init__(self, title: str, path: Path, *, refusal: str = "") -> None:
        super().__init__(title)
        self._path, self._refusal = path, refusal
        self._kinds = list(FORMATS.values())
        self._warned: Path | None = None

    def body(self) -> ComposeResult:
        """Yield formats and path."""
        options = [f"{SAID.get(kind.name, kind.name)} ({kind.suffix})" for kind in self._kinds]
        yield MarkedList(*options, id="kinds", markup=False, compact=True)
        yield Static("Where", classes="hint", markup=False)
        yield Line(id="path")
        yield Static(self._refusal, id="fault", classes="fault", markup=False)

    def on_mount(self) -> None:
        """Offer the first format, and the path with its ending."""
        kinds = self.query_one("#kinds", OptionList)
        kinds.highlighted = next(
            (n for n, kind in enumerate(self._kinds) if kind.suffix == self._path.suffix), 0
        )
        kinds.can_focus = False
        field = self.query_one("#path", Input)
        field.value = str(self._path.with_suffix(self._kind.suffix))
        field.focus()
        field.cursor_position = len(field.value)

    @property
    def _kind(self) -> Format:
        return self._kinds[self.query_one("#kinds", OptionList).highlighted or 0]

    def action_move(self, by: int) -> None:
        """Choose another format while the path is being typed."""
        kinds = self.query_one("#kinds", OptionList)
        kinds.highlighted = ((kinds.highlighted or 0) + by) % len(self._kinds)

    @on(OptionList.OptionHighlighted)
    def follow(self, event: OptionList.OptionHighlighted) -> None:
        """Give the path the ending of the format."""
        event.stop()
        field = self.query_one("#path", Input)
        typed = Path(field.value)
        if typed.suffix in {kind.suffix for kind in self._kinds}:
            field.value = str(typed.with_suffix(self._kind.suffix))

    @on(Input.Submitted)
    def finish(self) -> None:
        """Return the target; a file that is there is replaced only when it is said twice."""
        typed = self.query_one("#path", Input).value.strip()
        path = Path(typed).expanduser()
        fault = self.query_one("#fault", Static)
        named = bool(typed) and not path.is_dir()
        if named and not path.suffix:
            path = path.with_name(f"{path.name}{self._kind.suffix}")
            self.query_one("#path", Input).value = str(path)
        if not named:
            fault.update("Give the file a name.")
        elif path.suffix != self._kind.suffix:
            field = self.query_one("#path", Input)
            field.value = f"{path}{self._kind.suffix}"
            fault.update(
                f"The name now ends with {self._kind.suffix}, as the format asks. Enter writes it."
            )
        elif path.exists() and path != self._warned:
            self._warned = path
            fault.update(f"{path.name} is there already. Enter once more replaces it.")
        else:
            self.dismiss(Target(self._kind, path, path.exists()))
