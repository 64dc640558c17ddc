"""Actions that people add and reword, and the decisions they take."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db.writing.actions import add_action, edit_action
from db.writing.ratings import record_decision
from tests.plans import words
from tests.stores import drafted, loaded, paper, proposal, stored, writing
from tracker.changing import Change
from tracker.errors import NotFound, Refused
from tracker.kinds import Decision, Status, TimescaleKind
from tracker.plan import DecisionView
from tracker.timescale import Timescale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

    from db.address import Address

JUNE = date(2021, 6, 1)
TODAY = Change(on=JUNE)


@pytest.fixture
def held(engine: Engine) -> Engine:
    """A plan of two actions, one of them printed twice."""
    twice = drafted("1.1/1", aliases=("1.2/1",), also_under=("1.2",))
    stored(engine, paper(proposal("1.1", twice, drafted("1.1/2"), rating="partly")))
    return engine


def add(
    engine: Engine, address: Address, codes: Sequence[str], text: str, change: Change = TODAY
) -> str:
    """Add an action to the live plan."""
    plan = loaded(address)
    with writing(engine) as session:
        return add_action(session=session, plan=plan, codes=codes, text=text, change=change)


def test_an_added_action_takes_the_next_number(held: Engine, address: Address) -> None:
    """Under its first proposal, counting every printed position."""
    due = words("June 2022", due=date(2022, 6, 30))
    change = Change(on=JUNE, timescale=due, owners=("Chief Officer",), note="From the board")
    assert "1.2/2" == add(held, address, ["1.2", "2.2", "1.2"], "  Agree it \0", change)
    action = loaded(address).by_ref["1.2/2"]
    assert ("Agree it", ("1.2", "2.2"), ("Chief Officer",)) == (
        action.text,
        action.proposals,
        action.owner_names,
    )
    assert (Status.NOT_STARTED, due, "From the board") == (
        action.status,
        action.timescale,
        action.updates[0].note,
    )


def test_a_timescale_that_implies_a_status_gives_it(held: Engine, address: Address) -> None:
    """An action that is ongoing by its words is not `not started`."""
    ongoing = Timescale("Ongoing", TimescaleKind.ONGOING, "No end.", status=Status.ONGOING)
    ref = add(held, address, ["1.1"], "Meet often", Change(on=JUNE, timescale=ongoing))
    assert Status.ONGOING is loaded(address).by_ref[ref].status


def test_an_action_may_stand_under_no_proposal(held: Engine, address: Address) -> None:
    """It is then counted among the recommendations."""
    assert ["R/1", "R/2"] == [add(held, address, [], text) for text in ("One", "Two")]


def test_numbers_are_never_used_again(held: Engine, address: Address) -> None:
    """A number used in an earlier cycle of the partnership is not given to a new action."""
    assert "1.1/3" == add(held, address, ["1.1"], "One more")
    stored(held, paper(proposal("1.1", drafted("1.1/1"))), label="2022", as_at=date(2022, 4, 30))
    plan = loaded(address, label="2022")
    with writing(held) as session:
        ref = add_action(session=session, plan=plan, codes=["1.1"], text="New", change=TODAY)
    assert "1.1/4" == ref


@pytest.mark.parametrize(
    ("codes", "text", "kind", "said"),
    [
        (["1.1"], " \0 ", Refused, "no wording"),
        (["7.7"], "Do it", NotFound, "no proposal 7.7"),
        (["1.1", "7.7"], "Do it", NotFound, "no proposal 7.7"),
    ],
)
def test_an_action_needs_words_and_known_proposals(
    held: Engine, address: Address, codes: list[str], text: str, kind: type[Exception], said: str
) -> None:
    """What is refused takes no number."""
    with pytest.raises(kind, match=said):
        add(held, address, codes, text)
    assert "1.1/3" == add(held, address, ["1.1"], "Do it")


def test_an_action_is_reworded_and_moved(held: Engine, address: Address) -> None:
    """It keeps its reference; an empty delivery takes it away."""
    plan = loaded(address)
    with writing(held) as session:
        edit_action(
            session=session,
            plan=plan,
            action=plan.by_ref["1.1/1"],
            text="Agree it soon",
            delivery="By a group",
            codes=["2.1", "1.2"],
        )
    action = loaded(address).by_ref["1.1/1"]
    assert ("Agree it soon", "By a group", ("2.1", "1.2")) == (
        action.text,
        action.record.delivery,
        action.proposals,
    )
    plan = loaded(address)
    with writing(held) as session:
        edit_action(session=session, plan=plan, action=plan.by_ref["1.1/1"], delivery="")
    assert None is loaded(address).by_ref["1.1/1"].record.delivery


def test_a_stale_rewording_is_refused(held: Engine, address: Address) -> None:
    """What somebody reworded meanwhile is shown."""
    plan = loaded(address)
    for text, who in (("First", "Ann"), ("Second", "Bea")):
        with writing(held, "edit", who=who) as session:
            if who == "Bea":
                with pytest.raises(Refused, match=r"Ann on .* edit \(wording: .* → First\)"):
                    edit_action(session=session, plan=plan, action=plan.actions[0], text=text)
            else:
                edit_action(session=session, plan=plan, action=plan.actions[0], text=text)
    assert "First" == loaded(address).actions[0].text


def decide(engine: Engine, address: Address, code: str, decision: DecisionView) -> None:
    """Record a decision on the plan as it stands."""
    plan = loaded(address)
    with writing(engine) as session:
        record_decision(session=session, plan=plan, code=code, decision=decision)


def raised(**more: object) -> DecisionView:
    """Return a decision to raise."""
    told = {
        "id": 0,
        "kind": Decision.RAISED,
        "level": "fully",
        "decided_on": JUNE,
        "decided_by": "The board",
        "reason": "All is shared now",
    }
    return DecisionView(**(told | more))  # type: ignore[arg-type]  # the tests name what they mean


def test_a_decision_is_kept_as_taken(held: Engine, address: Address) -> None:
    """Who decided, apart from who typed it, when and why; the paper's rating stays beside it."""
    decide(held, address, "1.1", raised(within="More rooms"))
    assessment = loaded(address).by_code["1.1"]
    first, second = assessment.decisions
    assert ("fully", "partly", Decision.RATED) == (assessment.level, first.level, first.kind)
    assert (Decision.RAISED, JUNE, "The board", "All is shared now", "More rooms", 2) == (
        second.kind,
        second.decided_on,
        second.decided_by,
        second.reason,
        second.within,
        second.act,
    )


def test_a_rating_may_be_taken_away(held: Engine, address: Address) -> None:
    """A body may decide that a proposal is not rated."""
    decide(held, address, "1.1", raised(kind=Decision.NOT_RATED, level=None))
    assert None is loaded(address).by_code["1.1"].level


@pytest.mark.parametrize(
    ("code", "decision", "kind", "said"),
    [
        ("2.2", raised(), Refused, "2.2 is a national proposal"),
        ("1.1", raised(decided_by=" "), Refused, "Who decided on 1.1"),
        ("1.1", raised(decided_by=None), Refused, "Who decided on 1.1"),
        ("1.1", raised(reason=" "), Refused, "raised without a reason"),
        ("1.1", raised(kind=Decision.LOWERED, reason=None), Refused, "lowered without a reason"),
        ("9.9", raised(), NotFound, "no proposal 9.9"),
        ("1.1", raised(level="excellent"), NotFound, "no level “excellent”"),
    ],
)
def test_a_worthless_decision_is_refused(
    held: Engine,
    address: Address,
    code: str,
    decision: DecisionView,
    kind: type[Exception],
    said: str,
) -> None:
    """Nothing is recorded."""
    with pytest.raises(kind, match=said):
        decide(held, address, code, decision)
    assert 1 == loaded(address).act


def test_a_decision_over_somebody_elses_is_refused(held: Engine, address: Address) -> None:
    """What was decided since the plan was read is shown."""
    plan = loaded(address)
    decide(held, address, "1.1", raised())
    with pytest.raises(Refused, match=r"read it\. proposal 1\.1: Sandy"), writing(held) as session:
        record_decision(session=session, plan=plan, code="1.1", decision=raised())
    with writing(held) as session:
        record_decision(session=session, plan=plan, code="1.2", decision=raised())
