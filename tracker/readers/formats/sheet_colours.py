"""The colours of an Excel file: by value, by number or by theme.

Owns how each becomes six hex digits.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NUMBERED = (
    "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FF"
    "FFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366"
    "FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF800080800000008080"
    "0000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00"
    "FF9900FF6600666699969696003366339966003300333300993300993366333399333333"
)
"""The colours that older files name by number, six digits each."""
_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))
_OFFICE = (
    "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4",
    "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
)  # fmt: skip
_HEX = frozenset("0123456789ABCDEF")


class Colours:
    """The colours that a file's fills refer to."""

    def __init__(self, theme: etree._Element | None) -> None:
        """Read the theme's colours, those of Office where it has none."""
        self._theme = list(_OFFICE)
        for at, name in enumerate(_THEME if theme is not None else ()):
            slot = None if theme is None else theme.find(f".//{_A}clrScheme/{_A}{name}")
            value = None if slot is None or not len(slot) else slot[0]
            if value is not None:
                self._theme[at] = value.get("lastClr") or value.get("val") or _OFFICE[at]

    def of_fill(self, fill: etree._Element) -> str | None:
        """Return the colour of a fill; None for none, white and patterns without a colour."""
        pattern = fill.find(f"{_S}patternFill")
        if pattern is None or pattern.get("patternType", "none") == "none":
            return None
        colour = pattern.find(f"{_S}fgColor")
        if colour is None:
            return None
        found = self._value(colour).upper()
        known = len(found) == len("FFFFFF") and set(found) <= _HEX
        return found if known and found != "FFFFFF" else None

    def _value(self, colour: etree._Element) -> str:
        if colour.get("rgb"):
            return (colour.get("rgb") or "")[-6:]
        indexed, theme = colour.get("indexed", ""), colour.get("theme", "")
        if indexed.isdecimal():
            return _NUMBERED[int(indexed) * 6 :][:6]
        if theme.isdecimal() and int(theme) < len(self._theme):
            return _tinted(self._theme[int(theme)], colour.get("tint", "0"))
        return ""


def _tinted(colour: str, tint: str) -> str:
    """Return a colour made lighter or darker, as Excel does it."""
    try:
        by = max(-1.0, min(1.0, float(tint)))
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*parts)
    light = light * (1 + by) if by < 0 else light * (1 - by) + by
    return "".join(
        f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation)
    )
