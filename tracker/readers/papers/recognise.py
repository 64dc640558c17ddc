"""Which kind of paper a document is, and its draft with everything that is doubtful about it.

Owns the choice between the recognisers and the checks over the whole paper. Reading bytes is
`tracker.readers.formats`; storing the draft is for others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.drafts import CycleDraft, PaperDraft
from tracker.errors import Unreadable
from tracker.kinds import CycleRole, PaperKind, Scope, Severity
from tracker.readers.papers.answers import NO_ACTION
from tracker.readers.papers.blocks import strips
from tracker.readers.papers.cards import lay_flat
from tracker.readers.papers.codes import read_feature
from tracker.readers.papers.cycles import draft_cycles, settle_day, tell_override
from tracker.readers.papers.delivery import is_delivery_plan, read_delivery_plan
from tracker.readers.papers.drafting import (
    Frame,
    draft_proposals,
    draft_recommendations,
    tell_unexplained,
)
from tracker.readers.papers.identity import read_identity
from tracker.readers.papers.inherited import tell_inherited
from tracker.readers.papers.labels import read_label
from tracker.readers.papers.legend import read_legend
from tracker.readers.papers.levels import level_of
from tracker.readers.papers.lost import name_by_titles, name_lost
from tracker.readers.papers.proposals import read_proposals
from tracker.readers.papers.references import tell_repeated
from tracker.status_words import read_status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.drafts import Problem, ProposalDraft
    from tracker.framework import Framework
    from tracker.readers.document import Document
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.found import Found, Printed
    from tracker.readers.papers.legend import Legend

NATIONAL_GROUP = "Ministerial Strategic Group"
"""The partnership of kind national whose plan the delivery plan is."""


def recognise(document: Document, *, framework: Framework, as_at: date | None = None) -> PaperDraft:
    """Read a document as the kind of paper that it is.

    Args:
        document: The paper.
        framework: What its codes and levels mean.
        as_at: The day it speaks of, when a person gives it; else the paper's own.

    Raises:
        Unreadable: It holds no proposals and no actions.
    """

    def means(text: str) -> bool:
        return bool(
            read_label(text, alone=True)
            or level_of(text, framework)
            or read_feature(text, framework)
        )

    document = replace(document, blocks=tuple(map(lay_flat, document.blocks)))
    run = strips(document, means=means)
    if is_delivery_plan(run):
        return _delivery_plan(document, run, framework, as_at)
    return _local_paper(document, run, framework, as_at)


def _delivery_plan(
    document: Document, run: Sequence[Strip], framework: Framework, as_at: date | None
) -> PaperDraft:
    proposals, problems = read_delivery_plan(run, framework)
    if not proposals:
        raise _unreadable(document)
    identity = read_identity(run, before=_first_table(run))
    printed = identity.as_at or identity.printed
    day = as_at or (printed.day if printed else None) or framework.published
    return PaperDraft(
        document=document.name,
        kind=PaperKind.DELIVERY_PLAN,
        sha256=document.sha256,
        partnership=NATIONAL_GROUP,
        contact=identity.contact,
        date_of_completion=identity.completed,
        cycles=(CycleDraft(str(day.year), day, CycleRole.CURRENT),),
        proposals=proposals,
        problems=(*document.problems, *problems),
    )


def _local_paper(
    document: Document, run: Sequence[Strip], framework: Framework, as_at: date | None
) -> PaperDraft:
    legend = read_legend(run, framework)
    found = read_proposals(run, framework)
    if not (found.actions or any(_says_something(found, code) for code in found.notes)):
        raise _unreadable(document)
    found.actions = [printed for printed in found.actions if not _explains(printed, legend)]
    name_lost(found, framework)
    name_by_titles(found, framework)
    begins = found.begins if found.begins is not None else len(run)
    identity = read_identity(run, before=begins)
    if as_at is None:
        as_at = settle_day(found, identity, legend)
    else:
        tell_override(as_at, found, identity, legend)
    frame = Frame(framework, legend, as_at, rated=_is_rated(found))
    proposals = tuple(
        proposal
        for proposal in draft_proposals(found, frame)
        if proposal.actions or _says_something(found, proposal.code)
    )
    recommendations = draft_recommendations(found, frame)
    tell_repeated(found)
    tell_unexplained(found)
    tell_inherited(found)
    found.problems = [p for p in found.problems if not _tells_a_key(p, legend)]
    two_rounds = any(proposal.previous_rating for proposal in proposals)
    _check_whole(found, proposals, framework)
    return PaperDraft(
        document=document.name,
        kind=_kind(proposals, two_rounds=two_rounds),
        sha256=document.sha256,
        partnership=identity.partnership,
        contact=identity.contact,
        date_of_completion=identity.completed,
        cycles=draft_cycles(as_at, found, legend, two_rounds=two_rounds),
        proposals=proposals,
        recommendations=recommendations,
        problems=(*document.problems, *found.problems),
    )


def _is_rated(found: Found) -> bool:
    return any(n.rating_rows or n.summary or n.scale for n in found.notes.values())


def _explains(printed: Printed, legend: Legend) -> bool:
    """Tell whether what looks like an action is a line of the paper's own legend."""
    answered = printed.owners or any(text for _, text in printed.values)
    return printed.place in legend.places and not answered and bool(read_status(printed.text))


def _tells_a_key(problem: Problem, legend: Legend) -> bool:
    """Tell whether a row without an action is a line of the paper's own legend."""
    return problem.place in legend.places and NO_ACTION in problem.message


def _says_something(found: Found, code: str) -> bool:
    notes = found.notes.get(code)
    return notes is not None and bool(
        notes.rating_rows or notes.evidence or notes.summary or notes.indicators or notes.scale
    )


def _kind(proposals: Sequence[ProposalDraft], *, two_rounds: bool) -> PaperKind:
    """Return a plan where actions have answers or ratings have a past, else a self-evaluation."""
    planned = [a for p in proposals for a in p.actions if a.timescale or a.delivery]
    rated = any(p.rating or p.evidence for p in proposals)
    if two_rounds or planned or not rated:
        return PaperKind.IMPROVEMENT_PLAN
    return PaperKind.SELF_EVALUATION


def _first_table(run: Sequence[Strip]) -> int:
    """Return how many strips come before the first wide table, where titles end."""
    return next((i for i, strip in enumerate(run) if len(strip.filled) > 2), len(run))


def _check_whole(
    found: Found,
    proposals: Sequence[ProposalDraft],
    framework: Framework,
) -> None:
    """Tell what is missing from the paper as a whole."""
    held = {proposal.code for proposal in proposals}
    absent = [p for p in framework.proposals if p.scope is Scope.LOCAL and p.code not in held]
    judged = any(p.rating or p.previous_rating or p.evidence for p in proposals)
    if proposals and absent and not judged:
        local = sum(1 for p in framework.proposals if p.scope is Scope.LOCAL)
        verb = "is" if len(absent) == 1 else "are"
        told = f"{len(absent)} of {local} local proposals {verb} not in this paper."
        found.tell("whole paper", told, Severity.NOTE)
    elif proposals and absent:
        named = ", ".join(f"{p.code} ({p.name})" for p in absent)
        verb = "is" if len(absent) == 1 else "are"
        found.tell("whole paper", f"{named} {verb} not in this paper.")


def _unreadable(document: Document) -> Unreadable:
    return Unreadable(
        f"{document.name} holds no proposals and no table of actions.",
        "Looked for tables headed by a proposal (such as Proposal 1.1), for a row of rating levels,"
        " and for a table with columns such as Action, Lead and Timescale. If the paper has one"
        " in another form, save that part as a table in Word or Excel and import it.",
    )
