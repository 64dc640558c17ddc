"""The verbs that both front ends use: read a plan, take in a paper, record what people say.

Owns which partnership, cycle and day are meant when nothing is said, and that each verb is one
act. Knows neither Textual nor Typer; takes what day it is and who acts, and returns values.
The parts that load a database library or a document library do so when they are first used.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from db import queries
from db.address import read_address
from db.reader import holds_plan, open_reader
from tracker.changing import alterations, check_change, check_new, with_implied
from tracker.dates import say_day
from tracker.deciding import decide
from tracker.errors import NotFound, Refused
from tracker.kinds import CycleState
from tracker.names import is_close
from tracker.ordering import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Engine

    from db.address import Address
    from db.lookback import Asked
    from db.reader import Reader
    from db.session import ActSession
    from db.writing.papers import StoredPaper
    from tracker.changing import Altered, Change
    from tracker.drafts import Problem
    from tracker.plan import (
        ActionView,
        CycleView,
        DecisionView,
        OwnerView,
        PartnershipView,
        PlanView,
    )
    from tracker.recorded import Act, Entry
    from tui.intake import Intake
    from tui.settings import Settings


class Workspace:
    """One database, one person, one day.

    Args:
        settings: Where, whose, who and when.
        clock: Gives the moment that an act records.
    """

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime]) -> None:
        self.settings = settings
        self._clock = clock

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
        """Open one snapshot of the database."""
        with open_reader(self.address) as reader:
            yield reader

    @contextmanager
    def act(
        self, verb: str, *, reason: str | None = None, undoes: int | None = None
    ) -> Iterator[ActSession]:
        """Write one act: all of it, or nothing.

        The file is let go of afterwards, so that a copy of it is a copy of the plan.
        """
        from db.session import transaction

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
        finally:
            self.engine.dispose()

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
            chosen = self._cycle(reader, partnership, cycle, day)
            return queries.load_plan(reader, chosen.id, as_at=day)

    def plan_for_decision(self, *, cycle: str | None, on: date) -> PlanView:
        """Return the live plan, or that of a label, as it stood on the day of a decision.

        A decision can be entered late: what it moves is the rating of its own day.
        """
        today = self.plan(cycle=cycle)
        begun = today.cycle.as_at
        if on >= self.settings.today or (begun and on < begun):
            return today
        return self.plan(as_at=on, cycle=today.cycle.label)

    def _cycle(
        self, reader: Reader, partnership: PartnershipView, label: str | None, day: date
    ) -> CycleView:
        if label is not None:
            chosen = queries.find_cycle(reader, partnership.id, label)
            if chosen.as_at and chosen.as_at > day:
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

    def history(
        self, asked: Asked, *, ref: str | None = None, cycle: str | None = None
    ) -> tuple[str, tuple[Entry, ...]]:
        """Return acts with what they changed, newest first, and what they are the history of.

        Args:
            asked: Which acts.
            ref: Only those that changed this action, or the rating of this proposal.
            cycle: The cycle of that action; the live one where nothing is said.

        Raises:
            NotFound: No such partnership, cycle or action.
        """
        from db.lookback import find_record, history, history_of

        with self.reading() as reader:
            if ref is None:
                whose = self._named(reader)
                found = history(reader, asked, partnership=whose.id if whose else None)
                return whose.name if whose else "everything held", _in_local_time(found)
            partnership = self.partnership(reader)
            chosen = self._cycle(reader, partnership, cycle, self.settings.today)
            record = find_record(reader, chosen.id, ref)
            if record is None:
                plan = queries.load_plan(reader, chosen.id, as_at=self.settings.today)
                record = "action", find_action(plan, ref).id
            about = f"{ref}, {partnership.name} {chosen.label}"
            return about, _in_local_time(history_of(reader, *record, asked))

    def undoable(self, number: int | None = None) -> Act:
        """Return the act that undo means: the one of a number, else the newest that stands.

        Where a partnership was named, the newest that concerns it.

        Raises:
            NotFound: There is none.
        """
        from db.log import act_numbered, newest_standing
        from db.lookback import latest

        with self.reading() as reader:
            if number is not None:
                return act_numbered(reader, number)
            whose = self._named(reader)
            return latest(reader, whose.id, undoing=False) if whose else newest_standing(reader)

    def redoable(self) -> Act:
        """Return the act that redo takes back: the newest undoing that stands.

        Raises:
            NotFound: Nothing stands undone.
        """
        from db.log import newest_undoing
        from db.lookback import latest

        with self.reading() as reader:
            whose = self._named(reader)
            return latest(reader, whose.id, undoing=True) if whose else newest_undoing(reader)

    def _named(self, reader: Reader) -> PartnershipView | None:
        """Return the partnership that was named, where one was."""
        name = self.settings.partnership
        return queries.find_partnership(reader, name) if name else None

    def undo(self, act: Act) -> tuple[Entry, Entry]:
        """Take back all that an act wrote, as a new act.

        Returns:
            The new act and the one taken back, each with what it changed.

        Raises:
            Refused: It is undone already, something has changed since, or a cycle has closed.
        """
        from db.log import act_numbered
        from db.lookback import undoing_verb
        from db.telling import tell
        from db.undoing import undo_act

        with self.reading() as reader:
            verb = undoing_verb(reader, act)
        with self.act(verb, undoes=act.number) as session:
            undo_act(session=session, act=act.number)
            number = session.act
        with self.reading() as reader:
            made, taken = tell(reader, [act_numbered(reader, n) for n in (number, act.number)])
        done, undone = _in_local_time((made, taken))
        return done, undone

    def update(
        self,
        plan: PlanView,
        actions: Sequence[ActionView],
        change: Change,
        *,
        as_now: bool = False,
    ) -> tuple[tuple[str, tuple[Altered, ...]], ...]:
        """Record one change on one or more actions, as one act.

        Args:
            plan: The plan as it was read.
            actions: Those that are meant.
            change: What is said of each.
            as_now: Take the actions as they are when the turn to write comes, for a command that
                has shown nobody anything; else what others changed meanwhile is not written over.

        Returns:
            For each action its reference and what was altered, in words.

        Raises:
            Refused: A rule forbids it for one of the actions; then nothing is recorded.
        """
        from db.session import reader_of
        from db.writing.updates import record_change

        change = with_implied(change)
        if change.milestone is not None and change.note is None:
            change = replace(change, note=f"Milestone reached: {change.milestone}")
        self._check_all(plan, actions, change)
        refs = ", ".join(action.ref for action in actions[:5]) + (" …" if len(actions) > 5 else "")
        with self.act(f"update {refs}", reason=change.reason) as session:
            if as_now:
                plan = queries.load_plan(reader_of(session), plan.cycle.id, as_at=plan.as_at)
                actions = [find_action(plan, action.ref) for action in actions]
                self._check_all(plan, actions, change)
            record_change(
                session=session,
                plan=plan,
                actions=actions,
                change=change,
                superseded_by=self._replacing(plan, actions, change),
            )
        return tuple((action.ref, alterations(action, change)) for action in actions)

    def _check_all(self, plan: PlanView, actions: Sequence[ActionView], change: Change) -> None:
        for action in actions:
            check_change(plan, action, change, today=self.settings.today)
        self._replacing(plan, actions, change)

    def add(
        self,
        plan: PlanView,
        *,
        codes: Sequence[str],
        text: str,
        delivery: str | None,
        change: Change,
    ) -> str:
        """Add an action under one or more proposals, and return its reference.

        Raises:
            Refused: Its wording is empty, or what is said of it breaks a rule.
            NotFound: A proposal that the framework does not have.
        """
        from db.writing.actions import add_action

        if not text:
            raise Refused("The action has no wording.", "Say in a sentence what will be done.")
        for code in codes:
            if code not in plan.framework.by_code:
                known = ", ".join(plan.framework.by_code)
                raise NotFound(f"There is no proposal {code}.", f"It is one of: {known}.")
        check_new(plan, change, today=self.settings.today)
        with self.act(f"add an action under {codes[0]}") as session:
            return add_action(
                session=session, plan=plan, codes=codes, text=text, delivery=delivery, change=change
            )

    def edit(
        self,
        plan: PlanView,
        action: ActionView,
        *,
        text: str | None = None,
        delivery: str | None = None,
        codes: Sequence[str] | None = None,
        reason: str | None = None,
    ) -> None:
        """Reword an action, or put it under other proposals; it keeps its reference.

        Raises:
            Refused: It would have no wording, or somebody changed it since it was read.
            NotFound: A proposal that the framework does not have.
        """
        from db.writing.actions import edit_action

        with self.act(f"edit {action.ref}", reason=reason) as session:
            edit_action(
                session=session,
                plan=plan,
                action=action,
                text=text,
                delivery=delivery,
                codes=codes,
            )

    def rate(
        self,
        plan: PlanView,
        *,
        code: str,
        level: str,
        by: str | None,
        reason: str | None,
        on: date,
    ) -> DecisionView:
        """Record a decision on a rating, and return it.

        Raises:
            Refused: A national proposal, no body named, or a movement without a reason.
            NotFound: No such proposal or level.
        """
        from db.writing.ratings import record_decision

        decision = decide(
            plan, code=code, level=level, by=by, reason=reason, on=on, today=self.settings.today
        )
        with self.act(f"rate {code} {decision.level}", reason=reason) as session:
            record_decision(session=session, plan=plan, code=code, decision=decision)
        return decision

    def check_intakes(self, intakes: Sequence[Intake], *, again: bool) -> None:
        """Refuse papers that are held already, or cycles whose label is in use.

        Raises:
            Refused: Naming the paper, when it was stored and by whom.
        """
        from db.writing.papers import check_paper

        labels = [(folded(one.partnership), folded(one.label)) for one in intakes]
        for one, label in zip(intakes, labels, strict=True):
            if labels.count(label) > 1:
                raise Refused(
                    f"Two of the papers are for cycle {one.label} of {one.partnership}.",
                    "Import them one by one, each with its own --cycle LABEL.",
                )
        if not self.exists():
            return
        with self.reading() as reader:
            for one in intakes:
                check_paper(
                    reader,
                    one.paper,
                    partnership=one.partnership,
                    label=one.label,
                    again=again,
                    as_at=one.as_at,
                    framework=one.framework,
                )

    def foresee(self, intakes: Sequence[Intake]) -> tuple[tuple[Problem, ...], ...]:
        """Return for each paper what storing it would find, beside the problems of reading it."""
        from db.writing.papers import foresee

        def told(reader: Reader | None) -> tuple[tuple[Problem, ...], ...]:
            return tuple(
                foresee(
                    reader,
                    one.paper,
                    framework=one.framework,
                    partnership=one.partnership,
                    label=one.label,
                    as_at=one.as_at,
                )
                for one in intakes
            )

        if not self.exists():
            return told(None)
        with self.reading() as reader:
            return told(reader)

    def look_alikes(self, intakes: Sequence[Intake]) -> tuple[tuple[str, str], ...]:
        """Return the names of new partnerships that are very like one held, with that one.

        A paper that is to be stored before counts as held.
        """
        names: list[str] = []
        if self.exists():
            with self.reading() as reader:
                names = [partnership.name for partnership in queries.partnerships(reader)]
        alike = []
        for name in dict.fromkeys(one.partnership for one in intakes):
            if folded(name) not in map(folded, names):
                alike += [(name, held) for held in names if is_close(name, held)][:1]
                names.append(name)
        return tuple(alike)

    def exists(self) -> bool:
        """Tell whether there is a database to read yet."""
        return holds_plan(self.address)

    def store(self, intakes: Sequence[Intake], *, again: bool = False) -> tuple[StoredPaper, ...]:
        """Store papers as one act, and suggest which actions go on from the cycle before each."""
        from db.writing.links import link_to_previous
        from db.writing.papers import store_paper

        names = ", ".join(one.paper.document for one in intakes)
        stored = []
        with self.act(f"import {names}") as session:
            for one in intakes:
                done = store_paper(
                    session=session,
                    paper=one.paper,
                    framework=one.framework,
                    partnership=one.partnership,
                    kind=one.kind,
                    label=one.label,
                    as_at=one.as_at,
                    file_format=one.format,
                    size=one.size,
                    again=again,
                )
                link_to_previous(session=session, cycle=done.cycle_id, as_at=one.as_at)
                stored.append(done)
        return tuple(stored)

    def store_demo(self) -> None:
        """Store the papers of the demonstration, unless they are held."""
        from db.writing.papers import store_paper
        from tracker.demo import demo_papers
        from tracker.framework import built_in

        papers = demo_papers()
        if self.exists():
            with self.reading() as reader:
                held = [paper for paper in papers if queries.find_source(reader, paper.sha256)]
            if len(held) == len(papers):
                return
        framework = built_in()
        for paper in papers:
            cycle = paper.current
            if cycle is None or cycle.as_at is None or paper.partnership is None:
                continue
            with self.act(f"import {paper.document}") as session:
                store_paper(
                    session=session,
                    paper=paper,
                    framework=framework,
                    partnership=paper.partnership,
                    label=cycle.label,
                    as_at=cycle.as_at,
                )

    def upgrade(self) -> str:
        """Bring the database to the form of this program, and say what was done."""
        from db.upgrading import upgrade

        return upgrade(self.address)

    def _replacing(
        self, plan: PlanView, actions: Sequence[ActionView], change: Change
    ) -> ActionView | None:
        if change.superseded_by is None:
            return None
        replacing = find_action(plan, change.superseded_by)
        if any(action.id == replacing.id for action in actions):
            raise Refused(f"{replacing.ref} cannot supersede itself.", "Name the other action.")
        return replacing


def live_on(cycles: Sequence[CycleView], partnership: PartnershipView, day: date) -> CycleView:
    """Return the cycle whose plan was in force on a day: the newest agreed one by then.

    Args:
        cycles: Those held, oldest first.
        partnership: Whose they are.
        day: The day.

    Raises:
        NotFound: None is held, or none had been agreed by that day.
    """
    agreed = [c for c in cycles if c.state in {CycleState.AGREED, CycleState.CLOSED}]
    undated = all(c.as_at is None for c in agreed)
    begun = [c for c in agreed if (undated if c.as_at is None else c.as_at <= day)]
    whole = [c for c in begun if not c.ratings_only]
    if whole or begun:
        return (whole or begun)[-1]
    if not cycles:
        raise NotFound(f"No cycle of {partnership.name} is held.", "Import a paper first.")
    if not agreed:
        raise NotFound(
            f"No cycle of {partnership.name} has been agreed yet.",
            f"Name the one that is being drafted: --cycle {cycles[-1].label}.",
        )
    first = min(cycle.as_at for cycle in agreed if cycle.as_at)
    raise NotFound(
        f"The first plan held of {partnership.name} is that of {say_day(first)}; "
        f"nothing is held as at {say_day(day)}.",
        "Give a later day with --as-at.",
    )


def plain_ref(text: str) -> str:
    """Return a reference without the spaces and noughts that people put into it."""
    code, _, number = text.strip().partition("/")
    digits = number.strip().lstrip("0")
    return f"{code.strip().upper()}/{digits}" if digits.isdecimal() else text.strip()


def find_action(plan: PlanView, ref: str) -> ActionView:
    """Return the action that a reference names; an alias is as good as its own.

    Raises:
        NotFound: Saying what is held under that proposal.
    """
    label, _, short = ref.rpartition(":")
    short = plain_ref(short)
    if label and label.strip() != plan.cycle.label:
        raise NotFound(
            f"{ref} is of another cycle; this is {plan.cycle.label}.",
            f"Add --cycle {label.strip()}, or leave the label out.",
        )
    found = plan.by_ref.get(short)
    if found is not None:
        return found
    meant = dict(plan.cross_references).get(short)
    if meant:
        refs = ", ".join(action.ref for action in plan.under(meant)) or "none"
        raise NotFound(
            f"{short} is printed as “as per {meant}”: it means the actions of {meant}.",
            f"Name one of them: {refs}.",
        )
    code = short.partition("/")[0]
    held = [action.ref for action in plan.actions if action.record.code == code]
    if held:
        hint = f"Under {code} there are {held[0]} to {held[-1]}."
    else:
        hint = "A reference is a code and a number, such as 2.4/2. See all with: tracker actions."
    raise NotFound(f"There is no action {ref} in cycle {plan.cycle.label}.", hint)


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


def start_of(day: date) -> datetime:
    """Return the moment at which a day begins where the program runs."""
    return datetime.combine(day, time.min).astimezone()


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over where the program runs."""
    return start_of(day + timedelta(days=1)) if day < date.max else datetime.max.replace(tzinfo=UTC)


def _in_local_time(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return acts with their moments as the clock on the wall showed them."""
    return tuple(
        replace(entry, act=replace(entry.act, at=entry.act.at.astimezone())) for entry in entries
    )
