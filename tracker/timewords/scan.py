"""Reading the words of a timescale in their order into `Facts`.

Owns which handler takes which word. Leaves weighing the facts against each other to `verdict`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.timewords import cues, marks, points
from tracker.timewords.facts import STANDING, Facts, Role
from tracker.timewords.lexicon import Word
from tracker.timewords.state import Scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.timewords.tokens import Token

_HANDLERS: dict[Word, Callable[[Scan, Token], None]] = {
    Word.DATE: points.on_date,
    Word.RANGE: points.on_date,
    Word.FINANCIAL_YEAR: points.on_date,
    Word.YEAR: points.on_date,
    Word.MONTH: points.on_anchor,
    Word.DAY: points.on_anchor,
    Word.NUMBER: points.on_number,
    Word.QUARTER: points.on_part,
    Word.HALF: points.on_part,
    Word.SEASON: points.on_part,
    Word.SPAN: points.on_span,
    Word.FAULT: points.on_fault,
    Word.DOUBT: points.on_doubt,
    Word.BEFORE: points.on_stray,
    Word.LATE: points.on_stray,
    Word.MID: points.on_stray,
    Word.EARLY: points.on_stray,
    Word.OUTSET: points.on_stray,
    Word.WEEK: points.on_stray,
    Word.BETWEEN: points.on_stray,
    Word.BY: cues.on_by,
    Word.UNTIL: cues.on_by,
    Word.FROM: cues.on_from,
    Word.BEGIN: cues.on_role,
    Word.BEGUN: cues.on_begun,
    Word.SINCE: cues.on_begun,
    Word.ONWARDS: cues.on_onwards,
    Word.WAS: cues.on_role,
    Word.NOW: cues.on_role,
    Word.REVISED: cues.on_revised,
    Word.REVIEW: cues.on_review,
    Word.REVIEWED: cues.on_reviewed,
    Word.NEXT: cues.on_next,
    Word.WEEKDAY: cues.on_weekday,
    Word.SLIPPED: cues.on_slipped,
    Word.REPEAT: cues.on_repeat,
    Word.THEREAFTER: cues.on_thereafter,
    Word.AND: marks.on_mark,
    Word.COMMA: marks.on_mark,
    Word.DASH: marks.on_mark,
    Word.COLON: marks.on_mark,
    Word.TO: marks.on_to,
    Word.SLASH: marks.on_slash,
    Word.STOP: marks.on_stop,
    Word.OPEN: marks.on_open,
    Word.CLOSE: marks.on_close,
    Word.LINK: cues.on_link,
    Word.PLAIN: cues.on_plain,
    Word.NOUN: points.on_name,
    Word.UNKNOWN: points.on_name,
    Word.BE: cues.on_be,
    Word.PAST: cues.on_past,
    Word.NOTE: marks.on_note,
    Word.HINGE: cues.on_hinge,
    **dict.fromkeys(STANDING, cues.on_answer),
}


def gather(tokens: list[Token]) -> Facts:
    """Read the words of a timescale in their order.

    Args:
        tokens: The words, their dates joined.
    """
    scan = Scan(tokens)
    for index, token in enumerate(tokens):
        scan.index = index
        if not (scan.in_remark and marks.passes_over(scan, token)):
            handle = _HANDLERS.get(token.word)
            if handle:
                handle(scan, token)
    marks.end_clause(scan)
    if scan.role in {Role.FORMER, Role.NOW}:
        scan.facts.doubts_of_dates.append("a date that is replaced or replaces another is missing")
    return scan.facts
