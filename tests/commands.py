"""Running commands as a user does, in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # Any: the shape is what the tests look at
        """The JSON document on standard output."""
        return json.loads(self.out)


class Commands:
    """Runs commands on one database file."""

    def __init__(self, capsys: pytest.CaptureFixture[str], database: str | Path) -> None:
        self._capsys = capsys
        self.database = str(database)

    def __call__(self, *words: str | Path) -> Ran:
        """Run a command and return its code and streams."""
        self._capsys.readouterr()
        code = main(["--db", self.database, *(str(word) for word in words)])
        streams = self._capsys.readouterr()
        return Ran(int(code), streams.out, streams.err)

    def done(self, *words: str | Path) -> Ran:
        """Run a command that must succeed."""
        ran = self(*words)
        assert ran.code == 0, ran.err
        return ran
