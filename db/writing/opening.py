"""Opening the repeat of a round, as one act.

Owns what the new cycle holds from the first: an assessment of every proposal with the wording and
the indicators of the round before, every local rating *carried* and none decided, and the actions
that go on. What ends instead is said in the live cycle, where everybody looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.session import reader_of
from db.writing.carrying import Carried, carry_actions
from db.writing.cycles import OPENING, add_drafted, free_label, rounds_held
from db.writing.ratings import level_ids
from db.writing.steps import refuse_beside_draft, take_step
from db.writing.updates import add_updates, update_row
from tracker.kinds import Decision, Status, StepKind
from tracker.models import AssessmentRow, DecisionRow, IndicatorRow
from tracker.opening import Becomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from db.session import ActSession
    from tracker.opening import Choice, Prepared
    from tracker.plan import ActionView

ASSESSED = "SELECT proposal_id, title FROM assessment WHERE cycle_id = :cycle ORDER BY id"
INDICATED = """
SELECT a.proposal_id, i.level_id, i.text FROM indicator i JOIN assessment a
 ON a.id = i.assessment_id WHERE i.cycle_id = :cycle ORDER BY i.id
"""
PROPOSALS = """
SELECT p.code, p.id FROM proposal p JOIN cycle c ON c.framework_id = p.framework_id
WHERE c.id = :cycle
"""


def open_cycle(*, session: ActSession, prepared: Prepared, on: date, who: str) -> int:
    """Store the repeat of a round as a draft, and return its id.

    Args:
        session: The act.
        prepared: What becomes of every action, as the live plan stands now.
        on: The day on which it is opened; what ends now ends on it.
        who: Who says so.

    Raises:
        Refused: The label is in use, or another repeat is being drafted.
    """
    plan, opening = prepared.plan, prepared.opening
    held = rounds_held(reader_of(session), plan.partnership.id)
    refuse_beside_draft(held, as_at=opening.as_at)
    label = free_label([one.label for one in held], opening.label, by=OPENING)
    cycle = add_drafted(session=session, like=plan.cycle.id, label=label, as_at=opening.as_at)
    take_step(session, cycle, StepKind.OPENED, on=on, drawn_from=plan.cycle.id)
    _end_actions(session, prepared, on=on, who=who)
    _carry_ratings(session, prepared, cycle)
    ids = {action.ref: action.id for action in plan.actions}
    merged = {
        action.id: (ids[choice.into or ""], choice.reason or "")
        for action, choice in prepared.of(Becomes.MERGED)
    }
    carried = Carried(
        base=plan.cycle.id,
        cycle=cycle,
        actions=[action.id for action in prepared.carried],
        merged=merged,
        reason=f"Carried when cycle {label} was opened.",
        codes=frozenset(code for action in prepared.carried for code in action.proposals),
    )
    carry_actions(session, carried)
    return cycle


def _end_actions(session: ActSession, prepared: Prepared, *, on: date, who: str) -> None:
    """Say in the live cycle what is complete or withdrawn now."""
    ending = {Becomes.COMPLETE: Status.COMPLETE, Becomes.WITHDRAWN: Status.WITHDRAWN}
    rows = [
        _ending(session, prepared, action, choice, status, on=on, who=who)
        for becomes, status in ending.items()
        for action, choice in prepared.of(becomes)
    ]
    add_updates(session, rows, [None] * len(rows))


def _ending(
    session: ActSession,
    prepared: Prepared,
    action: ActionView,
    choice: Choice,
    status: Status,
    *,
    on: date,
    who: str,
) -> dict[str, object]:
    """Return the update that ends an action."""
    is_done = status is Status.COMPLETE
    return update_row(
        session,
        cycle=prepared.plan.cycle.id,
        action=action.id,
        happened_on=on,
        status=status,
        said_by=who,
        note=choice.reason if is_done else None,
        reason=None if is_done else choice.reason,
    )


def _carry_ratings(session: ActSession, prepared: Prepared, cycle: int) -> None:
    """Store an assessment of every proposal, with the ratings as they stand."""
    reader = reader_of(session)
    base = {"cycle": prepared.plan.cycle.id}
    assessed = reader.rows(ASSESSED, base)
    rows = [{"cycle_id": cycle, "proposal_id": n, "title": title} for n, title in assessed]
    added = record_inserts(session, AssessmentRow, rows)
    ids = {number: new for (number, _), new in zip(assessed, added, strict=True)}
    indicators = [
        {"cycle_id": cycle, "assessment_id": ids[proposal], "level_id": level, "text": text}
        for proposal, level, text in reader.rows(INDICATED, base)
    ]
    record_inserts(session, IndicatorRow, indicators)
    codes: dict[str, int] = dict(reader.rows(PROPOSALS, base))
    by_code = {code: ids[number] for code, number in codes.items() if number in ids}
    record_inserts(session, DecisionRow, [*_carried(session, prepared, cycle, by_code)])


def _carried(
    session: ActSession, prepared: Prepared, cycle: int, assessments: Mapping[str, int]
) -> Iterator[dict[str, object]]:
    """Yield the rating of each local proposal that has one; nobody has decided it yet."""
    levels = level_ids(session, prepared.plan)
    for assessment in prepared.ratings:
        if assessment.level is not None:
            yield {
                "cycle_id": cycle,
                "assessment_id": assessments[assessment.code],
                "act_id": session.act,
                "kind": Decision.CARRIED,
                "level_id": levels[assessment.level],
            }
