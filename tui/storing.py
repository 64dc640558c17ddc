"""The verbs that take papers in: see what storing them would do, and store them as one act.

Owns which papers are refused before anybody is asked. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from tracker.errors import Refused
from tracker.names import is_close
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader
    from db.writing.papers import StoredPaper
    from tracker.drafts import Problem
    from tui.intake import Intake
    from tui.workspace import Workspace


def check_intakes(workspace: Workspace, intakes: Sequence[Intake], *, again: bool) -> None:
    """Refuse papers that are held already, or cycles whose label is in use.

    Raises:
        Refused: Naming the paper, when it was stored and by whom.
    """
    from db.writing.foreseeing import check_paper

    labels = [(folded(one.partnership), folded(one.label)) for one in intakes]
    for one, label in zip(intakes, labels, strict=True):
        if labels.count(label) > 1:
            raise Refused(
                f"Two of the papers are for cycle {one.label} of {one.partnership}.",
                "Import them one by one, each with its own --cycle LABEL.",
            )
    if not workspace.exists():
        return
    with workspace.reading() as reader:
        for one in intakes:
            check_paper(
                reader,
                one.paper,
                partnership=one.partnership,
                label=one.label,
                again=again,
                as_at=one.as_at,
                framework=one.framework,
            )


def foresee(workspace: Workspace, intakes: Sequence[Intake]) -> tuple[tuple[Problem, ...], ...]:
    """Return for each paper what storing it would find, beside the problems of reading it."""
    from db.writing.foreseeing import foresee

    def told(reader: Reader | None) -> tuple[tuple[Problem, ...], ...]:
        return tuple(
            foresee(
                reader,
                one.paper,
                framework=one.framework,
                partnership=one.partnership,
                label=one.label,
                as_at=one.as_at,
            )
            for one in intakes
        )

    if not workspace.exists():
        return told(None)
    with workspace.reading() as reader:
        return told(reader)


def look_alikes(workspace: Workspace, intakes: Sequence[Intake]) -> tuple[tuple[str, str], ...]:
    """Return the names of new partnerships that are very like one held, with that one.

    A paper that is to be stored before counts as held.
    """
    names: list[str] = []
    if workspace.exists():
        with workspace.reading() as reader:
            names = [partnership.name for partnership in queries.partnerships(reader)]
    alike = []
    for name in dict.fromkeys(one.partnership for one in intakes):
        if folded(name) not in map(folded, names):
            alike += [(name, held) for held in names if is_close(name, held)][:1]
            names.append(name)
    return tuple(alike)


def store(
    workspace: Workspace,
    intakes: Sequence[Intake],
    *,
    again: bool = False,
    reason: str | None = None,
) -> tuple[StoredPaper, ...]:
    """Store papers as one act, and suggest which actions go on from the cycle before each.

    Args:
        workspace: Where.
        intakes: The papers.
        again: Store them although they are held already.
        reason: Why what is stored is not all that the papers say: what a person corrected.
    """
    from db.writing.links import link_to_neighbours
    from db.writing.papers import store_paper

    names = ", ".join(one.paper.document for one in intakes)
    stored = []
    with workspace.act(f"import {names}", reason=reason) as session:
        for one in intakes:
            done = store_paper(
                session=session,
                paper=one.paper,
                framework=one.framework,
                partnership=one.partnership,
                kind=one.kind,
                label=one.label,
                as_at=one.as_at,
                file_format=one.format,
                size=one.size,
                again=again,
            )
            link_to_neighbours(session=session, cycle=done.cycle_id, as_at=one.as_at)
            stored.append(done)
    return tuple(stored)
