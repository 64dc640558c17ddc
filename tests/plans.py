"""Plans made for tests: invented partnerships, actions and updates."""

from __future__ import annotations

from datetime import date
from zlib import crc32

from tracker.framework import Framework, KeyFeature, Level, Proposal
from tracker.kinds import CycleState, Decision, Scope, Status, TimescaleKind
from tracker.plan import (
    ActionRecord,
    ActionView,
    AssessmentView,
    CycleView,
    DecisionView,
    MilestoneView,
    OwnerView,
    PartnershipView,
    PlanView,
    UpdateView,
    fold,
)
from tracker.timescale import Timescale

AGREED = date(2021, 4, 30)
FRAMEWORK = Framework(
    key="test",
    name="A test framework",
    version="1",
    published=date(2019, 2, 4),
    scale=(
        Level("not yet", 1, is_low=True),
        Level("partly", 2, is_low=True),
        Level("fully", 3),
    ),
    features=(KeyFeature("1", "Working together"), KeyFeature("2", "Money")),
    proposals=(
        Proposal("1.1", "sharing rooms", "1"),
        Proposal("1.2", "sharing plans", "1"),
        Proposal("2.1", "sharing budgets", "2"),
        Proposal("2.2", "counting nationally", "2", Scope.NATIONAL),
    ),
)


def words(
    text: str,
    *,
    due: date | None = None,
    kind: TimescaleKind = TimescaleKind.DATE,
    review: date | None = None,
) -> Timescale:
    """Return a timescale with a reading."""
    return Timescale(text, kind, f"Read as {text}.", due=due, review=review)


def action(
    ref: str = "1.1/1",
    text: str = "Open a shared room",
    *,
    status: Status = Status.NOT_STARTED,
    due: date | None = None,
    timescale: Timescale | None = None,
    milestones: tuple[MilestoneView, ...] = (),
    owners: tuple[str, ...] = (),
    later: tuple[UpdateView, ...] = (),
    as_at: date = date(2030, 1, 1),
    proposals: tuple[str, ...] | None = None,
    delivery: str | None = None,
) -> ActionView:
    """Return an action with one update on the day of agreement, and later ones."""
    code, _, number = ref.partition("/")
    said = timescale or (words(due.isoformat(), due=due) if due else None)
    first = UpdateView(1, AGREED, status=status, timescale=said, milestones=milestones, act=1)
    record = ActionRecord(
        id=crc32(ref.encode()),
        code=code,
        number=int(number),
        text=text,
        proposals=(code,) if proposals is None else proposals,
        delivery=delivery,
        owners=tuple(OwnerView(place, name) for place, name in enumerate(owners, 1)),
        updates=(first, *later),
    )
    return fold(record, as_at=as_at)


def assessment(
    code: str, level: str | None, previous: str | None = None, printed: str | None = None
) -> AssessmentView:
    """Return an assessment rated by the paper."""
    proposal = FRAMEWORK.by_code[code]
    decisions = (DecisionView(1, Decision.RATED, level, AGREED, None),) if level else ()
    return AssessmentView(
        id=1,
        code=code,
        title=proposal.name,
        name=proposal.name,
        feature=proposal.feature,
        scope=proposal.scope,
        level=level,
        decisions=decisions,
        previous=previous,
        previous_printed=printed,
    )


def plan(
    *actions: ActionView,
    as_at: date = date(2022, 1, 31),
    assessments: tuple[AssessmentView, ...] = (),
    state: CycleState = CycleState.AGREED,
    previous: bool = True,
) -> PlanView:
    """Return a plan of an invented partnership."""
    return PlanView(
        partnership=PartnershipView(1, "p", "Strathmore"),
        framework=FRAMEWORK,
        cycle=CycleView(2, "c2", "2021", AGREED, state),
        previous=CycleView(1, "c1", "2019", None, CycleState.CLOSED, ratings_only=True)
        if previous
        else None,
        as_at=as_at,
        act=3,
        assessments=assessments or tuple(assessment(p.code, None) for p in FRAMEWORK.proposals),
        actions=actions,
    )
