"""How fast the store is, as ratios of two sides measured in one run: python -m benchmarks.store.

Seeds databases of 15,500 and 155,000 actions of 31 partnerships through the verb that every paper
goes through (minutes; `--keep FOLDER` keeps them for the next run), then prints
  - a paper stored, history included, against the standard library's executemany of its rows,
  - one plan read out of either database,
  - a whole `tracker overdue` against a Python that loads what any such program would, and against
    Taskwarrior's `task overdue` with 100,000 tasks, where that is installed.
Each figure is the best of several rounds in turn, so that both sides meet the same machine.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from db import queries
from db.address import read_address
from db.engine import open_engine
from db.reader import open_reader
from db.session import transaction
from db.writing.papers import store_paper
from tracker.drafts import ActionDraft, PaperDraft, ProposalDraft
from tracker.framework import built_in
from tracker.kinds import PaperKind, Precision, Status, TimescaleKind
from tracker.models import METADATA
from tracker.timescale import Milestone, Timescale

if TYPE_CHECKING:
    from collections.abc import Callable

PARTNERSHIPS = 31
ACTIONS = 250
TASKS = 100_000
LATE_TASKS = 60
"""As many as one plan has overdue, so that both programs print as much."""
AS_AT = date(2022, 1, 31)
NOW = datetime(2022, 1, 31, 12, tzinfo=UTC)
BASELINE = "import typer, rich.table, tracker.models"
FRAMEWORK = built_in()


def timescale(number: int) -> Timescale:
    """Return the words and the reading of a due date; some have two points."""
    due = date(2021, 11, 30) + timedelta(days=number * 7 % 420)
    points = ()
    if number % 10 == 0:
        points = (Milestone("Draft", due - timedelta(days=60)), Milestone("Final", due))
    return Timescale(
        f"{due:%B %Y}",
        TimescaleKind.DATE,
        f"The end of {due:%B %Y}.",
        due=due,
        precision=Precision.MONTH,
        milestones=points,
    )


def paper(actions: int = ACTIONS) -> PaperDraft:
    """Return an invented paper of so many actions over every proposal."""
    share = actions // len(FRAMEWORK.proposals)
    proposals = []
    for order, known in enumerate(FRAMEWORK.proposals):
        drafts = tuple(
            ActionDraft(
                ref=f"{known.code}/{number}",
                text=f"Agree with partners who leads part {number} of {known.name}, and report it",
                place=f"table {order + 1}, row {number}",
                delivery="By a group of officers that meets each month",
                timescale=timescale(order * share + number),
                status=Status.IN_PROGRESS,
                owners=(f"Head of Service {number % 12}", "Chief Officer"),
            )
            for number in range(1, share + 1)
        )
        proposals.append(
            ProposalDraft(
                code=known.code,
                title=f"How partners go about {known.name}. " * 3,
                scope=known.scope,
                rating=FRAMEWORK.scale[order % 4].name if known in FRAMEWORK.local else None,
                indicators={
                    level.name: "What this level looks like. " * 4 for level in FRAMEWORK.scale
                },
                evidence=("What partners have done so far. " * 6,) * 4,
                place=f"table {order + 1}",
                actions=drafts,
            )
        )
    return PaperDraft("invented.docx", PaperKind.SELF_EVALUATION, proposals=tuple(proposals))


def store(file: Path, draft: PaperDraft, partnership: str, year: int) -> float:
    """Store a paper in a database, and return the seconds that it took."""
    engine = open_engine(read_address(str(file)))
    start = perf_counter()
    with transaction(engine, verb="import", who="benchmark", at=NOW) as session:
        store_paper(
            session=session,
            paper=draft,
            framework=FRAMEWORK,
            partnership=partnership,
            label=str(year),
            as_at=date(year, 4, 30),
        )
    taken = perf_counter() - start
    engine.dispose()
    return taken


def seed(file: Path, cycles: int) -> None:
    """Fill a database with so many cycles of every partnership, unless it is kept from before."""
    if file.exists():
        return
    draft = paper()
    for year in range(2022 - cycles, 2022):
        for number in range(1, PARTNERSHIPS + 1):
            store(file, draft, f"Partnership {number:02}", year)
        print(f"  {file.name}: {year} stored", file=sys.stderr)


def raw(rows: dict[str, list[tuple[object, ...]]], file: Path, *, history: bool) -> float:
    """Insert rows as the standard library does at its best, and return the seconds."""
    file.unlink(missing_ok=True)
    open_engine(read_address(str(file))).dispose()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        start = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, held in rows.items():
            if held and table != "store_info" and (history or table != "change"):
                marks = ", ".join("?" * len(held[0]))
                connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', held)
        connection.execute("COMMIT")
        return perf_counter() - start


def rows_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a database holds, in an order that keys allow."""
    with closing(sqlite3.connect(file)) as connection:
        return {
            table.name: connection.execute(f'SELECT * FROM "{table.name}"').fetchall()
            for table in METADATA.sorted_tables
        }


def compare_bulk(folder: Path, actions: int, rounds: int) -> None:
    """Print what storing a paper costs against inserting its rows."""
    ours, theirs = folder / "ours.db", folder / "raw.db"

    def fresh() -> float:
        ours.unlink(missing_ok=True)
        return store(ours, paper(actions), "Partnership", 2021)

    fresh()
    rows = rows_of(ours)
    held = sum(len(part) for table, part in rows.items() if table != "change")
    best = in_turn(
        rounds,
        fresh,
        lambda: raw(rows, theirs, history=False),
        lambda: raw(rows, theirs, history=True),
    )
    told = f"a paper of {actions:,} actions ({held:,} rows, {len(rows['change']):,} changes)"
    tell(f"{told}: stored / executemany of its rows", best[0], best[1])
    tell("  the same / executemany of rows and changes", best[0], best[2])


def in_turn(rounds: int, *sides: Callable[[], float]) -> list[float]:
    """Return the best seconds of each side, measured round by round."""
    taken = [[side() for side in sides] for _ in range(rounds)]
    return [min(one) for one in zip(*taken, strict=True)]


def tell(what: str, ours: float, theirs: float) -> None:
    """Print both sides and their ratio."""
    print(f"{what}: {ours * 1000:.1f} / {theirs * 1000:.1f} ms = {ours / theirs:.2f}")


def loading(file: Path) -> float:
    """Return the seconds that reading one live plan takes in an open database."""
    with open_reader(read_address(str(file))) as reader:
        held = queries.find_partnership(reader, "Partnership 17")
        start = perf_counter()
        cycle = queries.cycles(reader, held.id)[-1]
        plan = queries.load_plan(reader, cycle.id, as_at=AS_AT)
        taken = perf_counter() - start
    if len(plan.actions) != ACTIONS:
        raise SystemExit("the plan is not whole")
    return taken


def running(*words: str, **more: str) -> float:
    """Return the seconds that a process takes from its start to its end."""
    start = perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run(words, check=True, stdout=quiet, stderr=quiet, env=os.environ | more)
    return perf_counter() - start


def overdue(file: Path) -> float:
    """Return the seconds of a whole `tracker overdue`."""
    command = Path(sys.executable).with_name("tracker")
    said = ("--db", str(file), "--partnership", "Partnership 17", "overdue", "--as-at", str(AS_AT))
    return running(str(command), *said)


def seed_tasks(folder: Path) -> dict[str, str]:
    """Give Taskwarrior its tasks, and return the environment that finds them."""
    found = {"TASKDATA": str(folder / "task"), "TASKRC": str(folder / "taskrc")}
    if Path(found["TASKDATA"]).exists():
        return found
    Path(found["TASKDATA"]).mkdir()
    Path(found["TASKRC"]).write_text("confirmation=off\nhooks=off\n", "utf-8")
    today = datetime.now(UTC)
    tasks = [
        {
            "description": f"Agree with partners who leads part {number}, and report it",
            "status": "pending",
            "entry": "20210430T000000Z",
            "due": f"{today + timedelta(days=-9 if number < LATE_TASKS else 30):%Y%m%dT%H%M%SZ}",
            "project": f"p{number % PARTNERSHIPS}",
        }
        for number in range(TASKS)
    ]
    (folder / "tasks.json").write_text(json.dumps(tasks), "utf-8")
    running("task", "import", str(folder / "tasks.json"), **found)
    return found


def compare_processes(folder: Path, small: Path, large: Path, rounds: int) -> None:
    """Print what a whole command costs against others."""
    sides = [
        lambda: overdue(large),
        lambda: overdue(small),
        lambda: running(sys.executable, "-c", BASELINE),
    ]
    task = seed_tasks(folder) if shutil.which("task") else None
    if task:
        sides.append(lambda: running("task", "overdue", **task))
    best = in_turn(rounds, *sides)
    tell("tracker overdue: 155,000 actions / 15,500", best[0], best[1])
    tell(f'tracker overdue / python -c "{BASELINE}"', best[0], best[2])
    if task:
        tell(f"tracker overdue / task overdue with {TASKS:,} tasks", best[0], best[3])
    else:
        print("Taskwarrior is not installed: no comparison with it.")


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, help="a folder for the databases, to use them again")
    parser.add_argument("--rounds", type=int, default=7, help="how often each side is measured")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for actions in (ACTIONS, 10 * ACTIONS):
            compare_bulk(Path(passing), actions, asked.rounds)
        small, large = folder / "small.db", folder / "large.db"
        seed(small, 2)
        seed(large, 20)
        with closing(sqlite3.connect(large)) as connection:
            counted = [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("action", "change")
            ]
        print(f"the large database holds {counted[0]:,} actions and {counted[1]:,} changes")
        best = in_turn(asked.rounds * 3, lambda: loading(large), lambda: loading(small))
        tell("one plan read: 155,000 actions / 15,500", best[0], best[1])
        compare_processes(folder, small, large, asked.rounds)


if __name__ == "__main__":
    main()
