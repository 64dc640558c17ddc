"""The headline of a summary: a few sentences that a board can read aloud.

Owns the words. Every number in them is one of the story's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.kinds import Outcome, PartnershipKind
from tracker.reports.cells import not_held_note, sample_note
from tracker.reports.counting import counted, listed, verb
from tracker.round import progress_of
from tracker.rules import percent

if TYPE_CHECKING:
    from tracker.compare import Comparison
    from tracker.plan import PlanView
    from tracker.story import Story
    from tracker.summary import Summary

BECAME = {
    Outcome.COMPLETE: ("is complete", "are complete"),
    Outcome.IN_PLACE: ("is in place", "are in place"),
    Outcome.WITHDRAWN: ("was withdrawn", "were withdrawn"),
    Outcome.SUPERSEDED: ("was superseded", "were superseded"),
    Outcome.OPEN: ("is still open", "are still open"),
}


def headline(story: Story) -> tuple[str, ...]:
    """Return the headline: of the whole year, or of what changed since a day."""
    told = _changes(story) if story.changes_only else (_ratings(story), *_before(story))
    lines = (_state(story), *told, _now(story), _links(story), sample_note(story.plan))
    return tuple(line for line in lines if line)


def _state(story: Story) -> str | None:
    """Return a sentence on a cycle that is not agreed, so that nobody takes a draft for it."""
    return draft_note(story.plan)


def draft_note(plan: PlanView) -> str | None:
    """Return how far a draft has come; nothing of a cycle that is agreed."""
    cycle = plan.cycle
    if not cycle.state.is_draft:
        return None
    come = progress_of(plan)
    return (
        f"Cycle {cycle.label} is a draft ({cycle.state}): {come}; what is carried may still move."
    )


def _ratings(story: Story) -> str:
    if story.compared is None or story.same_scale:
        return ratings_sentence(story.summary, story.plan)
    label = story.compared.base.cycle.label
    return f"Cycle {label} rates on another scale, so that its ratings are not compared with these."


def is_rated(story: Story) -> bool:
    """Tell whether ratings are kept in this plan: the national one has none."""
    return bool(story.summary.lines) and story.plan.partnership.kind is PartnershipKind.LOCAL


def ratings_sentence(summary: Summary, plan: PlanView) -> str:
    """Return how many ratings moved which way."""
    if plan.partnership.kind is PartnershipKind.NATIONAL:
        return "The proposals of the national plan are not rated here; each partnership rates them."
    lines, moves = summary.lines, summary.movements
    rated = sum(1 for line in lines if line.after)
    whole = counted(len(lines), "proposal")
    if moves.not_comparable == len(lines):
        having = verb(rated, "has a rating", "have a rating")
        return f"Of {whole} rated locally, {having}; no earlier rating is held to compare with."
    one_level = all(abs(line.movement or 0) <= 1 for line in lines)
    level = " a level" if one_level else ""
    parts = [f"{moves.up or 'none'} moved up{level}", f"{moves.unchanged or 'none'} stayed"]
    parts.append(f"{moves.down or 'none'} moved down{level}")
    if moves.not_comparable:
        parts.append(f"{moves.not_comparable} cannot be compared")
    return f"Of {whole} rated locally, {listed(parts)}."


def _before(story: Story) -> tuple[str, ...]:
    """Return what became of the actions held before, each counted once."""
    compared = story.compared
    if not_held_note(story.plan):
        return ()
    if compared is None:
        return (_so_far(story),)
    label = compared.base.cycle.label
    if not compared.actions_held:
        missing = (
            f"The actions of cycle {label} are not held, so what became of them is not told "
            "and none of these is called new."
        )
        return missing, _so_far(story)
    return (_became(story, label), _added(story))


def _became(story: Story, label: str) -> str:
    total = sum(count for _, count in story.outcomes)
    if not total:
        return f"Cycle {label} holds no actions."
    parts = [
        verb(count, *BECAME[outcome])
        for outcome, count in story.outcomes
        if count and outcome in BECAME
    ]
    lost = dict(story.outcomes)[Outcome.NOT_KNOWN]
    if lost:
        parts.append(f"of {lost} it is not known what became")
    return f"Of the {counted(total, 'action')} of the {label} plan, {listed(parts)}."


def _added(story: Story) -> str:
    added = sum(len(thread.now) for thread in story.added)
    if not added:
        return "No action is new."
    return f"{counted(added, 'action')} {'is' if added == 1 else 'are'} new."


def _so_far(story: Story) -> str:
    """Return what happened within a cycle; nothing where nothing did."""
    if story.start is None or not story.plan.actions:
        return ""
    return f"Since {say_day(story.start)}: {listed(_happened(story))}."


def _happened(story: Story) -> list[str]:
    done, moved = len(story.done), story.moved
    closed = f"{counted(done, 'action')} completed" if done else "no action completed"
    return [
        f"{closed} or put in place",
        f"{counted(moved, 'date') if moved else 'no date'} moved later",
        f"{len(story.added) or 'none'} added",
        f"{len(story.dropped) or 'none'} withdrawn or superseded",
    ]


def _changes(story: Story) -> tuple[str, ...]:
    """Return what happened since a day."""
    done, *rest = _happened(story)
    late = f"{len(story.overdue) or 'none'} newly overdue"
    up, down = (
        sum(1 for told in story.decided if (told.movement or 0) * way > 0) for way in (1, -1)
    )
    count = len(story.decided)
    ratings = f"{counted(count, 'rating') if count else 'no rating'} decided"
    moved = [f"{n} {word}" for n, word in ((up, "up"), (down, "down")) if n]
    ratings += f" ({listed(moved)})" if moved else ""
    since = say_day(story.start) if story.start else "the plan began"
    lines = [f"Since {since}: {listed([done, late, *rest, ratings])}."]
    if story.compared is not None and not story.base_held:
        label = story.compared.base.cycle.label
        lines.append(
            f"The actions of cycle {label} are not held; what is told begins with this plan."
        )
    return tuple(lines)


def since_words(story: Story) -> str:
    """Return ` since 30 April 2021`, or nothing where no day is known."""
    return f" since {say_day(story.start)}" if story.start else ""


def _now(story: Story) -> str:
    missing = not_held_note(story.plan)
    counts = story.summary.tally
    if missing:
        return missing
    if not counts.total:
        return "No improvement actions are held."
    done = counts.complete + counts.in_place
    live = f"{counts.live or 'none'} live"
    if counts.live:
        live += f" ({counts.overdue or 'none'} overdue)"
    share = f" ({percent(done, counts.total)}%)" if done else ""
    finished = f"{verb(done, 'is', 'are')} complete or in place{share}"
    return (
        f"The plan now holds {counted(counts.total, 'action')}: {live} and "
        f"{counts.closed or 'none'} closed; {finished}."
    )


def _links(story: Story) -> str | None:
    return unconfirmed(story.compared) if story.compared else None


def unconfirmed(compared: Comparison) -> str | None:
    """Return a sentence on links between two cycles that nobody has confirmed."""
    held = sum(fate.links for fate in compared.fates)
    waiting = sum(fate.waiting for fate in compared.fates)
    if not waiting:
        return None
    return (
        f"{waiting} of {held} links between actions are suggestions that nobody has confirmed yet."
    )
