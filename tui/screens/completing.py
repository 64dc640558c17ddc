"""Set up the plan: complete the owners, dates and statuses that a paper leaves out.

Owns the list of what is missing and the taking of suggested posts. What is missing, and which post
an action's words name, is `reports.completing`; how an answer is asked for and recorded is `quick`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tracker.report import Cell
from tracker.reports.completing import missing, open_report, say_left, still_open, suggestions
from tracker.rules import stand
from tracker.searching import search, sought
from tui.keys import screen_bindings
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.listing import ListScreen
from tui.widgets.fitting import Width
from tui.widgets.row_lines import RowColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType

    from tracker.plan import ActionView, PlanView
    from tracker.report import Report
    from tracker.reports.completing import Open
    from tracker.rules import Standing
    from tui.widgets.row_lines import Group
    from tui.workspace import Workspace

LACKS = {"owner": "no owner", "date": "no date", "status": "no status"}


class CompletingScreen(ListScreen):
    """The actions that lack something, each once."""

    NAME = "setup"
    TITLE = "Set up"
    ABOUT = (
        "Published papers seldom name owners or statuses, and many dates are missing. Enter asks "
        "for the first thing that the action lacks; mark several to answer for all of them at "
        "once. What cannot be answered yet can wait."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("setup")]
    COLUMNS = ("ref", "text", "timescale", "status")
    SPARE: ClassVar[Mapping[str, int]] = {"timescale": 2, "status": 3}

    lacking: str = ""
    """What is lacked by those listed; empty for anything."""
    _open: Open | None = None

    def columns(self) -> tuple[RowColumn[Standing], ...]:
        """Return the columns, with what each action lacks and the post that its words name."""
        ref, text, *others = super().columns()
        return (
            ref,
            RowColumn("lacks", "Lacks", self._lacks, Width(13, share=1, most=22)),
            replace(text, width=Width(24, share=8)),
            RowColumn("post", "Post it names", _suggested, Width(14, share=2, spare=1)),
            *others,
        )

    def _lacks(self, standing: Standing) -> Cell:
        left = self._open
        return Cell(", ".join(missing(standing.action, left)) if left else None, "warn")

    def watch_plan(self, plan: PlanView | None) -> None:
        """See anew what is missing."""
        self._open = still_open(plan) if plan is not None else None
        super().watch_plan(plan)

    def rows_of(self, plan: PlanView, typed: str) -> Sequence[Standing | Group]:
        """Return the actions that lack something, in the order of the plan."""
        left = self._open or still_open(plan)
        lists = {"owner": left.ownerless, "date": left.undated, "status": left.silent}
        wanted = [lists[self.lacking]] if self.lacking else [*lists.values()]
        ids = {action.id for actions in wanted for action in actions}
        passing = [stand(one, as_at=plan.as_at) for one in plan.actions if one.id in ids]
        if typed.strip():
            passing = search(sought(passing, lambda standing: standing.action), typed)
        return passing

    def nothing_words(self, plan: PlanView) -> str:
        """Return what stands in the list where nothing is missing."""
        if plan.cycle.ratings_only or self.typed:
            return super().nothing_words(plan)
        return say_left(still_open(plan))

    def action_filter(self) -> None:
        """Ask what is lacked by those listed."""
        left = self._open
        if left is None:
            return
        counts = (len(left.ownerless), len(left.undated), len(left.silent))
        choices = [("", "everything that is missing")]
        choices += [
            (name, f"{words} ({count})")
            for (name, words), count in zip(LACKS.items(), counts, strict=True)
        ]

        def picked(lacking: str | None) -> None:
            if lacking is not None:
                self.lacking = lacking
                self.refill()

        self.app.push_screen(PickOne("List what?", choices, current=self.lacking), picked)

    def action_complete(self) -> None:
        """Ask for the first thing that the action under the cursor lacks."""
        row, left = self.rows.row, self._open
        if row is None or left is None:
            self.tell("Nothing is missing here.")
            return
        lacks = missing(row.action, left)
        {"owner": self.action_owner, "date": self.action_date, "status": self.action_status}[
            self.lacking if self.lacking in lacks else lacks[0]
        ]()

    def take_row(self) -> None:
        """Complete what was clicked twice."""
        self.action_complete()

    def action_suggested(self) -> None:
        """Give the marked actions, else the one under the cursor, the post that its words name."""
        left = self._open
        ownerless = {action.id for action in left.ownerless} if left else set()
        found: dict[str, list[ActionView]] = {}
        for action in self.meant():
            for post in suggestions(action)[:1]:
                if action.id in ownerless:
                    found.setdefault(post, []).append(action)
        count = sum(map(len, found.values()))
        if not found:
            self.tell("Their words name no post, or they have an owner. Press b to name one.")
        elif count == 1:
            self._take(found)
        else:
            told = "\n".join(
                f"{post}: {', '.join(one.ref for one in actions)}"
                for post, actions in found.items()
            )
            question = Confirm(f"Name the owners of {count} actions?", told, yes=f"Name {count}")
            self.app.push_screen(question, lambda yes: self._take(found) if yes else None)

    def _take(self, found: Mapping[str, Sequence[ActionView]]) -> None:
        plan = self.plan
        if plan is None:
            return

        def verb(workspace: Workspace) -> int:
            from tui.leading import name_leads

            day = min(plan.as_at, workspace.settings.today)
            return name_leads(workspace, plan, list(found.items()), on=day)

        def done(count: int) -> None:
            self.saved()
            what = "1 action has its owner" if count == 1 else f"{count} actions have their owners"
            self.tell(f"{what}; u takes it back.")

        self.record(verb, done)

    def report(self) -> Report | None:
        """Return what is still to be completed."""
        return open_report(self.plan) if self.plan is not None else None


def _suggested(standing: Standing) -> Cell:
    named = () if standing.action.owners else suggestions(standing.action)
    return Cell(named[0] if named else None)
