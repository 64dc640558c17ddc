"""The name of a partnership in a title or in the row that is meant for it.

Owns what is taken off a name (board, partnership, city of) and which words are no name. A title
that names nobody gives none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.columns import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_BODY = (
    r"(?i:integration joint board|integrated joint board|ijb|integration authority"
    r"|health (?:and|&) social care partnership|hscp|h&scp|partnership)"
)
_PROPER = r"(?:[A-Z][\w'-]+|and|&|of|the)"
_BEFORE_BODY = re.compile(rf"(?P<name>{_PROPER}(?:\s+{_PROPER}){{0,6}}?)\s+\(?{_BODY}\b")
_BEHIND_CARE = re.compile(
    r"(?i:\bhealth (?:and|&) social care) (?P<name>(?!Partnership|Integration|Service|Scotland)"
    r"[A-Z][\w'-]+(?:\s+(?:[A-Z][\w'-]+|and|&|of)){0,4})"
)
_JOINING = frozenset(("and", "&", "of", "the", "for", "by"))
_NO_NAME = re.compile(
    r"\b(?:chair|vice|chief|officer|officers|member|members|board|each|every|this|our|new"
    r"|local|national|integrated|integration|council|health|social|care|report|plan"
    r"|paper|draft|update|progress|review|annual|improvement|action|self|evaluation"
    r"|assessment|msg|group|meeting|director)\b"
)
"""Words of titles that are part of no partnership's name."""


def short_name(text: str) -> str:
    """Return a name without the words for what it is: a place, as people call it."""
    text = " ".join(text.split()).strip(" .,:")
    behind = _BEHIND_CARE.search(text)
    if behind:
        return _trimmed(behind["name"])
    bare = re.sub(rf"\s*\(?\b{_BODY}\)?|\([^)]*\)", " ", text)
    return _trimmed(bare) or text


def name_in_titles(titles: Sequence[str]) -> str | None:
    """Return the partnership that the first title to name one names."""
    for pattern in (_BEFORE_BODY, _BEHIND_CARE):
        for title in titles:
            line = _titled(title)
            for match in pattern.finditer(line):
                name = _last_name(match["name"])
                if name:
                    return name
    return None


def _titled(text: str) -> str:
    """Return a title in capitals with small letters, so that its names can be told."""
    if not text.isupper():
        return text
    small = {word: word.casefold() for word in ("And", "Of", "The", "For", "By")}
    return " ".join(small.get(word, word) for word in text.title().split())


def _last_name(text: str) -> str | None:
    """Return the name at the end of some capitalised words, without the title before it."""
    words = text.split()
    for place in range(len(words) - 1, -1, -1):
        if _NO_NAME.search(fold(words[place])):
            words = words[place + 1 :]
            break
    return _trimmed(" ".join(words)) or None


def _trimmed(name: str) -> str:
    words = name.split()
    while words and words[0].casefold() in _JOINING:
        words = words[1:]
    while words and words[-1].casefold() in _JOINING:
        words = words[:-1]
    return re.sub(r"(?i)^city of\s+", "", " ".join(words)).strip(" .,:()")
