"""The national delivery plan: a table for each key feature, one proposal in each row.

Owns which tables are of this kind and what their columns hold. The outcome of a proposal becomes
its action, its leads the owners, and relative timescales count from the day on which the
framework was published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.breaks import dangles, ends, join
from tracker.columns import fold
from tracker.drafts import ActionDraft, NationalDetail, Problem, ProposalDraft, status_from
from tracker.kinds import Severity
from tracker.readers.papers.blocks import flat
from tracker.readers.papers.codes import read_feature, read_heading
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.framework import Framework
    from tracker.readers.document import Cell, Line
    from tracker.readers.papers.blocks import Strip

_HEADINGS = {
    "outcome": ("proposal outcome", "outcome", "proposal"),
    "timescale": ("timescale for completion", "timescale", "timescales"),
    "leads": ("leads", "lead"),
    "contributors": ("key contributors", "contributors"),
    "detail": ("proposal detail", "detail"),
    "actions": ("actions", "action", "actions so far"),
    "measures": ("progress measures", "measures", "progress measures and milestones"),
}
_NEEDED = frozenset(("outcome", "timescale", "leads", "detail"))
_OFFICIAL = re.compile(
    r"\b(?:(?:SG|COSLA|Scottish Government)(?:\s+and\s+(?:SG|COSLA))?\s+)?officials?\b\s*:?\s*",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Z][\w'-]*[a-z]+){1,2}[;,.]?")
_NOTE = re.compile(r"note\b", re.IGNORECASE)
_NOTE_INSIDE = re.compile(r"\s(?=Note(?:\s*[-,\u2013\u2014]|\s+that\b))")
_TYPED = re.compile(r"\s*(?<!\w)>\s+")


@dataclass(slots=True)
class _Row:
    code: str
    place: str
    cells: dict[str, tuple[Line, ...]] = field(default_factory=dict)


def is_delivery_plan(strips: Sequence[Strip]) -> bool:
    """Tell whether a paper holds the tables of a delivery plan."""
    return any(_columns(strip) for strip in strips)


def read_delivery_plan(
    strips: Sequence[Strip], framework: Framework
) -> tuple[tuple[ProposalDraft, ...], tuple[Problem, ...]]:
    """Read the proposals of a delivery plan, in the framework's order."""
    rows, problems = _rows(strips, framework)
    by_code: dict[str, ProposalDraft] = {}
    for row in rows:
        if row.code in by_code:
            message = f"{row.code} is printed a second time; the first is kept."
            problems.append(Problem(row.place, Severity.WARNING, message))
        else:
            by_code[row.code] = _draft(row, framework)
    for proposal in framework.proposals:
        if proposal.code not in by_code:
            message = f"The delivery plan has no row for {proposal.code} ({proposal.name})."
            problems.append(Problem("whole paper", Severity.WARNING, message))
    ordered = tuple(by_code[p.code] for p in framework.proposals if p.code in by_code)
    return ordered, tuple(problems)


def _columns(strip: Strip) -> dict[int, str]:
    """Return what the columns under a head row hold; empty where it is no head row."""
    columns: dict[int, str] = {}
    for cell in strip.filled:
        heading = fold(re.sub(r"\([^)]*\)", " ", cell.text))
        key = next((k for k, words in _HEADINGS.items() if heading in words), None)
        if key and key not in columns.values():
            columns[cell.column] = key
    return columns if set(columns.values()) >= _NEEDED else {}


def _rows(strips: Sequence[Strip], framework: Framework) -> tuple[list[_Row], list[Problem]]:
    rows: list[_Row] = []
    problems: list[Problem] = []
    columns: dict[int, str] = {}
    for strip in strips:
        if strip.width == 0:
            continue
        head = _columns(strip)
        if head:
            columns = head
            continue
        filled = strip.filled
        if not columns or not filled or read_feature(filled[0].text, framework):
            continue
        heading = read_heading(strip.cells[0].text, framework) if strip.cells[0].lines else None
        if heading is not None and heading.known:
            rows.append(_Row(heading.code, strip.place))
        elif heading is not None or strip.cells[0].lines or not rows:
            told = " / ".join(cell.text for cell in filled)
            message = f'The row "{told}" belongs to no proposal of the framework and is not read.'
            problems.append(Problem(strip.place, Severity.ERROR, message))
            continue
        _take(rows[-1], strip.cells[1:], columns)
    return rows, problems


def _take(row: _Row, cells: Sequence[Cell], columns: dict[int, str]) -> None:
    for cell in cells:
        key = columns.get(cell.column)
        if key and cell.lines:
            row.cells[key] = _go_on(row.cells.get(key, ()), _split(cell.lines))


def _go_on(lines: Sequence[Line], more: Sequence[Line]) -> tuple[Line, ...]:
    """Put the rest of a cell behind a page break; what is no new item goes on with a sentence."""
    if lines and more and more[0].level is None and not ends(lines[-1].text):
        last = replace(lines[-1], text=join(lines[-1].text, more[0].text))
        return (*lines[:-1], last, *more[1:])
    return (*lines, *more)


def _split(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines with typed marks (`> one > two`) and notes inside them as lines of their own."""
    parts: list[Line] = []
    for line in lines:
        marked = line.text.startswith(">")
        texts = [part for part in _TYPED.split(line.text) if part]
        for index, text in enumerate(texts):
            level = 0 if marked or index else line.level
            note = _NOTE_INSIDE.search(text)
            first, second = (text[: note.start()], text[note.end() :]) if note else (text, "")
            parts.append(replace(line, text=first, level=level))
            if second:
                parts.append(replace(line, text=second, level=None))
    return tuple(parts)


def _draft(row: _Row, framework: Framework) -> ProposalDraft:
    proposal = framework.by_code[row.code]
    outcome = flat(row.cells.get("outcome", ()))
    words = flat(row.cells.get("timescale", ()))
    timescale = read_timescale(words, as_at=framework.published)
    leads, officials = _leads(row.cells.get("leads", ()))
    contributors = _texts(row.cells.get("contributors", ()))
    detail = row.cells.get("detail", ())
    so_far = _texts(row.cells.get("actions", ()))
    action = ActionDraft(
        ref=f"{row.code}/1",
        text=outcome or proposal.name,
        place=row.place,
        timescale=timescale,
        status=status_from(timescale),
        progress=" ".join(so_far) or None,
        owners=leads,
        contributors=contributors,
    )
    national = NationalDetail(
        outcome=outcome or None,
        timescale=words or None,
        leads=leads,
        officials=officials,
        key_contributors=contributors,
        detail=tuple(line.text for line in detail if not _NOTE.match(line.text)),
        notes=tuple(line.text for line in detail if _NOTE.match(line.text)),
        actions=so_far,
        progress_measures=_texts(row.cells.get("measures", ())),
    )
    return ProposalDraft(
        row.code,
        title=outcome,
        scope=proposal.scope,
        place=row.place,
        actions=(action,),
        national=national,
    )


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


def _leads(lines: Sequence[Line]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell the leads of a proposal from the officials named below them."""
    leads: list[str] = []
    officials: list[str] = []
    naming = False
    for line in lines:
        before, *named = _OFFICIAL.split(line.text)
        if named:
            leads += [lead] if (lead := before.strip(" ,;")) else []
            for text in named:
                names, bodies = _names(text)
                officials += names
                leads += bodies
            naming = True
        elif naming and _PERSON.fullmatch(line.text):
            officials += _names(line.text)[0]
        elif leads and dangles(leads[-1]):
            leads[-1] = join(leads[-1], line.text)
        else:
            leads.append(line.text)
    return tuple(lead.strip(" ,;") for lead in leads), tuple(officials)


def _names(text: str) -> tuple[list[str], list[str]]:
    """Return the names in a text, and a body that stands behind the last of them."""
    names: list[str] = []
    bodies: list[str] = []
    for part in re.split(r"[/;,]", text):
        person, _, body = part.strip(" .").partition(" COSLA")
        names += [person] if person else []
        bodies += ["COSLA"] if part.strip(" .").endswith(" COSLA") and not body else []
    return names, bodies
