"""Opening a database to write in it, and the one way of writing: a transaction at a time.

Owns the SQLAlchemy engine with its pragmas, the writer's lock, and the only commit in the program.
What a unit of work records is `db.session`; light reading is `db.reader`.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from time import sleep
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError

from db.address import Engine as Kind
from db.faults import driver_errors, explain, must_have_driver
from db.files import WAIT, file_exists, is_on_network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

    from db.address import Address

PAUSE = 0.02
"""Seconds between two attempts."""
_WRITES = "tracker_writes"
"""The option of a connection whose transaction takes the writer's lock at once."""
_PATIENCE = "tracker_patience"
"""How long a writer waits for the lock of PostgreSQL."""
_LOCK = 7_283_119
"""The class of our advisory lock on PostgreSQL; the schema is its object."""


def open_engine(address: Address) -> Engine:
    """Open a database, making its tables where there are none yet.

    Raises:
        StoreError: It cannot be opened, is no plan, or is of another version of this program.
    """
    from db.schema import prepare

    engine = connect(address)
    try:
        prepare(engine, address)
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(address: Address, *, wait: float = WAIT) -> Engine:
    """Return an engine for a database as it is, whatever it holds.

    Args:
        address: The database.
        wait: Seconds to wait while somebody else writes.
    """
    if address.engine is Kind.SQLITE:
        return _sqlite(address, wait)
    must_have_driver()
    url = make_url(address.target).set(drivername="postgresql+psycopg")
    return create_engine(
        url,
        hide_parameters=True,
        # A program left open overnight may outlive its connections.
        pool_pre_ping=True,
        connect_args={"connect_timeout": int(WAIT)},
        execution_options={_PATIENCE: f"{wait * 1000:.0f}ms"},
    )


def _sqlite(address: Address, wait: float) -> Engine:
    """Return an engine for a file."""
    file_exists(address)
    engine = create_engine(
        URL.create("sqlite", database=address.target),
        hide_parameters=True,
        # The driver would otherwise begin transactions by itself, later than we ask for.
        connect_args={"isolation_level": None, "timeout": wait},
    )
    journal = "DELETE" if is_on_network(address.path) else "WAL"

    def set_up(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        del entry
        connection.execute("PRAGMA foreign_keys = ON")
        _set_journal(connection, journal, wait)
        connection.execute("PRAGMA synchronous = FULL")

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def _set_journal(connection: sqlite3.Connection, journal: str, wait: float) -> None:
    """Set the kind of journal; SQLite does not wait by itself while somebody else does the same."""
    for _ in range(int(wait / PAUSE)):
        try:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            sleep(PAUSE)
        else:
            return
    connection.execute(f"PRAGMA journal_mode = {journal}")


@contextmanager
def writing(engine: Engine, *, foreign_keys: bool = True) -> Iterator[Connection]:
    """Write as the only writer: everything done inside, or nothing.

    Args:
        engine: The database.
        foreign_keys: Whether SQLite enforces them; making a table anew needs them off.

    Raises:
        StoreError: The database cannot be written, or somebody else writes for too long.
    """
    with explained(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # SQLite ignores this inside a transaction, and SQLAlchemy would begin one for it.
            # SQLAlchemy does not say which driver it is; on this engine it is always sqlite3.
            raw: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
            raw.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execution_options(**{_WRITES: True})
        with connection.begin():
            if engine.dialect.name == "postgresql":
                patience = connection.get_execution_options()[_PATIENCE]
                connection.execute(text(f"SET LOCAL lock_timeout = '{patience}'"))
                lock = "SELECT pg_advisory_xact_lock(:lock, hashtext(current_schema()))"
                connection.execute(text(lock), {"lock": _LOCK})
            yield connection


@contextmanager
def explained(engine: Engine) -> Iterator[None]:
    """Turn what a driver says into what a person can do about it."""
    try:
        yield
    except DBAPIError as error:
        original = error.orig if isinstance(error.orig, Exception) else error
        raise explain(original, _shown(engine)) from error
    except driver_errors() as error:
        raise explain(error, _shown(engine)) from error


def _shown(engine: Engine) -> str:
    """Return how to name a database to a person."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    url = engine.url.set(drivername=engine.dialect.name, password=None)
    return url.difference_update_query(url.query).render_as_string()
