"""Printed positions as references, and equal actions as one.

Owns the numbering `CODE/N` over every printed position, and the rule when two positions hold the
same action: wording, delivery, timescale, status and owners all agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.columns import fold
from tracker.readers.papers.lists import is_reference_only
from tracker.readers.papers.references import unite, without_position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.drafts import ActionDraft


def numbered(
    positions: Sequence[tuple[tuple[str, ...], ActionDraft]],
) -> dict[str, list[ActionDraft]]:
    """Number positions and merge those that repeat an earlier action.

    Args:
        positions: Each action with the proposals under which it is printed, in printed order.

    Returns:
        Proposal codes to actions, each action once, under the first of its proposals.
    """
    counts: Counter[str] = Counter()
    merged: dict[tuple[object, ...], ActionDraft] = {}
    first_code: dict[str, str] = {}
    for index, (codes, action) in enumerate(positions):
        refs = []
        for code in codes:
            counts[code] += 1
            refs.append(f"{code}/{counts[code]}")
        key = _identity(action, index)
        held = merged.get(key)
        if held is None:
            first_code[refs[0]] = codes[0]
            held = replace(action, ref=refs[0])
        else:
            held = _united(held, action)
        own = first_code[held.ref]
        further = dict.fromkeys((*held.also_under, *(code for code in codes if code != own)))
        aliases = (*held.aliases, *(ref for ref in refs if ref != held.ref))
        merged[key] = replace(held, also_under=tuple(further), aliases=aliases)
    by_code: dict[str, list[ActionDraft]] = {}
    for action in merged.values():
        by_code.setdefault(first_code[action.ref], []).append(without_position(action))
    return by_code


def _united(held: ActionDraft, again: ActionDraft) -> ActionDraft:
    """Return an action with what only a later position of it says."""
    told = dict.fromkeys(text for text in (held.progress, again.progress) if text)
    further = unite(held.further, again.further)
    return replace(held, progress=" ".join(told) or None, further=further)


def _identity(action: ActionDraft, index: int) -> tuple[object, ...]:
    """Return what must agree for two positions to hold one action.

    A text that only points to another proposal is never merged: it is no action of its own.
    """
    if is_reference_only(action.text):
        return (index,)
    return (
        fold(action.text),
        tuple(map(fold, action.sub_items)),
        fold(action.delivery or ""),
        fold(action.timescale.text) if action.timescale else None,
        action.status,
        action.printed_status,
        tuple(sorted(map(fold, (*action.owners, *action.contributors)))),
    )
