"""Making the sample plan, by the verbs that every paper goes through.

Owns that each of its papers is stored once, and how far its links are looked at: the plainest are
accepted, so that a person sees both kinds. What it holds is `tracker.demo`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from tracker.demo import INVENTED, demo_papers
from tracker.errors import Refused
from tracker.framework import built_in
from tracker.kinds import PartnershipKind
from tui.intake import Intake
from tui.pairing import accept_links, pairing
from tui.storing import check_intakes, store

if TYPE_CHECKING:
    from tracker.drafts import PaperDraft
    from tui.workspace import Workspace

_PLAIN = 0.999
"""The certainty of links that are accepted: the wording is the same in both rounds."""


def store_demo(workspace: Workspace) -> None:
    """Store the papers of the demonstration that are not held, and accept the plainest links.

    Raises:
        Refused: A cycle of one is held already, from elsewhere; nothing is stored then.
    """
    missing = _missing(workspace)
    intakes = [intake for paper in missing if (intake := _intake(paper)) is not None]
    try:
        check_intakes(workspace, intakes, again=False)
    except Refused as refused:
        raise Refused(
            f"The sample plan is not added to this database. {refused.message}",
            "Leave --db out: the sample plan has a file of its own.",
        ) from refused
    for intake in intakes:
        store(workspace, [intake])
    if intakes and intakes[-1].partnership == INVENTED:
        invented = workspace.of_partnership(INVENTED)
        seen = pairing(invented, as_at=intakes[-1].as_at)
        accept_links(invented, seen, [one for one in seen.waiting if one.link.certainty >= _PLAIN])


def _missing(workspace: Workspace) -> tuple[PaperDraft, ...]:
    papers = demo_papers()
    if not workspace.exists():
        return papers
    with workspace.reading() as reader:
        return tuple(one for one in papers if not queries.find_source(reader, one.sha256))


def _intake(paper: PaperDraft) -> Intake | None:
    cycle = paper.current
    if cycle is None or cycle.as_at is None or paper.partnership is None:
        return None
    return Intake(
        paper=paper,
        framework=built_in(),
        partnership=paper.partnership,
        kind=PartnershipKind.LOCAL,
        label=cycle.label,
        as_at=cycle.as_at,
        size=0,
        format="",
    )
