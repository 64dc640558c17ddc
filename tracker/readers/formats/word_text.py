"""The text of Word's paragraphs, as a person sees it on the page.

Owns runs, fields, symbols, boxes and tracked changes inside a paragraph. Lists and styles are
looked up by `word_lines`; tables are `word_tables`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.marks import in_font
from tracker.readers.formats.word_names import MATH, MC, W14, W, child, is_on, number, value

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_PLAIN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
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
        taken, self.boxes = self.boxes, []
        return taken


def runs_of(element: etree._Element, tally: Tally) -> Iterator[Run]:
    """Yield the runs of a paragraph, tracked changes read as accepted."""
    for part in element:
        tag = part.tag
        if tag == f"{W}r":
            yield from _run(part, tally)
        elif tag in _CONTAINERS:
            tally.changes += tag in _ARRIVED
            yield from runs_of(part, tally)
        elif tag == f"{W}sdt":
            yield from _control(part, tally)
        elif tag in _GONE:
            tally.changes += 1
        elif tag == f"{MATH}r":
            yield Run("".join(text.text or "" for text in part.iter(f"{MATH}t")))
        elif tag.startswith(MATH):
            yield from runs_of(part, tally)
        elif tag == f"{MC}AlternateContent":
            yield from runs_of(chosen(part), tally)


def _run(run: etree._Element, tally: Tally) -> Iterator[Run]:
    look = child(run, "rPr")
    text = "".join(_pieces(run, look, tally))
    if not text:
        return
    if look is None:
        yield Run(text)
    elif is_on(child(look, "vanish")):
        tally.hidden += bool(text.strip())
    else:
        highlight = _HIGHLIGHTS.get(value(look, "highlight") or "")
        shade = shading(child(look, "shd"))
        yield Run(text, is_on(child(look, "b")), value(look, "rStyle"), highlight or shade)


def _pieces(run: etree._Element, look: etree._Element | None, tally: Tally) -> Iterator[str]:
    for part in run:
        tag = part.tag
        if tag == f"{W}fldChar":
            yield from _field(part, tally)
        elif tag == f"{W}lastRenderedPageBreak":
            tally.page = (tally.page or 0) + 1
        elif not all(tally.fields):
            continue
        elif tag == f"{W}t":
            yield in_font(part.text or "", _font(look))
        elif tag == f"{W}br":
            yield "\n" if part.get(f"{W}type", "textWrapping") == "textWrapping" else " "
        elif tag == f"{W}sym":
            yield _symbol(part)
        elif tag in _PLAIN:
            yield _PLAIN[tag]
        elif tag in _DRAWN or tag == f"{MC}AlternateContent":
            _draw(chosen(part), tally)


def _field(mark: etree._Element, tally: Tally) -> Iterator[str]:
    """Follow where a field's instruction ends; form fields show what was ticked or chosen."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        tally.fields.append(False)
        yield from _form_field(child(mark, "ffData"))
    elif kind == "separate" and tally.fields:
        tally.fields[-1] = True
    elif kind == "end" and tally.fields:
        tally.fields.pop()


def _form_field(form: etree._Element | None) -> Iterator[str]:
    box = child(form, "checkBox")
    if box is not None:
        ticked = is_on(child(box, "checked"))
        yield "☒" if ticked or (ticked is None and is_on(child(box, "default"))) else "☐"
    choices = child(form, "ddList")
    if choices is not None:
        entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
        chosen = number(value(choices, "result")) or 0
        yield entries[chosen] if chosen < len(entries) else ""


def _control(control: etree._Element, tally: Tally) -> Iterator[Run]:
    """Read a content control, but not the words that only say where to type."""
    properties = child(control, "sdtPr")
    if is_on(child(properties, "showingPlcHdr")):
        return
    content = control.find(f"{W}sdtContent")
    inside = [] if content is None else list(runs_of(content, tally))
    yield from inside
    box = None if properties is None else properties.find(f"{W14}checkbox")
    if box is not None and not "".join(run.text for run in inside).strip():
        ticked = box.find(f"{W14}checked")
        on = ticked is not None and ticked.get(f"{W14}val", "1") in {"1", "true", "on"}
        yield Run("☒" if on else "☐")


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


def _font(look: etree._Element | None) -> str:
    fonts = child(look, "rFonts")
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
