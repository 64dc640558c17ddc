"""The demo's data: facts as published, wording of our own, and a year that is invented."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tracker.demo import INVENTED, demo_papers
from tracker.framework import built_in
from tracker.kinds import CycleRole, PaperKind, Status, TimescaleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.drafts import PaperDraft

SHARED = Path(__file__).parents[2] / "shared"
PAPERS = Path(os.environ.get("TRACKER_PAPERS", SHARED / "documents"))
PARTNERSHIPS = ("Edinburgh", "Moray", "North Lanarkshire")
UP = ("1.1", "2.5", "2.6", "3.1", "4.3", "5.1")


@pytest.fixture(scope="module")
def papers() -> dict[str, PaperDraft]:
    """The published papers of the demo by partnership."""
    return {str(p.partnership): p for p in demo_papers() if p.partnership != INVENTED}


@pytest.fixture(scope="module")
def rounds() -> tuple[PaperDraft, ...]:
    """The invented partnership's papers."""
    return tuple(paper for paper in demo_papers() if paper.partnership == INVENTED)


def expected(name: str) -> Any:  # Any: JSON, compared value by value
    """What a published paper holds, where that is at hand."""
    file = PAPERS.parent / "expected" / f"{name}.json"
    if not file.exists():
        pytest.skip(f"{file.name} is not at hand")
    return json.loads(file.read_text("utf-8"))


def test_three_real_partnerships_are_in_the_demo(papers: dict[str, PaperDraft]) -> None:
    """Only Moray's paper has actions, and nothing in any is doubtful."""
    assert PARTNERSHIPS == tuple(papers)
    assert [0, 69, 0] == [len(paper.actions) for paper in papers.values()]
    assert all(not paper.problems for paper in papers.values())


def test_published_papers_come_first() -> None:
    """What is invented is stored after them, the first round before its repeat."""
    names = [paper.partnership for paper in demo_papers()]
    assert [*PARTNERSHIPS, INVENTED, INVENTED] == names


def test_every_local_proposal_is_there_in_order() -> None:
    """Codes and levels are those of the framework."""
    framework = built_in()
    for paper in demo_papers():
        assert [p.code for p in framework.local] == [p.code for p in paper.proposals]
        ratings = {p.rating for p in paper.proposals} | {p.previous_rating for p in paper.proposals}
        assert ratings - {None} <= set(framework.ranks)


def test_the_cycles_bear_the_dates_that_the_papers_print(papers: dict[str, PaperDraft]) -> None:
    """Moray does not date its previous rating, so neither does the demo."""
    dates = {name: [(c.label, c.as_at) for c in paper.cycles] for name, paper in papers.items()}
    assert {
        "Edinburgh": [("2019", date(2019, 5, 24))],
        "Moray": [("before 2021", None), ("2021", date(2021, 4, 30))],
        "North Lanarkshire": [("2019", date(2019, 5, 15))],
    } == dates
    assert (CycleRole.PREVIOUS, CycleRole.CURRENT) == tuple(c.role for c in papers["Moray"].cycles)
    assert PaperKind.IMPROVEMENT_PLAN is papers["Moray"].kind


def test_moray_moved_up_on_six_proposals_and_down_on_none(papers: dict[str, PaperDraft]) -> None:
    """Each of the six by one level; 16 are unchanged."""
    ranks = built_in().ranks
    moved = {
        p.code: ranks[str(p.rating)] - ranks[str(p.previous_rating)]
        for p in papers["Moray"].proposals
    }
    assert dict.fromkeys(UP, 1) == {code: steps for code, steps in moved.items() if steps}
    assert 16 == sum(steps == 0 for steps in moved.values())


@pytest.mark.parametrize(
    ("partnership", "levels"),
    [
        ("Edinburgh", {"established": 10, "partly established": 12}),
        ("North Lanarkshire", {"established": 16, "partly established": 4, "exemplary": 1}),
    ],
)
def test_ratings_of_2019_are_as_published(
    papers: dict[str, PaperDraft], partnership: str, levels: dict[str, int]
) -> None:
    """North Lanarkshire's 6.2 bears no mark and has no rating."""
    ratings = [p.rating for p in papers[partnership].proposals]
    assert levels == {level: ratings.count(level) for level in set(ratings) - {None}}
    unrated = [p.code for p in papers[partnership].proposals if p.rating is None]
    assert unrated == (["6.2"] if partnership == "North Lanarkshire" else [])


def test_39_per_cent_of_morays_timescales_hold_no_date(papers: dict[str, PaperDraft]) -> None:
    """27 of the 69: in place, ongoing, to be agreed, empty; one more has only a start."""
    scales = [action.timescale for action in papers["Moray"].actions if action.timescale]
    undue = [scale for scale in scales if not scale.due]
    undated = [scale for scale in undue if not scale.start]
    assert (28, 27) == (len(undue), len(undated))
    assert 39 == round(100 * len(undated) / len(scales))


def test_statuses_are_implied_by_timescales_only(papers: dict[str, PaperDraft]) -> None:
    """The paper prints no status: a plain date says nothing of how far an action has come."""
    actions = {action.ref: action for action in papers["Moray"].actions}
    assert Status.NOT_REPORTED is actions["1.1/1"].status
    assert Status.ONGOING is actions["1.1/4"].status
    assert Status.NOT_REPORTED is actions["3.5/2"].status
    assert {Status.IN_PLACE} == {actions[f"4.3/{number}"].status for number in range(1, 6)}
    assert all(action.printed_status is None for action in actions.values())


def test_an_empty_timescale_is_a_reading_and_not_missing(papers: dict[str, PaperDraft]) -> None:
    """The paper has the column; the cells of 3.5/2 and 5.2/3 are empty."""
    empty = [a.ref for a in papers["Moray"].actions if a.timescale and not a.timescale.text]
    assert ["3.5/2", "5.2/3"] == empty
    kinds = {a.timescale.kind for a in papers["Moray"].actions if a.timescale}
    assert {TimescaleKind.NONE} <= kinds


def test_every_action_has_its_place_and_reference(papers: dict[str, PaperDraft]) -> None:
    """An action is found again by its proposal and row."""
    action = papers["Moray"].proposals[6].actions[1]
    assert ("2.4/2", "proposal 2.4, row 2") == (action.ref, action.place)
    assert 69 == len({a.ref for a in papers["Moray"].actions})


def test_our_wording_is_short_and_names_nobody(papers: dict[str, PaperDraft]) -> None:
    """Each action is 4 to 12 words of its own, without owners."""
    texts = [action.text for action in papers["Moray"].actions]
    assert [] == [text for text in texts if not 4 <= len(text.split()) <= 12]
    assert len(texts) == len(set(texts))
    assert all(not action.owners for action in papers["Moray"].actions)


def test_the_same_papers_are_known_again(papers: dict[str, PaperDraft]) -> None:
    """Loading the demo twice is noticed by what each paper is known by."""
    known = {paper.sha256 for paper in demo_papers()}
    assert known == {paper.sha256 for paper in demo_papers()}
    assert (5, 64) == (len(known), len(papers["Moray"].sha256))


@pytest.mark.parametrize("name", ["moray-2021", "edinburgh-2019"])
def test_facts_are_those_of_the_published_papers(papers: dict[str, PaperDraft], name: str) -> None:
    """Every rating, previous rating, timescale and due date is as expected of the paper."""
    held = expected(name)
    paper = papers[held["partnership"]]
    local = [proposal for proposal in held["proposals"] if proposal["scope"] == "local"]
    assert [(p["code"], p["rating"], p.get("previous_rating")) for p in local] == [
        (p.code, p.rating, p.previous_rating) for p in paper.proposals
    ]
    if not paper.actions:
        return
    printed = [action["timescale"] for proposal in local for action in proposal["actions"]]
    ours = [action.timescale for action in paper.actions if action.timescale]
    assert [scale["due"] for scale in printed] == [
        scale.due.isoformat() if scale.due else None for scale in ours
    ]
    differing = [o.text for o, p in zip(ours, printed, strict=True) if o.text != (p["text"] or "")]
    assert ["Already in place and under regular review. Last reviewed Q4 20/21"] == differing


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words."""
    words = re.findall(r"[a-z0-9']+", text.lower())
    return zip(*(words[start:] for start in range(length)), strict=False)


def test_the_invented_rounds_say_that_they_are(rounds: tuple[PaperDraft, ...]) -> None:
    """In their documents' names, which every list of sources shows."""
    assert all(paper.document.startswith("demo: invented ") for paper in rounds)
    cycles = [[(c.label, c.as_at, c.role) for c in paper.cycles] for paper in rounds]
    assert [
        [("2020", date(2020, 6, 30), CycleRole.CURRENT)],
        [("2021", date(2021, 6, 30), CycleRole.CURRENT)],
    ] == cycles


def test_the_invented_rounds_are_whole(rounds: tuple[PaperDraft, ...]) -> None:
    """Every proposal is rated, with four indicators and evidence; every action has post and status.

    The repeat's own wording of the levels is that of the first round.
    """
    levels = [level.name for level in built_in().scale]
    for paper in rounds:
        for proposal in paper.proposals:
            assert proposal.rating, proposal.code
            assert proposal.evidence, proposal.code
            assert levels == list(proposal.indicators), proposal.code
            assert all(len(words.split()) <= 12 for words in proposal.indicators.values())
        assert all(len(action.owners) == 1 for action in paper.actions)
        assert Status.NOT_REPORTED not in {action.status for action in paper.actions}
        assert 35 <= len(paper.actions) <= 45
    first, repeat = ([p.indicators for p in paper.proposals] for paper in rounds)
    assert first == repeat


def test_a_status_is_read_as_from_any_paper(rounds: tuple[PaperDraft, ...]) -> None:
    """Words that are not ours are kept beside what they mean."""
    actions = {action.ref: action for action in rounds[1].actions}
    told = {
        ref: (str(actions[ref].status), str(actions[ref].outlook), actions[ref].printed_status)
        for ref in ("1.1/1", "1.3/1", "3.5/1", "4.5/2")
    }
    assert {
        "1.1/1": ("complete", "not stated", None),
        "1.3/1": ("in progress", "off track", "Delayed"),
        "3.5/1": ("in progress", "off track", None),
        "4.5/2": ("on hold", "not stated", None),
    } == told


def test_what_has_ended_says_how(rounds: tuple[PaperDraft, ...]) -> None:
    """The repeat sets an example: no action is complete, in place or withdrawn without a word."""
    silent = [a.ref for a in rounds[1].actions if not a.status.is_live and not a.progress]
    assert [] == silent


def texts_of(paper: PaperDraft) -> Iterator[str]:
    """Yield every text of ours in a paper."""
    for proposal in paper.proposals:
        yield from proposal.indicators.values()
        yield from proposal.evidence
        for action in proposal.actions:
            yield action.text
            yield action.progress or ""


def test_no_wording_is_taken_from_a_published_paper() -> None:
    """No six words of ours stand in a row in any paper."""
    files = [file for file in PAPERS.glob("*.txt") if "repeat" not in file.name]
    if not files:
        pytest.skip("the published papers are not at hand")
    published = {run for file in files for run in runs(file.read_text("utf-8"), 6)}
    ours = [text for paper in demo_papers() for text in texts_of(paper)]
    taken = [text for text in ours if published & set(runs(text, 6))]
    assert [] == taken
