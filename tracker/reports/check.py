"""The plan check as a report: what is wrong, where, and what mends it.

Owns how findings are grouped and shown. What is a finding is `tracker.check`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tracker.check import SILENT, check_plan
from tracker.dates import say_day
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.cells import heading_data
from tracker.reports.counting import counted

if TYPE_CHECKING:
    from tracker.check import Fault, Finding
    from tracker.plan import PlanView


def check_report(plan: PlanView, *, silent: int = SILENT) -> Report:
    """Build the plan check of a plan as at its day.

    Args:
        plan: The plan.
        silent: Days after which silence about a live action is remarked on.
    """
    findings = check_plan(plan, silent=silent)
    counts = Counter(finding.fault for finding in findings)
    told = ", ".join(f"{count} {fault}" for fault, count in counts.items())
    opening = f"{counted(len(findings), 'finding')}: {told}." if findings else "Nothing is wrong."
    return Report(
        title=f"Plan check: {plan.partnership.name}",
        subtitle=f"Cycle {plan.cycle.label}, as at {say_day(plan.as_at)}",
        sections=(
            Section(paragraphs=(opening,)),
            *(_section(fault, count, findings) for fault, count in counts.items()),
        ),
        data=heading_data(plan)
        | {
            "counts": {str(fault): count for fault, count in counts.items()},
            "findings": [
                {
                    "fault": str(finding.fault),
                    "where": finding.where,
                    "message": finding.message,
                    "command": finding.command,
                }
                for finding in findings
            ],
        },
    )


def _section(fault: Fault, count: int, findings: tuple[Finding, ...]) -> Section:
    columns = (
        Column("ref", "Ref", weight=0),
        Column("message", "What is wrong", weight=2),
        Column("command", "What mends it", weight=0),
    )
    rows = tuple(
        (Cell(f.where), Cell(f.message), Cell(f.command)) for f in findings if f.fault is fault
    )
    return Section(f"{str(fault).capitalize()} ({count})", table=Table(columns, rows))
