"""Wordings that say what will be done, and wordings that do not."""

from __future__ import annotations

import pytest

from tracker.wording import is_past, names_no_task


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was agreed in 2019", True),
        ("Meetings have been held monthly", True),
        ("The plan was agreed and will be reviewed", False),
        ("Agree the plan", False),
        ("Further work is required", False),
        ("", False),
    ],
)
def test_words_that_only_look_back(text: str, expected: bool) -> None:
    """A description of the past is no action."""
    assert expected == is_past(text)


@pytest.mark.parametrize(
    "text",
    [
        "Good links with partners",
        "Leadership",
        "Reserves policy published",
        "Policies and procedures",
        "The directory of shared rooms",
        "Shared values across the teams",
    ],
)
def test_a_thing_without_a_verb_of_doing_is_no_task(text: str) -> None:
    """A wording that names a thing leaves open what will be done about it."""
    assert names_no_task(text)


@pytest.mark.parametrize(
    "text",
    [
        "Publish the reserves policy",
        "Assess the links",
        "Hire a manager",
        "Ongoing meetings of the three boards",
        "Development of a directory",
        "The boards will meet quarterly",
        "Leaders to share rooms",
        "Better sharing of rooms",
        "A directory is planned",
        "Zip the files",
        "",
    ],
)
def test_a_verb_of_doing_and_what_is_in_doubt_pass(text: str) -> None:
    """Orders, also unheard-of ones, aims and names of doings are tasks."""
    assert not names_no_task(text)
