"""Whether a paper is one that is held already, in another format or a little changed.

Owns the comparison: of the ratings, and of the words of the actions whatever rows they stand in,
because two formats of one paper part their rows differently.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from db.decode import moment
from db.queries import SourceView
from tracker.printed import rated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from db.reader import Reader
    from db.writing.cycles import Round
    from tracker.drafts import PaperDraft
    from tracker.framework import Framework

ALIKE = 0.8
"""The share of ratings, and of words, from which two papers are taken for one."""

RATINGS = """
SELECT p.code, l.name FROM rating_decision d JOIN assessment a ON a.id = d.assessment_id
JOIN proposal p ON p.id = a.proposal_id JOIN level l ON l.id = d.level_id
WHERE d.cycle_id = :cycle AND d.source_id IS NOT NULL ORDER BY d.id
"""
TEXTS = "SELECT text, sub_items FROM action WHERE cycle_id = :cycle AND source_id IS NOT NULL"
SOURCE = """
SELECT s.id, s.document, s.sha256, p.name, c.label, a.at, a.who, a.id
FROM source s JOIN partnership p ON p.id = s.partnership_id JOIN cycle c ON c.id = s.cycle_id
JOIN act a ON a.id = s.act_id WHERE s.cycle_id = :cycle ORDER BY s.id LIMIT 1
"""


def find_alike(
    reader: Reader,
    held: Sequence[Round],
    paper: PaperDraft,
    *,
    framework: Framework,
    as_at: date,
) -> SourceView | None:
    """Return the document of a cycle of the same day that says nearly the same, or None."""
    for one in held:
        same_day = one.as_at == as_at and not one.ratings_only
        if (
            same_day
            and one.framework_key == framework.key
            and _alike(reader, one, paper, framework)
        ):
            rows = reader.rows(SOURCE, {"cycle": one.id})
            for number, document, digest, owner, cycle, at, who, act in rows:
                stored_on = moment(at).date().isoformat()
                return SourceView(number, document, digest, owner, cycle, stored_on, who, act)
    return None


def _alike(reader: Reader, one: Round, paper: PaperDraft, framework: Framework) -> bool:
    """Tell whether a cycle's first ratings and actions are nearly those of a paper."""
    ratings = set(rated(paper, framework).items())
    first: dict[str, str] = dict(reader.rows(RATINGS, {"cycle": one.id}))
    ratings_held = set(first.items())
    printed = _words([t for a in paper.actions for t in (a.text, *a.sub_items)])
    printed += _words([t for r in paper.recommendations for t in (r.text, *r.sub_items)])
    texts = reader.rows(TEXTS, {"cycle": one.id})
    words_held = _words([cell for row in texts for cell in row if cell])
    shares = [
        _share(len(ratings & ratings_held), len(ratings), len(ratings_held)),
        _share((printed & words_held).total(), printed.total(), words_held.total()),
    ]
    told = [share for share in shares if share is not None]
    return bool(told) and min(told) >= ALIKE


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def _share(both: int, one: int, other: int) -> float | None:
    """Return how much of the larger of two is in both; None where both are empty."""
    return both / max(one, other) if one or other else None
