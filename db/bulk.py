"""Writing many rows at once, with their changes.

Owns the ids of new rows and the statements that go straight to the driver: through SQLAlchemy's
own, a bulk insert takes twice as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from db.decode import listed
from db.history import CHANGE, PLAIN, UNRECORDED, flushed, plain
from tracker.kinds import ChangeKind
from tracker.models import METADATA, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session, UOWTransaction
    from sqlmodel import SQLModel

    from db.history import Recorder, Row, Written
    from db.session import ActSession


def record_inserts(
    session: ActSession, model: type[SQLModel], rows: Sequence[Mapping[str, object]]
) -> list[int]:
    """Insert rows in bulk with their changes, and return their ids.

    Args:
        session: The act.
        model: The table.
        rows: Field to value, the same fields in each; rows may bring their ids, or else get them.

    Raises:
        Refused: A row belongs to a closed cycle.
    """
    if not rows:
        return []
    table = str(model.__tablename__)
    connection = session.connection()
    names = [name for name in rows[0] if name != "id"]
    ids = [row["id"] for row in rows if "id" in row] or _next_ids(connection, table, len(rows))
    whole: list[Row] = [
        {"id": number} | {n: v if type(v := row[n]) in PLAIN else plain(v) for n in names}
        for number, row in zip(ids, rows, strict=True)
    ]
    written = ((row, row) for row in whole)
    changes = session.recorder.changes(table, ChangeKind.INSERT, written)
    insert(connection, table, ["id", *names], [tuple(row.values()) for row in whole])
    insert(connection, ChangeRow.__tablename__, CHANGE, changes)
    return [row["id"] for row in whole]


def record_updates(
    session: ActSession, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Change rows in bulk, and record what is different from before.

    Args:
        session: The act.
        model: The table.
        rows: The id and the new values, the same fields in each.

    Raises:
        Refused: A row belongs to a closed cycle.
    """
    if not rows:
        return
    connection = session.connection()
    table, columns = str(model.__tablename__), tuple(model.model_fields)
    new: dict[int, Row] = {
        row["id"]: {name: plain(value) for name, value in row.items()} for row in rows
    }
    held = _held(connection, table, columns, new)
    if len(held) != len(new):
        raise LookupError(f"{table} does not hold all of {sorted(new)}")
    written: list[Written] = []
    for values in held:
        before: Row = dict(zip(columns, map(plain, values), strict=True))
        after = before | new[before["id"]]
        fields = {n: (old, after[n]) for n, old in before.items() if old != after[n]}
        if fields:
            written.append((after, fields))
    if written:
        changes = session.recorder.changes(table, ChangeKind.UPDATE, written)
        names = [name for name in rows[0] if name != "id"]
        update(connection, table, names, [(*map(row.get, names), row["id"]) for row, _ in written])
        insert(connection, ChangeRow.__tablename__, CHANGE, changes)


def record_deletes(session: ActSession, table: str, ids: Iterable[int]) -> None:
    """Take rows away in bulk, and record what they held.

    Args:
        session: The act.
        table: The table's name.
        ids: Which rows; those that are not there are passed over.

    Raises:
        Refused: A row belongs to a closed cycle.
    """
    connection = session.connection()
    columns = tuple(column.name for column in METADATA.tables[table].columns)
    numbers = list(ids)
    held = _held(connection, table, columns, numbers) if numbers else ()
    whole: list[Row] = [dict(zip(columns, map(plain, values), strict=True)) for values in held]
    if not whole:
        return
    written = ((row, row) for row in whole)
    changes = session.recorder.changes(table, ChangeKind.DELETE, written)
    quote, _ = _spelling(connection)
    wanted = listed(row["id"] for row in whole)
    connection.exec_driver_sql(f"DELETE FROM {quote(table)} WHERE id IN ({wanted})")
    insert(connection, ChangeRow.__tablename__, CHANGE, changes)


def after_flush(session: Session, flush: UOWTransaction) -> None:
    """Record what a flush wrote row by row."""
    del flush
    recorder: Recorder = session.recorder  # type: ignore[attr-defined]  # it is an ActSession
    written = (
        (ChangeKind.INSERT, session.new),
        (ChangeKind.UPDATE, session.dirty),
        (ChangeKind.DELETE, session.deleted),
    )
    changes = [
        change
        for kind, rows in written
        for row in rows
        if row.__tablename__ not in UNRECORDED
        for change in flushed(recorder, row, kind)
    ]
    if changes:
        insert(session.connection(), ChangeRow.__tablename__, CHANGE, changes)


# Any: what a column holds.
def insert(
    connection: Connection, table: str, names: Sequence[str], rows: list[tuple[Any, ...]]
) -> None:
    """Insert rows of plain values."""
    quote, mark = _spelling(connection)
    columns, marks = ", ".join(map(quote, names)), ", ".join([mark] * len(names))
    sql = f"INSERT INTO {quote(table)} ({columns}) VALUES ({marks})"
    connection.exec_driver_sql(sql, rows)


def update(
    connection: Connection, table: str, names: Sequence[str], rows: list[tuple[Any, ...]]
) -> None:
    """Change rows: the new plain values of each, then its id."""
    quote, mark = _spelling(connection)
    values = ", ".join(f"{quote(name)} = {mark}" for name in names)
    connection.exec_driver_sql(f"UPDATE {quote(table)} SET {values} WHERE id = {mark}", rows)


def _held(
    connection: Connection, table: str, columns: Sequence[str], ids: Iterable[int]
) -> Sequence[Sequence[Any]]:
    """Return rows as they are, by their ids."""
    quote, _ = _spelling(connection)
    names = ", ".join(map(quote, columns))
    sql = f"SELECT {names} FROM {quote(table)} WHERE id IN ({listed(ids)}) ORDER BY id"
    return connection.exec_driver_sql(sql).fetchall()


def _spelling(connection: Connection) -> tuple[Callable[[str], str], str]:
    """Return how a driver quotes a name, and its mark for a value."""
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    return connection.dialect.identifier_preparer.quote, mark


def _next_ids(connection: Connection, table: str, count: int) -> list[int]:
    """Take ids for new rows of a table; an id is never given twice, not even after a delete."""
    if connection.dialect.name == "postgresql":
        taken = connection.execute(
            text("SELECT nextval(pg_get_serial_sequence(:t, 'id')) FROM generate_series(1, :n)"),
            {"t": table, "n": count},
        )
        return [row[0] for row in taken]
    held = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
    last: int | None = held.scalar()
    statement = (
        "INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)"
        if last is None
        else "UPDATE sqlite_sequence SET seq = ? WHERE name = ?"
    )
    first = (last or 0) + 1
    connection.exec_driver_sql(statement, (first + count - 1, table))
    return list(range(first, first + count))
