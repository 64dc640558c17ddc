"""The demonstration: a published plan's progress table, and what its dates say on a later day.

Owns the order of that page and the sentence that it is no statement about the partnership.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.report import Report, Section
from tracker.reports.overdue import overdue_report
from tracker.reports.ratings import RATINGS
from tracker.reports.summary import summary_report
from tracker.story import tell

if TYPE_CHECKING:
    from tracker.plan import PlanView


def demo_report(plan: PlanView) -> Report:
    """Build the demonstration of a plan as at its day."""
    standing, late = summary_report(tell(plan)), overdue_report(plan)
    day = say_day(plan.as_at)
    ratings = next(section for section in standing.sections if section.heading == RATINGS)
    lists = [section for section in late.sections if section.heading.startswith("Overdue")]
    agreed = say_day(plan.cycle.as_at) if plan.cycle.as_at else plan.cycle.label
    caution = (
        f"These are the dates and ratings of a published plan of {agreed}. No later update is "
        "held here: what was done since then is not known to this program, and this is no "
        "statement about the partnership."
    )
    return Report(
        title=f"{plan.partnership.name}: a published improvement plan, read by tracker",
        subtitle="Sample data: published facts, wording shortened into our own words",
        sections=(
            Section(ratings.heading, ratings.paragraphs, ratings.table),
            Section(
                f"What its dates say as at {day}",
                (caution, *late.sections[0].paragraphs),
            ),
            *lists,
        ),
        data=dict(late.data)
        | {
            "caution": caution,
            "ratings": standing.data["ratings"],
            "movements": standing.data["movements"],
        },
    )
