"""A piece of extracted text, with the few tags and marks that extractions leave, as lines.

Owns HTML list and paragraph tags, Markdown emphasis and bullets inside one cell or paragraph.
Which pieces are cells, and tables around them, is `text`; unknown tags stay as they are printed.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.cleaning import clean_line
from tracker.readers.document import Line
from tracker.readers.formats import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>p|br|div|ul|ol|li|h[1-6]|b|strong|i|em|u|s|sup|sub|span|font|a)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LISTS = frozenset({"ul", "ol"})
_INLINE = frozenset({"i", "em", "u", "s", "sup", "sub", "span", "font", "a"})
_BOLD = frozenset({"b", "strong"})
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]+)(?<=[^\s*])\1(?![\w*])")
_ALL_BOLD = re.compile(r"\*\*[^*]+\*\*")
_STRAY = re.compile(r"^\*\*(?=\S)|(?<=\S)\*\*$")
_ESCAPED = re.compile(r"\\([\\*_#|\-.>])")
_LIST = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text between two tags that end a line."""

    text: str
    depth: int = 0
    """How many lists it stands in."""
    bold: bool = False
    mark: str = ""
    rank: int = 0


def read_lines(fragment: str) -> tuple[Line, ...]:
    """Return the paragraphs and list items of one cell or paragraph."""
    pieces = [item for piece in _pieces(fragment) for item in _items(piece)]
    return tuple(_levelled(_numbered(pieces)))


def plain(text: str) -> str:
    """Return one line without emphasis, tags and entities."""
    text = _EMPHASIS.sub(r"\2", _TAG.sub("", text))
    text = _ESCAPED.sub(r"\1", _STRAY.sub("", text.strip()))
    return marks.with_ticks(clean_line(_ENTITY.sub(lambda found: html.unescape(found[0]), text)))


def is_bold(text: str) -> bool:
    """Tell whether Markdown prints the whole text bold."""
    return bool(_ALL_BOLD.fullmatch(text.strip()))


def _pieces(fragment: str) -> Iterator[_Piece]:
    """Cut at tags that begin or end a line, counting the lists around each piece."""
    if "<" not in fragment:
        yield _Piece(fragment, 0, is_bold(fragment))
        return
    closes = re.search(r"</[uo]l\s*>", fragment, re.IGNORECASE) is not None
    depth, start, bold = 0, 0, False
    text: list[str] = []
    for tag in _TAG.finditer(fragment):
        name, ends = tag["name"].lower(), bool(tag["end"])
        text.append(fragment[start : tag.start()])
        start = tag.end()
        if name in _BOLD:
            bold = bold or not "".join(text).strip()
        if name in _INLINE or name in _BOLD:
            continue
        yield _Piece("".join(text), depth, bold or is_bold("".join(text)))
        text, bold = [], False
        if name in _LISTS:
            depth = _depth_after(depth, ends=ends, resets=name == "ul" and not closes)
    text.append(fragment[start:])
    yield _Piece("".join(text), depth, bold or is_bold("".join(text)))


def _depth_after(depth: int, *, ends: bool, resets: bool) -> int:
    """Return how many lists are open after a list tag.

    Extractions that never close a list begin each further one beside the last, not inside it.
    """
    if ends:
        return max(depth - 1, 0)
    return 1 if resets else depth + 1


def _items(piece: _Piece) -> Iterator[_Piece]:
    """Cut a piece before each bullet, or each letter of a lettered run in a list."""
    texts = marks.split_items(piece.text)
    if len(texts) == 1 and piece.depth:
        texts = _split_letters(piece.text)
    for text in texts:
        marked = marks.split_bullet(text.strip())
        cleaned = plain(marked.text)
        if cleaned:
            depth = max(piece.depth, 1) if marked.mark else piece.depth
            yield replace(piece, text=cleaned, depth=depth, mark=marked.mark, rank=marked.rank)


def _split_letters(text: str) -> list[str]:
    """Cut `a. one b. two` at its letters in their order.

    Where the extraction lost the space after the list tag it lost those between the items too, so
    that a letter may stick to the word before.
    """
    glued = not text[:1].isspace()
    rest, found = text.strip(), []
    if not re.match(r"a[.)]\s", rest):
        return [text]
    for letter in "bcdefghijklmnopqrstuvwxyz":
        cut = re.search(rf"(?<=\s){letter}[.)]\s+(?=\S)", rest)
        if not cut and glued:
            cut = re.search(rf"(?<=[a-z.;]){letter}[.)]\s+(?=[A-Z])", rest)
        if not cut:
            break
        found.append(rest[: cut.start()])
        rest = rest[cut.start() :]
    return [*found, rest]


def _numbered(pieces: list[_Piece]) -> list[_Piece]:
    """Take the numbers and letters off items that form a typed list.

    One number alone may be a code or a heading, so it stays in its text.
    """
    split = [marks.split_number("" if piece.mark else piece.text) for piece in pieces]
    if sum(1 for number in split if number.mark) < _LIST:
        return pieces
    return [_as_item(piece, number) for piece, number in zip(pieces, split, strict=True)]


def _as_item(piece: _Piece, number: marks.Marked) -> _Piece:
    if not number.mark:
        return piece
    text, mark, rank = number
    return replace(piece, text=text, depth=max(piece.depth, 1), mark=mark, rank=rank)


def _levelled(pieces: list[_Piece]) -> Iterator[Line]:
    """Give each list item its level, from the lists around it and the kinds of mark beside it."""
    ranks: dict[int, list[int]] = {}
    for piece in pieces:
        if piece.depth:
            ranks[piece.depth] = sorted({*ranks.get(piece.depth, ()), piece.rank})
    for piece in pieces:
        level = piece.depth - 1 + ranks[piece.depth].index(piece.rank) if piece.depth else None
        typed = piece.mark if piece.rank > 1 else ""
        yield Line(piece.text, level=level, bold=piece.bold, mark=typed)
