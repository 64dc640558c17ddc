"""Agreeing a round, and opening the last one again.

Owns what passes between the live cycle and the repeat. Until a repeat is agreed, what is said of
its carried actions stands in the live cycle alone. Agreeing writes the whole of it into the repeat:
every update with its own day, its milestones, and the act that recorded it. So `--as-at` stays
true, the first agreed date and every later one stay readable, and a long silence is not broken by
the change of cycle; a single update with the folded state would lose all three. The earlier cycle
is closed as it is. Opening it again is the reverse: what was said since goes back into it, and the
repeat is a draft as before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_deletes, record_inserts, record_updates
from db.plan_rows import CARRIED
from db.session import reader_of
from db.writing.carrying import Carried, carry_actions, rows_of
from db.writing.cycles import rounds_held
from db.writing.owners import owner_row
from db.writing.ratings import level_ids
from db.writing.steps import set_state, take_step
from tracker.errors import Refused
from tracker.kinds import CycleState, StepKind
from tracker.models import DecisionRow, MilestoneRow, OwnerRow, UpdateRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from db.reader import Reader
    from db.session import ActSession
    from db.writing.carrying import Values
    from db.writing.cycles import Round
    from tracker.agreeing import Agreeing

SAID = tuple(name for name in UpdateRow.model_fields if name not in {"id", "cycle_id"})
POINTS = tuple(name for name in MilestoneRow.model_fields if name not in {"id", "cycle_id"})
LED = ("action_id", "post_id", "role", "position")
STEPS = "SELECT kind, act_id, from_cycle_id FROM cycle_step WHERE cycle_id = :cycle ORDER BY id"


def agree_round(*, session: ActSession, agreeing: Agreeing) -> tuple[str, ...]:
    """Make a drafted round the live one, and return the labels of those that it closes."""
    plan, agreement = agreeing.plan, agreeing.agreement
    held = rounds_held(reader_of(session), plan.partnership.id)
    own = next(one for one in held if one.id == plan.cycle.id)
    _leave(session, agreeing)
    if plan.cycle.opened_from is not None:
        _take_in(session, agreeing, plan.cycle.opened_from)
        _write_down(session, base=plan.cycle.opened_from, cycle=plan.cycle.id)
    take_step(session, own.id, StepKind.AGREED, on=agreement.on, by=agreement.by)
    set_state(session, own.id, CycleState.AGREED)
    closing = [
        one
        for one in held
        if one.state is CycleState.AGREED and one.framework_key == own.framework_key
    ]
    for one in closing:
        set_state(session, one.id, CycleState.CLOSED)
    return tuple(one.label for one in closing)


def reopen_round(
    *, session: ActSession, closed: Round, live: Round, on: date, by: str, reason: str
) -> None:
    """Make the cycle that was closed last the live one again; the one after it is a draft again."""
    steps = reader_of(session).rows(STEPS, {"cycle": live.id})
    opened_from = {base for kind, _, base in steps if kind == StepKind.OPENED}
    kinds = {kind for kind, _, _ in steps}
    set_state(session, closed.id, CycleState.AGREED)
    if closed.id in opened_from:
        agreed = max((act for kind, act, _ in steps if kind == StepKind.AGREED), default=0)
        _hand_back(session, base=closed.id, cycle=live.id, agreed=agreed)
    was_sent = StepKind.SUBMITTED.value in kinds or not opened_from
    set_state(session, live.id, CycleState.SUBMITTED if was_sent else CycleState.DRAFTING)
    take_step(session, closed.id, StepKind.REOPENED, on=on, by=by, reason=reason)


def last_closing(held: Sequence[Round], label: str | None) -> tuple[Round, Round]:
    """Return the cycle that was closed last, and the live one that closed it.

    Args:
        held: The cycles of a partnership, oldest first.
        label: The one that somebody wants; the last where nothing is said.

    Raises:
        Refused: None was closed, a draft is in the way, or another than the last is wanted.
    """
    live = next((one for one in held[::-1] if one.state is CycleState.AGREED), None)
    drafts = [one.label for one in held if one.state.is_draft]
    if drafts:
        raise Refused(
            f"Cycle {drafts[0]} is being drafted; the cycle before it is live already.",
            "Work in that one.",
        )
    closed = [
        one
        for one in held
        if live is not None
        and one.state is CycleState.CLOSED
        and not one.ratings_only
        and one.framework_key == live.framework_key
        and one.ordered_on < live.ordered_on
    ]
    if live is None or not closed:
        raise Refused(
            "No cycle was closed that could be opened again.",
            "A round of which only the ratings are held stays closed.",
        )
    if label is not None and label != closed[-1].label:
        raise Refused(
            f"Only the latest closing can be taken back, that of cycle {closed[-1].label}.",
            f"Say: tracker cycle reopen {closed[-1].label} --reason WHY.",
        )
    return closed[-1], live


def _leave(session: ActSession, agreeing: Agreeing) -> None:
    """Record the ratings that are left as they were."""
    levels = level_ids(session, agreeing.plan)
    rows = [
        {
            "cycle_id": agreeing.plan.cycle.id,
            "assessment_id": agreeing.plan.by_code[code].id,
            "act_id": session.act,
            "kind": decision.kind,
            "level_id": levels.get(decision.level or ""),
            "decided_on": decision.decided_on,
            "decided_by": decision.decided_by,
            "reason": decision.reason,
        }
        for code, decision in agreeing.left
    ]
    record_inserts(session, DecisionRow, rows)


def _take_in(session: ActSession, agreeing: Agreeing, base: int) -> None:
    """Carry the live actions that the round does not hold yet."""
    carried = Carried(
        base=base,
        cycle=agreeing.plan.cycle.id,
        actions=[action.id for action in agreeing.arriving],
        merged={},
        reason=f"Carried when cycle {agreeing.plan.cycle.label} was agreed.",
    )
    carry_actions(session, carried)


def _pairs(reader: Reader, base: int, cycle: int) -> dict[int, int]:
    """Return the actions of a cycle that went on, with what they are in the next."""
    return {old: new for new, old in reader.rows(CARRIED, {"cycle": cycle, "base": base})}


def _write_down(session: ActSession, *, base: int, cycle: int) -> None:
    """Write what stands in a cycle of actions that went on into the next."""
    new = _pairs(reader_of(session), base, cycle)
    updates = rows_of(session, "action_update", SAID, base)
    points = rows_of(session, "milestone", POINTS, base)
    _copy_updates(session, (row for row in updates if row["action_id"] in new), points, new, cycle)
    owners = [
        {**_without(row, "id"), "cycle_id": cycle, "action_id": new[row["action_id"]]}
        for row in rows_of(session, "action_owner", LED, base)
        if row["action_id"] in new
    ]
    record_inserts(session, OwnerRow, owners)


def _copy_updates(
    session: ActSession,
    updates: Iterable[Values],
    points: Iterable[Values],
    new: Mapping[int, int],
    cycle: int,
) -> None:
    """Write updates with their milestones into a cycle, each with the act that recorded it."""
    held = list(updates)
    rows = [
        {
            **_without(row, "id"),
            "cycle_id": cycle,
            "action_id": new[row["action_id"]],
            "superseded_by_id": new.get(row["superseded_by_id"], row["superseded_by_id"]),
        }
        for row in held
    ]
    ids = record_inserts(session, UpdateRow, rows)
    updated = dict(zip((row["id"] for row in held), ids, strict=True))
    copied = [
        {
            **_without(row, "id"),
            "cycle_id": cycle,
            "action_id": new[row["action_id"]],
            "update_id": updated[row["update_id"]],
        }
        for row in points
        if row["update_id"] in updated
    ]
    record_inserts(session, MilestoneRow, copied)


def _hand_back(session: ActSession, *, base: int, cycle: int, agreed: int) -> None:
    """Write what was said since an agreement into the cycle before; nothing of it stays here."""
    reader = reader_of(session)
    old = {new: number for number, new in _pairs(reader, base, cycle).items()}
    updates = [r for r in rows_of(session, "action_update", SAID, cycle) if r["action_id"] in old]
    points = [r for r in rows_of(session, "milestone", POINTS, cycle) if r["action_id"] in old]
    owners = [r for r in rows_of(session, "action_owner", LED, cycle) if r["action_id"] in old]
    held = [
        r for r in rows_of(session, "milestone", POINTS, base) if r["action_id"] in old.values()
    ]
    copied = {row["id"] for row in updates if row["act_id"] < agreed}
    since = [row for row in updates if row["id"] not in copied]
    _reach(session, held, [row for row in points if row["update_id"] in copied])
    _copy_updates(session, since, points, old, base)
    _lead(session, owners, old, base)
    record_deletes(session, "milestone", [row["id"] for row in points])
    record_deletes(session, "action_update", [row["id"] for row in updates])
    record_deletes(session, "action_owner", [row["id"] for row in owners])


def _reach(session: ActSession, held: Sequence[Values], copied: Sequence[Values]) -> None:
    """Write the days on which milestones were reached since; copies stand in the same order."""
    record_updates(
        session,
        MilestoneRow,
        [
            {"id": one["id"], "done_on": copy["done_on"]}
            for one, copy in zip(held, copied, strict=True)
            if one["done_on"] != copy["done_on"]
        ],
    )


def _lead(session: ActSession, owners: Sequence[Values], old: Mapping[int, int], base: int) -> None:
    """Give actions the owners that they have had since."""
    wanted = {
        (old[row["action_id"]], row["post_id"]): (row["role"], row["position"]) for row in owners
    }
    held = {
        (row["action_id"], row["post_id"]): row
        for row in rows_of(session, "action_owner", LED, base)
        if row["action_id"] in old.values()
    }
    record_deletes(session, "action_owner", [held[key]["id"] for key in held.keys() - wanted])
    kept = [
        {"id": held[key]["id"], "role": role, "position": position}
        for key, (role, position) in wanted.items()
        if key in held
    ]
    record_updates(session, OwnerRow, kept)
    new = [
        owner_row(base, action, post, role, position)
        for (action, post), (role, position) in wanted.items()
        if (action, post) not in held
    ]
    record_inserts(session, OwnerRow, new)


def _without(row: Values, name: str) -> Values:
    return {key: value for key, value in row.items() if key != name}
