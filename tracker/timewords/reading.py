"""From the text of a timescale to the verdict on it: the steps in their order.

Owns the order of the steps and the two ends: text with no word in it, and text that is no
timescale any more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.kinds import TimescaleKind
from tracker.timewords.case import Case, Verdict
from tracker.timewords.joining import join_dates
from tracker.timewords.lexicon import Word
from tracker.timewords.scan import gather
from tracker.timewords.sentences import not_certain
from tracker.timewords.verdict import judge
from tracker.timewords.words import clean, find_words, lower
from tracker.timewords.years import USUAL_YEAR

if TYPE_CHECKING:
    from datetime import date

DAY_OF_MONTH = re.compile(r"(?<!\d)\d{1,2} ?(?:st|nd|rd|th)\b")
LONGEST = 1000
"""Characters; a text beyond that is a story."""
_EMPTY = frozenset({Word.DASH, Word.STOP, Word.COMMA, Word.COLON, Word.SLASH})


def read(text: str, *, as_at: date | None) -> Verdict:
    """Read a timescale.

    Args:
        text: The words as written.
        as_at: The date from which relative ones count.
    """
    if len(text.strip()) > LONGEST:
        return Verdict(TimescaleKind.UNCLEAR, not_certain("the text is too long for a timescale"))
    shown = clean(text)
    low = lower(shown)
    words = find_words(low, centre=as_at.year if as_at else USUAL_YEAR)
    if all(token.word in _EMPTY for token in words):
        return Verdict(TimescaleKind.NONE, "No timescale is given.")
    facts = gather(join_dates(words, low))
    verdict = judge(Case(facts, shown, as_at))
    if verdict.recurrence and not verdict.due and DAY_OF_MONTH.search(low):
        reason = "a day of each month is named, which cannot be kept"
        return Verdict(TimescaleKind.UNCLEAR, not_certain(reason))
    return verdict
