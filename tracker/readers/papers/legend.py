"""The paper's own legend: what its letters, shades and colours mean.

Owns the reading of lines such as `Y = previous rating` and of small key tables, for ratings and
for statuses. What no legend explains stays unexplained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.columns import find_column
from tracker.kinds import CycleRole
from tracker.readers.papers.dates import Dated, find_dates
from tracker.readers.papers.levels import is_tick, level_of
from tracker.status_words import READINGS, UNEXPLAINED, StatusReading, colour_of, read_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell
    from tracker.readers.papers.blocks import Strip

_COLOURS = "red|amber|green|blue|yellow|orange|grey|gray|black|white|purple"
_SYMBOL = rf"[A-Z]{{1,2}}|[a-z]|\d|\d{{4}}|[^\w\s'\"()=:-]|(?i:{_COLOURS})"
_IS = r"(?:=|:|[-\u2013\u2014]|\b(?:denotes|shows|means|is|indicates|marks|represents)\b)"
_LINE = re.compile(
    rf"\W{{0,2}}(?P<symbol>{_SYMBOL})[\"')\]\u2019\u201d]?\s*{_IS}\s*(?P<meaning>\w.{{2,110}})"
)
_SPLIT = re.compile(
    rf"[;|\n]|(?:,|\band\b|\s)(?=\s*[(\"']?(?:[A-Z][A-Za-z]{{0,2}}|\d|[^\w\s'\"()=:.,-]|(?i:{_COLOURS}))[)\"']?"
    rf"\s?{_IS}\s?\w)"
)
"""Between two signs of one line: a stop, or a new sign that is said to be something."""
_RATING = re.compile(
    r"\b(?:ratings?|rated|levels?|assess\w*|evaluat\w*|previous|current|baseline|position)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\b(?:previous\w*|prior|last|baseline|initial\w*|original\w*|earlier|before|first|former\w*)\b",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:current\w*|now|latest|this|new|present|today|revised|updated?|repeat\w*|second)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^\W*(?:(?:b?rag )?(?:key|legend|status)|b?rag|note)\W+", re.IGNORECASE)
_BRACKETS = "()[]:= "
_NAMES = (("red", "r"), ("amber", "yellow", "orange", "a", "y"), ("green", "g"), ("blue", "b"))
"""What one colour of a traffic light is called."""
_BRACKETED = re.compile(r"\(([^()]{6,200})\)")
_LONGEST = 110
_MOST_WORDS = 8
"""Words up to which the meaning of a status sign is searched for a status."""


@dataclass(frozen=True, slots=True)
class Legend:
    """What a paper says about its own signs."""

    roles: Mapping[str, CycleRole] = field(default_factory=dict)
    """Letters of ratings."""
    fills: Mapping[str, CycleRole] = field(default_factory=dict)
    """Shades of ratings."""
    dated: Mapping[CycleRole, Dated] = field(default_factory=dict)
    """The dates that the legend gives to the two rounds."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """Letters, numbers, colour words and shades that stand for levels, folded."""
    statuses: Mapping[str, StatusReading] = field(default_factory=dict)
    """Folded letters and colour words of statuses."""
    status_fills: Mapping[str, StatusReading] = field(default_factory=dict)
    """Shades of statuses."""
    places: frozenset[str] = frozenset()
    """Where its lines stand."""

    def status_of(self, text: str) -> StatusReading | None:
        """Return what the key says of a colour or letter, written either way, or None."""
        folded = text.strip(_BRACKETS + ".").casefold()
        names = next((names for names in _NAMES if folded in names), (folded,))
        return next((self.statuses[name] for name in names if name in self.statuses), None)

    def status_of_fill(self, fill: str) -> StatusReading | None:
        """Return what the key says of a shade, by the shade itself or by its colour's name."""
        return self.status_fills.get(fill) or self.status_of(colour_of(fill) or "-")


class _Sign(NamedTuple):
    symbol: str
    meaning: str
    place: str
    fill: str | None = None


def read_legend(strips: Sequence[Strip], framework: Framework) -> Legend:
    """Read every legend line and key table of a paper."""
    signs = list(_signs(strips))
    levels = [
        (sign, level)
        for sign in signs
        if not is_tick(sign.symbol) and (level := level_of(sign.meaning, framework))
    ]
    signs = [sign for sign in signs if sign not in dict(levels)]
    ratings = [sign for sign in signs if _RATING.search(sign.meaning)]
    roles = _roles(ratings)
    dated = {role: dates[0] for sign, role in roles if role and (dates := find_dates(sign.meaning))}
    fills = _fills_of(strips)
    statuses = _statuses([sign for sign in signs if sign not in ratings])
    return Legend(
        {sign.symbol: role for sign, role in roles if role and sign.symbol},
        {
            fill: role
            for sign, role in roles
            if role and (fill := sign.fill or fills.get(sign.symbol))
        },
        dated,
        {
            key.casefold(): level
            for sign, level in (levels if len(levels) > 1 else ())
            for key in (sign.symbol, sign.fill)
            if key
        },
        {sign.symbol.casefold(): reading for sign, reading in statuses if sign.symbol},
        {sign.fill: reading for sign, reading in statuses if sign.fill},
        frozenset(sign.place for sign, _ in (*statuses, *roles)),
    )


def _signs(strips: Sequence[Strip]) -> Iterator[_Sign]:
    """Yield signs with their meanings, from lines and from rows that alternate between them."""
    for strip in strips:
        yield from _line_signs(strip)
        told = [cell for cell in strip.cells if cell.lines or cell.fill]
        pairs = list(zip(told[::2], told[1::2], strict=False))
        if len(told) % 2 == 0 and 1 <= len(pairs) <= 6 and all(_is_sign(s) for s, _ in pairs):
            for sign, meaning in pairs:
                if 2 < len(meaning.text) <= _LONGEST:
                    symbol = sign.text.strip(_BRACKETS)
                    yield _Sign(symbol, meaning.text, strip.place, sign.fill)


def _line_signs(strip: Strip) -> Iterator[_Sign]:
    """Yield the signs that are explained within cells: few cells, or each of them one sign.

    A heading explains the signs that stand below it in brackets.
    """
    read = [[s for line in cell.lines for s in line_signs(line.text)] for cell in strip.filled]
    if len(read) <= 2 or all(read):
        for symbol, words in (sign for signs in read for sign in signs):
            yield _Sign(symbol, words, strip.place)
    elif all(read_status(cell.text) for cell in strip.filled):
        for cell in strip.filled:
            if cell.fill:
                yield _Sign("", cell.text, strip.place, cell.fill)
    for cell in strip.filled if len(read) > 2 else ():
        if find_column(cell.text) in {"rag", "status"}:
            for match in _BRACKETED.finditer(cell.text):
                for symbol, words in line_signs(match[1]):
                    yield _Sign(symbol, words, strip.place)


def _is_sign(cell: Cell) -> bool:
    symbol = cell.text.strip(_BRACKETS)
    return bool(re.fullmatch(_SYMBOL, symbol)) or (not symbol and bool(cell.fill))


def line_signs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the signs that a line explains, with what they mean."""
    if len(text) > _LONGEST * 3:
        return
    text = _PREFIX.sub("", text)
    for part in _SPLIT.split(text):
        match = _LINE.fullmatch(part.strip())
        if match:
            yield match["symbol"], match["meaning"]


def _roles(signs: Sequence[_Sign]) -> list[tuple[_Sign, CycleRole | None]]:
    """Say which sign is previous and which is now: by its words, else by the earlier date."""
    days = {sign: _when(sign) for sign in signs}
    known = sorted({day for day in days.values() if day})
    roles: list[tuple[_Sign, CycleRole | None]] = []
    for sign in signs:
        before, now = _PREVIOUS.search(sign.meaning), _CURRENT.search(sign.meaning)
        role = None
        if bool(before) != bool(now):
            role = CycleRole.PREVIOUS if before else CycleRole.CURRENT
        elif len(known) == 2 and days[sign]:
            role = CycleRole.PREVIOUS if days[sign] == known[0] else CycleRole.CURRENT
        elif len(known) == 1 and days[sign]:
            role = CycleRole.CURRENT
        roles.append((sign, role))
    return roles


def _when(sign: _Sign) -> tuple[int, int, int] | None:
    dates = find_dates(sign.meaning)
    if not dates:
        return None
    day, year = dates[0].day, dates[0].year
    return (day.year, day.month, day.day) if day else (year, 12, 31)


def _fills_of(strips: Sequence[Strip]) -> dict[str, str]:
    """Return the shades of cells that hold nothing but one letter, by letter."""
    return {
        cell.text: cell.fill
        for strip in strips
        if len(strip.filled) <= 2
        for cell in strip.filled
        if cell.fill and len(cell.text) == 1
    }


def _statuses(signs: Sequence[_Sign]) -> list[tuple[_Sign, StatusReading]]:
    """Return the signs of a status key: at least two of them, capital letters or colours."""
    found = [
        (sign, reading)
        for sign in signs
        if not re.fullmatch("[a-z]", sign.symbol) and (reading := _status(sign.meaning))
    ]
    return found if len(found) > 1 or (found and _is_blue(found[0][0])) else []


def _is_blue(sign: _Sign) -> bool:
    """Tell whether a sign can be a whole key: `B - Complete the review` is an item of a list."""
    folded = sign.symbol.casefold()
    return folded == "blue" or (folded in UNEXPLAINED and read_status(sign.meaning) is not None)


def _status(meaning: str) -> StatusReading | None:
    """Read what a status sign means: the whole, or the first status that its words name."""
    reading = read_status(meaning)
    if reading or len(meaning.split()) > _MOST_WORDS:
        return reading
    folded = f" {' '.join(re.sub(r'[^a-z0-9]', ' ', meaning.casefold()).split())} "
    places = sorted(
        (folded.find(f" {words} "), -len(words), words)
        for words in READINGS
        if len(words) > 3 and f" {words} " in folded
    )
    return READINGS[places[0][2]] if places else None
