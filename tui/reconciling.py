"""The verbs that take a paper into a cycle that is held: see the difference, and record it.

Owns which cycle is meant. What differs is `tracker.reconcile`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import queries
from tracker.errors import NotFound, Refused
from tracker.ordering import folded

if TYPE_CHECKING:
    from db.writing.reconciling import Reconciled
    from tracker.drafts import Problem
    from tracker.reconciling.difference import Difference
    from tui.intake import Intake
    from tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Meeting:
    """A paper, the held cycle that it is for, and in what they differ."""

    intake: Intake
    cycle: int
    again: bool
    difference: Difference
    problems: tuple[Problem, ...]
    """What is doubtful in the paper, in reading it and beside what is held."""


def is_held(workspace: Workspace, intake: Intake) -> bool:
    """Tell whether the cycle that a paper names is held with its actions."""
    from db.writing.reconciling import held_as

    if not workspace.exists():
        return False
    with workspace.reading() as reader:
        owners = queries.partnerships(reader)
        held = [one for one in owners if folded(one.name) == folded(intake.partnership)]
        return any(held_as(reader, one.id, intake.label) is not None for one in held)


def meet(workspace: Workspace, intake: Intake, *, again: bool = False) -> Meeting:
    """Return in what a paper differs from the held cycle that it names.

    Args:
        workspace: Where.
        intake: The paper, with the label of the cycle.
        again: Although the same file is held as another cycle.

    Raises:
        NotFound: No such cycle is held.
        Refused: The cycle is closed or of another framework, or the paper is not for it.
    """
    from db.writing.reconciling import doubts, look

    if not workspace.exists():
        raise NotFound(
            f"No cycle {intake.label} of {intake.partnership} is held yet.",
            "Leave --into out to store the paper as a new cycle.",
        )
    with workspace.reading() as reader:
        partnership = queries.find_partnership(reader, intake.partnership)
        cycle = queries.find_cycle(reader, partnership.id, intake.label)
        known = queries.load_plan(reader, cycle.id, as_at=workspace.settings.today).framework
        if known.key != intake.framework.key:
            raise Refused(
                f"Cycle {cycle.label} is of another framework: {known.name}.",
                f"Read the paper with it: --framework {known.key}, or its file.",
            )
        difference = look(
            reader,
            intake.paper,
            cycle=cycle.id,
            on=intake.as_at,
            today=workspace.settings.today,
            again=again,
        )
        found = doubts(reader, intake.paper, cycle=cycle.id, on=intake.as_at)
    return Meeting(intake, cycle.id, again, difference, (*intake.paper.problems, *found))


def take_in(
    workspace: Workspace,
    meeting: Meeting,
    *,
    withdraw: str | None = None,
    reason: str | None = None,
) -> Reconciled:
    """Record a difference that was shown, as one act.

    Args:
        workspace: Where, and who acts.
        meeting: What was shown.
        withdraw: Why actions that the paper does not print are withdrawn; else they are kept.
        reason: Why what is recorded is not all that the paper says: what a person corrected.

    Raises:
        Refused: Somebody has changed the plan meanwhile.
    """
    from db.writing.reconciling import apply_difference

    intake, seen = meeting.intake, meeting.difference
    verb = f"import {intake.paper.document} into {seen.label}"
    why = " · ".join(part for part in (withdraw, reason) if part) or None
    with workspace.act(verb, reason=why) as session:
        return apply_difference(
            session=session,
            paper=intake.paper,
            cycle=meeting.cycle,
            seen=seen,
            today=workspace.settings.today,
            file_format=intake.format,
            size=intake.size,
            again=meeting.again,
            withdraw=withdraw,
        )
