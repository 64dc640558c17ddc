"""Lists that people type: bullets, numbers and letters at the beginning of lines.

Owns what the formats share where a cell holds typed text, and the rule that numbers which follow
one another are a list while a single one may be a code or a heading.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.cleaning import clean_line
from tracker.readers.document import Line
from tracker.readers.formats.levels import Nest
from tracker.readers.formats.marks import split_bullet, split_items, split_number, with_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOLERANCE = 1
_LIST = 2
_PLAIN = re.compile(r"[A-Za-z0-9]{2}[ -=?-~]*")
"""Most cells: one line that begins no list and holds no bullet."""
_NUMBERED = re.compile(r"\(?\w{1,4}[.)]\s")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
"""Roman numbers by their value; counted below zero, so that they are told from letters."""


def typed_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a cell that holds nothing but typed text."""
    if _PLAIN.fullmatch(text):
        return (Line(clean_line(text)),)
    nest = Nest(_TOLERANCE)
    lines: list[Line] = []
    for part in text.splitlines():
        indent = len(part) - len(part.lstrip())
        for piece in split_items(part):
            marked = split_bullet(piece.strip())
            cleaned = with_ticks(clean_line(marked.text))
            level = nest.level(indent, marked.rank) if marked.mark else None
            if cleaned:
                lines.append(Line(cleaned, level=level))
    return numbered(lines)


def numbered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Take typed numbers and letters off the lines of a cell that holds a typed list.

    A number begins an item if another one typed in the cell follows on from it, or comes before.
    """
    if len(lines) < _LIST or not any(_NUMBERED.match(line.text) for line in lines):
        return tuple(lines)
    split = {
        at: split_number(line.text)
        for at, line in enumerate(lines)
        if line.level is None and line.heading is None and not line.mark
    }
    counts = {at: _counts(marked.mark) for at, marked in split.items() if marked.mark}
    listed = {
        at
        for at, own in counts.items()
        if any(_is_next(own, other) or _is_next(other, own) for other in counts.values())
    }
    ranks = sorted({split[at].rank for at in listed})
    found: list[Line] = []
    above = -1
    for at, line in enumerate(lines):
        if at in listed:
            text, mark, rank = split[at]
            found.append(replace(line, text=text, mark=mark, level=above + 1 + ranks.index(rank)))
            continue
        above = line.level if line.level is not None else above
        found.append(line)
    return tuple(found)


def _counts(mark: str) -> tuple[int, ...]:
    """Return what a number or letter may count: `i` is the first Roman number or ninth letter."""
    bare = mark.strip("().")
    if bare.isdecimal():
        return (int(bare),)
    letter = (ord(bare) - ord("a") + 1,) if len(bare) == 1 else ()
    return (*letter, -_ROMAN.index(bare)) if bare in _ROMAN else letter


def _is_next(count: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return any(abs(b) == abs(a) + 1 and (a < 0) == (b < 0) for a in count for b in other)
