"""One cycle whole, as a frozen value: what every rule, report, filter and sort takes.

Owns the views and the folding of dated updates into a present state. Leaves reading the store to
`db.queries` and judging lateness to `rules`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.kinds import CycleState, Outlook, OwnerRole, PartnershipKind, Scope, Status

if TYPE_CHECKING:
    from datetime import date

    from tracker.framework import Framework, KeyFeature
    from tracker.kinds import Decision, EvidenceKind
    from tracker.timescale import Timescale


@dataclass(frozen=True, slots=True)
class PartnershipView:
    """An Integration Authority, or the national group."""

    id: int
    uid: str
    name: str
    kind: PartnershipKind = PartnershipKind.LOCAL
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class CycleView:
    """One round of self-evaluation."""

    id: int
    uid: str
    label: str
    as_at: date | None
    """None for a round known only from a column of previous ratings."""
    state: CycleState
    ratings_only: bool = False
    """Its actions are not held."""
    opened_from: int | None = None
    """The cycle that this one was prepared from, by its row; None for one that came as a paper."""
    agreed_on: date | None = None
    """The day on which it was agreed, where that was recorded here."""

    @property
    def in_force_from(self) -> date | None:
        """The day from which its plan counts: its own, or that of its agreement if later."""
        if self.agreed_on is None or self.as_at is None:
            return self.agreed_on or self.as_at
        return max(self.agreed_on, self.as_at)


@dataclass(frozen=True, slots=True)
class OwnerView:
    """A post that leads an action or contributes to it."""

    id: int
    name: str
    """The post, such as `Chief Finance Officer`."""
    role: OwnerRole = OwnerRole.LEAD
    body: str | None = None
    holder: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A dated point of an action."""

    id: int
    label: str
    due: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class UpdateView:
    """What was said of an action on a day; None says nothing about that field."""

    id: int
    happened_on: date
    status: Status | None = None
    printed_status: str | None = None
    timescale: Timescale | None = None
    outlook: Outlook | None = None
    outlook_reason: str | None = None
    board_text: str | None = None
    """For papers."""
    note: str | None = None
    """Internal."""
    said_by: str | None = None
    reason: str | None = None
    milestones: tuple[MilestoneView, ...] = ()
    """Set by this update's timescale."""
    act: int = 0
    """The number of the act that recorded it."""
    superseded_by: str | None = None
    """The reference of the action that takes its place."""


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """What is held of an action, before its updates are folded."""

    id: int
    code: str
    """The proposal under which it was first printed, or `R`."""
    number: int
    text: str
    proposals: tuple[str, ...] = ()
    """Every proposal that it stands under, by code, its own first."""
    aliases: tuple[str, ...] = ()
    """Further printed positions."""
    sub_items: tuple[str, ...] = ()
    delivery: str | None = None
    section: str | None = None
    """The report section of a recommendation."""
    feature: str | None = None
    """The key feature's code, where the action stands under no proposal."""
    further: tuple[tuple[str, str], ...] = ()
    place: str | None = None
    source: str | None = None
    """The document's name."""
    owners: tuple[OwnerView, ...] = ()
    updates: tuple[UpdateView, ...] = ()
    """Oldest first: by the day it happened, then as recorded."""
    carried_from: str | None = None
    """The label of the live cycle that updates go to, while this one is drafted."""

    @property
    def ref(self) -> str:
        """Its reference in its cycle, `CODE/N`."""
        return f"{self.code}/{self.number}"


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action as it stood on a day."""

    record: ActionRecord
    status: Status
    timescale: Timescale | None
    outlook: Outlook
    outlook_reason: str | None
    board_text: str | None
    printed_status: str | None
    milestones: tuple[MilestoneView, ...]
    """Those of the timescale in force; done ones keep their date, if done by that day."""
    updates: tuple[UpdateView, ...]
    """Those that had happened by that day."""

    @property
    def id(self) -> int:
        """The action's row."""
        return self.record.id

    @property
    def ref(self) -> str:
        """Its reference in its cycle."""
        return self.record.ref

    @property
    def text(self) -> str:
        """The wording."""
        return self.record.text

    @property
    def proposals(self) -> tuple[str, ...]:
        """The codes of the proposals that it stands under."""
        return self.record.proposals

    @property
    def owners(self) -> tuple[OwnerView, ...]:
        """Leads first."""
        return self.record.owners

    @property
    def owner_names(self) -> tuple[str, ...]:
        """The posts' names, leads first."""
        return tuple(owner.name for owner in self.record.owners)

    @property
    def due(self) -> date | None:
        """The last date that the timescale in force gives."""
        return self.timescale.due if self.timescale else None

    @property
    def last_update(self) -> date | None:
        """The day of the newest update."""
        return self.updates[-1].happened_on if self.updates else None

    @property
    def due_dates(self) -> tuple[date, ...]:
        """Every due date in turn, the first agreed one first: what slippage is."""
        dates: list[date] = []
        for update in self.updates:
            due = update.timescale.due if update.timescale else None
            if due and (not dates or dates[-1] != due):
                dates.append(due)
        return tuple(dates)


def fold(record: ActionRecord, *, as_at: date) -> ActionView:
    """Fold an action's updates up to a day, whenever they were typed in.

    Args:
        record: The action with all its updates.
        as_at: The day; later updates are left out.
    """
    seen = tuple(update for update in record.updates if update.happened_on <= as_at)
    status, printed = Status.NOT_REPORTED, None
    timescale: Timescale | None = None
    milestones: tuple[MilestoneView, ...] = ()
    outlook, outlook_reason, board_text = Outlook.NOT_STATED, None, None
    for update in seen:
        if update.status is not None:
            status, printed = update.status, update.printed_status
        if update.timescale is not None:
            timescale, milestones = update.timescale, update.milestones
        if update.outlook is not None:
            outlook, outlook_reason = update.outlook, update.outlook_reason
        if update.board_text is not None:
            board_text = update.board_text
    if not status.is_live:
        outlook, outlook_reason = Outlook.NOT_STATED, None
    return ActionView(
        record=record,
        status=status,
        timescale=timescale,
        outlook=outlook,
        outlook_reason=outlook_reason,
        board_text=board_text,
        printed_status=printed,
        milestones=tuple(
            replace(point, done_on=None) if point.done_on and point.done_on > as_at else point
            for point in milestones
        ),
        updates=seen,
    )


def first_day(plan: PlanView) -> date | None:
    """Return the day from which something can be recorded in a plan.

    A round that is drafted is prepared before its own day, but not before that of the one before.
    """
    if plan.cycle.state.is_draft and plan.cycle.opened_from is not None:
        return plan.previous.as_at if plan.previous else None
    return plan.cycle.as_at


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One dated decision on a rating."""

    id: int
    kind: Decision
    level: str | None
    decided_on: date | None
    decided_by: str | None
    """The body or meeting, as against the person who typed it."""
    reason: str | None = None
    within: str | None = None
    """What has changed within the level."""
    source: str | None = None
    act: int = 0


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A text that stands beside an assessment."""

    kind: EvidenceKind
    text: str


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """What a cycle holds of one proposal, on a day."""

    id: int
    code: str
    title: str
    """The official wording, newest held; our short name where none is."""
    name: str
    """Our short name."""
    feature: str
    scope: Scope
    level: str | None
    """The rating by the newest decision up to that day."""
    decisions: tuple[DecisionView, ...] = ()
    """Oldest first, up to that day."""
    previous: str | None = None
    """The rating of the cycle before, where one is held; else as printed."""
    previous_printed: str | None = None
    indicators: tuple[tuple[str, str], ...] = ()
    """Level name and wording, worst first."""
    evidence: tuple[EvidenceView, ...] = ()
    place: str | None = None

    @property
    def decision(self) -> DecisionView | None:
        """The decision in force."""
        return self.decisions[-1] if self.decisions else None


@dataclass(frozen=True)
class PlanView:
    """One cycle of one partnership, as it stood on a day."""

    partnership: PartnershipView
    framework: Framework
    cycle: CycleView
    previous: CycleView | None
    """The cycle before it, where one is held."""
    as_at: date
    act: int
    """The newest act in the store when this was read."""
    assessments: tuple[AssessmentView, ...]
    """In the framework's order."""
    actions: tuple[ActionView, ...]
    """In the framework's order, recommendations last."""
    cross_references: tuple[tuple[str, str], ...] = ()
    """Printed positions that mean another proposal's actions: (`3.5/1`, `3.4`)."""

    @cached_property
    def by_ref(self) -> dict[str, ActionView]:
        """Actions by reference, aliases included."""
        found = {alias: action for action in self.actions for alias in action.record.aliases}
        return found | {action.ref: action for action in self.actions}

    @cached_property
    def by_code(self) -> dict[str, AssessmentView]:
        """Assessments by proposal code."""
        return {assessment.code: assessment for assessment in self.assessments}

    @cached_property
    def feature_names(self) -> dict[str, str]:
        """Key feature codes to names."""
        return {feature.code: feature.name for feature in self.framework.features}

    def feature_of(self, action: ActionView) -> KeyFeature | None:
        """Return the key feature that an action stands under, by its first proposal."""
        code = action.record.feature
        if action.proposals:
            proposal = self.framework.by_code.get(action.proposals[0])
            code = proposal.feature if proposal else code
        return next((f for f in self.framework.features if f.code == code), None)

    def under(self, code: str) -> tuple[ActionView, ...]:
        """Return the actions under a proposal, in their printed order there."""
        return tuple(action for action in self.actions if code in action.proposals)
