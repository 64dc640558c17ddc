"""Reading the store: what is found, in what order, in how many statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db import queries
from db.reader import open_reader
from db.writing.owners import find_or_add_post
from db.writing.partnerships import store_partnership
from tests.plans import words
from tests.stores import drafted, loaded, paper, proposal, stored, writing
from tracker.errors import Ambiguous, NotFound
from tracker.kinds import Decision, PartnershipKind, Status
from tracker.models import DecisionRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Engine

    from db.address import Address
    from db.reader import Reader, Row

PLAIN = paper(proposal("1.1", drafted("1.1/1")))
PRINTED = paper(proposal("1.1", rating="fully", previous_rating="partly"), previous="first")
"""A paper that remembers a rating of a round before it, of which it gives no day."""


class Counting:
    """Counts the statements that a reader is asked."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.asked: list[str] = []

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Pass a statement on."""
        self.asked.append(sql)
        return self._reader.rows(sql, params)


def test_partnerships_are_in_the_order_of_their_names(engine: Engine, address: Address) -> None:
    """Blind to case, the national one last, the same on both engines."""
    names = ["Strathmore", "glen Islay", "Àrd", "Glen Almond", "Zetland"]
    with writing(engine) as session:
        store_partnership(session=session, name="A group", kind=PartnershipKind.NATIONAL)
        for name in names:
            store_partnership(session=session, name=name)
    with open_reader(address) as reader:
        held = [partnership.name for partnership in queries.partnerships(reader)]
    assert ["Glen Almond", "glen Islay", "Strathmore", "Zetland", "Àrd", "A group"] == held


@pytest.mark.parametrize("name", ["Strathmore", "strathMORE", " strathmore ", "str", "Strath"])
def test_a_partnership_is_found_by_the_beginning_of_its_name(
    engine: Engine, address: Address, name: str
) -> None:
    """Case and spaces do not matter."""
    with writing(engine) as session:
        for held in ("Strathmore", "Glen Islay", "Glen Almond"):
            store_partnership(session=session, name=held)
    with open_reader(address) as reader:
        assert "Strathmore" == queries.find_partnership(reader, name).name


@pytest.mark.parametrize("name", ["Glen & Islay", "glen&islay", "GLEN AND ISLAY", "Glen &"])
def test_and_is_found_in_either_spelling(engine: Engine, address: Address, name: str) -> None:
    """A sign for the word is the word."""
    with writing(engine) as session:
        store_partnership(session=session, name="Glen and Islay")
    with open_reader(address) as reader:
        assert "Glen and Islay" == queries.find_partnership(reader, name).name


def test_a_whole_name_is_not_ambiguous(engine: Engine, address: Address) -> None:
    """A name that is the beginning of another one is found all the same."""
    with writing(engine) as session:
        for held in ("Glen", "Glen Islay"):
            store_partnership(session=session, name=held)
    with open_reader(address) as reader:
        assert "Glen" == queries.find_partnership(reader, "glen").name
        with pytest.raises(Ambiguous, match="Glen, Glen Islay"):
            queries.find_partnership(reader, "gl")
        with pytest.raises(NotFound, match="no partnership “Moor”") as missing:
            queries.find_partnership(reader, "Moor")
        assert "Glen, Glen Islay" in missing.value.hint
        with pytest.raises(NotFound):
            queries.find_partnership(reader, "  ")


def test_the_only_partnership_is_the_only_local_one(engine: Engine, address: Address) -> None:
    """With several, the error names them; with none, it names the first step."""
    with open_reader(address) as reader, pytest.raises(NotFound) as missing:
        queries.only_partnership(reader)
    assert "import" in missing.value.hint
    with open_reader(address) as reader, pytest.raises(NotFound, match="No partnership is held"):
        queries.find_partnership(reader, "Strathmore")
    with writing(engine) as session:
        store_partnership(session=session, name="Group", kind=PartnershipKind.NATIONAL)
        store_partnership(session=session, name="Strathmore")
    with open_reader(address) as reader:
        assert "Strathmore" == queries.only_partnership(reader).name
    with writing(engine) as session:
        store_partnership(session=session, name="Glen Islay")
    with open_reader(address) as reader, pytest.raises(Ambiguous, match="Glen Islay, Strathmore"):
        queries.only_partnership(reader)


def test_cycles_stand_in_time(engine: Engine, address: Address) -> None:
    """However they came in; a round without a day stands before the one that printed it."""
    stored(engine, PRINTED, label="2021", as_at=date(2021, 4, 30))
    stored(engine, PLAIN, label="2023", as_at=date(2023, 4, 30))
    stored(engine, PLAIN, label="2022", as_at=date(2022, 4, 30))
    with open_reader(address) as reader:
        held = [cycle.label for cycle in queries.cycles(reader, 1)]
        assert ["first", "2021", "2022", "2023"] == held
        assert "first" == queries.find_cycle(reader, 1, "FIRST").label
        assert "2022" == queries.find_cycle(reader, 1, "2022").label
        with pytest.raises(Ambiguous):
            queries.find_cycle(reader, 1, "20")
        with pytest.raises(NotFound, match="no cycle “2020”") as missing:
            queries.find_cycle(reader, 1, "2020")
        assert "first, 2021, 2022, 2023" in missing.value.hint


def test_the_paper_of_the_round_before_takes_its_place(engine: Engine, address: Address) -> None:
    """A round without a day is the next earlier paper's own: one round, not two."""
    stored(engine, PRINTED, label="2021", as_at=date(2021, 4, 30))
    stored(engine, PLAIN, label="2019", as_at=date(2019, 4, 30))
    stored(engine, PLAIN, label="2017", as_at=date(2017, 4, 30))
    with open_reader(address) as reader:
        assert ["2017", "2019", "2021"] == [cycle.label for cycle in queries.cycles(reader, 1)]


def test_a_missing_cycle_is_told(engine: Engine, address: Address) -> None:
    """A number that no cycle has is not found."""
    del engine
    with open_reader(address) as reader, pytest.raises(NotFound):
        queries.load_plan(reader, 7, as_at=date(2022, 1, 1))


def test_a_plan_takes_the_same_statements_whatever_its_size(
    engine: Engine, address: Address
) -> None:
    """One action or four hundred: the count of statements does not grow."""
    few = drafted("1.1/1", timescale=words("June 2021", due=date(2021, 6, 30)), owners=("A post",))
    many = [
        drafted(f"1.1/{n}", timescale=words("June 2021", due=date(2021, 6, 30)), owners=(f"P {n}",))
        for n in range(1, 401)
    ]
    stored(engine, paper(proposal("1.1", few)), partnership="Few")
    stored(engine, paper(proposal("1.1", *many)), partnership="Many")
    counted = []
    with open_reader(address) as reader:
        for number in (1, 2):
            counting = Counting(reader)
            queries.load_plan(counting, number, as_at=date(2022, 1, 1))
            counted.append(len(counting.asked))
    assert counted[0] == counted[1]
    assert counted[0] <= 20


def test_every_query_of_a_plan_uses_an_index(engine: Engine, address: Address) -> None:
    """No statement of a plan reads a whole table that grows with the store."""
    stored(engine, PLAIN)
    if engine.dialect.name != "sqlite":
        pytest.skip("SQLite tells its plans in words")
    with open_reader(address) as reader:
        counting = Counting(reader)
        queries.load_plan(counting, 1, as_at=date(2022, 1, 1))
        params = {"cycle": 1, "previous": 1, "framework": 1, "partnership": 1}
        steps = [
            row[3]
            for sql in counting.asked
            for row in reader.rows(f"EXPLAIN QUERY PLAN {sql}", params)
        ]
    small = ("cycle", "proposal", "key_feature", "level", "framework")
    scans = [step for step in steps if step.startswith("SCAN") and "USING" not in step]
    assert [] == [step for step in scans if step.split()[1] not in small]


def test_actions_are_in_the_order_of_the_framework(engine: Engine, address: Address) -> None:
    """Numbers as numbers; codes that the framework does not have come after its own, R last."""
    draft = paper(
        proposal("2.1", drafted("2.1/10"), drafted("2.1/9")),
        proposal("1.2", drafted("1.2/1")),
        proposal("8.1", drafted("8.1/1")),
        proposal("R", drafted("R/2"), drafted("R/1")),
    )
    stored(engine, draft)
    refs = [action.ref for action in loaded(address).actions]
    assert ["1.2/1", "2.1/9", "2.1/10", "8.1/1", "R/1", "R/2"] == refs


def test_a_rating_stands_from_the_day_of_its_decision(engine: Engine, address: Address) -> None:
    """Decisions dated later are left out; one without a day stands before all others."""
    stored(engine, paper(proposal("1.1", rating="partly")))
    with writing(engine) as session:
        for level, on in ((3, date(2021, 9, 1)), (1, None)):
            row = DecisionRow(
                cycle_id=1,
                assessment_id=1,
                act_id=session.act,
                kind=Decision.RATED,
                level_id=level,
                decided_on=on,
                decided_by="The board",
            )
            session.add(row)
    levels = [
        loaded(address, as_at=day).by_code["1.1"].level
        for day in (date(2021, 4, 29), date(2021, 4, 30), date(2021, 8, 31), date(2021, 9, 1))
    ]
    assert ["not yet", "partly", "partly", "fully"] == levels


def test_a_plan_says_which_act_it_saw(engine: Engine, address: Address) -> None:
    """The newest act is what a form remembers of what it read."""
    stored(engine, PLAIN)
    with writing(engine) as session:
        find_or_add_post(session=session, partnership=1, name="Chief Officer")
    assert 2 == loaded(address).act
    with open_reader(address) as reader:
        assert 2 == queries.newest_act(reader)


def test_a_document_is_found_by_its_bytes(engine: Engine, address: Address) -> None:
    """With the cycle, the day and the person; other bytes are not found."""
    stored(engine, paper(proposal("1.1"), sha256="abc"))
    with open_reader(address) as reader:
        found = queries.find_source(reader, "abc")
        assert None is queries.find_source(reader, "def")
    assert found is not None
    assert ("strathmore.docx", "Strathmore", "2021", "2022-01-03", "Sandy", 1) == (
        found.document,
        found.partnership,
        found.cycle,
        found.at,
        found.who,
        found.act,
    )


def test_counts_tell_what_is_held(engine: Engine, address: Address) -> None:
    """Each kind of thing by its name."""
    draft = drafted("1.1/1", owners=("A post",), status=Status.COMPLETE)
    stored(engine, paper(proposal("1.1", draft, rating="fully")))
    with open_reader(address) as reader:
        counts = queries.counts(reader)
    assert {
        "partnerships": 1,
        "cycles": 1,
        "documents": 1,
        "actions": 1,
        "updates": 1,
        "decisions": 1,
        "posts": 1,
        "acts": 1,
    } == counts
