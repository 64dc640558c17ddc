"""What holds of every comparison of two cycles that are held, whatever they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.links import KEPT, links_between
from tests.plans import FRAMEWORK, words
from tests.stores import drafted, paper, proposal
from tests.workspaces import workspace_of
from tracker.compare import compare_plans
from tracker.kinds import Fate, PartnershipKind, Status
from tracker.lineage import wording_in_plan
from tracker.matching import suggest_links
from tui import comparing, storing
from tui.intake import Intake

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from sqlalchemy import Engine

    from db.address import Address
    from tracker.compare import Comparison
    from tracker.drafts import PaperDraft
    from tracker.lineage import Link
    from tracker.plan import PlanView
    from tui.workspace import Workspace

SENTENCES = (
    "Open a shared room for officers of both bodies in the old library.",
    "A shared room for officers of both bodies has been opened in the old library.",
    "Agree the yearly budget of the hospice before the end of March.",
    "Agree the yearly budget of the hospice, and publish it.",
    "Train the chairs of all committees in their new duties.",
    "Publish the plan of the winter wards.",
    "Winter wards: the plan to be published on every website.",
    "Draw up a charter for unpaid carers and launch it at the fair.",
    "Ask pharmacies which medicines are thrown away most often.",
    "Write down who may sign a direction.",
    "Count the hours that nurses drive between islands.",
    "Set up a panel of young people that meets each term.",
)
CODES = ("1.1", "1.2", "2.1")
LEVELS = tuple(level.name for level in FRAMEWORK.scale)
MIRRORED = {
    Fate.MERGED: Fate.SPLIT,
    Fate.SPLIT: Fate.MERGED,
    Fate.NEW: Fate.NOT_CARRIED,
    Fate.NOT_CARRIED: Fate.NEW,
}
NUMBERS = count(1)


@dataclass(frozen=True)
class Printed:
    """An action as a paper prints it."""

    code: str
    text: str
    due: date | None
    status: Status


@dataclass(frozen=True)
class Round:
    """What a paper prints: its rows in their order, and a level for each proposal."""

    rows: tuple[Printed, ...]
    levels: tuple[str | None, ...]

    def draft(self, year: int) -> PaperDraft:
        """Return the paper of a year."""
        made = []
        for code, level in zip(CODES, self.levels, strict=True):
            rows = [row for row in self.rows if row.code == code]
            drafts = [
                drafted(
                    f"{code}/{number}",
                    row.text,
                    timescale=words(str(row.due), due=row.due) if row.due else None,
                    status=row.status,
                )
                for number, row in enumerate(rows, 1)
            ]
            made.append(proposal(code, *drafts, rating=level))
        return paper(*made, document=f"{year}.docx")


ROWS = st.builds(
    Printed,
    st.sampled_from(CODES),
    st.sampled_from(SENTENCES),
    st.sampled_from([None, date(2022, 3, 31), date(2023, 3, 31)]),
    st.sampled_from([Status.NOT_STARTED, Status.IN_PROGRESS, Status.COMPLETE]),
)
ROUNDS = st.builds(
    Round,
    st.lists(ROWS, unique_by=lambda row: row.text, max_size=7).map(tuple),
    st.tuples(*[st.sampled_from([None, *LEVELS])] * 3),
)


def hold(address: Address, *held: Round) -> Workspace:
    """Store the papers of two years of one more partnership."""
    workspace = workspace_of(address, partnership=f"Partnership {next(NUMBERS):04}")
    for year, printed in enumerate(held, 2021):
        intake = Intake(
            paper=printed.draft(year),
            framework=FRAMEWORK,
            partnership=str(workspace.settings.partnership),
            kind=PartnershipKind.LOCAL,
            label=str(year),
            as_at=date(year, 4, 30),
            size=1,
            format="word",
        )
        storing.store(workspace, [intake], again=True)
    return workspace


def links_held(workspace: Workspace, compared: Comparison) -> list[Link]:
    """Return the links that stand between two cycles."""
    with workspace.reading() as reader:
        found = links_between(reader, base=compared.base.cycle.id, repeat=compared.repeat.cycle.id)
    return [one.link for one in found if one.state in KEPT]


def by_text(compared: Comparison) -> list[tuple[str, list[str], list[str], int | None]]:
    """Return what became of every action, by its words alone."""
    return sorted(
        (
            fate.fate.value,
            sorted(action.text for action in fate.base),
            sorted(action.text for action in fate.repeat),
            fate.slipped_days,
        )
        for fate in compared.fates
    )


def refs(plan: PlanView) -> list[str]:
    """Return the references of a plan's actions, in order."""
    return sorted(action.ref for action in plan.actions)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=ROUNDS, repeat=ROUNDS, random=st.randoms(use_true_random=False))
def test_what_holds_of_every_comparison(
    engine: Engine, address: Address, base: Round, repeat: Round, random: Random
) -> None:
    """Every action once; swapped cycles mirror; a cycle and itself agree; rows in any order."""
    del engine
    workspace = hold(address, base, repeat)
    compared = comparing.compare(workspace)
    links = links_held(workspace, compared)
    _once(compared)
    _mirrored(compared, links)
    for plan in (compared.base, compared.repeat):
        _no_change(plan)
    shuffled = [replace(held, rows=_shuffled(held.rows, random)) for held in (base, repeat)]
    assert by_text(compared) == by_text(comparing.compare(hold(address, *shuffled)))


def _shuffled(rows: Sequence[Printed], random: Random) -> tuple[Printed, ...]:
    return tuple(random.sample(rows, len(rows)))


def _once(compared: Comparison) -> None:
    """Every action of both cycles appears exactly once, and every local proposal."""
    assert refs(compared.base) == sorted(a.ref for fate in compared.fates for a in fate.base)
    assert refs(compared.repeat) == sorted(a.ref for fate in compared.fates for a in fate.repeat)
    assert [known.code for known in FRAMEWORK.local] == [r.code for r in compared.ratings]


def _mirrored(there: Comparison, links: Sequence[Link]) -> None:
    """What goes one way comes back the other."""
    turned = [replace(link, base=link.repeat, repeat=link.base) for link in links]
    back = compare_plans(there.repeat, there.base, turned)
    if not any(len(fate.base) > 1 and len(fate.repeat) > 1 for fate in there.fates):
        assert {(MIRRORED.get(f.fate, f.fate), f.repeat, f.base) for f in there.fates} == {
            (f.fate, f.base, f.repeat) for f in back.fates
        }
    assert (there.movements.up, there.movements.down) == (back.movements.down, back.movements.up)
    assert there.movements.unchanged == back.movements.unchanged


def _no_change(plan: PlanView) -> None:
    """A cycle beside itself: all is carried, nothing moves, nothing slips."""
    wordings = [wording_in_plan(action) for action in plan.actions]
    compared = compare_plans(plan, plan, suggest_links(wordings, wordings))
    assert {Fate.CARRIED} >= {fate.fate for fate in compared.fates}
    assert all(fate.base == fate.repeat and not fate.slipped_days for fate in compared.fates)
    assert 0 == compared.movements.up == compared.movements.down
    assert () == compared.unexplained
