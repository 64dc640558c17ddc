"""The wheel: exactly the four packages with their data, and a console script."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("tracker", "db", "exports", "tui")


@pytest.fixture(scope="module")
def wheel() -> zipfile.ZipFile:
    """The wheel that TRACKER_WHEEL names; `.ci/run` builds it."""
    named = os.environ.get("TRACKER_WHEEL")
    if not named:
        pytest.skip("TRACKER_WHEEL names no wheel")
    return zipfile.ZipFile(named)


def test_the_wheel_holds_every_file_of_the_four_packages_and_no_other(
    wheel: zipfile.ZipFile,
) -> None:
    """Frameworks, demo data, style sheets and templates come along; tests and tools do not."""
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    there = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert there == held
    assert "tracker/frameworks/msg-2019.toml" in held


def test_nothing_in_the_wheel_is_named_tests(wheel: zipfile.ZipFile) -> None:
    """Installing the program never puts a package of tests beside it."""
    assert [] == [name for name in wheel.namelist() if "test" in name.lower()]


def test_the_wheel_brings_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    """One console script, `tracker`; the licence lies in the metadata."""
    (entries,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert ["[console_scripts]", "tracker = tui.main:main"] == wheel.read(entries).decode().split(
        "\n"
    )[:2]
    assert any(name.endswith("LICENSE") for name in wheel.namelist())
