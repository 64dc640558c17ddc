"""Check: what is missing, past, silent or contradictory; Enter goes to where it is mended.

Owns which kind of finding is listed. What a finding is stands in `tracker.check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Static

from tracker.check import Fault, Finding, check_plan
from tracker.report import Cell
from tracker.reports.counting import counted
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.widgets.fitting import Width
from tui.widgets.row_lines import Group, RowColumn
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tracker.report import Report


class CheckScreen(TrackerScreen):
    """The findings, by kind."""

    NAME = "check"
    TITLE = "Check"
    ABOUT = (
        "What a reader of the plan would stumble over, before a paper goes out. "
        "Enter opens the action or proposal, where it is mended; the finding then goes away."
    )
    CSS_PATH = "check.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("check")]

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Finding, ...] = ()
        self._kind: Fault | None = None

    def body(self) -> ComposeResult:
        """Yield the counts and the list."""
        yield Static(id="which", markup=False)
        columns: tuple[RowColumn[Finding], ...] = (
            RowColumn("ref", "Ref", lambda one: Cell(one.where), Width(7)),
            RowColumn("text", "Improvement action or proposal", self._wording, Width(20, share=3)),
            RowColumn(
                "message", "What is wrong", lambda one: Cell(one.message), Width(26, share=2)
            ),
        )
        yield Rows(columns, identity=lambda one: (one.fault, one.where), id="rows")

    def watch_plan(self, plan: PlanView | None) -> None:
        """Put the plan to every test anew after every change."""
        if plan is not None:
            self._found = check_plan(plan)
            self._show()

    def _show(self) -> None:
        shown = [one for one in self._found if self._kind in {None, one.fault}]
        self.query_one(Rows).show(_grouped(shown), empty="Nothing is wrong.")
        words = counted(len(shown), "finding")
        if self._kind is not None:
            words += f" of {len(self._found)}: {self._kind}; f shows another kind or all"
        self.query_one("#which", Static).update(words if self._found else "Nothing is wrong.")

    def _wording(self, one: Finding) -> Cell:
        plan = self.plan
        if plan is None:
            return Cell(None)
        action = plan.by_ref.get(one.where)
        if action is not None:
            return Cell(action.text)
        proposal = plan.framework.by_code.get(one.where)
        return Cell(proposal.name if proposal else None)

    @on(Rows.Selected)
    def action_open(self) -> None:
        """Open the action, or the proposal, under the cursor."""
        finding: Finding | None = self.query_one(Rows).row
        if finding is None:
            return
        if "/" in finding.where:
            self.open_action(finding.where)
        else:
            self.go("plan", finding.where)

    def action_filter(self) -> None:
        """Ask for the kind of finding that is shown."""
        from tui.screens.dialogs.pick_one import PickOne

        kinds = [kind for kind in Fault if any(one.fault is kind for one in self._found)]
        counts = {kind: sum(one.fault is kind for one in self._found) for kind in kinds}
        choices = [("", f"all ({len(self._found)})")]
        choices += [(str(kind), f"{kind} ({counts[kind]})") for kind in kinds]

        def picked(kind: str | None) -> None:
            if kind is not None:
                self._kind = Fault(kind) if kind else None
                self._show()

        self.app.push_screen(PickOne("Show which findings?", choices), picked)

    def report(self) -> Report | None:
        """Return the check of the whole plan."""
        from tracker.reports.check import check_report

        return check_report(self.plan) if self.plan is not None else None


def _grouped(findings: Sequence[Finding]) -> list[Finding | Group]:
    """Return findings with a heading before each kind."""
    rows: list[Finding | Group] = []
    for kind in Fault:
        of_kind = [one for one in findings if one.fault is kind]
        if of_kind:
            rows += [Group(f"{str(kind).capitalize()} ({len(of_kind)})"), *of_kind]
    return rows
