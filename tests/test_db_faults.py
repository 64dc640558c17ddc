"""What a database says when it cannot, told so that a person can act on it."""

from __future__ import annotations

import sqlite3
import sys

import psycopg
import pytest
from psycopg import errors

from db.address import read_address
from db.engine import open_engine
from db.faults import explain
from db.reader import open_reader
from tracker.errors import StoreError

SHOWN = "plans/tracker.db"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (sqlite3.OperationalError("database is locked"), "Somebody else is writing"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "read but not written"),
        (sqlite3.OperationalError("unable to open database file"), "cannot be opened"),
        (sqlite3.OperationalError("database or disk is full"), "no room left"),
        (sqlite3.OperationalError("disk I/O error"), "cannot be read or written"),
        (sqlite3.DatabaseError("file is not a database"), "is not a plan"),
        (sqlite3.DatabaseError("database disk image is malformed"), "is damaged"),
        (sqlite3.IntegrityError("UNIQUE constraint failed: act.id"), "UNIQUE constraint failed"),
        (errors.InvalidPassword("no"), "does not let you in"),
        (errors.InvalidCatalogName("no"), "no such database"),
        (errors.InsufficientPrivilege("no"), "lack the right"),
        (errors.LockNotAvailable("no"), "Somebody else is writing"),
        (errors.AdminShutdown("no"), "closed the connection"),
        (errors.TooManyConnections("no"), "no room or no free connection"),
        (psycopg.OperationalError("connection refused"), "cannot be reached"),
        (psycopg.OperationalError('database "x" does not exist'), "no such database"),
        (psycopg.OperationalError('role "x" does not exist'), "does not let you in"),
        (psycopg.OperationalError("password authentication failed"), "does not let you in"),
        (psycopg.ProgrammingError("syntax"), "refused: syntax"),
        (psycopg.ProgrammingError(""), "refused: ProgrammingError"),
    ],
)
def test_a_failure_is_told_with_the_database_and_a_next_step(error: Exception, said: str) -> None:
    """Every message names the database and hints at what to do; none is a driver's own jargon."""
    told = explain(error, SHOWN)
    assert said in told.message
    assert SHOWN in told.message
    assert told.hint


def test_a_message_is_one_line() -> None:
    """A server's details, which may quote what was written, are left out."""
    told = explain(errors.UniqueViolation("duplicate key\nDETAIL: Key (note)=(private)"), SHOWN)
    assert "private" not in told.message


def test_a_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has installed the program for files alone is told what a server needs."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    address = read_address("postgresql://db.example/plans")
    with pytest.raises(StoreError, match="needs psycopg") as refused, open_reader(address):
        pytest.fail("opened")
    assert "tracker[postgresql]" in refused.value.hint
    with pytest.raises(StoreError, match="needs psycopg"):
        open_engine(address)
