"""What screens and widgets ask of the application, and what it answers.

Owns the messages that cross from one screen to another or to the application. A widget's own
events stand in its class.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.message_pump import MessagePump

    from tracker.errors import TrackerError
    from tracker.recorded import Act
    from tracker.reports.actions import ActionFilter
    from tui.settings import Settings
    from tui.workspace import Workspace


@dataclass
class Go(Message):
    """Open one of the screens."""

    screen: str
    """Its name in `commands.SCREENS`, without `go_`."""
    wanted: ActionFilter | str | None = None
    """What it is to show: a filter for a list, a reference or a code for one thing."""


@dataclass
class OpenAction(Message):
    """Open the form of an action, over the screen that asks."""

    ref: str
    cycle: str | None = None
    """The label of its cycle; the one in view where nothing is said."""


@dataclass
class Ask(Message):
    """Have a verb done by a worker; sent with `TrackerScreen.ask` and `record`."""

    asker: MessagePump
    verb: Callable[[Workspace], object]
    then: Callable[[object], None] | None
    failed: Callable[[TrackerError], None] | None
    title: str
    """What is being done, shown after half a second: `Reading the paper`."""
    writes: bool
    group: str
    """A later question of the same group takes the place of an earlier one."""


@dataclass
class Answered(Message):
    """A verb is done."""

    request: Ask
    value: object


@dataclass
class Failed(Message):
    """A verb was refused, or failed."""

    request: Ask
    error: Exception


@dataclass
class Progress(Message):
    """How far a long verb is, in words."""

    words: str


@dataclass
class LookAt(Message):
    """Show the plan of another day, round or partnership."""

    as_at: date | None = None
    """The day; today where nothing is said."""
    cycle: str | None = None
    """The round's label; the live one where nothing is said."""
    partnership: str | None = None
    """Whose; the one in view where nothing is said."""
    screen: str | None = None
    """The screen to open once the plan is in view."""


@dataclass
class TakeBack(Message):
    """Take an act back; somebody else's, or an import, only after a question."""

    act: Act


class Again(Message):
    """Look again for a plan."""


class OpenDemo(Message):
    """Open the sample plan."""


class ChoosePartnership(Message):
    """Ask whose plan to open, and open it."""


@dataclass
class Settle(Message):
    """Go on with other settings, and keep them for the next time."""

    settings: Settings
