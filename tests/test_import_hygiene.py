"""What each part loads: light parts stay light, seen from interpreters of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATABASE = {"sqlmodel", "sqlalchemy", "alembic", "psycopg"}
SCREENS = {"textual"}
DOCUMENTS = {"docx", "lxml", "pypdfium2", "python_calamine", "xlsxwriter", "tabulate"}
TERMINAL = {"typer", "click", "rich"}

TELL = (
    "import json, sys; json.dump(sorted({name.split('.')[0] for name in sys.modules}), sys.stderr)"
)
"""Ends a script: the packages that it has loaded, on stderr."""


def loaded_by(script: str) -> set[str]:
    """Return the packages that a script loads in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{script}\n{TELL}"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def modules(folder: str, *, apart: tuple[str, ...] = ()) -> list[str]:
    """Return the modules of a folder, but for those that begin with one of the names."""
    found = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in sorted((ROOT / folder).rglob("*.py"))
    ]
    return [name for name in found if not name.startswith(apart) and "__init__" not in name]


@pytest.mark.parametrize("module", modules("tracker", apart=("tracker.models",)))
def test_the_model_loads_neither_database_nor_terminal(module: str) -> None:
    """Rules, readers and reports work wherever Python does; document libraries wait for a paper."""
    heavy = DATABASE | SCREENS | DOCUMENTS | TERMINAL | {"pydantic"}
    assert set() == loaded_by(f"import {module}") & heavy


@pytest.mark.parametrize("module", modules("exports"))
def test_exports_load_their_libraries_when_they_write(module: str) -> None:
    """Naming the formats costs nothing."""
    assert set() == loaded_by(f"import {module}") & (DATABASE | SCREENS | DOCUMENTS)


@pytest.mark.parametrize("module", modules("tui/cli"))
def test_commands_load_the_store_when_they_run(module: str) -> None:
    """Help for a command does not wait for a database library."""
    assert set() == loaded_by(f"import {module}") & (DATABASE | SCREENS | DOCUMENTS)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["overdue", "--help"]])
def test_help_loads_no_database_screen_or_document_library(words: list[str]) -> None:
    """The first answer that a person sees is quick."""
    script = f"from tui.main import main\nassert main({words!r}) == 0"
    assert set() == loaded_by(script) & (DATABASE | SCREENS | DOCUMENTS)


def test_a_timescale_is_read_without_database_or_documents(tmp_path: Path) -> None:
    """A command that needs no plan opens none."""
    script = (
        f"import os\nos.environ['TRACKER_DB'] = {str(tmp_path / 'none.db')!r}\n"
        "from tui.main import main\nassert main(['timescale', 'June 2021', '--json']) == 0"
    )
    assert set() == loaded_by(script) & (DATABASE | SCREENS | DOCUMENTS)
    assert not list(tmp_path.iterdir())
