"""A paper under correction: what was read, every correction in order, and the paper that results.

Owns the order, taking the last one back, which problems count as mended, and what is remembered of
it all when the paper is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.correcting.applying import applied
from tracker.correcting.corrections import Amend, LookedAt, Part, Rate
from tracker.correcting.rows import find_row, rows_of
from tracker.correcting.telling import say
from tracker.doubts import doubts
from tracker.drafts import Problem
from tracker.errors import Refused
from tracker.kinds import Severity

if TYPE_CHECKING:
    from tracker.correcting.corrections import Correction
    from tracker.drafts import PaperDraft
    from tracker.framework import Framework


@dataclass(frozen=True, slots=True)
class Step:
    """A correction that was made, as it was said, and the problems that it mends."""

    correction: Correction
    sentence: str
    place: str
    """Where in the document; empty where nobody knows."""
    settles: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Correcting:
    """A paper under correction."""

    printed: PaperDraft
    """As it was read."""
    framework: Framework
    paper: PaperDraft
    """As corrected so far."""
    steps: tuple[Step, ...] = ()


def begin(printed: PaperDraft, framework: Framework) -> Correcting:
    """Return a paper of which nothing is corrected yet."""
    return Correcting(printed, framework, printed)


def correct(
    held: Correcting, correction: Correction, *, settles: tuple[Problem, ...] = ()
) -> Correcting:
    """Return a paper with one more correction.

    Args:
        held: The paper so far.
        correction: What a person says.
        settles: Problems from which the person came to it, and which it mends.

    Raises:
        NotFound: There is nothing at the position.
        Refused: It cannot be done.
    """
    paper = held.paper
    after = applied(correction, paper, held.framework)
    mended = tuple(dict.fromkeys((*settles, *_mended(correction, paper))))
    step = Step(correction, say(correction, paper), _place(correction, paper), mended)
    steps = (*held.steps, step)
    return replace(held, paper=_left(paper, after, steps), steps=steps)


def take_back(held: Correcting) -> Correcting:
    """Return a paper without its last correction.

    Raises:
        Refused: There is none.
    """
    if not held.steps:
        raise Refused("Nothing is corrected.", "There is nothing to take back.")
    return _replayed(held, held.printed, held.steps[:-1])


def renewed(held: Correcting, printed: PaperDraft) -> Correcting:
    """Return the corrections made anew on the same paper, read with another date or label.

    Problems that were looked at and are not told any more need no word.
    """
    steps = tuple(
        step
        for step in held.steps
        if not isinstance(step.correction, LookedAt) or step.correction.problem in printed.problems
    )
    return _replayed(held, printed, steps)


def remembered(held: Correcting) -> PaperDraft:
    """Return the paper to be stored, with every correction among what is told of the document."""
    notes = tuple(
        Problem(
            step.place or held.paper.document,
            Severity.NOTE,
            f"Corrected by hand before it was stored. {step.sentence}",
        )
        for step in held.steps
        if not isinstance(step.correction, LookedAt)
    )
    return replace(held.paper, problems=(*held.paper.problems, *notes))


def reason(held: Correcting) -> str | None:
    """Return why what is stored is not all that was read; None where it is."""
    made = [step for step in held.steps if not isinstance(step.correction, LookedAt)]
    if not made:
        return None
    told = " ".join(step.sentence for step in made)
    return f"Corrected by hand before it was stored. {told}"


def _replayed(held: Correcting, printed: PaperDraft, steps: tuple[Step, ...]) -> Correcting:
    """Return corrections made anew from the beginning."""
    anew = begin(printed, held.framework)
    for step in steps:
        anew = correct(anew, step.correction, settles=step.settles)
    return anew


def _left(before: PaperDraft, after: PaperDraft, steps: tuple[Step, ...]) -> PaperDraft:
    """Return a corrected paper with the problems that are left; doubts are told anew."""
    doubted = doubts(before)
    mended = steps[-1].settles
    told = [p for p in after.problems if p not in mended and p not in doubted]
    settled = {(p.place, p.about) for step in steps for p in step.settles if p.about}
    noted = [p for p in doubts(after) if (p.place, p.about) not in settled]
    return replace(after, problems=(*told, *noted))


def _mended(correction: Correction, paper: PaperDraft) -> tuple[Problem, ...]:
    """Return the problems that a correction mends for certain, by what they are about."""
    if isinstance(correction, LookedAt):
        return (correction.problem,)
    if isinstance(correction, Rate) and not correction.previous:
        about = f"rating {correction.code}"
        return tuple(problem for problem in paper.problems if problem.about == about)
    if isinstance(correction, Amend) and correction.part is Part.STATUS:
        place = _place(correction, paper)
        alone = [row.draft.place for row in rows_of(paper)].count(place) == 1
        return tuple(p for p in paper.problems if alone and (p.place, p.about) == (place, "status"))
    return ()


def _place(correction: Correction, paper: PaperDraft) -> str:
    """Return where in the document a correction is made."""
    match correction:
        case LookedAt(problem=problem):
            return problem.place
        case Rate(code=code):
            places = [one.place for one in paper.proposals if one.code == code]
            return places[0] if places else ""
    ref = getattr(correction, "ref", None)
    return find_row(rows_of(paper), ref).draft.place if ref else getattr(correction, "place", "")
