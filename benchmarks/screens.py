"""How fast lists answer, as ratios of two sides measured in one run: python -m benchmarks.screens.

Starts small apps on a pseudo-terminal of 160 by 45 and presses keys as a person would, one after
the repaint of the one before. Printed is the time from a key to the end of the frame that shows the
row it leads to:
  - our list with 10,000 and with 155,000 rows against Textual's DataTable with 10,000,
  - the whole screen of actions, detail and all, of a plan with 10,000, against the same table,
  - the first frame of those apps, and of one with a single label.
The store is loaded only where it is used, so that the small apps start as small ones do. Sides are
measured in turn, several rounds, so that all meet the same machine.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App

SIZE = (45, 160)
SIDES = (("table", 10_000), ("rows", 10_000), ("rows", 155_000))
WHOLE = ("app", 10_000)
NAMES = {"table": "DataTable", "rows": "our list", "app": "the screen of actions"}
FRAME_END = b"\x1b[?2026l"
SYNC_ASKED, SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
KEYS = {"down": b"\x1b[B", "page down": b"\x1b[6~"}
PAGES = {"table": SIZE[0] - 1, "rows": SIZE[0] - 2, "app": SIZE[0] - 6}
"""How far a page goes: the table's leaves no line of the one before in view."""
PATIENCE = 20.0
"""Seconds after which an app that does not answer is a failure."""


def cells(number: int) -> tuple[str, ...]:
    """Return an invented action of seven cells."""
    return (
        f"#{number:06}",
        f"Agree with partners who leads part {number} of the shared plan, and report it",
        f"Head of Service {number % 12}",
        f"December {2020 + number % 5}",
        f"{1 + number % 28} Dec {2020 + number % 5}",
        f"{number % 400} days late",
        "in progress",
    )


HEADINGS = ("Ref", "Improvement action", "Owner", "Timescale", "Due", "When", "Status")
WIDTHS = (8, 60, 20, 16, 12, 14, 12)


def table_app(count: int) -> App[None]:
    """Return an app with Textual's own table."""
    from textual.app import App, ComposeResult
    from textual.widgets import DataTable

    class TableApp(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable(cursor_type="row")

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            for heading, width in zip(HEADINGS, WIDTHS, strict=True):
                table.add_column(heading, width=width)
            table.add_rows(cells(number) for number in range(count))

    return TableApp()


def rows_app(count: int) -> App[None]:
    """Return an app with our list."""
    from textual.app import App, ComposeResult

    from tracker.report import Cell
    from tui.widgets.fitting import Width
    from tui.widgets.row_lines import RowColumn
    from tui.widgets.rows import Rows

    def column(place: int) -> RowColumn[int]:
        return RowColumn(
            HEADINGS[place],
            HEADINGS[place],
            lambda number: Cell(cells(number)[place]),
            Width(WIDTHS[place], share=place == 1),
        )

    class RowsApp(App[None]):
        def compose(self) -> ComposeResult:
            yield Rows([column(place) for place in range(len(HEADINGS))], identity=int)

        def on_mount(self) -> None:
            self.query_one(Rows).show(range(count))

    return RowsApp()


def label_app() -> App[None]:
    """Return an app with one label."""
    from textual.app import App, ComposeResult
    from textual.widgets import Label

    class LabelApp(App[None]):
        def compose(self) -> ComposeResult:
            yield Label("#000000")

    return LabelApp()


@dataclass
class Terminal:
    """A program on a pseudo-terminal, and what it has written since it was last asked."""

    words: list[str]
    held: bytes = b""
    master: int = -1
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        """Start the program."""
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        environ = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environ.pop("NO_COLOR", None)
        self.process = subprocess.Popen(
            self.words, stdin=slave, stdout=slave, stderr=slave, env=environ, start_new_session=True
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)

    def press(self, key: bytes) -> None:
        """Forget what was written so far, and send a key."""
        self.held = b""
        os.write(self.master, key)

    def wait_for(self, *wanted: bytes) -> float:
        """Return the moment at which a frame with one of these texts was whole."""
        end = perf_counter() + PATIENCE
        asked = False
        while perf_counter() < end:
            if select.select([self.master], [], [], 0.5)[0]:
                self.held += os.read(self.master, 65536)
            if SYNC_ASKED in self.held and not asked:
                os.write(self.master, SYNC_ANSWER)
                asked = True
            found = max(self.held.rfind(text) for text in wanted)
            if found >= 0 and (not asked or self.held.find(FRAME_END, found) >= 0):
                return perf_counter()
        raise SystemExit(f"no frame with {wanted!r}: {self.held[-400:]!r}")

    def settle(self) -> None:
        """Read until nothing more comes."""
        while select.select([self.master], [], [], 0.25)[0]:
            self.held += os.read(self.master, 65536)


def stored_plan(count: int) -> Path:
    """Return a database with one plan of so many actions, kept for the length of this run."""
    from benchmarks.store import paper, store

    file = Path(tempfile.gettempdir()) / f"tracker-screens-{os.getpid()}-{count}.db"
    if not file.exists():
        store(file, paper(count), "Partnership", 2021)
    return file


def child(kind: str, count: int) -> list[str]:
    """Return the command of an app."""
    if kind == "app":
        return [sys.executable, "-m", "tui.main", "--db", str(stored_plan(count))]
    return [sys.executable, "-m", "benchmarks.screens", "--app", kind, "--count", str(count)]


def presses(kind: str, count: int, name: str, times: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield keys, and the text that the row under the cursor then shows."""
    from benchmarks.store import FRAMEWORK

    step = 1 if name == "down" else PAGES[kind]
    share = count // len(FRAMEWORK.proposals)
    for number in range(1, times + 1):
        place = number * step
        proposal, rank = divmod(place, share or 1)
        ref = f"{FRAMEWORK.proposals[proposal % len(FRAMEWORK.proposals)].code}/{rank + 1} "
        yield KEYS[name], (ref if kind == "app" else f"#{place:06}").encode()


def answering(kind: str, count: int, key: str, times: int) -> list[float]:
    """Return the seconds from each key to its repaint."""
    taken = []
    with Terminal(child(kind, count)) as terminal:
        if kind == "app":
            terminal.wait_for(b"(agreed)")
            terminal.settle()
            terminal.press(b"a")
            terminal.wait_for(f"{count:,} actions".encode())
        else:
            terminal.wait_for(b"#000000")
        terminal.settle()
        for sent, shown in presses(kind, count, key, times):
            start = perf_counter()
            terminal.press(sent)
            taken.append(terminal.wait_for(shown) - start)
            # A person pauses; a key that meets the work of the one before would measure both.
            sleep(0.03)
    return taken


def first_frame(kind: str, count: int) -> float:
    """Return the seconds from the start of an app to its first whole frame."""
    start = perf_counter()
    with Terminal(child(kind, count)) as terminal:
        return terminal.wait_for(b"#000000") - start


def compare_keys(key: str, rounds: int, times: int) -> None:
    """Print how fast each side answers a key."""
    sides = (*SIDES, WHOLE)
    taken: dict[tuple[str, int], list[float]] = {side: [] for side in sides}
    for _ in range(rounds):
        for side in sides:
            taken[side] += answering(*side, key, times)
    theirs = taken[SIDES[0]]
    for side in sides[1:]:
        mine = taken[side]
        middle = (median(mine), median(theirs))
        slow = (quantiles(mine, n=100)[98], quantiles(theirs, n=100)[98])
        for name, (ours, other) in (("p50", middle), ("p99", slow)):
            print(
                f"{key}, {NAMES[side[0]]} with {side[1]:,} / DataTable of {SIDES[0][1]:,}, {name}: "
                f"{ours * 1000:.1f} / {other * 1000:.1f} ms = {ours / other:.2f}",
                flush=True,
            )


def compare_starts(rounds: int) -> None:
    """Print how soon each app shows something."""
    sides = (("label", 0), *SIDES)
    taken = [[first_frame(*side) for side in sides] for _ in range(rounds)]
    best = [min(one) for one in zip(*taken, strict=True)]
    for (kind, count), mine in zip(sides[1:], best[1:], strict=True):
        told = f"first frame, {NAMES[kind]} with {count:,} / an app with one label"
        print(f"{told}: {mine * 1000:.0f} / {best[0] * 1000:.0f} ms = {mine / best[0]:.2f}")


def main() -> None:
    """Run everything, or be one of the apps."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each side is measured")
    parser.add_argument("--keys", type=int, default=120, help="how many keys in each round")
    parser.add_argument("--app", choices=("table", "rows", "label"), help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.app:
        apps = {"table": table_app, "rows": rows_app, "label": lambda _: label_app()}
        apps[asked.app](asked.count).run()
        return
    try:
        for key in KEYS:
            compare_keys(key, asked.rounds, asked.keys)
    finally:
        for file in Path(tempfile.gettempdir()).glob(f"tracker-screens-{os.getpid()}-*"):
            file.unlink()
    compare_starts(asked.rounds)


if __name__ == "__main__":
    main()
