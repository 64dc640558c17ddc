"""Opening a repeat: what becomes of every live action, chosen one by one or for several at once.

Owns the choices made so far, which are stored together or not at all. What a choice must say is
`tracker.opening`'s.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from tracker.dates import say_day
from tracker.opening import Becomes, Choice
from tracker.reports.counting import counted
from tracker.reports.opening import going_on, opening_report
from tui.hints import on_screens
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.confirm import Confirm, leave_unsaved
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.say import Say
from tui.widgets.choice_rows import ChoiceRow, choice_columns, choice_in_full
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.errors import TrackerError
    from tracker.opening import Opening, Prepared
    from tracker.plan import ActionView, PlanView
    from tracker.report import Report
    from tui.workspace import Workspace


class OpeningScreen(TrackerScreen):
    """Every live action, and what becomes of it.

    Args:
        prepared: The repeat, with nothing chosen yet.
    """

    NAME = "opening"
    TITLE = "Open a repeat"
    ABOUT = (
        "Every action that is live goes on into the repeat, unless you say that it is done, given "
        "up or merged with another. Nothing is stored until Ctrl+S; then it is one change, and u "
        "takes all of it back."
    )
    CSS_PATH = "opening.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *screen_bindings("opening"),
        # Here they mean this screen: what was chosen is what would be lost.
        Binding("u", "take_back", show=False),
        Binding("escape", "leave", show=False),
    ]
    AUTO_FOCUS = "Rows"

    def __init__(self, prepared: Prepared) -> None:
        super().__init__()
        self._prepared = prepared
        self._choices: dict[str, Choice] = {}
        self._is_storing = False
        self._made: list[dict[str, Choice]] = []
        """The choices as they were before each step."""

    def body(self) -> ComposeResult:
        """Yield the counts, the list, and one action in full."""
        yield Static(id="told", markup=False)
        yield Rows(choice_columns(), identity=lambda row: row.action.id, id="rows")
        with VerticalScroll(id="full"):
            yield Static(id="one", markup=False)

    @property
    def opening(self) -> Opening:
        """The repeat with the choices made so far."""
        return replace(self._prepared.opening, choices=tuple(self._choices.values()))

    def watch_plan(self, plan: PlanView | None) -> None:
        """Look anew which actions are live after every change."""
        if plan is not None and not self._is_over:
            bare = replace(self._prepared.opening, choices=())
            self.ask(
                partial(_foresee, opening=bare),
                self._take,
                failed=self._refused,
                title="Preparing the repeat",
            )

    def _refused(self, error: TrackerError) -> None:
        """Say why it cannot be opened; unless that is because it has just been."""
        if not self._is_storing and not self._is_over:
            self.app.push_screen(Say("Not done", error.message, on_screens(error.hint)))

    def _not_opened(self, error: TrackerError) -> None:
        self._is_storing = False
        self._refused(error)

    def _take(self, prepared: Prepared) -> None:
        self._prepared = prepared
        live = {action.ref for action in prepared.carried}
        gone = [ref for ref in self._choices if ref not in live]
        self._choices = {ref: one for ref, one in self._choices.items() if ref in live}
        if gone:
            self.tell(f"Closed meanwhile by somebody else: {', '.join(gone)}.")
        self._show()

    def _show(self) -> None:
        opening, held = self._prepared.opening, self._prepared.carried
        rows = [ChoiceRow(action, self._choices.get(action.ref)) for action in held]
        self.query_one(Rows).show(rows, empty="No live action is held.")
        counts = {one: sum(c.becomes is one for c in self._choices.values()) for one in Becomes}
        ending = ", ".join(f"{n} {one}" for one, n in counts.items() if one is not Becomes.CARRIED)
        self.query_one("#told", Static).update(
            f"Repeat {opening.label}, as at {say_day(opening.as_at)}. "
            f"Of {going_on(held)}, {len(held) - len(self._choices)} go on, "
            f"{ending}. Ctrl+S shows the whole and opens it."
        )

    @on(Rows.Highlighted)
    def show_action(self, event: Rows.Highlighted) -> None:
        """Show in full the action under the cursor."""
        event.stop()
        text = choice_in_full(event.row) if event.row is not None else ""
        self.query_one("#one", Static).update(text)

    def action_mark(self) -> None:
        """Mark the action under the cursor."""
        self.query_one(Rows).toggle_mark()

    def action_mark_all(self) -> None:
        """Mark every action, or none where all are marked."""
        self.query_one(Rows).mark_all()

    @on(Rows.Selected)
    def action_read(self) -> None:
        """Go to the action's words, to scroll them."""
        self.query_one("#full").focus()

    @property
    def _meant(self) -> tuple[ActionView, ...]:
        rows: tuple[ChoiceRow, ...] = self.query_one(Rows).meant
        return tuple(row.action for row in rows)

    def action_carry(self) -> None:
        """Let the action go on after all."""
        self._choose(self._meant, lambda _: None)

    def action_complete(self) -> None:
        """Say that the action is done, with what shows it."""
        self._ask_why(Becomes.COMPLETE, "What shows that it is done? (may be left empty)")

    def action_withdraw(self) -> None:
        """Say that the action is given up, and why."""
        self._ask_why(Becomes.WITHDRAWN, "Why is it given up?")

    def _ask_why(self, becomes: Becomes, about: str) -> None:
        meant = self._meant
        if not meant:
            return

        def answered(words: str | None) -> None:
            if words is not None:
                self._choose(meant, lambda ref: Choice(ref, becomes, words or None))

        optional = becomes is Becomes.COMPLETE
        title = f"{_named(meant)}: {becomes}"
        self.app.push_screen(AskText(title, about=about, optional=optional), answered)

    def action_merge(self) -> None:
        """Say in which action it goes on, and why."""
        meant = self._meant
        if not meant:
            return
        refs = {action.ref for action in meant}
        choices = [
            (action.ref, f"{action.ref}  {action.text}")
            for action in self._prepared.carried
            if action.ref not in refs and action.ref not in self._choices
        ]

        def picked(into: str | None) -> None:
            if into is not None:
                self._merge_why(meant, into)

        self.app.push_screen(PickOne(f"{_named(meant)}: part of which action?", choices), picked)

    def _merge_why(self, meant: tuple[ActionView, ...], into: str) -> None:
        def answered(words: str | None) -> None:
            if words:
                self._choose(meant, lambda ref: Choice(ref, Becomes.MERGED, words, into))

        title = f"{_named(meant)}: merged into {into}"
        self.app.push_screen(AskText(title, about="Why do they go on as one?"), answered)

    def _choose(self, meant: tuple[ActionView, ...], make: Callable[[str], Choice | None]) -> None:
        """Put a choice on actions, unless another is to be joined with one of them."""
        taken = {
            choice.into: ref
            for ref, choice in self._choices.items()
            if choice.becomes is Becomes.MERGED
        }
        made = {action.ref: make(action.ref) for action in meant}
        for ref, choice in made.items():
            if choice is not None and ref in taken:
                self.app.push_screen(
                    Say(
                        f"{ref} has to go on",
                        f"{taken[ref]} is to be merged into it.",
                        f"Let {taken[ref]} go on by itself first: v on its row.",
                    )
                )
                return
        self._made.append(dict(self._choices))
        for ref, choice in made.items():
            self._choices.pop(ref, None)
            if choice is not None:
                self._choices[ref] = choice
        rows = self.query_one(Rows)
        if not rows.clear_marks():
            rows.action_move(1)
        self._show()

    def action_take_back(self) -> None:
        """Take the last choice back."""
        if not self._made:
            self.tell("Nothing has been chosen yet.")
            return
        self._choices = self._made.pop()
        self._show()

    def action_store(self) -> None:
        """Show what opening does, and open the repeat when that is right."""
        verb = partial(_foresee, opening=self.opening)
        self.ask(verb, self._preview, title="Preparing the repeat", group="preview")

    def _preview(self, prepared: Prepared) -> None:
        words = list(opening_report(prepared, is_done=False).sections[0].paragraphs)
        for action, choice in prepared.chosen:
            into = f" into {choice.into}" if choice.into else ""
            why = f": {choice.reason}" if choice.reason else ""
            words.append(f"{action.ref} {choice.becomes}{into}{why}")

        def answered(yes: bool | None) -> None:
            if yes:
                self._is_storing = True
                self.record(
                    partial(_open, opening=prepared.opening),
                    self._opened,
                    failed=self._not_opened,
                    title="Opening the repeat",
                )

        label = prepared.opening.label
        question = Confirm(f"Open cycle {label}?", "\n".join(words), yes=f"Open cycle {label}")
        self.app.push_screen(question, answered)

    def _opened(self, done: Prepared) -> None:
        self._choices, self._made = {}, []
        self.close()
        self.app.notify(
            f"Cycle {done.opening.label} is open as a draft; g decides its ratings, "
            "u takes it back.",
            markup=False,
        )

    def is_touched(self) -> bool:
        """Tell whether something was chosen that leaving would lose."""
        return bool(self._choices)

    def action_leave(self) -> None:
        """Leave; where something was chosen, ask first."""
        if not self.is_touched():
            self.app.pop_screen()
            return

        def answered(leave: bool | None) -> None:
            if leave:
                self.app.pop_screen()

        count = counted(len(self._choices), "choice")
        message = f"{count} would be lost; the repeat is not opened yet."
        self.app.push_screen(leave_unsaved(message), answered)

    def report(self) -> Report | None:
        """Return what opening would do, as far as it can be done."""
        return opening_report(self._prepared, is_done=False)


def _named(meant: tuple[ActionView, ...]) -> str:
    return meant[0].ref if len(meant) == 1 else counted(len(meant), "action")


def _foresee(workspace: Workspace, *, opening: Opening) -> Prepared:
    from tui.cycling import foresee_opening

    return foresee_opening(workspace, opening)


def _open(workspace: Workspace, *, opening: Opening) -> Prepared:
    from tui.cycling import open_cycle

    return open_cycle(workspace, opening)
