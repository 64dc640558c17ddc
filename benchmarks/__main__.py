"""Every benchmark in turn, each with ratios of two sides measured in one run: python -m benchmarks.

The first run seeds databases of 155,000 actions, which takes minutes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NAMES = ("readers", "store", "history", "matching")


def main() -> int:
    """Run each benchmark in a process of its own, and return the worst exit code."""
    codes = []
    for name in NAMES:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        codes.append(subprocess.run(command, cwd=Path(__file__).parents[1], check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
