"""Storing a framework.

Owns the comparison with a framework of the same key and version: the same one is used again,
another one under its name is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.queries import load_framework
from db.session import reader_of
from tracker.errors import Refused
from tracker.models import FeatureRow, FrameworkRow, LevelRow, ProposalRow

if TYPE_CHECKING:
    from db.session import ActSession
    from tracker.framework import Framework

HELD = "SELECT id FROM framework WHERE key = :key AND version = :version"


def store_framework(*, session: ActSession, framework: Framework) -> int:
    """Return the id of a framework, storing it where it is not held yet.

    Raises:
        Refused: Another content is held under the same key and version.
    """
    reader = reader_of(session)
    held = reader.rows(HELD, {"key": framework.key, "version": framework.version})
    if not held:
        return _insert(session, framework)
    number: int = held[0][0]
    if load_framework(reader, number) != framework:
        raise Refused(
            f"The framework {framework.key} {framework.version} is held with other content.",
            "Give the changed framework a new version.",
        )
    return number


def _insert(session: ActSession, framework: Framework) -> int:
    """Insert a framework with its scale, features and proposals."""
    named = {
        "key": framework.key,
        "name": framework.name,
        "version": framework.version,
        "published": framework.published,
    }
    (number,) = record_inserts(session, FrameworkRow, [named])
    levels = [
        {"framework_id": number, "name": level.name, "rank": level.rank, "is_low": level.is_low}
        for level in framework.scale
    ]
    record_inserts(session, LevelRow, levels)
    features = [
        {"framework_id": number, "position": place, "code": feature.code, "name": feature.name}
        for place, feature in enumerate(framework.features)
    ]
    ids = record_inserts(session, FeatureRow, features)
    by_code = dict(zip((feature.code for feature in framework.features), ids, strict=True))
    proposals = [
        {
            "framework_id": number,
            "feature_id": by_code[proposal.feature],
            "position": place,
            "code": proposal.code,
            "name": proposal.name,
            "scope": proposal.scope,
            "timescale": proposal.timescale,
        }
        for place, proposal in enumerate(framework.proposals)
    ]
    record_inserts(session, ProposalRow, proposals)
    return number
