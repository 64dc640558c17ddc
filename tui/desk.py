"""The application's desk: verbs are handed in, done by a worker, and answered.

Owns the one way in which the database is used from a screen: one worker form, one message back,
writes one after the other, a word about what takes longer than half a second, and what is said
when something is refused or fails. Leaves what the plan in view is to `viewing`.
"""

from __future__ import annotations

from collections import deque
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on
from textual.app import App
from textual.reactive import reactive

from tracker.errors import TrackerError
from tui.hints import on_screens
from tui.messages import Answered, Ask, Failed, Progress
from tui.stopping import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.worker import Worker

    from tui.settings import Settings
    from tui.workspace import Workspace

T = TypeVar("T")
SOON = 0.5
"""Seconds after which a person is told that something is being done."""
FAULT = "This is a fault in tracker, not in what you did; the plan was not changed by it."


class Desk(App[None]):
    """An application that does verbs in the background.

    Args:
        settings: Where, whose, who and when.
        clock: Gives the moment that an act records.
    """

    settled: reactive[Settings | None] = reactive(None)
    """The settings in force, for screens to follow."""
    busy: reactive[str] = reactive("")
    """What is being done, once it has taken half a second."""

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.settings = settings
        self.set_reactive(Desk.settled, settings)
        self._clock = clock
        self._waiting: deque[Ask] = deque()
        self._writing: Ask | None = None
        self._leaving = False
        """The application ends once all is written."""
        self._doing: dict[int, tuple[Ask, Worker[None]]] = {}

    @cached_property
    def workspace(self) -> Workspace:
        """The database in use; touched by workers only, since naming it loads what reads it."""
        from tui.workspace import Workspace

        return Workspace(self.settings, clock=self._clock)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written."""
        return self._writing is not None

    def settle(self, settings: Settings, *, read: bool = True) -> None:
        """Go on with other settings.

        Args:
            settings: Where, whose, who and when from now on.
            read: Read the plan that they mean at once.
        """
        self.settings = self.settled = settings
        self.__dict__.pop("workspace", None)
        if read:
            self.read_plan()

    def read_plan(self) -> None:
        """Read the plan in view anew; what that is, `viewing` knows."""

    def have(
        self,
        verb: Callable[[Workspace], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[TrackerError], None] | None = None,
        title: str = "",
        group: str = "app",
        writes: bool = False,
    ) -> None:
        """Have a verb done for the application itself; screens `ask` and `record`."""
        taker = cast("Callable[[object], None] | None", then)
        self.take(Ask(self, verb, taker, failed, title, writes, group))

    @on(Ask)
    def take(self, message: Ask) -> None:
        """Take a request: reads at once, writes one after the other."""
        message.stop()
        if not message.writes:
            self._begin(message)
        elif self._writing is None:
            self._writing = message
            self._begin(message)
        else:
            self._waiting.append(message)

    def _begin(self, request: Ask) -> None:
        if not request.writes:
            self._give_up_earlier(request)
        worker: Worker[None] = self.run_worker(
            partial(self._answer, request),
            thread=True,
            exclusive=not request.writes,
            group=f"{id(request.asker)} {request.group}",
            description=request.title,
            exit_on_error=False,
        )
        self._doing[id(request)] = request, worker
        if request.title:
            self.set_timer(SOON, partial(self._say_busy, request))

    def _give_up_earlier(self, request: Ask) -> None:
        """Forget a question whose place is taken; it may never have been begun, nor answer."""
        for key, (other, _) in list(self._doing.items()):
            if (other.asker, other.group, other.writes) == (request.asker, request.group, False):
                del self._doing[key]

    def _answer(self, request: Ask) -> None:
        """Do a verb and post what came of it; runs in a thread of its own."""
        try:
            value = request.verb(self.workspace)
        except Exception as error:  # noqa: BLE001  # the top of a worker: whatever it is, is told
            self.post_message(Failed(request, error))
        else:
            self.post_message(Answered(request, value))

    def _say_busy(self, request: Ask) -> None:
        if id(request) in self._doing and not self.busy:
            self.busy = request.title

    @on(Progress)
    def show_progress(self, message: Progress) -> None:
        """Show how far a long verb is."""
        if self.busy:
            self.busy = message.words

    def leave(self) -> None:
        """Leave once all that was said is written; where that is refused, stay and tell."""
        self._leaving = self.is_writing
        if self._leaving:
            self.busy = "Saving, then leaving"
        else:
            self.exit()

    def stop_doing(self) -> None:
        """Give up what is being done: reads at once, a write where it looks up next."""
        self._leaving = False
        for request, worker in list(self._doing.values()):
            worker.cancel()
            if not request.writes:
                self._doing.pop(id(request))
        writing = self._writing is not None
        self.busy = "Stopping" if writing else ""
        if not writing:
            self.tell("Stopped.")

    def _finish(self, request: Ask) -> bool:
        """Note that a request is done; tell whether its answer is still wanted."""
        done = self._doing.pop(id(request), None)
        if not any(other.title for other, _ in self._doing.values()):
            self.busy = ""
        if request.writes:
            self._writing = None
            if self._waiting:
                self.take(self._waiting.popleft())
            elif self._leaving:
                self.exit()
        wanted = request.writes or (done is not None and not done[1].is_cancelled)
        return wanted and request.asker.is_attached

    @on(Answered)
    def pass_on(self, message: Answered) -> None:
        """Hand an answer to who asked."""
        request = message.request
        wanted = self._finish(request)
        if request.writes:
            self.read_plan()
        if wanted and request.then is not None:
            request.asker.call_next(request.then, message.value)

    @on(Failed)
    def tell_failure(self, message: Failed) -> None:
        """Let who asked say what was refused, or say it here."""
        request, error = message.request, message.error
        if request.writes:
            self._leaving = False
        wanted = self._finish(request)
        if isinstance(error, Stopped):
            self.tell("Stopped. Nothing was changed.")
        elif not isinstance(error, TrackerError):
            self.log.error(error)
            self.say("Something went wrong", FAULT, _told(error))
        elif wanted and request.failed is not None:
            request.asker.call_next(request.failed, error)
        elif wanted or request.writes:
            self.refused(error)

    def tell(self, words: str) -> None:
        """Say something for a few seconds; what was said before would cover what is worked on."""
        self.clear_notifications()
        self.notify(words, markup=False)

    def refused(self, error: TrackerError) -> None:
        """Say what cannot be done, and what to do next."""
        self.say("Not done", error.message, on_screens(error.hint))

    def say(self, title: str, message: str, hint: str) -> None:
        """Say something that waits to be read."""
        # Loaded here: the first frame does not wait for a dialog.
        from tui.screens.dialogs.say import Say

        self.push_screen(Say(title, message, hint))


def _told(error: Exception) -> str:
    """Return a fault in the words that a report of it needs."""
    return f"Please report it with these words: {type(error).__name__}: {error}"
