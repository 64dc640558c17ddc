"""The verbs that end a round: send it in as a draft, agree it, open the one before again.

Owns that each verb is one act, and that what it stands on is read when its turn to write has come.
What agreeing asks for is `tracker.agreeing`; which round
is drafted is `cycling`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db import queries
from tracker.agreeing import check_agreeing, check_step
from tracker.dates import say_day
from tracker.errors import Refused
from tracker.kinds import CycleState, StepKind
from tui.cycling import as_it_stands, drafted_plan, the_draft

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader
    from tracker.agreeing import Agreeing, Agreement
    from tracker.plan import CycleView, PartnershipView
    from tui.workspace import Workspace


def submit(workspace: Workspace, *, by: str | None, on: date) -> CycleView:
    """Mark the drafted round as sent in as a draft; it may be amended and sent in again.

    Raises:
        NotFound: No round is being drafted.
        Refused: The day cannot be.
    """
    from db.session import reader_of
    from db.writing.steps import set_state, take_step

    plan = drafted_plan(workspace)
    check_step(plan, on, today=workspace.settings.today)
    with workspace.act(f"submit cycle {plan.cycle.label}") as session:
        reader = reader_of(session)
        cycle = the_draft(reader, workspace.partnership(reader))
        take_step(session, cycle.id, StepKind.SUBMITTED, on=on, by=by)
        set_state(session, cycle.id, CycleState.SUBMITTED)
    return replace(cycle, state=CycleState.SUBMITTED)


def agree(workspace: Workspace, agreement: Agreement) -> tuple[Agreeing, tuple[str, ...]]:
    """Agree the drafted round: it is the live one now, and the one before is closed.

    Returns:
        What was done, and the labels of the cycles that are closed now.

    Raises:
        NotFound: No round is being drafted.
        Refused: A rating is not decided, nobody agrees, or the day cannot be.
    """
    from db.session import reader_of
    from db.writing.agreeing import agree_round

    label = drafted_plan(workspace).cycle.label
    with workspace.act(f"agree cycle {label}") as session:
        reader = reader_of(session)
        found = _agreeing(workspace, reader, workspace.partnership(reader), agreement)
        closed = agree_round(session=session, agreeing=found)
    return found, closed


def reopen(
    workspace: Workspace,
    label: str | None = None,
    *,
    by: str | None = None,
    reason: str | None,
    on: date | None = None,
) -> tuple[str, str]:
    """Open the cycle that was closed last again; the one that closed it is a draft once more.

    Args:
        workspace: Whose plan.
        label: The cycle; the one closed last where nothing is said.
        by: Who decided so; the person who acts where nobody is named.
        reason: Why.
        on: The day; today where nothing is said.

    Returns:
        The label of the live cycle, and that of the draft.

    Raises:
        Refused: There is no reason, another than the last is meant, or none was closed.
    """
    from db.session import reader_of
    from db.writing.agreeing import last_closing, reopen_round
    from db.writing.cycles import rounds_held

    day = on or workspace.settings.today
    with workspace.reading() as reader:
        partnership = workspace.partnership(reader)
        wanted = queries.find_cycle(reader, partnership.id, label).label if label else None
        closed, live = last_closing(rounds_held(reader, partnership.id), wanted)
    if not reason:
        raise Refused(
            f"Cycle {closed.label} is to be opened again without a reason.", "Say why: --reason."
        )
    if day > workspace.settings.today:
        raise Refused(f"{say_day(day)} has not come yet.", "Give the day with --on.")
    with workspace.act(f"reopen cycle {closed.label}", reason=reason) as session:
        closed, live = last_closing(rounds_held(reader_of(session), partnership.id), wanted)
        reopen_round(
            session=session,
            closed=closed,
            live=live,
            on=day,
            by=by or workspace.settings.me,
            reason=reason,
        )
    return closed.label, live.label


def _agreeing(
    workspace: Workspace, reader: Reader, partnership: PartnershipView, agreement: Agreement
) -> Agreeing:
    """Return what agreeing does to the drafted round as a reader sees it."""
    plan = as_it_stands(workspace, reader, the_draft(reader, partnership))
    held = queries.cycles(reader, partnership.id)
    live = next((one for one in held if one.id == plan.cycle.opened_from), None)
    before = as_it_stands(workspace, reader, live) if live else None
    return check_agreeing(plan, before, agreement, today=workspace.settings.today)
