"""What the evidence of a repeat tells of actions that it no longer prints."""

from __future__ import annotations

import pytest

from tests.lineages import Telling, tellings
from tracker.kinds import Outcome
from tracker.lineage import Wording
from tracker.mentions import Mention, find_mentions

GONE = [
    Wording("5.2/1", ("5.2",), "Set up a learning network for care home managers"),
    Wording("5.2/2", ("5.2",), "Hold a conference on telecare with the university"),
    Wording("5.2/3", ("5.2",), "Publish a bulletin of good practice every month"),
]


@pytest.mark.parametrize(
    ("evidence", "mentions"),
    [
        (
            "Scores are good. A learning network has been set up for managers of care homes.",
            [("5.2/1", "A learning network has been set up for managers of care homes.")],
        ),
        ("A conference on telecare was held with the university in May.", ["5.2/2"]),
        ("A conference on telecare with the university is planned for May.", []),
        ("The university was visited.", []),
        ("A bulletin of good practice will be published every month.", []),
        ("A conference on telecare took place with the university.", ["5.2/2"]),
        ("Since May 2021 the learning network for care home managers meets monthly.", ["5.2/1"]),
        ("Work to set up a learning network for care home managers has started.", []),
        ("A conference on telecare with the university has been postponed.", []),
        ("The learning network for care home managers was delayed by the pandemic.", []),
        ("", []),
    ],
)
def test_evidence_may_tell_of_an_action_that_is_gone(
    evidence: str, mentions: list[str | tuple[str, str]]
) -> None:
    """A sentence counts if it says that most of what the action says has been done."""
    expected = [
        Mention(m[0], Outcome.COMPLETE, m[1])
        if isinstance(m, tuple)
        else Mention(m, Outcome.COMPLETE, evidence)
        for m in mentions
    ]
    assert expected == list(find_mentions(GONE, [evidence]))


@pytest.mark.parametrize(
    "evidence",
    [
        "The conference on telecare with the university has been abandoned.",
        "It was decided not to hold a conference on telecare with the university.",
        "A conference on telecare with the university is no longer needed.",
        "The conference on telecare with the university will not be taken forward.",
    ],
)
def test_evidence_may_tell_that_an_action_was_given_up(evidence: str) -> None:
    """What was abandoned is withdrawn, and never complete."""
    assert [Mention("5.2/2", Outcome.WITHDRAWN, evidence)] == list(find_mentions(GONE, [evidence]))


def test_an_action_that_is_to_begin_something_is_done_when_it_has_begun() -> None:
    """A beginning is the end of an action that asks for no more."""
    gone = [Wording("1.1/1", ("1.1",), "Start lunches for volunteers in the harbour")]
    evidence = "Lunches for volunteers in the harbour have started."
    assert [Mention("1.1/1", Outcome.COMPLETE, evidence)] == list(find_mentions(gone, [evidence]))


@pytest.mark.parametrize("telling", tellings(), ids=lambda telling: telling.code)
def test_evidence_of_a_whole_paper_is_never_misread(telling: Telling) -> None:
    """What is found under a proposal is right; what is not told plainly is left unknown."""
    found = {(m.ref, m.outcome) for m in find_mentions(telling.gone, telling.evidence)}
    assert found <= telling.known


def test_most_of_what_a_whole_paper_tells_is_found() -> None:
    """More than half of the actions that became evidence are found again."""
    found = sum(len(find_mentions(telling.gone, telling.evidence)) for telling in tellings())
    assert found > sum(len(telling.known) for telling in tellings()) / 2
