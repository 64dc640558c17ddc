"""Making the tables of a new database, and telling what revision a database is of.

Owns the decision what to do with a database that was opened: make it, use it, upgrade it or
refuse it. The steps from one revision to the next are `db.migrations`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import inspect, text

from db.engine import WRITES
from db.revision import HEAD
from tracker.errors import StoreError
from tracker.models import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from db.address import Address


def prepare(engine: Engine, address: Address) -> None:
    """See that a database has the tables that this program writes."""
    with engine.connect() as connection:
        found = revision_of(connection)
    if found == HEAD:
        return
    if found is None:
        _make(engine, address)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a database; None where it was not made by tracker."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _make(engine: Engine, address: Address) -> None:
    """Make the tables of an empty database in one transaction, unless somebody just did."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if revision_of(connection) == HEAD:
            return
        if inspect(connection).get_table_names():
            raise StoreError(
                f"{address.shown} is a database of some other program.",
                "Give another path with --db.",
            )
        METADATA.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
        connection.execute(METADATA.tables["store_info"].insert(), {"uid": uuid4().hex})
