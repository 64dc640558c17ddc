"""Taking the words that say what the next date is for, and the answers that need none.

Owns what each of them changes in what comes after it.
"""

from __future__ import annotations

from tracker.timewords.facts import CLOSING, Answer, Point, Role
from tracker.timewords.lexicon import Word
from tracker.timewords.points import on_name, on_stray
from tracker.timewords.state import NAMES, Scan, extend_label
from tracker.timewords.tokens import DATED, Token

_ROLES = {
    Word.FROM: Role.START,
    Word.BEGIN: Role.START,
    Word.BEGUN: Role.START,
    Word.SINCE: Role.START,
    Word.WAS: Role.FORMER,
    Word.NOW: Role.NOW,
    Word.REVISED: Role.NOW,
    Word.REVIEWED: Role.PAST,
}
_TASKS = frozenset(
    {
        "to be set",
        "to be established",
        "to be identified",
        "to be arranged",
        "to be scheduled",
        "to be discussed",
        "to be finalised",
    }
)
"""Before a date these tell what is to be done; alone they tell that the date is open."""
_LEADS_TO_DATE = DATED | {Word.BY, Word.LINK, Word.UNTIL}
_FORWARD = frozenset({Role.DUE, Role.NOW})
_PROMISED = frozenset({Word.COMPLETE, Word.IN_PLACE})
_WHOLE = CLOSING | {Word.IN_PLACE, Word.NOTHING}
"""Answers that hold of the whole action or not at all."""
_ENDS = frozenset({Word.COMMA, Word.STOP, Word.AND, Word.DASH, Word.SLASH, Word.CLOSE})
_UP_TO = frozenset({Word.DASH, Word.TO, Word.UNTIL})
_AIMS = ("target", "aim", "deadline")
"""What is aimed for is still to come, also if it is to be complete or in place."""
_SOFT = ("subject to", "pending", "following", "post")
"""Behind a date these add a condition or a remark to it and leave it as it is."""


def on_by(scan: Scan, token: Token) -> None:
    """Take a word that says that a date is a limit."""
    scan.is_led = True
    scan.is_future |= token.text.startswith(_AIMS)
    last = scan.facts.answers[-1] if scan.facts.answers else None
    if last and last is scan.answer and scan.is_beside(-1, _PROMISED):
        scan.must_lie_ahead = scan.facts.answers.pop().word is Word.COMPLETE
        scan.answer = None
    if scan.role is Role.PAST:
        scan.is_review = scan.must_lie_ahead = True
    if scan.role in {Role.DONE, Role.PAST} or scan.cue is Word.BEGUN:
        scan.role = scan.cue = None
    scan.is_last |= token.word is Word.UNTIL


def on_role(scan: Scan, token: Token) -> None:
    """Take a word that says what the next date is for, or that before it if none follows."""
    last = _named_from_behind(scan)
    if last:
        last.role = _ROLES[token.word]
    else:
        scan.role, scan.cue = _ROLES[token.word], token.word


def _named_from_behind(scan: Scan) -> Point | None:
    """Return the date to which a word behind it belongs: `June 2021 (original)`."""
    points = scan.facts.points
    is_bracketed = scan.is_beside(-1, frozenset({Word.OPEN}))
    step = -2 if is_bracketed or scan.is_beside(-1, frozenset({Word.DASH, Word.COLON})) else -1
    following = scan.beside(1)
    ends = following is None or following.word in _ENDS
    if is_bracketed:
        ends = following is not None and following.word is Word.CLOSE
    return points[-1] if points and ends and scan.is_beside(step, DATED) else None


def on_from(scan: Scan, token: Token) -> None:
    """Take `from`, which names the start that comes after it."""
    scan.role, scan.cue = Role.START, token.word


def on_begun(scan: Scan, token: Token) -> None:
    """Take a word that says that something has begun."""
    if not scan.is_future:
        scan.facts.has_begun = True
    if token.word is Word.SINCE and scan.words:
        scan.hinge = token.text
    on_role(scan, token)


def on_slipped(scan: Scan, token: Token) -> None:
    """Take a word for being late."""
    scan.facts.has_slipped = True
    scan.outer = None
    del token


def on_weekday(scan: Scan, token: Token) -> None:
    """Take a day of the week, which must be that of the date."""
    scan.facts.weekdays.append(token.text)


def on_onwards(scan: Scan, token: Token) -> None:
    """Make the date before it a start."""
    points = scan.facts.points
    if points and scan.is_beside(-1, DATED) and points[-1].role in {Role.DUE, Role.START}:
        points[-1].role = Role.START
    else:
        on_stray(scan, token)


def on_revised(scan: Scan, token: Token) -> None:
    """Take a word that replaces a date if there is one before it, and else tells of the past."""
    if scan.facts.points:
        on_role(scan, token)
    elif token.text.endswith("ed"):
        on_past(scan, token)
    else:
        on_name(scan, token)


def on_review(scan: Scan, token: Token) -> None:
    """Take a word that makes the next date that of a review."""
    if scan.role in {Role.DONE, Role.PAST}:
        scan.role = None
    last = _named_from_behind(scan)
    if last:
        last.is_review = True
    else:
        scan.is_review = True
    scan.is_future = False
    scan.outer = None
    extend_label(scan, token)


def on_reviewed(scan: Scan, token: Token) -> None:
    """Take a word that makes the next date that of a review that is past."""
    if scan.is_future:
        on_review(scan, token)
    else:
        on_role(scan, token)


def on_next(scan: Scan, token: Token) -> None:
    """Take `next`: after a past review the date after it is that of the next one."""
    if scan.role is Role.PAST:
        scan.role = None
    scan.is_review |= any(point.role is Role.PAST for point in scan.facts.points)
    extend_label(scan, token)


def on_repeat(scan: Scan, token: Token) -> None:
    """Take a repetition, unless it only describes a thing that has a date: an annual report."""
    if not token.text and scan.facts.points:
        on_name(scan, token)
        return
    describes = token.is_adjective and scan.is_beside(1, NAMES)
    if describes and any(other.word in DATED for other in scan.tokens):
        on_name(scan, token)
    else:
        scan.facts.repeats.append(token.text)
        if scan.role is Role.PAST:
            scan.role = None


def on_thereafter(scan: Scan, token: Token) -> None:
    """Take `thereafter`, which needs to be told how often."""
    if not any(other.word is Word.REPEAT for other in scan.tokens):
        on_stray(scan, token)


def on_answer(scan: Scan, token: Token) -> None:
    """Take an answer that needs no date, unless the words around it make it one that does."""
    if _is_still_to_do(scan, token):
        if scan.role is Role.START:
            scan.role = scan.cue = None
        scan.is_future = False
        scan.is_led = True
        return
    facts = scan.facts
    if scan.is_future:
        facts.doubts.append(f"“{token.text}” is still to come")
    if token.word is Word.ONGOING and scan.is_beside(-1, _UP_TO) and scan.is_beside(-2, DATED):
        facts.doubts.append("the date may be the start of what is ongoing, or its end")
    if token.word is Word.TO_BE_AGREED and scan.role is Role.NOW:
        for point in facts.points:
            point.role = Role.FORMER if point.role in _FORWARD else point.role
    partial = (scan.words if token.word in CLOSING else scan.near) > 0
    scan.answer = Answer(token.word, len(facts.points), partial=partial and token.word in _WHOLE)
    facts.answers.append(scan.answer)
    is_dated = token.word in CLOSING and not _named_from_behind(scan)
    scan.role = Role.DONE if is_dated else None
    scan.cue = scan.outer = None
    scan.words = scan.near = 0


def _is_still_to_do(scan: Scan, token: Token) -> bool:
    """Tell whether an answer is a task: `to be` complete, or `to be arranged` by a date."""
    if token.word is Word.TO_BE_AGREED:
        return token.text in _TASKS and scan.is_beside(1, _LEADS_TO_DATE)
    starts = scan.role is Role.START or any(p.role is Role.START for p in scan.facts.points)
    ends = token.text == "complete" and scan.is_beside(1, DATED) and starts
    led = scan.is_future or scan.is_beside(-1, frozenset({Word.BY}))
    return (led and token.word in _PROMISED) or (ends and not scan.facts.has_begun)


def on_hinge(scan: Scan, token: Token) -> None:
    """Take a word that makes things hang on others; behind a date some only add to it."""
    facts = scan.facts
    facts.doubts_of_ends.append(f"“{token.text}” makes it hang on something else")
    has_date = bool(facts.points) and facts.points[-1].clause == scan.clause
    if facts.points and token.text.startswith(_SOFT):
        facts.is_conditional |= token.text.startswith(_SOFT[:2])
    elif has_date:
        facts.doubts_of_dates.append(f"“{token.text}” makes the date hang on something else")
    scan.hinge = token.text
    scan.is_led = True


def on_past(scan: Scan, token: Token) -> None:
    """Take a participle, which tells of the past unless `to be` stands before it."""
    if scan.is_future:
        scan.is_future = False
        return
    scan.facts.doubts_of_dates.append(f"“{token.text}” tells of something past")
    scan.outer = None
    if scan.role is Role.DONE:
        scan.role = None


def on_be(scan: Scan, token: Token) -> None:
    """Take `to be`, which makes of a participle what is still to come."""
    scan.is_future = True
    del token


def on_plain(scan: Scan, token: Token) -> None:
    """Take a word that belongs to any date."""
    if scan.label:
        extend_label(scan, token)


def on_link(scan: Scan, token: Token) -> None:
    """Take a preposition: what comes next is no name."""
    scan.is_led = True
    del token
