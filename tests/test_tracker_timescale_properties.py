"""What holds of every timescale, however it is printed and whatever stands around it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.test_tracker_timescale_answers import REPLACED, STANDING
from tests.test_tracker_timescale_dates import DAYS as DAYS_PRINTED
from tests.test_tracker_timescale_dates import LONGER, SEVERAL
from tests.test_tracker_timescale_dates import MONTHS as MONTHS_PRINTED
from tests.test_tracker_timescale_unclear import UNCLEAR
from tests.timescales import AS_AT, told
from tracker.dates import MONTHS, say_day
from tracker.kinds import Precision, TimescaleKind
from tracker.timescale import Timescale, read_timescale
from tracker.timewords.lexicon import AMBIGUOUS, PHRASES, REPEATS, WEEKDAYS
from tracker.timewords.words import clean, find_words, lower

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))
BASES = st.none() | st.dates()
KNOWN = [
    *(
        phrase
        for group in (PHRASES, REPEATS, AMBIGUOUS)
        for phrase in "|".join(group.values()).split("|")
    ),
    *(phrase for group in (AMBIGUOUS,) for phrase in "|".join(group).split("|")),
    *WEEKDAYS,
]
PIECES = st.sampled_from(
    [
        *("June 2021", "30 June 2021", "30/06/2021", "Q4 2021/22", "2021/22", "2022", "Sept 21"),
        *("30 June", "June", "Q3", "winter", "6 months", "3-6 months", "31 June 2021", "1", "H1"),
        *(",", ";", ".", "\n", "(", ")", "-", "/", "&", ":", "?", "[", "]", "zebra", "board"),
    ]
) | st.sampled_from(KNOWN)
FRAGMENTS = sorted(
    {
        " ".join(words[at : at + size])
        for text in (*UNCLEAR, *(text for text, _ in (*SEVERAL, *REPLACED, *STANDING, *LONGER)))
        for words in [text.split(" ")]
        for size in (2, 3, 4)
        for at in range(len(words))
    }
)
PIECES |= st.sampled_from(FRAGMENTS)
CELLS = st.lists(st.tuples(PIECES, st.sampled_from((" ", "", "\n"))), max_size=8).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)
PRINTED = (
    "June 2021",
    "30/06/2021",
    "Q4 2021/22",
    "by end of 2021/22",
    "before 1 April 2022",
    "6 months",
)
COMBINED = (
    *PRINTED,
    "was June 2021, now October 2022",
    "October 2022 (June 2021)",
    "In place, review March 2022",
    "Draft 30 June 2021; final 30 November 2021",
    "from April 2021 to March 2022",
    "June and September 2021",
    "each year by end March",
    "Completed March 2021",
    "March 2020 in place",
)


def read(text: str, as_at: date | None = AS_AT) -> Timescale:
    """Read a timescale at the usual date."""
    return read_timescale(text, as_at=as_at)


@given(
    DAYS,
    st.sampled_from(
        (
            "{d}/{m}/{y}",
            "{d:02}/{m:02}/{y}",
            "{d}.{m}.{y}",
            "{d:02}-{m:02}-{y}",
            "{y}-{m:02}-{d:02}",
            "{d} {name} {y}",
            "{d}{nth} {name} {y}",
            "{d}{nth} of {name}, {y}",
            "{d} {short} {y}",
            "{d}-{short}-{y}",
            "{d}-{short}-{yy:02}",
            "{d}/{m}/{yy:02}",
            "{name} {d}, {y}",
            "{weekday} {d} {name} {y}",
            "by {d} {name} {y}",
            "No later than {d} {name} {y}.",
            "<p>{d}<sup>{nth}</sup> {name} {y}</p>",
        )
    ),
)
def test_every_printed_form_of_a_day_reads_back_to_it(day: date, form: str) -> None:
    """A day is the same day in whatever form it is printed."""
    nth = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    name = MONTHS[day.month - 1]
    text = form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        yy=day.year % 100,
        name=name,
        short=name[:3],
        nth=nth,
        weekday=WEEKDAYS[day.weekday()].title(),
    )
    reading = read(text)
    assert (day, Precision.DAY, ()) == (reading.due, reading.precision, reading.milestones)
    assert say_day(day) in reading.reading


@given(DAYS, st.integers(min_value=1, max_value=6))
def test_a_weekday_that_is_not_that_of_the_day_gives_no_date(day: date, wrong: int) -> None:
    """Two things printed that cannot both be right are not chosen between."""
    weekday = WEEKDAYS[(day.weekday() + wrong) % 7]
    assert None is read(f"{weekday} {say_day(day)}").due
    assert None is read(f"{say_day(day)} ({weekday})").due


@given(
    DAYS,
    st.sampled_from(("{name} {y}", "end {name} {y}", "{short}-{yy}", "{m:02}/{y}", "{name} '{yy}")),
)
def test_a_month_ends_with_its_last_day(day: date, form: str) -> None:
    """A month is due by its end, in February of leap years too."""
    name = MONTHS[day.month - 1]
    text = form.format(name=name, short=name[:3], m=day.month, y=day.year, yy=day.year % 100)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    assert (last, Precision.MONTH) == (read(text).due, read(text).precision)


@given(DAYS)
def test_a_day_lies_in_the_financial_year_and_quarter_that_name_it(day: date) -> None:
    """Financial years end on 31 March; their quarters follow each other without a gap."""
    year = day.year if day.month >= 4 else day.year - 1
    quarter = (day.month - 4) % 12 // 3 + 1
    pair = f"{year}/{(year + 1) % 100:02}"
    whole, part = read(pair), read(f"Q{quarter} {pair}")
    assert date(year + 1, 3, 31) == whole.due
    assert part.due is not None
    assert timedelta(0) <= part.due - day < timedelta(days=92)
    assert (part.due + timedelta(days=1)).day == 1
    assert part.due == whole.due if quarter == 4 else part.due < date(year + 1, 3, 31)


@given(st.text(max_size=200), BASES)
@example("\x00\ud800\u202e", None)
@example("\u0130\u0130 June 2021", None)
@example("6 months", date.max)
@example("12 weeks from 1 April 2021", date.min)
@example("9" * 150, None)
@example("999 years", date(2021, 1, 1))
def test_any_text_is_read_and_its_words_are_kept(text: str, as_at: date | None) -> None:
    """Nothing raises; the words stay as written, and a sentence says what was made of them."""
    reading = read(text, as_at)
    assert text == reading.text
    assert re.fullmatch(r"\S.*\.", reading.reading, re.DOTALL)


@given(CELLS, BASES)
def test_a_reading_agrees_with_itself(text: str, as_at: date | None) -> None:
    """Milestones are in order and end with the due date; what is unclear has no date at all."""
    reading = read(text, as_at)
    points = [point.due for point in reading.milestones]
    assert sorted(points) == points
    assert not points or points[-1] == reading.due
    assert all(point.label for point in reading.milestones)
    assert (reading.precision is None) == (reading.due is None) or as_at is None
    if reading.kind is TimescaleKind.UNCLEAR:
        dates = (reading.due, reading.start, reading.review, reading.former, reading.done_on)
        assert ((None,) * 5, (), None) == (dates, reading.milestones, reading.status)


@given(CELLS)
def test_white_space_and_case_change_nothing(text: str) -> None:
    """A cell that is printed wider, or in capitals, says the same."""
    plain = read(text)
    wide = re.sub(r"[ ]+", "  \t", f"  {text} ")
    assert _without_labels(plain) == _without_labels(read(wide))
    assert _without_labels(plain) == _without_labels(read(text.upper()))


def _without_labels(reading: Timescale) -> str:
    return re.sub(r"\| .*? (?=\d{4}-)", "| ", told(reading))


WORDS = st.text("bcdfghklqrtvwxz", min_size=4, max_size=9).filter(
    lambda word: not word.endswith("ed")
)


@given(
    st.sampled_from(COMBINED),
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join),
    st.data(),
)
def test_unknown_prose_never_makes_another_date(text: str, prose: str, data: st.DataObject) -> None:
    """Words that are not known leave the date as it is, or leave none certain."""
    gaps = [0, len(text), *(match.start() for match in re.finditer(r"(?=[ ,;()])", text))]
    at = data.draw(st.sampled_from(gaps))
    between = data.draw(
        st.sampled_from((" {} ", ", {}, ", " ({}) ", "\n{}\n", ". {}. ", " - {} - "))
    )
    told_before, mixed = read(text), read(text[:at] + between.format(prose) + text[at:])
    assert mixed.due in {None, told_before.due}
    if mixed.kind is TimescaleKind.UNCLEAR:
        assert mixed.text == text[:at] + between.format(prose) + text[at:]


@given(st.sampled_from(COMBINED), st.sampled_from(("not", "unless", "possibly", "?", "or")))
def test_a_word_that_turns_the_meaning_leaves_no_date(text: str, word: str) -> None:
    """Negations and hedges make every date uncertain, wherever they stand."""
    for mixed in (f"{word} {text}", f"{text} {word}"):
        assert TimescaleKind.UNCLEAR is read(mixed).kind


@given(DAYS, DAYS)
def test_of_a_date_and_the_one_it_replaces_the_new_one_is_due(one: date, two: date) -> None:
    """However a replacement is printed, the new date is due and the old one kept."""
    old, new = sorted((one, two))
    assume(old < new)
    for form in (
        "was {old}, now {new}",
        "{new} (was {old})",
        "{new} ({old})",
        "{old} - revised to {new}",
        "{old}\nExtended to {new}",
        "revised from {old} to {new}",
        "{old} (original), {new} (revised)",
    ):
        reading = read(form.format(old=say_day(old), new=say_day(new)))
        assert (new, old, ()) == (reading.due, reading.former, reading.milestones)


@given(st.lists(DAYS, min_size=2, max_size=6, unique=True))
def test_several_dates_are_milestones_in_order(days: list[date]) -> None:
    """However the dates follow each other in the cell, the last in time is due."""
    text = "\n".join(f"Stage {number}: {say_day(day)}" for number, day in enumerate(days, start=1))
    reading = read(text)
    labels = {f"Stage {number}": day for number, day in enumerate(days, start=1)}
    assert labels == {point.label: point.due for point in reading.milestones}
    assert max(days) == reading.due == reading.milestones[-1].due


@pytest.mark.parametrize("as_at", [None, date(2019, 2, 4), date(2026, 11, 22)])
def test_the_as_at_date_moves_no_printed_date(as_at: date | None) -> None:
    """A printed date is the same whenever it is read, or is not certain then."""
    for text, _ in (*SEVERAL, *REPLACED, *STANDING, *LONGER, *DAYS_PRINTED, *MONTHS_PRINTED):
        reading = read(text, as_at)
        if reading.kind is not TimescaleKind.RELATIVE:
            assert reading.due in {None, read(text).due}, text


@pytest.mark.parametrize("as_at", [None, AS_AT])
def test_only_relative_and_repeating_ones_need_the_as_at_date(as_at: date | None) -> None:
    """Where the date to count from is not known, a length of time has no date."""
    assert (as_at and date(2021, 10, 30)) == read("6 months", as_at).due
    assert (as_at and date(2022, 3, 31)) == read("each year by end March", as_at).due
    assert date(2021, 9, 30) == read("September 21", as_at).due


@pytest.mark.parametrize(
    "piece",
    [
        *("1/", "1 ", "9", "june ", "mar-", "in place ", "(", "a", "- ", "q1 ", "1st ", "20/21"),
        *("' ", "<b ", "&#1;", "every ", "2021-", "monday ", "the ", "no ", "\u0130", "1 june "),
    ],
)
def test_a_hostile_text_takes_time_in_proportion(piece: str) -> None:
    """What is far longer than a timescale is refused; cutting it up takes no more than it must."""
    text = (piece * 10_000)[:10_000]
    assert TimescaleKind.UNCLEAR is read(text).kind
    low = lower(clean(text))
    assert len(find_words(low, centre=2021)) <= len(low)


def test_blank_text_is_empty_however_long() -> None:
    """White space is no timescale."""
    assert TimescaleKind.NONE is read(" \n" * 5_000).kind
