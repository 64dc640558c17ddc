"""Word's paragraphs as lines: their list level, heading level and weight.

Owns what styles, lists and indents make of a paragraph, and which elements of a body or cell are
paragraphs and tables. The text itself is `word_text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.cleaning import clean_line
from tracker.readers.document import Line
from tracker.readers.formats.marks import split_bullet
from tracker.readers.formats.word_names import (
    MC,
    VAL,
    Parts,
    W,
    child,
    indent,
    is_on,
    number,
    properties,
    said,
)
from tracker.readers.formats.word_styles import outline
from tracker.readers.formats.word_text import Run, Tally, chosen, runs_of, shading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from tracker.readers.formats.levels import Nest
    from tracker.readers.formats.word_lists import ListItem, Lists
    from tracker.readers.formats.word_styles import Inherited, Styles

_CHANGED = frozenset({f"{W}ins", f"{W}del"})
_BLOCKS = frozenset({f"{W}p", f"{W}tbl"})
_PROPERTIES, _STYLE, _NUMBERING = f"{W}pPr", f"{W}pStyle", f"{W}numPr"
_LIST, _LEVEL = f"{W}numId", f"{W}ilvl"
_INDENT, _OUTLINE, _SHADE, _END = f"{W}ind", f"{W}outlineLvl", f"{W}shd", f"{W}rPr"
_WANTED = frozenset({_STYLE, _NUMBERING, _INDENT, _OUTLINE, _SHADE, _END})
TOLERANCE = 100
"""Indents within five points are the same."""
_AROUND = frozenset(
    f"{W}{name}" for name in ("customXml", "smartTag", "ins", "moveTo", "sdt", "sdtContent")
)
_TRACKED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "del", "moveFrom"))
_ASIDE = frozenset({f"{W}tcPr", f"{W}sectPr", f"{W}bookmarkStart", f"{W}bookmarkEnd"})


@dataclass(slots=True)
class Context:
    """What reading one document needs on the way."""

    styles: Styles
    lists: Lists
    tally: Tally
    carried: list[Run] = field(default_factory=list)
    """Runs of a paragraph whose end was deleted, so that the next one goes on from it."""

    looks: dict[str | None, _Look] = field(default_factory=dict)
    """What paragraphs are of which no more is said than their style."""

    def look(self, held: Parts) -> _Look:
        """Find what a paragraph is."""
        if len(held) > (_STYLE in held):
            return _look(held, self)
        style = said(held[_STYLE]) if held else None
        if style not in self.looks or self.looks[style].item:
            self.looks[style] = _look(held, self)
        return self.looks[style]


class _Look(NamedTuple):
    """What a paragraph is, besides its text."""

    inherited: Inherited
    item: ListItem | None
    list_id: str
    indent: int
    heading: int | None


def parts_of(container: Iterable[etree._Element], tally: Tally) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of a body, cell or box, in order."""
    for part in container:
        tag = part.tag
        if tag in _BLOCKS:
            yield part
        elif tag not in _ASIDE:
            yield from _parts_inside(part, tally)


def _parts_inside(part: etree._Element, tally: Tally) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of what stands around some of them."""
    tag = part.tag
    tally.changes += tag in _TRACKED
    placeholder = tag == f"{W}sdt" and is_on(child(part, "sdtPr/showingPlcHdr"))
    if tag in _AROUND and not placeholder:
        yield from parts_of(part, tally)
    elif tag == f"{MC}AlternateContent":
        yield from parts_of(chosen(part), tally)


def read_paragraph(
    paragraph: etree._Element,
    context: Context,
    nest: Nest,
    fills: set[str | None] | None = None,
) -> list[Line]:
    """Return the lines of a paragraph; none where it is empty or its end was deleted.

    Args:
        paragraph: Its element.
        context: What reading the document needs.
        nest: The lists that are open around it.
        fills: In a cell, takes up the colours behind its text.
    """
    children = list(paragraph)
    held = properties(children, _PROPERTIES, _WANTED)
    look = context.look(held)
    runs = runs_of(children, context.tally)
    if context.carried:
        runs = [*context.carried, *runs]
        context.carried = []
    if _END in held and _is_deleted(held[_END], context.tally):
        context.carried = runs
        return []
    text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
    if not text or text.isspace():
        label = look.item.label if look.item and fills is not None else ""
        return [Line(label)] if label else []
    behind = shading(held[_SHADE]) if _SHADE in held else None
    bold = True
    for run in runs:
        bold = bold and _is_bold(run, look.inherited, context.styles)
        if fills is not None and not run.text.isspace():
            fills.add(run.highlight or behind)
    pieces = _pieces(text, in_list=look.item is not None)
    return [_line(piece, look, nest, context, bold=bold) for piece in pieces]


def _is_deleted(end: etree._Element, tally: Tally) -> bool:
    """Tell whether the end of a paragraph is deleted, counting what was changed."""
    tags = {part.tag for part in end}
    tally.changes += not tags.isdisjoint(_CHANGED)
    return f"{W}del" in tags


def _look(held: Parts, context: Context) -> _Look:
    """Find what a paragraph is, counting it in its list."""
    style = said(held.get(_STYLE))
    inherited = context.styles.paragraph(style)
    numbering = held.get(_NUMBERING)
    place = {} if numbering is None else {part.tag: part.get(VAL) for part in numbering}
    list_id = place.get(_LIST) or inherited.list_id or "0"
    item = None
    if list_id != "0":
        level = number(place.get(_LEVEL))
        if level is None:
            level = inherited.list_level
        if level is None:
            level = context.lists.level_of_style(list_id, style or "")
        item = context.lists.item(list_id, level)
    of_list = item.indent if item else None
    order = (inherited.indent, of_list) if numbering is None else (of_list, inherited.indent)
    indents = (indent(held.get(_INDENT)), *order, 0)
    heading = outline(held.get(_OUTLINE)) or inherited.heading
    return _Look(inherited, item, list_id, next(i for i in indents if i is not None), heading)


def _pieces(text: str, *, in_list: bool) -> list[str]:
    """Cut a paragraph at its line breaks; in a list item only where a bullet follows."""
    if "\n" not in text:
        piece = clean_line(text)
        return [piece] if piece else []
    pieces: list[str] = []
    for part in text.split("\n"):
        piece = clean_line(part)
        if in_list and pieces and piece and not split_bullet(piece).mark:
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif piece:
            pieces.append(piece)
    return pieces


def _line(piece: str, look: _Look, nest: Nest, context: Context, *, bold: bool) -> Line:
    text, mark, rank = (piece, "", 0) if piece[:2].isalnum() else split_bullet(piece)
    item = look.item
    label = item.label if item else ""
    if item and item.in_words:
        text, label = f"{label} {text}", ""
    if look.heading:
        return Line(piece if not label else text, heading=look.heading, bold=bold, mark=label)
    if item and not item.in_words:
        _open_outer(item, look.list_id, nest, context)
        return Line(text, level=nest.level(look.indent, item.level), bold=bold, mark=label)
    if mark:
        return Line(text, level=nest.level(look.indent, rank), bold=bold)
    nest.close(look.indent)
    return Line(text, bold=bold)


def _open_outer(item: ListItem, list_id: str, nest: Nest, context: Context) -> None:
    """Open the levels above the first item of a list that begins inside, as after a page break."""
    if nest.open:
        return
    for level in range(item.level):
        outer = context.lists.level(list_id, level)
        nest.open.append((outer.indent or 0 if outer else 0, level))


def _is_bold(run: Run, inherited: Inherited, styles: Styles) -> bool:
    """Tell whether a run is bold, or nothing of it is seen."""
    bold = run.bold
    if bold is None and run.style:
        bold = styles.named(run.style).bold
    if bold is None:
        bold = inherited.bold
    return bool(bold) or run.text.isspace()
