"""The names of partnerships."""

from __future__ import annotations

import pytest

from tracker.names import is_close, may_mean


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("Glen Islay", "glen  islay", True),
        ("Glen & Islay", "Glen and Islay", True),
        ("Strathmore", "Strathmore HSCP", True),
        ("Strathmore IJB", "Strathmore Health and Social Care Partnership", True),
        ("Strathmore", "Strathmoor", True),
        ("City of Glenorchy", "Glenorchy", True),
        ("East Glenorchy", "West Glenorchy", False),
        ("East Glenorchy", "Glenorchy", False),
        ("Glen Islay", "Glen Almond", False),
        ("Moor", "Mull", False),
        ("", "-", False),
        ("HSCP", "IJB", False),
    ],
)
def test_close_names_are_told_from_others(one: str, other: str, *, close: bool) -> None:
    """Endings, signs and slips make no other partnership; a point of the compass does."""
    assert close is is_close(one, other)
    assert close is is_close(other, one)


@pytest.mark.parametrize(
    ("said", "printed", "may"),
    [
        ("Strath", "Strathmore", True),
        ("Glenorchy", "City of Glenorchy", True),
        ("Glen & Islay IJB", "Glen and Islay", True),
        ("Orchy", "Glenorchy", False),
        ("Moor", "Glenorchy", False),
        ("?", "Glenorchy", False),
    ],
)
def test_a_name_may_mean_another_by_its_beginning(said: str, printed: str, *, may: bool) -> None:
    """A part from its middle is another name."""
    assert may is may_mean(said, printed)
