"""A table with a head, one action in each row: under which proposals its rows stand.

Owns the choice of the proposal of each row, and the ratings and evidence that such tables print
beside actions. Leaves the actions themselves to `plan_actions`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.kinds import CycleRole, Severity
from tracker.readers.document import Cell
from tracker.readers.papers.codes import read_heading, read_reference
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.plan_actions import read_actions
from tracker.readers.papers.rows import read_rows

if TYPE_CHECKING:
    from tracker.framework import Framework
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.found import Found
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.rows import Record


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
        before = codes
        codes, section = _placed(record, grid, codes, section, found, framework)
        _read_ratings(record, grid.head, codes, found)
        _read_evidence(record, grid.head, codes, found)
        actions = read_actions(record, grid.head, codes, section, found, framework)
        found.actions += actions
        if actions and _is_blank(record, grid.head) and (before or not codes):
            found.inherited.append((record.place, codes, section))
    grid.inherited, grid.section = codes, section


def _is_blank(record: Record, head: Head) -> bool:
    """Tell whether a row leaves its proposal empty, with no merged cell that says it."""
    index = head.index("proposal")
    return index is not None and not record.text(index)


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
