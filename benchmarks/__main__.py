"""Every benchmark in turn, each with ratios of two sides measured in one run: python -m benchmarks.

Databases of 155,000 actions are seeded first, which takes minutes; `--keep FOLDER` keeps them for
the next run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("readers", "store", "history", "matching", "comparing", "screens", "opening")
SEEDED = frozenset({"store", "history", "opening"})
"""Those that share databases."""


def main() -> int:
    """Run each benchmark in a process of its own, and return the worst exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, help="a folder for the databases, to use them again")
    codes = []
    with tempfile.TemporaryDirectory() as passing:
        folder = str((parser.parse_args().keep or Path(passing)).absolute())
        for name in NAMES:
            print(f"== {name}", flush=True)
            command = [sys.executable, "-m", f"benchmarks.{name}"]
            command += ["--keep", folder] if name in SEEDED else []
            done = subprocess.run(command, cwd=Path(__file__).parents[1], check=False)
            codes.append(done.returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
