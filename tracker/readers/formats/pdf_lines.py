"""Words on a page into printed lines.

Owns which words stand beside one another. What the lines form is `pdf_paragraphs`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.readers.formats.pdf_geometry import Word

_SAME_LINE = 0.5
"""Words that share this part of their height stand on one line."""
_HEIGHT = 0.7
"""The height of letters, as part of their size."""
_GLUED = 0.08
"""Words that are no further apart, as part of their size, are one."""


@dataclass(frozen=True)
class Printed:
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

    @cached_property
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

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words as one text."""
        return text_of(self.words)


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
