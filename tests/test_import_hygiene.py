"""What each part loads: light parts stay light, seen from interpreters of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
DATABASE = {"sqlmodel", "sqlalchemy", "alembic", "psycopg"}
SCREENS = {"textual"}
DOCUMENTS = {"docx", "lxml", "pypdfium2", "python_calamine", "xlsxwriter", "tabulate"}
TERMINAL = {"typer", "click", "rich"}

TELL = """
import json, sys
def loaded():
    return {name.split('.')[0] for name in sys.modules}
"""
"""Begins a script: what is loaded, as packages."""


def told_by(script: str) -> Any:  # Any: JSON, compared by each test
    """Return what a script tells on the last line of stderr, run in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{TELL}\n{script}"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return json.loads(done.stderr.splitlines()[-1])


def loaded_by(words: list[str]) -> set[str]:
    """Return the packages that a run of the program loads."""
    script = f"from tui.main import main\nassert main({words!r}) == 0\n"
    return set(told_by(f"{script}json.dump(sorted(loaded()), sys.stderr)"))


def modules(folder: str) -> list[str]:
    """Return the modules of a folder."""
    files = sorted((ROOT / folder).rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def too_heavy(names: list[str], heavy: set[str]) -> dict[str, list[str]]:
    """Return the modules that load what they should not, importing one after the other."""
    script = f"""
import importlib
found = {{}}
for name in {names!r}:
    before = loaded()
    importlib.import_module(name)
    new = (loaded() - before) & {heavy!r}
    if new:
        found[name] = sorted(new)
json.dump(found, sys.stderr)
"""
    found: dict[str, list[str]] = told_by(script)
    return found


def test_the_model_loads_neither_database_nor_terminal() -> None:
    """Rules, readers and reports work wherever Python does; document libraries wait for a paper."""
    light = [name for name in modules("tracker") if name != "tracker.models"]
    heavy = DATABASE | SCREENS | DOCUMENTS | TERMINAL | {"pydantic"}
    assert len(light) > 20
    assert {} == too_heavy(light, heavy)


@pytest.mark.parametrize("folder", ["exports", "tui/cli"])
def test_exports_and_commands_load_what_they_need_when_they_run(folder: str) -> None:
    """Naming the formats, or telling how a command is written, waits for no library."""
    assert {} == too_heavy(modules(folder), DATABASE | SCREENS | DOCUMENTS)


def test_a_module_that_loads_too_much_is_named() -> None:
    """The tables stand on SQLModel, and this test would see it anywhere."""
    assert ["tracker.models"] == list(too_heavy(["tracker.kinds", "tracker.models"], DATABASE))


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["overdue", "--help"]])
def test_help_loads_no_database_screen_or_document_library(words: list[str]) -> None:
    """The first answer that a person sees is quick."""
    assert set() == loaded_by(words) & (DATABASE | SCREENS | DOCUMENTS)


def test_a_timescale_is_read_without_database_or_documents(tmp_path: Path) -> None:
    """A command that needs no plan opens none."""
    words = ["--db", str(tmp_path / "none.db"), "timescale", "June 2021", "--json"]
    assert set() == loaded_by(words) & (DATABASE | SCREENS | DOCUMENTS)
    assert [] == list(tmp_path.iterdir())
