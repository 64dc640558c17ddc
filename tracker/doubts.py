"""What is doubtful about a paper whatever its layout: told of what was read, and of what is left.

Owns the doubts that follow from a draft alone, so that they are told anew when it is corrected.
What is wrong with a place in the document is told by `readers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.breaks import carries_on
from tracker.drafts import Problem
from tracker.kinds import Severity, TimescaleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.drafts import ActionDraft, PaperDraft, RecommendationDraft

_WORDS = 4
"""As many words on either side of a break as show whether they belong together."""


def doubts(paper: PaperDraft) -> tuple[Problem, ...]:
    """Return the doubts about a draft."""
    return (*_outside(paper), *_unclear(paper), *_cut(paper))


def _outside(paper: PaperDraft) -> Iterator[Problem]:
    """Yield that some actions name no proposal."""
    if paper.recommendations:
        count = len(paper.recommendations)
        what = "1 action names" if count == 1 else f"{count} actions name"
        message = f"{what} no proposal and can be given one later (R/1 to R/{count})."
        yield Problem(paper.recommendations[0].place, Severity.NOTE, message, "outside")


def _unclear(paper: PaperDraft) -> Iterator[Problem]:
    """Yield a problem for each timescale that is not understood, so that nobody misses it."""
    told: tuple[ActionDraft | RecommendationDraft, ...] = (*paper.actions, *paper.recommendations)
    for action in told:
        timescale = action.timescale
        if timescale is not None and timescale.kind is TimescaleKind.UNCLEAR:
            message = (
                f"{action.ref}: the timescale “{timescale.text}” is kept as written and gives no "
                f"date. {timescale.reading}"
            )
            yield Problem(action.place, Severity.WARNING, message, f"timescale {timescale.text}")


def _cut(paper: PaperDraft) -> Iterator[Problem]:
    """Yield the actions that may be the rest of the one before, cut off by a page.

    Rows that are certainly cut were joined when they were read. Where a paper begins its actions
    with small letters, that proves nothing.
    """
    actions = paper.actions
    small = sum(action.text[:1].islower() for action in actions) * 2 > len(actions)
    printed = {ref: action for action in actions for ref in (action.ref, *action.aliases)}
    for action in actions:
        code, _, number = action.ref.rpartition("/")
        before = printed.get(f"{code}/{int(number) - 1}")
        if before is None or before.cross_reference or action.cross_reference:
            continue
        text = action.text.capitalize() if small else action.text
        if carries_on(before.text, text):
            message = (
                f"{action.ref} may be the rest of {before.ref}, which stops without an end: "
                f"“… {_last_words(before.text)}” “{_first_words(action.text)} …”. Check it."
            )
            yield Problem(action.place, Severity.NOTE, message, f"cut {action.text}")


def _last_words(text: str) -> str:
    return " ".join(text.split()[-_WORDS:])


def _first_words(text: str) -> str:
    return " ".join(text.split()[:_WORDS])
