"""Storing a paper's actions: positions, proposals, owners and the first update of each.

Owns the rows. What of a paper is an action, and at which position, is `entries`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.writing.numbers import note_numbers
from db.writing.owners import add_owners
from db.writing.texts import line, words
from db.writing.updates import add_updates, update_row
from tracker.cleaning import clean
from tracker.entries import entries_of
from tracker.kinds import Outlook
from tracker.models import ActionProposalRow, ActionRow, PositionRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.writing.filing import Filed
    from tracker.drafts import ActionDraft, Problem
    from tracker.entries import Entry, Position


@dataclass(frozen=True, slots=True)
class StoredActions:
    """What came of storing actions."""

    actions: int
    posts: int
    problems: tuple[Problem, ...]


def store_actions(filed: Filed) -> StoredActions:
    """Store every action of a paper, with what the paper says of it."""
    entries = entries_of(filed.paper)
    posts = store_entries(filed, entries.actions, entries.codes())
    references = [_position(filed, e.at, e.draft, action=None) for e in entries.references]
    record_inserts(filed.session, PositionRow, references)
    note_numbers(filed.session, filed.partnership, entries.positions())
    return StoredActions(len(entries.actions), posts, entries.problems)


def store_entries(filed: Filed, actions: Sequence[Entry], codes: Sequence[tuple[str, ...]]) -> int:
    """Store actions at their positions, and return how many posts were made for them.

    Args:
        filed: The paper.
        actions: What it prints as actions.
        codes: The proposals that each stands under.
    """
    session = filed.session
    ids = record_inserts(session, ActionRow, [action_row(filed, entry) for entry in actions])
    record_inserts(session, PositionRow, [*_positions(filed, actions, ids)])
    record_inserts(session, ActionProposalRow, [*_under(filed, codes, ids)])
    drafts = [(number, entry.draft) for number, entry in zip(ids, actions, strict=True)]
    updates = [_update(filed, number, draft) for number, draft in drafts]
    add_updates(session, updates, [draft.timescale for _, draft in drafts])
    owners = [(number, draft.owners, draft.contributors) for number, draft in drafts]
    return add_owners(session, filed.partnership, filed.cycle, owners)


def action_row(filed: Filed, entry: Entry) -> dict[str, object]:
    """Return the row of an action."""
    draft = entry.draft
    items = [item for item in map(words, draft.sub_items) if item]
    further = [[clean(head), clean(cell)] for head, cell in draft.further]
    return {
        "cycle_id": filed.cycle,
        "source_id": filed.source,
        "code": entry.at[0],
        "number": entry.at[1],
        "text": words(draft.text) or "",
        "sub_items": json.dumps(items, ensure_ascii=False) if items else None,
        "delivery": words(draft.delivery),
        "section": words(entry.section),
        "feature": entry.feature,
        "further": json.dumps(further, ensure_ascii=False) if further else None,
        "place": line(draft.place),
    }


def _positions(
    filed: Filed, actions: Sequence[Entry], ids: Sequence[int]
) -> Iterator[dict[str, object]]:
    """Yield every printed position of actions."""
    for number, entry in zip(ids, actions, strict=True):
        for at in (entry.at, *entry.aliases):
            yield _position(filed, at, entry.draft, action=number)


def _position(
    filed: Filed, at: Position, draft: ActionDraft, *, action: int | None
) -> dict[str, object]:
    """Return the row of a position; one without an action keeps the words of its reference."""
    return {
        "cycle_id": filed.cycle,
        "code": at[0],
        "number": at[1],
        "action_id": action,
        "cross_reference": draft.cross_reference,
        "text": None if action else words(draft.text),
        "place": line(draft.place),
    }


def _under(
    filed: Filed, codes: Sequence[tuple[str, ...]], ids: Sequence[int]
) -> Iterator[dict[str, object]]:
    """Yield the proposals that each action stands under."""
    for number, under in zip(ids, codes, strict=True):
        for position, code in enumerate(code for code in under if code in filed.proposals):
            yield {
                "cycle_id": filed.cycle,
                "action_id": number,
                "proposal_id": filed.proposals[code],
                "position": position,
            }


def _update(filed: Filed, action: int, draft: ActionDraft) -> dict[str, object]:
    """Return the row of an action's first update: what the paper says of it."""
    return update_row(
        filed.session,
        cycle=filed.cycle,
        action=action,
        happened_on=filed.as_at,
        source=filed.source,
        status=draft.status,
        printed_status=draft.printed_status,
        timescale=draft.timescale,
        outlook=None if draft.outlook is Outlook.NOT_STATED else draft.outlook,
        board_text=draft.progress,
        note=_corrected(draft),
    )


def _corrected(draft: ActionDraft) -> str | None:
    """Return the internal note that keeps apart what a person said and what the paper says."""
    if not draft.corrected:
        return None
    return f"Corrected by hand before it was stored: {'; '.join(draft.corrected)}."
