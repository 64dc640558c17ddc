"""One act at a time: all of it or nothing, numbered without gaps."""

from __future__ import annotations

import threading
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, update
from sqlmodel import select

from db.bulk import record_inserts, record_updates
from db.log import acts, changes_in
from db.reader import open_reader
from db.session import reader_of
from db.writing.owners import find_or_add_post
from db.writing.partnerships import store_partnership
from tests.stores import MOMENT, drafted, loaded, paper, proposal, stored, writing
from tracker.errors import Refused
from tracker.kinds import ChangeKind, CycleState, PartnershipKind
from tracker.models import ActionRow, ActRow, CycleRow, PartnershipRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.recorded import Act


def recorded(address: Address) -> tuple[Act, ...]:
    """Return every act, newest first."""
    with open_reader(address) as reader:
        return acts(reader)


def test_an_act_says_who_when_and_why(engine: Engine, address: Address) -> None:
    """The act is kept with its moment in UTC, on both engines alike."""
    with writing(engine, "add a partnership", "Sandy\x1b[31m  Muir") as session:
        store_partnership(session=session, name="Strathmore")
    (act,) = recorded(address)
    assert (1, MOMENT, "Sandy Muir", "add a partnership", None) == (
        act.number,
        act.at,
        act.who,
        act.verb,
        act.reason,
    )


def test_an_act_is_read_with_its_zone(engine: Engine) -> None:
    """A moment comes back in UTC, also from SQLite, which keeps no zone."""
    with writing(engine) as session:
        store_partnership(session=session, name="Strathmore")
        act = session.get_one(ActRow, session.act)
        assert (MOMENT, UTC, "test") == (act.at, act.at.tzinfo, act.verb)


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("  ", PartnershipKind.LOCAL, "names no partnership"),
        ("STRATHMORE", PartnershipKind.NATIONAL, "Strathmore is held as a local partnership"),
    ],
)
def test_a_partnership_is_one_thing(
    engine: Engine, name: str, kind: PartnershipKind, said: str
) -> None:
    """It has a name, and is local or national for good."""
    with writing(engine) as session:
        store_partnership(session=session, name="Strathmore")
    with pytest.raises(Refused, match=said), writing(engine) as session:
        store_partnership(session=session, name=name, kind=kind)


def test_a_post_needs_a_name(engine: Engine) -> None:
    """And is another one in another body."""
    with writing(engine) as session:
        number = store_partnership(session=session, name="Strathmore")
        post = partial(
            find_or_add_post, session=session, partnership=number, name="Chief Executive"
        )
        council, board = post(body="Council"), post(body="Health board")
        assert council == post(body="council ")
    assert council != board
    with pytest.raises(Refused, match="no name"), writing(engine) as session:
        find_or_add_post(session=session, partnership=number, name=" ")


def test_an_act_that_changes_nothing_leaves_no_trace(engine: Engine, address: Address) -> None:
    """Numbers are given to acts that did something."""
    with writing(engine) as session:
        store_partnership(session=session, name="Strathmore")
    with writing(engine) as session:
        store_partnership(session=session, name="strathmore ")
    with writing(engine) as session:
        store_partnership(session=session, name="Glen Islay")
    assert [2, 1] == [act.number for act in recorded(address)]


def test_an_act_that_fails_leaves_no_trace(engine: Engine, address: Address) -> None:
    """Whatever goes wrong inside, nothing of the act stays, and the next takes its number."""

    def fail() -> None:
        with writing(engine) as session:
            store_partnership(session=session, name="Strathmore")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with writing(engine) as session:
        assert 1 == session.act
        assert [] == reader_of(session).rows("SELECT * FROM partnership")
    assert () == recorded(address)


def test_numbers_follow_each_other_when_many_write(engine: Engine, address: Address) -> None:
    """Acts of several people at once have numbers without gaps."""

    def write(who: str) -> None:
        for number in range(5):
            with writing(engine, who=who) as session:
                store_partnership(session=session, name=f"{who} {number}")

    threads = [threading.Thread(target=write, args=(who,)) for who in ("Ann", "Bea", "Col")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(range(15, 0, -1)) == [act.number for act in recorded(address)]


def test_a_bulk_write_that_would_leave_no_trace_is_refused(engine: Engine) -> None:
    """Statements past the recorder are stopped, so the record cannot be incomplete by mistake."""
    statement = insert(PartnershipRow).values(uid="u", key="k", name="n", kind="local")
    for wrong in (statement, update(PartnershipRow).values(name="n")):
        with pytest.raises(RuntimeError, match="bulk"), writing(engine) as session:
            session.execute(wrong)


def test_a_closed_cycle_never_changes(engine: Engine, address: Address) -> None:
    """Rows of a closed cycle are refused, one by one and in bulk, with its label."""
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    with writing(engine) as session:
        cycle = session.exec(select(CycleRow)).one()
        cycle.state = CycleState.CLOSED
    cycle_id = loaded(address).cycle.id
    action = loaded(address).actions[0].id
    row = {"cycle_id": cycle_id, "code": "1.1", "number": 9, "text": "x"}
    with pytest.raises(Refused, match="Cycle 2021 is closed"), writing(engine) as session:
        record_inserts(session, ActionRow, [row])
    with pytest.raises(Refused, match="closed"), writing(engine) as session:
        record_updates(session, ActionRow, [{"id": action, "text": "x"}])
    with pytest.raises(Refused, match="closed"), writing(engine) as session:
        session.exec(select(ActionRow)).one().text = "x"
    with pytest.raises(Refused, match="closed"), writing(engine) as session:
        session.exec(select(CycleRow)).one().label = "2022"
    assert 2 == recorded(address)[0].number


def test_a_reopened_cycle_can_be_written_in_the_same_act(engine: Engine) -> None:
    """Opening a closed cycle is the one write to it that is allowed, and it lifts the guard."""
    stored(engine, paper(proposal("1.1", drafted("1.1/1"))))
    with writing(engine) as session:
        session.exec(select(CycleRow)).one().state = CycleState.CLOSED
    with writing(engine) as session:
        session.exec(select(CycleRow)).one().state = CycleState.AGREED
        session.flush()
        session.exec(select(ActionRow)).one().text = "Agree it anew"
    with writing(engine) as session:
        assert "Agree it anew" == session.exec(select(ActionRow)).one().text


def test_only_what_differs_is_recorded(engine: Engine, address: Address) -> None:
    """An update keeps the fields that changed, with old and new value."""
    with writing(engine) as session:
        number = store_partnership(session=session, name="Strathmore")
        post = partial(find_or_add_post, partnership=number)
        post_id = post(session=session, name="Chief Officer", holder="Interim")
    with writing(engine) as session:
        assert post_id == post(session=session, name="chief  officer", email="co@example.org")
    with open_reader(address) as reader:
        (change,) = changes_in(reader, 2)
    assert ChangeKind.UPDATE is change.kind
    assert {"email": (None, "co@example.org")} == change.fields


def test_bulk_updates_record_only_what_differs(engine: Engine, address: Address) -> None:
    """Rows that already hold the values leave no change."""
    with writing(engine) as session:
        names = ["Strathmore", "Glen Islay"]
        ids = [store_partnership(session=session, name=name) for name in names]
    with writing(engine) as session:
        same = {"id": ids[0], "contact": None}
        record_updates(session, PartnershipRow, [same, {"id": ids[1], "contact": "a desk"}])
        record_updates(session, PartnershipRow, [])
    with open_reader(address) as reader:
        (change,) = changes_in(reader, 2)
    assert (ids[1], {"contact": (None, "a desk")}) == (change.row, change.fields)
