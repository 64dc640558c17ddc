"""Text on its way in: cleaned, and nothing where nothing is left.

Owns that nothing empty is stored. What cleaning takes out is `tracker.cleaning`.
"""

from __future__ import annotations

from tracker.cleaning import clean, clean_line


def words(text: str | None) -> str | None:
    """Return text without what is no text and without space around it; None where none is left."""
    return clean(text).strip() or None if text else None


def line(text: str | None) -> str | None:
    """Return text on one line; None where none is left."""
    return clean_line(text) or None if text else None
