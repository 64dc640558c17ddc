"""Texts that a page or a column has cut in two: whether one goes on, and putting it together.

Owns the signs by which that is told. What is done about it is for readers, and for the person who
corrects what they read.
"""

from __future__ import annotations

import re

_ENDS = re.compile(r"[.;:!?\u2026][\"')\]\u2019\u201d]*$")
_DANGLING = re.compile(
    r"(?:\b(?:a|an|the|of|and|or|to|in|for|with|by|on|at|from|as|that|which|their|its|is|are|be"
    r"|will|into|our|this|these|not|both|one|two|three|four|five)|[(/&\u2013-])$",
    re.IGNORECASE,
)


def ends(text: str) -> bool:
    """Tell whether a text ends like a sentence or a list item."""
    return bool(_ENDS.search(text))


def dangles(text: str) -> bool:
    """Tell whether a text stops in the middle of a phrase."""
    return bool(_DANGLING.search(text))


def carries_on(before: str, after: str) -> bool:
    """Tell whether a text after a break goes on with the sentence before it."""
    if not before or not after or ends(before):
        return False
    return after[:1].islower() or dangles(before) or before.endswith(",") or after[:1] in ",;)"


def join(before: str, after: str) -> str:
    """Join two parts of a broken text; a hyphen at the break stays, without a space."""
    glue = "" if not before or not after or re.search(r"\w-$", before) else " "
    return before + glue + after
