"""The rows of a table as records: what a page broke is joined, what was merged is read on each.

Owns which row is a record of its own and which goes on with the one above. Leaves the meaning of
the columns to `plan_table`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.breaks import carries_on, dangles, ends, join
from tracker.drafts import Problem
from tracker.kinds import Severity
from tracker.readers.document import Line
from tracker.readers.papers.answers import no_action
from tracker.readers.papers.blocks import extend, flat
from tracker.readers.papers.heads import fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.readers.document import Cell
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.heads import Head

_KEYED = frozenset(
    ("timescale", "revised", "status", "rag", "owners", "owners_timescale", "reference")
)
"""A row that fills one of these is hardly the rest of another."""
_SHARED = frozenset(("timescale", "revised", "status", "rag"))
_TEXTS = frozenset(("delivery", "progress", "evidence", "outcome", "measure", None))
_MANY, _PAGE_WIDE = 8, (90, 170)
"""Rows and characters from which a table may be one whose rows are lines of text."""
_COVERING = "all "
"""A timescale that begins so speaks for the empty ones below it."""


@dataclass(slots=True)
class Record:
    """One row, with what merged cells above it say."""

    place: str
    cells: dict[int, tuple[Line, ...]] = field(default_factory=dict)
    fills: dict[int, str] = field(default_factory=dict)
    own: set[int] = field(default_factory=set)
    """Columns that hold text of their own, not of a merged cell above."""
    joined: bool = False
    """Put together from several rows."""
    last_line: int = 0
    """The length of the text in the last of its rows."""

    def text(self, index: int | None) -> str:
        """Return the text of a column, empty where there is none."""
        return flat(self.cells.get(index, ())) if index is not None else ""


def read_rows(rows: Sequence[Strip], head: Head) -> tuple[list[Record], list[Problem]]:
    """Read the rows under a head."""
    records: list[Record] = []
    problems: list[Problem] = []
    all_fitted = fit(rows, head)
    small = _in_small_letters(all_fitted, head.index("action"))
    full = _full_line(all_fitted, head)
    for row, fitted in zip(rows, all_fitted, strict=True):
        own = {index for index, cell in fitted.items() if cell.lines}
        if not own and not any(cell.fill for cell in fitted.values()):
            continue
        above = records[-1] if records else None
        if above and (
            _goes_on(above, fitted, own, head, starts=row.starts, small=small)
            or _wraps(above, fitted, own, head, full)
        ):
            _extend(above, fitted, head.index("action"))
        elif own and own <= _columns(head, _KEYED - {"reference"}):
            problems.append(_stray(row, fitted, head))
        elif own:
            records.append(_record(row, fitted, above))
    _cover(records, head)
    for key in ("section", "feature"):
        _join_names(records, head.index(key))
    return records, problems


def _columns(head: Head, keys: frozenset[str]) -> set[int]:
    return {index for index, cell in enumerate(head.cells) if cell.key in keys}


def _record(row: Strip, fitted: Mapping[int, Cell], above: Record | None) -> Record:
    """Make a record; cells merged with the one above hold what stands there."""
    record = Record(row.place)
    for index, cell in fitted.items():
        if cell.lines:
            record.cells[index] = cell.lines
            record.own.add(index)
            record.last_line = len(cell.text)
        elif cell.continues and above is not None and index in above.cells:
            record.cells[index] = above.cells[index]
        if cell.fill:
            record.fills[index] = cell.fill
        elif cell.continues and above is not None and index in above.fills:
            record.fills[index] = above.fills[index]
    return record


def _in_small_letters(rows: Sequence[Mapping[int, Cell]], action: int | None) -> bool:
    """Tell whether actions are written without a capital: then a small letter proves nothing."""
    if action is None:
        return False
    texts = [row[action].text for row in rows if action in row and row[action].lines]
    return len(texts) > 2 and sum(text[:1].islower() for text in texts) * 2 > len(texts)


def _goes_on(
    above: Record,
    fitted: Mapping[int, Cell],
    own: set[int],
    head: Head,
    *,
    starts: bool,
    small: bool,
) -> bool:
    """Tell whether a row is the rest of the record above it."""
    action, reference = head.index("action"), head.index("reference")
    if reference in own and reference in above.own and action not in own:
        return False
    placing = _columns(head, frozenset(("proposal", "section", "feature")))
    if action is None or not own or (own & placing and not _broken(above, fitted, own & placing)):
        return False
    keyed = bool(own & _columns(head, _KEYED))
    if action in own:
        before = above.text(action)
        if dangles(before) if small else carries_on(before, fitted[action].text):
            return not keyed or starts
        others = own - {action}
        return starts and not keyed and _broken(above, fitted, others)
    merged = fitted.get(action)
    if merged is not None and merged.continues:
        return True
    texts = {index for index, cell in enumerate(head.cells) if cell.key in _TEXTS}
    return starts or bool(own & texts)


def _full_line(rows: Sequence[Mapping[int, Cell]], head: Head) -> int:
    """Return how long a full line is in a table whose rows are the lines of its text.

    0 for an ordinary table: lines of such a table are hardly ever longer than the page is wide.
    """
    action = head.index("action")
    if action is None or head.keys - {"action", "section", "feature"}:
        return 0
    lengths = [len(row[action].text) for row in rows if action in row and row[action].lines]
    longest = max(lengths, default=0)
    return longest if len(lengths) >= _MANY and _PAGE_WIDE[0] <= longest <= _PAGE_WIDE[1] else 0


def _wraps(above: Record, fitted: Mapping[int, Cell], own: set[int], head: Head, full: int) -> bool:
    """Tell whether the line above had no room for this row's first word."""
    action = head.index("action")
    if not full or action is None or own != {action} or ends(above.text(action)):
        return False
    return above.last_line + 1 + len(fitted[action].text.split()[0]) > full


def _broken(above: Record, fitted: Mapping[int, Cell], columns: set[int]) -> bool:
    """Tell whether one of the columns goes on with a sentence of the record above."""
    return any(carries_on(above.text(index), fitted[index].text) for index in columns)


def _extend(above: Record, fitted: Mapping[int, Cell], action: int | None) -> None:
    """Put a row's cells behind those of the record above; a repeated answer counts once."""
    above.joined = True
    for index, cell in fitted.items():
        above.last_line = len(cell.text) if cell.lines else above.last_line
        held = above.cells.get(index, ())
        if not cell.lines or (held and flat(held) == flat(cell.lines)):
            continue
        if index == action and held and cell.lines[0].level is None:
            above.cells[index] = (Line(join(flat(held), flat(cell.lines)), held[0].level),)
        else:
            above.cells[index] = extend(held, cell.lines) if index in above.own else cell.lines
        above.own.add(index)


def _cover(records: Sequence[Record], head: Head) -> None:
    """Read a timescale such as `All in place` on the records below that print none.

    It stood in a cell merged over them; the status beside it did as well.
    """
    timescale = head.index("timescale")
    shared = _columns(head, _SHARED)
    own = shared | _columns(head, frozenset(("delivery", "progress", "proposal", "section")))
    covering: Record | None = None
    for record in records:
        if timescale in record.own:
            speaks = record.text(timescale).casefold().startswith(_COVERING)
            covering = record if speaks else None
        elif covering is not None and not record.own & own:
            record.cells |= {i: covering.cells[i] for i in shared if i in covering.cells}
        else:
            covering = None


def _join_names(records: Sequence[Record], index: int | None) -> None:
    """Put the name of a section together that runs on beside the rows below its first."""
    run: list[Record] = []
    for record in records:
        text, held = record.text(index), run[-1].text(index) if run else ""
        if index is None or not text:
            run += [record] if run else []
            continue
        if index in record.own and carries_on(held, text):
            run.append(record)
            for member in run:
                if index in member.cells:
                    member.cells[index] = (Line(join(held, text)),)
        else:
            run = [record]


def _stray(row: Strip, fitted: Mapping[int, Cell], head: Head) -> Problem:
    answers = [index for index, cell in sorted(fitted.items()) if cell.lines]
    words = " / ".join(fitted[index].text for index in answers)
    message = no_action([head.cells[index] for index in answers], words)
    return Problem(row.place, Severity.WARNING, message)
