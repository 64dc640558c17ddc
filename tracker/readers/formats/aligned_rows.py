"""Which lines of a band form one row.

Owns weighing what each column shows at a line: text that begins where nothing stood, that begins
anew after a gap, or that goes on. Where the signs are few the lines stay one row and it is told.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.aligned_cells import place
from tracker.readers.formats.aligned_lines import MARK
from tracker.readers.formats.aligned_text import Room, ends, is_small, room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.readers.formats.aligned_bands import Band
    from tracker.readers.formats.aligned_cells import Placed
    from tracker.readers.formats.aligned_columns import Span
    from tracker.readers.formats.aligned_lines import Laid

_CODED = re.compile(
    r"\(?\d{1,2}(?:\.\d{1,2}(?:\.\d{1,2})?|\([ivx]+\)|[.:)])[:.)]?(?:\s|$)|\(?[ivx]{1,4}\)(?:\s|$)"
)
_NUMBER = re.compile(r"\d{1,3}")
_ENOUGH = 4
_DOUBTFUL = 2
_NAMELESS = 8
_COVERED = 10
_ENDLESS = 1000
_REGULAR = 3
_EMPTY_LINE = 3
_FULL_ROW = 5
"""The more cells begin with a capital in one line, the less each must speak for a new row."""
_WIDE_ROW = 4
_LEARNED = 6
"""Lines right below another from which a column's longest one tells how wide it is."""


class Sign(IntEnum):
    """How much a column at a line speaks for a new row, in halves."""

    GOES_ON = -6
    FULL = -1
    UNSURE = 0
    POSSIBLE = 1
    NEW = 2
    RESUMES = 3
    RESTARTS = 4
    OPENS = 5
    CODED = 8


@dataclass(frozen=True, slots=True)
class Placement:
    """A line and where its pieces stand."""

    line: Laid
    pieces: tuple[Placed, ...]
    texts: Mapping[int, str]
    """The text that stands in each single column."""

    @property
    def is_across(self) -> bool:
        """Whether one text runs over several columns."""
        return any(first != last and not piece.is_mark for piece, first, last in self.pieces)


@dataclass(slots=True)
class Group:
    """The lines of one row."""

    lines: list[Placement] = field(default_factory=list)
    doubts: list[Laid] = field(default_factory=list)
    """Lines at which another row may begin."""


@dataclass(frozen=True, slots=True)
class _Last:
    """The last text of a column in the open row."""

    at: int
    text: str


class _Width(NamedTuple):
    """How much a line of a column may hold."""

    width: int
    """The longest line that it holds."""
    available: int
    """Up to the next column."""
    learned: bool
    """So many of its lines stand right below another that the longest one is hardly short."""


def widths_of(placements: Sequence[Placement], columns: Sequence[Span]) -> list[int]:
    """Return how long the longest line of each column is."""
    widths = [1] * len(columns)
    for placement in placements:
        for column, text in placement.texts.items():
            widths[column] = max(widths[column], len(text))
    return widths


def placements_of(band: Band) -> list[Placement]:
    """Return the lines of a band with their columns."""
    return [placement_of(line, place(line, band)) for line in band.lines]


def placement_of(line: Laid, pieces: Iterable[Placed]) -> Placement:
    """Return a line with its pieces, those of one column as one text."""
    pieces = tuple(pieces)
    texts: dict[int, str] = {}
    for piece, first, last in pieces:
        if first == last:
            texts[first] = f"{texts[first]} {piece.text}" if first in texts else piece.text
    return Placement(line, pieces, texts)


def groups(
    placements: Sequence[Placement],
    widths: Sequence[int],
    columns: Sequence[Span],
    *,
    headed: bool,
) -> list[Group]:
    """Return the rows of a band.

    Args:
        placements: Its lines.
        widths: How long the longest line of each column is.
        columns: Where the columns stand.
        headed: It begins a table, so that a first row with all of its cells is a head.
    """
    found: list[Group] = []
    last: dict[int, _Last] = {}
    numbered = sum(bool(_CODED.match(p.texts.get(0, ""))) for p in placements) >= _REGULAR
    coded, below = _is_coded(placements), _next_texts(placements)
    column_widths = _column_widths(placements, widths, columns)
    for at, placement in enumerate(placements):
        signs = {
            column: _sign(last.get(column), at, text, column_widths[column])
            for column, text in placement.texts.items()
        }
        if coded and 0 in signs:
            signs[0] = Sign.CODED if _is_code(placement.texts[0], coded) else Sign.GOES_ON
        across = placement.is_across or (at > 0 and placements[at - 1].is_across)
        still_open = any(
            _is_open(one.text, below[at].get(column, "")) for column, one in last.items()
        )
        verdict = _verdict(signs, placement, coded=bool(coded), still_open=still_open)
        if len(signs) == len(columns) == len(last) and _all_anew(signs, verdict):
            verdict = _ENOUGH
        below_head = headed and len(found) == 1 and len(last) == len(columns)
        clear = len(signs) > 2 or verdict >= _DOUBTFUL
        if below_head and clear and Sign.GOES_ON not in signs.values() and 0 in signs:
            verdict = _ENOUGH
        if verdict >= _DOUBTFUL and set(signs) == {0} and numbered and _before_code(placements, at):
            verdict = _ENOUGH
        if not found or across or verdict >= _ENOUGH:
            found.append(Group())
            last = {}
        elif verdict >= _DOUBTFUL or _ended_alone(signs, last):
            found[-1].doubts.append(placement.line)
        found[-1].lines.append(placement)
        last |= {column: _Last(at, text) for column, text in placement.texts.items()}
    return found


def _all_anew(signs: Mapping[int, Sign], verdict: int) -> bool:
    """Tell whether a line in which every column goes on being filled is a row of its own."""
    if Sign.GOES_ON in signs.values():
        return False
    needed = _FULL_ROW - len(signs) - (Sign.FULL not in signs.values())
    return len(signs) >= _WIDE_ROW or verdict >= needed


def _ended_alone(signs: Mapping[int, Sign], last: Mapping[int, _Last]) -> bool:
    """Tell whether only the first column goes on, and with a new sentence."""
    return set(signs) == {0} and signs[0] >= Sign.POSSIBLE and 0 in last and ends(last[0].text)


def _before_code(placements: Sequence[Placement], at: int) -> bool:
    """Tell whether a line stands above a row that begins with a code, as a section's name."""
    after = placements[at + 1] if at + 1 < len(placements) else None
    return after is not None and bool(_CODED.match(after.texts.get(0, "")))


def _is_open(text: str, later: str) -> bool:
    """Tell whether the next text of a column goes on with a sentence."""
    return is_small(later) and not ends(text)


def _next_texts(placements: Sequence[Placement]) -> list[Mapping[int, str]]:
    """Return for each line the next text of every column, its own included."""
    found: list[Mapping[int, str]] = []
    below: dict[int, str] = {}
    for placement in reversed(placements):
        below = {**below, **placement.texts}
        found.append(below)
    return found[::-1]


def _column_widths(
    placements: Sequence[Placement], widths: Sequence[int], columns: Sequence[Span]
) -> list[_Width]:
    counts = Counter(
        column
        for above, below in pairwise(placements)
        for column in above.texts.keys() & below.texts.keys()
    )
    found = []
    for at, width in enumerate(widths):
        after = columns[at + 1].start - columns[at].start - 2 if at + 1 < len(columns) else _ENDLESS
        found.append(_Width(width, max(width, after), counts[at] >= _LEARNED))
    return found


def _is_coded(placements: Sequence[Placement]) -> str:
    """Tell whether every text of the first column is a code: then a row begins at each."""
    texts = [p.texts[0] for p in placements if 0 in p.texts]
    for kind, pattern in (("code", _CODED), ("number", _NUMBER)):
        codes = [text for text in texts if pattern.fullmatch(text)]
        if len(codes) > 1 and len(codes) >= len(texts) - 1:
            return kind
    return ""


def _is_code(text: str, kind: str) -> bool:
    return bool((_CODED if kind == "code" else _NUMBER).fullmatch(text))


def _sign(last: _Last | None, at: int, text: str, column: _Width) -> Sign:
    """Return what a text in a column says of a row that may begin with it."""
    if len(text) <= MARK:
        return Sign.NEW if last is not None and len(last.text) > MARK else Sign.UNSURE
    if last is None:
        return Sign.OPENS
    if _CODED.match(text):
        return Sign.CODED
    lines = at - last.at
    return _resuming(last, text, column, lines) if lines > 1 else _adjacent(last, text, column)


def _resuming(last: _Last, text: str, column: _Width, lines: int) -> Sign:
    """Judge a text that begins after lines in which its column is empty."""
    stopped = ends(last.text) or room(last.text, text, column.width) is Room.YES
    if is_small(text):
        return Sign.UNSURE if stopped else Sign.GOES_ON
    if stopped or lines > 2:
        return Sign.RESTARTS
    return Sign.UNSURE if column.learned else Sign.NEW


def _adjacent(last: _Last, text: str, column: _Width) -> Sign:
    """Judge a text right below another one of its column."""
    fits, ended = room(last.text, text, column.width), ends(last.text)
    if is_small(text):
        return Sign.GOES_ON
    if fits is Room.YES:
        return Sign.RESUMES if ended else Sign.NEW
    if ended:
        return Sign.POSSIBLE if fits is Room.NO else Sign.NEW
    if room(last.text, text, column.available) is Room.NO:
        return Sign.FULL
    return Sign.UNSURE if column.learned else Sign.POSSIBLE


def _verdict(
    signs: Mapping[int, Sign], placement: Placement, *, coded: bool, still_open: bool
) -> int:
    """Weigh the signs of a line for a new row."""
    total = sum(signs.values())
    if not signs or any(sign is Sign.GOES_ON for column, sign in signs.items() if column):
        return 0
    if signs.get(0) is Sign.GOES_ON:
        others = total - Sign.GOES_ON
        return _DOUBTFUL if others >= _COVERED and len(signs) > 3 and not coded else 0
    if 0 in signs:
        if signs[0] is Sign.CODED:
            return _ENOUGH
        return total + (_EMPTY_LINE if placement.line.gap else 0)
    if coded or still_open or len(signs) < 2:
        return 0
    sure = total >= _NAMELESS and all(sign >= Sign.NEW for sign in signs.values())
    return _ENOUGH if sure else 0
