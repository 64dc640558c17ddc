"""Word's styles: what a paragraph or run has although it does not say so itself.

Owns the lookups in styles.xml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.archive import parse_xml, sound
from tracker.readers.formats.word_names import W, child, indent_of, is_on, number, said, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_NAMED = re.compile(rb'[^>]*w:styleId="([^"]+)"[^>]*(?<!/)>')
_DEFAULT = re.compile(rb'(?=[^>]*w:type="paragraph")[^>]*w:default="(?:1|true)"')
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
    """The styles of a document, each read when first asked for.

    A paper uses a dozen of the hundreds that Word saves with it, so each is cut out by itself; a
    part that spells its names in another way is read whole.
    """

    def __init__(self, data: bytes | None, name: str) -> None:
        """Find the styles in their part."""
        data = sound(data or b"", name)
        self._name = name
        head, *styles = data.split(b"<w:style ")
        root = _ROOT.search(head)
        self._root = root[0] if root else b""
        named = ((_NAMED.match(cut), cut) for cut in styles if root)
        self._cut = {found[1].decode(): cut for found, cut in named if found}
        self._read = {} if self._cut or not data else _by_id(parse_xml(data, name))
        default = (style for style in self._cut if _DEFAULT.match(self._cut[style]))
        self._default = next(default, "") or _default_of(self._read)
        self._known: dict[str, Inherited] = {}

    def _element(self, name: str) -> etree._Element | None:
        if name not in self._read and name in self._cut:
            style = self._cut[name].partition(b"</w:style>")[0]
            whole = b"%b<w:style %b</w:style></w:styles>" % (self._root, style)
            self._read[name] = parse_xml(whole, self._name)[0]
        return self._read.get(name)

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
        style = self._element(name)
        for _ in range(_MAX_CHAIN):
            if style is None:
                break
            found = _filled(found, _own(style))
            style = self._element(value(style, "basedOn") or "")
        return found


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}


def _default_of(styles: Mapping[str, etree._Element]) -> str:
    for name, style in styles.items():
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            return name
    return ""


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
    return outline(child(style, "pPr/outlineLvl"))


def outline(element: etree._Element | None) -> int | None:
    """Return the heading level that an outline level means."""
    level = number(said(element))
    return level + 1 if level is not None and 0 <= level < _BODY_TEXT else None
