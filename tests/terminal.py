"""Running the installed program with a terminal as its input, and answers typed beforehand."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def typed(
    words: Sequence[str], answers: Sequence[str], *, environ: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run `tracker` and type answers to what it asks.

    Args:
        words: The command line.
        answers: One line for each question, in order.
        environ: Set in addition to the environment.
    """
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    master, slave = pty.openpty()
    try:
        os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
        return subprocess.run(
            [sys.executable, "-m", "tui.main", *words],
            stdin=slave,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **environ},
            timeout=60,
            check=False,
        )
    finally:
        os.close(slave)
        os.close(master)
