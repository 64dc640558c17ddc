"""The round before a paper's own: made of its column of previous ratings, or checked against it.

Owns that choice. Where a cycle stands among the others is `cycles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.plan_rows import PREVIOUS
from db.session import reader_of
from db.writing.assessments import store_previous
from db.writing.cycles import add_ratings_only, before, label_before
from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.printed import previous_ratings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader
    from db.writing.cycles import Round
    from db.writing.filing import Filed
    from tracker.drafts import PaperDraft


def settle_previous(filed: Filed, label: str | None) -> tuple[str | None, list[Problem]]:
    """Make a round of the previous ratings where none is held; else check them against it.

    Args:
        filed: The paper.
        label: What to call the round; else as the paper does.

    Returns:
        The label of the round that was made, and the ratings that are not those of the one held.
    """
    ratings = previous_ratings(filed.paper, filed.framework)
    if not ratings:
        return None, []
    earlier = before(filed.held, as_at=filed.as_at, framework=filed.framework_id)
    if earlier is not None:
        reader = reader_of(filed.session)
        return None, [*mismatches(reader, filed.paper, earlier, ratings)]
    printed = filed.paper.previous
    label = label_before(filed.held, filed.label, label or (printed.label if printed else None))
    told = printed.as_at if printed else None
    as_at = told if told and told < filed.as_at else None
    cycle = add_ratings_only(
        session=filed.session,
        partnership=filed.partnership,
        framework=filed.framework_id,
        label=label,
        as_at=as_at,
        before_day=filed.as_at,
    )
    store_previous(filed, cycle=cycle, on=as_at)
    return label, []


def mismatches(
    reader: Reader, paper: PaperDraft, earlier: Round, ratings: dict[str, str]
) -> Iterator[Problem]:
    """Yield the previous ratings that are not those of the cycle held."""
    held: dict[str, str | None] = dict(reader.rows(PREVIOUS, {"previous": earlier.id}))
    places = {proposal.code: proposal.place for proposal in paper.proposals}
    for code, printed in ratings.items():
        if printed != held.get(code):
            said = f"{code}: the paper prints the previous rating {printed}; the cycle"
            told = f"{said} {earlier.label} holds {held.get(code) or 'none'}."
            yield Problem(places[code], Severity.WARNING, told)
