"""Where a plan is kept: reading the address that a person or a setting gives.

Owns the forms an address may have and how it is shown without its password. Opening it is
`db.engine` (to write) and `db.reader` (to read); this module loads no database library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from tracker.errors import StoreError

FORMS = (
    "Give the path of a file, such as plans/tracker.db, "
    "or an address such as postgresql://user@server/database."
)


class Engine(StrEnum):
    """The databases that can hold a plan."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Address:
    """A database by its address."""

    engine: Engine
    target: str
    """The file's path, or the server's address with its password."""
    shown: str
    """How to name it to a person: never with a password."""

    @property
    def path(self) -> Path:
        """The file of a SQLite database."""
        return Path(self.target)


def read_address(text: str) -> Address:
    """Read an address: a path, `sqlite:///…` or `postgresql://…`.

    Raises:
        StoreError: It is neither, or it names a database that is not supported.
    """
    text = text.strip()
    if not text:
        raise StoreError("The address of the database is empty.", FORMS)
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+):", text)
    if scheme is None or "://" not in text:
        return _file(text)
    name = scheme[1].lower()
    if name == "sqlite":
        return _sqlite_url(text)
    if name in {"postgresql", "postgres", "postgresql+psycopg"}:
        return _server(text)
    raise StoreError(f"{name} is not a kind of database that tracker can use.", FORMS)


def _file(text: str) -> Address:
    """Return the address of a file; Windows drives, UNC paths and `~` are paths like others."""
    if text == ":memory:":
        raise StoreError("A plan cannot be kept in memory only.", FORMS)
    if "\0" in text:
        raise StoreError("The path of the database holds a character that no path can.", FORMS)
    path = str(Path(text).expanduser())
    return Address(Engine.SQLITE, path, path)


def _sqlite_url(text: str) -> Address:
    """Read `sqlite:///relative`, `sqlite:////absolute` or `sqlite:///C:/…`."""
    if not text.lower().startswith("sqlite:///") or len(text) == len("sqlite:///"):
        raise StoreError(f"{text} does not name a file.", "Write sqlite:///folder/tracker.db.")
    return _file(unquote(text[len("sqlite:///") :].partition("?")[0]))


def _server(text: str) -> Address:
    """Read a server's address and take the password out of what is shown."""
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise StoreError("The address of the database server cannot be read.", FORMS) from error
    if not parts.path.strip("/"):
        shown = f"{parts.hostname or 'the server'}{port}"
        raise StoreError(f"The address of {shown} names no database.", FORMS)
    user = f"{quote(unquote(parts.username))}@" if parts.username else ""
    host = parts.hostname or ""
    shown = f"postgresql://{user}{host}{port}{parts.path}"
    target = urlunsplit(("postgresql", parts.netloc, parts.path, parts.query, ""))
    return Address(Engine.POSTGRESQL, target, shown)
