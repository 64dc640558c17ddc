"""Text on its way in: no character that a database or a screen could trip over.

Owns what is taken out: NUL, lone surrogates and control characters other than line breaks and
tabs. Wording is never changed otherwise.
"""

from __future__ import annotations

import re

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return text that every engine keeps as it is."""
    return _UNWANTED.sub("", text).strip()


def clean_line(text: str) -> str:
    """Return text on one line, for names and labels."""
    return " ".join(clean_text(text).split())
