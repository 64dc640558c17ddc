"""What is said of actions in a sentence: which are meant, and what was recorded.

Owns the words of questions and of what is told afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cleaning import clean_line
from tracker.dates import say_day
from tracker.kinds import Outlook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.changing import Change
    from tracker.plan import ActionView

NO_ACTION = "There is no action under the cursor; Esc takes search and filters away."
"""What a key says that needs an action, in a list that holds none."""


def named(actions: Sequence[ActionView]) -> str:
    """Return the reference of one action, or how many there are."""
    return actions[0].ref if len(actions) == 1 else f"{len(actions)} actions"


def be(actions: Sequence[ActionView]) -> str:
    """Return the verb that goes with what is `named`."""
    return "is" if len(actions) == 1 else "are"


def short(text: str, length: int = 60) -> str:
    """Return a text on one line, with a sign where it is cut."""
    line = clean_line(text)
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def say_done(subject: str, change: Change) -> str:
    """Return what is recorded of an action, or of several, as a sentence without its point."""
    be = "are" if subject.endswith("actions") else "is"
    have = "have" if be == "are" else "has"
    return f"{subject} {' and '.join(_parts(change, be, have))}"


def _parts(change: Change, be: str, have: str) -> Iterator[str]:
    if change.status is not None:
        by = f" by {change.superseded_by}" if change.superseded_by else ""
        yield f"{be} {change.status}{by}"
    if change.timescale is not None:
        due = change.timescale.due
        yield (
            f"{be} due {say_day(due)}" if due else f"{have} the timescale “{change.timescale.text}”"
        )
    if change.outlook is not None:
        stated = change.outlook is not Outlook.NOT_STATED
        yield f"{be} {change.outlook}" if stated else f"{have} no stated outlook"
    if change.owners is not None:
        yield f"{be} led by {', '.join(change.owners)}" if change.owners else f"{have} no owner"
    if change.note is not None:
        yield f"{have} a new note"
