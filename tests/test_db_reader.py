"""Light reading: what can be opened, and that it sees one moment."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from db import queries
from db.address import Engine as Kind
from db.address import read_address
from db.engine import connect, open_engine, writing
from db.reader import holds_plan, open_reader
from db.session import reader_of
from db.writing.partnerships import store_partnership
from tests.stores import drafted, paper, proposal, server_address, stored
from tests.stores import writing as act
from tracker.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from db.address import Address

SIMPLE = paper(proposal("1.1", drafted("1.1/1")))


def test_without_a_plan_the_first_step_is_named(address: Address) -> None:
    """A missing file and an empty server are no plan yet; reading makes none."""
    assert not holds_plan(address)
    with pytest.raises(StoreError, match="no plan yet") as refused, open_reader(address):
        pytest.fail("opened")
    assert "tracker import" in refused.value.hint
    if address.engine is Kind.SQLITE:
        assert [] == list(address.path.parent.iterdir())


def test_an_empty_file_is_no_plan_yet(tmp_path: Path) -> None:
    """A file of no bytes, as some programs leave them, can become a plan."""
    address = read_address(str(tmp_path / "tracker.db"))
    address.path.touch()
    assert not holds_plan(address)
    open_engine(address).dispose()
    assert holds_plan(address)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"Dear colleague, " * 100, "is not a plan"), (b"SQLite format 3\0" + b"?" * 4080, "not a")],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """What is no database is told so, not as a driver's error."""
    (tmp_path / "tracker.db").write_bytes(content)
    with (
        pytest.raises(StoreError, match=said),
        open_reader(read_address(str(tmp_path / "tracker.db"))),
    ):
        pytest.fail("opened")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """Tables of somebody else are not read as ours."""
    with closing(sqlite3.connect(tmp_path / "tracker.db")) as shopping:
        shopping.execute("CREATE TABLE partnership (item TEXT)")
    with (
        pytest.raises(StoreError, match="some other program"),
        open_reader(read_address(str(tmp_path / "tracker.db"))),
    ):
        pytest.fail("opened")


def test_a_newer_plan_is_refused(engine: Engine, address: Address) -> None:
    """A form that this program does not know is not read."""
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"), open_reader(address):
        pytest.fail("opened")


def test_nothing_can_be_written(engine: Engine, address: Address) -> None:
    """A reader cannot change anything, whatever statement it is given."""
    stored(engine, SIMPLE)
    with pytest.raises(StoreError), open_reader(address) as reader:
        reader.rows("UPDATE action SET text = 'x' RETURNING id")
    with open_reader(address) as reader:
        assert [(0,)] == reader.rows("SELECT count(*) FROM action WHERE text = 'x'")


def test_everything_read_is_of_one_moment(engine: Engine, address: Address) -> None:
    """What somebody writes meanwhile is not seen until the next reading."""
    stored(engine, SIMPLE)
    with open_reader(address) as reader:
        assert 1 == len(queries.partnerships(reader))
        with act(engine) as session:
            store_partnership(session=session, name="Glen Islay")
        assert 1 == len(queries.partnerships(reader))
    with open_reader(address) as reader:
        assert 2 == len(queries.partnerships(reader))


def test_a_session_answers_the_same_questions(engine: Engine, address: Address) -> None:
    """Inside an act, the same statements see what the act has written."""
    with act(engine) as session:
        store_partnership(session=session, name="Strathmore")
        assert ["Strathmore"] == [p.name for p in queries.partnerships(reader_of(session))]
    with open_reader(address) as reader:
        assert ["Strathmore"] == [p.name for p in queries.partnerships(reader)]


def test_parameters_and_percent_signs_reach_both_engines(engine: Engine, address: Address) -> None:
    """Statements are written once: named parameters, and signs that a driver treats as its own."""
    del engine
    with open_reader(address) as reader:
        params = {"a": "50 % of :b", "b": 2}
        assert [("50 % of :b", 2, "%")] == reader.rows(
            "SELECT CAST(:a AS TEXT), CAST(:b AS INTEGER), '%'", params
        )


def test_reading_leaves_no_side_files(tmp_path: Path) -> None:
    """After the last reader has gone, the file stands alone, so that it can be copied or sent."""
    address = read_address(str(tmp_path / "tracker.db"))
    open_engine(address).dispose()
    with open_reader(address) as reader:
        queries.counts(reader)
    assert ["tracker.db"] == sorted(file.name for file in tmp_path.iterdir())


@contextmanager
def without_rights(folder: Path, rights: int) -> Iterator[None]:
    """Meet a folder and what is in it as somebody who has only these rights to it."""
    if not hasattr(os, "seteuid"):
        pytest.skip("rights are another matter on this system")
    is_root = os.geteuid() == 0
    for path in (*folder.iterdir(), folder):
        path.chmod(rights)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)


@pytest.fixture
def shelf() -> Iterator[Address]:
    """A plan in a folder that everybody can get to."""
    with tempfile.TemporaryDirectory() as folder:
        address = read_address(str(Path(folder) / "tracker.db"))
        engine = open_engine(address)
        with act(engine) as session:
            store_partnership(session=session, name="Strathmore")
        engine.dispose()
        yield address


def test_a_plan_that_may_not_be_written_can_be_read(shelf: Address) -> None:
    """On a read-only folder, such as a stick or a share, the plan is read and not touched."""
    with without_rights(shelf.path.parent, 0o555):
        with open_reader(shelf) as reader:
            assert 1 == queries.newest_act(reader)
        engine = connect(shelf)
        with pytest.raises(StoreError, match="read but not written"), act(engine) as session:
            store_partnership(session=session, name="Glen Islay")
        engine.dispose()


def test_a_plan_that_may_not_be_seen_is_told(shelf: Address) -> None:
    """A folder that is closed to the user is named with the reason."""
    with without_rights(shelf.path.parent, 0o000):
        with pytest.raises(StoreError, match="cannot be looked at"), open_reader(shelf):
            pytest.fail("opened")
        with pytest.raises(StoreError, match="cannot be looked at"):
            open_engine(shelf)


def test_what_waits_in_the_log_is_not_passed_over(shelf: Address) -> None:
    """A read-only copy whose log was left behind is refused, not read without its newest acts."""
    engine = open_engine(shelf)
    with act(engine) as session:
        store_partnership(session=session, name="Glen Islay")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("tracker.db", "tracker.db-wal"):
            shutil.copy(shelf.path.with_name(name), Path(folder) / name)
        copied = read_address(str(Path(folder) / "tracker.db"))
        with (
            without_rights(Path(folder), 0o555),
            pytest.raises(StoreError),
            open_reader(copied),
        ):
            pytest.fail("opened")
    engine.dispose()


def test_odd_paths_are_opened(tmp_path: Path) -> None:
    """Spaces, signs with a meaning in addresses, and other scripts may stand in a path."""
    for name in ("a b.db", "50%25 of it?.db", "plan #1.db", "Àite-obrach.db", "план.db"):
        address = read_address(str(tmp_path / name))
        open_engine(address).dispose()
        with open_reader(address) as reader:
            assert 0 == queries.newest_act(reader)
        assert address.path.exists()


def test_reading_loads_no_heavy_library() -> None:
    """The hot commands start without SQLAlchemy, SQLModel, Alembic or psycopg."""
    code = (
        "import sys, db.queries, db.reader, db.address, db.log, db.files\n"
        "heavy = {'sqlalchemy', 'sqlmodel', 'alembic', 'psycopg', 'pydantic'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == ran.stdout.strip()


def test_a_busy_log_is_read_as_well(tmp_path: Path) -> None:
    """What a program that was killed left in the log is part of the plan."""
    address = read_address(str(tmp_path / "tracker.db"))
    engine = open_engine(address)
    with act(engine) as session:
        store_partnership(session=session, name="Strathmore")
    copy = tmp_path / "left"
    copy.mkdir()
    for file in tmp_path.glob("tracker.db*"):
        shutil.copy(file, copy / file.name)
    engine.dispose()
    with open_reader(read_address(str(copy / "tracker.db"))) as reader:
        assert 1 == len(queries.partnerships(reader))


def test_an_older_plan_on_a_server_is_not_upgraded_by_reading() -> None:
    """Others may work with it just now."""
    with server_address() as address:
        engine = open_engine(address)
        with writing(engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        engine.dispose()
        with pytest.raises(StoreError, match="older version"), open_reader(address):
            pytest.fail("opened")
