"""Word's lists: the level of an item and the number that Word draws before it.

Owns the lookups in numbering.xml and the counting. A drawn number stands nowhere in the text, so
it is counted here as Word counts it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.word_names import W, child, indent_of, number, value

if TYPE_CHECKING:
    from lxml import etree

_DEPTH = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))
_MAX_ROMAN = 400


class ListLevel(NamedTuple):
    """One level of a list."""

    format: str
    template: str
    """How its number is drawn, such as `%1.%2`."""
    indent: int | None
    start: int
    in_words: bool
    """It draws more than a number, such as `Proposal 1.1`."""


class ListItem(NamedTuple):
    """A paragraph's place in a list."""

    level: int
    indent: int | None
    label: str
    """The number that Word draws; empty for bullets."""
    in_words: bool = False
    """The label is more than a number, such as `Proposal 1.1`."""


class Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        """Index the lists and their definitions."""
        self._lists = _by_id(root, "num", "numId")
        self._definitions = _by_id(root, "abstractNum", "abstractNumId")
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._levels: dict[tuple[str, int], ListLevel | None] = {}
        self._uncounted: dict[tuple[str, int], ListItem | None] = {}

    def item(self, list_id: str, level: int) -> ListItem | None:
        """Count one item; None where Word draws no mark before it."""
        key = (list_id, level)
        if key not in self._uncounted:
            level = min(max(level, 0), _DEPTH - 1)
            found = self.level(list_id, level)
            if found is not None and found.format not in {"none", "bullet"} and found.template:
                label = self._count(list_id, level, found)
                return ListItem(level, found.indent, label, found.in_words)
            marked = found is not None and found.format == "bullet" and found.template.strip()
            self._uncounted[key] = ListItem(level, found.indent, "") if found and marked else None
        return self._uncounted[key]

    def level(self, list_id: str, level: int) -> ListLevel | None:
        """Return one level of a list."""
        key = (list_id, level)
        if key not in self._levels:
            self._levels[key] = self._find(list_id, level)
        return self._levels[key]

    def level_of_style(self, list_id: str, style: str) -> int:
        """Return the level that a list keeps for a paragraph style; 0 where it names none."""
        definition = self._definition(list_id)
        for level in () if definition is None else definition.iterfind(f"{W}lvl"):
            if value(level, "pStyle") == style:
                return number(level.get(f"{W}ilvl")) or 0
        return 0

    def _find(self, list_id: str, level: int) -> ListLevel | None:
        path = f"{W}lvl[@{W}ilvl='{level}']"
        override = child(self._lists.get(list_id), "lvlOverride")
        found = None
        if override is not None and number(override.get(f"{W}ilvl")) == level:
            found = override.find(path)
        definition = self._definition(list_id)
        if found is None and definition is not None:
            found = definition.find(path)
        return None if found is None else _read_level(found)

    def _definition(self, list_id: str) -> etree._Element | None:
        return self._definitions.get(value(self._lists.get(list_id), "abstractNumId") or "")

    def _count(self, list_id: str, level: int, found: ListLevel) -> str:
        """Count on, and draw the number."""
        counts = self._counts_of(list_id)
        held = counts[level]
        counts[level] = found.start if held is None else held + 1
        counts[level + 1 :] = [None] * (_DEPTH - level - 1)

        def draw(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = self.level(list_id, at) or found
            count = counts[at]
            return drawn(other.start if count is None else count, other.format)

        return re.sub("%([1-9])", draw, found.template).strip()

    def _counts_of(self, list_id: str) -> list[int | None]:
        """Return the counts of a list: lists of one definition count on, unless told to restart."""
        held = self._lists.get(list_id)
        key = value(held, "abstractNumId") or list_id
        restarts = child(held, "lvlOverride/startOverride") is not None
        if key not in self._counts or (restarts and list_id not in self._begun):
            self._counts[key] = [None] * _DEPTH
        self._begun.add(list_id)
        return self._counts[key]


def drawn(count: int, form: str) -> str:
    """Return a count as Word draws it."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif form in {"lowerRoman", "upperRoman"} and 0 < count < _MAX_ROMAN:
        text = _roman(count)
    else:
        text = f"{count:02}" if form == "decimalZero" else str(count)
    return text.upper() if form.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (count // size)
        count %= size
    return text + "i" * count


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    found = [] if root is None else root.findall(f"{W}{tag}")
    return {element.get(f"{W}{key}", ""): element for element in found}


def _read_level(level: etree._Element) -> ListLevel:
    start = number(value(level, "start"))
    template = value(level, "lvlText") or ""
    return ListLevel(
        value(level, "numFmt") or "decimal",
        template,
        indent_of(child(level, "pPr")),
        1 if start is None else start,
        re.search(r"[^\W\d_]", re.sub("%[1-9]", "", template)) is not None,
    )
