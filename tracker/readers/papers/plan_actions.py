"""The actions in a row of a table: one or several, each with what the row answers for it.

Owns the splitting of a cell that holds several actions and the sorting of the other cells by their
columns. Reading dates and statuses is for `drafting`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.kinds import Severity, TimescaleKind
from tracker.readers.papers.answers import ANSWERS, FURTHER, no_action
from tracker.readers.papers.blocks import flat
from tracker.readers.papers.codes import read_reference
from tracker.readers.papers.found import Printed
from tracker.readers.papers.levels import is_tick
from tracker.readers.papers.lists import Item, Items, announces, cross_reference, read_items
from tracker.readers.papers.owners import split_posts
from tracker.readers.papers.references import unite
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Line
    from tracker.readers.papers.found import Found
    from tracker.readers.papers.heads import Head
    from tracker.readers.papers.rows import Record

_YES = frozenset(("y", "yes", "true", "x"))
_ASKS = frozenset(("complete", "completed", "complete y n", "completed y n"))
"""Headings that ask whether an action is complete, folded."""


def read_actions(
    record: Record,
    head: Head,
    codes: tuple[str, ...],
    section: str,
    found: Found,
    framework: Framework,
) -> list[Printed]:
    """Return the actions of a record, each with the row's answers."""
    index = head.index("action")
    lines = record.cells.get(index, ()) if index is not None else ()
    if not lines:
        if index is not None:
            _tell_lost(record, head, found, placed=bool(codes))
        return []
    code = codes[0] if codes else None
    read = _items(lines, head, framework, code)
    tell_items(read, record.place, found)
    if len(read.items) > 1:
        _tell_shared(record, head, len(read.items), found)
    spare = _spare(record, head, codes, len(found.actions) + 1)
    printed = []
    for number, item in enumerate(read.items):
        own_codes, text = _own_code(item.text, codes, framework)
        answers = _answers(_share(record, head, number, len(read.items)), head)
        printed.append(
            replace(
                answers,
                text=text,
                codes=own_codes,
                section=section,
                sub_items=item.sub_items,
                cross_reference=item.cross_reference,
                further=unite(spare, answers.further),
            )
        )
    return printed


def _tell_lost(record: Record, head: Head, found: Found, *, placed: bool) -> None:
    """Tell what a row without an action answers; a proposal's own cells are read elsewhere."""
    own = sorted(record.own)
    known = ANSWERS | FURTHER | {"owners", "contributors", "reference"}
    answers = [
        i
        for i in own
        if head.cells[i].key in known or (head.cells[i].key is None and not head.cells[i].level)
    ]
    if answers or (own and not placed):
        words = " / ".join(record.text(i) for i in own)
        found.tell(record.place, no_action([head.cells[i] for i in answers], words))


def _spare(
    record: Record, head: Head, codes: tuple[str, ...], number: int
) -> tuple[tuple[str, str], ...]:
    """Return cells of known columns that say nothing elsewhere: a reference of its own, a group.

    Args:
        record: The row.
        head: Its columns.
        codes: The proposals under which it stands; these have the evidence but not the group.
        number: Which action of the paper it is.
    """
    spare = []
    for index, cell in enumerate(head.cells):
        text = record.text(index)
        lost = (cell.key == "section") if codes else (cell.key == "evidence")
        own = cell.key == "reference" and text not in codes and text.rstrip(".)") != str(number)
        if text and (lost or own):
            spare.append((cell.heading, text))
    return tuple(spare)


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
    return len(lines) == count and head.cells[index].key in ANSWERS | {"owners"}


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
    if not head.keys & ANSWERS or (all(listed) and len(lines) > 1):
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
        elif cell.key in ANSWERS:
            text = _yes(cell.heading, flat(lines))
            if text and several[cell.key] > 1:
                text = f"{cell.heading}: {text}"
            values[cell.key] = " ".join(part for part in (values.get(cell.key), text) if part)
        elif lines and ((cell.key is None and not cell.level) or cell.key in FURTHER):
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


def _yes(heading: str, text: str) -> str:
    """Return an answer; a yes or a tick under `Complete?` is read together with its heading."""
    bare = fold(text)
    said = bare in _YES or (not bare and is_tick(text))
    return f"Complete: {text}" if said and fold(heading) in _ASKS else text


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
