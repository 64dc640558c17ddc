"""Opening a database to write, and writing as the only one."""

from __future__ import annotations

import re
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import db
from db.address import Engine as Kind
from db.address import read_address
from db.engine import connect, open_engine, writing
from db.revision import HEAD
from tests.stores import server_address
from tracker.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address


def file_address(folder: Path, name: str = "tracker.db") -> Address:
    """Return the address of a file."""
    return read_address(str(folder / name))


def test_a_new_database_has_its_tables_and_a_name_of_its_own(
    engine: Engine, address: Address
) -> None:
    """Opening makes the tables, stamps their revision, and gives the store a random uid."""
    with engine.connect() as connection:
        assert HEAD == connection.scalar(text("SELECT version_num FROM alembic_version"))
        uid = connection.scalar(text("SELECT uid FROM store_info"))
    again = open_engine(address)
    with again.connect() as connection:
        assert [(uid,)] == list(connection.execute(text("SELECT uid FROM store_info")))
    again.dispose()


def test_a_file_is_opened_safely(tmp_path: Path) -> None:
    """Keys are enforced, the log is written ahead and everything reaches the disk."""
    engine = open_engine(file_address(tmp_path))
    pragmas = ("foreign_keys", "journal_mode", "synchronous")
    with engine.connect() as connection:
        held = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    engine.dispose()
    assert [1, "wal", 2] == held


def test_an_orphan_is_refused(engine: Engine) -> None:
    """A row that points to nothing does not get in."""
    orphan = "INSERT INTO post (id, partnership_id, key, name) VALUES (1, 99, 'k', 'n')"
    with pytest.raises(StoreError), writing(engine) as connection:
        connection.execute(text(orphan))


def test_a_word_outside_its_set_is_refused(engine: Engine) -> None:
    """Closed sets are text that the engine checks, not numbers and not types of its own."""
    wrong = "INSERT INTO partnership (id, uid, key, name, kind) VALUES (1, 'u', 'k', 'n', :kind)"
    for kind in ("LOCAL", "regional"):
        with pytest.raises(StoreError), writing(engine) as connection:
            connection.execute(text(wrong), {"kind": kind})
    with writing(engine) as connection:
        connection.execute(text(wrong), {"kind": "local"})
        assert "local" == connection.scalar(text("SELECT kind FROM partnership"))


def test_parameters_are_in_no_error(engine: Engine) -> None:
    """What people wrote does not leak into messages."""
    secret = text("INSERT INTO store_info (id, uid) VALUES (:id, :uid)")
    with engine.connect() as connection, pytest.raises(IntegrityError) as refused:
        connection.execute(secret, {"id": 1, "uid": "a private note"})
    assert "private note" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere/tracker.db", "The folder of .* does not exist"),
        (".", "is a folder"),
        ("letter.db", "is not a plan"),
        ("shopping.db", "some other program"),
    ],
)
def test_what_is_no_plan_is_told_in_plain_words(tmp_path: Path, name: str, said: str) -> None:
    """A missing folder, a folder, another file and another program's database are refused."""
    (tmp_path / "letter.db").write_text("Dear colleague, " * 100)
    with closing(sqlite3.connect(tmp_path / "shopping.db")) as shopping:
        shopping.execute("CREATE TABLE list (item TEXT)")
    with pytest.raises(StoreError, match=said) as refused:
        open_engine(file_address(tmp_path, name))
    assert refused.value.hint


def test_a_foreign_database_is_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is made in another program's database."""
    with closing(sqlite3.connect(tmp_path / "tracker.db")) as shopping:
        shopping.execute("CREATE TABLE list (item TEXT)")
    before = (tmp_path / "tracker.db").read_bytes()
    with pytest.raises(StoreError):
        open_engine(file_address(tmp_path))
    assert [("list",)] == sqlite3.connect(tmp_path / "tracker.db").execute(
        "SELECT name FROM sqlite_master"
    ).fetchall()
    assert len(before) == len((tmp_path / "tracker.db").read_bytes())


def test_a_newer_database_is_refused(engine: Engine, address: Address) -> None:
    """A program does not write into a form that it does not know."""
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"):
        open_engine(address)


def test_a_second_writer_waits_only_so_long(address: Address) -> None:
    """Who cannot write in time is told so, and nothing is half done."""
    open_engine(address).dispose()
    first, second = connect(address), connect(address, wait=0.2)
    with (
        writing(first) as connection,
        pytest.raises(StoreError, match="Somebody else is writing"),
        writing(second),
    ):
        pytest.fail("two wrote at once")
    assert connection.closed
    first.dispose()
    second.dispose()


def test_a_file_that_somebody_holds_whole_is_told(tmp_path: Path) -> None:
    """Setting the journal waits for whoever has the file, only so long."""
    address = file_address(tmp_path)
    with closing(sqlite3.connect(address.path, isolation_level=None)) as holder:
        holder.execute("CREATE TABLE alembic_version (version_num TEXT)")
        holder.execute("BEGIN EXCLUSIVE")
        engine = connect(address, wait=0.1)
        with pytest.raises(StoreError, match="Somebody else is writing"), writing(engine):
            pytest.fail("wrote")
        engine.dispose()


def test_a_second_writer_comes_after_the_first(address: Address) -> None:
    """Two writers follow each other, and the second sees what the first wrote."""
    open_engine(address).dispose()
    first, second = connect(address), connect(address)
    started, seen = threading.Event(), []

    def write() -> None:
        started.set()
        with writing(second) as connection:
            seen.append(connection.scalar(text("SELECT uid FROM store_info")))

    with writing(first) as connection:
        connection.execute(text("UPDATE store_info SET uid = 'first'"))
        thread = threading.Thread(target=write)
        thread.start()
        started.wait()
        thread.join(0.2)
        assert thread.is_alive()
    thread.join(5)
    assert ["first"] == seen
    first.dispose()
    second.dispose()


def test_two_that_make_the_same_database_make_one(address: Address) -> None:
    """Whoever comes second finds the tables made."""
    threads = [threading.Thread(target=lambda: open_engine(address).dispose()) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine = connect(address)
    with engine.connect() as connection:
        assert 1 == connection.scalar(text("SELECT count(*) FROM store_info"))
    engine.dispose()


def test_an_upgrade_is_refused_where_it_was_not_asked_for() -> None:
    """A server's database of an older revision is upgraded only when somebody says so."""
    with server_address() as address:
        engine = open_engine(address)
        with writing(engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        with pytest.raises(StoreError, match="older version") as refused:
            open_engine(address)
        assert "doctor --upgrade" in refused.value.hint
        engine.dispose()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://127.0.0.1:1/plans", "cannot be reached"),
        ("postgresql://no-such-host.invalid/plans", "cannot be reached"),
    ],
)
def test_no_server_is_told_as_such(address: str, said: str) -> None:
    """A server that does not answer is named without its password."""
    with pytest.raises(StoreError, match=said):
        open_engine(read_address(address))


def test_a_missing_database_on_the_server_is_told_as_such() -> None:
    """The server is there, the database is not."""
    with server_address() as address:
        elsewhere = re.sub(r"/[^/?]+\?.*", "/no_such_database", address.target)
        with pytest.raises(StoreError, match="no such database"):
            open_engine(read_address(elsewhere))


def test_one_place_commits() -> None:
    """The only commit is the end of `writing`: nothing in db calls commit or begins on its own."""
    code = {file: file.read_text("utf-8") for file in Path(db.__path__[0]).rglob("*.py")}
    assert [] == [file.name for file, lines in code.items() if ".commit(" in lines]
    assert ["engine.py"] == [file.name for file, lines in code.items() if ".begin(" in lines]


def test_a_network_drive_keeps_the_older_journal() -> None:
    """A share is known by its path, and by the table of mounts."""
    from db.files import file_system_of, is_on_network

    mounts = "disk / ext4 rw 0 0\nserver:/x /mnt/team\\040drive nfs4 rw 0 0\nx /mnt ext4 rw 0 0\n"
    assert "nfs4" == file_system_of("/mnt/team drive/plans/tracker.db", mounts)
    assert "ext4" == file_system_of("/mnt/team drive 2/tracker.db", mounts)
    assert "ext4" == file_system_of("/home/tracker.db", mounts)
    assert is_on_network(Path("//server/share/tracker.db"))
    assert not is_on_network(Path(__file__))


def test_kinds_of_database_are_two() -> None:
    """An address is of one engine or the other."""
    assert {"sqlite", "postgresql"} == set(Kind)
