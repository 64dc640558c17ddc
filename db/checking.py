"""Whether a database is sound.

Owns the examination for `tracker doctor`: the engine's own check of the file, and rows that point
to nothing. Mending is not done here; a backup is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.address import Engine
from db.reader import open_reader

if TYPE_CHECKING:
    from db.address import Address
    from db.reader import Reader

GAPS = "SELECT count(*), coalesce(max(id), 0) FROM act"


def damage(address: Address) -> tuple[str, ...]:
    """Return what is wrong with a database, in words; nothing where it is sound.

    Raises:
        StoreError: It cannot be opened at all.
    """
    with open_reader(address) as reader:
        found = _file(reader) if address.engine is Engine.SQLITE else []
        held, newest = reader.rows(GAPS)[0]
    if held != newest:
        found.append(f"the record of acts has gaps: {held} are held, the newest is {newest}")
    return tuple(found)


def _file(reader: Reader) -> list[str]:
    """Return what SQLite finds wrong with its file."""
    lines = [str(line) for (line,) in reader.rows("PRAGMA integrity_check(20)") if line != "ok"]
    orphans = [row[0] for row in reader.rows("PRAGMA foreign_key_check")]
    return lines + [f"{table} has rows that point to nothing" for table in sorted(set(orphans))]
