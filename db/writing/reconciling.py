"""Taking a paper into a cycle that is held: what differs is recorded, nothing twice.

Owns the refusals and the order of things. What differs is `tracker.reconcile`; the rows are
written as those of a first paper are, by `assessments`, `paper_actions` and `updates`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.by_hand import written_by_hand
from db.plan_rows import CARRIED
from db.queries import find_source, load_plan
from db.session import reader_of
from db.writing.amending import amend_actions, amend_assessments, withdraw_missing
from db.writing.cycles import rounds_held
from db.writing.filing import Filed, levels_of, proposals_of
from db.writing.links import link_added
from db.writing.papers import add_source, keep_problems
from db.writing.previous import mismatches, settle_previous
from tracker.dates import say_day
from tracker.entries import entries_of
from tracker.errors import Refused
from tracker.kinds import CycleState, Match
from tracker.ordering import folded
from tracker.printed import misfits, previous_ratings
from tracker.reconcile import reconcile

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader
    from db.session import ActSession
    from tracker.drafts import PaperDraft, Problem
    from tracker.plan import PlanView
    from tracker.reconciling.difference import Difference
    from tracker.reconciling.hand import ByHand

PAPERS = "SELECT act_id FROM source WHERE partnership_id = :partnership"
POSTS = frozenset({"owner", "contributors"})
"""The fields of an action that are kept with its posts."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What came of taking a paper into a held cycle."""

    act: int
    label: str
    ratings: int
    texts: int
    changed: int
    """Actions that were held and differ now."""
    added: tuple[str, ...]
    """The references of new actions."""
    withdrawn: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    """What was found while storing, beside the problems of reading."""

    def as_json(self) -> dict[str, object]:
        """Return what came of it under keys that scripts can read."""
        return {
            "act": self.act,
            "cycle": self.label,
            "ratings": self.ratings,
            "texts": self.texts,
            "changed": self.changed,
            "added": list(self.added),
            "withdrawn": list(self.withdrawn),
            "problems": [problem.as_json() for problem in self.problems],
        }


def look(
    reader: Reader,
    paper: PaperDraft,
    *,
    cycle: int,
    on: date,
    today: date,
    again: bool = False,
) -> Difference:
    """Return in what a paper differs from a held cycle, before anybody is asked about it.

    Args:
        reader: What is held.
        paper: What was read.
        cycle: The cycle's id.
        on: The day of which the paper speaks.
        today: The day up to which updates count.
        again: Take it in although the same file is held as another cycle.

    Raises:
        Refused: The cycle is closed or known by its ratings only, the paper is older than it, or
            the same file is held elsewhere.
    """
    plan = load_plan(reader, cycle, as_at=max(on, today))
    _check(plan, paper, on)
    source = find_source(reader, paper.sha256) if paper.sha256 else None
    elsewhere = source is not None and (source.partnership, source.cycle) != (
        plan.partnership.name,
        plan.cycle.label,
    )
    if source is not None and elsewhere and not again:
        raise Refused(
            f"{paper.document} is held already, as the cycle {source.cycle} of "
            f"{source.partnership}.",
            f"If it is for {plan.cycle.label} nevertheless, add --again.",
        )
    papers = frozenset(act for (act,) in reader.rows(PAPERS, {"partnership": plan.partnership.id}))
    return reconcile(plan, paper, on=on, by_hand=_by_hand(reader, plan), papers=papers)


def doubts(reader: Reader, paper: PaperDraft, *, cycle: int, on: date) -> tuple[Problem, ...]:
    """Return what is doubtful in a paper beside a held cycle, beyond the problems of reading it.

    What the framework has no room for, positions that clash or lead nowhere, and previous ratings
    that are not those of the round before.
    """
    plan = load_plan(reader, cycle, as_at=on)
    found = [*misfits(paper, plan.framework)]
    rounds = rounds_held(reader, plan.partnership.id)
    earlier = next((one for one in rounds if plan.previous and one.id == plan.previous.id), None)
    if earlier is not None:
        ratings = previous_ratings(paper, plan.framework)
        found += mismatches(reader, paper, earlier, ratings)
    return (*found, *entries_of(paper).problems)


def _by_hand(reader: Reader, plan: PlanView) -> ByHand:
    """Return what people wrote, also in the cycle from which a repeat was opened, of the posts."""
    found = written_by_hand(reader, plan.cycle.id)
    base = plan.cycle.opened_from
    if base is None:
        return found
    before = written_by_hand(reader, base)
    for number, action in reader.rows(CARRIED, {"cycle": plan.cycle.id, "base": base}):
        posts = {name: hand for name, hand in before.get(action, {}).items() if name in POSTS}
        found[number] = posts | found.get(number, {})
    return found


def _check(plan: PlanView, paper: PaperDraft, on: date) -> None:
    """Refuse a cycle that takes no paper in, or a paper that is not for it."""
    label, begun = plan.cycle.label, plan.cycle.as_at
    if plan.cycle.ratings_only or begun is None:
        raise Refused(
            f"Of cycle {label} only ratings are held, as a later paper remembers them.",
            f"Import its own paper with its day: --cycle {label} --as-at DATE.",
        )
    if plan.cycle.state is CycleState.CLOSED:
        raise Refused(
            f"Cycle {label} is closed, and a closed cycle never changes.",
            "If the latest closing was a mistake, take it back first: tracker cycle reopen.",
        )
    if on < begun:
        raise Refused(
            f"{paper.document} speaks of {say_day(on)}; cycle {label} is held as at "
            f"{say_day(begun)}, which is newer.",
            "If the day was read wrongly, say the right one with --as-at.",
        )


def apply_difference(
    *,
    session: ActSession,
    paper: PaperDraft,
    cycle: int,
    seen: Difference,
    today: date,
    file_format: str = "",
    size: int = 0,
    again: bool = False,
    withdraw: str | None = None,
) -> Reconciled:
    """Record a difference that somebody has seen, all of it in one act.

    Args:
        session: The act.
        paper: What was read.
        cycle: The cycle's id.
        seen: The difference as it was shown.
        today: The day up to which updates count.
        file_format: What the file was, such as `docx`.
        size: The file's bytes.
        again: As in `look`.
        withdraw: Why actions that the paper does not print are withdrawn; else they are kept.

    Raises:
        Refused: Somebody has changed the plan since the difference was shown.
    """
    reader = reader_of(session)
    plan = load_plan(reader, cycle, as_at=max(seen.on, today))
    if look(reader, paper, cycle=cycle, on=seen.on, today=today, again=again) != seen:
        raise Refused(
            f"Cycle {seen.label} was changed after the difference was shown.",
            "Import the paper again to see the difference as it is now.",
        )
    gone = seen.of(Match.GONE) if withdraw else ()
    if seen.is_empty and not gone:
        return Reconciled(session.act, seen.label, 0, 0, 0, (), ())
    filed = _filed(session, plan, paper, seen.on, (file_format, size))
    amend_assessments(filed, plan, seen)
    found = doubts(reader, paper, cycle=cycle, on=seen.on)
    if any(text.name == "previous rating" for text in seen.texts):
        settle_previous(replace(filed, as_at=plan.cycle.as_at or filed.as_at), None)
    added = amend_actions(filed, plan, seen)
    if added:
        link_added(session=session, cycle=cycle, added=added, as_at=plan.as_at)
    if withdraw:
        withdraw_missing(filed, plan, gone, reason=withdraw)
    keep_problems(filed, [*paper.problems, *found])
    return Reconciled(
        act=session.act,
        label=seen.label,
        ratings=len(seen.rated),
        texts=len(seen.texts),
        changed=sum(1 for one in seen.actions if one.ref and one.taken),
        added=added,
        withdrawn=tuple(one.ref for one in gone if one.ref),
        problems=found,
    )


def _filed(
    session: ActSession, plan: PlanView, paper: PaperDraft, on: date, file: tuple[str, int]
) -> Filed:
    """Return where a paper stands that goes into a cycle held."""
    reader = reader_of(session)
    held = rounds_held(reader, plan.partnership.id)
    own = next(one for one in held if one.id == plan.cycle.id)
    return Filed(
        session=session,
        paper=paper,
        framework=plan.framework,
        framework_id=own.framework_id,
        partnership=plan.partnership.id,
        cycle=own.id,
        label=own.label,
        as_at=on,
        source=add_source(session, paper, plan.partnership.id, own.id, *file),
        held=tuple(one for one in held if one is not own),
        levels=levels_of(session, own.framework_id),
        proposals=proposals_of(session, own.framework_id),
    )


def held_as(reader: Reader, partnership: int, label: str) -> int | None:
    """Return the id of the cycle of exactly this label whose actions are held, or None."""
    for one in rounds_held(reader, partnership):
        if folded(one.label) == folded(label) and not one.ratings_only:
            return one.id
    return None
