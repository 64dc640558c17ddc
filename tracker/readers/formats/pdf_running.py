"""Headers, footers and page numbers: what repeats at the edge of the pages.

Owns finding them. Only the outermost lines of a page count, and only while each is repeated, so
that a rating printed on every page below its proposal is not taken for a header.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tracker.cleaning import clean_line
from tracker.readers.formats.page_numbers import BARE, LAST, NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.readers.formats.pdf_geometry import Page
    from tracker.readers.formats.pdf_lines import Printed
    from tracker.readers.formats.pdf_tables import PrintedTable

_EDGE = 0.15
"""The part of a page's height in which headers and footers stand."""
_OFTEN = 3
_OUTER = 45.0
"""So near to the edge of the paper, a line that comes twice is a header or footer."""
_LEVEL = 2.5


class Edge(NamedTuple):
    """A line at the edge of a page."""

    page: int
    top: bool
    base: float
    key: str
    """Its text without the page number."""


class Running(NamedTuple):
    """What repeats."""

    edges: frozenset[Edge]
    headers: tuple[str, ...]
    """Each text once."""
    footers: tuple[str, ...]

    def without(self, lines: list[Printed], page: int) -> list[Printed]:
        """Return the lines of a page that are not repeated ones."""
        return [
            line
            for line in lines
            if _edge(line, page, top=True) not in self.edges
            and _edge(line, page, top=False) not in self.edges
        ]


def find_running(
    pages: list[Page], texts: list[list[Printed]], tables: list[list[PrintedTable]]
) -> Running:
    """Return the headers, footers and page numbers of a paper."""
    outer: list[list[Edge]] = []
    for page, lines, found in zip(pages, texts, tables, strict=True):
        ceiling = max((table.top for table in found), default=0.0)
        floor = min((table.floor for table in found), default=page.height)
        top = [line for line in lines if line.base > max(ceiling, (1 - _EDGE) * page.height)]
        bottom = [line for line in lines if line.base < min(floor, _EDGE * page.height)]
        outer.append([_edge(line, page.number, top=True) for line in top])
        outer.append([_edge(line, page.number, top=False) for line in reversed(bottom)])
    heights: dict[tuple[bool, str], list[float]] = defaultdict(list)
    for edge in (edge for edges in outer for edge in edges):
        heights[edge.top, edge.key].append(edge.base)
    paper = {page.number: page.height for page in pages}
    repeated = [edge for edges in outer for edge in _outermost(edges, heights, paper)]
    return Running(frozenset(repeated), _texts(repeated, top=True), _texts(repeated, top=False))


def _outermost(
    edges: list[Edge], heights: dict[tuple[bool, str], list[float]], paper: dict[int, float]
) -> Iterator[Edge]:
    """Yield the lines from the edge inwards, up to the first that is not repeated."""
    for edge in edges:
        level = [at for at in heights[edge.top, edge.key] if abs(at - edge.base) <= _LEVEL]
        from_edge = paper[edge.page] - edge.base if edge.top else edge.base
        often = 2 if from_edge <= _OUTER or len(paper) < _OFTEN else _OFTEN
        if edge.key and len(level) < often:
            return
        yield edge


def _edge(line: Printed, page: int, *, top: bool) -> Edge:
    text = clean_line(NUMBERED.sub("", line.text))
    if BARE.fullmatch(text):
        text = ""
    last = None if top else LAST.search(text)
    if last and abs(int(last[0]) - page) < _OFTEN:
        text = text[: last.start()].rstrip()
    return Edge(page, top, round(line.base, 1), text)


def _texts(edges: list[Edge], *, top: bool) -> tuple[str, ...]:
    found = dict.fromkeys(edge.key for edge in edges if edge.top == top)
    return tuple(text for text in found if any(character.isalpha() for character in text))
