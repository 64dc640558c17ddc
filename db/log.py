"""Reading the record: the acts, and what each changed.

Owns the questions about what was recorded, as against what was true (`db.queries`). Writing the
record is `db.history`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.decode import moment
from tracker.errors import NotFound
from tracker.kinds import ChangeKind
from tracker.recorded import Act

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.reader import Reader, Row


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
    record: str = ""
    """The kind of record that a person thinks of as changed with the row."""
    record_id: int = 0
    cycle: int | None = None


KINDS = {kind.value: kind for kind in ChangeKind}
ACT_COLUMNS = "id, at, who, verb, reason, undoes"
"""What `act_of` makes an act of."""
COLUMNS = "act_id, number, table_name, row_id, kind, fields, record_table, record_id, cycle_id"
"""What `change_of` makes a change of."""
ACTS = f"SELECT {ACT_COLUMNS} FROM act WHERE id < :before ORDER BY id DESC LIMIT :limit"  # noqa: S608  # our own names
CHANGES_IN = f"SELECT {COLUMNS} FROM change WHERE act_id = :act ORDER BY number"  # noqa: S608  # our own names


def acts(reader: Reader, *, limit: int = 50, before: int = 2**31 - 1) -> tuple[Act, ...]:
    """Return the newest acts before one, newest first."""
    return tuple(map(act_of, reader.rows(ACTS, {"limit": limit, "before": before})))


def act_of(row: Row) -> Act:
    """Make an act of its columns."""
    number, at, *rest = row
    return Act(number, moment(at), *rest)


ACT = f"SELECT {ACT_COLUMNS} FROM act WHERE id = :act"  # noqa: S608  # our own names


def act_numbered(reader: Reader, number: int) -> Act:
    """Return an act.

    Raises:
        NotFound: There is none of this number.
    """
    for row in reader.rows(ACT, {"act": number}):
        return act_of(row)
    raise NotFound(f"There is no act {number}.", "tracker history shows those there are.")


UNDOING = "SELECT id, undoes FROM act WHERE undoes IS NOT NULL ORDER BY id DESC"
PLAIN_ACTS = f"""
SELECT {ACT_COLUMNS} FROM act WHERE undoes IS NULL AND id < :before ORDER BY id DESC LIMIT 100
"""  # noqa: S608  # our own names


def undone(reader: Reader, *, before: int = 2**31 - 1) -> dict[int, int]:
    """Return the acts that stand undone before an act, each with the act that undid it."""
    found: dict[int, int] = {}
    for number, undoes in reader.rows(UNDOING):
        if number < before and number not in found:
            found.setdefault(undoes, number)
    return found


def newest_standing(reader: Reader) -> Act:
    """Return the newest act that took nothing back itself and is not undone.

    Raises:
        NotFound: There is none.
    """
    gone, before = undone(reader), 2**31 - 1
    while page := [act_of(row) for row in reader.rows(PLAIN_ACTS, {"before": before})]:
        for act in page:
            if act.number not in gone:
                return act
        before = page[-1].number
    raise NotFound("There is nothing to undo.")


def newest_undoing(reader: Reader) -> Act:
    """Return the newest act that took another back and stands.

    Raises:
        NotFound: There is none.
    """
    gone = undone(reader)
    taken: dict[int, int] = dict(reader.rows(UNDOING))
    for number, undoes in taken.items():
        if number not in gone and undoes not in taken:
            return act_numbered(reader, number)
    raise NotFound("There is nothing to do again: nothing is taken back.")


LAST_CHANGES = """
SELECT a.id, a.at, a.who, a.verb, a.reason, a.undoes
FROM change c JOIN act a ON a.id = c.act_id
WHERE c.record_table = :record AND c.record_id = :id
 AND c.table_name = :table AND c.row_id = :row AND c.act_id > :after
ORDER BY c.act_id DESC LIMIT 100
"""


def last_change(reader: Reader, params: Mapping[str, object]) -> Act | None:
    """Return the act that a row of a record was last changed by and that stands.

    Args:
        reader: The store.
        params: The row's `record`, `id` of that record, `table` and `row`, and the act `after`
            which to look.
    """
    found = [act_of(row) for row in reader.rows(LAST_CHANGES, params)]
    gone = undone(reader)
    standing = [act for act in found if act.undoes is None and act.number not in gone]
    return next(iter(standing or found), None)


def changes_in(reader: Reader, act: int) -> tuple[ChangeView, ...]:
    """Return everything that an act did, in its order."""
    return _views(reader, CHANGES_IN, {"act": act})


def _views(reader: Reader, sql: str, params: Mapping[str, object]) -> tuple[ChangeView, ...]:
    """Return the changes that a statement finds."""
    return tuple(map(change_of, reader.rows(sql, params)))


def change_of(row: Row) -> ChangeView:
    """Make a change of its columns."""
    act, number, table, row_id, kind, fields, *whose = row
    told = both(kind, json.loads(fields))
    return ChangeView(act, number, table, row_id, KINDS[kind], told, *whose)


# Any: what a column held.
def both(kind: str, fields: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Return the old and the new value of each field."""
    if kind == ChangeKind.UPDATE:
        return {name: (old, new) for name, (old, new) in fields.items()}
    came = kind == ChangeKind.INSERT
    return {name: (None, value) if came else (value, None) for name, value in fields.items()}
