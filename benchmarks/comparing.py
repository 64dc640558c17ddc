"""How fast two cycles are compared: python -m benchmarks.comparing, from the project.

Seeds 31 partnerships with two cycles of 110 actions each, worded as the hard pairs of
tests/documents/lineage are, then prints, as the best and the worst of several rounds,
  - one comparison inside the process, with its links held, and with links suggested anew,
  - all 31 inside the process, and `tracker compare --all` as a whole command, either way.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.matching import PARTNERSHIPS, SIZE, large
from benchmarks.store import NOW
from db.address import read_address
from db.engine import open_engine
from db.session import transaction
from db.writing.links import link_to_neighbours
from db.writing.papers import store_paper
from tests.lineages import known_pairs
from tracker.drafts import ActionDraft, PaperDraft, ProposalDraft
from tracker.framework import built_in
from tracker.kinds import PaperKind, Precision, Status, TimescaleKind
from tracker.linking import wording
from tracker.timescale import Timescale
from tui import comparing
from tui.settings import Settings
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.lineage import Wording

ROUNDS = 5
TODAY = date(2022, 6, 1)
FRAMEWORK = built_in()


def draft_of(held: Wording, ref: str) -> ActionDraft:
    """Return an action as its paper prints it."""
    due = held.due
    said = held.timescale or (f"{due:%d %B %Y}" if due else None)
    reading = (
        Timescale(said, TimescaleKind.DATE, "As said.", due=due, precision=Precision.DAY)
        if said and due
        else None
    )
    return ActionDraft(
        ref=ref,
        text=held.text,
        place=ref,
        sub_items=held.sub_items,
        delivery=held.delivery,
        timescale=reading,
        status=held.status or Status.NOT_REPORTED,
        owners=held.owners,
    )


def paper_of(actions: Sequence[Wording]) -> PaperDraft:
    """Return a paper that prints these actions, numbered anew under each proposal."""
    under: dict[str, list[ActionDraft]] = defaultdict(list)
    known = [proposal.code for proposal in FRAMEWORK.proposals]
    for place, held in enumerate(actions):
        code = held.ref.partition("/")[0]
        code = code if code in known else known[place % len(known)]
        under[code].append(draft_of(held, f"{code}/{len(under[code]) + 1}"))
    proposals = tuple(
        ProposalDraft(
            code=proposal.code,
            scope=proposal.scope,
            rating=FRAMEWORK.scale[1].name if proposal in FRAMEWORK.local else None,
            place=proposal.code,
            actions=tuple(under[proposal.code]),
        )
        for proposal in FRAMEWORK.proposals
    )
    return PaperDraft("invented.docx", PaperKind.SELF_EVALUATION, proposals=proposals)


def seed(file: Path, *, linked: bool) -> Workspace:
    """Store two years of every partnership, and return how to work with the last of them."""
    sides = large(known_pairs())
    engine = open_engine(read_address(str(file)))
    for number in range(1, PARTNERSHIPS + 1):
        for year, side in zip((2021, 2022), sides, strict=True):
            with transaction(engine, verb="import", who="benchmark", at=NOW) as session:
                as_at = date(year, 4, 30)
                done = store_paper(
                    session=session,
                    paper=paper_of(side),
                    framework=FRAMEWORK,
                    partnership=f"Partnership {number:02}",
                    label=str(year),
                    as_at=as_at,
                )
                if linked:
                    link_to_neighbours(session=session, cycle=done.cycle_id, as_at=as_at)
    engine.dispose()
    settings = Settings(str(file), f"Partnership {PARTNERSHIPS}", True, "benchmark", TODAY)
    return Workspace(settings, clock=lambda: NOW)


def timed(what: Callable[[], object], times: int = ROUNDS) -> str:
    """Return the least and the most milliseconds of some rounds, with no word seen before."""
    taken = []
    for _ in range(times):
        wording.stem.cache_clear()
        wording.weight_of.cache_clear()
        start = perf_counter()
        what()
        taken.append(1000 * (perf_counter() - start))
    return f"{min(taken):.0f} to {max(taken):.0f} ms"


def command(workspace: Workspace) -> None:
    """Run the whole command."""
    tracker = str(Path(sys.executable).with_name("tracker"))
    words = [tracker, "--db", workspace.settings.database, "compare", "--all"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tell(workspace: Workspace, said: str) -> None:
    """Print the figures of one database."""
    one = comparing.compare(workspace)
    counted = f"{len(one.base.actions)} x {len(one.repeat.actions)} actions, {said}"
    print(f"{counted}: {timed(lambda: comparing.compare(workspace))} (aim 150)")
    print(f"  {PARTNERSHIPS} partnerships: {timed(lambda: comparing.compare_all(workspace), 2)}")
    print(f"  tracker compare --all: {timed(lambda: command(workspace), 2)} (aim 5000)")


def main() -> None:
    """Run everything."""
    print(f"{PARTNERSHIPS} partnerships, two cycles of {SIZE} actions each")
    with tempfile.TemporaryDirectory() as passing:
        for linked, said in ((True, "links held"), (False, "links suggested anew")):
            tell(seed(Path(passing) / f"{linked}.db", linked=linked), said)


if __name__ == "__main__":
    main()
