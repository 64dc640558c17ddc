"""Reading the record: the acts, and what each changed.

Owns the questions about what was recorded, as against what was true (`db.queries`). Writing the
record is `db.history`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.decode import moment
from tracker.kinds import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from db.reader import Reader


@dataclass(frozen=True, slots=True)
class ActView:
    """One write."""

    number: int
    at: datetime
    who: str
    verb: str
    reason: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What an act did to one row."""

    act: int
    number: int
    """Its place in the act."""
    table: str
    row: int
    kind: ChangeKind
    fields: Mapping[str, tuple[object, object]]
    """Field to old and new value, as JSON holds them."""


ACTS = """
SELECT id, at, who, verb, reason, undoes FROM act WHERE id < :before ORDER BY id DESC LIMIT :limit
"""
CHANGES_OF = """
SELECT act_id, number, table_name, row_id, kind, fields FROM change
WHERE record_table = :record AND record_id = :id ORDER BY act_id DESC, number DESC LIMIT :limit
"""
CHANGES_IN = """
SELECT act_id, number, table_name, row_id, kind, fields FROM change
WHERE act_id = :act ORDER BY number
"""


def acts(reader: Reader, *, limit: int = 50, before: int = 2**31 - 1) -> tuple[ActView, ...]:
    """Return the newest acts before one, newest first."""
    rows = reader.rows(ACTS, {"limit": limit, "before": before})
    return tuple(ActView(number, moment(at), *rest) for number, at, *rest in rows)


def changes_of(
    reader: Reader, record: str, record_id: int, *, limit: int = 500
) -> tuple[ChangeView, ...]:
    """Return what was done to a record and all that belongs to it, newest first.

    Args:
        reader: The store.
        record: The kind of record, such as `action` or `assessment`.
        record_id: Which one.
        limit: How many changes at most.
    """
    return _views(reader, CHANGES_OF, {"record": record, "id": record_id, "limit": limit})


def changes_in(reader: Reader, act: int) -> tuple[ChangeView, ...]:
    """Return everything that an act did, in its order."""
    return _views(reader, CHANGES_IN, {"act": act})


def _views(reader: Reader, sql: str, params: Mapping[str, object]) -> tuple[ChangeView, ...]:
    """Return the changes that a statement finds."""
    return tuple(
        ChangeView(act, number, table, row, ChangeKind(kind), both(kind, json.loads(fields)))
        for act, number, table, row, kind, fields in reader.rows(sql, params)
    )


# Any: what a column held.
def both(kind: str, fields: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Return the old and the new value of each field."""
    if kind == ChangeKind.UPDATE:
        return {name: (old, new) for name, (old, new) in fields.items()}
    came = kind == ChangeKind.INSERT
    return {name: (None, value) if came else (value, None) for name, value in fields.items()}
