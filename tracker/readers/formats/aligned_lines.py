"""The lines of a text laid out with spaces, and their pieces.

Owns cutting a line where two or more spaces part it, and bullets and numbers that hang before
their text. What repeats on pages is `aligned_running`, which pieces form columns `aligned_bands`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.formats.marks import split_bullet, split_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85")
_PIECE = re.compile(r"\S+(?: \S+)*")
_TAB_WIDTH = 8
_STOP = re.compile(r"[.!?]$")
_HANGING = 10
"""So far from a bullet or number its text may stand."""
_ORDINAL = re.compile(r"st|nd|rd|th")
_DAY = re.compile(r"\d$")
MARK = 2
"""A text of no more characters may be a mark, such as a tick or a letter."""


class Piece(NamedTuple):
    """A run of words in one line, with no gap inside."""

    start: int
    """Where it begins, in characters from the left."""
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def is_mark(self) -> bool:
        """Whether it is too short to tell where a column stands, as a tick or a letter is."""
        return len(self.text) <= MARK


class Laid(NamedTuple):
    """One line that holds text."""

    number: int
    """In the file, from 1."""
    page: int
    gap: int
    """How many empty lines stand above it on its page."""
    pieces: tuple[Piece, ...]

    @property
    def place(self) -> str:
        """Where a person finds it."""
        return f"line {self.number}, page {self.page}"

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.pieces[-1].end


def laid_pages(text: str) -> list[list[Laid]]:
    """Return the lines of each page that hold text."""
    pages: list[list[Laid]] = [[]]
    gap = 0
    for number, line in enumerate(_BREAK.split(text), start=1):
        for index, part in enumerate(line.replace("\v", " ").split("\f")):
            if index:
                pages.append([])
                gap = 0
            pieces = _pieces(part)
            if not pieces:
                gap += 1
                continue
            pages[-1].append(Laid(number, len(pages), gap, pieces))
            gap = 0
    return [_with_ordinals(page) for page in pages]


def _pieces(text: str) -> tuple[Piece, ...]:
    """Cut a line at gaps; two spaces after a full stop are none."""
    text = text.replace("\u00a0", " ").expandtabs(_TAB_WIDTH)
    found: list[Piece] = []
    for match in _PIECE.finditer(text):
        piece = Piece(match.start(), match[0])
        above = found[-1] if found else None
        if above and piece.start - above.end == 2 and _STOP.search(above.text):
            found[-1] = Piece(above.start, text[above.start : piece.end])
        else:
            found.append(piece)
    return tuple(_hung(found, text))


def _hung(pieces: list[Piece], text: str) -> Iterator[Piece]:
    """Put bullets to the text behind them, and the number that a line of text begins with."""
    held: Piece | None = None
    for at, piece in enumerate(pieces):
        follows = at + 1 < len(pieces) and pieces[at + 1].start - piece.end <= _HANGING
        probe = f"{piece.text} x"
        hangs = bool(split_bullet(probe).mark) and split_bullet(probe).text == "x"
        if at == 0 and len(pieces) == 2:
            hangs = hangs or split_number(probe).text == "x"
        if held is None and hangs and follows:
            held = piece
            continue
        yield Piece(held.start, text[held.start : piece.end]) if held else piece
        held = None


def _with_ordinals(lines: list[Laid]) -> list[Laid]:
    """Put raised endings, as in `31st`, back behind their numbers in the line below."""
    found: list[Laid] = []
    raised: list[Piece] = []
    for line in lines:
        if raised:
            line = line._replace(pieces=tuple(_raised(piece, raised) for piece in line.pieces))  # noqa: PLW2901
            raised = []
        if all(_ORDINAL.fullmatch(piece.text) for piece in line.pieces):
            raised = list(line.pieces)
        else:
            found.append(line)
    return found


def _raised(piece: Piece, raised: Sequence[Piece]) -> Piece:
    text = piece.text
    for ending in reversed(raised):
        for at in range(ending.start - piece.start - 3, ending.start - piece.start + 4):
            if 0 < at <= len(text) and _DAY.search(text[:at]) and text[at : at + 1] in {"", " "}:
                text = text[:at] + ending.text + text[at:]
                break
    return Piece(piece.start, text)
