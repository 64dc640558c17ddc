"""Posts and the actions that they lead or contribute to.

Owns the identity of a post: its name and body, whatever their case and spacing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.history import record_inserts
from db.session import SessionReader
from db.writing.filing import row_id
from tracker.cleaning import clean_line
from tracker.errors import Refused
from tracker.kinds import OwnerRole as Role
from tracker.models import OwnerRow, PostRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.session import ActSession

KEYS = "SELECT key, id FROM post WHERE partnership_id = :partnership"
Wanted = tuple[int, "Sequence[str]", "Sequence[str]"]
"""An action with the names of its leads and of its contributors."""


def post_key(name: str, body: str | None = None) -> str:
    """Return what tells posts apart."""
    return f"{folded(clean_line(name))}|{folded(clean_line(body or ''))}"


def find_or_add_post(
    *,
    session: ActSession,
    partnership: int,
    name: str,
    body: str | None = None,
    holder: str | None = None,
    email: str | None = None,
) -> int:
    """Return the id of a post, adding it where it is new; what is told of it replaces what is held.

    Raises:
        Refused: It has no name.
    """
    if not clean_line(name):
        raise Refused("The post has no name.", "Name it, such as “Chief Finance Officer”.")
    key = post_key(name, body)
    wanted = select(PostRow).where(
        col(PostRow.partnership_id) == partnership, col(PostRow.key) == key
    )
    row = session.exec(wanted).first()
    if row is None:
        row = PostRow(
            partnership_id=partnership,
            key=key,
            name=clean_line(name),
            body=clean_line(body or "") or None,
        )
        session.add(row)
    if holder is not None:
        row.holder = clean_line(holder) or None
    if email is not None:
        row.email = clean_line(email) or None
    session.flush()
    return row_id(row)


def set_leads(
    *,
    session: ActSession,
    partnership: int,
    cycle: int,
    actions: Sequence[int],
    leads: Sequence[str],
) -> None:
    """Replace the leads of actions; contributors stay, unless they lead now."""
    posts, _ = _posts(session, partnership, leads)
    held: dict[int, dict[int, OwnerRow]] = defaultdict(dict)
    for row in session.exec(select(OwnerRow).where(col(OwnerRow.action_id).in_(actions))):
        held[row.action_id][row.post_id] = row
    new = []
    for action in actions:
        rows = held[action]
        for post, row in rows.items():
            if row.role is Role.LEAD and post not in posts.values():
                session.delete(row)
        for position, post in enumerate(posts.values()):
            if post in rows:
                rows[post].role, rows[post].position = Role.LEAD, position
            else:
                new.append(_owner(cycle, action, post, Role.LEAD, position))
    session.flush()
    record_inserts(session, OwnerRow, new)


def add_owners(session: ActSession, partnership: int, cycle: int, wanted: Sequence[Wanted]) -> int:
    """Give new actions their owners, and return how many posts were made for them."""
    names = [name for _, leads, contributors in wanted for name in [*leads, *contributors]]
    posts, made = _posts(session, partnership, names)
    rows = [
        _owner(cycle, action, posts[key], role, position)
        for action, leads, contributors in wanted
        for position, (key, role) in enumerate(_roles(leads, contributors).items())
    ]
    record_inserts(session, OwnerRow, rows)
    return made


def _posts(
    session: ActSession, partnership: int, names: Iterable[str]
) -> tuple[dict[str, int], int]:
    """Return the ids of posts by key, in the order named, and how many were made."""
    named = {post_key(name): clean_line(name) for name in reversed(list(names))}
    named = {key: named[key] for key in reversed(named) if named[key]}
    held: dict[str, int] = dict(SessionReader(session).rows(KEYS, {"partnership": partnership}))
    new = [key for key in named if key not in held]
    rows = [{"partnership_id": partnership, "key": key, "name": named[key]} for key in new]
    held |= zip(new, record_inserts(session, PostRow, rows), strict=True)
    return {key: held[key] for key in named}, len(new)


def _roles(leads: Sequence[str], contributors: Sequence[str]) -> dict[str, Role]:
    """Return the posts of an action, each once; a lead is not also a contributor."""
    roles = {post_key(name): Role.LEAD for name in leads if clean_line(name)}
    for name in contributors:
        if clean_line(name):
            roles.setdefault(post_key(name), Role.CONTRIBUTOR)
    return roles


def _owner(cycle: int, action: int, post: int, role: Role, position: int) -> dict[str, object]:
    """Return the row of an owner."""
    return {
        "cycle_id": cycle,
        "action_id": action,
        "post_id": post,
        "role": role,
        "position": position,
    }
