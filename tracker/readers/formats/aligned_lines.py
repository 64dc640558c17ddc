"""The lines of a text laid out with spaces: their pieces, and what repeats on every page.

Owns cutting a line where two or more spaces part it, bullets and numbers that hang before their
text, and the telling of running heads and feet. Which pieces form columns is `aligned_bands`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tracker.cleaning import clean_line
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
_MARK = 2
_OFTEN = 3
_EDGE = 3
"""Running heads and feet have no more lines."""
_NUMBERED = re.compile(
    r"\bpage\s*:?\s*\d+(?:\s*(?:of|/)\s*\d+)?|\b\d+\s*\|\s*page\b", re.IGNORECASE
)
_BARE = re.compile(r"\W*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")
_LAST = re.compile(r"(?<![\d.,])\d{1,4}$")


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
        return len(self.text) <= _MARK


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


class Running(NamedTuple):
    """What repeats at the edges of the pages, each text once."""

    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


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


def without_running(pages: list[list[Laid]]) -> tuple[list[list[Laid]], Running]:
    """Return the pages without their running heads and feet, and what these say."""
    tops = [_outer(page, top=True) for page in pages]
    feet = [_outer(page, top=False) for page in pages]
    often = min(_OFTEN, max(len([page for page in pages if page]), 2))
    texts: tuple[list[str], list[str]] = ([], [])
    kept: list[list[Laid]] = [list(page) for page in pages]
    for which, (edges, top) in enumerate(((tops, True), (feet, False))):
        seen: dict[str, set[int]] = defaultdict(set)
        for edge in edges:
            for line in edge:
                for key in _keys(line, top=top):
                    seen[key].add(line.page)
        page_lines = [list(page) for page in kept]
        for at, edge in enumerate(edges):
            for line in edge:
                pages_of = {key: seen[key] for key in _keys(line, top=top)}
                known = [
                    key
                    for key, on in pages_of.items()
                    if len(on) >= often and (_is_apart(line, page_lines[at], top=top) or "#" in key
                        or (top and _follow_on(on, line.page, often)))
                ]
                if not known or line not in kept[at]:
                    break
                kept[at].remove(line)
                texts[which].append(known[0].rpartition("#")[0] if "#" in known[0] else known[0])
    shown = [tuple(t for t in dict.fromkeys(found) if re.search("[^\\W\\d]", t)) for found in texts]
    return kept, Running(*shown)


def _outer(page: list[Laid], *, top: bool) -> list[Laid]:
    """Return the lines at one edge of a page, from the outside inwards.

    The head of a table is repeated on its pages too: a line in several pieces counts only if it
    holds the number of the page or stands apart from what follows.
    """
    lines = page[:_EDGE] if top else page[::-1][:_EDGE]
    found: list[Laid] = []
    for at, line in enumerate(lines):
        inner = page[at + 1] if top and at + 1 < len(page) else None
        apart = (inner.gap if inner else 0) if top else line.gap
        if len(line.pieces) > 1 and not apart and not _NUMBERED.search(line.text):
            break
        found.append(line)
    return found


def _is_apart(line: Laid, page: Sequence[Laid], *, top: bool) -> bool:
    """Tell whether empty lines part a line from the text of its page."""
    if not top:
        return bool(line.gap) or line is page[0]
    at = page.index(line)
    return at + 1 == len(page) or bool(page[at + 1].gap)


def _follow_on(pages: set[int], page: int, often: int) -> bool:
    """Tell whether pages that follow one another, this among them, are many."""
    first = last = page
    while first - 1 in pages:
        first -= 1
    while last + 1 in pages:
        last += 1
    return last - first + 1 >= often


def _keys(line: Laid, *, top: bool) -> list[str]:
    """Return the texts by which a line may be known on other pages: as it is, or numbered."""
    text = clean_line(line.text)
    bare = clean_line(_NUMBERED.sub("", text))
    numbers = [int(number) for number in re.findall(r"\d+", text)[-2:]]
    if _BARE.fullmatch(text) or bare != text:
        return [f"{'' if _BARE.fullmatch(text) else bare}#{n - line.page}" for n in numbers]
    last = None if top else _LAST.search(text)
    if last and len(line.pieces) > 1:
        return [text, f"{text[: last.start()].rstrip()}#{int(last[0]) - line.page}"]
    return [text]
