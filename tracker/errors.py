"""What the program refuses, told so that a person can act on it.

Owns the few kinds of error that callers treat differently. What is wrong inside a paper or a plan
is not an error but a `Problem` (see `drafts`), collected and shown with the rest.
"""

from __future__ import annotations


class TrackerError(Exception):
    """Something that cannot be done: the thing and the reason, then the next step.

    Args:
        message: What is wrong, naming the thing.
        hint: What to do next; may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotFound(TrackerError):
    """A named thing is not held."""


class Refused(TrackerError):
    """A rule forbids it, or it needs more said."""


class Ambiguous(TrackerError):
    """Several things fit what was named."""


class UsageFault(TrackerError):
    """The words of the command cannot be understood."""


class Unreadable(TrackerError):
    """A document cannot be read at all."""


class StoreError(TrackerError):
    """The database cannot be opened, read or written."""
