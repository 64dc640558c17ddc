"""The README tells the truth: every command and option is in it, and its examples run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.core import TyperGroup, TyperOption

from exports.formats import FORMATS
from tests.terminal import typed
from tui.cli.app import app
from tui.cli.common import Show
from tui.keys import key_table
from tui.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
EXAMPLES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("tracker ") and line != "tracker setup"
]
ELSEWHERE = {"import", "link", "unlink"}
"""Commands whose examples need papers that the sample plan does not hold."""
SHARED = {
    "--help",
    "--format",
    "--output",
    "--force",
    "--json",
    "--as-at",
    "--cycle",
    "--on",
    "--known-on",
}
"""Told once in the README, not for each command."""


def commands() -> Iterator[tuple[str, Any]]:  # Any: Typer does not name its command's class
    """Yield every command by the words that call it."""

    def walk(command: Any, words: str) -> Iterator[tuple[str, Any]]:
        if isinstance(command, TyperGroup):
            for name, inner in command.commands.items():
                yield from walk(inner, f"{words} {name}".strip())
        else:
            yield words, command

    yield from walk(typer.main.get_command(app), "")


@pytest.mark.parametrize(("words", "command"), list(commands()))
def test_every_command_and_option_is_in_the_reference(words: str, command: Any) -> None:
    """A command's row names its own options; each has help."""
    row = next((line for line in README.splitlines() if line.startswith(f"| `{words}")), "")
    assert row, f"{words} has no row in the README"
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, TyperOption):
            name = parameter.opts[0]
            assert name in SHARED or f"`{name}" in row, f"{words}: {name}"
            assert parameter.help


def test_every_format_is_in_the_reference() -> None:
    """What lists go out as is told, and commands take each."""
    assert "|".join(["table", *FORMATS]) in README
    assert ["table", *FORMATS] == list(Show)


def test_the_keys_in_the_readme_are_those_of_the_application() -> None:
    """The table is written by docs/write_keys.py from the table of commands."""
    assert "\n".join(["<!-- keys -->", *key_table(), "<!-- /keys -->"]) in README


@pytest.fixture(scope="module")
def plan(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample plan that the examples change one after another."""
    return Path(shutil.copy(sample, tmp_path_factory.mktemp("readme") / "plan.db"))


@pytest.mark.parametrize("line", [line for line in EXAMPLES if not ELSEWHERE & set(line.split())])
def test_every_example_runs(line: str, plan: Path, tmp_path: Path) -> None:
    """What the README shows works as it stands, on the sample plan; a question gets a yes.

    Imports, questions and links between two papers are tested by themselves.
    """
    words = shlex.split(line.replace("--db demo", f"--db {shlex.quote(str(plan))}"))[1:]
    if "--output" in words:
        place = words.index("--output") + 1
        words[place] = str(tmp_path / words[place])
    if "--where-owner" in words:
        main(["--db", str(plan), "--partnership", "Moray", "setup", "--accept"])
    environ = {
        "TRACKER_DB": str(plan),
        "TRACKER_PARTNERSHIP": "Moray",
        "TRACKER_TODAY": "2022-01-31",
    }
    ran = typed(words, ["y"], environ=environ)
    assert 0 == ran.returncode, ran.stderr


def test_the_readme_has_examples() -> None:
    """An empty list of examples would pass in silence."""
    assert len(EXAMPLES) > 15
