"""Opening a database to write in it.

Owns the SQLAlchemy engine: the pragmas of SQLite, the isolation of PostgreSQL, the making of a
new database. Units of work are `db.session`; light reading is `db.reader`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, event, inspect, make_url
from sqlalchemy.exc import DBAPIError

from db.address import Address
from db.address import Engine as Kind
from db.faults import explain
from db.files import WAIT, is_on_network, must_have_folder

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

WRITES = "tracker_writes"
"""The option of a connection whose transaction takes the writer's lock at once."""


def open_engine(address: Address) -> Engine:
    """Open a database, making its tables where there are none yet.

    Raises:
        StoreError: It cannot be opened, is no plan, or is newer than this program.
    """
    from db.schema import prepare

    engine = connect(address)
    try:
        prepare(engine, address)
    except DBAPIError as error:
        engine.dispose()
        raise explain(_original(error), address.shown) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(address: Address) -> Engine:
    """Return an engine for a database as it is, whatever it holds."""
    if address.engine is Kind.SQLITE:
        return _sqlite(address)
    url = make_url(address.target).set(drivername="postgresql+psycopg")
    return create_engine(url, hide_parameters=True, connect_args={"connect_timeout": 10})


def _original(error: DBAPIError) -> Exception:
    """Return the driver's own error."""
    return error.orig if isinstance(error.orig, Exception) else error


def _sqlite(address: Address) -> Engine:
    """Return an engine for a file."""
    must_have_folder(address)
    engine = create_engine(
        URL.create("sqlite", database=address.target),
        hide_parameters=True,
        # The driver would otherwise begin transactions by itself, later than we ask for.
        connect_args={"isolation_level": None, "timeout": WAIT},
    )
    journal = "DELETE" if is_on_network(address.path) else "WAL"

    def set_up(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        del entry
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("PRAGMA synchronous = FULL")

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def has_tables(connection: Connection) -> bool:
    """Tell whether a database holds any table of anybody."""
    return bool(inspect(connection).get_table_names())
