"""What a paper holds, shown before anything is stored: ratings, counts and every problem.

Owns the preview's wording. Reading the paper is `readers`; storing it is `db.writing`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tracker.dates import say_as_at
from tracker.kinds import PaperKind, Scope, Severity, Status, TimescaleKind
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.counting import counted
from tracker.reports.ratings import direction
from tracker.summary import movement

if TYPE_CHECKING:
    from tracker.drafts import (
        ActionDraft,
        PaperDraft,
        Problem,
        ProposalDraft,
        RecommendationDraft,
    )
    from tracker.framework import Framework

TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "quiet"}
KINDS = {
    PaperKind.SELF_EVALUATION: "a self-evaluation",
    PaperKind.IMPROVEMENT_PLAN: "an improvement plan",
    PaperKind.DELIVERY_PLAN: "the national delivery plan",
}


def paper_report(paper: PaperDraft, framework: Framework) -> Report:
    """Build the preview of a paper."""
    return Report(
        title=paper.document,
        subtitle=f"Read as {KINDS[paper.kind]}",
        sections=(
            Section(paragraphs=_opening(paper, framework)),
            Section("What it holds", table=_proposals(paper, framework)),
            *_actions(paper),
            *_recommendations(paper),
            problems_section(paper.problems),
        ),
        data=paper.as_json(),
    )


def _opening(paper: PaperDraft, framework: Framework) -> tuple[str, ...]:
    rated = count_ratings(paper, framework)
    previous = sum(1 for p in paper.proposals if p.previous_rating)
    lines = [f"Partnership: {paper.partnership or 'not named in the paper'}."]
    for cycle in paper.cycles:
        day = say_as_at(cycle.as_at)
        lines.append(f"{cycle.role.value.capitalize()} ratings: cycle {cycle.label}, {day}.")
    local = len(framework.local)
    lines.append(
        f"{rated} of {local} local proposals rated, {counted(previous, 'previous rating')}, "
        f"{counted(sum(len(p.evidence) for p in paper.proposals), 'piece')} of evidence."
    )
    lines.append(f"{say_actions(paper)}.")
    if paper.recommendations or _own(paper):
        lines.append(_lacking(paper))
    return tuple(lines)


def count_ratings(paper: PaperDraft, framework: Framework) -> int:
    """Return how many ratings of a paper can be kept: of local proposals, on the scale."""
    local = {proposal.code for proposal in framework.local}
    levels = {level.name for level in framework.scale}
    return sum(1 for p in paper.proposals if p.code in local and p.rating in levels)


def say_actions(paper: PaperDraft) -> str:
    """Return in words how many actions a paper holds, as the store counts them."""
    outside = len(paper.recommendations)
    said = counted(len(_own(paper)) + outside, "action")
    if outside:
        said += f", {outside} of them outside the proposals"
    pointing = [a.cross_reference for a in paper.actions if a.cross_reference]
    if pointing:
        which = ", ".join(dict.fromkeys(pointing))
        verb = "points" if len(pointing) == 1 else "point"
        positions = counted(len(pointing), "position")
        said += f", and {positions} that {verb} to other proposals' actions (as per {which})"
    return said


def say_problems(problems: tuple[Problem, ...]) -> str:
    """Return in words how many problems there are, and how grave."""
    kinds = Counter(problem.severity for problem in problems)
    told = ", ".join(counted(kinds[one], one.value) for one in TONES if kinds[one])
    return counted(len(problems), "problem") + (f" ({told})" if told else "")


def _own(paper: PaperDraft) -> tuple[ActionDraft, ...]:
    """Return the actions, without the positions that point to another proposal's."""
    return tuple(action for action in paper.actions if not action.cross_reference)


def _lacking(paper: PaperDraft) -> str:
    actions: list[ActionDraft | RecommendationDraft] = [*_own(paper), *paper.recommendations]
    again = sum(len(action.aliases) for action in _own(paper))
    undated = sum(1 for a in actions if not a.timescale or a.timescale.due is None)
    ownerless = sum(1 for a in actions if not a.owners)
    silent = sum(1 for a in actions if a.status == Status.NOT_REPORTED)
    twice = f" (printed {len(actions) + again} times in all)" if again else ""
    return (
        f"Of the actions{twice}, {undated} without a date, {ownerless} without an owner, "
        f"{silent} without a status."
    )


def _proposals(paper: PaperDraft, framework: Framework) -> Table:
    columns = (
        Column("code", "Proposal", weight=0),
        Column("name", "About", weight=2, spare=1),
        Column("previous_rating", "Previous rating", weight=1, spare=2),
        Column("rating", "Rating", weight=1),
        Column("direction", "Direction", weight=0, spare=3),
        Column("evidence", "Evidence", "right", weight=0, spare=4),
        Column("actions", "Actions", "right", weight=0),
    )
    return Table(columns, tuple(_proposal_row(p, framework) for p in paper.proposals))


def _proposal_row(proposal: ProposalDraft, framework: Framework) -> tuple[Cell, ...]:
    known = framework.by_code.get(proposal.code)
    national = proposal.scope is Scope.NATIONAL
    move = movement(framework, proposal.previous_rating, proposal.rating)
    rating = "national: not rated locally" if national else "not rated"
    return (
        Cell(proposal.code),
        Cell(known.name if known else proposal.title),
        Cell(proposal.previous_rating),
        Cell(proposal.rating or rating, "" if proposal.rating or national else "warn"),
        Cell(move, shown=direction(move) if move is not None else ""),
        Cell(len(proposal.evidence)),
        Cell(len(proposal.actions)),
    )


def _actions(paper: PaperDraft) -> tuple[Section, ...]:
    """Return the actions, each with its timescale and what was made of it."""
    if not paper.actions:
        return ()
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Improvement action", weight=4),
        Column("timescale", "Timescale", weight=2),
        Column("due", "Due", weight=0),
        Column("owners", "Owner", weight=1, spare=2),
        Column("status", "Status", weight=1, spare=1),
    )
    rows = tuple(_action_row(action) for action in paper.actions)
    title = f"Improvement actions ({len(_own(paper))})"
    return (Section(title, _readings(paper), Table(columns, rows)),)


def _readings(paper: PaperDraft) -> tuple[str, ...]:
    kinds = Counter(a.timescale.kind if a.timescale else TimescaleKind.NONE for a in _own(paper))
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return (f"Timescales by kind: {told}.",)


def _action_row(action: ActionDraft) -> tuple[Cell, ...]:
    timescale = action.timescale
    unclear = timescale is not None and timescale.kind is TimescaleKind.UNCLEAR
    return (
        Cell(action.ref),
        Cell(action.text),
        Cell(timescale.text if timescale else None, "warn" if unclear else ""),
        Cell(timescale.due if timescale else None),
        Cell(action.owners),
        Cell(str(action.status)),
    )


def _recommendations(paper: PaperDraft) -> tuple[Section, ...]:
    if not paper.recommendations:
        return ()
    columns = (
        Column("ref", "Ref", weight=0),
        Column("text", "Recommendation", weight=3),
        Column("section", "Section", weight=1, spare=1),
    )
    rows = tuple((Cell(r.ref), Cell(r.text), Cell(r.section)) for r in paper.recommendations)
    return (Section(f"Recommendations ({len(rows)})", table=Table(columns, rows)),)


def problems_section(problems: tuple[Problem, ...]) -> Section:
    """Return the problems of a paper, each with its place and how grave it is."""
    if not problems:
        return Section("Problems (0)", ("Everything in the paper found its place.",))
    columns = (
        Column("place", "Where", weight=1),
        Column("severity", "How grave", weight=0),
        Column("message", "What", weight=4),
    )
    rows = tuple(
        (Cell(p.place), Cell(str(p.severity), TONES[p.severity]), Cell(p.message)) for p in problems
    )
    return Section(f"Problems ({len(problems)})", table=Table(columns, rows))
