"""The revision of the tables that this version of the program writes.

Owns one constant and its order, so that opening a database need not load Alembic to learn that
nothing has to be done. A test holds it equal to the newest revision in `db.migrations`.
"""

from __future__ import annotations

from tracker.errors import StoreError

HEAD = "0004"
"""Revisions are numbered with four digits, so that their order is that of their text."""


def refuse_newer(found: str, shown: str, *, head: str = HEAD) -> None:
    """Refuse a database that a later program wrote.

    Raises:
        StoreError: It is one.
    """
    if found > head:
        raise StoreError(
            f"{shown} was written by a newer version of tracker.", "Update tracker, then try again."
        )
