"""What an Excel file says about its cells besides their values: formats, colours, merges.

Owns the walk over the XML of styles and sheets. The values come from the library that `sheet`
uses, which tells none of this: a date shown as `Mar-22` is no day, a cell may say its status by
colour alone, a formula may have been saved without its result.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.sheet_colours import Colours

if TYPE_CHECKING:
    from lxml import etree

    from tracker.readers.formats.archive import Archive

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_VALUE, _TYPED, _FORMULA = f"{S}v", f"{S}is", f"{S}f"
_BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    22: "dd/mm/yyyy hh:mm",
}  # fmt: skip
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Place = tuple[int, int]
"""Row and column, from 0."""


class Style(NamedTuple):
    """How cells of one style look."""

    format: str = ""
    """The number format, such as `mmm-yy`."""
    fill: str | None = None


@dataclass(slots=True)
class Looks:
    """What the XML of one sheet says."""

    styles: dict[Place, Style] = field(default_factory=dict)
    """Of cells that have a colour or a number format."""
    merged: dict[Place, Place] = field(default_factory=dict)
    """The last cell of each merged area, by its first."""
    errors: dict[Place, str] = field(default_factory=dict)
    unsaved: list[Place] = field(default_factory=list)
    """Cells with a formula but no result."""
    hidden: int = 0
    """Hidden rows and columns."""
    last: Place = (0, 0)
    """The lowest row and the rightmost column with a value."""


def read_looks(archive: Archive) -> dict[str, Looks]:
    """Return the looks of every sheet, by the sheet's name."""
    styles = _styles(archive)
    workbook = archive.xml("xl/workbook.xml")
    targets = _targets(archive)
    found: dict[str, Looks] = {}
    for sheet in () if workbook is None else workbook.iter(f"{S}sheet"):
        path = targets.get(sheet.get(_REL_ID, ""), "")
        found[sheet.get("name", "")] = _sheet(archive, path, styles)
    return found


def _targets(archive: Archive) -> dict[str, str]:
    root = archive.xml("xl/_rels/workbook.xml.rels")
    relations = () if root is None else root.iterfind(f"{_REL}Relationship")
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/xl", relation.get("Target", ""))
        ).lstrip("/")
        for relation in relations
    }


def _styles(archive: Archive) -> list[Style]:
    """Return the cell styles in the order in which cells refer to them."""
    root = archive.xml("xl/styles.xml")
    if root is None:
        return []
    formats = dict(_BUILT_IN)
    for custom in root.iterfind(f"{S}numFmts/{S}numFmt"):
        formats[_whole(custom.get("numFmtId"))] = custom.get("formatCode", "")
    colours = Colours(archive.xml("xl/theme/theme1.xml"))
    fills = [colours.of_fill(fill) for fill in root.iterfind(f"{S}fills/{S}fill")]
    return [
        Style(
            formats.get(_whole(style.get("numFmtId")), ""),
            fills[at] if 0 <= (at := _whole(style.get("fillId"))) < len(fills) else None,
        )
        for style in root.iterfind(f"{S}cellXfs/{S}xf")
    ]


def _sheet(archive: Archive, path: str, styles: list[Style]) -> Looks:
    looks = Looks()
    for element in archive.stream(path, ("row", "col", "c", "mergeCell")):
        name = element.tag.rsplit("}", 1)[-1]
        if name == "c":
            _cell(element, styles, looks)
        elif name == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            start, end = place_of(first), place_of(last)
            if start and end:
                looks.merged[start] = end
        elif element.get("hidden") in {"1", "true"}:
            looks.hidden += 1
    return looks


def _cell(element: etree._Element, styles: list[Style], looks: Looks) -> None:
    place = place_of(element.get("r", ""))
    if place is None:
        return
    at = _whole(element.get("s"))
    style = styles[at] if 0 <= at < len(styles) else Style()
    if style.fill or style.format:
        looks.styles[place] = style
    inside = {part.tag: part.text for part in element}
    value = inside.get(_VALUE)
    if _VALUE in inside or _TYPED in inside:
        looks.last = max(looks.last[0], place[0]), max(looks.last[1], place[1])
    if element.get("t") == "e" and value:
        looks.errors[place] = value
    elif not value and _FORMULA in inside and element.get("t") != "str":
        looks.unsaved.append(place)


def place_of(reference: str) -> Place | None:
    """Return row and column of a reference such as `B12`."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def reference_of(place: Place) -> str:
    """Return the reference of a cell, such as `B12`."""
    row, column = place
    letters, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
