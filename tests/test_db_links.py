"""Links between the actions of two cycles, suggested when a paper comes in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import queries
from db.known import known_at
from db.links import links_between
from db.reader import open_reader
from db.writing.links import link_to_neighbours
from tests.stores import AS_AT, drafted, paper, proposal, stored, writing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.drafts import PaperDraft

FIRST = date(2019, 5, 15)


def plan(*texts: str, **more: object) -> PaperDraft:
    """Return a paper with actions of these wordings under one proposal."""
    actions = [drafted(f"1.1/{number}", text) for number, text in enumerate(texts, 1)]
    return paper(proposal("1.1", *actions, **more))


def linked(engine: Engine, draft: PaperDraft, label: str, as_at: date) -> int:
    """Store a paper, link it to its neighbours, and return how many links were made."""
    done = stored(engine, draft, label=label, as_at=as_at)
    with writing(engine) as session:
        return link_to_neighbours(session=session, cycle=done.cycle_id, as_at=as_at)


def held(address: Address, base: str, repeat: str) -> list[tuple[str, str]]:
    """Return the links held between two cycles."""
    with open_reader(address) as reader:
        one, other = (queries.find_cycle(reader, 1, label).id for label in (base, repeat))
        found = links_between(reader, base=one, repeat=other)
        return [(part.link.base, part.link.repeat) for part in found]


OLD = "Agree one budget for the shared rooms", "Train the drivers of the library van"
NEW = "Train the drivers of the library van", "Agree one budget for the shared rooms"


def test_links_are_suggested_in_whichever_order_papers_arrive(
    engine: Engine, address: Address
) -> None:
    """The earlier paper that arrives last is linked to the cycle after it."""
    assert 0 == linked(engine, plan(*NEW), "2021", AS_AT)
    assert 2 == linked(engine, plan(*OLD), "2019", FIRST)
    assert [("1.1/1", "1.1/2"), ("1.1/2", "1.1/1")] == held(address, "2019", "2021")


def test_a_closed_cycle_takes_no_links_in(engine: Engine, address: Address) -> None:
    """Where the cycle after is closed it stays as it was; the newest is linked to its own."""
    linked(engine, plan(*NEW), "2021", AS_AT)
    assert 2 == linked(engine, plan(*OLD), "2022", date(2022, 4, 30))
    assert 0 == linked(engine, plan(*OLD), "2019", FIRST)
    assert [] == held(address, "2019", "2021")


def test_the_earlier_paper_becomes_the_round_that_a_plan_remembers_without_a_day(
    engine: Engine, address: Address
) -> None:
    """A column of previous ratings has no date; the paper of before gives it one, and is linked."""
    now = stored(engine, plan(*NEW, rating="fully", previous_rating="partly"))
    assert "before 2021" == now.previous_made
    done = stored(engine, plan(*OLD, rating="not yet"), label="2019", as_at=FIRST)
    said = "1.1: strathmore.docx gives partly for this round; this paper prints not yet"
    assert "before 2021" == done.filled
    assert done.problems[0].message.startswith(said)
    with writing(engine) as session:
        assert 2 == link_to_neighbours(session=session, cycle=done.cycle_id, as_at=FIRST)
    with open_reader(address) as reader:
        assert ["2019", "2021"] == [cycle.label for cycle in queries.cycles(reader, 1)]


def test_links_are_read_as_they_were_recorded(engine: Engine, address: Address) -> None:
    """Also where nothing else of the later cycle has been asked for."""
    linked(engine, plan(*OLD), "2019", FIRST)
    linked(engine, plan(*NEW), "2021", AS_AT)
    with open_reader(address) as reader, known_at(reader, queries.newest_act(reader)) as known:
        one, other = (queries.find_cycle(known, 1, label).id for label in ("2019", "2021"))
        assert 2 == len(links_between(known, base=one, repeat=other))
