"""The signal by which a long verb is given up."""

from __future__ import annotations


class Stopped(Exception):  # it is no error: a person has asked for it
    """A person has given up what was being done."""
