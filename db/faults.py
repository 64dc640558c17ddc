"""What a database says when it cannot, in plain words.

Owns the sentences for every failure that a person can do something about. Knows drivers only by
the text and codes of their errors, so that reading need not load SQLAlchemy.
"""

from __future__ import annotations

import sqlite3
import sys

from tracker.errors import StoreError

ASK = "Try again in a moment; if it stays so, see who has the plan open."
_FILE = (
    (
        "database is locked",
        "Somebody else is writing to {shown} just now.",
        ASK,
    ),
    (
        "file is not a database",
        "{shown} is not a plan: the file holds something else, or is encrypted.",
        "Give the path of a tracker database with --db.",
    ),
    (
        "readonly database",
        "{shown} may be read but not written.",
        "Ask for the right to change the file and its folder, or work on a copy.",
    ),
    (
        "unable to open database file",
        "{shown} cannot be opened.",
        "See that its folder exists and that you may write there.",
    ),
    (
        "malformed",
        "{shown} is damaged.",
        "Restore it from a backup; keep the damaged file for whoever looks into it.",
    ),
    ("disk is full", "There is no room left where {shown} is kept.", "Free some space there."),
    ("disk i/o error", "{shown} cannot be read or written.", "See that the drive is connected."),
)
_SERVER = (
    (
        "28",
        "The server of {shown} does not let you in.",
        "See the user and the password in the address.",
    ),
    ("3D000", "{shown}: there is no such database.", "Ask whoever keeps the server to make it."),
    (
        "42501",
        "You lack the right to do this in {shown}.",
        "Ask whoever keeps the server for the right to use its schema.",
    ),
    ("55P03", "Somebody else is writing to {shown} just now.", ASK),
    ("57P", "The server of {shown} has closed the connection.", "Try again in a moment."),
    ("53", "The server of {shown} has no room or no free connection left.", ASK),
)
_CONNECT = (
    ("password authentication failed", "28"),
    ("no password supplied", "28"),
    ("no pg_hba.conf entry", "28"),
    ("role", "28"),
    ("does not exist", "3D000"),
)


def driver_errors() -> tuple[type[Exception], ...]:
    """Return the errors of the drivers that are loaded."""
    psycopg = sys.modules.get("psycopg")
    return (sqlite3.Error, psycopg.Error) if psycopg else (sqlite3.Error,)


def must_have_driver() -> None:
    """See that a server can be spoken to: its driver is not installed for files alone.

    Raises:
        StoreError: It is not there.
    """
    try:
        import psycopg  # noqa: F401  # only to see that it is there
    except ImportError as error:
        raise StoreError(
            "To use a PostgreSQL server, tracker needs psycopg, which is not installed.",
            "Install it with: pip install 'tracker[postgresql]'.",
        ) from error


def explain(error: Exception, shown: str) -> StoreError:
    """Return what to tell a person about a driver's error."""
    state = getattr(error, "sqlstate", None)
    if state is None and _is_connecting(error):
        return _connecting(error, shown)
    text = str(error).lower()
    table = _FILE if state is None else _SERVER
    for mark, message, hint in table:
        if (mark in text) if state is None else str(state).startswith(mark):
            return StoreError(message.format(shown=shown), hint)
    told = str(error).splitlines()[0] if str(error) else type(error).__name__
    return StoreError(f"The database {shown} refused: {told}.", "Run tracker doctor to look at it.")


def _is_connecting(error: Exception) -> bool:
    """Tell whether no connection to a server came about; such errors carry no code."""
    psycopg = sys.modules.get("psycopg")
    return psycopg is not None and isinstance(error, psycopg.OperationalError)


def _connecting(error: Exception, shown: str) -> StoreError:
    """Return what to tell when no connection came about."""
    text = str(error).lower()
    state = next((state for mark, state in _CONNECT if mark in text), None)
    for mark, message, hint in _SERVER:
        if mark == state:
            return StoreError(message.format(shown=shown), hint)
    return StoreError(
        f"The server of {shown} cannot be reached.",
        "See that it runs, and that its name and port in the address are right.",
    )
