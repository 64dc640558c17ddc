"""A second paper for a cycle that is held: what differs is told, and recorded once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import queries
from db.reader import open_reader
from db.session import transaction
from db.undoing import undo_act
from db.writing.actions import edit_action
from db.writing.owners import set_leads
from db.writing.ratings import record_decision
from db.writing.reconciling import apply_difference, look
from db.writing.updates import record_change
from tests.plans import words
from tests.stores import AS_AT, MOMENT, drafted, loaded, paper, proposal, stored, writing
from tests.test_db_undoing import undoable
from tracker.changing import Change
from tracker.drafts import ActionDraft, NationalDetail, PaperDraft, RecommendationDraft
from tracker.errors import Refused
from tracker.kinds import Decision, Match, Outlook, Status, Taken, TimescaleKind
from tracker.plan import DecisionView
from tracker.timescale import Timescale

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from db.writing.reconciling import Reconciled
    from tracker.reconciling.difference import Difference

FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
JUNE = date(2021, 6, 30)
TODAY = date(2022, 1, 31)
SUMMER = words("July 2021", due=date(2021, 7, 31))
WINTER = words("December 2021", due=date(2021, 12, 31))
ONGOING = Timescale("Ongoing", TimescaleKind.ONGOING, "No end.", status=Status.ONGOING)
EMPTY = Timescale("", TimescaleKind.NONE, "Nothing is said.")


def seen(
    address: Address, draft: PaperDraft, on: date = JUNE, *, again: bool = False
) -> Difference:
    """Return in what a paper differs from cycle 2021."""
    cycle = loaded(address).cycle.id
    with open_reader(address) as reader:
        return look(reader, draft, cycle=cycle, on=on, today=TODAY, again=again)


def taken_in(
    engine: Engine,
    address: Address,
    draft: PaperDraft,
    on: date = JUNE,
    *,
    withdraw: str | None = None,
) -> Reconciled:
    """Record what a paper changes in cycle 2021, and return what came of it."""
    difference = seen(address, draft, on)
    with writing(engine, f"import {draft.document} into 2021") as session:
        return apply_difference(
            session=session,
            paper=draft,
            cycle=loaded(address).cycle.id,
            seen=difference,
            today=TODAY,
            withdraw=withdraw,
        )


def one(text: str = "Agree one budget for the rooms", **more: object) -> PaperDraft:
    """Return a paper with one action."""
    return paper(proposal("1.1", drafted("1.1/1", text, **more)))


def update(engine: Engine, address: Address, change: Change, ref: str = "1.1/1") -> None:
    """Record what a person says of an action."""
    plan = loaded(address, as_at=TODAY)
    with writing(engine, f"update {ref}") as session:
        record_change(session=session, plan=plan, actions=[plan.by_ref[ref]], change=change)


def fields(difference: Difference) -> list[tuple[str, str, str, Taken]]:
    """Return what differs in actions."""
    return [
        (field.name, field.held, field.read, field.taken)
        for action in difference.actions
        for field in action.fields
    ]


def test_an_amended_paper_changes_what_it_words_anew_and_adds_what_is_new(
    engine: Engine, address: Address
) -> None:
    """References stay, new actions get new numbers, what is gone is kept, all of it told."""
    first = paper(
        proposal(
            "1.1",
            drafted("1.1/1", "Agree one budget for the shared rooms", timescale=SUMMER),
            drafted("1.1/2", "Train the drivers of the library van"),
            drafted("1.1/3", "Paint the gate by the harbour green"),
            rating="partly",
            evidence=("Rooms are shared.",),
            indicators={"partly": "some rooms"},
        )
    )
    second = paper(
        proposal(
            "1.1",
            drafted("1.1/1", "Invite the neighbours to supper"),
            drafted("1.1/2", "Train all drivers of the library van"),
            rating="fully",
            previous_rating="not yet",
            title="Rooms are shared by all",
            evidence=("Rooms are shared.", "Keys are shared."),
            indicators={"partly": "several rooms", "fully": "all rooms"},
            place="table 9",
        ),
        proposal(
            "1.2",
            drafted(
                "1.2/1",
                "Agree one budget for the shared rooms",
                timescale=WINTER,
                owners=("Finance Officer",),
                contributors=("Librarian",),
                delivery="With the auditors",
                progress="Drafted",
                outlook=Outlook.AT_RISK,
                status=Status.IN_PROGRESS,
                printed_status="Delayed",
                further=(("Cost", "£5"),),
            ),
        ),
        document="amended.docx",
        sha256="2",
    )
    stored(engine, first)
    difference = seen(address, second)
    told = {action.ref: action.match for action in difference.actions}
    assert {
        "1.1/1": Match.CHANGED,
        "1.1/2": Match.REWORDED,
        "1.1/3": Match.GONE,
        None: Match.NEW,
    } == told
    assert [("1.1", "partly", "fully", "table 9")] == [
        (r.code, r.held, r.read, r.place) for r in difference.ratings
    ]
    assert ["previous rating", "title", "indicator", "indicator", "evidence"] == [
        text.name for text in difference.texts
    ]
    done = taken_in(engine, address, second)
    assert (1, 5, 2, ("1.1/4",), ()) == (
        done.ratings,
        done.texts,
        done.changed,
        done.added,
        done.withdrawn,
    )
    plan = loaded(address)
    assert ["1.1/1", "1.1/2", "1.1/3", "1.1/4"] == [action.ref for action in plan.actions]
    moved = plan.by_ref["1.1/1"]
    assert (("1.2",), Status.IN_PROGRESS, "Delayed", date(2021, 12, 31), Outlook.AT_RISK) == (
        moved.proposals,
        moved.status,
        moved.printed_status,
        moved.due,
        moved.outlook,
    )
    assert ("With the auditors", "Drafted", (("Cost", "£5"),)) == (
        moved.record.delivery,
        moved.board_text,
        moved.record.further,
    )
    assert ("Finance Officer", "Librarian") == moved.owner_names
    assert (date(2021, 7, 31), date(2021, 12, 31)) == moved.due_dates
    assert [AS_AT, JUNE] == [update.happened_on for update in moved.updates]
    assert "Train all drivers of the library van" == plan.by_ref["1.1/2"].text
    rated = plan.by_code["1.1"]
    assert ("fully", "not yet", "Rooms are shared by all") == (
        rated.level,
        rated.previous_printed,
        rated.title,
    )
    assert [("partly", "several rooms"), ("fully", "all rooms")] == list(rated.indicators)
    assert ["Rooms are shared.", "Keys are shared."] == [text.text for text in rated.evidence]
    assert plan.previous is not None
    assert "before 2021" == plan.previous.label
    assert seen(address, second).is_empty


def test_what_was_said_later_stays_in_force(engine: Engine, address: Address) -> None:
    """The paper's word is recorded for its own day; the newer update and decision count."""
    stored(engine, paper(proposal("1.1", drafted("1.1/1", "Open the rooms"), rating="partly")))
    update(engine, address, Change(date(2021, 9, 1), status=Status.COMPLETE, timescale=WINTER))
    second = one("Open the rooms", status=Status.ON_HOLD, timescale=SUMMER)
    told = fields(seen(address, second))
    assert [
        ("timescale", "none", "July 2021 (31 July 2021)", Taken.OVERTAKEN),
        ("status", "not reported", "on hold", Taken.OVERTAKEN),
    ] == told
    assert 2 == seen(address, second).staying
    taken_in(engine, address, second)
    assert Status.COMPLETE is loaded(address).by_ref["1.1/1"].status
    assert Status.ON_HOLD is loaded(address, as_at=JUNE).by_ref["1.1/1"].status
    assert seen(address, second).is_empty


def test_what_a_person_wrote_here_by_hand_is_kept(engine: Engine, address: Address) -> None:
    """Wording and posts have no day; what a person set is kept, and told where a paper differs."""
    first = one("Open the roms", delivery="By boat")
    stored(engine, first)
    plan = loaded(address)
    with writing(engine, "edit 1.1/1", who="Morag") as session:
        action = plan.by_ref["1.1/1"]
        edit_action(
            session=session,
            plan=plan,
            action=action,
            text="Let the neighbours in",
            delivery="On foot",
            codes=["1.2"],
        )
        set_leads(session=session, partnership=1, cycle=1, actions=[action.id], leads=["Keeper"])
    assert (True, ()) == (seen(address, first).is_empty, seen(address, first).actions[0].fields)
    second = paper(
        proposal("2.1", drafted("2.1/1", "Open the roms!", owners=("Porter",), delivery="By air"))
    )
    difference = seen(address, second)
    kept = {(name, held, read, Taken.NO) for name, held, read, _ in fields(difference)}
    assert kept == set(fields(difference))
    assert {("delivery", "On foot", "By air"), ("owner", "Keeper", "Porter")} | {
        ("proposals", "1.2", "2.1")
    } == {row[:3] for row in kept}
    assert "Morag wrote it here on 3 January 2022" == difference.actions[0].fields[0].because
    assert difference.is_empty
    with transaction(engine, verb="undo", who="Sandy", at=MOMENT, undoes=2) as session:
        undo_act(session=session, act=2)
    assert {Taken.YES} == {taken for *_, taken in fields(seen(address, second))}


@pytest.mark.parametrize(
    ("held", "read", "expected"),
    [
        (ONGOING, replace(ONGOING, text="ongoing."), Status.ONGOING),
        (ONGOING, EMPTY, Status.ONGOING),
        (ONGOING, None, Status.ONGOING),
        (ONGOING, WINTER, Status.NOT_REPORTED),
        (WINTER, ONGOING, Status.ONGOING),
        (WINTER, replace(WINTER, text="DECEMBER 2021"), Status.NOT_REPORTED),
    ],
)
def test_a_new_timescale_brings_its_own_status(
    engine: Engine,
    address: Address,
    held: Timescale,
    read: Timescale | None,
    expected: Status,
) -> None:
    """Silence changes nothing; a date in the place of `ongoing` ends what that implied."""
    first = one(timescale=held, status=held.status or Status.NOT_REPORTED)
    stored(engine, first)
    implied = read.status if read else None
    second = one(timescale=read, status=implied or Status.NOT_REPORTED)
    taken_in(engine, address, second)
    assert expected is loaded(address).by_ref["1.1/1"].status
    assert seen(address, second).is_empty


def test_an_unchanged_timescale_does_not_take_a_completion_back(
    engine: Engine, address: Address
) -> None:
    """What the first paper said already is not news, though a later paper prints it again."""
    stored(engine, one(timescale=ONGOING, status=Status.ONGOING))
    update(engine, address, Change(date(2021, 5, 31), status=Status.COMPLETE))
    assert seen(address, one(timescale=ONGOING, status=Status.ONGOING)).is_empty
    said = one(status=Status.IN_PROGRESS, printed_status="In progress")
    assert ["status"] == [name for name, *_ in fields(seen(address, said))]


def test_a_cut_or_joined_action_goes_on_as_its_likeliest_part(
    engine: Engine, address: Address
) -> None:
    """The other part is new, or gone, and both are told with the action they belong to."""
    whole = "Write one budget for all the shared rooms and train the drivers of the library van"
    parts = whole.split(" and ")
    stored(engine, one(whole))
    second = paper(proposal("1.1", drafted("1.1/1", parts[0]), drafted("1.1/2", parts[1])))
    (new,) = seen(address, second).of(Match.NEW)
    assert "1.1/1" == new.part_of
    taken_in(engine, address, second)
    difference = seen(address, one(whole))
    (gone,) = difference.of(Match.GONE)
    assert {gone.ref, gone.part_of} == {"1.1/1", "1.1/2"}
    certainty = difference.of(Match.REWORDED)[0].certainty
    assert certainty is not None
    assert 0.5 < certainty < 1


def test_actions_that_are_gone_can_be_withdrawn_with_a_reason(
    engine: Engine, address: Address
) -> None:
    """They are kept unless somebody says why not; once withdrawn nobody misses them."""
    first = paper(
        proposal("1.1", drafted("1.1/1", "Open the rooms"), drafted("1.1/2", "Feed the geese"))
    )
    stored(engine, first)
    assert () == taken_in(engine, address, one("Open the rooms")).withdrawn
    assert "1.1/2" in loaded(address).by_ref
    done = taken_in(engine, address, one("Open the rooms"), withdraw="Not ours")
    assert ("1.1/2",) == done.withdrawn
    left = loaded(address).by_ref["1.1/2"]
    assert (Status.WITHDRAWN, "Not ours") == (left.status, left.updates[-1].reason)
    assert () == seen(address, one("Open the rooms")).of(Match.GONE)


def test_a_paper_without_actions_says_nothing_of_them(engine: Engine, address: Address) -> None:
    """A page of ratings does not empty the plan."""
    stored(engine, one())
    difference = seen(address, paper(proposal("1.1", rating="fully")))
    assert () == difference.actions
    assert ["fully"] == [rating.read for rating in difference.ratings]


def test_recommendations_and_measures_meet_theirs(engine: Engine, address: Address) -> None:
    """What stands outside the proposals, and the texts of the national plan, take part."""
    item = RecommendationDraft(
        "R/1", "Finance", "Publish the accounts", sub_items=("In plain words",), delivery="Online"
    )
    detail = NationalDetail(outcome="Money is shared", progress_measures=("Budgets agreed",))
    first = paper(proposal("2.2", national=detail), recommendations=(item,))
    stored(engine, first)
    assert ("Online", ("In plain words",)) == (
        loaded(address).by_ref["R/1"].record.delivery,
        loaded(address).by_ref["R/1"].record.sub_items,
    )
    assert seen(address, first).is_empty
    other = replace(item, section="Money", text="Publish all the accounts")
    more = replace(detail, progress_measures=("Budgets agreed", "Reserves known"))
    second = paper(proposal("2.2", national=more), recommendations=(other,))
    difference = seen(address, second)
    assert ["progress measure"] == [text.name for text in difference.texts]
    assert ["text", "section"] == [name for name, *_ in fields(difference)]
    taken_in(engine, address, second)
    assert seen(address, second).is_empty
    kinds = [str(text.kind) for text in loaded(address).by_code["2.2"].evidence]
    assert ["outcome", "progress measure", "progress measure"] == sorted(kinds)


def test_a_decision_of_a_later_day_stays_in_force(engine: Engine, address: Address) -> None:
    """A paper of before does not take back what a board decided since."""
    stored(engine, paper(proposal("1.1", rating="not yet")))
    taken_in(engine, address, paper(proposal("1.1", rating="partly")), on=date(2021, 9, 1))
    late = paper(proposal("1.1", rating="fully"))
    (rating,) = seen(address, late).ratings
    assert Taken.OVERTAKEN is rating.taken
    assert "partly, decided on 1 September 2021, stays in force" == rating.because
    taken_in(engine, address, late)
    assert "partly" == loaded(address).by_code["1.1"].level
    assert seen(address, late).is_empty


def test_a_previous_rating_that_is_not_that_of_the_round_held_is_told(
    engine: Engine, address: Address
) -> None:
    """The second paper's Y marks are checked as the first one's are."""
    stored(engine, paper(proposal("1.1", rating="partly")), label="2019", as_at=date(2019, 5, 15))
    stored(engine, paper(proposal("1.1", rating="fully")))
    done = taken_in(
        engine, address, paper(proposal("1.1", rating="fully", previous_rating="not yet"))
    )
    assert "prints the previous rating not yet; the cycle 2019 holds partly" in (
        done.problems[0].message
    )


def test_what_a_person_said_of_the_same_day_is_kept(engine: Engine, address: Address) -> None:
    """The paper again says nothing new; another word of it is told and not recorded."""
    begun = drafted("1.1/1", status=Status.IN_PROGRESS, progress="Begun")
    first = paper(proposal("1.1", begun, rating="not yet"))
    stored(engine, first)
    update(engine, address, Change(AS_AT, status=Status.COMPLETE))
    plan = loaded(address)
    with writing(engine, "rate 1.1 fully") as session:
        decision = DecisionView(0, Decision.RAISED, "fully", AS_AT, "The board", reason="Seen")
        record_decision(session=session, plan=plan, code="1.1", decision=decision)
    again = seen(address, first, on=AS_AT)
    assert ((), True) == (again.actions[0].fields, again.is_empty)
    assert () == again.ratings
    other = drafted("1.1/1", status=Status.ON_HOLD, progress="Going on")
    second = paper(proposal("1.1", other, rating="partly"))
    difference = seen(address, second, on=AS_AT)
    assert [("status", Taken.NO), ("progress", Taken.YES)] == [
        (name, taken) for name, _, _, taken in fields(difference)
    ]
    assert "complete, said here of the same day, is kept" == difference.actions[0].fields[0].because
    assert "fully, decided on the same day, is kept" == difference.ratings[0].because
    taken_in(engine, address, second, on=AS_AT)
    held = loaded(address)
    assert (Status.COMPLETE, "Going on") == (
        held.by_ref["1.1/1"].status,
        held.by_ref["1.1/1"].board_text,
    )
    assert "fully" == held.by_code["1.1"].level


def test_papers_that_are_not_for_the_cycle_are_refused(engine: Engine, address: Address) -> None:
    """A closed cycle, one known by its ratings, an older paper, a file held elsewhere."""
    stored(engine, paper(proposal("1.1", rating="partly", previous_rating="not yet"), sha256="a"))
    second = one()
    with pytest.raises(Refused, match="speaks of 1 April 2021; cycle 2021 is held as at 30 April"):
        seen(address, second, on=date(2021, 4, 1))
    with open_reader(address) as reader:
        bare = next(c.id for c in queries.cycles(reader, 1) if c.ratings_only)
    with open_reader(address) as reader, pytest.raises(Refused, match="only ratings"):
        look(reader, second, cycle=bare, on=JUNE, today=TODAY)
    stored(engine, replace(second, sha256="b"), label="2022", as_at=date(2022, 1, 1))
    with pytest.raises(Refused, match="Cycle 2021 is closed"):
        seen(address, second)
    with open_reader(address) as reader:
        live = queries.find_cycle(reader, 1, "2022").id
        with pytest.raises(Refused, match="held already, as the cycle 2021"):
            look(reader, replace(second, sha256="a"), cycle=live, on=TODAY, today=TODAY)
        again = replace(second, sha256="a")
        assert look(reader, again, cycle=live, on=TODAY, today=TODAY, again=True).is_empty


def test_a_plan_that_changed_after_it_was_shown_is_shown_again(
    engine: Engine, address: Address
) -> None:
    """Nobody agrees to a difference that they have not seen."""
    stored(engine, one())
    second = one("Agree one budget for all rooms", status=Status.ON_HOLD)
    shown = seen(address, second)
    update(engine, address, Change(date(2021, 9, 1), status=Status.COMPLETE))
    with (
        pytest.raises(Refused, match="changed after the difference was shown"),
        writing(engine) as session,
    ):
        apply_difference(session=session, paper=second, cycle=1, seen=shown, today=TODAY)


POOL = (
    "Agree one budget for the shared rooms",
    "Train the drivers of the library van",
    "Paint the gate by the harbour green",
    "Invite all neighbours to a supper in May",
    "Publish the accounts in plain words",
    "Count the boats before the winter storms",
    "Write down who keeps which key",
)
ACTION = st.builds(
    ActionDraft,
    ref=st.just(""),
    text=st.sampled_from(POOL),
    timescale=st.sampled_from([None, EMPTY, SUMMER, WINTER, ONGOING]),
    status=st.sampled_from([Status.NOT_REPORTED, Status.IN_PROGRESS, Status.COMPLETE]),
    owners=st.sampled_from([(), ("Keeper",), ("Porter", "Keeper")]),
    delivery=st.sampled_from([None, "By boat", "On foot"]),
    progress=st.sampled_from([None, "Begun"]),
)
RATING = st.sampled_from([None, "not yet", "partly", "fully"])
PRINTED = st.lists(st.tuples(st.sampled_from(["1.1", "1.2", "2.1"]), ACTION), max_size=6)


def printed(rows: list[tuple[str, ActionDraft]], ratings: list[str | None]) -> PaperDraft:
    """Return a paper of these rows, numbered under each proposal as they come."""
    proposals = []
    for code, rating in zip(("1.1", "1.2", "2.1"), ratings, strict=True):
        own = [draft for under, draft in rows if under == code]
        numbered = [replace(a, ref=f"{code}/{n}") for n, a in enumerate(own, 1)]
        proposals.append(proposal(code, *numbered, rating=rating))
    return paper(*proposals)


PAPERS = st.builds(printed, PRINTED, st.lists(RATING, min_size=3, max_size=3))


def emptied(engine: Engine, address: Address) -> None:
    """Take back every act, so that an example begins with nothing held."""
    with open_reader(address) as reader:
        left = reader.rows(
            "SELECT id FROM act a WHERE undoes IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM act u WHERE u.undoes = a.id) ORDER BY id DESC"
        )
    for (act,) in left:
        with transaction(engine, verb="undo", who="Sandy", at=MOMENT, undoes=act) as session:
            undo_act(session=session, act=act)


SAYING = st.sampled_from(["update", "edit", "posts"])


def say(engine: Engine, address: Address, what: str, place: int) -> None:
    """Let a person write something of one of the actions, where there is any."""
    plan = loaded(address, as_at=TODAY)
    if not plan.actions:
        return
    action = plan.actions[place % len(plan.actions)]
    if what == "update":
        day = AS_AT + timedelta(20 * place)
        update(engine, address, Change(day, status=Status.ON_HOLD, note="Said"), action.ref)
        return
    with writing(engine, f"{what} {action.ref}") as session:
        if what == "edit":
            text = f"Sweep the slipway number {place} before breakfast"
            edit_action(session=session, plan=plan, action=action, text=text, codes=["1.2"])
        else:
            leads = ["Harbour master"]
            cycle = plan.cycle.id
            set_leads(session=session, partnership=1, cycle=cycle, actions=[action.id], leads=leads)


@settings(max_examples=20, suppress_health_check=FIXTURES)
@given(
    first=PAPERS,
    second=PAPERS,
    late=st.integers(0, 200),
    said=st.lists(st.tuples(SAYING, st.integers(0, 9)), max_size=3),
)
def test_a_difference_once_recorded_is_none_and_undo_gives_back_the_state_before(
    engine: Engine,
    address: Address,
    first: PaperDraft,
    second: PaperDraft,
    late: int,
    said: list[tuple[str, int]],
) -> None:
    """A cycle does not differ from its own paper; nothing is doubled; one act, one undo.

    Whatever people write between the two papers, each action that stays is still found, and what
    was written by hand or said of a later day still stands.
    """
    emptied(engine, address)
    stored(engine, first)
    for what, place in said:
        say(engine, address, what, place)
    own = seen(address, first, on=AS_AT)
    assert own.is_empty, own
    assert () == own.of(Match.NEW, Match.GONE)
    before_it = {a.ref: a.text for a in loaded(address).actions if a.text.startswith("Sweep")}
    before, on = undoable(address), AS_AT + timedelta(late)
    difference = seen(address, second, on=on)
    held = len(loaded(address).actions)
    done = taken_in(engine, address, second, on=on)
    assert seen(address, second, on=on).is_empty
    assert held + len(difference.of(Match.NEW)) == len(loaded(address).actions)
    assert len(difference.of(Match.NEW)) == len(done.added)
    assert before_it.items() <= {a.ref: a.text for a in loaded(address).actions}.items()
    if difference.is_empty:
        return
    with transaction(engine, verb="undo", who="S", at=MOMENT, undoes=done.act) as session:
        undo_act(session=session, act=done.act)
    assert before == undoable(address)


ONCE = st.lists(
    st.tuples(st.sampled_from(["1.1", "1.2", "2.1"]), ACTION),
    max_size=6,
    unique_by=lambda row: row[1].text,
)


@settings(max_examples=15, suppress_health_check=FIXTURES)
@given(first=ONCE, second=ONCE, shuffle=st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    engine: Engine,
    address: Address,
    first: list[tuple[str, ActionDraft]],
    second: list[tuple[str, ActionDraft]],
    shuffle: object,
) -> None:
    """The same rows in another order make the same difference."""
    emptied(engine, address)
    stored(engine, printed(first, [None] * 3))
    other = list(second)
    shuffle.shuffle(other)  # type: ignore[attr-defined]  # a random.Random of Hypothesis

    def told(rows: list[tuple[str, ActionDraft]]) -> set[tuple[object, ...]]:
        difference = seen(address, printed(rows, [None] * 3))
        return {(a.match, a.ref, a.text, a.fields, a.under) for a in difference.actions}

    assert told(second) == told(other)
