"""The plan as it was recorded at an act: reading as if nothing had been written since.

Owns a reader that gives the rows of a partnership's cycles as they were: it takes the rows of
today, takes back the changes of every later act, and answers the same SQL as every other reader.
Loads the tables' module, which reading otherwise does not need, for the names of their columns.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from db.history import plain
from db.log import COLUMNS, change_of
from tracker.kinds import ChangeKind
from tracker.models import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from db.log import ChangeView
    from db.reader import Reader, Row

SHARED = (
    "framework",
    "level",
    "key_feature",
    "proposal",
    "partnership",
    "cycle",
    "cycle_step",
    "post",
    "source",
)
"""Small tables that are read whole; ratings of one cycle may come from the paper of another."""
OF_CYCLE = tuple(
    table.name
    for table in METADATA.sorted_tables
    if "cycle_id" in table.columns and table.name not in {"change", *SHARED}
)
"""Tables that are read a cycle at a time."""
SINCE_SHARED = f"""
SELECT {COLUMNS} FROM change WHERE record_table IN ({", ".join(f"'{name}'" for name in SHARED)})
 AND act_id > :act ORDER BY act_id DESC, number DESC
"""  # noqa: S608  # our own names
SINCE_OF_CYCLE = f"""
SELECT {COLUMNS} FROM change WHERE act_id > :act AND cycle_id = :cycle
ORDER BY act_id DESC, number DESC
"""  # noqa: S608  # our own names
Rows = dict[int, dict[str, Any]]
"""Rows of a table by their numbers; what a column holds is its own affair."""


class KnownReader:
    """Answers as a reader would have done at the end of an act.

    Args:
        reader: The store as it is.
        act: The newest act that counts.
        memory: An empty database to put rows into.
    """

    def __init__(self, reader: Reader, act: int, memory: sqlite3.Connection) -> None:
        self._reader = reader
        self._act = act
        self._memory = memory
        self._cycles: set[object] = set()
        for table in (*SHARED, *OF_CYCLE, "act"):
            columns = ", ".join(f'"{column.name}"' for column in METADATA.tables[table].columns)
            memory.execute(f'CREATE TABLE "{table}" ({columns})')
        memory.execute("INSERT INTO act (id) VALUES (?)", (act,))
        held = {table: self._rows_of(table) for table in SHARED}
        self._keep(held, reader.rows(SINCE_SHARED, {"act": act}))

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement with `:name` parameters, as they were."""
        for name in ("cycle", "previous", "base", "repeat"):
            cycle = (params or {}).get(name)
            if cycle is not None and cycle not in self._cycles:
                self._load(cycle)
        return self._memory.execute(sql, params or {}).fetchall()

    def _load(self, cycle: object) -> None:
        """Put the rows of a cycle in, as they were."""
        self._cycles.add(cycle)
        where = {"cycle": cycle}
        held = {table: self._rows_of(table, where) for table in OF_CYCLE}
        self._keep(held, self._reader.rows(SINCE_OF_CYCLE, where | {"act": self._act}))

    def _rows_of(self, table: str, where: Mapping[str, object] | None = None) -> Rows:
        """Return the rows of a table as they are."""
        names = [column.name for column in METADATA.tables[table].columns]
        columns = ", ".join(f'"{name}"' for name in names)
        sql = f'SELECT {columns} FROM "{table}"'  # noqa: S608  # our own names
        found = self._reader.rows(sql + (" WHERE cycle_id = :cycle" if where else ""), where)
        rows: list[dict[str, Any]] = [
            dict(zip(names, map(plain, row), strict=True)) for row in found
        ]
        return {row["id"]: row for row in rows}

    def _keep(self, held: dict[str, Rows], since: Iterable[Row]) -> None:
        """Take changes back, newest first, and put in what is left."""
        for change in map(change_of, since):
            if change.table in held:
                take_back(held[change.table], change)
        for table, rows in held.items():
            names = [column.name for column in METADATA.tables[table].columns]
            marks = ", ".join("?" * len(names))
            values = [tuple(map(row.get, names)) for row in rows.values()]
            self._memory.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)  # noqa: S608  # our own names


def take_back(rows: Rows, change: ChangeView) -> None:
    """Take one change of a table's row back."""
    if change.kind is ChangeKind.INSERT:
        rows.pop(change.row, None)
        return
    old = {field: pair[0] for field, pair in change.fields.items()}
    rows[change.row] = rows.get(change.row, {"id": change.row}) | old


@contextmanager
def known_at(reader: Reader, act: int) -> Iterator[KnownReader]:
    """Read a store as it was recorded at the end of an act."""
    with closing(sqlite3.connect(":memory:")) as memory:
        yield KnownReader(reader, act, memory)
