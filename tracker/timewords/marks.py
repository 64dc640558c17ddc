"""Taking the marks between the words: what a comma, a bracket or a full stop ends.

Owns the clauses of a timescale, its brackets and the remarks on its dates.
"""

from __future__ import annotations

from tracker.timewords.cues import on_by, on_link
from tracker.timewords.facts import CLOSING, STANDING, Role
from tracker.timewords.lexicon import Word
from tracker.timewords.points import on_stray
from tracker.timewords.state import NAMES, Scan, claim_label, forget
from tracker.timewords.tokens import DATED, Token

_DATING = STANDING | {
    Word.DATE,
    Word.RANGE,
    Word.SPAN,
    Word.BY,
    Word.UNTIL,
    Word.BEFORE,
    Word.WAS,
    Word.FROM,
    Word.BEGIN,
    Word.BEGUN,
    Word.SINCE,
}
"""Words that make a remark more than that."""


def on_mark(scan: Scan, token: Token) -> None:
    """Take a comma, a dash or their like, behind which a new thought may begin."""
    scan.near = 0
    if scan.answer and (token.word in {Word.COMMA, Word.AND} or scan.answer.word not in CLOSING):
        scan.answer = None


def on_open(scan: Scan, token: Token) -> None:
    """Open a bracket, and remember the date right before it."""
    points = scan.facts.points
    scan.outer = points[-1] if points and scan.is_beside(-1, DATED) else None
    scan.in_bracket = True
    on_mark(scan, token)


def on_close(scan: Scan, token: Token) -> None:
    """Close a bracket; words in it name the date before it."""
    points = scan.facts.points
    if scan.in_bracket and points and points[-1].clause == scan.clause:
        claim_label(scan)
        scan.label = None
    scan.outer = None
    scan.in_bracket = False
    if scan.cue is Word.REVISED:
        scan.role = scan.cue = None
    del token


def on_to(scan: Scan, token: Token) -> None:
    """Take `to`: from a date that is replaced to its successor, or up to a date."""
    points = scan.facts.points
    if not scan.is_beside(1, DATED):
        scan.is_led = True
        if scan.is_beside(-1, DATED) and scan.is_beside(1, frozenset({Word.UNKNOWN})):
            scan.trailing = token.text
    elif points and points[-1].role is Role.FORMER and scan.is_beside(-1, DATED):
        scan.role, scan.cue = Role.NOW, Word.NOW
    else:
        on_by(scan, token._replace(word=Word.UNTIL))


def on_slash(scan: Scan, token: Token) -> None:
    """Take a slash; one between a date and a word makes the date doubtful."""
    others = NAMES | {Word.NUMBER, Word.BY}
    for one, two in ((-1, 1), (1, -1)):
        if scan.is_beside(one, DATED) and scan.is_beside(two, others):
            on_stray(scan, token)
    on_mark(scan, token)


def on_stop(scan: Scan, token: Token) -> None:
    """End a clause; a line that holds no date or answer may name the date on the next line."""
    if scan.in_bracket and token.text == ";":
        on_mark(scan, token._replace(word=Word.COMMA))
        return
    facts = scan.facts
    said = any(point.clause == scan.clause for point in facts.points) or scan.answer
    names_next = token.text == "\n" and not said and scan.is_beside(1, DATED)
    held = scan.role if names_next or scan.role is Role.DONE else None
    if scan.role in {Role.FORMER, Role.NOW} and not held:
        facts.doubts_of_dates.append("a date that is replaced or replaces another is missing")
    kept = (scan.is_review, scan.hinge, scan.words, scan.label) if names_next else None
    end_clause(scan)
    scan.role = held
    if kept:
        scan.is_review, scan.hinge, scan.words, scan.label = kept


def end_clause(scan: Scan) -> None:
    """End a clause: nothing of it reaches the next but a role that waits for its date."""
    facts = scan.facts
    claim_label(scan)
    if scan.trailing:
        facts.doubts_of_dates.append(f"“{scan.trailing}” after the date is not understood")
    said = any(point.clause == scan.clause for point in facts.points)
    if scan.role is Role.START and said:
        facts.doubts_of_dates.append("a start is spoken of, and it is not certain when it is")
    if scan.has_tag:
        facts.doubts.append("a year stands beside words that are not understood")
    role = scan.role
    forget(scan)
    scan.role = role
    scan.answer = scan.outer = None
    scan.in_bracket = False
    scan.clause += 1


def on_note(scan: Scan, token: Token) -> None:
    """Open a remark, if there is a date on which it can be one."""
    if scan.facts.points or scan.facts.spans:
        scan.in_remark = True
    else:
        on_link(scan, token)


def passes_over(scan: Scan, token: Token) -> bool:
    """Pass over a word of a remark; years in it belong to the remark, other dates do not."""
    if token.word in {Word.CLOSE, Word.STOP, Word.NOW, Word.REVISED}:
        scan.in_remark = False
        return False
    if token.word in _DATING:
        scan.facts.doubts.append("a second time stands in a remark on the first")
    return token.word not in {Word.FAULT, Word.DOUBT}
