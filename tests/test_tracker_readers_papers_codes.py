"""Codes and key features: every spelling that papers use, and numbers that are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers import FRAMEWORK
from tracker.framework import Framework, KeyFeature, Level, Proposal
from tracker.readers.papers.codes import feature_named, read_feature, read_heading, read_reference
from tracker.readers.papers.dates import find_dates
from tracker.readers.papers.labels import read_label


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("Proposal 1.1 Leaders learn", "1.1", "Leaders learn"),
        ("PROPOSAL 1.1: Leaders learn", "1.1", "Leaders learn"),
        ("Indicator 4.2", "4.2", ""),
        ("Proposal No. 4.2", "4.2", ""),
        ("MSG Proposal 2.6 - All resources", "2.6", "All resources"),
        ("1.1: Leaders learn", "1.1", "Leaders learn"),
        ("(1.1) Leaders learn", "1.1", "Leaders learn"),
        ("1(i)", "1.1", ""),
        ("1. (iii) Sectors", "1.3", "Sectors"),
        ("2.vi All resources", "2.6", "All resources"),
        ("Proposal 3 (iv)", "3.4", ""),
        ("1.1, 2.5", "1.1", ""),
    ],
)
def test_code_is_read_in_every_spelling(text: str, code: str, title: str) -> None:
    """However it is written, a code is the framework's own."""
    heading = read_heading(text, FRAMEWORK)
    assert (code, title, True) == (
        heading and heading.code,
        heading and heading.title,
        heading and heading.known,
    )


@pytest.mark.parametrize(
    "text", ["12 months", "2.5% more", "\u00a31.1m was spent", "Established", "1.1.2 Do", ""]
)
def test_number_that_is_no_code_is_none(text: str) -> None:
    """Shares, sums and sub-numbers are not headings."""
    assert read_heading(text, FRAMEWORK) is None


def test_several_codes_are_all_read() -> None:
    """Further codes beside the first are kept, unknown ones left out."""
    heading = read_heading("Proposals 1.1, 2.5 and 9.9", FRAMEWORK)
    assert ("1.1", ("2.5",)) == (heading and heading.code, heading and heading.further)


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("1.1.2", "1.1", ""),
        ("1.1a", "1.1", ""),
        ("1.1/2", "1.1", ""),
        ("2(iv) Write a policy", "2.4", "Write a policy"),
        ("6.3 - Pay carers", "6.3", "Pay carers"),
        ("7.1", "7.1", ""),
    ],
)
def test_reference_is_read_with_its_rest(text: str, code: str, rest: str) -> None:
    """A reference such as 1.1.2 belongs to proposal 1.1."""
    assert (code, rest) == read_reference(text, FRAMEWORK)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Key Feature 3", "3"),
        ("Key Feature 2: Integrated finances", "2"),
        ("1 - Collaborative leadership and building relationships", "1"),
        ("Meaningful and sustained engagement", "6"),
        ("2. Integrated finances & financial planning", "2"),
        ("Key Feature 9", None),
        ("Collaborative working is established in many places", None),
        ("2. Finance", None),
    ],
)
def test_key_feature_is_known_by_number_or_name(text: str, code: str | None) -> None:
    """A heading of a key feature is told from a sentence that uses its words."""
    feature = read_feature(text, FRAMEWORK)
    assert code == (feature[0] if feature else None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Agreed governance and accountability arrangements", "4"),
        ("Collaborative leadership & building relationships", "1"),
        ("Conclusions", None),
        ("Operational review", None),
    ],
)
def test_section_that_names_a_key_feature_is_known(text: str, code: str | None) -> None:
    """A report section means a key feature only by most of its words."""
    assert code == feature_named(text, FRAMEWORK)


def test_codes_of_another_framework_are_read_as_they_are() -> None:
    """Codes are data: a framework may write them in its own way."""
    other = Framework(
        "care-2030",
        "Care review",
        "1",
        date(2030, 4, 1),
        (Level("red", 1), Level("green", 2)),
        (KeyFeature("A", "People"),),
        (Proposal("A1", "staff", "A"), Proposal("A1.2", "training", "A")),
    )
    heading = read_heading("Proposal A1.2 Train everyone", other)
    assert ("A1.2", "Train everyone") == (heading and heading.code, heading and heading.title)


@given(st.text(max_size=120))
def test_any_text_can_be_asked_for_a_code(text: str) -> None:
    """No text breaks the reading of headings, references, labels or dates."""
    heading = read_heading(text, FRAMEWORK)
    assert heading is None or not heading.known or heading.code in FRAMEWORK.by_code
    read_reference(text, FRAMEWORK)
    read_feature(text, FRAMEWORK)
    read_label(text, alone=True)
    find_dates(text)


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [
        ("Our Rating", "rating", ""),
        ("Our rating: Established", "rating", "Established"),
        ("Rating Descriptor", "scale", ""),
        ("Indicator", "indicator", ""),
        ("Evidence / Our Notes", "evidence", ""),
        ("Evidence / Notes (continued)", "evidence", ""),
        ("Proposed improvement actions", "action", ""),
        ("Previous rating", "previous_rating", ""),
        ("Lead officer: Chief Officer", "owners", "Chief Officer"),
    ],
)
def test_label_is_read_with_what_stands_behind_it(text: str, key: str, rest: str) -> None:
    """A label is known alone, continued, or before a colon."""
    label = read_label(text, alone=False)
    assert (key, rest) == (label and label.key, label and label.rest)


@pytest.mark.parametrize(
    "text", ["Review progress reports", "Action on housing is led by us", "What we will do"]
)
def test_sentence_alone_is_no_label(text: str) -> None:
    """Words of labels inside a sentence make no label of it."""
    assert read_label(text, alone=True) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("as at April 2021", date(2021, 4, 30)),
        ("24 May 2019", date(2019, 5, 24)),
        ("15.05.2019", date(2019, 5, 15)),
        ("03/04/2022", date(2022, 4, 3)),
        ("2021-09-30", date(2021, 9, 30)),
        ("2021", None),
        ("31 February 2021", None),
    ],
)
def test_date_in_a_title_is_read(text: str, day: date | None) -> None:
    """Days are UK days, a month means its last day, a year alone no day."""
    dates = find_dates(text)
    assert day == (dates[0].day if dates else None)
