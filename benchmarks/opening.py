"""How soon the application is there, measured in one run: python -m benchmarks.opening.

Opens the installed program on a database of 155,000 actions (seeded first, which takes minutes;
`--keep FOLDER` keeps it for the next run), and prints
  - its first frame against that of a Textual app with one label,
  - how long after that Home has its numbers.
Both run on a pseudo-terminal of 160 by 45, in turn, and the best of several rounds counts.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.screens import Terminal
from benchmarks.store import AS_AT, seed, tell

OURS, THEIRS = b"Home", b"#000000"
"""What the first frame of either holds."""
NUMBERS = b"actions in all"
"""What Home shows once it has counted."""


def label() -> float:
    """Return the seconds to the first frame of an app with one label."""
    start = perf_counter()
    with Terminal([sys.executable, "-m", "benchmarks.label"]) as terminal:
        return terminal.wait_for(THEIRS) - start


def ours(file: Path) -> tuple[float, float]:
    """Return the seconds to our first frame, and from there to the numbers of Home."""
    program = str(Path(sys.executable).with_name("tracker"))
    start = perf_counter()
    with Terminal([program, "--db", str(file), "--partnership", "Partnership 17"]) as terminal:
        first = terminal.wait_for(OURS)
        return first - start, terminal.wait_for(NUMBERS) - first


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, help="a folder for the database, to use it again")
    parser.add_argument("--rounds", type=int, default=7, help="how often each side is measured")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        seed(folder / "large.db", 20)
        os.environ["TRACKER_TODAY"] = str(AS_AT)
        os.environ["TRACKER_SETTINGS"] = str(Path(passing) / "settings.toml")
        rounds = [(label(), *ours(folder / "large.db")) for _ in range(asked.rounds)]
    theirs, first, numbers = (min(side) for side in zip(*rounds, strict=True))
    tell("first frame, 155,000 actions held / an app with one label (aim 1.5)", first, theirs)
    print(f"Home's numbers after the first frame: {numbers * 1000:.0f} ms (aim 1000)")


if __name__ == "__main__":
    main()
