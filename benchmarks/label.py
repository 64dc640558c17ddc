"""A Textual app with one label: what the first frame of ours is measured against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Label

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LabelApp(App[None]):
    """Shows one label."""

    def compose(self) -> ComposeResult:
        """Yield the label."""
        yield Label("#000000")


if __name__ == "__main__":
    LabelApp().run()
