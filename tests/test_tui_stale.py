"""Two people work on one plan: nobody writes over what the other has written meanwhile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db.writing.links import link_to_neighbours
from tests.stores import drafted, paper, proposal, stored, writing
from tests.workspaces import TODAY, workspace_of
from tracker.changing import Change
from tracker.errors import Refused
from tracker.kinds import Fate, Status
from tui import comparing, deciding, pairing, recording

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from db.address import Address
    from tracker.compare import Comparison
    from tracker.plan import PlanView
    from tui.workspace import Workspace

LATER = date(2022, 4, 30)
SHARED = "Open a shared room in the old library"


@pytest.fixture
def both(engine: Engine, address: Address) -> tuple[Workspace, Workspace]:
    """Two people at the live plan of a partnership with two cycles."""
    printed = proposal("1.1", drafted("1.1/1", SHARED, owners=("Chief Officer",)), rating="partly")
    stored(engine, paper(printed))
    done = stored(engine, paper(printed), label="2022", as_at=LATER)
    with writing(engine) as session:
        link_to_neighbours(session=session, cycle=done.cycle_id, as_at=LATER)
    return workspace_of(address, "Ailsa"), workspace_of(address, "Robin")


def update(workspace: Workspace, plan: PlanView) -> None:
    """Say that the first action is on hold."""
    change = Change(on=TODAY, status=Status.ON_HOLD, note="Waits for the board")
    recording.update(workspace, plan, plan.actions[:1], change)


def own(workspace: Workspace, plan: PlanView) -> None:
    """Give the first action another owner."""
    change = Change(on=TODAY, owners=("Chief Nurse",))
    recording.update(workspace, plan, plan.actions[:1], change)


def edit(workspace: Workspace, plan: PlanView) -> None:
    """Reword the first action."""
    recording.edit(workspace, plan, plan.actions[0], text="Open two rooms")


def move(workspace: Workspace, plan: PlanView) -> None:
    """Put the first action under other proposals."""
    recording.edit(workspace, plan, plan.actions[0], codes=["1.2"])


def rate(workspace: Workspace, plan: PlanView) -> None:
    """Raise the first proposal."""
    deciding.rate(
        workspace, plan, code="1.1", level="fully", by="The board", reason="Open", on=TODAY
    )


def confirm(workspace: Workspace, plan: PlanView) -> None:
    """Confirm the first proposal."""
    deciding.confirm(workspace, plan, {"1.1": "More keys"}, by="The board", on=TODAY)


OF_AN_ACTION = {
    "update": (update, "status: not reported → on hold, note: Waits for the board"),
    "own": (own, "owner: Chief Officer → Chief Nurse"),
    "edit": (edit, f"wording: {SHARED} → Open two rooms"),
    "move": (move, "proposals: 1.1 → 1.2"),
}


@pytest.mark.parametrize("second", OF_AN_ACTION)
@pytest.mark.parametrize("first", OF_AN_ACTION)
def test_an_action_that_another_changed_is_not_written_over(
    both: tuple[Workspace, Workspace], first: str, second: str
) -> None:
    """Whatever the one did and the other wants, the message says who did what, and all stays."""
    ailsa, robin = both
    read = robin.plan()
    did, said = OF_AN_ACTION[first]
    did(ailsa, ailsa.plan())
    held = ailsa.plan()
    with pytest.raises(Refused) as told:
        OF_AN_ACTION[second][0](robin, read)
    assert f"1.1/1: Ailsa on 1 January 2030, {held_verb(first)} ({said})" in told.value.message
    assert "as it is now" in told.value.hint
    assert held == robin.plan()
    OF_AN_ACTION[second][0](robin, robin.plan())


def held_verb(name: str) -> str:
    """Return what history calls an act on the first action."""
    return f"{'edit' if name in {'edit', 'move'} else 'update'} 1.1/1"


@pytest.mark.parametrize("decided", [rate, confirm])
def test_a_rating_that_another_decided_is_not_written_over(
    both: tuple[Workspace, Workspace], decided: Callable[[Workspace, PlanView], None]
) -> None:
    """The decision of the other is told; deciding anew is for the next look."""
    ailsa, robin = both
    read = robin.plan()
    rate(ailsa, ailsa.plan())
    with pytest.raises(Refused) as told:
        decided(robin, read)
    assert "proposal 1.1: Ailsa on 1 January 2030, rate 1.1 fully" in told.value.message
    assert "rating: partly → fully" in told.value.message
    assert ailsa.plan().act == read.act + 1


@pytest.mark.parametrize("refuse_first", [False, True])
@pytest.mark.parametrize("refuse_then", [False, True])
def test_a_link_that_another_spoke_of_is_not_written_over(
    both: tuple[Workspace, Workspace], refuse_first: bool, refuse_then: bool
) -> None:
    """Confirming what the other refused, or the other way round, needs another look."""
    ailsa, robin = both
    seen = comparing.compare(robin)
    pairing.link(ailsa, "1.1/1", "1.1/1", refuse=refuse_first, reason="Same room")
    held = fates(comparing.compare(ailsa))
    with pytest.raises(Refused) as told:
        pairing.link(robin, "1.1/1", "1.1/1", refuse=refuse_then, seen=seen)
    verb = "unlink" if refuse_first else "link"
    assert (
        f"link of 2021:1.1/1 and 2022:1.1/1: Ailsa on 1 January 2030, {verb}" in told.value.message
    )
    assert held == fates(comparing.compare(robin))
    if refuse_first is not refuse_then:
        pairing.link(robin, "1.1/1", "1.1/1", refuse=refuse_then)
        assert held != fates(comparing.compare(robin))


def fates(compared: Comparison) -> list[tuple[Fate, bool]]:
    """Return what became of actions, and whether it is confirmed."""
    return [(fate.fate, fate.confirmed) for fate in compared.fates]


def test_a_link_by_hand_is_not_made_twice(both: tuple[Workspace, Workspace]) -> None:
    """One that the other made since is told, although there was none to be seen."""
    ailsa, robin = both
    plan = ailsa.plan()
    change = Change(on=TODAY)
    added = recording.add(ailsa, plan, codes=["1.2"], text="Paint it", delivery=None, change=change)
    seen = comparing.compare(robin)
    pairing.link(ailsa, "1.1/1", added)
    with pytest.raises(Refused, match="Ailsa"):
        pairing.link(robin, "1.1/1", added, seen=seen)


def test_what_the_other_changed_elsewhere_is_no_hindrance(
    both: tuple[Workspace, Workspace],
) -> None:
    """A rating and an action are two things; so are the answers to them."""
    ailsa, robin = both
    read, seen = robin.plan(), comparing.compare(robin)
    rate(ailsa, ailsa.plan())
    update(robin, read)
    pairing.link(robin, "1.1/1", "1.1/1", seen=seen)
    assert read.act + 3 == robin.plan().act
