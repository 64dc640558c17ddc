"""The ratings of a paper that can be kept: of local proposals, on the framework's scale.

Owns that choice, and what a paper says that the framework has no room for. Storing them is
`assessments`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.drafts import PaperDraft
    from tracker.framework import Framework


def rated(paper: PaperDraft, framework: Framework) -> dict[str, str]:
    """Return the ratings that a paper prints and that can be kept, by proposal."""
    levels = _levels(framework)
    return {
        proposal.code: proposal.rating
        for proposal in paper.proposals
        if proposal.rating is not None
        and proposal.rating in levels
        and _may_rate(framework, proposal.code)
    }


def previous_ratings(paper: PaperDraft, framework: Framework) -> dict[str, str]:
    """Return the previous ratings that a paper prints and that can be kept, by proposal."""
    levels = _levels(framework)
    return {
        proposal.code: proposal.previous_rating
        for proposal in paper.proposals
        if proposal.previous_rating is not None
        and proposal.previous_rating in levels
        and _may_rate(framework, proposal.code)
    }


def misfits(paper: PaperDraft, framework: Framework) -> Iterator[Problem]:
    """Yield what a paper says that the framework has no room for."""
    levels = _levels(framework)
    for proposal in paper.proposals:
        code = proposal.code
        if code not in framework.by_code:
            said = f"The framework has no proposal {code}; its actions are kept without it"
            yield Problem(proposal.place, Severity.ERROR, f"{said}, its rating and texts are not.")
            continue
        for name, level in (("rating", proposal.rating), ("previous", proposal.previous_rating)):
            if level is not None and level not in levels:
                said = f"{code}: {level!r} is no level of the scale; the {name} is not kept."
                yield Problem(proposal.place, Severity.ERROR, said)
            elif level is not None and not _may_rate(framework, code):
                said = f"{code} is national and not rated locally; its {name} {level!r} is"
                yield Problem(proposal.place, Severity.WARNING, f"{said} not kept as a rating.")


def _may_rate(framework: Framework, code: str) -> bool:
    """Tell whether a proposal of the framework is rated locally."""
    proposal = framework.by_code.get(code)
    return proposal is not None and proposal.scope is Scope.LOCAL


def _levels(framework: Framework) -> frozenset[str]:
    """Return the names of a scale's levels."""
    return frozenset(level.name for level in framework.scale)
