"""Posts and the actions that they lead or contribute to.

Owns the identity of a post: its name and body, whatever their case and spacing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.history import record_inserts
from db.queries import folded
from db.session import SessionReader
from db.writing.texts import clean_line
from tracker.kinds import OwnerRole as Role
from tracker.models import PostRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.session import ActSession

KEYS = "SELECT key, id FROM post WHERE partnership_id = :partnership"
Wanted = tuple[int, "Sequence[str]", "Sequence[str]"]
"""An action with the names of its leads and of its contributors."""


def post_key(name: str, body: str | None = None) -> str:
    """Return what tells posts apart."""
    return f"{folded(clean_line(name))}|{folded(clean_line(body or ''))}"


def owner_rows(
    session: ActSession, partnership: int, cycle: int, wanted: Sequence[Wanted]
) -> tuple[list[dict[str, object]], int]:
    """Return the owner rows of actions, and how many posts were made for them."""
    named = {
        post_key(line): line
        for _, leads, contributors in wanted
        for line in map(clean_line, [*leads, *contributors])
        if line
    }
    held: dict[str, int] = dict(SessionReader(session).rows(KEYS, {"partnership": partnership}))
    new = [(key, name) for key, name in named.items() if key not in held]
    rows = [{"partnership_id": partnership, "key": key, "name": name} for key, name in new]
    ids = record_inserts(session, PostRow, rows)
    held |= {key: number for (key, _), number in zip(new, ids, strict=True)}
    made = [
        {"cycle_id": cycle, "action_id": action, "post_id": held[key], "role": role, "position": n}
        for action, leads, contributors in wanted
        for n, (key, role) in enumerate(_roles(leads, contributors).items())
    ]
    return made, len(new)


def _roles(leads: Sequence[str], contributors: Sequence[str]) -> dict[str, Role]:
    """Return the posts of an action, each once; a lead is not also a contributor."""
    roles = {post_key(name): Role.LEAD for name in leads if clean_line(name)}
    for name in contributors:
        if clean_line(name):
            roles.setdefault(post_key(name), Role.CONTRIBUTOR)
    return roles
