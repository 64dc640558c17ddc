"""Rows with a label: rating, indicator, evidence, actions, and the rows that go on with them.

Owns what the cells beside a label mean. Damage is told: text cut into several cells, and rating
rows that stand askew.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.kinds import Severity
from tracker.readers.papers.beginnings import open_label
from tracker.readers.papers.blocks import extend
from tracker.readers.papers.collecting import add, take_rating
from tracker.readers.papers.labels import INDICATOR, SCALE, Label, read_label
from tracker.readers.papers.levels import may_rate
from tracker.readers.papers.rating_rows import is_level, is_summary
from tracker.readers.papers.walk import RATINGS, end_grid, leave_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.document import Cell, Line
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.walk import Walk

_PARTS = frozenset(("action", "evidence"))
"""Labels that may part the text of one cell."""


def is_label(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> bool:
    """Read a row whose first cell is a label, with its content beside it."""
    first = filled[0]
    alone = len(filled) == 1 and (first.span >= strip.width or strip.width == 1)
    if first.column > 0 and not alone:
        return False
    label = read_label(first.text, alone=alone or walk.grid is not None)
    if label is None:
        return False
    if not walk.inside and walk.scale is None:
        return False
    if label.key == SCALE:
        return len(filled) == 1
    end_grid(walk)
    open_label(walk, label, strip, in_paragraphs=False)
    if label.rest:
        rest = replace(first.lines[0], text=_behind(first.lines[0].text, label), bold=False)
        cells: tuple[Cell, ...] = (replace(first, lines=(rest, *first.lines[1:]), column=-1),)
    else:
        cells = tuple(cell for cell in strip.cells if cell is not first)
    _content(walk, strip, cells, labelled=True)
    _labels_beside(walk, strip, filled[1:] if label.rest else ())
    return True


def _labels_beside(walk: Walk, strip: Strip, cells: Sequence[Cell]) -> None:
    """Read further labels of a row, each with its own content behind it."""
    for cell in cells:
        label = read_label(cell.text, alone=True)
        if label is not None and label.key in RATINGS and label.rest:
            open_label(walk, label, strip, in_paragraphs=False)
            rest = replace(cell.lines[0], text=label.rest, bold=False)
            _content(walk, strip, (replace(cell, lines=(rest,), column=-1),), labelled=True)


def _behind(text: str, label: Label) -> str:
    """Return what stands behind a label in its own line."""
    return label.rest if text.endswith(label.rest) else re.split(r":\s*", text, maxsplit=1)[-1]


def go_on(walk: Walk, strip: Strip, filled: tuple[Cell, ...]) -> None:
    """Take a row without a label as the rest of the one above, its first cell being empty."""
    if is_summary(walk, strip, filled) or walk.label is None:
        return
    first, rating = strip.cells[0], walk.label.key in RATINGS
    beside = first.lines and strip.width > 1 and first.span < strip.width
    if (beside or len(filled) > 1) and walk.label.key in {"action", "evidence"}:
        if not is_level(walk, strip, filled):
            leave_over(walk, strip, filled)
        return
    cells = strip.cells if first.lines else strip.cells[1:]
    if rating and not first.continues and not all(may_rate(c.text, walk.framework) for c in cells):
        leave_over(walk, strip, filled)
    else:
        _content(walk, strip, cells, labelled=False)


def _content(walk: Walk, strip: Strip, cells: tuple[Cell, ...], *, labelled: bool) -> None:
    """Take the cells beside a label, each kind in its own way."""
    if walk.label is None:
        return
    if walk.label.key in RATINGS:
        if not (labelled and _is_shifted(walk, strip, cells)):
            take_rating(walk, cells, strip.place)
    elif walk.label.key == INDICATOR:
        _take_indicators(walk, cells)
    else:
        filled = [cell for cell in cells if cell.lines]
        if len(filled) > 1:
            what = "improvement actions" if walk.label.key == "action" else walk.label.key
            walk.found.tell(
                strip.place,
                f"The text beside {what} stands in {len(filled)} cells instead of one, as when a"
                " page was cut up. The parts are kept in their order; check them.",
            )
        lines: tuple[Line, ...] = ()
        for cell in filled:
            lines = extend(lines, cell.lines)
        _take_lines(walk, lines, strip)


def _take_lines(walk: Walk, lines: Sequence[Line], strip: Strip) -> None:
    """Take the lines of a cell, in which labels of their own may part evidence from actions."""
    labels = [read_label(x.text, alone=True) if x.level is None else None for x in lines]
    parts = [i for i, x in enumerate(labels) if x and not x.rest and x.key in _PARTS]
    for start, end in pairwise((-1, *parts, len(lines))):
        label = labels[start] if start >= 0 else None
        if label is not None:
            open_label(walk, label, strip, in_paragraphs=False)
        if lines[start + 1 : end]:
            add(walk, tuple(lines[start + 1 : end]), strip.place)


def _is_shifted(walk: Walk, strip: Strip, cells: Sequence[Cell]) -> bool:
    """Tell whether a rating row stands askew under its scale: then its marks say nothing."""
    beside = bool(cells) and cells[0].column >= 0
    if not (walk.code and walk.levels and beside) or strip.filled[0].column == walk.scale_label:
        return False
    told = " ".join(cell.text for cell in cells if cell.lines)
    message = f'The rating row ("{told}") is shifted against its levels, so it is not read.'
    walk.found.tell(strip.place, message, Severity.ERROR)
    walk.found.about(walk.code).shifted = True
    return True


def _take_indicators(walk: Walk, cells: Sequence[Cell]) -> None:
    if walk.code is None:
        return
    notes = walk.found.about(walk.code)
    for level in walk.levels:
        for cell in cells:
            if cell.lines and cell.column <= level.start < cell.column + cell.span:
                held = notes.indicators.get(level.level, ())
                notes.indicators[level.level] = extend(held, cell.lines)
