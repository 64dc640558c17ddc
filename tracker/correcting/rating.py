"""Saying a paper's rating anew, now or before.

Owns what may be rated, and the round before, which a paper has where it prints its ratings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.correcting.rows import with_proposals
from tracker.drafts import CycleDraft
from tracker.errors import NotFound, Refused
from tracker.kinds import CycleRole, PaperKind, Scope

if TYPE_CHECKING:
    from tracker.correcting.corrections import Rate
    from tracker.drafts import PaperDraft
    from tracker.framework import Framework


def rated(paper: PaperDraft, said: Rate, framework: Framework) -> PaperDraft:
    """Return a paper with another rating.

    Raises:
        NotFound: There is no such proposal or level.
        Refused: The proposal is national, or rated so already.
    """
    if paper.kind is PaperKind.DELIVERY_PLAN:
        raise Refused("The national delivery plan rates no proposal.", "Nothing was changed.")
    _check(said, framework)
    paper = with_proposals(paper, [said.code], framework)
    held = next(proposal for proposal in paper.proposals if proposal.code == said.code)
    if said.level == (held.previous_rating if said.previous else held.rating):
        raise Refused(
            f"{said.code} is read as {said.level or 'not rated'} already.", "Nothing was changed."
        )
    new = (
        replace(held, previous_rating=said.level)
        if said.previous
        else replace(held, rating=said.level)
    )
    proposals = tuple(new if proposal is held else proposal for proposal in paper.proposals)
    return _with_round_before(replace(paper, proposals=proposals))


def _check(said: Rate, framework: Framework) -> None:
    proposal = framework.by_code.get(said.code)
    if proposal is None:
        raise NotFound(f"There is no proposal {said.code}.", "Choose one of the list.")
    if proposal.scope is Scope.NATIONAL:
        raise Refused(
            f"{said.code} is national and never rated locally.",
            "Leave it without a rating, as the paper should.",
        )
    if said.level is not None and said.level not in framework.ranks:
        names = ", ".join(level.name for level in framework.scale)
        raise NotFound(f"“{said.level}” is no level of the scale.", f"Choose one: {names}.")


def _with_round_before(paper: PaperDraft) -> PaperDraft:
    """Return a paper that speaks of a round before if it gives ratings of it."""
    wanted = any(proposal.previous_rating for proposal in paper.proposals)
    current = paper.current
    if wanted and paper.previous is None:
        label = f"before {current.label}" if current and current.as_at else "previous"
        before = CycleDraft(label, None, CycleRole.PREVIOUS)
        return replace(paper, cycles=(before, *paper.cycles))
    if not wanted and paper.previous is not None:
        kept = tuple(one for one in paper.cycles if one.role is not CycleRole.PREVIOUS)
        return replace(paper, cycles=kept)
    return paper
