"""Posts that an action's own words name, as suggestions for its owner.

Owns the spellings of posts in the field and the patterns of titles. A suggestion is never taken
over by itself: a person says yes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KNOWN = {
    "Chief Officer": r"chief officer",
    "Chief Finance Officer": r"(?<!la )(?<!nhs )(?<!council )"
    r"(?:chief financ(?:e|ial) officer|cfo)|(?:ijb )?s(?:ection )?95 officer",
    "Chief Executive of the Council": r"(?:chief executive|ceo)(?:s)? of the (?:council|la)"
    r"|council chief executive|la (?:ceo|chief executive)",
    "Chief Executive of the Health Board": r"(?:chief executive|ceo)(?:s)? of (?:the health board"
    r"|nhs \w+)|nhs\w* (?:ceo|chief executive)",
    "Deputy Chief Officer": r"deputy chief officer",
    "IJB Chair": r"(?:ijb|board) chair|chair of the (?:ijb|board|integration joint board)",
    "Chief Social Work Officer": r"chief social work(?:er| officer)|cswo",
    "Chief Nurse": r"chief nurse",
    "Clinical Director": r"clinical director",
    "Medical Director": r"medical director",
    "Strategic Planning Lead": r"strategic planning lead",
    "Corporate Manager": r"corporate manager",
    "Chief Internal Auditor": r"chief internal auditor",
}
"""A post's name to the ways in which papers write it."""

PATTERNS = tuple(
    (name, re.compile(rf"(?<![\w/])(?:{spellings})(?!\w)", re.IGNORECASE))
    for name, spellings in KNOWN.items()
)
ABBREVIATIONS = ((re.compile(r"(?<![\w/])CO(?![\w/])"), "Chief Officer"),)
TITLE = re.compile(
    r"(?<!\w)((?:Head|Director|Depute Director|Deputy Director|Associate Director)"
    r" of (?:[A-Z][\w-]+|and|&|,)(?: (?:[A-Z][\w-]+|and|&|of|,)){0,6}"
    r"|(?:[A-Z][\w-]+ ){1,3}(?:Manager|Lead|Coordinator|Co-ordinator))(?!\w)"
)
"""Titles that say themselves what they are."""


def posts_named(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return the posts that texts name, in the order in which they first appear.

    A plural ("Chief Officers", "COs") names no one post and is left out; a longer title
    ("Deputy Chief Officer") is not taken for the shorter one inside it.

    Args:
        texts: An action's wording and how it will be delivered; None is passed over.
    """
    text = " | ".join(part for part in texts if part)
    found: list[tuple[int, int, str]] = []
    for name, pattern in PATTERNS:
        found += ((m.start(), m.end(), name) for m in pattern.finditer(text))
    for pattern, name in ABBREVIATIONS:
        found += ((m.start(), m.end(), name) for m in pattern.finditer(text))
    found += ((m.start(1), m.end(1), _trimmed(m.group(1))) for m in TITLE.finditer(text))
    kept = [
        (start, name)
        for start, end, name in found
        if not any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in found)
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(kept)))


def _trimmed(title: str) -> str:
    """Return a title without the joining words at its end."""
    return re.sub(r"(?:[\s,&]|\b(?:and|of)\b)+$", "", title)
