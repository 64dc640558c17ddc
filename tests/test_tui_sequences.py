"""Whatever people do one after another: it can be taken back, done again, and looked back on."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db import queries
from db.address import Engine as Kind
from db.address import read_address
from db.engine import open_engine
from db.reader import open_reader
from tests.plans import FRAMEWORK, words
from tests.stores import drafted, make_empty, paper, proposal
from tests.test_db_undoing import newest_act, plans, plans_of, undoable
from tests.workspaces import TODAY, Clock, workspace_of
from tracker.agreeing import Agreement
from tracker.changing import Change
from tracker.errors import Ambiguous, NotFound, Refused, UsageFault
from tracker.kinds import Outlook, PartnershipKind, Status
from tracker.opening import Becomes, Choice, Opening
from tracker.timescale import Milestone
from tui import (
    agreeing,
    comparing,
    cycling,
    deciding,
    pairing,
    recalling,
    reconciling,
    recording,
    storing,
)
from tui.intake import Intake
from tui.workspace import as_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from db.address import Address
    from tests.test_db_undoing import Tables
    from tracker.plan import ActionView, PlanView
    from tracker.timescale import Timescale

SENTENCES = (
    "Open a shared room in the old library",
    "Open a shared room in the old library and tell the carers of it",
    "Agree the yearly budget before the end of March",
    "Train the chairs of all committees in their duties",
    "Publish the plan of the winter wards",
)
DUE = date(2029, 6, 30)
ACTIONS = st.builds(
    lambda text, owners, due, status: {
        "text": text,
        "owners": owners,
        "timescale": words("June 2029", due=DUE) if due else None,
        "status": status,
    },
    st.sampled_from(SENTENCES),
    st.sampled_from([(), ("Chief Officer",), ("Chief Officer", "Chief Nurse")]),
    st.booleans(),
    st.sampled_from([Status.NOT_STARTED, Status.IN_PROGRESS]),
)
LEVELS = st.sampled_from([None, *(level.name for level in FRAMEWORK.scale)])
CODES = [known.code for known in FRAMEWORK.proposals]
STAGED = replace(
    words("Draft May 2029, final June 2029", due=DUE),
    milestones=(Milestone("Draft", date(2029, 5, 31)), Milestone("Final", DUE)),
)
TIMESCALES = st.sampled_from([None, words("March 2029", due=date(2029, 3, 31)), STAGED])
CHANGES = st.builds(
    Change,
    on=st.dates(date(2023, 4, 30), TODAY),
    status=st.sampled_from([None, *Status]),
    timescale=TIMESCALES,
    outlook=st.sampled_from([None, *Outlook]),
    outlook_reason=st.sampled_from([None, "Two have left"]),
    board_text=st.sampled_from([None, "Begun.", "Nearly done."]),
    note=st.just("Said at the meeting"),
    owners=st.sampled_from([None, (), ("Chief Nurse",), ("Head of Estates", "Chief Officer")]),
    superseded_by=st.sampled_from([None, None, None, "1.1/1"]),
    milestone=st.sampled_from([None, None, None, "Draft"]),
    reason=st.none() | st.just("The board asked"),
)


@dataclass(frozen=True)
class Said:
    """What was said of an action, as a naive replay needs it."""

    action: int
    change: Change


class Sequences(RuleBasedStateMachine):
    """People at one plan, and what every state before was."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        self.address = address
        self.clock = Clock()
        self.people = [workspace_of(address, who, clock=self.clock) for who in ("Ailsa", "Robin")]
        self.before: list[tuple[Tables, tuple[Said, ...]]] = []
        """Each state that undo must give back, the next one last."""
        self.after: list[tuple[Tables, tuple[Said, ...]]] = []
        """Each state that redo must give back, the next one last."""
        self.held = undoable(address)
        """What is held now."""
        self.said: tuple[Said, ...] = ()
        self.amended: set[int] = set()
        """Cycles that a second paper was taken into: it says things of its own."""
        self.kept: dict[date, tuple[PlanView, ...]] = {}
        """Copies of all plans at the end of each day."""

    def plan(self, *, drafted: bool = False) -> PlanView:
        """Return the live plan as it stands, or that of the repeat where one is drafted."""
        if drafted and cycling.being_drafted(self.people[0]):
            return cycling.drafted_plan(self.people[0])
        return self.people[0].plan()

    def has_plan(self) -> bool:
        """Tell whether a plan with actions is held."""
        return bool(self.held["action"])

    def has_two(self) -> bool:
        """Tell whether two plans with actions are held."""
        return len({row["cycle_id"] for row in self.held["action"].values()}) > 1

    def keep(self) -> None:
        """Take note of what is held, and keep a copy of the day."""
        self.held = undoable(self.address)
        self.kept[self.clock().astimezone().date()] = plans(self.address)

    @contextmanager
    def act(self, *said: Said) -> Iterator[None]:
        """Do one act: it is kept, or refused with nothing changed."""
        newest, before = newest_act(self.address), self.said
        try:
            yield
        except (Refused, NotFound, Ambiguous, UsageFault):
            assert newest == newest_act(self.address)
        if newest == newest_act(self.address):
            assert self.held == undoable(self.address)
            return
        self.before.append((self.held, before))
        self.after.clear()
        self.said += said
        self.keep()

    @initialize(data=st.data())
    def begin(self, data: Any) -> None:  # Any: Hypothesis names no type for it
        """Store the first paper."""
        self.store(data)

    @rule(data=st.data())
    @precondition(lambda self: len(self.held["cycle"]) < 4)
    def store(self, data: Any) -> None:  # Any: as above
        """Import the paper of the next year."""
        intake = _intake(data, 2021 + len(self.held["source"]), again=False)
        with self.act():
            storing.store(self.people[0], [intake], again=True)

    @rule(data=st.data(), withdraw=st.sampled_from([None, "No longer printed"]))
    @precondition(has_plan)
    def take_in(self, data: Any, withdraw: str | None) -> None:  # Any: as above
        """Take a second paper into the live cycle."""
        cycle = self.plan().cycle
        begun = cycle.as_at or TODAY
        intake = replace(_intake(data, begun.year, again=True), label=cycle.label, as_at=begun)
        with self.act():
            meeting = reconciling.meet(self.people[0], intake, again=True)
            reconciling.take_in(self.people[0], meeting, withdraw=withdraw)
            self.amended.add(cycle.id)

    @rule(data=st.data())
    @precondition(has_plan)
    def open_repeat(self, data: Any) -> None:  # Any: as above
        """Open the repeat, saying what becomes of some actions."""
        refs = st.sampled_from([action.ref for action in self.plan().actions] or ["1.1/99"])
        becomes = st.sampled_from([Becomes.COMPLETE, Becomes.WITHDRAWN, Becomes.MERGED])
        chosen = data.draw(st.lists(refs, max_size=2, unique=True))
        choices = [
            Choice(ref, drawn := data.draw(becomes), "Said so", _into(data, drawn, refs))
            for ref in chosen
        ]
        number = len(self.held["cycle"])
        opening = Opening(f"repeat {number}", date(2030, 1, number), tuple(choices))
        with self.act():
            prepared = cycling.open_cycle(self.people[0], opening)
            self.said += tuple(
                Said(action.id, Change(on=TODAY, status=Status(choice.becomes)))
                for action, choice in prepared.chosen
                if choice.becomes is not Becomes.MERGED
            )

    @rule(by=st.sampled_from([None, "The board"]))
    @precondition(has_plan)
    def submit(self, by: str | None) -> None:
        """Send the repeat in as a draft."""
        with self.act():
            agreeing.submit(self.people[0], by=by, on=TODAY)

    @rule(leave=st.booleans())
    @precondition(has_plan)
    def agree(self, leave: bool) -> None:
        """Agree the repeat, leaving ratings that nobody decided, or trying without."""
        with self.act():
            _, progress = cycling.progress(self.people[1])
            left = tuple((code, "Not met yet") for code in progress.undecided if leave)
            agreeing.agree(self.people[1], Agreement("The board", TODAY, left))

    @rule(reason=st.sampled_from([None, "Too early", "Too early"]))
    @precondition(has_plan)
    def reopen(self, reason: str | None) -> None:
        """Open the cycle that was closed last again."""
        with self.act():
            agreeing.reopen(self.people[0], reason=reason)

    @rule(codes=st.lists(st.sampled_from(CODES), min_size=1, unique=True), drafted=st.booleans())
    @precondition(has_plan)
    def confirm(self, codes: list[str], drafted: bool) -> None:
        """Confirm ratings."""
        said = dict.fromkeys(codes, "More rooms")
        plan = self.plan(drafted=drafted)
        with self.act():
            deciding.confirm(self.people[1], plan, said, by="The board", on=TODAY)

    def _update(self, data: Any, *, most: int) -> None:  # Any: as above
        plan, change = self.plan(drafted=data.draw(st.booleans())), data.draw(CHANGES)
        # A repeat holds none where all that was live ended when it was opened.
        if not plan.actions:
            return
        refs = st.sampled_from([action.ref for action in plan.actions])
        chosen = data.draw(st.lists(refs, min_size=1, max_size=most, unique=True))
        actions = [plan.by_ref[ref] for ref in chosen]
        with self.act(*(Said(action.id, change) for action in actions)):
            recording.update(data.draw(st.sampled_from(self.people)), plan, actions, change)

    @rule(data=st.data())
    @precondition(has_plan)
    def update(self, data: Any) -> None:  # Any: as above
        """Say something of one action."""
        self._update(data, most=1)

    @rule(data=st.data())
    @precondition(has_plan)
    def update_several(self, data: Any) -> None:  # Any: as above
        """Say the same of several actions."""
        self._update(data, most=5)

    @rule(data=st.data(), code=st.sampled_from(CODES), level=LEVELS.filter(bool))
    @precondition(has_plan)
    def rate(self, data: Any, code: str, level: str) -> None:  # Any: as above
        """Decide on a rating."""
        by = data.draw(st.sampled_from([None, *["The board"] * 4]))
        plan = self.plan(drafted=data.draw(st.booleans()))
        with self.act():
            deciding.rate(
                self.people[1],
                plan,
                code=code,
                level=level,
                by=by,
                reason="Shown",
                on=TODAY,
            )

    @rule(
        codes=st.lists(st.sampled_from(CODES), min_size=1, unique=True),
        change=CHANGES,
        drafted=st.booleans(),
    )
    @precondition(has_plan)
    def add(self, codes: list[str], change: Change, drafted: bool) -> None:
        """Add an action."""
        plan = self.plan(drafted=drafted)
        with self.act():
            recording.add(
                self.people[0],
                plan,
                codes=codes,
                text="Write it down",
                delivery=None,
                change=change,
            )

    @rule(
        data=st.data(),
        text=st.sampled_from([None, "", *SENTENCES]),
        delivery=st.sampled_from([None, "", "By a working group"]),
        codes=st.none() | st.lists(st.sampled_from(CODES), min_size=1, unique=True),
    )
    @precondition(has_plan)
    def edit(
        self,
        data: Any,  # Any: as above
        text: str | None,
        delivery: str | None,
        codes: list[str] | None,
    ) -> None:
        """Reword or move an action."""
        plan = self.plan(drafted=data.draw(st.booleans()))
        if not plan.actions:
            return
        action = data.draw(st.sampled_from(plan.actions))
        with self.act():
            recording.edit(self.people[1], plan, action, text=text, delivery=delivery, codes=codes)

    @rule(data=st.data(), refuse=st.booleans())
    @precondition(has_two)
    def link(self, data: Any, refuse: bool) -> None:  # Any: as above
        """Confirm or refuse a link, suggested or not."""
        seen = comparing.compare(self.people[0])
        if not seen.base.actions or not seen.repeat.actions:
            return
        base = data.draw(st.sampled_from(seen.base.actions)).ref
        repeat = data.draw(st.sampled_from(seen.repeat.actions)).ref
        with self.act():
            pairing.link(self.people[0], base, repeat, refuse=refuse, reason="Known", seen=seen)

    @rule()
    @precondition(lambda self: self.before)
    def undo(self) -> None:
        """Take the newest act back: the state is the one before it."""
        self.after.append((self.held, self.said))
        recalling.undo(self.people[1], recalling.undoable(self.people[1]))
        before, self.said = self.before.pop()
        self.keep()
        assert before == self.held

    @rule()
    @precondition(lambda self: self.after)
    def redo(self) -> None:
        """Do again what was taken back last: the state is the one after it."""
        self.before.append((self.held, self.said))
        recalling.undo(self.people[0], recalling.redoable(self.people[0]))
        after, self.said = self.after.pop()
        self.keep()
        assert after == self.held

    @rule()
    def pass_a_day(self) -> None:
        """Go on tomorrow."""
        self.clock.next_day()

    @invariant()
    def every_day_is_a_replay(self) -> None:
        """Read the plans as at any day: what had happened by then, and nothing else."""
        for plan in plans(self.address):
            if plan.cycle.opened_from is not None or plan.cycle.id in self.amended:
                continue
            mine = {action.id for action in plan.actions}
            for day in sorted({one.change.on for one in self.said if one.action in mine}):
                with open_reader(self.address) as reader:
                    then = queries.load_plan(reader, plan.cycle.id, as_at=day)
                for action in then.actions:
                    found = action.status, action.timescale, action.board_text
                    assert replayed(action, self.said, day) == found

    def teardown(self) -> None:
        """Take all that is left back, having looked back on every day."""
        for day, copy in self.kept.items():
            with self.people[0].reading() as present, as_known(present, day) as reader:
                assert copy == plans_of(reader)
        while self.before:
            self.undo()


def _intake(data: Any, year: int, *, again: bool) -> Intake:  # Any: as above
    """Return the paper of a year, or a second one of it."""
    drawn = data.draw(st.lists(ACTIONS, min_size=1, max_size=3))
    drafts = [drafted(f"1.1/{place}", **more) for place, more in enumerate(drawn, 1)]
    printed = proposal("1.1", *drafts, rating=data.draw(LEVELS), previous_rating="partly")
    other = proposal("1.2", rating=data.draw(LEVELS), evidence=("Rooms are shared.",))
    name = f"{year}{'-amended' * again}"
    return Intake(
        paper=paper(printed, other, document=f"{name}.docx", sha256=name),
        framework=FRAMEWORK,
        partnership="Strathmore",
        kind=PartnershipKind.LOCAL,
        label=str(year),
        as_at=date(year, 4, 30),
        size=1,
        format="word",
    )


def _into(data: Any, becomes: Becomes, refs: Any) -> str | None:  # Any: as above
    return str(data.draw(refs)) if becomes is Becomes.MERGED else None


def replayed(
    action: ActionView, said: Sequence[Said], day: date
) -> tuple[Status, Timescale | None, str | None]:
    """Return what a replay of all that had happened by a day makes of an action."""
    first = min(action.record.updates, key=lambda update: update.id)
    told = [(first.happened_on, first.status, first.timescale, first.board_text)]
    told += [
        (one.change.on, one.change.status, one.change.timescale, one.change.board_text)
        for one in said
        if one.action == action.id
    ]
    status: Status = Status.NOT_REPORTED
    timescale: Timescale | None = None
    text: str | None = None
    for on, new_status, new_timescale, new_text in sorted(told, key=lambda one: one[0]):
        if on <= day:
            status = new_status or status
            timescale, text = new_timescale or timescale, new_text or text
    return status, timescale, text


def test_any_sequence_can_be_taken_back_and_looked_back_on(
    engine: Engine, address: Address, tmp_path: Path
) -> None:
    """Updates, ratings, new and moved actions, links, imports, second papers, a repeat opened.

    Undo gives each state before, redo each state after; `--known-on` the copies that were kept;
    `--as-at` what a naive replay of the updates says; a refusal changes nothing.
    """
    del engine
    numbers = count()

    class OnEmpty(Sequences):
        """Begins with nothing held."""

        def __init__(self) -> None:
            super().__init__(emptied(address, tmp_path / f"{next(numbers)}.db"))

    # Each act connects anew, which a server takes its time for.
    examples = 4 if address.engine is Kind.POSTGRESQL else 12
    run_state_machine_as_test(
        OnEmpty, settings=settings(max_examples=examples, stateful_step_count=10, deadline=None)
    )


def emptied(address: Address, other: Path) -> Address:
    """Return an empty database: the same on a server, else another file."""
    if address.engine is Kind.POSTGRESQL:
        make_empty(address)
        return address
    own = read_address(str(other))
    open_engine(own).dispose()
    return own
