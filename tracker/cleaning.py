"""Cleaning text where it enters: from papers, forms and the command line.

Owns which characters never get in: control characters, terminal escape sequences, halves of
characters, marks that turn the direction of writing or hide words. What the words mean, and how
they are shown safely, is for others.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # operating system commands, links
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c\n]*(?:\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_JUNK = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e0fff"
    "]"
)
_SUSPECT = re.compile(f"{_JUNK.pattern}|[\ufb00-\ufb06]")
"""What may have to change in a text that could be printed as it is."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def clean(text: str) -> str:
    """Return the text with what is no text taken out; line breaks and tabs stay.

    Letters of every script stay, also those written from right to left; only the invisible marks
    that override their direction go, because they can make words read as other words.
    """
    if text.isprintable() and (text.isascii() or _is_sound(text)):
        return text
    text = _BREAKS.sub("\n", _ESCAPES.sub("", text))
    text = _JUNK.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text.translate(_LIGATURES))


def _is_sound(text: str) -> bool:
    """Tell whether nothing has to change in a text that can be printed as it is."""
    return not _SUSPECT.search(text) and unicodedata.is_normalized("NFC", text)


def clean_line(text: str) -> str:
    """Return the cleaned text as one line, every run of white space one space."""
    if not text.isprintable() or not (text.isascii() or _is_sound(text)):
        text = clean(text)
    elif "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())
