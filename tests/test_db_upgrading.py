"""Older databases become new ones, whole or not at all."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import UniqueConstraint, inspect, text

from db.address import Engine as Kind
from db.address import read_address
from db.checking import damage
from db.engine import connect, open_engine, writing
from db.known import SINCE_OF_CYCLE
from db.reader import open_reader
from db.revision import HEAD
from db.schema import revision_of
from db.upgrading import STEPS, run_steps, upgrade
from tests.stores import drafted, loaded, paper, proposal, stored
from tracker.errors import StoreError
from tracker.models import METADATA

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from db.address import Address

NEXT = '''"""A step that widens a table, as batch mode does it: by making the table anew."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "HEAD"


def upgrade() -> None:
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("action", recreate=anew) as table:
        table.add_column(sa.Column("colour", sa.String()))
    {more}
'''


def steps_beyond(folder: Path, more: str = "pass") -> Path:
    """Return a folder of revisions with one more after the newest."""
    steps = folder / "steps"
    (steps / "versions").mkdir(parents=True)
    held = sorted(STEPS.glob("versions/*.py"))
    for file in (STEPS / "env.py", STEPS / "script.py.mako", *held):
        (steps / file.relative_to(STEPS)).write_text(file.read_text("utf-8"), "utf-8")
    step = NEXT.format(more=more).replace("HEAD", HEAD)
    (steps / "versions" / "9999_colour.py").write_text(step, "utf-8")
    return steps


def told(rule: object) -> str:
    """Return what reflection tells, the same for the same rule."""
    if isinstance(rule, dict):
        return str(sorted((key, told(value)) for key, value in rule.items()))
    return str(rule)


def shape(connection: Connection) -> dict[str, object]:
    """Return every table with its columns, keys, checks and indexes, in no order."""
    inspector = inspect(connection)
    found: dict[str, object] = {}
    for table in inspector.get_table_names():
        columns = {
            column["name"]: (str(column["type"]), column["nullable"], column["default"])
            for column in inspector.get_columns(table)
        }
        parts = (
            inspector.get_foreign_keys(table),
            inspector.get_unique_constraints(table),
            inspector.get_check_constraints(table),
            inspector.get_indexes(table),
        )
        rules = sorted(told(rule) for part in parts for rule in part)
        found[table] = (columns, str(inspector.get_pk_constraint(table)), rules)
    return found


def made_by(engine: Engine) -> tuple[dict[str, object], set[str]]:
    """Return the shape of a database and, on SQLite, the lines of its statements."""
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            return shape(connection), set()
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql > ''")
        lines = {
            f"{name}: {line.strip().rstrip(',')}" for name, sql in rows for line in sql.splitlines()
        }
        return shape(connection), lines


def test_the_newest_step_is_the_one_the_program_names() -> None:
    """The constant that spares loading Alembic is true, and steps are numbered in order."""
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    script = ScriptDirectory.from_config(config)
    assert HEAD == script.get_current_head()
    numbers = [step.revision for step in script.walk_revisions()]
    assert sorted(numbers, reverse=True) == numbers
    assert all(re.fullmatch(r"\d{4}", number) for number in numbers)


def test_the_steps_and_the_models_make_the_same_tables(address: Address, tmp_path: Path) -> None:
    """A database made at once is the one that the steps would have made."""
    engine = open_engine(address)
    at_once = made_by(engine)
    with writing(engine) as connection:
        if address.engine is Kind.POSTGRESQL:
            schema = connection.scalar(text("SELECT current_schema()"))
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    if address.engine is Kind.SQLITE:
        engine.dispose()
        engine = connect(read_address(str(tmp_path / "stepped.db")))
    run_steps(engine)
    stepped = made_by(engine)
    engine.dispose()
    assert at_once[0] == stepped[0]
    assert at_once[1] == stepped[1]


EARLIER = sorted(file.name[:4] for file in STEPS.glob("versions/*.py") if file.name[:4] != HEAD)
"""Every revision that a database of today may be of, but for the newest."""
OLD_ROWS = (
    "INSERT INTO store_info (id, uid) VALUES (1, 'of old')",
    "INSERT INTO act (id, at, who, verb) VALUES (1, '2022-01-03 09:30:00', 'Sandy', 'import')",
    (
        "INSERT INTO change (act_id, number, table_name, row_id, record_table, record_id, cycle_id,"
        " kind, fields) VALUES (1, 1, 'cycle', 7, 'cycle', 7, 7, 'insert', '{}')"
    ),
)


@pytest.mark.parametrize("revision", EARLIER)
def test_a_database_of_every_earlier_revision_becomes_one_of_today(
    address: Address, tmp_path: Path, revision: str
) -> None:
    """It has the form of a new one afterwards, and what was recorded is found in it."""
    engine = connect(address)
    run_steps(engine, head=revision)
    with writing(engine) as connection:
        for row in OLD_ROWS:
            connection.execute(text(row))
    assert f"from revision {revision} to {HEAD}" in upgrade(address)
    found = made_by(engine)
    engine.dispose()
    with open_reader(address) as reader:
        assert [(1, "Sandy")] == reader.rows("SELECT id, who FROM act")
        assert [(1, 7)] == reader.rows("SELECT act_id, row_id FROM change WHERE cycle_id = 7")
    if address.engine is Kind.SQLITE:
        new = open_engine(read_address(str(tmp_path / "new.db")))
        assert made_by(new) == found
        new.dispose()


def test_looking_back_finds_the_changes_of_a_cycle_by_an_index(engine: Engine) -> None:
    """What other cycles went through since is not read; a million changes may be held."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        how = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
        told = connection.execute(text(how + SINCE_OF_CYCLE), {"act": 1, "cycle": 1}).fetchall()
    assert "ix_change_cycle_id_act_id" in str(told)


def test_taking_a_row_away_looks_at_no_whole_table() -> None:
    """Every key to a row that undoing may take away is found by an index that begins with it."""
    taken_away = {"action", "action_update", "assessment", "cycle", "post"}
    missing = []
    for table in METADATA.tables.values():
        firsts = {next(iter(index.columns)).name for index in table.indexes}
        for constraint in table.constraints:
            if isinstance(constraint, UniqueConstraint):
                firsts.add(next(iter(constraint.columns)).name)
        missing += [
            f"{table.name}.{key.parent.name}"
            for key in table.foreign_keys
            if key.column.table.name in taken_away and key.parent.name not in firsts
        ]
    assert [] == missing


def test_an_upgrade_keeps_what_is_held(engine: Engine, address: Address, tmp_path: Path) -> None:
    """Rows and what hangs on them survive a table that is made anew; keys hold afterwards."""
    stored(engine, paper(proposal("1.1", drafted("1.1/1", owners=("A post",)))))
    before = loaded(address)
    engine.dispose()
    said = upgrade(address, steps=steps_beyond(tmp_path), head="9999")
    assert f"from revision {HEAD} to 9999" in said
    upgraded = connect(address)
    assert "9999" == revision_of(upgraded)
    with upgraded.connect() as connection:
        assert "colour" in {c["name"] for c in inspect(connection).get_columns("action")}
        assert [(None,)] == list(connection.execute(text("SELECT colour FROM action")))
    with writing(upgraded) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})
    upgraded.dispose()
    assert before == loaded(address)
    assert () == damage(address)


def test_a_file_is_copied_aside_first(tmp_path: Path) -> None:
    """Each upgrade leaves the file as it was, under a name that is not taken."""
    address = read_address(str(tmp_path / "tracker.db"))
    engine = open_engine(address)
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    steps = steps_beyond(tmp_path)
    (tmp_path / f"tracker.revision-{HEAD}.db").touch()
    said = upgrade(address, steps=steps, head="9999")
    engine.dispose()
    aside = tmp_path / f"tracker.revision-{HEAD}-2.db"
    assert str(aside) in said
    with closing(sqlite3.connect(aside)) as copy:
        assert [(HEAD,)] == copy.execute("SELECT version_num FROM alembic_version").fetchall()
        assert [(1,)] == copy.execute("SELECT count(*) FROM action").fetchall()


def test_an_upgrade_that_fails_changes_nothing(
    engine: Engine, address: Address, tmp_path: Path
) -> None:
    """Half an upgrade is none."""
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    before = made_by(engine)
    engine.dispose()
    broken = 'op.execute("INSERT INTO nowhere VALUES (1)")'
    with pytest.raises(StoreError):
        upgrade(address, steps=steps_beyond(tmp_path, broken), head="9999")
    again = connect(address)
    assert before == made_by(again)
    assert HEAD == revision_of(again)
    again.dispose()
    assert 1 == len(loaded(address).actions)


def test_an_upgrade_that_would_leave_orphans_changes_nothing(tmp_path: Path) -> None:
    """Keys are off while tables are made anew, so they are looked at before it counts."""
    address = read_address(str(tmp_path / "tracker.db"))
    engine = open_engine(address)
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    engine.dispose()
    losing = 'op.execute("DELETE FROM action")'
    with pytest.raises(StoreError, match="pointing to nothing"):
        upgrade(address, steps=steps_beyond(tmp_path, losing), head="9999")
    assert 1 == len(loaded(address).actions)


def test_an_unknown_older_form_is_left_alone(tmp_path: Path) -> None:
    """Reading and writing try to upgrade a file, and say so where they cannot; no copy is left."""
    address = read_address(str(tmp_path / "tracker.db"))
    engine = open_engine(address)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    engine.dispose()
    with pytest.raises(StoreError, match="does not know"), open_reader(address):
        pytest.fail("opened")
    with pytest.raises(StoreError, match="does not know"):
        open_engine(address)
    assert ["tracker.db"] == [file.name for file in tmp_path.iterdir()]


def test_what_needs_no_upgrade_is_told(engine: Engine, address: Address) -> None:
    """A database of this revision is left alone; a newer one is refused."""
    assert "already" in upgrade(address)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer"):
        upgrade(address)


def test_an_empty_database_is_made(address: Address) -> None:
    """Upgrading nothing makes the tables."""
    assert "made" in upgrade(address)
    with open_reader(address) as reader:
        assert [(HEAD,)] == reader.rows("SELECT version_num FROM alembic_version")


def test_damage_is_told(tmp_path: Path) -> None:
    """Rows that point to nothing and gaps in the record are found."""
    address = read_address(str(tmp_path / "tracker.db"))
    engine = open_engine(address)
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    assert () == damage(address)
    with writing(engine, foreign_keys=False) as connection:
        connection.execute(text("DELETE FROM action"))
        connection.execute(text("UPDATE act SET id = 7"))
    engine.dispose()
    found = damage(address)
    assert "position has rows that point to nothing" in found
    assert "the record of acts has gaps: 1 are held, the newest is 7" in found
