"""What each date and answer of a timescale is for: due, replaced, a start, a review, an event past.

Owns the reading of a timescale's words in their order into `Facts`, and everything that makes them
doubtful. Leaves weighing the facts against each other to `verdict`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.timewords.facts import CLOSING, STANDING, Answer, Facts, Point, Role
from tracker.timewords.joining import DATED
from tracker.timewords.lexicon import ADJECTIVES, Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.periods import Period
    from tracker.timewords.shapes import Token

MOST_WORDS = 8
"""So many unknown words may name a date; more are a story of which the date may be any part."""
_FORWARD = frozenset({"due", "now"})
_ENDED = CLOSING | {Word.IN_PLACE}
_WHOLE = _ENDED | {Word.NOTHING}
"""Answers that hold of the whole action or not at all."""
_NAMES = frozenset({Word.UNKNOWN, Word.NOUN})
_LEADS_TO_SPAN = frozenset(
    {Word.LINK, Word.BY, Word.NEXT, Word.UNTIL, Word.COLON, Word.DASH, Word.OPEN, Word.STOP}
)
_BREAKS_SPAN = _NAMES | {Word.PAST, Word.FROM, Word.SINCE, Word.HINGE}
_SOFT = ("subject to", "pending", "following", "post")
"""Behind a date these add a condition or a remark to it and leave it as it is."""


@dataclass(slots=True)
class _Scan:
    """How far the words have been read, and what hangs over from those before."""

    tokens: list[Token]
    facts: Facts = field(default_factory=Facts)
    index: int = 0
    clause: int = 0
    role: Role | None = None
    """Of the next date."""
    cue: Word | None = None
    """The word that gave the role."""
    is_led: bool = False
    """A preposition stands before what comes next, so that it is no name."""
    is_future: bool = False
    """`To be` turns the participle after it into something that is still to come."""
    is_review: bool = False
    is_last: bool = False
    must_lie_ahead: bool = False
    hinge: str = ""
    words: int = 0
    """Unknown words since the last date or full stop."""
    near: int = 0
    """The same since the last mark of any kind."""
    label: tuple[int, int] | None = None
    trailing: str = ""
    """An unknown word right after a date, which no later date has claimed."""
    tag: str = ""
    """A year that belongs to the word beside it, until a date comes that is the date of both."""
    answer: Answer | None = None
    """The answer of which the next words may say more."""
    outer: Point | None = None
    """The date right before the bracket that is open."""
    in_bracket: bool = False
    in_remark: bool = False

    def beside(self, step: int) -> Token | None:
        """Return the word so many places on."""
        index = self.index + step
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_beside(self, step: int, words: frozenset[Word]) -> bool:
        """Tell whether the word so many places on is one of these."""
        token = self.beside(step)
        return token is not None and token.word in words


def gather(tokens: list[Token]) -> Facts:
    """Read the words of a timescale in their order.

    Args:
        tokens: The words, their dates joined.
    """
    scan = _Scan(tokens)
    for index, token in enumerate(tokens):
        scan.index = index
        if not (scan.in_remark and _remarks(scan, token)):
            handle = _HANDLERS.get(token.word)
            if handle:
                handle(scan, token)
    _end_clause(scan)
    if scan.role in {Role.FORMER, Role.NOW}:
        scan.facts.doubts_of_dates.append("a date that is replaced or replaces another is missing")
    return scan.facts


def _remarks(scan: _Scan, token: Token) -> bool:
    """Pass over a word of a remark; years in it belong to the remark, other dates do not."""
    if token.word in {Word.CLOSE, Word.STOP}:
        scan.in_remark = False
        return False
    if token.word in {Word.DATE, Word.RANGE, Word.SPAN}:
        scan.facts.doubts.append("a second time stands in a remark on the first")
    return token.word not in {Word.FAULT, Word.DOUBT}


def _on_fault(scan: _Scan, token: Token) -> None:
    scan.facts.doubts.append(token.text)


def _on_doubt(scan: _Scan, token: Token) -> None:
    scan.facts.doubts.append(f"“{token.text}” leaves the meaning open")


def _on_part(scan: _Scan, token: Token) -> None:
    scan.facts.doubts.append("a part of a date has no year")
    del token


def _on_stray(scan: _Scan, token: Token) -> None:
    scan.facts.doubts_of_dates.append(f"it is not certain what “{token.text}” bears on")


def _on_anchor(scan: _Scan, token: Token) -> None:
    scan.facts.anchors.append(token)
    scan.is_led = False


def _on_number(scan: _Scan, token: Token) -> None:
    if scan.is_beside(-1, _NAMES):
        _on_name(scan, token)
    else:
        scan.facts.doubts_of_dates.append("a number stands alone")


def _on_date(scan: _Scan, token: Token) -> None:
    """Take a date for what the words before it have said."""
    period = token.period
    is_year = token.word in {Word.YEAR, Word.FINANCIAL_YEAR}
    if period is None or (is_year and _is_tag(scan)):
        scan.tag = token.text or "a year"
        _on_name(scan, token)
        return
    plain = scan.role in {None, Role.FORMER} or scan.cue is Word.FROM
    if scan.outer and plain and not scan.is_review and _is_settled(scan, scan.outer, period):
        return
    _doubt_the_way_to(scan)
    _claim_label(scan)
    scan.facts.points.append(
        Point(
            scan.role or Role.DUE,
            period,
            token.start,
            token.end,
            is_range=token.word is Word.RANGE,
            is_review=scan.is_review,
            is_last=scan.is_last,
            bracketed=scan.in_bracket,
            must_lie_ahead=scan.must_lie_ahead,
            clause=scan.clause,
            before=scan.label,
        )
    )
    _forget(scan)


def _is_tag(scan: _Scan) -> bool:
    """Tell whether a year belongs to a word beside it, as in `the 2022/23 budget`."""
    return scan.is_beside(-1, _NAMES) or scan.is_beside(1, _NAMES)


def _is_settled(scan: _Scan, outer: Point, period: Period) -> bool:
    """Settle a bare date in brackets after another: the one it replaces, or the same again."""
    if period.last == outer.period.last and scan.role is None:
        return True
    if outer.role not in {Role.DUE, Role.NOW, Role.DONE} or period.last >= outer.period.last:
        scan.facts.doubts_of_dates.append("it is not certain which of two dates holds")
    scan.role = Role.FORMER
    scan.cue = None
    return False


def _doubt_the_way_to(scan: _Scan) -> None:
    doubts = scan.facts.doubts_of_dates
    if scan.hinge:
        doubts.append(f"“{scan.hinge}” makes the date hang on something else")
    if scan.words > MOST_WORDS and not scan.is_led:
        doubts.append("too many words stand before the date")


def _claim_label(scan: _Scan) -> None:
    points = scan.facts.points
    if points and points[-1].clause == scan.clause and points[-1].after is None:
        points[-1].after = scan.label


def _forget(scan: _Scan) -> None:
    """Begin anew after a date or a full stop."""
    scan.role = scan.cue = scan.label = None
    scan.is_led = scan.is_future = scan.is_review = scan.is_last = scan.must_lie_ahead = False
    scan.hinge = scan.trailing = scan.tag = ""
    scan.words = scan.near = 0


def _on_name(scan: _Scan, token: Token) -> None:
    """Take an unknown word, or a thing that may have a date."""
    if token.word is Word.UNKNOWN and scan.is_beside(-1, DATED):
        scan.trailing = token.text
    if scan.role in {Role.DONE, Role.FORMER} or scan.cue in {Word.FROM, Word.SINCE}:
        if scan.role is not Role.DONE:
            scan.hinge = "a word after “was” or “from”"
        scan.role = scan.cue = None
    if scan.answer:
        scan.answer.partial = True
    scan.words += 1
    scan.near += 1
    scan.is_led = False
    scan.outer = None
    _extend_label(scan, token)


def _extend_label(scan: _Scan, token: Token) -> None:
    first = scan.label[0] if scan.label else token.start
    scan.label = first, token.end


def _on_plain(scan: _Scan, token: Token) -> None:
    if scan.label:
        _extend_label(scan, token)


def _on_link(scan: _Scan, token: Token) -> None:
    scan.is_led = True
    del token


def _on_past(scan: _Scan, token: Token) -> None:
    if scan.is_future:
        scan.is_future = False
        return
    scan.facts.doubts_of_dates.append(f"“{token.text}” tells of something past")
    scan.outer = None
    if scan.role is Role.DONE:
        scan.role = None


def _on_be(scan: _Scan, token: Token) -> None:
    scan.is_future = True
    del token


def _on_by(scan: _Scan, token: Token) -> None:
    """Take a word that says that a date is a limit."""
    scan.is_led = True
    last = scan.facts.answers[-1] if scan.facts.answers else None
    if last and last is scan.answer and scan.is_beside(-1, _ENDED):
        scan.facts.answers.pop()
        scan.answer = None
        scan.must_lie_ahead = True
    if scan.role is Role.PAST:
        scan.is_review = scan.must_lie_ahead = True
    if scan.role in {Role.DONE, Role.PAST}:
        scan.role = None
    scan.is_last |= token.word is Word.UNTIL


def _on_role(scan: _Scan, token: Token) -> None:
    scan.role, scan.cue = _ROLES[token.word], token.word


def _on_begun(scan: _Scan, token: Token) -> None:
    if not scan.is_future:
        scan.facts.has_begun = True
    _on_role(scan, token)


def _on_onwards(scan: _Scan, token: Token) -> None:
    points = scan.facts.points
    if points and scan.is_beside(-1, DATED) and points[-1].role in {Role.DUE, Role.START}:
        points[-1].role = Role.START
    else:
        _on_stray(scan, token)


def _on_revised(scan: _Scan, token: Token) -> None:
    """Take a word that replaces a date if there is one before it, and else tells of the past."""
    if scan.facts.points:
        _on_role(scan, token)
    elif token.text.endswith("ed"):
        _on_past(scan, token)
    else:
        _on_name(scan, token)


def _on_review(scan: _Scan, token: Token) -> None:
    if scan.role in {Role.DONE, Role.PAST}:
        scan.role = None
    scan.is_review = True
    scan.is_future = False
    scan.outer = None
    _extend_label(scan, token)


def _on_reviewed(scan: _Scan, token: Token) -> None:
    if scan.is_future:
        _on_review(scan, token)
    else:
        _on_role(scan, token)


def _on_next(scan: _Scan, token: Token) -> None:
    if scan.role is Role.PAST:
        scan.role = None
    scan.is_review |= any(point.role is Role.PAST for point in scan.facts.points)
    _extend_label(scan, token)


def _on_repeat(scan: _Scan, token: Token) -> None:
    """Take a repetition, unless it only describes a thing that has a date: an annual report."""
    describes = token.phrase in ADJECTIVES and scan.is_beside(1, _NAMES)
    if describes and any(other.word in DATED for other in scan.tokens):
        _on_name(scan, token)
    else:
        scan.facts.repeats.append(token.text)
        if scan.role is Role.PAST:
            scan.role = None


def _on_thereafter(scan: _Scan, token: Token) -> None:
    if not any(other.word is Word.REPEAT for other in scan.tokens):
        _on_stray(scan, token)


def _on_span(scan: _Scan, token: Token) -> None:
    facts = scan.facts
    facts.spans.append(token)
    following = scan.beside(1)
    is_hung = following is not None and (following.word in _BREAKS_SPAN or following.text == "of")
    is_named = scan.words > 0 and not scan.is_beside(-1, _LEADS_TO_SPAN)
    if is_hung or is_named:
        facts.doubts.append("it is not certain from when the time counts")
    _forget(scan)


def _on_answer(scan: _Scan, token: Token) -> None:
    """Take an answer that needs no date, unless `to be` makes it one that does."""
    facts = scan.facts
    if scan.is_future:
        if token.word in {Word.COMPLETE, Word.IN_PLACE}:
            scan.is_future = False
            scan.is_led = True
            return
        facts.doubts.append(f"“{token.text}” is still to come")
    if token.word is Word.TO_BE_AGREED and scan.role is Role.NOW:
        for point in facts.points:
            point.role = Role.FORMER if point.role.value in _FORWARD else point.role
    partial = (scan.words if token.word in CLOSING else scan.near) > 0
    scan.answer = Answer(token.word, len(facts.points), partial=partial and token.word in _WHOLE)
    facts.answers.append(scan.answer)
    scan.role = Role.DONE if token.word in CLOSING else None
    scan.cue = scan.outer = None
    scan.words = scan.near = 0


def _on_hinge(scan: _Scan, token: Token) -> None:
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


def _on_note(scan: _Scan, token: Token) -> None:
    if scan.facts.points or scan.facts.spans:
        scan.in_remark = True
    else:
        _on_link(scan, token)


def _on_open(scan: _Scan, token: Token) -> None:
    points = scan.facts.points
    scan.outer = points[-1] if points and scan.is_beside(-1, DATED) else None
    scan.in_bracket = True
    _on_mark(scan, token)


def _on_close(scan: _Scan, token: Token) -> None:
    scan.outer = None
    scan.in_bracket = False
    if scan.cue is Word.REVISED:
        scan.role = scan.cue = None
    del token


def _on_mark(scan: _Scan, token: Token) -> None:
    scan.near = 0
    if scan.answer and (token.word in {Word.COMMA, Word.AND} or scan.answer.word not in CLOSING):
        scan.answer = None


def _on_to(scan: _Scan, token: Token) -> None:
    """Take `to`: from a date that is replaced to its successor, or up to a date."""
    points = scan.facts.points
    if not scan.is_beside(1, DATED):
        scan.is_led = True
    elif points and points[-1].role is Role.FORMER and scan.is_beside(-1, DATED):
        scan.role, scan.cue = Role.NOW, Word.NOW
    else:
        _on_by(scan, token._replace(word=Word.UNTIL))


def _on_slash(scan: _Scan, token: Token) -> None:
    others = _NAMES | {Word.NUMBER}
    for one, two in ((-1, 1), (1, -1)):
        if scan.is_beside(one, DATED) and scan.is_beside(two, others):
            _on_stray(scan, token)
    _on_mark(scan, token)


def _on_stop(scan: _Scan, token: Token) -> None:
    """End a clause; a line that holds no date or answer may name the date on the next line."""
    facts = scan.facts
    said = any(point.clause == scan.clause for point in facts.points) or scan.answer
    names_next = token.text == "\n" and not said and scan.is_beside(1, DATED)
    held = scan.role if names_next or scan.role is Role.DONE else None
    if scan.role in {Role.FORMER, Role.NOW} and not held:
        facts.doubts_of_dates.append("a date that is replaced or replaces another is missing")
    kept = (scan.is_review, scan.hinge, scan.words, scan.label) if names_next else None
    _end_clause(scan)
    scan.role = held
    if kept:
        scan.is_review, scan.hinge, scan.words, scan.label = kept


def _end_clause(scan: _Scan) -> None:
    facts = scan.facts
    _claim_label(scan)
    if scan.trailing:
        facts.doubts_of_dates.append(f"“{scan.trailing}” after the date is not understood")
    if scan.tag:
        facts.doubts.append("a year stands beside words that are not understood")
    role = scan.role
    _forget(scan)
    scan.role = role
    scan.answer = scan.outer = None
    scan.in_bracket = False
    scan.clause += 1


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
_HANDLERS: dict[Word, Callable[[_Scan, Token], None]] = {
    Word.DATE: _on_date,
    Word.RANGE: _on_date,
    Word.FINANCIAL_YEAR: _on_date,
    Word.YEAR: _on_date,
    Word.MONTH: _on_anchor,
    Word.DAY: _on_anchor,
    Word.NUMBER: _on_number,
    Word.QUARTER: _on_part,
    Word.HALF: _on_part,
    Word.SEASON: _on_part,
    Word.SPAN: _on_span,
    Word.FAULT: _on_fault,
    Word.DOUBT: _on_doubt,
    Word.BEFORE: _on_stray,
    Word.LATE: _on_stray,
    Word.MID: _on_stray,
    Word.EARLY: _on_stray,
    Word.OUTSET: _on_stray,
    Word.WEEK: _on_stray,
    Word.BETWEEN: _on_stray,
    Word.BY: _on_by,
    Word.UNTIL: _on_by,
    Word.FROM: _on_role,
    Word.BEGIN: _on_role,
    Word.BEGUN: _on_begun,
    Word.SINCE: _on_begun,
    Word.ONWARDS: _on_onwards,
    Word.WAS: _on_role,
    Word.NOW: _on_role,
    Word.REVISED: _on_revised,
    Word.REVIEW: _on_review,
    Word.REVIEWED: _on_reviewed,
    Word.NEXT: _on_next,
    Word.REPEAT: _on_repeat,
    Word.THEREAFTER: _on_thereafter,
    Word.AND: _on_mark,
    Word.COMMA: _on_mark,
    Word.DASH: _on_mark,
    Word.COLON: _on_mark,
    Word.TO: _on_to,
    Word.SLASH: _on_slash,
    Word.STOP: _on_stop,
    Word.OPEN: _on_open,
    Word.CLOSE: _on_close,
    Word.LINK: _on_link,
    Word.PLAIN: _on_plain,
    Word.NOUN: _on_name,
    Word.UNKNOWN: _on_name,
    Word.BE: _on_be,
    Word.PAST: _on_past,
    Word.NOTE: _on_note,
    Word.HINGE: _on_hinge,
    **dict.fromkeys(STANDING, _on_answer),
}
