"""What the program's exit codes mean; scripts rely on them.

Owns which error leads to which code. Errors themselves are `tracker.errors`.
"""

from __future__ import annotations

from enum import IntEnum

from tracker.errors import StoreError, TrackerError, Unreadable, UsageFault


class Exit(IntEnum):
    """The code with which the program ends."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    DATABASE = 3
    UNREADABLE = 4
    INTERRUPTED = 130


def exit_for(error: TrackerError) -> Exit:
    """Return the exit code that tells an error's kind."""
    if isinstance(error, UsageFault):
        return Exit.USAGE
    if isinstance(error, StoreError):
        return Exit.DATABASE
    return Exit.UNREADABLE if isinstance(error, Unreadable) else Exit.REFUSED
