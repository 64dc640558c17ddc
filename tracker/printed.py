"""What of a paper's proposals can be kept: ratings on the framework's scale, and texts by kind.

Owns that choice, and what a paper says that the framework has no room for. Storing them is
`db.writing.assessments`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import EvidenceKind, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.drafts import PaperDraft, ProposalDraft
    from tracker.framework import Framework


def rated(paper: PaperDraft, framework: Framework) -> dict[str, str]:
    """Return the ratings that a paper prints and that can be kept, by proposal."""
    return _kept(framework, ((p.code, p.rating) for p in paper.proposals))


def previous_ratings(paper: PaperDraft, framework: Framework) -> dict[str, str]:
    """Return the previous ratings that a paper prints and that can be kept, by proposal."""
    return _kept(framework, ((p.code, p.previous_rating) for p in paper.proposals))


def _kept(framework: Framework, printed: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    levels = _levels(framework)
    return {
        code: level
        for code, level in printed
        if level is not None and level in levels and _may_rate(framework, code)
    }


def texts_of(proposal: ProposalDraft) -> Iterator[tuple[EvidenceKind, str]]:
    """Yield a proposal's texts by kind."""
    for text in proposal.evidence:
        yield EvidenceKind.EVIDENCE, text
    detail = proposal.national
    if detail is None:
        return
    for kind, texts in (
        (EvidenceKind.OUTCOME, (detail.outcome,) if detail.outcome else ()),
        (EvidenceKind.OFFICIAL, detail.officials),
        (EvidenceKind.DETAIL, detail.detail),
        (EvidenceKind.NOTE, detail.notes),
        (EvidenceKind.MEASURE, detail.progress_measures),
    ):
        for text in texts:
            yield kind, text


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
                said = f"{code}: “{level}” is no level of the scale; the {name} is not kept."
                yield Problem(proposal.place, Severity.ERROR, said)
            elif level is not None and not _may_rate(framework, code):
                said = f"{code} is national and not rated locally; its {name} “{level}” is"
                yield Problem(proposal.place, Severity.WARNING, f"{said} not kept as a rating.")


def _may_rate(framework: Framework, code: str) -> bool:
    """Tell whether a proposal of the framework is rated locally."""
    proposal = framework.by_code.get(code)
    return proposal is not None and proposal.scope is Scope.LOCAL


def _levels(framework: Framework) -> frozenset[str]:
    """Return the names of a scale's levels."""
    return frozenset(level.name for level in framework.scale)
