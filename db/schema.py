"""What to do with a database that is opened to be written: make it, use it, upgrade it, refuse it.

Owns that decision and the making of all tables at once. The steps from an older revision are
`db.upgrading`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import inspect, text

from db.address import Engine as Kind
from db.engine import explained, writing
from db.revision import HEAD, refuse_newer
from tracker.errors import StoreError
from tracker.models import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from db.address import Address

VERSION_TABLE = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


def prepare(engine: Engine, address: Address) -> None:
    """See that a database has the tables that this program writes.

    Raises:
        StoreError: It is of another program, or of another version of this one.
    """
    found = revision_of(engine)
    if found is None:
        make(engine, address)
        return
    refuse_newer(found, address.shown)
    if found != HEAD:
        must_be_told(address)
        from db.upgrading import upgrade

        upgrade(address)


def must_be_told(address: Address) -> None:
    """Refuse to upgrade a server's database unasked: others may work with it just now.

    Raises:
        StoreError: It is one.
    """
    if address.engine is Kind.POSTGRESQL:
        raise StoreError(
            f"{address.shown} was made by an older version of tracker.",
            "When nobody else works with it: tracker doctor --upgrade.",
        )


def revision_of(engine: Engine) -> str | None:
    """Return the revision of a database; None where tracker has made no tables in it."""
    with explained(engine), engine.connect() as connection:
        return _revision(connection)


def make(engine: Engine, address: Address) -> None:
    """Make the tables of an empty database, unless somebody just did.

    Raises:
        StoreError: It holds tables of another program.
    """
    with writing(engine) as connection:
        if _revision(connection) is not None:
            return
        if inspect(connection).get_table_names():
            raise StoreError(
                f"{address.shown} is a database of some other program.",
                "Give another path with --db.",
            )
        METADATA.create_all(connection, checkfirst=False)
        connection.execute(text(VERSION_TABLE))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
        connection.execute(METADATA.tables["store_info"].insert(), {"uid": uuid4().hex})


def _revision(connection: Connection) -> str | None:
    """Return the revision that a database says it is of."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found
