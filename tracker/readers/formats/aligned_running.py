"""What repeats at the edges of laid-out pages: running heads and feet, and heads of tables.

Owns telling them from text. A line counts only while it stands outermost, and only if it stands
apart, holds the number of the page, or follows on over pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tracker.cleaning import clean_line
from tracker.readers.formats.page_numbers import BARE, LAST, NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.readers.formats.aligned_lines import Laid

_WORDS = re.compile(r"[^\W\d]")
_OFTEN = 3
_EDGE = 3
"""Running heads and feet have no more lines."""
_TOP = 8
"""Lines that the head of a table may have."""


class Running(NamedTuple):
    """What repeats at the edges of the pages, each text once."""

    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


def without_running(pages: list[list[Laid]]) -> tuple[list[list[Laid]], Running]:
    """Return the pages without their running heads and feet, and what these say."""
    often = min(_OFTEN, max(sum(bool(page) for page in pages), 2))
    gone: set[int] = set()
    said: list[tuple[str, ...]] = []
    for top in (True, False):
        texts = []
        for line, key in _repeated(pages, often, top=top):
            gone.add(id(line))
            texts.append(key.rpartition("#")[0] if "#" in key else key)
        said.append(tuple(text for text in dict.fromkeys(texts) if _WORDS.search(text)))
    return [[line for line in page if id(line) not in gone] for page in pages], Running(*said)


def _repeated(pages: list[list[Laid]], often: int, *, top: bool) -> Iterator[tuple[Laid, str]]:
    """Yield the repeated lines at one edge of the pages, each with what it is known by."""
    edges = [_outer(page, top=top) for page in pages]
    seen: dict[str, set[int]] = defaultdict(set)
    for line in (line for edge in edges for line in edge):
        for key in _keys(line, top=top):
            seen[key].add(line.page)
    for page, edge in zip(pages, edges, strict=True):
        for line in edge:
            known = [key for key in _keys(line, top=top) if len(seen[key]) >= often]
            apart = _is_apart(line, page, top=top)
            sure = [
                key
                for key in known
                if apart or "#" in key or (top and _follow_on(seen[key], line.page, often))
            ]
            if not sure:
                break
            yield line, sure[0]


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
        if len(line.pieces) > 1 and not apart and not NUMBERED.search(line.text):
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
    bare = clean_line(NUMBERED.sub("", text))
    numbers = [int(number) for number in re.findall(r"\d+", text)[-2:]]
    if BARE.fullmatch(text) or bare != text:
        return [f"{'' if BARE.fullmatch(text) else bare}#{n - line.page}" for n in numbers]
    last = None if top else LAST.search(text)
    if last and len(line.pieces) > 1:
        return [text, f"{text[: last.start()].rstrip()}#{int(last[0]) - line.page}"]
    return [text]


def repeated_heads(pages: Sequence[Sequence[Laid]]) -> set[int]:
    """Return the numbers of the lines with which tables begin anew on further pages.

    They stand at the top of a page, in the same order as on another one.
    """
    found: set[int] = set()
    tops = [tuple(line.text for line in page[:_TOP]) for page in pages]
    seen = Counter((at, text) for top in tops for at, text in enumerate(top))
    for page, top in zip(pages, tops, strict=True):
        if not page or len(page[0].pieces) < 2:
            continue
        for at, text in enumerate(top):
            if seen[at, text] < 2:
                break
            found.add(page[at].number)
    return found
