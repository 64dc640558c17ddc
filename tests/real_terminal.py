"""The installed program in a real terminal: keys go in, and what it draws is read back.

Owns a terminal just good enough for what Textual writes: text, moves of the cursor, clearing.
Colours are passed over; what is tested with it is what a person reads.
"""

from __future__ import annotations

import codecs
import os
import re
import select
import struct
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Self

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 60.0
"""Seconds after which a program that does not show something is a failure."""
PROGRAM = Path(sys.executable).with_name("tracker")
"""The console script that the installation made."""
KEYS = {"enter": "\r", "escape": "\x1b", "down": "\x1b[B", "tab": "\t", "ctrl+s": "\x13"}
PARTS = re.compile(
    r"\x1b\[(?P<held>[?<>=]?)(?P<numbers>[\d;:]*)[ -/]*(?P<last>[@-~])"
    r"|\x1b[\]P_^X].*?(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-~]"
    r"|(?P<text>[^\x1b])",
    re.DOTALL,
)
BEGUN = re.compile(r"\x1b(\[[?<>=]?[\d;:]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
"""A command to the terminal of which the end has not come yet."""


class Drawing:
    """What a terminal of a size shows."""

    def __init__(self, columns: int, lines: int) -> None:
        self.size = columns, lines
        self.cells = [[" "] * columns for _ in range(lines)]
        self.at = [0, 0]
        self.rest = ""

    @property
    def text(self) -> str:
        """The lines as a person reads them."""
        return "\n".join("".join(line).rstrip() for line in self.cells)

    def take(self, written: str) -> None:
        """Draw what a program has written."""
        whole = self.rest + written
        begun = BEGUN.search(whole)
        self.rest = whole[begun.start() :] if begun else ""
        for part in PARTS.finditer(whole.removesuffix(self.rest) if self.rest else whole):
            if part["text"]:
                self._put(part["text"])
            elif part["last"] and not part["held"]:
                self._obey(
                    part["last"], [int(n) for n in part["numbers"].split(";") if n.isdigit()]
                )

    def _obey(self, command: str, numbers: list[int]) -> None:
        if command in "Hf":
            line, column = (*numbers, 1, 1)[:2] if numbers else (1, 1)
            self.at = [column - 1, line - 1]
        elif command == "J":
            self.cells = [[" "] * self.size[0] for _ in range(self.size[1])]

    def _put(self, letter: str) -> None:
        column, line = self.at
        width = cell_len(letter)
        if letter == "\n":
            self.at = [0, line + 1]
        elif letter == "\r":
            self.at = [0, line]
        elif width and line < self.size[1] and column + width <= self.size[0]:
            self.cells[line][column : column + width] = [letter, *[""] * (width - 1)]
            self.at = [column + width, line]


class RealTerminal:
    """The program on a pseudo-terminal.

    Args:
        words: The command line, after the program's name.
        environ: Set in addition to the environment.
        size: Columns and lines.
    """

    def __init__(
        self,
        words: Sequence[str],
        *,
        environ: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
    ) -> None:
        self._pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
        self._words = [str(PROGRAM), *words]
        self._environ = {**os.environ, "TERM": "xterm-256color", **environ}
        self._drawing = Drawing(*size)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def __enter__(self) -> Self:
        """Start the program."""
        import fcntl
        import termios

        self._master, slave = self._pty.openpty()
        columns, lines = self._drawing.size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._process = subprocess.Popen(
            self._words,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=self._environ,
            start_new_session=True,
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, where it has not been left."""
        self._process.kill()
        self._process.wait()
        if self._master >= 0:
            os.close(self._master)

    def hang_up(self) -> None:
        """Take the terminal away, as a window that is closed does, and wait for the program to end.

        No signal tells it: what held the terminal may be gone as well.
        """
        os.close(self._master)
        self._master = -1
        try:
            self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            pytest.fail("the program goes on without its terminal")

    def press(self, *keys: str) -> None:
        """Press keys, or type a text, one after the other."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def sees(self, *wanted: str) -> str:
        """Wait until all of some texts are drawn, and return what is drawn then."""
        end = monotonic() + PATIENCE
        while not all(text in self._drawing.text for text in wanted):
            if monotonic() > end or not self._read():
                pytest.fail(f"{wanted} is not on the screen:\n{self._drawing.text}")
        return self._drawing.text

    def _read(self) -> bool:
        """Draw what has come; tell whether more can come."""
        if select.select([self._master], [], [], 0.5)[0]:
            try:
                written = os.read(self._master, 65536)
            except OSError:  # Linux says so once the program has gone.
                return False
            self._drawing.take(self._decoder.decode(written))
            return bool(written)
        return True

    def left(self) -> int:
        """Wait until the program has ended, and return its exit code."""
        end = monotonic() + PATIENCE
        while self._read():
            if monotonic() > end:
                pytest.fail(f"the program does not end:\n{self._drawing.text}")
        return self._process.wait(timeout=PATIENCE)
