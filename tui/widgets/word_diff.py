"""Two wordings side by side, with the words marked in which they differ.

Owns the marks: brackets with a sign, so that nothing is told by colour alone. Which wordings are
compared is the screen's.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

GONE, COME = "strike", "bold underline"
KEY = "[-words-] stand only in the earlier, [+words+] only in the later."
"""What the marks mean."""


def marked(before: str, after: str) -> tuple[Text, Text]:
    """Return both wordings with the words marked that the other does not have.

    Args:
        before: The earlier wording.
        after: The later one.
    """
    then, now = before.split(), after.split()
    parts = SequenceMatcher(None, _plain(then), _plain(now), autojunk=False).get_opcodes()
    earlier = ((then[a:b], kind != "equal") for kind, a, b, _, _ in parts)
    later = ((now[c:d], kind != "equal") for kind, _, _, c, d in parts)
    return _written(earlier, "-", GONE), _written(later, "+", COME)


def _plain(words: list[str]) -> list[str]:
    """Return words as they are compared: capitals at a sentence's beginning are no difference."""
    return [word.casefold() for word in words]


def _written(parts: Iterable[tuple[list[str], bool]], sign: str, style: str) -> Text:
    written = Text()
    for words, differs in parts:
        if not words:
            continue
        if written:
            written.append(" ")
        text = " ".join(words)
        if differs:
            written.append(f"[{sign}{text}{sign}]", style)
        else:
            written.append(text)
    return written
