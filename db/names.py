"""What people call rows: references, codes, labels and names, also of rows that are gone.

Owns the looking up, in one statement for each kind of row. Rows that are gone keep the name that
the record has of them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db.decode import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from db.reader import Reader

HELD = {
    "action": "SELECT id, code || '/' || number FROM action WHERE id IN ({ids})",
    "assessment": "SELECT a.id, 'proposal ' || p.code FROM assessment a "
    "JOIN proposal p ON p.id = a.proposal_id WHERE a.id IN ({ids})",
    "proposal": "SELECT id, code FROM proposal WHERE id IN ({ids})",
    "level": "SELECT id, name FROM level WHERE id IN ({ids})",
    "post": "SELECT id, name FROM post WHERE id IN ({ids})",
    "partnership": "SELECT id, name FROM partnership WHERE id IN ({ids})",
    "link": "SELECT k.id, 'link of ' || d.label || ':' || b.code || '/' || b.number || ' and ' "
    "|| c.label || ':' || r.code || '/' || r.number FROM link k "
    "JOIN action b ON b.id = k.base_action_id JOIN cycle d ON d.id = b.cycle_id "
    "JOIN action r ON r.id = k.repeat_action_id JOIN cycle c ON c.id = r.cycle_id "
    "WHERE k.id IN ({ids})",
    "cycle": "SELECT c.id, p.name || ' ' || c.label FROM cycle c "
    "JOIN partnership p ON p.id = c.partnership_id WHERE c.id IN ({ids})",
}
GONE = """
SELECT record_id, fields FROM change
WHERE record_table = '{table}' AND record_id IN ({ids}) AND table_name = '{table}'
 AND kind = 'insert'
"""


class Names:
    """Names of rows, looked up once for each kind."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[str, int], str] = {}

    def learn(self, table: str, ids: Iterable[int]) -> None:
        """Look up the names of rows."""
        new = {number for number in ids if (table, number) not in self._known}
        if not new or table not in HELD:
            return
        found: dict[int, str] = dict(self._reader.rows(HELD[table].format(ids=listed(new))))
        lost = new - set(found)
        if lost and table in FROM_RECORD:
            found |= self._from_record(table, lost)
        for number in new:
            self._known[table, number] = found.get(number, f"{table} number {number}")

    def __call__(self, table: str, number: int) -> str:
        """Return the name of a row."""
        if (table, number) not in self._known:
            self.learn(table, [number])
        return self._known.get((table, number), f"{table.replace('_', ' ')} number {number}")

    def _from_record(self, table: str, ids: set[int]) -> dict[int, str]:
        """Return the names that the record has of rows that are gone."""
        rows = self._reader.rows(GONE.format(table=table, ids=listed(ids)))
        return {number: FROM_RECORD[table](self, json.loads(told)) for number, told in rows}


FROM_RECORD: Mapping[str, Callable[[Names, dict[str, int]], str]] = {
    "action": lambda _, row: f"{row['code']}/{row['number']}",
    "assessment": lambda names, row: f"proposal {names('proposal', row['proposal_id'])}",
    "link": lambda names, row: (
        f"link of {names('action', row['base_action_id'])} and "
        f"{names('action', row['repeat_action_id'])}"
    ),
    "cycle": lambda names, row: f"{names('partnership', row['partnership_id'])} {row['label']}",
}


def name_record(reader: Reader, record: str, number: int) -> str:
    """Return what to call a record in a sentence."""
    name = Names(reader)(record, number)
    return f"cycle {name}" if record == "cycle" else name
