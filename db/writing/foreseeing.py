"""Before a paper is stored: why it would be refused, and what would be found.

Owns the refusal of a paper that is held already. It only reads; storing is `papers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries import find_source, partnerships
from db.writing.cycles import before, free_label, room_for, rounds_held
from db.writing.likeness import find_alike
from db.writing.previous import mismatches
from db.writing.remembered import differing
from db.writing.steps import refuse_beside_draft
from tracker.cleaning import clean_line
from tracker.entries import entries_of
from tracker.errors import Refused
from tracker.ordering import folded
from tracker.printed import misfits, previous_ratings, rated

if TYPE_CHECKING:
    from datetime import date

    from db.queries import SourceView
    from db.reader import Reader
    from db.writing.cycles import Round
    from tracker.drafts import PaperDraft, Problem
    from tracker.framework import Framework


def check_paper(
    reader: Reader,
    paper: PaperDraft,
    *,
    framework: Framework,
    partnership: str,
    label: str,
    as_at: date,
    again: bool = False,
) -> None:
    """Refuse a paper that could not be stored, before anybody is asked about it.

    Args:
        reader: What is held.
        paper: What was read.
        framework: What its proposals and ratings mean.
        partnership: Whose paper it is.
        label: The label of the cycle that the paper makes.
        as_at: The day that the cycle speaks of.
        again: Store it although it is held already.

    Raises:
        Refused: The same paper is held, or the label is in use.
    """
    held = rounds_of(reader, partnership)
    source = find_source(reader, paper.sha256) if paper.sha256 else None
    if source is not None and not again:
        raise _held_already(f"{paper.document} is held already:", source)
    alike = None if again else find_alike(reader, held, paper, framework=framework, as_at=as_at)
    if alike is not None:
        begin = f"{paper.document} looks like a paper that is held already: {alike.document},"
        raise _held_already(begin, alike)
    filling = room_for(held, framework=framework, label=label, as_at=as_at)
    others = [one for one in held if one is not filling]
    if any(folded(one.label) == folded(clean_line(label)) for one in others):
        raise Refused(
            f"There is a cycle {clean_line(label)} already.",
            "Give the new one another label with --cycle; or, if the paper is for that one, see "
            f"what it changes there: --into {clean_line(label)}.",
        )
    refuse_beside_draft(held, as_at=as_at)
    free_label([one.label for one in others], label)


def _held_already(begin: str, source: SourceView) -> Refused:
    """Return the refusal of a paper that is held."""
    return Refused(
        f"{begin} stored on {source.at} by {source.who} as the cycle {source.cycle} of "
        f"{source.partnership}.",
        f"To see what it would change there, and take that in: --into {source.cycle}. To store it "
        "nevertheless, as a cycle of its own, say both: --again --cycle LABEL.",
    )


def rounds_of(reader: Reader, partnership: str) -> list[Round]:
    """Return the cycles of the partnership of exactly this name, oldest first; none where new."""
    held = [p for p in partnerships(reader) if folded(p.name) == folded(partnership)]
    return [one for p in held for one in rounds_held(reader, p.id)]


def foresee(
    reader: Reader | None,
    paper: PaperDraft,
    *,
    framework: Framework,
    partnership: str,
    label: str,
    as_at: date,
) -> tuple[Problem, ...]:
    """Return what storing a paper would find, so that it is seen before.

    Args:
        reader: What is held; None where there is no database yet.
        paper: What was read.
        framework: What its proposals and ratings mean.
        partnership: Whose paper it is.
        label: The label of the cycle that the paper would make.
        as_at: The day that the cycle speaks of.
    """
    found = [*misfits(paper, framework)]
    held = rounds_of(reader, partnership) if reader else []
    filling = room_for(held, framework=framework, label=label, as_at=as_at)
    if reader and filling:
        found += differing(reader, filling.id, paper, rated(paper, framework))
    known = framework.key, framework.version
    ids = [o.framework_id for o in held if (o.framework_key, o.framework_version) == known]
    others = [one for one in held if one is not filling]
    earlier = before(others, as_at=as_at, framework=ids[0]) if ids else None
    if reader and earlier:
        found += mismatches(reader, paper, earlier, previous_ratings(paper, framework))
    return (*found, *entries_of(paper).problems)
