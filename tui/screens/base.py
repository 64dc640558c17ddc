"""What every screen is: a title, a sentence of help, its commands, the plan in view.

Owns how a screen asks for verbs and dialogs, so that none has a worker of its own. A screen of the
application derives from `TrackerScreen`, says `NAME`, `TITLE` and `ABOUT`, composes its `body` and
reacts to the plan in `watch_plan`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.hints import told
from tui.messages import Ask, Go, OpenAction, Progress, TakeBack
from tui.stopping import Stopped
from tui.widgets.key_bar import KeyBar
from tui.widgets.status_line import StatusLine
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.screen import ModalScreen

    from tracker.errors import TrackerError
    from tracker.plan import PlanView
    from tracker.recorded import Act
    from tracker.report import Report
    from tracker.reports.actions import ActionFilter
    from tui.settings import Settings
    from tui.workspace import Workspace

T = TypeVar("T")
R = TypeVar("R")


class TrackerScreen(Screen[None]):
    """A whole screen between the bar at the top and the keys at the bottom."""

    NAME: ClassVar[str]
    """Its name in the table of commands."""
    ABOUT: ClassVar[str]
    """What it is for, in one or two sentences, shown by help."""

    plan: reactive[PlanView | None] = reactive(None, always_update=True, init=False)
    """The plan in view; None until it is read. Set by the application after every change."""

    me: reactive[str] = reactive("", init=False)
    """Who acts."""
    settings: reactive[Settings | None] = reactive(None, init=False)
    """What is settled for this run."""

    _is_over = False
    """It is left when it is in front again."""

    def compose(self) -> ComposeResult:
        """Set the screen between bar and keys."""
        yield TopBar(self.NAME)
        yield from self.body()
        yield StatusLine()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """Yield the widgets of the screen."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Follow the application's plan and what it is doing."""
        self.watch(self.app, "plan", self._take_plan)
        self.watch(self.app, "settled", self._take_settings)
        self.watch(self.app, "busy", self._take_busy)

    def _take_plan(self, plan: PlanView | None) -> None:
        self.plan = plan
        self.query_one(TopBar).plan = plan

    def _take_settings(self, settings: Settings | None) -> None:
        if settings is not None:
            self.me = self.query_one(TopBar).me = settings.me
            self.settings = settings

    def _take_busy(self, busy: str) -> None:
        self.query_one(StatusLine).words = busy

    def show(self, wanted: ActionFilter | str | None) -> None:
        """Show what another screen has asked for: a filter, or a reference or code."""

    def is_touched(self) -> bool:
        """Tell whether something was typed here that leaving the program would lose."""
        return False

    def report(self) -> Report | None:
        """Return what the screen shows as a report, for a file; None where it shows no list."""
        return None

    def go(self, screen: str, wanted: ActionFilter | str | None = None) -> None:
        """Open another screen."""
        self.post_message(Go(screen, wanted))

    def open_action(self, ref: str, cycle: str | None = None) -> None:
        """Open the form of an action over this screen.

        Args:
            ref: Its reference.
            cycle: The label of its cycle; the one in view where nothing is said.
        """
        self.post_message(OpenAction(ref, cycle))

    def take_back(self, act: Act) -> None:
        """Have an act taken back, after a question where it is not one's own."""
        self.post_message(TakeBack(act))

    def close(self) -> None:
        """Leave this screen; where another one stands before it, as soon as that is left."""
        if self.is_current:
            self.dismiss()
        else:
            self._is_over = True

    def on_screen_resume(self) -> None:
        """Leave where what was done here has ended meanwhile."""
        if self._is_over and self.is_current:
            self.dismiss()

    def tell(self, words: str) -> None:
        """Say something for a few seconds: what was done, and which key takes it back."""
        # Those before would cover what is worked on.
        self.app.clear_notifications()
        self.notify(words, markup=False)

    def ask(
        self,
        verb: Callable[[Workspace], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[TrackerError], None] | None = None,
        title: str = "Reading",
        group: str = "read",
    ) -> None:
        """Have something read in the background.

        Args:
            verb: Called with the workspace, in a thread: it touches no widget.
            then: Called with what the verb returns, on this screen.
            failed: Called where the verb is refused; else the message is shown.
            title: What is being done, shown after half a second.
            group: A later question of the group takes the place of this one.
        """
        self._hand_in(verb, then, failed, title, group, writes=False)

    def record(
        self,
        verb: Callable[[Workspace], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[TrackerError], None] | None = None,
        title: str = "Saving",
    ) -> None:
        """Have something written in the background; the plan is read anew afterwards.

        Args:
            verb: Called with the workspace, in a thread: it touches no widget.
            then: Called with what the verb returns, on this screen.
            failed: Called where the verb is refused; else the message is shown.
            title: What is being done, shown after half a second.
        """
        self._hand_in(verb, then, failed, title, "write", writes=True)

    def fill_in(
        self,
        make: Callable[[T | None, str], ModalScreen[T | None]],
        verb: Callable[[Workspace, T], R],
        then: Callable[[R], None] | None = None,
    ) -> None:
        """Ask something in a dialog and record it; where that is refused, ask again.

        Args:
            make: Makes the dialog from what was typed before (None at first) and why that was
                refused, so that nothing typed is lost.
            verb: Called with the workspace and what the dialog returned.
            then: Called with what the verb returns.
        """

        def asked(given: T | None, refusal: str) -> None:
            self.app.push_screen(make(given, refusal), answered)

        def answered(value: T | None) -> None:
            if value is not None:
                self.record(
                    lambda workspace: verb(workspace, value),
                    then,
                    failed=lambda error: asked(value, told(error)),
                )

        asked(None, "")

    def step(self, words: str) -> None:
        """Say how far a verb is; called by the verb, in its thread.

        Raises:
            Stopped: A person has given it up.
        """
        if get_current_worker().is_cancelled:
            raise Stopped
        self.app.post_message(Progress(words))

    def _hand_in(
        self,
        verb: Callable[[Workspace], T],
        then: Callable[[T], None] | None,
        failed: Callable[[TrackerError], None] | None,
        title: str,
        group: str,
        *,
        writes: bool,
    ) -> None:
        # What the verb returns is what `then` takes: the message in between cannot say so.
        taker = cast("Callable[[Any], None] | None", then)
        self.app.post_message(Ask(self, verb, taker, failed, title, writes, group))
