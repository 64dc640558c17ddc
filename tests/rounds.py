"""A round that is held, and its repeat: invented, on either engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.stores import AS_AT, drafted, paper, proposal, stored
from tests.workspaces import workspace_of
from tracker.kinds import Status
from tracker.opening import Becomes, Choice, Opening
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tui.workspace import Workspace

TODAY = date(2022, 2, 10)
REPEAT = Opening("2022", date(2022, 1, 31))
HELD = paper(
    proposal(
        "1.1",
        drafted(
            "1.1/1", owners=("Chief Officer",), timescale=read_timescale("June 2021", as_at=AS_AT)
        ),
        drafted(
            "1.1/2", timescale=read_timescale("December 2021", as_at=AS_AT), aliases=("1.2/1",)
        ),
        drafted("1.1/3", status=Status.COMPLETE),
        rating="partly",
        title="Leaders share rooms",
        indicators={"partly": "Some rooms", "fully": "All rooms"},
    ),
    proposal("1.2", drafted("1.2/2"), drafted("1.2/3"), rating="fully", title="Plans are shared"),
    proposal("2.1", drafted("2.1/1", cross_reference="1.2")),
)
"""Two ratings of three, a merged position, a closed action, a reference to another proposal."""


def on_day(workspace: Workspace, day: date, me: str | None = None) -> Workspace:
    """Return the same place on another day, or for another person."""
    settings = replace(workspace.settings, today=day, me=me or workspace.settings.me)
    return type(workspace)(settings, clock=workspace._clock)


def held_round(engine: Engine, address: Address) -> Workspace:
    """Store the first round, and return what a person works with."""
    stored(engine, HELD)
    return on_day(workspace_of(address), TODAY)


def opening(*choices: Choice, label: str = "2022") -> Opening:
    """Return an opening with what becomes of some actions."""
    return replace(REPEAT, label=label, choices=choices)


def complete(ref: str, note: str | None = None) -> Choice:
    """Return that an action is complete."""
    return Choice(ref, Becomes.COMPLETE, note)


def withdrawn(ref: str, reason: str | None = "No money") -> Choice:
    """Return that an action is given up."""
    return Choice(ref, Becomes.WITHDRAWN, reason)


def merged(ref: str, into: str | None, reason: str | None = "One task") -> Choice:
    """Return that an action goes on in another."""
    return Choice(ref, Becomes.MERGED, reason, into)
