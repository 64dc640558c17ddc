"""The marks that begin list items and that fill rating cells, however a paper draws them.

Owns typed bullets, bullets of symbol fonts, numbers and letters of typed lists, and which symbol
of a font is a tick. The levels of a list are found by each format from what it knows: tags,
indents or Word's own lists.
"""

from __future__ import annotations

import re
from typing import NamedTuple

WINGDINGS = {
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf0fd": "☒",
    "\uf0fe": "☑",
    "\uf06f": "☐",
    "\uf071": "☐",
    "\uf072": "☐",
    "\uf0a8": "☐",
}
"""What people tick boxes with, by its place in the font; text without a font means this one."""
WINGDINGS_2 = {
    "\uf050": "✓",
    "\uf04f": "✗",
    "\uf052": "☑",
    "\uf053": "☒",
    "\uf054": "☒",
    "\uf02a": "☐",
    "\uf0a3": "☐",
}
WEBDINGS = {"\uf061": "✓", "\uf072": "✗", "\uf063": "☐"}
BULLETS_ALONE = frozenset("\uf0b7\uf0a7\uf0d8\uf076")
"""Bullets of symbol fonts that nobody ticks with: alone they begin an empty item."""

_FONTS = {
    "wingdings": str.maketrans(WINGDINGS),
    "wingdings 2": str.maketrans(WINGDINGS_2),
    "webdings": str.maketrans(WEBDINGS),
    "symbol": {},
}
_TICKS = _FONTS["wingdings"]
_SYMBOL_PAGE = 0xF000
_ROUND = "•●⚫⬤▪■◾◼♦◆❖➢➤►▶➔→✦❑❒❍\u2043∙"
_HOLLOW = "◦○▫□◇‣"
_DASHES = "o\\-\u2010\u2011\u2013\u2014"
_PRIVATE = "\ue000-\uf8ff"
_BULLET = re.compile(rf"(?:[{_ROUND}{_HOLLOW}{_PRIVATE}·]\s*|[{_DASHES}>*+]\s+)(?=\S)")
_DEEPER = re.compile(rf"[{_HOLLOW}{_DASHES}]")
_INSIDE = re.compile(rf"\s*(?=[•●▪■➢❖◦{_PRIVATE}]\s*\S)|(?<=\s)(?=·\s)|(?<=\s)(?=>\s+[A-Z])")
_NUMBER = re.compile(
    r"\(?(?:(?P<number>\d{1,2})|(?P<roman>x?(?:ix|iv|v?i{1,3}|v))|(?P<letter>[a-z]))[.)]\s+(?=\S)"
)


class Marked(NamedTuple):
    """A text and the mark that it began with."""

    text: str
    mark: str = ""
    rank: int = 0
    """How deep such a mark usually stands beside others: 0 for a round bullet."""


def with_ticks(text: str) -> str:
    """Return the text with the ticks and boxes of symbol fonts as ordinary characters."""
    return text if text.isascii() else text.translate(_TICKS)


def in_font(text: str, font: str) -> str:
    """Return a text as a font shows it: a plain letter may be a tick in a symbol font."""
    ticks = _FONTS.get(font.strip().lower())
    if ticks is None:
        return with_ticks(text)
    if not ticks:
        return text.replace("\u00b7", "\uf0b7")
    private = (chr(_SYMBOL_PAGE + ord(c)) if " " < c < "\u0100" else c for c in text)
    return "".join(private).translate(ticks)


def split_bullet(text: str) -> Marked:
    """Split a typed bullet from the text that it begins."""
    found = _BULLET.match(text)
    if not found:
        return Marked(text)
    return Marked(text[found.end() :], found[0].strip(), 1 if _DEEPER.match(text) else 0)


def split_items(text: str) -> list[str]:
    """Split a run of text before each bullet that stands inside it."""
    return [piece for piece in _INSIDE.split(text) if piece and not piece.isspace()]


def split_number(text: str) -> Marked:
    """Split the number or letter of a typed list from the text that it begins."""
    found = _NUMBER.match(text)
    if not found:
        return Marked(text)
    return Marked(text[found.end() :], found[0].strip(), 2 if found["number"] else 3)
