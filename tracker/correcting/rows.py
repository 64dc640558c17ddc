"""A paper's actions as one list of rows, whether they stand under a proposal or not.

Owns taking a paper apart into rows and putting it together again, and the numbers of positions:
taking one out or putting one in moves those that are printed after it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.drafts import ProposalDraft, RecommendationDraft
from tracker.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.drafts import ActionDraft, PaperDraft
    from tracker.framework import Framework

OUTSIDE = "R"
"""The code of actions that stand under no proposal."""

Position = tuple[str, int]
"""A code and a number under it."""


@dataclass(frozen=True, slots=True)
class Row:
    """An action of a paper, with what only one outside the proposals has."""

    draft: ActionDraft
    section: str = ""
    feature: str | None = None

    @property
    def code(self) -> str:
        """Return the code of its first position."""
        return position_of(self.draft.ref)[0]

    @property
    def positions(self) -> tuple[Position, ...]:
        """Return every position at which it is printed, the first one first."""
        return tuple(map(position_of, (self.draft.ref, *self.draft.aliases)))


def position_of(ref: str) -> Position:
    """Return the code and the number of a reference."""
    code, _, number = ref.rpartition("/")
    return code, int(number)


def ref_of(position: Position) -> str:
    """Return the reference of a position."""
    return f"{position[0]}/{position[1]}"


def rows_of(paper: PaperDraft) -> tuple[Row, ...]:
    """Return a paper's actions, those outside the proposals last."""
    under = [Row(action) for proposal in paper.proposals for action in proposal.actions]
    outside = [Row(r.as_action(), r.section, r.feature) for r in paper.recommendations]
    return (*under, *outside)


def find_row(rows: Sequence[Row], ref: str) -> Row:
    """Return the row that is printed at a position.

    Raises:
        NotFound: There is none.
    """
    for row in rows:
        if ref == row.draft.ref or ref in row.draft.aliases:
            return row
    raise NotFound(f"The paper has no action {ref}.", "Choose one of those that are listed.")


def with_rows(paper: PaperDraft, rows: Sequence[Row], framework: Framework) -> PaperDraft:
    """Return a paper that holds these rows; a proposal that it lacked is put in its place."""
    under: dict[str, list[Row]] = {}
    for row in rows:
        under.setdefault(row.code, []).append(row)
    for found in under.values():
        found.sort(key=lambda row: position_of(row.draft.ref)[1])
    outside = under.pop(OUTSIDE, [])
    paper = with_proposals(paper, under, framework)
    return replace(
        paper,
        proposals=tuple(
            replace(proposal, actions=tuple(row.draft for row in under.get(proposal.code, ())))
            for proposal in paper.proposals
        ),
        recommendations=tuple(
            RecommendationDraft.from_action(row.draft, section=row.section, feature=row.feature)
            for row in outside
        ),
    )


def with_proposals(
    paper: PaperDraft, codes: Sequence[str] | dict[str, list[Row]], framework: Framework
) -> PaperDraft:
    """Return a paper that has proposals of these codes, in the order of the framework."""
    held = {proposal.code: proposal for proposal in paper.proposals}
    new = {
        code: ProposalDraft(code, scope=framework.by_code[code].scope)
        for code in codes
        if code not in held and code in framework.by_code
    }
    if not new:
        return paper
    both = held | new
    ordered = [both.pop(p.code) for p in framework.proposals if p.code in both]
    return replace(paper, proposals=(*ordered, *both.values()))


def placed(draft: ActionDraft, positions: Sequence[Position]) -> ActionDraft:
    """Return an action that is printed at these positions, the first of them its own."""
    first, *others = positions
    further = dict.fromkeys(code for code, _ in others if code != first[0])
    return replace(
        draft,
        ref=ref_of(first),
        aliases=tuple(map(ref_of, others)),
        also_under=tuple(further),
    )


def moved(rows: Sequence[Row], start: Position, *, by: int) -> tuple[Row, ...]:
    """Return rows whose positions from one on have other numbers.

    Args:
        rows: The rows of the paper.
        start: The first position that is moved, and all behind it under its code.
        by: How far.
    """
    code, number = start

    def at(position: Position) -> Position:
        behind = position[0] == code and position[1] >= number
        return (code, position[1] + by) if behind else position

    return tuple(
        replace(row, draft=placed(row.draft, [at(one) for one in row.positions]))
        if any(one != at(one) for one in row.positions)
        else row
        for row in rows
    )


def without(rows: Sequence[Row], gone: Row) -> tuple[Row, ...]:
    """Return rows without one, those behind its positions moved up."""
    left = tuple(row for row in rows if row is not gone)
    for code, number in sorted(gone.positions, reverse=True):
        left = moved(left, (code, number + 1), by=-1)
    return left


def room_after(rows: Sequence[Row], row: Row) -> tuple[Row, ...]:
    """Return rows with a free position behind each one of a row."""
    for code, number in sorted(row.positions, reverse=True):
        rows = moved(rows, (code, number + 1), by=1)
    return tuple(rows)


def next_under(rows: Sequence[Row], code: str) -> Position:
    """Return the position behind the last one under a code."""
    numbers = [number for row in rows for held, number in row.positions if held == code]
    return code, max(numbers, default=0) + 1


def last_under(paper: PaperDraft, code: str) -> str:
    """Return the reference of the last action whose own position is under a code."""
    refs = [row.draft.ref for row in rows_of(paper) if row.code == code]
    return max(refs, key=lambda ref: position_of(ref)[1], default=code)
