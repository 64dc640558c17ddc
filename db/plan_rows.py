"""Putting one cycle together from its rows.

Owns the SQL of a cycle's parts and the grouping of rows into views: one statement for each kind of
row, however many actions there are. `db.queries.load_plan` puts the parts together.

While a repeat is drafted, its carried actions hold no updates and no owners of their own: those of
the live cycle are read in their place, so that a draft is never behind the plan that people keep up
to date. Agreeing writes them down (`db.writing.agreeing`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from db.decode import day
from tracker.kinds import (
    Decision,
    EvidenceKind,
    Outlook,
    OwnerRole,
    Precision,
    Scope,
    Status,
    TimescaleKind,
)
from tracker.plan import (
    ActionRecord,
    ActionView,
    AssessmentView,
    DecisionView,
    EvidenceView,
    MilestoneView,
    OwnerView,
    UpdateView,
    fold,
)
from tracker.timescale import Milestone, Timescale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from db.reader import Reader, Row
    from tracker.framework import Framework
    from tracker.plan import CycleView

T = TypeVar("T")
# Looking a word up is several times faster than calling its enumeration; a plan has thousands.
STATUSES: dict[str | None, Status | None] = {None: None} | {word.value: word for word in Status}
OUTLOOKS: dict[str | None, Outlook | None] = {None: None} | {word.value: word for word in Outlook}
PRECISIONS: dict[str | None, Precision | None] = {None: None} | {w.value: w for w in Precision}
KINDS = {word.value: word for word in TimescaleKind}
ROLES = {word.value: word for word in OwnerRole}

ASSESSMENTS = """
SELECT a.id, p.code, coalesce(a.title, p.wording, p.name), p.name, f.code, p.scope, l.name, a.place
FROM assessment a JOIN proposal p ON p.id = a.proposal_id JOIN key_feature f ON f.id = p.feature_id
LEFT JOIN level l ON l.id = a.previous_printed_id
WHERE a.cycle_id = :cycle ORDER BY p.position
"""
PREVIOUS = """
SELECT p.code, l.name
FROM rating_decision d JOIN assessment a ON a.id = d.assessment_id
JOIN proposal p ON p.id = a.proposal_id LEFT JOIN level l ON l.id = d.level_id
WHERE d.cycle_id = :previous
ORDER BY CASE WHEN d.decided_on IS NULL THEN 0 ELSE 1 END, d.decided_on, d.id
"""
INDICATORS = """
SELECT i.assessment_id, l.name, i.text FROM indicator i JOIN level l ON l.id = i.level_id
WHERE i.cycle_id = :cycle ORDER BY l."rank"
"""
EVIDENCE = """
SELECT assessment_id, kind, text FROM evidence WHERE cycle_id = :cycle ORDER BY position, id
"""
DECISIONS = """
SELECT d.assessment_id, d.id, d.kind, l.name, d.decided_on, d.decided_by, d.reason, d.within,
 s.document, d.act_id
FROM rating_decision d LEFT JOIN level l ON l.id = d.level_id
LEFT JOIN source s ON s.id = d.source_id
WHERE d.cycle_id = :cycle
ORDER BY CASE WHEN d.decided_on IS NULL THEN 0 ELSE 1 END, d.decided_on, d.id
"""
ACTIONS = """
SELECT a.id, a.code, a.number, a.text, a.sub_items, a.delivery, a.section, a.feature, a.further,
 a.place, s.document
FROM action a LEFT JOIN source s ON s.id = a.source_id
WHERE a.cycle_id = :cycle
"""
UNDER = """
SELECT u.action_id, p.code FROM action_proposal u JOIN proposal p ON p.id = u.proposal_id
WHERE u.cycle_id = :cycle ORDER BY u.position, u.id
"""
POSITIONS = """
SELECT code, number, action_id, cross_reference FROM position WHERE cycle_id = :cycle
"""
UPDATES = """
SELECT u.action_id, u.id, u.happened_on, u.status, u.printed_status,
 u.timescale_text, u.timescale_kind, u.timescale_reading, u.due, u.start, u.precision,
 u.review, u.former, u.recurrence, u.implied_status,
 u.outlook, u.outlook_reason, u.board_text, u.note, u.said_by, u.reason, u.act_id,
 CASE WHEN b.id IS NOT NULL THEN b.code || '/' || b.number END
FROM action_update u LEFT JOIN action b ON b.id = u.superseded_by_id
WHERE u.cycle_id = :cycle ORDER BY u.happened_on, u.id
"""
MILESTONES = """
SELECT update_id, id, label, due, done_on FROM milestone WHERE cycle_id = :cycle
ORDER BY position, id
"""
OWNERS = """
SELECT o.action_id, p.id, p.name, o.role, p.body, p.holder, p.email
FROM action_owner o JOIN post p ON p.id = o.post_id
WHERE o.cycle_id = :cycle ORDER BY CASE o.role WHEN 'lead' THEN 0 ELSE 1 END, o.position, o.id
"""


CARRIED = """
SELECT r.id, b.id FROM action r JOIN action b ON b.code = r.code AND b.number = r.number
WHERE r.cycle_id = :cycle AND b.cycle_id = :base
"""
"""A carried action keeps its reference, and no number is used twice."""


class PlanParts:
    """The parts of one cycle, read one kind at a time.

    Args:
        reader: The store.
        cycle: The cycle's id.
        previous: That of the cycle before.
        as_at: The day.
        base: While it is drafted, the live cycle that it was opened from.
    """

    def __init__(
        self,
        reader: Reader,
        cycle: int,
        previous: int | None,
        as_at: date,
        *,
        base: CycleView | None = None,
    ) -> None:
        self._reader = reader
        self._cycle = {"cycle": cycle}
        self._previous = {"previous": previous}
        self._as_at = as_at
        self._positions = reader.rows(POSITIONS, self._cycle)
        self._base = base
        self._carried: dict[int, int] = {}
        if base is not None:
            self._carried = dict(reader.rows(CARRIED, {"cycle": cycle, "base": base.id}))

    def assessments(self) -> tuple[AssessmentView, ...]:
        """Return every assessment in the framework's order."""
        before: dict[str, str | None] = dict(self._reader.rows(PREVIOUS, self._previous))
        indicators = self._grouped(INDICATORS, lambda row: (row[0], row[1]))
        evidence = self._grouped(EVIDENCE, lambda row: EvidenceView(EvidenceKind(row[0]), row[1]))
        decisions = self._grouped(DECISIONS, _decision)
        made = []
        for number, code, title, name, feature, scope, printed, place in self._rows(ASSESSMENTS):
            taken = tuple(
                decision
                for decision in decisions[number]
                if decision.decided_on is None or decision.decided_on <= self._as_at
            )
            made.append(
                AssessmentView(
                    id=number,
                    code=code,
                    title=title,
                    name=name,
                    feature=feature,
                    scope=Scope(scope),
                    level=taken[-1].level if taken else None,
                    decisions=taken,
                    previous=before.get(code) or printed,
                    previous_printed=printed,
                    indicators=tuple(indicators[number]),
                    evidence=tuple(evidence[number]),
                    place=place,
                )
            )
        return tuple(made)

    def actions(self, framework: Framework) -> tuple[ActionView, ...]:
        """Return every action of the day, in the framework's order, recommendations last.

        One of which nothing had been said by then was added later.
        """
        under = self._grouped(UNDER, lambda row: str(row[0]))
        owners = self._said(OWNERS, _owner)
        milestones = self._grouped(MILESTONES, _milestone) | self._of_base(MILESTONES, _milestone)
        updates = self._said(UPDATES, lambda row: _update(row, milestones))
        aliases = self._aliases()
        order = {proposal.code: i for i, proposal in enumerate(framework.proposals)}
        rows = self._rows(ACTIONS)
        rows.sort(key=lambda row: (order.get(row[1], len(order) + (row[1] == "R")), row[1:3]))
        found = (
            fold(
                ActionRecord(
                    id=number,
                    code=code,
                    number=position,
                    text=text,
                    proposals=tuple(under[number]),
                    aliases=tuple(a for a in aliases[number] if a != f"{code}/{position}"),
                    sub_items=tuple(json.loads(sub_items)) if sub_items else (),
                    delivery=delivery,
                    section=section,
                    feature=feature,
                    further=tuple((h, c) for h, c in json.loads(further)) if further else (),
                    place=place,
                    source=source,
                    owners=tuple(owners[number]),
                    updates=tuple(updates[number]),
                    carried_from=self._base.label
                    if self._base and number in self._carried
                    else None,
                ),
                as_at=self._as_at,
            )
            for (
                number,
                code,
                position,
                text,
                sub_items,
                delivery,
                section,
                feature,
                further,
                place,
                source,
            ) in rows
        )
        return tuple(action for action in found if action.updates)

    def cross_references(self) -> tuple[tuple[str, str], ...]:
        """Return the printed positions that mean another proposal's actions."""
        found = sorted((code, number, to) for code, number, _, to in self._positions if to)
        return tuple((f"{code}/{number}", to) for code, number, to in found)

    def _aliases(self) -> dict[int, list[str]]:
        """Return the printed positions of each action."""
        found: dict[int, list[str]] = defaultdict(list)
        for code, number, action, _ in sorted(self._positions, key=lambda row: row[:2]):
            if action is not None:
                found[action].append(f"{code}/{number}")
        return found

    def _said(self, sql: str, make: Callable[[Row], T]) -> dict[int, list[T]]:
        """Return values by their action; those of a carried one stand with the live cycle's."""
        own, held = self._grouped(sql, make), self._of_base(sql, make)
        return own | {number: held.get(base, []) for number, base in self._carried.items()}

    def _of_base(self, sql: str, make: Callable[[Row], T]) -> dict[int, list[T]]:
        """Return values of the live cycle that a draft goes on with, by their owner's row."""
        if self._base is None:
            return {}
        return _group(self._reader.rows(sql, {"cycle": self._base.id}), make)

    def _rows(self, sql: str) -> list[Row]:
        """Return a statement's rows for this cycle."""
        return self._reader.rows(sql, self._cycle)

    def _grouped(self, sql: str, make: Callable[[Row], T]) -> dict[int, list[T]]:
        """Return values made of rows, by the owner that their first column names."""
        return _group(self._rows(sql), make)


def _group(rows: Iterable[Row], make: Callable[[Row], T]) -> dict[int, list[T]]:
    """Return values made of the rest of each row, by its first column."""
    found: dict[int, list[T]] = defaultdict(list)
    for owner, *rest in rows:
        found[owner].append(make(tuple(rest)))
    return found


def _decision(row: Row) -> DecisionView:
    """Make a decision of its columns."""
    number, kind, level, on, by, reason, within, source, act = row
    return DecisionView(number, Decision(kind), level, day(on), by, reason, within, source, act)


def _owner(row: Row) -> OwnerView:
    """Make an owner of its columns."""
    number, name, role, body, holder, email = row
    return OwnerView(number, name, ROLES[role], body, holder, email)


def _milestone(row: Row) -> MilestoneView:
    """Make a milestone of its columns."""
    number, label, due, done_on = row
    return MilestoneView(number, label, day(due), day(done_on))


def _update(row: Row, milestones: dict[int, list[MilestoneView]]) -> UpdateView:
    """Make an update of its columns, with the milestones that it set."""
    number, happened_on, status, printed = row[:4]
    outlook, outlook_reason, board_text, note, said_by, reason, act, instead = row[14:]
    points = tuple(milestones.get(number, ()))
    return UpdateView(
        id=number,
        happened_on=day(happened_on),
        status=STATUSES[status],
        printed_status=printed,
        timescale=_timescale(row[4:14], points) if row[5] else None,
        outlook=OUTLOOKS[outlook],
        outlook_reason=outlook_reason,
        board_text=board_text,
        note=note,
        said_by=said_by,
        reason=reason,
        milestones=points,
        act=act,
        superseded_by=instead,
    )


def _timescale(row: Row, points: tuple[MilestoneView, ...]) -> Timescale:
    """Make a timescale of its columns and milestones."""
    text, kind, reading, due, start, precision, review, former, recurrence, status = row
    return Timescale(
        text=text,
        kind=KINDS[kind],
        reading=reading,
        due=day(due),
        start=day(start),
        precision=PRECISIONS[precision],
        milestones=tuple(Milestone(point.label, point.due) for point in points),
        review=day(review),
        former=day(former),
        recurrence=recurrence,
        status=STATUSES[status],
    )
