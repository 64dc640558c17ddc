"""Published papers: every rating and every action, in every format in which they are held.

The papers are not part of the project. What is asserted here are facts and figures read from them
by eye, or the expected results that lie beside them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.papers import EXPECTED, FRAMEWORK, folded, positions_of, real_paper
from tracker.kinds import CycleRole, PaperKind, Severity, Status
from tracker.readers.paper import read_paper
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from tracker.drafts import ActionDraft, PaperDraft

FORMATS = ("docx", "txt", "pdf")


@cache
def paper(name: str) -> PaperDraft:
    """Return a published paper as it is read."""
    return read_paper(read_document(real_paper(name), name=name), framework=FRAMEWORK)


def expected(name: str) -> dict[str, dict[str, object]]:
    """Return what a paper holds, by proposal, or skip the test by its name."""
    path = EXPECTED / f"{name}.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    held = json.loads(path.read_text(encoding="utf-8"))
    return {proposal["code"]: proposal for proposal in held["proposals"]}


def wordings(action: dict[str, object]) -> list[list[str]]:
    """Return the ways in which an expected action may be read: whole, or as separate bullets."""
    ways = [[action["text"]]]
    if "also_accepted_as" in action:
        ways.append(list(action["also_accepted_as"]))  # type: ignore[call-overload] # parsed JSON
    return [[folded(str(text)) for text in way] for way in ways]


def compare(
    name: str, suffix: str
) -> tuple[list[str], list[str], list[tuple[dict[str, object], ActionDraft]]]:
    """Compare a paper's actions with the expected ones; say precision and recall.

    Returns:
        What was missed, what is extra, and the pairs that were found whole.
    """
    draft = paper(f"{name}.{suffix}")
    positions = positions_of(draft)
    missed, extra, pairs, right = [], [], [], 0
    for code, held in expected(name).items():
        texts = {folded(action.text): action for action in positions.get(code, [])}
        for action in held["actions"]:  # type: ignore[attr-defined] # parsed JSON
            way = next((w for w in wordings(action) if all(t in texts for t in w)), None)
            if way is None:
                missed.append(f"{code}: {action['text'][:60]}")
                continue
            right += 1
            found = [texts.pop(text) for text in way]
            if len(found) == 1:
                pairs.append((action, found[0]))
        extra += [f"{code}: {text[:60]}" for text in texts]
    precision, recall = right / (right + len(extra)), right / (right + len(missed))
    sys.stdout.write(
        f"measured: {name} as {suffix}: precision {precision:.3f}, recall {recall:.3f}\n"
    )
    return missed, extra, pairs


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["edinburgh-2019", "moray-2021"])
def test_every_action_is_read_and_none_beside(name: str, suffix: str) -> None:
    """All actions of the paper are found under their proposals, and nothing else."""
    missed, extra, _ = compare(name, suffix)
    assert ([], []) == (missed, extra)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["edinburgh-2019", "moray-2021"])
def test_every_rating_is_read(name: str, suffix: str) -> None:
    """Ratings and previous ratings are those of the paper, national ones are none."""
    held = {
        code: (proposal["rating"], proposal.get("previous_rating"), proposal["scope"])
        for code, proposal in expected(name).items()
    }
    draft = paper(f"{name}.{suffix}")
    assert held == {p.code: (p.rating, p.previous_rating, str(p.scope)) for p in draft.proposals}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["edinburgh-2019", "moray-2021"])
def test_every_detail_of_an_action_is_read(name: str, suffix: str) -> None:
    """Delivery, cross-reference and the words and date of the timescale are as expected."""
    _, _, pairs = compare(name, suffix)
    assert pairs
    for wanted, action in pairs:
        assert folded(str(wanted.get("delivery") or "")) == folded(action.delivery)
        assert wanted.get("cross_reference") == action.cross_reference
        timescale = wanted.get("timescale")
        if isinstance(timescale, dict):
            assert action.timescale is not None
            assert folded(timescale["text"]) == folded(action.timescale.text)
            due = action.timescale.due.isoformat() if action.timescale.due else None
            assert timescale["due"] == due


def test_evidence_of_the_extraction_is_as_expected() -> None:
    """The extraction holds as many pieces of evidence under each proposal as expected."""
    held = {code: len(p["evidence"]) for code, p in expected("edinburgh-2019").items()}  # type: ignore[arg-type] # parsed JSON
    draft = paper("edinburgh-2019.txt")
    assert held == {p.code: len(p.evidence) for p in draft.proposals}


def test_parts_of_an_action_are_as_expected() -> None:
    """The nested list of one action is read as its parts."""
    held = expected("edinburgh-2019")["2.1"]["actions"][0]  # type: ignore[index] # parsed JSON
    (proposal,) = [p for p in paper("edinburgh-2019.txt").proposals if p.code == "2.1"]
    assert [folded(s) for s in held["sub_items"]] == [
        folded(s) for s in proposal.actions[0].sub_items
    ]


@pytest.mark.parametrize("suffix", FORMATS)
def test_edinburgh_is_recognised(suffix: str) -> None:
    """A self-evaluation of May 2019: 10 established, 12 partly established."""
    draft = paper(f"edinburgh-2019.{suffix}")
    assert (PaperKind.SELF_EVALUATION, "Edinburgh") == (draft.kind, draft.partnership)
    assert [("2019", date(2019, 5, 24))] == [(c.label, c.as_at) for c in draft.cycles]
    counted = Counter(p.rating for p in draft.proposals)
    assert {"established": 10, "partly established": 12, None: 3} == counted
    assert 4 == len(draft.proposals[0].indicators)
    assert all(p.title for p in draft.proposals)


@pytest.mark.parametrize("suffix", FORMATS)
def test_moray_is_recognised(suffix: str) -> None:
    """A plan as at April 2021 with the ratings of a round before it; 69 actions."""
    draft = paper(f"moray-2021.{suffix}")
    assert (PaperKind.IMPROVEMENT_PLAN, "Moray") == (draft.kind, draft.partnership)
    assert [
        ("before 2021", None, CycleRole.PREVIOUS),
        ("2021", date(2021, 4, 30), CycleRole.CURRENT),
    ] == [(c.label, c.as_at, c.role) for c in draft.cycles]
    assert (22, 69) == (len(draft.proposals), len(draft.actions))
    ranks = FRAMEWORK.ranks
    moved = [
        p.code for p in draft.proposals if ranks[p.rating or ""] > ranks[p.previous_rating or ""]
    ]
    assert ["1.1", "2.5", "2.6", "3.1", "4.3", "5.1"] == moved
    assert () == draft.problems


@pytest.mark.parametrize("suffix", FORMATS)
def test_invented_repeat_is_read_whole(suffix: str) -> None:
    """The repeat with leads and statuses: every reference, rating and date."""
    path = EXPECTED / "moray-2022-repeat.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    held = json.loads(path.read_text(encoding="utf-8"))
    draft = paper(f"moray-2022-repeat.{suffix}")
    assert [("2021", date(2021, 4, 30)), ("2022", date(2022, 4, 30))] == [
        (c.label, c.as_at) for c in draft.cycles
    ]
    assert {code: (r["after"], r["recorded_previous"]) for code, r in held["ratings"].items()} == {
        p.code: (p.rating, p.previous_rating) for p in draft.proposals
    }
    actions = {action.ref: action for action in draft.actions}
    assert {ref for fate in held["actions"] for ref in fate["repeat"]} == set(actions)
    for fate in held["actions"]:
        if "due_after" in fate and len(fate["repeat"]) == 1:
            timescale = actions[fate["repeat"][0]].timescale
            assert timescale is not None
            assert fate["due_after"] == (timescale.due.isoformat() if timescale.due else None)
        for ref in fate["repeat"]:
            if fate["outcome"] in {"complete", "withdrawn"}:
                assert fate["outcome"] == actions[ref].status
    assert all(action.owners for action in draft.actions)


NORTH_LANARKSHIRE = {
    "1.1": ("established", 3), "1.2": ("established", 0), "1.3": ("exemplary", 3),
    "2.1": ("established", 2), "2.2": ("established", 1), "2.3": ("established", 2),
    "2.4": ("established", 1), "2.5": ("partly established", 1), "2.6": ("partly established", 2),
    "3.1": ("established", 0), "3.4": ("established", 5), "3.5": ("partly established", 1),
    "4.1": ("established", 7), "4.2": ("established", 3), "4.3": ("established", 2),
    "4.4": ("partly established", 3), "4.5": ("established", 2), "5.1": ("established", 1),
    "5.2": ("established", 1), "6.1": ("established", 2), "6.2": (None, 2),
    "6.3": ("established", 2),
}  # fmt: skip
"""Rating and number of printed actions of each proposal, counted by eye in the Word copy."""


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_north_lanarkshire_is_read_whole(suffix: str) -> None:
    """Marks are Latin and Cyrillic crosses; one proposal is left unrated, which is told."""
    draft = paper(f"north-lanarkshire-2019.{suffix}")
    positions = positions_of(draft)
    assert NORTH_LANARKSHIRE == {
        p.code: (p.rating, len(positions.get(p.code, []))) for p in draft.proposals
    }
    assert ("North Lanarkshire", "15.05.2019") == (draft.partnership, draft.date_of_completion)
    assert [("2019", date(2019, 5, 15))] == [(c.label, c.as_at) for c in draft.cycles]
    warned = [p for p in draft.problems if p.severity is not Severity.NOTE]
    assert ["No rating is marked for 6.2."] == [p.message for p in warned]


@pytest.mark.parametrize("suffix", FORMATS)
def test_north_lanarkshire_recommendations_are_read(suffix: str) -> None:
    """42 recommendations by report section, also where each line became a row of its own."""
    draft = paper(f"north-lanarkshire-2019.{suffix}")
    assert 42 == len(draft.recommendations)
    counted = Counter(item.feature for item in draft.recommendations)
    assert {"1": 5, "2": 10, "3": 4, "4": 7, "5": 4, "6": 3, None: 9} == counted
    assert [f"R/{n}" for n in range(1, 43)] == [item.ref for item in draft.recommendations]


def test_damage_of_the_extraction_is_told_and_nothing_is_guessed() -> None:
    """In the cut-up extraction no rating is wrong, and what is lost or doubtful is told."""
    draft = paper("north-lanarkshire-2019.txt")
    rated = {p.code: p.rating for p in draft.proposals if p.rating}
    assert {} == {c: r for c, r in rated.items() if NORTH_LANARKSHIRE[c][0] != r}
    told = " ".join(problem.message for problem in draft.problems)
    unrated = {code for code in NORTH_LANARKSHIRE if code not in rated}
    assert {"3.4", "6.2", "6.3"} == unrated
    assert 9 == told.count("heading of this table is lost")
    assert "as when a page was cut up" in told


FEATURES = {"1": 3, "2": 6, "3": 5, "4": 5, "5": 3, "6": 3}


@pytest.mark.parametrize("suffix", FORMATS)
def test_national_delivery_plan_is_read_whole(suffix: str) -> None:
    """All 25 proposals with their outcomes, leads, timescales and measures."""
    draft = paper(f"msg-delivery-plan-2019.{suffix}")
    assert (PaperKind.DELIVERY_PLAN, 25, ()) == (draft.kind, len(draft.proposals), draft.problems)
    assert FEATURES == Counter(p.code[0] for p in draft.proposals)
    for proposal in draft.proposals:
        assert proposal.national is not None
        assert proposal.national.leads
        assert proposal.national.detail
        assert proposal.national.progress_measures
        (action,) = proposal.actions
        assert (proposal.title, f"{proposal.code}/1") == (action.text, action.ref)
        assert Status.NOT_REPORTED == action.status


@pytest.mark.parametrize("suffix", FORMATS)
def test_national_timescales_are_dated_from_the_publication(suffix: str) -> None:
    """Relative ones count from 4 February 2019; one only starts; two come back each year."""
    due = {}
    for proposal in paper(f"msg-delivery-plan-2019.{suffix}").proposals:
        timescale = proposal.actions[0].timescale
        assert timescale is not None
        due[proposal.code] = timescale.due
        assert proposal.national is not None
        assert folded(timescale.text) == folded(proposal.national.timescale)
    assert date(2019, 5, 4) == due["2.4"]
    assert date(2019, 7, 31) == due["5.1"]
    assert due["2.6"] is None
    months = Counter(
        day for code, day in due.items() if code not in {"2.1", "2.2", "2.4", "2.6", "5.1"}
    )
    assert {date(2019, 8, 4): 10, date(2020, 2, 4): 10} == months


@pytest.mark.parametrize("suffix", FORMATS)
def test_officials_are_told_from_leads(suffix: str) -> None:
    """18 proposals name officials; no lead is one of them."""
    named = 0
    for proposal in paper(f"msg-delivery-plan-2019.{suffix}").proposals:
        assert proposal.national is not None
        named += bool(proposal.national.officials)
        assert not any("official" in lead.casefold() for lead in proposal.national.leads)
    assert 18 == named
