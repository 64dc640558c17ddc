"""Counts in reports: one is not many."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.plans import action, plan
from tracker.compare import compare_plans
from tracker.lineage import Link
from tracker.reports.actions import ActionFilter, actions_report
from tracker.reports.check import check_report
from tracker.reports.compare import compare_report
from tracker.reports.counting import counted, listed, verb

if TYPE_CHECKING:
    from tracker.report import Report

HELD = plan(action(due=date(2022, 12, 31)))


@pytest.mark.parametrize(
    ("expected", "report"),
    [
        ("1 finding: ", check_report(HELD, silent=10_000)),
        ("1 action.", actions_report(HELD, ActionFilter())),
        (
            "1 action before, 1 now: ",
            compare_report(compare_plans(HELD, HELD, [Link("1.1/1", "1.1/1", 1.0, "same")])),
        ),
    ],
)
def test_a_report_of_one_speaks_of_one(expected: str, report: Report) -> None:
    """Not of `1 actions`."""
    assert expected in "\n".join(text for part in report.sections for text in part.paragraphs)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("0 actions", counted(0, "action")),
        ("1 action", counted(1, "action")),
        ("2 actions", counted(2, "action")),
        ("2 bodies", counted(2, "body", "bodies")),
        ("none is", verb(0, "is", "are")),
        ("1 is", verb(1, "is", "are")),
        ("2 are", verb(2, "is", "are")),
        ("", listed([])),
        ("a", listed(["a"])),
        ("a and b", listed(["a", "b"])),
        ("a, b and c", listed(["a", "b", "c"])),
    ],
)
def test_counts_and_lists_read_well(expected: str, found: str) -> None:
    """One and many, and the last after `and`."""
    assert expected == found
