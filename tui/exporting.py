"""What can be written to a file from any screen: the lists and summaries of the plan in view.

Owns which there are, the name that a file is offered under, and the one place where a report
becomes a file, for commands too. How each format is written is `exports`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tui.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.formats import Format
    from tracker.plan import PlanView
    from tracker.report import Report
    from tui.workspace import Workspace

MOST = 500
"""Acts that a history holds; what is older is found on its screen, by its day."""


def reports_of(plan: PlanView) -> tuple[tuple[str, Callable[[Workspace], Report]], ...]:
    """Return each list or summary of a plan in words, with the verb that reads it."""

    def overdue(workspace: Workspace) -> Report:
        from tracker.reports.overdue import overdue_report

        del workspace
        return overdue_report(plan)

    def actions(workspace: Workspace) -> Report:
        from tracker.reports.actions import ActionFilter, actions_report

        del workspace
        return actions_report(plan, ActionFilter())

    def check(workspace: Workspace) -> Report:
        from tracker.reports.check import check_report

        del workspace
        return check_report(plan)

    def left_open(workspace: Workspace) -> Report:
        from tracker.reports.completing import open_report

        del workspace
        return open_report(plan)

    def comparison(workspace: Workspace) -> Report:
        from tracker.reports.compare import compare_report
        from tui.comparing import compare

        return compare_report(compare(workspace, as_at=plan.as_at))

    def summary(workspace: Workspace) -> Report:
        from tracker.reports.summary import summary_report
        from tui.telling import story

        told = story(workspace, repeat=plan.cycle.label, as_at=plan.as_at)
        return summary_report(told)

    def owners(workspace: Workspace) -> Report:
        from tracker.reports.owners import owners_report

        del workspace
        return owners_report(plan)

    return (
        ("The summary: ratings, what is late, what was done", summary),
        ("Overdue, soon due and reviews gone by", overdue),
        ("Every action", actions),
        ("The comparison with the cycle before", comparison),
        ("The plan check", check),
        ("What is still to be completed", left_open),
        ("The posts, and what they lead", owners),
        ("The ratings of every cycle side by side", _trend),
        ("The cycles, and how far each has come", _rounds),
        ("The history: who recorded what, when and why", _history),
    )


def _trend(workspace: Workspace) -> Report:
    from tracker.reports.trend import trend_report
    from tui.comparing import trend

    return trend_report(trend(workspace))


def _rounds(workspace: Workspace) -> Report:
    from tracker.reports.cycles import cycles_report
    from tui.cycling import rounds

    partnership, held = rounds(workspace)
    return cycles_report(partnership, [(one.cycle, one.is_live, one.progress) for one in held])


def _history(workspace: Workspace) -> Report:
    from db.lookback import Asked
    from tracker.reports.history import history_report
    from tui.recalling import history

    about, entries = history(workspace, Asked(limit=MOST))
    return history_report(entries, about=about, limit=MOST)


def file_name(report: Report, kind: Format) -> str:
    """Return a name for the file of a report: its title in plain letters."""
    words = re.findall(r"\w+", report.title.casefold())
    return "-".join(words)[:60].strip("-") + kind.suffix


def usual_folder() -> Path:
    """Return the folder in which people look for what they wrote."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def write_report(report: Report, kind: Format, path: Path, *, force: bool = False) -> Path:
    """Write a report to a file, whole or not at all, and return where it is.

    Raises:
        Refused: The file is there and is not to be replaced, or cannot be written.
    """
    with replacing(path, force=force, encoding=kind.encoding) as stream:
        kind.write(report, stream)
    return path
