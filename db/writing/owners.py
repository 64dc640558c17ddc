"""Posts and the actions that they lead or contribute to.

Owns the identity of a post: its name and body, whatever their case and spacing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.bulk import record_inserts, record_updates
from db.session import reader_of
from db.writing.texts import line
from tracker.cleaning import clean_line
from tracker.errors import Refused
from tracker.kinds import OwnerRole as Role
from tracker.models import OwnerRow, PostRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    told = {"holder": holder, "email": email}
    said = {field: line(text) for field, text in told.items() if text is not None}
    held: dict[str, int] = dict(reader_of(session).rows(KEYS, {"partnership": partnership}))
    if key in held:
        if said:
            record_updates(session, PostRow, [{"id": held[key], **said}])
        return held[key]
    row = {"partnership_id": partnership, "key": key, "name": clean_line(name), "body": line(body)}
    return record_inserts(session, PostRow, [row | said])[0]


def set_leads(
    *,
    session: ActSession,
    partnership: int,
    cycle: int,
    actions: Sequence[int],
    leads: Sequence[str],
) -> None:
    """Replace the leads of actions; contributors stay, unless they lead now."""
    known, _ = _posts(session, partnership, leads)
    posts = list(_roles(known, leads, ()))
    held: dict[int, dict[int, OwnerRow]] = defaultdict(dict)
    for row in session.exec(select(OwnerRow).where(col(OwnerRow.action_id).in_(actions))):
        held[row.action_id][row.post_id] = row
    new = []
    for action in actions:
        rows = held[action]
        for post, row in rows.items():
            if row.role is Role.LEAD and post not in posts:
                session.delete(row)
        for position, post in enumerate(posts):
            if post in rows:
                rows[post].role, rows[post].position = Role.LEAD, position
            else:
                new.append(owner_row(cycle, action, post, Role.LEAD, position))
    session.flush()
    record_inserts(session, OwnerRow, new)


def add_owners(session: ActSession, partnership: int, cycle: int, wanted: Sequence[Wanted]) -> int:
    """Give new actions their owners, and return how many posts were made for them."""
    names = (name for _, leads, contributors in wanted for name in (*leads, *contributors))
    posts, made = _posts(session, partnership, names)
    rows = [
        owner_row(cycle, action, post, role, position)
        for action, leads, contributors in wanted
        for position, (post, role) in enumerate(_roles(posts, leads, contributors).items())
    ]
    record_inserts(session, OwnerRow, rows)
    return made


def add_contributors(
    *, session: ActSession, partnership: int, cycle: int, action: int, names: Sequence[str]
) -> None:
    """Give an action contributors besides the posts that it has."""
    posts, _ = _posts(session, partnership, names)
    wanted = select(OwnerRow).where(col(OwnerRow.action_id) == action)
    held = {row.post_id for row in session.exec(wanted)}
    new = [post for post in dict.fromkeys(posts.values()) if post not in held]
    rows = [
        owner_row(cycle, action, post, Role.CONTRIBUTOR, position)
        for position, post in enumerate(new, len(held))
    ]
    record_inserts(session, OwnerRow, rows)


def _posts(
    session: ActSession, partnership: int, names: Iterable[str]
) -> tuple[dict[str, int], int]:
    """Return the ids of posts by the names given, and how many were made; no name, no post."""
    keys = {name: post_key(name) for name in names if clean_line(name)}
    held: dict[str, int] = dict(reader_of(session).rows(KEYS, {"partnership": partnership}))
    new = {key: clean_line(name) for name, key in reversed(keys.items()) if key not in held}
    rows = [
        {"partnership_id": partnership, "key": key, "name": name}
        for key, name in reversed(new.items())
    ]
    ids = record_inserts(session, PostRow, rows)
    held |= {str(row["key"]): number for number, row in zip(ids, rows, strict=True)}
    return {name: held[key] for name, key in keys.items()}, len(new)


def _roles(
    posts: Mapping[str, int], leads: Sequence[str], contributors: Sequence[str]
) -> dict[int, Role]:
    """Return the posts of an action, each once; a lead is not also a contributor."""
    roles = {posts[name]: Role.LEAD for name in leads if name in posts}
    for name in contributors:
        if name in posts:
            roles.setdefault(posts[name], Role.CONTRIBUTOR)
    return roles


def owner_row(cycle: int, action: int, post: int, role: Role, position: int) -> dict[str, object]:
    """Return the row of an owner."""
    return {
        "cycle_id": cycle,
        "action_id": action,
        "post_id": post,
        "role": role,
        "position": position,
    }
