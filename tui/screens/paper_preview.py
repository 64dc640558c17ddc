"""What a paper holds, before anything is stored: problems first, every row to be corrected.

Owns what is shown and what follows a correction. The dialogs are `by_hand`; storing is
`storing_paper`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Static

from tracker.correcting.corrections import Add, LookedAt, Move
from tracker.correcting.rows import last_under
from tracker.correcting.steps import begin, correct, renewed, take_back
from tracker.errors import TrackerError
from tracker.reports.counting import counted
from tracker.reports.paper import say_problems
from tui.hints import on_screens
from tui.keys import screen_bindings
from tui.screens.by_hand import ByHand
from tui.screens.dialogs.confirm import leave_unsaved
from tui.screens.dialogs.say import Say
from tui.screens.dialogs.whose_and_when import Said, WhoseAndWhen, said_by
from tui.screens.storing_paper import read_anew, store_paper
from tui.widgets.paper_page import PaperPage
from tui.widgets.paper_summary import summary_of
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.correcting.corrections import Correction
    from tracker.report import Report
    from tui.intake import Taken


class PaperPreview(ByHand):
    """A paper that was read, to be corrected and stored.

    Args:
        path: The file, to read it anew where its day is corrected.
        taken: What was read.
        today: The last day of which a paper can speak.
    """

    NAME = "preview"
    TITLE = "Preview"
    ABOUT = (
        "What the paper holds as it was read. Problems stand first: Enter leads to the row, and "
        "there you say what the paper says. z or u takes the last correction back. Nothing is "
        "stored before you say so; then u takes the whole import back."
    )
    CSS_PATH = "paper_preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *screen_bindings("preview"),
        # Here they mean this screen: what was corrected is what would be undone or lost.
        Binding("u", "take_back", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, path: Path, taken: Taken, *, today: date) -> None:
        super().__init__()
        self.path, self.taken, self.today = path, taken, today
        self.held = begin(taken.paper, taken.framework)
        self.said: Said | None = None
        """What a person said of whose and when it is; None while nobody did."""

    def body(self) -> ComposeResult:
        """Yield the summary and the page."""
        yield Static(id="summary", markup=False)
        yield PaperPage(self.held)

    def on_mount(self) -> None:
        """Show the paper once the sizes are known."""
        super().on_mount()
        self.call_after_refresh(self.show_held)

    @property
    def page(self) -> PaperPage:
        """The paper as it is shown."""
        return self.query_one(PaperPage)

    @property
    def chosen(self) -> str | None:
        """The reference of the action, or the code of the proposal, under the cursor."""
        return self.page.row

    @property
    def place(self) -> str:
        """Where a missed action stands, if the person came from a problem."""
        return self.page.came_from.place if self.page.came_from else ""

    def is_touched(self) -> bool:
        """Tell whether something was corrected."""
        return bool(self.held.steps)

    def show_held(self) -> None:
        """Show the paper as it is corrected so far."""
        told = self.told
        summary = summary_of(self.held, whose=told.partnership, label=told.label, as_at=told.as_at)
        self.query_one("#summary", Static).update(summary)
        self.page.show_held(self.held)

    def report(self) -> Report:
        """Return what the paper holds as a report, for a file."""
        from tracker.reports.paper import paper_report

        return paper_report(self.held.paper, self.held.framework)

    @property
    def told(self) -> Said:
        """Whose and when the paper is, as a person said or as it was read."""
        return self.said or said_by(self.held.paper)

    @on(PaperPage.Change)
    def change_row(self) -> None:
        """Ask what of the row was misread."""
        self.action_change()

    @on(PaperPage.NotThere)
    def say_not_there(self) -> None:
        """Say that the row before a problem's place is shown."""
        self.tell("No row is printed at that very place. n adds an action that was missed.")

    def correct(self, correction: Correction) -> None:
        """Correct the paper and show it."""
        came_from = self.page.came_from
        try:
            self.held = correct(self.held, correction, settles=(came_from,) if came_from else ())
        except TrackerError as error:
            self.app.push_screen(Say("Not corrected", error.message, on_screens(error.hint)))
            return
        self.show_held()
        if isinstance(correction, Add | Move):
            self.page.go_to(last_under(self.held.paper, correction.code))
        step = self.held.steps[-1]
        mended = f" {say_problems(step.settles)} mended." if step.settles else ""
        self.tell(f"{step.sentence}{mended} z takes it back.")

    def action_take_back(self) -> None:
        """Take the last correction back."""
        try:
            self.held = take_back(self.held)
        except TrackerError:
            self.tell("Nothing is corrected yet.")
            return
        self.show_held()

    def action_looked(self) -> None:
        """Say that a problem needs no mending."""
        problem = self.page.problem
        if problem is not None:
            self.page.came_from = None
            self.correct(LookedAt(problem))

    def action_problems(self) -> None:
        """Go to the list of problems, or back to the rows."""
        if self.held.paper.problems:
            self.page.switch()
        else:
            self.tell("No problem was found in the paper.")

    @on(PaperPage.About)
    def action_about(self) -> None:
        """Ask whose paper it is and when it holds."""
        self.ask_about("")

    def ask_about(self, refusal: str) -> None:
        """Ask whose paper it is and when it holds, saying why."""
        dialog = WhoseAndWhen(self.told, today=self.today, refusal=refusal)
        self.app.push_screen(dialog, self._take_said)

    def _take_said(self, said: Said | None) -> None:
        if said is None:
            return
        self.ask(
            partial(read_anew, self.path, self.taken, said),
            partial(self._renew, said),
            title=f"Reading {self.path.name}",
        )

    def _renew(self, said: Said, taken: Taken) -> None:
        """Make the corrections anew on the paper as it is read with another day."""
        self.said, self.taken = said, taken
        self.held = renewed(self.held, taken.paper)
        self.show_held()

    def action_store(self) -> None:
        """Store the paper, once whose and when it is are known."""
        store_paper(self)

    async def action_leave(self) -> None:
        """Stop what is being done, or leave; but never without a word for what was corrected."""
        if self.query_one(StatusLine).words or not self.is_touched():
            await self.app.run_action("back")
            return

        def answered(leave: bool | None) -> None:
            if leave:
                self.dismiss()

        message = f"{counted(len(self.held.steps), 'correction')} of the paper would be lost."
        self.app.push_screen(leave_unsaved(message), answered)
