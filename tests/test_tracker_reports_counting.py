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


def test_counts_and_lists_read_as_sentences() -> None:
    """Nouns, verbs and the last `and`."""
    assert "0 days, 1 day, 2 days" == ", ".join(counted(count, "day") for count in range(3))
    assert "1 body, 2 bodies" == f"{counted(1, 'body', 'bodies')}, {counted(2, 'body', 'bodies')}"
    assert "none is, 1 is, 2 are" == ", ".join(verb(count, "is", "are") for count in range(3))
    assert ["", "a", "a and b", "a, b and c"] == [listed("abc"[:count]) for count in range(4)]
