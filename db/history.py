"""What was recorded: turning every write into changes, and refusing writes to closed cycles.

Owns the shape of a change and the one function that makes them, for single rows (after a flush)
and for bulk inserts alike. Undo and the plan as known on a date read what is written here.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from tracker.errors import Refused
from tracker.kinds import CycleState
from tracker.models import ActRow, ChangeKind, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from sqlalchemy import Table
    from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
    from sqlmodel import SQLModel

    from db.session import ActSession

RECORDED = "tracker_recorded"
"""The option of a bulk statement whose changes are recorded."""
UNRECORDED = frozenset({ActRow.__tablename__, ChangeRow.__tablename__})
_BY_ACTION = frozenset({"action_update", "milestone", "action_owner", "action_proposal"})
_BY_ASSESSMENT = frozenset({"indicator", "evidence", "rating_decision"})

Fields = dict[str, tuple[object, object]]
"""Field to old and new value."""
Written = tuple[ChangeKind, "Mapping[str, Any]", Fields]
"""What was done to a row, the whole row, and its fields."""


class Recorder:
    """What one act has changed so far."""

    def __init__(self, act: int, closed: dict[int, str]) -> None:
        self.act = act
        self.closed = closed
        """The cycles, by id with their labels, that were closed before the act and that it has
        not reopened. A cycle that comes in closed may be filled by the act that brings it."""
        self.count = 0

    def changes(self, table: str, rows: Iterable[Written]) -> list[dict[str, object]]:
        """Return the change rows for written rows."""
        made = []
        for kind, row, fields in rows:
            cycle = row["id"] if table == "cycle" else row.get("cycle_id")
            self._guard(table, cycle, fields)
            self.count += 1
            record_table, record_id = record_of(table, row)
            made.append(
                {
                    "act_id": self.act,
                    "number": self.count,
                    "table_name": table,
                    "row_id": row["id"],
                    "record_table": record_table,
                    "record_id": record_id,
                    "cycle_id": cycle,
                    "kind": kind,
                    "fields": _encode(fields),
                }
            )
        return made

    def _guard(self, table: str, cycle: int | None, fields: Fields) -> None:
        """Refuse a write to a closed cycle; opening it again is the one write allowed."""
        if cycle not in self.closed:
            return
        if table == "cycle" and fields.get("state", (None, None))[0] == CycleState.CLOSED:
            del self.closed[cycle]
            return
        raise Refused(
            f"Cycle {self.closed[cycle]} is closed, and a closed cycle never changes.",
            "Work in the live cycle.",
        )


def record_of(table: str, row: Mapping[str, Any]) -> tuple[str, int]:
    """Return the record that a person thinks of as changed with a row."""
    if table in _BY_ACTION or (table == "position" and row["action_id"] is not None):
        return "action", row["action_id"]
    if table in _BY_ASSESSMENT:
        return "assessment", row["assessment_id"]
    return table, row["id"]


def record_inserts(
    session: ActSession, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert rows in bulk with their changes, and return their ids.

    Args:
        session: The act.
        model: The table.
        rows: Field to value, the same fields in each; a row may bring its id, or else gets one.
    """
    if not rows:
        return []
    table = _table(model)
    ids = [row["id"] for row in rows if "id" in row] or _next_ids(session, table.name, len(rows))
    whole = [{"id": number, **row} for number, row in zip(ids, rows, strict=True)]
    connection = session.connection()
    connection.execute(table.insert(), whole)
    changes = session.recorder.changes(table.name, map(_inserted, whole))
    connection.execute(_table(ChangeRow).insert(), changes)
    return ids


def _inserted(row: Mapping[str, Any]) -> Written:
    """Return what the insertion of a row changed."""
    return ChangeKind.INSERT, row, {name: (None, value) for name, value in row.items()}


def _next_ids(session: ActSession, table: str, count: int) -> list[int]:
    """Take ids for new rows of a table; an id is never given twice, not even after a delete."""
    if session.get_bind().dialect.name == "postgresql":
        taken = session.connection().execute(
            text("SELECT nextval(pg_get_serial_sequence(:t, 'id')) FROM generate_series(1, :n)"),
            {"t": table, "n": count},
        )
        return [row[0] for row in taken]
    connection = session.connection()
    held = text("SELECT seq FROM sqlite_sequence WHERE name = :t")
    last = connection.scalar(held, {"t": table})
    statement = (
        "INSERT INTO sqlite_sequence (name, seq) VALUES (:t, :last)"
        if last is None
        else "UPDATE sqlite_sequence SET seq = :last WHERE name = :t"
    )
    first = (last or 0) + 1
    connection.execute(text(statement), {"t": table, "last": first + count - 1})
    return list(range(first, first + count))


def after_flush(session: Session, flush: UOWTransaction) -> None:
    """Record what a flush wrote."""
    del flush
    recorder: Recorder = session.recorder  # type: ignore[attr-defined]  # an ActSession
    made: list[dict[str, object]] = []
    for rows, kind in (
        (session.new, ChangeKind.INSERT),
        (session.dirty, ChangeKind.UPDATE),
        (session.deleted, ChangeKind.DELETE),
    ):
        for row in rows:
            table = row.__tablename__
            if table in UNRECORDED:
                continue
            fields = _fields_of(row, kind)
            if fields:
                made += recorder.changes(table, [(kind, _whole(row), fields)])
    if made:
        session.connection().execute(_table(ChangeRow).insert(), made)


def refuse_unrecorded(state: ORMExecuteState) -> None:
    """Refuse a bulk write that would leave no trace."""
    if (state.is_insert or state.is_update or state.is_delete) and not (
        state.execution_options.get(RECORDED)
    ):
        raise RuntimeError("bulk writes go through db.history")


def _fields_of(row: object, kind: ChangeKind) -> Fields:
    """Return what a flush wrote of a row."""
    fields: Fields = {}
    for name, held in inspect(row).attrs.items():
        if kind is ChangeKind.INSERT:
            fields[name] = (None, held.value)
        elif kind is ChangeKind.DELETE:
            fields[name] = (held.value, None)
        elif held.history.has_changes():
            fields[name] = (held.history.deleted[0], held.value)
    return fields


def _whole(row: object) -> dict[str, object]:
    """Return a row's values by field."""
    return {name: held.value for name, held in inspect(row).attrs.items()}


def _encode(fields: Fields) -> str:
    """Return fields as JSON; a value that was and is empty is left out."""
    told = {
        name: [_plain(old), _plain(new)]
        for name, (old, new) in fields.items()
        if old is not None or new is not None
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    """Return a value as JSON holds it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def _table(model: type[SQLModel]) -> Table:
    """Return the table of a model."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table
