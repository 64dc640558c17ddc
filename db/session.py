"""The unit of work: one act.

Owns `transaction`, in which the verbs of `db.writing` run; it is committed by `db.engine.writing`.
What was changed is recorded by `db.history` as it is flushed.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlmodel import Session

from db import history
from db.bulk import after_flush
from db.engine import writing
from db.queries import newest_act
from db.reader import FileReader, ServerReader
from tracker.cleaning import clean, clean_line
from tracker.models import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Engine

    from db.reader import Reader


class ActSession(Session):
    """A session that writes one act."""

    act: int
    """The act's number."""
    recorder: history.Recorder
    """What the act has changed so far."""


def reader_of(session: Session) -> Reader:
    """Return a reader of what a session sees, for the questions of `db.queries`."""
    session.flush()
    connection = session.connection()
    # A reader works on a driver's connection; this is the one that the session writes on.
    driver: Any = connection.connection.dbapi_connection
    return FileReader(driver) if connection.dialect.name == "sqlite" else ServerReader(driver)


@contextmanager
def transaction(
    engine: Engine,
    *,
    verb: str,
    who: str,
    at: datetime,
    reason: str | None = None,
    undoes: int | None = None,
) -> Iterator[ActSession]:
    """Write one act: all of it, or nothing; an act that changes nothing leaves no trace.

    Args:
        engine: The database.
        verb: What is done, as history shows it.
        who: Who does it.
        at: When, with its zone.
        reason: Why, where the person said so.
        undoes: The act that this one takes back.

    Raises:
        StoreError: The database cannot be written, or somebody else writes for too long.
    """
    with (
        writing(engine) as connection,
        ActSession(bind=connection, expire_on_commit=False) as session,
    ):
        _begin(session)
        act = {
            "id": session.act,
            "at": at,
            "who": clean_line(who),
            "verb": clean_line(verb),
            "reason": clean(reason) if reason else None,
            "undoes": undoes,
        }
        connection.execute(METADATA.tables["act"].insert(), act)
        yield session
        session.flush()
        if not session.recorder.count:
            connection.rollback()


def _begin(session: ActSession) -> None:
    """Give a session its act number, and see that it records what it writes."""
    reader = reader_of(session)
    session.act = newest_act(reader) + 1
    closed = reader.rows("SELECT id, label FROM cycle WHERE state = 'closed'")
    session.recorder = history.Recorder(session.act, dict(closed))
    event.listen(session, "after_flush", after_flush)
    event.listen(session, "do_orm_execute", history.refuse_unrecorded)
