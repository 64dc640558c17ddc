"""One database, one person, one day: what every verb of both front ends begins with.

Owns which partnership, cycle and day are meant when nothing is said, and how an act is begun; the
verbs stand beside it by subject: `recording`, `recalling`, `storing`, `comparing`, `cycling` and
the like. Knows neither Textual nor Typer; takes what day it is and who acts, and returns values.
The parts that load a database library or a document library do so when they are first used.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from db import queries
from db.address import read_address
from db.reader import holds_plan, open_reader
from tracker.dates import say_day
from tracker.errors import NotFound, Refused, StoreError
from tracker.kinds import CycleState
from tui.finding import end_of, live_on
from tui.settings import demo_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from sqlalchemy import Engine

    from db.address import Address
    from db.reader import Reader
    from db.session import ActSession
    from tracker.plan import (
        CycleView,
        OwnerView,
        PartnershipView,
        PlanView,
    )
    from tui.settings import Settings

MAKE_SAMPLE = "Make it with: tracker demo."
"""What to do where the sample plan is asked for before it is there."""


class Workspace:
    """One database, one person, one day.

    Args:
        settings: Where, whose, who and when.
        clock: Gives the moment that an act records.
    """

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime]) -> None:
        self.settings = settings
        self._clock = clock
        self._was_there = False
        self._done: set[int] = set()
        """The acts that were written here."""

    def of_partnership(self, name: str) -> Workspace:
        """Return the same database for another partnership."""
        other = copy(self)
        other.settings = replace(self.settings, partnership=name)
        return other

    @cached_property
    def address(self) -> Address:
        """The database's address."""
        return read_address(self.settings.database)

    @cached_property
    def engine(self) -> Engine:
        """The database, opened to be written; made or upgraded where needed."""
        from db.engine import open_engine

        return open_engine(self.address)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open one snapshot of the database.

        Raises:
            StoreError: There is no plan yet, or no longer, or it cannot be read by this program.
        """
        self._see_sample_is_made()
        self._see_it_is_still_there()
        with open_reader(self.address) as reader:
            self._was_there = True
            yield reader

    def _see_it_is_still_there(self, so: str = "") -> None:
        if self._was_there and not self.exists():
            raise StoreError(
                f"The plan at {self.address.shown} is no longer there{so}.",
                "Look whether its drive is connected or the file was moved, and try again.",
            )

    @contextmanager
    def act(
        self, verb: str, *, reason: str | None = None, undoes: int | None = None
    ) -> Iterator[ActSession]:
        """Write one act: all of it, or nothing.

        The file is let go of afterwards, so that a copy of it is a copy of the plan.

        Raises:
            StoreError: The plan was there before and is gone: an empty one in its place would
                hide it once it is back.
        """
        from db.session import transaction

        self._see_it_is_still_there("; nothing was saved")
        try:
            with transaction(
                self.engine,
                verb=verb,
                who=self.settings.me,
                at=self._clock(),
                reason=reason,
                undoes=undoes,
            ) as session:
                yield session
            self._done.add(session.act)
        finally:
            self.engine.dispose()

    def _see_sample_is_made(self) -> None:
        """Refuse to read the sample plan before it is there, saying what makes it."""
        if self.settings.database == str(demo_file()) and not demo_file().exists():
            raise StoreError("The sample plan has not been made here yet.", MAKE_SAMPLE)

    def has_done_all(self, session: ActSession, *, since: int) -> bool:
        """Tell whether there were acts since one, up to a new one, and all were written here.

        Args:
            session: The new act.
            since: The newest act when something was read.
        """
        between = range(since + 1, session.act)
        return bool(between) and all(act in self._done for act in between)

    def partnership(self, reader: Reader) -> PartnershipView:
        """Return the partnership that is meant: the one named, else the only one."""
        if self.settings.partnership:
            return queries.find_partnership(reader, self.settings.partnership)
        return queries.only_partnership(reader)

    def plan(
        self,
        *,
        as_at: date | None = None,
        cycle: str | None = None,
        known_on: date | None = None,
    ) -> PlanView:
        """Return a plan as it stood on a day.

        Args:
            as_at: The day; today where nothing is said.
            cycle: The cycle's label; the live one of that day where nothing is said.
            known_on: As it was recorded at the end of this day; as it is now where nothing is said.

        Raises:
            NotFound: No such partnership or cycle, or nothing was recorded yet.
            Refused: The cycle had not begun on that day.
        """
        day = as_at or self.settings.today
        with self.reading() as present, as_known(present, known_on) as reader:
            partnership = self.partnership(reader)
            chosen = self.chosen_cycle(reader, partnership, cycle, day)
            return queries.load_plan(reader, chosen.id, as_at=day)

    def plan_for_decision(self, *, cycle: str | None, on: date) -> PlanView:
        """Return the plan that a decision is about, as it stood on the day of the decision.

        It is that of a label; else the round that is being drafted, which waits for decisions;
        else the live one. A decision can be entered late: what it moves is the rating of its day.
        """
        if cycle is None:
            drafted = [one for one in self.cycles()[1] if one.state.is_draft]
            cycle = drafted[-1].label if drafted else None
        today = self.plan(cycle=cycle)
        begun = today.cycle.as_at
        if on >= self.settings.today or (begun and on < begun):
            return today
        return self.plan(as_at=on, cycle=today.cycle.label)

    def chosen_cycle(
        self, reader: Reader, partnership: PartnershipView, label: str | None, day: date
    ) -> CycleView:
        """Return the cycle of a label, else the one that was live on a day.

        Raises:
            NotFound: No such cycle, or none was live.
            Refused: The cycle had not begun on that day.
        """
        if label is not None:
            chosen = queries.find_cycle(reader, partnership.id, label)
            if chosen.as_at and chosen.as_at > day and not chosen.state.is_draft:
                raise Refused(
                    f"Cycle {label} of {partnership.name} holds from {say_day(chosen.as_at)}; "
                    f"nothing can be said of it as at {say_day(day)}.",
                    "Give a later day with --as-at.",
                )
            return chosen
        return live_on(queries.cycles(reader, partnership.id), partnership, day)

    def cycles(self) -> tuple[PartnershipView, tuple[CycleView, ...], CycleView | None]:
        """Return the partnership, its cycles, and the live one: the newest that is agreed."""
        with self.reading() as reader:
            partnership = self.partnership(reader)
            held = tuple(queries.cycles(reader, partnership.id))
        agreed = [cycle for cycle in held if cycle.state is CycleState.AGREED]
        return partnership, held, agreed[-1] if agreed else None

    def posts(self) -> tuple[OwnerView, ...]:
        """Return the posts known for the partnership."""
        with self.reading() as reader:
            return tuple(queries.posts(reader, self.partnership(reader).id))

    def named(self, reader: Reader) -> PartnershipView | None:
        """Return the partnership that was named, where one was."""
        name = self.settings.partnership
        return queries.find_partnership(reader, name) if name else None

    def exists(self) -> bool:
        """Tell whether there is a database to read yet."""
        return holds_plan(self.address)

    def upgrade(self) -> str:
        """Bring the database to the form of this program, and say what was done."""
        from db.upgrading import upgrade

        return upgrade(self.address)


@contextmanager
def as_known(reader: Reader, known_on: date | None) -> Iterator[Reader]:
    """Read as it was recorded at the end of a day; as it is where no day is given.

    Raises:
        NotFound: Nothing was recorded yet.
    """
    if known_on is None:
        yield reader
        return
    from db.known import known_at
    from db.lookback import newest_before

    act = newest_before(reader, end_of(known_on))
    if act is None:
        raise NotFound(
            f"Nothing was recorded yet on {say_day(known_on)}.",
            "--known-on asks what was recorded by a day; --as-at asks what was true on it.",
        )
    with known_at(reader, act.number) as known:
        yield known
