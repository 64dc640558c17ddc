"""Which acts are asked for: of a record, a partnership, a person, a time.

Owns these questions, and which act was the newest at a moment. What acts changed is told by
`db.telling`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from db.log import ACT_COLUMNS, COLUMNS, act_numbered, act_of, change_of, undone
from db.telling import PASSED_ON, tell, tell_record
from tracker.errors import NotFound
from tracker.ordering import folded

if TYPE_CHECKING:
    from db.reader import Reader
    from tracker.recorded import Act, Entry

DIGITS = 7
"""A number of more digits is none of an action."""
FAR_BACK = 500
"""How many acts undo looks back over where none is named."""
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which acts are asked for; the newest of them come first."""

    limit: int = 20
    by: str | None = None
    """Words of the name of who acted, whatever their case."""
    since: datetime | None = None
    until: datetime | None = None
    """The first moment that is no longer meant."""


ACTS = f"""
SELECT {ACT_COLUMNS} FROM act
WHERE at > :since AND at <= :until{{more}} ORDER BY id DESC LIMIT :limit
"""  # noqa: S608  # our own names
WHO = "SELECT DISTINCT who FROM act ORDER BY who"
# Asked one by one, each is found by an index; asked in one, every change of every act is looked at.
OF_PARTNERSHIP = """
 AND (EXISTS (SELECT 1 FROM change c WHERE c.cycle_id IN ({cycles}) AND c.act_id = act.id)
 OR EXISTS (SELECT 1 FROM change c WHERE c.record_table = 'partnership'
 AND c.record_id = :partnership AND c.act_id = act.id)
 OR EXISTS (SELECT 1 FROM change c WHERE c.record_table = 'post' AND c.record_id IN
 (SELECT id FROM post WHERE partnership_id = :partnership) AND c.act_id = act.id))
"""
CYCLES = """
SELECT record_id, fields FROM change
WHERE record_table = 'cycle' AND table_name = 'cycle' AND kind = 'insert'
"""


def history(reader: Reader, asked: Asked, *, partnership: int | None = None) -> tuple[Entry, ...]:
    """Return acts with what they changed, newest first.

    Args:
        reader: The store.
        asked: Which acts.
        partnership: Only those that concern this partnership.
    """
    return tell(reader, acts_asked(reader, asked, partnership=partnership))


def acts_asked(reader: Reader, asked: Asked, *, partnership: int | None = None) -> list[Act]:
    """Return acts, newest first.

    Args:
        reader: The store.
        asked: Which acts.
        partnership: Only those that concern this partnership.
    """
    params: dict[str, object] = {"limit": asked.limit, **_window(asked)}
    more = ""
    if asked.by is not None:
        names = [who for (who,) in reader.rows(WHO) if folded(asked.by) in folded(who)]
        if not names:
            return []
        params |= {f"who_{place}": name for place, name in enumerate(names)}
        more += f" AND who IN ({', '.join(f':who_{place}' for place in range(len(names)))})"
    if partnership is not None:
        more += OF_PARTNERSHIP.format(cycles=_cycles_of(reader, partnership))
        params["partnership"] = partnership
    return [act_of(row) for row in reader.rows(ACTS.format(more=more), params)]


def latest(reader: Reader, partnership: int, *, undoing: bool) -> Act:
    """Return the newest act of a partnership that can be meant: by undo, or else by redo.

    Raises:
        NotFound: There is none among the newest.
    """
    gone, found = undone(reader), acts_asked(reader, Asked(FAR_BACK), partnership=partnership)
    taken = {act.number for act in found if act.undoes is not None}
    for act in found:
        is_undoing = act.undoes is not None
        if act.number not in gone and is_undoing == undoing and act.undoes not in taken:
            return act
    what = "do again: nothing is taken back" if undoing else "undo"
    raise NotFound(f"There is nothing to {what}.", "tracker history shows what was recorded.")


def _cycles_of(reader: Reader, partnership: int) -> str:
    """Return the cycles that a partnership ever had, as SQL lists them."""
    made = ((number, json.loads(fields)) for number, fields in reader.rows(CYCLES))
    held = [str(n) for n, fields in made if fields["partnership_id"] == partnership]
    return ", ".join(held) or "NULL"


ACTS_OF = """
SELECT DISTINCT a.id, a.at, a.who, a.verb, a.reason, a.undoes
FROM change c JOIN act a ON a.id = c.act_id
WHERE c.record_table = :record AND c.record_id = :id AND a.at > :since AND a.at <= :until
ORDER BY a.id DESC LIMIT 10000
"""
CHANGES = f"""
SELECT {COLUMNS} FROM change
WHERE record_table = :record AND record_id = :id AND act_id >= :oldest ORDER BY act_id, number
"""  # noqa: S608  # our own names


def history_of(reader: Reader, record: str, record_id: int, asked: Asked) -> tuple[Entry, ...]:
    """Return the acts that changed a record, with what each changed of it, newest first."""
    params = {"record": record, "id": record_id}
    acts = [act_of(row) for row in reader.rows(ACTS_OF, params | _window(asked))]
    found = [act for act in acts if asked.by is None or folded(asked.by) in folded(act.who)]
    found = found[: asked.limit]
    if not found:
        return ()
    wanted = {act.number for act in found}
    rows = reader.rows(CHANGES, params | {"oldest": found[-1].number})
    # What a cycle takes over when it is agreed or opened again was said in another act.
    turned = {(act, row) for act, row, told in reader.rows(TURNED) if "state" in json.loads(told)}
    changes = [
        change
        for change in map(change_of, rows)
        if change.act in wanted
        and ((change.act, change.cycle) not in turned or change.table not in PASSED_ON)
    ]
    telling = {change.act for change in changes}
    return tell_record(reader, [act for act in found if act.number in telling], changes)


NEWEST = f"SELECT {ACT_COLUMNS} FROM act WHERE at <= :until ORDER BY id DESC LIMIT 1"  # noqa: S608  # our own names


def newest_before(reader: Reader, until: datetime) -> Act | None:
    """Return the newest act before a moment; None where nothing was recorded yet."""
    for row in reader.rows(NEWEST, {"until": _stamp(until - TICK)}):
        return act_of(row)
    return None


def _window(asked: Asked) -> dict[str, object]:
    """Return the bounds of time that are asked for."""
    since = asked.since or datetime(1900, 1, 1, tzinfo=UTC)
    until = asked.until or datetime(9000, 1, 1, tzinfo=UTC)
    return {"since": _stamp(since - TICK), "until": _stamp(until - TICK)}


def _stamp(moment: datetime) -> str:
    """Return a moment as both engines compare it: SQLite keeps text, in UTC and without zone."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f+00:00")


POSITION = """
SELECT action_id FROM position
WHERE cycle_id = :cycle AND code = :code AND number = :number AND action_id IS NOT NULL
"""
ASSESSMENT = """
SELECT a.id FROM assessment a JOIN proposal p ON p.id = a.proposal_id
WHERE a.cycle_id = :cycle AND p.code = :code
"""


SAME = """
SELECT b.id FROM action a JOIN action b ON b.code = a.code AND b.number = a.number
JOIN cycle c ON c.id = b.cycle_id
WHERE a.id = :id AND b.cycle_id IN ({cycles}) ORDER BY c.ordered_on DESC, c.id DESC
"""
OPENED = """
SELECT s.cycle_id, s.from_cycle_id FROM cycle_step s JOIN cycle c ON c.id = s.cycle_id
WHERE s.kind = 'opened' AND c.partnership_id = :partnership
"""
TURNED = """
SELECT act_id, row_id, fields FROM change
WHERE record_table = 'cycle' AND table_name = 'cycle' AND kind = 'update'
"""


def same_action(reader: Reader, partnership: int, cycle: int, action: int) -> list[int]:
    """Return an action in every round that was opened from one that holds it, newest first."""
    steps = reader.rows(OPENED, {"partnership": partnership})
    family = {cycle}
    while found := {n for pair in steps if family & set(pair) for n in pair} - family:
        family |= found
    sql = SAME.format(cycles=", ".join(str(int(number)) for number in sorted(family)))
    return [number for (number,) in reader.rows(sql, {"id": action})]


def find_record(reader: Reader, cycle: int, ref: str) -> tuple[str, int] | None:
    """Return the record that a reference or a proposal's code names; None where there is none."""
    code, _, number = ref.strip().upper().partition("/")
    params: dict[str, object] = {"cycle": cycle, "code": code}
    if not number:
        return next((("assessment", n) for (n,) in reader.rows(ASSESSMENT, params)), None)
    if not (number.isascii() and number.isdigit() and len(number) < DIGITS):
        return None
    held = reader.rows(POSITION, params | {"number": int(number)})
    return next((("action", n) for (n,) in held), None)


def undoing_verb(reader: Reader, act: Act) -> str:
    """Return what taking an act back is called: undo, or redo where it took another back."""
    first, steps = act, 0
    while first.undoes is not None:
        first, steps = act_numbered(reader, first.undoes), steps + 1
    return f"{'redo' if steps % 2 else 'undo'}: {first.verb}"
