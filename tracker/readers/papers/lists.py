"""The lines of a cell as improvement actions: bullets, nested lists, lead-ins, cross-references.

Owns what is one action and what belongs to it. Leaves numbering, dates and owners to others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.breaks import dangles, join
from tracker.columns import fold
from tracker.readers.papers.codes import as_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Line

_ANNOUNCES = re.compile(
    r"\b(?:as follows|the following|identified as|identified are|include|includes|including"
    r"|to include|are|set out below|listed below|noted below)\W*$",
    re.IGNORECASE,
)
_NOTHING = frozenset(
    (
        "na",
        "n a",
        "nil",
        "none",
        "no action",
        "no actions",
        "not applicable",
        "none identified",
        "none required",
        "none at this time",
        "none at present",
        "no actions identified",
        "no action required",
        "no actions required",
        "no further action",
        "no further actions",
        "no further action required",
        "no further actions required",
        "no improvement actions identified",
        "no improvement actions",
        "no proposed improvement actions",
        "not for local completion",
    )
)
_REFERENCE = re.compile(
    r"\b(?:as\s+(?:per|in|for|at|under|(?:set out|described|detailed|outlined|noted|stated|given"
    r"|listed|shown|referenced|recorded|above)(?:\s+(?:in|at|under|for|above))?)"
    r"|see(?:\s+also)?|refer\s+to|same\s+as(?:\s+(?:in|for|at))?|covered\s+(?:by|in|under|at))"
    r"\s+(?:above\s+)?(?:the\s+)?(?:actions?\s+)?(?:(?:in|at|for|under)\s+)?"
    r"(?:(?:msg\s+)?(?:proposals?|indicators?)\s*)?"
    r"(?P<code>\d{1,2}\s?\.\s?\d{1,2}|\d{1,2}\s*\.?\s*\([ivx]+\)|[A-Z]\d{1,2})(?![\d%]|\.\d)",
    re.IGNORECASE,
)
_SHORT_LEAD = 4
"""Words up to which a text with a colon can hardly be an action itself."""
_LETTERS = 3
"""A shorter text is what is left of a damaged one, not an action."""


@dataclass(frozen=True, slots=True)
class Item:
    """One action as it stands in a list."""

    text: str
    sub_items: tuple[str, ...] = ()
    cross_reference: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """What a cell of actions holds."""

    items: tuple[Item, ...] = ()
    lead_ins: tuple[str, ...] = ()
    nothings: tuple[str, ...] = ()
    """Texts that say that there is no action."""
    scraps: tuple[str, ...] = ()
    """What is too short to be read."""


def read_items(lines: Sequence[Line], framework: Framework, *, code: str | None = None) -> Items:
    """Read the lines of a cell as actions.

    Args:
        lines: Paragraphs and list items, in order.
        framework: For codes that exist.
        code: The proposal under which they stand, which is no cross-reference.
    """
    lines = [line for line in _whole(lines) if fold(line.text)]
    base = min((line.level for line in lines if line.level is not None), default=0)
    items: list[Item] = []
    lead_ins: list[str] = []
    others: dict[str, list[str]] = {"nothing": [], "scrap": []}
    for index, line in enumerate(lines):
        kind = _kind(lines, index, base)
        if kind == "lead-in":
            lead_ins.append(line.text)
        elif kind in others:
            others[kind].append(line.text)
        elif kind == "sub" and items:
            items[-1] = replace(items[-1], sub_items=(*items[-1].sub_items, line.text))
        else:
            items.append(Item(line.text))
    return Items(
        tuple(replace(i, cross_reference=cross_reference(i.text, framework, code)) for i in items),
        tuple(lead_ins),
        tuple(others["nothing"]),
        tuple(others["scrap"]),
    )


def _kind(lines: Sequence[Line], index: int, base: int) -> str:
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    if fold(line.text) in _NOTHING:
        return "nothing"
    if sum(map(str.isalpha, line.text)) < _LETTERS:
        return "scrap"
    if below is not None and _leads_in(line, below, index):
        return "lead-in"
    return "sub" if line.level is not None and line.level > base else "item"


def _leads_in(line: Line, below: Line, index: int) -> bool:
    """Tell whether a line announces those below it instead of being one of them."""
    if line.level is None:
        announces = below.level is not None and _ANNOUNCES.search(line.text)
        return line.text.endswith(":") or bool(announces)
    same = below.level == line.level
    return index == 0 and same and line.text.endswith(":") and bool(_ANNOUNCES.search(line.text))


def announces(text: str) -> bool:
    """Tell whether a sentence does nothing but announce what stands below it."""
    short = text.endswith(":") and len(text.split()) <= _SHORT_LEAD
    return short or bool(_ANNOUNCES.search(text))


def _whole(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, those that stop in the middle of a phrase joined with the next."""
    held: Line | None = None
    for line in lines:
        if held is not None and line.level is None and dangles(held.text):
            held = replace(held, text=join(held.text, line.text))
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def cross_reference(text: str, framework: Framework, code: str | None = None) -> str | None:
    """Return the proposal that a text refers to for its actions, or None."""
    for match in _REFERENCE.finditer(text):
        named = as_code(match["code"], framework)
        if named in framework.by_code and named != code:
            return named
    return None


def is_reference_only(text: str) -> bool:
    """Tell whether a text says no more than that another proposal's actions are meant."""
    rest = _REFERENCE.sub(" ", text)
    return rest != text and len(fold(rest).split()) <= 2
