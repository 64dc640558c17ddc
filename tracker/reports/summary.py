"""The summary that a board reads: a headline, the exceptions, then the year in numbers.

Owns the order of its parts and its data. What is told is `story`; each part has its own module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.report import Report, Section
from tracker.reports.attention import (
    attention_data,
    attention_section,
    overdue_section,
)
from tracker.reports.cells import heading_data
from tracker.reports.happened import (
    added_section,
    decided_section,
    done_section,
    dropped_section,
    happened_data,
    reopened_section,
)
from tracker.reports.headline import headline, is_rated
from tracker.reports.ratings import (
    RATINGS,
    features_table,
    legend,
    levels_table,
    moved_table,
    ratings_table,
)
from tracker.reports.slippage import (
    forward_section,
    slippage_data,
    slipped_section,
    totals_sections,
)
from tracker.reports.tallies import actions_notes, actions_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.plan import CycleView
    from tracker.story import Story
    from tracker.summary import RatingLine


def summary_report(story: Story) -> Report:
    """Build the summary of a year, or of what changed since a day."""
    parts = _changes(story) if story.changes_only else _year(story)
    return Report(
        title=_title(story),
        subtitle=_subtitle(story),
        sections=(
            Section(paragraphs=headline(story)),
            attention_section(story),
            *(part for part in parts if part is not None),
        ),
        data=_data(story),
    )


def _title(story: Story) -> str:
    name = story.plan.partnership.name
    return f"Changes: {name}" if story.changes_only else f"Summary: {name}"


def _subtitle(story: Story) -> str:
    plan = story.plan
    words = f"Cycle {_named(plan.cycle)}, as at {say_day(plan.as_at)}"
    if story.changes_only:
        return words
    return f"{words}; before it, cycle {_named(plan.previous)}" if plan.previous else words


def _named(cycle: CycleView) -> str:
    return f"{cycle.label} (draft)" if cycle.state.is_draft else cycle.label


def _year(story: Story) -> tuple[Section | None, ...]:
    """Return the parts of a year's summary: exceptions, then what was done, then the numbers."""
    plan, summary = story.plan, story.summary
    rated = (
        Section(RATINGS, legend(plan), ratings_table(plan, summary)),
        Section("Movement by key feature", table=features_table(plan, summary)),
        Section("How many proposals on each level", table=levels_table(plan, summary)),
    )
    return (
        _moved(story, story.lowered, "lower"),
        overdue_section(story),
        slipped_section(story),
        reopened_section(story),
        done_section(story),
        _moved(story, story.raised, "higher"),
        dropped_section(story),
        added_section(story),
        *(rated if is_rated(story) else ()),
        Section("Actions by key feature", actions_notes(plan), actions_table(plan, summary)),
        *totals_sections(story.slipped, plan.framework.by_code),
    )


def _moved(story: Story, lines: Sequence[RatingLine], way: str) -> Section | None:
    if not lines:
        return None
    heading = f"Ratings {way} than before ({len(lines)})"
    return Section(heading, table=moved_table(story.plan, lines))


def _changes(story: Story) -> tuple[Section | None, ...]:
    return (
        overdue_section(story),
        slipped_section(story),
        reopened_section(story),
        decided_section(story),
        forward_section(story),
        done_section(story),
        dropped_section(story),
        added_section(story),
        *totals_sections(story.slipped, story.plan.framework.by_code),
    )


def _data(story: Story) -> dict[str, object]:
    return _ratings_data(story) | {
        "headline": list(headline(story)),
        "since": story.start.isoformat() if story.start else None,
        "changes_only": story.changes_only,
        "became": _became(story),
        "attention": attention_data(story),
        "slippage": slippage_data(story),
        **happened_data(story),
    }


def _became(story: Story) -> dict[str, int] | None:
    """Return what became of the earlier cycle's actions, where they are held."""
    if not story.base_held:
        return None
    counts = {str(outcome).replace(" ", "_"): count for outcome, count in story.outcomes}
    return counts | {"total": sum(counts.values())}


def _ratings_data(story: Story) -> dict[str, object]:
    plan, summary = story.plan, story.summary
    previous = plan.previous
    return heading_data(plan) | {
        "previous": None
        if previous is None
        else {
            "label": previous.label,
            "as_at": previous.as_at.isoformat() if previous.as_at else None,
        },
        "ratings": [
            {
                "code": line.code,
                "name": line.name,
                "before": line.before,
                "after": line.after,
                "movement": line.movement,
                "decision": str(line.decision),
                "mismatch": line.mismatch,
                "actions": line.tally.as_json(),
            }
            for line in summary.lines
        ],
        "movements": summary.movements.as_json(),
        "levels": [
            {"level": name, "before": dict(summary.before).get(name, 0), "after": count}
            for name, count in summary.after
        ],
        "counts": summary.tally.as_json(),
        "key_features": [
            {"code": code or None, "counts": counts.as_json()}
            for code, counts in summary.by_feature
        ],
    }
