"""Storing a paper: a cycle with everything that was printed, as one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from db import queries
from db.log import acts
from db.reader import open_reader
from db.writing.foreseeing import check_paper, foresee
from db.writing.papers import store_paper
from tests.plans import FRAMEWORK, words
from tests.stores import AS_AT, drafted, loaded, paper, proposal, stored, writing
from tracker.drafts import (
    CycleDraft,
    NationalDetail,
    PaperDraft,
    Problem,
    RecommendationDraft,
)
from tracker.errors import Refused
from tracker.framework import Level
from tracker.kinds import (
    CycleRole,
    CycleState,
    Decision,
    EvidenceKind,
    Outlook,
    OwnerRole,
    PaperKind,
    PartnershipKind,
    Scope,
    Severity,
    Status,
    TimescaleKind,
)
from tracker.plan import EvidenceView
from tracker.timescale import Milestone, Timescale

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.address import Address
    from tracker.plan import PlanView

DUE = date(2021, 12, 31)
TWO_DATES = Timescale(
    "Draft in June 2021, final in December 2021",
    TimescaleKind.DATE,
    "Two dates.",
    due=DUE,
    milestones=(Milestone("Draft", date(2021, 6, 30)), Milestone("Final", DUE)),
)


def rated(code: str, now: str | None, before: str | None = None) -> PaperDraft:
    """Return a paper that rates one proposal."""
    return paper(proposal(code, rating=now, previous_rating=before), previous="2019")


def cycles_of(address: Address, partnership: str = "Strathmore") -> dict[str, CycleState]:
    """Return the labels of the cycles held, oldest first, with their states."""
    with open_reader(address) as reader:
        held = queries.find_partnership(reader, partnership)
        return {cycle.label: cycle.state for cycle in queries.cycles(reader, held.id)}


def test_an_action_comes_back_as_it_was_printed(engine: Engine, address: Address) -> None:
    """Wording, columns, owners and the first update of an action are all kept."""
    draft = drafted(
        "1.1/1",
        "Share a room for team meetings",
        sub_items=("find it", "furnish it"),
        delivery="By the estates group",
        timescale=TWO_DATES,
        status=Status.IN_PROGRESS,
        printed_status="Delayed",
        outlook=Outlook.OFF_TRACK,
        progress="A room is found.",
        owners=("Chief Officer", "Head of Estates"),
        contributors=("Chief Nurse", "chief  officer"),
        further=(("Cost", "none"), ("Risk", "low")),
    )
    stored(engine, paper(proposal("1.1", draft)))
    (action,) = loaded(address).actions
    record = action.record
    assert ("1.1/1", draft.text, draft.delivery) == (action.ref, action.text, record.delivery)
    assert (draft.sub_items, draft.further) == (record.sub_items, record.further)
    assert ("strathmore.docx", draft.place) == (record.source, record.place)
    assert [
        ("Chief Officer", OwnerRole.LEAD),
        ("Head of Estates", OwnerRole.LEAD),
        ("Chief Nurse", OwnerRole.CONTRIBUTOR),
    ] == [(owner.name, owner.role) for owner in action.owners]
    (update,) = record.updates
    assert (AS_AT, Status.IN_PROGRESS, "Delayed") == (
        update.happened_on,
        update.status,
        update.printed_status,
    )
    assert (TWO_DATES, Outlook.OFF_TRACK, "A room is found.", 1) == (
        update.timescale,
        update.outlook,
        update.board_text,
        update.act,
    )
    assert ["Draft", "Final"] == [point.label for point in action.milestones]


def test_nothing_said_stays_nothing(engine: Engine, address: Address) -> None:
    """What a paper does not print is empty, not guessed; an empty timescale is a reading."""
    empty = Timescale("", TimescaleKind.NONE, "No timescale is given.")
    stored(engine, paper(proposal("1.1", drafted("1.1/1"), drafted("1.1/2", timescale=empty))))
    bare, without = (action.record.updates[0] for action in loaded(address).actions)
    assert (Status.NOT_REPORTED, None, None, None) == (
        bare.status,
        bare.timescale,
        bare.outlook,
        bare.board_text,
    )
    assert empty == without.timescale


def test_every_proposal_has_an_assessment_in_order(engine: Engine, address: Address) -> None:
    """Also proposals that the paper leaves out, so that they can be rated later."""
    stored(engine, paper(proposal("2.1", rating="fully")))
    plan = loaded(address)
    assert [p.code for p in FRAMEWORK.proposals] == [a.code for a in plan.assessments]
    assert [None, None, "fully", None] == [a.level for a in plan.assessments]
    assert FRAMEWORK == plan.framework


def test_texts_stand_with_their_assessment(engine: Engine, address: Address) -> None:
    """Evidence in its order, indicators from the worst level, and where it was printed."""
    printed = proposal(
        "1.1",
        title="Partners share what they have.",
        evidence=("First", "Second"),
        indicators={"fully": "All is shared.", "not yet": "Nothing is shared.", "partly": " "},
    )
    stored(engine, paper(printed))
    assessment = loaded(address).by_code["1.1"]
    assert "Partners share what they have." == assessment.title
    assert (("not yet", "Nothing is shared."), ("fully", "All is shared.")) == assessment.indicators
    assert ["First", "Second"] == [text.text for text in assessment.evidence]
    assert "table 1.1" == assessment.place


def test_a_rating_is_the_papers_decision(engine: Engine, address: Address) -> None:
    """A rating read from a paper is rated, on its day, with the paper as its source."""
    stored(engine, rated("1.1", "fully"))
    (decision,) = loaded(address).by_code["1.1"].decisions
    assert (Decision.RATED, "fully", AS_AT, None, "strathmore.docx") == (
        decision.kind,
        decision.level,
        decision.decided_on,
        decision.decided_by,
        decision.source,
    )


def test_a_column_of_previous_ratings_makes_a_round_of_its_own(
    engine: Engine, address: Address
) -> None:
    """Where no earlier cycle is held, its ratings are, and it is said that its actions are not."""
    done = stored(engine, rated("1.1", "fully", "partly"))
    assert ("2019", "2019") == (done.previous_made, done.as_json()["previous_cycle"])
    plan = loaded(address)
    assert plan.previous is not None
    assert ("2019", True) == (plan.previous.label, plan.previous.ratings_only)
    assert ("partly", "partly") == (
        plan.by_code["1.1"].previous,
        plan.by_code["1.1"].previous_printed,
    )
    assert "partly" == loaded(address, label="2019").by_code["1.1"].level
    assert ["2019", "2021"] == list(cycles_of(address))


def test_previous_ratings_are_checked_against_the_cycle_held(
    engine: Engine, address: Address
) -> None:
    """A paper that remembers another rating is told so; the cycle held is what counts."""
    stored(engine, rated("1.1", "partly"), label="2019", as_at=date(2019, 5, 15))
    done = stored(engine, rated("1.1", "fully", "not yet"))
    assert None is done.previous_made
    assert [("table 1.1", Severity.WARNING)] == [(p.place, p.severity) for p in done.problems]
    assert "previous rating not yet; the cycle 2019 holds partly" in done.problems[0].message
    assessment = loaded(address).by_code["1.1"]
    assert ("partly", "not yet") == (assessment.previous, assessment.previous_printed)


def test_the_previous_round_needs_a_label_of_its_own(engine: Engine, address: Address) -> None:
    """Without a printed label, or with one in use, another is found."""
    done = stored(engine, paper(proposal("1.1", rating="fully", previous_rating="partly")))
    assert "before 2021" == done.previous_made
    later = replace(rated("1.1", "fully", "partly"), partnership="Glen Islay")
    later = replace(later, cycles=(CycleDraft("2021", None, CycleRole.PREVIOUS), *later.cycles[1:]))
    done = stored(engine, later, partnership="Glen Islay")
    assert "before 2021" == done.previous_made
    assert ["before 2021", "2021"] == list(cycles_of(address, "Glen Islay"))
    taken = replace(later, partnership="Third")
    stored(engine, rated("1.1", "fully"), label="before 2021", partnership="Third")
    done = stored(engine, taken, as_at=date(2020, 1, 1), partnership="Third")
    assert "before before 2021" == done.previous_made


def test_one_cycle_is_live(engine: Engine, address: Address) -> None:
    """A newer paper closes the cycle before it; an older paper comes in closed."""
    stored(engine, rated("1.1", "partly"))
    done = stored(engine, rated("1.1", "fully"), label="2022", as_at=date(2022, 4, 30))
    assert ("2021",) == done.closed
    old = stored(engine, rated("1.1", "not yet"), label="2018", as_at=date(2018, 5, 1))
    assert () == old.closed
    closed, live = CycleState.CLOSED, CycleState.AGREED
    held = {"2018": closed, "2021": closed, "2022": live}
    assert list(held.items()) == list(cycles_of(address).items())


def test_another_framework_closes_nothing(engine: Engine, address: Address) -> None:
    """A partnership may keep two frameworks side by side, each with its live cycle."""
    stored(engine, rated("1.1", "partly"))
    with writing(engine) as session:
        done = store_paper(
            session=session,
            paper=rated("1.1", "fully"),
            framework=replace(FRAMEWORK, key="other"),
            partnership="Strathmore",
            label="other 2022",
            as_at=date(2022, 4, 30),
        )
    assert () == done.closed
    live = CycleState.AGREED
    assert {"2021": live, "other 2022": live} == cycles_of(address)


def test_a_position_that_repeats_an_action_is_an_alias(engine: Engine, address: Address) -> None:
    """The action is one, found at each of its printed positions, under each proposal."""
    draft = drafted("1.1/1", aliases=("1.2/1", "2.1/3"), also_under=("1.2", "2.1"))
    stored(engine, paper(proposal("1.1", draft), proposal("1.2", drafted("1.2/2"))))
    plan = loaded(address)
    assert ["1.1/1", "1.2/2"] == [action.ref for action in plan.actions]
    assert ("1.2/1", "2.1/3") == plan.by_ref["1.1/1"].record.aliases
    assert plan.by_ref["1.1/1"] is plan.by_ref["2.1/3"]
    assert ["1.1/1", "1.2/2"] == [action.ref for action in plan.under("1.2")]


def test_a_reference_puts_the_actions_meant_under_both(engine: Engine, address: Address) -> None:
    """`As per 1.1` takes a number; the actions of 1.1 stand there too, in two steps also."""
    draft = paper(
        proposal("1.1", drafted("1.1/1"), drafted("1.1/2")),
        proposal("1.2", drafted("1.2/1", "As per 1.1", cross_reference="1.1")),
        proposal("2.1", drafted("2.1/1", "See 1.2", cross_reference="1.2"), drafted("2.1/2")),
    )
    done = stored(engine, draft)
    plan = loaded(address)
    assert (3, ()) == (done.actions, done.problems)
    assert ["1.1/1", "1.1/2", "2.1/2"] == [action.ref for action in plan.under("2.1")]
    assert ("1.1", "1.2", "2.1") == plan.by_ref["1.1/2"].proposals
    assert (("1.2/1", "1.1"), ("2.1/1", "1.2")) == plan.cross_references


def test_references_in_a_circle_come_to_an_end(engine: Engine, address: Address) -> None:
    """Two proposals that mean each other's actions share them."""
    draft = paper(
        proposal("1.1", drafted("1.1/1"), drafted("1.1/2", "As per 1.2", cross_reference="1.2")),
        proposal("1.2", drafted("1.2/1", "As per 1.1", cross_reference="1.1"), drafted("1.2/2")),
    )
    stored(engine, draft)
    plan = loaded(address)
    assert ["1.1/1", "1.2/2"] == [a.ref for a in plan.under("1.1")]
    assert ["1.1/1", "1.2/2"] == [a.ref for a in plan.under("1.2")]


def test_a_reference_that_leads_nowhere_is_told(engine: Engine, address: Address) -> None:
    """It is kept as printed, and reported with its place."""
    stray = drafted("1.1/1", "As per 2.1", cross_reference="2.1")
    done = stored(engine, paper(proposal("1.1", stray)))
    assert ["1.1 refers to 2.1, under which the paper has no action."] == [
        problem.message for problem in done.problems
    ]
    assert (("1.1/1", "2.1"),) == loaded(address).cross_references


def test_recommendations_are_actions_under_no_proposal(engine: Engine, address: Address) -> None:
    """They come last, with their section, and the key feature where it names one."""
    item = RecommendationDraft(
        "R/1",
        "Finance",
        "Say who counts",
        "table 9",
        "2",
        words("June 2021"),
        owners=("Treasurer",),
    )
    stored(engine, paper(proposal("1.1", drafted("1.1/1")), recommendations=(item,)))
    plan = loaded(address)
    action = plan.actions[-1]
    assert ("R/1", (), "Finance", "2") == (
        action.ref,
        action.proposals,
        action.record.section,
        action.record.feature,
    )
    assert ("Treasurer",) == action.owner_names
    feature = plan.feature_of(action)
    assert feature is not None
    assert "Money" == feature.name


def test_recommendations_keep_all_that_they_say(engine: Engine, address: Address) -> None:
    """Items, delivery and progress are stored as those of any action."""
    item = RecommendationDraft(
        "R/1",
        "Finance",
        "Say who counts",
        sub_items=("twice",),
        delivery="By hand",
        progress="Half",
    )
    stored(engine, paper(proposal("1.1", drafted("1.1/1")), recommendations=(item,)))
    record = loaded(address).actions[-1].record
    assert (("twice",), "By hand", "Half") == (
        record.sub_items,
        record.delivery,
        record.updates[0].board_text,
    )


def test_what_a_person_corrected_stands_in_the_internal_note(
    engine: Engine, address: Address
) -> None:
    """Nobody can think that the paper says it."""
    mended = drafted("1.1/1", corrected=("timescale: read as empty", "split"))
    stored(engine, paper(proposal("1.1", mended)))
    assert (
        "Corrected by hand before it was stored: timescale: read as empty; split."
        == loaded(address).actions[0].record.updates[0].note
    )


def test_the_national_plan_keeps_its_texts(engine: Engine, address: Address) -> None:
    """Beside its action, a national proposal keeps everything by kind."""
    detail = NationalDetail(
        outcome="A shared count is published",
        timescale="6 months",
        leads=("National group",),
        officials=("An official",),
        key_contributors=("Every body",),
        detail=("What it means",),
        notes=("A note",),
        actions=("A survey was made", "It was read"),
        progress_measures=("Number of bodies",),
    )
    action = drafted(
        "2.2/1",
        "A shared count is published",
        owners=detail.leads,
        contributors=detail.key_contributors,
        progress="A survey was made",
    )
    printed = proposal("2.2", action, title="Count.", scope=Scope.NATIONAL, national=detail)
    with writing(engine) as session:
        store_paper(
            session=session,
            paper=paper(printed, kind=PaperKind.DELIVERY_PLAN),
            framework=FRAMEWORK,
            partnership="The national group",
            kind=PartnershipKind.NATIONAL,
            label="2019",
            as_at=date(2019, 2, 4),
        )
    plan = loaded(address, partnership="The national group", label="2019")
    assert ["2.2/1"] == [action.ref for action in plan.actions]
    assert [("National group", OwnerRole.LEAD), ("Every body", OwnerRole.CONTRIBUTOR)] == [
        (owner.name, owner.role) for owner in plan.actions[0].owners
    ]
    kinds = EvidenceKind
    assert (
        EvidenceView(kinds.OUTCOME, "A shared count is published"),
        EvidenceView(kinds.OFFICIAL, "An official"),
        EvidenceView(kinds.DETAIL, "What it means"),
        EvidenceView(kinds.NOTE, "A note"),
        EvidenceView(kinds.MEASURE, "Number of bodies"),
    ) == plan.by_code["2.2"].evidence


def test_a_national_plan_is_not_meant_by_default(engine: Engine, address: Address) -> None:
    """With one partnership held beside it, that one is meant."""
    stored(engine, rated("1.1", "fully"))
    with writing(engine) as session:
        store_paper(
            session=session,
            paper=paper(proposal("1.1")),
            framework=FRAMEWORK,
            partnership="National",
            kind=PartnershipKind.NATIONAL,
            label="2019",
            as_at=AS_AT,
        )
    with open_reader(address) as reader:
        assert "Strathmore" == queries.only_partnership(reader).name


def test_what_the_framework_has_no_room_for_is_told(engine: Engine, address: Address) -> None:
    """Unknown proposals and levels, and ratings of national proposals, are reported, not stored."""
    done = stored(
        engine,
        paper(
            proposal("9.9", drafted("9.9/1", "Do something else"), rating="fully"),
            proposal("1.1", rating="excellent"),
            proposal("2.2", rating="fully", previous_rating="partly"),
        ),
    )
    assert ["table 9.9", "table 1.1", "table 2.2", "table 2.2"] == [p.place for p in done.problems]
    plan = loaded(address)
    assert [None] * 4 == [assessment.level for assessment in plan.assessments]
    assert [("9.9/1", ())] == [(action.ref, action.proposals) for action in plan.actions]
    assert None is done.previous_made


def test_problems_are_kept_with_the_document(engine: Engine, address: Address) -> None:
    """What was doubtful when the paper was read can be looked up later."""
    problem = Problem("table 9, row 2", Severity.WARNING, "The row is cut off.")
    stored(engine, paper(proposal("1.1"), problems=(problem,)))
    with open_reader(address) as reader:
        held = reader.rows("SELECT place, severity, message FROM problem")
    assert [("table 9, row 2", "warning", "The row is cut off.")] == held


def test_the_same_file_is_refused_unless_asked_for(engine: Engine, address: Address) -> None:
    """The message says when it was stored, by whom and as what; nothing doubles."""
    draft = replace(rated("1.1", "fully"), sha256="abc")
    stored(engine, draft)
    with pytest.raises(Refused, match="stored on 2022-01-03 by Sandy as the cycle 2021"):
        stored(engine, draft, label="2022")
    stored(engine, draft, label="2021 again", again=True)
    assert ["2021", "2021 again"] == list(cycles_of(address))


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("2021", "There is a cycle 2021 already"),
        (" 2021 ", "already"),
        ("", "no label"),
        ("2021/22", "references use"),
        ("a:b", "references use"),
    ],
)
def test_a_label_is_used_once_and_can_be_written_in_a_reference(
    engine: Engine, address: Address, label: str, said: str
) -> None:
    """Labels in use, in any spelling, and labels with the signs of references are refused."""

    def check(partnership: str, label: str) -> None:
        check_paper(
            reader,
            rated("1.2", "fully"),
            framework=FRAMEWORK,
            partnership=partnership,
            label=label,
            as_at=AS_AT,
        )

    stored(engine, rated("1.1", "fully"))
    with pytest.raises(Refused, match=said):
        stored(engine, rated("1.2", "fully"), label=label)
    with open_reader(address) as reader, pytest.raises(Refused, match=said):
        check("STRATHMORE", label)
    with open_reader(address) as reader:
        check("Glen Islay", "2021")
        assert 1 == len(acts(reader))


def remembered(now: str, before: str) -> PaperDraft:
    """Return a paper of 2022 that remembers a rating as at the day of the other papers."""
    draft = rated("1.1", now, before)
    cycles = CycleDraft("2021", AS_AT, CycleRole.PREVIOUS), draft.cycles[1]
    return replace(draft, document="repeat.docx", cycles=cycles)


@pytest.mark.parametrize("label", ["2021", "the first"])
def test_a_paper_fills_the_round_that_a_later_one_remembers(
    engine: Engine, address: Address, label: str
) -> None:
    """Newest first or oldest first: the same cycles, the same movements, one cycle for each day."""
    stored(engine, remembered("fully", "partly"), label="2022", as_at=date(2022, 4, 30))
    bare = loaded(address, label="2021").cycle
    first = paper(proposal("1.1", drafted("1.1/1"), rating="partly", previous_rating="not yet"))
    done = stored(engine, first, label=label)
    assert ("2021", "before " + label, ()) == (done.filled, done.previous_made, done.problems)
    plan = loaded(address, label=label)
    assert (bare.id, bare.uid, False) == (plan.cycle.id, plan.cycle.uid, plan.cycle.ratings_only)
    assert (["1.1/1"], 4) == ([a.ref for a in plan.actions], len(plan.assessments))
    (decision,) = plan.by_code["1.1"].decisions
    assert ("partly", "not yet") == (decision.level, plan.by_code["1.1"].previous)
    assert ("strathmore.docx", AS_AT) == (decision.source, decision.decided_on)
    closed = CycleState.CLOSED
    expected = {f"before {label}": closed, label: closed, "2022": CycleState.AGREED}
    assert list(expected.items()) == list(cycles_of(address).items())
    newest = loaded(address, label="2022", as_at=date(2022, 5, 1))
    assert ("fully", "partly") == (newest.by_code["1.1"].level, newest.by_code["1.1"].previous)


def test_where_a_paper_differs_from_what_is_remembered_it_counts(
    engine: Engine, address: Address
) -> None:
    """Both ratings are kept, the paper's is the last word, and that is foreseen and told."""
    stored(engine, remembered("fully", "partly"), label="2022", as_at=date(2022, 4, 30))
    draft = rated("1.1", "not yet")
    with open_reader(address) as reader:
        foreseen = foresee(
            reader,
            draft,
            framework=FRAMEWORK,
            partnership="strathmore",
            label="2021",
            as_at=AS_AT,
        )
    done = stored(engine, draft)
    said = "1.1: repeat.docx gives partly for this round; this paper prints not yet, which counts."
    assert [said] == [problem.message for problem in done.problems]
    assert foreseen == done.problems
    decisions = loaded(address).by_code["1.1"].decisions
    assert [("partly", "repeat.docx"), ("not yet", "strathmore.docx")] == [
        (one.level, one.source) for one in decisions
    ]
    assert (
        "not yet" == loaded(address, label="2022", as_at=date(2022, 5, 1)).by_code["1.1"].previous
    )


def test_a_label_fills_a_round_only_where_it_keeps_its_place(engine: Engine) -> None:
    """A paper of another day is that round's if no cycle comes to stand on its other side."""
    stored(engine, remembered("fully", "partly"), label="2022", as_at=date(2022, 4, 30))
    with pytest.raises(Refused, match="There is a cycle 2021 already"):
        stored(engine, rated("1.1", "partly"), as_at=date(2022, 5, 1))
    assert "2021" == stored(engine, rated("1.1", "partly"), as_at=date(2021, 5, 15)).filled


def test_a_cycle_of_the_same_day_is_no_earlier_one(engine: Engine, address: Address) -> None:
    """Two papers of one day are two cycles; neither is what the other moved from."""
    stored(engine, rated("1.1", "partly"), label="2019", as_at=date(2019, 5, 15))
    stored(engine, rated("1.1", "fully", "partly"))
    done = stored(engine, rated("1.1", "not yet", "partly"), label="other", again=True)
    assert () == done.problems
    previous = loaded(address, label="other").previous
    assert previous is not None
    assert "2019" == previous.label


@pytest.mark.parametrize(
    ("refs", "level", "refused"),
    [
        (range(1, 11), "partly", True),
        (range(1, 21), "partly", False),
        (range(1, 11), "fully", False),
    ],
)
def test_the_same_paper_in_another_format_is_refused_unless_asked_for(
    engine: Engine, address: Address, refs: range, level: str, *, refused: bool
) -> None:
    """Ratings and wording that nearly agree, of one day, are one paper; others are not."""

    def plan(numbers: range, rating: str, document: str) -> PaperDraft:
        actions = [drafted(f"1.1/{n}", f"Share room {n} of the house") for n in numbers]
        return replace(paper(proposal("1.1", *actions, rating=rating)), document=document)

    stored(engine, plan(range(1, 11), "partly", "plan.docx"))
    draft = plan(refs, level, "plan.pdf")
    if refused:
        with pytest.raises(Refused, match="docx, stored on 2022-01-03 by Sandy") as told:
            stored(engine, draft, label="copy")
        assert "--again --cycle LABEL" in told.value.hint
        with open_reader(address) as reader:
            assert 1 == len(acts(reader))
    stored(engine, draft, label="copy", again=refused)
    assert ["2021", "copy"] == list(cycles_of(address))


def test_previous_ratings_that_differ_are_foreseen(engine: Engine, address: Address) -> None:
    """What storing would tell is told before, and nothing is foreseen of who is not held."""
    stored(engine, rated("1.1", "partly"), label="2019", as_at=date(2019, 5, 15))
    draft = rated("1.1", "fully", "not yet")

    def foreseen(name: str) -> tuple[Problem, ...]:
        with open_reader(address) as reader:
            return foresee(
                reader, draft, framework=FRAMEWORK, partnership=name, label="2021", as_at=AS_AT
            )

    assert () == foreseen("Glen Islay")
    told = foreseen("Strathmore")
    assert told == stored(engine, draft).problems
    assert 1 == len(told)


def test_a_framework_is_stored_once(engine: Engine, address: Address) -> None:
    """The same one is used again; other content under its key and version is refused."""
    stored(engine, rated("1.1", "fully"))
    stored(engine, rated("1.1", "fully"), partnership="Glen Islay")
    changed = replace(FRAMEWORK, scale=(Level("never", 1), *FRAMEWORK.scale[1:]))
    with pytest.raises(Refused, match="other content"), writing(engine) as session:
        store_paper(
            session=session,
            paper=rated("1.1", "fully"),
            framework=changed,
            partnership="Third",
            label="2021",
            as_at=AS_AT,
        )
    with open_reader(address) as reader:
        assert [(1,)] == reader.rows("SELECT count(*) FROM framework")
        assert 2 == len(queries.partnerships(reader))


def test_the_newest_wording_is_learned(engine: Engine, address: Address) -> None:
    """A cycle shows what its paper printed; where it printed nothing, the newest wording held."""

    def titled(title: str, label: str, year: int) -> None:
        stored(engine, paper(proposal("1.1", title=title)), label=label, as_at=date(year, 5, 1))

    titled("Wording of 2021", "2021", 2021)
    titled("Wording of 2019", "2019", 2019)
    titled("", "2022", 2022)
    assert ["Wording of 2019", "Wording of 2021", "Wording of 2021"] == [
        loaded(address, label=label).by_code["1.1"].title for label in ("2019", "2021", "2022")
    ]
    assert "sharing plans" == loaded(address).by_code["1.2"].title


def test_text_that_a_database_could_trip_over_is_cleaned(engine: Engine, address: Address) -> None:
    """Nulls, halves of characters and terminal codes do not get in; other scripts do."""
    draft = drafted(
        "1.1/1", "A\0gree \ud83d\x1b[2J it – “so” ещё", owners=("Chief\x00 Officer", " \x07")
    )
    stored(engine, paper(proposal("1.1", draft, evidence=("E\0",)), contact="\x9bDesk"))
    plan = loaded(address)
    assert "Agree  it – “so” ещё" == plan.actions[0].text
    assert ("Chief Officer",) == plan.actions[0].owner_names
    assert "E" == plan.by_code["1.1"].evidence[0].text


def test_posts_are_shared_by_actions(engine: Engine, address: Address) -> None:
    """One post in several spellings is one, and a second paper adds none that is known."""
    first = proposal("1.1", drafted("1.1/1", owners=("Chief Officer",)))
    second = proposal("1.2", drafted("1.2/1", owners=("CHIEF  officer", "Chief Nurse")))
    assert 2 == stored(engine, paper(first, second)).posts
    again = proposal("1.1", drafted("1.1/1", owners=("chief nurse",)))
    assert 0 == stored(engine, paper(again), label="2022", as_at=date(2022, 4, 30)).posts
    with open_reader(address) as reader:
        assert ["Chief Nurse", "Chief Officer"] == [p.name for p in queries.posts(reader, 1)]


def test_two_actions_at_one_position_are_both_kept(engine: Engine, address: Address) -> None:
    """The second takes the next free number, and that is told with its place."""
    twice = (drafted("1.1/1", "First"), drafted("1.1/1", "Second", aliases=("1.1/2", "1.1/1")))
    done = stored(engine, paper(proposal("1.1", *twice, drafted("1.1/2", "Third"))))
    plan = loaded(address)
    kept = {action.ref: action.text for action in plan.actions}
    assert {"1.1/1": "First", "1.1/3": "Second", "1.1/4": "Third"} == kept
    assert "Second" == plan.by_ref["1.1/2"].text
    assert [
        "Two actions stand at 1.1/1; the second is kept as 1.1/3.",
        "Two actions stand at 1.1/2; the second is kept as 1.1/4.",
    ] == [problem.message for problem in done.problems]


def test_what_a_reference_cannot_hold_is_told(engine: Engine) -> None:
    """A row that refers to another proposal and says more is reported."""
    more = drafted("1.2/1", "As per 1.1", cross_reference="1.1", delivery="By the same group")
    done = stored(engine, paper(proposal("1.1", drafted("1.1/1")), proposal("1.2", more)))
    assert ["1.2/1 refers to 1.1; what its row says besides is not kept."] == [
        problem.message for problem in done.problems
    ]


def test_a_large_paper_is_stored_whole(engine: Engine, address: Address) -> None:
    """Nothing is lost in bulk."""
    many = tuple(drafted(f"1.1/{number}", timescale=TWO_DATES) for number in range(1, 1201))
    stored(engine, paper(proposal("1.1", *many)))

    def refs(plan: PlanView) -> list[str]:
        return [action.ref for action in plan.actions]

    assert [draft.ref for draft in many] == refs(loaded(address))
