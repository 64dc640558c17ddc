"""Which fields of actions people wrote here themselves, and what the paper had printed there.

Owns the reading of that from the record of changes, act by act. Loads no database library.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from db.decode import moment
from tracker.dates import say_day
from tracker.kinds import ChangeKind, OwnerRole
from tracker.reconciling.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader, Row
    from tracker.reconciling.hand import ByHand

CHANGES = """
SELECT x.id, c.table_name, c.row_id, c.kind, c.fields, a.id, a.who, a.at, a.verb, a.undoes
FROM action x CROSS JOIN change c JOIN act a ON a.id = c.act_id
WHERE x.cycle_id = :cycle AND c.record_table = 'action' AND c.record_id = x.id
AND c.table_name IN ('action', 'action_proposal', 'action_owner')
ORDER BY c.act_id, c.number
"""
"""SQLite keeps to the order of a cross join: the cycle's actions first, not all changes held."""
CODES = """
SELECT p.id, p.code FROM proposal p JOIN cycle c ON c.framework_id = p.framework_id
WHERE c.id = :cycle
"""
POSTS = """
SELECT p.id, p.name FROM post p JOIN cycle c ON c.partnership_id = p.partnership_id
WHERE c.id = :cycle
"""
COLUMNS = frozenset({"text", "delivery"})
"""Columns of an action that people write; the fields of a difference are called the same."""
ROLES = {"owner": OwnerRole.LEAD, "contributors": OwnerRole.CONTRIBUTOR}
NOBODY = ("import", "agree", "reopen")
"""How the verbs of acts begin in which a paper spoke, or what is held passed between cycles."""


def written_by_hand(reader: Reader, cycle: int) -> ByHand:
    """Return the fields that hold what a person wrote here, with what a paper had printed there.

    What came with the action itself is not meant, nor what a later paper brought; an act that is
    undone gives each field back to whoever had written it before.
    """
    params = {"cycle": cycle}
    replay = _Replay(dict(reader.rows(CODES, params)), dict(reader.rows(POSTS, params)))
    for row in reader.rows(CHANGES, params):
        replay.take(row)
    found: dict[int, dict[str, Hand]] = defaultdict(dict)
    for (action, name), hand in replay.hands.items():
        if hand:
            found[action][name] = hand
    return dict(found)


class _Replay:
    """The rows of actions, and whose hand each field is in, change by change."""

    def __init__(self, codes: dict[int, str], posts: dict[int, str]) -> None:
        self.hands: dict[tuple[int, str], Hand | None] = {}
        self._before: dict[tuple[int, str, int], Hand | None] = {}
        self._made: dict[int, int] = {}
        # Any: what columns hold.
        self._rows: dict[tuple[int, str], dict[int, dict[str, Any]]] = defaultdict(dict)
        self._codes, self._posts = codes, posts

    def take(self, row: Row) -> None:
        """Take one change in."""
        action, table, number, kind, encoded, act, who, at, verb, undoes = row
        fields = json.loads(encoded)
        if table == "action" and kind == ChangeKind.INSERT:
            self._made[action] = act
        by_hand = self._made.get(action) != act and not str(verb).startswith(NOBODY)
        for name in _names(table, fields):
            held = self.hands.get((action, name))
            self._before.setdefault((action, name, act), held)
            now = None
            if undoes:
                now = self._before.get((action, name, undoes))
            elif by_hand:
                told = f"{who} wrote it here on {say_day(moment(at).date())}"
                now = Hand(told, held.printed if held else self._value(action, name))
            self.hands[action, name] = now
        self._keep((action, table), number, kind, fields)

    def _value(self, action: int, name: str) -> tuple[str, ...]:
        """Return what stands in a field before the change at hand."""
        if name in COLUMNS:
            text = self._rows[action, "action"].get(action, {}).get(name)
            return (text,) if text else ()
        if name == "proposals":
            under = self._rows[action, "action_proposal"].values()
            return tuple(self._codes[row["proposal_id"]] for row in under)
        owners = self._rows[action, "action_owner"].values()
        return tuple(self._posts[row["post_id"]] for row in owners if row["role"] == ROLES[name])

    # Any: what columns hold.
    def _keep(self, owner: tuple[int, str], number: int, kind: str, fields: dict[str, Any]) -> None:
        rows = self._rows[owner]
        if kind == ChangeKind.INSERT:
            rows[number] = fields
        elif kind == ChangeKind.DELETE:
            rows.pop(number, None)
        else:
            rows.setdefault(number, {}).update({name: new for name, (_, new) in fields.items()})


# Any: what columns hold.
def _names(table: str, fields: dict[str, Any]) -> Iterator[str]:
    """Yield the fields of a difference that a change wrote."""
    if table == "action_proposal":
        yield "proposals"
    elif table == "action_owner":
        yield from ROLES
    else:
        yield from COLUMNS & fields.keys()
