"""Taking dates, lengths of time and the names that stand beside them.

Owns what becomes of a date by the words before it, and which words beside it leave it uncertain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.timewords.facts import Point, Role
from tracker.timewords.lexicon import ORDINALS, Word
from tracker.timewords.state import NAMES, Scan, claim_label, extend_label, forget
from tracker.timewords.tokens import DATED, Token

if TYPE_CHECKING:
    from tracker.periods import Period

MOST_WORDS = 8
"""So many unknown words may name a date; more are a story of which the date may be any part."""
_LEADS_TO_SPAN = frozenset(
    {Word.LINK, Word.BY, Word.NEXT, Word.UNTIL, Word.COLON, Word.DASH, Word.OPEN, Word.STOP}
)
_TOUCHED = frozenset({Word.COMPLETE, Word.IN_PLACE, Word.NOTHING})
"""Answers that words beside them can narrow."""
_TAGGING = NAMES | {Word.REVISED, Word.PAST}
_EDGED = frozenset({str(Word.BEFORE), str(Word.MID), str(Word.LATE)})
_JOINTS = frozenset({Word.AND, Word.COMMA})
_BREAKS_SPAN = NAMES | {Word.PAST, Word.FROM, Word.SINCE, Word.HINGE}


def on_date(scan: Scan, token: Token) -> None:
    """Take a date for what the words before it have said."""
    period = token.period
    if period is None or _is_tag(scan, token):
        scan.has_tag = True
        on_name(scan, token)
        return
    _inherit(scan)
    plain = scan.role in {None, Role.FORMER} or scan.cue is Word.FROM
    if scan.outer and plain and not scan.is_review and _is_settled(scan, scan.outer, period):
        return
    _doubt_the_way_to(scan)
    claim_label(scan)
    is_range = token.word is Word.RANGE
    role = None if is_range and scan.cue is Word.FROM else scan.role
    scan.facts.points.append(
        Point(
            role or Role.DUE,
            period,
            is_range=is_range,
            is_review=scan.is_review,
            is_last=scan.is_last,
            bracketed=scan.in_bracket,
            must_lie_ahead=scan.must_lie_ahead,
            clause=scan.clause,
            before=scan.label,
        )
    )
    forget(scan)


def _is_tag(scan: Scan, token: Token) -> bool:
    """Tell whether a year belongs to a word beside it, as in `the 2022/23 budget`."""
    if token.word not in {Word.YEAR, Word.FINANCIAL_YEAR}:
        return False
    return scan.is_beside(-1, _TAGGING) or scan.is_beside(1, NAMES)


def _inherit(scan: Scan) -> None:
    """Give a date that only `and` or a comma parts from another what that other is for."""
    points = scan.facts.points
    if scan.cue is Word.FROM and points and points[-1].role is Role.NOW:
        scan.role = Role.FORMER
    joined = scan.is_beside(-1, _JOINTS) and scan.is_beside(-2, DATED)
    if not joined or scan.role or not points or scan.outer:
        return
    scan.is_review |= points[-1].is_review
    scan.role = Role.DUE if points[-1].role is Role.NOW else points[-1].role


def _is_settled(scan: Scan, outer: Point, period: Period) -> bool:
    """Settle a bare date in brackets after another: the one it replaces, or the same again."""
    if period.last == outer.period.last and scan.role is None:
        return True
    is_told = scan.role is Role.FORMER
    follows = period.last >= outer.period.last and not is_told
    if outer.role not in {Role.DUE, Role.NOW, Role.DONE} or follows:
        scan.facts.doubts_of_dates.append("it is not certain which of two dates holds")
    scan.role = Role.FORMER
    scan.cue = None
    return False


def _doubt_the_way_to(scan: Scan) -> None:
    doubts = scan.facts.doubts_of_dates
    if scan.hinge:
        doubts.append(f"“{scan.hinge}” stands between the date and what it is for")
    before = scan.beside(-1)
    if before and before.text in ORDINALS:
        doubts.append(f"“{before.text}” may be the day of the month")
    if scan.is_beside(-1, _JOINTS) and (earlier := scan.beside(-2)) and earlier.text in _EDGED:
        doubts.append(f"it is not certain whether “{earlier.text}” bears on both dates")
    if scan.words > MOST_WORDS and not scan.is_led:
        doubts.append("too many words stand before the date")


def on_span(scan: Scan, token: Token) -> None:
    """Take a length of time, unless it is not certain from when it counts."""
    facts = scan.facts
    facts.spans.append(token)
    facts.has_review |= scan.is_review
    following = scan.beside(1)
    is_hung = following is not None and (following.word in _BREAKS_SPAN or following.text == "of")
    is_named = scan.words > 0 and not scan.is_beside(-1, _LEADS_TO_SPAN)
    if is_hung or is_named:
        facts.doubts.append("it is not certain from when the time counts")
    forget(scan)


def on_anchor(scan: Scan, token: Token) -> None:
    """Keep a month or day without a year: something may repeat on it."""
    scan.facts.anchors.append(token)
    scan.is_led = False


def on_number(scan: Scan, token: Token) -> None:
    """Take a number that is no part of a date."""
    if scan.is_beside(-1, NAMES):
        on_name(scan, token)
    else:
        scan.facts.doubts_of_dates.append("a number stands alone")


def on_name(scan: Scan, token: Token) -> None:
    """Take an unknown word, or a thing that may have a date."""
    if token.word is Word.UNKNOWN and scan.is_beside(-1, DATED):
        scan.trailing = token.text
    if scan.role in {Role.DONE, Role.FORMER} or scan.cue in {Word.FROM, Word.SINCE}:
        if scan.role is not Role.DONE or scan.answer:
            scan.hinge = token.text
        scan.role = scan.cue = None
    if scan.answer and scan.answer.word in _TOUCHED:
        scan.answer.partial = True
    scan.words += 1
    scan.near += 1
    scan.is_led = False
    scan.outer = None
    extend_label(scan, token)


def on_part(scan: Scan, token: Token) -> None:
    """Doubt a part of a date whose year is missing."""
    scan.facts.doubts.append(f"it is not certain of which year the {token.word} is")


def on_stray(scan: Scan, token: Token) -> None:
    """Doubt a word that bears on no date beside it."""
    scan.facts.doubts_of_dates.append(f"it is not certain what “{token.text}” bears on")


def on_fault(scan: Scan, token: Token) -> None:
    """Doubt a date that cannot be."""
    scan.facts.doubts.append(token.text)


def on_doubt(scan: Scan, token: Token) -> None:
    """Doubt everything: the word turns the meaning or leaves it open."""
    scan.facts.doubts.append(f"“{token.text}” leaves the meaning open")
