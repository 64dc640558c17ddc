"""What each correction does to a paper.

Owns the doing, and the refusal of what cannot be done. How a correction is said is `telling`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING

from tracker.correcting.amending import amended, wording
from tracker.correcting.corrections import Add, Amend, Drop, Join, LookedAt, Move, Rate, Split
from tracker.correcting.joining import joined, parted
from tracker.correcting.rating import rated
from tracker.correcting.rows import (
    OUTSIDE,
    Row,
    find_row,
    moved,
    next_under,
    placed,
    position_of,
    ref_of,
    room_after,
    rows_of,
    with_rows,
    without,
)
from tracker.drafts import ActionDraft
from tracker.errors import NotFound, Refused
from tracker.kinds import PaperKind, Severity

if TYPE_CHECKING:
    from datetime import date

    from tracker.correcting.corrections import Correction
    from tracker.drafts import PaperDraft
    from tracker.framework import Framework

LOOKED_AT = "Looked at before it was stored: nothing to mend."
"""Stands behind the message of a problem that a person has looked at."""
BY_HAND = "added by hand"
"""The place of an action that was added and whose place nobody said."""


@singledispatch
def applied(correction: Correction, paper: PaperDraft, framework: Framework) -> PaperDraft:
    """Return a paper corrected.

    Args:
        correction: What a person says of it.
        paper: The paper as it stands.
        framework: What its proposals and ratings mean.

    Raises:
        NotFound: There is nothing at the position.
        Refused: It cannot be done; the hint says what can.
    """
    raise NotImplementedError(correction, paper, framework)


@applied.register(Join)
def _join(correction: Join, paper: PaperDraft, framework: Framework) -> PaperDraft:
    rows = rows_of(paper)
    rest = find_row(rows, correction.ref)
    first = before(rows, rest)
    for row in (first, rest):
        _refuse_reference(row)
    draft = joined(first.draft, rest.draft, as_at=counts_from(paper, framework))
    told = f"joined with what was read as {rest.draft.ref}"
    draft = replace(draft, corrected=(*draft.corrected, told))
    rows = tuple(replace(row, draft=draft) if row is first else row for row in rows)
    return with_rows(paper, without(rows, rest), framework)


def counts_from(paper: PaperDraft, framework: Framework) -> date | None:
    """Return the day from which relative timescales count; the national plan has one of its own."""
    if paper.kind is PaperKind.DELIVERY_PLAN:
        return framework.published
    return paper.current.as_at if paper.current else None


def before(rows: tuple[Row, ...], rest: Row) -> Row:
    """Return the row that is printed directly before another, wherever that one is printed.

    Raises:
        Refused: There is none, or it is not so at each of the positions.
    """
    refs = [ref_of((code, number - 1)) for code, number in rest.positions]
    ref = rest.draft.ref
    if any(position_of(one)[1] == 0 for one in refs):
        raise Refused(
            f"{ref} is the first action under {rest.code}, so there is none before it.",
            "If it stands under the wrong proposal, move it first.",
        )
    first = find_row(rows, refs[0])
    if set(refs) != {ref_of(one) for one in first.positions}:
        raise Refused(
            f"{ref} and {first.draft.ref} are not printed together everywhere: "
            f"{_everywhere(first)}; {_everywhere(rest)}.",
            "Say the whole wording at one of them, and drop the other.",
        )
    return first


def _everywhere(row: Row) -> str:
    return " and ".join(ref_of(one) for one in row.positions)


@applied.register(Split)
def _split(correction: Split, paper: PaperDraft, framework: Framework) -> PaperDraft:
    found = find_row(rows_of(paper), correction.ref)
    _refuse_reference(found)
    first, second = parted(found.draft, correction.at)
    rows = room_after(rows_of(paper), found)
    held = find_row(rows, found.draft.ref)
    behind = [(code, number + 1) for code, number in held.positions]
    told = f"split; it was read as one action with {ref_of(behind[0])}"
    first = replace(placed(first, held.positions), corrected=(*first.corrected, told))
    told = f"split; it was read as one action with {first.ref}"
    second = replace(placed(second, behind), corrected=(*second.corrected, told))
    rows = tuple(replace(row, draft=first) if row is held else row for row in rows)
    return with_rows(paper, (*rows, replace(held, draft=second)), framework)


@applied.register(Amend)
def _amend(correction: Amend, paper: PaperDraft, framework: Framework) -> PaperDraft:
    rows = rows_of(paper)
    row = find_row(rows, correction.ref)
    _refuse_reference(row)
    day = counts_from(paper, framework)
    draft = amended(row.draft, correction.part, correction.said, as_at=day)
    rows = tuple(replace(row, draft=draft) if one is row else one for one in rows)
    return with_rows(paper, rows, framework)


@applied.register(Move)
def _move(correction: Move, paper: PaperDraft, framework: Framework) -> PaperDraft:
    rows, code = rows_of(paper), correction.code
    row = find_row(rows, correction.ref)
    if code not in framework.by_code:
        raise NotFound(f"There is no proposal {code}.", "Choose one of the list.")
    if any(held == code for held, _ in row.positions):
        raise Refused(f"{correction.ref} stands under {code} already.", "Choose another proposal.")
    old = position_of(correction.ref)
    told = f"moved to {code}; it was read under {_was_under(row, old[0])}"
    new = next_under(rows, code)
    row = replace(row, section="", feature=None)
    here = [new if position == old else position for position in row.positions]
    draft = replace(placed(row.draft, here), corrected=(*row.draft.corrected, told))
    rows = tuple(replace(row, draft=draft) if r.positions == row.positions else r for r in rows)
    return with_rows(paper, moved(rows, (old[0], old[1] + 1), by=-1), framework)


def _was_under(row: Row, code: str) -> str:
    return f"“{row.section}”" if code == OUTSIDE else code


@applied.register(Drop)
def _drop(correction: Drop, paper: PaperDraft, framework: Framework) -> PaperDraft:
    rows = rows_of(paper)
    return with_rows(paper, without(rows, find_row(rows, correction.ref)), framework)


@applied.register(Add)
def _add(correction: Add, paper: PaperDraft, framework: Framework) -> PaperDraft:
    rows, code = rows_of(paper), correction.code
    if code not in framework.by_code:
        raise NotFound(f"There is no proposal {code}.", "Choose one of the list.")
    place = correction.place or BY_HAND
    draft = ActionDraft(ref_of(next_under(rows, code)), "", place=place)
    draft = replace(draft, text=wording(correction.text), corrected=(BY_HAND,))
    return with_rows(paper, (*rows, Row(draft)), framework)


@applied.register(Rate)
def _rate(correction: Rate, paper: PaperDraft, framework: Framework) -> PaperDraft:
    return rated(paper, correction, framework)


@applied.register(LookedAt)
def _looked_at(correction: LookedAt, paper: PaperDraft, framework: Framework) -> PaperDraft:
    del framework
    seen = correction.problem
    if seen not in paper.problems:
        raise NotFound("This problem is not told any more.")
    noted = replace(seen, severity=Severity.NOTE, message=f"{seen.message} {LOOKED_AT}")
    told = tuple(noted if problem == seen else problem for problem in paper.problems)
    return replace(paper, problems=told)


def _refuse_reference(row: Row) -> None:
    """Refuse what only an action can be asked for."""
    draft = row.draft
    if draft.cross_reference:
        raise Refused(
            f"{draft.ref} is no action of its own: it points to those of {draft.cross_reference}.",
            "If that was read wrongly, drop it and add the action.",
        )
