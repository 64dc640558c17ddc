"""Storing what a paper says of each proposal: ratings, previous ratings, wording and texts.

Owns the one assessment that a cycle has for every proposal of its framework, printed or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_inserts, record_updates
from db.decode import day
from db.session import reader_of
from db.writing.remembered import settle_held
from db.writing.texts import line, words
from tracker.kinds import Decision
from tracker.models import (
    AssessmentRow,
    DecisionRow,
    EvidenceRow,
    IndicatorRow,
    ProposalRow,
)
from tracker.printed import misfits, previous_ratings, rated, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from db.writing.filing import Filed
    from tracker.drafts import Problem, ProposalDraft

ASSESSED = """
SELECT p.code, a.id FROM assessment a JOIN proposal p ON p.id = a.proposal_id
WHERE a.cycle_id = :cycle
"""
WORDED = "SELECT id, code, wording_as_at FROM proposal WHERE framework_id = :framework"


def store_assessments(filed: Filed) -> tuple[int, list[Problem]]:
    """Store what a paper says of its proposals; return the count of ratings, and problems."""
    printed = {proposal.code: proposal for proposal in filed.paper.proposals}
    problems = list(misfits(filed.paper, filed.framework))
    rows = {code: _assessment(filed, code, printed.get(code)) for code in filed.proposals}
    ids = _stored(filed, rows)
    ratings = rated(filed.paper, filed.framework)
    agreeing, differing = settle_held(filed, ratings)
    problems += differing
    decisions = [
        decision_row(filed, filed.cycle, ids[code], level, filed.as_at)
        for code, level in ratings.items()
        if code not in agreeing
    ]
    record_inserts(filed.session, DecisionRow, decisions)
    known = [(ids[code], proposal) for code, proposal in printed.items() if code in ids]
    record_inserts(filed.session, IndicatorRow, [*_indicators(filed, known)])
    record_inserts(filed.session, EvidenceRow, [*_evidence(filed, known)])
    learn_wording(filed, printed)
    return len(ratings), problems


def _stored(filed: Filed, rows: dict[str, dict[str, object]]) -> dict[str, int]:
    """Store assessments and return their ids; those of a round that is filled are there already."""
    held: dict[str, int] = dict(reader_of(filed.session).rows(ASSESSED, {"cycle": filed.cycle}))
    told = [row | {"id": held[code]} for code, row in rows.items() if code in held]
    record_updates(filed.session, AssessmentRow, told)
    new = {code: row for code, row in rows.items() if code not in held}
    added = record_inserts(filed.session, AssessmentRow, [*new.values()])
    return held | dict(zip(new, added, strict=True))


def store_previous(filed: Filed, *, cycle: int, on: date | None) -> None:
    """Store the ratings that a paper prints as previous ones, as a round of their own."""
    rows = [
        {"cycle_id": cycle, "proposal_id": number, "source_id": filed.source}
        for number in filed.proposals.values()
    ]
    ids = dict(
        zip(filed.proposals, record_inserts(filed.session, AssessmentRow, rows), strict=True)
    )
    ratings = [
        decision_row(filed, cycle, ids[code], level, on)
        for code, level in previous_ratings(filed.paper, filed.framework).items()
    ]
    record_inserts(filed.session, DecisionRow, ratings)


def _assessment(filed: Filed, code: str, proposal: ProposalDraft | None) -> dict[str, object]:
    """Return the row of a proposal, printed or not."""
    previous = proposal.previous_rating if proposal else None
    return {
        "cycle_id": filed.cycle,
        "proposal_id": filed.proposals[code],
        "source_id": filed.source if proposal else None,
        "title": words(proposal.title) if proposal else None,
        "previous_printed_id": filed.levels.get(previous or ""),
        "place": line(proposal.place) if proposal else None,
    }


def decision_row(
    filed: Filed, cycle: int, assessment: int, level: str, on: date | None
) -> dict[str, object]:
    """Return the row of a rating as a paper prints it."""
    return {
        "cycle_id": cycle,
        "assessment_id": assessment,
        "act_id": filed.session.act,
        "kind": Decision.RATED,
        "level_id": filed.levels[level],
        "decided_on": on,
        "source_id": filed.source,
    }


def _indicators(
    filed: Filed, known: list[tuple[int, ProposalDraft]]
) -> Iterator[dict[str, object]]:
    """Yield the wording printed under each level."""
    for assessment, proposal in known:
        for level, wording in proposal.indicators.items():
            if level in filed.levels and words(wording):
                yield {
                    "cycle_id": filed.cycle,
                    "assessment_id": assessment,
                    "level_id": filed.levels[level],
                    "text": words(wording),
                }


def _evidence(filed: Filed, known: list[tuple[int, ProposalDraft]]) -> Iterator[dict[str, object]]:
    """Yield the texts that stand beside each assessment, in their printed order."""
    for assessment, proposal in known:
        texts = [(kind, words(text)) for kind, text in texts_of(proposal)]
        for position, (kind, text) in enumerate(part for part in texts if part[1]):
            yield {
                "cycle_id": filed.cycle,
                "assessment_id": assessment,
                "kind": kind,
                "position": position,
                "text": text,
            }


def learn_wording(filed: Filed, printed: dict[str, ProposalDraft]) -> None:
    """Keep the official wording with the framework, where none newer is held."""
    titles = {code: words(proposal.title) for code, proposal in printed.items()}
    newer = [
        {"id": number, "wording": titles[code], "wording_as_at": filed.as_at}
        for number, code, taught in reader_of(filed.session).rows(
            WORDED, {"framework": filed.framework_id}
        )
        if titles.get(code) and (taught is None or day(taught) <= filed.as_at)
    ]
    record_updates(filed.session, ProposalRow, newer)
