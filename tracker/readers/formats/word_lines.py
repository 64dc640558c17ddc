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
from tracker.readers.formats.word_names import MC, W, child, indent_of, is_on, number, value
from tracker.readers.formats.word_styles import outline_of
from tracker.readers.formats.word_text import Run, Tally, chosen, runs_of, shading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tracker.readers.formats.levels import Nest
    from tracker.readers.formats.word_lists import ListItem, Lists
    from tracker.readers.formats.word_styles import Inherited, Styles

TOLERANCE = 100
"""Indents within five points are the same."""
_AROUND = frozenset(
    f"{W}{name}" for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent")
)


@dataclass(slots=True)
class Context:
    """What reading one document needs on the way."""

    styles: Styles
    lists: Lists
    tally: Tally
    carried: list[Run] = field(default_factory=list)
    """Runs of a paragraph whose end was deleted, so that the next one goes on from it."""


class Read(NamedTuple):
    """The lines of a paragraph and the colours behind its text."""

    lines: list[Line]
    fills: frozenset[str | None] = frozenset()


class _Look(NamedTuple):
    """What a paragraph is, besides its text."""

    inherited: Inherited
    item: ListItem | None
    list_id: str
    indent: int
    heading: int | None


def parts_of(container: etree._Element, tally: Tally) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of a body, cell or box, in order."""
    for part in container:
        tag = part.tag
        if tag in {f"{W}p", f"{W}tbl"}:
            yield part
        elif tag == f"{W}sdt":
            if not is_on(child(part, "sdtPr/showingPlcHdr")):
                yield from parts_of(part, tally)
        elif tag in _AROUND:
            tally.changes += tag in {f"{W}ins", f"{W}moveTo"}
            yield from parts_of(part, tally)
        elif tag in {f"{W}del", f"{W}moveFrom"}:
            tally.changes += 1
        elif tag == f"{MC}AlternateContent":
            yield from parts_of(chosen(part), tally)


def read_paragraph(
    paragraph: etree._Element, context: Context, nest: Nest, *, in_cell: bool = False
) -> Read:
    """Return the lines of a paragraph; none where it is empty or its end was deleted."""
    properties = child(paragraph, "pPr")
    look = _look(properties, context)
    runs = [*context.carried, *runs_of(paragraph, context.tally)]
    context.carried = []
    if child(properties, "rPr/del") is not None:
        context.tally.changes += 1
        context.carried = runs
        return Read([])
    if child(properties, "rPr/ins") is not None:
        context.tally.changes += 1
    label = look.item.label if look.item else ""
    pieces = _pieces("".join(run.text for run in runs), in_list=look.item is not None)
    if not pieces and label and in_cell:
        return Read([Line(label)])
    bold = _is_bold(runs, look.inherited, context.styles)
    behind = shading(child(properties, "shd"))
    fills = frozenset(run.highlight or behind for run in runs if run.text.strip())
    return Read([_line(piece, look, nest, context, bold=bold) for piece in pieces], fills)


def _look(properties: etree._Element | None, context: Context) -> _Look:
    """Find what a paragraph is, counting it in its list."""
    style = value(properties, "pStyle")
    inherited = context.styles.paragraph(style)
    direct = child(properties, "numPr") is not None
    list_id = value(properties, "numPr/numId") or inherited.list_id or "0"
    level = number(value(properties, "numPr/ilvl"))
    if level is None:
        level = inherited.list_level
    if level is None:
        level = context.lists.level_of_style(list_id, style or "")
    item = None if list_id == "0" else context.lists.item(list_id, level)
    of_list = item.indent if item else None
    order = (of_list, inherited.indent) if direct else (inherited.indent, of_list)
    indents = (indent_of(properties), *order, 0)
    indent = next(indent for indent in indents if indent is not None)
    heading = outline_of(properties) or inherited.heading
    return _Look(inherited, item, list_id, indent, heading)


def _pieces(text: str, *, in_list: bool) -> list[str]:
    """Cut a paragraph at its line breaks; in a list item only where a bullet follows."""
    pieces: list[str] = []
    for part in text.split("\n"):
        piece = clean_line(part)
        if in_list and pieces and piece and not split_bullet(piece).mark:
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif piece:
            pieces.append(piece)
    return pieces


def _line(piece: str, look: _Look, nest: Nest, context: Context, *, bold: bool) -> Line:
    text, mark, rank = split_bullet(piece)
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


def _is_bold(runs: list[Run], inherited: Inherited, styles: Styles) -> bool:
    visible = [run for run in runs if run.text.strip()]
    return bool(visible) and all(_run_is_bold(run, inherited, styles) for run in visible)


def _run_is_bold(run: Run, inherited: Inherited, styles: Styles) -> bool:
    if run.bold is not None:
        return run.bold
    by_style = styles.named(run.style).bold if run.style else None
    return bool(inherited.bold if by_style is None else by_style)
