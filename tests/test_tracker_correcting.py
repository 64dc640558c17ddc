"""Correcting a paper before it is stored: what each correction does, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import FRAMEWORK
from tests.stores import drafted, paper, proposal
from tracker.correcting.corrections import (
    Add,
    Amend,
    Correction,
    Drop,
    Join,
    LookedAt,
    Move,
    Part,
    Rate,
    Split,
)
from tracker.correcting.rows import rows_of
from tracker.correcting.steps import (
    Correcting,
    begin,
    correct,
    reason,
    remembered,
    renewed,
    take_back,
)
from tracker.doubts import doubts
from tracker.drafts import ActionDraft, PaperDraft, Problem, RecommendationDraft
from tracker.errors import NotFound, Refused, TrackerError
from tracker.kinds import Outlook, PaperKind, Severity, Status, TimescaleKind
from tracker.timescale import read_timescale

AS_AT = date(2021, 4, 30)


def timed(text: str) -> object:
    """Return a timescale as it is read in the tests' papers."""
    return read_timescale(text, as_at=AS_AT)


def after(draft: PaperDraft, *corrections: Correction) -> PaperDraft:
    """Return a paper after corrections."""
    held = begin(draft, FRAMEWORK)
    for correction in corrections:
        held = correct(held, correction)
    return held.paper


def bare(draft: ActionDraft) -> ActionDraft:
    """Return an action without the memory of its corrections."""
    return replace(draft, corrected=())


def texts(draft: PaperDraft) -> dict[str, str]:
    """Return the wordings of a paper by their references."""
    return {row.draft.ref: row.draft.text for row in rows_of(draft)}


CUT = paper(
    proposal(
        "1.1",
        drafted("1.1/1", "Open a shared room"),
        drafted("1.1/2", "Agree who leads", timescale=timed("December"), delivery="By the"),
        drafted("1.1/3", "the shared room", timescale=timed("2021"), delivery="forum"),
        drafted("1.1/4", "Count the rooms"),
    )
)


def test_a_row_cut_by_a_page_break_is_joined() -> None:
    """Its cells are put together and read anew, and the actions below it move up."""
    corrected = after(CUT, Join("1.1/3"))
    assert {
        "1.1/1": "Open a shared room",
        "1.1/2": "Agree who leads the shared room",
        "1.1/3": "Count the rooms",
    } == texts(corrected)
    joined = corrected.actions[1]
    assert joined.timescale is not None
    assert (date(2021, 12, 31), "By the forum") == (joined.timescale.due, joined.delivery)
    assert "table 1, 1.1/2 and table 1, 1.1/3" == joined.place
    assert ("joined with what was read as 1.1/3",) == joined.corrected


@pytest.mark.parametrize(
    ("first", "rest", "expected"),
    [
        ({}, {"status": Status.COMPLETE}, (Status.COMPLETE, None)),
        ({"status": Status.COMPLETE}, {"status": Status.COMPLETE}, (Status.COMPLETE, None)),
        ({"printed_status": "In"}, {"printed_status": "progress"}, ("in progress", "In progress")),
        ({}, {"timescale": timed("Ongoing"), "status": Status.ONGOING}, (Status.ONGOING, None)),
    ],
)
def test_the_status_of_joined_rows(
    first: dict[str, object], rest: dict[str, object], expected: tuple[Status, str | None]
) -> None:
    """What one row says is the answer; two halves of a status are read as one."""
    rows = replace(drafted("1.1/1"), **first), replace(drafted("1.1/2"), **rest)  # type: ignore[arg-type]  # fields by name
    held = paper(proposal("1.1", *rows))
    joined = after(held, Join("1.1/2")).actions[0]
    assert expected == (joined.status, joined.printed_status)


def test_a_hyphen_at_the_break_stays_without_a_space() -> None:
    """As it would in the paper."""
    held = paper(proposal("1.1", drafted("1.1/1", "Repeat the self-"), drafted("1.1/2", "review")))
    assert {"1.1/1": "Repeat the self-review"} == texts(after(held, Join("1.1/2")))


def test_columns_without_a_field_are_joined_under_their_headings() -> None:
    """Each heading stands once with what both rows say."""
    held = paper(
        proposal(
            "1.1",
            drafted("1.1/1", further=(("Cost", "Ten"),), owners=("Treasurer",)),
            drafted("1.1/2", further=(("Cost", "pounds"), ("Risk", "Low")), owners=("Clerk",)),
        )
    )
    joined = after(held, Join("1.1/2")).actions[0]
    assert (("Cost", "Ten pounds"), ("Risk", "Low")) == joined.further
    assert ("Treasurer", "Clerk") == joined.owners


def test_an_action_is_split_between_two_words() -> None:
    """Both keep all that stands beside them, and the actions below move down."""
    held = paper(
        proposal(
            "1.1",
            drafted("1.1/1", "Open a room Count it", delivery="Soon", sub_items=("by hand",)),
            drafted("1.1/2", "Close it"),
        )
    )
    corrected = after(held, Split("1.1/1", len("Open a room ")))
    assert {"1.1/1": "Open a room", "1.1/2": "Count it", "1.1/3": "Close it"} == texts(corrected)
    first, second, _ = corrected.actions
    assert [("Soon", ()), ("Soon", ("by hand",))] == [
        (one.delivery, one.sub_items) for one in (first, second)
    ]


def test_an_action_printed_twice_is_split_in_both_places() -> None:
    """Positions follow everywhere, also twice under one proposal."""
    twice = drafted(
        "1.1/1", "Open a room Count it", aliases=("1.1/3", "1.2/1"), also_under=("1.2",)
    )
    held = paper(proposal("1.1", twice, drafted("1.1/2")), proposal("1.2", drafted("1.2/2")))
    corrected = after(held, Split("1.1/1", 11))
    assert [
        ("1.1/1", ("1.1/4", "1.2/1")),
        ("1.1/2", ("1.1/5", "1.2/2")),
        ("1.1/3", ()),
        ("1.2/3", ()),
    ] == [(one.ref, one.aliases) for one in corrected.actions]
    back = after(corrected, Join("1.1/2"))
    assert [bare(one) for one in held.actions] == [bare(one) for one in back.actions]


@pytest.mark.parametrize(
    ("part", "said", "field", "expected"),
    [
        (Part.WORDING, " Open two rooms ", "text", "Open two rooms"),
        (Part.DELIVERY, "With the forum", "delivery", "With the forum"),
        (Part.DELIVERY, "", "delivery", None),
        (Part.STATUS, "complete", "status", Status.COMPLETE),
        (Part.OWNERS, "Chief Officer; Treasurer;", "owners", ("Chief Officer", "Treasurer")),
    ],
)
def test_a_part_is_said_anew(part: Part, said: str, field: str, expected: object) -> None:
    """It says what the person says, and the note keeps what was read."""
    held = paper(proposal("1.1", drafted("1.1/1", "Open a room", delivery="Alone")))
    changed = after(held, Amend("1.1/1", part, said)).actions[0]
    assert expected == getattr(changed, field)
    assert changed.corrected[0].startswith(f"{part}: read as ")


def test_a_timescale_is_read_anew_with_the_status_that_it_implies() -> None:
    """A relative one counts from the paper's day; a status that is printed stays."""
    held = paper(
        proposal("1.1", drafted("1.1/1"), drafted("1.1/2", status=Status.ON_HOLD), drafted("1.1/3"))
    )
    changed = after(
        held,
        Amend("1.1/1", Part.TIMESCALE, "Ongoing"),
        Amend("1.1/2", Part.TIMESCALE, "Ongoing"),
        Amend("1.1/3", Part.TIMESCALE, "6 months"),
    )
    assert [Status.ONGOING, Status.ON_HOLD, Status.NOT_REPORTED] == [
        one.status for one in changed.actions
    ]
    relative = changed.actions[2].timescale
    assert relative is not None
    assert date(2021, 10, 30) == relative.due


def test_in_the_national_plan_months_count_from_its_framework() -> None:
    """As when it was read; and nothing is rated in it."""
    held = paper(proposal("1.1", drafted("1.1/1")), kind=PaperKind.DELIVERY_PLAN)
    changed = after(held, Amend("1.1/1", Part.TIMESCALE, "6 months")).actions[0]
    assert changed.timescale is not None
    assert date(2019, 8, 4) == changed.timescale.due
    with pytest.raises(Refused, match="rates no proposal"):
        after(held, Rate("1.1", "fully"))


def test_a_closed_status_takes_the_outlook_away() -> None:
    """An outlook is said of live actions only; what the paper prints stays beside it."""
    red = drafted(
        "1.1/1", status=Status.IN_PROGRESS, outlook=Outlook.OFF_TRACK, printed_status="Red"
    )
    changed = after(paper(proposal("1.1", red)), Amend("1.1/1", Part.STATUS, "complete")).actions[0]
    assert (Outlook.NOT_STATED, "Red") == (changed.outlook, changed.printed_status)


def test_an_action_is_moved_under_another_proposal() -> None:
    """It stands last there, also where the paper had no such proposal, and the others move up."""
    corrected = after(CUT, Move("1.1/2", "2.1"))
    assert ["1.1", "2.1"] == [one.code for one in corrected.proposals]
    assert "Agree who leads" == texts(corrected)["2.1/1"]
    assert "the shared room" == texts(corrected)["1.1/2"]


def test_moving_one_position_leaves_the_others() -> None:
    """An action printed under two proposals is moved where it is said."""
    both = drafted("1.1/1", aliases=("1.2/1",), also_under=("1.2",))
    held = paper(proposal("1.1", both, drafted("1.1/2")), proposal("1.2"))
    moved = after(held, Move("1.2/1", "2.1"))
    assert [("1.1/1", ("2.1/1",), ("2.1",)), ("1.1/2", (), ())] == [
        (one.ref, one.aliases, one.also_under) for one in moved.actions
    ]


def test_a_recommendation_is_given_a_proposal() -> None:
    """It keeps all that it says, and the recommendations after it move up."""
    items = (
        RecommendationDraft("R/1", "Money", "Count it", "table 9", sub_items=("twice",)),
        RecommendationDraft("R/2", "Money", "Share it", "table 9"),
    )
    held = paper(proposal("1.1"), recommendations=items)
    held = replace(held, problems=doubts(held))
    corrected = after(held, Move("R/1", "1.1"))
    assert {"1.1/1": "Count it", "R/1": "Share it"} == texts(corrected)
    assert ("twice",) == corrected.actions[0].sub_items
    assert ("moved to 1.1; it was read under “Money”",) == corrected.actions[0].corrected
    assert ["1 action names no proposal and can be given one later (R/1 to R/1)."] == [
        problem.message for problem in corrected.problems
    ]


def test_what_is_no_action_is_dropped() -> None:
    """Everywhere where it is printed."""
    both = drafted("1.1/1", "Priority areas:", aliases=("1.2/1",), also_under=("1.2",))
    held = paper(proposal("1.1", both, drafted("1.1/2", "a")), proposal("1.2", drafted("1.2/2")))
    assert ["1.1/1", "1.2/1"] == list(texts(after(held, Drop("1.1/1"))))


def test_a_missed_action_is_added() -> None:
    """It stands last under its proposal and says that it was added."""
    corrected = after(CUT, Add("1.1", " Paint the room ", "table 1, row 9"))
    added = corrected.actions[-1]
    assert ("1.1/5", "Paint the room", "table 1, row 9", ("added by hand",)) == (
        added.ref,
        added.text,
        added.place,
        added.corrected,
    )


def test_ratings_are_said_anew_with_the_round_before() -> None:
    """A previous rating makes a round before; without any there is none."""
    corrected = after(CUT, Rate("1.2", "fully"), Rate("1.1", "partly", previous=True))
    assert [("1.1", None, "partly"), ("1.2", "fully", None)] == [
        (one.code, one.rating, one.previous_rating) for one in corrected.proposals
    ]
    assert corrected.previous is not None
    assert "before 2021" == corrected.previous.label
    assert after(corrected, Rate("1.1", None, previous=True)).previous is None


POINTING = paper(
    proposal(
        "1.1",
        drafted("1.1/1", "As per 2.1", cross_reference="2.1"),
        drafted("1.1/2", status=Status.COMPLETE),
        drafted("1.1/3", status=Status.ON_HOLD),
    ),
    proposal("1.2", drafted("1.2/1", aliases=("2.1/1",), also_under=("2.1",)), drafted("1.2/2")),
)


@pytest.mark.parametrize(
    ("correction", "error", "words"),
    [
        (Join("1.1/9"), NotFound, "The paper has no action 1.1/9."),
        (Join("1.1/1"), Refused, "1.1/1 is the first action under 1.1"),
        (Join("1.1/2"), Refused, "1.1/1 is no action of its own: it points to those of 2.1."),
        (Join("1.1/3"), Refused, "1.1/2 is complete and 1.1/3 is on hold."),
        (Join("1.2/2"), Refused, "not printed together everywhere: 1.2/1 and 2.1/1; 1.2/2."),
        (Split("1.1/2", 3), Refused, "1.1/2 cannot be split there."),
        (Split("1.1/2", 0), Refused, "1.1/2 cannot be split there."),
        (Split("1.1/1", 2), Refused, "it points to those of 2.1."),
        (Amend("1.1/2", Part.WORDING, "  "), Refused, "An action needs a wording."),
        (Amend("1.1/2", Part.STATUS, "done"), Refused, "“done” is no status."),
        (Amend("1.1/2", Part.STATUS, "complete"), Refused, "says that already"),
        (Move("1.1/2", "9.9"), NotFound, "There is no proposal 9.9."),
        (Move("1.2/1", "2.1"), Refused, "1.2/1 stands under 2.1 already."),
        (Add("9.9", "x"), NotFound, "There is no proposal 9.9."),
        (Add("1.1", "\x00 "), Refused, "An action needs a wording."),
        (Rate("9.9", "fully"), NotFound, "There is no proposal 9.9."),
        (Rate("2.2", "fully"), Refused, "2.2 is national and never rated locally."),
        (Rate("1.1", "best"), NotFound, "“best” is no level of the scale."),
        (Rate("1.1", None), Refused, "1.1 is read as not rated already."),
        (
            LookedAt(Problem("x", Severity.NOTE, "y")),
            NotFound,
            "This problem is not told any more.",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    correction: Correction, error: type[TrackerError], words: str
) -> None:
    """The message says why, the hint what can be done, and nothing changes."""
    held = begin(POINTING, FRAMEWORK)
    with pytest.raises(error) as refusal:
        correct(held, correction)
    assert words in refusal.value.message
    assert POINTING == held.paper


def test_mended_problems_are_not_told_any_more() -> None:
    """What a correction is about goes by itself, and what the person came from."""
    unread = Problem("table 2", Severity.WARNING, "No rating is marked for 1.2.", "rating 1.2")
    status = Problem("table 1, 1.1/1", Severity.WARNING, "The status is not known.", "status")
    scrap = Problem("line 7", Severity.ERROR, '"g" cannot be read as an action.')
    odd = drafted("1.1/1", timescale=timed("when the moon is blue"))
    held = paper(proposal("1.1", odd), problems=(unread, status, scrap))
    held = replace(held, problems=(*held.problems, *doubts(held)))
    state = begin(held, FRAMEWORK)
    assert 4 == len(state.paper.problems)
    state = correct(state, Rate("1.2", "fully"))
    state = correct(state, Amend("1.1/1", Part.STATUS, "complete"))
    state = correct(state, Amend("1.1/1", Part.TIMESCALE, "June 2021"))
    assert (scrap,) == state.paper.problems
    state = correct(state, Add("1.1", "Grow", "line 7"), settles=(scrap,))
    assert () == state.paper.problems


def test_a_problem_looked_at_becomes_a_note() -> None:
    """It stays told, says so, and does not come back when rows move."""
    odd = drafted("1.1/2", timescale=timed("when the moon is blue"))
    held = paper(proposal("1.1", drafted("1.1/1"), odd))
    held = replace(held, problems=doubts(held))
    corrected = after(held, LookedAt(held.problems[0]), Drop("1.1/1"))
    (told,) = corrected.problems
    assert Severity.NOTE == told.severity
    assert told.message.endswith("Looked at before it was stored: nothing to mend.")


def test_corrections_are_taken_back_one_by_one() -> None:
    """Each step gives exactly the paper before it, and nothing is left at the end."""
    state = begin(CUT, FRAMEWORK)
    seen = [state]
    for correction in (Join("1.1/3"), Drop("1.1/1"), Rate("1.2", "fully")):
        seen.append(correct(seen[-1], correction))
    state = seen.pop()
    while seen:
        state = take_back(state)
        assert seen.pop() == state
    with pytest.raises(Refused, match="Nothing is corrected"):
        take_back(state)


def test_corrections_are_made_again_on_the_paper_read_with_another_day() -> None:
    """Relative timescales count from the new day."""
    state = correct(begin(CUT, FRAMEWORK), Amend("1.1/1", Part.TIMESCALE, "6 months"))
    cycle = replace(CUT.cycles[0], as_at=date(2020, 1, 31))
    anew = renewed(state, replace(CUT, cycles=(cycle,))).paper.actions[0].timescale
    assert anew is not None
    assert date(2020, 7, 31) == anew.due


def test_what_was_looked_at_need_not_be_told_with_another_day() -> None:
    """That the paper does not say its day is no problem once a person says it."""
    unsaid = Problem("titles", Severity.WARNING, "The paper does not say which day.")
    state = begin(replace(CUT, problems=(unsaid,)), FRAMEWORK)
    state = correct(correct(state, LookedAt(unsaid)), Drop("1.1/1"))
    anew = renewed(state, CUT)
    assert not [one for one in anew.paper.problems if "which day" in one.message]
    assert ["Drop"] == [type(step.correction).__name__ for step in anew.steps]


def test_what_was_corrected_is_remembered_with_the_words() -> None:
    """In the reason of the act and among what is told of the document."""
    state = begin(CUT, FRAMEWORK)
    assert reason(state) is None
    state = correct(state, Join("1.1/3"))
    state = correct(state, Split("1.1/1", 7))
    state = correct(state, Move("1.1/1", "2.1"))
    state = correct(state, Amend("2.1/1", Part.DELIVERY, "Now"))
    state = correct(state, Drop("1.1/1"))
    state = correct(state, Add("1.2", "Paint it"))
    state = correct(state, Rate("1.2", "fully"))
    sentences = [
        "Joined 1.1/3 “the shared room” to 1.1/2 “Agree who leads” before it: one action.",
        "Split 1.1/1 “Open a shared room” before “shared room”.",
        "Moved 1.1/1 “Open a” under 2.1.",
        "Changed the delivery of 2.1/1 “Open a”: “Now”, read as empty.",
        "Dropped 1.1/1 “shared room”: it is no action.",
        "Added “Paint it” under 1.2.",
        "Changed the rating of 1.2: fully, read as not rated.",
    ]
    assert sentences == [step.sentence for step in state.steps]
    assert f"Corrected by hand before it was stored. {' '.join(sentences)}" == reason(state)
    assert sentences == [
        problem.message.removeprefix("Corrected by hand before it was stored. ")
        for problem in remembered(state).problems
    ]


WORDS = st.sampled_from(["share", "rooms", "count", "agree", "with", "forum", "plans"])
TEXTS = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)
TIMES = st.sampled_from(["", "June 2021", "Ongoing", "6 months", "someday"]).map(timed)


@st.composite
def papers(draw: st.DrawFn) -> PaperDraft:
    """Make papers whose actions are numbered as printed, some of them printed twice."""
    counts = {"1.1": 0, "1.2": 0, "2.1": 0}
    made: dict[str, list[ActionDraft]] = {code: [] for code in counts}
    for text in draw(st.lists(TEXTS, min_size=1, max_size=7)):
        codes = draw(st.lists(st.sampled_from(list(counts)), min_size=1, max_size=2, unique=True))
        refs = []
        for code in codes:
            counts[code] += 1
            refs.append(f"{code}/{counts[code]}")
        more = {"aliases": tuple(refs[1:]), "also_under": tuple(codes[1:])}
        action = drafted(refs[0], text, timescale=draw(TIMES), **more)
        made[codes[0]].append(replace(action, place="table 1"))
    outside = draw(st.lists(TEXTS, max_size=3))
    items = [RecommendationDraft(f"R/{n}", "Money", t) for n, t in enumerate(outside, 1)]
    drafts = [proposal(code, *actions) for code, actions in made.items()]
    return paper(*drafts, recommendations=tuple(items))


@st.composite
def corrections(draw: st.DrawFn, held: PaperDraft) -> Correction:
    """Make a correction of one of a paper's actions."""
    refs = [row.draft.ref for row in rows_of(held)]
    code = draw(st.sampled_from(["1.1", "1.2", "2.1", "2.2"]))
    if not refs:
        return Add(code, "share rooms")
    ref = draw(st.sampled_from(refs))
    text = texts(held)[ref]
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    several: list[Correction] = [Join(ref), Drop(ref), Move(ref, code), Add(code, draw(TEXTS))]
    several += [Amend(ref, Part.WORDING, draw(TEXTS)), Amend(ref, Part.TIMESCALE, "May 2021")]
    several += [Split(ref, at) for at in spaces[:1]]
    return draw(st.sampled_from(several))


def numbers(held: PaperDraft) -> dict[str, list[int]]:
    """Return the numbers of all positions under each code, sorted."""
    found: dict[str, list[int]] = {}
    for row in rows_of(held):
        for code, number in row.positions:
            found.setdefault(code, []).append(number)
    return {code: sorted(all_of) for code, all_of in found.items()}


def tried(state: Correcting, correction: Correction) -> Correcting:
    """Return the state after a correction; the same where it is refused."""
    try:
        return correct(state, correction)
    except TrackerError:
        return state


@given(st.data())
def test_positions_stay_numbered_without_gaps(data: st.DataObject) -> None:
    """Whatever is corrected, the positions under each code are 1 to n, each once."""
    state = begin(data.draw(papers()), FRAMEWORK)
    for _ in range(data.draw(st.integers(1, 6))):
        state = tried(state, data.draw(corrections(state.paper)))
    for all_of in numbers(state.paper).values():
        assert list(range(1, len(all_of) + 1)) == all_of


@given(st.data())
def test_a_correction_leaves_the_other_actions_alone(data: st.DataObject) -> None:
    """Only their numbers may follow."""
    held = data.draw(papers())
    correction = data.draw(corrections(held))
    state = tried(begin(held, FRAMEWORK), correction)
    ref = getattr(correction, "ref", None)
    touched = {ref}
    if isinstance(correction, Join) and ref:
        code, _, number = ref.partition("/")
        touched.add(f"{code}/{int(number) - 1}")

    def content(draft: ActionDraft) -> ActionDraft:
        return replace(draft, ref="", aliases=(), also_under=())

    left = [content(row.draft) for row in rows_of(state.paper)]
    for row in rows_of(held):
        if not touched & {row.draft.ref, *row.draft.aliases}:
            assert content(row.draft) in left


@given(st.data())
def test_joining_what_was_split_gives_it_back(data: st.DataObject) -> None:
    """At every place between two words, with every position."""
    held = data.draw(papers())
    row = data.draw(st.sampled_from(rows_of(held)))
    spaces = [at for at, letter in enumerate(row.draft.text) if letter == " "]
    split = after(held, Split(row.draft.ref, data.draw(st.sampled_from(spaces))))
    assert len(rows_of(held)) + 1 == len(rows_of(split))
    code, number = row.positions[0]
    back = after(split, Join(f"{code}/{number + 1}"))
    assert [bare(one.draft) for one in rows_of(held)] == [bare(one.draft) for one in rows_of(back)]


@given(st.data())
def test_taking_back_gives_the_paper_before(data: st.DataObject) -> None:
    """Each correction of any sequence is undone exactly."""
    state = begin(data.draw(papers()), FRAMEWORK)
    for _ in range(data.draw(st.integers(1, 5))):
        done = tried(state, data.draw(corrections(state.paper)))
        if done is not state:
            assert state == take_back(done)
        state = done


def test_a_row_that_stops_without_an_end_is_doubted_until_it_is_joined() -> None:
    """Its rest is named with the words on both sides, and looking at it is enough too."""
    rows = (
        drafted("1.1/1", "Agree who leads the forum of"),
        drafted("1.1/2", "Officers", place="table 1, row 4"),
        drafted("1.1/3", "Count it."),
    )
    held = paper(proposal("1.1", *rows))
    held = replace(held, problems=doubts(held))
    (told,) = held.problems
    assert (Severity.NOTE, "table 1, row 4") == (told.severity, told.place)
    assert "“… leads the forum of” “Officers …”" in told.message
    assert () == after(held, Join("1.1/2")).problems
    looked = after(held, LookedAt(told), Drop("1.1/3"))
    assert 1 == len(looked.problems)


def test_small_letters_throughout_prove_nothing() -> None:
    """Where most actions begin so, none is doubted for it."""
    rows = [drafted(f"1.1/{number}", "count the rooms") for number in range(1, 4)]
    assert () == doubts(paper(proposal("1.1", *rows)))


def test_unclear_is_what_it_says() -> None:
    """The timescale that the tests call odd is one that is not understood."""
    read = read_timescale("when the moon is blue", as_at=AS_AT)
    assert TimescaleKind.UNCLEAR == read.kind
