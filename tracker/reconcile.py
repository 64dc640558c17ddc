"""The only way in which outside data meets a cycle that is held: as a difference, told first.

Owns what differs: ratings, texts and actions, each with its place in what was read. A second paper
for a cycle comes this way; so may a workbook or a sheet that was sent out, once it is read into the
same draft. Nothing is written here: applying a difference is `db.writing.reconciling`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.dates import say_day
from tracker.entries import entries_of
from tracker.kinds import Decision, Match, Status, Taken
from tracker.plan import fold
from tracker.printed import previous_ratings, rated, texts_of
from tracker.reconciling.difference import (
    ActionDifference,
    Difference,
    RatingDifference,
    TextDifference,
)
from tracker.reconciling.fields import said_fields, wording_fields
from tracker.reconciling.pairing import WORD_FOR_WORD, Pairs, pair_actions, wording_read
from tracker.reconciling.words import apart, is_said, same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tracker.drafts import PaperDraft, ProposalDraft
    from tracker.entries import Entry
    from tracker.lineage import Wording
    from tracker.plan import ActionView, AssessmentView, PlanView
    from tracker.reconciling.hand import ByHand

OVER = frozenset({Status.WITHDRAWN, Status.SUPERSEDED})
"""Statuses after which nobody misses an action in a paper."""


class Known(NamedTuple):
    """What is known of who wrote what."""

    by_hand: ByHand
    papers: Collection[int]
    """The acts in which papers spoke."""


def reconcile(
    held: PlanView,
    reading: PaperDraft,
    *,
    on: date,
    by_hand: ByHand | None = None,
    papers: Collection[int] = (),
) -> Difference:
    """Return in what a paper differs from a cycle that is held.

    What the paper leaves out is no difference, and its words are compared with what is held for
    its own day, so that what was said later is neither lost nor told again.

    Args:
        held: The cycle as it stands now.
        reading: What was read.
        on: The day of which it speaks.
        by_hand: What people wrote here themselves; it is kept.
        papers: The acts in which papers spoke; what was said in others was said by people.
    """
    return Difference(
        label=held.cycle.label,
        on=on,
        begun=held.cycle.as_at,
        ratings=tuple(_ratings(held, reading, on)),
        texts=tuple(_texts(held, reading)),
        actions=_actions(held, reading, on, Known(by_hand or {}, papers)),
    )


def _ratings(held: PlanView, reading: PaperDraft, on: date) -> Iterator[RatingDifference]:
    places = {proposal.code: proposal.place for proposal in reading.proposals}
    for code, level in sorted(rated(reading, held.framework).items()):
        assessment = held.by_code.get(code)
        if assessment is None:
            continue
        difference = _rating(assessment, level, places[code], on)
        if difference is not None:
            yield difference


def _rating(
    assessment: AssessmentView, level: str, place: str, on: date
) -> RatingDifference | None:
    """Return a rating that was read, unless the same was decided; carrying one decides nothing."""
    dated = [(d.decided_on or date.min, d) for d in assessment.decisions]
    here = [d for day, d in dated if day == on and d.source is None and d.decided_by]
    then = [decision for day, decision in dated if day <= on and decision not in here]
    since = [(day, decision) for day, decision in dated if day > on]
    ours = then[-1].level if then else None
    code, carried = assessment.code, bool(then) and then[-1].kind is Decision.CARRIED
    if level == (here[-1].level if here else None) or (ours == level and not carried):
        return None
    held = f"{ours}, carried" if ours and carried else ours
    if here:
        told = f"{here[-1].level or 'not rated'}, decided on the same day, is kept"
        return RatingDifference(code, held, level, place, Taken.NO, told)
    if not since or since[-1][1].level == level:
        return RatingDifference(code, held, level, place)
    day, newest = since[-1]
    told = f"{newest.level or 'not rated'}, decided on {say_day(day)}, stays in force"
    return RatingDifference(code, held, level, place, Taken.OVERTAKEN, told)


def _texts(held: PlanView, reading: PaperDraft) -> Iterator[TextDifference]:
    previous = previous_ratings(reading, held.framework)
    for proposal in sorted(reading.proposals, key=lambda one: one.code):
        assessment = held.by_code.get(proposal.code)
        if assessment is None:
            continue
        told = previous.get(proposal.code)
        if told is not None and told != assessment.previous_printed:
            ours = (assessment.previous_printed,) if assessment.previous_printed else ()
            yield TextDifference(proposal.code, "previous rating", ours, (told,), proposal.place)
        if is_said(proposal.title) and not same(proposal.title, assessment.title):
            yield TextDifference(
                proposal.code, "title", (assessment.title,), (proposal.title,), proposal.place
            )
        yield from _indicators(held, assessment, proposal)
        yield from _evidence(assessment, proposal)


def _indicators(
    held: PlanView, assessment: AssessmentView, proposal: ProposalDraft
) -> Iterator[TextDifference]:
    ours = dict(assessment.indicators)
    for level in held.framework.scale:
        theirs = proposal.indicators.get(level.name, "")
        kept = ours.get(level.name)
        if is_said(theirs) and not same(theirs, kept):
            before = (kept,) if kept else ()
            yield TextDifference(
                assessment.code, "indicator", before, (theirs,), proposal.place, level.name
            )


def _evidence(assessment: AssessmentView, proposal: ProposalDraft) -> Iterator[TextDifference]:
    """Yield the kinds of text that a paper prints and that are held in other words."""
    read = [(kind, text) for kind, text in texts_of(proposal) if is_said(text)]
    for kind in dict.fromkeys(kind for kind, _ in read):
        ours = [text.text for text in assessment.evidence if text.kind is kind]
        gone, new = apart(ours, [text for other, text in read if other is kind])
        if gone or new:
            yield TextDifference(assessment.code, str(kind), gone, new, proposal.place)


def _actions(
    held: PlanView, reading: PaperDraft, on: date, known_of: Known
) -> tuple[ActionDifference, ...]:
    """Return every action held or read; none is missed in a paper that prints no actions."""
    entries = entries_of(reading)
    if not entries.actions:
        return ()
    known = held.framework.by_code
    codes = [tuple(code for code in under if code in known) for under in entries.codes()]
    wordings = [wording_read(e, u) for e, u in zip(entries.actions, codes, strict=True)]
    read = {w.ref: (e, w) for e, w in zip(entries.actions, wordings, strict=True)}
    pairs = pair_actions(held.actions, wordings, known_of.by_hand)
    met = [_met(action, read, pairs, on, known_of) for action in held.actions]
    left = [read[ref] for ref in read.keys() - set(pairs.read_of.values())]
    place = {code: position for position, code in enumerate(known)}
    left.sort(key=lambda pair: (place.get(pair[0].at[0], len(place)), pair[0].at))
    new = [_new(entry, wording, pairs) for entry, wording in left]
    return (*(one for one in met if one), *new)


def _met(
    action: ActionView,
    read: Mapping[str, tuple[Entry, Wording]],
    pairs: Pairs,
    on: date,
    known_of: Known,
) -> ActionDifference | None:
    """Return a held action with what was read of it; nothing where nobody would miss it."""
    if action.ref not in pairs.read_of:
        return _gone(action, pairs, on)
    entry, wording = read[pairs.read_of[action.ref]]
    fields = wording_fields(action, entry, wording, known_of.by_hand.get(action.id, {}))
    fields += said_fields(action, entry.draft, on=on, papers=known_of.papers)
    names = {field.name for field in fields}
    match = Match.REWORDED if "text" in names else Match.CHANGED if names else Match.SAME
    link = pairs.links.get(action.ref)
    return ActionDifference(
        match,
        action.ref,
        action.text,
        fields,
        entry,
        wording.proposals,
        certainty=link.certainty if link else None,
        reason=link.reason if link else WORD_FOR_WORD,
    )


def _gone(action: ActionView, pairs: Pairs, on: date) -> ActionDifference | None:
    """Return an action of the paper's day that the paper does not print."""
    then = fold(action.record, as_at=on)
    if not then.updates or then.status in OVER:
        return None
    joined = pairs.joined.get(action.ref)
    return ActionDifference(Match.GONE, action.ref, action.text, part_of=joined)


def _new(entry: Entry, wording: Wording, pairs: Pairs) -> ActionDifference:
    return ActionDifference(
        Match.NEW,
        None,
        entry.draft.text,
        entry=entry,
        under=wording.proposals,
        part_of=pairs.parts.get(wording.ref),
    )
