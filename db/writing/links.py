"""Links between the actions of two cycles: suggested, confirmed, refused.

Owns their rows. Suggesting is `tracker.matching`; what a link means is `tracker.lineage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.bulk import record_inserts
from db.queries import load_plan
from db.session import reader_of
from tracker.errors import NotFound, Refused
from tracker.kinds import LinkState
from tracker.lineage import wording_in_plan
from tracker.matching import suggest_links
from tracker.models import LinkRow

if TYPE_CHECKING:
    from datetime import date

    from db.session import ActSession
    from tracker.plan import ActionView, PlanView

BY_HAND = "Linked by a person."


def link_to_previous(*, session: ActSession, cycle: int, as_at: date) -> int:
    """Suggest which actions of the cycle before go on in a new one, and return how many links.

    Args:
        session: The act that made the cycle.
        cycle: The new cycle.
        as_at: Its day.
    """
    reader = reader_of(session)
    repeat = load_plan(reader, cycle, as_at=as_at)
    before = repeat.previous
    if before is None or before.ratings_only or repeat.cycle.ratings_only:
        return 0
    base = load_plan(reader, before.id, as_at=as_at)
    links = suggest_links(
        [wording_in_plan(action) for action in base.actions],
        [wording_in_plan(action) for action in repeat.actions],
    )
    ids = {a.ref: a.id for a in base.actions}, {a.ref: a.id for a in repeat.actions}
    rows = [
        {
            "cycle_id": cycle,
            "base_action_id": ids[0][link.base],
            "repeat_action_id": ids[1][link.repeat],
            "certainty": round(link.certainty * 1000),
            "reason": link.reason,
            "state": LinkState.SUGGESTED,
        }
        for link in links
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
        Refused: It is confirmed already, or the later cycle is closed.
    """
    held = _held(session, base_action.id, repeat_action.id)
    if held is None:
        row = {
            "cycle_id": repeat.cycle.id,
            "base_action_id": base_action.id,
            "repeat_action_id": repeat_action.id,
            "certainty": 1000,
            "reason": reason or BY_HAND,
            "state": LinkState.CONFIRMED,
        }
        record_inserts(session, LinkRow, [row])
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


def refuse_link(*, session: ActSession, base_action: ActionView, repeat_action: ActionView) -> None:
    """Refuse a link; it is remembered, so that it is not suggested again.

    Raises:
        NotFound: No such link is held.
        Refused: It was refused already, or the later cycle is closed.
    """
    held = _held(session, base_action.id, repeat_action.id)
    if held is None:
        raise NotFound(
            f"{base_action.ref} and {repeat_action.ref} are not linked.",
            "See the links with tracker compare.",
        )
    if held.state is LinkState.REFUSED:
        raise Refused(f"The link of {base_action.ref} and {repeat_action.ref} is refused already.")
    held.state = LinkState.REFUSED
    session.flush()


def _held(session: ActSession, base: int, repeat: int) -> LinkRow | None:
    wanted = select(LinkRow).where(
        col(LinkRow.base_action_id) == base, col(LinkRow.repeat_action_id) == repeat
    )
    return session.exec(wanted).first()
