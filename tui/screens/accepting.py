"""Accepting many links at once: from which certainty on, and one yes.

Owns the question; which links wait to be judged is the screen's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.counting import counted
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick_one import PickOne

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.pairing import Pair, Pairing
    from tui.screens.base import TrackerScreen
    from tui.workspace import Workspace

STEPS = (0.95, 0.9, 0.8, 0.7, 0.0)
"""Certainties above which all links can be accepted at once."""


def accept_many(screen: TrackerScreen, held: Pairing, done: Callable[[int], None]) -> None:
    """Ask for a certainty, and accept every link above it that waits.

    Args:
        screen: Where it is asked.
        held: The links as they are shown.
        done: What is done once they are accepted, with their number.
    """
    counts = {step: len(_above(held, step)) for step in STEPS}
    choices = [
        (step, f"{round(step * 100)} of 100 and more: {counted(count, 'link')}")
        for step, count in counts.items()
        if count
    ]

    def picked(step: float | None) -> None:
        if step is not None:
            _ask_for(screen, held, _above(held, step), done)

    screen.app.push_screen(PickOne("Accept every link from which certainty on?", choices), picked)


def _ask_for(
    screen: TrackerScreen, held: Pairing, chosen: tuple[Pair, ...], done: Callable[[int], None]
) -> None:
    def verb(workspace: Workspace) -> int:
        from tui.pairing import accept_links

        return accept_links(workspace, held, chosen)

    def answered(yes: bool | None) -> None:
        if yes:
            screen.record(verb, done)

    words = counted(len(chosen), "link")
    question = Confirm(
        f"Accept {words}?", "Each pair is then one and the same action.", yes=f"Accept {words}"
    )
    screen.app.push_screen(question, answered)


def _above(held: Pairing, certainty: float) -> tuple[Pair, ...]:
    return tuple(pair for pair in held.waiting if pair.link.certainty >= certainty)
