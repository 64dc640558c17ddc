"""The record of what was written: complete, so that anything can be undone or looked back on."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.history import CHANGE, UNRECORDED, Recorder, plain
from db.log import acts, changes_in
from db.reader import open_reader
from db.writing.actions import add_action, edit_action
from db.writing.updates import record_change
from tests.plans import words
from tests.stores import AS_AT, drafted, loaded, paper, proposal, stored, writing
from tracker.changing import Change
from tracker.kinds import ChangeKind, Status
from tracker.models import METADATA, StoreInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from db.address import Address
    from db.reader import Reader

LATER = date(2040, 1, 1)
Tables = dict[str, dict[int, dict[str, Any]]]  # Any: what columns hold
RECORDED = sorted(set(METADATA.tables) - UNRECORDED - {StoreInfo.__tablename__})


def held_tables(reader: Reader) -> Tables:
    """Return every recorded table as it stands: row by id, empty fields left out."""
    found: Tables = {}
    for table in RECORDED:
        columns = [column.name for column in METADATA.tables[table].columns]
        quoted = ", ".join(f'"{name}"' for name in columns)
        rows = reader.rows(f'SELECT {quoted} FROM "{table}" ORDER BY id')  # noqa: S608  # our own tables
        made: list[dict[str, Any]] = [
            dict(zip(columns, map(plain, row), strict=True)) for row in rows
        ]
        found[table] = {
            row["id"]: {name: value for name, value in row.items() if value is not None}
            for row in made
        }
    return found


def replayed(reader: Reader, upto: int) -> Tables:
    """Return the tables as the record alone says they are, from nothing."""
    found: Tables = {table: {} for table in RECORDED}
    for act in sorted(act.number for act in acts(reader, limit=10_000)):
        if act > upto:
            break
        for change in changes_in(reader, act):
            rows = found[change.table]
            if change.kind is ChangeKind.DELETE:
                gone = rows.pop(change.row)
                assert gone == {"id": change.row} | {
                    k: old for k, (old, _) in change.fields.items()
                }
                continue
            row = rows.setdefault(change.row, {"id": change.row})
            for field, (old, new) in change.fields.items():
                assert row.get(field) == old
                row[field] = new
            rows[change.row] = {name: value for name, value in row.items() if value is not None}
    return found


def import_one(engine: Engine, label: str) -> None:
    """Store a paper with everything that one can hold."""
    draft = drafted(
        "1.1/1",
        timescale=words("June 2022", due=date(2022, 6, 30)),
        owners=("Chief Officer",),
        sub_items=("one", "two"),
        aliases=("1.2/1",),
        also_under=("1.2",),
    )
    refers = drafted("2.1/1", "As per 1.1", cross_reference="1.1")
    printed = proposal("1.1", draft, title="T", rating="fully", previous_rating="partly")
    printed_too = proposal("2.1", refers, evidence=("E",), indicators={"fully": "Good"})
    year = int(label)
    draft_paper = paper(printed, printed_too, previous="2000", contact=f"Desk {label}")
    stored(engine, draft_paper, label=label, as_at=date(year, 4, 30))


def newest(address: Address) -> str:
    """Return the label of the live cycle."""
    with open_reader(address) as reader:
        rows = reader.rows("SELECT label FROM cycle WHERE state = 'agreed'")
    return str(rows[0][0])


def add_one(engine: Engine, address: Address) -> None:
    """Add an action to the live cycle."""
    plan = loaded(address, label=newest(address), as_at=LATER)
    with writing(engine) as session:
        change = Change(on=AS_AT, owners=("Chief Nurse", "Chief Officer"))
        add_action(session=session, plan=plan, codes=["1.2", "2.1"], text="New", change=change)


def change_all(engine: Engine, address: Address) -> None:
    """Say something of every action, and give them all other owners."""
    plan = loaded(address, label=newest(address), as_at=LATER)
    change = Change(on=AS_AT, status=Status.ON_HOLD, note="Wait", owners=("Head of Estates",))
    with writing(engine) as session:
        record_change(session=session, plan=plan, actions=plan.actions, change=change)


def move_one(engine: Engine, address: Address) -> None:
    """Reword an action and move it, which takes rows away."""
    plan = loaded(address, label=newest(address), as_at=LATER)
    moved = ["2.1"] if "1.1" in plan.actions[0].proposals else ["1.1", "1.2"]
    with writing(engine) as session:
        edit_action(
            session=session, plan=plan, action=plan.actions[0], text=f"{moved}", codes=moved
        )


STEPS: dict[str, Callable[[Engine, Address], None]] = {
    "add": add_one,
    "change": change_all,
    "move": move_one,
}


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["import", *STEPS]), max_size=6))
def test_the_record_replayed_from_nothing_gives_the_tables(
    engine: Engine, address: Address, steps: list[str]
) -> None:
    """Whatever is done, every table is what the acts say, and was so after every act before."""
    with open_reader(address) as reader:
        year = 2021 + reader.rows("SELECT count(*) FROM source")[0][0]
    kept: dict[int, Tables] = {}
    for step in ["import", *steps]:
        if step == "import":
            import_one(engine, str(year))
            year += 1
        else:
            STEPS[step](engine, address)
        with open_reader(address) as reader:
            kept[acts(reader, limit=1)[0].number] = held_tables(reader)
    with open_reader(address) as reader:
        for act, tables in kept.items():
            assert tables == replayed(reader, act)


def test_all_that_is_done_to_an_action_is_one_record(engine: Engine, address: Address) -> None:
    """Its updates, owners, proposals and positions are kept under it."""
    import_one(engine, "2021")
    change_all(engine, address)
    number = loaded(address).actions[0].id
    with open_reader(address) as reader:
        made = [change for act in acts(reader) for change in changes_in(reader, act.number)]
    changes = [change for change in made if ("action", number) == (change.record, change.record_id)]
    assert {"action", "position", "action_proposal", "action_update", "action_owner"} == {
        change.table for change in changes
    }
    assert {ChangeKind.INSERT, ChangeKind.DELETE} == {c.kind for c in changes if c.act == 2}


def test_a_number_is_not_given_to_another_row(engine: Engine, address: Address) -> None:
    """A row that was taken away leaves its id, and its history, to nobody else."""
    import_one(engine, "2021")
    change_all(engine, address)
    with open_reader(address) as reader:
        gone = {c.row for c in changes_in(reader, 2) if c.kind is ChangeKind.DELETE}
    change_all(engine, address)
    add_one(engine, address)
    with open_reader(address) as reader:
        held = {row[0] for row in reader.rows("SELECT id FROM action_owner")}
    assert gone
    assert not gone & held


def test_acts_are_read_newest_first_page_by_page(engine: Engine, address: Address) -> None:
    """A long history is read in parts."""
    import_one(engine, "2021")
    for _ in range(4):
        add_one(engine, address)
    with open_reader(address) as reader:
        first = acts(reader, limit=3)
        rest = acts(reader, limit=3, before=first[-1].number)
    assert [5, 4, 3] == [act.number for act in first]
    assert [2, 1] == [act.number for act in rest]


VALUES = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text()


@given(row=st.dictionaries(st.sampled_from(["text", "who", "due", "is_low"]), VALUES))
def test_whatever_a_row_holds_is_recorded_as_it_is(row: dict[str, Any]) -> None:
    """Quotes, line breaks, other scripts, truth and numbers come back from the record."""
    whole = {"id": 1} | row
    (change,) = Recorder(1, {}).changes("post", ChangeKind.INSERT, [(whole, whole)])
    told = dict(zip(CHANGE, change, strict=True))
    assert {name: v for name, v in row.items() if v is not None} == json.loads(str(told["fields"]))


def test_only_plain_values_are_recorded() -> None:
    """A value of another type is a mistake, told at once."""
    with pytest.raises(TypeError):
        plain(object())
