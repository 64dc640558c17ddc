"""History: who recorded what, when and why; any act can be taken back from here.

Owns which acts are listed. What is told of an act is read by `db.telling`.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from tracker.dates import say_day
from tracker.ordering import folded
from tracker.reports.counting import counted
from tracker.timescale import read_timescale
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.widgets.act_rows import act_columns, act_in_full
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tracker.recorded import Entry
    from tracker.report import Report
    from tui.workspace import Workspace

MOST = 500
"""Acts that are read; older ones are found by their day."""


class HistoryScreen(TrackerScreen):
    """Acts, newest first."""

    NAME = "history"
    TITLE = "History"
    ABOUT = (
        "Every change to the plan: who recorded it, when and why, the newest first. "
        "Any of them can be taken back, as long as nothing has changed since."
    )
    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("history")]

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._words = ""
        self._until: date | None = None
        self._about = ""

    def body(self) -> ComposeResult:
        """Yield the list, and one act in full beside or below it."""
        yield Static(id="which", markup=False)
        with Horizontal(id="acts"):
            yield Rows(act_columns(), identity=lambda entry: entry.act.number, id="rows")
            with VerticalScroll(id="full"):
                yield Static(id="act", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Read the acts anew after every change."""
        if plan is not None:
            self._read()

    def _read(self) -> None:
        self.ask(partial(_acts, until=self._until), self._take, title="Reading the history")

    def _take(self, found: tuple[str, tuple[Entry, ...]]) -> None:
        self._about, self._entries = found
        self._show()

    def _show(self) -> None:
        wanted = folded(self._words).split()
        shown = [entry for entry in self._entries if _holds(entry, wanted)]
        self.query_one(Rows).show(shown, empty="Nothing was recorded that fits.")
        read = counted(len(self._entries), "act")
        whole = f"the newest {read}" if len(self._entries) == MOST else read
        parts = [whole if not wanted else f"{len(shown)} of {whole}"]
        if self._words:
            parts.append(f"with “{self._words}”")
        if self._until:
            parts.append(f"recorded by {say_day(self._until)}")
        self.query_one("#which", Static).update(", ".join(parts))

    @on(Rows.Highlighted)
    def show_act(self, event: Rows.Highlighted) -> None:
        """Show in full the act under the cursor."""
        event.stop()
        if event.row is not None:
            self.query_one("#act", Static).update(act_in_full(event.row))

    @on(Rows.Selected)
    def action_open(self) -> None:
        """Go to the act's changes, to scroll them."""
        self.query_one("#full").focus()

    def action_find(self) -> None:
        """Ask for the words that the acts hold."""
        from tui.screens.dialogs.ask_text import AskText

        def answered(words: str | None) -> None:
            if words is not None:
                self._words = words
                self._show()

        about = "A name, a reference such as 1.1/3, or words of what was done; nothing for all."
        asked = AskText("Find acts", self._words, about=about, optional=True)
        self.app.push_screen(asked, answered)

    def action_until(self) -> None:
        """Ask for the day from which the list goes back; where one holds, show the newest again."""
        plan = self.plan
        if self._until is not None or plan is None:
            self._until = None
            self._read()
            return
        from tui.screens.dialogs.ask_date import AskDate

        def answered(words: str | None) -> None:
            if words:
                self._until = read_timescale(words, as_at=plan.as_at).due
                self._read()

        asked = AskDate("Acts recorded by the end of", "", as_at=plan.as_at, day=True)
        self.app.push_screen(asked, answered)

    def action_take_back(self) -> None:
        """Take back the act under the cursor, after a question where it is not one's own."""
        entry: Entry | None = self.query_one(Rows).row
        if entry is not None:
            self.take_back(entry.act)

    def report(self) -> Report | None:
        """Return the acts that are shown."""
        from tracker.reports.history import history_report

        wanted = folded(self._words).split()
        shown = [entry for entry in self._entries if _holds(entry, wanted)]
        return history_report(shown, about=self._about, limit=MOST)


def _holds(entry: Entry, wanted: list[str]) -> bool:
    """Tell whether an act holds every word that was typed."""
    if not wanted:
        return True
    told = (part for one in entry.told for part in (one.subject, one.said))
    words = folded(" ".join([entry.act.who, entry.act.verb, entry.act.reason or "", *told]))
    return all(word in words for word in wanted)


def _acts(workspace: Workspace, *, until: date | None) -> tuple[str, tuple[Entry, ...]]:
    from db.lookback import Asked
    from tui.finding import start_of
    from tui.recalling import history

    last = start_of(until + timedelta(days=1)) if until else None
    return history(workspace, Asked(limit=MOST, until=last))
