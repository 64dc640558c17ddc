"""What the words, letters and colours of a status cell mean.

Owns the wordings under which papers print a status or a red-amber-green, and the reading of a
fill. A word that is not here is not guessed at: the caller keeps it and says so.
"""

from __future__ import annotations

import colorsys
import re
from typing import NamedTuple

from tracker.kinds import Outlook, Status

_ONLY_DATE = re.compile(
    r"(?:\d++(?:st|nd|rd|th)?|q[1-4]|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*"
    r"|oct\w*|nov\w*|dec\w*|spring|summer|autumn|winter|in|on|by|as|at|since|of|\s)*"
)
_STOPS = re.compile(r"\s[-\u2013\u2014]\s?|[:;(),./\u2013\u2014\n]")
_REASONS = re.compile(
    r"\b(?:by|as|due to|because|following|until|pending|owing to)\b", re.IGNORECASE
)


class StatusReading(NamedTuple):
    """What a status cell says; the status is None where it gives an outlook alone."""

    status: Status | None
    outlook: Outlook = Outlook.NOT_STATED


_COMPLETE = StatusReading(Status.COMPLETE)
_GOING = StatusReading(Status.IN_PROGRESS)
_ON_TRACK = StatusReading(Status.IN_PROGRESS, Outlook.ON_TRACK)
_AT_RISK = StatusReading(Status.IN_PROGRESS, Outlook.AT_RISK)
_OFF_TRACK = StatusReading(Status.IN_PROGRESS, Outlook.OFF_TRACK)
_NOT_STARTED = StatusReading(Status.NOT_STARTED)
_ONGOING = StatusReading(Status.ONGOING)
_ON_HOLD = StatusReading(Status.ON_HOLD)
_IN_PLACE = StatusReading(Status.IN_PLACE)
_WITHDRAWN = StatusReading(Status.WITHDRAWN)
_SUPERSEDED = StatusReading(Status.SUPERSEDED)
_NOT_REPORTED = StatusReading(Status.NOT_REPORTED)

_WORDS: dict[StatusReading, str] = {
    _COMPLETE: "complete|completed|closed|done|achieved|finished|implemented|delivered"
    "|fully complete|fully completed|fully implemented|action complete|action completed"
    "|action closed|complete and closed|100 per cent|100 percent|100 per cent complete"
    "|100 percent complete|delivered and embedded|embedded and delivered|fully delivered"
    "|fully achieved|complete 100 per cent|completed 100 per cent|successfully completed"
    "|signed off",
    _GOING: "in progress|progressing|under way|underway|started|commenced|work in progress|wip"
    "|partially complete|partly complete|partially completed|partly completed|part complete"
    "|nearly complete|almost complete|partially implemented|partly implemented|in development"
    "|being progressed|partially achieved|partly achieved|partially met|partly met"
    "|active|work ongoing|work underway|work under way",
    _ON_TRACK: "on track|on target|on schedule|green|g|progressing well|to plan|on plan",
    _AT_RISK: "at risk|amber|a|minor delay|slight delay|some slippage|minor slippage|some delay",
    _OFF_TRACK: "off track|delayed|overdue|late|behind|behind schedule|slipped|slipping|slippage"
    "|red|r|not on track|missed|past due|off target|significant delay|delay",
    _NOT_STARTED: "not started|not yet started|not commenced|not yet commenced|not begun"
    "|to be started|to start|yet to start|to commence|yet to commence|to be commenced"
    "|not yet begun",
    _ONGOING: "ongoing|on going|continuous|continuing|ongoing action|continuous improvement",
    _ON_HOLD: "on hold|paused|suspended|deferred|postponed|on pause|stalled|parked",
    _IN_PLACE: "in place|all in place|already in place|in place and embedded|embedded"
    "|business as usual|bau|now in place",
    _WITHDRAWN: "withdrawn|no longer required|not progressed|not being progressed|cancelled"
    "|canceled|dropped|removed|abandoned|discontinued|no longer applicable|not to be progressed"
    "|not proceeding|not required|no longer relevant|rejected",
    _SUPERSEDED: "superseded|replaced|overtaken|superseded by events",
    _NOT_REPORTED: "not reported",
}
READINGS = {words: reading for reading, all_of in _WORDS.items() for words in all_of.split("|")}
"""Every whole status that is understood, folded."""
UNEXPLAINED = frozenset(("blue", "b"))
"""Colours that one council uses for complete, another for not started: only a key can tell."""
_COLOURS = frozenset(("red", "amber", "green", "blue", "r", "a", "g", "b"))
_EMPTY_BOXES, _TICKED_BOXES = "\u2610\u25a1\u25cb", "\u2611\u2612\u25a0\u25cf\u2713\u2714"
_PALE = {"C6EFCE": "green", "FFEB9C": "amber", "FFC7CE": "red"}
"""The fills that Excel offers as Good, Neutral and Bad, too pale to be told by their hue."""


def read_status(text: str) -> StatusReading | None:
    """Read a status cell; None where its words are not understood.

    The first words before a dash, bracket or stop decide, so that `Complete - September 2021`
    and `In progress (on track)` are read; an outlook in the rest is taken with them.

    Args:
        text: The cell's text, not empty.
    """
    if any(box in text for box in _EMPTY_BOXES):
        ticked = _ticked(text)
        return read_status(ticked) if ticked else None
    whole = READINGS.get(_fold(text))
    if whole:
        return whole
    parts = [part for part in _STOPS.split(text) if _fold(part)]
    if not parts:
        return None
    words = _REASONS.split(parts[0])[0]
    first = READINGS.get(_fold(parts[0])) or READINGS.get(_fold(words))
    if _fold(parts[0]) in _COLOURS and len(parts) > 1:
        return _coloured(first, parts[1:])
    return _with_outlook(first, parts[1:]) if first else _with_date(_fold(text))


def read_fill(fill: str) -> StatusReading | None:
    """Read the shading of a status cell; None where no colour of a traffic light is understood.

    Args:
        fill: Six hex digits.
    """
    return READINGS.get(colour_of(fill) or "")


def colour_of(fill: str) -> str | None:
    """Return the colour of a traffic light, blue among them, that a shade is; None for others.

    Args:
        fill: Six hex digits.
    """
    red, green, blue = (int(fill[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if fill in _PALE:
        return _PALE[fill]
    if saturation < 0.35 or value < 0.3:
        return None
    degrees = hue * 360
    if degrees < 18 or degrees >= 340:
        return "red"
    if degrees < 64:
        return "amber"
    if 70 <= degrees < 170:
        return "green"
    return "blue" if 185 <= degrees < 255 else None


def _fold(text: str) -> str:
    text = text.casefold().replace("%", " per cent ")
    return " ".join(re.sub(r"[^\w]|_", " ", text).split())


def _ticked(text: str) -> str:
    """Return the only words whose box is ticked; boxes stand before their words."""
    parts = re.split(f"([{_EMPTY_BOXES}{_TICKED_BOXES}])", text)
    if parts[0].strip():
        return ""
    ticked = [
        words for box, words in zip(parts[1::2], parts[2::2], strict=True) if box in _TICKED_BOXES
    ]
    return ticked[0].strip() if len(ticked) == 1 else ""


def _coloured(colour: StatusReading | None, rest: list[str]) -> StatusReading | None:
    """Read words behind a colour: they say where it stands, the colour what is expected."""
    if any(_fold(part) in UNEXPLAINED for part in rest):
        return None
    told = read_status(" - ".join(rest))
    if told is None or told.status is None or colour is None:
        return told or colour
    if not told.status.is_live:
        return told if colour.outlook is Outlook.ON_TRACK else None
    if told.outlook is colour.outlook:
        return told
    return StatusReading(
        told.status, colour.outlook if told.outlook is Outlook.NOT_STATED else Outlook.NOT_STATED
    )


def _with_outlook(first: StatusReading, rest: list[str]) -> StatusReading | None:
    """Add what stands in the rest: outlooks that disagree are left out, statuses are not read."""
    for part in rest:
        also = READINGS.get(_fold(part))
        if also is None or also == first:
            continue
        if {first.status, also.status} == {Status.COMPLETE, Status.IN_PLACE}:
            first = _COMPLETE
            continue
        if also.status is not first.status:
            return None
        if first.outlook is Outlook.NOT_STATED:
            first = also
        elif also.outlook is not Outlook.NOT_STATED:
            return StatusReading(first.status)
    return first


def _with_date(folded: str) -> StatusReading | None:
    """Read a status that is followed by nothing but a date."""
    words = folded.split()
    for size in range(min(4, len(words)), 0, -1):
        reading = READINGS.get(" ".join(words[:size]))
        rest = " ".join(words[size:])
        if reading and len(words[0]) > 1 and _ONLY_DATE.fullmatch(rest):
            return reading
    return None
