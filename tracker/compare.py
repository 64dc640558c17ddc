"""Two cycles side by side: how every rating moved, and what became of every action.

Owns movements joined to what was done, slippage between two cycles, and the two lists that nobody
else keeps: ratings that stood still though nothing is left to do, and ratings that moved though
nothing was closed. Which action is which is `lineage`; suggesting it is `matching`; what became of
an action is `outcomes`.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from tracker.kinds import Decision, Fate, Outcome, Status
from tracker.lineage import groups, wording_in_plan
from tracker.mentions import find_mentions
from tracker.outcomes import outcome_of, said_in_plan
from tracker.rules import next_point
from tracker.slippage import ROLLING, slip_of
from tracker.summary import count_movements, movement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from tracker.lineage import Group, Link
    from tracker.plan import ActionView, PlanView
    from tracker.slippage import Slip
    from tracker.summary import Movements

DONE = frozenset({Outcome.COMPLETE, Outcome.IN_PLACE})
CLOSED = frozenset({*DONE, Outcome.WITHDRAWN, Outcome.SUPERSEDED})
YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)(?:[/-](?:20)?(\d\d))?(?!\d)")


@dataclass(frozen=True, slots=True)
class ActionFate:
    """What became of one action, or of several that belong together."""

    fate: Fate
    outcome: Outcome
    base: tuple[ActionView, ...]
    repeat: tuple[ActionView, ...]
    certainty: float | None
    """The least certain of its links; None without one."""
    reason: str
    confirmed: bool
    """Every link was confirmed by a person."""
    due_before: date | None
    """The first agreed date; the latest of several actions."""
    due_after: date | None
    slipped_days: int | None
    """None where a date is missing on one side, or its later date is the next occasion."""
    links: int = 0
    """How many links hold its actions together."""
    waiting: int = 0
    """How many of them nobody has confirmed."""
    slip: Slip | None = None
    """Every date in turn, over both cycles; None where a later one is the next occasion."""

    @property
    def codes(self) -> frozenset[str]:
        """The proposals that it concerns, in either cycle."""
        return frozenset(code for action in (*self.base, *self.repeat) for code in action.proposals)


@dataclass(frozen=True, slots=True)
class FateCounts:
    """What became of the actions under one proposal."""

    completed: int = 0
    carried: int = 0
    new: int = 0
    not_carried: int = 0
    slipped: int = 0

    def as_json(self) -> dict[str, int]:
        """Return the counts under the keys that scripts read."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class RatingFate:
    """One locally rated proposal, before and after."""

    code: str
    name: str
    feature: str
    before: str | None
    after: str | None
    movement: int | None
    recorded_previous: str | None
    """What the repeat's own paper prints as its previous rating."""
    decision: Decision
    reason: str | None
    counts: FateCounts

    @property
    def mismatch(self) -> bool:
        """Tell whether the repeat's paper prints another previous rating than the one held."""
        return self.recorded_previous is not None and self.recorded_previous != self.before


@dataclass(frozen=True)
class Comparison:
    """Two cycles of one partnership."""

    base: PlanView
    repeat: PlanView
    ratings: tuple[RatingFate, ...]
    movements: Movements
    fates: tuple[ActionFate, ...]
    """Every action of both cycles, each exactly once; empty where they are not comparable."""
    actions_held: bool
    """Whether both cycles hold their actions."""
    stuck: tuple[str, ...]
    """Ratings below the highest that stood still though no open dated action is left."""
    unexplained: tuple[str, ...]
    """Ratings that moved though nothing closed."""


def compare_plans(
    base: PlanView,
    repeat: PlanView,
    links: Sequence[Link],
    *,
    confirmed: frozenset[tuple[str, str]] = frozenset(),
) -> Comparison:
    """Compare two cycles.

    Args:
        base: The earlier plan as it stood at its end.
        repeat: The later plan.
        links: Which action of the one is which of the other; refused ones left out.
        confirmed: The pairs of references that a person confirmed.
    """
    held = not (base.cycle.ratings_only or repeat.cycle.ratings_only)
    fates = _fates(base, repeat, links, confirmed) if held else ()
    ratings = _ratings(base, repeat, fates)
    return Comparison(
        base=base,
        repeat=repeat,
        ratings=ratings,
        movements=count_movements(rating.movement for rating in ratings),
        fates=fates,
        actions_held=held,
        stuck=tuple(r.code for r in ratings if held and _is_stuck(r, repeat)),
        unexplained=tuple(r.code for r in ratings if held and _is_unexplained(r, fates)),
    )


def _fates(
    base: PlanView,
    repeat: PlanView,
    links: Sequence[Link],
    confirmed: frozenset[tuple[str, str]],
) -> tuple[ActionFate, ...]:
    found = groups(
        [wording_in_plan(action) for action in base.actions],
        [wording_in_plan(action) for action in repeat.actions],
        links,
    )
    sides = {a.ref: a for a in base.actions}, {a.ref: a for a in repeat.actions}
    is_opened = repeat.cycle.opened_from == base.cycle.id
    fates = [_fate(group, sides, confirmed, is_opened=is_opened) for group in found]
    return _told_elsewhere(fates, repeat)


def _told_elsewhere(fates: Sequence[ActionFate], repeat: PlanView) -> tuple[ActionFate, ...]:
    """Return the fates, with what the repeat's evidence says of actions it no longer prints."""
    gone = [f for f in fates if f.fate is Fate.NOT_CARRIED and f.outcome is Outcome.NOT_KNOWN]
    wordings = [wording_in_plan(fate.base[0]) for fate in gone]
    mentions = {
        mention.ref: mention
        for held in repeat.assessments
        for mention in find_mentions(
            [wording for wording in wordings if held.code in wording.proposals],
            [text.text for text in held.evidence],
        )
    }
    told = []
    for fate in fates:
        mention = mentions.get(fate.base[0].ref) if fate in gone else None
        if mention is not None:
            reason = f"The evidence says: {mention.sentence}"
            told.append(replace(fate, outcome=mention.outcome, reason=reason))
        else:
            told.append(fate)
    return tuple(told)


def _fate(
    group: Group,
    sides: tuple[Mapping[str, ActionView], Mapping[str, ActionView]],
    confirmed: frozenset[tuple[str, str]],
    *,
    is_opened: bool,
) -> ActionFate:
    before = tuple(sides[0][ref] for ref in group.base)
    after = tuple(sides[1][ref] for ref in group.repeat)
    first = max((a.due_dates[0] for a in before if a.due_dates), default=None)
    last = max((a.due for a in after if a.due), default=None)
    links = group.links
    waiting = sum((link.base, link.repeat) not in confirmed for link in links)
    rolled = _is_next_occasion(before, after, first, last)
    return ActionFate(
        fate=group.fate,
        outcome=_outcome(before, after, is_opened=is_opened),
        base=before,
        repeat=after,
        certainty=min((link.certainty for link in links), default=None),
        reason=" ".join(dict.fromkeys(link.reason for link in links)),
        confirmed=bool(links) and not waiting,
        links=len(links),
        waiting=waiting,
        due_before=first,
        due_after=last,
        slipped_days=None if rolled or first is None or last is None else (last - first).days,
        slip=None if rolled else slip_of(*_longest(before, after)),
    )


def _outcome(
    before: Sequence[ActionView], after: Sequence[ActionView], *, is_opened: bool
) -> Outcome:
    """Return what became of actions; a repeat that was opened here leaves out what is in place."""
    found = outcome_of([said_in_plan(a) for a in before], [said_in_plan(a) for a in after])
    if is_opened and not after and {a.status for a in before} == {Status.IN_PLACE}:
        return Outcome.IN_PLACE
    return found


def _longest(before: Sequence[ActionView], after: Sequence[ActionView]) -> tuple[ActionView, ...]:
    """Return the action whose date is the latest on each side, as the fate's two dates are."""
    first = sorted(before, key=lambda a: a.due_dates[:1])[-1:]
    last = sorted(after, key=lambda a: (a.due is not None, a.due or a.record.id))[-1:]
    return (*first, *last)


def _is_next_occasion(
    before: Sequence[ActionView],
    after: Sequence[ActionView],
    first: date | None,
    last: date | None,
) -> bool:
    if any(a.timescale and a.timescale.kind in ROLLING for a in (*before, *after)):
        return True
    if first is None or last is None or last <= first:
        return False
    return _rolled_forward(before, after, last.year - first.year)


def _rolled_forward(before: Sequence[ActionView], after: Sequence[ActionView], years: int) -> bool:
    """Tell whether the wording's own years moved on as far as its date: next year's occasion."""
    then, now = (_years(actions) for actions in (before, after))
    return years > 0 and bool(then) and now == [year + years for year in then]


def _years(actions: Sequence[ActionView]) -> list[int]:
    text = " ".join(action.text for action in actions)
    return [int(part) for match in YEAR.finditer(text) for part in match.groups() if part]


def _ratings(
    base: PlanView, repeat: PlanView, fates: Sequence[ActionFate]
) -> tuple[RatingFate, ...]:
    """Return every proposal that either framework rates locally, changed or not."""
    local = {p.code: p for plan in (base, repeat) for p in plan.framework.local}
    return tuple(_rating(p.code, p.name, p.feature, base, repeat, fates) for p in local.values())


def _rating(
    code: str,
    name: str,
    feature: str,
    base: PlanView,
    repeat: PlanView,
    fates: Sequence[ActionFate],
) -> RatingFate:
    then, now = base.by_code.get(code), repeat.by_code.get(code)
    before, after = then.level if then else None, now.level if now else None
    same_scale = base.framework.scale == repeat.framework.scale
    decision = now.decision if now else None
    return RatingFate(
        code=code,
        name=name,
        feature=feature,
        before=before,
        after=after,
        movement=movement(repeat.framework, before, after) if same_scale else None,
        recorded_previous=now.previous_printed if now else None,
        decision=decision.kind if decision and after else Decision.NOT_RATED,
        reason=decision.reason if decision else None,
        counts=count_fates(fate for fate in fates if code in fate.codes),
    )


def count_fates(fates: Iterable[ActionFate]) -> FateCounts:
    """Count what became of actions; completed ones are not counted as carried as well.

    Actions that were merged, or one that was split, count once together.
    """
    return _counted(fates, lambda _: 1)


def count_earlier(fates: Iterable[ActionFate]) -> FateCounts:
    """Count what became of each single action of the earlier cycle; merged ones count each.

    Completed, carried and not carried add up to the actions that it held.
    """
    return _counted(fates, lambda fate: len(fate.base) or 1)


def _counted(fates: Iterable[ActionFate], size: Callable[[ActionFate], int]) -> FateCounts:
    held = list(fates)
    done = [f for f in held if f.outcome in DONE and f.base and not stood_before(f)]
    kept = [f for f in held if f.fate not in {Fate.NEW, Fate.NOT_CARRIED} and f not in done]
    return FateCounts(
        completed=sum(map(size, done)),
        carried=sum(map(size, kept)),
        new=sum(1 for f in held if f.fate is Fate.NEW),
        not_carried=sum(size(f) for f in held if f.fate is Fate.NOT_CARRIED and f not in done),
        slipped=sum(1 for f in held if f.slipped_days is not None and f.slipped_days > 0),
    )


def stood_before(fate: ActionFate) -> bool:
    """Tell whether actions were in place from the first: nothing was done about them since."""
    said = {update.status for action in fate.base for update in action.updates}
    return fate.fate is Fate.NOT_CARRIED and said <= {None, Status.IN_PLACE}


def _is_stuck(rating: RatingFate, repeat: PlanView) -> bool:
    highest = repeat.framework.scale[-1].name
    if rating.movement != 0 or rating.after == highest:
        return False
    return not any(a.status.is_live and next_point(a) for a in repeat.under(rating.code))


def _is_unexplained(rating: RatingFate, fates: Sequence[ActionFate]) -> bool:
    held = (f for f in fates if rating.code in f.codes and not stood_before(f))
    closed = (f for f in held if f.outcome in CLOSED)
    return bool(rating.movement) and not any(closed)
