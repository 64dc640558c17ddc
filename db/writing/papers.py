"""Storing a paper that was read: its cycle, ratings, texts and actions, as one act.

Owns where a paper goes: the partnership, the place of its cycle among those held, the round known
only from a column of previous ratings, and the paper itself. Its ratings and texts are stored by
`assessments`, its actions by `paper_actions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.bulk import record_inserts
from db.plan_rows import PREVIOUS
from db.queries import cycles, find_source, partnerships
from db.session import reader_of
from db.writing.assessments import previous_ratings, store_assessments, store_previous
from db.writing.cycles import (
    add_agreed,
    add_ratings_only,
    before,
    free_label,
    label_before,
    rounds_held,
)
from db.writing.filing import Filed, ids_of
from db.writing.frameworks import store_framework
from db.writing.paper_actions import store_actions
from db.writing.partnerships import store_partnership
from db.writing.texts import line, words
from tracker.cleaning import clean_line
from tracker.drafts import Problem
from tracker.errors import Refused
from tracker.kinds import PartnershipKind, Severity
from tracker.models import ProblemRow, SourceRow
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from db.reader import Reader
    from db.session import ActSession
    from db.writing.cycles import Round
    from tracker.drafts import PaperDraft
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
    """Store a paper as a new cycle of a partnership.

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
        Refused: The same file is held, or the label is in use.
    """
    check_paper(reader_of(session), paper, partnership=partnership, label=label, again=again)
    framework_id = store_framework(session=session, framework=framework)
    partnership_id = store_partnership(
        session=session, name=partnership, kind=kind, contact=paper.contact
    )
    held = rounds_held(session, partnership_id)
    label = clean_line(label)
    cycle, closed = add_agreed(
        session,
        held,
        partnership=partnership_id,
        framework=framework_id,
        label=label,
        as_at=as_at,
    )
    source = {
        "partnership_id": partnership_id,
        "cycle_id": cycle,
        "act_id": session.act,
        "document": clean_line(paper.document),
        "kind": paper.kind,
        "format": file_format,
        "sha256": paper.sha256,
        "size": size,
        "date_of_completion": line(paper.date_of_completion),
    }
    levels, proposals = ids_of(session, framework_id)
    filed = Filed(
        session=session,
        paper=paper,
        framework=framework,
        framework_id=framework_id,
        partnership=partnership_id,
        cycle=cycle,
        label=label,
        source=record_inserts(session, SourceRow, [source])[0],
        as_at=as_at,
        levels=levels,
        proposals=proposals,
    )
    ratings, problems = store_assessments(filed)
    made, mismatches = _previous(filed, held, previous_label)
    actions = store_actions(filed)
    problems += [*mismatches, *actions.problems]
    _keep_problems(filed, [*paper.problems, *problems])
    return StoredPaper(
        act=session.act,
        partnership_id=partnership_id,
        cycle_id=filed.cycle,
        source_id=filed.source,
        label=label,
        ratings=ratings,
        actions=actions.actions,
        posts=actions.posts,
        previous_made=made,
        closed=closed,
        problems=tuple(problems),
    )


def check_paper(
    reader: Reader, paper: PaperDraft, *, partnership: str, label: str, again: bool = False
) -> None:
    """Refuse a paper that could not be stored, before anybody is asked about it.

    Raises:
        Refused: The same file is held, or the label is in use.
    """
    held = find_source(reader, paper.sha256) if paper.sha256 else None
    if held is not None and not again:
        raise Refused(
            f"{paper.document} is held already: stored on {held.at} by {held.who} as the cycle "
            f"{held.cycle} of {held.partnership}.",
            "To store it once more as another cycle, say so with --again.",
        )
    held_for = [p for p in partnerships(reader) if folded(p.name) == folded(partnership)]
    free_label([cycle.label for p in held_for for cycle in cycles(reader, p.id)], label)


def _previous(
    filed: Filed, held: list[Round], label: str | None
) -> tuple[str | None, list[Problem]]:
    """Make a round of the previous ratings where none is held; else check them against it."""
    ratings = previous_ratings(filed)
    if not ratings:
        return None, []
    earlier = before(held, as_at=filed.as_at, framework=filed.framework_id)
    if earlier is not None:
        return None, [*_mismatches(filed, earlier, ratings)]
    printed = filed.paper.previous
    label = label_before(held, filed.label, label or (printed.label if printed else None))
    told = printed.as_at if printed else None
    as_at = told if told and told < filed.as_at else None
    cycle = add_ratings_only(
        filed.session,
        partnership=filed.partnership,
        framework=filed.framework_id,
        label=label,
        as_at=as_at,
        before_day=filed.as_at,
    )
    store_previous(filed, cycle=cycle, on=as_at)
    return label, []


def _mismatches(filed: Filed, earlier: Round, ratings: dict[str, str]) -> Iterator[Problem]:
    """Yield the previous ratings that are not those of the cycle held."""
    rows = reader_of(filed.session).rows(PREVIOUS, {"previous": earlier.id})
    held: dict[str, str | None] = dict(rows)
    places = {proposal.code: proposal.place for proposal in filed.paper.proposals}
    for code, printed in ratings.items():
        if printed != held.get(code):
            said = f"{code}: the paper prints the previous rating {printed}; the cycle"
            told = f"{said} {earlier.label} holds {held.get(code) or 'none'}."
            yield Problem(places[code], Severity.WARNING, told)


def _keep_problems(filed: Filed, problems: list[Problem]) -> None:
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
