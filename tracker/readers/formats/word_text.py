"""The text of Word's paragraphs, as a person sees it on the page.

Owns runs, fields, symbols, boxes and tracked changes inside a paragraph. Lists and styles are
looked up by `word_lines`; tables are `word_tables`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.marks import in_font, with_ticks
from tracker.readers.formats.word_names import (
    MATH,
    MC,
    W14,
    Parts,
    W,
    child,
    is_on,
    number,
    said,
    value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_CONTAINERS = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "bdo", "dir",
        "ruby", "rubyBase", "ins", "moveTo",
    )
) | {f"{MATH}oMath", f"{MATH}oMathPara"}  # fmt: skip
_ARRIVED = frozenset({f"{W}ins", f"{W}moveTo"})
_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"})
_PLAIN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_RUN, _TEXT, _FIELD, _BREAK = f"{W}r", f"{W}t", f"{W}fldChar", f"{W}br"
_SYMBOL, _PAGE = f"{W}sym", f"{W}lastRenderedPageBreak"
_LOOK, _HIDDEN, _BOLD, _STYLE = f"{W}rPr", f"{W}vanish", f"{W}b", f"{W}rStyle"
_HIGHLIGHT, _SHADE, _FONTS = f"{W}highlight", f"{W}shd", f"{W}rFonts"
_ALTERNATIVES = f"{MC}AlternateContent"
_LOOKS = frozenset({_HIDDEN, _BOLD, _STYLE, _HIGHLIGHT, _SHADE, _FONTS})
_ASIDE = frozenset(f"{W}{name}" for name in ("pPr", "proofErr", "bookmarkStart", "bookmarkEnd"))
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF",
    "blue": "0000FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000",
}  # fmt: skip


class Run(NamedTuple):
    """A stretch of text with one look."""

    text: str
    bold: bool | None = None
    """None where the paragraph's style decides."""
    style: str | None = None
    highlight: str | None = None


@dataclass(slots=True)
class Tally:
    """What was met on the way through a document."""

    changes: int = 0
    """Tracked insertions, deletions and moves."""
    hidden: int = 0
    """Runs that Word does not show."""
    pictures: int = 0
    page: int | None = None
    """The page that Word last laid the text out on; None where it did not say."""
    fields: list[bool] = field(default_factory=list)
    """For each open field, whether its instruction has ended and its result begun."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes whose text follows the paragraph."""

    def take_boxes(self) -> list[etree._Element]:
        """Return the text boxes met since the last call."""
        taken = self.boxes
        if taken:
            self.boxes = []
        return taken


def runs_of(children: Iterable[etree._Element], tally: Tally) -> list[Run]:
    """Return the runs among the children of a paragraph, tracked changes read as accepted."""
    runs: list[Run] = []
    for part in children:
        tag = part.tag
        if tag == _RUN:
            run = _run(part, tally)
            if run:
                runs.append(run)
        elif tag not in _ASIDE:
            runs += _inside(part, tally)
    return runs


def _inside(part: etree._Element, tally: Tally) -> list[Run]:
    """Return the runs of what stands in a paragraph beside its own runs."""
    tag = part.tag
    if tag in _CONTAINERS or tag.startswith(MATH):
        tally.changes += tag in _ARRIVED
        if tag == f"{MATH}r":
            return [Run("".join(text.text or "" for text in part.iter(f"{MATH}t")))]
        return runs_of(part, tally)
    if tag == f"{W}sdt":
        return _control(part, tally)
    tally.changes += tag in _GONE
    return runs_of(chosen(part), tally) if tag == _ALTERNATIVES else []


def _run(run: etree._Element, tally: Tally) -> Run | None:
    text = ""
    look: Parts = {}
    shown = not tally.fields or all(tally.fields)
    for part in run:
        tag = part.tag
        if tag == _TEXT:
            text = f"{text}{part.text}" if shown and part.text else text
        elif tag == _LOOK:
            look = {each.tag: each for each in part if each.tag in _LOOKS}
        else:
            text += _piece(part, tally)
            shown = all(tally.fields)
    if not text:
        return None
    if not look:
        return Run(text if text.isascii() else with_ticks(text))
    if is_on(look.get(_HIDDEN)):
        tally.hidden += not text.isspace()
        return None
    text = in_font(text, _font(look.get(_FONTS)))
    if len(look) == 1 and _BOLD in look:
        return Run(text, is_on(look[_BOLD]))
    highlight = _HIGHLIGHTS.get(said(look.get(_HIGHLIGHT)) or "")
    shade = shading(look.get(_SHADE))
    return Run(text, is_on(look.get(_BOLD)), said(look.get(_STYLE)), highlight or shade)


def _piece(part: etree._Element, tally: Tally) -> str:
    """Return what an element other than text adds to its run."""
    tag = part.tag
    if tag == _FIELD:
        return _field(part, tally)
    if tag == _PAGE:
        tally.page = (tally.page or 0) + 1
    if not all(tally.fields):
        return ""
    if tag == _SYMBOL:
        return _symbol(part)
    if tag == _BREAK:
        return "\n" if part.get(f"{W}type", "textWrapping") == "textWrapping" else " "
    if tag in _DRAWN:
        _draw(chosen(part), tally)
    return _PLAIN.get(tag, "")


def _field(mark: etree._Element, tally: Tally) -> str:
    """Follow where a field's instruction ends; form fields show what was ticked or chosen."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        shown = _form_field(child(mark, "ffData")) if all(tally.fields) else ""
        tally.fields.append(False)
        return shown
    if kind == "separate" and tally.fields:
        tally.fields[-1] = True
    elif kind == "end" and tally.fields:
        tally.fields.pop()
    return ""


def _form_field(form: etree._Element | None) -> str:
    box = child(form, "checkBox")
    if box is not None:
        ticked = is_on(child(box, "checked"))
        return "☒" if ticked or (ticked is None and is_on(child(box, "default"))) else "☐"
    choices = child(form, "ddList")
    if choices is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
    taken = number(value(choices, "result")) or 0
    return entries[taken] if 0 <= taken < len(entries) else ""


def _control(control: etree._Element, tally: Tally) -> list[Run]:
    """Read a content control, but not the words that only say where to type."""
    kind = child(control, "sdtPr")
    if is_on(child(kind, "showingPlcHdr")):
        return []
    content = child(control, "sdtContent")
    inside = [] if content is None else runs_of(content, tally)
    box = None if kind is None else kind.find(f"{W14}checkbox")
    if box is None or "".join(run.text for run in inside).strip():
        return inside
    ticked = box.find(f"{W14}checked")
    on = ticked is not None and ticked.get(f"{W14}val", "1") in {"1", "true", "on"}
    return [Run("☒" if on else "☐")]


def chosen(element: etree._Element) -> etree._Element:
    """Return the first of the alternatives that hold the same thing for different programs."""
    if element.tag != f"{MC}AlternateContent":
        return element
    choice = element.find(f"{MC}Choice")
    fallback = element.find(f"{MC}Fallback")
    if choice is not None:
        return choice
    return element if fallback is None else fallback


def _draw(drawing: etree._Element, tally: Tally) -> None:
    """Keep the text boxes of a drawing for later; count it as a picture where it has none."""
    boxes = _boxes(drawing)
    tally.boxes.extend(boxes)
    tally.pictures += not boxes


def _boxes(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for part in element:
        if part.tag == f"{W}txbxContent":
            found.append(part)
        else:
            found.extend(_boxes(chosen(part)))
    return found


def _font(fonts: etree._Element | None) -> str:
    return "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _symbol(symbol: etree._Element) -> str:
    try:
        character = chr(int(symbol.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return in_font(character, symbol.get(f"{W}font", ""))


def shading(shade: etree._Element | None) -> str | None:
    """Return the colour of a shading; None for none, white and automatic."""
    if shade is None or shade.get(f"{W}val") == "nil":
        return None
    solid = shade.get(f"{W}val") == "solid"
    colour = (shade.get(f"{W}color" if solid else f"{W}fill") or "").upper()
    hexadecimal = len(colour) == len("FFFFFF") and set(colour) <= set("0123456789ABCDEF")
    return colour if hexadecimal and colour != "FFFFFF" else None
