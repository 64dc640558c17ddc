"""Sample data in the shape that reading a paper gives: published facts, and an invented year.

Owns the reading of `demos/*.toml`, whose remarks say what is a fact, what is our wording and what
is invented. Leaves storing them to the verbs that every paper goes through.

A file holds the paper's `document`, `kind` and `partnership`, its `cycles`, and its `proposals`
with `rating`, `previous` rating, `evidence` and four `indicators`, worst first, or `indicators_of`
names the file that has them. An action is a row: wording and timescale, then, where a paper prints
them, who leads it, its status, and what has been done.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.drafts import ActionDraft, CycleDraft, PaperDraft, ProposalDraft, status_from
from tracker.framework import built_in
from tracker.kinds import CycleRole, Outlook, PaperKind, Status
from tracker.status_words import read_status
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

INVENTED = "Example"
"""The partnership that there is not: its two rounds show what one round cannot."""
_FOLDER = Path(__file__).with_name("demos")


def demo_papers() -> tuple[PaperDraft, ...]:
    """Return the papers of the demo: published facts by partnership, then the invented rounds."""
    files = {
        file.name: tomllib.loads(file.read_text("utf-8")) for file in sorted(_FOLDER.glob("*.toml"))
    }
    papers = [_paper(_with_indicators(held, files)) for held in files.values()]
    return tuple(sorted(papers, key=lambda paper: paper.partnership == INVENTED))


# Any: the files come with the program, and building every one of them is a test.
def _with_indicators(
    held: Mapping[str, Any], files: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Any]:
    """Return what a file holds, with the indicators that it takes from another one."""
    if "indicators_of" not in held:
        return held
    named = {one["code"]: one["indicators"] for one in files[held["indicators_of"]]["proposals"]}
    proposals = [one | {"indicators": named[one["code"]]} for one in held["proposals"]]
    return {**held, "proposals": proposals}


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
    levels = (level.name for level in built_in().scale)
    return ProposalDraft(
        code=code,
        rating=held.get("rating"),
        previous_rating=held.get("previous"),
        indicators=dict(zip(levels, held.get("indicators", ()), strict=False)),
        evidence=tuple(held.get("evidence", ())),
        place=f"proposal {code}",
        actions=tuple(
            _action(code, number, row, as_at=as_at)
            for number, row in enumerate(held.get("actions", ()), start=1)
        ),
    )


def _action(code: str, number: int, row: Sequence[str], *, as_at: date | None) -> ActionDraft:
    text, words, *further = row
    lead, printed, progress, *_ = *further, "", "", ""
    timescale = read_timescale(words, as_at=as_at)
    said = read_status(printed) if printed else None
    status = said.status if said else None
    return ActionDraft(
        ref=f"{code}/{number}",
        text=text,
        place=f"proposal {code}, row {number}",
        timescale=timescale,
        status=status or status_from(timescale),
        printed_status=None if printed.lower() in {*Status, *Outlook, ""} else printed,
        outlook=said.outlook if said else Outlook.NOT_STATED,
        progress=progress or None,
        owners=(lead,) if lead else (),
    )
