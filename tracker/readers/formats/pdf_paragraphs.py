"""Printed lines into paragraphs and list items.

Owns the judgement of where a paragraph ends, which a PDF does not say: by marks, gaps, size and
weight, and above all by whether the next word would have had room on the line before.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.readers.document import Line
from tracker.readers.formats.levels import Nest
from tracker.readers.formats.marks import BULLETS_ALONE, Marked, split_bullet, split_number
from tracker.readers.formats.pdf_wraps import (
    Habits,
    Margins,
    bare,
    breaks_word,
    cuts_word,
    fits,
    had_room,
    is_near,
    was_wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.formats.pdf_lines import Printed

_TAB = 0.45
"""A number is a list's where a gap wider than this part of the size follows it."""
_MARK = 0.7
"""The width of a bullet that sticks to its text, as part of the size."""
_SIZE_CHANGE = 1.12
_INDENT = 4.0
_CENTRED = 4.0
_DASHES = frozenset({"-", "\u2013", "\u2014", ">", "o"})
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")


class _Paragraph(NamedTuple):
    """Printed lines that belong together."""

    lines: list[Printed]
    mark: Marked
    text_x: float
    """Where the text begins, after its mark."""
    first: int
    """Which of the printed lines it begins with."""


def paragraphs(
    lines: Sequence[Printed], margins: Margins, habits: Habits
) -> list[tuple[Line, int]]:
    """Return the paragraphs and list items that printed lines make, and with which each begins."""
    nest = Nest(_INDENT)
    found: list[_Paragraph] = []
    for at, line in enumerate(lines):
        if line.text in BULLETS_ALONE:
            continue
        marked, text_x = _marked(line)
        current = found[-1] if found else None
        if current and _may_be_text(line, marked) and _goes_on(current, line, margins, habits):
            current.lines.append(line)
        else:
            found.append(_Paragraph([line], marked, text_x, at))
    return [(_as_line(paragraph, nest, habits), paragraph.first) for paragraph in found]


def _marked(line: Printed) -> tuple[Marked, float]:
    """Split the mark from a line, and tell where its text begins."""
    second = line.words[1].x0 if len(line.words) > 1 else line.x1
    bullet = split_bullet(line.text)
    if bullet.mark:
        own = line.words[0].text == bullet.mark
        return bullet, second if own else line.x0 + _MARK * line.size
    number = split_number(line.text)
    if number.mark and second - line.words[0].x1 > _TAB * line.size:
        return number, second
    return Marked(line.text), line.x0


def _may_be_text(line: Printed, marked: Marked) -> bool:
    """Tell whether a line may go on the one above: it has no mark, or only a dash in a sentence."""
    if marked.mark not in _DASHES:
        return not marked.mark
    return line.words[1].x0 - line.words[0].x1 < _TAB * line.size


def _as_line(paragraph: _Paragraph, nest: Nest, habits: Habits) -> Line:
    lines, marked = paragraph.lines, paragraph.mark
    text = marked.text
    for above, line in pairwise(lines):
        text = _continued(text, above, line, habits)
    bold = all(line.bold for line in lines)
    if not marked.mark:
        nest.close(lines[0].x0)
        return Line(text, bold=bold)
    typed = marked.rank > 1
    level = nest.level(lines[0].x0, 0 if typed else marked.rank)
    return Line(text, level=level, bold=bold, mark=marked.mark if typed else "")


def _continued(text: str, above: Printed, line: Printed, habits: Habits) -> str:
    """Return a text with the next printed line, mending a word that the line end cut."""
    if cuts_word(above, line, habits):
        return f"{text}{line.text}"
    if above.words[-1].spaced or not breaks_word(above):
        return f"{text} {line.text}"
    cut = _HYPHENATED.search(text)
    first = bare(line.words[0])
    whole = cut is not None and f"{cut[1]}{first}".lower() in habits.vocabulary
    if cut and whole and f"{cut[1]}-{first}".lower() not in habits.vocabulary:
        return f"{text[:-1]}{line.text}"
    return f"{text}{line.text}"


def _goes_on(current: _Paragraph, line: Printed, margins: Margins, habits: Habits) -> bool:
    """Tell whether a line goes on the paragraph above it."""
    above = current.lines[-1]
    if not _looks_alike(above, line) or not is_near(above, line, habits):
        return False
    if cuts_word(above, line, habits):
        return True
    if not current.mark.mark and _are_centred(above, line, margins):
        return not fits(line.words[0], margins.right - margins.left - (above.x1 - above.x0))
    if had_room(above, line, margins) or not was_wrapped(above, margins, habits):
        return False
    if habits.keeps_spaces and above.words[-1].spaced:
        return True
    start = current.text_x if len(current.lines) == 1 else above.x0
    return abs(line.x0 - start) <= 2 * _INDENT or (not current.mark.mark and line.x0 < start)


def _looks_alike(above: Printed, line: Printed) -> bool:
    """Tell whether two lines are set alike; a heading above its text is not."""
    larger = max(above.size, line.size) > _SIZE_CHANGE * min(above.size, line.size)
    turns = above.words[-1].bold != line.words[0].bold and (above.bold or line.bold)
    return not larger and not turns


def _are_centred(above: Printed, line: Printed, margins: Margins) -> bool:
    """Tell whether two lines are set around the middle, at least one of them short."""
    sides = [(each.x0 - margins.left, margins.right - each.x1) for each in (above, line)]
    even = all(abs(left - right) < _CENTRED for left, right in sides)
    return even and any(left > _CENTRED for left, _ in sides)
