"""What type-ahead finds, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import action
from tracker.searching import search, sought

HELD = (
    action("1.1/1", "Open a shared room", owners=("Chief Officer",)),
    action("1.1/12", "Broom cupboards: clear them", owners=("Head of Rooms",)),
    action("2.1/1", "Agree budgets in time, with the officer", delivery="By a group"),
)


def found(typed: str) -> list[str]:
    """Return the references that are found."""
    return [one.ref for one in search(sought(HELD, lambda one: one), typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["1.1/1", "1.1/12", "2.1/1"]),
        ("1.1/1", ["1.1/1", "1.1/12"]),
        ("2.1", ["2.1/1"]),
        ("ROOM", ["1.1/1", "1.1/12"]),
        ("room open", ["1.1/1"]),
        ("officer", ["2.1/1", "1.1/1"]),
        ("cupboards clear", ["1.1/12"]),
        ("group", ["2.1/1"]),
        ("roomy", []),
    ],
)
def test_every_word_must_be_found_and_beginnings_come_first(
    typed: str, expected: list[str]
) -> None:
    """References before wording, wording before owners, insides of words last."""
    assert expected == found(typed)


@given(st.text(max_size=20))
def test_whatever_is_typed_finds_some_of_the_list_once(typed: str) -> None:
    """Nothing is found twice, and nothing that is not there."""
    refs = found(typed)
    assert len(refs) == len(set(refs))
    assert set(refs) <= {one.ref for one in HELD}


@given(st.sampled_from(HELD), st.data())
def test_any_word_of_an_action_finds_it(held: object, data: st.DataObject) -> None:
    """Also in another case."""
    assert isinstance(held, type(HELD[0]))
    words = [word.strip(",:") for word in held.text.split()]
    assert held.ref in found(data.draw(st.sampled_from(words)).upper())
