"""How papers write the codes of proposals and name key features.

Owns every spelling of a code (`Proposal 1.1`, `Indicator 4.2`, `1.1:`, `1(i)`, `1.i`), several
codes in one cell, and the recognising of a key feature by its number or its name. Whether a code
that stands in a text is a heading is for the recognisers, which see what comes after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.columns import fold

if TYPE_CHECKING:
    from tracker.framework import Framework

_ROMANS = {
    r: n
    for n, r in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1
    )
}
_ROMAN = re.compile(r"(\d{1,2})\s*\.?\s*(?:\(\s*([ivx]+)\s*\)|\.([ivx]+)\b)", re.IGNORECASE)
_PLAIN = re.compile(r"(\d{1,2})\s?\.\s?(\d{1,2})")
_WORD = r"(?:(?:msg|national|integration)\s+)?(?:proposals?|indicators?)\s*(?:no\.?|number|ref\.?)?"
_FEATURE = re.compile(
    r"\W*(?:key\s+)?feature\s*(?:no\.?)?\s*(\w{1,4})\b\s*[:.)\-\u2013\u2014]*\s*(.*)", re.IGNORECASE
)
_NUMBERED = re.compile(r"(\w{1,4})\s*[.:)\-\u2013\u2014]+\s+(.+)")
_LONGEST = 160
"""Characters in the heading of a key feature."""
_SHARE = 0.6
"""Share of a key feature's words that a section's name must hold to mean it."""
_SMALL = frozenset(("a", "an", "and", "of", "the", "to", "for", "in", "with"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A code at the beginning of a text, and what follows it."""

    code: str
    title: str
    known: bool
    """The framework has this code."""
    named: bool
    """It is called a proposal or an indicator; a bare number is only a candidate."""
    further: tuple[str, ...] = ()
    """More codes of the framework named beside it."""


def read_heading(text: str, framework: Framework) -> Heading | None:
    """Read a code at the beginning of a text."""
    patterns = _patterns(tuple(framework.by_code))
    match = patterns.heading.match(text.strip())
    if match is None:
        return None
    code = as_code(match["code"], framework)
    rest, further = match["rest"], list[str]()
    until = patterns.until.match(rest)
    if until and (span := _between(code, as_code(until["code"], framework), framework)):
        rest, further = until["rest"], span
    while more := patterns.more.match(rest):
        further.append(as_code(more["code"], framework))
        rest = more["rest"]
    return Heading(
        code,
        re.sub(r"^[\s:.,;\-\u2013\u2014)]+", "", rest).strip(),
        known=code in framework.by_code,
        named=bool(match["word"]),
        further=tuple(c for c in further if c in framework.by_code and c != code),
    )


def _between(first: str, last: str, framework: Framework) -> list[str]:
    """Return the codes from behind one proposal to another; none where they are not in order."""
    codes = list(framework.by_code)
    if first not in codes or last not in codes:
        return []
    return codes[codes.index(first) + 1 : codes.index(last) + 1]


def read_reference(text: str, framework: Framework) -> tuple[str, str] | None:
    """Read a reference that belongs to a proposal, such as `1.1.2`, `1.1a` or `1.1/2`.

    Returns:
        The code, known or not, and the text after the reference.
    """
    match = _patterns(tuple(framework.by_code)).reference.match(text.strip())
    return (as_code(match["code"], framework), match["rest"]) if match else None


def as_code(text: str, framework: Framework) -> str:
    """Return a code in the framework's own spelling, where it has one."""
    text = text.strip()
    if text in framework.by_code:
        return text
    roman = _ROMAN.fullmatch(text)
    if roman:
        number = _ROMANS.get((roman[2] or roman[3]).casefold())
        return f"{roman[1]}.{number}" if number else text
    plain = _PLAIN.fullmatch(text)
    return f"{int(plain[1])}.{int(plain[2])}" if plain else text


class _Patterns(NamedTuple):
    """What a framework's codes look like."""

    heading: re.Pattern[str]
    more: re.Pattern[str]
    until: re.Pattern[str]
    """The last of a range, such as `to 1.3`."""
    reference: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(codes: tuple[str, ...]) -> _Patterns:
    known = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    code = (
        r"(?P<code>\d{1,2}\s*\.?\s*\(\s*[ivx]+\s*\)|\d{1,2}\s*\.\s*[ivx]+\b"
        rf"|(?:{known})|\d{{1,2}}\s?\.\s?\d{{1,2}})"
    )
    ends = r"(?![\w%\u00a3]|\.\d)(?P<rest>.*)$"
    word = rf"(?P<word>{_WORD}|msg|p(?=\d))"
    flags = re.IGNORECASE | re.DOTALL
    return _Patterns(
        re.compile(rf"[^\w\u00a3$\u20ac]*(?:{word}\W*)?{code}{ends}", flags),
        re.compile(rf"\s*(?:[,/&;+]|\band\b)\s*(?:{_WORD}\s*)?{code}{ends}", flags),
        re.compile(rf"\s*(?:[-\u2013\u2014]|\bto\b)\s*(?:{_WORD}\s*)?{code}{ends}", flags),
        re.compile(
            rf"\W*(?:(?:{word}|action)\W*)?{code}(?:[./-]?\d{{1,2}}|[a-z])?(?![\w%]|\.\d)"
            r"[\s:.)\-\u2013\u2014]*(?P<rest>.*)$",
            flags,
        ),
    )


def read_feature(text: str, framework: Framework) -> tuple[str, str] | None:
    """Read the heading of a key feature: its code and name.

    `Key Feature 2 ...` is one whatever follows; a number or nothing before a key feature's own
    name is one too.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    codes = {feature.code: feature.name for feature in framework.features}
    match = _FEATURE.fullmatch(text)
    if match and match[1] in codes:
        return match[1], match[2] or codes[match[1]]
    numbered = _NUMBERED.fullmatch(text)
    name = numbered[2] if numbered and numbered[1] in codes else text
    folded = fold(name)
    named = next((f.code for f in framework.features if fold(f.name) == folded), None)
    if named is None and numbered and numbered[1] in codes:
        named = numbered[1] if feature_named(name, framework) == numbered[1] else None
    return (named, name) if named else None


def feature_named(text: str, framework: Framework) -> str | None:
    """Return the code of the key feature that the name of a section means, or None."""
    heading = _FEATURE.fullmatch(text.strip())
    if heading and any(feature.code == heading[1] for feature in framework.features):
        return heading[1]
    words = set(fold(text).split()) - _SMALL
    scores = {
        feature.code: len(words & wanted) / len(wanted)
        for feature in framework.features
        if (wanted := set(fold(feature.name).split()) - _SMALL)
    }
    best = max(scores, key=lambda code: scores[code], default=None)
    if best is None or scores[best] < _SHARE:
        return None
    return best if list(scores.values()).count(scores[best]) == 1 else None
