"""Posts and bodies in a cell of owners, one by one.

Owns where one owner ends and the next begins. Names stay as printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.document import Line

_POST = (
    r"officers?|managers?|heads?(?: of [\w ]+)?|directors?(?: of [\w ]+)?|leads?|chair"
    r"|vice[- ]chair|nurse|executives?|coordinator|planner|accountant|cfo|co|ceo|cswo"
)
_BODY = (
    r"team|board|group|partners?|partnership|council|committee|ijb|hscp|nhs(?: \w+)?|cosla|sector"
    r"|interface|forum|government"
)
_ENDS_POST = re.compile(rf"\b(?:{_POST})$", re.IGNORECASE)
_ENDS_BODY = re.compile(rf"\b(?:{_BODY})$", re.IGNORECASE)
_HARD = re.compile(r"\s*[;|\n]\s*|\s*/\s*")
_SOFT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)


def split_posts(lines: Sequence[Line]) -> list[str]:
    """Return the owners that lines name.

    A comma or an "and" parts two owners only where a post or a body ends before it and another
    stands after it: `Head of Health and Social Care` is one.
    """
    return [post for line in lines for part in _HARD.split(line.text) for post in _parted(part)]


def _parted(text: str) -> list[str]:
    text = text.strip(" .,")
    for match in _SOFT.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _parts(before, _SOFT.split(after)[0], after, comma="," in match[0]):
            return [before, *_parted(after)]
    return [text] if text else []


def _parts(before: str, first: str, after: str, *, comma: bool) -> bool:
    """Tell whether two owners meet here; a body behind a post and a comma says whose post it is."""
    post = bool(_ENDS_POST.search(before))
    if not after[:1].isupper() or not (post or _ENDS_BODY.search(before)):
        return False
    if _ENDS_POST.search(first) or _ENDS_POST.search(after):
        return True
    return not (comma and post) and bool(_ENDS_BODY.search(first) or _ENDS_BODY.search(after))
