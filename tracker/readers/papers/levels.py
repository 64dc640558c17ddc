"""The names of the rating levels in a text, and the ticks and boxes beside them.

Owns which levels a text names and which of them it ticks. Where in a table they stand, and what
they say together, is for `marks`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.kinds import CycleRole
from tracker.readers.papers.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework

_TICKS = frozenset(
    "\u2713\u2714\u221a\u2611\u2612\u2715\u2716\u2717\u2718\u2705\u274c\u00d7"
    "xX\u0445\u0425\u03c7\u03a7"
    "\u25cf\u2b24\u26ab\u25c9\u25a0\u25aa\u2022\u2b1b\u2605\u2731*"
    "\u00fc\u00fe\uf0fc\uf0fe\uf050\uf052\uf0a2\uf06e\uf06c\uf0d8\uf0fb\uf078"
)
"""Ticks, crosses (Latin, Cyrillic, Greek), filled shapes, and Wingdings that lost their font."""
_EMPTY_BOXES = "\u2610\u25a1\u25cb\u25ef\uf0a8\uf06f\uf071"
_WRAPPING = re.compile(r"[\s()\[\].,]")
_LONGEST_LEVEL = 40
"""Characters in a cell that names a level and nothing else."""
_SHORTEST = 5
"""Letters from which the beginning of a level's name, such as `Partly`, stands for the whole."""
_RATED = re.compile(
    r"(?i)[\s(\[:;,.\u2013\u2014-]{1,4}(?:our |current |self )?rat(?:ing|ed)\b\W*(?=\w)"
)
_ARROW = re.compile(r"(?:\u2192|->|=>|\u21d2)\s*$")


def is_tick(text: str) -> bool:
    """Tell whether a text is nothing but ticks or crosses."""
    bare = _WRAPPING.sub("", text)
    return 0 < len(bare) <= 3 and all(character in _TICKS for character in bare)


def has_tick(text: str) -> bool:
    """Tell whether a text is a tick with words beside it, such as a comment."""
    words = text.split()
    return bool(words) and (is_tick(words[0]) or is_tick(words[-1]))


def is_boxed(text: str) -> bool:
    """Tell whether a text holds tick boxes."""
    return any(box in text for box in _EMPTY_BOXES)


def may_rate(text: str, framework: Framework) -> bool:
    """Tell whether a text can be an answer to a rating: short, or with a level's name."""
    return len(text) <= _LONGEST_LEVEL or bool(levels_named(text, framework))


def level_of(text: str, framework: Framework) -> str | None:
    """Return the level that a text names and nothing else, but for a number or a bracket."""
    bare = fold(re.sub(r"\([^)]*\)", " ", text)).replace("partially", "partly")
    bare = re.sub(r"^(?:level )?\d+ | \d+$", "", bare)
    names = _by_fold(tuple(level.name for level in framework.scale))
    if bare in names or len(bare) < _SHORTEST:
        return names.get(bare)
    begun = [name for folded, name in names.items() if folded.startswith(f"{bare} ")]
    return begun[0] if len(begun) == 1 else None


def abbreviated(text: str, framework: Framework) -> str | None:
    """Return the level that an abbreviation stands for, such as `PE` or `Ex`, or None.

    Initials count for names of several words, a beginning of two letters or more for names of
    one; what fits two levels, such as `E`, fits none.
    """
    bare = text.strip(" ().").replace(".", "")
    fitting = [
        level.name
        for level in framework.scale
        if bare == _initials(level.name)
        or (" " not in level.name and len(bare) > 1 and level.name.startswith(bare.casefold()))
    ]
    return fitting[0] if len(fitting) == 1 and len(bare) > 1 else None


def _initials(name: str) -> str:
    return "".join(word[0].upper() for word in name.split())


def levels_in_order(texts: Sequence[str], framework: Framework) -> dict[int, str]:
    """Return which of a row of headings are abbreviated levels, where they make a whole scale.

    The one that fits two levels is told by the others, between which it stands.
    """
    names = [level.name for level in framework.scale]
    found = {i: level for i, text in enumerate(texts) if (level := abbreviated(text, framework))}
    for index, text in enumerate(texts):
        bare = text.strip(" ().")
        missing = [name for name in names if name not in found.values()]
        if len(missing) == 1 and len(bare) == 1 and missing[0].startswith(bare.casefold()):
            found[index] = missing[0]
    in_order = [found[index] for index in sorted(found)] in (names, names[::-1])
    return found if in_order else {}


@lru_cache(maxsize=8)
def _by_fold(names: tuple[str, ...]) -> dict[str, str]:
    return {fold(name): name for name in names}


def level_beside_tick(text: str, framework: Framework) -> str | None:
    """Return the level that a cell of a scale names, alone or with a tick beside it."""
    level = level_of(text, framework) if len(text) <= _LONGEST_LEVEL else None
    if level or len(text) > _LONGEST_LEVEL:
        return level
    named = levels_named(text, framework)
    if len(named) != 1:
        return None
    rest = re.sub(re.escape(named[0][0]), " ", text, flags=re.IGNORECASE)
    return named[0][0] if is_tick(rest) else None


def levels_named(text: str, framework: Framework) -> list[tuple[str, CycleRole | None]]:
    """Return the levels that a text names, each with the role that words before it give.

    In a row of boxes only the ticked one counts.
    """
    plain = re.sub(r"(?i)\bpartially(?=[\s-]+established)", "partly", text)
    found = list(_names_pattern(framework).finditer(plain))
    by_fold = _by_fold(tuple(level.name for level in framework.scale))
    if len(found) > 1 and is_boxed(plain):
        found = _ticked(plain, found)
    starts = [0, *(match.end() for match in found)]
    before = [plain[start : m.start()] for start, m in zip(starts, found, strict=False)]
    roles = _roles(before)
    named = [(by_fold[fold(m[0])], role) for m, role in zip(found, roles, strict=True)]
    return list(dict.fromkeys(named))


def _roles(before: list[str]) -> list[CycleRole | None]:
    """Return the role of each level from the words before it: named, dated, or by an arrow."""
    years = [dates[-1].year if (dates := find_dates(words)) else 0 for words in before]
    if len(years) > 1 and all(years) and len(set(years)) > 1:
        latest = max(years)
        return [CycleRole.CURRENT if year == latest else CycleRole.PREVIOUS for year in years]
    if len(before) == 2 and _ARROW.search(before[1]):
        return [CycleRole.PREVIOUS, CycleRole.CURRENT]
    return [_role_before(words) for words in before]


def rated_title(title: str, framework: Framework) -> tuple[str, str]:
    """Return a heading without the rating that stands behind it, and that rating.

    Only a level called a rating is one: `(Rating: Established)`, `- rated Established`.
    """
    for match in _RATED.finditer(title):
        level = level_of(title[match.end() :].strip(" .)]"), framework)
        if level:
            return title[: match.start()], level
    return title, ""


def without_names(text: str, framework: Framework) -> list[str]:
    """Return what stands between the names of levels in a text."""
    return _names_pattern(framework).split(text)


def bare_of_boxes(text: str) -> str:
    """Return a text without empty boxes, dashes and brackets, which mark nothing."""
    return _WRAPPING.sub("", text).strip(_EMPTY_BOXES + "-_\u2013\u2014'`")


def _names_pattern(framework: Framework) -> re.Pattern[str]:
    return _pattern_of(tuple(level.name for level in framework.scale))


@lru_cache(maxsize=8)
def _pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of level names, the longest first: `established` ends three of them."""
    longest_first = sorted(names, key=len, reverse=True)
    spaced = "|".join(r"[\s-]+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"\b(?:{spaced})\b", re.IGNORECASE)


def _ticked(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the names whose box is ticked; boxes stand all before or all after their names."""
    boxes = frozenset(_EMPTY_BOXES)
    lead = text[: found[0].start()]
    before = any(c in boxes or c in _TICKS for c in lead)
    ticked = []
    for index, match in enumerate(found):
        if before:
            gap = text[found[index - 1].end() if index else 0 : match.start()]
        else:
            gap = text[match.end() : found[index + 1].start() if index + 1 < len(found) else None]
        if any(c in _TICKS for c in gap) and not any(c in boxes for c in gap):
            ticked.append(match)
    return ticked


def _role_before(words: str) -> CycleRole | None:
    """Return the role that the words before a level's name give it."""
    if re.search(r"(?i)\b(?:previous(?:ly)?|was|were|from|formerly|before|last)\W*$", words):
        return CycleRole.PREVIOUS
    if re.search(r"(?i)\b(?:now|currently|current)\W*$", words):
        return CycleRole.CURRENT
    return None
