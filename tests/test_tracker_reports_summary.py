"""The words of a summary: one and many, nothing and all, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.plans import action, assessment, plan, words
from tracker.compare import compare_plans
from tracker.framework import Level
from tracker.kinds import CycleState, Decision, PartnershipKind, Status
from tracker.lineage import Link
from tracker.plan import CycleView, UpdateView
from tracker.reports.headline import headline
from tracker.reports.summary import summary_report
from tracker.story import tell

if TYPE_CHECKING:
    from tracker.plan import ActionView, AssessmentView, DecisionView, PlanView
    from tracker.report import Report

NOW = date(2022, 5, 31)
RATED = tuple(assessment(code, "partly", "partly") for code in ("1.1", "1.2", "2.1"))
RAISED = (assessment("1.1", "partly", "not yet"), *RATED[1:])


def held(*actions: ActionView, ratings: tuple[AssessmentView, ...] = RATED) -> PlanView:
    """Return a plan of one cycle, nothing of whose earlier actions is held."""
    return plan(*actions, as_at=NOW, assessments=ratings)


def closed(ref: str, status: Status, on: date = date(2021, 9, 1)) -> ActionView:
    """Return an action that was closed after it was agreed."""
    later = UpdateView(
        9, on, status=status, reason="Overtaken", board_text="Opened in May", said_by="A. Tester"
    )
    return action(ref, f"Do task {ref}", later=(later,), as_at=NOW)


def open_(ref: str, due: date | None = None) -> ActionView:
    """Return a live action."""
    return action(ref, f"Do task {ref}", due=due, as_at=NOW)


def two_years(
    before: tuple[ActionView, ...], after: tuple[ActionView, ...], *links: tuple[str, str]
) -> tuple[str, ...]:
    """Return the headline of a repeat beside its earlier cycle."""
    base = held(*before)
    cycle = CycleView(3, "c3", "2022", date(2022, 4, 30), CycleState.AGREED)
    repeat = replace(held(*after), cycle=cycle, previous=base.cycle)
    found = [Link(b, r, 0.9, "alike") for b, r in links]
    pairs = frozenset(links)
    return headline(tell(repeat, compare_plans(base, repeat, found, confirmed=pairs)))


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        (RATED, "none moved up a level, 3 stayed and none moved down a level."),
        (RAISED, "1 moved up a level, 2 stayed and none moved down a level."),
        (
            (assessment("1.1", "fully", "not yet"), *RATED[1:]),
            "1 moved up, 2 stayed and none moved down.",
        ),
        (
            (assessment("1.1", "partly"), *RAISED[1:]),
            "none moved up a level, 2 stayed, none moved down a level and 1 cannot be compared.",
        ),
    ],
)
def test_movements_in_words(ratings: tuple[AssessmentView, ...], expected: str) -> None:
    """A level is named where nobody moved by more than one."""
    assert f"Of 3 proposals rated locally, {expected}" == headline(tell(held(ratings=ratings)))[0]


def test_one_proposal_and_no_earlier_rating() -> None:
    """A first return has nothing to compare with, and says so."""
    told = headline(tell(held(ratings=(assessment("1.1", "fully"),))))
    assert (
        "Of 1 proposal rated locally, 1 has a rating; no earlier rating is held to compare with."
        == told[0]
    )


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((), "No improvement actions are held."),
        (
            (open_("1.1/1"),),
            (
                "The plan now holds 1 action: 1 live (none overdue) and none closed; "
                "none is complete or in place."
            ),
        ),
        (
            (open_("1.1/1", date(2022, 1, 31)), open_("1.1/2"), closed("1.1/3", Status.COMPLETE)),
            (
                "The plan now holds 3 actions: 2 live (1 overdue) and 1 closed; "
                "1 is complete or in place (33%)."
            ),
        ),
        (
            (closed("1.1/1", Status.COMPLETE), closed("1.1/2", Status.IN_PLACE)),
            (
                "The plan now holds 2 actions: none live and 2 closed; "
                "2 are complete or in place (100%)."
            ),
        ),
        (
            (closed("1.1/1", Status.WITHDRAWN),),
            "The plan now holds 1 action: none live and 1 closed; none is complete or in place.",
        ),
    ],
)
def test_where_the_plan_stands_in_words(actions: tuple[ActionView, ...], expected: str) -> None:
    """Nothing, one and many read as people say them; 100 and none only when it is so."""
    assert expected == headline(tell(held(*actions)))[-1]


def test_nearly_all_is_not_100_per_cent() -> None:
    """One open action of three hundred keeps it at 99."""
    done = [closed(f"1.1/{n}", Status.COMPLETE) for n in range(1, 300)]
    assert "(99%)" in headline(tell(held(open_("1.2/1"), *done)))[-1]


def test_one_year_so_far() -> None:
    """Within one cycle the headline tells what has happened since it was agreed."""
    later = UpdateView(9, date(2021, 8, 1), timescale=words("June 2022", due=date(2022, 6, 30)))
    moved = action("1.1/2", "Move", due=date(2021, 12, 31), later=(later,), as_at=NOW)
    told = headline(tell(held(closed("1.1/1", Status.COMPLETE), moved)))
    assert (
        "Since 30 April 2021: 1 action completed or put in place, 1 date moved later, none added "
        "and none withdrawn or superseded." == told[1]
    )


def test_two_years_reconcile_in_words() -> None:
    """Every action of the earlier plan is told of once."""
    before = tuple(open_(f"1.1/{n}") for n in range(1, 5))
    after = (
        closed("1.1/1", Status.COMPLETE, date(2022, 5, 1)),
        closed("1.1/2", Status.WITHDRAWN, date(2022, 5, 1)),
        open_("1.1/3"),
        open_("1.1/9"),
    )
    told = two_years(before, after, *((f"1.1/{n}", f"1.1/{n}") for n in (1, 2, 3)))
    assert (
        (
            "Of the 4 actions of the 2021 plan, 1 is complete, 1 was withdrawn, 1 is still open "
            "and of 1 it is not known what became."
        ),
        "1 action is new.",
    ) == told[1:3]
    assert "suggestions" not in " ".join(told)


def test_an_earlier_plan_without_actions_and_nothing_new() -> None:
    """Nothing is no partition."""
    told = two_years((), ())
    assert ("Cycle 2021 holds no actions.", "No action is new.") == told[1:3]


def test_an_earlier_cycle_of_ratings_only() -> None:
    """Its actions are not held, so none of this plan is called new."""
    base = held()
    base = replace(base, cycle=replace(base.cycle, id=7, label="2019", ratings_only=True))
    repeat = replace(held(open_("1.1/1")), previous=base.cycle)
    told = headline(tell(repeat, compare_plans(base, repeat, ())))
    assert told[1].startswith("The actions of cycle 2019 are not held")
    assert "none added" in told[2]


def test_a_plan_of_ratings_only_tells_no_good_news() -> None:
    """Silence on actions would read as if none were late."""
    now = held()
    now = replace(now, cycle=replace(now.cycle, ratings_only=True))
    assert "Only the ratings of cycle 2021 are held; its actions are not." in headline(tell(now))


@pytest.mark.parametrize("state", [CycleState.DRAFTING, CycleState.SUBMITTED])
def test_a_draft_is_called_one(state: CycleState) -> None:
    """A carried rating is not decided, and the subtitle says draft too."""
    first, *rest = RATED
    ratings = [replace(r, decisions=(_carried(r),)) for r in rest]
    now = held(ratings=(first, *ratings))
    now = replace(now, cycle=replace(now.cycle, state=state))
    story = tell(now)
    expected = f"Cycle 2021 is a draft ({state}): 1 of 3 decided; what is carried may still move."
    assert expected == headline(story)[0]
    assert "2021 (draft)" in summary_report(story).subtitle


def _carried(held_: AssessmentView) -> DecisionView:
    return replace(held_.decisions[0], kind=Decision.CARRIED)


def test_the_national_plan_has_no_ratings_of_its_own() -> None:
    """It says who rates instead of counting proposals without a rating."""
    now = held(open_("1.1/1"))
    now = replace(now, partnership=replace(now.partnership, kind=PartnershipKind.NATIONAL))
    report = summary_report(tell(now))
    assert "each partnership rates them" in report.sections[0].paragraphs[0]
    assert "Ratings by proposal" not in headings(report)


def headings(report: Report) -> list[str]:
    """Return the headings of a report, without counts and days."""
    return [s.heading.split(" (")[0].split(" since ")[0] for s in report.sections]


def test_exceptions_come_before_what_is_routine() -> None:
    """Attention, then what is late or down, then what was done, then ratings and counts."""
    later = UpdateView(9, date(2021, 8, 1), timescale=words("March 2022", due=date(2022, 3, 31)))
    moved = action("1.1/2", "Move", due=date(2021, 12, 31), later=(later,), as_at=NOW)
    fallen = (assessment("1.1", "partly", "fully"), *RATED[1:])
    now = held(
        moved, closed("1.1/1", Status.COMPLETE), closed("1.2/1", Status.WITHDRAWN), ratings=fallen
    )
    assert [
        "",
        "What needs attention",
        "Ratings lower than before",
        "Overdue",
        "Dates later than first agreed",
        "Done",
        "Withdrawn or superseded",
        "Ratings by proposal",
        "Movement by key feature",
        "How many proposals on each level",
        "Actions by key feature",
        "Slippage by owner",
        "Slippage by proposal",
    ] == headings(summary_report(tell(now)))


def test_changes_since_a_day_leave_out_what_stood_before() -> None:
    """No table of all ratings, no counts: only what happened."""
    now = held(open_("1.1/1", date(2022, 3, 31)), closed("1.2/1", Status.COMPLETE))
    told = summary_report(tell(now, since=date(2022, 1, 31)))
    assert ["", "What needs attention", "Newly overdue"] == headings(told)
    assert (
        "Since 31 January 2022: no action completed or put in place, 1 newly overdue, "
        "no date moved later, none added, none withdrawn or superseded and no rating decided."
        == told.sections[0].paragraphs[0]
    )


def test_a_plan_without_exceptions_says_so() -> None:
    """An empty place would leave it open whether anything was looked for."""
    quiet = summary_report(tell(held(open_("1.1/1", date(2023, 1, 31))))).sections[1]
    assert ("Nothing: no exception was found.",) == quiet.paragraphs


def test_why_an_action_was_withdrawn_is_told_and_notes_stay_inside() -> None:
    """The reason and the text for the board are for papers; the internal note is not."""
    noted = UpdateView(
        9, date(2021, 9, 1), status=Status.WITHDRAWN, reason="Overtaken", note="Between us"
    )
    told = summary_report(tell(held(action(later=(noted,), as_at=NOW))))
    assert "Overtaken" in str(told)
    assert "Between us" not in str(told)


def test_the_tables_total_what_they_hold() -> None:
    """Rows and columns of the counts add up, drawn or not."""
    now = held(
        open_("1.1/1", date(2022, 3, 31)),
        open_("2.1/1"),
        closed("1.2/1", Status.COMPLETE),
        closed("1.2/2", Status.SUPERSEDED),
    )
    table = next(
        s.table for s in summary_report(tell(now)).sections if s.heading == "Actions by key feature"
    )
    assert table is not None
    rows = [[cell.value for cell in row[1:-1]] for row in table.rows]
    counts = [[value for value in row if isinstance(value, int)] for row in rows]
    assert all(sum(row[:-1]) == row[-1] for row in counts)
    assert counts[-1] == [sum(column) for column in zip(*counts[:-1], strict=True)]


def test_only_the_worst_are_listed_and_the_rest_is_counted() -> None:
    """Ten of twelve stand in the table, with the way to all of them."""
    later = UpdateView(9, date(2021, 8, 1), timescale=words("March 2022", due=date(2022, 3, 31)))
    late = [
        action(f"1.1/{n}", f"Task {n}", due=date(2021, 12, 31), later=(later,), as_at=NOW)
        for n in range(1, 13)
    ]
    sections = {s.heading: s for s in summary_report(tell(held(*late))).sections}
    for heading, note in (
        ("Overdue (12)", "The 10 longest of 12; the overdue list has all."),
        ("Dates later than first agreed (12)", "The 10 furthest of 12; --json holds all."),
    ):
        table = sections[heading].table
        assert table is not None
        assert (10, note) == (len(table.rows), sections[heading].paragraphs[0])
    assert "and 4 more" in str(sections["What needs attention"].table)


def test_changes_name_what_was_reopened_and_brought_forward() -> None:
    """Both stand in tables of their own."""
    again = UpdateView(9, date(2022, 2, 1), status=Status.IN_PROGRESS)
    sooner = UpdateView(9, date(2022, 2, 1), timescale=words("June", due=date(2022, 6, 30)))
    now = held(
        action("1.1/1", status=Status.COMPLETE, later=(again,), as_at=NOW),
        action("1.2/1", due=date(2022, 12, 31), later=(sooner,), as_at=NOW),
    )
    told = headings(summary_report(tell(now, since=date(2022, 1, 31))))
    assert ["Live again", "Dates brought forward"] == told[2:]


def test_changes_begin_with_the_plan_where_the_earlier_one_is_not_held() -> None:
    """The headline says so instead of counting what nobody can know."""
    base = held()
    base = replace(base, cycle=replace(base.cycle, id=7, label="2019", ratings_only=True))
    repeat = replace(held(open_("1.1/1")), previous=base.cycle)
    told = headline(tell(repeat, compare_plans(base, repeat, ()), since=date(2020, 1, 1)))
    assert told[0].startswith("Since 30 April 2021: ")
    assert "The actions of cycle 2019 are not held; what is told begins with this plan." == told[1]


def test_ratings_on_another_scale_are_not_compared() -> None:
    """A level of the same name may stand elsewhere; nothing is made of it."""
    base = held()
    scale = (Level("partly", 1), Level("not yet", 2), Level("fully", 3))
    base = replace(base, framework=replace(base.framework, scale=scale))
    repeat = replace(held(ratings=RAISED), previous=base.cycle)
    story = tell(repeat, compare_plans(base, repeat, ()))
    assert (
        "Cycle 2021 rates on another scale, so that its ratings are not compared with these."
        == headline(story)[0]
    )
    assert 3 == story.summary.movements.not_comparable
