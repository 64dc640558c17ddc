"""What every test stands on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from db.address import read_address
from db.engine import open_engine
from tests.commands import Commands
from tests.stores import make_empty, server_address
from tui.main import main
from tui.preferences import WHERE

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


MEASURED = "measured: "
"""What a line begins with that is printed after the tests, also where they pass."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the precision and recall that tests of readers and of links have measured."""
    passed: list[pytest.TestReport] = terminalreporter.stats.get("passed", [])
    lines = {line for test in passed for line in test.capstdout.splitlines()}
    told = sorted(line.removeprefix(MEASURED) for line in lines if line.startswith(MEASURED))
    if told:
        terminalreporter.section("precision and recall")
        for line in told:
            terminalreporter.write_line(line)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file of the test's own, in place of that of who runs the tests."""
    path = tmp_path / "settings" / "settings.toml"
    monkeypatch.setenv(WHERE, str(path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(path.parent))
    return path


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


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample plan; tests read it, or write to a copy."""
    path = tmp_path_factory.mktemp("sample") / "plan.db"
    assert main(["--db", str(path), "demo", "--json"]) == 0
    return path


@pytest.fixture
def own_plan(
    capsys: pytest.CaptureFixture[str],
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Commands:
    """A way to run commands on a copy of the sample plan, on a fixed day, as one person."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-01-31")
    monkeypatch.setenv("TRACKER_PARTNERSHIP", "Moray")
    monkeypatch.setenv("TRACKER_ME", "A. Tester")
    copy = tmp_path / "plan.db"
    shutil.copy(sample, copy)
    return Commands(capsys, copy)


@pytest.fixture
def plan_file(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample plan, to be written to."""
    copy = tmp_path / "plan.db"
    shutil.copy(sample, copy)
    return copy
