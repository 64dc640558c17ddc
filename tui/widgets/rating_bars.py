"""Ratings before and now, as bars with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events

    from tracker.summary import Movements, Summary

LABELS = 20
"""Columns for a level's name."""
GAP = "   "
NUMBER = 4
LONGEST = 36
"""A bar of more columns says nothing more."""


class RatingBars(Static):
    """How many proposals stood and stand on each level, best first."""

    DEFAULT_CSS = """
    RatingBars { height: auto; padding: 0 1; }
    """

    summary: reactive[Summary | None] = reactive(None, layout=True)
    before: reactive[str | None] = reactive(None)
    """The label of the round before."""
    now: reactive[str] = reactive("now")
    """The label of this one."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  # as Textual names it
        super().__init__(id=id, markup=False)

    def watch_summary(self) -> None:
        """Draw the numbers."""
        self._draw(self.size.width)

    def watch_before(self) -> None:
        """Draw the numbers under the name of the round before."""
        self._draw(self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Draw the bars as long as there is room."""
        self._draw(event.size.width)

    def _draw(self, width: int) -> None:
        if self.summary is not None and width:
            self.update(drawn(self.summary, self.before, self.now, width - 2))


SAID = "Y is the previous rating, G the rating now; they are not red-amber-green."
SHORT = "Y before, G now: not red-amber-green."
"""The same, where it fits beside the movements; a short window has no line to spare."""


def drawn(summary: Summary, before: str | None, now: str, width: int) -> Content:
    """Return the bars for a width."""
    room = min(LONGEST, max(4, (width - LABELS - 2 * NUMBER - len(GAP)) // 2))
    name = f"Y: {before}" if before else "Y: previous"
    head = f"{'Ratings':<{LABELS}}{name[: room + NUMBER]:<{room + NUMBER}}{GAP}G: {now}"
    after = dict(summary.after)
    longest = max([1, *(count for _, count in (*summary.before, *summary.after))])
    was = dict(summary.before)
    levels = [*dict.fromkeys([*reversed([level for level in after if level]), *was, *after])]
    levels.sort(key=lambda level: level is None)
    lines = (
        Content.assemble(
            f"{level or 'not rated':<{LABELS}}",
            *_bar(was.get(level, 0), longest, room, "$secondary"),
            GAP,
            *_bar(after.get(level, 0), longest, room, "$primary"),
        )
        for level in levels
    )
    heading = Content.assemble((head, "bold"))
    return Content("\n").join([heading, *lines, _below(moved(summary.movements), width)])


def _below(movements: str, width: int) -> Content:
    """Return what stands below the bars: on one line where it fits, else on two."""
    fits = cell_len(movements) + len(GAP) + len(SHORT) <= width
    return Content.assemble(movements, GAP if fits else "\n", (SHORT if fits else SAID, "dim"))


def _bar(count: int, longest: int, room: int, colour: str) -> tuple[tuple[str, str], ...]:
    length = bar_length(count, longest, room)
    return (
        (f"{count:>{NUMBER - 1}} ", "bold" if count else "dim"),
        ("█" * length, colour),
        (" " * (room - length), ""),
    )


def bar_length(count: int, longest: int, room: int) -> int:
    """Return how long a bar is: in proportion, and seen wherever there is something."""
    return max(1, count * room // longest) if count else 0


def moved(movements: Movements) -> str:
    """Return the movements in words, with signs."""
    parts = [f"▲ {movements.up} up", f"= {movements.unchanged} as before"]
    parts.append(f"▼ {movements.down} down")
    if movements.not_comparable:
        parts.append(f"· {movements.not_comparable} not comparable")
    return "   ".join(parts)
