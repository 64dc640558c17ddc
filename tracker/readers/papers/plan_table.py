"""A table with a head, one action in each row: what its cells say of actions and proposals.

Owns the choice of the proposal under which a row stands, the splitting of a cell that holds
several actions, and the ratings and evidence that such tables print beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.kinds import CycleRole, Severity, TimescaleKind
from tracker.readers.document import Cell
from tracker.readers.papers.blocks import flat
from tracker.readers.papers.codes import read_heading, read_reference
from tracker.readers.papers.found import Printed
from tracker.readers.papers.lists import Item, Items, announces, cross_reference, read_items
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.owners import split_posts
from tracker.readers.papers.rows import read_rows
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Line
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.found import Found
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.rows import Record

_ANSWERS = frozenset(
    ("timescale", "revised", "status", "rag", "outlook", "delivery", "progress", "owners_timescale")
)
"""Columns that answer for one action: where a table has one, a row is an action."""
_FURTHER = frozenset(("outcome", "measure", "updated", "completed", "start", "review"))
"""Columns that are known but have no field of their own."""


@dataclass(slots=True)
class Grid:
    """An open table: its head, and the rows read so far under one heading."""

    head: Head
    code: str | None = None
    """The proposal under whose heading it stands."""
    section: str = ""
    rows: list[Strip] = field(default_factory=list)
    inherited: tuple[str, ...] = ()
    """The proposals of the last row before these, for cells that are printed once."""


def read_grid(grid: Grid, found: Found, framework: Framework) -> None:
    """Read the rows of a grid into what is found.

    The grid keeps the proposals and the section of its last row, for rows that follow on the next
    page without naming them.
    """
    records, problems = read_rows(grid.rows, grid.head)
    for problem in problems:
        found.tell(problem.place, problem.message, problem.severity)
    codes, section = grid.inherited, grid.section
    for record in records:
        codes, section = _placed(record, grid, codes, section, found, framework)
        _read_ratings(record, grid.head, codes, found)
        _read_evidence(record, grid.head, codes, found)
        for printed in _read_actions(record, grid, codes, section, found, framework):
            found.actions.append(printed)
    grid.inherited, grid.section = codes, section


def _placed(
    record: Record,
    grid: Grid,
    codes: tuple[str, ...],
    section: str,
    found: Found,
    framework: Framework,
) -> tuple[tuple[str, ...], str]:
    """Return the proposals and the section of a record."""
    head = grid.head
    proposal = head.index("proposal")
    for key in ("feature", "section"):
        index = head.index(key)
        text = record.text(index)
        if index is not None and text and text != section:
            section = text
            # A new group to the left of the proposals ends the one that was printed once.
            codes = codes if proposal is not None and index > proposal else ()
    if proposal is not None and record.text(proposal):
        return _named(head, record, section, found, framework)
    if proposal is not None and codes:
        return codes, section
    if grid.code:
        return (grid.code,), section
    return _referred(record, head, found, framework), section


def _referred(record: Record, head: Head, found: Found, framework: Framework) -> tuple[str, ...]:
    """Return the proposals that a section, a key feature or a reference names by its code."""
    for key in ("section", "feature"):
        heading = read_heading(record.text(head.index(key)), framework)
        if heading and heading.known:
            return (heading.code, *heading.further)
    reference = read_reference(record.text(head.index("reference")), framework)
    if reference is None or reference[1]:
        return ()
    if reference[0] in framework.by_code:
        return (reference[0],)
    _unknown(reference[0], record, found)
    return ()


def _named(
    head: Head, record: Record, section: str, found: Found, framework: Framework
) -> tuple[tuple[str, ...], str]:
    """Return the proposals that a proposal cell names, its wording kept as their title."""
    text = record.text(head.index("proposal"))
    heading = read_heading(text, framework)
    if heading is None:
        return (), text
    if not heading.known:
        _unknown(heading.code, record, found)
        return (), text
    notes = found.about(heading.code, record.place)
    title = heading.title or record.text(head.index("title"))
    if title and not heading.further:
        notes.title = notes.title or title
    return (heading.code, *heading.further), section


def _unknown(code: str, record: Record, found: Found) -> None:
    message = (
        f"{code} is no proposal of the framework. What stands in its row is kept as a"
        " recommendation; give it its proposals by hand."
    )
    found.tell(record.place, message, Severity.ERROR)


def _read_ratings(record: Record, head: Head, codes: tuple[str, ...], found: Found) -> None:
    """Note the ratings that a row prints in columns of their own or under the levels."""
    if not codes:
        return
    own = bool(head.keys & {"action", "evidence"})
    for key, role in (("rating", None), ("previous_rating", CycleRole.PREVIOUS)):
        index = head.index(key)
        if index is None or not (index in record.own or index in record.fills):
            continue
        dated = head.cells[index].dated
        if dated:
            found.dated.setdefault(role or CycleRole.CURRENT, dated)
        cell = Cell(record.cells.get(index, ()), fill=record.fills.get(index))
        _note_rating(codes[0], RatingRow((cell,), record.place, role), own, head, found)
    marked = tuple(
        Cell(record.cells.get(i, ()), c.start, c.end - c.start, record.fills.get(i))
        for i, c in enumerate(head.cells)
        if c.level and (i in record.cells or i in record.fills)
    )
    if any(cell.lines or cell.fill for cell in marked):
        _note_rating(codes[0], RatingRow(marked, record.place), own, head, found)


def _note_rating(code: str, row: RatingRow, own: bool, head: Head, found: Found) -> None:
    notes = found.about(code, row.place)
    if own:
        notes.rating_rows.append(row)
        notes.levels = notes.levels or head.levels
    else:
        notes.summary.append((row, head.levels))


def _read_evidence(record: Record, head: Head, codes: tuple[str, ...], found: Found) -> None:
    for index, cell in enumerate(head.cells):
        if cell.key == "evidence" and codes and index in record.own:
            notes = found.about(codes[0], record.place)
            notes.evidence = (*notes.evidence, *record.cells[index])


def _read_actions(
    record: Record,
    grid: Grid,
    codes: tuple[str, ...],
    section: str,
    found: Found,
    framework: Framework,
) -> list[Printed]:
    """Return the actions of a record, each with the row's answers."""
    head = grid.head
    index = head.index("action")
    lines = record.cells.get(index, ()) if index is not None else ()
    if not lines:
        if index is not None and record.own and not codes:
            told = " / ".join(record.text(i) for i in sorted(record.own))
            found.tell(record.place, f'The row has no action text, only "{told}". It is not read.')
        return []
    code = codes[0] if codes else None
    read = _items(lines, head, framework, code)
    tell_items(read, record.place, found)
    if len(read.items) > 1:
        _tell_shared(record, head, len(read.items), found)
    printed = []
    for number, item in enumerate(read.items):
        own_codes, text = _own_code(item.text, codes, framework)
        printed.append(
            replace(
                _answers(_share(record, head, number, len(read.items)), head),
                text=text,
                codes=own_codes,
                section=section,
                sub_items=item.sub_items,
                cross_reference=item.cross_reference,
            )
        )
    return printed


def _share(record: Record, head: Head, number: int, count: int) -> Record:
    """Return the part of a row that answers for one of several actions in it.

    As many lines as actions answer line by line; anything else answers for all of them.
    """
    if count == 1:
        return record
    cells = {
        index: (lines[number],) if _in_step(head, index, lines, count) else lines
        for index, lines in record.cells.items()
    }
    return replace(record, cells=cells)


def _in_step(head: Head, index: int, lines: Sequence[Line], count: int) -> bool:
    return len(lines) == count and head.cells[index].key in _ANSWERS | {"owners"}


def _tell_shared(record: Record, head: Head, count: int, found: Found) -> None:
    """Tell of several dates beside several actions, where none says which is whose."""
    index = head.index("timescale")
    lines = record.cells.get(index, ()) if index is not None else ()
    if 1 < len(lines) != count:
        found.tell(
            record.place,
            f"{count} actions stand beside {len(lines)} timescales; each is read with all of them."
            " Check their dates.",
        )


def tell_items(read: Items, place: str, found: Found) -> None:
    """Tell what stands among the actions and is none."""
    for text in read.lead_ins:
        found.tell(place, f'"{text}" leads into the actions below it and is none.', Severity.NOTE)
    for text in read.nothings:
        found.tell(place, f'"{text}" says that there is no action.', Severity.NOTE)
    for text in read.scraps:
        message = f'"{text}" stands where an action should and cannot be read as one.'
        found.tell(place, message, Severity.ERROR)


def _items(lines: Sequence[Line], head: Head, framework: Framework, code: str | None) -> Items:
    """Return the actions in a cell: one, where the table has answers for one in each row."""
    listed = [line.level is not None for line in lines]
    if not head.keys & _ANSWERS or (all(listed) and len(lines) > 1):
        return read_items(lines, framework, code=code)
    if any(listed):
        first = listed.index(True)
        text = flat(lines[:first])
        subs = tuple(line.text for line in lines[first:])
        if not text or announces(text):
            return read_items(lines, framework, code=code)
        return Items((Item(text, subs, cross_reference(text, framework, code)),))
    return read_items((replace(lines[0], text=flat(lines)),), framework, code=code)


def _own_code(
    text: str, codes: tuple[str, ...], framework: Framework
) -> tuple[tuple[str, ...], str]:
    """Return the proposals of an action and its text, without the code that it may begin with."""
    reference = read_reference(text, framework)
    if reference is None or not reference[1] or reference[0] not in framework.by_code:
        return codes, text
    if codes and reference[0] != codes[0]:
        return codes, text
    if not codes and re.match(r"\s*(?:million|billion|per cent|%)", reference[1]):
        return codes, text
    return codes or (reference[0],), reference[1]


def _answers(record: Record, head: Head) -> Printed:
    """Return what a row says of its action, the text left open."""
    values: dict[str, str] = {}
    owners: list[str] = []
    contributors: list[str] = []
    further: list[tuple[str, str]] = []
    fills: list[tuple[str, str]] = []
    several = Counter(cell.key for cell in head.cells)
    for index, cell in enumerate(head.cells):
        lines = record.cells.get(index, ())
        if cell.key in {"status", "rag", "outlook"} and index in record.fills:
            fills.append((cell.key, record.fills[index]))
        if cell.key == "owners_timescale":
            posts, words = _told_apart(lines)
            owners += posts
            values["timescale"] = words
        elif cell.key == "owners":
            owners += split_posts(lines)
        elif cell.key == "contributors":
            contributors += split_posts(lines)
        elif cell.key in _ANSWERS:
            text = flat(lines)
            if text and several[cell.key] > 1:
                text = f"{cell.heading}: {text}"
            values[cell.key] = " ".join(part for part in (values.get(cell.key), text) if part)
        elif lines and ((cell.key is None and not cell.level) or cell.key in _FURTHER):
            further.append((cell.heading, flat(lines)))
    return Printed(
        "",
        record.place,
        values=tuple(values.items()),
        owners=tuple(dict.fromkeys(owners)),
        contributors=tuple(dict.fromkeys(contributors)),
        fills=tuple(fills),
        further=tuple(further),
    )


def _told_apart(lines: Sequence[Line]) -> tuple[list[str], str]:
    """Tell the owners in a cell from its timescale, part by part."""
    posts: list[str] = []
    words: list[str] = []
    for line in lines:
        for part in re.split(r"\s*[;,/\n]\s*|\s[-\u2013]\s", line.text):
            kind = read_timescale(part, as_at=None).kind
            if kind is TimescaleKind.UNCLEAR:
                posts.append(part)
            elif part:
                words.append(part)
    return posts, " ".join(words)
