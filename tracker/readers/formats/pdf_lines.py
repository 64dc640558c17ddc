"""Words on a page into printed lines, and printed lines into paragraphs.

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.readers.formats.pdf_geometry import Word

_SAME_LINE = 0.5
"""Words that share this part of their height stand on one line."""
_HEIGHT = 0.7
"""The height of letters, as part of their size."""
_SPACE = 0.25
"""The width of a space, as part of the size."""
_TAB = 0.45
"""A number is a list's where a wider gap than a space follows it."""
_GLUED = 0.08
_SIZE_CHANGE = 1.12
_LEADING = 1.22
_LOOSE = 1.15
"""Lines further apart than this part of the usual distance belong to two paragraphs."""
_WIDEST = 2.2
"""Lines of one paragraph are no further apart than this part of their size."""
_INDENT = 4.0
_ROOM = 1.5
_CENTRED = 4.0
_DASHES = frozenset({"-", "\u2013", "\u2014", ">", "o"})
_WRAPPED_SHARE = 0.05
_PUNCTUATION = ".,;:()"
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")


class Printed(NamedTuple):
    """One printed line."""

    words: tuple[Word, ...]
    fresh: bool = False
    """The first after a page break, so that the gap above says nothing."""

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def main(self) -> Word:
        """The longest word, by which the line is judged: bullets and raised letters differ."""
        return max(self.words, key=lambda word: len(word.text))

    @property
    def base(self) -> float:
        """The height that it stands on."""
        return self.main.base

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.main.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """Its words as one text."""
        return text_of(self.words)


class Habits(NamedTuple):
    """What a paper does throughout."""

    leading: Mapping[float, float]
    """For each size of letters, the usual distance between lines."""
    keeps_spaces: bool
    """It keeps the space at the end of a line that was too full for the next word."""
    vocabulary: frozenset[str]
    """Its words, to tell `re-\\nview` from `co-\\nchair`."""


class Margins(NamedTuple):
    """Between which distances from the left a text is set."""

    left: float
    right: float


class _Paragraph(NamedTuple):
    """Printed lines that belong together."""

    lines: list[Printed]
    mark: Marked
    text_x: float
    """Where the text begins, after its mark."""
    first: int
    """Which of the printed lines it begins with."""


def text_of(words: Iterable[Word]) -> str:
    """Return the words as one text."""
    text = ""
    last: Word | None = None
    for word in words:
        glued = last and not last.spaced and word.x0 - last.x1 < _GLUED * word.size
        text += word.text if glued or not last else f" {word.text}"
        last = word
    return text


def printed_lines(words: list[Word]) -> list[Printed]:
    """Return the printed lines that words stand in, from the top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if lines and _beside(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Printed(tuple(sorted(line, key=lambda word: word.x0))) for line in lines]


def _beside(line: list[Word], word: Word) -> bool:
    """Tell whether a word stands on a line, also when it is raised or smaller."""
    top = max(other.base + _HEIGHT * other.size for other in line)
    bottom = min(other.base for other in line)
    height = _HEIGHT * word.size
    shared = min(top, word.base + height) - max(bottom, word.base)
    return shared >= _SAME_LINE * min(height, top - bottom)


def learn_habits(*kinds: Iterable[Sequence[Printed]]) -> list[Habits]:
    """Find out what a paper does in each kind of text, such as cells; its words are of all."""
    learnt = [_habits_in(texts) for texts in kinds]
    vocabulary = frozenset[str]().union(*(habits.vocabulary for habits in learnt))
    return [habits._replace(vocabulary=vocabulary) for habits in learnt]


def _habits_in(texts: Iterable[Sequence[Printed]]) -> Habits:
    gaps: dict[float, dict[float, int]] = {}
    ends = spaced = 0
    words: set[str] = set()
    for lines in texts:
        for above, line in pairwise(lines):
            ends += 1
            spaced += above.words[-1].spaced
            gap = round(above.base - line.base, 1)
            if line.size <= gap <= 2 * line.size and not line.fresh:
                count = gaps.setdefault(round(line.size, 1), {})
                count[gap] = count.get(gap, 0) + 1
        words.update(_whole_words(lines))
    leading = {size: _usual(count) for size, count in gaps.items()}
    return Habits(leading, spaced > _WRAPPED_SHARE * ends, frozenset(words))


def _whole_words(lines: Sequence[Printed]) -> Iterator[str]:
    """Yield the words of a text that no line end can have cut."""
    sure = True
    for at, line in enumerate(lines):
        ends = line.words[-1].spaced or at == len(lines) - 1
        last = len(line.words) - (not ends)
        yield from (_bare(word) for word in line.words[0 if sure else 1 : last])
        sure = ends


def _usual(counts: Mapping[float, int]) -> float:
    """Return the smallest of the distances that are common."""
    often = max(counts.values()) / 3
    return min(gap for gap, count in counts.items() if count >= often)


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
        return bullet, second if own else line.x0 + _HEIGHT * line.size
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
    if _cuts_word(above, line, habits):
        return f"{text}{line.text}"
    if above.words[-1].spaced or not _breaks_word(above):
        return f"{text} {line.text}"
    cut = _HYPHENATED.search(text)
    first = _bare(line.words[0])
    whole = cut is not None and f"{cut[1]}{first}".lower() in habits.vocabulary
    if cut and whole and f"{cut[1]}-{first}".lower() not in habits.vocabulary:
        return f"{text[:-1]}{line.text}"
    return f"{text}{line.text}"


def _cuts_word(above: Printed, line: Printed, habits: Habits) -> bool:
    """Tell whether a line ends inside a word that is too wide for its column.

    The paper must print the whole word elsewhere, and not both of its parts as words.
    """
    last, first = _bare(above.words[-1]), _bare(line.words[0])
    parts = last in habits.vocabulary and first in habits.vocabulary
    return not above.words[-1].spaced and not parts and f"{last}{first}" in habits.vocabulary


def _bare(word: Word) -> str:
    return word.text.lower().strip(_PUNCTUATION)


def _breaks_word(line: Printed) -> bool:
    last = line.words[-1].text
    return len(last) > 1 and last[-1] in "-/\u2010"


def _goes_on(current: _Paragraph, line: Printed, margins: Margins, habits: Habits) -> bool:
    """Tell whether a line goes on the paragraph above it."""
    above = current.lines[-1]
    if not _looks_alike(above, line) or not _is_near(above, line, habits):
        return False
    if _cuts_word(above, line, habits):
        return True
    if not current.mark.mark and _are_centred(above, line, margins):
        return not _fits(line.words[0], margins.right - margins.left - (above.x1 - above.x0))
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


def _is_near(above: Printed, line: Printed, habits: Habits) -> bool:
    if line.fresh:
        return True
    gap = above.base - line.base
    if habits.keeps_spaces and above.words[-1].spaced:
        return gap <= _WIDEST * line.size
    return gap <= _LOOSE * habits.leading.get(round(line.size, 1), _LEADING * line.size)


def had_room(above: Printed, line: Printed, margins: Margins) -> bool:
    """Tell whether the first word of a line would have had room on the line above."""
    return _fits(line.words[0], margins.right - above.x1)


def _fits(word: Word, room: float) -> bool:
    return word.x1 - word.x0 + _SPACE * word.size + _ROOM < room


def _are_centred(above: Printed, line: Printed, margins: Margins) -> bool:
    """Tell whether two lines are set around the middle, at least one of them short."""
    sides = [(each.x0 - margins.left, margins.right - each.x1) for each in (above, line)]
    even = all(abs(left - right) < _CENTRED for left, right in sides)
    return even and any(left > _CENTRED for left, _ in sides)


def was_wrapped(above: Printed, margins: Margins, habits: Habits) -> bool:
    """Tell whether the line was too full, by the space that the paper kept at its end.

    A space for which there was no room is not kept either.
    """
    kept = above.words[-1].spaced or _breaks_word(above)
    return kept or not habits.keeps_spaces or margins.right - above.x1 < _TAB * above.size
