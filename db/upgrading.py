"""Bringing an older database to the form that this program writes.

Owns the order of things: copy aside, one transaction, check, commit. The steps themselves are
`db.migrations`; Alembic is loaded here and nowhere else.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from db.address import Engine as Kind
from db.engine import connect, writing
from db.faults import explain
from db.revision import HEAD, refuse_newer
from db.schema import make, revision_of
from tracker.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address

STEPS = Path(__file__).parent / "migrations"


def upgrade(address: Address, *, steps: Path = STEPS, head: str = HEAD) -> str:
    """Bring a database to this program's form, and say what was done.

    Args:
        address: The database.
        steps: The folder of the revisions.
        head: The revision to reach.

    Raises:
        StoreError: It cannot be opened or written, is no plan, or is newer than this program.
    """
    engine = connect(address)
    try:
        found = revision_of(engine)
        if found is None:
            make(engine, address)
            return "The database was empty; its tables are made."
        refuse_newer(found, address.shown, head=head)
        if found == head:
            return "The database has the form of this program already."
        aside = _copy_aside(address, found) if address.engine is Kind.SQLITE else None
        try:
            run_steps(engine, steps, head)
        except BaseException:
            if aside:
                aside.unlink()
            raise
    finally:
        engine.dispose()
    kept = f" As it was before, it is kept as {aside}." if aside else ""
    return f"The database was brought from revision {found} to {head}.{kept}"


def run_steps(engine: Engine, steps: Path = STEPS, head: str = HEAD) -> None:
    """Take every step to a revision in one transaction, and commit only what is whole."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with writing(engine, foreign_keys=False) as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, head)
        except CommandError as error:
            raise StoreError(
                f"The database is of a revision that this program does not know: {error}.",
                "Open it with the version of tracker that wrote it.",
            ) from error
        if engine.dialect.name == "sqlite":
            orphans = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
            if orphans:
                raise StoreError(
                    f"The upgrade would have left rows of {orphans[0][0]} pointing to nothing; "
                    "nothing was changed.",
                    "Keep the file and ask for help.",
                )


def _copy_aside(address: Address, found: str) -> Path:
    """Copy a file beside itself, whole, also while others read it."""
    path = address.path
    aside = next(
        place for number in count(1) if not (place := _aside(path, found, number)).exists()
    )
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(aside)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        aside.unlink(missing_ok=True)
        raise explain(error, address.shown) from error
    return aside


def _aside(path: Path, found: str, number: int) -> Path:
    """Return where a copy may go: tracker.revision-0001.db, tracker.revision-0001-2.db, ..."""
    extra = f"-{number}" if number > 1 else ""
    return path.with_name(f"{path.stem}.revision-{found}{extra}{path.suffix}")
