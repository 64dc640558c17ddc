"""In which fields an action that was read differs from the one held.

Owns what silence means: what a paper leaves out changes nothing. Owns as well what stays in force:
what was said of a later day, and what a person wrote here by hand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.cleaning import clean
from tracker.dates import say_day
from tracker.kinds import Outlook, OwnerRole, Status, Taken
from tracker.lineage import is_word_for_word, wording_in_plan
from tracker.ordering import folded
from tracker.plan import fold
from tracker.reconciling.difference import FieldDifference
from tracker.reconciling.words import bare, is_said, same, say_timescale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from tracker.drafts import ActionDraft
    from tracker.entries import Entry
    from tracker.lineage import Wording
    from tracker.plan import ActionView, UpdateView
    from tracker.reconciling.hand import Hand
    from tracker.timescale import Timescale

NONE = "none"
Raw = tuple[str, str, str]
"""A field's name, what is held and what was read."""


def wording_fields(
    held: ActionView, entry: Entry, wording: Wording, hands: Mapping[str, Hand]
) -> tuple[FieldDifference, ...]:
    """Return the fields without a day of their own that differ.

    Args:
        held: The action.
        entry: As it was read.
        wording: The same, as matching sees it.
        hands: The fields that a person wrote here; they are kept, and where the paper only
            repeats what it had printed there, nothing differs.
    """
    read = {
        "text": [wording.text],
        "delivery": [wording.delivery or ""],
        "proposals": wording.proposals,
        "owner": entry.draft.owners,
        "contributors": entry.draft.contributors,
    }
    found = []
    for name, ours, theirs in (*_words(held, entry, wording), *_posts(held, entry.draft)):
        hand = hands.get(name)
        if hand is None:
            found.append(FieldDifference(name, ours, theirs))
        elif not hand.repeats(read[name]):
            found.append(FieldDifference(name, ours, theirs, Taken.NO, hand.told))
    return tuple(found)


def _words(held: ActionView, entry: Entry, wording: Wording) -> Iterator[Raw]:
    ours, draft = wording_in_plan(held), entry.draft
    if is_said(wording.text) and not is_word_for_word(ours, wording):
        yield "text", ours.whole, clean(wording.whole).strip()
    if is_said(draft.delivery) and not same(draft.delivery, ours.delivery):
        yield "delivery", ours.delivery or NONE, clean(draft.delivery or "").strip()
    if wording.proposals and set(wording.proposals) != set(held.proposals):
        yield "proposals", ", ".join(held.proposals) or NONE, ", ".join(wording.proposals)
    columns = _columns(held.record.further), _columns(draft.further)
    if is_said(columns[1]) and not same(*columns):
        yield "other columns", columns[0] or NONE, columns[1]
    if is_said(entry.section) and not same(entry.section, held.record.section):
        yield "section", held.record.section or NONE, entry.section or ""


def _columns(further: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{heading}: {cell}" for heading, cell in further)


def _posts(held: ActionView, draft: ActionDraft) -> Iterator[Raw]:
    posts = {role: [o.name for o in held.owners if o.role is role] for role in OwnerRole}
    leads, helping = posts[OwnerRole.LEAD], posts[OwnerRole.CONTRIBUTOR]
    if _names(draft.owners) and _names(draft.owners) != _names(leads):
        yield "owner", ", ".join(leads) or NONE, ", ".join(draft.owners)
    if _names(draft.contributors) - _names(helping) - _names(leads) - _names(draft.owners):
        yield "contributors", ", ".join(helping) or NONE, ", ".join(draft.contributors)


def _names(posts: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(clean(post)) for post in posts if is_said(post))


def said_fields(
    held: ActionView, draft: ActionDraft, *, on: date, papers: Collection[int]
) -> tuple[FieldDifference, ...]:
    """Return what a paper says of its day and what is held for that day, where they differ.

    What a person said here of that very day stands beside the paper's word, not behind it: it is
    kept, and a paper that repeats what papers had said of the day says nothing new.

    Args:
        held: The action as it stands now.
        draft: As it was read.
        on: The day of which the paper speaks.
        papers: The acts in which papers spoke.
    """
    updates = held.record.updates
    same_day = [u for u in updates if u.happened_on == on and u.act not in papers]
    printed = replace(held.record, updates=tuple(u for u in updates if u not in same_day))
    then = fold(held.record, as_at=on)
    newer = [update for update in held.updates if update.happened_on > on]
    return tuple(
        _kept(name, ours, theirs, _value(name, then))
        if _said_since(name, same_day)
        else _in_force(name, ours, theirs, _said_since(name, newer), _value(name, held))
        for name, ours, theirs in _said(fold(printed, as_at=on), draft)
    )


def _kept(name: str, ours: str, theirs: str, said: str) -> FieldDifference:
    told = f"{said}, said here of the same day, is kept"
    return FieldDifference(name, ours, theirs, Taken.NO, told)


def _said(then: ActionView, draft: ActionDraft) -> Iterator[Raw]:
    timescale, status = draft.timescale, then.status
    moved = (
        timescale is not None
        and is_said(timescale.text)
        and bare(timescale.text) != bare(then.timescale.text if then.timescale else None)
    )
    if moved:
        yield "timescale", say_timescale(then.timescale), say_timescale(timescale)
    if _status_differs(then, draft, moved=moved):
        status = draft.status
        yield "status", _status(then.status, then.printed_status), _status_read(draft)
    if draft.outlook not in {Outlook.NOT_STATED, then.outlook} and status.is_live:
        yield "outlook", str(then.outlook), str(draft.outlook)
    if is_said(draft.progress) and not same(draft.progress, then.board_text):
        yield "progress", then.board_text or NONE, clean(draft.progress or "").strip()


def _status_differs(then: ActionView, draft: ActionDraft, *, moved: bool) -> bool:
    """Tell whether a paper gives another status, in so many words or by a new timescale.

    A timescale that is not new says nothing new of the status; one that takes the place of
    `ongoing`, say, ends what that one implied.
    """
    implied = _implied(draft.timescale)
    if draft.printed_status is not None and draft.status is not Status.NOT_REPORTED:
        printed = not same(draft.printed_status, then.printed_status)
        return draft.status is not then.status or printed
    if draft.status not in {Status.NOT_REPORTED, implied}:
        return draft.status is not then.status
    if draft.status is Status.NOT_REPORTED:
        follows = then.status is _implied(then.timescale)
        return moved and follows and then.status is not Status.NOT_REPORTED
    return moved and draft.status is not then.status


def _implied(timescale: Timescale | None) -> Status | None:
    return timescale.status if timescale else None


def _status_read(draft: ActionDraft) -> str:
    return _status(draft.status, draft.printed_status)


def _status(status: Status, printed: str | None) -> str:
    return f"{status} (“{clean(printed).strip()}”)" if printed else str(status)


def _said_since(name: str, newer: Iterable[UpdateView]) -> UpdateView | None:
    """Return the newest update after the paper's day that says something of a field."""
    said = [update for update in newer if _says(name, update)]
    return said[-1] if said else None


def _says(name: str, update: UpdateView) -> bool:
    parts: dict[str, object] = {
        "timescale": update.timescale,
        "status": update.status,
        "outlook": update.outlook,
        "progress": update.board_text,
    }
    return parts[name] is not None


def _value(name: str, held: ActionView) -> str:
    values = {
        "timescale": say_timescale(held.timescale),
        "status": _status(held.status, held.printed_status),
        "outlook": str(held.outlook),
        "progress": held.board_text or NONE,
    }
    return values[name]


def _in_force(
    name: str, ours: str, theirs: str, since: UpdateView | None, now: str
) -> FieldDifference:
    if since is None or now == theirs:
        return FieldDifference(name, ours, theirs)
    told = f"{now}, said on {say_day(since.happened_on)}, stays in force"
    return FieldDifference(name, ours, theirs, Taken.OVERTAKEN, told)
