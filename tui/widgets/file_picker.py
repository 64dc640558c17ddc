"""Choosing a paper: a path that is typed and completed, above the folder that is shown.

Owns the field and the list. Looking into folders is `papers_at_hand`, asked for in the background
by the screen that holds the picker.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, Static

from tracker.cleaning import clean_line
from tui.papers_at_hand import completed, told_path
from tui.widgets.line import Line
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.papers_at_hand import Folder


class _PathSuggester(Suggester):
    """Completes a path by what is in its folder."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.folder = Path()

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first name that goes on as typed; a slow drive does not hold the screen."""
        return await asyncio.to_thread(completed, value, self.folder)


class FilePicker(Vertical):
    """A field for a path above the folder that is shown."""

    DEFAULT_CSS = """
    FilePicker #where { height: 1; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis;
        text-style: bold; }
    FilePicker OptionList { height: 1fr; border: none; background: $background; }
    """

    class Chosen(Message):
        """A file or a folder was chosen, or a path typed."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self) -> None:
        super().__init__()
        self._suggester = _PathSuggester()
        self._paths: list[Path] = []

    def compose(self) -> ComposeResult:
        """Yield the field and the list."""
        yield Line(
            placeholder="Type or paste the path of a paper", id="path", suggester=self._suggester
        )
        yield Static(id="where", markup=False)
        yield MarkedList(id="names", compact=True)

    def show_folder(self, folder: Folder) -> None:
        """Show what a folder offers."""
        came_from, self._suggester.folder = self._suggester.folder, folder.path
        where = clean_line(str(folder.path))
        self.query_one("#where", Static).update(
            where if folder.papers else f"{where} (no papers in this folder)"
        )
        rows = [(folder.above, "↑ the folder above")] if folder.above else []
        rows += [(drive, f"▸ drive {drive}") for drive in folder.drives if drive != folder.path]
        rows += [(one, f"▸ {clean_line(one.name)}") for one in folder.folders]
        rows += [(one, f"  {clean_line(one.name)}") for one in folder.papers]
        self._paths = [path for path, _ in rows if path]
        names = self.query_one(OptionList)
        names.clear_options()
        names.add_options([Content(words) for _, words in rows])
        if came_from in folder.folders:
            names.highlighted = self._paths.index(came_from)
        elif rows:
            names.highlighted = 1 if folder.above and len(rows) > 1 else 0

    def type_path(self) -> None:
        """Put the cursor into the field."""
        self.query_one("#path", Input).focus()

    def clear_path(self) -> None:
        """Take away what was typed."""
        self.query_one("#path", Input).value = ""

    def browse(self) -> None:
        """Put the cursor into the list."""
        self.clear_path()
        self.query_one(OptionList).focus()

    @on(Input.Submitted, "#path")
    def take_path(self, event: Input.Submitted) -> None:
        """Choose what was typed."""
        event.stop()
        if event.value.strip():
            self.post_message(self.Chosen(told_path(event.value, self._suggester.folder)))

    @on(OptionList.OptionSelected)
    def take_name(self, event: OptionList.OptionSelected) -> None:
        """Choose what the cursor is on."""
        event.stop()
        self.post_message(self.Chosen(self._paths[event.option_index]))
