"""Actions that people add and reword.

Owns the number of a new action and the proposals that an action stands under. What is said of an
action afterwards is `updates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.bulk import record_inserts
from db.session import reader_of
from db.writing.filing import proposals_of
from db.writing.numbers import next_number
from db.writing.owners import add_owners
from db.writing.stale import refuse_stale
from db.writing.texts import words
from db.writing.updates import add_updates, update_row
from tracker.errors import NotFound, Refused
from tracker.kinds import Status
from tracker.models import ActionProposalRow, ActionRow, PositionRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.session import ActSession
    from tracker.changing import Change
    from tracker.plan import ActionView, PlanView

NO_PROPOSAL = "R"
"""The code of actions under no proposal."""
FRAMEWORK = "SELECT framework_id FROM cycle WHERE id = :cycle"


def add_action(
    *,
    session: ActSession,
    plan: PlanView,
    codes: Sequence[str],
    text: str,
    change: Change,
    delivery: str | None = None,
) -> str:
    """Add an action to a plan and return its reference.

    Args:
        session: The act.
        plan: The plan as it was read.
        codes: The proposals it stands under, its own first; none makes it `R/N`.
        text: Its wording.
        change: What is said of it from the first; without a status it has not started, unless
            its timescale says otherwise.
        delivery: How it will be delivered.

    Raises:
        Refused: It has no wording, or the cycle is closed.
        NotFound: The framework has no such proposal.
    """
    proposals = _proposals(session, plan, codes)
    code = codes[0] if codes else NO_PROPOSAL
    number = next_number(session, plan.partnership.id, code)
    cycle = plan.cycle.id
    row = {"cycle_id": cycle, "code": code, "number": number, **_worded(text, delivery)}
    (action,) = record_inserts(session, ActionRow, [row])
    place = {"cycle_id": cycle, "code": code, "number": number, "action_id": action}
    record_inserts(session, PositionRow, [place])
    _stand_under(session, cycle, action, proposals)
    implied = change.timescale.status if change.timescale else None
    update = update_row(
        session,
        cycle=cycle,
        action=action,
        happened_on=change.on,
        status=change.status or implied or Status.NOT_STARTED,
        timescale=change.timescale,
        outlook=change.outlook,
        outlook_reason=change.outlook_reason,
        board_text=change.board_text,
        note=change.note,
        said_by=change.said_by,
        reason=change.reason,
    )
    add_updates(session, [update], [change.timescale])
    add_owners(session, plan.partnership.id, cycle, [(action, change.owners or (), ())])
    return f"{code}/{number}"


def edit_action(
    *,
    session: ActSession,
    plan: PlanView,
    action: ActionView,
    text: str | None = None,
    delivery: str | None = None,
    codes: Sequence[str] | None = None,
) -> None:
    """Reword an action, or move it to other proposals; it keeps its reference.

    Args:
        session: The act.
        plan: The plan as it was read.
        action: The one that is meant.
        text: Its new wording.
        delivery: How it will be delivered; empty text takes it away.
        codes: The proposals it stands under from now on.

    Raises:
        Refused: It would have no wording, the cycle is closed, or somebody changed it since.
        NotFound: The framework has no such proposal.
    """
    refuse_stale(session, "action", [action.id], read=plan.act)
    row = session.exec(select(ActionRow).where(col(ActionRow.id) == action.id)).one()
    if text is not None:
        row.text = _worded(text, None)["text"] or ""
    if delivery is not None:
        row.delivery = words(delivery)
    if codes is not None:
        put_under(session, plan.cycle.id, action.id, _proposals(session, plan, codes))
    session.flush()


def put_under(session: ActSession, cycle: int, action: int, proposals: Sequence[int]) -> None:
    """Let an action stand under these proposals, in their order, and under no others."""
    _leave(session, action, proposals)
    _stand_under(session, cycle, action, proposals)


def _worded(text: str, delivery: str | None) -> dict[str, str | None]:
    """Return an action's wording as columns."""
    wording = words(text)
    if not wording:
        raise Refused("The action has no wording.", "Say in a sentence what will be done.")
    return {"text": wording, "delivery": words(delivery)}


def _proposals(session: ActSession, plan: PlanView, codes: Sequence[str]) -> list[int]:
    """Return the ids of proposals, each once."""
    framework = reader_of(session).rows(FRAMEWORK, {"cycle": plan.cycle.id})[0][0]
    known = proposals_of(session, framework)
    for code in codes:
        if code not in known:
            raise NotFound(f"There is no proposal {code}.", f"It is one of: {', '.join(known)}.")
    return [known[code] for code in dict.fromkeys(codes)]


def _leave(session: ActSession, action: int, proposals: Sequence[int]) -> None:
    """Take an action away from all proposals but these."""
    wanted = select(ActionProposalRow).where(col(ActionProposalRow.action_id) == action)
    for row in session.exec(wanted):
        if row.proposal_id not in proposals:
            session.delete(row)
    session.flush()


def _stand_under(session: ActSession, cycle: int, action: int, proposals: Sequence[int]) -> None:
    """Put an action under proposals, in their order."""
    wanted = select(ActionProposalRow).where(col(ActionProposalRow.action_id) == action)
    held = {row.proposal_id: row for row in session.exec(wanted)}
    new = []
    for position, proposal in enumerate(proposals):
        if proposal in held:
            held[proposal].position = position
        else:
            new.append(
                {
                    "cycle_id": cycle,
                    "action_id": action,
                    "proposal_id": proposal,
                    "position": position,
                }
            )
    session.flush()
    record_inserts(session, ActionProposalRow, new)
