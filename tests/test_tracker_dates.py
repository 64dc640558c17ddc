from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import read_day, say_day
from tracker.errors import UsageFault

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2021-06-30",
        "30/06/2021",
        "30.6.2021",
        "30-06-2021",
        "30 June 2021",
        "30th June 2021",
        "30 jun 2021",
        "30-Jun-2021",
        "  30 JUNE 2021 ",
    ],
)
def test_a_day_is_read_in_every_allowed_form(text: str) -> None:
    """ISO and UK day-first forms give the same day."""
    assert date(2021, 6, 30) == read_day(text)


def test_the_day_comes_first() -> None:
    """03/04/2022 is 3 April, as everywhere in the United Kingdom."""
    assert date(2022, 4, 3) == read_day("03/04/2022")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "June 2021",
        "30/06/21",
        "30/06-2021",
        "2021-6-30",
        "2021/06/30",
        "30 Juno 2021",
        "30 June 2021 or so",
        "٣٠/٠٦/٢٠٢١",
        "30/06/2021/1",
    ],
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    """What is no single day is refused, naming the words and what would do."""
    with pytest.raises(UsageFault, match="cannot be read as a day") as caught:
        read_day(text)
    assert "30 June 2021" in caught.value.hint


@pytest.mark.parametrize("text", ["31/06/2021", "2021-02-30", "12/31/2021", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """A day that no calendar has is refused as such, never moved to a neighbour."""
    with pytest.raises(UsageFault, match="no such day"):
        read_day(text)


@given(DAYS)
def test_what_is_said_can_be_read(day: date) -> None:
    """Every printed form of a day reads back to it."""
    assert day == read_day(say_day(day))
    assert day == read_day(day.isoformat())
    assert day == read_day(f"{day:%d/%m/%Y}")
    assert day == read_day(f"{day:%d-%b-%Y}")
