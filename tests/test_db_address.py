"""Where a plan is kept, as people write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.address import Engine, read_address
from tracker.errors import StoreError


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("tracker.db", "tracker.db"),
        (" plans/tracker.db ", "plans/tracker.db"),
        ("/srv/plans/tracker.db", "/srv/plans/tracker.db"),
        ("~/tracker.db", str(Path.home() / "tracker.db")),
        (r"C:\Users\sandy\tracker.db", r"C:\Users\sandy\tracker.db"),
        (r"\\server\share\plans\tracker.db", r"\\server\share\plans\tracker.db"),
        (r"C:\Users\s\OneDrive - NHS\tracker.db", r"C:\Users\s\OneDrive - NHS\tracker.db"),
        ("sqlite:///tracker.db", "tracker.db"),
        ("sqlite:////srv/tracker.db", "/srv/tracker.db"),
        ("sqlite:///C:/plans/tracker.db", "C:/plans/tracker.db"),
        ("SQLite:///a%20b.db", "a b.db"),
        ("plans: 2021.db", "plans: 2021.db"),
    ],
)
def test_a_file_is_named_in_many_ways(text: str, target: str) -> None:
    """Paths of every system and SQLite's own addresses name a file."""
    address = read_address(text)
    assert (Engine.SQLITE, target, target) == (address.engine, address.target, address.shown)


@pytest.mark.parametrize(
    ("text", "target", "shown"),
    [
        (
            "postgresql://sandy:se%40cret@db.example:5433/plans",
            "postgresql://sandy:se%40cret@db.example:5433/plans",
            "postgresql://sandy@db.example:5433/plans",
        ),
        (
            "postgresql+psycopg://db.example/plans?sslmode=require",
            "postgresql://db.example/plans?sslmode=require",
            "postgresql://db.example/plans",
        ),
        ("postgres://db/plans", "postgresql://db/plans", "postgresql://db/plans"),
        (
            "postgresql://db/plans?password=hidden",
            "postgresql://db/plans?password=hidden",
            "postgresql://db/plans",
        ),
    ],
)
def test_a_server_is_shown_without_its_password(text: str, target: str, shown: str) -> None:
    """What is shown never holds a password, wherever it stood."""
    address = read_address(text)
    assert (Engine.POSTGRESQL, target, shown) == (address.engine, address.target, address.shown)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("  ", "empty"),
        (":memory:", "memory"),
        ("sqlite://", "does not name a file"),
        ("sqlite:///", "does not name a file"),
        ("sqlite:///:memory:", "memory"),
        ("mysql://db/plans", "mysql is not a kind of database"),
        ("https://db/plans", "https is not a kind of database"),
        ("postgresql://db", "names no database"),
        ("postgresql://db:port/plans", "cannot be read"),
        ("a\0b", "character"),
    ],
)
def test_anything_else_is_refused_with_the_forms_that_work(text: str, said: str) -> None:
    """The message names what is wrong, and the hint what to write instead."""
    with pytest.raises(StoreError, match=said) as refused:
        read_address(text)
    assert refused.value.hint


def test_a_password_is_in_no_message() -> None:
    """An address that cannot be used is not repeated with its password."""
    with pytest.raises(StoreError) as refused:
        read_address("postgresql://sandy:secret@db")
    assert "secret" not in f"{refused.value.message} {refused.value.hint}"
