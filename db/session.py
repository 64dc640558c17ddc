"""The unit of work: one act, one commit.

Owns `transaction`, the only commit in the program, and the writer's lock. What was changed is
recorded by `db.history` as it is flushed; the verbs that change things are `db.writing`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db import history
from db.engine import WRITES
from db.faults import explain
from db.files import WAIT
from db.queries import newest_act
from tracker.models import ActRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Engine

    from db.reader import Row

_LOCK = 7_283_119
"""The class of our advisory lock on PostgreSQL; the schema is its object."""


class ActSession(Session):
    """A session that writes one act."""

    act: int
    """The act's number."""
    recorder: history.Recorder


class SessionReader:
    """Reads what a session sees, for the questions of `db.queries`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement with `:name` parameters."""
        self._session.flush()
        return [tuple(row) for row in self._session.connection().execute(text(sql), params or {})]


@contextmanager
def transaction(
    engine: Engine,
    *,
    verb: str,
    who: str,
    at: datetime,
    reason: str | None = None,
) -> Iterator[ActSession]:
    """Write one act: all of it, or nothing; an act that changes nothing leaves no trace.

    Args:
        engine: The database.
        verb: What is done, as history shows it.
        who: Who does it.
        at: When, with its zone.
        reason: Why, where the person said so.

    Raises:
        StoreError: The database cannot be written, or somebody else writes for too long.
    """
    try:
        with ActSession(engine.execution_options(**{WRITES: True})) as session:
            _begin(session)
            act = ActRow(id=session.act, at=at, who=who, verb=verb, reason=reason)
            session.add(act)
            session.flush()
            yield session
            session.flush()
            if session.recorder.count:
                session.commit()
    except DBAPIError as error:
        original = error.orig if isinstance(error.orig, Exception) else error
        shown = engine.url.render_as_string(hide_password=True)
        raise explain(original, engine.url.database or shown) from error


def _begin(session: ActSession) -> None:
    """Take the writer's lock, then the next act number and what is closed."""
    session.expire_on_commit = False
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SET LOCAL lock_timeout = '{WAIT:.0f}s'"))
        session.execute(
            text("SELECT pg_advisory_xact_lock(:lock, hashtext(current_schema()))"), {"lock": _LOCK}
        )
    reader = SessionReader(session)
    session.act = newest_act(reader) + 1
    closed = {row[0] for row in reader.rows("SELECT id FROM cycle WHERE state = 'closed'")}
    session.recorder = history.Recorder(session.act, closed)
    event.listen(session, "after_flush", history.after_flush)
    event.listen(session, "do_orm_execute", history.refuse_unrecorded)
