"""Proposals whose heading a damaged paper has lost: named by their neighbours, or told.

Owns the one deduction that is made: between two headings that stand, as many tables without one
as proposals are missing can only be these, in their order. Whatever is less certain is kept
without a proposal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.kinds import Scope, Severity
from tracker.readers.papers.found import LOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.framework import Framework
    from tracker.readers.papers.found import Found


def name_lost(found: Found, framework: Framework) -> None:
    """Give the proposals without a heading their codes where that is certain."""
    for before, lost, after in _runs(found.order):
        missing = _between(before, after, found.order, framework)
        if len(missing) == len(lost):
            for stand_in, code in zip(lost, missing, strict=True):
                _rename(found, stand_in, code)
        else:
            for stand_in in lost:
                _give_up(found, stand_in)


def name_by_titles(found: Found, framework: Framework) -> None:
    """Give actions their proposals where only the wording of one stands beside them."""
    titles = {fold(proposal.name): proposal.code for proposal in framework.proposals}
    titles |= {fold(notes.title): code for code, notes in found.notes.items() if notes.title}
    found.actions = [
        replace(action, codes=(titles[fold(action.section)],))
        if not action.codes and fold(action.section) in titles
        else action
        for action in found.actions
    ]


def _runs(order: list[str]) -> Iterator[tuple[str | None, list[str], str | None]]:
    """Yield runs of lost proposals with the codes before and after them."""
    before: str | None = None
    run: list[str] = []
    for code in [*order, None]:
        if code is not None and code.startswith(LOST):
            run.append(code)
            continue
        if run:
            yield before, run, code
        before, run = code, []


def _between(
    before: str | None, after: str | None, order: list[str], framework: Framework
) -> list[str]:
    """Return the locally rated proposals between two others that have no table of their own."""
    codes = [proposal.code for proposal in framework.proposals]
    start = codes.index(before) + 1 if before in codes else 0
    end = codes.index(after) if after in codes else len(codes)
    local = {p.code for p in framework.proposals if p.scope is Scope.LOCAL}
    return [code for code in codes[start:end] if code in local and code not in order]


def _rename(found: Found, stand_in: str, code: str) -> None:
    notes = found.notes.pop(stand_in)
    held = found.notes.get(code)
    notes.code = code
    if held is not None:
        notes.summary = held.summary
        notes.title = notes.title or held.title
    found.notes[code] = notes
    found.actions = [
        replace(a, codes=tuple(code if c == stand_in else c for c in a.codes))
        for a in found.actions
    ]
    found.tell(
        notes.place,
        f"The heading of this table is lost. By its place among the others it is {code};"
        " check that.",
    )


def _give_up(found: Found, stand_in: str) -> None:
    notes = found.notes.pop(stand_in)
    section = f"Table without a heading ({notes.place})"
    found.actions = [
        replace(a, codes=(), section=section) if stand_in in a.codes else a for a in found.actions
    ]
    evidence = " ".join(line.text for line in notes.evidence)
    told = f' Evidence printed there: "{evidence}"' if evidence else ""
    found.tell(
        notes.place,
        "This table has no heading that names its proposal, so its rating is not kept and its"
        f" actions become recommendations; give them their proposals by hand.{told}",
        Severity.ERROR,
    )
