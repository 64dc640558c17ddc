"""Wrapped lines into paragraphs and list items.

Owns the judgement whether a line goes on with the one above it, by the room that was left there.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.cleaning import clean_line
from tracker.readers.document import Line
from tracker.readers.formats.levels import Nest
from tracker.readers.formats.marks import split_bullet, with_ticks
from tracker.readers.formats.typed import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ENDS = re.compile(r"[.;:!?][\"')\]\u2019\u201d]*$")
_HYPHENATED = re.compile(r"\w-$")
_DASHES = frozenset("-\u2013\u2014o>")
_SURE = 0.85
"""Letters differ in width: a line is surely short if it is shorter than this part of a full one."""
_TOLERANCE = 1
_EXCERPT = 60
_LISTED = 2
_WIDE = 40
"""In narrower columns nearly every line is full, so that a full line says nothing."""


class Room(Enum):
    """Whether the first word of a line would have stood at the end of the line above."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


class Written(NamedTuple):
    """One line of a cell or paragraph."""

    text: str
    indent: int = 0
    apart: bool = False
    """Empty lines stand above it, or lines in which only other cells are written."""
    at: int = 0
    """Which line of its table or text it is."""


class Joined(NamedTuple):
    """A paragraph, and the line that it begins with."""

    line: Line
    at: int


def room(above: str, below: str, width: int) -> Room:
    """Tell whether a line was wrapped for want of room, in a column of a width."""
    needed = len(above) + 1 + len(below.split(maxsplit=1)[0])
    if needed <= _SURE * width:
        return Room.YES
    return Room.NO if needed > width else Room.UNSURE


def ends(text: str) -> bool:
    """Tell whether a text ends like a sentence or an item."""
    return bool(_ENDS.search(text))


def shortened(text: str) -> str:
    """Return the beginning of a text, to name it in a message."""
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rsplit(' ', 1)[0]} …"


def is_small(text: str) -> bool:
    """Tell whether a text begins in the middle of a sentence."""
    return text[:1].islower() or text[:1] in ",;)/&"


def cell_lines(written: Sequence[Written], width: int) -> tuple[Line, ...]:
    """Return the paragraphs of a cell."""
    return numbered([joined.line for joined in paragraphs(written, width)])


def uncertain_items(texts: Sequence[str], width: int) -> Iterator[str]:
    """Yield the lines of a list without marks that may begin an item but follow a full line.

    A cell is such a list where several of its lines stop short and the next begins anew.
    """
    if width < _WIDE or any(split_bullet(text).mark for text in texts):
        return
    fresh = [
        (above, below)
        for above, below in pairwise(texts)
        if not ends(above) and not is_small(below)
    ]
    rooms = [room(above, below, width) for above, below in fresh]
    if rooms.count(Room.YES) >= _LISTED:
        yield from (
            below for (_, below), found in zip(fresh, rooms, strict=True) if found is not Room.YES
        )


def paragraphs(written: Iterable[Written], width: int) -> Iterator[Joined]:
    """Join wrapped lines into paragraphs and list items."""
    nest = Nest(_TOLERANCE)
    held: list[Written] = []
    for line in written:
        if held and not _goes_on(held, line, width):
            yield from _joined(held, nest)
            held = []
        held.append(line)
    if held:
        yield from _joined(held, nest)


def begins_item(text: str, above: str) -> bool:
    """Tell whether a line begins with a bullet, and not with the dash of an open sentence."""
    marked = split_bullet(text)
    dashed = marked.mark in _DASHES and is_small(marked.text) and not ends(above)
    return bool(marked.mark) and not dashed


def _goes_on(held: Sequence[Written], line: Written, width: int) -> bool:
    """Tell whether a line goes on with the paragraph above it."""
    above, first = held[-1], held[0]
    if begins_item(line.text, above.text if not split_bullet(first.text).mark else "."):
        return False
    if is_small(line.text) and not (line.apart and ends(above.text)):
        return True
    listed = bool(split_bullet(first.text).mark)
    if listed and not line.apart and line.indent > first.indent + _TOLERANCE:
        return room(above.text, line.text, width) is not Room.YES or not ends(above.text)
    if line.apart:
        return not ends(above.text) and room(above.text, line.text, width) is Room.NO
    return room(above.text, line.text, width) is not Room.YES


def _joined(held: Sequence[Written], nest: Nest) -> Iterator[Joined]:
    marked = split_bullet(held[0].text)
    parts = [marked.text, *(line.text for line in held[1:])]
    glue = ("" if _HYPHENATED.search(part) else " " for part in parts)
    text = "".join(part + between for part, between in zip(parts, glue, strict=True))
    level = nest.level(held[0].indent, marked.rank) if marked.mark else None
    if not marked.mark:
        nest.close()
    cleaned = with_ticks(clean_line(text))
    if cleaned:
        yield Joined(Line(cleaned, level=level), held[0].at)
