"""From a file to a paper that can be stored: what is read, and where it would go.

Owns the decisions between reading and storing: whose paper it is, which cycle, which day. Reading
is `tracker.readers`, storing `db.writing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.drafts import Problem
from tracker.errors import Refused
from tracker.kinds import CycleRole, PaperKind, PartnershipKind, Severity
from tracker.names import may_mean, place_of
from tracker.ordering import folded

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.drafts import CycleDraft, PaperDraft
    from tracker.framework import Framework
    from tui.settings import Settings


@dataclass(frozen=True, slots=True)
class Intake:
    """A paper read, and where it is to be stored."""

    paper: PaperDraft
    framework: Framework
    partnership: str
    kind: PartnershipKind
    label: str
    as_at: date
    size: int
    """Of the file, in bytes."""
    format: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file read into a draft."""

    paper: PaperDraft
    framework: Framework
    size: int
    format: str


def take(
    path: Path, *, framework: Framework, as_at: date | None, label: str | None = None
) -> Taken:
    """Read a file.

    Args:
        path: The paper.
        framework: What its proposals belong to.
        as_at: The day on which its ratings hold, where the person knows better than the paper.
        label: What to call its cycle; else as the paper's date gives it.

    Raises:
        Unreadable: Saying what stands in the way and what to do.
    """
    from tracker.readers.paper import read_paper
    from tracker.readers.registry import MAX_BYTES, read_document
    from tui.files import read_bytes

    data = read_bytes(path, limit=MAX_BYTES)
    document = read_document(data, name=path.name)
    paper = read_paper(document, framework=framework, as_at=as_at)
    paper = _relabelled(paper, label=label)
    return Taken(paper, framework, len(data), document.format)


def _relabelled(paper: PaperDraft, *, label: str | None) -> PaperDraft:
    """Return a paper whose present cycle has another label."""
    if label is None:
        return paper
    if ":" in label or "/" in label:
        raise Refused(
            f"A cycle cannot be called {label}: references use “:” and “/”.",
            "Choose a name such as 2021 or 2021-repeat.",
        )
    cycles = tuple(
        replace(cycle, label=label) if cycle.role is CycleRole.CURRENT else cycle
        for cycle in paper.cycles
    )
    return replace(paper, cycles=cycles)


def place(taken: Taken, settings: Settings, *, for_another: bool = False) -> Intake:
    """Decide where a paper is to be stored.

    Args:
        taken: What was read.
        settings: Whose plan is meant, and what day it is.
        for_another: Store it for the partnership that was named although the paper names another.

    Raises:
        Refused: The paper does not say, and nobody else did; it contradicts what was said; or it
            speaks of a day that has not come.
    """
    paper, problems = _owned(taken.paper, settings, for_another=for_another)
    cycle, as_at = _dated(paper, settings.today)
    national = paper.kind is PaperKind.DELIVERY_PLAN
    return Intake(
        paper=replace(paper, problems=(*paper.problems, *problems)),
        framework=taken.framework,
        partnership=paper.partnership or "",
        kind=PartnershipKind.NATIONAL if national else PartnershipKind.LOCAL,
        label=cycle.label,
        as_at=as_at,
        size=taken.size,
        format=taken.format,
    )


def _owned(
    paper: PaperDraft, settings: Settings, *, for_another: bool
) -> tuple[PaperDraft, tuple[Problem, ...]]:
    """Return a paper with its partnership's name, and what is doubtful about it."""
    printed, said = paper.partnership, settings.partnership
    if printed is None and said is None:
        raise Refused(
            f"{paper.document} does not name its partnership.",
            "Say whose it is: tracker --partnership NAME import ...",
        )
    if printed is None or said is None:
        return replace(paper, partnership=printed or said), ()
    if settings.partnership_is_said and place_of(said) == place_of(printed) != folded(said):
        return replace(paper, partnership=said), ()
    if may_mean(said, printed):
        return paper, ()
    if not settings.partnership_is_said:
        message = f"The paper names {printed}, not {said} as TRACKER_PARTNERSHIP says."
        return paper, (Problem(paper.document, Severity.WARNING, message),)
    if not for_another:
        raise Refused(
            f"{paper.document} names {printed}, not {said} as --partnership says.",
            f"Leave --partnership out to store it for {printed}; to store it for {said} "
            "nevertheless, add --for-another.",
        )
    message = (
        f"The paper names {printed}; it is stored for {said}, as was said when it was read in."
    )
    return replace(paper, partnership=said), (Problem(paper.document, Severity.WARNING, message),)


def _dated(paper: PaperDraft, today: date) -> tuple[CycleDraft, date]:
    """Return the present cycle, and its day, which must have come."""
    cycle = paper.current
    if cycle is None or cycle.as_at is None:
        rated = any(proposal.rating for proposal in paper.proposals)
        holds = "its ratings hold" if rated else "it holds"
        raise Refused(
            f"{paper.document} does not say on which day {holds}.",
            "Find the day in the paper or its minutes and say it: --as-at 15/05/2019.",
        )
    for problem in ahead(paper, today):
        raise Refused(
            problem.message,
            "If the day is wrong or was read wrongly, say the right one: --as-at 15/05/2019.",
        )
    return cycle, cycle.as_at


def ahead(paper: PaperDraft, today: date) -> tuple[Problem, ...]:
    """Return what is doubtful about a paper that speaks of a day to come."""
    day = paper.current.as_at if paper.current else None
    if day is None or day <= today:
        return ()
    message = f"{paper.document} speaks of {say_day(day)}, which is after today."
    return (Problem(paper.document, Severity.WARNING, message),)
