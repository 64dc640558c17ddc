"""Light reading: one snapshot of a database, without SQLAlchemy.

Owns connections that only read, on the standard library's sqlite3 or on psycopg, and the check
that the database is of this program's revision. The SQL is in `db.queries`; `db.session` writes.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from db.address import Engine
from db.faults import explain, must_have_driver
from db.files import WAIT, file_exists, is_on_network, is_untouched, uri_of
from db.revision import HEAD, refuse_newer
from tracker.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import psycopg

    from db.address import Address

Row = tuple[Any, ...]
"""A row as the driver gives it: its columns are what the statement says."""
START = "Import a paper with tracker import, or look around with tracker demo."
_NAME = re.compile(r"(?<![:\w]):([a-z][a-z0-9_]*)")


class Reader(Protocol):
    """Anything that answers SQL with rows."""

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement with `:name` parameters."""
        ...


class FileReader:
    """Reads a SQLite file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement with `:name` parameters."""
        return self._connection.execute(sql, params or {}).fetchall()


class ServerReader:
    """Reads a PostgreSQL database."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement with `:name` parameters."""
        return self._connection.execute(_renamed(sql), params or {}).fetchall()


@cache
def _renamed(sql: str) -> str:
    """Return a statement with its parameters as psycopg writes them."""
    return _NAME.sub(r"%(\1)s", sql.replace("%", "%%"))


@contextmanager
def open_reader(address: Address) -> Iterator[Reader]:
    """Open a database for reading; everything read inside is of one moment.

    Raises:
        StoreError: There is no plan yet, or it cannot be read by this program.
    """
    opened = _open_file if address.engine is Engine.SQLITE else _open_server
    with opened(address) as reader:
        found = _revision(reader, address)
        if found == HEAD:
            yield reader
            return
        if found is None:
            raise StoreError(f"There is no plan yet at {address.shown}.", START)
        refuse_newer(found, address.shown)
    # Loads SQLAlchemy, but only once in the life of a revision.
    from db.schema import must_be_told
    from db.upgrading import upgrade

    must_be_told(address)
    upgrade(address)
    with opened(address) as reader:
        yield reader


def holds_plan(address: Address) -> bool:
    """Tell whether there is a plan to read, without making one.

    Raises:
        StoreError: What is there cannot be read, or is of another program.
    """
    if address.engine is Engine.SQLITE and not file_exists(address):
        return False
    opened = _open_file if address.engine is Engine.SQLITE else _open_server
    with opened(address) as reader:
        return _revision(reader, address) is not None


@contextmanager
def _open_file(address: Address) -> Iterator[FileReader]:
    """Open a SQLite file without the will to write."""
    if not file_exists(address):
        raise StoreError(f"There is no plan yet at {address.shown}.", START)
    try:
        with closing(_connected(address)) as connection:
            yield FileReader(connection)
    except sqlite3.Error as error:
        raise explain(error, address.shown) from error


def _connected(address: Address) -> sqlite3.Connection:
    """Return a connection to a file, in a transaction that only reads."""
    try:
        # As if to write: only such a connection clears SQLite's side files away when it is last.
        return _begun(address, "mode=rw")
    except sqlite3.OperationalError:
        if not is_untouched(address.path):
            raise
        # The file or its folder may not be written: read it as one that never changes.
        return _begun(address, "immutable=1")


def _begun(address: Address, way: str) -> sqlite3.Connection:
    """Open a file in a way, and begin a transaction that sees one moment of it."""
    uri = uri_of(address.path, way)
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None)
    try:
        if is_on_network(address.path):
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _open_server(address: Address) -> Iterator[ServerReader]:
    """Open a PostgreSQL database in one snapshot, without the right to write."""
    must_have_driver()
    import psycopg

    try:
        with psycopg.connect(address.target, connect_timeout=int(WAIT)) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            yield ServerReader(connection)
    except psycopg.Error as error:
        raise explain(error, address.shown) from error


TABLES = {
    Engine.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1000",
    Engine.POSTGRESQL: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}
VERSION = "SELECT version_num FROM alembic_version"


def _revision(reader: Reader, address: Address) -> str | None:
    """Return the revision of a database; None where it is empty."""
    held = {name for (name,) in reader.rows(TABLES[address.engine])}
    if not held:
        return None
    found = reader.rows(VERSION) if "alembic_version" in held else []
    if not found:
        raise StoreError(
            f"{address.shown} is a database of some other program.", "Give another path with --db."
        )
    return str(found[0][0])
