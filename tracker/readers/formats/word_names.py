"""The names of Word's XML, and how its values are read.

Owns the namespaces and the small lookups that every part of the Word reader needs. Values that
are not what the format promises count as absent: other programs write Word files too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

VAL = f"{W}val"
_BEFORE = frozenset({f"{W}tblPrEx"})
_OFF = frozenset({"0", "false", "off", "none"})
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "pi": 240.0}


Parts: TypeAlias = "Mapping[str, Element]"
"""The children of an element by their tags: paragraphs ask for many, most have few."""


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """Return the first element at a path of plain names."""
    return None if element is None else element.find(_spelt(path))


@lru_cache(maxsize=256)
def _spelt(path: str) -> str:
    return "/".join(f"{W}{name}" for name in path.split("/"))


def properties(children: Sequence[etree._Element], tag: str, wanted: frozenset[str]) -> Parts:
    """Return what the children of an element say of it: those of its properties that matter.

    Properties stand before all else in an element.
    """
    for first in children:
        if first.tag == tag:
            return {part.tag: part for part in first if part.tag in wanted}
        if first.tag not in _BEFORE:
            break
    return {}


def said(element: etree._Element | None) -> str | None:
    """Return the `val` of an element."""
    return None if element is None else element.get(VAL)


def value(element: etree._Element | None, path: str) -> str | None:
    """Return the `val` of the first element at a path."""
    return said(child(element, path))


def is_on(element: etree._Element | None) -> bool | None:
    """Tell whether a switch is on; None where it is absent, so that a style decides."""
    if element is None:
        return None
    return element.get(VAL, "1").lower() not in _OFF


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
    return indent(child(properties, "ind"))


def indent(element: etree._Element | None) -> int | None:
    """Return the left indent that an element gives."""
    if element is None:
        return None
    return number(element.get(f"{W}left") or element.get(f"{W}start"))
