"""Word's styles: what a paragraph or run has although it does not say so itself.

Owns the lookups in styles.xml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.word_names import W, child, indent_of, is_on, number, value

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_MAX_CHAIN = 20
_BODY_TEXT = 9
"""The outline level that means: no heading."""


class Inherited(NamedTuple):
    """What a style gives, its ancestors included; None for what it leaves open."""

    heading: int | None = None
    bold: bool | None = None
    indent: int | None = None
    list_id: str | None = None
    list_level: int | None = None


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        """Index the styles by their identifiers."""
        styles = [] if root is None else root.findall(f"{W}style")
        self._by_id = {style.get(f"{W}styleId", ""): style for style in styles}
        self._default = next(
            (
                style.get(f"{W}styleId", "")
                for style in styles
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in {"1", "true"}
            ),
            "",
        )
        self._known: dict[str, Inherited] = {}

    def paragraph(self, name: str | None) -> Inherited:
        """Return what a paragraph style gives, or the default one where none is named."""
        return self.named(name or self._default)

    def named(self, name: str) -> Inherited:
        """Return what a style gives."""
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> Inherited:
        found = Inherited()
        style = self._by_id.get(name)
        for _ in range(_MAX_CHAIN):
            if style is None:
                break
            found = _filled(found, _own(style))
            style = self._by_id.get(value(style, "basedOn") or "")
        return found


def _filled(near: Inherited, far: Inherited) -> Inherited:
    """Fill what a style leaves open from its ancestor."""
    return Inherited(
        heading=far.heading if near.heading is None else near.heading,
        bold=far.bold if near.bold is None else near.bold,
        indent=far.indent if near.indent is None else near.indent,
        list_id=far.list_id if near.list_id is None else near.list_id,
        list_level=far.list_level if near.list_level is None else near.list_level,
    )


def _own(style: etree._Element) -> Inherited:
    """Return what a style says itself."""
    return Inherited(
        heading=_heading(style),
        bold=is_on(child(style, "rPr/b")),
        indent=indent_of(child(style, "pPr")),
        list_id=value(style, "pPr/numPr/numId"),
        list_level=number(value(style, "pPr/numPr/ilvl")),
    )


def _heading(style: etree._Element) -> int | None:
    """Return the heading level of a style; its name is English in every language of Word."""
    named = _HEADING.fullmatch(value(style, "name") or "")
    if named:
        return int(named[1])
    return outline_of(child(style, "pPr"))


def outline_of(properties: etree._Element | None) -> int | None:
    """Return the heading level that an outline level in paragraph properties means."""
    outline = number(value(properties, "outlineLvl"))
    return outline + 1 if outline is not None and 0 <= outline < _BODY_TEXT else None
