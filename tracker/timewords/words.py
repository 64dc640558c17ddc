"""From the text of a timescale to its words: cleaned, cut up, each known for what it does.

Owns the cleaning (remnants of HTML, odd spaces and dashes, raised letters) and the finding of known
phrases between the dates. Leaves the phrases to `lexicon` and the shapes of dates to
`shapes`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tracker.timewords.lexicon import (
    ADJECTIVAL_ENDINGS,
    ADJECTIVES,
    AMBIGUOUS,
    BYGONES,
    PHRASES,
    REPEATS,
    WEEKDAYS,
    Word,
)
from tracker.timewords.shapes import find_dates
from tracker.timewords.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE = re.compile(
    r"</?(?:sup|sub|b|i|u|em|strong|span|font|a|small)(?: [^<>]{0,200})?>", re.IGNORECASE
)
_BLOCK = re.compile(r"</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,200})?/?>", re.IGNORECASE)
_BULLETS = re.compile("[\u2022\u00b7\u2023\u25aa\u25cf\u25cb\u2043\uf0b7\uf0a7\uf0d8\u25e6]")
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad\uf02d]")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'"})
_HIDDEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_ARROWS = re.compile("-{1,2}>|\u2192|\u21d2|=>|(?<=[0-9]) > ")
_MARKUP = frozenset("<>&")
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_SPLIT_MONTH = re.compile(
    r"\b((?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\n(?=\d{4}\b)",
    re.IGNORECASE,
)
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
"""Lower case for A to Z alone: that of some other letters is longer."""

_WORDS = re.compile(
    r"n/?\.?a\.?(?![a-z])|w/[cbe](?![a-z])|t\.b\.[acd]\.?|100%|[a-z][a-z0-9']*|\d[\d.,:%]*|\n|[^\s]"
)
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SAME = {
    "na": "n/a",
    "n.a": "n/a",
    "n.a.": "n/a",
    "n/a.": "n/a",
    "t.b.a": "tba",
    "t.b.c": "tbc",
    "t.b.d": "tbd",
    "t.b.a.": "tba",
    "t.b.c.": "tbc",
    "t.b.d.": "tbd",
}
_MARKS = {
    "\n": Word.STOP,
    ";": Word.STOP,
    ".": Word.STOP,
    "|": Word.STOP,
    ",": Word.COMMA,
    ":": Word.COLON,
    "-": Word.DASH,
    "/": Word.SLASH,
    "&": Word.AND,
    "(": Word.OPEN,
    "[": Word.OPEN,
    ")": Word.CLOSE,
    "]": Word.CLOSE,
    "?": Word.DOUBT,
    "+": Word.DOUBT,
    "<": Word.DOUBT,
    ">": Word.DOUBT,
    "=": Word.DOUBT,
}
_SILENT = frozenset("'\"*!~_#\u201c\u201d")


def clean(text: str) -> str:
    """Return the text without what only the layout has put in; line breaks stay."""
    if text.isascii() and text.isprintable() and not _MARKUP.intersection(text):
        return " ".join(text.split())
    # Loaded only where there is something to unescape: its tables are large.
    if "&" in text:
        from html import unescape

        text = unescape(text)
    text = _BLOCK.sub("\n", _INLINE.sub("", text))
    text = _DASHES.sub("-", _HIDDEN.sub("", text).translate(_QUOTES))
    text = _BULLETS.sub("\n", unicodedata.normalize("NFKC", text))
    text = _ARROWS.sub(" now ", text)
    text = _LINES.sub("\n", _BLANKS.sub(" ", text.replace("\r", "\n"))).strip()
    return _SPLIT_MONTH.sub(r"\1 ", text)


def lower(text: str) -> str:
    """Return the text in lower case, every letter in its place."""
    return text.translate(_LOWER)


def find_words(low: str, *, centre: int) -> list[Token]:
    """Cut a cleaned text into its dates, phrases, marks and unknown words.

    Args:
        low: The cleaned text in lower case.
        centre: The year of the as-at date.
    """
    found: list[Token] = []
    at = 0
    for token in find_dates(low, centre=centre):
        if token.start > at:
            found.extend(_between(low, at, token.start))
        found.append(token)
        at = token.end
    if at < len(low):
        found.extend(_between(low, at, len(low)))
    return found


def _between(low: str, start: int, end: int) -> Iterator[Token]:
    """Find the phrases of a stretch without dates, the longest first."""
    gap = low[start:end]
    if "-" in gap:
        gap = _HYPHEN.sub(" ", gap)
    matches = list(_WORDS.finditer(gap))
    words = [_SAME.get(match[0], match[0]) for match in matches]
    at = 0
    while at < len(words):
        size, kind, text = _longest_phrase(words, at)
        first, last = start + matches[at].start(), start + matches[at + size - 1].end()
        if kind is not None:
            describes = kind is Word.REPEAT and words[at] in ADJECTIVES and size == 1
            yield Token(kind, first, last, text, is_adjective=describes)
        elif text not in _SILENT:
            yield Token(_unknown(text), first, last, text)
        at += size


def _longest_phrase(words: list[str], at: int) -> tuple[int, Word | None, str]:
    """Return how many words the longest phrase has that begins here, and what it means."""
    longest = min(_LENGTHS.get(words[at], 0), len(words) - at)
    for size in range(longest, 0, -1):
        found = _PHRASES.get(tuple(words[at : at + size]))
        if found:
            return size, *found
    return 1, None, words[at]


def _unknown(word: str) -> Word:
    mark = _MARKS.get(word)
    if mark:
        return mark
    if word.endswith("%"):
        return Word.DOUBT
    if word in BYGONES or (word.endswith("ed") and word not in ADJECTIVAL_ENDINGS):
        return Word.PAST
    return Word.UNKNOWN


def _all_phrases() -> Iterator[tuple[str, Word, str]]:
    for kind, phrases in PHRASES.items():
        for phrase in phrases.split("|"):
            yield phrase, kind, phrase
    for rule, phrases in REPEATS.items():
        for phrase in phrases.split("|"):
            yield phrase, Word.REPEAT, rule
    for name in WEEKDAYS:
        for short in (name, name[:3], name[:4], name[:5], f"{name[:3]}s"):
            yield short, Word.WEEKDAY, name
    for phrases, reason in AMBIGUOUS.items():
        for phrase in phrases.split("|"):
            yield phrase, Word.FAULT, f"“{phrase}” {reason}"


_PHRASES = {tuple(phrase.split()): (kind, text) for phrase, kind, text in _all_phrases()}
_LENGTHS: dict[str, int] = {}
"""How many words the longest phrase has that begins with a word."""
for _phrase in _PHRASES:
    _LENGTHS[_phrase[0]] = max(len(_phrase), _LENGTHS.get(_phrase[0], 0))
