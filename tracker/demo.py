"""Sample data: published facts of three partnerships, in the shape that reading a paper gives.

Owns the reading of `demos/*.toml`, whose remarks say what is a fact and what is our wording. Leaves
storing them to the verbs that every paper goes through.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.drafts import ActionDraft, CycleDraft, PaperDraft, ProposalDraft, status_from
from tracker.kinds import CycleRole, PaperKind
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_FOLDER = Path(__file__).with_name("demos")


def demo_papers() -> tuple[PaperDraft, ...]:
    """Return the papers of the demo, in the order of their partnerships' names."""
    files = sorted(_FOLDER.glob("*.toml"))
    return tuple(_paper(tomllib.loads(file.read_text("utf-8"))) for file in files)


# Any: the files come with the program, and building every one of them is a test.
def _paper(held: Mapping[str, Any]) -> PaperDraft:
    document: str = held["document"]
    cycles = tuple(
        CycleDraft(cycle["label"], cycle.get("as_at"), CycleRole(cycle["role"]))
        for cycle in held["cycles"]
    )
    as_at = next(cycle.as_at for cycle in cycles if cycle.role is CycleRole.CURRENT)
    return PaperDraft(
        document=document,
        kind=PaperKind(held["kind"]),
        # Of the name, so that the demo is known again after a later release words it better.
        sha256=hashlib.sha256(document.encode()).hexdigest(),
        partnership=held["partnership"],
        date_of_completion=held.get("date_of_completion"),
        cycles=cycles,
        proposals=tuple(_proposal(proposal, as_at=as_at) for proposal in held["proposals"]),
    )


def _proposal(held: Mapping[str, Any], *, as_at: date | None) -> ProposalDraft:
    code: str = held["code"]
    return ProposalDraft(
        code=code,
        rating=held.get("rating"),
        previous_rating=held.get("previous"),
        place=f"proposal {code}",
        actions=tuple(
            _action(code, number, text, words, as_at=as_at)
            for number, (text, words) in enumerate(held.get("actions", ()), start=1)
        ),
    )


def _action(code: str, number: int, text: str, words: str, *, as_at: date | None) -> ActionDraft:
    timescale = read_timescale(words, as_at=as_at)
    return ActionDraft(
        ref=f"{code}/{number}",
        text=text,
        place=f"proposal {code}, row {number}",
        timescale=timescale,
        status=status_from(timescale),
    )
