"""Where the lines of a PDF were wrapped: what a paper does throughout, and what one line shows.

Owns the evidence that a line goes on in the next: that the next word had no room on it, that the
paper kept the space at its end, that a word is cut.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.readers.formats.pdf_geometry import Word
    from tracker.readers.formats.pdf_lines import Printed

_SPACE = 0.25
"""The width of a space, as part of the size."""
_KEPT = 0.45
"""Where less room than this part of the size is left, no program keeps a space."""
_ROOM = 1.5
_LEADING = 1.22
_LOOSE = 1.15
"""Lines further apart than this part of the usual distance belong to two paragraphs."""
_WIDEST = 2.2
"""Lines of one paragraph are no further apart than this part of their size."""
_WRAPPED_SHARE = 0.05
_PUNCTUATION = ".,;:()"


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
        yield from (bare(word) for word in line.words[0 if sure else 1 : last])
        sure = ends


def _usual(counts: Mapping[float, int]) -> float:
    """Return the smallest of the distances that are common."""
    often = max(counts.values()) / 3
    return min(gap for gap, count in counts.items() if count >= often)


def is_near(above: Printed, line: Printed, habits: Habits) -> bool:
    """Tell whether two lines are no further apart than those of one paragraph."""
    if line.fresh:
        return True
    gap = above.base - line.base
    if habits.keeps_spaces and above.words[-1].spaced:
        return gap <= _WIDEST * line.size
    return gap <= _LOOSE * habits.leading.get(round(line.size, 1), _LEADING * line.size)


def had_room(above: Printed, line: Printed, margins: Margins) -> bool:
    """Tell whether the first word of a line would have had room on the line above."""
    return fits(line.words[0], margins.right - above.x1)


def fits(word: Word, room: float) -> bool:
    """Tell whether a word and the space before it have room."""
    return word.x1 - word.x0 + _SPACE * word.size + _ROOM < room


def was_wrapped(above: Printed, margins: Margins, habits: Habits) -> bool:
    """Tell whether the line was too full, by the space that the paper kept at its end.

    A space for which there was no room is not kept either.
    """
    kept = above.words[-1].spaced or breaks_word(above)
    return kept or not habits.keeps_spaces or margins.right - above.x1 < _KEPT * above.size


def cuts_word(above: Printed, line: Printed, habits: Habits) -> bool:
    """Tell whether a line ends inside a word that is too wide for its column.

    The paper must print the whole word elsewhere, and not both of its parts as words.
    """
    last, first = bare(above.words[-1]), bare(line.words[0])
    parts = last in habits.vocabulary and first in habits.vocabulary
    return not above.words[-1].spaced and not parts and f"{last}{first}" in habits.vocabulary


def breaks_word(line: Printed) -> bool:
    """Tell whether a line ends where a word may be parted."""
    last = line.words[-1].text
    return len(last) > 1 and last[-1] in "-/\u2010"


def bare(word: Word) -> str:
    """Return a word without the signs around it, for looking it up."""
    return word.text.lower().strip(_PUNCTUATION)
