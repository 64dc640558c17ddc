"""What a paper changes in a cycle that is held, to be recorded as one change.

Owns the one yes and whether what the paper leaves out is withdrawn. What differs is
`tracker.reconcile`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tracker.kinds import Match
from tracker.reports.reconcile import count_changes, difference_report
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.confirm import Confirm
from tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from db.writing.reconciling import Reconciled
    from tracker.report import Report
    from tui.reconciling import Meeting
    from tui.workspace import Workspace


class PaperDifference(TrackerScreen):
    """In what a paper differs from the cycle that is held.

    Args:
        meeting: The paper and the cycle.
        reason: What a person corrected in the paper before.
        then: Called with what was recorded, in words.
    """

    NAME = "difference"
    TITLE = "What it changes"
    ABOUT = (
        "The cycle of this paper is held already. This is all in which the paper differs from it. "
        "Ctrl+S records it as one change that u takes back; Esc leaves the plan as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("difference")]

    def __init__(
        self, meeting: Meeting, reason: str | None, *, then: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._meeting, self._reason, self._then = meeting, reason, then
        self._withdraw: str | None = None

    def body(self) -> ComposeResult:
        """Yield the report."""
        yield ReportView()

    def on_mount(self) -> None:
        """Show what differs."""
        super().on_mount()
        meeting = self._meeting
        paper = replace(meeting.intake.paper, problems=meeting.problems)
        view = self.query_one(ReportView)
        view.report = difference_report(meeting.difference, paper)
        view.focus()

    def report(self) -> Report | None:
        """Return what differs, for a file."""
        return self.query_one(ReportView).report

    def action_withdraw(self) -> None:
        """Ask why actions that the paper leaves out are withdrawn."""
        gone = self._meeting.difference.of(Match.GONE)
        if not gone:
            self.tell("The paper prints every action that is held.")
            return

        def answered(words: str | None) -> None:
            if words is not None:
                self._withdraw = words or None
                self.tell("Press Ctrl+S to record it all." if words else "They are kept.")

        about = f"The paper leaves out {len(gone)} of the actions held. Nothing typed keeps them."
        title = "Why are they withdrawn?"
        dialog = AskText(title, self._withdraw or "", about=about, optional=True)
        self.app.push_screen(dialog, answered)

    def action_store(self) -> None:
        """Ask for the one yes, and record the difference."""
        difference = self._meeting.difference
        gone = len(difference.of(Match.GONE)) if self._withdraw else 0
        if difference.is_empty and not gone:
            self.tell(f"Cycle {difference.label} holds all of it already; Esc leaves.")
            return
        left = f", {gone} withdrawn" if gone else ""
        told = f"{count_changes(difference)}{left}"

        def answered(yes: bool | None) -> None:
            if yes:
                self._take_in(told)

        question = f"{told}, in cycle {difference.label}. It becomes one change; u takes it back."
        self.app.push_screen(Confirm("Record it?", question, yes="Record it"), answered)

    def _take_in(self, told: str) -> None:
        """Record the difference."""
        meeting, withdraw, reason = self._meeting, self._withdraw, self._reason

        def verb(workspace: Workspace) -> Reconciled:
            from tui.reconciling import take_in

            return take_in(workspace, meeting, withdraw=withdraw, reason=reason)

        document = meeting.intake.paper.document
        words = f"Recorded what {document} changes in cycle {meeting.difference.label}: {told}."

        def recorded(_: Reconciled) -> None:
            self.close()
            self._then(words)

        self.record(verb, recorded, title=f"Recording {document}")
