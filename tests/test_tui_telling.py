"""The story of a round that was opened here, while it is a draft."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.rounds import TODAY, complete, held_round, on_day, opening, withdrawn
from tracker.agreeing import Agreement
from tracker.changing import Change
from tracker.kinds import Outcome
from tracker.timescale import read_timescale
from tui import agreeing, cycling, recording
from tui.finding import find_action
from tui.telling import story

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.story import Story
    from tui.workspace import Workspace

LATER = date(2022, 3, 20)


@pytest.fixture
def place(engine: Engine, address: Address) -> Workspace:
    """A round whose repeat is drafted, and a date that moved before and after it was opened."""
    held = held_round(engine, address)
    move(held, "March 2022", date(2021, 11, 1))
    cycling.open_cycle(held, opening(complete("1.2/2"), withdrawn("1.2/3")))
    later = on_day(held, LATER)
    move(later, "June 2022", date(2022, 3, 1))
    return later


def move(workspace: Workspace, words: str, on: date) -> None:
    """Record another date for an action."""
    said = read_timescale(words, as_at=on)
    change = Change(on=on, timescale=said, said_by="Chief Officer", reason="Vacancy")
    plan = workspace.plan()
    recording.update(workspace, plan, [find_action(plan, "1.1/2")], change)


def moves(told: Story) -> list[tuple[str, date, date]]:
    """Return every move of a date that is told."""
    return [
        (thread.refs[0], move.after, move.on) for thread, slip in told.slips for move in slip.moves
    ]


def test_a_draft_tells_each_move_once(place: Workspace) -> None:
    """What is said in the live cycle shows in the draft as well, and is one move still."""
    said = [
        ("1.1/2", date(2022, 3, 31), date(2021, 11, 1)),
        ("1.1/2", date(2022, 6, 30), date(2022, 3, 1)),
    ]
    assert said == moves(story(place)) == moves(story(place, repeat="2022"))


def test_a_draft_tells_what_ended_when_it_was_opened(place: Workspace) -> None:
    """Completed and withdrawn actions of the live cycle are done and dropped, on their day."""
    told = story(place, repeat="2022")
    assert [("1.2/2",)] == [thread.refs for thread in told.done]
    assert [("1.2/3",)] == [thread.refs for thread in told.dropped]
    assert () == told.added
    held = told.compared.base.actions if told.compared else ()
    assert len(held) == sum(count for _, count in told.outcomes)
    assert 0 == dict(told.outcomes)[Outcome.NOT_KNOWN]


def test_since_a_day_the_draft_leads_over_from_the_live_cycle(place: Workspace) -> None:
    """Only the move after that day is told, and nothing of the live cycle is new."""
    told = story(place, repeat="2022", since=date(2022, 2, 20))
    assert [("1.1/2", date(2022, 6, 30), date(2022, 3, 1))] == moves(told)
    assert ((), (), ()) == (told.added, told.done, told.decided)
    assert TODAY < LATER


def test_an_agreed_repeat_tells_the_same_as_its_draft(place: Workspace) -> None:
    """Agreeing copies what was said into the repeat; nothing is told twice for it."""
    drafted = story(place, repeat="2022")
    leave = tuple((code, "No time to look at it") for code in ("1.1", "1.2", "2.1"))
    agreeing.agree(place, Agreement("Board", LATER, leave))
    agreed = story(place)
    assert "2022" == agreed.plan.cycle.label
    assert moves(drafted) == moves(agreed)
    assert drafted.outcomes == agreed.outcomes
    for part in ("done", "dropped", "added", "reopened"):
        refs = [[thread.refs for thread in getattr(told, part)] for told in (drafted, agreed)]
        assert refs[0] == refs[1], part
