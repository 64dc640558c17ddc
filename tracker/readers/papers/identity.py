"""Whose paper it is: partnership, contact, date of completion, and the day it speaks of.

Owns the labelled rows at the beginning of a return and the names in its titles. What a name means
in the store is for others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.readers.papers.dates import Dated, find_dates
from tracker.readers.papers.names import name_in_titles, short_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.readers.papers.blocks import Strip

_LABELS = {
    "partnership": re.compile(
        r"(?:name of )?(?:the )?(?:health and social care )?(?:partnership|ijb|hscp"
        r"|ijb or hscp|hscp or ijb|ijb hscp|hscp ijb|integration (?:joint board|authority)"
        r"|partnership area|local area)(?: name)?"
    ),
    "contact": re.compile(
        r"(?:contact|lead contact|key contact|main contact)(?: (?:name|person|officer|details))?"
        r"(?: and)?(?: e ?mail(?: address)?)?(?: address)?|completed by"
    ),
    "completed": re.compile(
        r"(?:date (?:of )?(?:completion|completed|submission|submitted)|completed on"
        r"|completion date|date of self evaluation|date submitted|date)"
    ),
}
_SURE = re.compile(r"name of|name and|name or|contact name|date of completion")
"""What a label must hold to count after the first proposal, where other tables have labels too."""
_AS_AT = re.compile(
    r"(?i)\b(?:as at|as of|position (?:at|as at)|update(?:d)?(?: as at| to| on)?|at)\W+(?=\w)"
)
_DATED = re.compile(r"(?:as at|updated?|last updated|position|status|date)\b")
_LONGEST = 160
_TEMPLATE_WORDS = ("integration review leadership group", "for the review of progress", "thank you")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the paper says of itself."""

    partnership: str | None = None
    contact: str | None = None
    completed: str | None = None
    """The date of completion as printed."""
    as_at: Dated | None = None
    """The date that a title gives the paper with `as at`."""
    printed: Dated | None = None
    """A date that stands alone in the titles, such as that of the meeting."""


def read_identity(strips: Sequence[Strip], *, before: int) -> Identity:
    """Read what a paper says of itself.

    Args:
        strips: The whole paper; sure labels count wherever they stand.
        before: How many strips come before the first proposal; titles count only there.
    """
    told: dict[str, str] = {}
    in_tables = sorted(_labelled(strips, before), key=lambda labelled: not labelled[0])
    for _, label, value in in_tables:
        if value:
            told.setdefault(label, value)
    titles = [line for strip in strips[: max(before, 1)] for line in _title_lines(strip)]
    return Identity(
        partnership=short_name(told["partnership"])
        if "partnership" in told
        else name_in_titles(titles),
        contact=told.get("contact"),
        completed=told.get("completed"),
        as_at=_as_at(titles),
        printed=_printed(titles),
    )


def _labelled(strips: Sequence[Strip], before: int) -> Iterator[tuple[bool, str, str]]:
    """Yield labels with what stands beside them, or behind them in the same cell.

    Each comes with whether it stands in a table, where such labels are surest.
    """
    for index, strip in enumerate(strips):
        filled = strip.filled
        if not 1 <= len(filled) <= 3 or len(strip.text) > 300:
            continue
        first, row = filled[0].text, strip.width > 0
        if index >= before and not _SURE.search(first.casefold()):
            continue
        for label, pattern in _LABELS.items():
            head, _, behind = first.partition(":")
            if row and pattern.fullmatch(fold(first)):
                yield row, label, " ".join(cell.text for cell in filled[1:])
            elif behind.strip() and pattern.fullmatch(fold(head)):
                yield row, label, behind.strip()
            elif label != "completed" and (rest := _rest(first, pattern)):
                below = strips[index + 1] if index + 1 < len(strips) else None
                more = below.text if below and below.width and not below.cells[0].lines else ""
                yield row, label, f"{rest} {more}".strip()


def _rest(text: str, pattern: re.Pattern[str]) -> str:
    """Return what stands behind a label in a text that lost the border between the two."""
    words = text.split()
    for size in range(min(7, len(words) - 1), 1, -1):
        if pattern.fullmatch(fold(" ".join(words[:size]))) and words[0][:1].isupper():
            starts = fold(" ".join(words[:2])) in {"name of", "contact name", "date of"}
            return " ".join(words[size:]) if starts else ""
    return ""


def _title_lines(strip: Strip) -> list[str]:
    """Return the lines of a strip that can be titles: one cell, or a date with its label."""
    cells = strip.filled
    if len(cells) == 2 and _DATED.match(fold(cells[0].text)):
        return [f"{cells[0].text} {cells[1].text}"]
    if len(cells) != 1:
        return []
    return [line.text for line in cells[0].lines if len(line.text) <= _LONGEST]


def _as_at(titles: Sequence[str]) -> Dated | None:
    for line in titles:
        for match in _AS_AT.finditer(line):
            dates = find_dates(line[match.end() : match.end() + 30])
            if dates and line[match.end() :].startswith(dates[0].words):
                return dates[0]
    return None


def _printed(titles: Sequence[str]) -> Dated | None:
    """Return the first date that stands alone; the template's own month of issue is not one."""
    above = ""
    for line in titles:
        dates = find_dates(line)
        whole = re.sub(r"(?i)^\W*(?:(?:meeting )?date\W+)?", "", line).strip(" .*#")
        alone = len(dates) == 1 and dates[0].day is not None and dates[0].words == whole
        if alone and not any(fold(above).startswith(fold(words)) for words in _TEMPLATE_WORDS):
            return dates[0]
        above = line
    return None
