"""Light reading: one snapshot of a database, without SQLAlchemy.

Owns connections that only read, on the standard library's sqlite3 or on psycopg, and the check
that the database is of this program's revision. The SQL is in `db.queries`; `db.session` writes.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from db.address import Engine
from db.faults import explain
from db.files import WAIT, must_have_folder, uri_of
from db.revision import HEAD
from tracker.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import psycopg

    from db.address import Address

Row = tuple[Any, ...]
"""A row as the driver gives it: its columns are what the statement says."""
START = "Import a paper with tracker import, or look around with tracker demo."
_NAME = re.compile(r"(?<![:\w]):([a-z_]+)")


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
        yield reader


@contextmanager
def _open_file(address: Address) -> Iterator[Reader]:
    """Open a SQLite file without the right to write."""
    must_have_folder(address)
    if not address.path.exists():
        raise StoreError(f"There is no plan yet at {address.shown}.", START)
    try:
        connection = sqlite3.connect(
            uri_of(address.path, mode="rw"), uri=True, timeout=WAIT, isolation_level=None
        )
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            reader = FileReader(connection)
            _check(reader, address, "SELECT name FROM sqlite_master WHERE type = 'table'")
            yield reader
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise explain(error, address.shown) from error


@contextmanager
def _open_server(address: Address) -> Iterator[Reader]:
    """Open a PostgreSQL database in one snapshot, without the right to write."""
    import psycopg

    try:
        with psycopg.connect(address.target, connect_timeout=int(WAIT)) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            reader = ServerReader(connection)
            _check(
                reader,
                address,
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
            )
            yield reader
    except psycopg.Error as error:
        raise explain(error, address.shown) from error


def _check(reader: Reader, address: Address, tables: str) -> None:
    """See that a database holds a plan of this program's revision."""
    held = {name for (name,) in reader.rows(tables)}
    if not held:
        raise StoreError(f"There is no plan yet at {address.shown}.", START)
    if "alembic_version" not in held:
        raise StoreError(
            f"{address.shown} is a database of some other program.", "Give another path with --db."
        )
    found = reader.rows("SELECT version_num FROM alembic_version")
    if found != [(HEAD,)]:
        raise StoreError(
            f"{address.shown} was written by a newer version of tracker.", "Update tracker."
        )
