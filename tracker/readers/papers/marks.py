"""Which level a rating row marks: by a tick, a letter, a shade or the level's name.

Owns the marks of one proposal and what they say together. A mark that is doubtful gives no rating
but a fault in words; what letters and shades mean is told by the paper's own legend.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.kinds import CycleRole
from tracker.readers.papers.levels import (
    abbreviated,
    bare_of_boxes,
    has_tick,
    is_tick,
    levels_named,
    without_names,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell
    from tracker.readers.papers.legend import Legend

_LETTERS = re.compile(r"[\s/,;&+|\u2013-]+|\band\b")


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
    level, fault = _level_at(cell, levels)
    named = levels_named(text, framework)
    ticked = has_tick(text) and (level is not None or not named)
    if named and not ticked:
        return _named_marks(cell, row, levels, named)
    explained = legend.levels.get(text.strip(" ().").casefold()) or abbreviated(text, framework)
    if explained:
        return [_Mark(explained, row.role, row.place)]
    roles = _letters(text, legend)
    if roles:
        return [_Mark(level, role, row.place, fault) for role in roles]
    if is_tick(text) or ticked:
        return [_Mark(level, row.role, row.place, fault)]
    if not bare_of_boxes(text):
        return []
    fault = f'"{text}" is no mark that is known, and no legend explains it'
    return [_Mark(None, row.role, row.place, fault)]


def _named_marks(
    cell: Cell,
    row: RatingRow,
    levels: Sequence[LevelColumn],
    named: Sequence[tuple[str, CycleRole | None]],
) -> list[_Mark]:
    """Return the levels that a cell names; a name under another level contradicts itself.

    A name in the first of the cells may stand for the whole row, as when it was typed there.
    """
    under = _level_at(cell, levels)[0]
    first = bool(levels) and cell.column <= levels[0].start
    names = {level for level, _ in named}
    if under is not None and not first and under not in names:
        fault = f'"{cell.text}" stands under "{under}", which contradicts it'
        return [_Mark(None, row.role, row.place, fault)]
    return [_Mark(level, role or row.role, row.place) for level, role in named]


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
    shade = next((cell.fill for cell in row.cells if cell.fill), None) or ""
    if len(row.cells) == 1 and shade.casefold() in legend.levels:
        return [_Mark(legend.levels[shade.casefold()], row.role, row.place)]
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
    return any(is_tick(part) for part in without_names(text, framework))
