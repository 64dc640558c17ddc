"""Taking acts back, doing them again, and looking at a plan as it was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import queries
from db.inverse import NUMBERING, STAYING
from db.known import known_at
from db.log import act_numbered, acts, newest_standing, newest_undoing
from db.reader import open_reader
from db.session import transaction
from db.undoing import undo_act
from db.writing.owners import find_or_add_post
from db.writing.updates import record_change
from tests.stores import AS_AT, MOMENT, drafted, loaded, paper, proposal, stored, writing
from tests.test_db_history import STEPS, change_all, held_tables, import_one
from tracker.changing import Change
from tracker.drafts import CycleDraft
from tracker.errors import NotFound, Refused
from tracker.kinds import CycleRole, CycleState, Status

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.plan import PlanView

Tables = dict[str, dict[int, dict[str, Any]]]  # Any: what columns hold
FIXTURES = [HealthCheck.function_scoped_fixture]
STEP = st.sampled_from(["import", *STEPS])


def undo(engine: Engine, address: Address, act: int | None = None) -> int:
    """Take an act back, the newest that stands where none is named, and return it."""
    with open_reader(address) as reader:
        meant = act_numbered(reader, act) if act else newest_standing(reader)
    with transaction(engine, verb="undo", who="Robin", at=MOMENT, undoes=meant.number) as session:
        undo_act(session=session, act=meant.number)
    return meant.number


def redo(engine: Engine, address: Address) -> None:
    """Do again what the newest undoing took back."""
    with open_reader(address) as reader:
        meant = newest_undoing(reader)
    undo(engine, address, meant.number)


def undoable(address: Address) -> Tables:
    """Return all that undoing must give back."""
    with open_reader(address) as reader:
        held = held_tables(reader)
    return {name: rows for name, rows in held.items() if name not in {*STAYING, NUMBERING}}


def do(engine: Engine, address: Address, step: str) -> None:
    """Do one step; imports are of the next year."""
    if step != "import":
        STEPS[step](engine, address)
        return
    with open_reader(address) as reader:
        held = reader.rows("SELECT count(*) FROM source")[0][0]
    import_one(engine, str(2021 + held))


def newest_act(address: Address) -> int:
    """Return the number of the newest act."""
    with open_reader(address) as reader:
        return queries.newest_act(reader)


@settings(max_examples=6, suppress_health_check=FIXTURES)
@given(steps=st.lists(STEP, max_size=5))
def test_undo_gives_back_each_state_before_and_redo_each_state_after(
    engine: Engine, address: Address, steps: list[str]
) -> None:
    """Whatever was done, undo goes back step by step, and redo forward again."""
    if not undoable(address)["cycle"]:
        do(engine, address, "import")
    states = [undoable(address)]
    for step in steps:
        do(engine, address, step)
        states.append(undoable(address))
    for state in states[-2::-1]:
        undo(engine, address)
        assert state == undoable(address)
    for state in states[1:]:
        redo(engine, address)
        assert state == undoable(address)


@settings(max_examples=6, suppress_health_check=FIXTURES)
@given(steps=st.lists(STEP, min_size=1, max_size=4), place=st.integers(0, 5))
def test_any_act_is_undone_whole_or_not_at_all(
    engine: Engine, address: Address, steps: list[str], place: int
) -> None:
    """An act in the middle is taken back and can be done again, or refused with nothing changed."""
    first = newest_act(address) + 1
    do(engine, address, "import")
    for step in steps:
        do(engine, address, step)
    held, newest = undoable(address), newest_act(address)
    try:
        undo(engine, address, first + place % (newest - first + 1))
    except Refused:
        assert newest == newest_act(address)
    else:
        assert held != undoable(address)
        redo(engine, address)
    assert held == undoable(address)


def plans(address: Address, act: int | None = None) -> tuple[PlanView, ...]:
    """Return every cycle's plan, as it is or as it was recorded at an act."""
    with open_reader(address) as present:
        if act is None:
            reader = present
            return plans_of(reader)
        with known_at(present, act) as reader:
            return plans_of(reader)


def plans_of(reader: Any) -> tuple[PlanView, ...]:  # Any: either reader
    """Return every cycle's plan as a reader tells it."""
    return tuple(
        queries.load_plan(reader, cycle.id, as_at=date(2030, 1, 1))
        for partnership in queries.partnerships(reader)
        for cycle in queries.cycles(reader, partnership.id)
    )


@settings(max_examples=5, suppress_health_check=FIXTURES)
@given(steps=st.lists(STEP | st.just("undo"), max_size=5))
def test_a_plan_as_known_at_an_act_is_the_copy_kept_then(
    engine: Engine, address: Address, steps: list[str]
) -> None:
    """Every cycle reads as it did after each act, also one that was undone since."""
    kept = {newest_act(address): plans(address)}
    for step in ["import", *steps, "undo"]:
        if step == "undo":
            if undoable(address)["cycle"]:
                undo(engine, address)
        else:
            if not undoable(address)["cycle"]:
                do(engine, address, "import")
            do(engine, address, step)
        kept[newest_act(address)] = plans(address)
    assert len(kept) > 1
    for act, copies in kept.items():
        assert copies == plans(address, act)


SAYINGS = st.lists(
    st.tuples(
        st.integers(0, 400), st.sampled_from([None, *Status]), st.sampled_from([None, "A", "B"])
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=10, suppress_health_check=FIXTURES)
@given(sayings=SAYINGS, asked=st.integers(0, 400))
def test_as_at_is_what_a_naive_replay_of_the_updates_says(
    engine: Engine,
    address: Address,
    sayings: list[tuple[int, Status | None, str | None]],
    asked: int,
) -> None:
    """What was typed in late counts from the day on which it happened."""
    label = f"c{newest_act(address)}"
    stored(
        engine,
        paper(proposal("1.1", drafted("1.1/1", status=Status.NOT_STARTED))),
        label=label,
        again=True,
    )
    for days, status, text in sayings:
        plan = loaded(address, label=label)
        on = AS_AT + timedelta(days=days)
        change = Change(on=on, status=status, board_text=text, note="said")
        with writing(engine) as session:
            record_change(session=session, plan=plan, actions=plan.actions, change=change)
    status_then, text_then = Status.NOT_STARTED, None
    for day in range(asked + 1):
        for days, status, text in sayings:
            if days == day:
                status_then, text_then = status or status_then, text or text_then
    (action,) = loaded(address, label=label, as_at=AS_AT + timedelta(days=asked)).actions
    assert (status_then, text_then) == (action.status, action.board_text)


def test_undo_twice_goes_back_two_acts(engine: Engine, address: Address) -> None:
    """The second undo means the act before, and a redo brings back the one undone last."""
    import_one(engine, "2021")
    change_all(engine, address)
    change_all(engine, address)
    assert [3, 2] == [undo(engine, address), undo(engine, address)]
    redo(engine, address)
    with open_reader(address) as reader:
        assert 2 == newest_standing(reader).number
        assert 4 == newest_undoing(reader).number


def test_an_act_is_not_undone_twice(engine: Engine, address: Address) -> None:
    """The refusal names who undid it, and how to bring it back."""
    import_one(engine, "2021")
    change_all(engine, address)
    undo(engine, address, 2)
    with pytest.raises(Refused, match=r"is undone already: act 3 \(undo\), Robin on 3 January"):
        undo(engine, address, 2)
    assert 3 == newest_act(address)


def test_what_others_build_on_is_not_taken_away(engine: Engine, address: Address) -> None:
    """An action that somebody has updated since stays; the later act is named."""
    import_one(engine, "2021")
    STEPS["add"](engine, address)
    with writing(engine, "update 1.2/2", "Morag") as session:
        plan = loaded(address)
        change = Change(on=AS_AT, note="Begun")
        record_change(session=session, plan=plan, actions=plan.actions[-1:], change=change)
    ref = plan.actions[-1].ref
    with pytest.raises(Refused, match=rf"Act 2 .*{ref} was changed since by act 3 .*Morag") as told:
        undo(engine, address, 2)
    assert "tracker undo 3" in told.value.hint


def test_a_field_written_since_is_not_written_over(engine: Engine, address: Address) -> None:
    """Two rewordings of one action: only the later one can be undone."""
    import_one(engine, "2021")
    STEPS["move"](engine, address)
    STEPS["move"](engine, address)
    with pytest.raises(Refused, match="was changed since by act 3"):
        undo(engine, address, 2)


def test_undoing_an_import_reopens_what_it_closed(engine: Engine, address: Address) -> None:
    """The earlier cycle is the live one again, and can be written in."""
    import_one(engine, "2021")
    import_one(engine, "2022")
    assert CycleState.CLOSED is loaded(address, label="2021").cycle.state
    undo(engine, address)
    assert CycleState.AGREED is loaded(address, label="2021").cycle.state
    change_all(engine, address)


def test_a_round_that_a_paper_filled_is_ratings_only_again(
    engine: Engine, address: Address
) -> None:
    """The import opened a closed round and closed it again; taking it back may do the same."""
    printed = proposal("1.1", drafted("1.1/1"), rating="fully", previous_rating="partly")
    later = paper(printed, document="repeat.docx")
    cycles = CycleDraft("2021", AS_AT, CycleRole.PREVIOUS), later.cycles[0]
    stored(engine, replace(later, cycles=cycles), label="2022", as_at=date(2022, 4, 30))
    held = undoable(address)
    earlier = paper(proposal("1.1", drafted("1.1/1"), rating="partly"))
    assert "2021" == stored(engine, earlier, label="the first").filled
    after = undoable(address)
    undo(engine, address)
    assert held == undoable(address)
    redo(engine, address)
    assert after == undoable(address)


def test_a_partnership_without_a_plan_is_not_meant(engine: Engine, address: Address) -> None:
    """Whoever imported under a wrong name and took it back need not name the right one."""
    draft = paper(proposal("1.1", drafted("1.1/1")))
    stored(engine, draft, partnership="Strathmroe")
    undo(engine, address)
    stored(engine, draft)
    with open_reader(address) as reader:
        assert "Strathmore" == queries.only_partnership(reader).name


def test_what_was_written_in_a_closed_cycle_stays(engine: Engine, address: Address) -> None:
    """A closed cycle never changes, not by undoing either."""
    import_one(engine, "2021")
    change_all(engine, address)
    import_one(engine, "2022")
    with pytest.raises(Refused, match="2021 is closed"):
        undo(engine, address, 2)


def test_a_paper_whose_import_was_undone_can_be_imported_again(
    engine: Engine, address: Address
) -> None:
    """It does not count as held, its label is free, and so are its numbers."""
    draft = paper(proposal("1.1", drafted("1.1/1"), drafted("1.1/2")), sha256="ab" * 32)
    stored(engine, draft)
    with pytest.raises(Refused, match="held already"):
        stored(engine, draft)
    undo(engine, address)
    with open_reader(address) as reader:
        assert [] == reader.rows("SELECT code, last FROM numbering")
        assert 1 == reader.rows("SELECT count(*) FROM partnership")[0][0]
    stored(engine, draft)
    assert ["1.1/1", "1.1/2"] == [action.ref for action in loaded(address).actions]


def test_numbers_are_freed_and_taken_again_with_their_import(
    engine: Engine, address: Address
) -> None:
    """Undo gives the highest number back that was before, redo the one after."""
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    more = [drafted(f"1.1/{number}", f"Do thing {number}") for number in (1, 2, 3)]
    stored(engine, paper(proposal("1.1", *more)), label="2022", as_at=date(2022, 4, 30))
    found = []
    for step in (undo, redo, undo):
        step(engine, address)
        with open_reader(address) as reader:
            found += reader.rows("SELECT code, last FROM numbering")
    assert [("1.1", 1), ("1.1", 3), ("1.1", 1)] == found


def test_a_number_is_freed_by_undoing_an_import_only(engine: Engine, address: Address) -> None:
    """An action that was added and taken back leaves its number to nobody."""
    import_one(engine, "2021")
    STEPS["add"](engine, address)
    added = loaded(address).actions[-1].ref
    undo(engine, address)
    STEPS["add"](engine, address)
    assert added not in {action.ref for action in loaded(address).actions}


def test_an_import_is_not_done_again_over_another(engine: Engine, address: Address) -> None:
    """Where its place is taken meanwhile, redo is refused and nothing changes."""
    import_one(engine, "2021")
    undo(engine, address)
    import_one(engine, "2021")
    held = undoable(address)
    with pytest.raises(Refused, match="stand in the way"):
        redo(engine, address)
    assert held == undoable(address)


def test_owners_stay(engine: Engine, address: Address) -> None:
    """An act that only made a post has nothing to take back; its details are another matter."""
    import_one(engine, "2021")
    with writing(engine) as session:
        find_or_add_post(session=session, partnership=1, name="Head of Estates", email="a@b.scot")
    with writing(engine) as session:
        find_or_add_post(session=session, partnership=1, name="Head of Estates", email="c@d.scot")
    undo(engine, address)
    with open_reader(address) as reader:
        held = {post.name: post.email for post in queries.posts(reader, 1)}
    assert "a@b.scot" == held["Head of Estates"]
    with pytest.raises(Refused, match="only what stays"):
        undo(engine, address)


def test_there_is_nothing_to_undo_in_a_new_store(engine: Engine, address: Address) -> None:
    """Undo and redo say so."""
    del engine
    with open_reader(address) as reader:
        with pytest.raises(NotFound, match="nothing to undo"):
            newest_standing(reader)
        with pytest.raises(NotFound, match="nothing to do again"):
            newest_undoing(reader)
        with pytest.raises(NotFound, match="no act 7"):
            act_numbered(reader, 7)
        assert () == acts(reader)
