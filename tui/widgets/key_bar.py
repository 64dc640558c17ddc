"""The bar of keys at the bottom: what can be done now, and that there is more where it is cut.

Owns which keys give way on a narrow terminal. Which there are is `commands`; one line is drawn
instead of a widget for each key, so that a change of focus costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.binding import Binding
    from textual.screen import Screen
    from textual.theme import Theme

Keys = tuple[tuple[str, str, str], ...]
"""Each as it is pressed, as it is shown, and what it does."""
MORE = "?", "more keys"
"""What stands at the end where not all keys fit."""


class KeyBar(Static):
    """One line of keys; a click on one is as good as the key."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; padding: 0 1;
        color: $footer-foreground; background: $footer-background;
        text-wrap: nowrap;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._drawn: tuple[Keys, int] = (), 0

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        # The theme itself changes before its colours are known.
        self.app.theme_changed_signal.subscribe(self, self._repaint)

    def _follow(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.draw()

    def _repaint(self, theme: Theme) -> None:
        del theme
        self._drawn = (), 0
        self.draw()

    def on_resize(self) -> None:
        """Show as many keys as the width holds."""
        self.draw()

    def draw(self) -> None:
        """Draw the line, where it is not the same as before."""
        width = self.content_size.width
        keys = fitting([*self._keys()], width)
        if (keys, width) == self._drawn:
            return
        self._drawn = keys, width
        look = Style.parse(f"bold {self.app.theme_variables['footer-key-foreground']}")
        parts = (Content.assemble((shown, look), f" {title}  ") for _, shown, title in keys)
        self.update(Content("").join(parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        place, keys = event.get_content_offset(self), self._drawn[0]
        end = 0
        for key, shown, title in keys:
            end += cell_len(f"{shown} {title}") + 2
            if place is not None and place.x < end:
                self.app.simulate_key(key)
                return

    def _keys(self) -> Iterator[tuple[str, str, str]]:
        seen = set()
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled and binding.action not in seen:
                seen.add(binding.action)
                yield binding.key, self._say(binding), binding.description

    def _say(self, binding: Binding) -> str:
        return self.app.get_key_display(binding)


def fitting(keys: Sequence[tuple[str, str, str]], width: int) -> Keys:
    """Return as many keys as a width holds; where some are left out, how to see them.

    Args:
        keys: Each as it is pressed, as it is shown, and what it does.
        width: In columns.
    """
    if _taken(keys) <= width:
        return tuple(keys)
    shown, title = MORE
    more = ("question_mark", shown, title)
    kept = [one for one in keys if one[1] != shown]
    while kept and _taken([*kept, more]) > width:
        kept.pop()
    return (*kept, more)


def _taken(keys: Sequence[tuple[str, str, str]]) -> int:
    """Return the columns that keys take, two between each other."""
    return sum(cell_len(f"{shown} {title}") + 2 for _, shown, title in keys) - 2
