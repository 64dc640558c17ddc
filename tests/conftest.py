"""What every test stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from db.address import read_address
from db.engine import open_engine
from tests.stores import make_empty, server_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from db.address import Address

# A machine that is busy with something else is slow; that is no fault of the code. Where CI is set,
# Hypothesis takes its own settings, with the same examples every time.
settings.register_profile("desk", deadline=None)
if settings.get_current_profile_name() == "default":
    settings.load_profile("desk")


@pytest.fixture(scope="session")
def shared_schema() -> Iterator[Address]:
    """A schema of this run, with its tables."""
    with server_address() as made:
        open_engine(made).dispose()
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Address]:
    """An empty database on each engine; with `engine`, its tables are made."""
    if request.param == "sqlite":
        yield read_address(str(tmp_path / "tracker.db"))
        return
    if "engine" in request.fixturenames:
        shared: Address = request.getfixturevalue("shared_schema")
        make_empty(shared)
        yield shared
        return
    with server_address() as made:
        yield made


@pytest.fixture
def engine(address: Address) -> Iterator[Engine]:
    """A database with its tables, opened to be written."""
    opened = open_engine(address)
    yield opened
    opened.dispose()
