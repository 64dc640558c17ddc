"""Writing a list to a file, from whichever screen shows it.

Owns the order of the questions: which list, where and in which format. A refusal asks again with
what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.exporting import file_name, reports_of, usual_folder, write_report
from tui.hints import told
from tui.screens.dialogs.export import Export
from tui.screens.dialogs.pick_one import PickOne

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.errors import TrackerError
    from tracker.plan import PlanView
    from tracker.report import Report
    from tui.screens.base import TrackerScreen
    from tui.screens.dialogs.export import Target
    from tui.workspace import Workspace


def write_out(screen: TrackerScreen) -> None:
    """Write what a screen shows to a file; where it shows no list, one is picked."""
    shown = screen.report()
    if shown is not None:
        _ask_where(screen, shown)
    elif screen.plan is None:
        screen.tell("There is no plan to write yet.")
    else:
        _ask_which(screen, screen.plan)


def _ask_which(screen: TrackerScreen, plan: PlanView) -> None:
    def picked(verb: Callable[[Workspace], Report] | None) -> None:
        if verb is not None:
            screen.ask(verb, lambda report: _ask_where(screen, report))

    choices = [(verb, words) for words, verb in reports_of(plan)]
    screen.app.push_screen(PickOne("Write which list to a file?", choices), picked)


def _ask_where(
    screen: TrackerScreen, report: Report, *, path: Path | None = None, refusal: str = ""
) -> None:
    from exports.formats import FORMATS

    first = next(iter(FORMATS.values()))
    offered = path or usual_folder() / file_name(report, first)

    def answered(target: Target | None) -> None:
        if target is None:
            return

        def failed(error: TrackerError) -> None:
            _ask_where(screen, report, path=target.path, refusal=told(error))

        screen.ask(
            lambda _: write_report(report, target.kind, target.path, force=target.replaces),
            lambda written: screen.tell(f"Written: {written}"),
            failed=failed,
            title="Writing",
        )

    screen.app.push_screen(
        Export(f"Write to a file: {report.title}", offered, refusal=refusal), answered
    )
