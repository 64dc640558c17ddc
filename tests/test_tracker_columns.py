"""The column vocabulary: every wording means one column, however it is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.columns import COLUMNS, Column, find_column, fold

WORDINGS = [
    ("Improvement Action", "action"),
    ("Proposed improvement actions", "action"),
    ("What we will do", "action"),
    ("Action owner", "owners"),
    ("Responsible Officer(s)", "owners"),
    ("Lead/s", "owners"),
    ("By whom", "owners"),
    ("Key contributors", "contributors"),
    ("Timescale for Delivery", "timescale"),
    ("By when", "timescale"),
    ("Target completion date", "timescale"),
    ("Revised due date", "revised"),
    ("Comment / How we will Deliver", "delivery"),
    ("Action status", "status"),
    ("BRAG", "rag"),
    ("RAG rating", "rag"),
    ("Latest update (September 2021)", "progress"),
    ("Progress to date", "progress"),
    ("Progress measures", "measure"),
    ("How will we know?", "measure"),
    ("Evidence / Notes", "evidence"),
    ("Our Rating", "rating"),
    ("Previous rating", "previous_rating"),
    ("MSG Proposal", "proposal"),
    ("Ref. No.", "reference"),
    ("Report Section", "section"),
    ("Lead & timescale", "owners_timescale"),
    ("Date completed", "completed"),
]


@pytest.mark.parametrize(("heading", "key"), WORDINGS)
def test_heading_is_known_by_its_usual_wordings(heading: str, key: str) -> None:
    """Headings that partnerships use mean the column that a person takes them for."""
    assert key == find_column(heading)


@pytest.mark.parametrize("heading", ["", "Priority", "Risk", "Established", "Cost (in thousands)"])
def test_unknown_heading_means_no_column(heading: str) -> None:
    """A heading outside the vocabulary is not forced into it."""
    assert find_column(heading) is None


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_own_heading_is_read_back(column: Column) -> None:
    """What we print over a column is read as that column."""
    assert column.key == find_column(column.heading)


def test_no_wording_belongs_to_two_columns() -> None:
    """A whole heading means one column only."""
    wordings = [fold(w) for column in COLUMNS for w in (column.heading, *column.synonyms)]
    assert sorted(set(wordings)) == sorted(wordings)


@given(
    st.sampled_from([h for h, _ in WORDINGS]), st.sampled_from([str.upper, str.lower, str.title])
)
def test_case_and_spacing_do_not_count(heading: str, case: object) -> None:
    """A heading means the same in any case and with any spacing."""
    assert callable(case)
    changed = "  ".join(str(case(heading)).split())
    assert find_column(heading) == find_column(changed)


@given(st.text(max_size=200))
def test_any_text_can_be_asked_about(text: str) -> None:
    """No text breaks the vocabulary, and a long one is no heading."""
    key = find_column(text)
    assert key is None or key in {column.key for column in COLUMNS}
    if len(fold(text).split()) > 12:
        assert key is None
