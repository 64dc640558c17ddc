"""Storing a paper's actions: positions, proposals, owners and the first update of each.

Owns the turning of what is printed (actions, recommendations, the outcomes of the national plan,
references to other proposals) into actions and positions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.writing.numbers import note_numbers
from db.writing.owners import add_owners
from db.writing.updates import add_updates, update_row
from tracker.cleaning import clean
from tracker.drafts import ActionDraft, Problem
from tracker.kinds import Outlook, Severity, Status
from tracker.models import (
    ActionProposalRow,
    ActionRow,
    PositionRow,
)
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.writing.filing import Filed
    from tracker.drafts import ProposalDraft, RecommendationDraft

Position = tuple[str, int]
"""A code and a number under it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An action on its way in."""

    at: Position
    draft: ActionDraft
    under: tuple[str, ...]
    section: str | None = None
    feature: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A printed position that means another proposal's actions."""

    at: Position
    draft: ActionDraft
    to: str


@dataclass(frozen=True, slots=True)
class StoredActions:
    """What came of storing actions."""

    actions: int
    posts: int
    problems: tuple[Problem, ...]


def store_actions(filed: Filed) -> StoredActions:
    """Store every action of a paper, with what the paper says of it."""
    entries, references = _sorted_out(filed)
    problems = [*_lost(references, entries)]
    session = filed.session
    ids = record_inserts(session, ActionRow, [_action(filed, entry) for entry in entries])
    known = list(zip(ids, entries, strict=True))
    record_inserts(session, PositionRow, [*_positions(filed, known, references)])
    aliases = [_position(alias) for entry in entries for alias in entry.draft.aliases]
    used = [*(e.at for e in entries), *aliases, *(r.at for r in references)]
    note_numbers(session, filed.partnership, used)
    record_inserts(session, ActionProposalRow, [*_under(filed, known, references)])
    updates = [_update(filed, number, entry.draft) for number, entry in known]
    add_updates(session, updates, [entry.draft.timescale for entry in entries])
    wanted = [(number, entry.draft.owners, entry.draft.contributors) for number, entry in known]
    posts = add_owners(session, filed.partnership, filed.cycle, wanted)
    return StoredActions(len(entries), posts, tuple(problems))


def _sorted_out(filed: Filed) -> tuple[list[Entry], list[Reference]]:
    """Return a paper's actions, and the positions that only refer to others."""
    entries: list[Entry] = []
    references: list[Reference] = []
    for proposal in filed.paper.proposals:
        for draft in [*proposal.actions, *_outcome(filed, proposal)]:
            at = _position(draft.ref)
            if draft.cross_reference:
                references.append(Reference(at, draft, draft.cross_reference))
            else:
                under = dict.fromkeys((proposal.code, *draft.also_under))
                entries.append(Entry(at, draft, tuple(under)))
    entries += [_recommendation(item) for item in filed.paper.recommendations]
    return entries, references


def _position(ref: str) -> Position:
    """Return the code and the number of a reference."""
    code, _, number = ref.rpartition("/")
    return code, int(number)


def _recommendation(item: RecommendationDraft) -> Entry:
    """Return a recommendation as an action under no proposal."""
    draft = ActionDraft(
        ref=item.ref,
        text=item.text,
        place=item.place,
        timescale=item.timescale,
        status=item.status,
        printed_status=item.printed_status,
        owners=item.owners,
    )
    return Entry(_position(item.ref), draft, (), section=item.section, feature=item.feature)


def _outcome(filed: Filed, proposal: ProposalDraft) -> Iterator[ActionDraft]:
    """Yield the action that the national plan's outcome is."""
    detail = proposal.national
    if detail is None:
        return
    taken = max((_position(draft.ref)[1] for draft in proposal.actions), default=0)
    timescale = None
    if detail.timescale is not None:
        timescale = read_timescale(detail.timescale, as_at=filed.framework.published)
    yield ActionDraft(
        ref=f"{proposal.code}/{taken + 1}",
        text=detail.outcome or proposal.title or filed.framework.by_code[proposal.code].name,
        place=proposal.place,
        timescale=timescale,
        status=(timescale.status if timescale else None) or Status.NOT_REPORTED,
        progress="\n".join(detail.actions) or None,
        owners=detail.leads,
        contributors=detail.key_contributors,
    )


def _action(filed: Filed, entry: Entry) -> dict[str, object]:
    """Return the row of an action."""
    draft = entry.draft
    items = [clean(item) for item in draft.sub_items]
    further = [[clean(head), clean(cell)] for head, cell in draft.further]
    return {
        "cycle_id": filed.cycle,
        "source_id": filed.source,
        "code": entry.at[0],
        "number": entry.at[1],
        "text": clean(draft.text),
        "sub_items": json.dumps(items, ensure_ascii=False) if items else None,
        "delivery": clean(draft.delivery or "") or None,
        "section": entry.section and clean(entry.section),
        "feature": entry.feature,
        "further": json.dumps(further, ensure_ascii=False) if further else None,
        "place": draft.place or None,
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
    )


def _positions(
    filed: Filed, known: list[tuple[int, Entry]], references: list[Reference]
) -> Iterator[dict[str, object]]:
    """Yield every printed position."""
    for number, entry in known:
        for code, place in [entry.at, *map(_position, entry.draft.aliases)]:
            yield _position_row(filed, (code, place), entry.draft.place, action=number)
    for reference in references:
        yield _position_row(
            filed,
            reference.at,
            reference.draft.place,
            to=reference.to,
            text=clean(reference.draft.text),
        )


def _position_row(
    filed: Filed,
    at: Position,
    place: str,
    *,
    action: int | None = None,
    to: str | None = None,
    text: str | None = None,
) -> dict[str, object]:
    """Return the row of a position."""
    return {
        "cycle_id": filed.cycle,
        "code": at[0],
        "number": at[1],
        "action_id": action,
        "cross_reference": to,
        "text": text,
        "place": place or None,
    }


def _under(
    filed: Filed, known: list[tuple[int, Entry]], references: list[Reference]
) -> Iterator[dict[str, object]]:
    """Yield the proposals that each action stands under, also those that refer to it."""
    referring = _referring(references)
    for number, entry in known:
        codes = dict.fromkeys(entry.under)
        for code in entry.under:
            codes |= dict.fromkeys(referring[code])
        for position, code in enumerate(code for code in codes if code in filed.proposals):
            yield {
                "cycle_id": filed.cycle,
                "action_id": number,
                "proposal_id": filed.proposals[code],
                "position": position,
            }


def _referring(references: list[Reference]) -> dict[str, list[str]]:
    """Return for each proposal those whose positions mean its actions, also in several steps."""
    direct: dict[str, list[str]] = defaultdict(list)
    for reference in references:
        direct[reference.to].append(reference.at[0])
    found: dict[str, list[str]] = defaultdict(list)
    for code in list(direct):
        waiting, seen = list(direct[code]), dict.fromkeys([code])
        while waiting:
            step = waiting.pop(0)
            if step not in seen:
                seen[step] = None
                waiting += direct.get(step, [])
        found[code] = list(seen)[1:]
    return found


def _lost(references: list[Reference], entries: list[Entry]) -> Iterator[Problem]:
    """Yield the references that lead nowhere."""
    held = {code for entry in entries for code in entry.under} | {r.at[0] for r in references}
    for reference in references:
        if reference.to not in held:
            said = (
                f"{reference.at[0]} refers to {reference.to}, under which the paper has no action."
            )
            yield Problem(reference.draft.place, Severity.WARNING, said)
