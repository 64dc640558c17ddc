"""The parts under the reading of timescales: periods, repetitions and the lexicon itself."""

from __future__ import annotations

import itertools
from calendar import monthrange
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from tracker import periods
from tracker.timescale import read_timescale
from tracker.timewords.lexicon import ADJECTIVES, AMBIGUOUS, PHRASES, REPEATS, Word
from tracker.timewords.recurrence import say_rule
from tracker.timewords.words import clean, find_words

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))


@given(st.dates(), st.integers(min_value=-2000, max_value=2000))
def test_months_are_added_as_the_calendar_has_them(day: date, months: int) -> None:
    """The count is exact, and a shorter month ends on its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        with pytest.raises(ValueError, match="out of range"):
            periods.add_months(day, months)
        return
    last = monthrange(year, month + 1)[1]
    assert date(year, month + 1, min(day.day, last)) == periods.add_months(day, months)


@given(
    DAYS,
    st.sampled_from(("31 March", "1 April", "28 February", "end June", "March", "29 February")),
)
def test_a_yearly_date_comes_next_when_its_rule_says(day: date, words: str) -> None:
    """The due date of a repetition is the first on or after the as-at date, by its own rule."""
    reading = read_timescale(f"each year by {words}", as_at=day)
    assert reading.recurrence is not None
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - dateutil counts without zones
    found = rrulestr(reading.recurrence, dtstart=start).after(start, inc=True)
    assert found is not None
    assert found.date() == reading.due


@pytest.mark.parametrize("rule", [rule for rule in REPEATS if rule])
def test_every_rule_is_one_that_calendars_understand(rule: str) -> None:
    """Each repetition of the lexicon is a valid RFC 5545 rule and can be said in words."""
    start = datetime(2021, 4, 30)  # noqa: DTZ001 - dateutil counts without zones
    assert rrulestr(rule, dtstart=start).after(start) is not None
    assert say_rule(rule).startswith("every ")


@pytest.mark.parametrize("year", [2019, 2020, 2023])
def test_quarters_halves_and_seasons_follow_each_other_without_a_gap(year: int) -> None:
    """What is cut into parts is the sum of them."""
    whole = periods.financial_year(year)
    calendar = periods.calendar_year(year)
    for parts, over in (
        ([periods.financial_quarter(year, number) for number in range(1, 5)], whole),
        ([periods.financial_half(year, number) for number in (1, 2)], whole),
        ([periods.calendar_quarter(year, number) for number in range(1, 5)], calendar),
        ([periods.calendar_half(year, number) for number in (1, 2)], calendar),
    ):
        assert (over.first, over.last) == (parts[0].first, parts[-1].last)
        for one, two in itertools.pairwise(parts):
            assert timedelta(days=1) == two.first - one.last
    seasons = [periods.season_of(year, season) for season in periods.SEASONS]
    assert (date(year, 3, 1), 1) == (seasons[0].first, (seasons[-1].last + timedelta(days=1)).day)


def test_no_phrase_of_the_lexicon_means_two_things() -> None:
    """A phrase stands under one word only, and is found as printed."""
    groups = [*PHRASES.values(), *REPEATS.values(), *AMBIGUOUS]
    counts = Counter(phrase for group in groups for phrase in group.split("|"))
    assert [] == [phrase for phrase, count in counts.items() if count > 1]


@pytest.mark.parametrize("kind", list(PHRASES))
def test_every_phrase_of_the_lexicon_is_found(kind: Word) -> None:
    """No phrase is shadowed by a date or by another phrase that begins like it."""
    for phrase in PHRASES[kind].split("|"):
        found = find_words(clean(phrase), centre=2021)
        assert [(kind, phrase)] == [(token.word, phrase) for token in found], phrase


def test_words_that_describe_are_repetitions() -> None:
    """Every adjective of the lexicon is one of its repetitions."""
    repeats = {phrase for group in REPEATS.values() for phrase in group.split("|")}
    assert set() == ADJECTIVES - repeats
