"""A post to be picked from those that are known, or to be typed for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from tracker.cleaning import clean_line
from tracker.ordering import folded
from tui.screens.dialogs.pick_one import PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

NOBODY = ""
"""What is returned where no post is to lead it."""


class PickPost(PickOne[str]):
    """Picks the post that leads; returns its name, or an empty text for none.

    Args:
        title: What is to be picked.
        known: The posts held, by name.
        current: The post that leads now.
        refusal: Why what was picked before was refused.
    """

    KEYS: ClassVar[str] = "Type to find, or a new post   ↑ ↓: move   Enter: take   Esc: leave"

    def __init__(
        self, title: str, known: Sequence[str], *, current: str | None = None, refusal: str = ""
    ) -> None:
        names = [name for name in known if name]
        super().__init__(
            title,
            [*((name, name) for name in names), (NOBODY, "No owner")],
            current=current,
            refusal=refusal,
        )

    @on(Input.Changed)
    def shorten(self, event: Input.Changed) -> None:
        """Show what holds every word typed, and offer what was typed as a post of its own."""
        # Textual would call the handler of the class below as well, after this one.
        event.prevent_default()
        super().shorten(event)
        typed = clean_line(event.value)
        if typed and folded(typed) not in {folded(name) for name, _ in self._choices}:
            self._shown = [*self._shown, (typed, f"A new post: {typed}")]
            self._fill()
