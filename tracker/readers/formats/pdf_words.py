"""The words on a page of a PDF.

Owns the calls into PDFium that look at text. Each costs about a microsecond, so what can be asked
once for a word is not asked for its characters.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.cleaning import clean_line
from tracker.readers.formats.marks import with_ticks
from tracker.readers.formats.pdf_geometry import Matrix, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_GAP = 0.2
"""Characters further apart than this part of their size belong to two words."""
_OVERLAP = 0.5
_SLACK = 0.15
_RAISED = 0.25
"""Letters so far above their line are raised; the space after them is kept by no program."""
_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""
_LEADERS = re.compile(r"\.{5,}|\u2026{3,}|_{5,}")
"""Dots that lead from a heading to its page number, and lines to write on."""
_UNMAPPED = frozenset({"\x00", "\ufffd"})
_NAME_LENGTH = 256
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_BOLD_WEIGHT = 600
_STRAIGHT = 0.05


class _Glyph(NamedTuple):
    """One character and its box."""

    at: int
    text: str
    x0: float
    x1: float
    y0: float
    y1: float


class _Style(NamedTuple):
    """What the characters of a word share."""

    base: float
    size: float
    bold: bool
    angle: float


@dataclass(slots=True)
class Words:
    """The words of a page and what was left out."""

    found: list[Word] = field(default_factory=list)
    slanting: int = 0
    unmapped: int = 0


def read_words(page: pypdfium2.PdfPage, upright: Matrix, turned: int) -> Words:
    """Return the words of a page that is shown turned by some degrees."""
    textpage = page.get_textpage()
    try:
        text = _Text(textpage, upright, turned)
        words = Words()
        for glyphs, spaced in text.runs(words):
            text.add(words, glyphs, spaced=spaced)
        return words
    finally:
        textpage.close()


class _Text:
    """The text of one page, asked of PDFium."""

    def __init__(self, textpage: pypdfium2.PdfTextpage, upright: Matrix, turned: int) -> None:
        """Take the open page of text."""
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._handle = textpage.raw
        self._count = textpage.count_chars()
        self._upright = upright
        self._turned = math.radians(turned)
        self._fonts: dict[int, bool] = {}
        self._standing: Word | None = None

    def runs(self, words: Words) -> Iterator[tuple[list[_Glyph], bool]]:
        """Yield the characters of each word, and whether the paper holds a space after it."""
        run: list[_Glyph] = []
        for glyph in self._glyphs():
            if glyph.text.isspace():
                if run:
                    yield run, not self._pdfium.FPDFText_IsGenerated(self._handle, glyph.at)
                run = []
                continue
            words.unmapped += glyph.text in _UNMAPPED
            if run and _is_apart(run[-1], glyph):
                yield run, False
                run = []
            run.append(glyph)
        if run:
            yield run, False

    def _glyphs(self) -> Iterator[_Glyph]:
        letter = self._pdfium.FPDFText_GetUnicode
        place = self._pdfium.FPDFText_GetLooseCharBox
        box = self._pdfium.FS_RECTF()
        reference = ctypes.byref(box)
        for index in range(self._count):
            text = chr(letter(self._handle, index))
            place(self._handle, index, reference)
            yield _Glyph(index, text, box.left, box.right, box.bottom, box.top)

    def add(self, words: Words, glyphs: list[_Glyph], *, spaced: bool) -> None:
        """Add a word, unless it is set at a slant."""
        whole = "".join(glyph.text for glyph in glyphs).replace(_HYPHEN, "-")
        text = with_ticks(clean_line(_LEADERS.sub(" ", whole)))
        if not text:
            return
        style = self._style(glyphs[0])
        spaced = spaced or glyphs[-1].y0 - glyphs[0].y0 > _RAISED * style.size
        across, along = math.sin(style.angle), math.cos(style.angle)
        corners = [self._upright.at(glyph.x0, glyph.y0) for glyph in (glyphs[0], glyphs[-1])]
        corners += [self._upright.at(glyph.x1, glyph.y1) for glyph in (glyphs[0], glyphs[-1])]
        x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
        if abs(across) < _STRAIGHT and along > 0:
            words.found.append(Word(text, x0, x1, style.base, style.size, style.bold, spaced))
        elif abs(along) < _STRAIGHT:
            middle = sum(y for _, y in corners) / len(corners)
            word = Word(text, x0, x1, middle, style.size, style.bold, spaced=True)
            self._stand(words, word)
        else:
            words.slanting += len(glyphs)

    def _stand(self, words: Words, word: Word) -> None:
        """Add a word that is set upwards or downwards, to the one before in the same line."""
        last = words.found[-1] if words.found else None
        if last is not None and last is self._standing and abs(last.x0 - word.x0) < word.size / 2:
            middle = (last.base + word.base) / 2
            word = words.found.pop()._replace(text=f"{last.text} {word.text}", base=middle)
        words.found.append(word)
        self._standing = word

    def _style(self, glyph: _Glyph) -> _Style:
        pdfium, handle = self._pdfium, self._handle
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(handle, glyph.at, x, y)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(handle, glyph.at, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(handle, glyph.at) * scale
        angle = math.atan2(matrix.b, matrix.a) - self._turned
        base = self._upright.at(x.value, y.value)[1]
        return _Style(base, size or glyph.y1 - glyph.y0 or 1.0, self._is_bold(glyph.at), angle)

    def _is_bold(self, index: int) -> bool:
        pdfium = self._pdfium
        piece = pdfium.FPDFText_GetTextObject(self._handle, index)
        font = pdfium.FPDFTextObj_GetFont(piece) if piece else None
        if not font:
            return False
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            name = ctypes.create_string_buffer(_NAME_LENGTH)
            pdfium.FPDFFont_GetBaseFontName(font, name, _NAME_LENGTH)
            named = name.value.decode("latin-1").lower()
            heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self._fonts[key] = heavy or any(part in named for part in _BOLD_NAMES)
        return self._fonts[key]


def _is_apart(last: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether a character begins another word or line."""
    size = max(last.y1 - last.y0, glyph.y1 - glyph.y0, 1.0)
    beside = glyph.x0 - last.x1 > _GAP * size or glyph.x1 < last.x0 - _OVERLAP * size
    slack = _SLACK * size
    return beside or glyph.y0 > last.y1 + slack or glyph.y1 < last.y0 - slack
