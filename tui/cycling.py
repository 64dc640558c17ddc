"""The verbs on rounds: which are held, how far each has come, and opening the repeat of one.

Owns which round is meant when none is named. Opening is one act, and looks again when its turn to
write has come, so that what was previewed is what is done, or is refused. Knows neither Textual nor
Typer. Deciding ratings is `recording`, sending a round in and agreeing it is `agreeing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db import queries
from tracker.errors import NotFound
from tracker.kinds import CycleState
from tracker.opening import prepare
from tracker.round import progress_of
from tui.finding import find_action, newest_day

if TYPE_CHECKING:
    from db.reader import Reader
    from tracker.opening import Choice, Opening, Prepared
    from tracker.plan import CycleView, PartnershipView, PlanView
    from tracker.round import RoundProgress
    from tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Round:
    """A cycle with how far its round has come."""

    cycle: CycleView
    is_live: bool
    progress: RoundProgress


def rounds(workspace: Workspace) -> tuple[PartnershipView, tuple[Round, ...]]:
    """Return the cycles of a partnership, oldest first, each with its progress."""
    with workspace.reading() as reader:
        partnership = workspace.partnership(reader)
        held = queries.cycles(reader, partnership.id)
        live = next((c for c in held[::-1] if c.state is CycleState.AGREED), None)
        return partnership, tuple(
            Round(cycle, cycle is live, progress_of(as_it_stands(workspace, reader, cycle)))
            for cycle in held
        )


def being_drafted(workspace: Workspace) -> CycleView | None:
    """Return the round that is being drafted, where there is one."""
    with workspace.reading() as reader:
        return _draft(reader, workspace.partnership(reader))


def drafted_plan(workspace: Workspace) -> PlanView:
    """Return the plan of the round that is being drafted, as it stands today.

    Raises:
        NotFound: No round is being drafted.
    """
    with workspace.reading() as reader:
        partnership = workspace.partnership(reader)
        return as_it_stands(workspace, reader, the_draft(reader, partnership))


def foresee_opening(workspace: Workspace, opening: Opening) -> Prepared:
    """Return what opening a repeat would do; nothing is changed.

    Args:
        workspace: Whose plan.
        opening: Its label and day, and what becomes of actions that are not simply carried.

    Raises:
        NotFound: There is no live cycle, or a choice names no action.
        Refused: The label is in use, another repeat is drafted, or a choice lacks its reason.
    """
    from db.writing.cycles import OPENING, free_label, rounds_held
    from db.writing.steps import refuse_beside_draft

    with workspace.reading() as reader:
        partnership = workspace.partnership(reader)
        prepared = _prepared(workspace, reader, partnership, opening)
        held = rounds_held(reader, partnership.id)
    refuse_beside_draft(held, as_at=opening.as_at)
    free_label([one.label for one in held], opening.label, by=OPENING)
    return prepared


def open_cycle(workspace: Workspace, opening: Opening) -> Prepared:
    """Open a repeat of the live cycle as one act, and return what was done.

    Raises:
        NotFound: There is no live cycle, or a choice names no action.
        Refused: The label is in use, another repeat is drafted, or a choice lacks its reason.
    """
    from db.session import reader_of
    from db.writing.opening import open_cycle

    settings = workspace.settings
    with workspace.act(f"open cycle {opening.label}") as session:
        reader = reader_of(session)
        prepared = _prepared(workspace, reader, workspace.partnership(reader), opening)
        open_cycle(session=session, prepared=prepared, on=settings.today, who=settings.me)
    return prepared


def progress(workspace: Workspace, cycle: str | None = None) -> tuple[PlanView, RoundProgress]:
    """Return how far a round has come: the one named, else the one drafted, else the live one."""
    drafted = being_drafted(workspace) if cycle is None else None
    plan = workspace.plan(cycle=drafted.label if drafted else cycle)
    return plan, progress_of(plan)


def _prepared(
    workspace: Workspace, reader: Reader, partnership: PartnershipView, opening: Opening
) -> Prepared:
    """Return what opening does to the live plan as a reader sees it."""
    held = queries.cycles(reader, partnership.id)
    agreed = [cycle for cycle in held if cycle.state is CycleState.AGREED]
    if not agreed:
        raise NotFound(
            f"No agreed cycle of {partnership.name} is held that could be repeated.",
            "Import its paper first.",
        )
    plan = as_it_stands(workspace, reader, agreed[-1])
    choices = tuple(_resolved(plan, choice) for choice in opening.choices)
    return prepare(plan, replace(opening, choices=choices))


def _resolved(plan: PlanView, choice: Choice) -> Choice:
    """Return a choice with the actions' own references, whatever positions were named."""
    into = find_action(plan, choice.into).ref if choice.into else None
    return replace(choice, ref=find_action(plan, choice.ref).ref, into=into)


def as_it_stands(workspace: Workspace, reader: Reader, cycle: CycleView) -> PlanView:
    """Return a cycle's plan as it stands; a round of a day to come also before its day."""
    day = newest_day(cycle, today=workspace.settings.today)
    return queries.load_plan(reader, cycle.id, as_at=day)


def _draft(reader: Reader, partnership: PartnershipView) -> CycleView | None:
    """Return the newest round that is being drafted."""
    held = queries.cycles(reader, partnership.id)
    return next((cycle for cycle in held[::-1] if cycle.state.is_draft), None)


def the_draft(reader: Reader, partnership: PartnershipView) -> CycleView:
    """Return the round that is being drafted.

    Raises:
        NotFound: There is none.
    """
    found = _draft(reader, partnership)
    if found is None:
        raise NotFound(
            f"No round of {partnership.name} is being drafted.",
            "Open the repeat: tracker cycle open LABEL --as-at DATE.",
        )
    return found
