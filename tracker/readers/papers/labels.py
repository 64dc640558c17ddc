"""The labels of a proposal's own table: rating descriptor, our rating, evidence, actions.

Owns which texts are labels and what they label, in the first cell of a row, in a row of their own
or before a colon. The wordings come from the one column vocabulary; what is added here has a
meaning only in the self-evaluation template.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tracker.columns import find_column, fold
from tracker.readers.papers.dates import Dated, find_dates

SCALE, INDICATOR = "scale", "indicator"
_TEMPLATE = {
    "rating descriptor": SCALE,
    "rating descriptors": SCALE,
    "descriptor": SCALE,
    "descriptors": SCALE,
    "rating scale": SCALE,
    "rating level": SCALE,
    "rating levels": SCALE,
    "level": SCALE,
    "levels": SCALE,
    "indicator": INDICATOR,
    "indicators": INDICATOR,
    "indicator descriptor": INDICATOR,
    "level descriptor": INDICATOR,
    "what this looks like": INDICATOR,
    "what it looks like": INDICATOR,
    "what this level looks like": INDICATOR,
    "our self evaluation": "rating",
    "our assessment": "rating",
    "our self assessment": "rating",
    "our level": "rating",
    "self rating": "rating",
}
_ALONE = re.compile(
    r"(?:our |current |agreed |overall |local |partnership |self (?:assess\w+|evaluat\w+) |final )*"
    r"(?:rating|level)(?: (?:now|agreed))?(?: as at| at| in)?(?: \w+){0,3}"
    r"|(?:previous|last|baseline|original) (?:rating|level).{0,20}"
    r"|(?:our |supporting |local )*(?:evidence|notes)(?: (?:and )?(?:our )?(?:notes|evidence))?"
    r"|evidence (?:considered|used|of progress|base|to support (?:our |this )?rating)"
    r"|(?:proposed |planned |priority |key |local |our |further |identified )*(?:improvement )?"
    r"(?:actions?|improvements?)(?: (?:proposed|planned|identified|required|plan|points|agreed))?"
    r"|(?:actions?|areas) for improvement(?: identified)?|next steps|actions and next steps"
)
"""A label that is known as one even where it stands alone in a paragraph or a full-width row."""
_KEYS = frozenset(
    (
        "rating",
        "previous_rating",
        "evidence",
        "action",
        "owners",
        "contributors",
        "timescale",
        "revised",
        "status",
        "rag",
        "progress",
        "delivery",
        "measure",
        "outcome",
    )
)
_BEFORE_COLON = frozenset(("owners", "contributors", "timescale", "revised", "status", "rag"))
_CONTINUED = re.compile(r"\W{0,3}\b(?:continued|cont'?d|cont)\b\W{0,3}$", re.IGNORECASE)
_TAIL = 20
"""Characters at the end of a text among which it may say that it is continued."""
_MOST_WORDS = 7


class Label(NamedTuple):
    """A label and what stands behind it in the same text."""

    key: str
    rest: str = ""
    dated: Dated | None = None
    """The date in the label, as in `Rating May 2019`."""


def read_label(text: str, *, alone: bool) -> Label | None:
    """Read a label, or a label with its content after a colon.

    Args:
        text: The text of a cell or a paragraph.
        alone: It stands in a paragraph or a row of its own: only sure wordings count there.
    """
    text = text.strip()
    text = text[:-_TAIL] + _CONTINUED.sub("", text[-_TAIL:])
    head, rest = _split(text)
    key = _key(head, alone=True) or _short(head) if rest else None
    if key:
        return Label(key, rest, _date(head))
    key = _key(text, alone=alone)
    return Label(key, "", _date(text)) if key else None


def _split(text: str) -> tuple[str, str]:
    """Split a text at its first colon, or at a spaced dash."""
    match = re.match(r"([^:]{2,60}?)\s*(?::|\s[-\u2013\u2014]\s)\s*(.+)$", text, re.DOTALL)
    return (match[1], match[2]) if match else (text, "")


def _short(head: str) -> str | None:
    """Return what up to three words before a colon label, such as `Lead officer`."""
    key = find_column(head) if len(head.split()) <= 3 else None
    return key if key in _BEFORE_COLON else None


def _key(text: str, *, alone: bool) -> str | None:
    folded = fold(text)
    if folded in _TEMPLATE:
        return _TEMPLATE[folded]
    if not folded or len(folded.split()) > _MOST_WORDS:
        return None
    if alone and not _ALONE.fullmatch(folded):
        return None
    key = find_column(text)
    return key if key in _KEYS else None


def _date(text: str) -> Dated | None:
    dates = find_dates(text)
    return dates[0] if dates else None
