"""The steps in the life of a cycle: opened, submitted, agreed, reopened.

Owns the record of a step (who took it and when, as against who typed it) and the state that a
cycle is in afterwards. What else opening and agreeing write stands in `opening` and `agreeing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_inserts, record_updates
from db.writing.texts import line, words
from tracker.errors import Refused
from tracker.kinds import CycleState
from tracker.models import CycleRow, StepRow
from tracker.names import typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.session import ActSession
    from db.writing.cycles import Round
    from tracker.kinds import StepKind


def take_step(
    session: ActSession,
    cycle: int,
    kind: StepKind,
    *,
    on: date,
    by: str | None = None,
    reason: str | None = None,
    drawn_from: int | None = None,
) -> None:
    """Record a step of a cycle."""
    row = {
        "cycle_id": cycle,
        "act_id": session.act,
        "kind": kind,
        "taken_on": on,
        "taken_by": line(by),
        "reason": words(reason),
        "from_cycle_id": drawn_from,
    }
    record_inserts(session, StepRow, [row])


def set_state(session: ActSession, cycle: int, state: CycleState) -> None:
    """Put a cycle into a state."""
    record_updates(session, CycleRow, [{"id": cycle, "state": state}])


def refuse_beside_draft(held: Sequence[Round], *, as_at: date) -> None:
    """Refuse a cycle that would become the live one while a repeat of the live one is drafted.

    Raises:
        Refused: Naming the draft, and what to do with it first.
    """
    drafts = [one for one in held if one.state.is_draft]
    agreed = [one for one in held if one.state is CycleState.AGREED]
    if not drafts or (agreed and as_at < agreed[-1].ordered_on):
        return
    label = drafts[0].label
    raise Refused(
        f"Cycle {label} is being drafted; another round cannot come in before it is agreed.",
        f"If the paper is that round's own: tracker import --into {typed(label)}. Else record its "
        "ratings with tracker rate and tracker confirm, and agree it: tracker cycle agree. Or take "
        f"it back first: tracker history shows the act that opened cycle {label}, tracker undo "
        "takes it back.",
    )
