"""History as a report: acts, newest first, with what each changed in words.

Owns the table and the sentences about undoing; what is told of an act is made where it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.dates import say_day
from tracker.report import Cell, Column, Report, Section, Table
from tracker.reports.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.recorded import Entry, Told

LINES = 12
"""How many lines of one act a list shows one by one; the JSON holds all of them."""
WHOLE = frozenset({"action", "post"})
"""What is told as a whole where it came, not field by field."""
NAMED = 3
"""How many things a list names whose same field an act changed."""


def history_report(entries: Sequence[Entry], *, about: str, limit: int) -> Report:
    """Build the list of acts.

    Args:
        entries: The acts, newest first.
        about: What the history is of, such as a reference or a partnership.
        limit: How many were asked for at most.
    """
    columns = (
        Column("act", "Act", "right", weight=0),
        Column("at", "When", weight=0),
        Column("who", "Who", weight=1),
        Column("verb", "What was done", weight=2),
        Column("changes", "What it changed", weight=4),
        Column("reason", "Why", weight=1, spare=2),
        Column("cycles", "Cycle", weight=1, spare=3),
        Column("undone_by", "Undone by act", "right", weight=0, spare=1),
    )
    rows = tuple(_row(entry) for entry in entries)
    sections = [Section(table=Table(columns, rows))] if rows else []
    if not rows:
        sections = [Section(paragraphs=("Nothing was recorded that fits.",))]
    elif len(rows) == limit:
        said = f"These are the newest {limit}; --limit shows more."
        sections.append(Section(paragraphs=(said,)))
    return Report(
        title=f"History: {about}",
        sections=tuple(sections),
        data={"of": about, "acts": [entry_data(entry) for entry in entries]},
    )


def undone_report(entry: Entry, taken_back: Entry) -> Report:
    """Build what is said after an act was taken back.

    Args:
        entry: The act that took another back.
        taken_back: That other act.
    """
    act = taken_back.act
    told = [f"{line.subject}, {line.said}" for line in entry.told[:LINES]]
    left = len(entry.told) - len(told) + entry.more
    more = f"And {left} more; see them with tracker history --json."
    done = "stands again" if entry.act.verb.startswith("redo: ") else "is taken back"
    verb = entry.act.verb.partition(": ")[2]
    return Report(
        title=f"{verb[:1].upper()}{verb[1:]} {done}: act {entry.act.number} takes back act "
        f"{act.number}, {act.who}, {say_day(act.at.date())} at {act.at:%H:%M}.",
        sections=(Section(paragraphs=(*told, *([more] if left else []))),),
        data=entry_data(entry) | {"undoes": act.number, "undone": entry_data(taken_back)},
    )


def entry_data(entry: Entry) -> dict[str, object]:
    """Return an act under the keys that scripts read."""
    act = entry.act
    return {
        "act": act.number,
        "at": act.at.isoformat(),
        "who": act.who,
        "verb": act.verb,
        "reason": act.reason,
        "cycles": list(entry.cycles),
        "undoes": act.undoes,
        "undone_by": entry.undone_by,
        "changes": [_told_data(told) for told in entry.told],
        "more": entry.more,
    }


def _told_data(told: Told) -> dict[str, object]:
    return {
        "subject": told.subject,
        "field": told.field,
        "from": told.before,
        "to": told.after,
    }


def _row(entry: Entry) -> tuple[Cell, ...]:
    act = entry.act
    return (
        Cell(act.number),
        Cell(_when(entry)),
        Cell(act.who),
        Cell(act.verb, "quiet" if entry.undone_by else ""),
        Cell(_changes(entry)),
        Cell(act.reason),
        Cell(entry.cycles),
        Cell(entry.undone_by, "warn"),
    )


def _changes(entry: Entry) -> str:
    """Return what an act changed, each thing named once; where that is much, field by field."""
    if len(entry.told) > LINES:
        return "; ".join([*_by_field(entry.told), *_left(entry.more)])
    shown, subject = [], None
    for told in entry.told:
        shown.append(told.said if told.subject == subject else f"{told.subject}, {told.said}")
        subject = told.subject
    return "; ".join([*shown, *_left(entry.more)])


def _by_field(told: Sequence[Told]) -> list[str]:
    """Return for each field of how much it was changed, with the first by name."""
    subjects: dict[str, dict[str, None]] = {}
    for line in told:
        is_new = line.before is None and line.field in WHOLE
        what = "new" if is_new else f"{line.field} of"
        subjects.setdefault(what, {})[line.subject] = None
    return [f"{what} {_first(tuple(held))}" for what, held in subjects.items()]


def _first(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many follow."""
    shown = ", ".join(names[:NAMED])
    return f"{shown} and {len(names) - NAMED} more" if len(names) > NAMED else shown


def _left(count: int) -> list[str]:
    """Return the words for what is not told."""
    return [f"and {counted(count, 'more change')}"] if count else []


def _when(entry: Entry) -> str:
    return f"{entry.act.at:%Y-%m-%d %H:%M}"
