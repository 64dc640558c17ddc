"""Links between the actions of two cycles: suggested, confirmed, refused.

Owns their rows. Suggesting is `tracker.matching`; what a link means is `tracker.lineage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.bulk import record_inserts
from db.queries import cycles, load_plan
from db.session import reader_of
from db.writing.stale import refuse_stale
from tracker.errors import NotFound, Refused
from tracker.kinds import CycleState, LinkState
from tracker.lineage import wording_in_plan
from tracker.matching import suggest_links
from tracker.models import LinkRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from db.reader import Reader
    from db.session import ActSession
    from tracker.lineage import Link
    from tracker.plan import ActionView, PlanView

BY_HAND = "Linked by a person."


def link_to_neighbours(*, session: ActSession, cycle: int, as_at: date) -> int:
    """Suggest which actions go on from the cycle before and into the one after; count the links.

    The cycle after is held already where papers arrive in another order than they were written. A
    closed one takes no links in; `compare` suggests them whenever it is asked.

    Args:
        session: The act that made the cycle.
        cycle: The new cycle.
        as_at: Its day.
    """
    reader = reader_of(session)
    new = load_plan(reader, cycle, as_at=as_at)
    made = _suggest(session, reader, new)
    for held in cycles(reader, new.partnership.id):
        if held.id == cycle or held.as_at is None or held.state is CycleState.CLOSED:
            continue
        after = load_plan(reader, held.id, as_at=held.as_at)
        if after.previous and after.previous.id == cycle:
            made += _suggest(session, reader, after)
    return made


def link_added(*, session: ActSession, cycle: int, added: Collection[str], as_at: date) -> int:
    """Suggest which actions of the cycle before go on in some that came later; count the links.

    Args:
        session: The act that added them.
        cycle: Their cycle.
        added: Their references.
        as_at: A day by which they are held.
    """
    reader = reader_of(session)
    return _suggest(session, reader, load_plan(reader, cycle, as_at=as_at), added)


def _suggest(
    session: ActSession, reader: Reader, repeat: PlanView, added: Collection[str] | None = None
) -> int:
    """Suggest links between a cycle, or what was added to it, and the one before; count them."""
    before = repeat.previous
    if before is None or before.ratings_only or repeat.cycle.ratings_only:
        return 0
    base = load_plan(reader, before.id, as_at=repeat.as_at)
    links = suggest_links(
        [wording_in_plan(action) for action in base.actions],
        [wording_in_plan(action) for action in repeat.actions],
    )
    ids = {a.ref: a.id for a in base.actions}, {a.ref: a.id for a in repeat.actions}
    rows = [
        {
            "cycle_id": repeat.cycle.id,
            "base_action_id": ids[0][link.base],
            "repeat_action_id": ids[1][link.repeat],
            "certainty": round(link.certainty * 1000),
            "reason": link.reason,
            "state": LinkState.SUGGESTED,
        }
        for link in links
        if added is None or link.repeat in added
    ]
    record_inserts(session, LinkRow, rows)
    return len(rows)


def confirm_link(
    *,
    session: ActSession,
    repeat: PlanView,
    base_action: ActionView,
    repeat_action: ActionView,
    reason: str | None = None,
) -> None:
    """Confirm a suggested link, or make one that nobody suggested.

    Raises:
        Refused: It is confirmed already, somebody said something of it since the plan was read,
            or the later cycle is closed.
    """
    held = _held(session, repeat, base_action, repeat_action)
    if held is None:
        row = _row(repeat, base_action, repeat_action, LinkState.CONFIRMED)
        told = {"certainty": 1000, "reason": reason or BY_HAND}
        record_inserts(session, LinkRow, [row | told])
        return
    if held.state is LinkState.CONFIRMED:
        raise Refused(
            f"{base_action.ref} and {repeat_action.ref} are linked already, and it is confirmed.",
            "Take it back with tracker unlink.",
        )
    held.state = LinkState.CONFIRMED
    if reason:
        held.reason = reason
    session.flush()


def refuse_link(
    *,
    session: ActSession,
    repeat: PlanView,
    base_action: ActionView,
    repeat_action: ActionView,
    shown: Link | None = None,
) -> None:
    """Refuse a link; it is remembered, so that it is not suggested again.

    Args:
        session: The act.
        repeat: The later cycle's plan as it was read.
        base_action: The earlier action.
        repeat_action: The later one.
        shown: The link as the comparison shows it, where it is suggested and not held.

    Raises:
        NotFound: No such link is held or shown.
        Refused: It was refused already, somebody said something of it since the plan was read, or
            the later cycle is closed.
    """
    held = _held(session, repeat, base_action, repeat_action)
    if held is None and shown is not None:
        row = _row(repeat, base_action, repeat_action, LinkState.REFUSED)
        told = {"certainty": round(shown.certainty * 1000), "reason": shown.reason}
        record_inserts(session, LinkRow, [row | told])
        return
    if held is None:
        raise NotFound(
            f"{base_action.ref} and {repeat_action.ref} are not linked.",
            "See the links with tracker compare.",
        )
    if held.state is LinkState.REFUSED:
        raise Refused(
            f"{base_action.ref} and {repeat_action.ref} are told not to be the same already.",
            "If they are after all: tracker link.",
        )
    held.state = LinkState.REFUSED
    session.flush()


def _row(
    repeat: PlanView, base_action: ActionView, repeat_action: ActionView, state: LinkState
) -> dict[str, object]:
    """Return the row of a link that somebody has spoken of."""
    return {
        "cycle_id": repeat.cycle.id,
        "base_action_id": base_action.id,
        "repeat_action_id": repeat_action.id,
        "state": state,
    }


def _held(
    session: ActSession, plan: PlanView, base_action: ActionView, repeat_action: ActionView
) -> LinkRow | None:
    """Return the link of two actions, unless it is another one than the person has seen."""
    wanted = select(LinkRow).where(
        col(LinkRow.base_action_id) == base_action.id,
        col(LinkRow.repeat_action_id) == repeat_action.id,
    )
    held = session.exec(wanted).first()
    if held is not None and held.id is not None:
        refuse_stale(session, "link", [held.id], read=plan.act)
    return held
