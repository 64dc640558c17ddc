"""What an act did to each row in all, and whether it can be taken back.

Owns the sum of an act's changes row by row, and the two conditions of undoing: every field that the
act wrote still holds what it wrote, and nothing refers to a row that it made. `db.undoing` writes
the inverse.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.decode import listed
from db.history import owner_of, plain
from tracker.kinds import ChangeKind
from tracker.models import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from db.log import ChangeView
    from db.reader import Reader

Fields = dict[str, Any]
"""Field to value; what a column holds is its own affair."""
STAYING = frozenset({"framework", "level", "key_feature", "proposal", "partnership", "post"})
"""Rows that stay once they are made: others may have come to count on them, and they say nothing
of a plan by themselves. A document is not among them: it belongs to the cycle that it made, and
without that cycle the same paper must count as new. The record keeps what it was."""
NUMBERING = "numbering"
"""Has rules of its own: numbers are freed by undoing an import only."""


@dataclass(slots=True)
class Net:
    """What one act did to one row, from its first change of it to its last."""

    table: str
    row: int
    before: Fields | None
    """What the act found, of the fields that it changed; None where it made the row."""
    after: Fields | None
    """What the act left; None where it took the row away."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that stands in the way of undoing an act."""

    table: str
    row: int
    record: str
    record_id: int


@dataclass(slots=True)
class Sum:
    """What an act did in all."""

    made: dict[str, dict[int, Fields]] = field(default_factory=lambda: defaultdict(dict))
    """Table to the rows that the act made, as it left them."""
    altered: dict[str, dict[int, Net]] = field(default_factory=lambda: defaultdict(dict))
    """Table to the rows that the act changed."""
    gone: dict[str, dict[int, Fields]] = field(default_factory=lambda: defaultdict(dict))
    """Table to the rows that the act took away, as it found them."""


def sum_up(changes: Iterable[ChangeView]) -> Sum:
    """Return what changes come to, in the order in which they were made."""
    total = Sum()
    for net in net_of(changes):
        if net.before is None:
            if net.after is not None:
                total.made[net.table][net.row] = net.after
        elif net.after is None:
            total.gone[net.table][net.row] = net.before
        elif net.before != net.after or net.table == "cycle":
            # A cycle that was opened and closed again has not changed, but its parts have.
            total.altered[net.table][net.row] = net
    return total


def net_of(changes: Iterable[ChangeView]) -> Iterable[Net]:
    """Return for each row what changes come to."""
    found: dict[tuple[str, int], Net] = {}
    for change in changes:
        old = {name: values[0] for name, values in change.fields.items()}
        new = {name: values[1] for name, values in change.fields.items()}
        came, went = change.kind is ChangeKind.INSERT, change.kind is ChangeKind.DELETE
        held = found.get((change.table, change.row))
        if held is None:
            first, last = None if came else old, None if went else new
            found[change.table, change.row] = Net(change.table, change.row, first, last)
            continue
        if held.before is not None and held.after is not None:
            held.before = old | held.before
        held.after = None if went else (held.after or {}) | new
    return found.values()


def obstacles(reader: Reader, total: Sum) -> Iterator[Obstacle]:
    """Yield what forbids to take an act back, the most telling first."""
    yield from _changed_since(reader, total)
    yield from _referring(reader, total)
    yield from _said_since(reader, total)


def _changed_since(reader: Reader, total: Sum) -> Iterator[Obstacle]:
    """Yield the rows that no longer hold what the act wrote."""
    for table, made in total.made.items():
        if table in STAYING or table == NUMBERING:
            continue
        held = held_rows(reader, table, made)
        for number, fields in made.items():
            row = held.get(number)
            if row is None or any(row[name] != fields.get(name) for name in row if name != "id"):
                yield _obstacle(table, number, fields)
    for table, altered in total.altered.items():
        if table in STAYING or table == NUMBERING:
            continue
        held = held_rows(reader, table, altered)
        for number, net in altered.items():
            if not still_holds(held.get(number), net):
                yield _obstacle(table, number, held.get(number) or net.before or {})


def still_holds(row: Fields | None, net: Net) -> bool:
    """Tell whether a row holds what the act left in the fields that it changed."""
    after = net.after or {}
    return row is not None and all(row[name] == value for name, value in after.items())


def _referring(reader: Reader, total: Sum) -> Iterator[Obstacle]:
    """Yield rows of later acts that refer to rows which the act made."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            made = total.made.get(key.column.table.name)
            if not made or key.column.table.name in STAYING:
                continue
            column = key.parent.name
            own = set(total.made.get(table.name, {})) | {
                number
                for number, net in total.altered.get(table.name, {}).items()
                if column in (net.after or {})
            }
            sql = f'SELECT id FROM "{table.name}" WHERE {column} IN ({listed(made)})'  # noqa: S608  # our own names
            others = [number for (number,) in reader.rows(sql) if number not in own]
            for number, row in held_rows(reader, table.name, others[:1]).items():
                yield _obstacle(table.name, number, row)


SINCE = """
SELECT id FROM action_update WHERE cycle_id = :cycle AND act_id > :act ORDER BY id LIMIT 1
"""
PASSING_ON = frozenset({"agreed", "reopened"})
"""Steps of a cycle that pass on what was said of its actions."""


def _said_since(reader: Reader, total: Sum) -> Iterator[Obstacle]:
    """Yield what was said in a cycle since it became the live one; undoing would lose it."""
    for step in total.made.get("cycle_step", {}).values():
        if step["kind"] in PASSING_ON:
            params = {"cycle": step["cycle_id"], "act": step["act_id"]}
            newer = [number for (number,) in reader.rows(SINCE, params)]
            for number, row in held_rows(reader, "action_update", newer).items():
                yield _obstacle("action_update", number, row)


def held_rows(reader: Reader, table: str, numbers: Iterable[int]) -> dict[int, Fields]:
    """Return rows as they are, by their numbers."""
    wanted = list(numbers)
    if not wanted:
        return {}
    names = [column.name for column in METADATA.tables[table].columns]
    columns = ", ".join(f'"{name}"' for name in names)
    sql = f'SELECT {columns} FROM "{table}" WHERE id IN ({listed(wanted)})'  # noqa: S608  # our own names
    rows: list[Fields] = [
        dict(zip(names, map(plain, row), strict=True)) for row in reader.rows(sql)
    ]
    return {row["id"]: row for row in rows}


def tables_in_order() -> Sequence[str]:
    """Return every table, those that others refer to first."""
    return [table.name for table in METADATA.sorted_tables]


def _obstacle(table: str, number: int, fields: Fields) -> Obstacle:
    return Obstacle(table, number, *owner_of(table, {"id": number} | fields))
