"""Storing a paper that was read: a new cycle with everything that it prints, as one act.

Owns the order of things. What is refused or foreseen before is `foreseeing`'s. Ratings and texts
are stored by `assessments`, actions by `paper_actions`, the round before by `previous`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.session import reader_of
from db.writing.assessments import store_assessments
from db.writing.cycles import add_agreed, room_for, rounds_held
from db.writing.filing import Filed, levels_of, proposals_of
from db.writing.foreseeing import check_paper
from db.writing.frameworks import store_framework
from db.writing.paper_actions import store_actions
from db.writing.partnerships import store_partnership
from db.writing.previous import settle_previous
from db.writing.texts import line, words
from tracker.cleaning import clean_line
from tracker.kinds import PartnershipKind
from tracker.models import ProblemRow, SourceRow

if TYPE_CHECKING:
    from datetime import date

    from db.session import ActSession
    from tracker.drafts import PaperDraft, Problem
    from tracker.framework import Framework


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """What came of storing a paper."""

    act: int
    partnership_id: int
    cycle_id: int
    source_id: int
    label: str
    ratings: int
    actions: int
    posts: int
    """Posts that were not known before."""
    filled: str | None = None
    """The label under which the cycle was held as ratings only, until this paper filled it."""
    previous_made: str | None = None
    """The label of the ratings-only cycle made of the paper's previous ratings."""
    closed: tuple[str, ...] = ()
    """Cycles that are closed now, because this one follows them."""
    problems: tuple[Problem, ...] = ()
    """What was found while storing, beside the problems of reading."""

    def as_json(self) -> dict[str, object]:
        """Return what came of it under keys that scripts can read."""
        return {
            "act": self.act,
            "cycle": self.label,
            "ratings": self.ratings,
            "actions": self.actions,
            "new_posts": self.posts,
            "filled_cycle": self.filled,
            "previous_cycle": self.previous_made,
            "closed_cycles": list(self.closed),
            "problems": [problem.as_json() for problem in self.problems],
        }


def store_paper(
    *,
    session: ActSession,
    paper: PaperDraft,
    framework: Framework,
    partnership: str,
    label: str,
    as_at: date,
    kind: PartnershipKind = PartnershipKind.LOCAL,
    previous_label: str | None = None,
    file_format: str = "",
    size: int = 0,
    again: bool = False,
) -> StoredPaper:
    """Store a paper as a cycle of a partnership.

    The cycle is a new one; but a round that is held only as the ratings that a later paper
    remembers becomes the paper's own.

    Args:
        session: The act.
        paper: What was read.
        framework: What its proposals and ratings mean.
        partnership: Whose paper it is.
        label: The label of the cycle that the paper makes.
        as_at: The day that the cycle speaks of; its updates are dated so.
        kind: Whether it is the national group's plan.
        previous_label: What to call the round before, where only its ratings are known.
        file_format: What the file was, such as `docx`.
        size: The file's bytes.
        again: Store it although the same file is held already.

    Raises:
        Refused: The same paper is held, or the label is in use.
    """
    reader = reader_of(session)
    check_paper(
        reader,
        paper,
        partnership=partnership,
        label=label,
        again=again,
        as_at=as_at,
        framework=framework,
    )
    owner = store_partnership(session=session, name=partnership, kind=kind, contact=paper.contact)
    framework_id = store_framework(session=session, framework=framework)
    held = rounds_held(reader, owner)
    filling = room_for(held, framework=framework, label=label, as_at=as_at)
    held = [one for one in held if one is not filling]
    cycle, closed = add_agreed(
        session=session,
        held=held,
        partnership=owner,
        framework=framework_id,
        label=clean_line(label),
        as_at=as_at,
        filling=filling,
    )
    filed = Filed(
        session=session,
        paper=paper,
        framework=framework,
        framework_id=framework_id,
        partnership=owner,
        cycle=cycle,
        label=clean_line(label),
        as_at=as_at,
        source=add_source(session, paper, owner, cycle, file_format, size),
        held=tuple(held),
        levels=levels_of(session, framework_id),
        proposals=proposals_of(session, framework_id),
    )
    ratings, problems = store_assessments(filed)
    made, mismatches = settle_previous(filed, previous_label)
    stored = store_actions(filed)
    problems += [*mismatches, *stored.problems]
    keep_problems(filed, [*paper.problems, *problems])
    return StoredPaper(
        act=session.act,
        partnership_id=owner,
        cycle_id=filed.cycle,
        source_id=filed.source,
        label=filed.label,
        ratings=ratings,
        actions=stored.actions,
        posts=stored.posts,
        filled=filling.label if filling else None,
        previous_made=made,
        closed=closed,
        problems=tuple(problems),
    )


def add_source(
    session: ActSession,
    paper: PaperDraft,
    partnership: int,
    cycle: int,
    file_format: str,
    size: int,
) -> int:
    """Add the document that a cycle comes from, and return its id."""
    row = {
        "partnership_id": partnership,
        "cycle_id": cycle,
        "act_id": session.act,
        "document": clean_line(paper.document),
        "kind": paper.kind,
        "format": file_format,
        "sha256": paper.sha256,
        "size": size,
        "date_of_completion": line(paper.date_of_completion),
    }
    return record_inserts(session, SourceRow, [row])[0]


def keep_problems(filed: Filed, problems: list[Problem]) -> None:
    """Keep what was damaged or doubtful with the document."""
    rows = [
        {
            "cycle_id": filed.cycle,
            "source_id": filed.source,
            "place": clean_line(problem.place),
            "severity": problem.severity,
            "message": words(problem.message) or "",
        }
        for problem in problems
    ]
    record_inserts(filed.session, ProblemRow, rows)
