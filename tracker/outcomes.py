"""What became of an action of the last cycle, from what the repeat says of it.

Owns which outcome follows from a status, a status cell, a timescale or plain words. What is not
said plainly is not guessed: an action that is still printed is open, one that is gone is not known.
Leaves which action is which to `matching`, and what the evidence says of actions that the repeat no
longer prints to `mentions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import OUTCOMES, Outcome, Status
from tracker.status_words import read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.plan import ActionView

_ENDED = {Status.COMPLETE, Status.WITHDRAWN, Status.SUPERSEDED}
"""What an action goes on being when it is not printed again; what was in place may not."""
_FIRST = (Outcome.COMPLETE, Outcome.IN_PLACE, Outcome.SUPERSEDED, Outcome.WITHDRAWN)
"""What several parts make together, where all are closed: the first that one of them is."""

_SUBJECT = (
    r"(?:(?:this|the|all)\s+)?(?:(?:action|work|task|project|recommendation|it)s?\s+)?"
    r"(?:(?:is|are|was|were|has been|have been|has|have)\s+)?(?:(?:now|been|already|fully)\s+)*"
)
_ENDS = (
    r"(?=\W*$|\s*[-.,;:(\u2013\u2014]"
    r"|\s+(?:\d|in|on|at|since|and|during|early|late|[A-Z][a-z]+ \d))"
)
"""What may follow: nothing, a stop or a date, so that "complete the survey" is an order."""
_WORDS = {
    Status.COMPLETE: "(?:completed?|finished|concluded|delivered|implemented|achieved|closed|done)"
    + _ENDS,
    Status.IN_PLACE: "(?:in place|embedded|business as usual)" + _ENDS,
    Status.SUPERSEDED: "superseded|replaced by|overtaken by",
    Status.WITHDRAWN: "withdrawn|abandoned|cancelled|discontinued"
    "|no longer (?:required|relevant|needed|applicable)"
    "|not (?:be |being )?(?:taken forward|progressed|pursued|proceeding)",
}
_PLAIN = tuple(
    (status, re.compile(rf"{_SUBJECT}(?:will\s+)?(?:{words})", re.IGNORECASE))
    for status, words in _WORDS.items()
)
HEDGED = re.compile(
    r"\b(?:but|however|although|still|remain\w*|outstanding|await\w*|except|unless|to be|will be"
    r"|yet|part(?:ly|ially)?|phase|stage|draft\w*|most|some|nearly|almost|once|when|until"
    r"|if|planned|due|expected|further|follow\w*|not (?:all|been|complete|fully|done))\b",
    re.IGNORECASE,
)
"""What takes back that something is done, wholly or in part."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a cycle says of an action."""

    status: Status | None = None
    printed_status: str | None = None
    implied: Status | None = None
    """The status that the words of its timescale imply."""
    texts: tuple[str, ...] = ()
    """How it is delivered, progress, and other remarks."""


def said_in_plan(view: ActionView) -> Said:
    """Return what a held plan says of an action."""
    texts = tuple(text for text in (view.record.delivery, view.board_text) if text)
    implied = view.timescale.status if view.timescale else None
    return Said(view.status, view.printed_status, implied, texts)


def outcome_of(before: Sequence[Said], after: Sequence[Said]) -> Outcome:
    """Return what became of linked actions, or of one that is linked to none.

    An action that was in place before and is so still is open: it goes on standing, and its
    reviews are still watched.

    Args:
        before: What the earlier cycle says, of every action of the group.
        after: What the repeat says; empty where it prints none of them.
    """
    earlier = {_status(said) for said in before}
    if not after:
        return _together(earlier) if earlier and earlier <= _ENDED else Outcome.NOT_KNOWN
    now = {_status(said) for said in after}
    if now == earlier == {Status.IN_PLACE}:
        return Outcome.OPEN
    return _together(now)


def _together(statuses: set[Status | None]) -> Outcome:
    """Return one outcome: open where any part is open."""
    found = {OUTCOMES.get(status) if status else None for status in statuses}
    return Outcome.OPEN if None in found else next(o for o in _FIRST if o in found)


def _status(said: Said) -> Status | None:
    """Return the status that is said most plainly: stated, printed, implied, or told in words."""
    if said.status not in {None, Status.NOT_REPORTED}:
        return said.status
    printed = read_status(said.printed_status) if said.printed_status else None
    if printed and printed.status not in {None, Status.NOT_REPORTED}:
        return printed.status
    return said.implied or _told(said.texts)


def _told(texts: Iterable[str]) -> Status | None:
    """Return the status that a text opens with, where nothing in it takes any of it back."""
    found = {
        status
        for text in texts
        for status, plain in _PLAIN
        if plain.match(text.strip()) and not HEDGED.search(text)
    }
    return found.pop() if len(found) == 1 else None
