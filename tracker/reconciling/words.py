"""When two texts say the same: their words and figures agree, however they are set.

Owns that comparison, and text as it would be kept. Two formats of one paper part their lines and
set their marks differently; that is no difference.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tracker.cleaning import clean
from tracker.dates import say_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.timescale import Timescale

_WORD = re.compile(r"\w+")


def bare(text: str | None) -> tuple[str, ...]:
    """Return the words and figures of a text, without case and marks."""
    if not text:
        return ()
    plain = unicodedata.normalize("NFKC", clean(text)).casefold().replace("&", " and ")
    return tuple(_WORD.findall(plain)) or tuple(plain.split())


def is_said(text: str | None) -> bool:
    """Tell whether a text says anything."""
    return bool(bare(text))


def same(one: str | None, other: str | None) -> bool:
    """Tell whether two texts agree letter for letter and figure for figure."""
    return letters(one or "") == letters(other or "")


def letters(text: str) -> str:
    """Return the letters and figures of a text, however its words are parted."""
    return _run([text])


def apart(held: Sequence[str], read: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts of each side that the other has not; none where all words agree in turn."""
    if _run(held) == _run(read):
        return (), ()
    ours, theirs = set(map(letters, held)), set(map(letters, read))
    only_held = tuple(text for text in held if letters(text) not in theirs)
    only_read = tuple(clean(text).strip() for text in read if letters(text) not in ours)
    return only_held, only_read


def _run(texts: Iterable[str]) -> str:
    """Return all letters and figures, however words are parted between lines and texts."""
    return "".join(word for text in texts for word in bare(text))


def say_timescale(timescale: Timescale | None) -> str:
    """Return a timescale as written, with the date that it gives."""
    if timescale is None or not timescale.text.strip():
        return "none"
    if timescale.due is None:
        return timescale.text
    return f"{timescale.text} ({say_day(timescale.due)})"
