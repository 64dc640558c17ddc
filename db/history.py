"""What was recorded: turning every write into changes, and refusing writes to closed cycles.

Owns the shape of a change, and the hook that makes changes of what a session flushes; bulk inserts
(`db.bulk`) make theirs by the same recorder. Undo and the plan as known on a date read what is
written here.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

from tracker.errors import Refused
from tracker.kinds import ChangeKind, CycleState
from tracker.models import ActRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import ORMExecuteState

UNRECORDED = frozenset({ActRow.__tablename__, ChangeRow.__tablename__})
_RECORDS = dict.fromkeys(
    ("action_update", "milestone", "action_owner", "action_proposal", "position"), "action"
) | dict.fromkeys(("indicator", "evidence", "rating_decision"), "assessment")
_RECORDS["cycle_step"] = "cycle"
"""Tables to the record that a person thinks of as changed with their rows."""
Row = dict[str, Any]
"""A whole row by field; what a column holds is its own affair, as long as it is plain."""
Written = tuple[Row, "Mapping[str, object]"]
"""A whole row that was written, and what to keep of it: of an update the fields that changed, each
with its old and new value; else the row's values. All are plain."""
PLAIN = frozenset({str, int, bool, type(None)})
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


CHANGE = tuple(ChangeRow.model_fields)
"""The columns of a change."""
Change = tuple[object, ...]
"""What an act did to one row, in the order of these columns."""


class Recorder:
    """What one act has changed so far."""

    def __init__(self, act: int, closed: dict[int, str]) -> None:
        self.act = act
        self.closed = closed
        """The cycles, by id with their labels, that were closed before the act and that it has
        not reopened. A cycle that comes in closed may be filled by the act that brings it."""
        self.count = 0

    def changes(self, table: str, kind: ChangeKind, written: Iterable[Written]) -> list[Change]:
        """Return the changes of rows that were written.

        Raises:
            Refused: A row belongs to a closed cycle.
        """
        record = _RECORDS.get(table, table)
        owner = "id" if record == table else f"{record}_id"
        of_cycle = "id" if table == "cycle" else "cycle_id"
        made: list[Change] = []
        for row, fields in written:
            number, owned_by, cycle = row["id"], row[owner], row.get(of_cycle)
            if cycle in self.closed:
                self._refuse_closed(table, cycle, fields)
            self.count += 1
            whose = (table, number) if owned_by is None else (record, owned_by)
            told = kind.value, _encoded(fields)
            made.append((self.act, self.count, table, number, *whose, cycle, *told))
        return made

    def _refuse_closed(self, table: str, cycle: int, fields: Mapping[str, object]) -> None:
        """Refuse a write to a closed cycle; opening it again is the one write allowed."""
        state = fields.get("state")
        if table == "cycle" and isinstance(state, tuple) and state[0] == CycleState.CLOSED:
            del self.closed[cycle]
            return
        raise Refused(
            f"Cycle {self.closed[cycle]} is closed, and a closed cycle never changes.",
            "Work in the live cycle.",
        )


def owner_of(table: str, row: Mapping[str, Any]) -> tuple[str, int]:
    """Return the record that a person thinks of as changed with a row: its kind and its number."""
    record = _RECORDS.get(table, table)
    owned_by = row["id"] if record == table else row.get(f"{record}_id")
    return (table, row["id"]) if owned_by is None else (record, owned_by)


def _encoded(fields: Mapping[str, object]) -> str:
    """Return fields as JSON, without the id and what is empty.

    Put together by hand: that takes half the time of encoding an object, and a bulk write would
    else spend a fifth of its own here.
    """
    parts = [
        f'"{name}":{_quoted(v) if type(v) is str else v if type(v) is int else _JSON.encode(v)}'
        for name, v in fields.items()
        if v is not None and name != "id"
    ]
    return "{" + ",".join(parts) + "}"


def plain(value: object) -> object:
    """Return a value as JSON and both drivers take it."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    raise TypeError(type(value))


def flushed(recorder: Recorder, row: object, kind: ChangeKind) -> list[Change]:
    """Return the change of a row that a session has flushed; none where nothing has changed."""
    held = inspect(row).attrs
    whole = {name: plain(attribute.value) for name, attribute in held.items()}
    fields: Mapping[str, object] = whole
    if kind is ChangeKind.UPDATE:
        altered = [(name, a.history) for name, a in held.items() if a.history.has_changes()]
        fields = {name: (plain(told.deleted[0]), whole[name]) for name, told in altered}
    table: str = row.__tablename__  # type: ignore[attr-defined]  # every row is of a table
    return recorder.changes(table, kind, [(whole, fields)]) if fields else []


def refuse_unrecorded(state: ORMExecuteState) -> None:
    """Refuse a bulk write that would leave no trace."""
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("rows are written one by one, or in bulk through db.bulk")
