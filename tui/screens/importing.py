"""Choosing the paper to read; what it holds is shown by `paper_preview`, over this screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from tui.hints import told
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.widgets.file_picker import FilePicker

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.errors import TrackerError
    from tui.intake import Taken
    from tui.papers_at_hand import Folder
    from tui.workspace import Workspace

ABOUT = (
    "Choose a published paper: Word, PDF, Excel, CSV or text. It is read and shown with every "
    "problem and its place; you can correct what was misread, and nothing is stored until you say "
    "so."
)


class ImportScreen(TrackerScreen):
    """Chooses a paper, has it read, and opens its preview."""

    NAME = "import"
    TITLE = "Import"
    ABOUT = ABOUT
    CSS_PATH = "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("import")]

    def body(self) -> ComposeResult:
        """Yield what this is for, and the picker."""
        with Vertical(id="importing"):
            yield Static(ABOUT, id="about", markup=False)
            yield Static(id="fault", classes="fault", markup=False)
            yield FilePicker()

    def on_mount(self) -> None:
        """Show the folder in which a paper was last found."""
        super().on_mount()
        self.query_one(OptionList).focus()
        self.ask(lambda _: _begin(), self.show_folder, failed=self.tell_fault, title="Looking")

    @on(FilePicker.Chosen)
    def open_chosen(self, event: FilePicker.Chosen) -> None:
        """Look into a folder, or read a paper."""
        event.stop()
        path = event.path
        self.tell_fault(None)
        self.ask(
            partial(_opened, path),
            lambda found: self.show_found(path, found),
            failed=self.tell_fault,
            title=f"Reading {path.name}",
        )

    def show_found(self, path: Path, found: Folder | tuple[Taken, date]) -> None:
        """Show a folder, or what a paper holds."""
        if not isinstance(found, tuple):
            self.show_folder(found)
            return
        from tui.screens.paper_preview import PaperPreview

        taken, today = found
        self.query_one(FilePicker).clear_path()
        self.app.push_screen(PaperPreview(path, taken, today=today), mode=self.NAME)
        if self.app.current_mode != self.NAME:
            self.tell(f"{path.name} is read; i shows it.")

    def show_folder(self, folder: Folder) -> None:
        """Show a folder."""
        picker = self.query_one(FilePicker)
        picker.show_folder(folder)
        if self.app.screen is self:
            picker.browse()

    def tell_fault(self, error: TrackerError | None) -> None:
        """Say in place why a paper cannot be read, and what to do."""
        said = told(error) if error else ""
        fault = self.query_one("#fault", Static)
        fault.update(said)
        fault.set_class(bool(said), "-told")

    def action_type_path(self) -> None:
        """Type a path."""
        self.query_one(FilePicker).type_path()


def _begin() -> Folder:
    """Look into the folder in which a paper was last found."""
    from tui.papers_at_hand import last_folder, look_into

    return look_into(last_folder())


def _opened(path: Path, workspace: Workspace) -> Folder | tuple[Taken, date]:
    """Look into a folder, or read a paper and say what day it is; its folder is remembered."""
    from tracker.framework import built_in
    from tui.intake import take
    from tui.papers_at_hand import look_into, remember_folder

    if path.is_dir():
        return look_into(path)
    taken = take(path, framework=built_in(), as_at=None)
    remember_folder(path.resolve().parent)
    return taken, workspace.settings.today
