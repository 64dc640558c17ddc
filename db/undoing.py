"""Taking whole acts back, as new acts.

Owns which act is meant when none is named, the writing of an act's inverse in bulk, and the
refusals. What an act came to, and whether anything stands in its way, is `db.inverse`. To undo an
undoing is to redo; nothing is ever taken out of the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from db.bulk import record_deletes, record_inserts, record_updates
from db.inverse import (
    NUMBERING,
    STAYING,
    held_rows,
    obstacles,
    still_holds,
    sum_up,
    tables_in_order,
)
from db.log import act_numbered, changes_in, last_change, undone
from db.names import name_record
from db.session import reader_of
from tracker.dates import say_day
from tracker.errors import Refused
from tracker.kinds import CycleState, StepKind
from tracker.models import METADATA, CycleRow, NumberingRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from db.inverse import Fields, Obstacle, Sum
    from db.reader import Reader
    from db.session import ActSession
    from tracker.recorded import Act


def undo_act(*, session: ActSession, act: int) -> None:
    """Take back all that an act wrote.

    Args:
        session: The act that does it, begun with `undoes`.
        act: The act to take back; one that took back another brings that one back.

    Raises:
        NotFound: There is no such act.
        Refused: It is undone already, something has changed since, or a cycle has closed.
    """
    reader = reader_of(session)
    meant = act_numbered(reader, act)
    refuse_undone(reader, meant, before=session.act)
    total = sum_up(changes_in(reader, act))
    for obstacle in obstacles(reader, total):
        refusal = _refusal(reader, meant, obstacle)
        if _agreed(total):
            refusal.hint += f" {REOPEN}"
        raise refusal
    _open_own_cycles(session, total)
    before = session.recorder.count
    try:
        _write_inverse(session, reader, total)
    except IntegrityError as error:
        raise Refused(
            f"{_said(meant)} cannot be undone: what it took away would stand in the way of, or "
            "lean on, something that has changed since.",
            "Undo the later acts first; tracker history shows them.",
        ) from error
    if session.recorder.count == before:
        raise Refused(
            f"{_said(meant)} made only what stays, such as posts and frameworks.",
            "Nothing was changed.",
        )


def refuse_undone(reader: Reader, meant: Act, *, before: int) -> None:
    """Refuse an act that stood undone before another.

    Raises:
        Refused: Naming who undid it, and when.
    """
    by = undone(reader, before=before).get(meant.number)
    if by is not None:
        raise Refused(
            f"{_said(meant)} is undone already: {_told(act_numbered(reader, by))}.",
            f"To bring it back: tracker undo {by}.",
        )


def _write_inverse(session: ActSession, reader: Reader, total: Sum) -> None:
    """Write the inverse of an act: back with what it took and changed, away with what it made.

    In this order, so that at no moment a row refers to one that is not there.
    """
    models = {str(model.__tablename__): model for model in SQLModel.__subclasses__()}
    order = [table for table in tables_in_order() if table != NUMBERING]
    for table in order:
        if total.gone.get(table):
            names = [column.name for column in METADATA.tables[table].columns]
            back: list[Fields] = [
                {**{name: fields.get(name) for name in names}, "id": number}
                for number, fields in total.gone[table].items()
            ]
            record_inserts(session, models[table], back)
    for table in order:
        nets = total.altered.get(table, {})
        if table in STAYING:
            # What others have worded anew since stays as they worded it.
            held = held_rows(reader, table, nets)
            nets = {number: net for number, net in nets.items() if still_holds(held[number], net)}
        rows = [{"id": number} | (net.before or {}) for number, net in nets.items()]
        for alike in _alike(rows):
            record_updates(session, models[table], alike)
    for table in reversed(order):
        if total.made.get(table) and table not in STAYING:
            record_deletes(session, table, total.made[table])
    _free_numbers(session, reader, total)


def _alike(rows: Iterable[Fields]) -> Iterable[list[Fields]]:
    """Return rows together that have the same fields."""
    found: dict[tuple[str, ...], list[Fields]] = {}
    for row in rows:
        found.setdefault(tuple(row), []).append(row)
    return found.values()


def _open_own_cycles(session: ActSession, total: Sum) -> None:
    """Let the inverse write to cycles that the act itself closed, or brought in closed.

    One that the act opened and closed again is opened in so many words, as it was then, so that
    this act can be taken back in its turn.
    """
    states = {
        number: ((net.before or {}).get("state"), (net.after or {}).get("state"))
        for number, net in total.altered.get("cycle", {}).items()
    }
    closed = CycleState.CLOSED
    through = [number for number, both in states.items() if both == (closed, closed)]
    opened = [{"id": number, "state": CycleState.AGREED} for number in through]
    record_updates(session, CycleRow, opened)
    own = {number for number, (_, after) in states.items() if after}
    for number in own | set(total.made.get("cycle", {})):
        session.recorder.closed.pop(number, None)


def _free_numbers(session: ActSession, reader: Reader, total: Sum) -> None:
    """Free the numbers that an import used, or take them again; others are never given back."""
    held = held_rows(reader, NUMBERING, _numbers_of(reader, total))
    by_code = {(row["partnership_id"], row["code"]): row for row in held.values()}
    if total.made.get("source"):
        made = total.made.get(NUMBERING, {})
        same = [
            n for n, fields in made.items() if (held.get(n) or {}).get("last") == fields["last"]
        ]
        if same:
            record_deletes(session, NUMBERING, same)
        lower = [
            {"id": number, "last": (net.before or {})["last"]}
            for number, net in total.altered.get(NUMBERING, {}).items()
            if still_holds(held.get(number), net)
        ]
        record_updates(session, NumberingRow, lower)
    back, higher = [], []
    for number, fields in total.gone.get(NUMBERING, {}).items():
        row = by_code.get((fields["partnership_id"], fields["code"]))
        if row is None:
            back.append({"id": number, **{k: v for k, v in fields.items() if k != "id"}})
        elif row["last"] < fields["last"]:
            higher.append({"id": row["id"], "last": fields["last"]})
    for number, net in total.altered.get(NUMBERING, {}).items():
        last = (net.before or {})["last"]
        if number in held and held[number]["last"] < last:
            higher.append({"id": number, "last": last})
    record_inserts(session, NumberingRow, back)
    record_updates(session, NumberingRow, higher)


def _numbers_of(reader: Reader, total: Sum) -> list[int]:
    """Return the numbering rows of the partnerships that an act concerned."""
    touched: list[Mapping[str, object]] = [
        *total.made.get(NUMBERING, {}).values(),
        *total.gone.get(NUMBERING, {}).values(),
    ]
    numbers = list(total.altered.get(NUMBERING, {}))
    for partnership in {row["partnership_id"] for row in touched}:
        params = {"partnership": partnership}
        sql = "SELECT id FROM numbering WHERE partnership_id = :partnership"
        numbers += [number for (number,) in reader.rows(sql, params)]
    return numbers


REOPEN = "Or open the earlier cycle again, with all that was said since: tracker cycle reopen."


def _agreed(total: Sum) -> bool:
    """Tell whether an act agreed a round."""
    steps = total.made.get("cycle_step", {}).values()
    return any(step["kind"] == StepKind.AGREED for step in steps)


def _refusal(reader: Reader, meant: Act, obstacle: Obstacle) -> Refused:
    """Return why an act cannot be taken back, naming the later one."""
    name = name_record(reader, obstacle.record, obstacle.record_id)
    where = {"table": obstacle.table, "row": obstacle.row, "after": meant.number}
    record = {"record": obstacle.record, "id": obstacle.record_id}
    later = last_change(reader, where | record)
    if later is None:
        return Refused(f"{_said(meant)} cannot be undone: {name} is not as the act left it.")
    return Refused(
        f"{_said(meant)} cannot be undone: {name} was changed since by {_told(later)}.",
        f"Undo that first: tracker undo {later.number}.",
    )


def _said(act: Act) -> str:
    return f"Act {act.number} ({act.verb})"


def _told(act: Act) -> str:
    return f"act {act.number} ({act.verb}), {act.who} on {say_day(act.at.date())}"
