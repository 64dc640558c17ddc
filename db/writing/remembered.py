"""A round held only as the ratings that a later paper remembers, when its own paper fills it.

Owns what becomes of the ratings held: those that the paper prints too are its own from now on;
where it prints another, both are kept, the paper's counts, and that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.bulk import record_updates
from db.session import reader_of
from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.models import DecisionRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader
    from db.writing.filing import Filed
    from tracker.drafts import PaperDraft

HELD = """
SELECT d.id, p.code, l.name, d.source_id, s.document FROM rating_decision d
JOIN assessment a ON a.id = d.assessment_id JOIN proposal p ON p.id = a.proposal_id
LEFT JOIN level l ON l.id = d.level_id LEFT JOIN source s ON s.id = d.source_id
WHERE d.cycle_id = :cycle ORDER BY d.id
"""


class _Held(NamedTuple):
    """A rating that another paper remembers."""

    id: int
    code: str
    level: str | None
    source: int | None
    document: str | None


def settle_held(filed: Filed, ratings: dict[str, str]) -> tuple[set[str], list[Problem]]:
    """Make the ratings of a round that is filled the paper's own, where it prints the same.

    Returns:
        The proposals of which nothing else need be stored, and the ratings that differ.
    """
    held = _held(reader_of(filed.session), filed.cycle)
    agreeing = {one.code for one in held if one.level == ratings.get(one.code)}
    settled = [
        {
            "id": one.id,
            "decided_on": filed.as_at,
            "source_id": filed.source if one.code in agreeing else one.source,
        }
        for one in held
    ]
    record_updates(filed.session, DecisionRow, settled)
    return agreeing, [*_differing(held, filed.paper, ratings)]


def differing(
    reader: Reader, cycle: int, paper: PaperDraft, ratings: dict[str, str]
) -> Iterator[Problem]:
    """Yield the ratings of a paper that are not those held of the round it would fill."""
    return _differing(_held(reader, cycle), paper, ratings)


def _differing(held: list[_Held], paper: PaperDraft, ratings: dict[str, str]) -> Iterator[Problem]:
    places = {proposal.code: proposal.place for proposal in paper.proposals}
    for one in held:
        printed = ratings.get(one.code)
        if printed is not None and printed != one.level:
            said = f"{one.code}: {one.document or 'another paper'} gives {one.level or 'no rating'}"
            told = f"{said} for this round; this paper prints {printed}, which counts."
            yield Problem(places[one.code], Severity.WARNING, told)


def _held(reader: Reader, cycle: int) -> list[_Held]:
    return [_Held(*row) for row in reader.rows(HELD, {"cycle": cycle})]
