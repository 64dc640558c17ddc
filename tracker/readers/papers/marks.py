"""Which level a rating row marks: by a tick, a letter, a shade or the level's name.

Owns the marks of one proposal and what they say together. A mark that is doubtful gives no rating
but a fault in words; what letters and shades mean is told by the paper's own legend.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.columns import fold
from tracker.kinds import CycleRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell
    from tracker.readers.papers.legend import Legend

_TICKS = frozenset(
    "\u2713\u2714\u221a\u2611\u2612\u2715\u2716\u2717\u2718\u2705\u274c\u00d7"
    "xX\u0445\u0425\u03c7\u03a7"
    "\u25cf\u2b24\u26ab\u25c9\u25a0\u25aa\u2022\u2b1b\u2605\u2731*"
    "\u00fc\u00fe\uf0fc\uf0fe\uf050\uf052\uf0a2\uf06e\uf06c\uf0d8\uf0fb\uf078"
)
"""Ticks, crosses (Latin, Cyrillic, Greek), filled shapes, and Wingdings that lost their font."""
_EMPTY_BOXES = "\u2610\u25a1\u25cb\u25ef\uf0a8\uf06f\uf071"
_WRAPPING = re.compile(r"[\s()\[\].,]")
_LETTERS = re.compile(r"[\s/,;&+|\u2013-]+|\band\b")
_LONGEST_LEVEL = 40
"""Characters in a cell that names a level and nothing else."""


class LevelColumn(NamedTuple):
    """Where a level stands in a table's grid."""

    level: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A row that holds marks under the levels."""

    cells: tuple[Cell, ...]
    """Without the row's label."""
    place: str
    role: CycleRole | None = None
    """What the row's own label says that it shows."""


class Reading(NamedTuple):
    """What the marks of a proposal say."""

    now: str | None = None
    previous: str | None = None
    faults: tuple[tuple[str, str], ...] = ()
    """Place and words for what could not be read."""
    marked: bool = False
    """There is at least something in the rows."""


class _Mark(NamedTuple):
    level: str | None
    role: CycleRole | None
    place: str
    fault: str = ""


def read_marks(
    rows: Sequence[RatingRow],
    levels: Sequence[LevelColumn],
    *,
    legend: Legend,
    framework: Framework,
    scale: RatingRow | None = None,
) -> Reading:
    """Read the rating rows of one proposal together.

    Args:
        rows: The rows, in order.
        levels: Where the levels stand; empty where the paper has no scale row.
        legend: What letters and shades mean.
        framework: For the names of the levels.
        scale: The row of level names, where the mark may stand if no row is for it.
    """
    marks = [
        mark for row in rows for mark in _row_marks(row, levels, legend=legend, framework=framework)
    ]
    if not marks and scale is not None:
        marks = _chosen_name(scale, framework)
    now, now_fault = _agreed([m for m in marks if m.role is not CycleRole.PREVIOUS])
    previous, before_fault = _agreed([m for m in marks if m.role is CycleRole.PREVIOUS])
    faults = [(mark.place, mark.fault) for mark in marks if mark.fault]
    faults += [fault for fault in (now_fault, before_fault) if fault]
    if any(mark.fault and mark.role is None for mark in marks):
        now = None
    return Reading(now, previous, tuple(dict.fromkeys(faults)), bool(marks))


def _agreed(marks: Sequence[_Mark]) -> tuple[str | None, tuple[str, str] | None]:
    """Return the one level that marks give, or None and why not."""
    levels = list(dict.fromkeys(mark.level for mark in marks if mark.level))
    if len(levels) > 1:
        named = " and ".join(f'"{level}"' for level in levels)
        place = next(mark.place for mark in marks if mark.level == levels[1])
        return None, (place, f"marks stand under {named}; none of them is taken")
    return (levels[0] if levels else None), None


def _row_marks(
    row: RatingRow,
    levels: Sequence[LevelColumn],
    *,
    legend: Legend,
    framework: Framework,
) -> list[_Mark]:
    """Return the marks of one row; shades count only where no text does."""
    texts = [cell for cell in row.cells if cell.lines]
    own = [_own_name(cell, levels, framework) for cell in texts]
    if len(texts) > 1 and sum(own) > 1:
        return _chosen_name(row, framework)
    marks = [
        mark
        for cell in texts
        for mark in _text_marks(cell, row, levels, legend=legend, framework=framework)
    ]
    return marks or _shade_marks(row, levels, legend)


def _text_marks(
    cell: Cell,
    row: RatingRow,
    levels: Sequence[LevelColumn],
    *,
    legend: Legend,
    framework: Framework,
) -> list[_Mark]:
    """Return the marks that a cell's text makes."""
    text = cell.text
    named = levels_named(text, framework)
    if named:
        return [_Mark(level, role or row.role, row.place) for level, role in named]
    roles = _letters(text, legend)
    if roles:
        level, fault = _level_at(cell, levels)
        return [_Mark(level, role, row.place, fault) for role in roles]
    if is_tick(text):
        level, fault = _level_at(cell, levels)
        return [_Mark(level, row.role, row.place, fault)]
    if not _WRAPPING.sub("", text).strip(_EMPTY_BOXES + "-_\u2013\u2014'`"):
        return []
    fault = f'"{text}" is no mark that is known, and no legend explains it'
    return [_Mark(None, row.role, row.place, fault)]


def is_tick(text: str) -> bool:
    """Tell whether a text is nothing but ticks or crosses."""
    bare = _WRAPPING.sub("", text)
    return 0 < len(bare) <= 3 and all(character in _TICKS for character in bare)


def is_boxed(text: str) -> bool:
    """Tell whether a text holds tick boxes."""
    return any(box in text for box in _EMPTY_BOXES)


def may_rate(text: str, framework: Framework) -> bool:
    """Tell whether a text can be an answer to a rating: short, or with a level's name."""
    return len(text) <= _LONGEST_LEVEL or bool(levels_named(text, framework))


def _letters(text: str, legend: Legend) -> list[CycleRole]:
    """Return the roles of the letters in a text, where the legend explains every one."""
    parts = [part for part in _LETTERS.split(text.strip(" ()[].")) if part]
    if len(parts) == 1 and parts[0] not in legend.roles and len(parts[0]) == 2:
        parts = list(parts[0])
    roles = [legend.roles.get(part) or legend.roles.get(part.upper()) for part in parts]
    found = [role for role in roles if role]
    return found if parts and len(found) == len(parts) else []


def _level_at(cell: Cell, levels: Sequence[LevelColumn]) -> tuple[str | None, str]:
    """Return the level under which a cell stands, or None and why not."""
    start, end = cell.column, cell.column + cell.span
    under = [level for level in levels if start < level.end and level.start < end]
    if len(under) == 1:
        return under[0].level, ""
    if not levels:
        return None, "a mark stands where no levels are printed above it"
    if not under:
        return None, "the mark stands under no level"
    return None, f'the mark stands across "{under[0].level}" and "{under[-1].level}"'


def _shade_marks(row: RatingRow, levels: Sequence[LevelColumn], legend: Legend) -> list[_Mark]:
    """Return the marks that shaded cells make: explained by the legend, or the only odd one."""
    fills = _fills(row.cells, levels)
    explained = [(level, legend.fills[f]) for level, f in fills.items() if f and f in legend.fills]
    if explained:
        return [_Mark(level, role, row.place) for level, role in explained]
    level = _odd_one(fills)
    return [_Mark(level, row.role, row.place)] if level else []


def _fills(cells: Sequence[Cell], levels: Sequence[LevelColumn]) -> dict[str, str | None]:
    return {
        level.level: cell.fill
        for level in levels
        for cell in cells
        if cell.column <= level.start and level.end <= cell.column + cell.span
    }


def _odd_one(by_level: Mapping[str, str | bool | None]) -> str | None:
    """Return the one level that differs, where all the others agree."""
    if len(by_level) < 3:
        return None
    odd = [
        level
        for level, value in by_level.items()
        if value
        and len({v for name, v in by_level.items() if name != level} | {value}) == 2
        and value not in [v for name, v in by_level.items() if name != level]
    ]
    return odd[0] if len(odd) == 1 else None


def _own_name(cell: Cell, levels: Sequence[LevelColumn], framework: Framework) -> bool:
    """Tell whether a cell holds the name of the level in whose column it stands."""
    named = levels_named(cell.text, framework)
    return len(named) == 1 and (named[0][0] == _level_at(cell, levels)[0] or not levels)


def _chosen_name(row: RatingRow, framework: Framework) -> list[_Mark]:
    """Return the one level name of a whole scale that is ticked, shaded or bold."""
    names = {c: n[0][0] for c in row.cells if len(n := levels_named(c.text, framework)) == 1}
    if len(names) < 2:
        return []
    choices = (
        _odd_one({level: _has_tick(cell.text, framework) for cell, level in names.items()}),
        _odd_one({level: cell.fill for cell, level in names.items()}),
        _odd_one({level: all(x.bold for x in cell.lines) for cell, level in names.items()}),
    )
    chosen = next((choice for choice in choices if choice), None)
    return [_Mark(chosen, row.role, row.place)] if chosen else []


def _has_tick(text: str, framework: Framework) -> bool:
    """Tell whether a tick stands beside a level's name."""
    return any(is_tick(part) for part in _names_pattern(framework).split(text))


def level_of(text: str, framework: Framework) -> str | None:
    """Return the level that a text names and nothing else, but for a number or a bracket."""
    bare = fold(re.sub(r"\([^)]*\)", " ", text)).replace("partially", "partly")
    bare = re.sub(r"^(?:level )?\d+ | \d+$", "", bare)
    return next((level.name for level in framework.scale if fold(level.name) == bare), None)


def level_beside_tick(text: str, framework: Framework) -> str | None:
    """Return the level that a cell of a scale names, alone or with a tick beside it."""
    named = levels_named(text, framework)
    if len(named) != 1 or len(text) > _LONGEST_LEVEL:
        return None
    if level_of(text, framework):
        return named[0][0]
    rest = re.sub(re.escape(named[0][0]), " ", text, flags=re.IGNORECASE)
    return named[0][0] if is_tick(rest) else None


def levels_named(text: str, framework: Framework) -> list[tuple[str, CycleRole | None]]:
    """Return the levels that a text names, each with the role that words before it give.

    In a row of boxes only the ticked one counts.
    """
    plain = re.sub(r"(?i)\bpartially(?=[\s-]+established)", "partly", text)
    found = list(_names_pattern(framework).finditer(plain))
    by_fold = {fold(level.name): level.name for level in framework.scale}
    if len(found) > 1 and is_boxed(plain):
        found = _ticked(plain, found)
    named: list[tuple[str, CycleRole | None]] = []
    start = 0
    for match in found:
        named.append((by_fold[fold(match[0])], _role_before(plain[start : match.start()])))
        start = match.end()
    return list(dict.fromkeys(named))


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
    if re.search(r"(?i)\b(?:now|to|currently|current)\W*$|(?:\u2192|->|\u21d2|>)\s*$", words):
        return CycleRole.CURRENT
    return None
