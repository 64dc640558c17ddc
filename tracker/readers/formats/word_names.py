"""The names of Word's XML, and how its values are read.

Owns the namespaces and the small lookups that every part of the Word reader needs. Values that
are not what the format promises count as absent: other programs write Word files too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_OFF = frozenset({"0", "false", "off", "none"})
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "pi": 240.0}


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """Return the first element at a path of plain names."""
    if element is None:
        return None
    return element.find("/".join(f"{W}{name}" for name in path.split("/")))


def value(element: etree._Element | None, path: str) -> str | None:
    """Return the `val` of the first element at a path."""
    found = child(element, path)
    return None if found is None else found.get(f"{W}val")


def is_on(element: etree._Element | None) -> bool | None:
    """Tell whether a switch is on; None where it is absent, so that a style decides."""
    if element is None:
        return None
    return element.get(f"{W}val", "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """Return a whole number; lengths with a unit become twentieths of a point."""
    if text is None:
        return None
    factor = _TWIPS.get(text[-2:], 1.0)
    try:
        return round(float(text[:-2] if factor != 1.0 else text) * factor)
    except (ValueError, OverflowError):
        return None


def indent_of(properties: etree._Element | None) -> int | None:
    """Return the left indent that paragraph properties give."""
    indent = child(properties, "ind")
    if indent is None:
        return None
    return number(indent.get(f"{W}left") or indent.get(f"{W}start"))
