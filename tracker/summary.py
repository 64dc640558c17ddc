"""Where a plan stands: every rating before and now, and counts that add up.

Owns movements, distributions and counts by key feature, as values. Leaves wording and tables to
`reports.summary`, and the fates of single actions to the comparison of two cycles.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tracker.kinds import Decision
from tracker.rules import WITHIN, stand, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.framework import Framework
    from tracker.plan import AssessmentView, PlanView
    from tracker.rules import Tally


@dataclass(frozen=True, slots=True)
class RatingLine:
    """One locally rated proposal before and now."""

    code: str
    name: str
    feature: str
    before: str | None
    after: str | None
    movement: int | None
    """Levels up (positive) or down; None where one side is missing."""
    decision: Decision
    mismatch: bool
    """The paper's own previous rating differs from the one held."""
    tally: Tally
    """Of the actions under the proposal; an action under two is in both."""


@dataclass(frozen=True, slots=True)
class Movements:
    """How many proposals moved which way; adds up to the locally rated ones."""

    up: int
    down: int
    unchanged: int
    not_comparable: int

    def as_json(self) -> dict[str, int]:
        """Return the counts under the keys that scripts read."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan in numbers."""

    lines: tuple[RatingLine, ...]
    movements: Movements
    before: tuple[tuple[str | None, int], ...]
    """How many proposals on each level, worst first, those not rated last."""
    after: tuple[tuple[str | None, int], ...]
    tally: Tally
    """Over all actions, each once."""
    by_feature: tuple[tuple[str, Tally], ...]
    """By the key feature's code; each action once, under its first proposal's feature."""


def count_movements(movements: Iterable[int | None]) -> Movements:
    """Count movements by their direction."""
    moves = list(movements)
    return Movements(
        up=sum(1 for move in moves if move is not None and move > 0),
        down=sum(1 for move in moves if move is not None and move < 0),
        unchanged=moves.count(0),
        not_comparable=moves.count(None),
    )


def movement(framework: Framework, before: str | None, after: str | None) -> int | None:
    """Return how many levels a rating moved, or None where one side is missing."""
    ranks = framework.ranks
    if before not in ranks or after not in ranks:
        return None
    return ranks[after] - ranks[before]


def summarise(plan: PlanView, *, within: int = WITHIN) -> Summary:
    """Count a plan as it stood on its day."""
    held = plan.by_code
    lines = tuple(
        _line(plan, held[proposal.code])
        for proposal in plan.framework.local
        if proposal.code in held
    )
    standings = [stand(action, as_at=plan.as_at, within=within) for action in plan.actions]
    features = [*(feature.code for feature in plan.framework.features), ""]
    homes = [feature.code if feature else "" for feature in map(plan.feature_of, plan.actions)]
    return Summary(
        lines=lines,
        movements=count_movements(line.movement for line in lines),
        before=_distribution(plan.framework, [line.before for line in lines]),
        after=_distribution(plan.framework, [line.after for line in lines]),
        tally=tally(standings),
        by_feature=tuple(
            (code, tally(s for s, home in zip(standings, homes, strict=True) if home == code))
            for code in features
            if code or "" in homes
        ),
    )


def _line(plan: PlanView, assessment: AssessmentView) -> RatingLine:
    decision = assessment.decision
    return RatingLine(
        code=assessment.code,
        name=assessment.name,
        feature=assessment.feature,
        before=assessment.previous,
        after=assessment.level,
        movement=movement(plan.framework, assessment.previous, assessment.level),
        decision=decision.kind if decision and assessment.level else Decision.NOT_RATED,
        mismatch=assessment.previous_printed is not None
        and assessment.previous_printed != assessment.previous,
        tally=tally(stand(action, as_at=plan.as_at) for action in plan.under(assessment.code)),
    )


def _distribution(
    framework: Framework, levels: list[str | None]
) -> tuple[tuple[str | None, int], ...]:
    counts: list[tuple[str | None, int]] = [
        (level.name, levels.count(level.name)) for level in framework.scale
    ]
    missing = levels.count(None)
    return tuple([*counts, (None, missing)] if missing else counts)
