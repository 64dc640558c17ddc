"""How fast history and undo are with 1,000,000 changes held: python -m benchmarks.history.

Seeds a database of 155,000 actions of 31 partnerships as `store.py` does (minutes; `--keep FOLDER`
keeps it, also for that one), then prints, inside the process and as the best of several rounds,
  - undo and redo of one act that wrote 1, 100 or 400 rows, and of an import,
  - the history of one action, of a partnership, of everything, and of REF with the file opened,
  - a plan as it was recorded before the newest import and before most of the record,
  - an update of one action, a bulk one and an import, against the same rows without a record.
What a figure is to be at most stands behind it.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks.store import AS_AT, NOW, in_turn, paper, seed, store
from db import bulk, queries
from db.address import read_address
from db.engine import open_engine
from db.history import Recorder
from db.known import known_at
from db.log import changes_in, newest_undoing
from db.lookback import Asked, history, history_of
from db.reader import open_reader
from db.session import transaction
from db.undoing import undo_act
from db.writing.updates import record_change
from tracker.changing import Change
from tracker.kinds import Status
from tui import recalling
from tui.settings import Settings
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Engine

    from db.reader import Reader
    from tracker.plan import PlanView

PARTNERSHIP = "Partnership 17"
CHANGE = Change(on=AS_AT, status=Status.ON_HOLD, note="Waits for the board")
WITH_OWNERS = replace(CHANGE, owners=("Head of Estates", "Chief Nurse"))


class Bench:
    """One database, opened."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.address = read_address(str(file))
        self.engine: Engine = open_engine(self.address)
        settings = Settings(str(file), PARTNERSHIP, True, "benchmark", AS_AT)
        self.workspace = Workspace(settings, clock=lambda: NOW)

    def plan(self) -> PlanView:
        """Return the live plan."""
        with open_reader(self.address) as reader:
            held = queries.find_partnership(reader, PARTNERSHIP)
            cycle = queries.cycles(reader, held.id)[-1]
            return queries.load_plan(reader, cycle.id, as_at=AS_AT)

    def update(self, plan: PlanView, count: int, change: Change = CHANGE) -> float:
        """Say something of so many actions as one act, and return the seconds."""
        start = perf_counter()
        with transaction(self.engine, verb="update", who="benchmark", at=NOW) as session:
            chosen = plan.actions[:count]
            record_change(session=session, plan=plan, actions=chosen, change=change)
        return perf_counter() - start

    def undo(self, act: int) -> float:
        """Take an act back, and return the seconds."""
        start = perf_counter()
        with transaction(self.engine, verb="undo", who="b", at=NOW, undoes=act) as session:
            undo_act(session=session, act=act)
        return perf_counter() - start

    def newest(self) -> int:
        """Return the newest act."""
        with open_reader(self.address) as reader:
            return queries.newest_act(reader)

    def redo(self) -> float:
        """Do again what the newest undoing took back, and return the seconds."""
        with open_reader(self.address) as reader:
            act = newest_undoing(reader).number
        return self.undo(act)


def raw_update(file: Path, rows: list[tuple[object, ...]], columns: str) -> float:
    """Insert rows of updates as the standard library does at its best, and take them away again."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        marks = ", ".join("?" * len(rows[0]))
        start = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO action_update ({columns}) VALUES ({marks})", rows)
        connection.execute("COMMIT")
        taken = perf_counter() - start
        newest = connection.execute("SELECT max(id) FROM action_update").fetchone()[0]
        connection.execute("DELETE FROM action_update WHERE id > ?", (newest - len(rows),))
    return taken


def rows_like(file: Path, count: int) -> tuple[list[tuple[object, ...]], str]:
    """Return the newest updates without their ids, and the columns that they fill."""
    with closing(sqlite3.connect(file)) as connection:
        named = [row[1] for row in connection.execute("PRAGMA table_info(action_update)")]
        columns = ", ".join(name for name in named if name != "id")
        sql = f"SELECT {columns} FROM action_update ORDER BY id DESC LIMIT {count}"
        return connection.execute(sql).fetchall(), columns


def compare_updates(bench: Bench, rounds: int) -> None:
    """Print what updates cost with their record, and what the rows alone do."""
    for count, aim in ((1, 2), (100, 2.5)):
        bench.update(bench.plan(), count)
        rows, columns = rows_like(bench.file, count)
        best = in_turn(
            rounds,
            lambda count=count: bench.update(bench.plan(), count),
            lambda count=count: unrecorded(partial(bench.update, bench.plan(), count)),
            lambda rows=rows, columns=columns: raw_update(bench.file, rows, columns),
        )
        said = f"update of {count}: recorded {best[0] * 1000:.1f} ms"
        ratio = f"{best[0] / best[1]:.2f} (aim {aim})"
        print(f"{said}, without a record {best[1] * 1000:.1f} ms = {ratio}")
        print(f"  executemany of its rows alone {best[2] * 1000:.1f} ms")
    best = in_turn(3, lambda: imported(bench), lambda: unrecorded(lambda: imported(bench)))
    said = f"import of 250 actions: recorded {best[0] * 1000:.0f} ms"
    ratio = f"{best[0] / best[1]:.2f} (aim 2.5)"
    print(f"{said}, without a record {best[1] * 1000:.0f} ms = {ratio}")


def imported(bench: Bench) -> float:
    """Store the paper of one more partnership, and return the seconds."""
    return store(bench.file, paper(), f"After act {bench.newest()}", 2030)


def unrecorded(what: Callable[[], float]) -> float:
    """Do the same with neither changes made nor kept, and return the seconds."""
    insert, changes = bulk.insert, Recorder.changes

    def keep(connection: Connection, table: str, names: Sequence[str], rows: list[Any]) -> None:
        if table != "change":
            insert(connection, table, names, rows)

    def count_only(self: Recorder, *_: object) -> list[Any]:
        self.count += 1
        return []

    # The other side of the ratio is the same program with its record taken out for a moment.
    bulk.insert, Recorder.changes = keep, count_only
    try:
        return what()
    finally:
        bulk.insert, Recorder.changes = insert, changes


def compare_undo(bench: Bench, rounds: int) -> None:
    """Print what taking acts back costs."""
    for count, change, aim in (
        (1, CHANGE, 50),
        (100, CHANGE, 50),
        (80, WITH_OWNERS, 150),
        (250, CHANGE, 150),
    ):
        taken, again = [], []
        for _ in range(rounds):
            bench.update(bench.plan(), count, change)
            taken.append(bench.undo(bench.newest()))
            again.append(bench.redo())
            bench.undo(bench.newest())
        with open_reader(bench.address) as reader:
            rows = len(changes_in(reader, bench.newest()))
        print(
            f"an act of {rows} rows ({count} updates): undo {min(taken) * 1000:.1f} ms, "
            f"redo {min(again) * 1000:.1f} ms (aim {aim})"
        )


def compare_import(bench: Bench) -> None:
    """Print what taking an import back costs."""
    store(bench.file, paper(), PARTNERSHIP, 2023)
    taken = bench.undo(bench.newest())
    print(
        f"an import of 250 actions: undo {taken * 1000:.0f} ms, redo {bench.redo() * 1000:.0f} ms"
    )
    bench.undo(bench.newest())


def compare_history(bench: Bench, rounds: int) -> None:
    """Print what looking back costs."""
    plan = bench.plan()
    for _ in range(20):
        bench.update(bench.plan(), 1)
    with open_reader(bench.address) as reader:
        action = plan.actions[0].id
        held = queries.find_partnership(reader, PARTNERSHIP).id

        def timed(what: Callable[[], object]) -> float:
            start = perf_counter()
            what()
            return perf_counter() - start

        best = in_turn(
            rounds,
            lambda: timed(lambda: history_of(reader, "action", action, Asked(limit=50))),
            lambda: timed(lambda: history(reader, Asked(), partnership=held)),
            lambda: timed(lambda: history(reader, Asked())),
            lambda: timed(lambda: recalling.history(bench.workspace, Asked(), ref="1.1/1")),
        )
        names = "an action", "a partnership", "everything", "REF with the file opened, aim 20"
        for what, seconds in zip(names, best, strict=True):
            print(f"history of {what}: {seconds * 1000:.1f} ms")
        for act in (queries.newest_act(reader) - 30, 20):
            with_known = timed(lambda act=act: known_plan(reader, act))
            print(f"a plan as recorded at act {act}: {with_known * 1000:.0f} ms")


def known_plan(reader: Reader, act: int) -> PlanView:
    """Return a plan as it was recorded at an act."""
    with known_at(reader, act) as known:
        held = queries.find_partnership(known, PARTNERSHIP)
        cycle = queries.cycles(known, held.id)[-1]
        return queries.load_plan(known, cycle.id, as_at=AS_AT)


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, help="a folder for the database, to use it again")
    parser.add_argument("--rounds", type=int, default=7, help="how often each side is measured")
    parser.add_argument("--cycles", type=int, default=20, help="cycles of every partnership")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "large.db"
        seed(file, asked.cycles)
        with closing(sqlite3.connect(file)) as connection:
            counted = connection.execute("SELECT count(*) FROM change").fetchone()[0]
        print(f"{counted:,} changes held", file=sys.stdout)
        bench = Bench(file)
        compare_updates(bench, asked.rounds)
        compare_undo(bench, asked.rounds)
        compare_history(bench, asked.rounds)
        compare_import(bench)


if __name__ == "__main__":
    main()
